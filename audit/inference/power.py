"""What a comparison could have shown: power, smallest gap, numbers needed.

Normal approximations at the decision's own limits and level. They plan; they never decide.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

_NORMAL = NormalDist()

_MOST = 10_000_000


@dataclass(frozen=True, slots=True)
class Bar:
    """The limit of one comparison, as a bar the worse-off rate must clear.

    Attributes
    ----------
    ratio : float
        At least 1; 1 where no ratio is set.
    difference : float
        Floor, a fraction; 0 where none is set.
    """

    ratio: float
    difference: float

    def at(self, p0: float) -> float:
        """Return the rate that stands exactly at the limit."""
        return max(self.ratio * p0, p0 + self.difference)

    def below(self, p0: float) -> float:
        """Return the rate that stands exactly at the limit where a lower rate is the harm."""
        return max(min(p0 / self.ratio, p0 - self.difference), 0.0)

    def lines(self) -> tuple[tuple[float, float], ...]:
        """Return the limits as (theta, delta) of `p1 > theta * p0 + delta`; both must be exceeded."""
        lines = []
        if self.ratio > 1:
            lines.append((self.ratio, 0.0))
        if self.difference > 0 or not lines:
            lines.append((1.0, self.difference))
        return tuple(lines)


def _z(p: float) -> float:
    return -_NORMAL.inv_cdf(1 - p) if p < 0.5 else _NORMAL.inv_cdf(p)


def _phi(z: float) -> float:
    return 0.5 * math.erfc(-z / math.sqrt(2))


def _power_to_exceed(bar: Bar, p1: float, p0: float, n1: float, n0: float, z: float) -> float:
    """Plain floats: called a few hundred times a group, where an array would cost more than it holds."""
    power = 1.0
    for theta, delta in bar.lines():
        at_limit = min(theta * p0 + delta, 1.0)
        others = theta**2 * p0 * (1 - p0) / n0
        # Exact MOVER limits lie between the scatter at the limit and the scatter at p1.
        se_limit = math.sqrt(at_limit * (1 - at_limit) / n1 + others)
        se = math.sqrt(p1 * (1 - p1) / n1 + others)
        room = p1 - theta * p0 - delta + z * (se_limit + se) / 2
        power = min(power, _phi(room / se) if se > 0 else float(room > 0))
    return power


def power_to_fail(bar: Bar, p1: float, p0: float, n1: float, n0: float, alpha: float) -> float:
    """Return the chance that a group of `n1` at rate `p1` fails against `n0` at rate `p0`."""
    return _power_to_exceed(bar, p1, p0, n1, n0, _z(alpha))


def smallest_gap(
    bar: Bar, p0: float, n1: float, n0: float, alpha: float, *, lower: bool = False,
    power: float = 0.8,
) -> float | None:  # fmt: skip
    """Return the smallest difference, to the group's harm, that would have failed with that power.

    Parameters
    ----------
    p0 : float
        Rate of those compared with; the group's own observed rate plays no part.
    lower : bool
        Whether a lower rate is the harm, as with a benefit.
    """
    if lower:
        return _smallest_gap_below(bar, p0, n1, n0, alpha, power)
    low, high = min(bar.at(p0), 1.0), 1.0
    z = _z(alpha)
    if _power_to_exceed(bar, 1.0 - 1e-9, p0, n1, n0, z) < power:
        return None
    for _ in range(30):
        middle = (low + high) / 2
        if _power_to_exceed(bar, middle, p0, n1, n0, z) >= power:
            high = middle
        else:
            low = middle
    return high - p0


def _smallest_gap_below(
    bar: Bar, p0: float, n1: float, n0: float, alpha: float, power: float
) -> float | None:
    z = _z(alpha)
    if _power_to_exceed(bar, p0, 1e-9, n0, n1, z) < power:
        return None
    low, high = 1e-9, bar.below(p0)
    if high <= low:
        return None
    for _ in range(30):
        middle = (low + high) / 2
        if _power_to_exceed(bar, p0, middle, n0, n1, z) >= power:
            low = middle
        else:
            high = middle
    return p0 - low


def _smallest_n(enough: Any) -> int | None:
    if not enough(_MOST):
        return None
    low, high = 1, _MOST
    while high - low > 1:
        middle = int((low * high) ** 0.5) if high > 4 * low else (low + high) // 2
        middle = min(max(middle, low + 1), high - 1)
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


def n_to_fail(
    bar: Bar, p0: float, n0_per_n1: float, alpha: float, *, lower: bool = False, power: float = 0.8
) -> int | None:
    """Return the people needed in a group at twice the limit, for it to fail.

    The others are taken to grow with the group, `n0_per_n1` of them for each of its people. None
    where no number would do.
    """
    twice = Bar(1 + 2 * (bar.ratio - 1), 2 * bar.difference)
    z = _z(alpha)
    if lower:
        q = twice.below(p0)
        if not 0 < q < bar.below(p0):
            return None
        return _smallest_n(
            lambda n: _power_to_exceed(bar, p0, q, max(n * n0_per_n1, 1), n, z) >= power
        )
    p1 = twice.at(p0)
    if not 0 < p1 < 1 or p1 <= bar.at(p0):
        return None
    return _smallest_n(
        lambda n: _power_to_exceed(bar, p1, p0, n, max(n * n0_per_n1, 1), z) >= power
    )


def n_to_pass(
    bar: Bar, p0: float, n0_per_n1: float, alpha: float = 0.05, *, lower: bool = False,
    power: float = 0.8,
) -> int | None:  # fmt: skip
    """Return the people needed in a group without any gap, for it to pass."""
    if not 0 < p0 < 1:
        return None

    z = _z(alpha)

    def enough(n: int) -> bool:
        best = 0.0
        for theta, delta in bar.lines():
            room = (theta - 1) * p0 + delta
            n0 = max(n * n0_per_n1, 1)
            scatter = (1 / n0 + theta**2 / n) if lower else (1 / n + theta**2 / n0)
            se = (p0 * (1 - p0) * scatter) ** 0.5
            best = max(best, _phi(room / se + z))
        return best >= power

    return _smallest_n(enough)
