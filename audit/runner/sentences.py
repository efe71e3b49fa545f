"""What a decided question says: its sentence, what would settle it, what a reader must know beside it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from audit.check import Measured
from audit.criterion import Limit
from audit.finding import Estimate, Interval
from audit.inference.verdict import FEWEST_PEOPLE, Verdict
from audit.plan import PartPlan, Plan
from audit.runner.planning import Question, review_command
from audit.text import Message, Param, say
from audit.vocabulary import (
    RANDOM_ARM,
    Outcome,
    OutcomeKnown,
    Worse,
)

DECIDER = "decider"
_FILES = 400


def effective_limit(limit: Limit, plan: Plan) -> Limit:
    """Return the limit with a floor in people a year turned into a difference of rates."""
    if limit.people_per_year and plan.system.decisions_per_year:
        share = min(limit.people_per_year / plan.system.decisions_per_year, 1.0)
        return replace(limit, difference=share)
    return limit


def truth_is_trusted(part: PartPlan) -> bool:
    """Whether somebody other than the deciding body is declared to have recorded the truth."""
    by = part.roles.y_true_recorded_by.strip().lower()
    known = part.roles.outcome_known in (OutcomeKnown.EVERYONE, OutcomeKnown.RANDOM_ARM)
    known = known or part.roles.by_probability
    return bool(by) and by != DECIDER and known


def printed(group: str, shown: Mapping[str, str]) -> bool:
    """Whether the figures of a group are printed beside its name or its pseudonym."""
    return shown[group] == group or shown[group].startswith("reviewer")


def worst_of(verdict: Verdict, measured: Measured, shown: Mapping[str, str]) -> Estimate | None:
    """Return the judged group that the outcome is about, else the one that fares worst.

    One whose figures are printed, if there is any.
    """
    judged = [e for e in verdict.estimates if e.judged and e.difference is not None]
    if not judged:
        return None
    if verdict.groups and verdict.outcome is not Outcome.INCONCLUSIVE:
        first = min(verdict.groups, key=lambda group: not printed(group, shown))
        judged = [e for e in judged if e.group == first] or judged
    judged = [e for e in judged if printed(e.group, shown)] or judged
    within = measured.judged_on == "within"

    def gap(estimate: Estimate) -> float:
        gap = (estimate.within_difference if within else estimate.difference) or 0.0
        if measured.worse is Worse.EITHER:
            return abs(gap)
        return -gap if measured.worse is Worse.LOWER else gap

    return max(judged, key=gap)


def sentence(
    question: Question,
    measured: Measured,
    verdict: Verdict,
    shown: Mapping[str, str],
    names: Mapping[str, str],
) -> Message:
    """Return the sentence of a finding: who fares how, against whom."""
    worst = worst_of(verdict, measured, shown)
    name = _sentence_name(question, measured, verdict)
    if worst is None:
        return say(
            "finding.none_judged",
            groups=len(verdict.estimates),
            fewest=FEWEST_PEOPLE,
            largest=int(max((e.n for e in verdict.estimates), default=0)),
        )
    if not printed(worst.group, shown):
        return withheld(question, verdict, worst, name, names)
    lower = measured.worse is Worse.LOWER
    limit = effective_limit(question.ask.limit, question.ask.plan)
    ratio = limit.ratio or None
    params: dict[str, Param] = {
        "feature": question.ask.key,
        "group": shown[worst.group],
        "value": worst.value,
        "reference": worst.reference,
        "difference": worst.difference,
        "ratio": worst.ratio,
        "limit_ratio": (1 / ratio if lower else ratio) if ratio else None,
        "limit_floor": limit.difference,
        "others": measured.reference or "everyone else",
        "groups": listed(_about(verdict), names),
        "judged": sum(e.judged for e in verdict.estimates),
        "ruled_out": verdict.gap_ruled_out,
        "small": len(verdict.set_aside),
        "small_people": int(sum(e.n for e in verdict.estimates if e.group in verdict.set_aside)),
        "within": worst.within_difference,
        "controls": measured.strata_names,
        "truth": question.ask.part.roles.one("y_true") or "",
        "by": question.ask.part.roles.y_true_recorded_by or "nobody the plan names",
        "recorder": "[data] reviewed_by"
        if question.ask.part.data.review
        else "[roles] y_true_recorded_by",
    }
    ratio_words = say("finding.times" if worst.ratio is not None else "finding.from_none", **params)
    return Message(
        id=f"finding.{name}",
        params=params,
        parts={"phrase": measured.phrase, "times": ratio_words},
    )


def withheld(
    question: Question, verdict: Verdict, worst: Estimate, name: str, names: Mapping[str, str]
) -> Message:
    """Return what is said where the figures themselves may not be."""
    if not name.startswith(("fail", "indicator")):
        return say("finding.withheld", groups=listed(_about(verdict) or (worst.group,), names))
    if names[worst.group] != worst.group:
        return say("finding.fail_unnamed")
    protects = "fail_protects" if name.startswith("fail") else "indicator_protects"
    return say(f"finding.{protects}", feature=question.ask.key, group=worst.group)


def _sentence_name(question: Question, measured: Measured, verdict: Verdict) -> str:
    stratified = "_within" if measured.strata else ""
    held = stratified if measured.judged_on == "within" else ""
    match verdict.outcome:
        case Outcome.FAIL:
            return "fail" + held if question.family else "indicator"
        case Outcome.PASS:
            return "pass" + stratified
        case Outcome.INCONCLUSIVE if verdict.undecided and verdict.set_aside:
            return "undecided_and_small" + held
        case Outcome.INCONCLUSIVE:
            return "undecided" + held if verdict.undecided else "small"
    if verdict.withheld_pass:
        declared = question.ask.part.roles.y_true_recorded_by.strip()
        return "pass_withheld" if declared else "pass_undeclared"
    for name in ("favoured", "floor_saved", "saturated"):
        if verdict.groups and verdict.groups[0] in getattr(verdict, name):
            return name
    return "indicator" + stratified


def clustered(question: Question, measured: Measured) -> tuple[Message, ...]:
    """Say that rows of one cluster count for fewer people."""
    clusters = [rate.clusters for rate in measured.rates.values() if rate.clusters]
    roles = question.ask.part.roles
    if not clusters:
        return ()
    return (
        say(
            "finding.clustered",
            column=roles.one("cluster") or roles.one("identifiers") or "",
            clusters=sum(clusters),
            strata=bool(measured.strata),
        ),
    )


def turned(
    verdict: Verdict, measured: Measured, names: Mapping[str, str], shown: Mapping[str, str]
) -> tuple[Message, ...]:
    """Say whose gap points the other way among people alike (Simpson's paradox), beyond chance."""
    groups = tuple(e.group for e in verdict.estimates if printed(e.group, shown) and _turns(e))
    if not groups:
        return ()
    held = measured.strata_names
    return (say("finding.turned", groups=listed(groups, names), controls=held),)


def _turns(e: Estimate) -> bool:
    return _side(e.difference_interval) * _side(e.within_difference_interval) < 0


def _side(interval: Interval | None) -> int:
    """Return 1 for an interval above zero, -1 for one below, 0 for one that holds it."""
    low, high = interval or (None, None)
    return int(low is not None and low > 0) - int(high is not None and high < 0)


def everyone(verdict: Verdict, measured: Measured) -> tuple[Message, ...]:
    """Say the rate of everyone together."""
    if verdict.overall is None:
        return ()
    params: dict[str, Param] = {"value": verdict.overall.value, "n": int(verdict.overall.n)}
    if verdict.overall.events is None:
        return (
            Message(id="finding.overall_drawn", params=params, parts={"phrase": measured.phrase}),
        )
    params["events"] = int(verdict.overall.events)
    return (Message(id="finding.overall", params=params, parts={"phrase": measured.phrase}),)


def listed(groups: Sequence[str], shown: Mapping[str, str]) -> tuple[str, ...]:
    """Return groups as they may be named, those without a name of their own last."""
    named = [shown[g] for g in groups]
    named.sort(key=lambda name: name.startswith("other groups"))
    return tuple(dict.fromkeys(named))


def _about(verdict: Verdict) -> tuple[str, ...]:
    """Return the groups that the sentence is about: those of one reason, not of all of them."""
    for groups in (verdict.favoured, verdict.floor_saved, verdict.saturated):
        if verdict.outcome is Outcome.REVIEW and verdict.groups and verdict.groups[0] in groups:
            return groups
    return verdict.groups


def settle(
    question: Question,
    verdict: Verdict,
    shown: Mapping[str, str],
    sizes: Mapping[str, int] | None = None,
) -> Message | None:
    """Return what would settle an open question: more people, files to read, a floor."""
    if verdict.outcome is not Outcome.INCONCLUSIVE:
        return None
    open_groups = [
        e for e in verdict.estimates if e.group in (*verdict.undecided, *verdict.set_aside)
    ]
    more = [e for e in open_groups if e.group in verdict.settled_by_more]
    floor = [e for e in open_groups if e.group in verdict.floorless and e not in more]
    rest = [e for e in open_groups if e not in floor]
    near = [e for e in rest if e.group in verdict.near_limit]
    files = [e for e in rest if e not in more and e not in near]
    params: dict[str, Param] = {
        "more": listed([e.group for e in more], shown),
        "needed": max((e.n_to_pass or 0 for e in more), default=0),
        "near": listed([e.group for e in near], shown),
        "files": listed([e.group for e in files], shown),
        "people": int(sum(e.n for e in files)),
        "floor": listed([e.group for e in floor], shown),
    }
    needed = max((e.n_to_pass or 0 for e in more), default=0)
    to_read = max(_FILES, _to_read(needed, verdict.estimates, sizes or {}))
    if sizes and not question.ask.part.roles.has_arm:
        to_read = min(to_read, sum(sizes.values()))
    params["command"] = review_command(question.ask.part, question.ask.key, to_read)
    variant = {
        "more": "_drawn" if question.ask.sample == RANDOM_ARM else "",
        "files": "_known" if _all_known(question.ask.part) else "",
    }
    said = {
        name: say(f"finding.settle_{name}{variant.get(name, '')}", **params)
        for name, groups in (
            ("more", more),
            ("near", near),
            ("files", files),
            ("floor", floor),
        )
        if groups
    }
    if not said:
        return None
    ids = "_".join(["finding.settle", *said])
    return Message(id=ids, parts=said) if len(said) > 1 else next(iter(said.values()))


def _to_read(needed: int, estimates: Sequence[Estimate], sizes: Mapping[str, int]) -> int:
    """Return the files to be drawn so that each group has as many people in the count.

    Only some of the files drawn are about people whom the rate counts: those without the condition,
    for one. `sizes` are the rows of each group in the sample, counted or not.
    """
    total = 0.0
    for e in estimates:
        share = min(e.n / sizes[e.group], 1.0) if sizes.get(e.group) and e.n > 0 else 1.0
        total += needed / share
    return math.ceil(total)


def _all_known(part: PartPlan) -> bool:
    """Whether the truth of everyone stands in the table already, so that there is nothing to read."""
    known = part.roles.outcome_known is OutcomeKnown.EVERYONE
    return known and bool(part.roles.one("y_true")) and truth_is_trusted(part)
