"""Rights and the law behind them, looked up from ground, jurisdiction and date of decision.

A right is never stamped on a check: an instrument that does not bind the operator, was not in force
when the decisions were taken, or binds on a condition that only a person can confirm, is context.
One file for each right in `checklists/sources/`; `instruments.yaml` beside them has the treaties and
statutes with whom they bind, from when and for which grounds.

Some law is about one subject: asylum, return, detention, appeal. It is context until a person says, in
`[system] purpose`, `decision` or `affected`, that the system is about that; then it binds whom it binds.
Words in those three lines are taken as they stand, a denial included, so a plan should not name what the
system is not about. Neither the stage nor `coercive` is read: a coercive system may be about neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from audit import pooling
from audit.criterion import Source
from audit.errors import PlanError, did_you_mean
from audit.resources import folder
from audit.strict_yaml import Builder, Node, only, read
from audit.vocabulary import Ground, Right

MOST = 6
"""Sources shown beside a finding, at most."""

NOW = "2026-10-15"
"""State of the law in these files; stands in where the plan gives no date of decision."""

_EU = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905 -- a list of codes reads better than a page of quotes
)
# Andorra and San Marino are left out: they are not party to several of the treaties below.
_COE = _EU | frozenset("AL AM AZ BA CH GE IS LI MC MD ME MK NO RS TR UA UK".split())  # noqa: SIM905
_BLOCS = {"EU": _EU, "CoE": _COE}
_OTHER_NAMES = {"GB": "UK", "EL": "GR", "USA": "US", "COE": "CoE", "EU-BODY": "EU-body"}
_SEEKING = r"asylum|asyl\w*|asile|asilo|refuge\w*|réfugié\w*|refugiad\w*|flüchtling\w*"

SUBJECTS: Mapping[str, tuple[str, tuple[Right, ...]]] = {
    "protection": (
        rf"{_SEEKING}|refoulement|(?<!data )(?<!child )(?<!consumer )protection",
        (Right.NON_REFOULEMENT, Right.ASYLUM),
    ),
    "return": (
        r"returns?|returned|returning|removals?|deport\w*|expulsions?|expel\w*|refoulement",
        (Right.NON_REFOULEMENT,),
    ),
    "detention": (r"detention|detain\w*|imprison\w*|custody", (Right.LIBERTY,)),
    "appeal": (r"appeals?|appealed|judicial review|remed(?:y|ies)", (Right.REMEDY,)),
}
"""What a system can be about: the words that say so, and the rights that are then at stake in its
decisions. A check that names `fair_procedure` is about the decisions themselves, and gets those rights."""

_CHILDREN = re.compile(
    r"\b(?:child\w*|minors?|juveniles?|teenagers?|under(?: the age of)? 18)\b", re.IGNORECASE
)
_ADULTS = re.compile(r"\badults?\b|\b18 and over\b", re.IGNORECASE)

_REFINED = {
    Ground.SEX: Right.GENDER,
    Ground.GENDER_IDENTITY: Right.GENDER,
    Ground.SEXUAL_ORIENTATION: Right.GENDER,
    Ground.DISABILITY: Right.DISABILITY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A treaty, statute, judgment or guidance.

    Attributes
    ----------
    binds : tuple of str
        `*` every state, `EU` and `CoE` every member state, `EU-body` an agency of the Union, a
        country's two letters (`UK`), an organisation. Empty for what binds nobody by itself.
    without : tuple of str
        Members of those that are not party.
    since, until : str
        Dates of entry into force and end; `later` has countries that joined afterwards.
    grounds : tuple of Ground
        What it speaks about; empty for any ground.
    universal : bool
        Whether it addresses every state, and so is context where it does not bind.
    condition : str
        When it binds, where that needs a person to say; it is then shown as context.
    about : tuple of str
        Subjects in `SUBJECTS` that settle the condition where the plan says the system is about one.
    confidence : str
        `verified`, `known` or `doubtful`: how sure the authors are of the reference.
    """

    id: str
    title: str
    binds: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    later: Mapping[str, str] = field(default_factory=dict)
    grounds: tuple[Ground, ...] = ()
    universal: bool = False
    condition: str = ""
    about: tuple[str, ...] = ()
    confidence: str = "known"
    url: str = ""
    as_of: str = NOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A place in an instrument; what it leaves empty is as the instrument says."""

    instrument: str
    locator: str
    since: str = ""
    grounds: tuple[Ground, ...] = ()
    condition: str = ""
    about: tuple[str, ...] = ()
    confidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RightSheet:
    """One right: what it means and where it stands; what only a person can say is `rights.yaml`."""

    right: Right
    title: str
    meaning: str
    cites: tuple[Citation, ...]


@cache
def instruments() -> Mapping[str, Instrument]:
    """Return the instruments by id."""
    path = folder("checklists") / "sources" / "instruments.yaml"
    build = Builder(path.name)
    root = only(read(path), path.name)
    return {
        id: build.build(Instrument, node, f"instrument {id}", id=id)
        for id, node in root.map.items()
    }


@cache
def sheets() -> Mapping[Right, RightSheet]:
    """Return what is known of each right, in the order of the vocabulary.

    Raises
    ------
    ChecklistError
        If a file is missing or wrong, as `audit.checklist.load`.
    """
    return {right: _sheet(right) for right in Right}


def _sheet(right: Right) -> RightSheet:
    path = folder("checklists") / "sources" / f"{right}.yaml"
    build = Builder(path.name)
    root = only(read(path), path.name)
    sheet = build.build(RightSheet, root, f"right {right}")
    if sheet.right is not right:
        raise build.error(root, f"'right' must be '{right}'", slug="checklist-value")
    for cite, node in zip(sheet.cites, _list(root, "cites"), strict=True):
        for about in (*cite.about, *_about(cite)):
            if about not in SUBJECTS:
                raise build.error(
                    node,
                    f"there is no subject '{about}'",
                    slug="checklist-value",
                    hint=did_you_mean(about, SUBJECTS),
                )
        if cite.instrument not in instruments():
            raise build.error(
                node,
                f"there is no instrument '{cite.instrument}'",
                slug="checklist-item",
                hint=did_you_mean(cite.instrument, instruments()),
            )
    return sheet


def _about(cite: Citation) -> tuple[str, ...]:
    instrument = instruments().get(cite.instrument)
    return instrument.about if instrument is not None else ()


def _list(node: Node, key: str) -> list[Node]:
    value = node.map[key].value
    return value if isinstance(value, list) else []


def titles() -> Mapping[Right, tuple[str, str]]:
    """Return the plain title and the one-sentence meaning of each right."""
    return {right: (sheet.title, sheet.meaning) for right, sheet in sheets().items()}


# ---------------------------------------------------------------------------------------------
# Whom and when


def members(jurisdiction: str) -> frozenset[str]:
    """Return the states a jurisdiction stands for; one that is no bloc stands for itself."""
    name = jurisdiction.strip()
    name = _OTHER_NAMES.get(name.upper(), name.upper() if len(name) <= 3 else name)
    return _BLOCS.get(name, frozenset((name,)))


def bodies() -> frozenset[str]:
    """Return what can be named as a jurisdiction beside ISO's codes: blocs, organisations, the UK."""
    named = {name for one in instruments().values() for name in one.binds}
    return frozenset(_BLOCS) | {"UK"} | {name for name in named if len(name) > 2}


