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
from audit.inference.comparison import RATIO_ALONE_BELOW, Comparison, worth_of_others
from audit.inference.multiplicity import sidak
from audit.inference.power import n_to_fail, n_to_pass, smallest_gap
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
    ratio_alone_below : float
        Reference rate under which the floor does not hold; 0 where the plan itself states the floor.
    """

    id: str
    measured: Measured
    limit: Limit
    family: str = ""
    may_pass: bool = True
    room: Mapping[str, float] = field(default_factory=dict)
    ratio_alone_below: float = RATIO_ALONE_BELOW


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
    first_step: float | None,
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
    first_step : float or None
        Level of the family's first step, for planning; None to plan nothing.
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
    alone = np.maximum(comparison.alone, 1e-9)
    rate = _pairs(proportions.jeffreys(np.nan_to_num(comparison.p) * alone, alone, rates_alpha))
    if not comparison.is_reference.any():
        worth = worth_of_others(comparison.x, comparison.n)
        n0, x0 = n0 * worth, x0 * worth
    difference = _pairs(proportions.difference_interval(x, n, x0, n0, alpha))
    ratio = _pairs(proportions.ratio_interval(x, n, x0, n0, alpha))
    plans = _plans(side, first_step)
    with np.errstate(invalid="ignore"):
        bar = comparison.bar
        limit_at = bar.below(comparison.p0) if lower else np.minimum(bar.at(comparison.p0), 1.0)
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
            base = replace(
                base,
                reference=p0,
                difference=p - p0,
                difference_interval=difference[i],
                ratio=number(p / p0 if p0 > 0 else np.nan),
                ratio_interval=ratio[i],
                limit_at=float(limit_at[i]),
                p_value=float(side.harm[i]) if side.in_family[i] else None,
                p_adjusted=number(adjusted[i]),
                **plans[i],
                **_within_fields(comparison, i, alpha),
            )
        found.append(base)
    return found


def _plans(side: Sides, first_step: float | None) -> list[dict[str, Any]]:
    """Plan ahead from the limits and the reference rate, never from the observed gap."""
    comparison, worse = side.comparison, side.posed.measured.worse
    ok = comparison.comparable
    plans: list[dict[str, Any]] = [{} for _ in comparison.groups]
    if first_step is None or side.posed.measured.judged_on != "raw" or not ok.any():
        return plans
    lower, both = worse is Worse.LOWER, 2 if worse is Worse.EITHER else 1
    bar, p0, n, n0 = comparison.bar, comparison.p0[ok], comparison.n[ok], comparison.n0[ok]
    fail, per = first_step / both, n0 / n
    gaps = smallest_gap(bar, p0, n, n0, fail, lower=lower)
    passing = n_to_pass(bar, p0, per, PASS_ALPHA / both, lower=lower)
    failing = n_to_fail(bar, p0, per, fail, lower=lower)
    for i, gap, a, b in zip(np.flatnonzero(ok), gaps, passing, failing, strict=True):
        plans[i] = {"mde": number(gap), "n_to_pass": _people(a), "n_to_fail": _people(b)}
    return plans


def _people(n: float) -> int | None:
    return int(n) if np.isfinite(n) else None


def _within_fields(comparison: Comparison, i: int, alpha: float) -> dict[str, Any]:
    pooled = comparison.within[i] if comparison.within else None
    if pooled is None or not np.isfinite(pooled.difference_se):
        return {}
    z = pooled.quantile(1 - alpha / 2)
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
        load = np.where(comparison.alone > 0, comparison.people**2 / comparison.alone, 0.0).sum()
    effective = min(people**2 / float(load), float(comparison.alone.sum())) if load > 0 else 0.0
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
