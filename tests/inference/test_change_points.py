"""A fall of a share at an unknown moment: published data, exact laws by hand, worlds with known truth."""

from itertools import product

import numpy as np
import pytest
from scipy.stats import binom, hypergeom

from audit.criterion import Limit
from audit.inference.change_points import drop, dropped_options, likelihood_ratio, p_changed

LIMIT = Limit(ratio=2.0, difference=0.01)

COAL = [
    4, 5, 4, 0, 1, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5,
    2, 2, 3, 4, 2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1,
    0, 1, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1, 2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 1, 4,
    0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1,
]  # fmt: skip
"""Coal-mining disasters with ten or more dead, Britain, 1851 to 1961 (Jarrett 1979, Biometrika 66:191)."""


def test_the_coal_mining_disasters_change_after_1891():
    # Carlin, Gelfand & Smith 1992, Applied Statistics 41:389, section 5: the change lies after year 41.
    days = np.full(len(COAL), 365.0)
    found = drop(np.array(COAL), days, LIMIT)
    assert 1851 + found.split == 1892
    assert 365 * found.before[0] / found.before[1] == pytest.approx(3.10, abs=0.01)
    assert 365 * found.after[0] / found.after[1] == pytest.approx(0.91, abs=0.01)
    assert p_changed(np.array(COAL), days, dispersion=found.dispersion) < 1e-9


def test_the_ratio_is_that_of_the_likelihoods():
    x1, n1, x0, n0 = 7, 40, 21, 50
    p1, p0, p = x1 / n1, x0 / n0, (x1 + x0) / (n1 + n0)
    both = binom.logpmf(x1, n1, p1) + binom.logpmf(x0, n0, p0)
    one = binom.logpmf(x1, n1, p) + binom.logpmf(x0, n0, p)
    assert likelihood_ratio(x1, n1, x0, n0) == pytest.approx(2 * (both - one))
    assert likelihood_ratio(0, 5, 3, 3) > 0


def test_with_two_periods_the_law_is_the_hypergeometric():
    x, n = np.array([1, 6]), np.array([9, 11])
    seen = likelihood_ratio(1, 9, 6, 11)
    law = hypergeom(20, 7, 9)
    sums = np.arange(0, 8)
    expected = sum(law.pmf(s) for s in sums if likelihood_ratio(s, 9, 7 - s, 11) >= seen - 1e-9)
    assert p_changed(x, n) == pytest.approx(expected)


def test_with_four_periods_it_is_that_of_every_table():
    x, n = np.array([3, 2, 0, 0]), np.array([4, 3, 5, 4])

    def height(counts):
        sums, people = np.cumsum(counts)[:-1], np.cumsum(n)[:-1]
        return likelihood_ratio(sums, people, x.sum() - sums, n.sum() - people).max()

    whole = reached = 0.0
    for counts in product(*(range(m + 1) for m in n)):
        if sum(counts) == x.sum():
            weight = float(np.prod([binom.pmf(c, m, 0.3) for c, m in zip(counts, n, strict=True)]))
            whole += weight
            reached += weight * (height(counts) >= height(x) - 1e-9)
    assert p_changed(x, n) == pytest.approx(reached / whole)


def test_periods_without_people_and_shares_that_cannot_change():
    x, n = np.array([3, 0, 2, 4]), np.array([10, 0, 12, 9])
    assert p_changed(x, n) == pytest.approx(p_changed(x[n > 0], n[n > 0]))
    assert p_changed(np.zeros(5), np.full(5, 10)) == 1.0
    assert p_changed(np.full(5, 10), np.full(5, 10)) == 1.0


def test_many_events_have_the_law_of_fewer():
    rng = np.random.default_rng(1)
    n = np.full(12, 400_000)
    x = rng.binomial(n, 0.3)
    assert 0 < p_changed(x, n) <= 1


def test_a_vanished_option_is_beyond_the_limit_and_dated():
    n = np.full(12, 400.0)
    x = np.array([40, 38, 41, 44, 37, 39, 40, 1, 0, 2, 0, 1.0])
    found = drop(x, n, LIMIT)
    assert found.split == 7
    assert found.p_beyond < 1e-6
    assert not found.inside


def test_a_share_that_stays_is_inside_and_one_that_rises_is_no_fall():
    n = np.full(12, 2000.0)
    rng = np.random.default_rng(4)
    assert drop(rng.binomial(2000, 0.2, 12), n, LIMIT).inside
    rising = drop(np.r_[np.full(6, 20.0), np.full(6, 800.0)], n, LIMIT)
    assert rising.p_beyond == 1.0


