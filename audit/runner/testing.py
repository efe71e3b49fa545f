"""Findings of questions whose check tested its own hypotheses: labels withheld, sentences chosen.

A sentence of the check is filled with the fields of the hypothesis it is about (`group`, `value`,
`low`, `high`, `reference`, `difference`, `difference_low`, `difference_high`, `ratio`, `n`), those of
the finding (`groups`, `judged`, `small`, `small_people`, `ruled_out`, `limit`, `limit_ratio`,
`limit_floor`, `feature`, `truth`, `by`), and the `params` of the answer and of the hypothesis.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypedDict

from audit.check import Hypothesis, Tested
from audit.finding import Estimate, Finding, Interval, SetAside
from audit.inference.verdict import FEWEST_PEOPLE, LEVEL, PosedTests, Test, Verdict
from audit.measures.intersections import TIMES
from audit.runner.disclosure import Disclosure
from audit.runner.findings import Builder, cap, roughly, told
from audit.runner.planning import Question
from audit.runner.sentences import (
    effective_limit,
    listed,
    printed,
    truth_is_trusted,
    withheld,
)
from audit.text import Message, Param, say
from audit.vocabulary import Outcome, Worse


def posed(question: Question, tested: Tested) -> PosedTests:
    """Return a tested question as `decide` takes it."""
    return PosedTests(
        id=question.id,
        tested=tested,
        family=question.family,
        may_pass=not tested.uses_truth or truth_is_trusted(question.ask.part),
    )


@dataclass(frozen=True, kw_only=True)
class Labels:
    """What the labels of an answer may be called.

    Attributes
    ----------
    shown, named : mapping of str to str
        As `Disclosure.groups` and `Disclosure.named` give them.
    groups : bool
        Whether they are groups of a sensitive feature.
    """

    column: str
    disclosure: Disclosure
    shown: Mapping[str, str]
    named: Mapping[str, str]
    groups: bool


def labels(question: Question, tested: Tested, disclosure: Disclosure) -> Labels:
    """Return how labels are shown: groups by the rule of every page, others where people are enough."""
    column = tested.labels or question.ask.key
    groups = all(question.ask.part.roles.feature(part) for part in column.split(TIMES))
    if not groups and column not in disclosure.reviewers:
        people = {h.label: int(h.n if h.people is None else h.people) for h in tested.hypotheses}
        disclosure = Disclosure(lambda _: people, disclosure.min_cell)
    found = [h.label for h in tested.hypotheses]
    return Labels(
        column=column,
        disclosure=disclosure,
        shown=disclosure.groups(column, found),
        named=disclosure.named(column, found),
        groups=groups,
    )


def tests(verdict: Verdict, known: Labels) -> tuple[Test, ...]:
    """Return the tests of the family with labels as they may be named."""
    return tuple(replace(test, shown=known.shown[test.group]) for test in verdict.tests)


def finding(
    builder: Builder, question: Question, tested: Tested, verdict: Verdict, known: Labels
) -> Finding:
    """Return the finding of a question that was decided from its own tests."""
    verdict = roughly(verdict, known.disclosure.hidden(known.column))
    worst = worst_of(verdict, tested, known)
    message = sentence(question, tested, verdict, worst, known)
    small = known.disclosure.people(known.column, verdict.estimates, verdict.set_aside)
    message = told(message, "small_people", small)
    message = told(message, "largest", known.disclosure.largest(known.column, verdict.estimates))
    base = builder.base(question, cap(verdict.outcome, question), message)
    shown = worst is not None and printed(worst.group, known.shown)
    open_question = verdict.outcome is Outcome.INCONCLUSIVE
    return replace(
        base,
        feature=question.ask.key if known.groups else base.feature,
        metric=tested.metric,
        comparison=tested.comparison,
        direction=tested.worse,
        unit=tested.unit,
        heading=tested.heading,
        estimates=known.disclosure.estimates(known.column, verdict.estimates),
        **_observed(tested, worst if shown else None),
        level=LEVEL,
        p_value=verdict.p_value if shown or worst is None else None,
        p_adjusted=verdict.p_adjusted if shown or worst is None else None,
        mde=verdict.mde,
        n_needed=verdict.n_needed,
        gap_ruled_out=verdict.gap_ruled_out,
        people_in_passing_groups=known.disclosure.share(known.column, _passing(verdict))
        if known.groups
        else None,
        groups=listed(verdict.groups, known.named),
        set_aside=SetAside(groups=len(verdict.set_aside), people=small),
        method=tested.method,
        notes=(*builder.counted(question, uses_truth=tested.uses_truth), *tested.notes),
        settle=tested.settle if open_question else None,
        params={**message.params},
    )


class _Observed(TypedDict, total=False):
    observed: float | None
    observed_unit: str
    interval: Interval | None


def _observed(tested: Tested, worst: Estimate | None) -> _Observed:
    """Return the one figure of the finding: a ratio if there is one, else a difference, else a value."""
    if worst is None:
        return {}
    if worst.ratio is not None or worst.ratio_interval is not None:
        return {"observed": worst.ratio, "observed_unit": "ratio", "interval": worst.ratio_interval}
    if worst.difference is None:
        return {"observed": worst.value, "observed_unit": tested.unit, "interval": worst.interval}
    unit = "points" if tested.unit == "rate" else tested.unit
    interval = worst.difference_interval
    return {"observed": worst.difference, "observed_unit": unit, "interval": interval}


def _passing(verdict: Verdict) -> float | None:
    people = sum(e.n for e in verdict.estimates)
    passing = sum(e.n for e in verdict.estimates if e.outcome is Outcome.PASS)
    return passing / people if people else None


def worst_of(verdict: Verdict, tested: Tested, known: Labels) -> Estimate | None:
    """Return the hypothesis that the outcome is about, else the one with the largest difference."""
    judged = [e for e in verdict.estimates if e.judged]
    if not judged:
        return None
    if verdict.groups and verdict.outcome is not Outcome.INCONCLUSIVE:
        first = min(verdict.groups, key=lambda label: not printed(label, known.shown))
        judged = [e for e in judged if e.group == first] or judged
    judged = [e for e in judged if printed(e.group, known.shown)] or judged
    sign = -1.0 if tested.worse is Worse.LOWER else 1.0
    either = tested.worse is Worse.EITHER

    def badness(estimate: Estimate) -> tuple[float, float]:
        gap = estimate.difference or 0.0
        return (abs(gap) if either else sign * gap), -(estimate.p_value or 0.0)

    return max(judged, key=badness)


def sentence(
    question: Question, tested: Tested, verdict: Verdict, worst: Estimate | None, known: Labels
) -> Message:
    """Return what is said of a question that was decided."""
    name = _sentence_name(verdict)
    if worst is None:
        largest = int(max((e.n for e in verdict.estimates), default=0))
        params: dict[str, Param] = {
            **tested.params, "groups": len(verdict.estimates), "largest": largest,
            "fewest": FEWEST_PEOPLE,
        }  # fmt: skip
        return _said(question, tested, "none_judged", params)
    if not printed(worst.group, known.shown):
        beyond = "fail" if question.family else "indicator"
        said = beyond if name == "beyond" else name
        return withheld(question, verdict, worst, said, known.named)
    about = next(h for h in tested.hypotheses if h.label == worst.group)
    return _said(question, tested, name, _fields(question, tested, verdict, about, known))


def _sentence_name(verdict: Verdict) -> str:
    if verdict.withheld_pass:
        return "within_withheld"
    match verdict.outcome:
        case Outcome.PASS:
            return "within"
        case Outcome.INCONCLUSIVE:
            return "open"
    return "favoured" if verdict.groups and verdict.groups[0] in verdict.favoured else "beyond"


def _said(question: Question, tested: Tested, name: str, params: Mapping[str, Param]) -> Message:
    name = tested.sentences.get(name, name)
    if name in question.check.says:
        return question.ask.say(name, **params)
    return say(f"finding.tested_{name}", **params)


def _fields(
    question: Question, tested: Tested, verdict: Verdict, about: Hypothesis, known: Labels
) -> dict[str, Param]:
    limit = effective_limit(question.ask.limit, question.ask.plan)
    low, high = about.interval or (None, None)
    difference_low, difference_high = about.difference_interval or (None, None)
    roles = question.ask.part.roles
    return {
        "feature": question.ask.key,
        "group": known.shown[about.label],
        "value": about.value,
        "low": low,
        "high": high,
        "reference": about.reference,
        "difference": about.difference,
        "difference_low": difference_low,
        "difference_high": difference_high,
        "ratio": about.ratio,
        "n": round(about.n),
        "groups": listed(verdict.groups, known.named),
        "judged": sum(e.judged for e in verdict.estimates),
        "small": len(verdict.set_aside),
        "small_people": int(sum(e.n for e in verdict.estimates if e.group in verdict.set_aside)),
        "ruled_out": verdict.gap_ruled_out,
        "limit": limit.value,
        "limit_ratio": limit.ratio,
        "limit_floor": limit.difference,
        "truth": roles.one("y_true") or "",
        "by": roles.y_true_recorded_by or "nobody the plan names",
        **tested.params,
        **about.params,
    }
