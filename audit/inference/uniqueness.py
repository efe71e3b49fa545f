"""How many people who are alone in a sample are alone in the population it was drawn from.

Everything is a function of the sizes of the classes: how many combinations are shared by one person,
by two, and so on. The sample is taken for a simple random one; where it is not (asylum claims of one
office, people who answered), no estimate here knows it. No method is right for every population, so
several are given side by side, and each is tried on the sample itself (`tried`).

References
----------
Hoshino 2001, Journal of Official Statistics 17(4):499-520 (Pitman's sampling formula).
Pitman 1995, Probability Theory and Related Fields 102:145-158, proposition 9.
Zayatz 1991, U.S. Bureau of the Census, Statistical Research Division Report RR-91/08.
Chen & Keller-McNulty 1998, Journal of Official Statistics 14(1):79-95 (slide negative binomial).
Skinner & Elliot 2002, Journal of the Royal Statistical Society B 64(4):855-867 (theta).
Dankar, El Emam, Neisa & Roffey 2012, BMC Medical Informatics and Decision Making 12:66 (the rule).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from audit.inference.alone import CorrectMatch, Estimate, Method

Array = np.ndarray[Any, Any]
Classes = Sequence[tuple[int, int]]
"""Size of a class, and how many classes have it."""

FEWEST_TO_TRY = 200
"""Rows that a trial must draw at least."""
_IMPOSSIBLE = 1e300
_FAR = 1e5
"""Beyond this, the logarithm of a ratio of gamma functions is taken by Stirling's series."""


def _lowest(loss: Callable[[Array], float], first: Array, second: Array) -> Array:
    """Return where a function of two numbers is lowest: the best point of a grid, then downhill."""
    from scipy.optimize import minimize

    points = [np.array([a, b]) for a in first for b in second]
    start = min(points, key=loss)
    found: Array = minimize(loss, start, method="Nelder-Mead", options={"maxiter": 400}).x
    return found


# -- Pitman's sampling formula ----------------------------------------------------------------------


def _log_rising(x: Array | float, m: Array | float) -> Any:
    """Return log Γ(x + m) − log Γ(x), without losing digits where x is large."""
    from scipy.special import gammaln

    x, m = np.asarray(x, float), np.asarray(m, float)
    near = np.minimum(x, _FAR)
    plain = gammaln(near + m) - gammaln(near)
    far = np.maximum(x, _FAR)
    series = m * np.log(far + m) + (far - 0.5) * np.log1p(m / far) - m
    series = series + 1 / (12 * (far + m)) - 1 / (12 * far)
    return np.where(x > _FAR, series, plain)


def pitman_log_likelihood(classes: Classes, alpha: float, theta: float) -> float:
    """Return the logarithm of Pitman's sampling formula, up to a constant of the sizes.

    Parameters
    ----------
    alpha : float
        In (0, 1).
    theta : float
        Above `-alpha`.
    """
    sizes, counts = _columns(classes)
    rows, groups = float((sizes * counts).sum()), float(counts.sum())
    more = (groups - 1) * np.log(alpha) + _log_rising(theta / alpha + 1, groups - 1)
    within = (counts * _log_rising(1 - alpha, sizes - 1)).sum()
    return float(more - _log_rising(theta + 1, rows - 1) + within)


def pitman_alone(alpha: float, theta: float, people: float) -> float:
    """Return the expected number of classes of one among `people` under Pitman's sampling formula."""
    logarithm = (
        np.log(people) + _log_rising(theta + alpha, people - 1) - _log_rising(theta + 1, people - 1)
    )
    return float(np.exp(logarithm))


