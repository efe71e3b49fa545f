"""What is planned is what happens: every number against simulated decisions at the same level."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.inference import proportions
from audit.inference.comparison import RATIO_ALONE_BELOW
from audit.inference.power import Bar, n_to_fail, n_to_pass, power_to_fail, smallest_gap

BAR = Bar(1.25, 0.01)
SWITCHED = Bar(1.25, 0.01, RATIO_ALONE_BELOW)


def failing(p1, n1, p0, n0, alpha, runs=4000, seed=5, *, lower=False):
    """Share of simulated comparisons that fail at `alpha`, by the p-values of the verdict."""
    rng = np.random.default_rng(seed)
    x1, x0 = rng.binomial(n1, p1, runs), rng.binomial(n0, p0, runs)
    if lower:
        x1, n1, x0, n0 = x0, n0, x1, n1
    by_ratio = proportions.p_exceeds(x1, n1, x0, n0, ratio=1.25, difference=0.0)
    by_floor = proportions.p_exceeds(x1, n1, x0, n0, ratio=1.0, difference=0.01)
    return float((np.maximum(by_ratio, by_floor) <= alpha).mean())


def test_the_bar_needs_both_the_ratio_and_the_floor():
    assert BAR.at(0.20) == pytest.approx(0.25)
    assert BAR.at(0.02) == pytest.approx(0.03)
    assert BAR.below(0.20) == pytest.approx(0.16)


def test_under_one_per_cent_a_floor_of_convention_is_no_part_of_the_bar():
    assert SWITCHED.at(0.004) == pytest.approx(0.005)
    assert BAR.at(0.004) == pytest.approx(0.014)


# Four standard errors of a share of 4,000 runs at .8 are .025.
@pytest.mark.parametrize(
    ("p1", "n1", "p0", "n0", "alpha"),
    [
        (0.24, 300, 0.12, 1300, 0.04 / 12),
        (0.04, 5000, 0.02, 30_000, 0.04 / 25),
        (0.6, 60, 0.3, 240, 0.04 / 25),
        (0.08, 3000, 0.04, 1000, 0.04),
    ],
)
def test_predicted_power_is_what_simulation_finds(p1, n1, p0, n0, alpha):
    predicted = float(power_to_fail(BAR, p1, p0, n1, n0, alpha))
    assert failing(p1, n1, p0, n0, alpha) == pytest.approx(predicted, abs=0.025)


@pytest.mark.parametrize("p0", [0.02, 0.12, 0.3, 0.6])
@pytest.mark.parametrize("per", [0.5, 6.0])
def test_with_the_people_planned_for_the_power_is_what_was_said(p0, per):
    alpha = 0.04 / 25
    n = int(n_to_fail(BAR, p0, per, alpha))
    p1 = float(BAR.twice().at(p0))
    assert 0.775 <= failing(p1, n, p0, int(n * per), alpha) <= 0.84


@pytest.mark.parametrize("p0", [0.05, 0.3])
def test_for_a_benefit_the_same_holds_downwards(p0):
    n = int(n_to_fail(BAR, p0, 3.0, 0.01, lower=True))
    p1 = float(BAR.twice().below(p0))
    assert 0.775 <= failing(p1, n, p0, 3 * n, 0.01, lower=True) <= 0.84


@pytest.mark.parametrize("p0", [0.02, 0.12, 0.5])
def test_with_the_people_planned_for_a_fair_group_passes(p0):
    n = int(n_to_pass(SWITCHED, p0, 4.0))
    rng = np.random.default_rng(8)
    x1, x0 = rng.binomial(n, p0, 4000), rng.binomial(4 * n, p0, 4000)
    difference, ratio = proportions.upper_bounds(x1, n, x0, 4 * n, 0.05)
    assert 0.775 <= ((ratio <= 1.25) | (difference <= 0.01)).mean() <= 0.86


def test_smallest_gap_has_the_stated_power_and_a_smaller_one_less():
    gap = float(smallest_gap(BAR, 0.12, 230, 1300, 0.003))
    assert power_to_fail(BAR, 0.12 + gap, 0.12, 230, 1300, 0.003) == pytest.approx(0.81, abs=0.01)
    assert power_to_fail(BAR, 0.12 + gap - 0.01, 0.12, 230, 1300, 0.003) < 0.8
    assert failing(0.12 + gap, 230, 0.12, 1300, 0.003) == pytest.approx(0.81, abs=0.03)


def test_no_gap_is_large_enough_for_three_people():
    assert np.isnan(smallest_gap(BAR, 0.6, 3, 1300, 0.003))


def test_numbers_needed_rise_as_the_rate_falls():
    needed = n_to_pass(BAR, np.array([0.3, 0.12, 0.04]), 5.0)
    assert (np.diff(needed) > 0).all()


def test_nobody_can_settle_a_rate_of_nobody_or_everybody():
    assert np.isnan(n_to_pass(BAR, 0.0, 5.0))
    assert np.isnan(n_to_fail(BAR, 1.0, 5.0, 0.04))


def test_where_no_rate_could_exceed_the_ratio_no_number_passes():
    assert np.isnan(n_to_pass(Bar(1.25, 0.0), 0.9, 5.0))


def test_n_to_fail_is_the_smallest_with_that_power():
    alpha = 0.004
    n = float(n_to_fail(BAR, 0.12, 5.0, alpha))
    p1 = float(BAR.twice().at(0.12))
    assert power_to_fail(BAR, p1, 0.12, n, 5 * n, alpha) >= 0.8
    assert power_to_fail(BAR, p1, 0.12, 0.98 * n, 5 * 0.98 * n, alpha) < 0.81


def test_all_groups_at_once_are_each_alone():
    p0, per = np.array([0.02, 0.12, 0.3]), np.array([0.5, 4.0, 30.0])
    together = n_to_fail(BAR, p0, per, 0.002)
    for i in range(3):
        assert together[i] == pytest.approx(float(n_to_fail(BAR, p0[i], per[i], 0.002)), rel=2e-3)


rates = st.floats(0.02, 0.6)


@given(p0=rates, more=st.floats(0.02, 0.3), n1=st.integers(40, 3000))
def test_power_rises_with_the_gap_and_with_the_people(p0, more, n1):
    p1 = min(p0 + more, 0.95)
    power = float(power_to_fail(BAR, p1, p0, n1, 4 * n1, 0.002))
    assert power_to_fail(BAR, min(p1 + 0.02, 0.97), p0, n1, 4 * n1, 0.002) >= power - 1e-3
    if p1 > BAR.at(p0) + 0.02:
        assert power_to_fail(BAR, p1, p0, 2 * n1, 8 * n1, 0.002) >= power - 1e-3


@given(p0=rates, per=st.floats(0.2, 100))
def test_a_stricter_level_needs_more_people(p0, per):
    loose, strict = n_to_fail(BAR, p0, per, 0.04), n_to_fail(BAR, p0, per, 0.0004)
    assert np.isnan(loose) or strict > loose
