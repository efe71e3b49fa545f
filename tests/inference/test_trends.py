"""A line through shares: Cochran and Armitage's test, and what scatter does to its error."""

import numpy as np
import pytest

from audit.inference.trends import trend


def cells(x, n, reviewer=None):
    return trend(range(len(x)), x, n, reviewer or [""] * len(x))


def test_the_slope_and_its_error_are_those_of_cochran_and_armitage():
    # Armitage 1955, table 1: 19, 29 and 24 carriers beside 497, 560 and 269 others, scores 0, 1, 2.
    x, n, t = np.array([19, 29, 24]), np.array([516, 589, 293]), np.arange(3)
    found = cells(x, n)
    p, centre = x.sum() / n.sum(), (n * t).sum() / n.sum()
    slope = (x * (t - centre)).sum() / (n * (t - centre) ** 2).sum()
    assert found.change == pytest.approx(2 * slope)
    # His chi-square is 7.19; our error counts half an event more on both sides.
    chance = np.sqrt(p * (1 - p) / (n * (t - centre) ** 2).sum())
    assert (slope / chance) ** 2 == pytest.approx(7.19, abs=0.01)
    assert found.bound(0.025) - found.change >= 1.96 * 2 * chance * 0.99
    assert not found.enough


def test_a_rise_is_told_from_a_fall():
    n = np.full(12, 500)
    up = cells(np.linspace(350, 450, 12).round(), n)
    down = cells(np.linspace(450, 350, 12).round(), n)
    assert (up.start, up.end) == (pytest.approx(0.7, abs=0.01), pytest.approx(0.9, abs=0.01))
    assert up.p_above(0.05) < 1e-6
    assert up.p_above(0.05, sign=-1.0) > 0.99
    assert down.p_above(0.05, sign=-1.0) < 1e-6
    low, high = up.interval(0.05)
    assert low < up.change < high
    assert up.bound(0.05) > up.change


def test_scatter_between_periods_and_between_reviewers_widens_the_error():
    n = np.full(12, 1000)
    calm = cells(np.full(12, 800), n)
    shaken = cells(np.array([700, 900] * 6), n)
    assert shaken.error > 3 * calm.error
    assert shaken.df == 10
    period, x, people, who = [], [], [], []
    for reviewer in range(12):
        for t in range(12):
            period.append(t)
            people.append(100)
            x.append(80 + (3 if reviewer % 2 else -3) * (t - 5.5) / 2)
            who.append(f"r{reviewer}")
    clustered = trend(period, x, people, who)
    alone = trend(period, x, people, [""] * len(x))
    assert clustered.change == pytest.approx(alone.change, abs=1e-12)
    assert clustered.df == 11
    assert clustered.error > alone.error


def test_agreement_throughout_is_not_certain():
    found = cells(np.full(4, 10), np.full(4, 10))
    assert found.change == 0
    assert found.error > 0
    assert found.bound(0.05) > 0.02


@pytest.mark.parametrize(
    ("n", "enough"), [((8, 8, 7, 7), True), ((8, 8, 7, 6), False), ((10, 10, 10), False)]
)
def test_four_periods_and_thirty_people(n, enough):
    assert cells(np.array(n) // 2, np.array(n)).enough is enough


def test_nothing_to_fit():
    assert cells([3], [5]) is None
    assert cells([3, 0], [5, 0]) is None


def test_limits_hold_their_level_where_reviewers_drift_apart():
    rng = np.random.default_rng(2)
    missed = alarms = 0
    runs = 300
    for _ in range(runs):
        slopes = rng.normal(0, 0.15, 30)
        period = np.tile(np.arange(12), 30)
        who = np.repeat(np.arange(30), 12)
        p = np.clip(0.8 + slopes[who] * (period / 11 - 0.5) + 0.05 * (period / 11 - 0.5), 0, 1)
        found = trend(period, rng.binomial(20, p), np.full(360, 20), who.astype(str))
        low, high = found.interval(0.05)
        missed += not low <= 0.05 <= high
        alarms += found.p_above(0.05) <= 0.05
    assert missed / runs <= 0.09
    assert alarms / runs <= 0.09
