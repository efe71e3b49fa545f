"""The earlier process beside the present one: its gaps, and by how much they differ.

It stands beside a finding and changes no outcome: that something was as bad before is no excuse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from audit.check import Answer, Check, Measured
from audit.errors import PlanError
from audit.finding import Earlier, Estimate, Finding
from audit.inference.decided import Verdict
from audit.inference.earlier import change_of_gap
from audit.inference.verdict import decide
from audit.inputs import Source
from audit.measure import Measure
from audit.plan import ModelSection, PartPlan
from audit.review import ARM, PROBABILITY, STRATUM, Y_TRUE
from audit.runner import asking, findings
from audit.runner.collecting import measure_of
from audit.runner.disclosure import Disclosure
from audit.runner.planning import Question, missing_inputs
from audit.text import say
from audit.vocabulary import Per, Standing

if TYPE_CHECKING:
    from audit.runner.deciding import Bench

SUFFIX = "-baseline"
"""Behind the name of a part: no part of a plan can be named so."""

_REVIEW = (Y_TRUE, ARM, PROBABILITY, STRATUM)


def plan_of(part: PartPlan) -> PartPlan:
    """Return the part as the earlier table is read: the same roles, no model, no review."""
    columns = {
        role: names for role, names in part.roles.columns.items() if not {*names} & {*_REVIEW}
    }
    data = part.data.of_another(part.data.baseline)
    return replace(
        part,
        name=part.name + SUFFIX,
        data=data,
        model=ModelSection(),
        roles=replace(part.roles, columns=columns),
    )


def pruned(part: PartPlan, source: Source) -> PartPlan:
    """Return the earlier part with the roles that its table fills; groups and decisions it must.

    Raises
    ------
    PlanError
        With slug `baseline-no-decision`. A group column that is missing is found on opening.
    """
    made = {name for name, section in part.columns.items() if section.of in source.columns}
    there = {*source.columns, *made}
    columns = {
        role: kept
        for role, names in part.roles.columns.items()
        if (kept := tuple(name for name in names if name in there))
    }
    if "y_pred" not in columns:
        raise PlanError(
            f"[data] baseline names {part.data.source}, and no column there holds what was decided",
            slug="baseline-no-decision",
            hint="the earlier table needs the column of roles.y_pred; a model does not decide it again",
        )
    sections = {name: section for name, section in part.columns.items() if name in there}
    return replace(part, roles=replace(part.roles, columns=columns), columns=sections)


def measures_for(
    questions: Sequence[Question], part: str, measures: Sequence[Measure]
) -> list[Measure]:
    """Return the measures of counts that the questions of a part which compare groups ask for."""
    asked = {
        measure.name: measure
        for question in questions
        if question.ask.part.name == part and _compares(question.check) and question.blocked is None
        for measure in (measure_of(p, measures) for p in question.check.asks_for.values())
    }
    return [asked[name] for name in sorted(asked) if asked[name].margins is not None]


def _compares(check: Check) -> bool:
    return check.per in (Per.SENSITIVE_FEATURE, Per.INTERSECTION, Per.CLASS)


def verdicts(bench: Bench, answers: Mapping[str, Answer]) -> dict[str, Verdict]:
    """Put each question that compared rates to the earlier table too, where that can answer it.

    Each is decided alone: nothing here enters a family of the audit.
    """
    found: dict[str, Verdict] = {}
    for question in bench.questions:
        part = question.ask.part
        answer = answers.get(question.id)
        if not part.data.baseline or not isinstance(answer, Measured):
            continue
        then = _asked_then(question)
        if not _has_evidence(then, bench) or missing_inputs(
            question.check, then.ask.part, bench.plan
        ):
            continue
        was = asking.ask([then], bench.evidence, bench.measures)[question.id]
        if isinstance(was, Measured):
            posed = findings.posed(then, was, bench.plan, {})
            found[question.id] = decide([posed])[question.id]
    return found


def _asked_then(question: Question) -> Question:
    return replace(question, family="", ask=replace(question.ask, part=plan_of(question.ask.part)))


def _has_evidence(question: Question, bench: Bench) -> bool:
    return all(
        (question.ask.part.name, measure_of(payload, bench.measures).name) in bench.evidence
        for payload in question.check.asks_for.values()
    )


def beside(
    finding: Finding, now: Verdict, then: Verdict | None, disclosures: tuple[Disclosure, Disclosure]
) -> Finding:
    """Return a finding with the earlier gaps of the groups whose figures it shows.

    Parameters
    ----------
    then : Verdict or None
        None where the earlier table cannot answer the question.
    disclosures : (Disclosure, Disclosure)
        Of the present table and of the earlier one: a figure is shown where both show it.
    """
    if then is None:
        return replace(finding, notes=(*finding.notes, say("finding.earlier_unknown")))
    column = finding.feature
    present, earlier = disclosures
    shown = present.groups(column, [e.group for e in now.estimates])
    own = {shown[e.group]: e for e in now.estimates if shown[e.group] == e.group}
    was = {e.group: e for e in then.estimates}
    printed = {e.group for e in earlier.estimates(column, then.estimates) if e.value is not None}
    lines = tuple(
        replace(e, earlier=_earlier(own[e.group], was.get(e.group), e.group in printed))
        if e.group in own and e.value is not None
        else e
        for e in finding.estimates
    )
    note = say("finding.earlier")
    return replace(finding, estimates=lines, notes=(*finding.notes, note))


def _earlier(now: Estimate, then: Estimate | None, printed: bool) -> Earlier:  # noqa: FBT001 - private
    if then is None or then.n <= 0:
        return Earlier(standing=Standing.ABSENT)
    change = change_of_gap(now, then)
    if not printed or change is None:
        return Earlier(standing=Standing.WITHHELD)
    return Earlier(
        standing=Standing.SHOWN,
        value=then.value,
        difference=then.difference,
        difference_interval=then.difference_interval,
        change=change[0],
        change_interval=change[1],
    )
