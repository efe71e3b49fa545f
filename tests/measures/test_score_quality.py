"""The score's quality by group, against sklearn on rows; strata and shares with clusters and weights."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import brier_score_loss, roc_auc_score

from audit.measures.group_counts import group_counts
from audit.measures.representation import REPRESENTATION
from audit.measures.score_bins import score_bins
from audit.measures.score_quality import differing_slopes, score_quality, slopes
from audit.measures.strata import strata_counts

PLAN = """
[roles]
y_true = "true"
y_pred = "flag"
y_score = "score"
positive = { y_true = ["1"], y_pred = ["1"] }
outcome_known = "everyone"
y_true_recorded_by = "a panel"
control_features = ["kind"]
sensitive_features = ["group"]
"""
WEIGHTED = PLAN + 'sample_weight = "w"\n'
CLUSTERED = PLAN + 'cluster = "home"\n'


def _columns(n=3000, seed=0):
    rng = np.random.default_rng(seed)
    group = rng.choice(["A", "B", "C"], n, p=[0.5, 0.3, 0.2])
    logit = rng.normal(-0.5, 1.3, n)
    # In C differences in score mean half as much.
    true = rng.random(n) < 1 / (1 + np.exp(-logit * np.where(group == "C", 0.3, 1.0)))
    score = np.round(1 / (1 + np.exp(-logit)), 3)
    return {
        "group": group.tolist(),
        "kind": rng.choice(["x", "y"], n).tolist(),
        "home": (np.arange(n) // 3).tolist(),
        "w": np.round(rng.uniform(0.5, 3, n), 2).tolist(),
        "score": score.tolist(),
        "true": true.astype(int).tolist(),
        "flag": (score > 0.5).astype(int).tolist(),
    }


def _measured(measure, part):
    return measure.make(part, part.frame.count(list(measure.margins(part))))


def _arrays(columns):
    return (np.array(columns[name]) for name in ("group", "true", "score", "w"))


@pytest.mark.parametrize("plan", [PLAN, WEIGHTED, CLUSTERED])
def test_auc_and_brier_are_sklearns(opened, plan):
    columns = _columns()
    found = _measured(score_quality, opened(columns, plan)).groups("group", "all")
    group, true, score, w = _arrays(columns)
    weight = w if plan == WEIGHTED else np.ones(len(w))
    # Steps of a thousandth: scores of three digits are told apart, but for rounding at an edge.
    for name in "ABC":
        for side, quality in (
            (group == name, found[name].own),
            (group != name, found[name].others),
        ):
            y, s, v = true[side], score[side], weight[side]
            assert quality.separation.auc == pytest.approx(
                roc_auc_score(y, s, sample_weight=v), abs=2e-3
            )
            assert quality.error.mean == pytest.approx(
                brier_score_loss(y, s, sample_weight=v), abs=1e-6
            )
            assert quality.people == side.sum()


def test_copies_of_people_in_homes_do_not_narrow_anything(opened):
    columns = _columns(600)
    single = _measured(score_quality, opened({**columns, "home": list(range(600))}, CLUSTERED))
    copied = {name: [v for v in values for _ in range(4)] for name, values in columns.items()}
    copied["home"] = [i for i in range(600) for _ in range(4)]
    again = _measured(score_quality, opened(copied, CLUSTERED))
    for name in "ABC":
        before, after = single.groups("group", "all")[name], again.groups("group", "all")[name]
        assert after.own.separation.variance == pytest.approx(before.own.separation.variance)
        assert after.own.error.variance == pytest.approx(before.own.error.variance)
        assert after.own.error.people == 4 * before.own.error.people


def test_a_flatter_score_is_found_by_its_slope(opened):
    found = _measured(score_quality, opened(_columns(6000), PLAN)).groups("group", "all")
    assert set(slopes(found)) == {"A", "B", "C"}
    assert slopes(found)["C"][0].slope.value < 0.5
    assert differing_slopes(found, 0.2, 0.01)[0] == "C"
    assert differing_slopes(found, 1.0, 0.01) == ()


def test_missing_scores_and_truths_are_left_out(opened):
    columns = _columns(300)
    columns["score"][0], columns["true"][1] = None, None
    found = _measured(score_quality, opened(columns, PLAN)).groups("group", "all")
    assert sum(g.own.people for g in found.values()) == 298


def test_a_margin_has_no_distance_from_the_truth(opened):
    columns = _columns(300)
    columns["score"] = [10 * s - 5 for s in columns["score"]]
    plan = PLAN + '[model]\noutput = "margin"\n'
    value = _measured(score_quality, opened(columns, plan))
    assert not value.probability
    own = value.groups("group", "all")["A"].own
    assert (own.error, own.calibration) == (None, None)
    assert 0.5 < own.separation.auc < 1


@pytest.mark.parametrize(("ones", "estimated"), [(5, True), (4, False)])
def test_five_with_the_condition_are_needed_for_a_mean_error(opened, ones, estimated):
    columns = {
        "group": ["A"] * 40 + ["B"] * 40, "kind": ["x"] * 80, "score": [0.2, 0.4] * 40,
        "true": [1] * ones + [0] * (40 - ones) + [1, 0] * 20, "flag": [0, 1] * 40,
    }  # fmt: skip
    found = _measured(score_quality, opened(columns, PLAN)).groups("group", "all")
    assert (found["A"].own.error is not None) is estimated
    assert found["B"].own.error is not None


def test_a_named_reference_is_what_groups_are_beside(opened):
    plan = PLAN.replace('["group"]', '{ group = { reference = "A", reference_reason = "most" } }')
    found = _measured(score_quality, opened(_columns(), plan)).groups("group", "all")
    assert found["B"].others.people == found["A"].own.people
    assert found["A"].others.people == found["B"].own.people + found["C"].own.people


def test_pairs_in_one_step_are_counted_as_ties(opened):
    columns = _columns(300)
    columns["score"] = [0.5 + 1e-5 * i for i in range(50)] * 6
    found = _measured(score_quality, opened(columns, PLAN)).groups("group", "all")
    assert found["A"].own.tied == 1.0
    assert found["A"].own.separation.auc == 0.5


def test_only_groups_that_may_be_named_stand_in_the_picture(opened, public):
    value = _measured(score_quality, opened(_columns(6000), PLAN))
    (figure,) = score_quality.figures(value, public(small=("C",)))
    assert figure.column("label") == ["A", "B"]
    assert all(low < v < high for _, _, v, low, high, *_ in figure.rows)


@pytest.mark.parametrize(("plan", "clusters"), [(CLUSTERED, 1000), (WEIGHTED, None)])
def test_strata_and_score_bins_keep_clusters_and_weights(opened, plan, clusters):
    part = opened(_columns(), plan)
    strata, bins = _measured(strata_counts, part), _measured(score_bins, part)
    for scatter in (strata.scatter("group", "all"), bins.scatter("group", "all")):
        assert set(scatter) == {"A", "B", "C"}
        assert all(s.difference_se > 0 for s in scatter.values())
        assert {s.clusters for s in scatter.values()} == {clusters}


def test_strata_of_single_people_have_their_own_variance(opened):
    part = opened(_columns(), PLAN)
    assert _measured(strata_counts, part).scatter("group", "all") is None
    assert _measured(score_bins, part).scatter("group", "all") is None


def test_homes_of_two_groups_are_compared_together(opened):
    rng = np.random.default_rng(3)
    luck = np.repeat(rng.random(400) < 0.4, 2)
    columns = _columns(800)
    columns |= {
        "group": ["f", "m"] * 400, "home": [i // 2 for i in range(800)],
        "flag": np.where(rng.random(800) < 0.9, luck, ~luck).astype(int).tolist(),
    }  # fmt: skip
    found = _measured(group_counts, opened(columns, CLUSTERED)).groups("group", "all")
    flag = np.array(columns["flag"])
    expected = 1 / (1 - np.corrcoef(flag[::2], flag[1::2])[0, 1])
    assert found["f"].selection.joint == pytest.approx(min(expected, 2.0), rel=0.05)
    alone = _measured(group_counts, opened(columns, PLAN)).groups("group", "all")
    assert alone["f"].selection.joint is None


def test_weighted_shares_are_of_the_people_that_rows_stand_for(opened):
    """B was drawn three times as often and weighted back: it is not over-represented."""
    columns = {"group": ["A"] * 300 + ["B"] * 300, "w": [3.0] * 300 + [1.0] * 300}
    roles = '[roles]\nsensitive_features = ["group"]\n'
    reference = "[data]\nreference = { group = { A = 0.75, B = 0.25 } }\n"
    part = opened(columns, roles + 'sample_weight = "w"\n' + reference)
    shares = {s.group: s for s in _measured(REPRESENTATION, part).features["group"]}
    assert shares["B"].counted.value == pytest.approx(0.25)
    assert shares["B"].inner_low < 0.25 < shares["B"].inner_high
    assert (shares["B"].rows, shares["B"].seen) == (300, 300)
    plain = _measured(REPRESENTATION, opened(columns, roles + reference)).features["group"]
    assert {s.group: s.counted.value for s in plain} == {"A": 0.5, "B": 0.5}


def test_shares_of_rows_that_belong_together_are_wider(opened):
    columns = {"group": (["A"] * 5 + ["B"] * 5) * 40, "home": [i // 5 for i in range(400)]}
    roles = '[roles]\nsensitive_features = ["group"]\n'
    reference = "[data]\nreference = { group = { A = 0.5, B = 0.5 } }\n"
    wide = _measured(REPRESENTATION, opened(columns, roles + 'cluster = "home"\n' + reference))
    plain = _measured(REPRESENTATION, opened(columns, roles + reference))
    a, b = wide.features["group"][0], plain.features["group"][0]
    assert a.high - a.low > 2 * (b.high - b.low)
