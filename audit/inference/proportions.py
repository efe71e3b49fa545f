"""Exact limits of one proportion, and MOVER limits and p-values of two compared.

Everything is a function of counts, vectorised, without a random draw. Two-sided limits take
`alpha` for both sides together; one-sided ones say so.

References
----------
Clopper & Pearson 1934, Biometrika 26:404-413 (exact limits).
Brown, Cai & DasGupta 2001, Statistical Science 16:101-133, section 4.3 (Jeffreys limits).
Donner & Zou 2012, Statistical Methods in Medical Research 21:347-359, equations 7 and 10 (MOVER).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from audit.inference.crossing import crossing

Array = np.ndarray[Any, Any]
Numbers = float | Array

_SMALLEST_P = 1e-15


def _beta_quantile(a: Array, b: Array, p: Numbers) -> Array:
    from scipy.special import betaincinv

    quantile: Array = betaincinv(np.maximum(a, 1e-12), np.maximum(b, 1e-12), p)
    return quantile


def exact_lower(x: Numbers, n: Numbers, alpha: Numbers) -> Array:
    """Return the one-sided lower Clopper–Pearson limit at level `1 - alpha`; 0 where `x` is 0."""
    x, n = np.asarray(x, float), np.asarray(n, float)
    return np.where(x <= 0, 0.0, _beta_quantile(x, n - x + 1, alpha))


def exact_upper(x: Numbers, n: Numbers, alpha: Numbers) -> Array:
    """Return the one-sided upper Clopper–Pearson limit at level `1 - alpha`; 1 where `x` is `n`."""
    x, n = np.asarray(x, float), np.asarray(n, float)
    # By symmetry, so that a tiny alpha is not lost in 1 - alpha.
    return np.where(x >= n, 1.0, 1.0 - _beta_quantile(n - x, x + 1, alpha))


def clopper_pearson(x: Numbers, n: Numbers, alpha: Numbers = 0.05) -> tuple[Array, Array]:
    """Return two-sided exact limits of a proportion.

    Parameters
    ----------
    x, n : float or ndarray
        Events and people; effective counts need not be whole.
    alpha : float
        1 minus the confidence level of both limits together.

    Returns
    -------
    low, high : ndarray
        Fractions in [0, 1].
    """
    half = np.asarray(alpha, float) / 2
    return exact_lower(x, n, half), exact_upper(x, n, half)


def jeffreys(x: Numbers, n: Numbers, alpha: Numbers = 0.05) -> tuple[Array, Array]:
    """Return two-sided Jeffreys limits, with Clopper–Pearson's at 0 and `n` events."""
    x, n = np.asarray(x, float), np.asarray(n, float)
    half = np.asarray(alpha, float) / 2
    low = _beta_quantile(x + 0.5, n - x + 0.5, half)
    high = 1.0 - _beta_quantile(n - x + 0.5, x + 0.5, half)
    edge = (x <= 0) | (x >= n)
    if edge.any():
        exact_low, exact_high = clopper_pearson(x, n, alpha)
        low, high = np.where(edge, exact_low, low), np.where(edge, exact_high, high)
    return low, high


def mover_difference(
    p1: Array, l1: Array, u1: Array, p0: Array, l0: Array, u0: Array
) -> tuple[Array, Array]:
    """Return limits of `p1 - p0` from the limits of each."""
    gap = p1 - p0
    low = gap - np.hypot(p1 - l1, u0 - p0)
    high = gap + np.hypot(u1 - p1, p0 - l0)
    return np.maximum(low, -1.0), np.minimum(high, 1.0)


def _ratio_root(p1: Array, edge1: Array, p0: Array, edge0: Array, *, low: bool) -> Array:
    """Return the theta at which the MOVER bound of `p1 - theta * p0` is 0."""
    a = edge0 * (2 * p0 - edge0)
    c = edge1 * (2 * p1 - edge1)
    b = p1 * p0
    with np.errstate(divide="ignore", invalid="ignore"):
        disc = np.sqrt(np.maximum(b * b - a * c, 0.0))
        root = (b - disc) / a if low else (b + disc) / a
        flat = c / (2 * b)
    if low:
        root = np.where(np.abs(a) < 1e-15, np.where(b > 0, flat, 0.0), root)
        root = np.where(p1 <= 0, 0.0, root)
        return np.where((p0 <= 0) & (edge0 <= 0), np.inf, root)
    return np.where(edge0 <= 0, np.inf, root)


def mover_ratio(
    p1: Array, l1: Array, u1: Array, p0: Array, l0: Array, u0: Array
) -> tuple[Array, Array]:
    """Return limits of `p1 / p0` from the limits of each."""
    return _ratio_root(p1, l1, p0, u0, low=True), _ratio_root(p1, u1, p0, l0, low=False)


