"""Special categories of personal data: which columns seem to hold them, and what they are used for.

References
----------
Regulation (EU) 2016/679, Art. 9(1): racial or ethnic origin, political opinions, religious or
philosophical beliefs, trade union membership, genetic and biometric data, health, sex life and
sexual orientation. Nationality, language and age are not among them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from audit.measure import Measure
from audit.personal_data import families, kinds
from audit.personal_data.columns import named
from audit.personal_data.family import Nature
from audit.personal_data.scanning import scan
from audit.system import Part
from audit.vocabulary import Ground

if TYPE_CHECKING:
    import pyarrow as pa

SAMPLE = 1_000


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


_GROUNDS = {
    Ground.RACE: "ETHNIC_ORIGIN",
    Ground.ETHNIC_ORIGIN: "ETHNIC_ORIGIN",
    Ground.RELIGION: "RELIGION",
    Ground.SEXUAL_ORIENTATION: "SEXUAL_ORIENTATION",
    Ground.DISABILITY: "HEALTH",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialColumn:
    """One column and one category.

    Attributes
    ----------
    category : str
        Type of personal data, one of `audit.personal_data.kinds()`.
    basis : bool
        Whether the plan records why it may be used as it is used: `[columns.X] legal_basis`, or,
        for what is no model input, `[audit] special_category_basis`.
    """

    column: str
    category: str
    seen: Seen
    use: Use
    basis: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialCategories:
    """Columns of a part that seem to hold special categories, and what was looked at.

    Attributes
    ----------
    columns_read : int
        Columns whose names were read: all there are.
    texts_read : int
        Columns of text, free or coded, of which values were read too. Numbers say nothing by themselves.
    rows_read, notes_read : int
        Rows of the sample of which values were read, and those with free text.
    """

    columns: tuple[SpecialColumn, ...]
    columns_read: int
    texts_read: int
    rows_read: int
    notes_read: int


def by_name(column: str) -> tuple[str, ...]:
    """Return the categories that a column's name points to."""
    return tuple(
        family.kinds[0].entity_type
        for family in named(column)
        if family.kinds[0].nature is Nature.SPECIAL
    )


def by_values(values: Sequence[str]) -> tuple[str, ...]:
    """Return the categories that a list of codes points to, whatever its column is called."""
    return tuple(
        family.kinds[0].entity_type
        for family in families()
        if family.kinds[0].nature is Nature.SPECIAL and family.telling and family.telling(values)
    )


def _in_notes(notes: Collection[str]) -> tuple[str, ...]:
    special = {kind.entity_type for kind in kinds().values() if kind.nature is Nature.SPECIAL}
    reading = [f for f in families() if f.find and any(k.entity_type in special for k in f.kinds)]
    spans = (span for _, found in scan(list(notes), reading) for span in found)
    return tuple(sorted({span.entity_type for span in spans} & special))


def _texts(table: pa.Table, column: str) -> set[str]:
    return {str(value) for value in table.column(column).to_pylist() if value is not None}


def _seen(part: Part) -> Iterator[tuple[str, str, Seen]]:
    notes = part.plan.roles.all("text")
    columns = [name for name, kind in part.frame.columns.items() if kind == "text"]
    table = part.frame.sample(SAMPLE, columns, seed=part.audit.seed) if columns else None
    for column in part.frame.columns:
        for category in by_name(column):
            yield column, category, Seen.NAME
        if table is not None and column in columns:
            values = _texts(table, column)
            found = _in_notes(values) if column in notes else by_values(sorted(values))
            for category in found:
                yield column, category, Seen.NOTES if column in notes else Seen.VALUES
        feature = part.plan.roles.feature(column)
        if feature is not None and feature.ground in _GROUNDS:
            yield column, _GROUNDS[feature.ground], Seen.PLAN


def make(part: Part) -> SpecialCategories:
    """Look at every column's name, and at the values of a seeded sample of rows."""
    roles = part.plan.roles
    inputs = {*roles.all("features"), *part.plan.model.features}
    found: dict[tuple[str, str], SpecialColumn] = {}
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
        texts_read=list(part.frame.columns.values()).count("text"),
        rows_read=min(SAMPLE, part.frame.rows),
        notes_read=min(SAMPLE, part.frame.rows) if roles.all("text") else 0,
    )


MEASURE = Measure(
    name="special_categories",
    payload=SpecialCategories,
    make=make,
    version=2,
    parameters=lambda part, payload: {
        "seed": part.audit.seed,
        "rows_read": min(SAMPLE, part.frame.rows),
        "notes_read": payload.notes_read,
    },
)
