from __future__ import annotations

import pytest

from audit.checks.explanation.ex101_score_gap_inputs import ex101
from audit.measures.attributions import Attributions, GroupGap


def _gap(group, full, n=100, parts=(0.05, 0.02, -0.01), se=0.0):
    return GroupGap(
        group=group, n=n, sampled=40, mean=0.4, full_gap=full, sampled_gap=sum(parts), by_input=parts,
        se=se,
    )  # fmt: skip


def _found(*gaps, bounded=True, direction="adverse", space="probability"):
    return Attributions(
        inputs=("language", "income", "visits"), importance=(0.1, 0.05, 0.01), space=space,
        explainer="Permutation", bounded=bounded, direction=direction, rows=240, background=60,
        asked=1000, gaps={"nationality": gaps},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("full", "outcome"), [(0.05, "pass"), (0.0501, "review"), (-0.05, "pass"), (-0.0501, "review")]
)
def test_at_the_limit(put, full, outcome):
    said = put(ex101, _found(_gap("A", full)), key="nationality")
    assert said.outcome == outcome
    assert said.answer.observed == full


def test_what_it_says(put, clean_wording):
    said = put(ex101, _found(_gap("A", 0.064), _gap("B", -0.07)), key="nationality")
    assert said.text == (
        "The mean score of A is +0.064 away from everyone else's (limit 0.05). In the 240 rows "
        "explained the difference is +0.060, in units of the probability, and runs through "
        "language (83 %), income (33 %) and visits (-17 %): an association, not a cause."
    )
    assert said.answer.groups == ("A",)
    assert said.answer.associated_inputs == ("language", "income", "visits")
    clean_wording(ex101)


def test_the_other_direction_where_nobody_is_worse_off_beyond_the_limit(put):
    said = put(ex101, _found(_gap("A", 0.03), _gap("B", -0.07)), key="nationality")
    assert (said.outcome, said.answer.groups) == ("review", ("B",))


def test_the_plan_sets_the_limit(put):
    plan = "[checks.EX101]\nlimit = { value = 0.1 }\n"
    assert put(ex101, _found(_gap("A", 0.1)), plan, key="nationality").outcome == "pass"


@pytest.mark.parametrize(("n", "outcome"), [(29, "inconclusive"), (30, "review")])
def test_thirty_people_are_needed(put, n, outcome):
    assert put(ex101, _found(_gap("A", 0.2, n)), key="nationality").outcome == outcome


def test_groups_the_plan_does_not_print_are_not_named(put):
    plan = "[report]\nmin_cell = 101\n"
    said = put(ex101, _found(_gap("A", 0.2, 100), _gap("B", 0.01, 101)), plan, key="nationality")
    assert said.outcome == "pass"
    assert " A " not in said.text


def test_scores_without_bounds_are_for_a_person(put):
    said = put(ex101, _found(_gap("A", 0.01), bounded=False, space="margin"), key="nationality")
    assert said.outcome == "review"
    assert "the limit says nothing of them" in said.text
    assert "units of the margin" in said.text


@pytest.mark.parametrize(
    ("full", "told"), [(0.1201, False), (0.12, True), (0.0501, True), (-0.06, False)]
)
def test_a_sample_that_does_not_show_the_gap_names_no_inputs(put, full, told):
    """The sampled gap is 0.06: half and double of it are the bounds, and the sign must be one."""
    said = put(ex101, _found(_gap("A", full)), key="nationality")
    assert said.outcome == "review"
    assert bool(said.answer.associated_inputs) is told
    assert ("too far from that of everyone" in said.text) is not told


def test_inputs_with_no_part_in_it_are_left_out(put):
    said = put(ex101, _found(_gap("A", 0.06, parts=(0.06, 0.0, 0.0002))), key="nationality")
    assert said.answer.associated_inputs == ("language",)


def test_one_group(put):
    assert put(ex101, _found(), key="nationality").outcome == "inconclusive"


@pytest.mark.parametrize(
    ("full", "se", "outcome"),
    [
        # One group: the two-sided 95 % interval reaches 1.96 standard errors, the bound inside 1.645.
        (0.0697, 0.01, "review"),
        (0.0695, 0.01, "inconclusive"),
        (0.0335, 0.01, "pass"),
        (0.0336, 0.01, "inconclusive"),
        (-0.0697, 0.01, "review"),
        (0.2, None, "review"),
        (0.01, None, "inconclusive"),
    ],
)
def test_a_gap_is_judged_with_its_interval(put, full, se, outcome):
    said = put(ex101, _found(_gap("A", full, se=se)), key="nationality")
    assert said.outcome == outcome
    assert (said.answer.interval is None) is (se is None)


def test_the_group_that_is_shown_to_be_beyond_is_named_not_the_widest_gap(put):
    gaps = _gap("few", 0.2, se=0.1), _gap("many", 0.08, se=0.001)
    said = put(ex101, _found(*gaps), key="nationality")
    assert (said.outcome, said.answer.groups) == ("review", ("many",))
