"""Profile: graded variables side by side, and a priority by their largest; never a sum, never a mean.

Each section is one harm. Its items grade variables (scale, scope, reversibility, probability) by the points
of the chosen options. The priority of a section is the largest of the grades that decide, floors included;
equal priorities are ordered by the other variables. A grave and lasting harm to twelve people stays on top.
"""

from __future__ import annotations

from dataclasses import dataclass

from audit.checklist.conditions import Condition, Known
from audit.checklist.items import Checklist, Section
from audit.checklist.scoring import Method, Profile, Score
from audit.checklist.sheet import Sheet
from audit.vocabulary import Right


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The priority is at least `grade` in sections that touch one of the rights, or where `when` holds."""

    grade: int
    reason: str
    rights: tuple[Right, ...] = ()
    when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grades:
    """`scoring: {method: profile}`."""

    variables: tuple[str, ...]
    priority: tuple[str, ...]
    """Variables whose largest grade is the priority."""
    words: tuple[str, ...]
    """Words of the grades, from 1."""
    then: tuple[str, ...] = ()
    """Variables that order equal priorities."""
    floors: tuple[Floor, ...] = ()


def _score(config: Grades, sheet: Sheet) -> Score:
    known = Known(values=sheet.values, facts=sheet.facts)
    rows = [
        _row(config, section, sheet, known)
        for section in sheet.checklist.sections
        if any(item.variable and item.id in sheet.asked for item in section.items)
    ]
    rows.sort(key=lambda row: (-row.priority, -row.then))
    graded = [row for row in rows if row.priority]
    variables = tuple(item.id for item in sheet.checklist.items() if item.variable)
    first = graded[0] if graded else None
    return Score(
        method="profile",
        values={"priority": float(first.priority)} if first else {},
        maxima={"priority": float(len(config.words))},
        result=str(first.priority) if first else "",
        title=config.words[first.priority - 1] if first else "",
        reason=first.floor or first.title if first else "",
        profiles=tuple(rows),
        open=sheet.open(variables),
    )


def _row(config: Grades, section: Section, sheet: Sheet, known: Known) -> Profile:
    grades: dict[str, int] = {}
    for item in section.items:
        chosen = [item.answer.option(value) for value in sheet.values.get(item.id, ())]
        points = [option.points for option in chosen if option is not None and option.points]
        if item.variable and points:
            grades[item.variable] = max(points)
    found = max((grades.get(name, 0) for name in config.priority), default=0)
    rights = {right for item in section.items for right in item.rights}
    floors = [floor for floor in config.floors if grades and _holds(floor, rights, known)]
    highest = max(floors, key=lambda floor: floor.grade, default=None)
    lifts = highest is not None and highest.grade > found
    return Profile(
        section=section.id,
        title=section.title,
        grades=grades,
        priority=highest.grade if highest is not None and lifts else found,
        then=max((grades.get(name, 0) for name in config.then), default=0),
        floor=highest.reason if highest is not None and lifts else "",
    )


def _holds(floor: Floor, rights: set[Right], known: Known) -> bool:
    touched = not floor.rights or bool(rights & set(floor.rights))
    # A floor protects: where its condition cannot be told yet, it holds.
    return touched and (floor.when is None or known.holds(floor.when) is not False)


def _wrong(config: Grades, checklist: Checklist) -> str:
    for name in (*config.priority, *config.then):
        if name not in config.variables:
            return f"'{name}' is none of the variables"
    for floor in config.floors:
        if not 1 <= floor.grade <= len(config.words):
            return f"a floor of {floor.grade} is none of the {len(config.words)} grades"
        if not floor.rights and floor.when is None:
            return "a floor needs rights or when"
    for item in checklist.items():
        if item.variable and item.variable not in config.variables:
            return f"item {item.id} grades '{item.variable}', which is none of the variables"
        over = [o.points for o in item.answer.options if not 0 <= o.points <= len(config.words)]
        if item.variable and (over or not item.points):
            return (
                f"item {item.id}: its options carry grades from 1 to {len(config.words)} as points"
            )
    return ""


profile = Method(name="profile", config=Grades, score=_score, wrong=_wrong)
