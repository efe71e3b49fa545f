"""The stratified score statistic: brute-force maximum likelihood, and error rates by simulation."""

import numpy as np
import pytest
from scipy.optimize import minimize_scalar
from scipy.special import xlogy

from audit.check import Measured, Stratum
from audit.criterion import Limit
from audit.evidence import Rate, Scatter
from audit.inference.stratified import (
    p_beyond,
    p_inside,
    restricted_to_difference,
    restricted_to_ratio,
)
from audit.inference.verdict import Posed, decide
from audit.text import say
from audit.vocabulary import Outcome, Worse

CELLS = [(5, 20, 9, 40), (0, 20, 9, 40), (7, 30, 0, 50), (0, 10, 0, 10), (8, 10, 30, 31), (3, 3, 90, 197)]  # fmt: skip
LIMIT = Limit(ratio=1.25, difference=0.01)


def likelihood(x, n, p):
    return xlogy(x, p) + xlogy(n - x, 1 - p)


def brute_force(cell, of_group, high, low=0.0):
    x1, n1, x0, n0 = cell
    found = minimize_scalar(
        lambda p0: -likelihood(x1, n1, of_group(p0)) - likelihood(x0, n0, p0),
        bounds=(low, high), method="bounded", options={"xatol": 1e-10},
    )  # fmt: skip
    return found.x


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("ratio", [0.8, 1.0, 1.25, 3.0])
def test_rates_restricted_to_a_ratio_are_the_most_likely(cell, ratio):
    p1, p0 = restricted_to_ratio(cell, ratio)
    assert p1 == pytest.approx(ratio * p0)
    expected = brute_force(cell, lambda p: ratio * p, min(1, 1 / ratio) - 1e-12)
    assert p0 == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("difference", [-0.2, 0.001, 0.01, 0.3])
def test_rates_restricted_to_a_difference_are_the_most_likely(cell, difference):
    p1, p0 = restricted_to_difference(cell, difference)
    assert p1 == pytest.approx(p0 + difference)
    low, high = max(0.0, -difference), min(1.0, 1 - difference)
    expected = brute_force(cell, lambda p: p + difference, high - 1e-12, low + 1e-12)
    assert p0 == pytest.approx(expected, abs=1e-6)


def test_no_difference_is_no_ratio():
    for cell in CELLS:
        assert restricted_to_difference(cell, 1e-13)[1] == pytest.approx(
            restricted_to_ratio(cell, 1.0)[1], abs=1e-6
        )


def test_with_many_people_it_is_the_cochran_mantel_haenszel_test():
    from scipy.stats import norm

    x1, n1, x0, n0 = (
        np.array(v, float) for v in ([4200, 900], [20_000, 9000], [4000, 1000], [20_000, 11_000])
    )
    n, x = n1 + n0, x1 + x0
    gap = (x1 - n1 * x / n).sum()
    variance = (n1 * n0 * x * (n - x) / (n**2 * (n - 1))).sum()
    found = float(p_beyond((x1[:, None].T, n1, x0, n0))[0])
    assert found == pytest.approx(norm.sf(gap / np.sqrt(variance)), rel=0.05)


def test_the_two_sides_leave_half_a_person_between_them():
    cell = tuple(np.array([v], float) for v in (12, 100, 10, 100))
    assert p_beyond(cell, ratio=1.25) + p_inside(cell, ratio=1.25) > 1


def test_without_events_nothing_is_beyond_or_inside_a_ratio():
    cell = tuple(np.array([v], float) for v in (0, 400, 0, 400))
    assert p_beyond(cell, ratio=1.25) == p_inside(cell, ratio=1.25) == 1
    assert p_inside(cell, difference=0.01) < 0.05 < p_beyond(cell, difference=0.01)


def test_a_ratio_and_a_difference_at_once_are_refused():
    with pytest.raises(ValueError, match="not both"):
        p_beyond(tuple(np.ones((4, 1))), ratio=1.25, difference=0.01)


def noise(share, runs):
    return share + 4 * np.sqrt(share * (1 - share) / runs)


