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


def test_the_error_between_reviewers_is_that_of_leaving_each_out():
    rng = np.random.default_rng(3)
    period, who = np.tile(np.arange(6), 4), np.repeat(np.arange(4), 6)
    n = rng.integers(20, 60, 24)
    x = rng.binomial(n, np.clip(0.3 + 0.15 * who, 0, 1))
    keep = (who % 2 == 0) == (period < 4)
    period, who, n, x = period[keep], who[keep], n[keep], x[keep]
    slopes = np.array(
        [
            np.polyfit(period[who != w], (x / n)[who != w], 1, w=np.sqrt(n[who != w]))[0]
            for w in range(4)
        ]
    )
    whole = np.polyfit(period, x / n, 1, w=np.sqrt(n))[0]
    found = trend(period, x, n, who.astype(str))
    assert found.df == 3
    assert found.change == pytest.approx(5 * whole)
    assert found.error == pytest.approx(5 * np.sqrt(3 / 4 * ((slopes - whole) ** 2).sum()))


def test_two_people_who_follow_each_other_are_no_trend():
    n = np.full(12, 200)
    x = np.r_[np.full(6, 120), np.full(6, 180)]
    turn = ["a"] * 6 + ["b"] * 6
    alone = cells(x, n)
    assert alone.p_above(0.05) < 0.01
    found = cells(x, n, turn)
    assert found.change == alone.change
    assert found.p_above(0.05) > 0.05
    assert found.bound(0.05) > 0.5
    one_each = cells([60, 90], [100, 100], ["a", "b"])
    assert np.isfinite(one_each.error)
    assert one_each.interval(0.05) == (-1.0, 1.0)


def test_changes_of_staff_raise_no_more_alarms_than_they_may():
    rng = np.random.default_rng(6)
    alarms = cleared = 0
    runs = 300
    for _ in range(runs):
        period, post = np.tile(np.arange(12), 3), np.repeat(np.arange(3), 12)
        person = post * 20 + (period + rng.integers(0, 6, 3)[post]) // 6
        level = np.clip(rng.normal(0.75, 0.12, 60), 0.02, 0.98)[person]
        p = np.clip(level + 0.05 * (period / 11 - 0.5), 0, 1)
        n = np.full(36, 50)
        found = trend(period, rng.binomial(n, p), n, person.astype(str))
        alarms += found.p_above(0.05) <= 0.05
        cleared += found.bound(0.05) <= 0.05
    assert alarms / runs <= 0.09
    assert cleared / runs <= 0.09
