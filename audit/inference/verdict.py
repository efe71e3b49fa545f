"""All outcomes of an audit, decided together, with one error rate.

A check says what was estimated and against which limit; nothing decides alone. The rules are
items 3 to 8 of `docs/statistics.md`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from audit.check import Measured
from audit.criterion import Limit
from audit.finding import Estimate, Interval
from audit.inference import proportions
from audit.inference.comparison import Comparison, compare
from audit.inference.multiplicity import holm, sidak
from audit.inference.power import Bar, n_to_fail, n_to_pass, smallest_gap
from audit.vocabulary import Outcome, Worse

Array = np.ndarray[Any, Any]

LEVEL = 0.95
PASS_ALPHA = 0.05
FEWEST_PEOPLE = 30
FEWEST_CLUSTERS = 10
FAMILIES: Mapping[str, float] = {"lead": 0.04, "intersections": 0.01}
"""Error rate of each family; a finding outside them is its own family at `OWN_ALPHA`."""
OWN_ALPHA = 0.05


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """One hypothesis of a family."""

    group: str
    p_value: float
    p_adjusted: float
    rejected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was decided on one question, before any name is withheld."""

    outcome: Outcome
    estimates: tuple[Estimate, ...]
    groups: tuple[str, ...]
    """Those the outcome is about, worst first."""
    favoured: tuple[str, ...] = ()
    floor_saved: tuple[str, ...] = ()
    saturated: tuple[str, ...] = ()
    """Groups among whom nearly everybody has the event: no ratio beyond the limit could be reached."""
    undecided: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    settled_by_more: tuple[str, ...] = ()
    """Undecided groups that enough of the people who exist would settle."""
    near_limit: tuple[str, ...] = ()
    """Undecided groups that have people enough: their gap itself lies near the limit."""
    tests: tuple[Test, ...] = ()
    overall: Estimate | None = None
    p_value: float | None = None
    p_adjusted: float | None = None
    mde: float | None = None
    n_needed: int | None = None
    gap_ruled_out: float | None = None
    people_in_passing_groups: float | None = None
    withheld_pass: bool = False
    """Whether it would be a `pass` if the truth had been recorded by somebody else."""


@dataclass(frozen=True, kw_only=True)
class _Sides:
    """P-values of one question: harm first, then the favoured side."""

    posed: Posed
    comparison: Comparison
    harm: Array
    favour: Array
    in_family: Array
    judged: Array


def decide(questions: Sequence[Posed]) -> dict[str, Verdict]:
    """Decide all questions together.

    Parameters
    ----------
    questions : sequence of Posed
        Every measured question of the audit: leaving one out would change the family.

    Returns
    -------
    dict of str to Verdict
        By question id.
    """
    sides = [_sides(question) for question in questions]
    adjusted: dict[str, tuple[Array, Array, float, int]] = {}
    for family in sorted({question.family for question in questions}):
        members = [side for side in sides if side.posed.family == family]
        pools = [members] if family else [[side] for side in members]
        for pool in pools:
            adjusted |= _adjust(pool, FAMILIES.get(family, OWN_ALPHA))
    return {side.posed.id: _verdict(side, *adjusted[side.posed.id]) for side in sides}


def _sides(posed: Posed) -> _Sides:
    measured = posed.measured
    comparison = compare(
        measured.rates,
        worse=measured.worse,
        limit=posed.limit,
        reference=measured.reference,
        strata=measured.strata,
    )
    lower = measured.worse is Worse.LOWER
    harm, favour = _p_values(comparison, measured, lower=lower)
    if measured.worse is Worse.EITHER:
        harm = np.minimum(2 * np.minimum(harm, favour), 1.0)
        favour = np.ones_like(harm)
    enough = (comparison.n >= FEWEST_PEOPLE) & (comparison.n0 >= FEWEST_PEOPLE)
    enough &= comparison.clusters >= FEWEST_CLUSTERS
    if measured.judged_on == "within":
        shared = np.array([pooled.own if pooled else 0.0 for pooled in comparison.within])
        enough &= shared >= FEWEST_PEOPLE
    judged = enough & comparison.comparable
    level = FAMILIES.get(posed.family, OWN_ALPHA)
    small = comparison.comparable & ~judged & (comparison.clusters >= FEWEST_CLUSTERS)
    if small.any() and measured.judged_on == "raw":
        extreme = comparison.most_extreme_p(lower=lower)
        small &= extreme <= level / max(int(judged.sum()), 1)
    else:
        small &= False
    return _Sides(
        posed=posed,
        comparison=comparison,
        harm=harm,
        favour=favour,
        in_family=judged | small,
        judged=judged,
    )