def pitman(classes: Classes, population: int) -> float | None:
    """Estimate people alone in the population by Pitman's sampling formula, fitted by maximum likelihood."""
    from scipy.special import expit

    def parameters(point: Array) -> tuple[float, float]:
        alpha = float(np.clip(expit(point[0]), 1e-6, 1 - 1e-6))
        return alpha, float(np.exp(np.clip(point[1], -20, 40)) - alpha)

    def loss(point: Array) -> float:
        return -pitman_log_likelihood(classes, *parameters(point))

    groups = float(np.log(_columns(classes)[1].sum()))
    best = _lowest(loss, np.linspace(-4, 4, 7), np.linspace(0, groups + 4, 7))
    alone = pitman_alone(*parameters(best), float(population))
    return alone if np.isfinite(alone) else None


# -- Zayatz -----------------------------------------------------------------------------------------


def zayatz(classes: Classes, population: int) -> float | None:
    """Estimate people alone in the population by Bayes' rule, the sizes of the sample for those outside."""
    from scipy.stats import hypergeom

    sizes, counts = _columns(classes)
    rows = (sizes * counts).sum()
    fits = sizes <= population
    chance = hypergeom.pmf(1, population, sizes[fits], rows)
    drawn_once = (counts[fits] * chance).sum()
    single = counts[sizes == 1].sum()
    if not drawn_once:
        return None
    right = single * (rows / population) / drawn_once
    return float(single * right * population / rows)


# -- Slide negative binomial ------------------------------------------------------------------------


def slide_negative_binomial(classes: Classes, population: int) -> float | None:
    """Estimate people alone where sizes less one are negative binomial.

    Drawn with fraction p, a class of size 1 + G gives a binomial of one trial and a negative binomial
    of mean p times that of G; both parameters are fitted by maximum likelihood, given that something
    was drawn (Chen & Keller-McNulty solve equations of moments instead). The number of classes follows
    from the people of the population.
    """
    sizes, counts = _columns(classes)
    fraction = float((sizes * counts).sum()) / population

    def loss(point: Array) -> float:
        shape, mean = np.exp(np.clip(point, -15, 25))
        drawn = _slide(sizes, shape, mean, fraction)
        nothing = _slide(np.zeros(1), shape, mean, fraction)[0]
        with np.errstate(divide="ignore", invalid="ignore"):
            fit = (counts * (drawn - np.log1p(-np.exp(nothing)))).sum()
        return -float(fit) if np.isfinite(fit) else _IMPOSSIBLE

    best = _lowest(loss, np.linspace(-5, 4, 7), np.linspace(-3, 6, 7))
    if loss(best) >= _IMPOSSIBLE:
        return None
    shape, mean = np.exp(np.clip(best, -15, 25))
    alone = population / (1 + mean) * np.exp(-shape * np.log1p(mean / shape))
    return float(min(alone, population))


def _slide(sizes: Array, shape: float, mean: float, fraction: float) -> Array:
    """Return the log-probability of drawing `sizes` people of a class."""
    thinned = mean * fraction
    without = np.log1p(-fraction) + _negative_binomial(sizes, shape, thinned)
    first = np.log(fraction) + _negative_binomial(np.maximum(sizes - 1, 0), shape, thinned)
    result: Array = np.logaddexp(without, np.where(sizes >= 1, first, -np.inf))
    return result


def _negative_binomial(sizes: Array, shape: float, mean: float) -> Array:
    from scipy.special import gammaln

    logarithm: Array = (
        _log_rising(shape, sizes)
        - gammaln(sizes + 1)
        - shape * np.log1p(mean / shape)
        + sizes * (np.log(mean) - np.log(shape + mean))
    )
    return logarithm


# -- All of them ------------------------------------------------------------------------------------

_METHODS: dict[Method, Callable[[Classes, int], float | None]] = {
    Method.PITMAN: pitman,
    Method.ZAYATZ: zayatz,
    Method.SLIDE_NEGATIVE_BINOMIAL: slide_negative_binomial,
}


