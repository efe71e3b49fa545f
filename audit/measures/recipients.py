"""Who else is given the rows: whose country's authorities, and with whose consent, by counting.

People are grouped once by recipient, country of origin and consent, as far as the table has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from audit import pooling
from audit.measure import Measure, Tables
from audit.measures._rows import KEY
from audit.personal_data.masking import masked
from audit.plan import PartPlan, Plan, Recipient
from audit.rights import members
from audit.system import ROW, Margin, Part
from audit.vocabulary import NOT_RECORDED, Ground, RecipientRole, Release

YES = frozenset("yes y true 1 oui o sí si s ja j نعم".split())  # noqa: SIM905 -- words read better so
NO = frozenset("no n false 0 non nein لا".split())  # noqa: SIM905 -- words read better so


STATELESS = frozenset(
    [
        "stateless",
        "stateless person",
        "no nationality",
        "without nationality",
        "xxa",
        "bidoon",
        "bidun",
        "apatride",
        "apátrida",
        "apatrida",
        "staatenlos",
        "بدون جنسية",
        "عديم الجنسية",
        "عديمة الجنسية",
    ]
)
"""Labels of people whom no state considers its national; XXA is how passports say it (ICAO Doc 9303, part 3)."""

NOT_SAID = frozenset(
    [
        "",
        "-",
        "?",
        "unknown",
        "not known",
        "unspecified",
        "undetermined",
        "not stated",
        "other",
        "n/a",
        "xxx",
        "inconnu",
        "inconnue",
        "autre",
        "desconocido",
        "desconocida",
        "otro",
        "otra",
        "unbekannt",
        "ungeklärt",
        "غير معروف",
    ]
)
"""Labels that say no more than a missing value."""


class NoCountry(StrEnum):
    """Why no country of origin can be read of a person."""

    STATELESS = "stateless"
    OTHER = "other"
    """Something is recorded that is no country: a people, a region, a travel document."""
    NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What one recipient is given: people, as rows.

    Attributes
    ----------
    from_there : int
        Those who come from the recipient's country; 0 for the country of the system itself, and for
        organisations of states.
    refused, unasked : int
        Where the sharing rests on consent: those who are recorded not to agree, and those for whom
        nothing is recorded, or nothing that can be read as yes or no.
    """

    recipient: str
    role: RecipientRole
    country: str
    """ISO 3166 alpha-3, or empty."""
    abroad: bool
    """Whether a state other than the system's own reaches it."""
    basis: bool
    consent: bool
    people: int
    from_there: int
    refused: int
    unasked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients:
    """Who is given the part's rows. Totals count each person once.

    Attributes
    ----------
    origins : tuple of str
        Columns that say where people come from.
    stateless, no_country, origin_unread : int
        People for whom none of those holds a country, of those given to a recipient whom another state's law
        reaches: recorded as stateless; under something else that is no country, such as the name of a people;
        and those of whom nothing is recorded. No country is guessed from any of it.
    to_authority, to_others_there : int
        People given to an authority of their own country, and to anybody else under its law.
    unnamed, unnamed_recipients : int
        People given to somebody the plan does not name, and how many such recipients there are.
    """

    given: tuple[Given, ...]
    people: int
    shared_with: str
    origins: tuple[str, ...]
    stateless: int
    no_country: int
    origin_unread: int
    consent: str
    to_authority: int
    to_others_there: int
    refused: int
    unasked: int
    unnamed: int
    unnamed_recipients: int


def receives(part: PartPlan) -> bool:
    """Return whether the plan says who is given the table; nobody can only be meant inside."""
    named = part.data.recipients
    return bool(named) or (named is not None and part.data.release is Release.INTERNAL)


def origins(part: PartPlan) -> tuple[str, ...]:
    """Return the columns of countries that people come from.

    Those of the role `origin`, else sensitive features whose ground is nationality.
    """
    pools = {name for name, section in part.columns.items() if section.pool}
    nationality = (f.column for f in part.roles.sensitive if f.ground is Ground.NATIONALITY)
    return part.roles.all("origin") or tuple(name for name in nationality if name not in pools)


def margins(part: Part) -> Sequence[Margin]:
    """Ask for people by recipient, origin and consent."""
    return [Margin(keys=_keys(part.plan))]


def _keys(part: PartPlan) -> tuple[str, ...]:
    roles = part.roles
    return tuple(dict.fromkeys((*roles.all("shared_with"), *origins(part), *roles.all("consent"))))


@dataclass(frozen=True, slots=True)
class _Row:
    """What one combination of values says, whoever has it."""

    to: tuple[Recipient, ...]
    unnamed: str
    """The label of a recipient that the plan does not name; never kept."""
    countries: frozenset[str]
    why_none: NoCountry
    """Where there are no countries."""
    agreed: bool | None

    def from_there(self, recipient: Recipient, own: frozenset[str]) -> bool:
        return abroad(recipient, own) and code(recipient) in self.countries

    def refused(self, recipient: Recipient) -> bool:
        return recipient.consent and self.agreed is False

    def unasked(self, recipient: Recipient) -> bool:
        return recipient.consent and self.agreed is None


