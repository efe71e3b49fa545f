"""The mean of skewed numbers, such as the errors of a score: Hall's transformed t.

References
----------
Hall 1992, Journal of the Royal Statistical Society B 54:221-228, section 2 (the monotone cubic).
Cochran 1977, "Sampling Techniques", section 6.4 (linearised ratio, for weights and clusters).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

FEWEST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Losses:
    """A mean loss and how the units that it is a mean of scatter.

    Attributes
    ----------
    people : float
        Rows behind it.
    units : float
        Independent units: rows, or clusters.
    mean : float
    variance : float
        Of the units, with `units - 1`; for clusters and weights of the linearised contributions, so
        that `variance / units` is the variance of the mean.
    skewness : float
        Of the units, `m3 / m2^(3/2)`.
    highest : float or None
        Largest possible loss, where there is one; the smallest is 0.
    """

    people: float
    units: float
    mean: float
    variance: float
    skewness: float
    highest: float | None = None

    @property
    def value(self) -> float:
        """The mean."""
        return self.mean

    @property
    def enough(self) -> bool:
        """At least 30 people, and ten units."""
        return self.people >= FEWEST and self.units >= FEWEST / 3

    def lower(self, alpha: float) -> float:
        """Return the one-sided lower limit at level `1 - alpha`; -inf where nothing is known."""
        if self.variance <= 0:
            return self.mean * self._unseen(alpha) if self.units >= 2 else -math.inf
        step = max(self._step(_t(1 - alpha, self.units)), 0.0)
        return max(self.mean - step, 0.0)

    def upper(self, alpha: float) -> float:
        """Return the one-sided upper limit at level `1 - alpha`; inf where nothing is known."""
        highest = math.inf if self.highest is None else self.highest
        if self.variance <= 0:
            if self.units < 2 or self.highest is None:
                return highest
            return highest - (highest - self.mean) * self._unseen(alpha)
        step = min(self._step(_t(alpha, self.units)), 0.0)
        return min(self.mean - step, highest)

    def _unseen(self, alpha: float) -> float:
        """Return the smallest share that those like the ones seen, who are all alike, may have."""
        return float(alpha ** (1 / self.units))

    def _step(self, q: float) -> float:
        """Return the mean less the limit that belongs to quantile `q`: Hall's cubic, inverted."""
        se = math.sqrt(self.variance / self.units)
        return corrected(q, self.skewness / math.sqrt(self.units)) * se


def corrected(q: float, a: float) -> float:
    """Return the value at which Hall's cubic of a studentised mean is `q`.

    Parameters
    ----------
    a : float
        Skewness over the square root of n.
    """
    return q if abs(a) < 1e-9 else 3 / a * (math.cbrt(1 + a * (q - a / 6)) - 1)


def _t(p: float, units: float) -> float:
    from scipy.special import stdtrit

    return float(stdtrit(max(units - 1, 1.0), p))


def of_people(
    n: float, total: float, squares: float, cubes: float, *, highest: float | None = None
) -> Losses | None:
    """Return the mean loss of `n` people from the sums of their losses, squares and cubes.

    None for fewer than two people.
    """
    if n < 2:
        return None
    mean = total / n
    second = max(squares / n - mean**2, 0.0)
    if second <= 1e-14 * max(mean**2, 1e-300):
        return Losses(people=n, units=n, mean=mean, variance=0.0, skewness=0.0, highest=highest)
    third = cubes / n - 3 * mean * squares / n + 2 * mean**3
    return Losses(
        people=n,
        units=n,
        mean=mean,
        variance=second * n / (n - 1),
        skewness=adjusted(third / second**1.5, n),
        highest=highest,
    )


def of_weighted(
    rows: float,
    weights: Sequence[float],
    once: Sequence[float],
    twice: Sequence[float],
    thrice: Sequence[float],
    *,
    highest: float | None = None,
) -> Losses | None:
    """Return the mean loss of weighted rows.

    Parameters
    ----------
    rows : float
    weights : sequence of float
        Sums of w, w² and w³.
    once, twice, thrice : sequence of float
        Sums of w·l; of w²·l and w²·l²; of w³·l, w³·l² and w³·l³.
    """
    w, w2, w3 = weights
    if rows < 2 or w <= 0:
        return None
    (wl,), (w2l, w2l2), (w3l, w3l2, w3l3) = once, twice, thrice
    mean, scale = wl / w, rows / w
    # Each row contributes rows * w / sum(w) * (l - mean); the contributions add up to 0.
    second = scale**2 * (w2l2 - 2 * mean * w2l + mean**2 * w2) / rows
    third = scale**3 * (w3l3 - 3 * mean * w3l2 + 3 * mean**2 * w3l - mean**3 * w3) / rows
    return _from_contributions(rows, rows, mean, second, third, highest)


def of_clusters(
    totals: Array, people: Array, rows: float, *, highest: float | None = None
) -> Losses | None:
    """Return the mean loss of people in clusters.

    Parameters
    ----------
    totals, people : ndarray, shape (n_clusters,)
        Sum of losses and of people (or of weights) in each; clusters without people are left out.
    """
    inside = people > 0
    totals, people = totals[inside], people[inside]
    units = float(len(people))
    if units < 2:
        return None
    mean = float(totals.sum() / people.sum())
    z = (totals - mean * people) * units / people.sum()
    return _from_contributions(
        rows, units, mean, float((z**2).mean()), float((z**3).mean()), highest
    )


def _from_contributions(
    people: float, units: float, mean: float, second: float, third: float, highest: float | None
) -> Losses:
    if second <= 1e-14 * max(mean**2, 1e-300):
        return Losses(
            people=people, units=units, mean=mean, variance=0.0, skewness=0.0, highest=highest
        )
    return Losses(
        people=people,
        units=units,
        mean=mean,
        variance=second * units / (units - 1),
        skewness=adjusted(third / second**1.5, units),
        highest=highest,
    )


def adjusted(skewness: float, n: float) -> float:
    """Return the skewness with its usual correction for few units (Fisher's G1)."""
    return skewness * math.sqrt(n * (n - 1)) / (n - 2) if n > 2 else 0.0
