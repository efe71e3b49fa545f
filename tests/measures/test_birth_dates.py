from __future__ import annotations

from datetime import date, datetime, time

import pytest
from pydantic import TypeAdapter
from scipy.stats import binomtest

from audit import serde
from audit.evidence import Rate
from audit.measures.birth_dates import BIRTH_DATES, BirthDates, make

PLAN = """
[roles]
birth_date = "born"
sensitive_features = ["nation"]
"""
DATES = (
    [date(1990, 1, 1)] * 6
    + [date(1991, 2, 28)] * 3
    + [date(1992, 2, 28)] * 2
    + [date(1990, 12, 31)]
    + [None] * 2
)
NATION = ["A"] * 6 + ["B"] * 8


@pytest.mark.parametrize("form", ["date", "text", "timestamp"])
def test_first_of_january_and_month_ends(opened, form):
    born = {
        "date": DATES,
        "text": [d and d.isoformat() for d in DATES],
        "timestamp": [d and datetime.combine(d, time(12)) for d in DATES],
    }[form]
    found = make(opened({"born": born, "nation": NATION}, PLAN))
    assert found.form == "dates"
    assert found.marked == Rate(6, 12)
    # 28 February ends the month in 1991 and not in the leap year 1992.
    assert found.month_end == Rate(4, 12)
    assert found.by == {"nation": {"A": Rate(6, 6), "B": Rate(0, 6)}}
    exact = binomtest(6, 12).proportion_ci(0.95, method="exact")
    assert (found.low, found.high) == pytest.approx((exact.low, exact.high))
    assert TypeAdapter(BirthDates).validate_python(serde.plain(found)) == found


def test_values_that_are_no_date_are_counted_and_not_guessed(opened):
    born = ["1990-01-01", "01/02/1990", "unknown", "1990-02-31", None]
    found = make(opened({"born": born, "nation": ["A"] * 5}, PLAN))
    assert found.marked == Rate(1, 1)
    assert found.unreadable == 3


def test_ages_by_whipple(opened):
    # Ages 23 to 62 once each: a fifth are multiples of 5, and Whipple's index is 1.
    ages = [*range(100), None]
    found = make(opened({"born": ages, "nation": ["A"] * 101}, PLAN))
    assert found.form == "ages"
    assert found.marked == Rate(8, 40)
    assert found.marked.value == pytest.approx(found.expected)
    assert found.month_end is None


def test_nobody(opened):
    found = make(opened({"born": ["x"], "nation": ["A"]}, PLAN))
    assert (found.marked, found.low, found.high) == (Rate(0, 0), 0.0, 1.0)


def test_figure_shows_shares_and_no_date(opened, public):
    columns = {"born": [date(1990, 1, 1)] * 30, "nation": ["A"] * 25 + ["B"] * 5}
    (figure,) = BIRTH_DATES.figures(make(opened(columns, PLAN)), public(small=("B",)))
    assert [(row[0], row[1]) for row in figure.rows] == [("A", 25)]
    assert "1990" not in repr(figure)
