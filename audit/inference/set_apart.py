"""People set apart by a rule against everyone else: one hypothesis a rule, by exact limits."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from audit.check import Hypothesis
from audit.criterion import Limit
from audit.evidence import Rate
from audit.inference import proportions
from audit.inference.comparison import Comparison, compare
from audit.inference.multiplicity import sidak
from audit.vocabulary import Worse

FEWEST_PEOPLE = 30
FEWEST_CLUSTERS = 10
LEVEL = 0.95
PASS_ALPHA = 0.05


def set_apart(found: Mapping[str, tuple[Rate, Rate]], limit: Limit) -> tuple[Hypothesis, ...]:
    """Return a hypothesis for each rule: a higher rate inside than outside, beyond the limit.

    Parameters
    ----------
    found : mapping of str to (Rate, Rate)
        Rule to the rate inside it, and outside.

    Returns
    -------
    tuple of Hypothesis
        Intervals hold together at 95 % (Šidák) over the rules.
    """
    alpha = sidak(1 - LEVEL, len(found))
    return tuple(
        _hypothesis(rule, inside, outside, limit, alpha)
        for rule, (inside, outside) in found.items()
    )


def _hypothesis(rule: str, inside: Rate, outside: Rate, limit: Limit, alpha: float) -> Hypothesis:
    both = compare({"in": inside, "out": outside}, worse=Worse.HIGHER, limit=limit)
    if not both.comparable.all():
        return Hypothesis(label=rule, n=inside.n, p_value=None, judged=False)
    x, n, x0, n0 = (float(values[0]) for values in (both.x, both.n, both.x0, both.n0))
    ratio_ok, floor_ok = both.inside(lower=False, alpha=PASS_ALPHA)
    rate = proportions.jeffreys(x, n, alpha)
    gap = proportions.difference_interval(x, n, x0, n0, alpha)
    ratio = proportions.ratio_interval(x, n, x0, n0, alpha)
    p, p0 = x / n, x0 / n0
    return Hypothesis(
        label=rule,
        n=inside.n,
        events=inside.events,
        value=p,
        interval=(_number(rate[0]), _number(rate[1])),
        reference=p0,
        difference=p - p0,
        difference_interval=(_number(gap[0]), _number(gap[1])),
        ratio=p / p0 if p0 > 0 else None,
        ratio_interval=(_number(ratio[0]), _number(ratio[1])),
        limit_at=min(float(both.bar.at(p0)), 1.0),
        p_value=float(both.p_worse(lower=False)[0]),
        inside=bool(ratio_ok[0] | floor_ok[0]),
        judged=_judged(both),
        ruled_out=_number(both.ruled_out(lower=False, alpha=PASS_ALPHA)[0]),
    )


def _judged(both: Comparison) -> bool:
    people = min(float(both.n.min()), float(both.n0.min()))
    return people >= FEWEST_PEOPLE and float(both.clusters.min()) >= FEWEST_CLUSTERS


def _number(value: object) -> float | None:
    number = float(np.asarray(value))
    return number if np.isfinite(number) else None
