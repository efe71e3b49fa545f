"""Which part each column plays, with the reason for it and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from audit.kind import Kind, Role
from audit.kinds.roles import normal
from audit.personal_data import words
from audit.personal_data.columns import Basis, ColumnType, Holds
from audit.personal_data.family import Certainty
from audit.plan import guess_ground
from audit.profiling import hxl
from audit.profiling.table import SAMPLE, Shape, Table
from audit.vocabulary import Ground

PROPOSED = 0.3
SURE = 0.6
_FEWEST = 10
"""Notes of which a share is written: fewer could be those of people somebody knows."""
_BESIDE = ("quasi_identifiers", "control_features", "features")
"""Roles that a column can have besides another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One column in one role.

    Attributes
    ----------
    role : str
        Empty for a column that is left out for a reason.
    certainty : float
        In [0, 1]; below 0.6 the plan says `unsure`.
    ground : Ground or None
        For sensitive features.
    """

    column: str
    role: str
    reason: str
    certainty: float
    ground: Ground | None = None

    @property
    def sure(self) -> bool:
        """Whether `init` would not ask."""
        return self.certainty >= SURE


def propose(table: Table, kind: Kind) -> tuple[Proposal, ...]:
    """Return proposals in the order of the table's columns, at most one main role a column.

    The most certain proposal is settled first; a column that lost its role to another falls to its
    next best one. Place, age and the like are also quasi-identifiers, whatever else they are.
    """
    main = [role for role in kind.roles if role.name not in _BESIDE]
    ranked = sorted(
        (each for shape in table.shapes for each in _candidates(shape, main)),
        key=lambda each: -each.certainty,
    )
    taken: dict[str, Proposal] = {}
    filled: set[str] = set()
    for each in ranked:
        role = kind.role(each.role)
        if each.column in taken or role is None or (each.role in filled and not role.many):
            continue
        taken[each.column] = each
        filled.add(each.role)
    taken |= dict(_echoes(taken))
    taken |= dict(_only_decision(taken, kind))
    beside = [each for shape in table.shapes for each in _beside(shape, taken, kind)]
    order = {shape.name: position for position, shape in enumerate(table.shapes)}
    return tuple(sorted((*taken.values(), *beside), key=lambda each: order[each.column]))


def _only_decision(taken: Mapping[str, Proposal], kind: Kind) -> Iterator[tuple[str, Proposal]]:
    """Yield the human's decision as the decision audited, where the file has no other."""
    roles = {each.role: each for each in taken.values()}
    human = roles.get("human_decision")
    if human is not None and not {"y_pred", "y_score"} & set(roles) and kind.role("y_pred"):
        reason = f"the only decision in the file; {human.reason}"
        yield human.column, replace(human, role="y_pred", reason=reason)


def unplaced(shape: Shape, roles: Iterable[Role]) -> str:
    """Return why a column was proposed for none of some roles."""
    for role in roles:
        if _named(role, shape)[0] >= PROPOSED and fit(role.takes, shape) < PROPOSED:
            long = " with texts of more than 40 characters" if shape.length > 40 else ""
            return f"named like {role.name}, but the values do not fit it: {described(shape)}{long}"
    return f"no part in the audit was recognised; {described(shape)}"


def _echoes(taken: Mapping[str, Proposal]) -> Iterator[tuple[str, Proposal]]:
    """Yield group columns that repeat another, such as what a model guessed beside what is known."""
    groups = [each for each in taken.values() if each.role == "sensitive_features"]
    for each in groups:
        for other in groups:
            longer, shorter = normal(each.column), normal(other.column)
            if each.ground is not other.ground or each is other:
                continue
            if longer.endswith(f"_{shorter}"):
                reason = f"left out: it repeats '{other.column}', perhaps as a guess of the system"
                yield each.column, replace(each, role="", reason=reason)
            elif re.fullmatch(rf"{shorter}_(?:iso\d?|code|id|name|label|en)", longer):
                reason = f"left out: another spelling of '{other.column}'"
                yield each.column, replace(each, role="", reason=reason)


