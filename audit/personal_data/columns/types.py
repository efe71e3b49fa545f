"""From a column's name and its values to what it holds, with a confidence.

How the two combine. The name says so, or it does not: worth .5. The share of different values that have
the form, or, whatever the name, are such values by themselves: worth .75 of that share. Together they
are worth 1 - (1 - name) (1 - values): a name that promises phone numbers over values that look like
them is worth .875, at four fifths of them .8, and from there on it counts as sure; .35 is worth a
person's look. Three rules come before:

- an identifier confirmed in more values than chance confirms is a fact, worth 1, whatever the rest; where so
  many are only rare by chance, it is worth .5, a person's look;
- the name of a direct identifier counts only as far as values look like it, unless nearly every row has
  a value of its own: "phone_calls" holds 0, 3 and 7, and a hash of a phone number holds none either, but
  somebody must look at that one;
- values alone count from one half of them on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from audit.personal_data import PERSON, families, kinds
from audit.personal_data.columns.naming import like, named
from audit.personal_data.columns.reading import Reading, identifying
from audit.personal_data.family import Certainty, Family, Nature
from audit.personal_data.scanning import scan, spans

_NAME = 0.5
_RARE = 0.5
_VALUES = 0.75
AGREE = 0.8
"""Share of values that must have the form a column's name promises."""
SURE = 0.8
LIKELY = 0.35
_MOST = 0.5
_OWN_VALUES = 200
_FEW_VALUES = 20
_DIGITS_ALONE = 0.9


class Holds(StrEnum):
    """What a column holds, in the words of the page."""

    DIRECT = "direct identifier"
    QUASI = "quasi-identifier"
    SPECIAL = "special category"
    TEXT = "free text"
    HARMLESS = "harmless"


class Basis(StrEnum):
    """By what a column was taken to hold it."""

    NAME = "name"
    VALUES = "values"
    BOTH = "name and values"


