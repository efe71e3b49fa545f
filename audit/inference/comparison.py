"""Each group against everyone else, or against a named one: estimates, limits, p-values.

The verdict on them is `audit.inference.verdict`'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from audit.check import Stratum
from audit.criterion import Limit
from audit.evidence import Rate, Scatter
from audit.inference import proportions
from audit.inference.power import SHOWN_ABOVE, UNDER_SHARE, Bar
from audit.inference.strata import Pooled, mantel_haenszel
from audit.vocabulary import Worse

Array = np.ndarray[Any, Any]

RATIO_ALONE_BELOW = 0.01
"""Reference rate below which a floor that is only a convention saves no ratio: a point is a lot there."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Groups of one finding, each with what it is compared with.

    All arrays have shape (n_groups,). `x`, `n` are effective events and people: where weights or
    clusters make the sample worth less, they are smaller than what was counted. `x0`, `n0` belong
    to everyone else, or to the named reference. `alone` is what a group's people are worth for its
    own rate; `n` for a comparison, which differs where clusters hold people of both sides.
    """

    groups: tuple[str, ...]
    people: Array
    events: Array
    clusters: Array
    x: Array
    n: Array
    x0: Array
    n0: Array
    worse: Worse
    limit: Limit
    is_reference: Array
    alone: Array
    within: tuple[Pooled | None, ...] = ()
    ratio_alone_below: float = RATIO_ALONE_BELOW

    @property
    def p(self) -> Array:
        """Observed rates; nan where nobody is in the denominator."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return self.x / self.n

    @property
    def p0(self) -> Array:
        """Rates of those compared with."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return self.x0 / self.n0

    @property
    def comparable(self) -> Array:
        """Whether both sides have anybody; the reference is not compared with itself."""
        comparable: Array = (self.n > 0) & (self.n0 > 0) & ~self.is_reference.astype(bool)
        return comparable

    @property
    def bar(self) -> Bar:
        """The bar that a worse-off rate must clear, for drawing and planning.

        Verdicts do not switch on an observed rate: see `p_worse` and `inside`.
        """
        both = self.limit.ratio is not None and self.limit.difference is not None
        return Bar(
            self.limit.ratio or 1.0,
            self.limit.difference or 0.0,
            self.ratio_alone_below if both else 0.0,
        )

    def p_worse(self, *, lower: bool) -> Array:
        """Return one-sided p-values that the group is beyond the limit on that side."""
        value = np.ones(len(self.groups))
        ok = self.comparable
        if not ok.any():
            return value
        x1, n1, x0, n0 = self.x[ok], self.n[ok], self.x0[ok], self.n0[ok]
        under = proportions.p_below(x0, n0, self.ratio_alone_below)
        if lower:
            x1, n1, x0, n0 = x0, n0, x1, n1
        ratio, floor = self.limit.ratio, self.limit.difference
        by_ratio = proportions.p_exceeds(x1, n1, x0, n0, ratio=ratio or 1.0, difference=0.0)
        by_floor = proportions.p_exceeds(x1, n1, x0, n0, ratio=1.0, difference=floor or 0.0)
        if ratio and floor:
            if self.ratio_alone_below:
                # Whether the reference is under 1 % is itself only known up to chance: beyond the
                # limit means beyond the ratio, and beyond the floor or shown to be where none holds.
                shares = np.minimum(by_floor / (1 - UNDER_SHARE), under / UNDER_SHARE)
                by_floor = np.minimum(shares, 1.0)
            value[ok] = np.maximum(by_ratio, by_floor)
        else:
            value[ok] = by_ratio if ratio else by_floor
        return value

    def most_extreme_p(self, *, lower: bool) -> Array:
        """Return the p-values if every person of the group, or none, had met the harm.

        A function of the margins alone: a group whose worst possible result could not be
        significant need not be in the family (Tarone 1990, Biometrics 46:515-522).
        """
        harmed = 0.0 * self.n if lower else self.n
        others = np.clip(self.x0 + self.x - harmed, 0, self.n0)
        worst = replace(self, x=harmed, x0=others, within=())
        return worst.p_worse(lower=lower)

    def inside(self, *, lower: bool, alpha: float = 0.05) -> tuple[Array, Array]:
        """Return whether the one-sided bounds lie inside the ratio, and inside the floor.

        Returns
        -------
        ratio, floor : ndarray of bool
            A limit that is not set holds nobody inside.
        """
        inside_ratio = np.zeros(len(self.groups), bool)
        inside_floor = np.zeros(len(self.groups), bool)
        ok = self.comparable
        if ok.any():
            difference, ratio = self._upper(ok, lower=lower, alpha=alpha)
            if self.limit.ratio:
                inside_ratio[ok] = ratio <= self.limit.ratio
            if self.limit.difference:
                inside_floor[ok] = difference <= self.limit.difference
            if self.limit.ratio and self.ratio_alone_below:
                shown = proportions.exact_lower(self.x0[ok], self.n0[ok], SHOWN_ABOVE)
                inside_floor[ok] &= shown >= self.ratio_alone_below
        return inside_ratio, inside_floor

    def inside_if_stated(self, *, lower: bool, alpha: float = 0.05) -> Array:
        """Return whether the difference lies inside the floor, if the plan itself had stated it."""
        return replace(self, ratio_alone_below=0.0).inside(lower=lower, alpha=alpha)[1]

    def saturated(self, *, lower: bool) -> Array:
        """Return where nearly everybody has the event, so that no rate could exceed the ratio."""
        worse_off = self.p if lower else self.p0
        with np.errstate(invalid="ignore"):
            full: Array = (self.limit.ratio or 1.0) * worse_off >= 1.0
        return full & bool(self.limit.ratio) & (not lower)

    def ruled_out(self, *, lower: bool, alpha: float = 0.05) -> Array:
        """Return the largest difference to each group's harm that its 95 % bound leaves open."""
        value = np.full(len(self.groups), np.nan)
        ok = self.comparable
        if ok.any():
            value[ok] = self._upper(ok, lower=lower, alpha=alpha)[0]
        return value

    def _upper(self, ok: Array, *, lower: bool, alpha: float) -> tuple[Array, Array]:
        x1, n1, x0, n0 = self.x[ok], self.n[ok], self.x0[ok], self.n0[ok]
        if lower:
            x1, n1, x0, n0 = x0, n0, x1, n1
        with np.errstate(invalid="ignore"):
            difference, ratio = proportions.upper_bounds(x1, n1, x0, n0, alpha)
        return difference, ratio


