"""Two groups compared within strata: Mantel–Haenszel ratio and difference.

References
----------
Greenland & Robins 1985, Biometrics 41:55-68, equation 13 (variance of the log risk ratio).
Sato 1989, Biometrics 45:1323-1324 (variance of the risk difference, consistent in both limits).
Liang & Zeger 1986, Biometrika 73:13-22, equation 8 (variance from sums by cluster).
MacKinnon, Nielsen & Webb 2023, Journal of Econometrics 232:272-299, section 2.2 (leaving out one
cluster at a time, for few clusters or unequal ones).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from audit.evidence import Scatter
from audit.inference.stratified import Counts

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
    df: float = np.inf
    """Degrees of freedom of the standard errors, where they come from clusters."""
    counts: Counts | None = field(default=None, compare=False, repr=False)
    """Strata that hold both groups, where rows are independent: verdicts are decided on them."""

    def quantile(self, p: float) -> float:
        """Return the quantile that standard errors are multiplied by: t's, or the normal one."""
        from scipy.special import ndtri, stdtrit

        return float(stdtrit(self.df, p) if np.isfinite(self.df) else ndtri(p))

    def tail(self, z: float) -> float:
        """Return the one-sided p-value of a statistic."""
        from scipy.special import ndtr, stdtr

        return float(stdtr(self.df, -z) if np.isfinite(self.df) else ndtr(-z))


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
        ratio,
        log_se,
        difference,
        float(np.sqrt(variance)),
        float(n.sum()),
        float(n1.sum()),
        counts=(x1, n1, x0, n0),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """People counted by stratum and group, and what they were drawn in.

    Attributes
    ----------
    stratum, group : ndarray of int, shape (n_cells,)
    events, people : ndarray of float, shape (n_cells,)
        Sums of weights where rows are weighted.
    cluster : ndarray of int, shape (n_cells,), optional
    event_squares, other_squares : ndarray of float, shape (n_cells,), optional
        Sums of squared weights of those with and without the event; for weights without clusters.
    """

    stratum: Array
    group: Array
    events: Array
    people: Array
    cluster: Array | None = None
    event_squares: Array = field(default_factory=lambda: np.zeros(0))
    other_squares: Array = field(default_factory=lambda: np.zeros(0))

    def scatter(self, group: int, reference: int | None = None) -> Scatter | None:
        """Return the standard errors of a group's pooled comparison.

        Parameters
        ----------
        reference : int, optional
            Group compared with; everyone else if not given.

        Returns
        -------
        Scatter or None
            None where no stratum holds both, or one cluster carries the whole comparison.
        """
        own = self.group == group
        other = ~own if reference is None else self.group == reference
        strata = int(self.stratum.max()) + 1 if len(self.stratum) else 0
        sums = _Sums(
            *(
                np.bincount(self.stratum, np.where(side, values, 0.0), strata)
                for side in (own, other)
                for values in (self.events, self.people)
            )
        )
        if sums.terms()[2].sum() <= 0:
            return None
        shared = (sums.n1 > 0) & (sums.n0 > 0)
        used = (own | other) & shared[self.stratum] & (self.people > 0)
        if self.cluster is None:
            return self._weighted(sums, own, used)
        return self._jackknife(sums, own, used, self.cluster)

    def _jackknife(self, sums: _Sums, own: Array, used: Array, cluster: Array) -> Scatter | None:
        """Leave out one cluster at a time: exact in sparse strata, and no matrix is inverted."""
        strata = len(sums.n1)
        pairs, pair = np.unique(
            cluster[used] * np.int64(strata) + self.stratum[used], return_inverse=True
        )
        at, ours = pairs % strata, own[used]
        without = _Sums(
            *(
                total[at] - np.bincount(pair, np.where(side, values[used], 0.0), len(pairs))
                for side, total, values in (
                    (ours, sums.x1, self.events),
                    (ours, sums.n1, self.people),
                    (~ours, sums.x0, self.events),
                    (~ours, sums.n0, self.people),
                )
            )
        )
        clusters, where = np.unique(pairs // strata, return_inverse=True)
        whole = sums.terms()
        lost = [
            np.bincount(where, before[at] - after, len(clusters))
            for before, after in zip(whole, without.terms(), strict=True)
        ]
        r, s, w = (float(term.sum()) for term in whole)
        left = 1 - lost[2] / w
        if len(clusters) < 2 or float(left.min()) <= 1e-9:
            return None
        factor = (len(clusters) - 1) / len(clusters)
        gap = (r - s) / w
        moved = (lost[0] - lost[1] - gap * lost[2]) / (w * left)
        log_ratio_se = None
        if r > 0 and s > 0:
            shifted = (lost[0] - r / s * lost[1]) / (r * left)
            log_ratio_se = float(np.sqrt(factor * (shifted**2).sum()))
        return Scatter(
            difference_se=float(np.sqrt(factor * (moved**2).sum())),
            log_ratio_se=log_ratio_se,
            clusters=len(clusters),
            df=float(len(clusters) - 1),
        )

    def _weighted(self, sums: _Sums, own: Array, used: Array) -> Scatter | None:
        """Add up the squares of what each row adds, its stratum's rate re-estimated with it."""
        r, s, w = (float(term.sum()) for term in sums.terms())
        n = np.maximum(sums.n1 + sums.n0, 1e-300)
        squares = np.where(used, self.event_squares + self.other_squares, 0.0)
        loss = np.bincount(self.stratum, squares, len(n))
        rows = np.where(loss > 0, n**2 / np.maximum(loss, 1e-300), 2.0)
        few = np.where(rows > 1.5, rows / np.maximum(rows - 1, 0.5), 3.0)

        def variance(theta: float, shift: float) -> float:
            # u = (x1 n0 - theta x0 n1 - shift n1 n0) / n in each stratum.
            u = (sums.x1 * sums.n0 - theta * sums.x0 * sums.n1 - shift * sums.n1 * sums.n0) / n
            by_event = np.where(
                own, (sums.n0 / n)[self.stratum], -theta * (sums.n1 / n)[self.stratum]
            )
            of_own = -(theta * sums.x0 + shift * sums.n0 + u) / n
            of_other = (sums.x1 - shift * sums.n1 - u) / n
            by_row = np.where(own, of_own[self.stratum], of_other[self.stratum])
            each = self.event_squares * (by_event + by_row) ** 2 + self.other_squares * by_row**2
            return float((each * few[self.stratum])[used].sum())

        gap = (r - s) / w
        log_ratio_se = None
        if r > 0 and s > 0:
            log_ratio_se = float(np.sqrt(variance(r / s, 0.0))) / r
        return Scatter(
            difference_se=float(np.sqrt(variance(1.0, gap))) / w, log_ratio_se=log_ratio_se
        )


@dataclass(frozen=True, slots=True)
class _Sums:
    """Events and people of both sides by stratum."""

    x1: Array
    n1: Array
    x0: Array
    n0: Array

    def terms(self) -> tuple[Array, Array, Array]:
        """Return the three sums that both estimates are made of, by stratum; 0 without both sides."""
        n1, n0 = np.maximum(self.n1, 0.0), np.maximum(self.n0, 0.0)
        n = n1 + n0
        safe = np.where(n > 0, n, 1.0)
        return self.x1 * n0 / safe, self.x0 * n1 / safe, n1 * n0 / safe
