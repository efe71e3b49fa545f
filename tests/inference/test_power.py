import numpy as np
import pytest

from audit.inference import proportions
from audit.inference.power import Bar, n_to_fail, n_to_pass, power_to_fail, smallest_gap


def test_the_bar_needs_both_the_ratio_and_the_floor():
    bar = Bar(1.25, 0.01)
    assert bar.at(0.20) == pytest.approx(0.25)
    assert bar.at(0.02) == pytest.approx(0.03)


def test_predicted_power_is_what_simulation_finds():
    rng = np.random.default_rng(5)
    bar, p1, p0, n1, n0, alpha = Bar(1.25, 0.01), 0.24, 0.12, 250, 1300, 0.04 / 12
    predicted = power_to_fail(bar, p1, p0, n1, n0, alpha)
    runs = 3000
    x1, x0 = rng.binomial(n1, p1, runs), rng.binomial(n0, p0, runs)
    by_ratio = proportions.p_exceeds(x1, n1, x0, n0, ratio=1.25, difference=0.0)
    by_floor = proportions.p_exceeds(x1, n1, x0, n0, ratio=1.0, difference=0.01)
    found = (np.maximum(by_ratio, by_floor) <= alpha).mean()
    # The exact limits cost a little of what the normal formula promises.
    assert found == pytest.approx(predicted, abs=0.08)


def test_smallest_gap_has_the_stated_power_and_a_smaller_one_less():
    bar = Bar(1.25, 0.01)
    gap = smallest_gap(bar, 0.12, 230, 1300, 0.003)
    assert power_to_fail(bar, 0.12 + gap, 0.12, 230, 1300, 0.003) == pytest.approx(0.8, abs=0.01)
    assert power_to_fail(bar, 0.12 + gap - 0.01, 0.12, 230, 1300, 0.003) < 0.8


def test_no_gap_is_large_enough_for_three_people():
    assert smallest_gap(Bar(1.25, 0.01), 0.6, 3, 1300, 0.003) is None


def test_numbers_needed_rise_as_the_rate_falls():
    needed = [n_to_pass(Bar(1.25, 0.01), p0, 5.0) for p0 in (0.3, 0.12, 0.04)]
    assert needed == sorted(needed)


def test_nobody_can_settle_a_rate_of_nobody_or_everybody():
    assert n_to_pass(Bar(1.25, 0.01), 0.0, 5.0) is None
    assert n_to_fail(Bar(1.25, 0.01), 1.0, 5.0, 0.04) is None


def test_n_to_fail_is_the_smallest_with_that_power():
    bar, alpha = Bar(1.25, 0.01), 0.004
    n = n_to_fail(bar, 0.12, 5.0, alpha)
    p1 = Bar(1.5, 0.02).at(0.12)
    assert power_to_fail(bar, p1, 0.12, n, 5 * n, alpha) >= 0.8
    assert power_to_fail(bar, p1, 0.12, n - 1, 5 * (n - 1), alpha) < 0.8
