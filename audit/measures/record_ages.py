"""How many records are older than the plan lets them be, on the day the file was received.

Today's date plays no part: the same file and the same plan give the same count at any time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from audit import retention
from audit.measure import Measure
from audit.measures._recorded import recorded
from audit.plan import PartPlan, Plan
from audit.system import ROW, Part

if TYPE_CHECKING:
    import numpy as np

YEARS = (1900, 2100)
"""Whole numbers from the first up to the second are years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAges:
    """Records by whether their period had run out; no date of a record is kept.

    Attributes
    ----------
    column : str
        The date that the period counts from; empty if the plan names none.
    period : str
        As the plan says it, `5 years`; empty if it does not.
    as_of, before : str
        The day that is counted to, and the day before which a record is too old, as
        year-month-day; empty where the plan does not let them be told.
    older, twice : int
        Records from before that day, and those kept more than twice as long as they may be.
    later : int
        Records dated after `as_of`.
    undated : int
        Records without a date that can be read.
    """

    column: str
    period: str
    as_of: str
    before: str
    rows: int
    older: int
    twice: int
    later: int
    undated: int


def counted_from(part: PartPlan) -> str:
    """Return the column of dates that the period counts from; empty if the plan names none."""
    return part.data.retention_from or part.roles.one("time") or ""


def counted_to(part: PartPlan, plan: Plan) -> date | None:
    """Return the day the file was received, else the last day of the period audited."""
    return retention.last_day(part.data.received_on) or retention.last_day(plan.audit.period)


def _limits(part: Part) -> tuple[date, date, date] | None:
    """Return the day counted to, the last day allowed, and the day of twice the period."""
    period = retention.read(part.plan.data.retention)
    as_of = counted_to(part.plan, part.audit)
    if period is None or as_of is None or not counted_from(part.plan):
        return None
    try:
        before = period.before(as_of)
    except OverflowError:
        before = date.min
    try:
        twice = period.before(before)
    except OverflowError:
        twice = date.min
    return as_of, before, twice


def make(part: Part) -> RecordAges:
    """Pass once over the dates."""
    import numpy as np

    column, limits = counted_from(part.plan), _limits(part)
    older = twice = later = dated = 0
    if limits is not None:
        as_of, before, double = (np.datetime64(day, "D") for day in limits)
        for batch in part.frame.batches([column]):
            days = _days(recorded(part, batch, column))
            dated += int((~np.isnat(days)).sum())
            older += int((days < before).sum())
            twice += int((days < double).sum())
            later += int((days > as_of).sum())
    return RecordAges(
        column=column,
        period=str(retention.read(part.plan.data.retention) or ""),
        as_of=limits[0].isoformat() if limits else "",
        before=limits[1].isoformat() if limits else "",
        rows=part.frame.rows,
        older=older,
        twice=twice,
        later=later,
        undated=part.frame.rows - dated,
    )


def _days(column: Any) -> np.ndarray:
    """Return each row's day; of a year or a month alone, its last: a record is never made older."""
    import numpy as np
    import pyarrow as pa

    if pa.types.is_temporal(column.type):
        days = column.cast(pa.timestamp("us")).to_numpy(zero_copy_only=False)
        return np.asarray(days, dtype="datetime64[D]")
    encoded = column.dictionary_encode()
    parsed = [_day(value) for value in encoded.dictionary.to_pylist()]
    found = np.array([*parsed, None], dtype="datetime64[D]")
    days = found[encoded.indices.fill_null(len(parsed)).to_numpy(zero_copy_only=False)]
    return np.asarray(days)


def _day(value: object) -> date | None:
    # Only year-month-day is read: 03/04 has two readings, and a guess would age a record.
    if isinstance(value, int | float) and not isinstance(value, bool):
        whole = float(value).is_integer() and YEARS[0] <= value < YEARS[1]
        return date(int(value), 12, 31) if whole else None
    text = str(value).strip()
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return retention.last_day(text) if len(text) in (4, 7) else None


def locate(part: Part, key: str) -> Iterator[int]:  # noqa: ARG001 (the part has one period)
    """Yield the rows, counted from 0, of records that are too old."""
    import numpy as np

    limits = _limits(part)
    if limits is None:
        return
    column = counted_from(part.plan)
    for batch in part.frame.batches([column]):
        old = _days(recorded(part, batch, column)) < np.datetime64(limits[1], "D")
        yield from (int(row) for row in np.asarray(batch.column(ROW).to_numpy())[old])


MEASURE = Measure(name="record_ages", payload=RecordAges, make=make, locate=locate)
