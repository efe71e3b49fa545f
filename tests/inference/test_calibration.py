"""Slope and intercept against sklearn's logistic regression and its Fisher information."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from audit.inference.calibration import recalibrate


def _people(n=4000, slope=0.7, shift=-0.4, seed=0):
    rng = np.random.default_rng(seed)
    logit = rng.normal(-1, 1.2, n)
    truth = rng.random(n) < 1 / (1 + np.exp(-(slope * logit + shift)))
    return 1 / (1 + np.exp(-logit)), truth.astype(float)


def test_slope_is_logistic_regressions():
    score, truth = _people()
    ones = np.ones(len(truth))
    found = recalibrate(score, truth, ones, ones)
    logit = np.log(score / (1 - score))[:, None]
    expected = LogisticRegression(C=np.inf).fit(logit, truth)
    assert found.slope.value == pytest.approx(expected.coef_[0][0], abs=1e-3)
    p = expected.predict_proba(logit)[:, 1]
    x = np.stack([ones, logit[:, 0]], 1)
    fisher = np.linalg.inv(x.T @ (x * (p * (1 - p))[:, None]))
    assert found.slope.se == pytest.approx(fisher[1, 1] ** 0.5, rel=0.05)


def test_intercept_makes_the_mean_score_the_rate():
    """At slope 1 the fitted chances add up to the people with the condition: the score equation."""
    score, truth = _people(slope=1.0)
    ones = np.ones(len(truth))
    found = recalibrate(score, truth, ones, ones)
    logit = np.log(score / (1 - score))
    fitted = 1 / (1 + np.exp(-(logit + found.intercept.value)))
    assert fitted.sum() == pytest.approx(truth.sum())


def test_a_thousand_steps_are_as_good_as_every_person():
    score, truth = _people()
    ones = np.ones(len(truth))
    exact = recalibrate(score, truth, ones, ones)
    step = (score * 1000).astype(int)
    people = np.bincount(step).astype(float)
    kept = people > 0
    counted = recalibrate(
        np.bincount(step, score)[kept] / people[kept], np.bincount(step, truth)[kept],
        people[kept], np.ones(int(kept.sum())),
    )  # fmt: skip
    assert counted.slope.value == pytest.approx(exact.slope.value, abs=1e-3)
    assert counted.slope.se == pytest.approx(exact.slope.se, rel=1e-2)
    assert counted.intercept.value == pytest.approx(exact.intercept.value, abs=1e-3)


def test_copies_in_a_cluster_count_once():
    score, truth = _people(1000)
    ones = np.ones(1000)
    once = recalibrate(score, truth, ones, ones, np.arange(1000))
    again = recalibrate(
        *(np.repeat(v, 4) for v in (score, truth, ones, ones)), np.repeat(np.arange(1000), 4)
    )
    assert again.slope.se == pytest.approx(once.slope.se)
    alone = recalibrate(score, truth, ones, ones)
    assert once.slope.se == pytest.approx(alone.slope.se, rel=0.02)


@pytest.mark.parametrize(("events", "others", "shown"), [(100, 100, True), (99, 101, False), (101, 99, False)])  # fmt: skip
def test_a_hundred_of_each_are_needed(events, others, shown):
    score = np.linspace(0.2, 0.8, events + others)
    truth = np.zeros(events + others)
    truth[np.argsort(np.random.default_rng(0).random(len(truth)))[:events]] = 1
    ones = np.ones(len(truth))
    assert (recalibrate(score, truth, ones, ones) is not None) is shown


def test_perfect_separation_has_no_slope():
    truth = np.repeat([0.0, 1.0], 200)
    ones = np.ones(400)
    assert recalibrate(np.where(truth > 0, 0.9, 0.1), truth, ones, ones) is None


def test_scores_at_the_ends_are_taken_a_little_inside():
    rng = np.random.default_rng(1)
    score = rng.choice([0.0, 0.3, 0.7, 1.0], 2000)
    truth = (rng.random(2000) < 0.1 + 0.8 * score).astype(float)
    found = recalibrate(score, truth, np.ones(2000), np.ones(2000))
    assert 0 < found.slope.value < 1
