"""Two rates of correction, the more frequent one told against the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from audit.criterion import Limit
from audit.evidence import Rate
from audit.finding import Interval
from audit.inference import proportions

ALPHA = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class OneWay:
    """How much more often one side is overturned.

    Attributes
    ----------
    ratio : float or None
        None where the other side was never overturned.
    p_beyond : float
        One-sided, that the ratio is beyond its limit.
    inside : bool
        Whether the one-sided 95 % bounds lie inside the limit both ways round.
    """

    ratio: float | None
    ratio_interval: Interval
    difference_interval: Interval
    interval: Interval
    p_beyond: float
    inside: bool


def one_way(often: Rate, seldom: Rate, limit: Limit) -> OneWay:
    """Compare two rates, both with people in the denominator and at least one event together."""
    x1, n1, x0, n0 = often.events, often.n, seldom.events, seldom.n
    most = limit.ratio or 1.0
    p = proportions.p_exceeds(x1, n1, x0, n0, ratio=most, difference=limit.difference or 0.0)
    up = proportions.upper_bounds(x1, n1, x0, n0, ALPHA)[1]
    down = proportions.upper_bounds(x0, n0, x1, n1, ALPHA)[1]
    return OneWay(
        ratio=(x1 / n1) / (x0 / n0) if x0 else None,
        ratio_interval=_pair(proportions.ratio_interval(x1, n1, x0, n0, ALPHA)),
        difference_interval=_pair(proportions.difference_interval(x1, n1, x0, n0, ALPHA)),
        interval=_pair(proportions.jeffreys(x1, n1, ALPHA)),
        p_beyond=float(p),
        inside=bool((up <= most) & (down <= most)),
    )


def _pair(limits: tuple[Any, Any]) -> Interval:
    low, high = (float(limit) if np.isfinite(limit) else None for limit in limits)
    return low, high
