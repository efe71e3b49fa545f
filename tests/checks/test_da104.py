from __future__ import annotations

import pytest

from audit.checks.data.da104_birth_dates import da104
from audit.evidence import Rate
from audit.measures.birth_dates import JANUARY_1, MONTH_END, ROUND_AGE, BirthDates
from audit.vocabulary import MayConclude, Severity


def _births(form="dates", n=1000, **changed):
    expected = JANUARY_1 if form == "dates" else ROUND_AGE
    fields = {"marked": Rate(n * expected * 3, n), "expected": expected, "low": 0.0, "high": 1.0}
    return BirthDates(form=form, **{**fields, **changed})


@pytest.mark.parametrize(("form", "limit"), [("dates", 5 * JANUARY_1), ("ages", 1.75 * ROUND_AGE)])
def test_at_the_limit(put, form, limit):
    assert put(da104, _births(form, low=limit, high=0.9)).outcome == "inconclusive"
    assert put(da104, _births(form, low=limit + 1e-9, high=0.9)).outcome == "review"
    assert put(da104, _births(form, low=0.0, high=limit)).outcome == "pass"
    assert put(da104, _births(form, low=0.0, high=limit + 1e-9)).outcome == "inconclusive"


@pytest.mark.parametrize(("n", "outcome"), [(29, "inconclusive"), (30, "review")])
def test_thirty_people_are_needed(put, n, outcome):
    assert put(da104, _births(n=n, low=0.5, high=0.9)).outcome == outcome


def test_month_ends(put):
    found = _births(low=0.0, high=0.005, month_end=Rate(400, 1000), month_end_low=0.37)
    said = put(da104, found)
    assert said.outcome == "review"
    assert said.notes[0].startswith("40.0 % are recorded as born on the last day")
    assert (
        put(
            da104, _births(high=0.005, month_end=Rate(170, 1000), month_end_low=5 * MONTH_END)
        ).outcome
        == "pass"
    )


def test_it_is_a_note_and_never_fraud(put, clean_wording):
    said = put(da104, _births(marked=Rate(100, 1000), low=0.08, high=0.12, unreadable=4))
    assert da104.criterion.severity is Severity.MINOR
    assert da104.may_conclude is MayConclude.INDICATOR
    assert "says nothing about the people" in said.text
    assert not [text for text in da104.says.values() if "fraud" in text or "lie" in text.split()]
    assert "4 values are no date" in said.notes[0]
    clean_wording(da104)


def test_nobody_has_a_date(put):
    said = put(da104, _births(marked=Rate(0, 0)))
    assert said.outcome == "inconclusive"
    assert said.answer.observed is None
