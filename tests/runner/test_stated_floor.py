"""Whose floor it is: one that the plan states, with its author, counts at every rate."""

from dataclasses import replace

import pytest

from audit.check import Check, Measured
from audit.evidence import Rate
from audit.finding import Estimate
from audit.inference.comparison import RATIO_ALONE_BELOW
from audit.inference.verdict import decide
from audit.kind import Kind
from audit.plan_reader import parse
from audit.registry import instances
from audit.runner import findings, planning
from audit.runner.sentences import _to_read, settle
from audit.text import say
from audit.vocabulary import Outcome, Worse

PLAN = """
[audit]
auditor = "{auditor}"
[system]
kind = "decisions"
coercive = true
decisions_per_year = 100000
[data]
source = "people.parquet"
[roles]
y_true = "y_true"
y_pred = "y_pred"
sensitive_features = ["group"]
positive = {{ y_true = [1], y_pred = [1] }}
positive_is = "adverse"
outcome_known = "everyone"
y_true_recorded_by = "an independent review"
{checks}
"""

STATED = (
    '[checks.FA201]\nlimit = {limit}\nreason = "fifty a year is what one officer can put right"\n'
)


def asked_of(checks, auditor="A. Auditor"):
    plan = parse(PLAN.format(auditor=auditor, checks=checks))
    questions = planning.questions(plan, instances(Check, "checks"), instances(Kind, "kinds"))
    question = next(q for q in questions if q.check.id == "FA201")
    answer = Measured(
        metric="false_positive_rate",
        rates={"A": Rate(2, 100_000), "B": Rate(1, 100_000)},
        worse=Worse.HIGHER,
        phrase=say("fa201.adverse"),
        uses_truth=True,
    )
    return question, findings.posed(question, answer, plan, {})


def posed(checks, auditor="A. Auditor"):
    return asked_of(checks, auditor)[1]


@pytest.mark.parametrize("limit", ["{ people_per_year = 50 }", "{ difference = 0.0005 }"])
def test_a_floor_in_the_plan_counts_at_every_rate(limit):
    asked = posed(STATED.format(limit=limit))
    assert asked.ratio_alone_below == 0.0
    assert asked.limit.difference == pytest.approx(0.0005)
    verdict = decide([asked])[asked.id]
    assert verdict.floorless == ()
    assert verdict.outcome in (Outcome.PASS, Outcome.REVIEW)


@pytest.mark.parametrize(
    ("checks", "auditor"),
    [
        ("", "A. Auditor"),
        (STATED.format(limit="{ ratio = 1.5 }"), "A. Auditor"),
        (STATED.format(limit="{ people_per_year = 50 }"), ""),
    ],
    ids=["by default", "only the ratio is stated", "nobody set it"],
)
def test_any_other_floor_is_a_convention(checks, auditor):
    asked = posed(checks, auditor)
    assert asked.ratio_alone_below == RATIO_ALONE_BELOW


def test_the_open_finding_says_what_to_write_into_the_plan():
    question, asked = asked_of("")
    verdict = decide([asked])[asked.id]
    assert verdict.outcome is Outcome.INCONCLUSIVE
    said = settle(question, verdict, {"A": "A", "B": "B"})
    assert said.id == "finding.settle_floor"
    assert said.params["floor"] == ("A", "B")


def test_files_to_draw_are_more_than_the_people_in_the_count():
    estimates = (Estimate(group="A", n=80.0), Estimate(group="B", n=5.0))
    # Eight in ten rows of A, and one in twenty of B, are about people whom the rate counts.
    assert _to_read(100, estimates, {"A": 100, "B": 100}) == 125 + 2000
    assert _to_read(100, estimates, {}) == 200, "nothing is known of the rows"
    assert _to_read(100, estimates, {"A": 80, "B": 4}) == 200, "every row counts"


@pytest.mark.parametrize(
    ("by", "id"), [("a university", "settle_files_known"), ("decider", "settle_files")]
)
def test_nobody_is_sent_to_read_files_whose_truth_is_known(by, id):
    question, asked = asked_of("")
    verdict = decide([asked])[asked.id]
    open_ = replace(verdict, outcome=Outcome.INCONCLUSIVE, undecided=("A",), floorless=())
    open_ = replace(open_, set_aside=(), settled_by_more=(), near_limit=())
    roles = replace(question.ask.part.roles, y_true_recorded_by=by)
    ask = replace(question.ask, part=replace(question.ask.part, roles=roles))
    said = settle(replace(question, ask=ask), open_, {"A": "A", "B": "B"}, {"A": 150, "B": 100})
    assert said.id == f"finding.{id}"
    assert "--n 250 " in said.params["command"], "no more files than there are"
