"""Mantel–Haenszel against a published table, statsmodels' formulas by hand, and simulation."""

import numpy as np
import pytest

from audit.inference.strata import Layers, Pooled, mantel_haenszel


def test_one_stratum_is_the_crude_comparison():
    pooled = mantel_haenszel(np.array([30]), np.array([100]), np.array([20]), np.array([100]))
    assert pooled.difference == pytest.approx(0.10)
    assert pooled.ratio == pytest.approx(1.5)
    # The variance of the log ratio in one stratum: 1/x1 - 1/n1 + 1/x0 - 1/n0.
    assert pooled.log_ratio_se**2 == pytest.approx(1 / 30 - 1 / 100 + 1 / 20 - 1 / 100)


def test_simpson_a_raw_gap_that_vanishes_within_strata():
    x1, n1 = np.array([80, 10]), np.array([400, 100])
    x0, n0 = np.array([20, 40]), np.array([100, 400])
    assert x1.sum() / n1.sum() - x0.sum() / n0.sum() == pytest.approx(0.06)
    pooled = mantel_haenszel(x1, n1, x0, n0)
    assert pooled.difference == pytest.approx(0.0, abs=1e-12)
    assert pooled.ratio == pytest.approx(1.0)


def test_strata_with_one_group_only_say_nothing():
    pooled = mantel_haenszel(
        np.array([5, 3]), np.array([10, 20]), np.array([0, 2]), np.array([0, 20])
    )
    assert pooled.people == 40
    assert pooled.difference == pytest.approx(0.05)


def test_no_common_stratum_gives_nan_and_no_warning():
    pooled = mantel_haenszel(np.array([5]), np.array([10]), np.array([0]), np.array([0]))
    assert np.isnan(pooled.difference)
    assert pooled.people == 0


def test_intervals_cover_the_common_difference_and_ratio():
    rng = np.random.default_rng(4)
    base = np.array([0.1, 0.2, 0.3, 0.4])
    n1, n0 = np.array([40, 60, 50, 30]), np.array([200, 150, 120, 90])
    hits_difference = hits_ratio = 0
    runs = 1500
    for _ in range(runs):
        pooled = mantel_haenszel(rng.binomial(n1, base + 0.05), n1, rng.binomial(n0, base), n0)
        hits_difference += abs(pooled.difference - 0.05) <= 1.96 * pooled.difference_se
        pooled = mantel_haenszel(rng.binomial(n1, base * 1.25), n1, rng.binomial(n0, base), n0)
        hits_ratio += abs(np.log(pooled.ratio / 1.25)) <= 1.96 * pooled.log_ratio_se
    assert 0.93 <= hits_difference / runs <= 0.975
    assert 0.93 <= hits_ratio / runs <= 0.975


def _rows(n=600, seed=0, clusters=60, effect=0.05):
    rng = np.random.default_rng(seed)
    cluster, stratum = rng.integers(0, clusters, n), rng.integers(0, 4, n)
    group = (rng.random(n) < 0.35).astype(int)
    rate = np.array([0.1, 0.2, 0.3, 0.4])[stratum] + effect * group
    return cluster, stratum, group, (rng.random(n) < rate).astype(float)


def _pooled(stratum, group, event, weight=None):
    weight = np.ones(len(event)) if weight is None else weight
    return mantel_haenszel(
        *(
            np.bincount(stratum, np.where(group == g, weight * v, 0.0), 4)
            for g in (1, 0)
            for v in (event, np.ones(len(event)))
        )
    )


def test_leaving_out_clusters_is_leaving_them_out():
    cluster, stratum, group, event = _rows(clusters=15)
    found = Layers(stratum=stratum, group=group, events=event, people=np.ones(600), cluster=cluster)
    scatter = found.scatter(1)
    whole = _pooled(stratum, group, event)
    moved = []
    for c in range(15):
        kept = cluster != c
        moved.append(_pooled(stratum[kept], group[kept], event[kept]).difference)
    brute = (14 / 15 * sum((d - whole.difference) ** 2 for d in moved)) ** 0.5
    assert scatter.difference_se == pytest.approx(brute)
    assert (scatter.clusters, scatter.df) == (15, 14)


def test_people_one_by_one_scatter_as_sato_and_greenland_and_robins_say():
    _, stratum, group, event = _rows(4000, clusters=4000)
    pooled = _pooled(stratum, group, event)
    ones = np.ones(4000)
    alone = Layers(stratum=stratum, group=group, events=event, people=ones, cluster=np.arange(4000))
    weighted = Layers(
        stratum=stratum, group=group, events=event, people=ones,
        event_squares=event, other_squares=1 - event,
    )  # fmt: skip
    for scatter in (alone.scatter(1), weighted.scatter(1)):
        assert scatter.difference_se == pytest.approx(pooled.difference_se, rel=0.03)
        assert scatter.log_ratio_se == pytest.approx(pooled.log_ratio_se, rel=0.05)


def test_copies_are_worth_one_and_weights_have_no_unit():
    _, stratum, group, event = _rows()
    ones = np.ones(600)
    once = Layers(stratum=stratum, group=group, events=event, people=ones, cluster=np.arange(600))
    copies = Layers(
        stratum=stratum, group=group, events=event * 5, people=ones * 5, cluster=np.arange(600)
    )
    assert copies.scatter(1).difference_se == pytest.approx(once.scatter(1).difference_se)
    heavy = [
        Layers(
            stratum=stratum, group=group, events=event * w, people=ones * w,
            event_squares=event * w**2, other_squares=(1 - event) * w**2,
        ).scatter(1)
        for w in (1.0, 40.0)
    ]  # fmt: skip
    assert heavy[0].difference_se == pytest.approx(heavy[1].difference_se)
    assert heavy[0].log_ratio_se == pytest.approx(heavy[1].log_ratio_se)


def test_a_named_reference_leaves_the_others_out():
    cluster, stratum, group, event = _rows()
    three = np.where(cluster % 5 == 0, 2, group)
    kept = three != 2
    ones = np.ones(600)
    named = Layers(stratum=stratum, group=three, events=event, people=ones, cluster=cluster)
    alone = Layers(
        stratum=stratum[kept], group=group[kept], events=event[kept], people=ones[kept],
        cluster=cluster[kept],
    )  # fmt: skip
    assert named.scatter(1, 0).difference_se == pytest.approx(alone.scatter(1).difference_se)


def test_one_cluster_that_carries_the_comparison_leaves_nothing_to_say():
    stratum, group = np.zeros(4, int), np.array([1, 0, 0, 0])
    found = Layers(
        stratum=stratum, group=group, events=np.array([1.0, 0, 1, 0]), people=np.ones(4),
        cluster=np.array([0, 1, 2, 3]),
    )  # fmt: skip
    assert found.scatter(1) is None


def test_no_stratum_with_both_leaves_nothing_to_say():
    found = Layers(
        stratum=np.array([0, 1]), group=np.array([1, 0]), events=np.ones(2), people=np.ones(2),
        cluster=np.array([0, 1]),
    )  # fmt: skip
    assert found.scatter(1) is None


def test_few_clusters_need_ts_quantile():
    pooled = mantel_haenszel(np.array([5]), np.array([10]), np.array([5]), np.array([10]))
    assert pooled.quantile(0.975) == pytest.approx(1.96, abs=1e-3)
    few = Pooled(1.0, 0.1, 0.0, 0.1, 20.0, 10.0, 9.0)
    assert few.quantile(0.975) == pytest.approx(2.262, abs=1e-3)
    assert few.tail(2.262) == pytest.approx(0.025, abs=1e-4)
