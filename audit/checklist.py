"""A checklist: the questions of one instrument, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from audit.vocabulary import Answered, Right, Severity


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question."""

    id: str
    ref: tuple[str, ...]
    """Legal references with article and point."""
    question: str
    kind: str = "human"
    """Who can answer: `human`, `hybrid` (evidence helps), `auto` (evidence only, never a conclusion)."""
    rights: tuple[Right, ...] = ()
    evidence: tuple[str, ...] = ()
    """Check ids whose findings are shown beside the question."""
    guidance: str = ""
    min_words: int = 0
    severity: Severity = Severity.MODERATE
    blocks: bool = False


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
