"""Where a rising function crosses zero, for all groups at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]

_STEPS, _GUESSED = 100, 2


def crossing(
    rising: Callable[[Array], Array],
    low: Array,
    high: Array,
    *,
    precision: float,
    close: float = 0.0,
    guess: Array | None = None,
) -> Array:
    """Return the smallest point at which a rising function is at least 0.

    Regula falsi with the Illinois rule, and a bisection every fourth step.

    Parameters
    ----------
    rising : callable
        Array of points to array of values, elementwise.
    low, high : ndarray
        Ends between which to look; `low` itself is returned where the function is 0 or more there.
    precision : float
        Width of the bracket at which to stop, as a share of the end's size or of 1.
    close : float
        Value of the function that is near enough to 0.
    guess : ndarray, optional
        Where to look first, and a twentieth of it to the other side next; it need not be between the
        ends.

    Returns
    -------
    ndarray
        nan where the function stays below 0.

    References
    ----------
    Dowell and Jarratt 1971, BIT 11:168-174 (the Illinois rule).
    """
    low, high = np.array(low, float), np.array(high, float)
    at_low, at_high = rising(low), rising(high)
    never, always = ~(at_high >= 0), at_low >= 0
    done = never | always
    last = np.zeros(low.shape)
    for step in range(_STEPS):
        width = high - low
        open_ones = (width > precision * np.maximum(np.abs(high), 1.0)) & ~done
        if not open_ones.any():
            break
        with np.errstate(divide="ignore", invalid="ignore"):
            middle = high - at_high * width / (at_high - at_low)
        if guess is not None and step < _GUESSED:
            middle = guess if step == 0 else guess * np.where(last > 0, 0.95, 1.05)
        inner = (middle > low) & (middle < high) & (step % 4 != 3)
        middle = np.where(inner, middle, low + width / 2)
        value = rising(middle)
        up = value >= 0
        done |= up & (value <= close)
        # An end that stays twice running counts for half, so that the other end moves too.
        at_low = np.where(up & (last > 0), at_low / 2, at_low)
        at_high = np.where(~up & (last < 0), at_high / 2, at_high)
        high, at_high = np.where(up, middle, high), np.where(up, value, at_high)
        low, at_low = np.where(up, low, middle), np.where(up, at_low, value)
        last = np.where(up, 1.0, -1.0)
    return np.where(never, np.nan, np.where(always, low, high))