def _surest(shape: Shape, holds: Holds) -> ColumnType | None:
    """Return what a column holds of one sort, the surest."""
    return next((each for each in shape.holds if each.holds is holds), None)


def _identifier_of(shape: Shape) -> ColumnType | None:
    """Return the direct identifier that most of a column is sure to be; one in a remark is none."""
    found = _surest(shape, Holds.DIRECT)
    if found is None or found.certainty is not Certainty.CONFIRMED or _surest(shape, Holds.TEXT):
        return None
    most = min(shape.distinct, SAMPLE) if found.fact else found.read
    return found if 2 * found.values >= most else None


def holding(found: ColumnType) -> str:
    """Return what a column seems to hold, by what, and how sure that is, in a few words.

    Examples
    --------
    >>> holding(ColumnType(column="c", holds=Holds.QUASI, entity_type="AGE", confidence=0.5, basis=Basis.NAME))
    'ages, by its name (confidence 0.5)'
    """
    what = words([found.entity_type])[0] if found.entity_type else str(found.holds)
    by = {Basis.NAME: "its name", Basis.VALUES: "its values", Basis.BOTH: "its name and values"}
    return f"{what}, by {by[found.basis]} (confidence {found.confidence:.2g})"


def main(shape: Shape) -> ColumnType:
    """Return what a column holds above all: notes some of which hold an identifier are notes."""
    first, prose = shape.holds[0], _surest(shape, Holds.TEXT)
    some = first.fact and 2 * first.values < shape.sampled
    return prose if prose is not None and some else first


def among(shape: Shape) -> tuple[str, ...]:
    """Return the direct identifiers confirmed in some notes of a column, with shares, the commonest first.

    Of fewer than ten notes it is said that they are so few.
    """
    found = [each for each in shape.holds if each.fact]
    return tuple(
        f"{words([each.entity_type])[0]} ({_share(each.values, shape.sampled)})"
        for each in sorted(found, key=lambda each: -each.values)
    )


def _share(notes: int, of: int) -> str:
    return (
        f"fewer than {_FEWEST} notes" if notes < _FEWEST else f"{100 * notes / of:.1f} % of notes"
    )


def _candidates(shape: Shape, roles: Sequence[Role]) -> Iterator[Proposal]:
    tagged = hxl.role(shape.hxl) if shape.hxl else None
    for role in roles:
        fits = fit(role.takes, shape)
        if tagged and tagged[0] == role.name and fits > 0:
            reason = f"its HXL hashtag is {shape.hxl}"
            yield _proposal(shape, role, reason, 0.95, tagged[1])
            continue
        named, reason = _named(role, shape)
        certainty = named * fits
        if certainty < PROPOSED:
            certainty, reason = _by_shape(role, shape)
        if role.name == "identifiers" and (direct := _identifier_of(shape)):
            # Whatever it is called: the report says what it is, and nobody takes it for a group.
            certainty, reason = max(certainty, direct.confidence), holding(direct)
        if certainty >= PROPOSED:
            yield _proposal(shape, role, reason, certainty)


def _proposal(
    shape: Shape, role: Role, reason: str, certainty: float, ground: Ground | None = None
) -> Proposal:
    if role.name == "sensitive_features" and ground is None:
        ground = ground_of(shape)
        if _REGION.search(normal(shape.name)):
            reason = "nationality, ethnic origin, or neither? a person must say"
            certainty = min(certainty, SURE - 0.1)
    return Proposal(
        column=shape.name,
        role=role.name,
        reason=f"{reason}; {described(shape)}",
        certainty=certainty,
        ground=ground,
    )