def _p_values(comparison: Comparison, measured: Measured, *, lower: bool) -> tuple[Array, Array]:
    raw = (comparison.p_worse(lower=lower), comparison.p_worse(lower=not lower))
    if measured.judged_on == "raw":
        return raw
    within = (
        _p_within(comparison, lower=lower),
        _p_within(comparison, lower=not lower),
    )
    if measured.judged_on == "within":
        return within
    harm, favour = (np.minimum(2 * np.minimum(r, w), 1.0) for r, w in zip(raw, within, strict=True))
    return harm, favour


def _p_within(comparison: Comparison, *, lower: bool) -> Array:
    """One-sided p-values that the pooled gap is beyond every limit that is set."""
    from scipy.special import ndtr

    p = np.ones(len(comparison.groups))
    limit = comparison.limit
    for i, pooled in enumerate(comparison.within):
        if pooled is None or not np.isfinite(pooled.difference_se):
            continue
        sign = -1.0 if lower else 1.0
        each = []
        if limit.ratio and np.isfinite(pooled.log_ratio_se) and pooled.log_ratio_se > 0:
            z = (sign * np.log(pooled.ratio) - np.log(limit.ratio)) / pooled.log_ratio_se
            each.append(float(ndtr(-z)))
        if (limit.difference or not limit.ratio) and pooled.difference_se > 0:
            z = (sign * pooled.difference - (limit.difference or 0.0)) / pooled.difference_se
            each.append(float(ndtr(-z)))
        p[i] = max(each, default=1.0)
    return p


def _adjust(pool: Sequence[_Sides], alpha: float) -> dict[str, tuple[Array, Array, float, int]]:
    """Holm over one family, harm and favour apart: a favoured group never makes a `fail`."""
    keep = [side.in_family for side in pool]
    size = max(int(sum(k.sum() for k in keep)), 1)
    results: dict[str, list[Array]] = {side.posed.id: [] for side in pool}
    for name in ("harm", "favour"):
        values = [getattr(side, name) for side in pool]
        together = holm(np.concatenate([v[k] for v, k in zip(values, keep, strict=True)]))
        start = 0
        for side, k in zip(pool, keep, strict=True):
            adjusted = np.full(len(side.comparison.groups), np.nan)
            adjusted[k] = together[start : start + int(k.sum())]
            start += int(k.sum())
            results[side.posed.id].append(adjusted)
    return {id: (both[0], both[1], alpha, size) for id, both in results.items()}


def _verdict(side: _Sides, harm: Array, favour: Array, alpha: float, size: int) -> Verdict:
    comparison = side.comparison
    with np.errstate(invalid="ignore"):
        rejected, favoured = harm <= alpha, favour <= alpha
    passes, saved, saturated = _passes(side)
    shown = side.judged | (rejected & side.in_family)
    outcomes: list[Outcome | None] = []
    for i in range(len(comparison.groups)):
        if not comparison.comparable[i]:
            outcomes.append(None)
        elif rejected[i]:
            outcomes.append(Outcome.FAIL if side.posed.family else Outcome.REVIEW)
        elif not side.judged[i]:
            outcomes.append(Outcome.INCONCLUSIVE)
        elif favoured[i] or saved[i] or saturated[i]:
            outcomes.append(Outcome.REVIEW)
        elif passes[i]:
            outcomes.append(Outcome.PASS if side.posed.may_pass else Outcome.REVIEW)
        else:
            outcomes.append(Outcome.INCONCLUSIVE)
    first_step = alpha / size
    estimates = _estimates(side, outcomes, harm, shown, first_step)
    flags = _Flags(
        rejected=rejected, favoured=favoured, saved=saved, saturated=saturated, passes=passes
    )
    return _summary(side, estimates, flags)


@dataclass(frozen=True, kw_only=True)
class _Flags:
    """What is so of each group; arrays of bool, shape (n_groups,)."""

    rejected: Array
    favoured: Array
    saved: Array
    saturated: Array
    passes: Array


