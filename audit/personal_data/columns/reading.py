"""Whole columns read for what they hold: different values first, and only those that could be one.

Each batch of rows is reduced to its different values; triggers run over them in Rust. Of all values,
and of the values that could belong to each family, those with the smallest hashes are kept: a sample
in which every different value is as likely as any other, and all of them where they are few enough.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from audit.personal_data import PERSON, families
from audit.personal_data.columns.scrambling import other_signs
from audit.personal_data.family import Certainty, Family, Nature
from audit.personal_data.scanning import scan

if TYPE_CHECKING:
    import polars as pl
    import pyarrow as pa

KEPT = 500
"""Different values of a column that are kept to judge what most of them look like."""
TRIED = 20_000
"""Different values that are read for each family whose trigger they match, unless all are asked for."""
SCRAMBLED = 2_000
"""Values with other digits that are read to learn how often chance confirms one."""
_TIMES_CHANCE = 3
_SURE = 0.001
"""Probability of so many by chance, up to which they are a fact."""
_PERHAPS = 0.05
"""The same, up to which a person must look."""
_ALIKE = 10
"""Values that differ in digits alone, from which on they say what is usual among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Direct identifiers of one type, confirmed by a check digit, a numbering plan or a label.

    Attributes
    ----------
    values, rows : int
        Different values with one, of those tried, and the rows that hold them.
    tried : int
        Different values that could hold one and were read.
    complete : bool
        Whether these are all values that could.
    sure : bool
        Whether chance is ruled out; if not, so many are rare by chance and no more.
    """

    entity_type: str
    values: int
    rows: int
    tried: int
    complete: bool
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read of a column. It holds values and stays in memory.

    Attributes
    ----------
    rows : int
        Rows in which the column is filled.
    distinct : int
        Different values; an estimate where `complete` is false.
    values : tuple of str
        Up to 500 different values, every one as likely as any other.
    complete : bool
        Whether `values` are all there are.
    partly : bool
        Whether only a sample of the values that could be an identifier was tried.
    """

    kind: str
    rows: int
    distinct: int
    values: tuple[str, ...] = field(repr=False)
    complete: bool
    facts: tuple[Fact, ...] = ()
    partly: bool = False


@cache
def identifying() -> tuple[Family, ...]:
    """Return the families whose members can be confirmed in a cell. Names never are."""
    return tuple(
        family
        for family in families()
        if family.find is not None
        and family.kinds[0].entity_type != PERSON
        and any(kind.nature is Nature.DIRECT for kind in family.kinds)
    )


def read_columns(
    tables: Iterable[pa.Table], kinds: Mapping[str, str], *, full: bool = False
) -> dict[str, Reading]:
    """Read columns table by table; memory holds one table and the values kept.

    Parameters
    ----------
    tables : iterable of pyarrow.Table
        Rows with these columns.
    kinds : mapping of str to str
        Column to type, as `audit.system.Frame.columns` gives it.
    full : bool, optional
        Whether to read every value that could be an identifier, however many there are.
    """
    import polars as pl

    columns = {name: _Column(kind, None if full else TRIED) for name, kind in kinds.items()}
    for table in tables:
        for name, column in columns.items():
            column.add(pl.Series("value", table.column(name)))
    return {name: column.reading() for name, column in columns.items()}


def _texts(values: pl.Series, kind: str) -> pl.Series:
    """Return the cells as text; a telephone number stored as 4.47e11 is one of twelve digits."""
    import polars as pl

    values = values.drop_nulls()
    if kind == "number":
        whole = values.filter((values % 1 == 0) & (values.abs() < 1e15))
        rest = values.filter((values % 1 != 0) | (values.abs() >= 1e15))
        return pl.concat([whole.cast(pl.Int64).cast(pl.String), rest.cast(pl.String)])
    texts = values.cast(pl.String)
    return texts.str.strip_chars() if kind == "text" else texts


class _Column:
    def __init__(self, kind: str, most: int | None) -> None:
        self.kind = kind
        self.rows = 0
        self.kept = _Smallest(KEPT)
        self.worth: defaultdict[str, _Smallest] = defaultdict(lambda: _Smallest(most))

    def add(self, values: pl.Series) -> None:
        import polars as pl

        texts = _texts(values, self.kind)
        counted = (
            texts.to_frame("value")
            .filter(pl.col("value") != "")
            .group_by("value")
            .agg(pl.len().cast(pl.Int64).alias("n"))
            .with_columns(pl.col("value").hash(0).alias("hash"))
        )
        self.rows += int(counted["n"].sum())
        self.kept.add(counted)
        if self.kind == "number":
            # Decimals are measurements; a telephone number became a float because some are missing.
            counted = counted.filter(~pl.col("value").str.contains(r"[.eE]"))
        if self.kind in ("text", "integer", "number"):
            for family, rows in _triggered(counted["value"]):
                self.worth[family.name].add(counted[rows])

    def reading(self) -> Reading:
        values = self.kept.values()
        return Reading(
            kind=self.kind,
            rows=self.rows,
            distinct=self.kept.distinct,
            values=values,
            complete=self.kept.complete,
            facts=tuple(self._facts()),
            partly=not all(kept.complete for kept in self.worth.values()),
        )

    def _facts(self) -> Iterable[Fact]:
        tried = {f.name: self.worth[f.name] for f in identifying() if f.name in self.worth}
        texts = tuple(dict.fromkeys(v for kept in tried.values() for v in kept.values()))
        sure = {
            texts[place]: {s.entity_type for s in spans if s.certainty is Certainty.CONFIRMED}
            for place, spans in scan(texts, identifying())
        }
        for family in identifying():
            if family.name not in tried:
                continue
            kept = tried[family.name]
            rows = kept.counts()
            own = {kind.entity_type for kind in family.kinds if kind.nature is Nature.DIRECT}
            confirmed = _exceptional({value: own & sure.get(value, set()) for value in rows})
            hits = sum(bool(types) for types in confirmed.values())
            others = [value for value, types in confirmed.items() if not types]
            chance = _probability(hits, family, others)
            if chance > _PERHAPS:
                continue
            values = Counter(t for types in confirmed.values() for t in types)
            for entity_type, different in sorted(values.items()):
                yield Fact(
                    entity_type=entity_type,
                    values=different,
                    rows=sum(rows[v] for v, types in confirmed.items() if entity_type in types),
                    tried=len(rows),
                    complete=kept.complete,
                    sure=chance <= _SURE,
                )


