from __future__ import annotations

import pytest

from audit.checks.explanation.ex105_individual_reasons import ex105
from audit.measures.reasons import Reason, Reasons


def _found(low, high, recorded=100, most=61, code="R7", without=0, decided_by="human_decision"):
    top = (Reason(rank=1, code=code, people=most),) if recorded else ()
    return Reasons(
        decided_by=decided_by, recorded=recorded, without=without, distinct=4, entropy=1.25,
        top=top, low=low, high=high,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("low", "high", "outcome"),
    [
        (0.5001, 0.7, "review"),
        (0.5, 0.7, "inconclusive"),
        (0.3, 0.5001, "inconclusive"),
        (0.3, 0.5, "pass"),
    ],
)
def test_at_the_limit(put, low, high, outcome):
    said = put(ex105, _found(low, high))
    assert said.outcome == outcome
    assert said.answer.observed == 0.61


@pytest.mark.parametrize(("n", "outcome"), [(29, "inconclusive"), (30, "review")])
def test_thirty_reasons_are_needed(put, n, outcome):
    assert put(ex105, _found(0.8, 1.0, recorded=n, most=n)).outcome == outcome


def test_notes(put):
    said = put(ex105, _found(0.51, 0.7, without=12, decided_by=""))
    assert said.notes == (
        "The most frequent reason is the code 'R7'.",
        "4 different reasons are recorded; their entropy is 1.25 bits.",
        "For 12 people decided against, no reason is recorded.",
        "The plan does not say which decision is adverse, so all recorded reasons are counted.",
    )


def test_a_code_of_fewer_people_than_the_plan_allows_is_not_printed(put):
    said = put(ex105, _found(0.51, 0.7), "[report]\nmin_cell = 62\n")
    assert "R7" not in "".join(said.notes)
    assert "R7" in "".join(put(ex105, _found(0.51, 0.7), "[report]\nmin_cell = 61\n").notes)


def test_no_reason_recorded(put, clean_wording):
    said = put(ex105, _found(0.0, 1.0, recorded=0, without=50))
    assert said.outcome == "not_assessed"
    assert said.notes == ("For 50 people decided against, no reason is recorded.",)
    clean_wording(ex105)
