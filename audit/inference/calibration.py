"""Whether a score means what it says: slope and intercept of a logistic recalibration.

References
----------
Cox 1958, Biometrika 45:562-565 (slope and intercept of outcomes on the logit of a forecast).
Van Calster et al. 2019, BMC Medicine 17:230 (intercept with the slope at 1; 100 events and 100
non-events for a slope worth reading).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

FEWEST = 100
"""Events, and non-events, from which slopes are shown."""

EDGE = 0.001
"""Scores nearer to 0 or 1 count as this near: their logit has no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A coefficient with its standard error, on the logit scale."""

    estimate: float
    se: float

    @property
    def value(self) -> float:
        """The coefficient."""
        return self.estimate

    @property
    def enough(self) -> bool:
        """Only made from 100 events and 100 non-events."""
        return True

    def lower(self, alpha: float) -> float:
        """Return the one-sided lower limit at level `1 - alpha`."""
        from scipy.special import ndtri

        return self.estimate + float(ndtri(alpha)) * self.se

    def upper(self, alpha: float) -> float:
        """Return the one-sided upper limit at level `1 - alpha`."""
        return 2 * self.estimate - self.lower(alpha)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalibration:
    """Slope, 1 where differences in score are as large as they should be; intercept at slope 1.

    Attributes
    ----------
    slope : Line
        Under 1 the score is too extreme, over 1 too timid.
    intercept : Line
        Under 0 the condition is there less often than the score says, over 0 more often.
    """

    slope: Line
    intercept: Line


def recalibrate(
    score: Array, events: Array, people: Array, scale: Array, cluster: Array | None = None
) -> Recalibration | None:
    """Fit both from people counted by score.

    Parameters
    ----------
    score : ndarray of float, shape (n_cells,)
        Mean score of the cell, in [0, 1].
    events, people : ndarray of float, shape (n_cells,)
        With the condition, and all; sums of weights where rows are weighted.
    scale : ndarray of float, shape (n_cells,)
        Sum of squared weights over sum of weights; 1 where rows are not weighted.
    cluster : ndarray of int, shape (n_cells,), optional

    Returns
    -------
    Recalibration or None
        None below 100 effective events or non-events, or where the fit has no end.
    """
    import numpy as np

    worth = float(people.sum() ** 2 / max((people * scale).sum(), 1e-300))
    share = float(events.sum() / max(people.sum(), 1e-300))
    if min(share, 1 - share) * worth < FEWEST:
        return None
    near = np.clip(score, EDGE, 1 - EDGE)
    logit = np.log(near / (1 - near))
    ones = np.ones_like(logit)
    both = _fit(np.stack([ones, logit], 1), np.zeros_like(logit), events, people, scale, cluster)
    alone = _fit(ones[:, None], logit, events, people, scale, cluster)
    if both is None or alone is None:
        return None
    return Recalibration(
        slope=Line(estimate=float(both[0][1]), se=float(both[1][1])),
        intercept=Line(estimate=float(alone[0][0]), se=float(alone[1][0])),
    )


def _fit(
    x: Array, offset: Array, events: Array, people: Array, scale: Array, cluster: Array | None
) -> tuple[Array, Array] | None:
    """Return coefficients and robust standard errors of a logistic regression, by Newton's steps."""
    import numpy as np

    beta = np.zeros(x.shape[1])
    fitted = _likelihood(offset + x @ beta, events, people)
    for _ in range(100):
        p = _chance(offset + x @ beta)
        information = x.T @ (x * (people * p * (1 - p))[:, None])
        if np.linalg.cond(information) > 1e12:
            return None
        step = np.linalg.solve(information, x.T @ (events - people * p))
        if float(np.abs(step).max()) < 1e-9:
            break
        better = _likelihood(offset + x @ (beta + step), events, people)
        while better < fitted - 1e-9 * abs(fitted) and float(np.abs(step).max()) > 1e-9:
            step = step / 2
            better = _likelihood(offset + x @ (beta + step), events, people)
        beta, fitted = beta + step, better
    else:
        return None
    bread = np.linalg.inv(information)
    if cluster is None:
        # Of each cell: the scatter of single people around the fit, events and non-events apart.
        each = scale * (events * (1 - p) ** 2 + (people - events) * p**2)
        meat = x.T @ (x * each[:, None])
    else:
        _, where = np.unique(cluster, return_inverse=True)
        scores = np.stack(
            [np.bincount(where, x[:, j] * (events - people * p)) for j in range(x.shape[1])], 1
        )
        clusters = len(scores)
        meat = scores.T @ scores * clusters / max(clusters - 1, 1)
    return beta, np.sqrt(np.diag(bread @ meat @ bread))


def _chance(logit: Array) -> Array:
    from scipy.special import expit

    p: Array = expit(logit)
    return p


def _likelihood(logit: Array, events: Array, people: Array) -> float:
    import numpy as np

    return float((events * logit - people * np.logaddexp(0, logit)).sum())
