"""Lengths of time as a plan says them, and the day they are counted from."""

from __future__ import annotations

from datetime import date

import pytest

from audit.retention import Kept, last_day, read


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("5 years", Kept(5, "years")),
        ("1 year", Kept(1, "years")),
        (" 18 Months ", Kept(18, "months")),
        ("2 weeks", Kept(2, "weeks")),
        ("30days", Kept(30, "days")),
        ("five years", None),
        ("0 years", None),
        ("-1 years", None),
        ("5", None),
        ("5 years and 2 days", None),
        ("", None),
    ],
)
def test_what_a_plan_may_say(text: str, kept: Kept | None) -> None:
    assert read(text) == kept


@pytest.mark.parametrize(
    ("kept", "before"),
    [
        (Kept(1, "days"), date(2024, 2, 28)),
        (Kept(2, "weeks"), date(2024, 2, 15)),
        (Kept(1, "months"), date(2024, 1, 29)),
        (Kept(12, "months"), date(2023, 2, 28)),
        (Kept(1, "years"), date(2023, 2, 28)),
        (Kept(4, "years"), date(2020, 2, 29)),
    ],
)
def test_back_from_a_leap_day(kept: Kept, before: date) -> None:
    assert kept.before(date(2024, 2, 29)) == before


def test_across_the_turn_of_a_year() -> None:
    assert Kept(1, "months").before(date(2024, 1, 31)) == date(2023, 12, 31)
    assert Kept(2, "months").before(date(2024, 4, 30)) == date(2024, 2, 29)


@pytest.mark.parametrize("kept", [Kept(99999, "years"), Kept(99999, "weeks"), Kept(2024, "years")])
def test_before_the_calendar_begins(kept: Kept) -> None:
    with pytest.raises(OverflowError):
        kept.before(date(1500 if kept.unit == "weeks" else 2024, 1, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-03-31", date(2025, 3, 31)),
        ("2025", date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-01 to 2024-06", date(2024, 6, 30)),
        ("1 March 2024 to 2025", date(2025, 12, 31)),
        ("2025-13", None),
        ("2025-02-30", None),
        ("file 20250331", None),
        ("", None),
    ],
)
def test_the_last_day_that_is_named(text: str, day: date | None) -> None:
    assert last_day(text) == day


def test_a_length_is_said_as_it_was_written() -> None:
    assert [str(Kept(1, "years")), str(Kept(18, "months"))] == ["1 year", "18 months"]
