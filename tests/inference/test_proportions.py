"""Limits and p-values of proportions against scipy, published examples, and simulation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from audit.inference import proportions as pr

GRID = [(0, 10), (1, 10), (5, 50), (50, 50), (39, 130), (480, 12_000)]


@pytest.mark.parametrize(("x", "n"), GRID)
@pytest.mark.parametrize("alpha", [0.05, 0.001])
def test_clopper_pearson_is_scipys_exact_interval(x, n, alpha):
    low, high = pr.clopper_pearson(x, n, alpha)
    expected = stats.binomtest(x, n).proportion_ci(confidence_level=1 - alpha, method="exact")
    assert low == pytest.approx(expected.low, abs=1e-10)
    assert high == pytest.approx(expected.high, abs=1e-10)


@pytest.mark.parametrize(("x", "n"), [(1, 10), (5, 50), (39, 130)])
def test_jeffreys_is_the_beta_posterior(x, n):
    low, high = pr.jeffreys(x, n, 0.05)
    posterior = stats.beta(x + 0.5, n - x + 0.5)
    assert (low, high) == pytest.approx((posterior.ppf(0.025), posterior.ppf(0.975)), abs=1e-10)


@pytest.mark.parametrize(("x", "n"), [(0, 10), (10, 10)])
def test_jeffreys_takes_the_exact_limits_at_nobody_and_everybody(x, n):
    exact = [float(limit) for limit in pr.clopper_pearson(x, n, 0.05)]
    assert [float(limit) for limit in pr.jeffreys(x, n, 0.05)] == pytest.approx(exact)


def test_difference_interval_is_newcombes_construction_with_jeffreys_limits():
    (l1, u1), (l0, u0) = pr.jeffreys(56, 70, 0.05), pr.jeffreys(48, 80, 0.05)
    p1, p0 = 56 / 70, 48 / 80
    low, high = pr.difference_interval(56, 70, 48, 80, 0.05)
    assert low == pytest.approx(p1 - p0 - np.sqrt((p1 - l1) ** 2 + (u0 - p0) ** 2))
    assert high == pytest.approx(p1 - p0 + np.sqrt((u1 - p1) ** 2 + (p0 - l0) ** 2))
    # Newcombe 1998, Statistics in Medicine 17:873-890, table II example (a), 56/70 against 48/80:
    # method 10 gives 0.0524 to 0.3339; Jeffreys limits differ from Wilson's in the third decimal.
    assert (low, high) == pytest.approx((0.0524, 0.3339), abs=0.004)


# Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10.
NEWCOMBE = [
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775),
    (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0000),
    (10, 10, 0, 10, 0.6075, 1.0000),
]


@pytest.mark.parametrize(("x1", "n1", "x0", "n0", "low", "high"), NEWCOMBE)
def test_mover_of_wilson_limits_is_the_published_interval(x1, n1, x0, n0, low, high):
    one, two = (
        stats.binomtest(x, n).proportion_ci(method="wilson") for x, n in ((x1, n1), (x0, n0))
    )
    found = pr.mover_difference(
        *(np.float64(v) for v in (x1 / n1, one.low, one.high, x0 / n0, two.low, two.high))
    )
    assert found == pytest.approx((low, high), abs=6e-5)


counts = st.integers(0, 60)


@given(x1=counts, x0=counts, n1=st.integers(60, 200), n0=st.integers(60, 900))
def test_more_events_are_never_less_evidence(x1, x0, n1, n0):
    limit = {"ratio": 1.25, "difference": 0.0}
    p = pr.p_exceeds(x1, n1, x0, n0, **limit)
    assert pr.p_exceeds(x1 + 1, n1 + 1, x0, n0, **limit) <= p * (1 + 1e-6)
    assert pr.p_exceeds(x1, n1, x0 + 1, n0 + 1, **limit) >= p * (1 - 1e-6)
    assert pr.p_exceeds(x1, n1, x0, n0, ratio=1.5, difference=0.0) >= p * (1 - 1e-6)


@given(x1=counts, x0=counts, n1=st.integers(60, 200), n0=st.integers(60, 900))
def test_a_stricter_level_gives_a_wider_interval_that_holds_the_observed_gap(x1, x0, n1, n0):
    gap = x1 / n1 - x0 / n0
    low, high = pr.difference_interval(x1, n1, x0, n0, 0.05)
    wider_low, wider_high = pr.difference_interval(x1, n1, x0, n0, 0.005)
    assert wider_low <= low <= gap <= high <= wider_high


def test_ratio_limits_are_where_the_mover_bound_is_zero():
    x1, n1, x0, n0 = 39, 130, 91, 760
    low, high = pr.ratio_interval(x1, n1, x0, n0, 0.05)
    (l1, u1), (l0, u0) = pr.jeffreys(x1, n1, 0.05), pr.jeffreys(x0, n0, 0.05)
    p1, p0 = x1 / n1, x0 / n0
    assert p1 - low * p0 == pytest.approx(np.hypot(p1 - l1, low * (u0 - p0)))
    assert high * p0 - p1 == pytest.approx(np.hypot(u1 - p1, high * (p0 - l0)))


@pytest.mark.parametrize(
    ("x1", "n1", "x0", "n0", "low", "high"),
    [(0, 40, 10, 100, 0.0, None), (10, 40, 0, 100, 0.0, np.inf), (40, 40, 100, 100, None, None)],
)
def test_zero_cells_need_no_patch(x1, n1, x0, n0, low, high):
    found_low, found_high = pr.ratio_interval(x1, n1, x0, n0, 0.05)
    assert not np.isnan(found_low)
    assert found_low <= found_high
    if low == 0.0 and x1 == 0:
        assert found_low == 0.0
    if high is not None:
        assert found_high == high


def test_p_value_and_bound_agree_at_the_p_value():
    p = pr.p_exceeds(39, 130, 91, 760, ratio=1.25, difference=0.0)
    alpha = float(p)
    l1, u0 = pr.exact_lower(39, 130, alpha), pr.exact_upper(91, 760, alpha)
    p1, p0 = 39 / 130, 91 / 760
    assert p1 - 1.25 * p0 - np.hypot(p1 - l1, 1.25 * (u0 - p0)) == pytest.approx(0.0, abs=1e-8)


@pytest.mark.parametrize(("x1", "expected"), [(12, 1.0), (20, 1.0), (25, 1.0)])
def test_p_value_is_one_at_and_inside_the_limit(x1, expected):
    # 25/100 against 20/100 is exactly a ratio of 1.25: not beyond it.
    assert pr.p_exceeds(x1, 100, 20, 100, ratio=1.25, difference=0.0) == expected


def test_p_value_falls_as_the_gap_grows():
    p = pr.p_exceeds(np.arange(30, 80, 5.0), 100, 20, 100, ratio=1.25, difference=0.0)
    assert (np.diff(p) < 0).all()


def test_p_values_keep_their_level_at_the_limit():
    """At the limit itself, a one-sided test at 5 % rejects at most about 5 % of the time."""
    rng = np.random.default_rng(1)
    runs, n1, n0, p0 = 4000, 200, 1000, 0.12
    x1, x0 = rng.binomial(n1, 1.25 * p0, runs), rng.binomial(n0, p0, runs)
    p = pr.p_exceeds(x1, n1, x0, n0, ratio=1.25, difference=0.0)
    assert (p <= 0.05).mean() <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / runs)


def test_upper_bounds_cover_the_true_gap():
    rng = np.random.default_rng(2)
    runs = 4000
    x1, x0 = rng.binomial(150, 0.2, runs), rng.binomial(900, 0.15, runs)
    difference, ratio = pr.upper_bounds(x1, 150, x0, 900, 0.05)
    assert (difference >= 0.05).mean() >= 0.95
    assert (ratio >= 0.2 / 0.15).mean() >= 0.95
