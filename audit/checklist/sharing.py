"""One answer for every framework that asks the same: items that carry the same `shared` name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from audit.checklist.answers import AnswerSet
from audit.checklist.conditions import Facts
from audit.checklist.items import CHOICES, AnswerType, Checklist, Item
from audit.checklist.sheet import Answer, grounded, state_of, values_of
from audit.checklist.words import count_words
from audit.vocabulary import Answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One question that was answered differently in two checklists."""

    shared: str
    items: tuple[str, ...]


def share(
    sets: Mapping[str, AnswerSet], lists: Mapping[str, Checklist], facts: Facts
) -> dict[str, AnswerSet]:
    """Carry answers over to the items of other checklists that ask the same.

    An item's own answer stands. Where several were given, the first by checklist name serves the rest.
    An answer is carried only where the other item has the same word for it, and is asked; one that lacks
    the grounds its own question asks for is not carried.
    """
    given, differing = _given(sets), disagreements(sets)
    result = {}
    for slug, checklist in lists.items():
        own = sets.get(slug, AnswerSet(checklist=checklist))
        answers = dict(own.answers)
        for item in checklist.items():
            for origin, source in given.get(item.shared, ()) if item.shared else ():
                if item.id in answers or not grounded(origin, source):
                    continue
                if carried := _carried(source, origin, item):
                    answers[item.id] = carried
        asked = replace(own, answers=answers).sheet(facts).asked
        kept = {id: a for id, a in answers.items() if id in asked or not a.shared_from}
        differs = {
            id: tuple(other for other in each.items if other != id)
            for each in differing
            for id in each.items
            if id in own.answers
        }
        result[slug] = replace(own, answers=kept, differs=differs)
    return result


def disagreements(sets: Mapping[str, AnswerSet]) -> tuple[Disagreement, ...]:
    """Return the shared questions to which two checklists hold different answers."""
    found = []
    for name, answers in _given(sets).items():
        own = [(item, answer) for item, answer in answers if not answer.shared_from]
        words = {common(item, answer) for item, answer in own}
        if len(words) > 1:
            found.append(Disagreement(shared=name, items=tuple(item.id for item, _ in own)))
    return tuple(found)


def _given(sets: Mapping[str, AnswerSet]) -> dict[str, list[tuple[Item, Answer]]]:
    """Return the answers by shared name, in the order of the checklists' names."""
    found: dict[str, list[tuple[Item, Answer]]] = {}
    for slug in sorted(sets):
        for item in sets[slug].checklist.items():
            answer = sets[slug].answers.get(item.id)
            if item.shared and answer is not None and answer.state is not Answered.NOT_ASSESSED:
                found.setdefault(item.shared, []).append((item, answer))
    return found


def common(item: Item, answer: Answer) -> tuple[str, ...]:
    """Return an answer in the words that checklists share."""
    if answer.state is Answered.NOT_APPLICABLE:
        return (str(answer.state),)
    if item.answer.type not in CHOICES:
        return values_of(answer)
    options = (item.answer.option(value) for value in answer.value)
    return tuple(sorted(option.common for option in options if option is not None))


def _by_word(item: Item) -> dict[str, str]:
    """Return option values by shared word; a word of two options says neither."""
    words = [option.common for option in item.answer.options]
    return {o.common: o.value for o in item.answer.options if words.count(o.common) == 1}


def _carried(answer: Answer, origin: Item, item: Item) -> Answer | None:
    """Return an answer as another item would have it; None where that has no word for it."""
    words = common(origin, answer)
    known = _by_word(item)
    value: tuple[str, ...] = ()
    state = answer.state
    if words == (str(Answered.NOT_APPLICABLE),):
        if item.points:
            return None
    elif item.answer.type in CHOICES:
        if not words or not all(word in known for word in words):
            return None
        value = tuple(known[word] for word in words)
        state = state_of(item, value)
    elif item.answer.type is AnswerType.STATE:
        if words[0] not in (Answered.MET, Answered.NOT_MET):
            return None
        state = Answered(words[0])
    elif item.answer.type is not origin.answer.type:
        return None
    else:
        value = answer.value
    short = count_words(answer.text) < item.min_words
    if short and state in (Answered.MET, Answered.ANSWERED):
        return None
    # The findings beside the other item are others, so its fingerprint would say nothing here.
    return replace(
        answer, item=item.id, value=value, state=state, shared_from=origin.id, evidence_hash=""
    )
