"""A checklist filled in: which questions are asked, and what was answered to those."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from audit.checklist.conditions import Condition, Facts, Known, Values
from audit.checklist.items import AnswerType, Checklist, Item
from audit.vocabulary import Answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document that an answer rests on; bare text is its name, and nothing is then checked."""

    BARE = "file"

    file: str
    """Path from the folder of the answers, or an address."""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person answered to one item."""

    item: str
    state: Answered
    value: tuple[str, ...] = ()
    """Option values, the number or the date, for items that take those."""
    text: str = ""
    reason: str = ""
    """Why it is not applicable."""
    by: str = ""
    on: str = ""
    evidence_hash: str = ""
    attachments: tuple[Attachment, ...] = ()
    shared_from: str = ""
    """The item of another checklist that asks the same and was answered instead."""


_WORST_FIRST = (
    Answered.NOT_MET,
    Answered.NOT_ASSESSED,
    Answered.MET,
    Answered.NOT_APPLICABLE,
)


def state_of(item: Item, value: tuple[str, ...]) -> Answered:
    """Return what chosen options mean, the worst of them; `answered` if none means anything.

    `not_met` before `not_assessed`, before `met`, before `not_applicable`.
    """
    if item.answer.type is AnswerType.STATE:
        return Answered(value[0])
    chosen = [item.answer.option(v) for v in value]
    states = [option.state for option in chosen if option is not None and option.state is not None]
    for state in _WORST_FIRST:
        if state in states:
            return state
    return Answered.ANSWERED


def values_of(answer: Answer) -> tuple[str, ...]:
    """Return an answer as conditions see it: option values, a number, a date, or the word of its state."""
    # A choice can mean "does not apply" and still carry points.
    return answer.value or (str(answer.state),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A checklist with the answers that count.

    Attributes
    ----------
    values : mapping of str to tuple of str
        Of the items that are asked and answered.
    asked : frozenset of str
        Items whose conditions hold; a hidden item is as if it were not there.
    hidden : tuple of str
        Items that were answered though they are not asked.
    """

    checklist: Checklist
    values: Values
    asked: frozenset[str]
    hidden: tuple[str, ...] = ()
    facts: Facts = field(default_factory=dict)

    def open(self, items: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of the items that are asked and not answered."""
        return tuple(id for id in items if id in self.asked and id not in self.values)


def lay_out(checklist: Checklist, values: Values, facts: Mapping[str, frozenset[str]]) -> Sheet:
    """Find out which items are asked, in order, each by the answers before it.

    A condition on an item that is hidden or not answered does not hold; one on a fact that the plan
    does not state does, so that nothing is left unasked for want of a line in the plan.
    """
    counted: dict[str, tuple[str, ...]] = {}
    asked: set[str] = set()
    hidden: list[str] = []
    known = Known(values=counted, facts=facts, open_item=False, open_fact=True)
    for section in checklist.sections:
        for item in section.items:
            if _shown(section.visible_if, known) and _shown(item.visible_if, known):
                asked.add(item.id)
                if item.id in values:
                    counted[item.id] = values[item.id]
            elif item.id in values:
                hidden.append(item.id)
    return Sheet(
        checklist=checklist,
        values=counted,
        asked=frozenset(asked),
        hidden=tuple(hidden),
        facts=facts,
    )


def _shown(condition: Condition | None, known: Known) -> bool:
    return condition is None or known.holds(condition) is True
