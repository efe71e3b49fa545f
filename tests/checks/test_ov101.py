from __future__ import annotations

import pytest

from audit.checks.oversight.ov101_agreement import ov101
from audit.measures.oversight import Oversight, Pairs


def _found(low, high, n=1000, agreed=960, undecided=0):
    pairs = Pairs(both=agreed, machine_only=n - agreed)
    return Oversight(
        everyone=pairs, by={}, undecided=undecided, agreement_low=low, agreement_high=high,
        ratio=None, ratio_low=None, ratio_high=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("low", "high", "outcome"),
    [
        (0.9501, 0.99, "review"),
        (0.95, 0.99, "inconclusive"),
        (0.90, 0.9501, "inconclusive"),
        (0.90, 0.95, "pass"),
    ],
)
def test_at_the_limit(put, low, high, outcome):
    said = put(ov101, _found(low, high))
    assert said.outcome == outcome
    assert said.answer.interval == (low, high)
    assert said.answer.observed == 0.96


@pytest.mark.parametrize(("n", "outcome"), [(29, "inconclusive"), (30, "review")])
def test_thirty_decisions_are_needed(put, n, outcome):
    assert put(ov101, _found(0.96, 1.0, n=n, agreed=n)).outcome == outcome


def test_high_agreement_asks_a_question(put, clean_wording):
    said = put(ov101, _found(0.97, 0.99, undecided=3))
    assert said.text.endswith("Agreement this high needs an explanation: is disagreement possible?")
    assert said.notes == ("3 people without one of the two decisions are not counted.",)
    clean_wording(ov101)


def test_nobody(put):
    assert put(ov101, _found(0.0, 1.0, n=0, agreed=0)).outcome == "not_assessed"
