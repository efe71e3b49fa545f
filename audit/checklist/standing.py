"""A checklist as it stands: questions, answers and findings side by side."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PureWindowsPath
from typing import Any

from audit.checklist.answers import AnswerSet, Confirmation
from audit.checklist.conditions import Facts
from audit.checklist.items import Checklist, Framework, Item
from audit.checklist.scoring import Score, score
from audit.checklist.sheet import Answer, settled
from audit.finding import Finding
from audit.vocabulary import Answered, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One finding shown beside a question."""

    finding: str
    outcome: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemState:
    """One item with its answer and the evidence beside it: two cells, neither hides the other."""

    item: Item
    answer: Answer
    evidence: tuple[EvidenceLine, ...] = ()
    evidence_hash: str = ""
    """Fingerprint of the findings beside it, to tell an answer given on others; empty without any."""
    differs: tuple[str, ...] = ()
    """Items of other checklists that ask the same and are answered differently."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistState:
    """A checklist as it stands in the record."""

    slug: str
    version: str
    title: str
    framework: Framework
    sections: tuple[tuple[str, tuple[ItemState, ...]], ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    """Answered state to number of items: coverage, never a score."""
    note: str = ""
    score: Score | None = None
    confirmed: Confirmation | None = None
    hidden: int = 0
    """Items that are not asked, because of the answers given or of the plan."""


def state(
    checklist: Checklist,
    answers: Mapping[str, Answer] | AnswerSet,
    findings: Sequence[Finding],
    facts: Facts | None = None,
) -> ChecklistState:
    """Put the answers and the findings beside the questions.

    A finding never sets a state: what was measured and what a person says are two cells. An item
    without an answer is `not_assessed`, whatever was measured, and so is one said to be met without name,
    date or grounds. Items that are not asked are left out.

    Parameters
    ----------
    answers : mapping of str to Answer, or AnswerSet
        By item id, of this checklist.
    findings : sequence of Finding
        Of the whole audit; each item shows those of the checks it names, worst first.
    facts : mapping of str to frozenset of str, optional
        What the plan says, as `audit.checklist.facts_of` returns it.
    """
    if not isinstance(answers, AnswerSet):
        answers = AnswerSet(checklist=checklist, answers=answers)
    sheet = answers.sheet(facts or {})
    stated = []
    for section in checklist.sections:
        entries = tuple(
            _item_state(item, answers, findings) for item in section.items if item.id in sheet.asked
        )
        if entries:
            stated.append((section.title, entries))
    states = [entry.answer.state for _, entries in stated for entry in entries]
    return ChecklistState(
        slug=checklist.slug,
        version=checklist.version,
        title=checklist.title,
        framework=checklist.framework,
        sections=tuple(stated),
        counts={str(word): states.count(word) for word in Answered},
        note=checklist.note,
        score=score(sheet),
        confirmed=answers.confirmed,
        hidden=len(checklist.items()) - len(states),
    )


def _item_state(item: Item, answers: AnswerSet, findings: Sequence[Finding]) -> ItemState:
    answer = answers.answers.get(item.id)
    beside = evidence_of(item, findings)
    return ItemState(
        item=replace(item, visible_if=None, inferred_from={}),
        answer=settled(item, _without_folders(answer))
        if answer is not None
        else Answer(item=item.id, state=Answered.NOT_ASSESSED),
        evidence=tuple(
            EvidenceLine(finding=f.id, outcome=str(f.outcome), sentence=f.condition) for f in beside
        ),
        evidence_hash=evidence_hash(beside),
        differs=answers.differs.get(item.id, ()),
    )


def _without_folders(answer: Answer) -> Answer:
    """Return an answer with the names of its attachments: folders are nobody's business but the answerer's."""
    named = tuple(
        each
        if "://" in each.file
        else replace(each, file=PureWindowsPath(each.file.replace("/", "\\")).name)
        for each in answer.attachments
    )
    return replace(answer, attachments=named)


def evidence_of(item: Item, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings of the checks an item names, worst first."""
    order = list(Outcome)
    beside = [finding for finding in findings if finding.check in item.evidence]
    beside.sort(key=lambda f: (order.index(f.outcome), item.evidence.index(f.check), f.id))
    return tuple(beside)


def evidence_hash(findings: Sequence[Finding]) -> str:
    """Return the fingerprint of findings: what was found and how much, not how it is worded.

    An answer that carries another fingerprint was given on other findings.
    """
    if not findings:
        return ""
    said = sorted(
        (f.id, str(f.outcome), f.message.id, _rounded(dict(f.message.params))) for f in findings
    )
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()


def _rounded(value: Any) -> str:
    """Return parameters as text that a record read back gives again: floats keep six digits."""
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{k}:{_rounded(value[k])}" for k in sorted(value)) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ",".join(_rounded(each) for each in value) + "]"
    if isinstance(value, float) and not isinstance(value, bool):
        return f"{value:.6g}"
    return f"{value:.6g}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