def _passes(side: _Sides) -> tuple[Array, Array, Array]:
    """Return which groups lie inside the limits, which only the floor saves, which are saturated."""
    comparison, measured = side.comparison, side.posed.measured
    lower = measured.worse is Worse.LOWER
    nobody = np.zeros(len(comparison.groups), bool)
    if measured.judged_on != "raw":
        return _passes_within(side), nobody, nobody
    ratio, floor = comparison.inside(lower=lower, alpha=PASS_ALPHA)
    saturated = comparison.saturated(lower=lower)
    if measured.worse is Worse.EITHER:
        other_ratio, other_floor = comparison.inside(lower=not lower, alpha=PASS_ALPHA)
        ratio, floor = ratio & other_ratio, floor & other_floor
        saturated = nobody
    limit = side.posed.limit.ratio
    saved = nobody
    if limit:
        with np.errstate(invalid="ignore", divide="ignore"):
            observed = comparison.p / comparison.p0
            worse = 1 / observed if lower else observed
            if measured.worse is Worse.EITHER:
                worse = np.maximum(observed, 1 / observed)
            saved = floor & ~ratio & (worse > limit)
    saturated = saturated & ratio & ~floor
    return (ratio | floor) & ~saved & ~saturated, saved, saturated


def _passes_within(side: _Sides) -> Array:
    from scipy.special import ndtri

    comparison, measured = side.comparison, side.posed.measured
    z = float(ndtri(1 - PASS_ALPHA))
    limit = side.posed.limit
    passes = np.zeros(len(comparison.groups), bool)
    for i, pooled in enumerate(comparison.within):
        if pooled is None or not np.isfinite(pooled.difference_se):
            continue
        sides = {Worse.HIGHER: (1.0,), Worse.LOWER: (-1.0,), Worse.EITHER: (1.0, -1.0)}
        passes[i] = all(
            (
                bool(limit.ratio)
                and np.isfinite(pooled.log_ratio_se)
                and pooled.ratio > 0
                and sign * np.log(pooled.ratio) + z * pooled.log_ratio_se
                <= np.log(limit.ratio or 1.0)
            )
            or (
                bool(limit.difference)
                and sign * pooled.difference + z * pooled.difference_se <= (limit.difference or 0)
            )
            for sign in sides[measured.worse]
        )
    if measured.judged_on == "either":
        lowers = {Worse.HIGHER: (False,), Worse.LOWER: (True,), Worse.EITHER: (False, True)}
        for lower in lowers[measured.worse]:
            ratio, floor = comparison.inside(lower=lower, alpha=PASS_ALPHA)
            passes &= ratio | floor
    return passes


def _estimates(
    side: _Sides,
    outcomes: Sequence[Outcome | None],
    adjusted: Array,
    shown: Array,
    first_step: float,
) -> list[Estimate]:
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
    estimates = []
    for i, group in enumerate(comparison.groups):
        base = Estimate(
            group=group,
            n=float(comparison.people[i]),
            events=float(comparison.events[i]),
            value=_number(comparison.p[i]),
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
                ratio=_number(p / p0 if p0 > 0 else np.nan),
                ratio_interval=ratio[i],
                limit_at=limit_at,
                p_value=float(side.harm[i]) if side.in_family[i] else None,
                p_adjusted=_number(adjusted[i]),
                **plan,
                **_within_fields(comparison, i, alpha),
            )
        estimates.append(base)
    return estimates


def _plan(
    side: _Sides, bar: Bar, p0: float, per: float, i: int, first_step: float
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
        "within_ratio": _number(pooled.ratio),
    }
    if np.isfinite(pooled.log_ratio_se):
        spread = float(np.exp(z * pooled.log_ratio_se))
        fields["within_ratio_interval"] = (pooled.ratio / spread, pooled.ratio * spread)
    return fields


