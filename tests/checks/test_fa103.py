from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit import plan_reader as plans
from audit.checks.fairness.fa103_capacity import fa103
from audit.measures.pools import Logged, Placed, Pools, Round
from audit.runner import audit_system
from audit.vocabulary import MayConclude, Outcome, OutcomeKnown, Worse

PLAN = '[system]\ncapacity = 10\n[roles]\npositive_is = "{}"\ny_score = "s"\n'


def _pools(rounds=1, people=100, places=10, tied=0, logged=None):
    names = [""] if rounds == 1 else [f"r{i}" for i in range(rounds)]
    placed = {
        "a": Placed(places={"1": 4, "0": 2}, people={"1": 20, "0": 30}),
        "b": Placed(places={"1": 3, "0": 1}, people={"1": 20, "0": 30}),
    }
    return Pools(
        ranked_by="s",
        rounds={
            name: Round(people=people, above=places - (2 if tied else 0), tied=tied, places=places)
            for name in names
        },
        features={"sex": {"all": dict.fromkeys(names, placed)}},
        logged=logged,
        unranked=0,
    )


@pytest.mark.parametrize(
    ("stakes", "worse"),
    [("favourable", Worse.LOWER), ("adverse", Worse.HIGHER), ("unstated", Worse.EITHER)],
)
def test_everyone_is_compared_where_no_need_is_known(put, stakes, worse):
    said = put(fa103, _pools(), PLAN.format(stakes), key="sex")
    assert said.answer.metric == "selection_from_pool"
    assert said.answer.worse is worse
    assert (said.answer.rates["a"].events, said.answer.rates["a"].n) == (6, 50)
    assert said.answer.judged_on == "raw"


def test_several_rounds_are_compared_within(put):
    plan = PLAN.format("favourable") + 'pool = "intake"\n'
    said = put(fa103, _pools(rounds=3), plan, key="sex")
    assert said.answer.judged_on == "within"
    assert said.answer.strata_names == ("intake",)
    assert len(said.answer.strata) == 3
    assert said.answer.rates["b"].n == 150


def test_places_for_all_pass_nobody_over(put):
    said = put(fa103, _pools(people=10, places=10), PLAN.format("favourable"), key="sex")
    assert said.outcome == "not_assessed"
    assert put(fa103, _pools(people=11), PLAN.format("favourable"), key="sex").answer.rates


def test_ties_and_the_log_are_said_in_counts(put):
    log = Logged(people=100, passed_over=3, out_of_turn=1, at_cut=2)
    said = put(fa103, _pools(tied=5, logged=log), PLAN.format("favourable"), key="sex")
    text = " ".join(said.notes)
    assert "5 people stand at a cut with equal rank, for 2 places left" in text
    assert "3 people above a cut did not get the decision (passed over), 1 person below it" in text
    follows = put(fa103, _pools(logged=Logged(people=9)), PLAN.format("adverse"), key="sex")
    assert "Nobody above a cut was passed over" in " ".join(follows.notes)


def test_contract(clean_wording):
    assert fa103.may_conclude is MayConclude.LEAD
    clean_wording(fa103)


# ---------------------------------------------------------------------------------------------
# The whole way


AUDIT = """
[system]
capacity = 300
[data]
source = "d.parquet"
[roles]
y_true = "need"
y_score = "score"
pool = "intake"
sensitive_features = ["group"]
positive_is = "favourable"
outcome_known = "everyone"
y_true_recorded_by = "social workers of another body"
"""


def _folder(tmp_path, shift, seed=0, n=6000):
    rng = np.random.default_rng(seed)
    group = rng.choice(["a", "b"], n, p=[0.75, 0.25])
    need = rng.random(n) < 0.4
    score = rng.normal(0, 1, n) + need - shift * (group == "b")
    score = (score - score.min()) / (score.max() - score.min())
    table = pa.table(
        {
            "need": need.astype(int), "score": score, "group": group,
            "intake": rng.choice([f"m{i}" for i in range(5)], n),
        }
    )  # fmt: skip
    pq.write_table(table, tmp_path / "d.parquet")
    return plans.parse(AUDIT, base=str(tmp_path))


