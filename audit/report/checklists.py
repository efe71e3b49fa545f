"""Checklists: the answer of a person and the evidence beside it, two cells that do not hide each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from audit.checklist import Answer, Applicability, ChecklistState, EvidenceLine, Item, ItemState
from audit.checklist.scoring import Score
from audit.checklist.shown import numbers, statement
from audit.record import AuditRecord
from audit.report.findings import Fact
from audit.report.overview import ORDER
from audit.report.places import Link, Places
from audit.report.words import Words, anchor, unique
from audit.vocabulary import Answered, Outcome

MOST_ITEMS = 60
"""Questions of all checklists that the page shows; the table `checklists.csv` has all."""

FEWEST_ITEMS = 4
"""Questions that the page shows of each checklist, however many there are."""

UNBEGUN_ITEMS = 2
"""Questions that the page shows of a checklist that nobody began, if not all are shown: the gravest."""

MOST_LINKS = 4
"""Findings of one outcome that are named beside a question."""

MOST_CHARACTERS = 700
"""Characters of an answer that the page shows; the record has all."""


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The findings of one outcome beside a question."""

    outcome: str
    word: str
    findings: tuple[Link, ...]
    """`anchor` is empty where the finding is not in the record."""
    more: str
    """How many further findings there are; empty if none."""


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
class AreaView:
    """One section's part in a score."""

    title: str
    points: str
    answered: str


@dataclass(frozen=True, slots=True)
class ScoreView:
    """What the answers come to by the instrument's own rule."""

    statement: str
    areas: tuple[AreaView, ...]
    lines: tuple[Fact, ...]
    """What a level asks for, the provisions that answers point to, or the grades of each harm."""
    open: str


@dataclass(frozen=True, slots=True)
class FrameworkView:
    """Whether a framework applies by the plan, and whether it is used."""

    title: str
    anchor: str
    """Of its checklist on the page; empty if it is not used."""
    word: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """One instrument."""

    anchor: str
    title: str
    url: str
    note: str
    facts: tuple[Fact, ...]
    score: ScoreView | None
    sections: tuple[ChecklistSection, ...]
    more: str
    """How many questions are left out, in words; empty if none is."""


def checklists(record: AuditRecord, words: Words, places: Places) -> tuple[ChecklistView, ...]:
    """Return the record's checklists as the page shows them."""
    anchors = unique(f"checklist-{anchor(state.slug)}" for state in record.checklists)
    items = sum(len(entries) for state in record.checklists for _, entries in state.sections)
    each = MOST_ITEMS // max(1, len(record.checklists))
    most = items if items <= MOST_ITEMS else max(FEWEST_ITEMS, each)
    fewest = min(most, UNBEGUN_ITEMS)
    return tuple(
        _checklist(state, place, most if most == items or _begun(state) else fewest, words, places)
        for state, place in zip(record.checklists, anchors, strict=True)
    )


def _begun(state: ChecklistState) -> bool:
    """Return whether somebody answered this checklist itself, and not only one that asks the same."""
    given = (entry.answer for _, entries in state.sections for entry in entries)
    return any(
        not answer.shared_from and (answer.value or answer.said is not Answered.NOT_ASSESSED)
        for answer in given
    )


def _checklist(
    state: ChecklistState, place: str, most: int, words: Words, places: Places
) -> ChecklistView:
    frame = state.framework
    counts = _counted(state.counts, words)
    pairs = (
        ("checklist_status", words.name("ui.framework", frame.status)),
        ("checklist_version", frame.legal_version),
        ("checklist_applies", "; ".join(filter(None, (frame.applies_from, frame.transition)))),
        ("checklist_as_of", frame.as_of),
        ("checklist_confidence", frame.confidence),
        ("checklist_licence", frame.licence),
        ("checklist_counts", counts),
    )
    shown = _shown(state, most)
    items = sum(len(entries) for _, entries in state.sections)
    return ChecklistView(
        anchor=place,
        title=state.title,
        url=frame.url,
        note=state.note,
        facts=tuple(Fact(words(f"ui.{name}"), text) for name, text in pairs if text),
        score=_score(state, words) if state.score is not None else None,
        sections=tuple(
            _section(title, entries, shown, place, words, places)
            for title, entries in state.sections
            if any(entry.item.id in shown for entry in entries)
        ),
        more=words("ui.checklist_more", n=items - len(shown)) if len(shown) < items else "",
    )


def _section(
    title: str,
    items: tuple[ItemState, ...],
    shown: frozenset[str],
    place: str,
    words: Words,
    places: Places,
) -> ChecklistSection:
    return ChecklistSection(
        title,
        _counted(Counter(entry.answer.state for entry in items), words),
        tuple(_item(entry, place, words, places) for entry in items if entry.item.id in shown),
    )


def _shown(state: ChecklistState, most: int) -> frozenset[str]:
    """Return the items that the page shows: those a reader must know first, if there are too many."""
    entries = [entry for _, entries in state.sections for entry in entries]
    first = sorted(entries, key=_weight)[:most]
    return frozenset(entry.item.id for entry in first)


