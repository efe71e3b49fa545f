"""Answers to findings, findings to a record: the same way for a first judgement and a later one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from audit import actions, serde
from audit import checklist as checklists_module
from audit.check import Answer, Check, Measured, Ruled, Tested
from audit.checklist import ChecklistState
from audit.evidence import Evidence, EvidenceEntry, Provenance
from audit.finding import Finding
from audit.inference.decided import Verdict
from audit.inference.verdict import Posed, PosedTests, decide
from audit.measure import Measure
from audit.plan import Plan
from audit.record import SCHEMA_VERSION, AuditRecord, Judgement, PartRecord
from audit.runner import (
    asking,
    checklisting,
    collecting,
    concluding,
    earlier,
    findings,
    hearing,
    recording,
    testing,
)
from audit.runner.collecting import Collected
from audit.runner.disclosure import Disclosure
from audit.runner.planning import Question
from audit.system import InputFile
from audit.text import Catalogue, load_locale, say
from audit.vocabulary import ALL, Outcome, Per


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Everything that judging needs, whether the evidence is fresh or stored."""

    plan: Plan
    questions: Sequence[Question]
    checks: Sequence[Check]
    measures: Sequence[Measure]
    evidence: Collected
    disclosures: Mapping[str, Disclosure]
    lists: checklisting.Lists
    said: hearing.Said = field(default_factory=hearing.Said)

    @property
    def catalogue(self) -> Catalogue:
        """English sentences, those of every check included."""
        carried = {id: text for check in self.checks for id, text in check.texts().items()}
        return Catalogue(load_locale("en")).with_templates(carried)

    def builder(self) -> findings.Builder:
        """Return what makes findings of this audit."""
        return findings.Builder(
            plan=self.plan,
            catalogue=self.catalogue,
            disclosures=self.disclosures,
            evidence=self._evidence_of,
        )

    def _evidence_of(self, question: Question) -> tuple[str, ...]:
        if question.check.after:
            return ()
        names = [
            collecting.measure_of(payload, self.measures).name
            for payload in question.check.asks_for.values()
        ]
        found = [self.evidence.get((question.ask.part.name, name)) for name in names]
        return tuple(item.id for item in found if isinstance(item, Evidence))


def judge(
    bench: Bench, answers: Mapping[str, Answer]
) -> tuple[list[Finding], dict[str, Sequence[Any]]]:
    """Decide all answers together.

    Returns
    -------
    findings : list of Finding
        Those that are not about other findings.
    tests : dict
        Question id to the hypotheses that stood in a family.
    """
    builder = bench.builder()
    people = {part.name: _people(part.name, bench.evidence) for part in bench.plan.parts}
    posed: list[Posed | PosedTests] = []
    for question in bench.questions:
        answer = answers.get(question.id)
        if isinstance(answer, Measured):
            room = _room(question, answer, people)
            posed.append(findings.posed(question, answer, bench.plan, room))
        elif isinstance(answer, Tested):
            posed.append(testing.posed(question, answer))
    verdicts, before = decide(posed), earlier.verdicts(bench, answers)
    tests: dict[str, Sequence[Any]] = {id: v.tests for id, v in verdicts.items()}
    found = []
    for question in bench.questions:
        answer = answers.get(question.id)
        if isinstance(answer, Measured):
            finding = builder.judged(question, answer, verdicts[question.id])
            found.append(_with_earlier(finding, question, bench, verdicts[question.id], before))
        elif isinstance(answer, Tested):
            verdict = verdicts[question.id]
            disclosure = bench.disclosures[question.ask.part.name]
            known = testing.labels(question, answer, disclosure)
            tests[question.id] = testing.tests(verdict, known)
            found.append(testing.finding(builder, question, answer, verdict, known))
        elif isinstance(answer, Ruled):
            found.append(builder.ruled(question, answer))
    return _doubt_the_model(found, bench.questions), tests


def _with_earlier(
    finding: Finding,
    question: Question,
    bench: Bench,
    now: Verdict,
    before: Mapping[str, Verdict],
) -> Finding:
    part = question.ask.part
    if not part.data.baseline:
        return finding
    known = bench.disclosures[part.name], bench.disclosures[part.name + earlier.SUFFIX]
    return earlier.beside(finding, now, before.get(question.id), known)


