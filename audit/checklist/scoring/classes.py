"""Class: rules on answers and facts, each pointing to a provision, and the class that follows from them.

Rules stand in steps (prohibitions, high-risk points, profiling, derogations); all rules of a step are put,
in order, and every one that holds is a point. Classes are then tried from the first: the first whose
condition holds is the result. Where a question that could decide otherwise is open, no class is given and the
open questions are named. The result is what the answers point to; a person confirms it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from audit.checklist.conditions import Condition, Known
from audit.checklist.items import Checklist
from audit.checklist.scoring import Method, Point, Score
from audit.checklist.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One provision: `id` as a lawyer cites it, short; it holds `when` its condition does."""

    id: str
    ref: str
    when: Condition
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A set of rules; later steps and the classes may build on it by its id."""

    id: str
    title: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """One result; the last has no condition and is what remains."""

    id: str
    title: str
    reason: str
    when: Condition | None = None
    stop: bool = False
    """Whether it says: do not deploy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """`scoring: {method: class}`."""

    steps: tuple[Step, ...]
    classes: tuple[Class, ...]


def _score(config: Classes, sheet: Sheet) -> Score:
    known = Known(values=_with_hidden(sheet), facts=sheet.facts)
    held: dict[str, Mapping[str, bool | None]] = {}
    for step in config.steps:
        so_far = replace(known, steps=held)
        held[step.id] = {rule.id: so_far.holds(rule.when) for rule in step.rules}
    points = tuple(
        Point(step=step.id, id=rule.id, reason=rule.reason, ref=rule.ref)
        for step in config.steps
        for rule in step.rules
        if held[step.id][rule.id]
    )
    possible = _possible(config, replace(known, steps=held))
    titles = {each.id: each.title for each in config.classes}
    first = possible[0]
    if len(possible) > 1:
        return Score(
            method="class",
            points=points,
            possible=tuple(each.id for each in possible),
            titles=titles,
            open=_deciding(config, possible, held, sheet),
        )
    return Score(
        method="class",
        result=first.id,
        title=first.title,
        reason=first.reason,
        points=points,
        titles=titles,
        stop=first.stop,
        open=_undecided(config, held, sheet),
    )


def _with_hidden(sheet: Sheet) -> dict[str, tuple[str, ...]]:
    """Return the answers, with items that are not asked as answered by nothing: they hold no rule."""
    hidden = {item.id: () for item in sheet.checklist.items() if item.id not in sheet.asked}
    return {**hidden, **sheet.values}


def _possible(config: Classes, known: Known) -> tuple[Class, ...]:
    """Return the classes that are still possible, from the first; one, if it can be told."""
    found = []
    for each in config.classes:
        holds = True if each.when is None else known.holds(each.when)
        if holds is not False:
            found.append(each)
        if holds:
            break
    return tuple(found)


def _deciding(
    config: Classes,
    possible: tuple[Class, ...],
    held: Mapping[str, Mapping[str, bool | None]],
    sheet: Sheet,
) -> tuple[str, ...]:
    """Return the open items that the classes still possible ask about, by whatever step."""
    conditions = [each.when for each in possible if each.when is not None]
    items: set[str] = set()
    while conditions:
        for part in conditions.pop().parts():
            items.update((part.item,) if part.item else ())
            for step in config.steps:
                if step.id == part.step:
                    conditions += [r.when for r in step.rules if held[step.id][r.id] is None]
    return sheet.open(tuple(i.id for i in sheet.checklist.items() if i.id in items))


def _undecided(
    config: Classes, held: Mapping[str, Mapping[str, bool | None]], sheet: Sheet
) -> tuple[str, ...]:
    """Return the open items of rules that cannot be told: they could add a point to the class."""
    items = {
        id
        for step in config.steps
        for rule in step.rules
        if held[step.id][rule.id] is None
        for id in rule.when.items()
    }
    return sheet.open(tuple(i.id for i in sheet.checklist.items() if i.id in items))


def _wrong(config: Classes, checklist: Checklist) -> str:  # noqa: ARG001 -- the shape of every method
    steps: dict[str, set[str]] = {}
    for step in config.steps:
        for rule in step.rules:
            wrong = _wrong_steps(rule.when, steps)
            if wrong:
                return f"rule {rule.id}: {wrong}"
        ids = [rule.id for rule in step.rules]
        if len(set(ids)) < len(ids) or step.id in steps:
            return f"step {step.id}: a step and its rules are named once"
        steps[step.id] = set(ids)
    if not config.classes or config.classes[-1].when is not None:
        return "the last class has no condition: it is what remains"
    for each in config.classes[:-1]:
        if each.when is None:
            return f"class {each.id} has no condition, and is not the last"
        wrong = _wrong_steps(each.when, steps)
        if wrong:
            return f"class {each.id}: {wrong}"
    return ""


def _wrong_steps(condition: Condition, steps: Mapping[str, set[str]]) -> str:
    for part in condition.parts():
        if part.step and part.step not in steps:
            return f"there is no step '{part.step}' before it"
        if part.step and not set(part.one_of) <= steps[part.step]:
            return f"step '{part.step}' has no rule {', '.join(sorted(set(part.one_of) - steps[part.step]))}"
    return ""


classes = Method(name="class", config=Classes, score=_score, wrong=_wrong)
