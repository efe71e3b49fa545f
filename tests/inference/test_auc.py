"""The AUC against sklearn, its variances against the papers' formulas by hand, coverage by simulation."""

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from audit.inference.auc import Separation, expected_variance, separation


def _rows(truth, score, weight=None, cluster=None):
    truth, score = np.asarray(truth, bool), np.asarray(score, float)
    _, place = np.unique(score, return_inverse=True)
    weight = np.ones(len(truth)) if weight is None else np.asarray(weight, float)
    return separation(truth, place, weight, weight**2, cluster)


def test_equals_sklearn_with_ties_and_weights():
    rng = np.random.default_rng(0)
    truth, score = rng.random(400) < 0.3, rng.integers(0, 9, 400)
    weight = rng.uniform(0.5, 3, 400)
    assert _rows(truth, score).auc == pytest.approx(roc_auc_score(truth, score))
    expected = roc_auc_score(truth, score, sample_weight=weight)
    assert _rows(truth, score, weight).auc == pytest.approx(expected)


def test_variance_of_hanley_and_mcneils_example():
    """Their table III: 51 abnormal and 58 normal images, AUC .893, standard error .032."""
    assert expected_variance(0.893, 51, 58) ** 0.5 == pytest.approx(0.032, abs=0.0005)


def test_scatter_is_delongs_from_placement_values():
    rng = np.random.default_rng(1)
    ones, zeros = rng.normal(1, 2, 40), rng.normal(0, 1, 60)
    found = _rows([True] * 40 + [False] * 60, np.concatenate([ones, zeros]))
    v10 = [(zeros < x).mean() for x in ones]
    v01 = [(ones > y).mean() for y in zeros]
    assert found.variance == pytest.approx(np.var(v10, ddof=1) / 40 + np.var(v01, ddof=1) / 60)


def test_copies_of_every_person_in_a_cluster_change_nothing():
    rng = np.random.default_rng(2)
    truth, score = rng.random(80) < 0.5, rng.normal(0, 1, 80)
    once = _rows(truth, score, cluster=np.arange(80))
    five = [np.repeat(v, 5) for v in (truth, score, np.arange(80))]
    again = _rows(five[0], five[1], cluster=five[2])
    assert again.auc == pytest.approx(once.auc)
    assert again.variance == pytest.approx(once.variance)


@pytest.mark.parametrize("auc", [0.0, 0.5, 0.9, 1.0])
def test_limits_enclose_the_estimate_and_stay_on_the_scale(auc):
    found = Separation(auc=auc, positives=15, negatives=15, variance=0.0)
    low, high = found.lower(0.025), found.upper(0.025)
    assert 0 <= low <= auc <= high <= 1
    assert high > low


def test_limits_are_where_the_observed_auc_lies_as_far_as_the_quantile():
    found = Separation(auc=0.8, positives=1e6, negatives=20, variance=0.0)
    low = found.lower(0.025)
    expected = 1.96 * expected_variance(low, 1e6, 20) ** 0.5
    assert 0.8 - low == pytest.approx(expected, rel=1e-3)


@pytest.mark.parametrize(("positives", "negatives", "enough"), [(5, 25, True), (4, 26, False), (5, 24, False)])  # fmt: skip
def test_enough_is_thirty_and_five_of_each(positives, negatives, enough):
    found = Separation(auc=0.5, positives=positives, negatives=negatives, variance=0.0)
    assert found.enough is enough


def test_ten_clusters_are_needed():
    few = Separation(auc=0.5, positives=50, negatives=50, variance=0.0, clusters=9)
    assert not few.enough


@pytest.mark.parametrize("truth", [[True] * 3, [False] * 3])
def test_one_class_has_no_auc(truth):
    assert _rows(truth, [0.1, 0.2, 0.3]) is None


def test_one_cluster_has_no_auc():
    assert _rows([True, False], [0.2, 0.1], cluster=np.zeros(2, int)) is None