@pytest.mark.parametrize(
    ("n", "none"),
    [
        (np.full(3, 1000), True),
        (np.full(4, 1000), False),
        (np.array([29, 0, 0, 1000]), True),
        (np.array([30, 0, 0, 1000]), False),
        (np.array([1000, 0, 0, 29]), True),
    ],
)
def test_too_few_periods_or_people(n, none):
    assert (drop(n // 2, n, LIMIT) is None) is none


def test_scatter_between_periods_is_no_fall():
    n = np.full(12, 500.0)
    calm = drop(np.r_[np.full(6, 60.0), np.full(6, 20.0)], n, LIMIT)
    wild = drop(np.array([100, 20, 95, 25, 98, 22, 38, 2, 36, 4, 35, 5.0]), n, LIMIT)
    assert calm.worth == 1.0
    assert wild.worth < 0.2
    assert wild.p_beyond > calm.p_beyond


def test_options_tell_since_when_with_limits_that_hold_together():
    taken = {
        "protect": [40, 38, 41, 44, 1, 0, 2, 0],
        "refuse": [360, 362, 359, 356, 399, 400, 398, 400],
    }
    periods = [f"2025-{m:02d}" for m in range(1, 9)]
    found, changed = dropped_options(taken, [400] * 8, periods, LIMIT)
    gone, other = found
    assert (gone.params["since"], gone.params["until"]) == ("2025-05", "2025-04")
    assert (gone.value, gone.reference) == (3 / 1600, 163 / 1600)
    assert gone.interval[0] < gone.value < gone.interval[1] < gone.limit_at
    assert (gone.people, gone.n, gone.events) == (166, 1600, 3)
    assert other.p_value == 1.0
    assert changed == ("protect", "refuse")


def test_an_option_that_cannot_be_followed_is_not_judged():
    (found,), changed = dropped_options({"a": [5, 5]}, [10, 10], ["2024", "2025"], LIMIT)
    assert not found.judged
    assert found.p_value is None
    assert changed == ()


def test_false_alarms_and_power_small():
    rng = np.random.default_rng(8)
    alarms = exact = found = 0
    runs = 300
    for _ in range(runs):
        n = rng.poisson(60, 24) + 1
        x = rng.binomial(n, 0.1)
        alarms += drop(x, n, LIMIT).p_beyond <= 0.04
        exact += p_changed(x, n) <= 0.05
        gone = np.where(np.arange(24) < 15, x, 0)
        found += drop(gone, n, LIMIT).p_beyond <= 0.04
    assert alarms / runs <= 0.04
    assert exact / runs <= 0.09
    assert found / runs >= 0.95


def test_neighbouring_periods_that_err_together_count_for_less():
    n = np.full(16, 500.0)
    waves = np.array([90, 90, 70, 70] * 2 + [30, 30, 20, 20] * 2, float)
    mixed = np.array([90, 70] * 4 + [30, 20] * 4, float)
    together, apart = drop(waves, n, LIMIT), drop(mixed, n, LIMIT)
    assert together.split == apart.split == 8
    # Pearson's by hand; the neighbours of `mixed` err to opposite sides, which is not held for it.
    pearson = sum(8 * side**2 / (500 * p * (1 - p)) for side, p in ((10, 0.16), (5, 0.05))) / 14
    assert apart.dispersion == pytest.approx(pearson)
    # In `waves` four pairs of seven err to the same side, three to opposite ones.
    r = 1 / 8
    assert together.dispersion == pytest.approx(pearson * (1 + r) / (1 - r))
    assert together.p_beyond >= apart.p_beyond


def test_what_a_rise_moves_is_not_scatter():
    n = np.full(12, 400.0)
    found = drop(np.r_[np.full(6, 40.0), np.full(6, 120.0)], n, LIMIT)
    assert (found.dispersion, found.worth) == (1.0, 1.0)


def test_a_share_that_wanders_around_one_level_is_seldom_a_fall():
    rng = np.random.default_rng(4)
    alarms, runs = 0, 200
    for _ in range(runs):
        steps = rng.normal(0, 0.7 * np.sqrt(1 - 0.95**2), 60)
        steps[0] = rng.normal(0, 0.7)
        for t in range(1, 60):
            steps[t] += 0.95 * steps[t - 1]
        n = rng.poisson(300, 60) + 1
        x = rng.binomial(n, 1 / (1 + 9 * np.exp(-steps)))
        alarms += drop(x, n, LIMIT).p_beyond <= 0.04
    assert alarms / runs <= 0.04