def _weight(entry: ItemState) -> tuple[bool, bool, bool, int]:
    open_ = entry.answer.state is Answered.NOT_ASSESSED
    refused = entry.answer.state is Answered.NOT_MET
    disputed = any(line.outcome in (Outcome.FAIL, Outcome.REVIEW) for line in entry.evidence)
    return (
        not (refused or entry.item.zero_option),
        not (entry.item.blocks and open_),
        not (disputed and not open_),
        -entry.item.severity.rank,
    )


def _score(state: ChecklistState, words: Words) -> ScoreView:
    score = state.score
    assert score is not None  # noqa: S101 -- asked for where there is one
    return ScoreView(
        statement=statement(state.framework.legal_version, score, state.confirmed),
        areas=tuple(
            AreaView(
                area.title,
                words("ui.checklist_points", points=area.points, maximum=area.maximum),
                words("ui.checklist_points", points=area.answered, maximum=area.asked),
            )
            for area in score.areas
            if area.asked
        ),
        lines=_lines(score),
        open=words("ui.checklist_open", n=len(score.open), items=score.open[:6])
        if score.open and score.method != "coverage"
        else "",
    )


def _lines(score: Score) -> tuple[Fact, ...]:
    points = [Fact(point.ref or point.id, point.reason) for point in score.points]
    required = [Fact(each.title, each.text) for each in score.requirements]
    profiles = [
        Fact(each.title, "; ".join(filter(None, (_grades(each.grades), each.floor))))
        for each in score.profiles
        if each.grades
    ]
    return (*points, *profiles, *required)


def _grades(grades: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {grade}" for name, grade in numbers(grades).items())


_APPLIES = {True: "applies", False: "not", None: "open"}


def _applies(framework: Applicability) -> str:
    """Return whether a framework applies: what binds nobody is chosen, a class not yet known leaves it open."""
    if framework.would:
        return "would"
    return (
        _APPLIES[framework.applies]
        if framework.applies is not None or framework.needs
        else "chosen"
    )


def frameworks(record: AuditRecord, words: Words) -> tuple[FrameworkView, ...]:
    """Return which frameworks apply by the plan, and which are used."""
    anchors = unique(f"checklist-{anchor(state.slug)}" for state in record.checklists)
    slugs = [state.slug for state in record.checklists]
    known = dict(zip(slugs, anchors, strict=True))
    return tuple(
        FrameworkView(
            title=each.title,
            anchor=known.get(each.slug, ""),
            word=words(f"ui.framework_{_applies(each)}{'' if each.used else '_unused'}"),
            why=(
                *each.why,
                *((words("ui.framework_needs", needs=each.needs),) if each.needs else ()),
                *((each.reason,) if each.reason else ()),
            ),
        )
        for each in record.frameworks
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
        word=_word(item, answer, words),
        text=_short(answer.text),
        reason=answer.reason,
        by=" · ".join(filter(None, (by, _from(answer, words)))),
        attachments=", ".join(attachment.file for attachment in answer.attachments),
        evidence=_evidence(state.evidence, words, places),
    )


def _word(item: Item, answer: Answer, words: Words) -> str:
    """Return the answer in words: the option that was chosen, or the state."""
    state = words.name("ui.answered", str(answer.state))
    options = (item.answer.option(value) for value in answer.value)
    chosen = "; ".join(option.words for option in options if option is not None)
    said = chosen or " ".join((*answer.value, item.answer.unit)).strip() if answer.value else ""
    if not said:
        return state
    return said if answer.state is Answered.ANSWERED else f"{said} ({state})"


def _from(answer: Answer, words: Words) -> str:
    return words("ui.checklist_from", item=answer.shared_from) if answer.shared_from else ""


def _short(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[:MOST_CHARACTERS].rstrip() + " …"


_NAMED_ONCE = {Outcome.NOT_ASSESSED, Outcome.PASS, Outcome.NOT_APPLICABLE}
"""Outcomes of which the check is named and not each of its findings."""


def _by_check(links: list[Link]) -> list[Link]:
    """Name each check once, with the place that says how it judges."""
    checks = Counter(link.text.partition(" · ")[0] for link in links)
    return [
        Link(f"{check} ({n})" if n > 1 else check, f"check-{check}") for check, n in checks.items()
    ]


def _evidence(
    lines: tuple[EvidenceLine, ...], words: Words, places: Places
) -> tuple[EvidenceView, ...]:
    groups: dict[str, list[Link]] = {str(outcome): [] for outcome in ORDER}
    for line in lines:
        unknown = Link(line.finding, "")
        groups[line.outcome].append(next(iter(places.links((line.finding,))), unknown))
    groups = {
        outcome: _by_check(links) if outcome in _NAMED_ONCE else links
        for outcome, links in groups.items()
    }
    return tuple(
        EvidenceView(
            outcome,
            words.name("outcome", outcome),
            tuple(links[:MOST_LINKS]),
            words("ui.checklist_links", n=len(links) - MOST_LINKS)
            if len(links) > MOST_LINKS
            else "",
        )
        for outcome, links in groups.items()
        if links
    )
