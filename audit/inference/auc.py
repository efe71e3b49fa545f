"""How well a score tells people with and without the condition apart: limits of the AUC.

The AUC is the chance that a person with the condition scores higher than one without; a tie counts
half. Limits are the values θ at which the observed AUC lies as far from θ as chance would put it if
θ were the truth (score-type inversion), with Newcombe's version of Hanley and McNeil's variance;
where the data scatter more than that variance says, by as much more. The quantile is t's.

References
----------
Hanley & McNeil 1982, Radiology 143:29-36 (variance of the AUC as a function of the AUC).
Newcombe 2006, Statistics in Medicine 25:559-573, method 5 (inverted, both sizes at their mean).
DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44:837-845, section 2 (placement values).
Obuchowski 1997, Biometrics 53:567-578 (clusters: placement values added up within each).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

FEWEST = 30
FEWEST_OF_EACH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Separation:
    """An AUC and what its limits rest on.

    Attributes
    ----------
    auc : float
    positives, negatives : float
        Effective people with and without the condition.
    variance : float
        Of the AUC as the data scatter, from placement values; 0 where the two never overlap.
    clusters : int or None
    """

    auc: float
    positives: float
    negatives: float
    variance: float
    clusters: int | None = None

    @property
    def value(self) -> float:
        """The AUC."""
        return self.auc

    @property
    def enough(self) -> bool:
        """At least 30 people, five of them with and five without the condition; ten clusters."""
        few = min(self.positives, self.negatives) < FEWEST_OF_EACH
        return (
            not few
            and self.positives + self.negatives >= FEWEST
            and (self.clusters is None or self.clusters >= FEWEST / 3)
        )

    def lower(self, alpha: float) -> float:
        """Return the one-sided lower limit at level `1 - alpha`."""
        return self._limit(0.0, alpha)

    def upper(self, alpha: float) -> float:
        """Return the one-sided upper limit at level `1 - alpha`."""
        return self._limit(1.0, alpha)

    def _limit(self, far: float, alpha: float) -> float:
        """Bisect between the estimate and the end of the scale."""
        z2, factor = self._quantile(alpha) ** 2, self._excess()
        inside, outside = self.auc, far
        for _ in range(40):
            middle = (inside + outside) / 2
            scatter = factor * expected_variance(middle, self.positives, self.negatives)
            if (self.auc - middle) ** 2 > z2 * scatter:
                outside = middle
            else:
                inside = middle
        return (inside + outside) / 2

    def _quantile(self, alpha: float) -> float:
        from scipy.special import stdtrit

        units = self.positives + self.negatives - 1
        if self.clusters is not None:
            units = self.clusters
        return -float(stdtrit(max(units - 1, 1), alpha))

    def _excess(self) -> float:
        expected = expected_variance(self.auc, self.positives, self.negatives)
        return max(self.variance / expected, 1.0) if expected > 0 else 1.0


def expected_variance(auc: float, positives: float, negatives: float) -> float:
    """Return the variance of an AUC of that size, by Newcombe's version of Hanley and McNeil's."""
    mean = max((positives + negatives) / 2 - 1, 0.0)
    spread = 1 + mean * ((1 - auc) / (2 - auc) + auc / (1 + auc))
    return auc * (1 - auc) * spread / (positives * negatives)


def separation(
    truth: Array, place: Array, weight: Array, squares: Array, cluster: Array | None = None
) -> Separation | None:
    """Return the AUC of people counted by truth and by the place of their score.

    Parameters
    ----------
    truth : ndarray of bool, shape (n_cells,)
        Whether those of the cell have the condition.
    place : ndarray of int, shape (n_cells,)
        Rank of the cell's score; equal places are ties.
    weight, squares : ndarray of float, shape (n_cells,)
        Sum of weights and of their squares; both are people where rows are not weighted.
    cluster : ndarray of int, shape (n_cells,), optional
        Cluster of the cell.

    Returns
    -------
    Separation or None
        None where nobody has the condition, or everybody, or all are one cluster.
    """
    import numpy as np

    ones, zeros = weight[truth].sum(), weight[~truth].sum()
    if ones <= 0 or zeros <= 0:
        return None
    size = int(place.max()) + 1
    with_it = np.bincount(place[truth], weight[truth], size) / ones
    without = np.bincount(place[~truth], weight[~truth], size) / zeros
    beaten = np.cumsum(without) - without / 2
    beating = 1 - (np.cumsum(with_it) - with_it / 2)
    auc = float((with_it * beaten).sum())
    # What each person adds to the estimate: its placement value, less the AUC.
    adds = np.where(truth, (beaten[place] - auc) / ones, (beating[place] - auc) / zeros)
    worth = [float(weight[t].sum() ** 2 / squares[t].sum()) for t in (truth, ~truth)]
    if cluster is None:
        parts = [float((squares[t] * adds[t] ** 2).sum()) for t in (truth, ~truth)]
        variance = sum(v * n / (n - 1) for v, n in zip(parts, worth, strict=True) if n > 1)
        return Separation(auc=auc, positives=worth[0], negatives=worth[1], variance=variance)
    _, where = np.unique(cluster, return_inverse=True)
    together = np.bincount(where, weight * adds)
    clusters = len(together)
    if clusters < 2:
        return None
    variance = float((together**2).sum()) * clusters / (clusters - 1)
    return Separation(
        auc=auc, positives=worth[0], negatives=worth[1], variance=variance, clusters=clusters
    )
