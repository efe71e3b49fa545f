from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit import check as answers
from audit import plan_reader as plans
from audit.checks.fairness.fa302_clusters import fa302
from audit.evidence import Rate
from audit.measures.error_clusters import Cluster, ErrorClusters, Search
from audit.runner import audit_system, run
from audit.vocabulary import MayConclude, Outcome

PLAN = """
[data]
source = "d.parquet"
[roles]
y_true = "truth"
y_pred = "flag"
sensitive_features = ["group", "sex"]
features = ["post", "age", "income", "group"]
positive_is = "adverse"
outcome_known = "everyone"
y_true_recorded_by = "a panel from outside"
{}
"""


def _world(folder: Path, *, harm=0.0, n=4000, seed=0, extra=""):
    rng = np.random.default_rng(seed)
    truth = rng.random(n) < 0.2
    post, age = rng.choice(["North", "South", "East"], n), rng.integers(18, 70, n)
    bad = (post == "North") & (age <= 30)
    flag = rng.random(n) < np.where(truth, 0.7, 0.1 + harm * bad)
    group = rng.choice(["a", "b"], n)
    table = pa.table(
        {
            "truth": truth.astype(int), "flag": flag.astype(int), "post": post, "age": age,
            "income": rng.lognormal(3, 1, n).round(2), "group": group,
            "sex": rng.choice(["f", "m"], n),
        }
    )  # fmt: skip
    pq.write_table(table, folder / "d.parquet")
    return plans.parse(PLAN.format(extra), base=str(folder))


def _only(record, id="FA302:main:all:-"):
    return next(f for f in record.findings if f.id == id)


def _search(**changed):
    whole = Search(
        rows=5000, searched=2000, confirmed=2000, unknown=0, inputs=("post", "age"),
        clusters=(
            Cluster(
                rule="post = North", searched=Rate(90, 300), inside=Rate(80, 300),
                outside=Rate(170, 1700),
            ),
        ),
    )  # fmt: skip
    return ErrorClusters(searches={"FA201/all": replace(whole, **changed)})


def _put(put, payload, about="FA201"):
    from audit.evidence import Evidence, Provenance

    whole = plans.parse('[roles]\npositive_is = "adverse"\n')
    ask = answers.Ask(
        check="FA302", key="", about=about, sample="all", part=whole.parts[0], plan=whole,
        criterion=whole.criterion("FA302", fa302.criterion),
    )  # fmt: skip
    given = Evidence(
        id="e", part="main", value=payload, provenance=Provenance(measure="m", version=1)
    )
    return fa302.answer(clusters=given, ask=ask)


def test_the_confirming_half_alone_gives_the_numbers(put):
    answer = _put(put, _search())
    assert isinstance(answer, answers.Tested)
    (rule,) = answer.hypotheses
    assert (rule.label, rule.events, rule.n, rule.reference) == ("post = North", 80, 300, 0.1)
    assert rule.interval[0] < 80 / 300 < rule.interval[1]
    halves = next(note for note in answer.notes if note.id == "fa302.halves")
    assert halves.params["before"] == 0.3
    assert halves.params["after"] == pytest.approx(80 / 300)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"searched": 199}, "too_few"),
        ({"confirmed": 199}, "too_few"),
        ({"inputs": ()}, "nothing"),
        ({"clusters": ()}, "none_fpr"),
    ],
)
def test_where_there_is_nothing_to_test_it_says_why(put, changed, message):
    answer = _put(put, _search(**changed))
    assert answer.message.id == f"fa302.{message}"
    assert answer.outcome is not Outcome.PASS


def test_a_search_that_was_not_made_is_too_few(put):
    assert _put(put, _search(), about="FA202").message.id == "fa302.too_few"


@pytest.mark.parametrize("searched", [200])
def test_two_hundred_are_enough(put, searched):
    assert isinstance(_put(put, _search(searched=searched, confirmed=searched)), answers.Tested)


