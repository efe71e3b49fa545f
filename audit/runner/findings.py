"""From answers and verdicts to findings: outcome capped, names withheld, sentences chosen."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from audit.check import Measured, Ruled
from audit.criterion import Criterion, Limit, Source
from audit.finding import Estimate, Finding, Interval, Need, SetAside
from audit.inference.comparison import RATIO_ALONE_BELOW
from audit.inference.verdict import FEWEST_PEOPLE, LEVEL, Posed, Verdict
from audit.measures.intersections import TIMES
from audit.plan import PartPlan, Plan
from audit.pooling import load as load_scheme
from audit.rights import look_up
from audit.runner.disclosure import Disclosure
from audit.runner.planning import Question, review_command
from audit.text import Catalogue, Message, Param, say
from audit.vocabulary import (
    ALL,
    RANDOM_ARM,
    LimitBasis,
    MayConclude,
    NeedStatus,
    Outcome,
    OutcomeKnown,
    Per,
    Right,
    Severity,
    Worse,
)

METHOD = "MOVER, Clopper-Pearson (verdict) and Jeffreys (shown)"
METHOD_WITHIN = "Mantel-Haenszel within strata, Sato and Greenland-Robins variances"
DECIDER = "decider"
_FILES = 400
"""Files that a finding proposes to draw for review, unless more are needed."""


def posed(question: Question, measured: Measured, plan: Plan, room: Mapping[str, float]) -> Posed:
    """Return a measured question as `decide` takes it."""
    feature = question.ask.part.roles.feature(question.ask.key)
    reference = feature.reference if feature else ""
    return Posed(
        id=question.id,
        measured=replace(measured, reference=measured.reference or reference),
        limit=effective_limit(question.ask.limit, plan),
        family=question.family,
        may_pass=not measured.uses_truth or truth_is_trusted(question.ask.part),
        room=room,
        ratio_alone_below=0.0 if floor_is_stated(question, plan) else RATIO_ALONE_BELOW,
    )


def floor_is_stated(question: Question, plan: Plan) -> bool:
    """Whether somebody named in the plan set the floor: it then counts at every rate."""
    changed = plan.checks.changed.get(question.check.id)
    limit = changed.limit if changed else None
    stated = limit is not None and bool(limit.people_per_year or limit.difference)
    return stated and bool(question.ask.criterion.set_by)


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


@dataclass(frozen=True, kw_only=True)
class Builder:
    """Makes findings of one audit.

    Attributes
    ----------
    disclosures : mapping of str to Disclosure
        By part.
    evidence : callable
        Question to the ids of the evidence it was put to.
    """

    plan: Plan
    catalogue: Catalogue
    disclosures: Mapping[str, Disclosure]
    evidence: Callable[[Question], tuple[str, ...]]

    def ruled(self, question: Question, answer: Ruled) -> Finding:
        """Return the finding of a question that needed no inference."""
        outcome = cap(answer.outcome, question)
        base = self.base(question, outcome, answer.message)
        disclosure = self.disclosures.get(question.ask.part.name)
        groups = answer.groups
        if disclosure is not None and question.ask.part.roles.feature(question.ask.key):
            known = disclosure.sizes(question.ask.key)
            shown = disclosure.groups(question.ask.key, [g for g in groups if g in known])
            groups = tuple(dict.fromkeys(shown.get(g, g) for g in groups))
        return replace(
            base,
            metric=answer.metric,
            observed=answer.observed,
            interval=answer.interval,
            groups=groups,
            needs=self._needs(question, answer.needs),
            associated_inputs=answer.associated_inputs,
            settle=answer.settle,
            notes=answer.notes,
            params={**answer.message.params},
        )

    def judged(self, question: Question, measured: Measured, verdict: Verdict) -> Finding:
        """Return the finding of a question that was decided with all others."""
        disclosure = self.disclosures[question.ask.part.name]
        outcome, verdict = cap(verdict.outcome, question), looked_at(verdict, measured)
        column = question.ask.key
        groups = [e.group for e in verdict.estimates]
        shown, names = disclosure.groups(column, groups), disclosure.named(column, groups)
        message = _sentence(question, measured, verdict, shown, names)
        worst = _worst(verdict, measured, shown)
        reserved = measured.reservation
        if reserved is not None and outcome in (Outcome.PASS, Outcome.INCONCLUSIVE):
            outcome, message = Outcome.REVIEW, reserved.message
            verdict = replace(verdict, groups=reserved.groups)
        base = self.base(question, outcome, message)
        small = [e for e in verdict.estimates if e.group in verdict.set_aside]
        named = worst is not None and shown[worst.group] == worst.group
        tell = worst is None or printed(worst.group, shown)
        return replace(
            base,
            feature=column,
            metric=measured.metric,
            comparison=f"each group with {measured.reference or 'everyone else'}",
            direction=measured.worse,
            estimates=disclosure.estimates(column, verdict.estimates),
            overall=verdict.overall,
            observed=_observed(worst, measured) if named else None,
            interval=_observed_interval(worst, measured) if named else None,
            level=LEVEL,
            p_value=verdict.p_value if tell else None,
            p_adjusted=verdict.p_adjusted if tell else None,
            mde=verdict.mde,
            n_needed=verdict.n_needed,
            gap_ruled_out=verdict.gap_ruled_out,
            people_in_passing_groups=verdict.people_in_passing_groups,
            groups=listed(verdict.groups, names),
            set_aside=SetAside(groups=len(small), people=sum(e.n for e in small)),
            method=METHOD_WITHIN if measured.judged_on == "within" else METHOD,
            notes=(
                *_everyone(verdict, measured),
                *_clustered(question, measured),
                *self.counted(question, uses_truth=measured.uses_truth),
                *measured.notes,
            ),
            settle=_settle(question, verdict, names, disclosure.sizes(column)),
            params={**message.params},
        )

    def base(self, question: Question, outcome: Outcome, message: Message) -> Finding:
        """Return a finding with everything that the plan and the check say of it."""
        check, ask = question.check, question.ask
        feature = ask.part.roles.feature(ask.key)
        rights, sources = self._law(question)
        criterion = ask.criterion
        concerns = outcome in (Outcome.FAIL, Outcome.REVIEW)
        return Finding(
            id=question.id,
            check=check.id,
            part=ask.part.name,
            sample=ask.sample,
            key=question.name,
            title=check.title,
            outcome=outcome,
            may_conclude=check.may_conclude,
            severity=severity(criterion, self.plan),
            message=message,
            condition=self.catalogue.render(message),
            lead=bool(question.family),
            feature=ask.key if feature else "",
            rights=rights,
            sources=sources,
            limit=effective_limit(criterion.limit, self.plan) if criterion.limit else None,
            limit_basis=criterion.basis,
            limit_source=criterion.source,
            limit_set_by=criterion.set_by,
            limit_set_at=criterion.set_at,
            effect=check.page.why if concerns else "",
            recommendation=check.page.to_do if concerns else "",
            evidence=self.evidence(question),
            waiver=next((w for w in self.plan.waivers if w.finding == question.id), None),
        )

    def _law(self, question: Question) -> tuple[tuple[Right, ...], tuple[Source, ...]]:
        """Look up rights and sources for each ground that the key stands for."""
        roles = question.ask.part.roles
        found = [roles.feature(name) for name in question.ask.key.split(TIMES)]
        grounds = dict.fromkeys(f.ground if f else None for f in found)
        system = self.plan.system
        about = f"{system.purpose} {system.decision} {system.affected}"
        looked = [
            look_up(question.check.rights, ground, system.jurisdictions, system.decided_on, about)
            for ground in grounds
        ]
        rights = dict.fromkeys(right for some, _ in looked for right in some)
        sources = {(s.title, s.locator): s for _, some in looked for s in some}
        return tuple(rights), tuple(sorted(sources.values(), key=lambda s: not s.binding))

    def _needs(self, question: Question, inputs: Sequence[str]) -> tuple[Need, ...]:
        return tuple(
            Need(
                input=name,
                serves=question.check.title,
                status=self.plan.requests.get(name, NeedStatus.NOT_REQUESTED),
            )
            for name in inputs
        )

    def counted(self, question: Question, *, uses_truth: bool) -> tuple[Message, ...]:
        """Say which labels were counted, and which column was taken as the truth."""
        roles = question.ask.part.roles
        notes = []
        if question.check.per is Per.CLASS:
            return (
                say(
                    "finding.classes",
                    column=roles.one("y_pred") or "",
                    truth=roles.one("y_true") or "",
                    classes=roles.classes,
                    by=roles.y_true_recorded_by or "nobody the plan names",
                ),
            )
        if "y_pred" in question.check.needs:
            notes.append(
                say(
                    "finding.counted",
                    column=roles.one("y_pred") or "",
                    labels=roles.positive_labels("y_pred") or ("true",),
                )
            )
        for column in question.ask.key.split(TIMES):
            section = question.ask.part.columns.get(column)
            if section is not None and section.pool:
                title = load_scheme(section.pool).title
                notes.append(say("finding.pooled", column=column, scheme=title))
        if uses_truth:
            notes.append(
                say(
                    "finding.truth",
                    column=roles.one("y_true") or "",
                    labels=roles.positive_labels("y_true") or ("true",),
                    by=roles.y_true_recorded_by or "nobody the plan names",
                )
            )
        return tuple(notes)


def looked_at(verdict: Verdict, measured: Measured) -> Verdict:
    """Return the verdict with the people who were looked at, where each stands for others.

    A weighted sum of events is an estimate and no count, so none is given.
    """
    rows = {group: rate.rows for group, rate in measured.rates.items() if rate.rows is not None}
    if not rows:
        return verdict
    estimates = tuple(
        replace(e, n=rows.get(e.group) or 0.0, events=None) for e in verdict.estimates
    )
    everyone = verdict.overall and replace(verdict.overall, n=sum(rows.values()), events=None)
    return replace(verdict, estimates=estimates, overall=everyone)


def cap(outcome: Outcome, question: Question) -> Outcome:
    """Hold an outcome to what the check may conclude here."""
    leads = bool(question.family)
    may = question.check.may_conclude
    capped = may is MayConclude.INDICATOR or (may is MayConclude.LEAD and not leads)
    return Outcome.REVIEW if capped and outcome is Outcome.FAIL else outcome


def severity(criterion: Criterion, plan: Plan) -> Severity:
    """Return the severity: one step up if coercive, one if irreversible.

    A limit that is only a convention makes nothing critical, unless the auditor adopted it with a
    reason.
    """
    raised = criterion.severity.raised(plan.system.coercive + plan.system.irreversible)
    adopted = criterion.basis in (LimitBasis.LAW, LimitBasis.STANDARD) or criterion.reason
    if raised is Severity.CRITICAL and criterion.limit is not None and not adopted:
        return Severity.SERIOUS
    return raised


def room(
    part: PartPlan, sample: str, here: Mapping[str, float], whole: Mapping[str, float]
) -> dict[str, float]:
    """Return how many times larger each group could become with the people who exist.

    In a census there is nobody else; a random review can be widened to the whole; a sample can be
    drawn again.
    """
    from audit.vocabulary import Coverage

    if part.data.coverage is Coverage.SAMPLE:
        return dict.fromkeys(here, float("inf"))
    if sample == ALL:
        return dict.fromkeys(here, 1.0)
    return {g: whole.get(g, n) / n if n else float("inf") for g, n in here.items()}


def _observed(worst: Estimate | None, measured: Measured) -> float | None:
    if worst is None:
        return None
    return worst.within_ratio if measured.judged_on == "within" else worst.ratio


def _observed_interval(worst: Estimate | None, measured: Measured) -> Interval | None:
    if worst is None:
        return None
    within = measured.judged_on == "within"
    return worst.within_ratio_interval if within else worst.ratio_interval


def printed(group: str, shown: Mapping[str, str]) -> bool:
    """Whether the figures of a group are printed beside its name or its pseudonym."""
    return shown[group] == group or shown[group].startswith("reviewer")


def _worst(verdict: Verdict, measured: Measured, shown: Mapping[str, str]) -> Estimate | None:
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


def _sentence(
    question: Question,
    measured: Measured,
    verdict: Verdict,
    shown: Mapping[str, str],
    names: Mapping[str, str],
) -> Message:
    worst = _worst(verdict, measured, shown)
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


def _clustered(question: Question, measured: Measured) -> tuple[Message, ...]:
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


def _everyone(verdict: Verdict, measured: Measured) -> tuple[Message, ...]:
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


def _settle(
    question: Question,
    verdict: Verdict,
    shown: Mapping[str, str],
    sizes: Mapping[str, int] | None = None,
) -> Message | None:
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
