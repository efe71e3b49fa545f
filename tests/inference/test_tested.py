"""Hypotheses that a check tested itself stand in the same families under the same rules."""

import numpy as np
import pytest

from audit import check as checks
from audit.check import Hypothesis, Measured
from audit.criterion import Limit
from audit.evidence import Rate
from audit.inference.verdict import FAMILIES, Posed, PosedTests, decide
from audit.text import say
from audit.vocabulary import Outcome, Worse


def posed(*hypotheses, id="q", family="lead", may_pass=True, worse=Worse.HIGHER):
    tested = checks.Tested(metric="loss", method="by hand", hypotheses=hypotheses, worse=worse)
    return PosedTests(id=id, tested=tested, family=family, may_pass=may_pass)


def one(*hypotheses, **more):
    return decide([posed(*hypotheses, **more)])["q"]


def tried(label="A", p=0.5, n=100, **more):
    return Hypothesis(label=label, n=n, p_value=p, **more)


@pytest.mark.parametrize(("p", "outcome"), [(0.02, Outcome.FAIL), (0.0201, Outcome.INCONCLUSIVE)])
def test_holm_at_the_level_of_the_lead_family(p, outcome):
    verdict = one(tried("A", p), tried("B", 0.9))
    assert verdict.outcome is outcome
    assert [t.p_adjusted for t in verdict.tests] == pytest.approx([2 * p, 0.9])
    assert FAMILIES["lead"] == 0.04


@pytest.mark.parametrize(("p", "outcome"), [(0.025, Outcome.REVIEW), (0.0251, Outcome.PASS)])
def test_an_indicator_has_a_level_of_its_own_and_no_fail(p, outcome):
    verdict = one(tried("A", p, inside=True), tried("B", 0.9, inside=True), family="")
    assert verdict.outcome is outcome
    assert verdict.tests == ()


def test_the_family_is_one_with_the_rates_by_group():
    rates = Measured(
        metric="rate",
        rates={"A": Rate(120, 1000), "B": Rate(118, 1000), "D": Rate(300, 1000)},
        worse=Worse.HIGHER,
        phrase=say("fa201.adverse"),
    )
    measured = Posed(id="m", measured=rates, limit=Limit(ratio=1.25), family="lead")
    together = decide([measured, posed(tried("A", 0.015))])
    # The doubled rate goes first; three hypotheses are left.
    assert together["q"].p_adjusted == pytest.approx(0.045)
    assert together["q"].outcome is Outcome.INCONCLUSIVE
    assert one(tried("A", 0.015)).outcome is Outcome.FAIL
    assert together["m"].outcome is Outcome.FAIL


def test_passes_only_if_all_are_inside():
    assert one(tried("A", inside=True), tried("B", inside=True)).outcome is Outcome.PASS
    verdict = one(tried("A", inside=True), tried("B"))
    assert verdict.outcome is Outcome.INCONCLUSIVE
    assert verdict.groups == verdict.undecided == ("B",)


def test_what_is_not_judged_enters_no_family_and_keeps_the_question_open():
    verdict = one(tried("A", inside=True), tried("B", 1e-9, judged=False), tried("C", None))
    assert verdict.outcome is Outcome.INCONCLUSIVE
    assert verdict.set_aside == ("B", "C")
    assert [t.group for t in verdict.tests] == ["A"]
    assert one(tried("A", 1e-9), tried("B", 0.5, judged=False)).outcome is Outcome.FAIL
    assert one(tried("A", None)).p_value is None


def test_a_favoured_label_asks_for_judgement():
    verdict = one(tried("A", 0.9, p_favour=0.001), tried("B", inside=True))
    assert verdict.outcome is Outcome.REVIEW
    assert verdict.groups == verdict.favoured == ("A",)


def test_a_truth_of_the_decider_clears_nobody_but_can_fail():
    verdict = one(tried("A", inside=True), may_pass=False)
    assert verdict.outcome is Outcome.REVIEW
    assert verdict.withheld_pass
    assert one(tried("A", 1e-6), may_pass=False).outcome is Outcome.FAIL


def test_worst_first_on_the_side_that_is_the_harm():
    up = one(tried("A", 1e-6, difference=0.1), tried("B", 1e-4, difference=0.3))
    assert up.groups == ("B", "A")
    down = one(
        tried("A", 1e-6, difference=-0.1), tried("B", 1e-4, difference=-0.3), worse=Worse.LOWER
    )
    assert down.groups == ("B", "A")


def test_what_planning_and_bounds_add_up_to():
    verdict = one(
        tried("A", mde=0.1, n_to_pass=300, ruled_out=0.05), tried("B", mde=0.2, n_to_pass=700)
    )
    assert (verdict.mde, verdict.n_needed, verdict.gap_ruled_out) == (0.2, 700, 0.05)


def test_false_fails_of_a_mixed_family_are_held_to_its_level():
    rng = np.random.default_rng(5)
    wrong = 0
    runs = 2000
    for _ in range(runs):
        p = rng.uniform(size=6)
        questions = [
            posed(*(tried(str(i), p[i + 3 * q]) for i in range(3)), id=str(q)) for q in (0, 1)
        ]
        wrong += any(v.outcome is Outcome.FAIL for v in decide(questions).values())
    assert wrong / runs == pytest.approx(0.04, abs=0.013)
