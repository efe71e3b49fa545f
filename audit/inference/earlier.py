"""The gap of now against the gap of an earlier process: a difference of two differences.

References
----------
Zou & Donner 2008, Statistics in Medicine 27:1693-1702, equation 5 (MOVER for any sum or difference of
two independent estimates, from the limits of each).
"""

from __future__ import annotations

import math

from audit.finding import Estimate, Interval

Change = tuple[float, Interval]


def change_of_gap(now: Estimate, then: Estimate) -> Change | None:
    """Return by how much the gap is wider now, with MOVER limits at the level of both intervals.

    The two tables are taken to hold different people.

    Parameters
    ----------
    now, then : Estimate
        Of the same group and rate, each with its difference and the limits of that.

    Returns
    -------
    (float, (float, float)) or None
        In [-2, 2]; None where either gap or a limit of it is not known.
    """
    gaps, limits = (
        (now.difference, then.difference),
        (now.difference_interval, then.difference_interval),
    )
    if None in gaps or None in limits or None in (*(limits[0] or ()), *(limits[1] or ())):
        return None
    d1, d0 = (float(gap or 0.0) for gap in gaps)
    (l1, u1), (l0, u0) = (
        (float(a or 0.0), float(b or 0.0)) for a, b in (x or (0, 0) for x in limits)
    )
    change = d1 - d0
    low = change - math.hypot(d1 - l1, u0 - d0)
    high = change + math.hypot(u1 - d1, d0 - l0)
    return change, (max(low, -2.0), min(high, 2.0))