def record(
    bench: Bench,
    found: Sequence[Finding],
    tests: Mapping[str, Sequence[Any]],
    *,
    parts: tuple[PartRecord, ...],
    inputs: tuple[InputFile, ...],
    entries: tuple[EvidenceEntry, ...],
) -> AuditRecord:
    """Ask the checks of findings, conclude, and put the record together."""
    plan = bench.plan
    facts = checklisting.facts(plan, bench.lists)
    frameworks = checklisting.frameworks(plan, bench.lists)
    outside = checklisting.outside(frameworks, plan, bench.lists)
    states = {
        slug: checklists_module.state(given.checklist, given, found, facts)
        for slug, given in bench.lists.items()
        if slug not in outside
    }
    everything = bench.said.beside([*found, *_after(bench, states)])
    selected = sorted((f for f in everything if _selected(f.check, plan)), key=lambda f: f.id)
    written = AuditRecord(
        schema_version=SCHEMA_VERSION,
        tool=recording.tool(),
        plan=recording.plan_without_paths(plan),
        system={**serde.plain(plan.system)},
        parts=parts,
        inputs=inputs,
        environment=recording.environment(),
        seed=plan.seed,
        family=recording.family(tests, bench.questions, bench.disclosures),
        evidence=entries,
        findings=tuple(selected),
        catalogue=recording.texts(bench.checks, selected),
        checklists=tuple(states[slug] for slug in sorted(states)),
        frameworks=frameworks,
        conclusion=concluding.conclude(
            selected, plan, bench.catalogue, today=datetime.now(UTC).date()
        ),
        judgements=(Judgement(criteria=recording.criteria_hash(plan), results_seen=False),),
    )
    hearing.refuse_unheard(written, plan, bench.said)
    if not bench.said.actions:
        return written
    advice = {id: texts.to_do for id, texts in written.catalogue.items()}
    planned = actions.renewed(
        bench.said.actions, written.findings, written.checklists, advice, add=False
    )
    return replace(written, actions=planned)


def _people(part: str, evidence: Collected) -> dict[str, dict[str, dict[str, float]]]:
    """Return people by feature (or pair), sample and group."""
    people: dict[str, dict[str, dict[str, float]]] = {}
    for name, attribute in (("group_counts", "features"), ("intersections", "pairs")):
        item = evidence.get((part, name))
        if isinstance(item, Evidence):
            for feature, samples in getattr(item.value, attribute).items():
                people[feature] = {
                    sample: {g: c.rows.get("selection_rate", c.n) for g, c in groups.items()}
                    for sample, groups in samples.items()
                }
    return people


def _room(
    question: Question, measured: Measured, people: Mapping[str, Mapping[str, Any]]
) -> dict[str, float]:
    part = question.ask.part
    counted = people[part.name].get(question.ask.key, {})
    here = counted.get(question.ask.sample, {})
    return findings.room(
        part,
        question.ask.sample,
        {group: here.get(group, 0.0) for group in measured.rates},
        counted.get(ALL, {}),
    )


def _doubt_the_model(found: Sequence[Finding], questions: Sequence[Question]) -> list[Finding]:
    """Cap what is said about a model that did not make the log at `review`."""
    doubted = {f.part for f in found if f.check == "DA113" and f.outcome is Outcome.FAIL}
    about = {q.id for q in questions if q.check.about_model}
    note = say("finding.model_not_the_one")

    def doubt(finding: Finding) -> Finding:
        if finding.part not in doubted or finding.id not in about:
            return finding
        clear = finding.outcome in (Outcome.PASS, Outcome.FAIL)
        outcome = Outcome.REVIEW if clear else finding.outcome
        return replace(finding, outcome=outcome, notes=(*finding.notes, note))

    return [doubt(finding) for finding in found]


def _after(bench: Bench, states: Mapping[str, ChecklistState]) -> list[Finding]:
    """Ask the checks that judge findings and answers: they enter no family."""
    builder = bench.builder()
    found = []
    for question in bench.questions:
        if not question.check.after:
            continue
        answer: Answer | None = question.blocked
        if (
            answer is None
            and question.check.per is Per.CHECKLIST
            and question.ask.key not in states
        ):
            said = say("finding.framework_outside")
            answer = Ruled(outcome=Outcome.NOT_APPLICABLE, message=said)
        if answer is None:
            state = Evidence(
                id=f"checklist-{question.ask.key}",
                part=question.ask.part.name,
                value=states[question.ask.key],
                provenance=Provenance(measure="checklist", version=1),
            )
            answer = asking.put(question, dict.fromkeys(question.check.asks_for, state))
        if isinstance(answer, Ruled):
            found.append(builder.ruled(question, answer))
    return found


def _selected(check: str, plan: Plan) -> bool:
    return not plan.checks.select or any(check.startswith(p) for p in plan.checks.select)


Progress = Callable[[str], None]
