from __future__ import annotations

import pytest

from audit.checks.oversight.ov102_corrections import ov102
from audit.measures.oversight import Oversight, Pairs, _ratio
from audit.vocabulary import MayConclude

PLAN = '[roles]\npositive_is = "{}"\n'


def _found(positive, negative, limits=None):
    """Return evidence from (overturned, people) on the positive and on the negative side."""
    pairs = Pairs(
        machine_only=positive[0], both=positive[1] - positive[0],
        human_only=negative[0], neither=negative[1] - negative[0],
    )  # fmt: skip
    ratio, low, high = _ratio(pairs)
    low, high = limits or (low, high)
    return Oversight(
        everyone=pairs, by={}, undecided=0, agreement_low=0, agreement_high=1,
        ratio=ratio, ratio_low=low, ratio_high=high,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("stakes", "positive", "negative", "direction"),
    [
        ("adverse", (40, 1000), (110, 1000), "towards_refusal"),
        ("adverse", (110, 1000), (40, 1000), "towards_grant"),
        ("favourable", (40, 1000), (110, 1000), "towards_grant"),
        ("favourable", (110, 1000), (40, 1000), "towards_refusal"),
        ("unstated", (40, 1000), (110, 1000), "towards_positive"),
        ("unstated", (110, 1000), (40, 1000), "towards_negative"),
    ],
)
def test_direction_depends_on_which_label_hurts(put, stakes, positive, negative, direction):
    said = put(ov102, _found(positive, negative), PLAN.format(stakes))
    assert said.outcome == "review"
    assert said.answer.direction == direction
    assert said.answer.message.params["direction"] == direction
    assert said.answer.metric == "override_ratio"
    assert said.answer.observed == pytest.approx(2.75)
    low, high = said.answer.interval
    assert 1 < low < 2.75 < high
    assert "11.0 %" in said.text
    assert "4.0 %" in said.text


def test_the_interval_is_the_same_either_way_round(put):
    one = put(ov102, _found((40, 1000), (110, 1000)), PLAN.format("adverse"))
    other = put(ov102, _found((110, 1000), (40, 1000)), PLAN.format("adverse"))
    assert one.answer.interval == pytest.approx(other.answer.interval)


@pytest.mark.parametrize(("overturned", "outcome"), [(100, "inconclusive"), (101, "review")])
def test_at_the_ratio_limit(put, overturned, outcome):
    found = _found((50, 1000), (overturned, 1000))
    assert put(ov102, found, PLAN.format("adverse")).outcome == outcome


@pytest.mark.parametrize(
    ("limits", "outcome"),
    [((1.0, 9.0), "inconclusive"), ((1.0001, 9.0), "review")],
)
def test_a_ratio_beyond_needs_limits_that_leave_out_one(put, limits, outcome):
    found = _found((4, 100), (12, 100), limits)
    assert put(ov102, found, PLAN.format("adverse")).outcome == outcome


@pytest.mark.parametrize(
    ("limits", "outcome"),
    [((0.5, 2.0), "pass"), ((0.4999, 2.0), "inconclusive"), ((0.5, 2.0001), "inconclusive")],
)
def test_passes_when_the_limits_lie_inside(put, limits, outcome):
    found = _found((100, 1000), (110, 1000), limits)
    assert put(ov102, found, PLAN.format("adverse")).outcome == outcome


def test_never_overturned_one_way(put):
    said = put(ov102, _found((0, 500), (60, 500)), PLAN.format("adverse"))
    assert said.outcome == "review"
    assert said.answer.direction == "towards_refusal"
    assert said.answer.observed is None
    assert said.answer.interval[1] is None
    assert said.text.startswith(
        "Officers overturned 12.0 % of the machine's favourable decisions and none"
    )


def test_never_overturned_the_other_way(put):
    said = put(ov102, _found((60, 500), (0, 500)), PLAN.format("adverse"))
    assert said.outcome == "review"
    assert said.answer.direction == "towards_grant"
    assert said.answer.interval[0] > 1


@pytest.mark.parametrize(
    ("positive", "negative"), [((0, 100), (0, 100)), ((5, 29), (5, 100)), ((5, 100), (5, 29))]
)
def test_too_little_to_compare(put, positive, negative):
    assert put(ov102, _found(positive, negative), PLAN.format("adverse")).outcome == "inconclusive"


def test_contract(clean_wording):
    assert ov102.may_conclude is MayConclude.LEAD
    clean_wording(ov102)