def _only(record, id):
    return next(f for f in record.findings if f.id == id)


def test_selection_given_need_leads_where_help_is_scarce(tmp_path):
    record, _ = audit_system(_folder(tmp_path, shift=0.8))
    finding = _only(record, "FA103:main:all:group")
    assert finding.lead
    assert finding.outcome is Outcome.FAIL
    assert finding.groups == ("b",)
    assert finding.metric == "selection_given_need"
    assert "intake" in finding.condition
    assert {f.check for f in record.findings if f.lead} == {"FA103", "FA301"}


def test_a_fair_ranking_is_not_beyond_the_limit(tmp_path):
    for seed in range(3):
        record, _ = audit_system(_folder(tmp_path, shift=0.0, seed=seed))
        assert _only(record, "FA103:main:all:group").outcome is not Outcome.FAIL


def test_the_truth_of_those_selected_alone_is_not_used(tmp_path):
    plan = _folder(tmp_path, shift=0.8)
    (part,) = plan.parts
    roles = replace(part.roles, outcome_known=OutcomeKnown.SELECTED)
    record, _ = audit_system(replace(plan, parts=(replace(part, roles=roles),)))
    finding = _only(record, "FA103:main:all:group")
    assert finding.metric == "selection_from_pool"


def test_without_a_capacity_it_does_not_arise(tmp_path):
    plan = _folder(tmp_path, shift=0.0)
    record, _ = audit_system(replace(plan, system=replace(plan.system, capacity=None)))
    finding = _only(record, "FA103:main:all:group")
    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert not finding.lead


def test_more_places_than_people_are_not_passed_over_in_silence(tmp_path):
    plan = _folder(tmp_path, shift=0.0)
    record, _ = audit_system(replace(plan, system=replace(plan.system, capacity=10**6)))
    finding = _only(record, "FA103:main:all:group")
    assert finding.outcome is Outcome.NOT_ASSESSED
    assert finding.settle is not None
    assert finding.id in [id for one in record.conclusion.could_not_see for id in one.findings]


def test_a_truth_missing_for_many_is_not_used_without_a_log(tmp_path):
    plan = _folder(tmp_path, shift=0.0)
    table = pq.read_table(tmp_path / "d.parquet").to_pandas()
    table["need"] = table["need"].where(table.index % 5 > 0)
    table.to_parquet(tmp_path / "d.parquet")
    record, _ = audit_system(plan)
    finding = _only(record, "FA103:main:all:group")
    assert finding.outcome is Outcome.NOT_ASSESSED
    assert finding.message.id == "finding.truth_incomplete"


def test_a_fair_lottery_is_hardly_ever_found_unfair():
    """Fair worlds through the question's own rates: any false `fail` in at most 2 of 100."""
    from audit.criterion import Limit
    from audit.inference.verdict import Posed, decide

    rng = np.random.default_rng(8)
    limit = Limit(ratio=1.25, difference=0.01)
    failed = 0
    for _ in range(120):
        pools = {}
        for name in ("r1", "r2", "r3"):
            n, places = 800, 160
            group = rng.choice(["a", "b", "c"], n, p=[0.6, 0.3, 0.1])
            chosen = np.zeros(n)
            chosen[rng.permutation(n)[:places]] = 1
            pools[name] = {
                g: Placed(
                    places={"1": float(chosen[group == g].sum())},
                    people={"1": int((group == g).sum())},
                )
                for g in ("a", "b", "c")
            }
        found = Pools(
            ranked_by="s",
            rounds={name: Round(people=800, above=160, tied=0, places=160) for name in pools},
            features={"sex": {"all": pools}},
            logged=None,
            unranked=0,
        )
        ask = SimpleNamespace(
            key="sex", sample="all", uses_truth=True, say=lambda *_, **__: None,
            plan=plans.parse(PLAN.format("favourable")),
            part=plans.parse(PLAN.format("favourable") + 'pool = "p"\n').parts[0],
        )  # fmt: skip
        answer = fa103.answer(SimpleNamespace(value=found), ask=ask)
        verdict = decide([Posed(id="q", measured=answer, limit=limit, family="lead")])["q"]
        failed += verdict.outcome is Outcome.FAIL
    assert failed <= 2
