"""Whether a gap pooled over strata is beyond its limits, or inside one of them.

Independent rows are decided by the stratified score statistic on the counts; rows that are clustered
or weighted by the standard errors that came with them. A limit that cannot be tested is never
dropped: nothing is beyond it and nothing inside.
"""

from __future__ import annotations

import numpy as np

from audit.criterion import Limit
from audit.inference.strata import Pooled
from audit.inference.stratified import Counts, p_beyond, p_inside


def beyond(pooled: Pooled | None, limit: Limit, *, lower: bool) -> float:
    """Return the one-sided p-value that the gap is beyond every limit that is set.

    Parameters
    ----------
    pooled : Pooled or None
        None where there is nothing to compare with.
    lower : bool
        Whether a lower rate is the harm.
    """
    if pooled is None or not pooled.people:
        return 1.0
    by_ratio, by_floor = bool(limit.ratio), bool(limit.difference) or not limit.ratio
    if pooled.counts is not None:
        counts = _turned(pooled.counts, lower=lower)
        each = [float(p_beyond(counts, ratio=limit.ratio))] if limit.ratio else []
        if by_floor:
            each.append(float(p_beyond(counts, difference=limit.difference or 0.0)))
        return max(each)
    ratio, floor = _standard_scores(pooled, limit, lower=lower)
    return max(
        1.0 if z is None else pooled.tail(z)
        for z, is_set in ((ratio, by_ratio), (floor, by_floor))
        if is_set
    )


def inside(pooled: Pooled | None, limit: Limit, *, lower: bool, alpha: float) -> bool:
    """Return whether the one-sided bound lies inside one of the limits.

    Parameters
    ----------
    pooled : Pooled or None
    lower : bool
        Whether a lower rate is the harm.
    alpha : float
        1 minus the confidence level of the bound.
    """
    if pooled is None or not pooled.people:
        return False
    if pooled.counts is not None:
        counts = _turned(pooled.counts, lower=lower)
        return bool(
            (limit.ratio and p_inside(counts, ratio=limit.ratio) <= alpha)
            or (limit.difference and p_inside(counts, difference=limit.difference) <= alpha)
        )
    if not (np.isfinite(pooled.ratio) and pooled.ratio > 0):
        # Without events on one side the standard errors say nothing of how many there might be.
        return False
    ratio, floor = _standard_scores(pooled, limit, lower=lower)
    bar = -pooled.quantile(1 - alpha)
    return bool(
        (limit.ratio and ratio is not None and ratio <= bar)
        or (limit.difference and floor is not None and floor <= bar)
    )


def _turned(counts: Counts, *, lower: bool) -> Counts:
    x1, n1, x0, n0 = counts
    return (x0, n0, x1, n1) if lower else counts


def _standard_scores(
    pooled: Pooled, limit: Limit, *, lower: bool
) -> tuple[float | None, float | None]:
    """Return how far the gap lies beyond the ratio and the floor; None where that is not known."""
    sign = -1.0 if lower else 1.0
    ratio = floor = None
    if np.isfinite(pooled.log_ratio_se) and pooled.log_ratio_se > 0:
        ratio = float(
            (sign * np.log(pooled.ratio) - np.log(limit.ratio or 1.0)) / pooled.log_ratio_se
        )
    if np.isfinite(pooled.difference_se) and pooled.difference_se > 0:
        floor = (sign * pooled.difference - (limit.difference or 0.0)) / pooled.difference_se
    return ratio, floor
