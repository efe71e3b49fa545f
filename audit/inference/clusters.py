"""What weighted rows, or rows of the same person, are worth: an effective number of people.

References
----------
Kish 1965, "Survey Sampling", section 8.2 (effective sample size).
Cochran 1977, "Sampling Techniques", section 9A.2 (variance of a ratio from clusters).
Korn & Graubard 1998, Survey Methodology 24:193-201, section 3 (effective n with the t quantile).
MacKinnon, Nielsen & Webb 2023, Journal of Econometrics 232:272-299, section 2.2 (leaving out one
cluster at a time).
Hall 1992, Journal of the Royal Statistical Society B 54:221-228 (skewed means).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from audit.inference.losses import adjusted, corrected

Array = np.ndarray[Any, Any]


def weighted_people(
    events: tuple[float, float],
    others: tuple[float, float],
    rows: float,
    typical: tuple[float, float] = (0.0, 0.0),
) -> float:
    """Return the effective n of a weighted rate: `p(1 - p) / V`, V the linearised variance.

    Where nobody or everybody had the event, Kish's number; times the mean weight over the weight that
    the missing side would carry, if that is heavier: one unseen person of weight 4 would move the rate
    like four. Never more than the rows there are.

    Parameters
    ----------
    events, others : (float, float)
        Sum of weights, and of their squares, of those with and without the event.
    rows : float
        Rows behind the rate.
    typical : (float, float)
        Weight of people with and without the event in the whole table; 0 where not known.
    """
    total, squares = events[0] + others[0], events[1] + others[1]
    if total <= 0 or squares <= 0:
        return 0.0
    p = events[0] / total
    if not 0 < p < 1:
        unseen = typical[1] if p > 0 else typical[0]
        lighter = min(total / rows / unseen, 1.0) if unseen > 0 and rows > 0 else 1.0
        return min(total**2 / squares, rows) * lighter
    scatter = events[1] * (1 - p) ** 2 + others[1] * p**2
    return min(p * (1 - p) * total**2 / scatter, rows)


def effective_people(events: Array, people: Array, rows: float | None = None) -> tuple[float, int]:
    """Return the effective n of a rate, and the clusters behind it.

    `p(1 - p) / V`, at most n, times `(1.96 / q)^2`. V leaves out one cluster at a time; q is the
    quantile of t for the degrees of freedom that clusters of unequal size leave (Kish's number of
    them, less one), made longer where a few clusters hold most events, after Hall's skewed t. Where nobody or everybody had the event the variance says nothing, and each cluster
    counts once (unequal ones by Kish's number).

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
    inside = people > 0
    events, people = events[inside], people[inside]
    clusters, n = len(people), float(people.sum())
    most = n if rows is None else rows
    if clusters < 2:
        return float(min(clusters, most)), clusters
    p = float(events.sum()) / n
    equal = n**2 / float((people**2).sum())
    if not 0 < p < 1:
        return min(equal, most), clusters
    moved = (events - p * people) / (n - people)
    variance = float((moved**2).sum()) * (clusters - 1) / clusters
    worth = most if variance <= 0 else min(p * (1 - p) / variance, most)
    return worth * min((1.96 / _quantile(moved, equal)) ** 2, 1.0), clusters


def _quantile(moved: Array, equal: float) -> float:
    """Return t's quantile, or where a mean is skewed how far Hall's interval reaches, if that is more.

    One number has to serve both sides: two parts of the longer side and one of the shorter, by
    `benchmarks/sampling_designs.py`.
    """
    from scipy.special import stdtrit

    t = float(stdtrit(max(equal - 1, 1.0), 0.975))
    second = float((moved**2).mean())
    if second <= 0 or len(moved) < 3:
        return t
    a = adjusted(float((moved**3).mean()) / second**1.5, len(moved)) / len(moved) ** 0.5
    sides = sorted((corrected(t, a), -corrected(-t, a)))
    return max((sides[0] + 2 * sides[1]) / 3, t)


def joint_factors(
    cluster: Array, group: Array, events: Array, people: Array, reference: int | None = None
) -> Array:
    """Return by how much more both sides are worth when a group is compared with the others.

    Two people of one household, one of each sex, make the rates of both sexes go together: their
    difference then varies less than two independent rates would, or more where one is chosen instead of
    the other. The factor is the variance of the difference taken as if groups were independent, over
    that with clusters kept together; 1 where no cluster holds people of both sides.

    Parameters
    ----------
    cluster, group : ndarray of int, shape (n_cells,)
    events, people : ndarray of float, shape (n_cells,)
        One cell a cluster and group.
    reference : int, optional
        Group compared with; everyone else if not given.

    Returns
    -------
    ndarray of float, shape (n_groups,)
        Between 1/4 and 2.
    """
    size, clusters = int(group.max()) + 1, int(cluster.max()) + 1
    n = np.bincount(group, people, size)
    with np.errstate(invalid="ignore", divide="ignore"):
        rate = np.nan_to_num(np.bincount(group, events, size) / n)
    rest = events - rate[group] * people
    scatter = np.bincount(group, rest**2, size)
    rows = np.split(
        np.argsort(group, kind="stable"), np.cumsum(np.bincount(group, minlength=size))[:-1]
    )
    compared = np.ones(len(group), bool) if reference is None else group == reference
    theirs = np.bincount(cluster, np.where(compared, rest, 0.0), clusters)
    factors = np.ones(size)
    for g, own in enumerate(rows):
        n0 = n.sum() - n[g] if reference is None else n[reference]
        if g == reference or n[g] <= 0 or n0 <= 0 or scatter[g] <= 0:
            continue
        others = scatter.sum() - scatter[g] if reference is None else scatter[reference]
        apart = scatter[g] / n[g] ** 2 + others / n0**2
        at, ours = cluster[own], rest[own]
        beside = theirs[at] - ours if reference is None else theirs[at]
        elsewhere = float((theirs**2).sum() - (theirs[at] ** 2).sum()) / n0**2
        together = elsewhere + float(((ours / n[g] - beside / n0) ** 2).sum())
        factors[g] = min(max(apart / max(together, apart / 2), 0.25), 2.0)
    return factors