def difference_interval(
    x1: Numbers, n1: Numbers, x0: Numbers, n0: Numbers, alpha: Numbers = 0.05
) -> tuple[Array, Array]:
    """Return MOVER limits of `x1/n1 - x0/n0` from Jeffreys limits.

    Parameters
    ----------
    x1, n1, x0, n0 : float or ndarray
        Events and people of the two groups.
    alpha : float
        1 minus the two-sided confidence level.
    """
    x1, n1, x0, n0 = (np.asarray(v, float) for v in (x1, n1, x0, n0))
    (l1, u1), (l0, u0) = jeffreys(x1, n1, alpha), jeffreys(x0, n0, alpha)
    return mover_difference(x1 / n1, l1, u1, x0 / n0, l0, u0)


def ratio_interval(
    x1: Numbers, n1: Numbers, x0: Numbers, n0: Numbers, alpha: Numbers = 0.05
) -> tuple[Array, Array]:
    """Return MOVER limits of `(x1/n1) / (x0/n0)` from Jeffreys limits; zero cells need no patch.

    The upper limit is infinite where the lower limit of the second rate is 0.
    """
    x1, n1, x0, n0 = (np.asarray(v, float) for v in (x1, n1, x0, n0))
    (l1, u1), (l0, u0) = jeffreys(x1, n1, alpha), jeffreys(x0, n0, alpha)
    return mover_ratio(x1 / n1, l1, u1, x0 / n0, l0, u0)


def upper_bounds(
    x1: Numbers, n1: Numbers, x0: Numbers, n0: Numbers, alpha: float = 0.05
) -> tuple[Array, Array]:
    """Return one-sided upper bounds of the difference and the ratio, from exact limits.

    These are what `pass` is decided on.

    Returns
    -------
    difference, ratio : ndarray
    """
    x1, n1, x0, n0 = (np.asarray(v, float) for v in (x1, n1, x0, n0))
    p1, p0 = x1 / n1, x0 / n0
    u1, l0 = exact_upper(x1, n1, alpha), exact_lower(x0, n0, alpha)
    difference = np.minimum(p1 - p0 + np.hypot(u1 - p1, p0 - l0), 1.0)
    return difference, _ratio_root(p1, u1, p0, l0, low=False)


def p_exceeds(
    x1: Numbers, n1: Numbers, x0: Numbers, n0: Numbers, *, ratio: Numbers, difference: Numbers
) -> Array:
    """Return the one-sided p-value that `p1 > ratio * p0 + difference`.

    It is the smallest alpha at which the lower MOVER bound of `p1 - ratio * p0`, made from
    one-sided exact limits at alpha, lies above `difference`; 1 where the observed rates are not
    beyond it. Never below 1e-15.
    """
    x1, n1, x0, n0, ratio, difference = np.broadcast_arrays(
        *(np.asarray(v, float) for v in (x1, n1, x0, n0, ratio, difference))
    )
    p = np.ones(x1.shape)
    beyond = (x1 / n1 - ratio * x0 / n0) > difference
    if beyond.any():
        p[beyond] = _solve_p(*(v[beyond] for v in (x1, n1, x0, n0, ratio, difference)))
    return p


def p_below(x: Numbers, n: Numbers, rate: float) -> Array:
    """Return the one-sided p-value that a rate lies below `rate`: the exact binomial tail."""
    from scipy.special import betainc

    x, n = np.asarray(x, float), np.asarray(n, float)
    # P(X <= x) at the rate, by the incomplete beta function, for effective counts too.
    tail: Array = np.where(x >= n, 1.0, 1.0 - betainc(x + 1, np.maximum(n - x, 1e-12), rate))
    return tail


def _solve_p(x1: Array, n1: Array, x0: Array, n0: Array, ratio: Array, limit: Array) -> Array:
    """Search on log(alpha): the bound rises with alpha."""
    p1, p0 = x1 / n1, x0 / n0

    def above(log_alpha: Array) -> Array:
        alpha = np.exp(log_alpha)
        l1, u0 = exact_lower(x1, n1, alpha), exact_upper(x0, n0, alpha)
        bound: Array = p1 - ratio * p0 - np.hypot(p1 - l1, ratio * (u0 - p0)) - limit
        return bound

    low, high = np.full(x1.shape, np.log(_SMALLEST_P)), np.full(x1.shape, np.log(0.5))
    found = np.exp(crossing(above, low, high, precision=1e-10))
    return np.where(np.isnan(found), 1.0, found)