_HOLDS = {
    Nature.DIRECT: Holds.DIRECT,
    Nature.QUASI: Holds.QUASI,
    Nature.SPECIAL: Holds.SPECIAL,
    Nature.CIRCUMSTANCE: Holds.QUASI,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnType:
    """One thing that a column holds, or may hold.

    Attributes
    ----------
    entity_type : str
        One of `audit.personal_data.kinds()`; empty for free text and harmless columns.
    confidence : float
        In [0, 1]; see the module.
    fact : bool
        Whether a value is confirmed.
    values : int
        Different values that match, of those `read`.
    complete : bool
        Whether those were all values that could match.
    """

    column: str
    holds: Holds
    entity_type: str = ""
    confidence: float
    basis: Basis
    fact: bool = False
    values: int = 0
    read: int = 0
    complete: bool = True

    @property
    def certainty(self) -> Certainty:
        """Whether this counts as settled or as something a person must look at."""
        return Certainty.CONFIRMED if self.confidence >= SURE else Certainty.CANDIDATE


def column_types(
    column: str,
    reading: Reading,
    *,
    pseudonym: bool = False,
    group: bool = False,
    count_names: Callable[[Sequence[str]], int] | None = None,
) -> tuple[ColumnType, ...]:
    """Return what a column holds, the surest first; at least one entry.

    Parameters
    ----------
    pseudonym : bool, optional
        Declared as such: then only its name and confirmed values make it a direct identifier.
    group : bool, optional
        Declared as naming groups: then nobody asks whether its labels are names.
    count_names : callable, optional
        From values to how many hold a name of a person, for columns whose name does not say.
    """
    direct = list(_direct(column, reading, pseudonym=pseudonym))
    if not (pseudonym or group) and count_names is not None and not direct:
        direct += _names(column, reading, count_names)
    settled = any(each.confidence >= SURE and not each.fact for each in direct)
    rest = [] if settled else list(_others(column, reading))
    prose = _prose(reading)
    if not settled and prose and prose >= _MOST * len(reading.values):
        rest.append(_weighed(column, reading, Holds.TEXT, "", matching=prose))
    found = sorted((*direct, *rest), key=lambda each: (-each.confidence, list(Holds).index(each.holds)))  # fmt: skip
    return tuple(found) or (
        ColumnType(
            column=column,
            holds=Holds.HARMLESS,
            confidence=1.0,
            basis=Basis.BOTH,
            read=len(reading.values),
            complete=reading.complete,
        ),
    )


def _direct(column: str, reading: Reading, *, pseudonym: bool) -> Iterator[ColumnType]:
    promised = _promised(column, reading)
    facts = {fact.entity_type: fact for fact in reading.facts}
    hits = _hits(reading) if reading.kind in ("text", "integer", "number") else Counter()
    n = max(len(reading.values), 1)
    wanted = [promised.kinds[0].entity_type] if promised else []
    for entity_type in dict.fromkeys([*wanted, *facts, *sorted(hits)]):
        fact = facts.get(entity_type)
        if fact and (fact.sure or entity_type not in wanted):
            yield ColumnType(
                column=column,
                holds=Holds.DIRECT,
                entity_type=entity_type,
                confidence=1.0 if fact.sure else _RARE,
                basis=Basis.BOTH if entity_type in wanted else Basis.VALUES,
                fact=fact.sure,
                values=fact.values,
                read=fact.tried,
                complete=fact.complete,
            )
            continue
        matching, name = hits[entity_type], 0.0
        if promised and entity_type in wanted:
            matching = max(matching, like(promised, reading.values) if promised.form else 0)
            own = reading.distinct >= min(_OWN_VALUES, reading.rows / 2)
            name = _NAME * (1.0 if own else matching / n)
        elif pseudonym or matching < _MOST * n:
            continue
        each = _weighed(column, reading, Holds.DIRECT, entity_type, name=name, matching=matching)
        if each.confidence >= LIKELY:
            yield each


def _promised(column: str, reading: Reading) -> Family | None:
    """Return the family of direct identifiers that the name promises, where values could keep it."""
    if reading.kind in ("boolean", "date") or not reading.values:
        return None
    return next((f for f in named(column) if f.kinds[0].nature is Nature.DIRECT), None)


def _hits(reading: Reading) -> Counter[str]:
    """Count the kept values that hold each type of direct identifier, confirmed or not."""
    hits: Counter[str] = Counter()
    values = reading.values
    if reading.kind == "number":
        values = tuple(value for value in values if value.isdecimal())
    for _, found in scan(values, identifying()):
        hits.update({s.entity_type for s in found if s.certainty is not Certainty.MALFORMED})
    if reading.kind != "text":
        dialled = sum(
            any(s.entity_type == "PHONE_NUMBER" for s in spans(f"+{value}", identifying()))
            for value in values
            if value.isdecimal() and 10 <= len(value) <= 15
        )
        if dialled >= _DIGITS_ALONE * len(reading.values):
            hits["PHONE_NUMBER"] = max(hits["PHONE_NUMBER"], dialled)
    known = kinds()
    return Counter(
        {t: n for t, n in hits.items() if t != PERSON and known[t].nature is Nature.DIRECT}
    )


def _names(
    column: str, reading: Reading, count: Callable[[Sequence[str]], int]
) -> Iterator[ColumnType]:
    family = next(f for f in families() if f.kinds[0].entity_type == PERSON and f.form)
    values = reading.values[:_OWN_VALUES]
    if reading.kind != "text" or len(values) < _FEW_VALUES:
        return
    if like(family, values) < _MOST * len(values):
        return
    matching = count(values)
    if matching >= _MOST * len(values):
        yield _weighed(column, reading, Holds.DIRECT, PERSON, matching=matching, read=len(values))


def _others(column: str, reading: Reading) -> Iterator[ColumnType]:
    """Yield quasi-identifiers and special categories."""
    promised = set(named(column))
    for family in families():
        nature = family.kinds[0].nature
        if nature is Nature.DIRECT or not reading.values:
            continue
        name = _NAME * (family in promised)
        told = family.telling(reading.values) if family.telling else 0.0
        matching = round(told * len(reading.values))
        if name and family.form:
            matching = max(matching, like(family, reading.values))
        kind = family.kinds[0].entity_type
        each = _weighed(column, reading, _HOLDS[nature], kind, name=name, matching=matching)
        if each.confidence >= LIKELY:
            yield each


def _prose(reading: Reading) -> int:
    """Return how many of the kept values are sentences rather than labels."""
    if reading.kind != "text":
        return 0
    return sum(len(value) >= 30 and value.count(" ") >= 4 for value in reading.values)


def _weighed(
    column: str,
    reading: Reading,
    holds: Holds,
    entity_type: str,
    *,
    matching: int,
    name: float = 0.0,
    read: int = 0,
) -> ColumnType:
    read = read or len(reading.values)
    confidence = 1 - (1 - name) * (1 - _VALUES * matching / read)
    basis = Basis.NAME if not matching else Basis.BOTH if name else Basis.VALUES
    return ColumnType(
        column=column,
        holds=holds,
        entity_type=entity_type,
        confidence=round(confidence, 4),
        basis=basis,
        values=matching,
        read=read,
        complete=reading.complete,
    )