def compare(
    rates: Mapping[str, Rate],
    *,
    worse: Worse,
    limit: Limit,
    reference: str = "",
    strata: Sequence[Stratum] = (),
    scatter: Mapping[str, Scatter] | None = None,
    ratio_alone_below: float = RATIO_ALONE_BELOW,
) -> Comparison:
    """Set each group beside everyone else, or beside the group named as reference.

    Parameters
    ----------
    rates : mapping of str to Rate
        Events and people by group.
    reference : str
        Group to compare with; if it is not among the groups, everyone else is used.
    scatter : mapping of str to Scatter, optional
        How far each group's gap within strata would vary, where rows are clustered or weighted.
    ratio_alone_below : float
        Reference rate under which the floor does not hold; 0 where the plan states the floor.
    """
    groups = tuple(sorted(rates))
    people = np.array([rates[g].n for g in groups], float)
    events = np.array([rates[g].events for g in groups], float)
    effective = np.array([_effective(rates[g]) for g in groups], float)
    clusters = np.array([rates[g].clusters or np.inf for g in groups], float)
    with np.errstate(invalid="ignore", divide="ignore"):
        x = np.where(people > 0, events / people * effective, 0.0)
    is_reference = np.array([g == reference for g in groups], float)
    if is_reference.any():
        position = int(is_reference.argmax())
        x0 = np.full(len(groups), x[position])
        n0 = np.full(len(groups), effective[position])
    else:
        x0, n0 = _everyone_else(events, people, effective)
    joint = np.array([rates[g].joint or 1.0 for g in groups], float)
    return Comparison(
        groups=groups,
        people=people,
        events=events,
        clusters=clusters,
        x=x * joint,
        n=effective * joint,
        x0=x0 * joint,
        n0=n0 * joint,
        worse=worse,
        limit=limit,
        is_reference=is_reference,
        alone=effective,
        within=tuple(_within(strata, g, reference, scatter) for g in groups) if strata else (),
        ratio_alone_below=ratio_alone_below,
    )


def _effective(rate: Rate) -> float:
    return rate.n if rate.effective_n is None else rate.effective_n


