"""All outcomes of an audit, decided together, with one error rate.

A check says what was estimated and against which limit; nothing decides alone. The rules are
items 3 to 8 of `docs/statistics.md`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from audit.check import Measured
from audit.finding import Estimate
from audit.inference import estimating, tested, within_limits
from audit.inference.comparison import Comparison, compare
from audit.inference.decided import Test, Verdict
from audit.inference.estimating import LEVEL, PASS_ALPHA, Posed, Sides, number
from audit.inference.multiplicity import holm
from audit.inference.tested import PosedTests, TestedSides
from audit.vocabulary import Outcome, Worse

__all__ = [
    "FAMILIES", "FEWEST_PEOPLE", "LEVEL", "Posed", "PosedTests", "Test", "Verdict", "decide",
]  # fmt: skip

Array = np.ndarray[Any, Any]

FEWEST_PEOPLE = 30
FEWEST_CLUSTERS = 10
FAMILIES: Mapping[str, float] = {"lead": 0.04, "intersections": 0.01}
"""Error rate of each family; a finding outside them is its own family at `OWN_ALPHA`."""
OWN_ALPHA = 0.05


def decide(questions: Sequence[Posed | PosedTests], *, ahead: bool = True) -> dict[str, Verdict]:
    """Decide all questions together.

    Parameters
    ----------
    questions : sequence of Posed or PosedTests
        Every measured or tested question of the audit: leaving one out would change the family.
    ahead : bool
        Whether to plan ahead too (smallest gaps, people needed), which decides nothing and takes
        most of the time; simulations leave it out.

    Returns
    -------
    dict of str to Verdict
        By question id.
    """
    sides = [
        tested.sides(question) if isinstance(question, PosedTests) else _sides(question)
        for question in questions
    ]
    adjusted: dict[str, tuple[Array, Array, float, int]] = {}
    for family in sorted({question.family for question in questions}):
        members = [side for side in sides if side.posed.family == family]
        pools = [members] if family else [[side] for side in members]
        for pool in pools:
            adjusted |= _adjust(pool, FAMILIES.get(family, OWN_ALPHA))
    return {
        side.posed.id: tested.verdict(side, *adjusted[side.posed.id][:3])
        if isinstance(side, TestedSides)
        else _verdict(side, *adjusted[side.posed.id], ahead=ahead)
        for side in sides
    }


def _sides(posed: Posed) -> Sides:
    measured = posed.measured
    comparison = compare(
        measured.rates,
        worse=measured.worse,
        limit=posed.limit,
        reference=measured.reference,
        strata=measured.strata,
        scatter=measured.scatter,
        ratio_alone_below=posed.ratio_alone_below,
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
    return Sides(
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
    return np.array(
        [within_limits.beyond(p, comparison.limit, lower=lower) for p in comparison.within]
    )


def _adjust(
    pool: Sequence[Sides | TestedSides], alpha: float
) -> dict[str, tuple[Array, Array, float, int]]:
    """Holm over one family, harm and favour apart: a favoured group never makes a `fail`."""
    keep = [side.in_family for side in pool]
    size = max(int(sum(k.sum() for k in keep)), 1)
    results: dict[str, list[Array]] = {side.posed.id: [] for side in pool}
    for name in ("harm", "favour"):
        values = [getattr(side, name) for side in pool]
        together = holm(np.concatenate([v[k] for v, k in zip(values, keep, strict=True)]))
        start = 0
        for side, k in zip(pool, keep, strict=True):
            adjusted = np.full(len(k), np.nan)
            adjusted[k] = together[start : start + int(k.sum())]
            start += int(k.sum())
            results[side.posed.id].append(adjusted)
    return {id: (both[0], both[1], alpha, size) for id, both in results.items()}


def _verdict(
    side: Sides, harm: Array, favour: Array, alpha: float, size: int, *, ahead: bool
) -> Verdict:
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
    first_step = alpha / size if ahead else None
    estimates = estimating.estimates(side, outcomes, harm, shown, first_step)
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


def _passes(side: Sides) -> tuple[Array, Array, Array]:
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


def _passes_within(side: Sides) -> Array:
    comparison, measured = side.comparison, side.posed.measured
    limit = side.posed.limit
    lowers = {Worse.HIGHER: (False,), Worse.LOWER: (True,), Worse.EITHER: (False, True)}
    passes = np.array(
        [
            all(
                within_limits.inside(pooled, limit, lower=lower, alpha=PASS_ALPHA)
                for lower in lowers[measured.worse]
            )
            for pooled in comparison.within
        ],
        bool,
    )
    if measured.judged_on == "either":
        for lower in lowers[measured.worse]:
            ratio, floor = comparison.inside(lower=lower, alpha=PASS_ALPHA)
            passes &= ratio | floor
    return passes


def _summary(side: Sides, estimates: Sequence[Estimate], flags: _Flags) -> Verdict:
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
        floorless=_floorless(side, undecided),
        tests=tuple(
            Test(group=e.group, p_value=e.p_value, p_adjusted=e.p_adjusted, rejected=bool(r))
            for e, r in zip(estimates, flags.rejected, strict=True)
            if e.p_value is not None and e.p_adjusted is not None and side.posed.family
        ),
        overall=estimating.overall(comparison),
        p_value=float(p.min()) if p.size else None,
        p_adjusted=min((e.p_adjusted for e in estimates if e.p_adjusted is not None), default=None),
        mde=max((g for g in gaps if g is not None), default=None) if None not in gaps else None,
        n_needed=max(needed) if open_ones and len(needed) == len(open_ones) else None,
        gap_ruled_out=_ruled_out(side),
        people_in_passing_groups=_passing_share(comparison, estimates, measured),
        withheld_pass=withheld,
    )


def _floorless(side: Sides, undecided: Sequence[str]) -> tuple[str, ...]:
    comparison, worse = side.comparison, side.posed.measured.worse
    if side.posed.measured.judged_on != "raw" or not comparison.bar.ratio_alone_below:
        return ()
    lowers = {Worse.HIGHER: (False,), Worse.LOWER: (True,), Worse.EITHER: (False, True)}
    inside = [comparison.inside_if_stated(lower=lower, alpha=PASS_ALPHA) for lower in lowers[worse]]
    stated = np.logical_and.reduce(inside)
    return tuple(g for g, i in zip(comparison.groups, stated, strict=True) if i and g in undecided)


def _ruled_out(side: Sides) -> float | None:
    """Return the largest gap, to the harm of any judged group, that the bounds leave open."""
    measured = side.posed.measured
    if measured.judged_on != "raw" or not side.judged.any():
        return None
    lowers = {Worse.HIGHER: (False,), Worse.LOWER: (True,), Worse.EITHER: (False, True)}
    bounds = [
        float(side.comparison.ruled_out(lower=lower)[side.judged].max())
        for lower in lowers[measured.worse]
    ]
    return number(max(bounds))


def _passing_share(
    comparison: Comparison, estimates: Sequence[Estimate], measured: Measured
) -> float | None:
    people = float(comparison.people.sum())
    if people <= 0 or measured.judged_on != "raw":
        return None
    return sum(e.n for e in estimates if e.outcome is Outcome.PASS) / people


def _finding_outcome(
    failing: tuple[str, ...],
    open_groups: tuple[str, ...],
    to_review: tuple[str, ...],
    estimates: Sequence[Estimate],
    side: Sides,
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