def decided(x1, n1, x0, n0, worse, scatter=None):
    strata = tuple(
        Stratum(label=str(i), rates={"a": Rate(float(a), n1), "b": Rate(float(b), n0)})
        for i, (a, b) in enumerate(zip(x1, x0, strict=True))
    )
    rounds = len(strata)
    measured = Measured(
        metric="m",
        rates={"a": Rate(float(x1.sum()), n1 * rounds), "b": Rate(float(x0.sum()), n0 * rounds)},
        worse=worse, phrase=say("fa201.adverse"), strata=strata, judged_on="within",
        scatter=scatter,
    )  # fmt: skip
    verdict = decide([Posed(id="q", measured=measured, limit=LIMIT, family="lead")], ahead=False)
    return next(e.outcome for e in verdict["q"].estimates if e.group == "a")


@pytest.mark.parametrize(
    ("rounds", "n1", "n0", "share"),
    [(3, 10, 190, 0.1), (3, 11, 189, 0.05), (10, 3, 197, 0.05), (3, 20, 780, 0.05),
     (3, 20, 780, 0.03), (30, 1, 99, 0.05), (2, 50, 950, 0.02)],
)  # fmt: skip
def test_a_fair_lottery_in_rounds_does_not_fail(rounds, n1, n0, share):
    rng, runs = np.random.default_rng(5), 200
    places, failed = round(share * (n1 + n0)), 0
    for _ in range(runs):
        x1 = rng.hypergeometric(n1, n0, places, rounds)
        failed += decided(x1, n1, places - x1, n0, Worse.LOWER) is Outcome.FAIL
    assert failed / runs <= noise(0.02, runs)


@pytest.mark.parametrize("worse", [Worse.HIGHER, Worse.LOWER])
@pytest.mark.parametrize(("rounds", "n1", "n0"), [(3, 20, 200), (3, 20, 780), (10, 3, 197), (10, 197, 3), (30, 2, 2)])  # fmt: skip
@pytest.mark.parametrize("rate", [0.05, 0.1, 0.3, 0.75, 0.9])
def test_at_the_limit_hardly_anything_is_cleared_or_blamed(worse, rounds, n1, n0, rate):
    runs, rng = 4000, np.random.default_rng(6)
    lower = worse is Worse.LOWER
    own = min(rate / 1.25, rate - 0.01) if lower else max(1.25 * rate, rate + 0.01)
    if own > 1:
        pytest.skip("no rate lies that far above")
    group = rng.binomial(n1, own, (runs, rounds)), n1
    others = rng.binomial(n0, rate, (runs, rounds)), n0
    counts = (*others, *group) if lower else (*group, *others)
    beyond = np.maximum(p_beyond(counts, ratio=1.25), p_beyond(counts, difference=0.01))
    within = np.minimum(p_inside(counts, ratio=1.25), p_inside(counts, difference=0.01))
    assert (beyond <= 0.05).mean() <= noise(0.05, runs)
    assert (within <= 0.05).mean() <= noise(0.05, runs)


def test_the_verdict_passes_at_the_limit_no_more_often():
    rng, runs = np.random.default_rng(7), 300
    for worse, n0, rate, own in ((Worse.LOWER, 200, 0.9, 0.72), (Worse.HIGHER, 780, 0.05, 0.0625)):
        found = [
            decided(rng.binomial(20, own, 3), 20, rng.binomial(n0, rate, 3), n0, worse)
            for _ in range(runs)
        ]
        assert found.count(Outcome.PASS) / runs <= noise(0.05, runs)


def test_a_planted_gap_within_rounds_is_found_and_none_passes():
    rng = np.random.default_rng(8)
    found = [
        decided(rng.binomial(200, 0.1, 3), 200, rng.binomial(800, 0.25, 3), 800, Worse.LOWER)
        for _ in range(50)
    ]
    assert found.count(Outcome.FAIL) >= 45
    equal = [
        decided(rng.binomial(2000, 0.3, 3), 2000, rng.binomial(4000, 0.3, 3), 4000, Worse.LOWER)
        for _ in range(50)
    ]
    assert equal.count(Outcome.PASS) >= 45


@pytest.mark.parametrize("log_ratio_se", [None, 0.0])
def test_a_ratio_that_clusters_cannot_test_is_not_dropped(log_ratio_se):
    x1, x0 = np.array([0, 0, 0]), np.array([200, 200, 200])
    scatter = {g: Scatter(difference_se=0.001, log_ratio_se=log_ratio_se) for g in "ab"}
    assert decided(x1, 20, x0, 780, Worse.LOWER, scatter) is Outcome.INCONCLUSIVE
    # Not cleared either: a group without events has standard errors near 0.
    assert decided(x1, 20, np.zeros(3), 780, Worse.HIGHER, scatter) is Outcome.INCONCLUSIVE
