"""Hypotheses that a check tested by a method of its own, decided with the comparisons of groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from audit.check import Hypothesis, Tested
from audit.finding import Estimate
from audit.inference.decided import Test, Verdict
from audit.vocabulary import Outcome, Worse

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PosedTests:
    """One tested question, ready to be decided with the others; fields as in `Posed`."""

    id: str
    tested: Tested
    family: str = ""
    may_pass: bool = True


@dataclass(frozen=True, kw_only=True)
class TestedSides:
    """P-values of one question: harm, and the favoured side where the check tested it."""

    posed: PosedTests
    harm: Array
    favour: Array
    in_family: Array


def sides(posed: PosedTests) -> TestedSides:
    """Return what enters the family: the hypotheses that could be judged."""
    hypotheses = posed.tested.hypotheses
    return TestedSides(
        posed=posed,
        harm=_numbers(hypotheses, lambda h: h.p_value),
        favour=_numbers(hypotheses, lambda h: h.p_favour),
        in_family=np.array([h.judged and h.p_value is not None for h in hypotheses], bool),
    )


def _numbers(
    hypotheses: Sequence[Hypothesis], which: Callable[[Hypothesis], float | None]
) -> Array:
    found = [which(hypothesis) for hypothesis in hypotheses]
    return np.array([1.0 if p is None else p for p in found], float)


def verdict(side: TestedSides, harm: Array, favour: Array, alpha: float) -> Verdict:
    """Decide one question from its adjusted p-values, by the rules of every other question.

    Parameters
    ----------
    harm, favour : ndarray of float, shape (n_hypotheses,)
        Adjusted over the family; nan outside it.
    alpha : float
        Error rate of the family.
    """
    posed = side.posed
    with np.errstate(invalid="ignore"):
        rejected, favoured = harm <= alpha, favour <= alpha
    estimates = [
        _estimate(h, _outcome(h, posed, rejected=bool(r), favoured=bool(f)), float(p))
        for h, r, f, p in zip(posed.tested.hypotheses, rejected, favoured, harm, strict=True)
    ]
    failing = _named(posed.tested, estimates, rejected)
    ahead = _named(posed.tested, estimates, favoured & ~rejected)
    open_ones = [e for e in estimates if e.outcome is Outcome.INCONCLUSIVE]
    withheld = False
    if failing:
        outcome, about = (Outcome.FAIL if posed.family else Outcome.REVIEW), failing
    elif open_ones or not estimates:
        outcome, about = Outcome.INCONCLUSIVE, tuple(e.group for e in open_ones)
    elif ahead:
        outcome, about = Outcome.REVIEW, ahead
    else:
        withheld = not posed.may_pass
        outcome, about = (Outcome.REVIEW if withheld else Outcome.PASS), ()
    needed = [e.n_to_pass for e in open_ones if e.n_to_pass is not None]
    gaps = [e.mde for e in estimates if e.judged and e.mde is not None]
    bounds = [h.ruled_out for h in posed.tested.hypotheses if h.judged and h.ruled_out is not None]
    p = side.harm[side.in_family]
    return Verdict(
        outcome=outcome,
        estimates=tuple(estimates),
        groups=about,
        favoured=ahead,
        undecided=tuple(e.group for e in open_ones if e.judged),
        set_aside=tuple(e.group for e in open_ones if not e.judged),
        tests=_tests(estimates, rejected) if posed.family else (),
        p_value=float(p.min()) if p.size else None,
        p_adjusted=min((e.p_adjusted for e in estimates if e.p_adjusted is not None), default=None),
        mde=max(gaps, default=None),
        n_needed=max(needed) if open_ones and len(needed) == len(open_ones) else None,
        gap_ruled_out=max(bounds, default=None),
        withheld_pass=withheld,
    )


def _outcome(
    hypothesis: Hypothesis, posed: PosedTests, *, rejected: bool, favoured: bool
) -> Outcome:
    if rejected:
        return Outcome.FAIL if posed.family else Outcome.REVIEW
    if not hypothesis.judged or hypothesis.p_value is None:
        return Outcome.INCONCLUSIVE
    if favoured:
        return Outcome.REVIEW
    if hypothesis.inside:
        return Outcome.PASS if posed.may_pass else Outcome.REVIEW
    return Outcome.INCONCLUSIVE


def _estimate(h: Hypothesis, outcome: Outcome, adjusted: float) -> Estimate:
    tested = np.isfinite(adjusted)
    return Estimate(
        group=h.label,
        n=h.n,
        events=h.events,
        value=h.value,
        interval=h.interval,
        reference=h.reference,
        difference=h.difference,
        difference_interval=h.difference_interval,
        ratio=h.ratio,
        ratio_interval=h.ratio_interval,
        limit_at=h.limit_at,
        p_value=h.p_value if tested else None,
        p_adjusted=adjusted if tested else None,
        outcome=outcome,
        judged=h.judged and h.p_value is not None,
        mde=h.mde,
        n_to_pass=h.n_to_pass,
    )


def _tests(estimates: Sequence[Estimate], rejected: Array) -> tuple[Test, ...]:
    return tuple(
        Test(group=e.group, p_value=e.p_value, p_adjusted=e.p_adjusted, rejected=bool(r))
        for e, r in zip(estimates, rejected, strict=True)
        if e.p_value is not None and e.p_adjusted is not None
    )


def _named(tested: Tested, estimates: Sequence[Estimate], which: Array) -> tuple[str, ...]:
    """Return the labels that are meant, largest difference to somebody's harm first."""
    sign = -1.0 if tested.worse is Worse.LOWER else 1.0
    hit = [e for e, r in zip(estimates, which, strict=True) if r]
    either = tested.worse is Worse.EITHER

    def badness(estimate: Estimate) -> float:
        gap = estimate.difference or 0.0
        return abs(gap) if either else sign * gap

    hit.sort(key=lambda e: (-badness(e), e.p_value or 0.0, e.group))
    return tuple(e.group for e in hit)
