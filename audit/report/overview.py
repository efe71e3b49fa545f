"""Rights by outcome, on one screen: words, counts and links, never a score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from audit.record import AuditRecord
from audit.report.findings import NO_RIGHT, group_anchor
from audit.report.words import Words
from audit.vocabulary import Answered, Outcome, Right

ORDER = (
    Outcome.FAIL,
    Outcome.INCONCLUSIVE,
    Outcome.REVIEW,
    Outcome.NOT_ASSESSED,
    Outcome.ERROR,
    Outcome.PASS,
    Outcome.NOT_APPLICABLE,
)
"""In this order a reader must decide: what is wrong or open comes before what is well."""


@dataclass(frozen=True, slots=True)
class Entry:
    """How many findings of one outcome touch one right, and where they stand."""

    outcome: str
    word: str
    n: int
    anchor: str


@dataclass(frozen=True, slots=True)
class RightRow:
    """One right with what was found."""

    right: str
    entries: tuple[Entry, ...]
    people: str
    """How far the questions that only a person can answer are answered, in words."""
    open: bool
    """Whether one of them is open, or answered with not met."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """An outcome word with its meaning."""

    outcome: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The rights that questions of this audit touch."""

    rows: tuple[RightRow, ...]
    untouched: str
    words: tuple[Meaning, ...]


def overview(record: AuditRecord, words: Words) -> Overview:
    """Count the findings by right and outcome; a finding counts under every right it touches."""
    counts: dict[tuple[str, Outcome], int] = {}
    for finding in record.findings:
        for right in dict.fromkeys(map(str, finding.rights or (NO_RIGHT,))):
            counts[right, finding.outcome] = counts.get((right, finding.outcome), 0) + 1
    touched = [
        right
        for right in [*map(str, Right), NO_RIGHT]
        if any((right, outcome) in counts for outcome in ORDER)
    ]
    untouched = tuple(
        words.name("right", str(right)) for right in Right if str(right) not in touched
    )
    asked = _asked(record)
    return Overview(
        rows=tuple(_row(right, counts, asked.get(right, {}), words) for right in touched),
        untouched=words("ui.untouched", rights="; ".join(untouched)) if untouched else "",
        words=tuple(
            Meaning(
                str(outcome), words.name("outcome", str(outcome)), words(f"outcome.means.{outcome}")
            )
            for outcome in ORDER
        ),
    )


def _asked(record: AuditRecord) -> dict[str, dict[str, Answered]]:
    """Return, by right, the questions only a person can answer, and how each was answered.

    Items of several checklists that ask the same are one question.
    """
    found: dict[str, dict[str, Answered]] = {}
    for state in record.checklists:
        for _, entries in state.sections:
            for entry in entries:
                if entry.item.kind == "auto":
                    continue
                name = entry.item.shared or f"{state.slug} {entry.item.id}"
                for right in entry.item.rights:
                    known = found.setdefault(str(right), {})
                    if known.get(name, Answered.NOT_ASSESSED) is Answered.NOT_ASSESSED:
                        known[name] = entry.answer.state
    return found


def _people(asked: Mapping[str, Answered], words: Words) -> str:
    states = list(asked.values())
    if not states:
        return words("ui.people_unasked")
    waiting, unmet = states.count(Answered.NOT_ASSESSED), states.count(Answered.NOT_MET)
    if not waiting and not unmet:
        return words("ui.people_all", n=len(states))
    said = words("ui.people_some", answered=len(states) - waiting, n=len(states))
    return said + (" " + words("ui.people_not_met", n=unmet) if unmet else "")


def _row(
    right: str,
    counts: dict[tuple[str, Outcome], int],
    asked: Mapping[str, Answered],
    words: Words,
) -> RightRow:
    name = words.name("right", right)
    entries = []
    for outcome in ORDER:
        n = counts.get((right, outcome), 0)
        if n:
            word = words.name("outcome", str(outcome))
            entries.append(Entry(str(outcome), word, n, group_anchor(outcome, right)))
    held = {Answered.NOT_ASSESSED, Answered.NOT_MET}
    waiting = not asked or any(state in held for state in asked.values())
    return RightRow(name, tuple(entries), _people(asked, words), waiting)
