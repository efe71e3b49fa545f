"""Calibration, AUC and errors of a score: coverage of 95 % intervals

Every line is the worst of its cells. AUC: .5, .7, .85, .95 and .98, scores normal with equal and with unequal
spread in both classes, and exponential; small groups of 30 split 15:15, 10:20, 5:25 and 25:5. Differences:
a group against others ten times as many. At equal score: 20 bins of a score whose log-odds are off by half in the
group, or not. Losses: lognormal with log spread .5 to 1.5 (a skewness of 1.8 to 33); and squared errors of scores.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from audit.inference.auc import Separation, separation
from audit.inference.calibration import recalibrate
from audit.inference.losses import Losses, of_people
from audit.inference.mover import Limited, difference_interval
from audit.inference.strata import mantel_haenszel
from benchmarks._studies import Row
from benchmarks.sampling_designs import worst

RUNS = 2000
QUICK = 100
STEPS = 1000

Array = np.ndarray[Any, Any]
Random = np.random.Generator


def _normal(spread: float) -> Callable[[float, int, int, Random], tuple[Array, Array]]:
    def draw(auc: float, ones: int, zeros: int, rng: Random) -> tuple[Array, Array]:
        from scipy.special import ndtri

        far = float(ndtri(auc)) * math.hypot(spread, 1)
        return rng.normal(far, spread, ones), rng.normal(0, 1, zeros)

    return draw


def _exponential(auc: float, ones: int, zeros: int, rng: Random) -> tuple[Array, Array]:
    return rng.exponential(auc / (1 - auc), ones), rng.exponential(1, zeros)


DRAWS = {
    "normal": _normal(1.0),
    "normal, twice the spread with the condition": _normal(2.0),
    "normal, half the spread with the condition": _normal(0.5),
    "exponential": _exponential,
}
AUCS = (0.5, 0.7, 0.85, 0.95, 0.98)


def _separation(ones: Array, zeros: Array) -> Separation:
    """Count by a thousand steps of the score, as the measure does."""
    values = np.concatenate([ones, zeros])
    low, width = values.min(), np.ptp(values) or 1.0
    step = np.minimum((values - low) / width * STEPS, STEPS - 1).astype(int)
    truth = np.arange(len(values)) < len(ones)
    one = np.ones(len(values))
    found = separation(truth, step, one, one)
    if found is None:
        raise ValueError("one class only")
    return found


def _covers(found: Limited, truth: float) -> bool:
    return found.lower(0.025) <= truth <= found.upper(0.025)


def _auc(label: str, splits: tuple[tuple[int, int], ...], runs: int, rng: Random) -> Row:
    cells = {}
    for name, draw in DRAWS.items():
        for ones, zeros in splits:
            for auc in AUCS:
                cells[f"{auc}, {ones}:{zeros}, {name}"] = sum(
                    _covers(_separation(*draw(auc, ones, zeros, rng)), auc) for _ in range(runs)
                )
    return worst(label, cells, runs, 0.92)


def _auc_differences(runs: int, rng: Random) -> Row:
    cells = {}
    for name, draw in DRAWS.items():
        for ones, zeros in ((15, 15), (8, 22), (60, 240)):
            for own, others in ((0.75, 0.75), (0.6, 0.8), (0.9, 0.95)):
                hits = 0
                for _ in range(runs):
                    a = _separation(*draw(own, ones, zeros, rng))
                    b = _separation(*draw(others, 10 * ones, 10 * zeros, rng))
                    low, high = difference_interval(a, b)
                    hits += low <= own - others <= high
                cells[f"{own} against {others}, {ones}:{zeros}, {name}"] = hits
    return worst("difference of AUC", cells, runs, 0.92)


def _lognormal(sigma: float, n: int, runs: int, rng: Random, at_least: float) -> Row:
    truth, hits, welch = math.exp(sigma**2 / 2), 0, 0
    from scipy.special import stdtrit

    t = float(stdtrit(n - 1, 0.975))
    for _ in range(runs):
        loss = rng.lognormal(0, sigma, n)
        found = _losses(loss)
        hits += _covers(found, truth)
        welch += abs(found.mean - truth) <= t * math.sqrt(found.variance / n)
    return Row.share(
        f"mean of lognormal losses, log spread {sigma}, n = {n}",
        events=hits, runs=runs, at_least=at_least, beside={"Student's t": welch / runs},
    )  # fmt: skip


def _losses(loss: Array, highest: float | None = None) -> Losses:
    sums = ((loss**power).sum() for power in (1, 2, 3))
    found = of_people(len(loss), *(float(s) for s in sums), highest=highest)
    if found is None:
        raise ValueError("too few")
    return found


def _squared_errors(n: int, rates: tuple[float, ...], runs: int, rng: Random) -> Row:
    """Scores that are right, too extreme, or off; the mean squared error of each and the difference."""
    cells = {}
    for rate in rates:
        for name, stretch, shift in (("right", 1, 0), ("too extreme", 2, 0), ("off", 1, 1)):
            many = _scored(rate, stretch, shift, 400_000, rng)
            truth, right = float(many.mean()), float(_scored(rate, 1, 0, 400_000, rng).mean())
            own = differences = 0
            for _ in range(runs):
                a = _losses(_scored(rate, stretch, shift, n, rng), 1.0)
                b = _losses(_scored(rate, 1, 0, 10 * n, rng), 1.0)
                own += _covers(a, truth)
                low, high = difference_interval(a, b)
                differences += low <= truth - right <= high
            cells[f"rate {rate}, {name}"] = own
            cells[f"rate {rate}, {name}, difference"] = differences
    # Where fewer than five people are to be expected with the condition, the audit estimates nothing.
    enough = n * min(rates) >= 5
    name = f"mean squared error, n = {n}"
    return worst(name if enough else f"{name}, not estimated", cells, runs, 0.92)


def _scored(rate: float, stretch: float, shift: float, n: int, rng: Random) -> Array:
    logit = rng.normal(math.log(rate / (1 - rate)), 1.0, n)
    truth = rng.random(n) < 1 / (1 + np.exp(-logit))
    score: Array = 1 / (1 + np.exp(-(stretch * logit + shift)))
    return (score - truth) ** 2


def _lines(events: int, runs: int, rng: Random) -> Row:
    """Slope and intercept at the fewest people they are shown for, and at four times as many."""
    cells = {}
    for rate in (0.1, 0.3, 0.5):
        n = int(events / rate)
        for slope, shift in ((1.0, 0.0), (0.6, 0.0), (1.0, -0.5), (1.4, 0.5)):
            hits = [0, 0]
            # At slope 1 the intercept is the shift; else only the slope is known.
            for _ in range(runs):
                logit = rng.normal(math.log(rate / (1 - rate)), 1.0, n)
                truth = (rng.random(n) < 1 / (1 + np.exp(-(slope * logit + shift)))).astype(float)
                score = 1 / (1 + np.exp(-logit))
                step = np.minimum(score * STEPS, STEPS - 1).astype(int)
                people = np.bincount(step, minlength=STEPS).astype(float)
                inside = people > 0
                mean = np.bincount(step, score, STEPS)[inside] / people[inside]
                events_at = np.bincount(step, truth, STEPS)[inside]
                ones = np.ones(int(inside.sum()))
                found = recalibrate(mean, events_at, people[inside], ones)
                if found is None:
                    hits = [h + 1 for h in hits]
                    continue
                hits[0] += _covers(found.slope, slope)
                hits[1] += _covers(found.intercept, shift)
            cells[f"rate {rate}, slope {slope}, shift {shift}, slope"] = hits[0]
            if slope == 1.0:
                cells[f"rate {rate}, slope {slope}, shift {shift}, intercept"] = hits[1]
    return worst(f"slope and intercept, about {events} events", cells, runs, 0.92)


def _equal_score(n: int, runs: int, rng: Random) -> Row:
    """A group of `n` against three times as many within 20 score bins: the gap at equal score."""
    cells = {}
    bins = np.arange(20)
    middle = (bins + 0.5) / 20
    for gap in (0.0, 0.05):
        for name, a, b in (("even", 1.0, 1.0), ("low scores", 1.0, 4.0)):
            share = middle ** (a - 1) * (1 - middle) ** (b - 1)
            share /= share.sum()
            hits = 0
            rate = middle * (1 - gap)
            for _ in range(runs):
                n1, n0 = rng.multinomial(n, share), rng.multinomial(3 * n, share)
                x1, x0 = rng.binomial(n1, rate + gap), rng.binomial(n0, rate)
                pooled = mantel_haenszel(x1, n1, x0, n0)
                z = pooled.quantile(0.975)
                hits += abs(pooled.difference - gap) <= z * pooled.difference_se
            cells[f"gap {gap}, {name}"] = hits
    return worst(f"gap at equal score, a group of {n}", cells, runs, 0.92)


def study(runs: int, seed: int) -> list[Row]:
    """Return the worst cell of each kind."""
    rng = np.random.default_rng(seed)
    return [
        *(_equal_score(n, runs, rng) for n in (60, 600)),
        *(_lines(events, runs, rng) for events in (110, 400)),
        _auc("AUC, n = 30", ((15, 15), (10, 20), (5, 25), (25, 5)), runs, rng),
        _auc("AUC, n = 330", ((30, 300), (300, 30)), runs, rng),
        _auc("AUC, n = 1,000", ((500, 500), (50, 950)), runs, rng),
        _auc_differences(runs, rng),
        _lognormal(0.5, 30, 5 * runs, rng, 0.92),
        _lognormal(1.0, 30, 5 * runs, rng, 0.92),
        _lognormal(1.25, 30, 5 * runs, rng, 0.92),
        _lognormal(1.5, 30, 5 * runs, rng, 0.92),
        _lognormal(1.0, 300, runs, rng, 0.92),
        _squared_errors(30, (0.2, 0.5), runs, rng),
        _squared_errors(30, (0.05,), runs, rng),
        _squared_errors(300, (0.05, 0.2, 0.5), runs, rng),
    ]
