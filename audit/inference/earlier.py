"""The gap of now against the gap of an earlier process: a difference of two differences.

References
----------
Zou & Donner 2008, Statistics in Medicine 27:1693-1702, equation 5 (MOVER for any sum or difference of
two independent estimates, from the limits of each).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from audit.finding import Estimate, Interval

Array = np.ndarray[Any, Any]
Numbers = float | Array
Limits = tuple[Numbers, Numbers]


def change_limits(
    now: Numbers, now_at: Limits, then: Numbers, then_at: Limits
) -> tuple[Array, Array]:
    """Return MOVER limits of `now - then` from the limits of each, within [-2, 2].

    Parameters
    ----------
    now, then : float or ndarray
        Gaps of two tables that hold different people.
    now_at, then_at : (low, high)
        Their limits, of one level.
    """
    change = np.asarray(now, float) - then
    low = change - np.hypot(now - now_at[0], then_at[1] - then)
    high = change + np.hypot(now_at[1] - now, then - then_at[0])
    return np.maximum(low, -2.0), np.minimum(high, 2.0)


def change_of_gap(now: Estimate, then: Estimate) -> tuple[float, Interval] | None:
    """Return by how much a group's gap is wider now than then, with its limits.

    Parameters
    ----------
    now, then : Estimate
        Of the same group and rate, each with its difference and the limits of that.

    Returns
    -------
    (float, (float, float)) or None
        None where either gap or a limit of it is not known.
    """
    here, there = _known(now), _known(then)
    if here is None or there is None:
        return None
    low, high = change_limits(here[0], here[1:], there[0], there[1:])
    return here[0] - there[0], (float(low), float(high))


def _known(estimate: Estimate) -> tuple[float, float, float] | None:
    low, high = estimate.difference_interval or (None, None)
    if estimate.difference is None or low is None or high is None:
        return None
    return estimate.difference, low, high
