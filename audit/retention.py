"""How long records may be kept, as a plan says it, and the day it is counted from."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

UNITS = ("days", "weeks", "months", "years")
_SAID = re.compile(r"\s*(\d{1,5})\s*(day|week|month|year)s?\s*", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)")


@dataclass(frozen=True, slots=True)
class Kept:
    """A length of time, in units of the calendar.

    Attributes
    ----------
    count : int
        1 or more.
    unit : str
        One of `UNITS`.
    """

    count: int
    unit: str

    def before(self, day: date) -> date:
        """Return the day that lies this long before another; 29 February becomes the 28th.

        Raises
        ------
        OverflowError
            If there is no such day in the calendar.
        """
        if self.unit in ("days", "weeks"):
            return day - timedelta(days=self.count * (7 if self.unit == "weeks" else 1))
        months = self.count * (12 if self.unit == "years" else 1)
        year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
        if year < 1:
            raise OverflowError("before the first year of the calendar")
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

    def __str__(self) -> str:
        return f"{self.count} {self.unit if self.count != 1 else self.unit.removesuffix('s')}"


def read(text: str) -> Kept | None:
    """Return what `5 years` or `18 months` says; None if it says no length of time.

    Examples
    --------
    >>> str(read("5 years")), str(read("1 month")), read("long"), read("0 days")
    ('5 years', '1 month', None, None)
    """
    said = _SAID.fullmatch(text)
    if said is None or int(said[1]) < 1:
        return None
    return Kept(int(said[1]), f"{said[2].lower()}s")


def last_day(text: str) -> date | None:
    """Return the last day that a text of the plan names: a day, or the end of a month or a year.

    Examples
    --------
    >>> str(last_day("2024-01 to 2024-02")), str(last_day("2025")), last_day("spring")
    ('2024-02-29', '2025-12-31', None)
    """
    days = []
    for year, month, day in _DAY.findall(text):
        try:
            ends = int(month or 12)
            days.append(date(int(year), ends, int(day or monthrange(int(year), ends)[1])))
        except ValueError:  # a number that is no date; IllegalMonthError is one, too
            continue
    return max(days, default=None)


def to_come(text: str, today: date) -> bool:
    """Return whether a text names a day, a month or a year that has not begun.

    Examples
    --------
    >>> today = date(2026, 5, 1)
    >>> to_come("2026-05-02", today), to_come("2026", today), to_come("2027", today), to_come("", today)
    (True, False, True, False)
    """
    now = f"{today:%Y-%m-%d}"
    named = ("-".join(part for part in found if part) for found in _DAY.findall(text))
    return any(each > now[: len(each)] for each in named)