def estimates(classes: Classes, population: int) -> tuple[Estimate, ...]:
    """Return what each method says of the people alone in the population.

    Parameters
    ----------
    classes : sequence of (int, int)
        Of the sample.
    population : int
        People the sample was drawn from, no fewer than its rows.

    Raises
    ------
    ValueError
        If the population is smaller than the sample, or the sample is empty.
    """
    sizes, counts = _columns(classes)
    rows = int((sizes * counts).sum())
    if not 0 < rows <= population:
        raise ValueError(f"{rows} rows of a population of {population}")
    single = int(counts[sizes == 1].sum())
    if rows == population or not single:
        return tuple(Estimate(method=method, alone=float(single)) for method in _METHODS)
    return tuple(
        Estimate(method=method, alone=estimate(classes, population))
        for method, estimate in _METHODS.items()
    )


def tried(
    found: Sequence[Estimate], classes: Classes, population: int, *, seed: int, trials: int = 5
) -> tuple[Estimate, ...]:
    """Try each method where the truth is known: the same fraction is drawn again from the sample.

    The sample then plays the population, and its people alone are the truth. This shows whether a
    method suits such a table, not the error of the estimate itself: the population is larger.

    Parameters
    ----------
    trials : int
        Draws of which the median, the smallest and the largest ratio are told.
    """
    sizes, counts = _columns(classes)
    rows = int((sizes * counts).sum())
    truth = float(counts[sizes == 1].sum())
    if not truth or rows / population * rows < FEWEST_TO_TRY or rows == population:
        return tuple(found)
    draw = np.random.default_rng(seed)
    ratios: dict[Method, list[float]] = {each.method: [] for each in found}
    for _ in range(trials):
        again = thinned(classes, rows / population, draw)
        for each in estimates(again, rows) if again else ():
            if each.alone is not None:
                ratios[each.method].append(each.alone / truth)
    return tuple(_with_trials(each, ratios[each.method]) for each in found)


def _with_trials(estimate: Estimate, ratios: Sequence[float]) -> Estimate:
    if not ratios:
        return estimate
    return replace(
        estimate,
        trial=float(np.median(ratios)),
        trial_low=float(min(ratios)),
        trial_high=float(max(ratios)),
    )


def thinned(
    classes: Classes, fraction: float, draw: np.random.Generator
) -> tuple[tuple[int, int], ...]:
    """Return the sizes of classes after each person was drawn with the same chance."""
    sizes, counts = _columns(classes)
    kept = draw.binomial(np.repeat(sizes, counts), fraction)
    size, count = np.unique(kept[kept > 0], return_counts=True)
    return tuple(zip(size.tolist(), count.tolist(), strict=True))


def correct_match(classes: Classes, fraction: float) -> CorrectMatch | None:
    """Return Skinner and Elliot's measure: of the matches with people alone, how many are right.

    It asks for no model of the population. Of the people who share the class of somebody alone in the
    sample, the others were not drawn; how many they are follows from the classes of which two were
    drawn. The limits are on the log odds. The variance of what is unseen less its estimate needs the
    classes of which three were drawn: with p the fraction, E(F - 1)(F - 2)[f = 1] is 6 n3 (1 - p)^2 / p^2.

    Parameters
    ----------
    fraction : float
        Sampling fraction, in (0, 1].
    """
    sizes, counts = _columns(classes)
    single, pairs, threes = (float(counts[sizes == size].sum()) for size in (1, 2, 3))
    if not single:
        return None
    if fraction >= 1:
        return CorrectMatch(theta=1.0, low=1.0, high=1.0)
    ratio = (1 - fraction) / fraction
    unseen = 2 * ratio * max(pairs, 0.5)
    variance = 6 * threes * ratio**2 + unseen + 2 * ratio * unseen
    odds, width = single / unseen, 1.959964 * np.sqrt(variance) / unseen
    low, high = odds * np.exp(-width), odds * np.exp(width)
    return CorrectMatch(
        theta=float(odds / (1 + odds)) if pairs else 1.0,
        low=float(low / (1 + low)),
        high=float(high / (1 + high)) if pairs else 1.0,
    )


def _columns(classes: Classes) -> tuple[Array, Array]:
    sizes = np.array([size for size, _ in classes], dtype=np.int64)
    counts = np.array([count for _, count in classes], dtype=np.int64)
    return sizes, counts
