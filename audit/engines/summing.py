"""Sums that no order of addition changes.

Floating-point sums depend on the order, and engines add in parallel: the last digit would say which
engine counted, and on how many machines. So each value is cut into two whole numbers, which add
exactly, and only the total becomes a float again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw

_BITS = 61


@dataclass(frozen=True, slots=True)
class Scale:
    """How the values of a column are cut, in powers of two.

    The value is `high part / 2**high + low part / 2**(high + low)`, cut off below that: the error of
    a mean is under `2**-(high + min(low, 52))`, for a million values up to 1 under 10**-24. (The rest of
    a negative value near 0 is a float just under 1, whose last bit is worth `2**-53`.)
    """

    high: int
    low: int

    @classmethod
    def of(cls, largest: float, rows: int) -> Scale | None:
        """Return the finest scale at which no sum overflows 63 bits; None if a value is not finite.

        Parameters
        ----------
        largest : float
            The largest absolute value.
        rows : int
            How many values are added at most.
        """
        if not math.isfinite(largest):
            return None
        bits = _BITS - max(rows, 1).bit_length()
        return cls(min(bits - math.frexp(largest)[1], 900), bits)

    def parts(self, value: nw.Expr) -> tuple[nw.Expr, nw.Expr]:
        """Return the two whole numbers of each value."""
        import narwhals.stable.v2 as nw

        scaled = value * 2.0**self.high
        whole = scaled.floor()
        rest = ((scaled - whole) * 2.0**self.low).floor()
        return whole.cast(nw.Int64), rest.cast(nw.Int64)

    def total(self, high: int, low: int) -> float:
        """Return the sum of values from the sums of their parts."""
        both, shift = (high << self.low) + low, self.high + self.low
        try:
            return both / (1 << shift) if shift >= 0 else float(both << -shift)
        except OverflowError:
            return math.copysign(math.inf, both)
