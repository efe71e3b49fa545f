"""Two groups compared within strata: Mantel–Haenszel ratio and difference.

References
----------
Greenland & Robins 1985, Biometrics 41:55-68, equation 13 (variance of the log risk ratio).
Sato 1989, Biometrics 45:1323-1324 (variance of the risk difference, consistent in both limits).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Pooled:
    """A comparison pooled over strata; standard errors on the scale it is tested on.

    Attributes
    ----------
    ratio, difference : float
        Mantel–Haenszel estimates; nan where no stratum holds both groups.
    log_ratio_se, difference_se : float
    people : float
        People in strata that hold both groups.
    own : float
        Those of them in the group itself.
    """

    ratio: float
    log_ratio_se: float
    difference: float
    difference_se: float
    people: float
    own: float = 0.0


def mantel_haenszel(x1: Array, n1: Array, x0: Array, n0: Array) -> Pooled:
    """Compare two groups within strata.

    Parameters
    ----------
    x1, n1, x0, n0 : ndarray, shape (n_strata,)
        Events and people of the group and of those it is compared with.
    """
    x1, n1, x0, n0 = (np.asarray(v, float) for v in (x1, n1, x0, n0))
    both = (n1 > 0) & (n0 > 0)
    x1, n1, x0, n0 = x1[both], n1[both], x0[both], n0[both]
    if n1.size == 0:
        return Pooled(np.nan, np.nan, np.nan, np.nan, 0.0, 0.0)
    n = n1 + n0
    weight = float((n1 * n0 / n).sum())
    r, s = float((x1 * n0 / n).sum()), float((x0 * n1 / n).sum())
    difference = (r - s) / weight
    p = ((n1**2 * x0 - n0**2 * x1 + n1 * n0 * (n0 - n1) / 2) / n**2).sum()
    q = ((x1 * (n0 - x0) + x0 * (n1 - x1)) / (2 * n)).sum()
    variance = max(float(difference * p + q), 0.0) / weight**2
    if r > 0 and s > 0:
        spread = float(((x1 + x0) * n1 * n0 / n**2 - x1 * x0 / n).sum())
        ratio, log_se = r / s, float(np.sqrt(max(spread, 0.0) / (r * s)))
    else:
        ratio, log_se = (np.inf if r > 0 else (0.0 if s > 0 else np.nan)), np.nan
    return Pooled(
        ratio, log_se, difference, float(np.sqrt(variance)), float(n.sum()), float(n1.sum())
    )