def _triggered(values: pl.Series) -> Iterable[tuple[Family, pl.Series]]:
    """Yield each family with the places of the values its trigger matches."""
    reading = identifying()
    quick = [family for family in reading if family.trigger]
    any_of = "|".join(f"(?:{family.trigger})" for family in quick)
    left = values.str.contains(any_of).arg_true()
    some = values.gather(left)
    for family in reading:
        if not family.trigger:
            yield family, values.is_not_null().arg_true()
        elif len(some):
            rows = left.filter(some.str.contains(family.trigger))
            if len(rows):
                yield family, rows


def _exceptional(confirmed: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Return what is confirmed in each value, without those of a shape whose values mostly are not.

    Of bare numbers of twelve digits a few begin like a telephone number of some country. Among the
    others, which differ from them in digits alone, that is chance, and says nothing of other shapes.
    """
    alike: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for value, types in confirmed.items():
        shape = re.sub(r"\d", "0", value)
        alike[shape] += 1
        held[shape] += bool(types)
    usual = {shape for shape, n in alike.items() if n >= _ALIKE and held[shape] < n / 2}
    return {v: types for v, types in confirmed.items() if re.sub(r"\d", "0", v) not in usual}


def _probability(hits: int, family: Family, others: Sequence[str]) -> float:
    """Return how probable so many confirmed values beside `others` are by chance; 0 where most are.

    The rate by chance is itself an estimate, so that up to three times as many are always chance.
    """
    from scipy.stats import binom

    n = hits + len(others)
    if hits > n / 2:
        return 0.0
    rate = by_chance(family, others) if hits else 1.0
    return float(binom.sf(hits - 1, n, rate)) if hits > _TIMES_CHANCE * n * rate else 1.0


def by_chance(family: Family, values: Sequence[str]) -> float:
    """Return how often values that are not confirmed would be, with other digits in their places."""
    confirmed, tried = by_chance_of(family, values)
    return confirmed / tried if tried else 0.0


def by_chance_of(family: Family, values: Sequence[str], tries: int = SCRAMBLED) -> tuple[int, int]:
    """Return how many of how many tries are confirmed: values that are not, with other digits.

    One check digit of ten holds by accident in a tenth of all numbers of its form: in a column of a
    million reference numbers that proves nothing, and in a column of remarks one number does. Numbers of
    one office begin alike, with a year, a letter or zeros: so the digits of the second half alone are
    changed, too, and letters with the digits. Of the three ways the one that confirms most counts.
    """
    chosen = list(values[:tries])
    if not chosen or family.find is None:
        return 0, 0
    times = -(-tries // len(chosen))
    ways = other_signs(chosen * times)
    return max(sum(map(partial(_confirmed, family), way)) for way in ways), times * len(chosen)


def _confirmed(family: Family, text: str) -> bool:
    found = family.find(text) if family.find else ()
    return any(span.certainty is Certainty.CONFIRMED for span in found)


class _Smallest:
    """The different values with the smallest hashes, and the rows that hold each."""

    def __init__(self, most: int | None) -> None:
        self.most = most
        self.complete = True
        self._table: Any = None

    def add(self, counted: pl.DataFrame) -> None:
        import polars as pl

        if self._table is None:
            both = counted
        else:
            if not self.complete:
                counted = counted.filter(pl.col("hash") <= self._table["hash"].max())
            both = pl.concat([self._table, counted]).group_by("value").agg(
                pl.col("n").sum(), pl.col("hash").first()
            )  # fmt: skip
        if self.most is not None and len(both) > self.most:
            self.complete = False
            both = both.bottom_k(self.most, by=["hash", "value"])
        self._table = both

    @property
    def distinct(self) -> int:
        """How many different values were added: counted, or estimated from the largest hash kept."""
        if self._table is None:
            return 0
        if self.complete:
            return len(self._table)
        return int((len(self._table) - 1) / (int(self._table["hash"].max()) / 2**64))

    def counts(self) -> dict[str, int]:
        table = self._table.sort("hash", "value") if self._table is not None else None
        return {} if table is None else dict(zip(table["value"], table["n"], strict=True))

    def values(self) -> tuple[str, ...]:
        return tuple(self.counts())
