"""A checklist filled in: which questions are asked, and what was answered to those."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from audit.checklist.conditions import Condition, Facts, Known, Values
from audit.checklist.items import AnswerType, Checklist, Item
from audit.checklist.words import count_words
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
    given: Answered | None = None
    """What was said, where it does not stand: `state` is then `not_assessed`."""

    @property
    def said(self) -> Answered:
        """What was said, whether or not it stands."""
        return self.given or self.state


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
    return answer.value or (str(answer.said),)


def stands(item: Item, answer: Answer) -> bool:
    """Return whether an answer can stand: somebody by name, on a date, with grounds.

    Grounds are a text, a document, or a choice; for a question that blocks a choice is none, so that one
    key clears nothing. An admitted failure needs no grounds.
    """
    return bool(answer.by and answer.on) and grounded(item, answer)


def grounded(item: Item, answer: Answer) -> bool:
    """Return whether an answer says on what it rests, as far as its question asks for that."""
    said, words = answer.said, count_words(answer.text)
    if said is Answered.NOT_ASSESSED or said is Answered.NOT_MET:
        return said is Answered.NOT_MET
    if said is Answered.NOT_APPLICABLE and not (item.blocks and answer.value):
        return bool(answer.reason or answer.value)
    if item.blocks:
        return bool(answer.attachments) or words >= item.grounds
    return said is Answered.ANSWERED or bool(words or answer.attachments or answer.value)


def settled(item: Item, answer: Answer) -> Answer:
    """Return an answer as a page may show it: what clears a question without standing leaves it open."""
    clears = answer.said is Answered.MET or (item.blocks and not grounded(item, answer))
    if not clears or answer.said is Answered.NOT_ASSESSED or stands(item, answer):
        return answer
    return replace(answer, state=Answered.NOT_ASSESSED, given=answer.said)


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
    loose : frozenset of str
        Items whose answer leaves them open all the same: "cannot be told", or without grounds.
    """

    checklist: Checklist
    values: Values
    asked: frozenset[str]
    hidden: tuple[str, ...] = ()
    facts: Facts = field(default_factory=dict)
    loose: frozenset[str] = frozenset()

    @property
    def answered(self) -> tuple[str, ...]:
        """The items that are asked and answered, in order: what every count of answers counts."""
        order = (item.id for item in self.checklist.items())
        return tuple(
            i for i in order if i in self.asked and i in self.values and i not in self.loose
        )

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
