from __future__ import annotations

import pytest

from audit.checks.oversight.ov104_agreement_over_time import ov104
from audit.measures.agreement import SIDES, Agreement, Share
from audit.vocabulary import MayConclude

MONTHS = tuple(f"2025-{month:02d}" for month in range(1, 13))


def found(start, end, n=600, months=MONTHS):
    last = max(len(months) - 1, 1)

    def side(first, final):
        return tuple(
            Share(
                period=t, reviewer="", agreed=round(n * (first + (final - first) * t / last)), n=n
            )
            for t in range(len(months))
        )

    return Agreement(periods=months, sides={SIDES[1]: side(start, end), SIDES[0]: side(0.9, 0.9)})


@pytest.mark.parametrize(
    ("start", "end", "outcome", "word"),
    [
        (0.7, 0.9, "review", "grew by more than 5.0 percentage points"),
        (0.9, 0.7, "review", "fell by more than 5.0 percentage points"),
        (0.8, 0.8, "pass", "did not grow"),
        (0.8, 0.85, "inconclusive", "fit both"),
    ],
)
def test_rise_and_fall_are_told_apart(put, start, end, outcome, word):
    said = put(ov104, found(start, end))
    assert said.outcome == outcome
    assert word in said.text


def test_the_side_is_named(put):
    said = put(ov104, found(0.7, 0.9))
    assert said.text.startswith("Where the machine decided positive, the human agreed with 70.0 %")


def test_what_cannot_be_asked(put):
    assert put(ov104, found(0.7, 0.9, months=())).outcome == "not_assessed"
    assert put(ov104, found(0.7, 0.9, months=MONTHS[:3])).outcome == "inconclusive"


def test_contract(clean_wording):
    assert ov104.may_conclude is MayConclude.INDICATOR
    clean_wording(ov104)
