"""Conditions on answers and on facts of the plan: closed and structured, never an expression.

A condition holds, does not hold, or cannot be told because something is not answered or not stated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from audit.strict_yaml import number

Values = Mapping[str, tuple[str, ...]]
"""Item to what was answered; items that were not answered are absent."""

Facts = Mapping[str, frozenset[str]]
"""Fact to what the plan says; facts that it does not state are absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition: exactly one of `item`, `fact`, `step`, `all`, `any` and `none` is given.

    Attributes
    ----------
    item : str
        Id of an item: holds if one of its answers is in `one_of`, or lies in the bounds.
    fact : str
        Name of a fact of the plan: holds if one of its values is in `one_of`, or lies in the bounds.
    step : str
        Name of a step of the scoring method `class`: holds if one of its rules holds, or one in
        `one_of`.
    one_of : tuple of str
    at_least, at_most : float
        Bounds of a number, both inside.
    all, any, none : tuple of Condition
        Holds if all, at least one, or none of them hold.
    """

    item: str = ""
    fact: str = ""
    step: str = ""
    one_of: tuple[str, ...] = ()
    at_least: float | None = None
    at_most: float | None = None
    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()
    none: tuple[Condition, ...] = ()

    @property
    def wrong(self) -> str:
        """What is wrong with it, as text; empty if nothing."""
        named = [
            name for name in ("item", "fact", "step", "all", "any", "none") if getattr(self, name)
        ]
        if len(named) != 1:
            return "a condition needs exactly one of item, fact, step, all, any, none"
        bounded = self.at_least is not None or self.at_most is not None
        if named[0] in ("all", "any", "none"):
            return "one_of and bounds belong to an item or a fact" if self.one_of or bounded else ""
        if bool(self.one_of) == bounded and named[0] != "step":
            return f"{named[0]} '{getattr(self, named[0])}' needs one_of, or at_least and at_most"
        return ""

    def parts(self) -> Iterator[Condition]:
        """Yield the condition itself and every condition inside it."""
        yield self
        for part in (*self.all, *self.any, *self.none):
            yield from part.parts()

    def items(self) -> tuple[str, ...]:
        """Return the items it asks about, each once."""
        return tuple(dict.fromkeys(part.item for part in self.parts() if part.item))


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known when a condition is put.

    Attributes
    ----------
    values : mapping of str to tuple of str
    facts : mapping of str to frozenset of str
    steps : mapping of str to mapping of str to bool or None
        Step to its rules, each with whether it holds.
    open_item, open_fact : bool or None
        What a condition on an item that was not answered, or a fact that is not stated, comes to;
        None where it cannot be told.
    """

    values: Values = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)
    steps: Mapping[str, Mapping[str, bool | None]] = field(default_factory=dict)
    open_item: bool | None = None
    open_fact: bool | None = None

    def holds(self, condition: Condition) -> bool | None:
        """Return whether a condition holds; None if that cannot be told."""
        if condition.all:
            return _all([self.holds(part) for part in condition.all])
        if condition.any or condition.none:
            found = _any([self.holds(part) for part in condition.any or condition.none])
            return found if condition.any or found is None else not found
        if condition.step:
            rules = self.steps.get(condition.step, {})
            named = condition.one_of or tuple(rules)
            return _any([rules.get(rule, False) for rule in named])
        if condition.item:
            values = self.values.get(condition.item)
            return self.open_item if values is None else _met(condition, values)
        stated = self.facts.get(condition.fact)
        return self.open_fact if stated is None else _met(condition, tuple(stated))


def _met(condition: Condition, values: tuple[str, ...]) -> bool:
    if condition.one_of:
        return any(value in condition.one_of for value in values)
    low = condition.at_least if condition.at_least is not None else float("-inf")
    high = condition.at_most if condition.at_most is not None else float("inf")
    given = [number(value) for value in values]
    return any(low <= value <= high for value in given if value is not None)


def _all(results: list[bool | None]) -> bool | None:
    if False in results:
        return False
    return None if None in results else True


def _any(results: list[bool | None]) -> bool | None:
    if True in results:
        return True
    return None if None in results else False
