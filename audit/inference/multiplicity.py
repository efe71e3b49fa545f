"""One error rate for many questions."""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


def holm(p: Array) -> Array:
    """Return Holm's adjusted p-values, shape (n_tests,).

    References
    ----------
    Holm 1979, Scandinavian Journal of Statistics 6:65-70, section 2.
    """
    p = np.asarray(p, float)
    if p.size == 0:
        return p
    order = np.argsort(p, kind="stable")
    steps = (p.size - np.arange(p.size)) * p[order]
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum(np.maximum.accumulate(steps), 1.0)
    return adjusted


def sidak(alpha: float, comparisons: int) -> float:
    """Return the level of each of several intervals that together miss with probability `alpha`.

    References
    ----------
    Šidák 1967, Journal of the American Statistical Association 62:626-633, theorem 1.
    """
    return float(1 - (1 - alpha) ** (1 / max(comparisons, 1)))
