"""Mantel–Haenszel against a published table, statsmodels' formulas by hand, and simulation."""

import numpy as np
import pytest

from audit.inference.strata import mantel_haenszel


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
