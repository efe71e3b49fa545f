from __future__ import annotations

import math

import numpy as np
import pytest

from audit.evidence import Rate
from audit.inference.predictive_value import (
    PredictiveValue,
    predictive_value,
    prevalence_limits,
)
from audit.inference.proportions import jeffreys
from audit.plan import Prevalence


def test_bayes_on_whole_people():
    # 10,000 people, 100 of them with the condition; 80 of those and 495 of the others are flagged.
    found = predictive_value(Rate(80, 100), Rate(495, 9900), Prevalence(value=0.01))
    assert found.value == pytest.approx(80 / (80 + 495))
    assert found.low < found.value < found.high


def test_the_worked_example_of_altman_and_bland():
    # BMJ 309:102: sensitivity .90 (231/258), specificity .63 (54/86); at the trial's own prevalence of
    # .75 the predictive value is that of the table, 231/263.
    sensitivity, wrong = Rate(231, 258), Rate(32, 86)
    own = predictive_value(sensitivity, wrong, Prevalence(value=258 / 344))
    assert own.value == pytest.approx(231 / 263)
    rare = predictive_value(sensitivity, wrong, Prevalence(value=0.25))
    by_hand = 0.25 * 231 / 258 / (0.25 * 231 / 258 + 0.75 * 32 / 86)
    assert rare.value == pytest.approx(by_hand)
    assert round(rare.value, 2) == 0.45


def test_with_a_certain_prevalence_and_sensitivity_only_one_term_is_left():
    # Nearly no scatter in the others: the limits are those of the false positive rate, turned round.
    many = 10**12
    found = predictive_value(Rate(many / 2, many), Rate(20, 400), Prevalence(value=0.1))
    low, high = jeffreys(20, 400)
    ends = [0.1 * 0.5 / (0.1 * 0.5 + 0.9 * float(f)) for f in (high, low)]
    assert (found.low, found.high) == pytest.approx(tuple(ends), rel=1e-4)


@pytest.mark.parametrize(
    ("sensitivity", "wrong", "expected"),
    [
        (Rate(40, 50), Rate(0, 200), (1.0, 1.0)),
        (Rate(0, 50), Rate(10, 200), (0.0, None)),
        (Rate(0, 50), Rate(0, 200), (None, 1.0)),
    ],
)
def test_nobody_flagged_on_one_side_leaves_finite_limits(sensitivity, wrong, expected):
    found = predictive_value(sensitivity, wrong, Prevalence(value=0.05))
    value, high = expected
    assert found.value == value
    assert 0 <= found.low <= found.high <= 1
    if high is not None:
        assert found.high == high
    else:
        assert 0 < found.high < 1


@pytest.mark.parametrize("empty", [(Rate(0, 0), Rate(1, 9)), (Rate(1, 9), Rate(0, 0))])
def test_nobody_known_on_one_side_has_no_answer(empty):
    assert predictive_value(*empty, Prevalence(value=0.05)) is None


def test_prevalence_in_its_three_forms():
    assert prevalence_limits(Prevalence(value=0.02)) == (0.02, 0.02, 0.02)
    stated = prevalence_limits(Prevalence(value=0.02, low=0.01, high=0.05))
    assert stated == pytest.approx((0.02, 0.01, 0.05))
    wide = prevalence_limits(Prevalence(value=0.02, low=0.01, high=0.05), alpha=0.01)
    assert wide[1] < 0.01 < 0.05 < wide[2]
    cases = prevalence_limits(Prevalence(cases=12, people=4000))
    low, high = jeffreys(12, 4000)
    assert cases == pytest.approx((0.003, float(low), float(high)))


def test_effective_people_widen_the_interval():
    rates = Rate(40, 50), Rate(20, 200)
    fewer = Rate(40, 50, 10.0), Rate(20, 200, 40.0)
    plain = predictive_value(*rates, Prevalence(value=0.05))
    wide = predictive_value(*fewer, Prevalence(value=0.05))
    assert wide.value == plain.value
    assert wide.low < plain.low < plain.high < wide.high


WORLDS = [
    (n1, n0, sensitivity, wrong, cases)
    for n1 in (30, 200)
    for n0 in (50, 1000)
    for sensitivity, wrong in ((0.5, 0.02), (0.8, 0.2), (0.95, 0.05))
    for cases in (None, (12, 400), (12, 4000))
]


def _coverage(world, runs, seed=0):
    n1, n0, sensitivity, wrong, cases = world
    rng = np.random.default_rng(seed)
    prevalence = 0.03 if cases is None else cases[0] / cases[1]
    truth = prevalence * sensitivity
    truth /= truth + (1 - prevalence) * wrong
    covered = done = 0
    for _ in range(runs):
        stated = Prevalence(value=prevalence)
        if cases is not None:
            drawn = int(rng.binomial(cases[1], prevalence))
            if not drawn:
                continue
            stated = Prevalence(cases=drawn, people=cases[1])
        found = predictive_value(
            Rate(float(rng.binomial(n1, sensitivity)), n1),
            Rate(float(rng.binomial(n0, wrong)), n0),
            stated,
        )
        assert isinstance(found, PredictiveValue)
        covered += found.low <= truth <= found.high
        done += 1
    return covered / done


@pytest.mark.slow
def test_the_interval_covers_in_worlds_whose_truth_is_known():
    runs = 600
    found = {world: _coverage(world, runs) for world in WORLDS}
    # .92 is what it must reach; the error of a share of 600 runs is .009.
    assert min(found.values()) >= 0.92 - 2 * 0.011, min(found.items(), key=lambda item: item[1])
    assert np.mean(list(found.values())) >= 0.94


def test_it_is_finite_where_the_odds_overflow():
    found = predictive_value(Rate(50, 50), Rate(1, 10**9), Prevalence(value=1 - 1e-12))
    assert math.isfinite(found.value)
    assert found.high <= 1
