from __future__ import annotations

import pytest

from audit.checks.data.da109_outcome_known import da109
from audit.evidence import Rate
from audit.measures.outcome_coverage import OutcomeCoverage

ROLES = '[roles]\ny_true = "truth"\ny_pred = "stream"\nrandom_arm = "qa"\noutcome_known = "{}"\n'


def _found(selected, rest, arm=None, arm_sides=("1", "0")):
    everyone = Rate(selected.events + rest.events, selected.n + rest.n)
    sides = {"y_pred": {"1": selected, "0": rest}}
    return OutcomeCoverage(
        everyone=everyone,
        by_decision=sides,
        arm=arm,
        arm_by_decision={"y_pred": dict.fromkeys(arm_sides, Rate(1, 1))} if arm else {},
    )


def _put(put, known, found):
    return put(da109, found, ROLES.format(known))


def test_everyone(put):
    said = _put(put, "everyone", _found(Rate(200, 200), Rate(800, 800)))
    assert said.outcome == "pass"
    assert said.text == "An outcome is recorded for 100.0 % of 1,000 people, whatever was decided."


def test_the_plan_says_everyone_and_the_data_say_otherwise(put):
    said = _put(put, "everyone", _found(Rate(200, 200), Rate(0, 800)))
    assert said.outcome == "fail"
    assert (
        "none is recorded for the 800 people on one side of the decision in 'stream'" in said.text
    )


@pytest.mark.parametrize(("recorded", "outcome"), [(950, "pass"), (949, "review")])
def test_everyone_but_some(put, recorded, outcome):
    found = _found(Rate(200, 200), Rate(recorded - 200, 800))
    assert _put(put, "everyone", found).outcome == outcome


@pytest.mark.parametrize(("people", "outcome"), [(10, "fail"), (9, "pass")])
def test_a_side_of_a_handful_of_people_contradicts_nothing(put, people, outcome):
    found = _found(Rate(990, 990), Rate(0, people))
    assert _put(put, "everyone", found).outcome == outcome


def test_a_random_arm_with_its_size(put):
    said = _put(put, "random_arm", _found(Rate(20, 200), Rate(80, 800), Rate(100, 100)))
    assert said.outcome == "pass"
    assert "a random arm of 100 people among 1,000 people" in said.text


@pytest.mark.parametrize(
    ("arm", "sides", "outcome"),
    [
        (Rate(0, 100), ("1", "0"), "fail"),
        (Rate(100, 100), ("1",), "fail"),
        (Rate(94, 100), ("1", "0"), "review"),
        (Rate(95, 100), ("1", "0"), "pass"),
        (None, (), "not_assessed"),
    ],
)
def test_an_arm_that_identifies_nothing(put, arm, sides, outcome):
    found = _found(Rate(20, 200), Rate(80, 800), arm, sides)
    assert _put(put, "random_arm", found).outcome == outcome


def test_known_only_for_those_selected(put):
    said = _put(put, "selected", _found(Rate(200, 200), Rate(0, 800)))
    assert said.outcome == "fail"
    assert said.answer.settle is not None


def test_undeclared(put):
    said = _put(put, "unknown", _found(Rate(200, 200), Rate(800, 800)))
    assert said.outcome == "not_assessed"
    assert said.answer.needs == ("outcome_known",)
    assert _put(put, "unknown", _found(Rate(200, 200), Rate(0, 800))).outcome == "fail"


def test_no_truth_at_all_is_not_one_sided(put):
    assert _put(put, "unknown", _found(Rate(0, 200), Rate(0, 800))).outcome == "not_assessed"


def test_contract(clean_wording):
    # Marked as using the truth it would be withheld where it is needed most.
    assert not da109.uses_truth
    clean_wording(da109)
