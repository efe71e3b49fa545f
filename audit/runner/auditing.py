"""A whole audit: open, collect, ask, decide, conclude, write."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import cache as remembered
from pathlib import Path
from typing import Any

from audit.check import Check
from audit.kind import Kind
from audit.measure import Measure
from audit.measures.intersections import TIMES
from audit.plan import Plan
from audit.progress import Progress, heard_by, step
from audit.record import AuditRecord, PartRecord
from audit.registry import instances
from audit.review import resolved
from audit.runner import (
    asking,
    checklisting,
    collecting,
    deciding,
    earlier,
    hearing,
    overlapping,
    planning,
    recording,
)
from audit.runner.collecting import CACHE, Collected
from audit.runner.deciding import Bench
from audit.runner.disclosure import OUTSIDE, Disclosure, part_sizes, printed_together
from audit.runner.opening import open_system
from audit.runner.planning import Question
from audit.system import InputFile, Margin, Part
from audit.vocabulary import ALL, RANDOM_ARM

SIZES = "disclosure"
"""File of evidence with the people by category, so that `judge` withholds the same names."""


def run(
    plan: Plan,
    *,
    out: Path,
    formats: Sequence[str] = ("json", "html", "tables"),
    engine: str = "",
    progress: Progress | None = None,
    cache: bool = False,
) -> AuditRecord:
    """Carry out an audit and write its files.

    Parameters
    ----------
    plan : Plan
        As `audit.plan_reader.load` reads it, narrowed by flags.
    out : Path
        Folder for `audit.json`, the pages and `evidence/`; what was there stays whole until the new
        files are.
    formats : sequence of str
        Names of report formats; `json` is always written.
    progress : Progress, optional
        Is told what is done and how far it is.
    cache : bool
        Whether an earlier run's evidence may be taken from `.audit_cache` beside the plan.

    Raises
    ------
    AuditError
        Where the plan cannot be followed or the data cannot be read. A model that fails is a finding.
    """
    chosen = recording.choose_formats(("json", *formats))
    recording.check_writable(out)
    with heard_by(progress or Progress()):
        record, files = audit_system(plan, engine=engine, cache=cache)
        recording.write(record, files, out, chosen, plan.report.template)
    return record


def audit_system(
    plan: Plan, *, engine: str = "", cache: bool = False
) -> tuple[AuditRecord, dict[str, str]]:
    """Carry out an audit; return the record and the texts of its confidential evidence."""
    clock, plan = _Clock(), resolved(plan)
    checks, measures = instances(Check, "checks"), instances(Measure, "measures")
    kinds = instances(Kind, "kinds")
    planning.questions(plan, checks, kinds)
    lists, said = checklisting.load(plan), hearing.load(plan)
    clock.lap("plan")
    step("opening the data", ["counting", "judging", "writing"])
    with open_system(plan, engine=engine) as system:
        clock.lap("open")
        overlapping.refuse_few(system.parts, plan.report.min_cell)
        for part in system.parts:
            overlapping.refuse_arm(part, plan.report.min_cell)
        # Opening can fill roles from the model, so the questions are those of the opened parts.
        opened = replace(plan, parts=tuple(part.plan for part in system.parts))
        questions = planning.questions(opened, checks, kinds)
        evidence: Collected = {}
        disclosures = {}
        counts = {part.name: _counts(part) for part in system.parts}
        for part in system.parts:
            store = Path(plan.base or ".") / CACHE if cache else None
            needed = collecting.needed(questions, part.name, measures)
            evidence |= collecting.collect(part, needed, cache=store, lap=clock.lap)
            disclosures[part.name] = _disclosure(
                part, overlapping.smallest(part, counts, system.parts), counts[part.name]
            )
            if (then := part.baseline) is not None:
                wanted = earlier.measures_for(questions, part.name, measures)
                evidence |= collecting.collect(then, wanted, cache=store, lap=clock.lap)
                count = _counts(then)
                disclosures[then.name] = _disclosure(then, count, count)
        disclosures = overlapping.agreed(disclosures, opened.parts)
        bench = Bench(
            plan=opened,
            questions=questions,
            checks=checks,
            measures=measures,
            evidence=evidence,
            disclosures=disclosures,
            lists=lists,
            said=said,
        )
        step("judging", ["writing"])
        found, tests = deciding.judge(bench, asking.ask(questions, evidence, measures))
        clock.lap("judge")
        entries, files = recording.entries(evidence, measures, disclosures)
        for part in system.parts:
            for each in (part, part.baseline) if part.baseline else (part,):
                text = _sizes(part, disclosures[each.name], questions)
                entries = (*entries, recording.entry(SIZES, each.name, text))
                files[f"{SIZES}-{each.name}.json"] = text
        record = deciding.record(
            bench,
            found,
            tests,
            parts=tuple(_part_record(part, bench, kinds) for part in system.parts),
            inputs=tuple(dict.fromkeys(file for part in system.parts for file in _inputs(part))),
            entries=entries,
        )
    clock.lap("conclude")
    return replace(record, timings=clock.laps), files


def _inputs(part: Part) -> tuple[InputFile, ...]:
    if part.baseline is None:
        return part.inputs
    return (*part.inputs, *(replace(file, role="baseline") for file in part.baseline.inputs))


class _Clock:
    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name] = round(now - self._last, 3)
        self._last = now


def _part_record(part: Part, bench: Bench, kinds: Sequence[Kind]) -> PartRecord:
    kind = planning.find_kind(part.plan, kinds)
    leads = planning.leads_of(part.plan, bench.plan, kind, bench.checks)
    return recording.part_record(part, leads, bench.checks, bench.disclosures[part.name])


def _counts(part: Part) -> overlapping.Count:
    @remembered
    def count(columns: tuple[str, ...], sample: str) -> dict[str, int]:
        if sample == OUTSIDE:
            arm = count(columns, RANDOM_ARM)
            left = {g: n - arm.get(g, 0) for g, n in count(columns, ALL).items()}
            return {g: n for g, n in left.items() if n}
        cells = part.frame.count([Margin(columns, sample=sample)])[0]
        return {TIMES.join(str(v) for v in values): n for values, n in cells.rows()}

    return count


def _disclosure(part: Part, count: overlapping.Count, own: overlapping.Count) -> Disclosure:
    return Disclosure(
        part_sizes(count, part.samples),
        part.audit.report.min_cell,
        part.plan.roles.all("reviewer"),
        part.audit.seed,
        people_here=part_sizes(own, (ALL,)),
        secret=part.secret,
        **printed_together(part.plan),
    )


def _sizes(part: Part, disclosure: Disclosure, questions: Sequence[Question]) -> str:
    keys = {
        question.ask.key
        for question in questions
        if question.ask.part.name == part.name
        and (part.plan.roles.feature(question.ask.key) or TIMES in question.ask.key)
    }
    keys |= {TIMES.join(pair) for pair in disclosure.pairs}
    keys |= {feature for pair in disclosure.pairs for feature in pair}
    sizes: dict[str, Any] = {key: dict(disclosure.sizes(key)) for key in sorted(keys)}
    people = {key: dict(disclosure.own(key)) for key in sizes}
    sizes[""] = {"people": people, "secret": disclosure.secret}
    return json.dumps(sizes, sort_keys=True) + "\n"
