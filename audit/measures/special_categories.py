"""Special categories of personal data: which columns seem to hold them, and what they are used for.

References
----------
Regulation (EU) 2016/679, Art. 9(1): racial or ethnic origin, political opinions, religious or
philosophical beliefs, trade union membership, genetic and biometric data, health, sex life and
sexual orientation. Nationality, language and age are not among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from audit.measure import Measure
from audit.system import Part
from audit.vocabulary import Ground

if TYPE_CHECKING:
    import pyarrow as pa

SAMPLE = 1_000


class Category(StrEnum):
    """The categories of Art. 9(1), in the words of the page."""

    ETHNIC_ORIGIN = "racial or ethnic origin"
    POLITICS = "political opinions"
    RELIGION = "religion or belief"
    UNION = "trade union membership"
    GENETIC = "genetic data"
    BIOMETRIC = "biometric data"
    HEALTH = "health or disability"
    SEX_LIFE = "sex life or sexual orientation"


class Seen(StrEnum):
    """By what a column was taken to hold a category."""

    NAME = "name"
    VALUES = "values"
    PLAN = "plan"
    """Only the plan says so, as the ground of a sensitive feature."""
    NOTES = "notes"
    """Words in free text: a subject of the note, perhaps not of the person."""


class Use(StrEnum):
    """What a column is used for."""

    INPUT = "input"
    AUDIT = "audit"
    """Only as a sensitive feature of this audit."""
    NONE = "none"


_BY_NAME = {
    Category.ETHNIC_ORIGIN: r"ethnic|(^|_)race(_|$)|racial|(^|_)(tribe|clan|caste)|skin_?(tone|colou?r)",
    Category.POLITICS: r"politic|party_member",
    Category.RELIGION: r"relig|(^|_)(faith|church|mosque|denomination)",
    Category.UNION: r"(trade|labou?r)_?union|union_member",
    Category.GENETIC: r"genetic|genom|(^|_)dna(_|$)",
    Category.BIOMETRIC: r"biometric|fingerprint|voice_?print|(^|_)iris(_|$)|face_?(embedding|template|image|photo)",
    Category.HEALTH: r"health|medical|diagnos|disab|disease|illness|(^|_)hiv(_|$)|pregnan|medication|mental",
    Category.SEX_LIFE: r"sexual|orientation|lgbt|sogi",
}
_BY_WORD = {
    Category.ETHNIC_ORIGIN: r"hazara|rohingya|tutsi|hutu|roma|pashtun|black|white|asian|hispanic|latino|latina|mixed race",
    Category.POLITICS: r"communist|socialist|monarchist|opposition (?:party|member|activist)|political activist",
    Category.RELIGION: r"muslim|islam|sunni|shia|christian|catholic|orthodox|protestant|hindu|buddhist|jewish|sikh|ahmadi|baha.?i|yazidi|druze|atheist",
    Category.UNION: r"trade union(?:ist)?",
    Category.HEALTH: r"hiv|hepatitis|tuberculosis|ptsd|diabet\w+|cancer|schizophreni\w+|epilep\w+|pregnan\w+|disabled|depression|diagnos\w+|psychiatr\w+|wheelchair",
    Category.SEX_LIFE: r"gay|lesbian|bisexual|homosexual|lgbt\w*|transgender",
}
_WORDS = {
    category: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for category, words in _BY_WORD.items()
}
# Words that name a person's origin in a code list mean colours and regions in prose.
_IN_PROSE = tuple(c for c in _WORDS if c is not Category.ETHNIC_ORIGIN)
_GROUNDS = {
    Ground.RACE: Category.ETHNIC_ORIGIN,
    Ground.ETHNIC_ORIGIN: Category.ETHNIC_ORIGIN,
    Ground.RELIGION: Category.RELIGION,
    Ground.SEXUAL_ORIENTATION: Category.SEX_LIFE,
    Ground.DISABILITY: Category.HEALTH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialColumn:
    """One column and one category.

    Attributes
    ----------
    basis : bool
        Whether the plan records why it may be used as it is used: `[columns.X] legal_basis`, or,
        for what is no model input, `[audit] special_category_basis`.
    """

    column: str
    category: Category
    seen: Seen
    use: Use
    basis: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialCategories:
    """Columns of a part that seem to hold special categories, and how many were looked at."""

    columns: tuple[SpecialColumn, ...]
    columns_read: int
    notes_read: int


def by_name(column: str) -> tuple[Category, ...]:
    """Return the categories that a column's name points to."""
    name = re.sub(r"\W+", "_", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", column).lower())
    return tuple(category for category, words in _BY_NAME.items() if re.search(words, name))


def by_values(values: Iterable[str]) -> tuple[Category, ...]:
    """Return the categories that a list of codes points to: at least two words, and a third of it."""
    codes = {value.strip() for value in values if value.strip()}
    found = []
    for category, words in _WORDS.items():
        n = sum(words.search(code) is not None for code in codes)
        if n >= 2 and 3 * n >= len(codes):
            found.append(category)
    return tuple(found)


def _in_notes(notes: Iterable[str]) -> tuple[Category, ...]:
    found = {c for note in notes for c in _IN_PROSE if _WORDS[c].search(note)}
    return tuple(category for category in Category if category in found)


def _texts(table: pa.Table, column: str) -> set[str]:
    return {str(value) for value in table.column(column).to_pylist() if value is not None}


def _seen(part: Part) -> Iterator[tuple[str, Category, Seen]]:
    notes = part.plan.roles.all("text")
    columns = [name for name, kind in part.frame.columns.items() if kind == "text"]
    table = part.frame.sample(SAMPLE, columns, seed=part.audit.seed) if columns else None
    for column in part.frame.columns:
        for category in by_name(column):
            yield column, category, Seen.NAME
        if table is not None and column in columns:
            values = _texts(table, column)
            found = _in_notes(values) if column in notes else by_values(values)
            for category in found:
                yield column, category, Seen.NOTES if column in notes else Seen.VALUES
        feature = part.plan.roles.feature(column)
        if feature is not None and feature.ground in _GROUNDS:
            yield column, _GROUNDS[feature.ground], Seen.PLAN


def make(part: Part) -> SpecialCategories:
    """Look at every column's name, and at the values of a seeded sample of rows."""
    roles = part.plan.roles
    inputs = {*roles.all("features"), *part.plan.model.features}
    found: dict[tuple[str, Category], SpecialColumn] = {}
    for column, category, seen in _seen(part):
        use = Use.AUDIT if roles.feature(column) else Use.NONE
        use = Use.INPUT if column in inputs else use
        own = part.plan.columns.get(column)
        basis = bool(own and own.legal_basis)
        if use is not Use.INPUT:
            basis = basis or bool(part.audit.audit.special_category_basis)
        found.setdefault(
            (column, category),
            SpecialColumn(column=column, category=category, seen=seen, use=use, basis=basis),
        )
    return SpecialCategories(
        columns=tuple(found.values()),
        columns_read=len(part.frame.columns),
        notes_read=min(SAMPLE, part.frame.rows) if roles.all("text") else 0,
    )


MEASURE = Measure(
    name="special_categories",
    payload=SpecialCategories,
    make=make,
    parameters=lambda part, payload: {
        "seed": part.audit.seed,
        "rows_read": min(SAMPLE, part.frame.rows),
        "notes_read": payload.notes_read,
    },
)
