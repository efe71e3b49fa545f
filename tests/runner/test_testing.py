"""Tested answers as findings: sentences, labels withheld, the record and the page."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit import check as checks
from audit import plan_reader as plans
from audit.check import Ask, Check, Hypothesis
from audit.inference.verdict import decide
from audit.report import groups
from audit.report.words import Words
from audit.runner import judge, run, testing
from audit.runner.disclosure import Disclosure
from audit.runner.findings import Builder
from audit.runner.planning import Question
from audit.text import Catalogue, load_locale, say
from audit.vocabulary import MayConclude, Outcome, Per, Worse

PLAN = """
[roles]
sensitive_features = ["region"]
reviewer = "officer"
"""
SIZES = {
    "region": {"A": 500, "B": 400, "C": 300, "tiny": 3, "small": 8},
    "officer": {"of-1": 200, "of-2": 300, "of-3": 100},
}
SAYS = {
    "beyond": "{group} waited {value:.1f} days against {reference:.1f} ({what}; {since}).",
    "within": "All {judged} within {limit}.",
    "open": "Cannot tell for {groups:list}.",
}


def made(check: Check, tested, *, family="lead", key="region"):
    plan = plans.parse(PLAN)
    ask = Ask(
        check=check.id, key=key, sample="all", part=plan.parts[0], plan=plan,
        criterion=check.criterion,
    )  # fmt: skip
    question = Question(id=f"{check.id}:main:all:{key or '-'}", check=check, ask=ask, family=family)
    disclosure = Disclosure(lambda c: SIZES.get(c, {}), 10, ("officer",))
    builder = Builder(
        plan=plan,
        catalogue=Catalogue({**load_locale("en"), **check.texts()}),
        disclosures={"main": disclosure},
        evidence=lambda q: (),
    )
    verdict = decide([testing.posed(question, tested)])[question.id]
    known = testing.labels(question, tested, disclosure)
    return testing.finding(builder, question, tested, verdict, known), testing.tests(verdict, known)


@pytest.fixture
def check() -> Check:
    from audit.checks.fairness.fa201_false_positive_rate import fa201

    return replace(fa201, id="FA999", per=Per.PART, says=SAYS, may_conclude=MayConclude.LEAD)


def answer(*hypotheses, **more):
    more = {"params": {"what": "by hand"}, "unit": "number"} | more
    return checks.Tested(metric="days", method="a test", hypotheses=hypotheses, **more)


def hypothesis(label, p=0.5, n=300, difference=1.0, **more):
    more = {"params": {"since": "May"}} | more
    return Hypothesis(
        label=label, n=n, p_value=p, value=5.0, reference=4.0, difference=difference, **more
    )


def test_the_check_says_it_in_its_own_words(check):
    found, tests = made(check, answer(hypothesis("A", 1e-5), hypothesis("B", 0.8, inside=True)))
    assert found.outcome is Outcome.FAIL
    assert found.condition == "A waited 5.0 days against 4.0 (by hand; May)."
    assert found.groups == ("A",)
    assert (found.observed, found.observed_unit) == (1.0, "number")
    assert (found.method, found.unit, found.lead) == ("a test", "number", True)
    assert found.people_in_passing_groups == 0.5
    assert [t.shown for t in tests] == ["A", "B"]


def test_not_leading_it_is_at_most_for_review(check):
    found, tests = made(check, answer(hypothesis("A", 1e-5)), family="")
    assert found.outcome is Outcome.REVIEW
    assert not tests


def test_within_open_and_common_words(check):
    found, _ = made(check, answer(hypothesis("A", inside=True), hypothesis("B", inside=True)))
    assert found.condition == "All 2 within –."
    found, _ = made(check, answer(hypothesis("A", inside=True), hypothesis("B")))
    assert found.condition == "Cannot tell for B."
    found, _ = made(check, answer(hypothesis("A", judged=False)))
    assert found.condition.startswith("None of the 1 comparison can be judged")
    assert found.set_aside.groups == 1
    found, _ = made(check, answer(hypothesis("A", 0.9, p_favour=1e-5)))
    assert found.outcome is Outcome.REVIEW
    assert found.condition.startswith("A: better than the limit asks")


def test_settle_is_said_only_while_it_is_open(check):
    settle = say("fa201.adverse")
    found, _ = made(check, answer(hypothesis("A"), settle=settle))
    assert found.settle == settle
    found, _ = made(check, answer(hypothesis("A", inside=True), settle=settle))
    assert found.settle is None


def test_small_groups_are_withheld_like_everywhere(check):
    found, tests = made(
        check, answer(hypothesis("tiny", 1e-9, n=3), hypothesis("small", n=8), hypothesis("A"))
    )
    assert found.outcome is Outcome.FAIL
    assert "tiny" not in found.condition
    assert {e.group for e in found.estimates} == {"A", "other groups (2 groups, 11 people)"}
    assert {t.shown for t in tests} == {"A", "other groups (2 groups, 11 people)"}
    assert found.observed is None
    assert found.p_value is None


def test_reviewers_have_pseudonyms(check):
    found, tests = made(
        check, answer(hypothesis("of-1", 1e-9), hypothesis("of-2"), labels="officer"), key=""
    )
    assert found.groups[0].startswith("reviewer ")
    assert "of-1" not in found.condition
    assert found.condition.startswith("reviewer ")
    assert not {e.group for e in found.estimates} & set(SIZES["officer"])
    assert all(t.shown.startswith("reviewer ") for t in tests)


def test_other_labels_are_shown_where_people_are_enough(check):
    given = answer(
        hypothesis("refuse", 1e-9, n=900, people=400),
        hypothesis("rare", n=900, people=9),
        hypothesis("rarer", n=900, people=8),
        labels="decision",
        heading=say("fa201.adverse"),
    )
    found, _ = made(check, given, key="")
    assert {e.group for e in found.estimates} == {"refuse", "other groups (2 groups, 17 people)"}
    assert found.feature == ""


def test_lower_is_worse_where_the_check_says_so(check):
    found, _ = made(
        check,
        answer(
            hypothesis("A", difference=2.0), hypothesis("B", difference=-3.0), worse=Worse.LOWER
        ),
    )
    assert (found.observed, found.direction) == (-3.0, Worse.LOWER)


def test_the_figure_has_the_unit_and_the_heading_of_the_answer(check):
    check = replace(check, says={**SAYS, "option": "Option"})
    given = answer(
        hypothesis("refuse", 1e-9, interval=(4.0, 6.0)), hypothesis("grant"), labels="decision",
        heading=say("fa999.option"),
    )  # fmt: skip
    found, _ = made(check, given, key="")
    words = Words(Catalogue({**locale_texts(), **check.texts()}))
    figure = groups.figure_of(found, words)
    units = {column.name: column.unit for column in figure.columns}
    assert (units["value"], units["low"], units["n"]) == ("number", "number", "count")
    assert words.sentence(figure.columns[0].heading) == "Option"
    assert words.sentence(figure.title) == "days by Option"


def locale_texts():
    return load_locale("en")


def test_a_whole_audit_in_which_an_option_vanishes_and_leads(tmp_path):
    rng = np.random.default_rng(1)
    n = 6000
    month = rng.integers(1, 13, n)
    decision = np.where(rng.random(n) < 0.1, "protect", rng.choice(["grant", "refuse"], n))
    decision = np.where((decision == "protect") & (month > 7), "refuse", decision)
    table = pa.table(
        {
            "month": [f"2025-{m:02d}" for m in month],
            "decision": decision,
            "officer": rng.choice([f"secret-{i}" for i in range(8)], n),
            "machine": rng.choice(["refuse", "other"], n),
        }
    )
    pq.write_table(table, tmp_path / "decisions.parquet")
    plan = plans.parse(WHOLE, base=str(tmp_path))
    record = run(plan, out=tmp_path / "out")
    found = next(f for f in record.findings if f.check == "OV105")
    assert (found.outcome, found.lead, found.groups) == (Outcome.FAIL, True, ("protect",))
    assert found.params["since"] == "2025-08"
    assert found.id in record.conclusion.blocking
    assert {t.group for t in record.family} == {"grant", "protect", "refuse"}
    page = (tmp_path / "out" / "audit.html").read_text(encoding="utf-8")
    assert "secret-" not in page + (tmp_path / "out" / "audit.json").read_text(encoding="utf-8")
    assert "Share of decisions by option" in page
    changed = plans.parse("[checks.OV105]\nlimit = { ratio = 500.0 }\nset_by = 'x'\nreason = 'y'\n")
    again, _ = judge(record, changed, tmp_path / "out" / "evidence")
    assert next(f for f in again.findings if f.check == "OV105").outcome is not Outcome.FAIL
    others = [f for f in record.findings if f.check == "OV106"]
    assert others == [f for f in again.findings if f.check == "OV106"]


WHOLE = """
[data]
source = "decisions.parquet"
[roles]
time = "month"
y_pred = "machine"
human_decision = "decision"
reviewer = "officer"
positive = ["refuse"]
positive_is = "adverse"
[checks]
lead = ["OV105"]
"""
