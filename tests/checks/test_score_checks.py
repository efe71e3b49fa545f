"""FA204, FA207 and FA208 in whole audits, and at their limits by hand."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit import plan_reader as plans
from audit.check import Ruled
from audit.checks.fairness.fa204_calibration import fa204
from audit.checks.fairness.fa207_separation import fa207
from audit.checks.fairness.fa208_score_error import fa208
from audit.inference.auc import Separation
from audit.inference.losses import Losses
from audit.measures.score_quality import Beside, Quality, ScoreQuality
from audit.runner import audit_system
from audit.vocabulary import Outcome

PLAN = """
[data]
source = "d.parquet"
[roles]
y_true = "was"
y_pred = "flag"
y_score = "score"
positive = { y_true = ["yes"], y_pred = ["red"] }
positive_is = "adverse"
outcome_known = "everyone"
y_true_recorded_by = "a panel from outside"
sensitive_features = ["group"]
"""


def _audit(tmp_path, world, plan="", n=6000, seed=0):
    """Group c's score is noise (`noise`), flat (`flat`), high throughout (`off`) or right (`right`)."""
    rng = np.random.default_rng(seed)
    group = rng.choice(["a", "b", "c"], n, p=[0.5, 0.3, 0.2])
    logit = rng.normal(-0.5, 1.3, n)
    was = rng.random(n) < 1 / (1 + np.exp(-logit))
    c = group == "c"
    read = {
        "right": logit,
        "noise": np.where(c, rng.permutation(logit), logit),
        "flat": np.where(c, 2.2 * (logit + 0.5) - 0.5, logit),
        "off": np.where(c, logit + 1.2, logit),
    }[world]
    score = 1 / (1 + np.exp(-read))
    table = pa.table(
        {
            "group": group, "was": np.where(was, "yes", "no"), "score": score,
            "flag": np.where(score > 0.5, "red", "green"),
        }
    )  # fmt: skip
    pq.write_table(table, tmp_path / "d.parquet")
    record, _ = audit_system(plans.parse(PLAN + plan, base=str(tmp_path)))
    return {f.check: f for f in record.findings if f.feature == "group" or f.key == "group"}


@pytest.mark.parametrize(
    ("world", "beyond"),
    [
        ("right", ()),
        ("noise", ("FA204", "FA207", "FA208")),
        ("flat", ("FA204",)),
        ("off", ("FA204", "FA208")),
    ],
)
def test_each_check_sees_its_own_fault(tmp_path, world, beyond):
    found = _audit(tmp_path, world)
    outcomes = {id: found[id].outcome for id in ("FA204", "FA207", "FA208")}
    for id, outcome in outcomes.items():
        if id in beyond:
            assert outcome is Outcome.REVIEW, id
            assert "c" in found[id].groups, id
        else:
            assert outcome in (Outcome.PASS, Outcome.INCONCLUSIVE), id


def test_a_slope_that_differs_is_said_where_gaps_cancel(tmp_path):
    found = _audit(tmp_path, "flat")["FA204"]
    assert "the same difference in score stands for different things" in found.condition
    assert all(e.outcome is not Outcome.FAIL for e in found.estimates)


def test_sentences_of_a_score_that_is_noise(tmp_path):
    found = _audit(tmp_path, "noise")
    assert "of two people, one with and one without the condition" in found["FA207"].condition
    assert "against" in found["FA208"].condition
    assert found["FA207"].comparison == "each group with everyone else"


def test_a_truth_nobody_vouches_for_clears_nobody(tmp_path):
    plan = PLAN.replace('y_true_recorded_by = "a panel from outside"\n', "")
    rng = np.random.default_rng(1)
    logit = rng.normal(0, 1.3, 9000)
    score = 1 / (1 + np.exp(-logit))
    table = pa.table(
        {
            "group": rng.choice(["a", "b"], 9000), "score": score,
            "was": np.where(rng.random(9000) < score, "yes", "no"),
            "flag": np.where(score > 0.5, "red", "green"),
        }
    )  # fmt: skip
    pq.write_table(table, tmp_path / "d.parquet")
    record, _ = audit_system(plans.parse(plan, base=str(tmp_path)))
    found = {f.check: f.outcome for f in record.findings}
    assert found["FA207"] is Outcome.REVIEW
    assert found["FA208"] is Outcome.REVIEW


def test_a_score_that_is_no_probability(put):
    answer = put(fa208, ScoreQuality(probability=False, features={}), PLAN, key="group")
    assert isinstance(answer.answer, Ruled)
    assert answer.answer.outcome is Outcome.NOT_APPLICABLE


def _quality(own, others):
    beside = Beside(own=Quality(people=400, **own), others=Quality(people=4000, **others))
    return ScoreQuality(probability=True, features={"group": {"all": {"c": beside}}})


def _auc(value, n=1e9):
    return Separation(auc=value, positives=n, negatives=n, variance=0.0)


def _error(value):
    return Losses(people=400, units=1e9, mean=value, variance=1e-6, skewness=0.0, highest=1.0)


@pytest.mark.parametrize(("gap", "inside"), [(0.0499, True), (0.0501, False)])
def test_five_points_of_auc_are_the_limit(put, gap, inside):
    said = put(
        fa207,
        _quality({"separation": _auc(0.8 - gap)}, {"separation": _auc(0.8)}),
        PLAN,
        key="group",
    )
    (hypothesis,) = said.answer.hypotheses
    assert hypothesis.inside is inside
    assert (hypothesis.p_value < 0.05) is not inside


@pytest.mark.parametrize(("gap", "inside"), [(0.0199, True), (0.0201, False)])
def test_two_hundredths_of_error_are_the_limit(put, gap, inside):
    said = put(
        fa208, _quality({"error": _error(0.1 + gap)}, {"error": _error(0.1)}), PLAN, key="group"
    )
    (hypothesis,) = said.answer.hypotheses
    assert hypothesis.inside is inside
    assert (hypothesis.p_value < 0.05) is not inside


@pytest.mark.parametrize(("tied", "noted"), [(0.02, False), (0.021, True)])
def test_many_ties_are_told(put, tied, noted):
    own = {"separation": _auc(0.8), "tied": tied}
    said = put(fa207, _quality(own, {"separation": _auc(0.8)}), PLAN, key="group")
    assert bool(said.notes) is noted


def test_the_wording(clean_wording):
    for check in (fa204, fa207, fa208):
        clean_wording(check)
