"""Two estimates compared by their own limits (MOVER), whatever they are estimates of.

References
----------
Donner & Zou 2012, Statistical Methods in Medical Research 21:347-359, equation 7.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Protocol

from audit.check import Hypothesis
from audit.inference.multiplicity import sidak
from audit.vocabulary import Worse

_SMALLEST_P = 1e-12
LEVEL = 0.95
PASS_ALPHA = 0.05


class Limited(Protocol):
    """An estimate that knows its own one-sided limits."""

    @property
    def value(self) -> float:
        """The estimate."""

    @property
    def enough(self) -> bool:
        """Whether there are people enough to judge by."""

    def lower(self, alpha: float) -> float:
        """Return the one-sided lower limit at level `1 - alpha`."""

    def upper(self, alpha: float) -> float:
        """Return the one-sided upper limit at level `1 - alpha`."""


def difference_lower(a: Limited, b: Limited, alpha: float) -> float:
    """Return the one-sided lower limit of `a - b` at level `1 - alpha`; the two are independent."""
    gap = a.value - b.value
    return gap - math.hypot(a.value - a.lower(alpha), b.upper(alpha) - b.value)


def difference_interval(a: Limited, b: Limited, alpha: float = 0.05) -> tuple[float, float]:
    """Return two-sided limits of `a - b` at level `1 - alpha`."""
    return difference_lower(a, b, alpha / 2), -difference_lower(b, a, alpha / 2)


def p_exceeds(a: Limited, b: Limited, limit: float) -> float:
    """Return the one-sided p-value that `a - b > limit`.

    The smallest alpha at which the lower limit of the difference lies above `limit`; 1 where the
    observed difference does not. Never below 1e-12.
    """
    if a.value - b.value <= limit or difference_lower(a, b, 0.5) <= limit:
        return 1.0
    low, high = math.log(_SMALLEST_P), math.log(0.5)
    for _ in range(40):
        middle = (low + high) / 2
        if difference_lower(a, b, math.exp(middle)) > limit:
            high = middle
        else:
            low = middle
    return math.exp(high)


def against_everyone_else(
    own: Mapping[str, Limited],
    others: Mapping[str, Limited],
    people: Mapping[str, float],
    *,
    worse: Worse,
    limit: float,
) -> tuple[Hypothesis, ...]:
    """Compare each group's estimate with that of everyone else.

    Parameters
    ----------
    own, others : mapping of str to Limited
        By group; a group without an estimate on either side is not judged.
    people : mapping of str to float
        People of each group.
    limit : float
        Largest difference that is tolerated, in the unit of the estimates.

    Returns
    -------
    tuple of Hypothesis
        Shown intervals hold together at 95 % (Šidák) over the groups judged; two groups are one
        comparison.
    """
    judged = [g for g in people if g in own and g in others and own[g].enough and others[g].enough]
    alpha = sidak(1 - LEVEL, len(judged) if len(people) > 2 else 1)
    rates_alpha = sidak(1 - LEVEL, max(len(own), 1))
    found = []
    for group, n in sorted(people.items()):
        if group not in own:
            found.append(Hypothesis(label=group, n=n, p_value=None, judged=False))
            continue
        a = own[group]
        interval = (a.lower(rates_alpha / 2), a.upper(rates_alpha / 2))
        if group not in others:
            found.append(
                Hypothesis(
                    label=group, n=n, p_value=None, value=a.value, interval=interval, judged=False
                )
            )
            continue
        b = others[group]
        harm, favour = _sides(a, b, worse, limit)
        open_gaps = [
            bound
            for side, bound in (
                (Worse.HIGHER, -difference_lower(b, a, PASS_ALPHA)),
                (Worse.LOWER, -difference_lower(a, b, PASS_ALPHA)),
            )
            if worse in (side, Worse.EITHER)
        ]
        found.append(
            Hypothesis(
                label=group,
                n=n,
                value=a.value,
                interval=interval,
                reference=b.value,
                difference=a.value - b.value,
                difference_interval=difference_interval(a, b, alpha),
                limit_at=b.value - limit if worse is Worse.LOWER else b.value + limit,
                p_value=harm,
                p_favour=favour,
                inside=max(open_gaps) <= limit,
                judged=group in judged,
                ruled_out=max(open_gaps),
            )
        )
    return tuple(found)


def _sides(a: Limited, b: Limited, worse: Worse, limit: float) -> tuple[float, float | None]:
    higher, lower = p_exceeds(a, b, limit), p_exceeds(b, a, limit)
    if worse is Worse.EITHER:
        return min(2 * min(higher, lower), 1.0), None
    return (lower, higher) if worse is Worse.LOWER else (higher, lower)
