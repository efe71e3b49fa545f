from __future__ import annotations

import pytest

from audit.checks.oversight.ov102_corrections import ov102
from audit.measures.oversight import Oversight, Pairs, _ratio
from audit.vocabulary import MayConclude, Worse

PLAN = '[roles]\npositive_is = "{}"\n'


def _found(positive, negative):
    """Return evidence from (overturned, people) on the positive and on the negative side."""
    pairs = Pairs(
        machine_only=positive[0], both=positive[1] - positive[0],
        human_only=negative[0], neither=negative[1] - negative[0],
    )  # fmt: skip
    ratio, low, high = _ratio(pairs)
    return Oversight(
        everyone=pairs, by={}, undecided=0, agreement_low=0, agreement_high=1,
        ratio=ratio, ratio_low=low, ratio_high=high,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("stakes", "positive", "negative", "direction", "leading"),
    [
        ("adverse", (40, 2000), (110, 2000), "towards_refusal", "fail"),
        ("adverse", (110, 2000), (40, 2000), "towards_grant", "review"),
        ("favourable", (40, 2000), (110, 2000), "towards_grant", "review"),
        ("favourable", (110, 2000), (40, 2000), "towards_refusal", "fail"),
        ("unstated", (40, 2000), (110, 2000), "towards_positive", "fail"),
        ("unstated", (110, 2000), (40, 2000), "towards_negative", "fail"),
    ],
)
def test_direction_depends_on_which_label_hurts(
    put, stakes, positive, negative, direction, leading
):
    plan = PLAN.format(stakes) + "[checks.OV102]\nlimit = { ratio = 1.5 }\n"
    said = put(ov102, _found(positive, negative), plan)
    assert said.outcome == "review"
    assert put(ov102, _found(positive, negative), plan, family="lead").outcome == leading
    assert said.answer.params["direction"] == direction
    assert said.answer.metric == "override_ratio"
    (hypothesis,) = said.answer.hypotheses
    assert hypothesis.ratio == pytest.approx(2.75)
    assert hypothesis.ratio_interval[0] < 2.75 < hypothesis.ratio_interval[1]
    assert (said.answer.worse is Worse.EITHER) == (stakes == "unstated")
    assert "5.5 %" in said.text
    assert "2.0 %" in said.text
    assert "2.75 times" in said.text


def test_one_direction_is_tested_once_and_both_ways_cost_twice(put):
    stated = put(ov102, _found((40, 2000), (110, 2000)), PLAN.format("adverse"))
    unstated = put(ov102, _found((40, 2000), (110, 2000)), PLAN.format("unstated"))
    assert unstated.answer.hypotheses[0].p_value == pytest.approx(
        2 * stated.answer.hypotheses[0].p_value
    )


def test_in_the_persons_favour_nothing_fails(put):
    said = put(ov102, _found((600, 1000), (10, 1000)), PLAN.format("adverse"), family="lead")
    assert said.outcome == "review"
    assert said.answer.hypotheses[0].p_value == 1.0


@pytest.mark.parametrize(
    ("overturned", "outcome"), [(2000, "inconclusive"), (2300, "fail"), (1700, "pass")]
)
def test_around_the_ratio_limit(put, overturned, outcome):
    found = _found((1000, 20_000), (overturned, 20_000))
    assert put(ov102, found, PLAN.format("adverse"), family="lead").outcome == outcome


def test_few_corrections_settle_nothing(put):
    found = _found((4, 100), (12, 100))
    assert put(ov102, found, PLAN.format("adverse")).outcome == "inconclusive"


def test_never_overturned_one_way(put):
    said = put(ov102, _found((0, 500), (60, 500)), PLAN.format("adverse"))
    assert said.outcome == "review"
    (hypothesis,) = said.answer.hypotheses
    assert hypothesis.ratio is None
    assert hypothesis.ratio_interval[1] is None
    assert said.text.startswith(
        "Officers overturned 12.0 % of the machine's favourable decisions and none"
    )


@pytest.mark.parametrize(
    ("positive", "negative"), [((0, 100), (0, 100)), ((5, 29), (5, 100)), ((5, 100), (5, 29))]
)
def test_too_little_to_compare(put, positive, negative):
    assert put(ov102, _found(positive, negative), PLAN.format("adverse")).outcome == "inconclusive"


def test_contract(clean_wording):
    assert ov102.may_conclude is MayConclude.LEAD
    clean_wording(ov102)
