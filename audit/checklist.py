"""A checklist: the questions of one instrument, and what was answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from audit.errors import did_you_mean
from audit.finding import Finding
from audit.strict_yaml import Builder, Node, only, read
from audit.vocabulary import Answered, Outcome, Right, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """The instrument a checklist puts into questions."""

    name: str
    legal_version: str
    as_of: str
    status: str
    """`in_force`, `upcoming`, `guidance`, `draft`."""
    applies_from: str = ""
    confidence: str = "medium"
    """How sure the tool's authors are of the dates and references: `high`, `medium`, `low`."""
    url: str = ""
    binds: tuple[str, ...] = ()
    """Jurisdictions where it is law, as `[system] jurisdictions` names them; none for guidance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question."""

    id: str
    ref: tuple[str, ...]
    """Legal references with article and point."""
    question: str
    kind: str = "human"
    """Who can answer: `human`, `hybrid` (evidence helps), `auto` (evidence only, never a conclusion)."""
    who: str = ""
    """Who in the organisation can answer: "the head of the service, with its lawyers"."""
    rights: tuple[Right, ...] = ()
    evidence: tuple[str, ...] = ()
    """Check ids whose findings are shown beside the question."""
    guidance: str = ""
    min_words: int = 0
    severity: Severity = Severity.MODERATE
    blocks: bool = False
    """Whether the system should not be used while this is open or not met."""
    zero_option: bool = False
    """Whether `not_met` here says: do not deploy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its items."""

    id: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The questions of one instrument, from `checklists/<slug>.yaml`."""

    slug: str
    version: str
    title: str
    framework: Framework
    sections: tuple[Section, ...]
    roles: tuple[str, ...] = ()
    """Who must answer: `deployer`, `provider`, `controller`."""
    note: str = ""

    def items(self) -> tuple[Item, ...]:
        """Return all items in order."""
        return tuple(item for section in self.sections for item in section.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person answered to one item."""

    item: str
    state: Answered
    text: str = ""
    reason: str = ""
    """Why it is not applicable."""
    by: str = ""
    on: str = ""
    evidence_hash: str = ""
    attachments: tuple[str, ...] = ()


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


# ---------------------------------------------------------------------------------------------
# Reading a checklist

_SLUG = re.compile(r"[a-z][a-z0-9_]*")
_CHECK = re.compile(r"[A-Z]{2}\d{3}")
_KINDS = ("human", "hybrid", "auto")
_STATUSES = ("in_force", "upcoming", "guidance", "draft")
_CONFIDENCE = ("high", "medium", "low")


def load(path: str | Path) -> Checklist:
    """Read one checklist.

    Parameters
    ----------
    path : str or Path
        `<slug>.yaml`; the file is named after its slug.

    Raises
    ------
    ChecklistError
        With the place in the file, and slug `checklist-missing`, `checklist-unreadable`,
        `checklist-syntax`, `checklist-key`, `checklist-value` or `checklist-item`.
    """
    path = Path(path)
    build = Builder(path.name)
    node = only(read(path), path.name)
    if node.map.get("checklist") is None:
        raise build.error(node, "the checklist needs 'checklist', its name", slug="checklist-value")
    slug = node.text("checklist")
    if slug != path.stem or not _SLUG.fullmatch(slug):
        raise build.error(
            node.map["checklist"],
            f"'checklist' must be '{path.stem}', as the file is named",
            slug="checklist-value",
        )
    rest = Node({k: v for k, v in node.map.items() if k != "checklist"}, node.line)
    found = build.build(Checklist, rest, "the checklist", slug=slug)
    _one_of(build, node, "framework", "status", _STATUSES)
    _one_of(build, node, "framework", "confidence", _CONFIDENCE)
    _check_items(build, node, slug)
    return found


def _one_of(build: Builder, node: Node, section: str, key: str, words: Sequence[str]) -> None:
    holder = node.map[section]
    text = holder.text(key)
    if text and text not in words:
        raise build.error(
            holder.map[key],
            f"{section}: {key} must be one of {', '.join(words)}",
            slug="checklist-value",
            hint=did_you_mean(text, words),
        )


def _item_nodes(node: Node) -> Iterable[tuple[str, Node]]:
    sections = node.map["sections"].value
    for section in sections if isinstance(sections, list) else ():
        items = section.map["items"].value
        for item in items if isinstance(items, list) else ():
            yield section.text("id"), item


def _check_items(build: Builder, node: Node, slug: str) -> None:
    seen: dict[str, int] = {}
    for section, item in _item_nodes(node):
        id = item.text("id")
        wrong = ""
        if not re.fullmatch(rf"{slug}\.{re.escape(section)}\.\d+", id):
            wrong = f"the id must be {slug}.{section}.<number>"
        elif id in seen:
            wrong = f"the id is already used at line {seen[id]}"
        elif not item.text("question").strip().endswith("?"):
            wrong = "the question must end with a question mark"
        elif not item.map["ref"].value:
            wrong = "ref must name at least one provision"
        elif (item.text("kind") or "human") not in _KINDS:
            wrong = f"kind must be one of {', '.join(_KINDS)}"
        else:
            evidence = item.map.get("evidence")
            listed = evidence.value if evidence is not None else []
            ids = [n.value for n in listed] if isinstance(listed, list) else [listed]
            if not all(isinstance(c, str) and _CHECK.fullmatch(c) for c in ids):
                wrong = "evidence must list check ids such as FA201"
        if wrong:
            raise build.error(item, f"item {id or '(no id)'}: {wrong}", slug="checklist-item")
        seen[id] = item.line


