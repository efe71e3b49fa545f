"""From numbers to positions in [0, 1], with ticks at round numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale, or one of normal deviates.

    Attributes
    ----------
    low, high : float
        What stands at 0 and at 1.
    probit : bool
        Whether distances are those of normal deviates, as on a detection error trade-off plot.
    """

    low: float
    high: float
    ticks: tuple[float, ...]
    probit: bool = False

    def at(self, value: float) -> float:
        """Return the position of a value, held inside the picture."""
        low, high, here = self._unit(self.low), self._unit(self.high), self._unit(value)
        if high <= low:
            return 0.5
        return min(1.0, max(0.0, (here - low) / (high - low)))

    def holds(self, value: float) -> bool:
        """Whether a value lies inside the picture."""
        slack = 1e-9 * (self.high - self.low)
        return self.low - slack <= value <= self.high + slack

    def _unit(self, value: float) -> float:
        if not self.probit:
            return value
        return NormalDist().inv_cdf(min(max(value, 1e-5), 1 - 1e-5))


def linear(
    values: Sequence[float],
    *,
    zero: bool = False,
    most: float | None = None,
    wanted: int = 5,
) -> Scale:
    """Return a scale that holds the values and ends at round numbers.

    Parameters
    ----------
    zero : bool
        Whether 0 must be on it.
    most : float, optional
        Where it ends at the latest, e.g. 1 for a rate.
    """
    known = [value for value in values if math.isfinite(value)] or [0.0, 1.0]
    low, high = min(known), max(known)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low < 1e-12:
        low, high = (low, low + (abs(low) or 1.0)) if zero else (low - 0.5, high + 0.5)
    step = _step((high - low) / wanted)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = [round(i * step, 12) for i in range(first, last + 1)]
    if most is not None and ticks[-1] > most:
        ticks = [tick for tick in ticks if tick < most - step / 3] + [most]
    return Scale(ticks[0], ticks[-1], tuple(ticks))


def _step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return power * next(step for step in (1, 2, 2.5, 5, 10) if step * power >= rough * (1 - 1e-9))


_PROBIT_TICKS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9)


def probit(values: Sequence[float]) -> Scale:
    """Return a scale of normal deviates that holds the rates, all strictly between 0 and 1."""
    known = [value for value in values if 0 < value < 1] or [0.01, 0.4]
    below = [tick for tick in _PROBIT_TICKS if tick <= min(known)] or [_PROBIT_TICKS[0]]
    above = [tick for tick in _PROBIT_TICKS if tick >= max(known)] or [_PROBIT_TICKS[-1]]
    low, high = below[-1], above[0]
    if low >= high:
        low, high = _PROBIT_TICKS[0], _PROBIT_TICKS[-1]
    inside = [tick for tick in _PROBIT_TICKS if low <= tick <= high]
    return Scale(low, high, tuple(inside), probit=True)
