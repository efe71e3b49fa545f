"""Columns outside free text that hold direct identifiers, by their names and their values.

What is kept is how many values of a column look like what, never a value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.measure import Measure
from audit.personal_data import PERSON, families, words
from audit.personal_data.columns import AGREE, having_form, named_type
from audit.personal_data.family import Certainty
from audit.personal_data.scanning import spans as spans_of
from audit.system import ROW, Part

if TYPE_CHECKING:
    import pyarrow as pa

COLUMN_ROWS = 1_000
COLUMN_VALUES = 200
_FEW_VALUES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnHit:
    """A column that holds, or may hold, direct identifiers.

    Attributes
    ----------
    values, read : int
        Different values that match, of those read.
    """

    column: str
    entity_type: str
    certainty: Certainty
    values: int
    read: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnTypes:
    """What the columns of one part seem to hold: counts, no value."""

    columns: tuple[ColumnHit, ...]
    columns_read: int
    looked_for: tuple[str, ...]
    """Identifiers the scanner knows, in plain words."""


def _names(part: Part) -> Any:
    from audit.personal_data.names.spacy_model import names

    return names(part.audit.privacy.spacy_model, part.audit.privacy.language)


def _values(table: pa.Table, column: str) -> tuple[str, ...]:
    """Return up to 200 different values of a column, as text, in the order they were drawn."""
    seen = dict.fromkeys(str(v) for v in table.column(column).to_pylist() if v is not None)
    return tuple(value for value in seen if value.strip())[:COLUMN_VALUES]


def _by_name(column: str, kind: str, values: Sequence[str], rows: int) -> ColumnHit | None:
    """Judge a column whose name promises an identifier."""
    promised = named_type(column)
    if not promised or kind in ("boolean", "date") or not values:
        return None
    matching = having_form(promised, values)
    if matching >= AGREE * len(values):
        sure = Certainty.CONFIRMED
    elif len(values) >= min(COLUMN_VALUES, rows / 2):
        # Nearly every row has its own value, but it does not look the part: a hash, perhaps.
        sure = Certainty.CANDIDATE
    else:
        return None
    return ColumnHit(
        column=column, entity_type=promised, certainty=sure, values=matching, read=len(values)
    )


def _by_content(
    part: Part, column: str, values: Sequence[str], *, pseudonym: bool
) -> Iterator[ColumnHit]:
    """Judge a column by its values: one that is confirmed counts, candidates only if they are most."""
    matching: Counter[tuple[str, Certainty]] = Counter()
    for value in values:
        matching.update({(s.entity_type, s.certainty) for s in spans_of(value)})
    if not pseudonym and _may_be_names(part, column, values):
        named = sum(bool(spans) for spans in _names(part).spans(values))
        matching[PERSON, Certainty.CANDIDATE] += named
    for (entity_type, certainty), n in sorted(matching.items()):
        confirmed = certainty is Certainty.CONFIRMED
        likely = certainty is Certainty.CANDIDATE and not pseudonym and 2 * n >= len(values)
        if confirmed or likely:
            yield ColumnHit(
                column=column,
                entity_type=entity_type,
                certainty=certainty,
                values=n,
                read=len(values),
            )


def _may_be_names(part: Part, column: str, values: Sequence[str]) -> bool:
    """Tell whether it is worth asking for names: many values that look like them, no group column."""
    if column in part.plan.roles.all("sensitive_features") or len(values) < _FEW_VALUES:
        return False
    return 2 * having_form(PERSON, values) >= len(values)


def _scan_columns(part: Part) -> tuple[tuple[ColumnHit, ...], int]:
    texts = part.plan.roles.all("text")
    skipped = set(texts)
    columns = {name: kind for name, kind in part.frame.columns.items() if name not in skipped}
    if not columns:
        return (), 0
    table = part.frame.sample(COLUMN_ROWS, list(columns), seed=part.audit.seed)
    pseudonyms = part.plan.roles.all("identifiers")
    hits: dict[tuple[str, str], ColumnHit] = {}
    for column, kind in columns.items():
        values = _values(table, column)
        found = [] if kind != "text" else list(
            _by_content(part, column, values, pseudonym=column in pseudonyms)
        )  # fmt: skip
        named = _by_name(column, kind, values, table.num_rows)
        for hit in [*found, *([named] if named else [])]:
            known = hits.get((column, hit.entity_type))
            if known is None or known.certainty is not Certainty.CONFIRMED:
                hits[column, hit.entity_type] = hit
    return tuple(hits.values()), len(columns)


def make(part: Part) -> ColumnTypes:
    """Look at a sample of every column outside free text."""
    columns, read = _scan_columns(part)
    known = [kind.entity_type for family in families() for kind in family.kinds]
    return ColumnTypes(
        columns=columns,
        columns_read=read,
        looked_for=words(kind for kind in known if kind != "INVALID_MRZ_LIKE"),
    )


def locate(part: Part, key: str) -> Iterator[int]:
    """Yield the rows, counted from 0, whose columns hold direct identifiers."""
    if key:
        return
    columns = tuple({hit.column: None for hit in _scan_columns(part)[0]})
    if not columns:
        return
    whole = {c for c in columns if named_type(c)}

    def holds(column: str, value: object) -> bool:
        if value is None or not str(value).strip():
            return False
        return column in whole or any(
            span.certainty is not Certainty.MALFORMED for span in spans_of(str(value))
        )

    for table in part.frame.batches(list(columns)):
        cells = [table.column(column).to_pylist() for column in columns]
        for position, row in enumerate(table.column(ROW).to_pylist()):
            if any(holds(c, values[position]) for c, values in zip(columns, cells, strict=True)):
                yield int(row)


MEASURE = Measure(
    name="column_types",
    payload=ColumnTypes,
    make=make,
    locate=locate,
    tool="presidio-analyzer",
    parameters=lambda part, payload: {  # noqa: ARG005 (the measure's signature)
        "seed": part.audit.seed,
        "values_per_column": COLUMN_VALUES,
    },
)
