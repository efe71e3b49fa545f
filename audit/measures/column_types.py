"""What every column seems to hold, by its name and its values: counts, never a value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from audit.figure import Cell, Column, Figure
from audit.measure import Candidate, Measure, Public
from audit.personal_data import kinds, words
from audit.personal_data.columns import (
    LIKELY,
    ColumnType,
    Holds,
    Reading,
    column_types,
    identifying,
    named_type,
    read_columns,
)
from audit.personal_data.family import Certainty, Nature
from audit.personal_data.scanning import scan
from audit.system import ROW, Part
from audit.text import Message
from audit.vocabulary import FigureKind

MOST_ROWS = 2_000_000
"""Rows read unless `--full` is given: some seconds a column. Beyond, a seeded sample of as many."""
_BATCH = 1 << 18


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnTypes:
    """What the columns of one part seem to hold: counts, no value.

    Attributes
    ----------
    columns : tuple of ColumnType
        At least one entry for each column outside the plan's free text, the surest first.
    columns_read, rows, rows_read : int
        Columns that were read, the part's rows, and how many of those.
    partly : tuple of str
        Columns not yet settled of whose possible identifiers only a sample was checked.
    looked_for : tuple of str
        Direct identifiers the scanner knows, in plain words.
    """

    columns: tuple[ColumnType, ...]
    columns_read: int
    rows: int
    rows_read: int
    partly: tuple[str, ...]
    looked_for: tuple[str, ...]

    def of(self, holds: Holds) -> tuple[ColumnType, ...]:
        """Return the entries of one sort."""
        return tuple(each for each in self.columns if each.holds is holds)


def readings(part: Part) -> dict[str, Reading]:
    """Read every column outside the plan's free text."""
    notes = part.plan.roles.all("text")
    columns = {name: kind for name, kind in part.frame.columns.items() if name not in notes}
    if not columns:
        return {}
    frame, full = part.frame, part.audit.full
    tables = (
        frame.batches(list(columns), _BATCH)
        if full or frame.rows <= MOST_ROWS
        else iter([frame.sample(MOST_ROWS, list(columns), seed=part.audit.seed)])
    )
    return read_columns(tables, columns, full=full)


def count_names(values: Sequence[str]) -> int:
    """Return how many values hold a name of a person, as the tagger sees them."""
    from audit.personal_data.names.tagger import Tagger

    return sum(bool(spans) for spans in Tagger().spans(values))


def make(part: Part) -> ColumnTypes:
    """Judge every column outside the plan's free text by its name and its different values."""
    read, roles = readings(part), part.plan.roles
    found = tuple(
        each
        for column, reading in read.items()
        for each in column_types(
            column,
            reading,
            pseudonym=column in roles.all("identifiers"),
            group=column in roles.all("sensitive_features"),
            count_names=count_names,
        )
    )
    settled = {e.column for e in found if e.holds is Holds.DIRECT}
    known = (kind for kind in kinds().values() if kind.nature is Nature.DIRECT)
    return ColumnTypes(
        columns=found,
        columns_read=len(read),
        rows=part.frame.rows,
        rows_read=part.frame.rows if part.audit.full else min(part.frame.rows, MOST_ROWS),
        partly=tuple(c for c, reading in read.items() if reading.partly and c not in settled),
        looked_for=words(
            kind.entity_type for kind in known if kind.entity_type != "INVALID_MRZ_LIKE"
        ),
    )


def figures(payload: ColumnTypes, public: Public) -> Iterator[Figure]:  # noqa: ARG001 (columns, not people)
    """Draw the columns that hold more than harmless things, with how sure that is."""
    shown = [each for each in payload.columns if each.holds is not Holds.HARMLESS]
    if not shown:
        return

    def row(each: ColumnType) -> tuple[Cell, ...]:
        what = words([each.entity_type])[0] if each.entity_type else str(each.holds)
        return each.column, each.confidence, str(each.holds), what, str(each.basis), each.read

    order = list(Holds)
    yield Figure(
        id="column_types.columns",
        kind=FigureKind.BARS,
        title=_says("title", "What the columns seem to hold"),
        takeaway=_says(
            "takeaway",
            "By name and values, of {columns:count|column|columns} and {rows:count|row|rows} read."
            " 1 is a value that is confirmed; below {least} nothing is said.",
            columns=payload.columns_read,
            rows=payload.rows_read,
            least=LIKELY,
        ),
        columns=(
            Column(name="label", heading=_says("label", "Column")),
            Column(name="value", heading=_says("value", "Confidence"), unit="number"),
            Column(name="series", heading=_says("series", "Sort")),
            Column(name="what", heading=_says("what", "What it seems to hold")),
            Column(name="basis", heading=_says("basis", "Judged by")),
            Column(name="read", heading=_says("read", "Different values read"), unit="count"),
        ),
        rows=tuple(
            row(e) for e in sorted(shown, key=lambda e: (order.index(e.holds), -e.confidence))
        ),
    )


def _says(name: str, text: str, **params: Any) -> Message:
    return Message(id=f"column_types.{name}", text=text, params=params)


def parameters(part: Part, payload: ColumnTypes) -> dict[str, Any]:
    """Return what a statistician asks first: how much was read."""
    return {
        "seed": part.audit.seed,
        "rows_read": payload.rows_read,
        "most_values_tried": max((each.read for each in payload.columns), default=0),
    }


def locate(part: Part, key: str) -> Iterator[int]:
    """Yield the rows, counted from 0, whose columns hold direct identifiers; memory holds one batch.

    Those that only seem to are yielded as `Candidate`.
    """
    if key:
        return
    hits = [e for e in make(part).columns if e.holds is Holds.DIRECT]
    if not hits:
        return
    # Where most of a column is of the sort, or its name says so, the column is the finding.
    whole = {e.column for e in hits if not e.fact or e.entity_type == named_type(e.column)}
    facts = {e.column for e in hits if e.certainty is Certainty.CONFIRMED}
    for table in part.frame.batches(columns := list(dict.fromkeys(e.column for e in hits))):
        rows = table.column(ROW).to_pylist()
        sure, maybe = set[int](), set[int]()
        for column in columns:
            cells = ["" if v is None else str(v) for v in table.column(column).to_pylist()]
            if column in whole:
                filled = {i for i, cell in enumerate(cells) if cell.strip()}
                (sure if column in facts else maybe).update(filled)
                continue
            for place, found in scan(cells, identifying()):
                held = {span.certainty for span in found}
                if Certainty.CONFIRMED in held and column in facts:
                    sure.add(place)
                elif held - {Certainty.MALFORMED}:
                    maybe.add(place)
        for place in sorted(sure | maybe):
            yield int(rows[place]) if place in sure else Candidate(rows[place])


MEASURE = Measure(
    name="column_types",
    payload=ColumnTypes,
    make=make,
    figures=lambda payload, public: tuple(figures(payload, public)),
    locate=locate,
    tool="presidio-analyzer",
    parameters=parameters,
    version=2,
)
