"""What weighted rows, or rows of the same person, are worth: an effective number of people.

References
----------
Kish 1965, "Survey Sampling", section 8.2 (effective sample size).
Cochran 1977, "Sampling Techniques", section 9A.2 (variance of a ratio from clusters).
"""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


def weighted_people(events: tuple[float, float], others: tuple[float, float], rows: float) -> float:
    """Return the effective n of a weighted rate: `p(1 - p) / V`, V the linearised variance.

    Kish's number where nobody or everybody had the event; never more than the rows there are.

    Parameters
    ----------
    events, others : (float, float)
        Sum of weights, and of their squares, of those with and without the event.
    rows : float
        Rows behind the rate.
    """
    total, squares = events[0] + others[0], events[1] + others[1]
    if total <= 0 or squares <= 0:
        return 0.0
    p = events[0] / total
    scatter = events[1] * (1 - p) ** 2 + others[1] * p**2
    worth = total**2 / squares if not 0 < p < 1 else p * (1 - p) * total**2 / scatter
    return min(worth, rows)


def effective_people(events: Array, people: Array, rows: float | None = None) -> tuple[float, int]:
    """Return the effective n of a rate, and the clusters behind it.

    `p(1 - p) / V`, with V the variance between clusters, at most n, times `(1.96 / t)^2` for the
    degrees of freedom that few clusters leave. Where nobody or everybody had the event the variance
    says nothing, and each cluster counts once.

    Parameters
    ----------
    events, people : ndarray, shape (n_clusters,)
        Of each cluster, or their sums of weights; clusters without anybody in the denominator are
        left out.
    rows : float, optional
        Rows behind the rate, where people are sums of weights.

    Returns
    -------
    effective : float
    clusters : int
    """
    from scipy.special import stdtrit

    inside = people > 0
    events, people = events[inside], people[inside]
    clusters, n = len(people), float(people.sum())
    most = n if rows is None else rows
    if clusters < 2:
        return float(min(clusters, most)), clusters
    p = float(events.sum()) / n
    t = float(stdtrit(clusters - 1, 0.975))
    if not 0 < p < 1:
        return min(float(clusters), most), clusters
    spread = float(((events - p * people) ** 2).sum()) * clusters / (clusters - 1)
    worth = most if spread <= 0 else min(p * (1 - p) * n * n / spread, most)
    return worth * min((1.96 / t) ** 2, 1.0), clusters