def _named(role: Role, shape: Shape) -> tuple[float, str]:
    """Return how well the column's name, or the file's description of it, says the role."""
    if not role.pattern:
        return 0.0, ""
    by_name = _matched(role.pattern, normal(shape.name))
    by_label = 0.0
    if shape.description:
        by_label = 0.9 * bool(_matched(role.pattern, normal(shape.description)))
        by_label *= 0.75 if role.takes in ("binary", "score") else 0.85
    if by_label > by_name:
        return by_label, "the file describes it so"
    return by_name, "its name says so"


def _matched(pattern: str, name: str) -> float:
    """Return how much of a name a pattern covers, its end counting for most: there stands the noun."""
    found = (
        re.fullmatch(pattern, name)
        or re.search(f"(?:{pattern})$", name)
        or re.search(pattern, name)
    )
    if not found:
        return 0.0
    covered = len(found.group().strip("_")) / max(len(name), 1)
    at_end = found.end() == len(name)
    score = 0.5 + 0.5 * covered if at_end else 0.25 + 0.45 * covered
    inside = found.groupdict()
    return score * (0.5 if inside.get("maybe") else 0.62 if inside.get("weak") else 1.0)


def _by_shape(role: Role, shape: Shape) -> tuple[float, str]:
    """Return what the values alone suggest, where no name helps."""
    if role.name == "text" and fit("text", shape) == 1:
        return 0.7, "it holds long text"
    if role.name == "identifiers" and shape.unique and fit("identifier", shape) == 1:
        return (0.65 if shape.type == "text" else 0.45), "it could number people or files"
    if role.name == "time" and shape.dates:
        return 0.4, "it holds dates"
    if role.name == "y_score" and shape.type == "number" and fit("score", shape) == 1:
        return 0.35, "it runs from 0 to 1"
    return 0.0, ""


def fit(takes: str, shape: Shape) -> float:
    """Return how well a column's values fit what a role takes, in [0, 1]; 0 rules it out."""
    return _FITS.get(takes, _anything)(shape) if shape.distinct else 0.0


def _binary(shape: Shape) -> float:
    if not shape.labels or shape.length > 40 or (shape.numeric and not shape.whole):
        return 0.0
    n = len(shape.labels)
    if n == 1:
        return 0.7
    return 1.0 if n <= 6 else (0.7 if n <= 12 else 0.0)


def _score(shape: Shape) -> float:
    if not shape.numeric or shape.distinct <= 12 or shape.low is None or shape.high is None:
        return 0.0
    if shape.low >= 0 and shape.high <= 1:
        return 1.0
    return 0.55 if shape.low >= 0 and shape.high <= 100 else 0.0


def _category(shape: Shape) -> float:
    if shape.length > 40 or shape.type == "date" or shape.dates:
        return 0.0
    if shape.numeric and not shape.whole:
        return 0.25
    # Ages in a small file can all differ; numbers of files span more than a lifetime.
    lifetime = shape.numeric and (shape.low or 0) >= 0 and (shape.high or 0) <= 130
    if shape.numeric and not shape.labels and not lifetime:
        return 0.2 if shape.unique else 0.55
    return 0.2 if shape.unique and not lifetime else 1.0


def _text(shape: Shape) -> float:
    if shape.type != "text" or shape.dates or shape.distinct < 0.1 * min(shape.known, 2_000):
        return 0.0
    return 1.0 if shape.length >= 30 else 0.6 * (shape.length >= 15)


def _identifier(shape: Shape) -> float:
    if shape.type not in ("text", "integer") or shape.dates or shape.length > 40:
        return 0.0
    if shape.unique:
        return 1.0
    return 0.2 if shape.labels and len(shape.labels) <= 12 else 0.75


def _date(shape: Shape) -> float:
    if shape.dates:
        return 1.0
    low, high = shape.low or 0, shape.high or 0
    return 0.8 * (shape.whole and low >= 1900 and high < 2100)


def _number(shape: Shape) -> float:
    return float(shape.numeric and shape.distinct > 5 and (shape.low or 0) >= 0)


def _place(shape: Shape) -> float:
    return float(shape.distinct > 1 and shape.length <= 40 and not shape.dates)


