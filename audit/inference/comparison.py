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

_SHOWN_ABOVE = 0.02
"""Error rate at which a reference rate is taken to be at least `RATIO_ALONE_BELOW`, for a pass."""


def bar(limit: Limit, reference: float) -> Bar:
    """Return the bar that a worse-off rate must clear, for drawing and planning.

    Verdicts do not switch on an observed rate: see `Comparison.p_worse` and `inside`.
    """
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

    def bars(self) -> list[Bar]:
        """Return the bar of each group."""
        return [bar(self.limit, 0.0 if np.isnan(b) else float(b)) for b in self.p0]

    def p_worse(self, *, lower: bool) -> Array:
        """Return one-sided p-values that the group is beyond the limit on that side."""
        value = np.ones(len(self.groups))
        ok = self.comparable
        if not ok.any():
            return value
        x1, n1, x0, n0 = self.x[ok], self.n[ok], self.x0[ok], self.n0[ok]
        # Whether the reference is under 1 % is itself only known up to chance: beyond the limit
        # means beyond the ratio, and beyond the floor or shown to be where no floor holds.
        under = proportions.p_below(x0, n0, RATIO_ALONE_BELOW)
        if lower:
            x1, n1, x0, n0 = x0, n0, x1, n1
        ratio, floor = self.limit.ratio, self.limit.difference
        by_ratio = proportions.p_exceeds(x1, n1, x0, n0, ratio=ratio or 1.0, difference=0.0)
        by_floor = proportions.p_exceeds(x1, n1, x0, n0, ratio=1.0, difference=floor or 0.0)
        if ratio and floor:
            by_floor = np.minimum(2 * np.minimum(by_floor, under), 1.0)
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
            if self.limit.ratio:
                inside_ratio[ok] = ratio <= self.limit.ratio
            if self.limit.difference:
                inside_floor[ok] = difference <= self.limit.difference
            if self.limit.ratio:
                shown = proportions.exact_lower(self.x0[ok], self.n0[ok], _SHOWN_ABOVE)
                inside_floor[ok] &= shown >= RATIO_ALONE_BELOW
        return inside_ratio, inside_floor

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


def _within(strata: Sequence[Stratum], group: str, reference: str) -> Pooled | None:
    if group == reference:
        return None
    x1, n1, x0, n0 = [], [], [], []
    for stratum in strata:
        worth = {name: _worth(rate) for name, rate in stratum.rates.items()}
        own = worth.get(group, (0.0, 0.0))
        others = [
            each
            for name, each in worth.items()
            if name != group and (not reference or name == reference)
        ]
        x1.append(own[0])
        n1.append(own[1])
        x0.append(sum(events for events, _ in others))
        n0.append(sum(n for _, n in others))
    return mantel_haenszel(np.array(x1), np.array(n1), np.array(x0), np.array(n0))


def _worth(rate: Rate) -> tuple[float, float]:
    """Return events and people as their effective number."""
    if rate.n <= 0:
        return 0.0, 0.0
    n = _effective(rate)
    return rate.events / rate.n * n, n
