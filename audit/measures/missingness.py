"""Which columns lack values, for whom, and where a column is empty because another says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from audit.evidence import Rate
from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public
from audit.measures._bars import GROUP, PEOPLE, merged, words
from audit.measures._recorded import recorded
from audit.measures._rows import KEY
from audit.plan import label
from audit.system import Part
from audit.vocabulary import NOT_RECORDED, FigureKind

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

RECORDED_FOR_SOME = (
    "y_true",
    "human_decision",
    "random_arm",
    "selection_probability",
    "selection_stratum",
    "reviewer",
    "seconds",
    "reason",
    "appeal",
)
"""Roles that are filled only for some people by the way decisions are made and checked."""

MOST_LEVELS = 20
FEWEST_IN_LEVEL = 30
DRAWN = 8
COMPARABLE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMissing:
    """One column in which values are missing.

    Attributes
    ----------
    overall : Rate
        Rows without a value, of the rows the column applies to.
    by : mapping of str to (mapping of str to Rate)
        The same by group, for each sensitive feature.
    depends_on : str
        Declared column at some levels of which this one is always empty; those rows are not
        counted. Empty if there is none.
    """

    column: str
    overall: Rate
    by: Mapping[str, Mapping[str, Rate]]
    depends_on: str = ""

    def gap(self, feature: str) -> float:
        """Return how far the group that lacks most lies above everyone else's missing share.

        A fraction in [0, 1]; groups with fewer than 30 rows on either side are not compared.
        """
        rates = self.by.get(feature, {})
        n, events = sum(r.n for r in rates.values()), sum(r.events for r in rates.values())
        gaps = [
            r.events / r.n - (events - r.events) / (n - r.n)
            for r in rates.values()
            if min(r.n, n - r.n) >= COMPARABLE
        ]
        return max(gaps, default=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missingness:
    """The columns of a part by how they lack values.

    Attributes
    ----------
    columns : tuple of ColumnMissing
        Columns with missing values that are asked of everyone, or of everyone the column applies to.
    by_role : tuple of str
        Columns whose role is filled only for some people; not compared.
    by_design : mapping of str to str
        Columns that are empty only at levels of another column, and that column.
    empty : tuple of str
        Columns without a single value.
    """

    rows: int
    columns: tuple[ColumnMissing, ...]
    by_role: tuple[str, ...] = ()
    by_design: Mapping[str, str] = field(default_factory=dict)
    empty: tuple[str, ...] = ()

    def may_be_said(self, column: ColumnMissing, feature: str, fewest: int) -> bool:
        """Tell whether a column's missing values may be printed by the groups of a feature.

        Of a column that makes groups itself they are the cells of "not recorded" in the table of both
        features, where few people lose their line.
        """
        if column.column not in {name for each in self.columns for name in each.by}:
            return True
        return not any(0 < rate.events < fewest for rate in column.by[feature].values())


def make(part: Part) -> Missingness:
    """Count the missing values of each incomplete column by group."""
    missing = {column: n for column, n in part.frame.missing().items() if n > 0}
    roles = part.plan.roles
    some = {column for role in RECORDED_FOR_SOME for column in roles.all(role)}
    empty = tuple(column for column, n in missing.items() if n == part.frame.rows)
    asked = [column for column in missing if column not in some and column not in empty]
    emptying = _emptying(part, asked)
    counted = _by_group(part, asked, emptying)
    partly = [column for column in counted if column.overall.events > 0]
    return Missingness(
        rows=part.frame.rows,
        columns=tuple(partly),
        by_role=tuple(column for column in missing if column in some and column not in empty),
        by_design={c.column: c.depends_on for c in counted if c.overall.events == 0},
        empty=empty,
    )


def _declared(part: Part) -> list[str]:
    """Return the columns the plan names that may say to whom another column applies.

    A sensitive feature may not: a column empty for one group only is the very thing looked for.
    """
    roles = part.plan.roles
    apart = {
        column
        for role in ("sensitive_features", "identifiers", "reviewer", "text", "time", "cluster")
        for column in roles.all(role)
    }
    named = [column for columns in roles.columns.values() for column in columns]
    kinds = part.frame.columns
    return [
        column
        for column in dict.fromkeys([*named, *part.plan.columns])
        if column not in apart and kinds.get(column) in ("text", "boolean", "integer")
    ]


def _emptying(part: Part, asked: Sequence[str]) -> dict[str, tuple[str, frozenset[str]]]:
    """Find, for each column, the declared column and its levels at which it is always empty.

    The levels must hold at least half of what is missing, or the dependence is not the reason.
    """
    declared = _declared(part)
    if not asked or not declared:
        return {}
    tally = _Tally(declared, len(asked), most_levels=MOST_LEVELS)
    for batch in part.frame.batches([*dict.fromkeys([*asked, *declared])]):
        tally.add({key: batch[key] for key in declared}, _nulls(part, batch, asked))
    missing = part.frame.missing()
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for position, column in enumerate(asked):
        best = missing[column] / 2
        for key, levels in tally.levels():
            if key == column:
                continue
            always = {
                level: int(sums[position])
                for level, (n, sums) in levels.items()
                if level != NOT_RECORDED and n >= FEWEST_IN_LEVEL and sums[position] == n
            }
            if sum(always.values()) > best:
                best = sum(always.values())
                found[column] = (key, frozenset(always))
    return found


def _by_group(
    part: Part, asked: Sequence[str], emptying: Mapping[str, tuple[str, frozenset[str]]]
) -> list[ColumnMissing]:
    """Count missing values and rows by group, among the rows each column applies to."""
    import numpy as np

    features = part.plan.roles.all("sensitive_features")
    width = len(asked)
    tally = _Tally(features, 2 * width)
    overall = np.zeros(2 * width, np.int64)
    needed = [*asked, *(KEY + f for f in features), *(key for key, _ in emptying.values())]
    for batch in part.frame.batches([*dict.fromkeys(needed)]) if asked else ():
        applies = np.ones((batch.num_rows, width), bool)
        for position, column in enumerate(asked):
            if column in emptying:
                key, levels = emptying[column]
                codes, labels = _encoded(batch[key])
                applies[:, position] = ~np.isin(labels, list(levels))[codes]
        both = np.hstack([_nulls(part, batch, asked) & applies, applies])
        overall += both.sum(axis=0)
        tally.add({f: batch[KEY + f] for f in features}, both)
    groups = dict(tally.levels())
    return [
        ColumnMissing(
            column=column,
            overall=Rate(int(overall[position]), int(overall[width + position])),
            by={
                feature: {
                    level: Rate(int(sums[position]), int(sums[width + position]))
                    for level, (_, sums) in groups[feature].items()
                }
                for feature in features
                if feature in groups and feature != column
            },
            depends_on=emptying.get(column, ("", frozenset()))[0],
        )
        for position, column in enumerate(asked)
    ]


class _Tally:
    """Sums of flags by the levels of several keys, batch after batch."""

    def __init__(self, keys: Sequence[str], width: int, most_levels: int | None = None) -> None:
        self._sums: dict[str, dict[str, tuple[int, np.ndarray]]] = {key: {} for key in keys}
        self._width = width
        self._most = most_levels

    def add(self, batch: Mapping[str, Any], flags: np.ndarray) -> None:
        """Add a batch; a key with too many levels is dropped."""
        import numpy as np

        for key in list(self._sums):
            codes, labels = _encoded(batch[key])
            levels = self._sums[key]
            order = np.argsort(codes, kind="stable")
            present, starts, n = np.unique(codes[order], return_index=True, return_counts=True)
            if len(present) == 0:
                continue
            sums = np.add.reduceat(flags[order], starts, axis=0, dtype=np.int64)
            for code, people, flagged in zip(present, n, sums, strict=True):
                level = labels[code]
                before = levels.get(level, (0, np.zeros(self._width, np.int64)))
                levels[level] = (before[0] + int(people), before[1] + flagged)
            if self._most is not None and len(levels) > self._most:
                del self._sums[key]

    def levels(self) -> Iterator[tuple[str, Mapping[str, tuple[int, np.ndarray]]]]:
        """Yield each key with its levels: rows, and sums of flags."""
        yield from self._sums.items()


def _nulls(part: Part, batch: pa.Table, columns: Sequence[str]) -> np.ndarray:
    import numpy as np

    nulls = [recorded(part, batch, c).is_null().to_numpy(zero_copy_only=False) for c in columns]
    return np.column_stack(nulls)


def _encoded(column: Any) -> tuple[np.ndarray, list[str]]:
    """Return each row's position in the list of levels, and the levels as text."""
    import numpy as np

    encoded = column.combine_chunks().dictionary_encode()
    levels = [NOT_RECORDED if v is None else label(v) for v in encoded.dictionary.to_pylist()]
    codes = encoded.indices.fill_null(len(levels)).to_numpy(zero_copy_only=False)
    return codes.astype(np.int64), [*levels, NOT_RECORDED]