def jurisdiction_hint(name: str) -> str | None:
    """Return what to write instead of a jurisdiction that no law knows; None if it is known."""
    codes = {*pooling.two_letters().values(), *bodies()}
    if codes & members(name) or name.partition("-")[0] in codes:
        return None
    found = pooling.country(name)
    if found:
        return f"did you mean '{pooling.two_letters()[found]}'?"
    return did_you_mean(name, sorted(codes)) or "two letters of ISO 3166, EU or CoE"


def reaches(
    binds: Iterable[str], jurisdictions: Iterable[str], without: Iterable[str] = ()
) -> bool:
    """Return whether one of the jurisdictions is bound as a whole.

    A bloc is bound when every member is: where one member is not party, name the state.
    """
    return any(_bound(binds, name, without) for name in jurisdictions)


def _bound(binds: Iterable[str], jurisdiction: str, without: Iterable[str] = ()) -> bool:
    binds = tuple(binds)
    whom = members(jurisdiction)
    out = frozenset[str]().union(*(members(name) for name in without))
    if whom & out:
        return False
    return "*" in binds or whom <= frozenset[str]().union(*(members(name) for name in binds))


def in_force(since: str, until: str, decided_on: str) -> bool:
    """Return whether an instrument was in force throughout from the day, month or year of decision.

    A month or a year counts from its first day: law that came in its middle does not bind all of it.

    Raises
    ------
    PlanError
        With slug `wrong-value` if `decided_on` does not begin with a year.
    """
    day = first_day(decided_on)
    return (not since or since <= day) and (not until or day < until)


