"""From answers and verdicts to findings: outcome capped, names withheld, sentences chosen."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from audit.check import Measured, Ruled
from audit.criterion import Criterion, Source
from audit.finding import Estimate, Finding, Interval, Need, SetAside
from audit.inference.comparison import RATIO_ALONE_BELOW
from audit.inference.verdict import LEVEL, Posed, Verdict
from audit.measures.intersections import TIMES
from audit.plan import PartPlan, Plan
from audit.pooling import load as load_scheme
from audit.rights import look_up
from audit.runner.disclosure import Disclosure
from audit.runner.planning import Question
from audit.runner.sentences import (
    clustered,
    effective_limit,
    everyone,
    listed,
    printed,
    sentence,
    settle,
    truth_is_trusted,
    turned,
    worst_of,
)
from audit.text import Catalogue, Message, Param, say
from audit.vocabulary import (
    ALL,
    LimitBasis,
    MayConclude,
    NeedStatus,
    Outcome,
    Per,
    Right,
    Severity,
)

METHOD = "MOVER, Clopper-Pearson (verdict) and Jeffreys (shown)"
METHOD_WITHIN = "Mantel-Haenszel within strata, Sato and Greenland-Robins variances"


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
        column = question.ask.key
        outcome, verdict = cap(verdict.outcome, question), looked_at(verdict, measured)
        verdict = roughly(verdict, disclosure.hidden(column))
        groups = [e.group for e in verdict.estimates]
        shown, names = disclosure.groups(column, groups), disclosure.named(column, groups)
        message = sentence(question, measured, verdict, shown, names)
        worst = worst_of(verdict, measured, shown)
        reserved = measured.reservation
        if reserved is not None and outcome in (Outcome.PASS, Outcome.INCONCLUSIVE):
            outcome, message = Outcome.REVIEW, reserved.message
            verdict = replace(verdict, groups=reserved.groups)
        small = disclosure.people(column, verdict.estimates, verdict.set_aside)
        message = told(message, "small_people", small)
        message = told(message, "largest", disclosure.largest(column, verdict.estimates))
        base = self.base(question, outcome, message)
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
            people_in_passing_groups=disclosure.share(column, verdict.people_in_passing_groups),
            groups=listed(verdict.groups, names),
            set_aside=SetAside(groups=len(verdict.set_aside), people=small),
            method=METHOD_WITHIN if measured.judged_on == "within" else METHOD,
            notes=(
                *everyone(verdict, measured),
                *clustered(question, measured),
                *turned(verdict, measured, names, shown),
                *self.counted(question, uses_truth=measured.uses_truth),
                *measured.notes,
            ),
            settle=_counted_roughly(
                settle(question, verdict, names, disclosure.own(column)), disclosure, column
            ),
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
            look_up(
                question.check.rights,
                ground,
                system.jurisdictions,
                system.decided_on,
                about,
                system.scope,
            )
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


def _counted_roughly(
    message: Message | None, disclosure: Disclosure, column: str
) -> Message | None:
    """Round the people of open groups up where some groups stand in the line of others."""
    if message is None or not disclosure.hidden(column):
        return message
    parts = {
        name: _counted_roughly(part, disclosure, column) or part
        for name, part in message.parts.items()
    }
    people, params = message.params.get("people"), dict(message.params)
    if isinstance(people, int):
        params["people"] = disclosure.at_most(people)
    return replace(message, params=params, parts=parts)


def told(message: Message, name: str, value: Param) -> Message:
    """Return a message with another value of one parameter, in its parts as well."""
    parts = {key: told(part, name, value) for key, part in message.parts.items()}
    params = {**message.params, name: value} if name in message.params else message.params
    return replace(message, params=params, parts=parts)


def roughly(verdict: Verdict, hidden: Collection[str]) -> Verdict:
    """Round what is said of the least certain group up, where that may be one of the line of others.

    The smallest gap that would have been seen gives the group's size to whoever can compute it, and the
    people needed its rate.
    """
    if not any(e.group in hidden and (e.judged or e.n_to_pass) for e in verdict.estimates):
        return verdict
    estimates = tuple(
        replace(e, n_to_pass=_whole_up(e.n_to_pass)) if e.group in hidden else e
        for e in verdict.estimates
    )
    return replace(
        verdict,
        estimates=estimates,
        mde=rounded_up(verdict.mde),
        n_needed=_whole_up(verdict.n_needed),
        gap_ruled_out=rounded_up(verdict.gap_ruled_out, 2),
    )


def _whole_up(number: int | None) -> int | None:
    up = rounded_up(number)
    return None if up is None else round(up)


def rounded_up(number: float | None, figures: int = 1) -> float | None:
    """Return a number rounded up to a few figures.

    Examples
    --------
    >>> rounded_up(0.1231), rounded_up(431), rounded_up(0.2), rounded_up(0.1231, 2)
    (0.2, 500.0, 0.2, 0.13)
    """
    if not number or not math.isfinite(number):
        return number
    exact = Decimal(repr(float(number)))
    step = Decimal(1).scaleb(exact.adjusted() + 1 - figures)
    whole = (exact / step).to_integral_value(ROUND_CEILING)
    return float(whole * step)


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