def _summary(side: _Sides, estimates: Sequence[Estimate], flags: _Flags) -> Verdict:
    measured, comparison = side.posed.measured, side.comparison
    failing = _named(estimates, flags.rejected)
    small = tuple(e.group for e in estimates if e.outcome is Outcome.INCONCLUSIVE and not e.judged)
    undecided = tuple(e.group for e in estimates if e.outcome is Outcome.INCONCLUSIVE and e.judged)
    in_review = np.array([e.outcome is Outcome.REVIEW for e in estimates])
    favoured = _named(estimates, flags.favoured & in_review)
    saved = _named(estimates, flags.saved & in_review & ~flags.favoured)
    saturated = _named(estimates, flags.saturated & in_review & ~flags.favoured)
    to_review = favoured + saved + saturated
    outcome, about = _finding_outcome(failing, small + undecided, to_review, estimates, side)
    withheld = outcome is Outcome.PASS and not side.posed.may_pass
    open_ones = [e for e in estimates if e.outcome is Outcome.INCONCLUSIVE]
    needed = [e.n_to_pass for e in open_ones if e.n_to_pass is not None]
    gaps = [e.mde for e in estimates if e.judged]
    p = side.harm[side.in_family]
    effective = dict(zip(comparison.groups, comparison.n.tolist(), strict=True))
    return Verdict(
        outcome=Outcome.REVIEW if withheld else outcome,
        estimates=tuple(estimates),
        groups=about,
        favoured=favoured,
        floor_saved=saved,
        saturated=saturated,
        undecided=undecided,
        set_aside=small,
        settled_by_more=tuple(
            e.group for e in open_ones if _can_settle(e, effective[e.group], side.posed.room)
        ),
        near_limit=tuple(e.group for e in open_ones if _has_enough(e, effective[e.group])),
        tests=tuple(
            Test(group=e.group, p_value=e.p_value, p_adjusted=e.p_adjusted, rejected=bool(r))
            for e, r in zip(estimates, flags.rejected, strict=True)
            if e.p_value is not None and e.p_adjusted is not None and side.posed.family
        ),
        overall=_overall(comparison),
        p_value=float(p.min()) if p.size else None,
        p_adjusted=min((e.p_adjusted for e in estimates if e.p_adjusted is not None), default=None),
        mde=max((g for g in gaps if g is not None), default=None) if None not in gaps else None,
        n_needed=max(needed) if open_ones and len(needed) == len(open_ones) else None,
        gap_ruled_out=_ruled_out(side),
        people_in_passing_groups=_passing_share(comparison, estimates, measured),
        withheld_pass=withheld,
    )


def _ruled_out(side: _Sides) -> float | None:
    """Return the largest gap, to the harm of any judged group, that the bounds leave open."""
    measured = side.posed.measured
    if measured.judged_on != "raw" or not side.judged.any():
        return None
    lowers = {Worse.HIGHER: (False,), Worse.LOWER: (True,), Worse.EITHER: (False, True)}
    bounds = [
        float(side.comparison.ruled_out(lower=lower)[side.judged].max())
        for lower in lowers[measured.worse]
    ]
    return _number(max(bounds))


def _passing_share(
    comparison: Comparison, estimates: Sequence[Estimate], measured: Measured
) -> float | None:
    people = float(comparison.people.sum())
    if people <= 0 or measured.judged_on != "raw":
        return None
    return sum(e.n for e in estimates if e.outcome is Outcome.PASS) / people


def _overall(comparison: Comparison) -> Estimate | None:
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
        interval=(_number(interval[0]), _number(interval[1])),
    )


def _finding_outcome(
    failing: tuple[str, ...],
    open_groups: tuple[str, ...],
    to_review: tuple[str, ...],
    estimates: Sequence[Estimate],
    side: _Sides,
) -> tuple[Outcome, tuple[str, ...]]:
    if failing:
        return (Outcome.FAIL if side.posed.family else Outcome.REVIEW), failing
    decided = [e for e in estimates if e.outcome is not None]
    if not decided:
        return Outcome.INCONCLUSIVE, ()
    if open_groups:
        return Outcome.INCONCLUSIVE, open_groups
    return (Outcome.REVIEW, to_review) if to_review else (Outcome.PASS, ())


def _can_settle(estimate: Estimate, effective: float, room: Mapping[str, float]) -> bool:
    """Whether the group is too small now, and could grow to the number that would settle it."""
    if estimate.n_to_pass is None or effective >= estimate.n_to_pass:
        return False
    return estimate.n_to_pass <= effective * room.get(estimate.group, 1.0)


def _has_enough(estimate: Estimate, effective: float) -> bool:
    return estimate.n_to_pass is not None and effective >= estimate.n_to_pass


def _named(estimates: Sequence[Estimate], which: Array) -> tuple[str, ...]:
    """Return the groups that are meant, largest difference first."""
    hit = [e for e, r in zip(estimates, which, strict=True) if r]
    hit.sort(key=lambda e: (-abs(e.difference or 0.0), e.group))
    return tuple(e.group for e in hit)


def _pairs(limits: tuple[Array, Array]) -> list[Interval]:
    return [(_number(a), _number(b)) for a, b in zip(*limits, strict=True)]


def _number(value: Any) -> float | None:
    """None for nan and for an infinite limit, which JSON cannot carry."""
    number = float(value)
    return number if np.isfinite(number) else None