def first_day(decided_on: str) -> str:
    """Return the first day of `[system] decided_on`, as year-month-day.

    Raises
    ------
    PlanError
        With slug `wrong-value` if it does not begin with a year.
    """
    if not decided_on.strip():
        return NOW
    match = re.match(r"\s*(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)", decided_on)
    if match is None:
        raise PlanError(
            "system.decided_on must begin with a year",
            slug="wrong-value",
            hint='write decided_on = "2026-03-01", "2026-03" or "2026"',
        )
    year, month, day = match.groups()
    return f"{year}-{month or '01'}-{day or '01'}"


def last_day(decided_on: str) -> str:
    """Return the last day of `[system] decided_on`: of its year or month where it names no day.

    Days compare as text: a month ends on its thirty-first, whether it has one or not.

    Raises
    ------
    PlanError
        With slug `wrong-value` if it does not begin with a year.
    """
    first, said = first_day(decided_on), decided_on.strip()
    year, month = re.match(r"\d{4}-\d{2}", said), re.match(r"\d{4}-\d{2}-\d{2}", said)
    if not said or month:
        return first
    return f"{first[:7]}-31" if year else f"{first[:4]}-12-31"


# ---------------------------------------------------------------------------------------------
# Looking up


def subjects(about: str) -> frozenset[str]:
    """Return which of `SUBJECTS` a text is about, by its words.

    Examples
    --------
    >>> sorted(subjects("Leave to appeal in refugee claims"))
    ['appeal', 'protection']
    >>> sorted(subjects("Short-stay visas; data protection is the ministry's"))
    []
    """
    return frozenset(
        name
        for name, (words, _) in SUBJECTS.items()
        if re.search(rf"\b(?:{words})\b", about, re.IGNORECASE)
    )


def adults_only(scope: str) -> bool:
    """Return whether `[system] scope` says that the people are adults, and nothing of children.

    Examples
    --------
    >>> adults_only("Adults; all posts"), adults_only("Adults and minors"), adults_only("All posts")
    (True, False, False)
    """
    return bool(_ADULTS.search(scope)) and not _CHILDREN.search(scope)


def refine(
    rights: Sequence[Right], ground: Ground | None, about: str = "", scope: str = ""
) -> tuple[Right, ...]:
    """Return the rights a finding touches, once the ground and the subject are known.

    Only `non_discrimination` is refined; a check that names another right keeps it. A check about the
    decisions themselves (`fair_procedure`) also touches what the plan says those decisions are about.
    Groups of age touch the rights of the child, unless the plan says that all of them are adults.
    """
    result: list[Right] = []
    for right in rights:
        if right is Right.NON_DISCRIMINATION and ground is not None:
            result.append(_REFINED.get(ground, right))
            if ground is Ground.AGE and not adults_only(scope):
                result.append(Right.CHILD)
        else:
            result.append(right)
    if Right.FAIR_PROCEDURE in rights:
        found = subjects(about)
        result += [r for name, (_, more) in SUBJECTS.items() if name in found for r in more]
    return tuple(dict.fromkeys(result))


