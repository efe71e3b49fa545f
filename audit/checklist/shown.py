"""A score as plain values and as one sentence, for the terminal, JSON and the page alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from audit.checklist.answers import Confirmation
from audit.checklist.conditions import Condition
from audit.checklist.facts import FACTS
from audit.checklist.items import Checklist, Item
from audit.checklist.scoring import Score

_SHORT = 40
"""Characters of an option's words that a condition can hold."""

_NAMED = 8
"""Open items that one sentence names."""


def numbers(values: Mapping[str, float]) -> dict[str, int | float]:
    """Return whole numbers as such."""
    return {name: int(v) if float(v).is_integer() else v for name, v in values.items()}


def asked_if(checklist: Checklist, item: Item) -> str:
    """Return on which condition a question is asked, in words; empty if it always is."""
    section = checklist.section_of(item.id)
    both = (section.visible_if if section is not None else None, item.visible_if)
    said = [_condition(each, checklist) for each in both if each is not None]
    return " and ".join(f"({each})" if len(said) > 1 else each for each in said)


def _condition(condition: Condition, checklist: Checklist) -> str:
    for parts, word in ((condition.all, " and "), (condition.any, " or ")):
        if parts:
            return word.join(_nested(part, checklist) for part in parts)
    if condition.none:
        return f"not ({' or '.join(_nested(part, checklist) for part in condition.none)})"
    named = FACTS[condition.fact][0] if condition.fact else condition.item
    low, high = condition.at_least, condition.at_most
    bounds = [f"at least {low:g}"] if low is not None else []
    bounds += [f"at most {high:g}"] if high is not None else []
    words = " or ".join(_option(condition.item, value, checklist) for value in condition.one_of)
    return f"{named} is {words or ' and '.join(bounds)}"


def _nested(condition: Condition, checklist: Checklist) -> str:
    said = _condition(condition, checklist)
    return f"({said})" if condition.all or condition.any else said


def _option(id: str, value: str, checklist: Checklist) -> str:
    """Return an option as a person reads it, cut short where it is long."""
    item = next((item for item in checklist.items() if item.id == id), None)
    option = item.answer.option(value) if item is not None else None
    if option is None or option.words == value:
        return value.replace("_", " ")
    cut = len(option.words) > _SHORT
    return f"“{option.words[:_SHORT].rsplit(' ', 1)[0]} …”" if cut else f"“{option.words}”"


def statement(version: str, score: Score, confirmed: Confirmation | None = None) -> str:
    """Say in one sentence what the answers come to; never what the law concludes.

    Parameters
    ----------
    version : str
        The framework's `legal_version`: no score is printed without it.
    """
    said = _SENTENCES.get(score.method, _plain)(version, score)
    if score.method == "class" and score.result:
        return f"{said} {_by(score, confirmed)}"
    return said


def _points(version: str, score: Score) -> str:
    values, maxima = numbers(score.values), numbers(score.maxima)
    totals = ", ".join(f"{name} {values[name]} of {maxima[name]}" for name in maxima)
    final = f"final score {values['final']}, from {totals}"
    if score.open:
        asked = f"{_count(len(score.open))} that can change it {'is' if len(score.open) == 1 else 'are'} open"
        return f"Not complete, {asked}. On the answers so far: {score.title} by {version}, {final}."
    return f"{score.title} by {version}: {final}."


def _count(number: int) -> str:
    return f"{number} question" if number == 1 else f"{number} questions"


def _class(version: str, score: Score) -> str:  # noqa: ARG001 -- the shape of every sentence
    if score.possible:
        left = "; ".join(score.titles.get(each, each) for each in score.possible)
        unnamed = len(score.open) - _NAMED
        named = ", ".join(score.open[:_NAMED]) + (f" and {unnamed} more" if unnamed > 0 else "")
        return f"On these answers it cannot be told yet; possible: {left}. Open: {named}."
    held = [point.ref or point.id for point in score.points]
    why = f" ({'; '.join(dict.fromkeys(held))})" if held else ""
    more = f" {_count(len(score.open))} could add a point to it." if score.open else ""
    return f"On these answers, points to: {score.title}{why}. {score.reason}{more}"


def _by(score: Score, confirmed: Confirmation | None) -> str:
    if confirmed is None:
        return "To be confirmed by a named person."
    if confirmed.result != score.result:
        other = score.titles.get(confirmed.result, confirmed.result)
        return f"{confirmed.by} confirmed another result ({other}) on {confirmed.on}."
    return f"Confirmed by {confirmed.by} on {confirmed.on}."


def _profile(version: str, score: Score) -> str:  # noqa: ARG001 -- the shape of every sentence
    if not score.result:
        return "No harm is graded yet."
    graded = [profile for profile in score.profiles if profile.priority]
    first = ", ".join(p.title for p in graded if p.priority == graded[0].priority)
    open_ = f" Not graded yet: {_count(len(score.open))}." if score.open else ""
    return f"First: {first} ({score.title}). Grades stand side by side and are never added.{open_}"


def _coverage(version: str, score: Score) -> str:  # noqa: ARG001 -- the shape of every sentence
    answered, asked = int(score.values["answered"]), int(score.values["asked"])
    return f"{answered} of {_count(asked)} answered: a count, never a grade."


def _plain(version: str, score: Score) -> str:  # noqa: ARG001 -- the shape of every sentence
    return ", ".join(f"{name} {value:g}" for name, value in score.values.items()) + "."


_SENTENCES: Mapping[str, Callable[[str, Score], str]] = {
    "points": _points,
    "class": _class,
    "coverage": _coverage,
    "profile": _profile,
}


def as_values(score: Score) -> dict[str, Any]:
    """Return a score as values that JSON can hold, its named numbers at the top."""
    return {
        "method": score.method,
        **numbers(score.values),
        "maxima": numbers(score.maxima),
        "result": score.result,
        "result_title": score.title,
        "reason": score.reason,
        "areas": [
            {
                "section": a.section,
                "title": a.title,
                "total": a.total,
                "points": a.points,
                "maximum": a.maximum,
                "answered": a.answered,
                "asked": a.asked,
            }
            for a in score.areas
        ],
        "requirements": [{"title": r.title, "text": r.text} for r in score.requirements],
        "points_to": [
            {"step": p.step, "id": p.id, "ref": p.ref, "reason": p.reason} for p in score.points
        ],
        "profiles": [
            {
                "section": p.section,
                "title": p.title,
                "grades": dict(p.grades),
                "priority": p.priority,
                "floor": p.floor,
            }
            for p in score.profiles
        ],
        "possible": list(score.possible),
        "possible_titles": [score.titles.get(each, each) for each in score.possible],
        "open": list(score.open),
        "complete": not score.open,
        "stop": score.stop,
    }
