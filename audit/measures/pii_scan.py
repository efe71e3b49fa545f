"""Personal data in free text, counted and never quoted.

Formats (passport lines, phone and account numbers, ...) are looked for in every note, names on a
seeded sample, both by presidio-analyzer. What is kept is how many notes hold what, and how sure that
is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public
from audit.personal_data import families, words
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
LEVEL = 0.95


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
class PiiScan:
    """What the scanner saw in one part: counts, no value and no excerpt."""

    texts: tuple[TextScan, ...]
    looked_for: tuple[str, ...]
    """Identifiers the scanner knows, in plain words."""
    model: str
    """spaCy model that looked for names, with its version; empty where no text was read."""

    def text(self, column: str) -> TextScan:
        """Return the scan of one text column."""
        return next(text for text in self.texts if text.column == column)


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


def make(part: Part) -> PiiScan:
    """Scan every text column of a part."""
    texts = tuple(_scan_text(part, column) for column in part.plan.roles.all("text"))
    known = [kind.entity_type for family in families() for kind in family.kinds]
    model = _names(part) if texts else None
    return PiiScan(
        texts=texts,
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
        A text column. Names are not looked for here.
    """
    if not key:
        return
    for table in part.frame.batches([key]):
        texts = ["" if v is None else str(v) for v in table.column(key).to_pylist()]
        rows = table.column(ROW).to_pylist()
        for place, spans in scan(texts):
            if any(span.certainty is not Certainty.MALFORMED for span in spans):
                yield int(rows[place])


MEASURE = Measure(
    name="pii_scan",
    payload=PiiScan,
    make=make,
    figures=lambda payload, public: tuple(figures(payload, public)),
    locate=locate,
    tool="presidio-analyzer",
    parameters=parameters,
)
