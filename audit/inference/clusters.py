"""What rows of the same person or household are worth: an effective number of people.

References
----------
Kish 1965, "Survey Sampling", section 8.2 (effective sample size).
Cochran 1977, "Sampling Techniques", section 9A.2 (variance of a ratio from clusters).
"""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


def effective_people(events: Array, people: Array) -> tuple[float, int]:
    """Return the effective n of a rate, and the clusters behind it.

    `p(1 - p) / V`, with V the variance between clusters, at most n, times `(1.96 / t)^2` for the
    degrees of freedom that few clusters leave. Where nobody or everybody had the event the variance
    says nothing, and each cluster counts once.

    Parameters
    ----------
    events, people : ndarray, shape (n_clusters,)
        Of each cluster; clusters without anybody in the denominator are left out.

    Returns
    -------
    effective : float
    clusters : int
    """
    from scipy.special import stdtrit

    inside = people > 0
    events, people = events[inside], people[inside]
    clusters, n = len(people), float(people.sum())
    if clusters < 2:
        return float(min(clusters, n)), clusters
    p = float(events.sum()) / n
    t = float(stdtrit(clusters - 1, 0.975))
    if not 0 < p < 1:
        return min(float(clusters), n), clusters
    spread = float(((events - p * people) ** 2).sum()) * clusters / (clusters - 1)
    worth = n if spread <= 0 else min(p * (1 - p) * n * n / spread, n)
    return worth * min((1.96 / t) ** 2, 1.0), clusters
