"""How answers are put together into a score, a class or a profile: one method, one file in this folder.

A checklist's file names its method under `scoring` and fills in the numbers; the method is code, closed
and tested. No checklist carries a formula.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from audit.checklist.items import Checklist
from audit.checklist.sheet import Sheet
from audit.registry import instances


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One section's part in a score."""

    section: str
    title: str
    total: str
    """The total it counts towards: `raw`, `mitigation`."""
    points: int
    maximum: int
    """Attainable points of the section, whether or not all of its questions are asked."""
    answered: int
    asked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Required:
    """What a level asks for."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One rule that holds on the answers: the provision it points to, and why."""

    step: str
    id: str
    reason: str
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The grades of one section, side by side; none is averaged with another."""

    section: str
    title: str
    grades: Mapping[str, int]
    """Variable to grade; variables without an answer are absent."""
    priority: int = 0
    """The largest of the grades that decide, floors included; 0 while none is answered."""
    then: int = 0
    """The grade by which equal priorities are ordered."""
    floor: str = ""
    """Why the priority is not lower, where a floor holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a method makes of the answers to one checklist.

    Attributes
    ----------
    method : str
    values : mapping of str to float
        Named numbers: `raw`, `mitigation`, `final`, `level`.
    maxima : mapping of str to float
        What the numbers could at most be.
    result : str
        The level, class or priority as one word; empty while it cannot be told.
    title : str
        The result in words.
    reason : str
        Why, in one sentence.
    open : tuple of str
        Items that are asked, not answered, and could change the result.
    possible : tuple of str
        Classes that the open items leave possible, where it cannot be told yet.
    titles : mapping of str to str
        Classes in words, for those in `result` and `possible` and the one a person may confirm instead.
    stop : bool
        Whether the result says: do not deploy.
    """

    method: str
    values: Mapping[str, float] = field(default_factory=dict)
    maxima: Mapping[str, float] = field(default_factory=dict)
    result: str = ""
    title: str = ""
    reason: str = ""
    areas: tuple[Area, ...] = ()
    requirements: tuple[Required, ...] = ()
    points: tuple[Point, ...] = ()
    profiles: tuple[Profile, ...] = ()
    open: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    stop: bool = False


@dataclass(frozen=True, kw_only=True)
class Method:
    """One way to put answers together.

    Attributes
    ----------
    name : str
        As `scoring: {method: NAME}` names it.
    config : type
        Frozen dataclass of the other keys under `scoring`.
    score : callable
        Takes the configuration and the sheet of answers.
    wrong : callable
        Says what is wrong with a configuration for a checklist; empty if nothing.
    """

    name: str
    config: type[Any]
    score: Callable[[Any, Sheet], Score]
    wrong: Callable[[Any, Checklist], str]


def methods() -> Mapping[str, Method]:
    """Return the scoring methods by name, ours and plug-ins'."""
    return {method.name: method for method in instances(Method, "checklist.scoring")}


def score(sheet: Sheet) -> Score | None:
    """Score a sheet of answers by its checklist's own method; None where it has none."""
    config = sheet.checklist.scoring
    if config is None:
        return None
    method = next(method for method in methods().values() if method.config is type(config))
    return method.score(config, sheet)
