"""Personal data in free text and in columns, counted and never quoted.

Formats (passport lines, phone and account numbers, ...) are looked for in every note, names on a
seeded sample, both by presidio-analyzer. What is kept is how many notes and values hold what, and
how sure that is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public
from audit.personal_data import PERSON, families, words
from audit.personal_data.columns import AGREE, having_form, named_type
from audit.personal_data.family import Certainty, Span
from audit.personal_data.scanning import scan
from audit.personal_data.scanning import spans as spans_of
from audit.system import ROW, Part
from audit.text import Message
from audit.vocabulary import FigureKind

if TYPE_CHECKING:
    import pyarrow as pa

MOST_NOTES = 100_000
"""Notes searched for formats unless `--full` is given: about ten seconds."""
COLUMN_ROWS = 1_000
COLUMN_VALUES = 200
LEVEL = 0.95
_FEW_VALUES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """How often one kind of identifier stands in the notes of a column, at one certainty.

    Attributes
    ----------
    spans : int
        Places.
    rows : int
        Notes with at least one.
    read : int
        Notes that were read for it.
    upper : float or None
        One-sided 95 % Clopper–Pearson limit of the share of notes with one; None if all were read.
    """

    entity_type: str
    certainty: Certainty
    spans: int
    rows: int
    read: int
    upper: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextScan:
    """One column of free text.

    Attributes
    ----------
    rows : int
        Rows of the part.
    read : int
        Notes (rows that are not empty) searched for formats.
    confirmed_rows, candidate_rows, malformed_rows : int
        Notes with at least one confirmed identifier; with candidates but none confirmed; with a
        passport-like line that is none.
    names_read, name_rows : int
        Notes read for names, and those that seem to hold one.
    complete : bool
        Whether every note was read for both.
    upper : float or None
        One-sided 95 % limit of the share of notes with anything at all, from the notes read for
        both; None if `complete`.
    """

    column: str
    rows: int
    read: int
    confirmed_rows: int
    candidate_rows: int
    malformed_rows: int
    names_read: int
    name_rows: int
    complete: bool
    upper: float | None
    hits: tuple[Hits, ...]

    def types(self, certainty: Certainty) -> tuple[str, ...]:
        """Return what was found at one certainty, in plain words."""
        return words(hit.entity_type for hit in self.hits if hit.certainty is certainty)


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
class PiiScan:
    """What the scanner saw in one part: counts, no value and no excerpt."""

    texts: tuple[TextScan, ...]
    columns: tuple[ColumnHit, ...]
    columns_read: int
    looked_for: tuple[str, ...]
    """Identifiers the scanner knows, in plain words."""
    model: str
    """spaCy model that looked for names, with its version; empty where no text was read."""

    def text(self, column: str) -> TextScan:
        """Return the scan of one text column."""
        return next(text for text in self.texts if text.column == column)


# ---------------------------------------------------------------------------------------------
# Free text


class _Tally:
    """Adds up spans by kind and certainty, without keeping any text."""

    def __init__(self) -> None:
        self.read = 0
        self.spans: Counter[tuple[str, Certainty]] = Counter()
        self.rows: Counter[tuple[str, Certainty]] = Counter()
        self.surest: Counter[Certainty] = Counter()
        self.any_real = 0

    def add(self, spans: Sequence[Span], rows: int) -> None:
        kinds = [(span.entity_type, span.certainty) for span in spans]
        for kind in kinds:
            self.spans[kind] += rows
        for kind in set(kinds):
            self.rows[kind] += rows
        sure = {certainty for _, certainty in kinds}
        for certainty in Certainty:
            if certainty in sure:
                self.surest[certainty] += rows
                break
        self.any_real += rows * bool(sure - {Certainty.MALFORMED})

    def hits(self, *, complete: bool) -> Iterator[Hits]:
        for kind, rows in sorted(self.rows.items()):
            yield Hits(
                entity_type=kind[0],
                certainty=kind[1],
                spans=self.spans[kind],
                rows=rows,
                read=self.read,
                upper=None if complete else _upper(rows, self.read),
            )


def _upper(events: int, read: int) -> float | None:
    from audit.inference.proportions import exact_upper

    return float(exact_upper(events, read, 1 - LEVEL)) if read else None


def _notes(table: pa.Table, column: str) -> Counter[str]:
    """Count the different notes of a table, empty ones left out."""
    values = table.column(column).to_pylist()
    return Counter(str(value) for value in values if value is not None and str(value).strip())


def _names(part: Part) -> Any:
    from audit.personal_data.names.spacy_model import names

    return names(part.audit.privacy.spacy_model, part.audit.privacy.language)


def _scan_text(part: Part, column: str) -> TextScan:
    frame, plan = part.frame, part.audit
    every_format = plan.full or frame.rows <= MOST_NOTES
    every_name = plan.full or frame.rows <= plan.privacy.text_sample
    tables: Iterable[pa.Table] = (
        frame.batches([column])
        if every_format
        else [frame.sample(MOST_NOTES, [column], seed=plan.seed)]
    )
    found = _Tally()
    for table in tables:
        notes = _notes(table, column)
        found.read += sum(notes.values())
        texts = list(notes)
        for place, spans in scan(texts):
            found.add(spans, notes[texts[place]])
    tables = (
        frame.batches([column])
        if every_name
        else [frame.sample(plan.privacy.text_sample, [column], seed=plan.seed)]
    )
    named, both = _Tally(), _Tally()
    for table in tables:
        notes = _notes(table, column)
        named.read += sum(notes.values())
        both.read += sum(notes.values())
        for (note, rows), named_spans in zip(
            notes.items(), _names(part).spans(list(notes)), strict=True
        ):
            named.add(named_spans, rows)
            both.add([*named_spans, *spans_of(note)], rows)
    complete = every_format and every_name
    return TextScan(
        column=column,
        rows=frame.rows,
        read=found.read,
        confirmed_rows=found.surest[Certainty.CONFIRMED],
        candidate_rows=found.surest[Certainty.CANDIDATE],
        malformed_rows=sum(n for kind, n in found.rows.items() if kind[1] is Certainty.MALFORMED),
        names_read=named.read,
        name_rows=named.any_real,
        complete=complete,
        upper=None if complete else _upper(both.any_real, both.read),
        hits=(*found.hits(complete=every_format), *named.hits(complete=every_name)),
    )


# ---------------------------------------------------------------------------------------------
# Other columns


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


# ---------------------------------------------------------------------------------------------
# The measure


def make(part: Part) -> PiiScan:
    """Scan every text column and sample every other column of a part."""
    columns, read = _scan_columns(part)
    texts = tuple(_scan_text(part, column) for column in part.plan.roles.all("text"))
    known = [kind.entity_type for family in families() for kind in family.kinds]
    model = _names(part) if texts else None
    return PiiScan(
        texts=texts,
        columns=columns,
        columns_read=read,
        looked_for=words(kind for kind in known if kind != "INVALID_MRZ_LIKE"),
        model=f"{model.model} {model.version}" if model else "",
    )


def parameters(part: Part, payload: PiiScan) -> dict[str, Any]:
    """Return what a statistician asks first: how much was read, drawn how."""
    return {
        "seed": part.audit.seed,
        "language": part.audit.privacy.language,
        "spacy_model": payload.model,
        "notes_read": max((text.read for text in payload.texts), default=0),
        "notes_read_for_names": max((text.names_read for text in payload.texts), default=0),
        "values_per_column": COLUMN_VALUES,
    }


def figures(payload: PiiScan, public: Public) -> Iterator[Figure]:
    """Draw the notes with each kind of identifier; counts under `min_cell` lose their number."""
    for text in payload.texts:
        if text.hits:
            yield _bars(text, public.min_cell)


def _bars(text: TextScan, min_cell: int) -> Figure:
    sure = list(Certainty)

    def row(hit: Hits) -> tuple[Cell, ...]:
        few = hit.rows < min_cell
        shown = f"<{min_cell}" if few else f"{hit.rows:,}"
        label = words([hit.entity_type])[0]
        return label, None if few else hit.rows, str(hit.certainty), shown, hit.read, hit.upper

    return Figure(
        id=f"pii_scan.{text.column}",
        kind=FigureKind.BARS,
        title=_says("title", "What the scanner saw in {column}", column=text.column),
        takeaway=_says(
            "takeaway",
            "Notes with at least one, of {read:count|note|notes} searched for formats and"
            " {names:count|note|notes} read for names. No text is kept.",
            read=text.read,
            names=text.names_read,
        ),
        columns=(
            Column(name="label", heading=_says("label", "Kind")),
            Column(name="value", heading=_says("value", "Notes"), unit="count"),
            Column(name="series", heading=_says("series", "How sure")),
            Column(name="shown", heading=_says("shown", "Notes, small counts hidden")),
            Column(name="read", heading=_says("read", "Notes read"), unit="count"),
            Column(
                name="upper",
                heading=_says("upper", "Share of all notes, 95 % upper limit"),
                unit="rate",
            ),
        ),
        rows=tuple(
            row(hit) for hit in sorted(text.hits, key=lambda hit: sure.index(hit.certainty))
        ),
        note=_says("note", "A dash stands for fewer than {least} notes.", least=min_cell)
        if any(hit.rows < min_cell for hit in text.hits)
        else None,
    )


def _says(name: str, text: str, **params: Any) -> Message:
    return Message(id=f"pii_scan.{name}", text=text, params=params)


def locate(part: Part, key: str) -> Iterator[int]:
    """Yield the rows, counted from 0, with identifiers the scanner is sure of or thinks likely.

    Parameters
    ----------
    key : str
        A text column; or empty, for the other columns that hold direct identifiers. Names are
        not looked for here.
    """
    columns = (key,) if key else tuple({hit.column: None for hit in _scan_columns(part)[0]})
    if not columns:
        return
    whole = {c for c in columns if not key and named_type(c)}

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
    name="pii_scan",
    payload=PiiScan,
    make=make,
    figures=lambda payload, public: tuple(figures(payload, public)),
    locate=locate,
    tool="presidio-analyzer",
    parameters=parameters,
)
