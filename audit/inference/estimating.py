"""The numbers of one question: rates and gaps with their limits, and what they could have shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from audit.check import Measured
from audit.criterion import Limit
from audit.finding import Estimate, Interval
from audit.inference import proportions
from audit.inference.comparison import Comparison
from audit.inference.multiplicity import sidak
from audit.inference.power import Bar, n_to_fail, n_to_pass, smallest_gap
from audit.vocabulary import Outcome, Worse

Array = np.ndarray[Any, Any]

LEVEL = 0.95
PASS_ALPHA = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Posed:
    """One measured question, ready to be decided with the others.

    Attributes
    ----------
    family : str
        `lead`, `intersections`, or empty for an indicator, which can only reach `review`.
    may_pass : bool
        False where the truth was recorded by the body that decides, or by nobody knows whom.
    room : mapping of str to float
        How many times larger each group's denominator could become with the people who exist; 1
        for a census, infinite where more people can be sampled.
    """

    id: str
    measured: Measured
    limit: Limit
    family: str = ""
    may_pass: bool = True
    room: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Sides:
    """P-values of one question: harm first, then the favoured side."""

    posed: Posed
    comparison: Comparison
    harm: Array
    favour: Array
    in_family: Array
    judged: Array


def estimates(
    side: Sides,
    outcomes: Sequence[Outcome | None],
    adjusted: Array,
    shown: Array,
    first_step: float,
) -> list[Estimate]:
    """Return one estimate a group, in the order of the comparison.

    Parameters
    ----------
    outcomes : sequence of Outcome or None
        None for a group that is not compared.
    adjusted : ndarray of float, shape (n_groups,)
        P-values adjusted over the family; nan outside it.
    shown : ndarray of bool, shape (n_groups,)
        Judged groups: their intervals hold together.
    first_step : float
        Level of the family's first step, for planning.
    """
    comparison = side.comparison
    lower = comparison.worse is Worse.LOWER
    # Two groups are one comparison seen from both sides.
    comparisons = int(shown.sum()) if len(comparison.groups) > 2 else 1
    alpha = sidak(1 - LEVEL, comparisons)
    n, x = np.maximum(comparison.n, 1e-9), comparison.x
    n0, x0 = np.maximum(comparison.n0, 1e-9), comparison.x0
    # Rates hold together over all groups with anybody in them; two groups are two rates.
    rates_alpha = sidak(1 - LEVEL, max(int((comparison.n > 0).sum()), 1))
    rate = _pairs(proportions.jeffreys(x, n, rates_alpha))
    difference = _pairs(proportions.difference_interval(x, n, x0, n0, alpha))
    ratio = _pairs(proportions.ratio_interval(x, n, x0, n0, alpha))
    bars = comparison.bars()
    found = []
    for i, group in enumerate(comparison.groups):
        base = Estimate(
            group=group,
            n=float(comparison.people[i]),
            events=float(comparison.events[i]),
            value=number(comparison.p[i]),
            interval=rate[i] if comparison.people[i] > 0 else None,
            judged=bool(shown[i]),
            outcome=outcomes[i],
        )
        if comparison.comparable[i]:
            p, p0 = float(comparison.p[i]), float(comparison.p0[i])
            per = float(comparison.n0[i] / comparison.n[i])
            bar = bars[i]
            limit_at = bar.below(p0) if lower else min(bar.at(p0), 1.0)
            plan = _plan(side, bar, p0, per, i, first_step)
            base = replace(
                base,
                reference=p0,
                difference=p - p0,
                difference_interval=difference[i],
                ratio=number(p / p0 if p0 > 0 else np.nan),
                ratio_interval=ratio[i],
                limit_at=limit_at,
                p_value=float(side.harm[i]) if side.in_family[i] else None,
                p_adjusted=number(adjusted[i]),
                **plan,
                **_within_fields(comparison, i, alpha),
            )
        found.append(base)
    return found


def _plan(
    side: Sides, bar: Bar, p0: float, per: float, i: int, first_step: float
) -> dict[str, Any]:
    """Plan ahead from the limits and the reference rate, never from the observed gap."""
    if side.posed.measured.judged_on != "raw":
        return {}
    comparison, worse = side.comparison, side.posed.measured.worse
    lower = worse is Worse.LOWER
    both = 2 if worse is Worse.EITHER else 1
    return {
        "mde": smallest_gap(
            bar, p0, comparison.n[i], comparison.n0[i], first_step / both, lower=lower
        ),
        "n_to_pass": n_to_pass(bar, p0, per, PASS_ALPHA / both, lower=lower),
        "n_to_fail": n_to_fail(bar, p0, per, first_step / both, lower=lower),
    }


def _within_fields(comparison: Comparison, i: int, alpha: float) -> dict[str, Any]:
    from scipy.special import ndtri

    pooled = comparison.within[i] if comparison.within else None
    if pooled is None or not np.isfinite(pooled.difference_se):
        return {}
    z = float(ndtri(1 - alpha / 2))
    fields: dict[str, Any] = {
        "within_difference": pooled.difference,
        "within_difference_interval": (
            max(pooled.difference - z * pooled.difference_se, -1.0),
            min(pooled.difference + z * pooled.difference_se, 1.0),
        ),
        "within_ratio": number(pooled.ratio),
    }
    if np.isfinite(pooled.log_ratio_se):
        spread = float(np.exp(z * pooled.log_ratio_se))
        fields["within_ratio_interval"] = (pooled.ratio / spread, pooled.ratio * spread)
    return fields


def overall(comparison: Comparison) -> Estimate | None:
    """Return everyone's rate; weighted data count for their effective people in the interval."""
    people = float(comparison.people.sum())
    if people <= 0:
        return None
    with np.errstate(invalid="ignore", divide="ignore"):
        load = np.where(comparison.n > 0, comparison.people**2 / comparison.n, 0.0).sum()
    effective = min(people**2 / float(load), float(comparison.n.sum())) if load > 0 else 0.0
    value = float(comparison.events.sum()) / people
    interval = proportions.jeffreys(value * effective, effective, 1 - LEVEL)
    return Estimate(
        group="everyone",
        n=people,
        events=float(comparison.events.sum()),
        value=value,
        interval=(number(interval[0]), number(interval[1])),
    )


def _pairs(limits: tuple[Array, Array]) -> list[Interval]:
    return [(number(a), number(b)) for a, b in zip(*limits, strict=True)]


def number(value: Any) -> float | None:
    """None for nan and for an infinite limit, which JSON cannot carry."""
    number = float(value)
    return number if np.isfinite(number) else None
