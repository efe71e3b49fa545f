"""What columns are called, and whether their values look like it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from audit.personal_data import families
from audit.personal_data.family import Family, Nature


def plain(column: str) -> str:
    """Return a column's name in lower case without accents, its words joined by underscores."""
    letters = unicodedata.normalize("NFKD", column)
    name = "".join(letter for letter in letters if not unicodedata.combining(letter))
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    return re.sub(r"\W+", "_", name)


@cache
def _pattern(family: Family) -> re.Pattern[str]:
    # Marks are taken off the names, so they are taken off the words for them.
    letters = unicodedata.normalize("NFKD", family.column)
    return re.compile("".join(letter for letter in letters if not unicodedata.combining(letter)))


def named(column: str) -> tuple[Family, ...]:
    """Return the families that a column's name promises, in the order of the registry."""
    name = plain(column)
    return tuple(f for f in families() if f.column and _pattern(f).search(name))


def named_type(column: str) -> str:
    """Return the direct identifier that a column's name promises; empty if none."""
    kinds = (family.kinds[0] for family in named(column))
    return next((kind.entity_type for kind in kinds if kind.nature is Nature.DIRECT), "")


@cache
def _form(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE | re.DOTALL)


def like(family: Family, values: Sequence[str]) -> int:
    """Return how many values have a family's form; all of them if it has none."""
    if not family.form:
        return len(values)
    form = _form(family.form)
    return sum(form.fullmatch(value.strip()) is not None for value in values)


def having_form(entity_type: str, values: Sequence[str]) -> int:
    """Return how many values have the form of an identifier."""
    family = next(f for f in families() if f.kinds[0].entity_type == entity_type and f.form)
    return like(family, values)
