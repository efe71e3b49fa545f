from __future__ import annotations

import pytest

from audit.checks.oversight.ov105_options import ov105
from audit.measures.options import Options
from audit.vocabulary import MayConclude

MONTHS = tuple(f"2025-{month:02d}" for month in range(1, 13))


def found(protect, n=400, **more):
    taken = {"refuse": tuple(n - x for x in protect), "protect": tuple(protect)}
    return Options(column="decision", periods=MONTHS[: len(protect)], taken=taken, **more)


def test_a_vanished_option_is_named_with_its_month(put):
    said = put(ov105, found([40] * 7 + [0] * 5, undecided=3, undated=2), family="lead")
    assert said.outcome == "fail"
    assert said.text == (
        "“protect” was 10.0 % of the decisions until 2025-07 and 0.0 % from 2025-08 on (0 of 2,000)."
    )
    assert said.notes[0].startswith("Some change of its share, of any size")
    assert "3 rows without a decision" in said.notes[1]
    assert "2 decisions without a date" in said.notes[2]


def test_an_option_in_use_passes_and_few_decisions_stay_open(put):
    assert put(ov105, found([100] * 12)).outcome == "pass"
    said = put(ov105, found([2, 3, 2, 3, 2, 3], n=20))
    assert said.outcome == "inconclusive"
    assert "protect" in said.text


def test_what_cannot_be_asked(put):
    assert put(ov105, Options(column="", periods=(), taken={})).outcome == "not_assessed"
    unordered = Options(column="decision", periods=(), taken={"a": ()})
    assert put(ov105, unordered).outcome == "not_assessed"
    said = put(ov105, found([40] * 3))
    assert said.outcome == "inconclusive"
    assert "too few periods" in said.text


@pytest.mark.parametrize(("people", "named"), [(9, False), (10, True)])
def test_an_option_of_few_people_is_not_named(put, people, named):
    counts = [0] * 12
    counts[0], counts[1] = people - 1, 1
    said = put(ov105, found(counts, n=4000))
    assert ("protect" in said.text + "".join(said.notes)) is named


def test_contract(clean_wording):
    assert ov105.may_conclude is MayConclude.LEAD
    clean_wording(ov105)
