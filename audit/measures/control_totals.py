"""Published totals beside what the file holds, gaps in numbering, and months without a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from audit.errors import PlanError, did_you_mean
from audit.measure import Measure, Tables
from audit.personal_data.masking import masked
from audit.plan import label
from audit.system import Margin, Part

ROWS = "rows"
"""The key of `[data] totals` that stands for the whole table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """One published total and its count here; `column` is `rows` for the whole table.

    Attributes
    ----------
    exact : bool
        Whether the count may be printed: it does not help to work out a group that other tables withhold.
    """

    column: str
    label: str
    stated: int
    counted: int
    exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """An identifier of whole numbers: how many of those between the first and the last are absent."""

    column: str
    between: int
    absent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlTotals:
    """What speaks for or against the file being whole.

    Attributes
    ----------
    months : int
        Months from the first row to the last, both included; 0 without a time column.
    months_absent : tuple of str
        Months in between without a row, as `YYYY-MM`.
    """

    rows: int
    totals: tuple[Total, ...]
    numbering: tuple[Numbering, ...] = ()
    months: int = 0
    months_absent: tuple[str, ...] = ()


def margins(part: Part) -> Sequence[Margin]:
    """Ask for the rows by each column a total is published for.

    Raises
    ------
    PlanError
        With slug `unknown-column` if there is no such column.
    """
    columns = [column for column in part.plan.data.totals if column != ROWS]
    for column in columns:
        if column not in part.frame.columns:
            raise PlanError(
                f"data.totals names '{column}', which is not a column of part '{part.name}'",
                slug="unknown-column",
                hint=did_you_mean(column, part.frame.columns),
            )
    return [Margin((column,)) for column in columns]


def make(part: Part, tables: Tables) -> ControlTotals:
    """Compare the totals, then look at numbering and months where the plan names such columns."""
    counted = {cells.keys[0]: {g: n for (g,), n in cells.rows()} for cells in tables}
    stated = part.plan.data.totals
    free = {column for column, people in counted.items() if _free(part, column, people)}
    totals = [
        Total(column=ROWS, label=masked(name), stated=n, counted=part.frame.rows)
        for name, n in stated.get(ROWS, {}).items()
    ]
    totals += [
        Total(
            column=column,
            label=masked(label(name)),
            stated=n,
            counted=counted[column].get(label(name), 0),
            exact=column in free,
        )
        for column, published in stated.items()
        if column != ROWS
        for name, n in published.items()
    ]
    months, absent = _months(part)
    return ControlTotals(
        rows=part.frame.rows,
        totals=tuple(totals),
        numbering=tuple(_numbering(part)),
        months=months,
        months_absent=absent,
    )


def _free(part: Part, column: str, people: Mapping[Any, int]) -> bool:
    """Tell whether the sizes of a column's groups may all be told.

    A small group withholds larger ones, and those of other features or of other parts can, too.
    """
    features = part.plan.roles.all("sensitive_features")
    small = any(n < part.audit.report.min_cell for n in people.values())
    crossed = column in features and len(features) > 1
    return not small and not crossed and len(part.audit.parts) == 1


def _numbering(part: Part) -> list[Numbering]:
    found = []
    for column in part.plan.roles.all("identifiers"):
        if part.frame.columns.get(column) != "integer":
            continue
        (moments,) = part.frame.moments(column)
        if moments["n"]:
            between = int(moments["max"]) - int(moments["min"]) + 1
            found.append(
                Numbering(
                    column=column, between=between, absent=between - part.frame.distinct(column)
                )
            )
    return found


def _months(part: Part) -> tuple[int, tuple[str, ...]]:
    import numpy as np

    column = part.plan.roles.one("time")
    if column is None or part.frame.columns.get(column) != "date":
        return 0, ()
    seen: set[Any] = set()
    for batch in part.frame.batches([column]):
        stamps = np.asarray(batch[column].cast("timestamp[us]").to_numpy())
        seen.update(np.unique(stamps[~np.isnat(stamps)].astype("datetime64[M]")).tolist())
    if not seen:
        return 0, ()
    whole = np.arange(min(seen), np.datetime64(max(seen), "M") + 1, dtype="datetime64[M]")
    return len(whole), tuple(str(month) for month in whole if month.item() not in seen)


CONTROL_TOTALS = Measure(
    name="control_totals",
    payload=ControlTotals,
    margins=margins,
    make=make,
    needs=("data.totals",),
    version=2,
)