def _everyone_else(events: Array, people: Array, effective: Array) -> tuple[Array, Array]:
    """Rate of the others from what was counted, worth what their effective people are worth."""
    other_events, other_people = events.sum() - events, people.sum() - people
    other_effective = effective_without(people, effective)
    with np.errstate(invalid="ignore", divide="ignore"):
        x0 = np.where(other_people > 0, other_events / other_people * other_effective, 0.0)
    return np.clip(x0, 0, other_effective), other_effective


def effective_without(people: Array, effective: Array) -> Array:
    """Return what everyone but each group is worth together.

    The variance of a pooled rate is the sum of the groups', weighted by the square of their shares.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        load = np.where(effective > 0, people**2 / np.where(effective > 0, effective, 1.0), 0.0)
        others = people.sum() - people
        worth = np.where(load.sum() - load > 0, others**2 / (load.sum() - load), 0.0)
    worth = np.minimum(worth, effective.sum() - effective)
    return np.where(np.isfinite(worth), np.maximum(worth, 0.0), 0.0)


def _within(
    strata: Sequence[Stratum], group: str, reference: str, scatter: Mapping[str, Scatter] | None
) -> Pooled | None:
    if group == reference:
        return None
    if scatter is None:
        return mantel_haenszel(*_both_sides(strata, group, reference, effective=True))
    pooled = mantel_haenszel(*_both_sides(strata, group, reference, effective=False))
    found = scatter.get(group)
    log_ratio_se = found.log_ratio_se if found else None
    return replace(
        pooled,
        difference_se=found.difference_se if found else np.nan,
        log_ratio_se=np.nan if log_ratio_se is None else log_ratio_se,
        df=found.df if found and found.df else np.inf,
        own=_own_worth(strata, group, reference),
        counts=None,
    )


def worth_of_others(x: Array, n: Array) -> Array:
    """Return how much more everyone else is worth than as many people of one common rate.

    Where the other groups differ among themselves, their pooled rate scatters less than a binomial:
    by the share of p(1 - p) that lies between the groups, as far as chance (two standard errors of
    it) does not explain that. Shown intervals use it; verdicts stay with the exact limits.

    Parameters
    ----------
    x, n : ndarray, shape (..., n_groups)
        Events and people of each group.

    Returns
    -------
    ndarray, shape (..., n_groups)
        At least 1.
    """
    squares = np.divide(x * x, n, out=np.zeros(np.broadcast(x, n).shape), where=n > 0)
    total = n.sum(-1, keepdims=True) - n
    with np.errstate(divide="ignore", invalid="ignore"):
        pooled = (x.sum(-1, keepdims=True) - x) / total
        between = (squares.sum(-1, keepdims=True) - squares) / total - pooled**2
        scatter = pooled * (1 - pooled)
        free = np.maximum((n > 0).sum(-1, keepdims=True) - 2.0, 0.0)
        shown = between - (free + 2 * np.sqrt(2 * free)) * scatter / total
        worth = scatter / (scatter - np.clip(shown, 0.0, 0.95 * scatter))
    return np.where(np.isfinite(worth), worth, 1.0)


def _both_sides(
    strata: Sequence[Stratum], group: str, reference: str, *, effective: bool
) -> tuple[Array, Array, Array, Array]:
    """Return events and people of the group and of those it is compared with, by stratum."""
    sides: list[list[float]] = [[], [], [], []]
    for stratum in strata:
        worth = {
            name: _worth(rate) if effective else (rate.events, rate.n)
            for name, rate in stratum.rates.items()
        }
        own = worth.get(group, (0.0, 0.0))
        others = [
            each
            for name, each in worth.items()
            if name != group and (not reference or name == reference)
        ]
        row = (*own, sum(events for events, _ in others), sum(n for _, n in others))
        for side, number in zip(sides, row, strict=True):
            side.append(number)
    x1, n1, x0, n0 = (np.array(side, float) for side in sides)
    return x1, n1, x0, n0


def _own_worth(strata: Sequence[Stratum], group: str, reference: str) -> float:
    """Return the effective people of a group in strata that hold both sides."""
    _, n1, _, n0 = _both_sides(strata, group, reference, effective=True)
    return float(n1[(n1 > 0) & (n0 > 0)].sum())


def _worth(rate: Rate) -> tuple[float, float]:
    """Return events and people as their effective number."""
    if rate.n <= 0:
        return 0.0, 0.0
    n = _effective(rate)
    return rate.events / rate.n * n, n
