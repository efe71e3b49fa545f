"""How far deciders differ: the chi-square of the books, and worlds with known odds."""

import numpy as np
import pytest
from scipy.special import expit
from scipy.stats import chi2_contingency

from audit.inference.reviewers import median_odds_ratio, spread


def tables(x, n):
    return {f"r{i}": (int(a), int(b)) for i, (a, b) in enumerate(zip(x, n, strict=True))}


def world(rng, reviewers, decisions, strata, odds_ratio, p=0.3):
    deviation = np.log(odds_ratio) / (0.6744897501960817 * np.sqrt(2))
    own = rng.normal(0, deviation, reviewers)
    base = rng.normal(0, 1, strata) if strata > 1 else np.zeros(1)
    found = []
    for shift in base:
        n = rng.poisson(decisions / strata, reviewers)
        x = rng.binomial(n, expit(np.log(p / (1 - p)) + shift + own))
        found.append({name: pair for name, pair in tables(x, n).items() if pair[1]})
    return found


def test_one_stratum_is_the_chi_square_of_the_table():
    rng = np.random.default_rng(0)
    n = rng.poisson(80, 12)
    x = rng.binomial(n, 0.3)
    found = spread([tables(x, n)])
    expected = chi2_contingency(np.array([x, n - x]), correction=False)
    # With all totals held the variance has N - 1 where Pearson's has N.
    assert found.statistic == pytest.approx(expected.statistic * (n.sum() - 1) / n.sum())
    assert found.df == 11
    assert sum(r.n for r in found.reviewers) == found.n == n.sum()


def test_effects_are_log_odds_and_strata_take_the_mix_of_cases_away():
    alike = spread(
        [
            tables([80, 40, 20, 20, 20], [100, 50, 25, 25, 25]),
            tables([2, 10, 5, 5, 5], [20, 100, 50, 50, 50]),
        ]
    )
    assert alike.odds_ratio == 1.0
    assert max(alike.effects) - min(alike.effects) < 0.05
    raw = spread([tables([82, 50, 25, 25, 25], [120, 150, 75, 75, 75])])
    assert raw.statistic > 30
    two = spread([tables([600, 300], [1000, 1000])])
    gap = two.effects[0] - two.effects[1]
    assert gap == pytest.approx(np.log(600 / 400) - np.log(300 / 700), abs=0.01)


def test_the_median_odds_ratio_of_a_variance():
    # Larsen & Merlo 2005: exp(0.9539 * sqrt(variance)).
    assert median_odds_ratio(1.0) == pytest.approx(np.exp(0.9539), rel=1e-3)
    assert median_odds_ratio(0.0) == 1.0


def test_limits_and_p_value_agree():
    found = spread(world(np.random.default_rng(3), 30, 150, 1, 1.8))
    assert found.p_beyond(found.limit(0.05)) == pytest.approx(0.05, abs=1e-6)
    assert found.limit(0.025) < found.odds_ratio < found.limit(0.975)


def test_who_is_left_out():
    found = spread([tables([10, 10, 3, 4, 0], [40, 40, 9, 10, 50])])
    assert {r.name for r in found.reviewers} == {"r0", "r1", "r3", "r4"}
    assert (found.left_out, found.left_out_decisions) == (1, 9)
    assert not found.enough
    assert spread([tables([10], [40])]) is None
    assert spread([tables([0, 0], [40, 40])]) is None
    assert spread([]) is None


def test_the_range_by_chance_holds_all_rates_in_nineteen_of_twenty():
    rng = np.random.default_rng(5)
    inside = 0
    for _ in range(300):
        found = spread(world(rng, 20, 80, 1, 1.0))
        low, high = found.expected
        inside += all(low <= r.rate <= high for r in found.reviewers)
    assert inside / 300 == pytest.approx(0.95, abs=0.04)


@pytest.mark.parametrize(("odds_ratio", "least"), [(1.0, 0.93), (1.5, 0.9), (2.5, 0.88)])
def test_coverage(odds_ratio, least):
    rng = np.random.default_rng(7)
    covered = sum(
        found.limit(0.025) <= odds_ratio <= found.limit(0.975)
        for found in (spread(world(rng, 15, 60, 3, odds_ratio)) for _ in range(200))
    )
    assert covered / 200 >= least
