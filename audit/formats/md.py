"""The report as Markdown, in the same order, for a repository, a ticket or an e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from audit.inputs import Format
from audit.record import AuditRecord
from audit.report.findings import Fact, FindingView
from audit.report.locale import catalogue
from audit.report.page import language
from audit.report.pictures import PictureView, TableView
from audit.report.places import Link
from audit.report.view import EvidenceSection, OutcomeSection, ReportView, view
from audit.report.words import Words
from audit.resources import write_atomically

MOST_ROWS = 20


def _write(record: AuditRecord, folder: Path, template: str) -> Sequence[Path]:  # noqa: ARG001 - the contract of a format
    path = folder / md.filename
    write_atomically(path, render(record))
    return (path,)


def render(record: AuditRecord) -> str:
    """Return the record as Markdown; all text of the record is escaped."""
    words = catalogue(language(record), record)
    report, say = view(record, words), Words(words)
    blocks = [
        *_front(report, say),
        *_overview(report, say),
        *(block for section in report.outcomes for block in _outcome(section, say)),
    ]
    for section in (report.explanations, report.privacy, report.measurements):
        blocks += _evidence(section, say) if section else []
    blocks += [*_checklists(report, say), *_requests(report, say), *_methods(report, say)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is: no markup, no HTML, no line break."""
    text = " ".join(text.split())
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|#~!$])", r"\\\1", text)


def _front(report: ReportView, say: Words) -> Iterator[str]:
    yield f"# {escaped(report.front.title)}"
    yield "\n".join(f"> **{escaped(banner)}**" for banner in report.front.banners)
    yield _facts(report.front.facts)
    yield f"## {escaped(report.headings['conclusion'].title)}"
    if report.front.again:
        heading, *changes = report.front.again
        yield "\n".join((f"> **{escaped(heading)}**", *(f"> - {escaped(c)}" for c in changes)))
    yield from (escaped(sentence) for sentence in report.statement)
    if report.blocking:
        yield f"**{escaped(say('ui.blocking'))}:** {_links(report.blocking)}"
    yield from (escaped(sentence) for sentence in report.answers)
    if report.next.steps or report.next.ask_for:
        yield f"**{escaped(say('ui.next'))}**"
        steps = [f"- {escaped(step.text)} ({_links(step.findings)})" for step in report.next.steps]
        if report.next.ask_for:
            wanted = ", ".join(_code(name) for name in report.next.ask_for)
            steps.append(f"- {escaped(say('ui.next_ask'))} {wanted}")
        yield "\n".join(steps)
    if report.unseen:
        yield f"## {escaped(report.headings['unseen'].title)}"
        yield "\n".join(
            f"- {escaped(item.sentence)}"
            + "".join(f" ({_code(need.input)}: {escaped(need.status)})" for need in item.needs)
            for item in report.unseen
        )


def _overview(report: ReportView, say: Words) -> Iterator[str]:
    yield f"## {escaped(report.headings['overview'].title)}"
    yield escaped(report.headings["overview"].lead)
    yield _table(
        (say("ui.right"), say("ui.found")),
        [
            (row.right, ", ".join(f"{entry.word} {entry.n}" for entry in row.entries))
            for row in report.overview.rows
        ],
    )
    if report.overview.untouched:
        yield f"{escaped(report.overview.untouched)} {escaped(say('ui.untouched_note'))}"
    yield "\n".join(
        f"- **{escaped(item.word)}**: {escaped(item.meaning)}" for item in report.overview.words
    )


def _outcome(section: OutcomeSection, say: Words) -> Iterator[str]:
    yield f"## {escaped(section.heading.title)}"
    yield escaped(section.heading.lead)
    for group in section.groups:
        yield f"### {escaped(group.right)}"
        for finding in group.findings:
            yield from _finding(finding, say)
        if group.elsewhere:
            yield f"{escaped(say('ui.elsewhere'))} {_links(group.elsewhere)}"


def _finding(finding: FindingView, say: Words) -> Iterator[str]:
    subject = f" · {escaped(finding.subject)}" if finding.subject else ""
    yield f"#### {escaped(finding.title)}{subject}"
    marks = [
        finding.word,
        finding.severity,
        say("ui.leading") if finding.lead else "",
        finding.check,
    ]
    yield f"*{' · '.join(escaped(mark) for mark in marks if mark)}* ({_code(finding.id)})"
    yield escaped(finding.sentence)
    if finding.term:
        yield f"*{escaped(finding.term.term)}*: {escaped(finding.term.meaning)}"
    if finding.settle:
        yield f"**{escaped(say('ui.settle'))}:** {escaped(finding.settle)}"
    if finding.needs:
        yield "\n".join(f"- {_code(n.input)}: {escaped(n.status)}" for n in finding.needs)
    if finding.picture:
        yield from _picture(finding.picture)
    yield _facts((*finding.facts, *finding.statement, *finding.more))
    yield from (escaped(note) for note in finding.notes)
    if finding.sources:
        yield f"{escaped(say('ui.sources'))}:"
        yield "\n".join(f"- {escaped(s.text)} ({escaped(s.standing)})" for s in finding.sources)
    yield escaped(finding.waiver)


