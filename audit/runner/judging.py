"""Stored evidence judged again, with new criteria: no data and no model are opened."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from audit import serde
from audit.check import Answer, Check, Ruled
from audit.errors import PlanError, RecordError
from audit.finding import Finding
from audit.kind import Kind
from audit.measure import Measure
from audit.plan import PartPlan, Plan
from audit.record import AuditRecord, Judgement
from audit.registry import instances
from audit.runner import (
    asking,
    checklisting,
    collecting,
    concluding,
    deciding,
    hearing,
    overlapping,
    planning,
    recording,
)
from audit.runner.auditing import SIZES
from audit.runner.collecting import Collected
from audit.runner.deciding import Bench
from audit.runner.disclosure import Disclosure, printed_together
from audit.runner.earlier import SUFFIX
from audit.runner.planning import Question
from audit.vocabulary import Outcome


def judge(record: AuditRecord, criteria: Plan, folder: Path) -> tuple[AuditRecord, dict[str, str]]:
    """Judge stored evidence again.

    The questions and the family stay those of the record's plan; limits, severities, gate and
    waivers are the new plan's.

    Parameters
    ----------
    folder : Path
        The `evidence/` that was written with the record.

    Raises
    ------
    RecordError
        With slug `evidence-missing` or `evidence-changed` if the evidence is not the record's.
    PlanError
        With slug `family-fixed` if the new criteria name other leading questions.
    """
    plan = _merged(record, criteria)
    checks, measures = instances(Check, "checks"), instances(Measure, "measures")
    questions = planning.questions(plan, checks, instances(Kind, "kinds"))
    evidence, files = _stored(record, measures, folder)
    disclosures = {}
    for planned in plan.parts:
        both = (planned.name, planned.name + SUFFIX) if planned.data.baseline else (planned.name,)
        for part in both:
            name = f"{SIZES}-{part}.json"
            if name not in files:  # records of earlier versions do not name it
                files[name] = _read(folder / name)
            table = _table(files[name], name)
            beside: Mapping[str, Any] = table.get("", {})  # records of earlier versions have none
            disclosures[part] = Disclosure(
                _sizes_in(table),
                plan.report.min_cell,
                planned.roles.all("reviewer"),
                record.seed,
                people_here=_sizes_in(beside["people"]) if "people" in beside else None,
                secret=str(beside.get("secret", "")),
                **printed_together(planned),
            )
    disclosures = overlapping.agreed(disclosures, plan.parts)
    bench = Bench(
        plan=plan,
        questions=questions,
        checks=checks,
        measures=measures,
        evidence=evidence,
        disclosures=disclosures,
        said=hearing.kept(record, plan),
        lists=checklisting.load(plan)
        if plan.checklists.answers
        else checklisting.kept(plan, record),
    )
    found, tests = deciding.judge(bench, _answers(bench, record))
    new = deciding.record(
        bench, found, tests, parts=record.parts, inputs=record.inputs, entries=record.evidence
    )
    judgements = (*record.judgements, _judgement(record, new, plan, criteria))
    return replace(
        new,
        environment=record.environment,
        judgements=judgements,
        conclusion=concluding.conclude(
            new.findings,
            plan,
            bench.catalogue,
            today=datetime.now(UTC).date(),
            judgements=judgements,
        ),
    ), files


def _judgement(old: AuditRecord, new: AuditRecord, plan: Plan, criteria: Plan) -> Judgement:
    """Return what was changed, by whom and why, and what the answer was before."""
    said = {
        id: (_criteria_of(id, old), _criteria_of(id, new)) for id in sorted(criteria.checks.changed)
    }
    changed = {id: f"{was} -> {now}" for id, (was, now) in said.items() if was != now}
    sections = {id: plan.checks.changed[id] for id in changed}
    return Judgement(
        criteria=recording.criteria_hash(plan),
        results_seen=True,
        changed=changed,
        by={id: by for id, s in sections.items() if (by := s.set_by or criteria.audit.auditor)},
        reason={id: section.reason for id, section in sections.items() if section.reason},
        before={f.id: f.outcome for f in old.findings if f.check in changed and _answered(f)},
    )


def _answered(finding: Finding) -> bool:
    return finding.outcome not in (Outcome.NOT_ASSESSED, Outcome.NOT_APPLICABLE)


def _table(text: str, name: str) -> Mapping[str, Mapping[str, int]]:
    try:
        known = json.loads(text)
    except ValueError:
        known = None
    if not isinstance(known, dict) or not all(isinstance(v, dict) for v in known.values()):
        raise RecordError(f"{name} is not what the audit wrote", slug="evidence-changed")
    return known


def _sizes_in(known: Mapping[str, Mapping[str, int]]) -> Any:
    return lambda column: known.get(column, {})


def _merged(record: AuditRecord, criteria: Plan) -> Plan:
    """Return the record's plan with the criteria of another."""
    original = serde.plan_of(record)
    leads = tuple(dict.fromkeys(lead for part in record.parts for lead in part.leads))
    if criteria.checks.lead and set(criteria.checks.lead) != set(leads):
        raise PlanError(
            "new criteria cannot change which questions lead: the family was fixed before the "
            "data were read",
            slug="family-fixed",
            hint="leading: " + ", ".join(leads),
        )
    changed = {**original.checks.changed, **criteria.checks.changed}
    return replace(
        original,
        parts=tuple(_filled(part, record) for part in original.parts),
        checks=replace(original.checks, changed=changed),
        checklists=replace(original.checklists, answers=criteria.checklists.answers),
        gate=criteria.gate,
        waivers=criteria.waivers or original.waivers,
        requests=criteria.requests or original.requests,
        base=criteria.base,
    )