def figures(found: Missingness, public: Public) -> Sequence[Figure]:
    """Draw the missing shares by group of the columns in which groups differ most."""
    features = dict.fromkeys(feature for column in found.columns for feature in column.by)
    return [_figure(feature, found, public) for feature in features]


def _figure(feature: str, found: Missingness, public: Public) -> Figure:
    columns = sorted(found.columns, key=lambda c: (-c.gap(feature), c.column))
    rows: list[tuple[Cell, ...]] = []
    asked = [c for c in columns if feature in c.by]
    shown = [c for c in asked if found.may_be_said(c, feature, public.min_cell)]
    for column in shown[:DRAWN]:
        rates = column.by[feature]
        for group, rate in merged(rates, public.groups(feature, rates)).items():
            if rate.n >= public.min_cell:
                rows.append((column.column, group, round(rate.n), rate.value))
    return Figure(
        id=f"missing-{feature}",
        kind=FigureKind.BARS,
        title=words("missing_title", "Values missing, by {feature}", feature=feature),
        takeaway=words(
            "missing_takeaway",
            "{columns:count|column lacks|columns lack} some values; shown are those in which groups differ most.",
            columns=len(found.columns),
        ),
        columns=(
            Column(name="label", heading=words("heading_column", "Column")),
            Column(name="series", heading=GROUP),
            Column(name="n", heading=PEOPLE, unit="count"),
            Column(name="value", heading=words("heading_missing", "Share missing"), unit="rate"),
        ),
        rows=tuple(rows),
        note=words(
            "missing_note",
            "Rows to which a column does not apply, as another column says, are not counted.",
        ),
    )


MISSINGNESS = Measure(
    name="missingness",
    payload=Missingness,
    make=make,
    figures=figures,
    needs=("sensitive_features",),
)