# ---------------------------------------------------------------------------------------------
# Reading the answers


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """An answer as the file writes it."""

    state: Answered
    text: str = ""
    reason: str = ""
    by: str = ""
    on: str = ""
    evidence_hash: str = ""
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answers:
    checklist: str
    version: str
    answers: Mapping[str, _Given]


def load_answers(
    path: str | Path, checklists: Mapping[str, Checklist], *, today: date | None = None
) -> dict[str, dict[str, Answer]]:
    """Read the answers to one or several checklists.

    Parameters
    ----------
    path : str or Path
        A YAML file of `checklist`, `version` and `answers`; several as a list or as documents.
    checklists : mapping of str to Checklist
        By slug: those the plan uses.
    today : date, optional
        Latest date an answer may carry; by default the date where it is latest on Earth.

    Returns
    -------
    dict of str to dict of str to Answer
        By checklist and item; items that were not answered are absent.

    Raises
    ------
    ChecklistError
        As `load` does, and with slug `unknown-checklist`, `unknown-item`, `answers-version`,
        `answer-incomplete` or `answer-date`.
    """
    path = Path(path)
    build = Builder(path.name)
    latest = today or datetime.now(timezone(timedelta(hours=14))).date()
    result: dict[str, dict[str, Answer]] = {}
    for node in _documents(read(path)):
        given = build.build(_Answers, node, "the answers")
        checklist = checklists.get(given.checklist)
        if checklist is None:
            raise build.error(
                node.map["checklist"],
                f"answers to '{given.checklist}', which the plan does not use",
                slug="unknown-checklist",
                hint=did_you_mean(given.checklist, checklists),
            )
        if given.checklist in result:
            raise build.error(
                node, f"answers to '{given.checklist}' appear twice", slug="checklist-syntax"
            )
        if given.version != checklist.version:
            raise build.error(
                node.map["version"],
                f"answers to version {given.version} of '{given.checklist}', "
                f"expected {checklist.version}",
                slug="answers-version",
                hint="compare the questions, then change the version in the file of answers",
            )
        result[given.checklist] = _answers(build, node, given, checklist, latest)
    return result


def _documents(documents: Sequence[Node]) -> Iterable[Node]:
    for node in documents:
        if isinstance(node.value, list):
            yield from node.value
        elif node.value is not None:
            yield node


def _answers(
    build: Builder, node: Node, given: _Answers, checklist: Checklist, latest: date
) -> dict[str, Answer]:
    items = {item.id: item for item in checklist.items()}
    where = node.map["answers"].map
    result = {}
    for id, answer in given.answers.items():
        at = where[id]
        if id not in items:
            raise build.error(
                at,
                f"'{checklist.slug}' has no item '{id}'",
                slug="unknown-item",
                hint=did_you_mean(id, items),
            )
        lacking = _lacking(answer, items[id])
        if lacking:
            raise build.error(at, f"item {id}: {lacking}", slug="answer-incomplete")
        if answer.on:
            wrong = _wrong_date(answer.on, latest)
            if wrong:
                raise build.error(
                    at.map["on"],
                    f"item {id}: 'on' {wrong}",
                    slug="answer-date",
                    hint="write the date as year-month-day: 2026-10-01",
                )
        result[id] = Answer(
            item=id,
            state=answer.state,
            text=answer.text,
            reason=answer.reason,
            by=answer.by,
            on=answer.on,
            evidence_hash=answer.evidence_hash,
            attachments=answer.attachments,
        )
    return result


def _lacking(answer: _Given, item: Item) -> str:
    if answer.state is Answered.NOT_APPLICABLE and not answer.reason:
        return "not_applicable needs a 'reason'"
    words = len(answer.text.split())
    if answer.state is Answered.MET and words < item.min_words:
        return f"met needs a 'text' of at least {item.min_words} words, found {words}"
    return ""


def _wrong_date(text: str, latest: date) -> str:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return "is not a date"
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return "is not a date"
    return "is in the future" if day > latest else ""


# ---------------------------------------------------------------------------------------------
# The checklist as it stands


def state(
    checklist: Checklist, answers: Mapping[str, Answer], findings: Sequence[Finding]
) -> ChecklistState:
    """Put the answers and the findings beside the questions.

    A finding never sets a state: what was measured and what a person says are two cells. An item
    without an answer is `not_assessed`, whatever was measured.

    Parameters
    ----------
    answers : mapping of str to Answer
        By item id, of this checklist.
    findings : sequence of Finding
        Of the whole audit; each item shows those of the checks it names, worst first.
    """
    sections = tuple(
        (
            section.title,
            tuple(
                ItemState(
                    item=item,
                    answer=answers.get(item.id)
                    or Answer(item=item.id, state=Answered.NOT_ASSESSED),
                    evidence=_evidence(item, findings),
                )
                for item in section.items
            ),
        )
        for section in checklist.sections
    )
    states = [entry.answer.state for _, entries in sections for entry in entries]
    return ChecklistState(
        slug=checklist.slug,
        version=checklist.version,
        title=checklist.title,
        framework=checklist.framework,
        sections=sections,
        counts={str(word): states.count(word) for word in Answered},
        note=checklist.note,
    )


def _evidence(item: Item, findings: Sequence[Finding]) -> tuple[EvidenceLine, ...]:
    order = list(Outcome)
    beside = [finding for finding in findings if finding.check in item.evidence]
    beside.sort(key=lambda f: (order.index(f.outcome), item.evidence.index(f.check), f.id))
    return tuple(
        EvidenceLine(finding=f.id, outcome=str(f.outcome), sentence=f.condition) for f in beside
    )
