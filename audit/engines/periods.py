"""Dates put together to weeks, months, quarters or years, as expressions every engine can compute."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw

_MONDAY = 719_465
"""Days from 1 March of the year 0 to the Monday before 1 January 1970."""


def number(date: nw.Expr, period: str) -> nw.Expr:
    """Return a whole number that names the period of each date, rising with time."""
    import narwhals.stable.v2 as nw

    year, month = date.dt.year().cast(nw.Int64), date.dt.month().cast(nw.Int64)
    match period:
        case "year":
            return year
        case "quarter":
            return year * 4 + (month - 1) // 3
        case "week":
            return _days(year, month, date.dt.day().cast(nw.Int64)) // 7
        case _:
            return year * 12 + month - 1


def _days(year: nw.Expr, month: nw.Expr, day: nw.Expr) -> nw.Expr:
    """Return the days since the Monday `_MONDAY`, from the calendar's own rule.

    Engines cut dates to weeks in different ways; whole numbers they all divide alike.
    """
    # The year begins in March, so that the leap day is its last. Not every engine has a remainder.
    shifted = month + 9 - (month + 9) // 12 * 12
    year = year - shifted // 10
    leap = year // 4 - year // 100 + year // 400
    return year * 365 + leap + (shifted * 153 + 2) // 5 + day - 1 - _MONDAY


def label(period: str) -> Callable[[Any], str | None]:
    """Return what the number of a period is written as: `2025`, `2025-Q1`, `2025-W09`, `2025-03`."""

    def written(value: Any) -> str | None:
        if value is None:
            return None
        place = int(value)
        match period:
            case "year":
                return f"{place:04d}"
            case "quarter":
                return f"{place // 4:04d}-Q{place % 4 + 1}"
            case "week":
                monday = dt.date(1969, 12, 29) + dt.timedelta(weeks=place)
                year, week, _ = monday.isocalendar()
                return f"{year:04d}-W{week:02d}"
            case _:
                return f"{place // 12:04d}-{place % 12 + 1:02d}"

    return written