def look_up(
    rights: tuple[Right, ...],
    ground: Ground | None,
    jurisdictions: tuple[str, ...],
    decided_on: str,
    about: str = "",
    scope: str = "",
) -> tuple[tuple[Right, ...], tuple[Source, ...]]:
    """Return the rights a finding touches and the law behind them.

    Parameters
    ----------
    rights : tuple of Right
        What the check says it is evidence about.
    ground : Ground or None
        Ground of the sensitive feature. Instruments that do not speak about it are left out.
    jurisdictions : tuple of str
        `[system] jurisdictions`: where the operator decides. `EU` stands for its member states,
        `EU-body` for an agency of the Union.
    decided_on : str
        Date, month or year of the decisions; empty for the present state of the law.
    about : str
        What the plan says the system is about: its purpose, decision and the people affected.
    scope : str
        Whom the plan says the system is used on, as `adults_only` reads it.

    Returns
    -------
    rights : tuple of Right
    sources : tuple of Source
        At most `MOST`, those that bind first, each right having its turn and the first two; for each, law made
        for this ground before law for every ground.

    Raises
    ------
    PlanError
        With slug `wrong-value` if `decided_on` does not begin with a year.
    """
    touched = refine(rights, ground, about, scope)
    said = subjects(about)
    lists = [_sources(sheets()[r], ground, jurisdictions, decided_on, said) for r in touched]
    binding = _in_turn([[s for s in sources if s.binding] for sources in lists])
    context = _in_turn([[s for s in sources if not s.binding] for sources in lists])
    seen: dict[tuple[str, str], Source] = {}
    for source in (*binding, *context):
        seen.setdefault((source.title, source.locator), source)
    return touched, tuple(seen.values())[:MOST]


def _in_turn(lists: Sequence[Sequence[Source]]) -> list[Source]:
    """Take from each list in turn, and two from the first: the right a check names first leads."""
    left = [list(sources) for sources in lists]
    taken: list[Source] = []
    while any(left):
        for n, sources in enumerate(left):
            taken += sources[: 1 if n else 2]
            del sources[: 1 if n else 2]
    return taken


def _sources(
    sheet: RightSheet,
    ground: Ground | None,
    jurisdictions: Sequence[str],
    decided_on: str,
    said: frozenset[str],
) -> list[Source]:
    own: list[Source] = []
    general: list[Source] = []
    for cite in sheet.cites:
        instrument = instruments()[cite.instrument]
        grounds = cite.grounds or instrument.grounds
        if ground is not None and grounds and ground not in grounds:
            continue
        if not _worth_showing(instrument, jurisdictions):
            continue
        condition = _condition(cite, instrument, said)
        undecided = bool(condition) or (ground is None and bool(grounds))
        source = Source(
            title=instrument.title,
            locator=f"{cite.locator} ({condition})" if condition else cite.locator,
            url=instrument.url,
            binding=not undecided and _binds(instrument, cite, jurisdictions, decided_on),
            confidence=cite.confidence or instrument.confidence,
            as_of=instrument.as_of,
        )
        (own if ground is not None and grounds else general).append(source)
    return own + general


def _condition(cite: Citation, instrument: Instrument, said: frozenset[str]) -> str:
    """Return what a person still has to say before the law binds; empty if nothing or said."""
    which = cite if cite.condition else instrument
    return "" if said & set(which.about) else which.condition


def _worth_showing(instrument: Instrument, jurisdictions: Sequence[str]) -> bool:
    # A regional treaty is no context for a state of another region.
    if instrument.universal or not jurisdictions:
        return True
    region = frozenset[str]().union(*(members(name) for name in instrument.binds))
    return any(members(name) & region for name in jurisdictions)


def _binds(
    instrument: Instrument, cite: Citation, jurisdictions: Sequence[str], decided_on: str
) -> bool:
    for name in jurisdictions:
        if not _bound(instrument.binds, name, instrument.without):
            continue
        joined = [instrument.later.get(state, "") for state in members(name)]
        since = max(instrument.since, cite.since, *joined)
        if in_force(since, instrument.until, decided_on):
            return True
    return False


__all__ = [
    "SUBJECTS",
    "Citation",
    "Instrument",
    "RightSheet",
    "adults_only",
    "first_day",
    "in_force",
    "instruments",
    "look_up",
    "members",
    "reaches",
    "refine",
    "sheets",
    "subjects",
    "titles",
]
