"""Each group against everyone else, or against a named one: estimates, limits, p-values.

The verdict on them is `audit.inference.verdict`'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from audit.check import Stratum
from audit.criterion import Limit
from audit.evidence import Rate
from audit.inference import proportions
from audit.inference.power import Bar
from audit.inference.strata import Pooled, mantel_haenszel
from audit.vocabulary import Worse

Array = np.ndarray[Any, Any]

RATIO_ALONE_BELOW = 0.01
"""Reference rate below which the floor does not save a ratio: a point is a lot there."""


def bar(limit: Limit, reference: float) -> Bar:
    """Return the bar that a worse-off rate must clear, at the reference rate given."""
    ratio = limit.ratio or 1.0
    floor = limit.difference or 0.0
    if limit.ratio is not None and reference < RATIO_ALONE_BELOW:
        floor = 0.0
    return Bar(ratio, floor)


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Groups of one finding, each with what it is compared with.

    All arrays have shape (n_groups,). `x`, `n` are effective events and people: where weights or
    clusters make the sample worth less, they are smaller than what was counted. `x0`, `n0` belong
    to everyone else, or to the named reference.
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
    within: tuple[Pooled | None, ...] = ()

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

    def bars(self, *, lower: bool) -> list[Bar]:
        """Return the bar of each group, seen from the side that is worse off."""
        base = self.p if lower else self.p0
        return [bar(self.limit, 0.0 if np.isnan(b) else float(b)) for b in base]

    def p_worse(self, *, lower: bool) -> Array:
        """Return one-sided p-values that the group is beyond the limit on that side."""
        value = np.ones(len(self.groups))
        ok = self.comparable
        if not ok.any():
            return value
        x1, n1, x0, n0 = self.x[ok], self.n[ok], self.x0[ok], self.n0[ok]
        if lower:
            x1, n1, x0, n0 = x0, n0, x1, n1
        bars = [b for b, keep in zip(self.bars(lower=lower), ok, strict=True) if keep]
        ratio = np.array([b.ratio for b in bars])
        floor = np.array([b.difference for b in bars])
        by_ratio = proportions.p_exceeds(x1, n1, x0, n0, ratio=ratio, difference=0.0)
        by_floor = proportions.p_exceeds(x1, n1, x0, n0, ratio=1.0, difference=floor)
        value[ok] = np.where(
            ratio <= 1, by_floor, np.where(floor <= 0, by_ratio, np.maximum(by_ratio, by_floor))
        )
        return value

    def most_extreme_p(self, *, lower: bool) -> Array:
        """Return the p-values if every person of the group, or none, had met the harm.

        A function of the margins alone: a group whose worst possible result could not be
        significant need not be in the family (Tarone 1990, Biometrics 46:515-522).
        """
        harmed = 0.0 * self.n if lower else self.n
        worst = Comparison(
            groups=self.groups,
            people=self.people,
            events=self.events,
            clusters=self.clusters,
            x=harmed,
            n=self.n,
            x0=np.clip(self.x0 + self.x - harmed, 0, self.n0),
            n0=self.n0,
            worse=self.worse,
            limit=self.limit,
            is_reference=self.is_reference,
        )
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
            bars = [b for b, keep in zip(self.bars(lower=lower), ok, strict=True) if keep]
            limits = np.array([b.ratio for b in bars])
            floors = np.array([b.difference for b in bars])
            inside_ratio[ok] = (limits > 1) & (ratio <= limits)
            inside_floor[ok] = (floors > 0) & (difference <= floors)
        return inside_ratio, inside_floor

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
) -> Comparison:
    """Set each group beside everyone else, or beside the group named as reference.

    Parameters
    ----------
    rates : mapping of str to Rate
        Events and people by group.
    reference : str
        Group to compare with; if it is not among the groups, everyone else is used.
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
    return Comparison(
        groups=groups,
        people=people,
        events=events,
        clusters=clusters,
        x=x,
        n=effective,
        x0=x0,
        n0=n0,
        worse=worse,
        limit=limit,
        is_reference=is_reference,
        within=tuple(_within(strata, g, reference) for g in groups) if strata else (),
    )


def _effective(rate: Rate) -> float:
    return rate.n if rate.effective_n is None else min(rate.effective_n, rate.n)


def _everyone_else(events: Array, people: Array, effective: Array) -> tuple[Array, Array]:
    """Rate of the others from what was counted, worth what their effective people are worth."""
    other_events, other_people = events.sum() - events, people.sum() - people
    other_effective = effective.sum() - effective
    with np.errstate(invalid="ignore", divide="ignore"):
        x0 = np.where(other_people > 0, other_events / other_people * other_effective, 0.0)
    return np.clip(x0, 0, other_effective), other_effective


def _within(strata: Sequence[Stratum], group: str, reference: str) -> Pooled | None:
    if group == reference:
        return None
    x1, n1, x0, n0 = [], [], [], []
    for stratum in strata:
        own = stratum.rates.get(group, Rate(0, 0))
        others = [
            rate
            for name, rate in stratum.rates.items()
            if name != group and (not reference or name == reference)
        ]
        x1.append(own.events)
        n1.append(own.n)
        x0.append(sum(rate.events for rate in others))
        n0.append(sum(rate.n for rate in others))
    return mantel_haenszel(np.array(x1), np.array(n1), np.array(x0), np.array(n0))
