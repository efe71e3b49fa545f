"""Whether a gap within strata lies beyond a limit, or inside it: the stratified score statistic.

The statistic weighs strata as Mantel and Haenszel do, and takes its variance at the rates that are
most likely *if the gap were exactly the limit*. So it exists where a group has no event at all, and
no variance shrinks to nothing because few events were seen.

References
----------
Miettinen & Nurminen 1985, Statistics in Medicine 4:213-226: the variance with n / (n - 1), the
restricted rates of a ratio (a quadratic) and of a difference (a cubic), and pooling over strata.
Laud 2017, Pharmaceutical Statistics 16:334-348: the correction for skewness, without which small
groups with few events are cleared, or blamed, too often.
"""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
Counts = tuple[Array, Array, Array, Array]
"""Events and people of the group, then of those it is compared with; shape (..., n_strata)."""


def restricted_to_ratio(counts: Counts, ratio: float) -> tuple[Array, Array]:
    """Return the most likely rates among those with `p1 = ratio * p0`.

    Parameters
    ----------
    counts : tuple of ndarray, shape (..., n_strata)
    ratio : float
        Above 0.

    Returns
    -------
    p1, p0 : ndarray, shape (..., n_strata)
    """
    x1, n1, x0, n0 = _broadcast(counts)
    a = (n1 + n0) * ratio
    b = n1 * ratio + x1 + n0 + x0 * ratio
    events = x1 + x0
    # The smaller root of a p^2 - b p + events, written so that nothing cancels at few events.
    p0 = 2 * events / (b + np.sqrt(np.maximum(b * b - 4 * a * events, 0.0)))
    p0 = np.clip(p0, 0.0, min(1.0, 1 / ratio))
    return ratio * p0, p0


def restricted_to_difference(counts: Counts, difference: float) -> tuple[Array, Array]:
    """Return the most likely rates among those with `p1 = p0 + difference`.

    Parameters
    ----------
    counts : tuple of ndarray, shape (..., n_strata)
    difference : float
        Between -1 and 1.

    Returns
    -------
    p1, p0 : ndarray, shape (..., n_strata)
    """
    x1, n1, x0, n0 = _broadcast(counts)
    n, events = n1 + n0, x1 + x0
    square = ((n1 + 2 * n0) * difference - n - events) / n
    linear = ((n0 * difference - n - 2 * x0) * difference + events) / n
    constant = x0 * difference * (1 - difference) / n
    q = (square / 3) ** 3 - square * linear / 6 + constant / 2
    spread = np.sqrt(np.maximum((square / 3) ** 2 - linear / 3, 0.0)) * np.where(q < 0, -1, 1)
    cosine = np.divide(q, spread**3, out=np.ones_like(q), where=np.abs(spread) > 1e-12)
    angle = (np.pi + np.arccos(np.clip(cosine, -1.0, 1.0))) / 3
    p0 = 2 * spread * np.cos(angle) - square / 3
    p0 = np.clip(p0, max(0.0, -difference), min(1.0, 1.0 - difference))
    return p0 + difference, p0


def p_beyond(counts: Counts, *, ratio: float = 1.0, difference: float = 0.0) -> Array:
    """Return the one-sided p-value that `p1` lies beyond `ratio * p0 + difference` within strata.

    Parameters
    ----------
    counts : tuple of ndarray, shape (..., n_strata)
        Every stratum holds people of both sides; counts may be effective ones.
    ratio, difference : float
        The limit: a ratio, or a difference; not both.

    Returns
    -------
    ndarray, shape (...)
        1 where nothing can vary.

    Raises
    ------
    ValueError
        If both a ratio and a difference are given.
    """
    return _tail(counts, ratio, difference, side=1.0)


def p_inside(counts: Counts, *, ratio: float = 1.0, difference: float = 0.0) -> Array:
    """Return the one-sided p-value that `p1` lies inside the limit; parameters as of `p_beyond`."""
    return _tail(counts, ratio, difference, side=-1.0)


def _tail(counts: Counts, ratio: float, difference: float, *, side: float) -> Array:
    from scipy.special import ndtr

    if ratio != 1.0 and difference != 0.0:
        raise ValueError("a ratio or a difference, not both")
    counts = _broadcast(counts)
    x1, n1, x0, n0 = counts
    n = n1 + n0
    weight = n1 * n0 / n
    if difference:
        p1, p0 = restricted_to_difference(counts, difference)
    else:
        p1, p0 = restricted_to_ratio(counts, ratio)
    # Half the step that one event makes: as exact limits do, the whole of a lump counts as chance.
    step = (weight * np.maximum(n0, ratio * n1) / n).sum(-1) / weight.sum(-1)
    gap = (weight * (x1 / n1 - ratio * x0 / n0 - difference)).sum(-1) - side * step / 2
    spread1, spread0 = p1 * (1 - p1) / n1, ratio**2 * p0 * (1 - p0) / n0
    # Two people are the fewest a stratum can hold; effective numbers may lie below.
    few = np.minimum(n / np.maximum(n - 1, 1e-9), 2.0)
    variance = (weight**2 * (spread1 + spread0) * few).sum(-1)
    third = spread1 * (1 - 2 * p1) / n1 - ratio * spread0 * (1 - 2 * p0) / n0
    varies = variance > 1e-15 * weight.sum(-1)
    scale = np.sqrt(np.where(varies, variance, 1.0))
    z = _unskewed(gap / scale, (weight**3 * third).sum(-1) / scale**3)
    return np.where(varies, ndtr(-side * z), 1.0)


def _broadcast(counts: Counts) -> Counts:
    x1, n1, x0, n0 = np.broadcast_arrays(*(np.asarray(v, float) for v in counts))
    return x1, n1, x0, n0


def _unskewed(z: Array, skewness: Array) -> Array:
    """Return the normal quantile of a skewed statistic: the root of `z = q + skewness (q^2 - 1) / 6`."""
    a = skewness / 6
    inner = np.sqrt(np.maximum(1 + 4 * a * (a + z), 0.0))
    # Where the parabola turns back no quantile reaches further than its vertex, -1 / (2 a).
    quantile: Array = 2 * np.where(inner > 0, a + z, -1 / np.where(a == 0, 1, 4 * a)) / (1 + inner)
    return quantile