def _picture(picture: PictureView) -> Iterator[str]:
    yield f"**{escaped(picture.title)}** {escaped(picture.takeaway)}"
    yield from _numbers(picture.table)
    yield escaped(picture.note)


def _numbers(table: TableView) -> Iterator[str]:
    yield _table([column.heading for column in table.columns], table.rows[:MOST_ROWS])
    if table.note:
        yield escaped(table.note)
    elif len(table.rows) > MOST_ROWS:
        yield f"… + {len(table.rows) - MOST_ROWS:,}"


def _evidence(section: EvidenceSection, say: Words) -> Iterator[str]:
    yield f"## {escaped(section.heading.title)}"
    yield escaped(section.heading.lead)
    yield escaped(section.note)
    if section.findings:
        yield f"{escaped(say('ui.see_finding'))}: {_links(section.findings)}"
    for entry in section.evidence:
        yield f"### {escaped(entry.title)}"
        yield escaped(entry.facts)
        for picture in entry.pictures:
            yield from _picture(picture)


def _checklists(report: ReportView, say: Words) -> Iterator[str]:
    if not report.checklists:
        return
    yield f"## {escaped(report.headings['checklists'].title)}"
    for checklist in report.checklists:
        yield f"### {escaped(checklist.title)}"
        yield _facts(checklist.facts)
        if checklist.score is not None:
            yield escaped(checklist.score.statement)
            yield _facts(checklist.score.lines)
        heads = (say("ui.checklist_item"), say("ui.checklist_answer"), say("ui.checklist_evidence"))
        for part in checklist.sections:
            rows = [
                (
                    f"{item.id} {item.question}",
                    " ".join(filter(None, (item.word + ".", item.reason, item.text, item.by))),
                    "; ".join(
                        f"{line.word}: {', '.join(link.text for link in line.findings)}"
                        for line in item.evidence
                    ),
                )
                for item in part.items
            ]
            yield f"#### {escaped(part.title)}"
            yield _table(heads, rows)
        yield escaped(checklist.more)


def _requests(report: ReportView, say: Words) -> Iterator[str]:
    if report.requests:
        yield f"## {escaped(report.headings['request'].title)}"
        rows = [(item.input, item.status, "; ".join(item.serves)) for item in report.requests]
        yield _table((say("ui.missing"), say("ui.status"), say("ui.serves")), rows)


def _methods(report: ReportView, say: Words) -> Iterator[str]:
    yield f"## {escaped(report.headings['methods'].title)}"
    for part in report.methods.parts:
        yield f"### {escaped(say('ui.part'))}: {escaped(part.name)}"
        yield _facts(part.facts)
    yield f"### {escaped(say('ui.statistics'))}"
    yield "\n".join(
        f"- **{escaped(item.title)}**: {escaped(item.text)}" for item in report.methods.paragraphs
    )
    for check in report.methods.checks:
        yield f"### {escaped(check.id)} · {escaped(check.title)}"
        lines = [f"- **{escaped(item.title)}**: {escaped(item.text)}" for item in check.paragraphs]
        limits = [f"- **{escaped(say('ui.limit_in_force'))}**: {escaped(x)}" for x in check.limits]
        yield "\n".join(lines + limits)
    yield f"## {escaped(report.headings['provenance'].title)}"
    yield _facts(report.provenance.facts)
    yield from _numbers(report.provenance.inputs)
    yield "\n".join(f"- {_code(row.id)} {_code(row.sha256)}" for row in report.provenance.evidence)
    if report.provenance.judgements:
        yield from _numbers(report.provenance.judgements)
    yield escaped(report.foot)


def _facts(facts: Iterable[Fact]) -> str:
    return "\n".join(f"- **{escaped(fact.label)}**: {escaped(fact.text)}" for fact in facts)


def _links(links: Iterable[Link]) -> str:
    return ", ".join(escaped(link.text) for link in links)


def _code(text: str) -> str:
    return f"`{' '.join(text.replace('`', chr(39)).split())}`"


def _table(heads: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    names = [escaped(head) for head in heads]
    lines = [f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}"]
    lines += [f"| {' | '.join(escaped(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)


md = Format(name="md", filename="audit.md", write=_write)