def _anything(shape: Shape) -> float:
    return 0.0 if shape.unique or (shape.numeric and not shape.whole) else 1.0


_FITS = {
    "binary": _binary,
    "score": _score,
    "category": _category,
    "text": _text,
    "identifier": _identifier,
    "date": _date,
    "number": _number,
    "place": _place,
}


_GROUNDS = (
    (
        r"coo|cit$|nativity|nazional|nacional|staatsang|staatsburg|cittadin|pays_|pais_|herkunft",
        Ground.NATIONALITY,
    ),
    (r"الجنسية|جنسية|بلد_المنشا", Ground.NATIONALITY),
    (r"foreign_born|born_abroad|pobp|ethnie|etnia", Ground.ETHNIC_ORIGIN),
    (r"rac1p", Ground.RACE),
    (r"stateless", Ground.STATUS),
    (r"sexe$|sexo$|sesso|geschlecht|geslacht|الجنس$", Ground.SEX),
    (r"idioma|sprache|lingua|langue|اللغة", Ground.LANGUAGE),
    (r"agep|edad|alter$|leeftijd|العمر", Ground.AGE),
    (r"dis$", Ground.DISABILITY),
)
"""Words that the plan's own guess does not know."""

_REGION = re.compile(
    r"(?:^|_)(?:region|area|birth_region)(?:_of_(?:origin|birth))?(?:_(?:code|name|id))?$"
)
"""Names of a place of origin that is neither a nationality nor an ethnic origin by itself."""


def ground_of(shape: Shape) -> Ground:
    """Return the ground that a column's name, or its description, points to.

    A region points to none: whether it stands for a nationality or an ethnic origin only a person can
    say, and a guess would be shown as data on ethnic origin.
    """
    if _REGION.search(normal(shape.name)):
        return Ground.OTHER
    for text in (normal(shape.name), normal(shape.description)):
        for names, ground in _GROUNDS:
            if re.search(rf"(?:^|_)(?:{names})", text):
                return ground
        found = guess_ground(text)
        if found is not Ground.OTHER:
            return found
    return Ground.OTHER


def described(shape: Shape) -> str:
    """Return the shape of a column in a few words, with no value in them."""
    missing = ""
    if shape.missing:
        missing = (
            f", missing in {max(1, round(100 * shape.missing / max(shape.rows, 1)))} % of rows"
        )
    if shape.distinct == 0:
        return "empty"
    if shape.unique:
        return f"a different value in every row{missing}"
    if shape.labels:
        plural = "" if shape.distinct == 1 else "s"
        return f"{shape.distinct} different value{plural}{missing}"
    kind = {"integer": "whole numbers", "number": "numbers", "date": "dates"}.get(shape.type)
    return f"{kind or 'many different values'}{missing}"


def _beside(shape: Shape, taken: dict[str, Proposal], kind: Kind) -> Iterator[Proposal]:
    main = taken.get(shape.name)
    if main and main.role not in ("sensitive_features", "birth_date", "time"):
        return
    for name in ("quasi_identifiers", "control_features"):
        role = kind.role(name)
        if role is None:
            continue
        certainty, reason = _named(role, shape)
        certainty *= fit("category", shape)
        if shape.hxl and hxl.role(shape.hxl) == (name, None):
            certainty, reason = 0.9, f"its HXL hashtag is {shape.hxl}"
        quasi = _surest(shape, Holds.QUASI) if name == "quasi_identifiers" else None
        if quasi is not None and certainty < quasi.confidence:
            certainty, reason = quasi.confidence, holding(quasi)
        known = main is not None and main.role != "time" and name == "quasi_identifiers"
        if known and certainty < 0.8:
            certainty, reason = 0.8, "others may know it"
        if certainty >= 0.45:
            yield Proposal(
                column=shape.name,
                role=name,
                reason=f"{reason}; {described(shape)}",
                certainty=certainty,
            )