def own_states(plan: Plan) -> frozenset[str]:
    """Return the states whose own system this is, in two letters."""
    found: frozenset[str] = frozenset()
    for name in plan.system.jurisdictions:
        found |= members(name) | members(name.partition("-")[0])
    return found


def code(recipient: Recipient) -> str:
    """Return the alpha-3 code of a recipient's country; empty if it has none."""
    return pooling.country(recipient.country) or "" if recipient.country else ""


def abroad(recipient: Recipient, own: frozenset[str]) -> bool:
    """Return whether the law of a state other than the system's own reaches a recipient."""
    if not recipient.country or recipient.role is RecipientRole.INTERNATIONAL:
        return False
    return not members(pooling.two_letters().get(code(recipient), "")) & own


@cache
def _country(label: str) -> str:
    return pooling.country(label) or ""


def _why_none(labels: Sequence[str]) -> NoCountry:
    words = {label.strip().casefold() for label in labels if label != NOT_RECORDED} - NOT_SAID
    if words & STATELESS:
        return NoCountry.STATELESS
    return NoCountry.OTHER if words else NoCountry.NOT_SAID


def _agreed(label: Any, yes: Sequence[str]) -> bool | None:
    if label is None or label == NOT_RECORDED:
        return None
    if yes:
        return label in yes
    word = str(label).strip().casefold()
    return True if word in YES else False if word in NO else None


def _read(part: PartPlan, values: Mapping[str, Any]) -> _Row:
    roles, recipients = part.roles, part.data.recipients or ()
    column, to, unnamed = roles.one("shared_with"), recipients, ""
    if column is not None:
        label = values[column]
        there = label is not None and label != NOT_RECORDED and str(label).strip()
        word = str(label).strip().casefold() if there else ""
        to = tuple(r for r in recipients if word in {name.strip().casefold() for name in r.called})
        unnamed = word if word and not to else ""
    consent = roles.one("consent")
    said = [str(values[name]) for name in origins(part) if values[name] is not None]
    return _Row(
        to=to,
        unnamed=unnamed,
        countries=frozenset(map(_country, said)) - {""},
        why_none=_why_none(said),
        agreed=_agreed(values[consent], roles.positive.get("consent", ())) if consent else None,
    )


def make(part: Part, tables: Tables) -> Recipients:
    """Count who is given what."""
    (cells,) = tables
    plan, own = part.plan, own_states(part.audit)
    rows = [
        (_read(plan, dict(zip(cells.keys, values, strict=True))), n) for values, n in cells.rows()
    ]
    given = tuple(_given(recipient, rows, own) for recipient in plan.data.recipients or ())
    authority = RecipientRole.AUTHORITY
    there = [(row, {r.role for r in row.to if row.from_there(r, own)}, n) for row, n in rows]
    unnamed = {row.unnamed for row, _ in rows} - {""}
    without = [
        (row, n) for row, n in rows if not row.countries and any(abroad(r, own) for r in row.to)
    ]

    def lacking(why: NoCountry) -> int:
        return sum(n for row, n in without if row.why_none is why)

    return Recipients(
        given=given,
        people=sum(n for _, n in rows),
        shared_with=plan.roles.one("shared_with") or "",
        origins=origins(plan),
        stateless=lacking(NoCountry.STATELESS),
        no_country=lacking(NoCountry.OTHER),
        origin_unread=lacking(NoCountry.NOT_SAID),
        consent=plan.roles.one("consent") or "",
        to_authority=sum(n for _, roles, n in there if authority in roles),
        to_others_there=sum(n for _, roles, n in there if roles - {authority}),
        refused=sum(n for row, n in rows if any(row.refused(r) for r in row.to)),
        unasked=sum(n for row, n in rows if any(row.unasked(r) for r in row.to)),
        unnamed=sum(n for row, n in rows if row.unnamed),
        unnamed_recipients=len(unnamed),
    )


def _given(recipient: Recipient, rows: Sequence[tuple[_Row, int]], own: frozenset[str]) -> Given:
    mine = [(row, n) for row, n in rows if recipient in row.to]
    return Given(
        recipient=masked(recipient.name),
        role=recipient.role,
        country=code(recipient),
        abroad=abroad(recipient, own),
        basis=bool(recipient.basis.strip()),
        consent=recipient.consent,
        people=sum(n for _, n in mine),
        from_there=sum(n for row, n in mine if row.from_there(recipient, own)),
        refused=sum(n for row, n in mine if row.refused(recipient)),
        unasked=sum(n for row, n in mine if row.unasked(recipient)),
    )


def locate(part: Part, key: str) -> Iterator[int]:  # noqa: ARG001 (the part has one list of recipients)
    """Yield the rows, counted from 0, given to a country people come from, or against their word."""
    plan, own = part.plan, own_states(part.audit)
    names = _keys(plan)
    for table in part.frame.batches([KEY + name for name in names]):
        cells = [table.column(KEY + name).to_pylist() for name in names]
        for number, *values in zip(table.column(ROW).to_pylist(), *cells, strict=True):
            row = _read(plan, dict(zip(names, values, strict=True)))
            if any(row.from_there(r, own) or row.refused(r) for r in row.to):
                yield int(number)


MEASURE = Measure(
    name="recipients", payload=Recipients, margins=margins, make=make, locate=locate, version=2
)
