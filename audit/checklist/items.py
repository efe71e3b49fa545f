"""The questions of one instrument: what a checklist's file says, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from audit.checklist.conditions import Condition
from audit.vocabulary import Answered, OperatorRole, Right, Severity


class AnswerType(StrEnum):
    """What kind of answer a question takes."""

    STATE = "state"
    """Met, not met or not applicable, with a text."""
    YES_NO = "yes_no"
    SINGLE = "single"
    MULTI = "multi"
    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    FILE = "file"


CHOICES = (AnswerType.YES_NO, AnswerType.SINGLE, AnswerType.MULTI)
"""Types whose answers are options."""


_JUDGED = (Answered.MET, Answered.NOT_MET)

GROUNDS = 5
"""Words on what it rests that a question which blocks needs, where the file asks for no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that can be chosen."""

    value: str
    label: str = ""
    points: int = 0
    state: Answered | None = None
    """What the choice means: `met`, `not_met`, `not_applicable`, or `not_assessed` for "cannot be told";
    where it means none of them, the item is `answered`."""
    shared: str = ""
    """Its word in the answers that checklists share; empty means `met` or `not_met` where it means that,
    and else the value itself."""

    @property
    def words(self) -> str:
        """What a person reads."""
        return self.label or self.value

    @property
    def common(self) -> str:
        """The word under which other checklists know it."""
        return self.shared or (str(self.state) if self.state in _JUDGED else self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSpec:
    """What an item takes as an answer; bare text is the type."""

    BARE = "type"

    type: AnswerType = AnswerType.STATE
    options: tuple[Option, ...] = ()
    met: str = ""
    """For `yes_no` without options: the word, yes or no, that means met."""
    at_least: float | None = None
    at_most: float | None = None
    whole: bool = False
    """Whether a number must be a whole one."""
    unit: str = ""
    future: bool = False
    """Whether a date may lie in the future."""

    def option(self, value: str) -> Option | None:
        """Return the option of that value, or None."""
        return next((option for option in self.options if option.value == value), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """The instrument a checklist puts into questions."""

    name: str
    legal_version: str
    as_of: str
    status: str
    """`in_force`, `upcoming`, `guidance`, `draft`."""
    applies_from: str = ""
    transition: str = ""
    """For whom another day counts, and which: "2 August 2030 where a public authority used it before"."""
    confidence: str = "medium"
    """How sure the tool's authors are of the dates and references: `high`, `medium`, `low`."""
    url: str = ""
    binds: tuple[str, ...] = ()
    """Jurisdictions where it is law, as `[system] jurisdictions` names them; none for guidance."""
    licence: str = ""
    """Under what terms questions or points of the instrument are used, with the attribution they ask for."""
    source: str = ""
    """What the checklist was made from: document, version, date."""


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
    answer: AnswerSpec = field(default_factory=AnswerSpec)
    evidence: tuple[str, ...] = ()
    """Check ids whose findings are shown beside the question."""
    against: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Check id to the answers (states or option values) that its `fail` or `review` speaks against."""
    visible_if: Condition | None = None
    shared: str = ""
    """Name that items of several checklists carry when they ask the same: one answer serves all."""
    guidance: str = ""
    min_words: int = 0
    severity: Severity = Severity.MODERATE
    blocks: bool = False
    """Whether the system should not be used while this is open or not met."""
    zero_option: bool = False
    """Whether `not_met` here says: do not deploy."""
    variable: str = ""
    """What the scoring method `profile` grades by this item: `scale`, `probability`."""
    inferred_from: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Option to sections: in bare answers, the sections that are answered tell which option holds."""
    applies_from: str = ""
    """Day from which its provision applies, where that is another than the framework's."""
    addressee: OperatorRole | None = None
    """Whose duty it is, where it is that of one role alone."""

    @property
    def grounds(self) -> int:
        """Words that an answer which clears the question needs, unless a document is attached."""
        return self.min_words or (GROUNDS if self.blocks else 0)

    @property
    def points(self) -> int:
        """The most points an answer can carry."""
        given = [option.points for option in self.answer.options]
        if self.answer.type is AnswerType.MULTI:
            return sum(points for points in given if points > 0)
        return max(given, default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its items."""

    id: str
    title: str
    items: tuple[Item, ...]
    visible_if: Condition | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The questions of one instrument, from `checklists/<slug>.yaml`."""

    slug: str
    version: str
    title: str
    framework: Framework
    sections: tuple[Section, ...]
    ids: str = "ours"
    """`ours`: ids are `slug.section.number`; `official`: ids are the instrument's own."""
    roles: tuple[str, ...] = ()
    """Who must answer: `deployer`, `provider`, `controller`."""
    applies_if: Condition | None = None
    """On facts of the plan alone; without it the checklist serves anyone who chooses it."""
    applies_note: str = ""
    """What a person still has to find out before it is sure that the instrument applies."""
    note: str = ""
    scoring: Any = None
    """Configuration of the scoring method, of the type the method declares; None without one."""

    def items(self) -> tuple[Item, ...]:
        """Return all items in order."""
        return tuple(item for section in self.sections for item in section.items)

    def section_of(self, item: str) -> Section | None:
        """Return the section an item stands in, or None."""
        return next((s for s in self.sections if any(i.id == item for i in s.items)), None)
