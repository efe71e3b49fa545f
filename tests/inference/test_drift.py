"""The stability index beside its law."""

import numpy as np
import pytest
from scipy.stats import chi2_contingency, ncx2

from audit.inference.drift import moved, shift


def test_the_index_is_the_sum_of_the_books():
    then, now = [3000, 5000, 2000], [2500, 5000, 2500]
    p, q = np.array(then) / 10_000, np.array(now) / 10_000
    assert shift(then, now).index == pytest.approx(((p - q) * np.log(p / q)).sum(), rel=1e-3)


def test_near_no_change_it_is_pearsons_chi_square():
    rng = np.random.default_rng(0)
    then, now = rng.multinomial(40_000, [0.1] * 10), rng.multinomial(9_000, [0.1] * 10)
    found = shift(then, now)
    pearson = chi2_contingency([then, now], correction=False)
    assert found.index / found.scale == pytest.approx(pearson.statistic, rel=0.02)
    assert found.p_beyond(0.0) == pytest.approx(pearson.pvalue, abs=0.01)
    assert found.expected == pytest.approx(9 * (1 / 40_000 + 1 / 9_000))


def test_p_value_and_limits_are_those_of_the_non_central_law():
    found = shift([500, 300, 200], [350, 300, 350])
    expected = ncx2.sf(found.index / found.scale, found.df, 0.05 / found.scale)
    assert found.p_beyond(0.05) == pytest.approx(expected)
    low, high = found.limits(0.05)
    assert found.p_beyond(low) == pytest.approx(0.025, abs=1e-6)
    assert found.p_beyond(high) == pytest.approx(0.975, abs=1e-6)
    assert found.upper(0.05) < high


def test_chance_alone_is_taken_off():
    found = shift([500, 500], [101, 99])
    assert found.excess == 0.0
    assert found.limits(0.05)[0] == 0.0


def test_empty_and_rare_bins_are_put_together():
    assert shift([990, 5, 5, 0], [98, 1, 1, 0]) is None
    assert shift([900, 50, 50, 0], [100, 50, 50, 0]).df == 2
    assert shift([], []) is None
    assert shift([10, 10], [0, 0]) is None
    assert np.isfinite(shift([500, 500, 0], [300, 300, 400]).index)


def test_the_worst_block_is_told_and_all_of_them_are_paid_for():
    then = [1000, 1000, 1000]
    now = [[330, 340, 330], [100, 300, 600], [320, 340, 340]]
    found = moved("x", then, now, ("b1", "b2", "b3"), limit=0.1, together=1)
    assert found.params["period"] == "b2"
    assert found.p_value == pytest.approx(3 * shift(then, now[1]).p_beyond(0.1), rel=1e-6)
    assert found.interval[0] < found.value < found.interval[1]
    assert not found.inside
    assert moved("x", then, now[::2], ("b1", "b3"), limit=0.1, together=1).inside


def test_blocks_too_small_are_not_inside_and_a_small_reference_is_not_judged():
    big, small = [500, 500], [30, 30]
    assert moved("x", big, [small], ("a",), limit=0.1, together=1) is None
    assert not moved("x", big, [big, small], ("a", "b"), limit=0.1, together=1).inside
    assert not moved("x", small, [big], ("a",), limit=0.1, together=1).judged


@pytest.mark.parametrize("bins", [2, 10])
def test_false_alarms_and_false_passes(bins):
    rng = np.random.default_rng(bins)
    p = np.full(bins, 1 / bins)
    tilt = np.linspace(-1, 1, bins)
    low, high = 0.0, 3.0
    for _ in range(60):
        middle = (low + high) / 2
        q = p * np.exp(middle * tilt) / (p * np.exp(middle * tilt)).sum()
        low, high = (middle, high) if ((p - q) * np.log(p / q)).sum() < 0.1 else (low, middle)
    alarms = passes = 0
    runs = 600
    for _ in range(runs):
        found = shift(rng.multinomial(2000, p), rng.multinomial(500, q))
        alarms += found.p_beyond(0.1) <= 0.05
        passes += found.upper(0.05) <= 0.1
    assert alarms / runs <= 0.08
    assert passes / runs <= 0.08
