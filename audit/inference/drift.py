"""Has a distribution moved: the population stability index, less what chance alone makes of it.

Between two samples of n and m from one distribution over k bins, the index is about
(k - 1)(1/n + 1/m), and over (1/n + 1/m) it is chi-square with k - 1 degrees of freedom; where the
distributions lie an index of s apart it is non-central, with s / (1/n + 1/m). So an index is tested
against a limit, and not only against no change.

References
----------
Yurdakul 2018, "Statistical properties of the population stability index", Western Michigan
University, chapter 2 (expectation and law under no change).
Kullback & Leibler 1951, Annals of Mathematical Statistics 22:79-86 (the divergence, both ways).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from audit.check import Hypothesis
from audit.inference.multiplicity import sidak

Array = np.ndarray[Any, Any]

LEVEL = 0.95
PASS_ALPHA = 0.05
FEWEST = 100
"""Fewest values on each side."""
EXPECTED = 10.0
"""Bins that would hold fewer than this in the smaller sample are put together with the smallest others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Two samples over the same bins.

    Attributes
    ----------
    index : float
        As it is usually printed, half a value added to each bin.
    expected : float
        Of the index if nothing moved.
    scale : float
        1/n + 1/m.
    """

    index: float
    expected: float
    scale: float
    df: int

    @property
    def excess(self) -> float:
        """The index less what chance alone makes of it, at least 0."""
        return max(self.index - self.expected, 0.0)

    def p_beyond(self, limit: float) -> float:
        """Return the one-sided p-value that the distributions lie further apart than `limit`."""
        return 1.0 - self._below(limit)

    def limits(self, alpha: float) -> tuple[float, float]:
        """Return two-sided limits of how far apart the distributions lie."""
        return self._solve(1 - alpha / 2), self._solve(alpha / 2)

    def upper(self, alpha: float) -> float:
        """Return the one-sided upper bound at level `1 - alpha`."""
        return self._solve(alpha)

    def _below(self, apart: float) -> float:
        from scipy.special import chdtr, chndtr

        statistic, centre = self.index / self.scale, apart / self.scale
        below = chdtr(self.df, statistic) if centre <= 0 else chndtr(statistic, self.df, centre)
        return float(np.clip(np.nan_to_num(below, nan=0.0), 0.0, 1.0))

    def _solve(self, target: float) -> float:
        """Return the distance at which an index no larger than this has probability `target`."""
        if self._below(0.0) <= target:
            return 0.0
        low, high = 0.0, max(2 * self.index, self.scale)
        while self._below(high) > target:
            high *= 2
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if self._below(middle) > target else (low, middle)
        return high


def shift(then: Sequence[float], now: Sequence[float]) -> Shift | None:
    """Compare two samples counted over the same bins; None where fewer than two bins are left.

    Parameters
    ----------
    then, now : sequence of float, shape (n_bins,)
    """
    a, b = _joined(np.asarray(then, float), np.asarray(now, float))
    k, n, m = len(a), float(a.sum()), float(b.sum())
    if k < 2 or n <= 0 or m <= 0:
        return None
    p, q = (a + 0.5) / (n + k / 2), (b + 0.5) / (m + k / 2)
    scale = 1 / n + 1 / m
    index = float(((p - q) * np.log(p / q)).sum())
    return Shift(index=index, expected=(k - 1) * scale, scale=scale, df=k - 1)


def _joined(a: Array, b: Array) -> tuple[Array, Array]:
    """Put the rarest bins together until each would hold enough in the smaller sample."""
    total = a + b
    order = np.argsort(-total, kind="stable")
    a, b, total = a[order], b[order], total[order]
    a, b, total = a[total > 0], b[total > 0], total[total > 0]
    part = min(a.sum(), b.sum()) / max(total.sum(), 1.0)
    while len(total) > 1 and total[-1] * part < EXPECTED:
        a, b, total = (np.append(v[:-2], v[-2] + v[-1]) for v in (a, b, total))
        place = np.argsort(-total, kind="stable")
        a, b, total = a[place], b[place], total[place]
    return a, b


def moved(
    label: str,
    then: Sequence[int],
    now: Sequence[Sequence[int]],
    names: Sequence[str],
    *,
    limit: float,
    together: int,
) -> Hypothesis | None:
    """Test whether one variable moved beyond a limit in any of several blocks of time.

    Parameters
    ----------
    then : sequence of int
        Counts of the reference over the bins.
    now : sequence of sequence of int
        The same of each block; `names` says what each is called.
    together : int
        Variables whose limits shall hold together.
    """
    shifts = [
        (name, sum(block), shift(then, block)) for name, block in zip(names, now, strict=True)
    ]
    known = [(name, n, s) for name, n, s in shifts if s is not None and n >= FEWEST]
    if not known:
        return None
    name, n, worst = max(known, key=lambda item: (item[2].excess, -item[2].scale))
    p = min(s.p_beyond(limit) for _, _, s in known) * len(known)
    alpha = sidak(1 - LEVEL, len(known) * max(together, 1))
    bound = max(s.upper(PASS_ALPHA) for _, _, s in known)
    return Hypothesis(
        label=label,
        n=float(n),
        value=worst.excess,
        interval=worst.limits(alpha),
        limit_at=limit,
        p_value=min(p, 1.0),
        inside=bound <= limit and len(known) == len(shifts),
        judged=sum(then) >= FEWEST,
        ruled_out=bound,
        params={"period": name, "index": worst.index, "expected": worst.expected},
    )
