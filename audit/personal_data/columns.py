"""Columns that hold identifiers of people: what their names say, and whether their values agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from audit.personal_data import families
from audit.personal_data.family import Family

AGREE = 0.8
"""Share of values that must have the form a column's name promises."""


def plain(column: str) -> str:
    """Return a column's name in lower case, its words joined by underscores."""
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", column).lower()
    return re.sub(r"\W+", "_", name)


@cache
def _named() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (family.kinds[0].entity_type, re.compile(family.column))
        for family in families()
        if family.column
    )


@cache
def _form(entity_type: str) -> re.Pattern[str]:
    def of(family: Family) -> bool:
        return family.kinds[0].entity_type == entity_type and bool(family.form)

    return re.compile(
        next(family.form for family in families() if of(family)), re.IGNORECASE | re.DOTALL
    )


def named_type(column: str) -> str:
    """Return the identifier that a column's name promises; empty if none."""
    name = plain(column)
    return next((kind for kind, pattern in _named() if pattern.search(name)), "")


def having_form(entity_type: str, values: Sequence[str]) -> int:
    """Return how many values have the form of an identifier."""
    form = _form(entity_type)
    return sum(form.fullmatch(value.strip()) is not None for value in values)
