"""Points: answers carry them, sections add them up, a share may be taken off, levels follow.

The rule of the Canadian Algorithmic Impact Assessment, with its numbers in the checklist's file:
points of the questions that are asked are added by total; where a second total reaches a share of what is
attainable, a share is taken off the first and the rest is rounded half up; the level is the first whose bound
is not exceeded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from audit.checklist.items import Checklist, Item, Section
from audit.checklist.scoring import Area, Method, Required, Score
from audit.checklist.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Points added over sections."""

    title: str
    sections: tuple[str, ...]
    maximum: int
    """Attainable points of all its sections; the file is refused if its options do not add up to them."""
    attainable: float | None = None
    """What one respondent can reach, where sections exclude each other; `maximum` otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """The share `less` is taken off where the total `when` is at least `reaches` of what is attainable."""

    less: float
    when: str
    reaches: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level and the largest final score that belongs to it."""

    level: int
    title: str
    up_to: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What each level asks for under one heading: level to text."""

    title: str
    levels: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """`scoring: {method: points}`."""

    totals: Mapping[str, Total]
    final: str
    """The total that the final score starts from."""
    levels: tuple[Level, ...]
    deduction: Deduction | None = None
    requirements: tuple[Requirement, ...] = ()


def final(config: Points, totals: Mapping[str, float]) -> tuple[int, Level]:
    """Return the final score and its level.

    Parameters
    ----------
    totals : mapping of str to float
        Points by total.

    Notes
    -----
    Rounding is half up and takes place only where a share was taken off, as `Math.round` in the
    instrument's own code; arithmetic is exact.
    """
    points = Fraction(totals[config.final])
    cut = config.deduction
    if cut is not None:
        needed = _exact(cut.reaches) * _attainable(config.totals[cut.when])
        if totals[cut.when] >= needed:
            points = Fraction(floor((1 - _exact(cut.less)) * points + Fraction(1, 2)))
    level = next((lv for lv in config.levels if points <= _exact(lv.up_to)), config.levels[-1])
    return int(points), level


def _exact(value: float) -> Fraction:
    # The decimal that was written, not its binary neighbour: 0.8 × 77 is 61.6.
    return Fraction(repr(value))


def _attainable(total: Total) -> Fraction:
    return Fraction(total.maximum) if total.attainable is None else _exact(total.attainable)


def _points(item: Item, sheet: Sheet) -> int:
    chosen = (item.answer.option(value) for value in sheet.values.get(item.id, ()))
    return sum(option.points for option in chosen if option is not None)


def _area(section: Section, total: str, sheet: Sheet) -> Area:
    carrying = [item for item in section.items if item.points]
    asked = [item for item in carrying if item.id in sheet.asked]
    return Area(
        section=section.id,
        title=section.title,
        total=total,
        points=sum(_points(item, sheet) for item in asked),
        maximum=sum(item.points for item in carrying),
        answered=sum(item.id in sheet.values for item in asked),
        asked=len(asked),
    )


def _score(config: Points, sheet: Sheet) -> Score:
    total_of = {section: name for name, t in config.totals.items() for section in t.sections}
    areas = tuple(
        _area(section, total_of[section.id], sheet)
        for section in sheet.checklist.sections
        if section.id in total_of
    )
    totals = {
        name: float(sum(area.points for area in areas if area.total == name))
        for name in config.totals
    }
    points, level = final(config, totals)
    # What a level asks for is said when there is a level: unanswered questions carry no points.
    open_ = sheet.open(_deciding(sheet.checklist))
    return Score(
        method="points",
        values={**totals, "final": float(points), "level": float(level.level)},
        maxima={name: float(_attainable(total)) for name, total in config.totals.items()},
        result=str(level.level),
        title=level.title,
        areas=areas,
        requirements=()
        if open_
        else tuple(
            Required(title=each.title, text=each.levels[str(level.level)])
            for each in config.requirements
        ),
        open=open_,
    )


def _deciding(checklist: Checklist) -> tuple[str, ...]:
    """Return the items that carry points, or that say whether one with points is asked."""
    gates: set[str] = set()
    for section in checklist.sections:
        for item in section.items:
            for condition in (section.visible_if, item.visible_if):
                if condition is not None and (item.points or item.id in gates):
                    gates.update(condition.items())
    return tuple(item.id for item in checklist.items() if item.points or item.id in gates)


def _wrong(config: Points, checklist: Checklist) -> str:
    counted = [id for total in config.totals.values() for id in total.sections]
    for section in checklist.sections:
        if counted.count(section.id) > 1:
            return f"section {section.id} counts towards two totals"
        if section.id not in counted and any(item.points for item in section.items):
            return f"section {section.id} has points and counts towards no total"
    of = {section.id: sum(i.points for i in section.items) for section in checklist.sections}
    for name, total in config.totals.items():
        for id in total.sections:
            if id not in of:
                return f"total {name} names section '{id}', which is not there"
        added = sum(of[id] for id in total.sections)
        if added != total.maximum:
            return f"total {name} has maximum {total.maximum}, but its options add up to {added}"
    return _wrong_levels(config)


def _wrong_levels(config: Points) -> str:
    named = [config.final, *([config.deduction.when] if config.deduction else [])]
    for name in named:
        if name not in config.totals:
            return f"'{name}' is none of the totals"
    bounds = [level.up_to for level in config.levels]
    if not bounds or bounds != sorted(set(bounds)):
        return "levels must be listed from the lowest, with bounds that rise"
    if bounds[-1] < config.totals[config.final].maximum:
        return "the last level must reach the maximum"
    for each in config.requirements:
        lacking = [str(lv.level) for lv in config.levels if str(lv.level) not in each.levels]
        if lacking:
            return f"requirement '{each.title}' says nothing for level {lacking[0]}"
    return ""


points = Method(name="points", config=Points, score=_score, wrong=_wrong)