def _filled(part: PartPlan, record: AuditRecord) -> PartPlan:
    """Roles that the model filled when the data were read stand in the record, not in the plan."""
    known = next(p for p in record.parts if p.name == part.name)
    columns = {role: names for role, names in known.roles.items() if role != "sensitive_features"}
    return replace(part, roles=replace(part.roles, columns=columns, positive=known.positive))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise RecordError(
            f"{path.name} is missing from the folder of evidence",
            slug="evidence-missing",
            hint="judging again needs the evidence/ folder that was written with the record",
        ) from None


def _stored(
    record: AuditRecord, measures: Sequence[Measure], folder: Path
) -> tuple[Collected, dict[str, str]]:
    by_name = {measure.name: measure for measure in measures}
    evidence: Collected = {}
    files = {}
    for entry in record.evidence:
        if entry.kind not in by_name and entry.kind != SIZES:
            raise RecordError(
                f"the record holds evidence of the kind {entry.kind}, which nothing here measures",
                slug="unknown-evidence",
                hint="install the plug-in that it was made with",
            )
        text = _read(folder / f"{entry.id}.json")
        if hashlib.sha256(text.encode()).hexdigest() != entry.sha256:
            raise RecordError(
                f"{entry.id}.json is not the evidence that the record was made from",
                slug="evidence-changed",
            )
        files[f"{entry.id}.json"] = text
        if entry.kind == SIZES:
            continue
        evidence[entry.part, entry.kind] = serde.load_evidence(text, by_name[entry.kind].payload)
    return evidence, files


def _answers(bench: Bench, record: AuditRecord) -> dict[str, Answer]:
    """Put the questions again; where the evidence could not be had then, the answer stands."""
    before = {finding.id: finding for finding in record.findings}
    answers: dict[str, Answer] = {}
    for question in bench.questions:
        old = before.get(question.id)
        if question.check.after:
            continue
        if question.blocked is None and old is not None and not _had(question, bench):
            answers[question.id] = Ruled(
                outcome=old.outcome,
                message=old.message,
                needs=tuple(need.input for need in old.needs),
                settle=old.settle,
                metric=old.metric,
            )
        else:
            answers |= asking.ask([question], bench.evidence, bench.measures)
    return answers


def _had(question: Question, bench: Bench) -> bool:
    return all(
        (question.ask.part.name, collecting.measure_of(payload, bench.measures).name)
        in bench.evidence
        for payload in question.check.asks_for.values()
    )


def _criteria_of(id: str, record: AuditRecord) -> str:
    """Return limit and severity of a check in words."""
    finding = next((f for f in record.findings if f.check == id), None)
    if finding is None:
        return "not asked"
    limit = serde.plain(finding.limit) or {}
    parts = [f"{name} {value}" for name, value in limit.items() if value is not None]
    return ", ".join([*parts, f"severity {finding.severity}"])
