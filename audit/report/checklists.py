"""Checklists: the answer of a person and the evidence beside it, two cells that do not hide each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from audit.checklist import ChecklistState, EvidenceLine, ItemState
from audit.record import AuditRecord
from audit.report.findings import Fact
from audit.report.overview import ORDER
from audit.report.places import Link, Places
from audit.report.words import Words, anchor, unique
from audit.vocabulary import Answered


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The findings of one outcome beside a question."""

    outcome: str
    word: str
    findings: tuple[Link, ...]
    """`anchor` is empty where the finding is not in the record."""


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item."""

    id: str
    anchor: str
    question: str
    guidance: str
    references: str
    state: str
    word: str
    text: str
    reason: str
    by: str
    attachments: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class ChecklistSection:
    """A heading with its items."""

    title: str
    counts: str
    """Items by answer, in words."""
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """One instrument."""

    anchor: str
    title: str
    url: str
    note: str
    facts: tuple[Fact, ...]
    sections: tuple[ChecklistSection, ...]


def checklists(record: AuditRecord, words: Words, places: Places) -> tuple[ChecklistView, ...]:
    """Return the record's checklists as the page shows them."""
    anchors = unique(f"checklist-{anchor(state.slug)}" for state in record.checklists)
    return tuple(
        _checklist(state, place, words, places)
        for state, place in zip(record.checklists, anchors, strict=True)
    )


def _checklist(state: ChecklistState, place: str, words: Words, places: Places) -> ChecklistView:
    frame = state.framework
    counts = _counted(state.counts, words)
    pairs = (
        ("checklist_status", words.name("ui.framework", frame.status)),
        ("checklist_version", frame.legal_version),
        ("checklist_applies", frame.applies_from),
        ("checklist_as_of", frame.as_of),
        ("checklist_confidence", frame.confidence),
        ("checklist_counts", counts),
    )
    return ChecklistView(
        anchor=place,
        title=state.title,
        url=frame.url,
        note=state.note,
        facts=tuple(Fact(words(f"ui.{name}"), text) for name, text in pairs if text),
        sections=tuple(
            ChecklistSection(
                title,
                _counted(Counter(item.answer.state for item in items), words),
                tuple(_item(item, place, words, places) for item in items),
            )
            for title, items in state.sections
        ),
    )


def _counted(counts: Mapping[str, int], words: Words) -> str:
    return ", ".join(
        f"{words.name('ui.answered', str(answered))} {counts[answered]}"
        for answered in Answered
        if counts.get(answered)
    )


def _item(state: ItemState, place: str, words: Words, places: Places) -> ItemView:
    item, answer = state.item, state.answer
    by = (
        words("ui.checklist_by", by=answer.by, on=answer.on)
        if answer.by and answer.on
        else answer.by
    )
    return ItemView(
        id=item.id,
        anchor=anchor(place, item.id),
        question=item.question,
        guidance=item.guidance,
        references="; ".join(item.ref),
        state=str(answer.state),
        word=words.name("ui.answered", str(answer.state)),
        text=answer.text,
        reason=answer.reason,
        by=by,
        attachments=", ".join(attachment.file for attachment in answer.attachments),
        evidence=_evidence(state.evidence, words, places),
    )


def _evidence(
    lines: tuple[EvidenceLine, ...], words: Words, places: Places
) -> tuple[EvidenceView, ...]:
    groups: dict[str, list[Link]] = {str(outcome): [] for outcome in ORDER}
    for line in lines:
        unknown = Link(line.finding, "")
        groups[line.outcome].append(next(iter(places.links((line.finding,))), unknown))
    return tuple(
        EvidenceView(outcome, words.name("outcome", outcome), tuple(links))
        for outcome, links in groups.items()
        if links
    )