def test_contract(clean_wording):
    assert fa302.may_conclude is MayConclude.INDICATOR
    clean_wording(fa302)


# ---------------------------------------------------------------------------------------------
# The whole way


def test_a_planted_cluster_asks_for_judgement_and_nothing_protected_is_named(tmp_path):
    record = run(_world(tmp_path, harm=0.4), out=tmp_path / "out")
    finding = _only(record)
    assert finding.outcome is Outcome.REVIEW
    assert not finding.lead
    assert "post = North" in finding.groups[0]
    assert "flagged although the condition was not there" in finding.condition
    assert "group" not in " ".join(e.group for e in finding.estimates).replace("other groups", "")
    page = (tmp_path / "out" / "audit.html").read_text(encoding="utf-8")
    assert "post = North" in page
    (entry,) = [e for e in record.evidence if e.kind == "error_clusters"]
    assert entry.provenance.parameters["rows"] == 4000
    assert {f.id.rsplit("-", 1)[1] for f in entry.figures} == {"group", "sex"}


def test_two_leads_are_two_searches(tmp_path):
    plan = _world(tmp_path, harm=0.4, extra='[checks]\nlead = ["FA202", "FA201"]')
    record, _ = audit_system(plan)
    plain, other = _only(record), _only(record, "FA302:main:all:FA201")
    assert plain.outcome is not Outcome.REVIEW
    assert other.outcome is Outcome.REVIEW
    # With its own finding as the family, the other search changes nothing.
    alone, _ = audit_system(_world(tmp_path, harm=0.4))
    assert _only(alone).estimates == other.estimates


def test_without_inputs_it_is_not_assessed(tmp_path):
    plan = _world(tmp_path)
    plan = plans.parse(
        PLAN.format("").replace('features = ["post", "age", "income", "group"]\n', ""),
        base=plan.base,
    )
    finding = _only(audit_system(plan)[0])
    assert finding.outcome is Outcome.NOT_ASSESSED
    assert [need.input for need in finding.needs] == ["features"]


def test_protected_inputs_alone_leave_nothing_to_search(tmp_path):
    plan = _world(tmp_path)
    plan = plans.parse(
        PLAN.format("").replace('["post", "age", "income", "group"]', '["group", "sex"]'),
        base=plan.base,
    )
    finding = _only(audit_system(plan)[0])
    assert finding.outcome is Outcome.NOT_ASSESSED
    assert finding.message.id == "fa302.nothing"


@pytest.mark.parametrize("engine", ["pandas", "duckdb"])
def test_every_engine_says_the_same(tmp_path, engine):
    plan = _world(tmp_path, harm=0.4)
    one, _ = audit_system(plan)
    other, _ = audit_system(plan, engine=engine)
    assert _only(one) == _only(other)


# ---------------------------------------------------------------------------------------------
# Worlds whose truth is known


def _reviews(opened_part, worlds, harm, n):
    from audit.inference.verdict import PosedTests, decide

    found = 0
    for seed in range(worlds):
        part = opened_part(seed, harm, n)
        from audit.measures.error_clusters import make

        answer = _put(None, make(part))
        if isinstance(answer, answers.Tested):
            verdict = decide([PosedTests(id="q", tested=answer)])["q"]
            found += verdict.outcome is Outcome.REVIEW and bool(verdict.groups)
    return found


@pytest.fixture
def opened_part(tmp_path):
    from audit.runner.opening import open_system

    def build(seed, harm, n):
        plan = _world(tmp_path, harm=harm, n=n, seed=seed)
        with open_system(plan) as system:
            return system.parts[0]

    return build


@pytest.mark.slow
def test_fair_worlds_are_hardly_ever_reviewed(opened_part):
    assert _reviews(opened_part, worlds=60, harm=0.0, n=3000) <= 3


@pytest.mark.slow
def test_a_bad_cluster_is_found(opened_part):
    assert _reviews(opened_part, worlds=20, harm=0.25, n=6000) >= 17
