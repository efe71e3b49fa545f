"""What people drawn with known chances are worth: an effective number, from the variance of the draw.

Each person stands for 1/p others, p the chance of having been drawn. A rate is the weighted mean
(Hájek); its variance is linearised, within strata, without a finite-population correction: that
would shrink it, and the question asked is what the process does, not what it did to these people.

References
----------
Hájek 1971, in "Foundations of Statistical Inference", p. 236 (the weighted mean).
Särndal, Swensson and Wretman 1992, "Model Assisted Survey Sampling", results 5.6.1 and 5.7.1
(linearised variance of a ratio; with-replacement form, section 2.9).
Korn and Graubard 1998, Survey Methodology 24:193-201 (effective number with the degrees of freedom).
"""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


def drawn_people(
    events: tuple[Array, Array],
    others: tuple[Array, Array],
    drawn: Array,
    rows: float,
    typical: tuple[float, float] = (0.0, 0.0),
) -> float:
    """Return the effective number of people behind a weighted rate of a stratified draw.

    `p(1 - p) / ((rows - 1) V)` times the rows: the rows themselves where all chances are equal. At most
    the rows. Where nobody or everybody had the event, Kish's number; times the mean weight over the weight
    that the missing side would carry, if that is heavier: nobody of those drawn one in a hundred was
    drawn, and one of them would have counted as a hundred.

    Parameters
    ----------
    events, others : (ndarray, ndarray), each of shape (n_strata,)
        Sum of 1/p, and of its squares, of those in the rate with and without the event, by stratum.
    drawn : ndarray, shape (n_strata,)
        People drawn in each stratum, whether or not the rate is about them.
    rows : float
        People the rate is about.
    typical : (float, float)
        Weight of people with and without the event in the whole table; 0 where not known.
    """
    (w1, s1), (w0, s0) = events, others
    people = float(w1.sum() + w0.sum())
    if people <= 0 or rows <= 0:
        return 0.0
    p = float(w1.sum()) / people
    if not 0 < p < 1 or rows < 2:
        unseen = typical[1] if p > 0 else typical[0]
        lighter = min(people / rows / unseen, 1.0) if unseen > 0 else 1.0
        return min(people**2 / float(s1.sum() + s0.sum()), rows) * lighter
    total = (1 - p) * w1 - p * w0
    squares = (1 - p) ** 2 * s1 + p**2 * s0
    # A stratum of one says nothing of its scatter: its own square stands for it.
    alone = drawn < 2
    m = np.where(alone, 2.0, drawn)
    centred = np.where(alone, squares, m / (m - 1) * (squares - total**2 / m))
    variance = float(np.maximum(centred, 0.0).sum()) / people**2
    if variance <= 0:
        return rows
    worth = rows / (rows - 1) * p * (1 - p) / variance
    return min(worth * _few(drawn[(w1 + w0) > 0], rows), rows)


def _few(drawn: Array, rows: float) -> float:
    """Return what many small strata take away: the squared ratio of two quantiles of t."""
    from scipy.special import stdtrit

    freedom = max(float(np.maximum(drawn - 1, 0).sum()), 1.0)
    ratio = float(stdtrit(max(rows - 1, 1.0), 0.975) / stdtrit(freedom, 0.975))
    return min(ratio**2, 1.0)
