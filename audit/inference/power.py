"""What a comparison could have shown: power, smallest gap, numbers needed.

They plan and never decide. A decision is the sign of a smooth function of two observed rates, the
distance of a MOVER bound from the limit. The function itself, from the same exact limits at the same
level as the decision, is linearised where the true rates are (the delta method), so that what the
exact limits cost is part of the plan. `benchmarks/planned_power.py` holds the promise against simulation.

Rates and numbers of people are floats or arrays of shape (n_groups,); where no number would do, the
answer is nan.

References
----------
Casella & Berger 2002, Statistical Inference, theorem 5.5.24 (the delta method).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from audit.inference.crossing import crossing
from audit.inference.proportions import exact_lower, exact_upper

Array = np.ndarray[Any, Any]
Numbers = float | Array

POWER = 0.8

UNDER_SHARE = 0.1
"""Share of alpha that goes to showing that a reference rate is where the floor does not hold."""

SHOWN_ABOVE = 0.02
"""Error rate at which a reference rate is taken to be where the floor holds, for a pass."""

_FEWEST, _MOST = 2.0, 10_000_000.0
_CERTAIN = 1e3
_CLOSE = 3e-3
"""Standard errors that are near enough: a tenth of a point of power."""
_SHORTFALL = 0.04
"""Standard errors by which the linearisation promised too much at worst, in simulation."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The limit of comparisons, as a bar the worse-off rate must clear.

    Attributes
    ----------
    ratio : float
        At least 1; 1 where no ratio is set.
    difference : float
        Floor, a fraction; 0 where none is set.
    ratio_alone_below : float
        Reference rate under which the floor does not hold; 0 where it always does.
    """

    ratio: float
    difference: float
    ratio_alone_below: float = 0.0

    def at(self, p0: Numbers) -> Array:
        """Return the rate that stands exactly at the limit; above 1 where none can reach it."""
        rate: Array = np.maximum(self.ratio * np.asarray(p0, float), p0 + self._floor(p0))
        return rate

    def below(self, p0: Numbers) -> Array:
        """Return the rate that stands exactly at the limit where a lower rate is the harm."""
        p0 = np.asarray(p0, float)
        rate: Array = np.maximum(np.minimum(p0 / self.ratio, p0 - self._floor(p0)), 0.0)
        return rate

    def twice(self) -> Bar:
        """Return the bar at twice the distance."""
        return Bar(1 + 2 * (self.ratio - 1), 2 * self.difference, self.ratio_alone_below)

    def _floor(self, p0: Numbers) -> Array:
        under = np.asarray(p0, float) < self.ratio_alone_below
        return np.where(under, 0.0, self.difference)


@dataclass(frozen=True, slots=True)
class _Side:
    """A true rate and the people it will be observed on, with points one scatter apart."""

    p: Array
    n: Array

    @property
    def points(self) -> Array:
        """The rate, and one standard error up and down, shape (3, n_groups)."""
        se = np.sqrt(self.p * (1 - self.p) / self.n)
        points: Array = np.clip(np.stack([self.p, self.p + se, self.p - se]), 0.0, 1.0)
        return points


def _side(p: Numbers, n: Numbers) -> _Side:
    p, n = np.broadcast_arrays(np.asarray(p, float), np.asarray(n, float))
    return _Side(p, n)


def power_to_fail(
    bar: Bar, p1: Numbers, p0: Numbers, n1: Numbers, n0: Numbers, alpha: float, *,
    lower: bool = False,
) -> Array:  # fmt: skip
    """Return the chance that a group of `n1` at rate `p1` fails against `n0` at rate `p0`.

    Parameters
    ----------
    alpha : float
        Level of the one-sided test: the family's error rate over its number of tests.
    lower : bool
        Whether a lower rate is the harm, as with a benefit.
    """
    from scipy.special import ndtr

    power: Array = ndtr(_z_to_fail(bar, _side(p1, n1), _side(p0, n0), alpha, lower=lower))
    return power


def smallest_gap(
    bar: Bar, p0: Numbers, n1: Numbers, n0: Numbers, alpha: float, *, lower: bool = False,
    power: float = POWER,
) -> Array:  # fmt: skip
    """Return the smallest difference, to the group's harm, that would have failed with that power.

    Parameters
    ----------
    p0 : float or ndarray
        Rate of those compared with; the group's own observed rate plays no part.
    """
    p0 = np.asarray(p0, float)
    reference, needed = _side(p0, n0), _quantile(power)
    sign = -1.0 if lower else 1.0
    start = np.minimum(np.abs(bar.below(p0) - p0 if lower else bar.at(p0) - p0), 1.0)
    most = p0 if lower else 1.0 - p0

    def reached(gap: Array) -> Array:
        other = _side(np.clip(p0 + sign * gap, 0.0, 1.0), n1)
        return _z_to_fail(bar, other, reference, alpha, lower=lower) - needed

    guess = start
    for _ in range(3):
        p1 = np.clip(p0 + sign * guess, 0.0, 1.0)
        room = np.sqrt(p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0) * (needed - _quantile(alpha))
        guess = start + room
    return crossing(
        reached, np.minimum(start, most), most, precision=1e-4, close=_CLOSE, guess=guess
    )


def n_to_fail(
    bar: Bar, p0: Numbers, n0_per_n1: Numbers, alpha: float, *, lower: bool = False,
    power: float = POWER, gap: float | None = None,
) -> Array:  # fmt: skip
    """Return the people needed in a group at twice the limit, for it to fail.

    Parameters
    ----------
    n0_per_n1 : float or ndarray
        The others grow with the group: so many of them for each of its people.
    gap : float, optional
        Another difference to the reference, to the group's harm, than twice the limit's.
    """
    p0 = np.asarray(p0, float)
    if gap is None:
        p1 = bar.twice().below(p0) if lower else bar.twice().at(p0)
    else:
        p1 = p0 - gap if lower else p0 + gap
    possible = (p1 > 0) & (p1 < 1) & (p1 < bar.below(p0) if lower else p1 > bar.at(p0))
    p1, needed = np.clip(p1, 0.0, 1.0), _quantile(power)

    def reached(n: Array) -> Array:
        group, others = _side(p1, n), _side(p0, np.maximum(n * n0_per_n1, 1.0))
        return _z_to_fail(bar, group, others, alpha, lower=lower) - needed

    at_limit = bar.below(p0) if lower else bar.at(p0)
    spread = np.sqrt(p1 * (1 - p1) + p0 * (1 - p0) / n0_per_n1)
    with np.errstate(divide="ignore", invalid="ignore"):
        guess = (needed - _quantile(alpha)) * spread / np.abs(p1 - at_limit)
    return np.where(possible, _smallest_n(reached, p0, n0_per_n1, guess), np.nan)


def n_to_pass(
    bar: Bar, p0: Numbers, n0_per_n1: Numbers, alpha: float = 0.05, *, lower: bool = False,
    power: float = POWER,
) -> Array:  # fmt: skip
    """Return the people needed in a group without any gap, for it to pass."""
    p0 = np.asarray(p0, float)
    needed = _quantile(power)

    def reached(n: Array) -> Array:
        group, others = _side(p0, n), _side(p0, np.maximum(n * n0_per_n1, 1.0))
        return _z_to_pass(bar, group, others, alpha, lower=lower) - needed

    spread = np.sqrt(p0 * (1 - p0) * (1 + 1 / np.asarray(n0_per_n1, float)))
    room = np.maximum((bar.ratio - 1) * p0 / (bar.ratio if lower else 1), bar.difference)
    guess = (needed - _quantile(alpha)) * spread / np.maximum(room, 1e-9)
    return np.where((p0 > 0) & (p0 < 1), _smallest_n(reached, p0, n0_per_n1, guess), np.nan)


def _quantile(power: float) -> float:
    from scipy.special import ndtri

    return float(ndtri(power)) + _SHORTFALL


def _z_to_fail(bar: Bar, group: _Side, others: _Side, alpha: float, *, lower: bool) -> Array:
    """Return the standard normal quantile of the power: the least of what each limit leaves."""
    high, low = (others, group) if lower else (group, others)
    if bar.difference <= 0:
        return _z_outside(high, low, bar.ratio, 0.0, alpha)
    if not bar.ratio_alone_below or bar.ratio <= 1:
        by_floor = _z_outside(high, low, 1.0, bar.difference, alpha)
    else:
        by_floor = _z_outside(high, low, 1.0, bar.difference, (1 - UNDER_SHARE) * alpha)
        if (others.p < bar.ratio_alone_below).any():
            under = _z_under(others, bar.ratio_alone_below, UNDER_SHARE * alpha)
            by_floor = np.maximum(by_floor, under)
    if bar.ratio <= 1:
        return by_floor
    return np.minimum(_z_outside(high, low, bar.ratio, 0.0, alpha), by_floor)


def _z_to_pass(bar: Bar, group: _Side, others: _Side, alpha: float, *, lower: bool) -> Array:
    high, low = (others, group) if lower else (group, others)
    inside = _inside(high, low, alpha)
    found = np.full(group.p.shape, -_CERTAIN)
    if bar.ratio > 1:
        # Where nearly everybody has the event, no rate could exceed the ratio: it clears nobody.
        reachable = (bar.ratio * others.p < 1) | lower
        found = np.where(reachable, inside(bar.ratio, 0.0), found)
    if bar.difference > 0 or bar.ratio <= 1:
        by_floor = inside(1.0, bar.difference)
        if bar.ratio_alone_below and bar.ratio > 1:
            by_floor = np.minimum(by_floor, _z_above(others, bar.ratio_alone_below, SHOWN_ABOVE))
        found = np.maximum(found, by_floor)
    return found


def _z_outside(high: _Side, low: _Side, theta: float, delta: float, alpha: float) -> Array:
    """Return how many standard errors the lower bound of `high - theta * low` lies above `delta`."""
    a, b = high.points, low.points
    down = a - exact_lower(a * high.n, high.n, alpha)
    up = theta * (exact_upper(b * low.n, low.n, alpha) - b)

    def bound(i: int, j: int) -> Array:
        distance: Array = a[i] - theta * b[j] - delta - np.hypot(down[i], up[j])
        return distance

    return _delta_method(bound)


def _inside(high: _Side, low: _Side, alpha: float) -> Callable[[float, float], Array]:
    """Return how many standard errors the upper bound of `high - theta * low` lies under `delta`."""
    a, b = high.points, low.points
    up = exact_upper(a * high.n, high.n, alpha) - a
    down = b - exact_lower(b * low.n, low.n, alpha)

    def z(theta: float, delta: float) -> Array:
        return _delta_method(
            lambda i, j: delta - a[i] + theta * b[j] - np.hypot(up[i], theta * down[j])
        )

    return z


def _z_under(side: _Side, rate: float, alpha: float) -> Array:
    upper = exact_upper(side.points * side.n, side.n, alpha)
    return _delta_method(lambda i, j: rate - upper[i] if j == 0 else rate - upper[0])


def _z_above(side: _Side, rate: float, alpha: float) -> Array:
    lower = exact_lower(side.points * side.n, side.n, alpha)
    return _delta_method(lambda i, j: lower[i] - rate if j == 0 else lower[0] - rate)


def _delta_method(distance: Callable[[int, int], Array]) -> Array:
    """Return distance over its scatter; the points of each side are centre, up, down."""
    centre = distance(0, 0)
    scatter = np.hypot(distance(1, 0) - distance(2, 0), distance(0, 1) - distance(0, 2)) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.where(scatter > 0, centre / scatter, np.sign(centre) * _CERTAIN)
    clipped: Array = np.clip(z, -_CERTAIN, _CERTAIN)
    return clipped


def _smallest_n(
    reached: Callable[[Array], Array], p0: Array, n0_per_n1: Numbers, guess: Array
) -> Array:
    """Search by the root of n, in which the quantile of the power is nearly linear.

    The guess is the root by the usual normal formula.
    """
    shape = np.broadcast_shapes(np.shape(p0), np.shape(n0_per_n1))
    low, high = np.full(shape, _FEWEST**0.5), np.full(shape, _MOST**0.5)
    root = crossing(lambda r: reached(r**2), low, high, precision=1e-3, close=_CLOSE, guess=guess)
    n: Array = np.ceil(root**2)
    return n
