from __future__ import annotations

import pytest

from audit.checks.data.da102_representation import da102
from audit.evidence import Rate
from audit.measures.representation import Representation, Share


def _share(group, events, reference, low, high, n=1000):
    return Share(
        group=group, counted=Rate(events, n), reference=reference,
        low=low, high=high, inner_low=low, inner_high=high,
    )  # fmt: skip


def _put(put, *shares, not_recorded=0, plan=""):
    found = Representation(features={"nation": shares}, not_recorded={"nation": not_recorded})
    return put(da102, found, plan, key="nation")


# Reference .4: the limits are .32 and .5.
@pytest.mark.parametrize(
    ("low", "high", "outcome"),
    [
        (0.25, 0.3199, "review"),
        (0.25, 0.32, "inconclusive"),
        (0.32, 0.5, "pass"),
        (0.5, 0.6, "inconclusive"),
        (0.5001, 0.6, "review"),
        (0.3199, 0.5, "inconclusive"),
        (0.32, 0.5001, "inconclusive"),
    ],
)
def test_looks_both_ways_at_the_limits(put, low, high, outcome):
    assert _put(put, _share("A", 400, 0.4, low, high)).outcome == outcome


def test_names_the_groups_and_the_furthest(put):
    said = _put(
        put,
        _share("A", 250, 0.5, 0.2, 0.3),
        _share("B", 600, 0.4, 0.55, 0.65),
        _share("C", 150, 0.15, 0.13, 0.17),
    )
    assert said.answer.groups == ("A", "B")
    assert said.answer.observed == 0.5
    assert "A and B. The furthest stands at 0.50 times" in said.text
    assert said.notes == (
        "Rarer in the data than in the population: A.",
        "More frequent in the data than in the population: B.",
    )


def test_a_group_absent_from_the_data_is_named_and_a_handful_of_people_is_not(put):
    absent = _share("Z", 0, 0.1, 0.0, 0.004)
    assert _put(put, absent).answer.groups == ("Z",)
    said = _put(put, _share("Y", 9, 0.1, 0.004, 0.02))
    assert said.outcome == "review"
    assert said.answer.groups == ()
    assert "Y" not in said.text + "".join(said.notes)
    assert said.answer.observed is None


def test_a_group_outside_the_reference_is_told_and_not_judged(put):
    said = _put(
        put, _share("A", 400, 0.4, 0.35, 0.45), _share("X", 50, None, 0.03, 0.07), not_recorded=12
    )
    assert said.outcome == "pass"
    assert said.notes == (
        "In the data and not in the reference population: X.",
        "12 people without a recorded value of nation are in no share.",
    )


def test_no_reference_for_this_feature(put):
    said = put(da102, Representation(features={}, not_recorded={}), key="nation")
    assert said.outcome == "not_assessed"
    assert said.answer.needs == ("data.reference",)


def test_nobody_recorded(put):
    assert _put(put).outcome == "not_assessed"


def test_the_plan_may_change_the_limit(put):
    plan = '[checks.DA102]\nlimit = { ratio = 2.0 }\nreason = "small offices"\n'
    assert _put(put, _share("A", 250, 0.4, 0.22, 0.3), plan=plan).outcome == "pass"


def test_wording(clean_wording):
    clean_wording(da102)
