"""Tables for a spreadsheet or a statistician: one CSV a question, tidy, numbers unrounded."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path

from audit.finding import Estimate, Finding, Statement
from audit.inputs import Format
from audit.record import AuditRecord, FamilyTest
from audit.resources import write_atomically
from audit.text import inert

Cell = str | int | float | bool | None


_FINDING = (
    "id", "check", "part", "sample", "key", "feature", "title", "outcome", "may_conclude", "lead",
    "severity", "condition", "metric", "comparison", "direction", "observed", "level", "limit_basis",
    "limit_source", "limit_set_by", "limit_set_at", "p_value", "p_adjusted", "mde", "n_needed",
    "gap_ruled_out", "people_in_passing_groups", "method", "cause", "effect", "recommendation",
    "invited_on",
)  # fmt: skip
_ESTIMATE = tuple(
    field.name
    for field in fields(Estimate)
    if field.name != "earlier" and not field.name.endswith("interval")
)
_INTERVALS = tuple(field.name for field in fields(Estimate) if field.name.endswith("interval"))
_FAMILY = tuple(field.name for field in fields(FamilyTest))


def _write(record: AuditRecord, folder: Path, template: str) -> Sequence[Path]:  # noqa: ARG001 - the contract of a format
    paths = []
    for name, header, rows in (
        ("findings", *_findings(record.findings)),
        ("groups", *_groups(record.findings)),
        ("family", _FAMILY, [[getattr(test, name) for name in _FAMILY] for test in record.family]),
        ("checklists", *_checklists(record)),
    ):
        path = folder / tables.filename / f"{name}.csv"
        write_atomically(path, to_csv(header, rows))
        paths.append(path)
    return tuple(paths)


def to_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return rows as CSV with a header; text that a spreadsheet would run as a formula is quoted.

    Numbers keep all their digits, truth values are `true` and `false`, and what is not known is
    empty.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([_cell(name) for name in header])
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return text.getvalue()


_EARLIER = ("standing", "value", "difference", "change")


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return inert(str(value))


def _findings(findings: Sequence[Finding]) -> tuple[Sequence[str], list[list[Cell]]]:
    header = (
        *_FINDING, "low", "high", "limit_ratio", "limit_difference", "limit_value", "groups", "rights",
        "sources", "associated_inputs", "needs", "set_aside_groups", "set_aside_people", "evidence",
        "waived_by", "response", "response_by", "response_on", "auditor_conclusion",
    )  # fmt: skip
    rows = []
    for f in findings:
        row: list[Cell] = [getattr(f, name) for name in _FINDING]
        limit, aside = f.limit, f.set_aside
        row += [*(f.interval or (None, None))]
        row += [
            getattr(limit, name) if limit else None for name in ("ratio", "difference", "value")
        ]
        row += ["; ".join(f.groups), "; ".join(f.rights)]
        row += ["; ".join(f"{source.title} {source.locator}".strip() for source in f.sources)]
        row += ["; ".join(f.associated_inputs)]
        row += ["; ".join(f"{need.input} ({need.status})" for need in f.needs)]
        row += [aside.groups if aside else None, aside.people if aside else None]
        row += ["; ".join(f.evidence), f.waiver.by if f.waiver else None]
        said, concluded = f.response or Statement(), f.auditor_conclusion or Statement()
        row += [said.text, said.by, said.on, concluded.text]
        rows.append(row)
    return header, rows


def _groups(findings: Sequence[Finding]) -> tuple[Sequence[str], list[list[Cell]]]:
    ends = [
        f"{name.removesuffix('interval')}{end}" for name in _INTERVALS for end in ("low", "high")
    ]
    header = ("finding", "check", "part", "sample", "feature", "metric", *_ESTIMATE, *ends)
    header += tuple(f"earlier_{name}" for name in (*_EARLIER, "change_low", "change_high"))
    rows = []
    for f in findings:
        for estimate in f.estimates:
            row: list[Cell] = [f.id, f.check, f.part, f.sample, f.feature or f.key, f.metric]
            row += [getattr(estimate, name) for name in _ESTIMATE]
            for name in _INTERVALS:
                row += [*(getattr(estimate, name) or (None, None))]
            then = estimate.earlier
            row += [getattr(then, name) if then else None for name in _EARLIER]
            row += [*((then.change_interval if then else None) or (None, None))]
            rows.append(row)
    return header, rows


def _checklists(record: AuditRecord) -> tuple[Sequence[str], list[list[Cell]]]:
    header = (
        "checklist", "version", "section", "item", "references", "question", "answer", "value", "text",
        "reason", "by", "on", "answered_as", "attachments", "evidence",
    )  # fmt: skip
    rows: list[list[Cell]] = [
        [
            state.slug, state.version, title, line.item.id, "; ".join(line.item.ref),
            line.item.question, line.answer.state, "; ".join(line.answer.value), line.answer.text,
            line.answer.reason, line.answer.by, line.answer.on, line.answer.shared_from,
            "; ".join(attachment.file for attachment in line.answer.attachments),
            "; ".join(f"{e.finding}: {e.outcome}" for e in line.evidence),
        ]
        for state in record.checklists
        for title, items in state.sections
        for line in items
    ]  # fmt: skip
    return header, rows


tables = Format(name="tables", filename="tables", write=_write)
