from __future__ import annotations

from dataclasses import replace

from audit.checks.fairness.fa501_past_decisions import fa501
from audit.measures.feedback import Feedback, Loop, LoopGap, LoopInput


def _loop(column="rate", end=0.18, by="nationality", gaps=True):
    gap = LoopGap(
        group="D", n=300, shares=(0.3, 0.32, 0.34, 0.36, 0.2 + end), rest=(0.21, 0.2, 0.2, 0.2, 0.2)
    )
    return Loop(
        column=column, derived_by=by, rows=4000, threshold=0.5, threshold_from="plan",
        gaps={"region": gap} if gaps else {},
    )  # fmt: skip


RATE = LoopInput(column="rate", declared=True, derived_by="nationality")
NAMED = LoopInput(column="prior_refusals", declared=False)


def test_the_simulated_gap_is_stated(put, clean_wording):
    said = put(fa501, Feedback(inputs=(RATE, NAMED), loops=(_loop(),)))
    assert said.outcome == "review"
    assert said.text == (
        "rate is made from past decisions. In a simulation in which only it is carried forward and "
        "everything else is held still, the gap in the share decided against between D and "
        "everyone else goes from 9.0 percentage points to 18.0 percentage points in 4 years."
    )
    assert said.answer.associated_inputs == ("rate", "prior_refusals")
    assert said.notes == ("Also to be asked about, by its name or declaration: prior_refusals.",)
    clean_wording(fa501)


def test_the_widest_of_several(put):
    other = LoopInput(column="stops", declared=True, derived_by="region")
    loops = (_loop(), _loop("stops", 0.3), _loop("none", gaps=False))
    assert put(fa501, Feedback(inputs=(RATE, other), loops=loops)).text.startswith("stops is made")


def test_other_features_stand_in_the_notes_and_small_groups_nowhere(put):
    gap = LoopGap(group="x", n=40, shares=(0.3,) * 5, rest=(0.2,) * 5)
    loop = replace(_loop(), gaps={**_loop().gaps, "sex": gap})
    note = (
        "By sex, the widest gap, of x to everyone else, goes from 10.0 percentage points to 10.0 "
        "percentage points."
    )
    assert put(fa501, Feedback(inputs=(RATE,), loops=(loop,))).notes == (note,)
    plan = "[report]\nmin_cell = 41\n"
    assert put(fa501, Feedback(inputs=(RATE,), loops=(loop,)), plan).notes == ()
    plan = "[report]\nmin_cell = 301\n"
    assert put(fa501, Feedback(inputs=(RATE,), loops=(loop,)), plan).text.startswith("Made from")


def test_declared_but_not_simulated(put):
    said = put(fa501, Feedback(inputs=(RATE, NAMED)))
    assert said.outcome == "review"
    assert said.text == "Made from past decisions, as the plan says: rate."
    assert said.answer.settle is not None


def test_named_only(put):
    said = put(fa501, Feedback(inputs=(NAMED,)))
    assert said.outcome == "review"
    assert "may be made from past decisions: prior_refusals" in said.text


def test_none(put):
    assert put(fa501, Feedback(inputs=())).outcome == "pass"
