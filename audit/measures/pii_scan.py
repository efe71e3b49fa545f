"""Personal data in free text, counted and never quoted.

Numbers, addresses, codes and what is told of a life are looked for in every note, names too where there
are not too many; else in a seeded sample. What is kept is how many notes hold what, how sure that is, and
how many more there can be, given what the scanner sees of notes whose content is known.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.figure import Cell, Column, Figure
from audit.measure import Candidate, Measure, Public
from audit.measures._by_chance import ByChance, Layout, Layouts, demoted
from audit.measures._sight import sight
from audit.personal_data import PERSON, families, kinds, words
from audit.personal_data.family import Certainty, Nature, Span
from audit.personal_data.names.reader import Reader, reader
from audit.personal_data.scanning import scan
from audit.personal_data.seen import Recall, Sort, recalls
from audit.system import ROW, Part
from audit.text import Message
from audit.vocabulary import FigureKind

if TYPE_CHECKING:
    import pyarrow as pa

MOST_NOTES = 100_000
"""Notes searched for anything but names unless `--full` is given."""
LEVEL = 0.95
_LOCATED_AT_ONCE = 4_096
_HALF = (1 - LEVEL) / 2
"""Error left to the sample, and as much to the recalls: both hold together at `LEVEL`."""
SEEN_ENOUGH = 0.5
"""Kinds of which the scanner is not known to find so large a share have no limit: none found says nothing of them."""


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
    """

    entity_type: str
    certainty: Certainty
    spans: int
    rows: int
    read: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How many notes can hold things of one sort, seen or not.

    Attributes
    ----------
    found, read : int
        Notes in which something of the sort was found, at any certainty; notes read for it.
    recall : float
        Least recall of the kinds that the limit is about (names: by origin, letters, both together, and language),
        by lower limits that hold for all kinds of the sort at once, at 97.5 %; 0 where there is none.
    worst : str
        The kind with that recall, in the words of `Recall`; empty where there is none.
    unsaid : tuple of str
        Kinds that the limit is not about, because they are not known to be seen often enough (`SEEN_ENOUGH`), worst
        first. The level was fixed beforehand, and the limits hold for kinds picked by them.
    share : float
        95 % upper limit of the share of all notes that hold one of the other kinds.
    notes : int or None
        The same as a number of notes, if every note was read. Copies of one note count as overlooked
        together.
    """

    sort: Sort
    found: int
    read: int
    recall: float
    worst: str
    unsaid: tuple[str, ...]
    share: float
    notes: int | None

    @property
    def told(self) -> bool:
        """Whether there is any kind that the limit is about."""
        return bool(self.worst)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextScan:
    """One column of free text.

    Attributes
    ----------
    rows : int
        Rows of the part.
    read : int
        Notes (rows that are not empty) searched for everything but names.
    confirmed_rows, candidate_rows, malformed_rows : int
        Notes with at least one confirmed identifier; with candidates but none confirmed; with a
        passport-like line that is none.
    names_read, name_rows : int
        Notes read for names, and those that seem to hold one.
    complete : bool
        Whether every note was read for both.
    limits : tuple of Limit
        One for each sort of thing.
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
    hits: tuple[Hits, ...]
    limits: tuple[Limit, ...] = ()
    by_chance: tuple[ByChance, ...] = ()
    """Layouts of numbers whose confirmed ones count as candidates, because chance accounts for them."""

    def types(self, certainty: Certainty) -> tuple[str, ...]:
        """Return what was found at one certainty, in plain words."""
        return words(hit.entity_type for hit in self.hits if hit.certainty is certainty)

    def limit(self, sort: Sort) -> Limit:
        """Return how many notes can hold things of one sort."""
        return next(limit for limit in self.limits if limit.sort is sort)


@dataclass(frozen=True, slots=True, kw_only=True)
class PiiScan:
    """What the scanner saw in one part: counts, no value and no excerpt."""

    texts: tuple[TextScan, ...]
    looked_for: tuple[str, ...]
    """What the scanner knows besides names and is measured on, in plain words."""
    model: str
    """What looked for names, with its version; empty where no text was read."""
    recalls: tuple[Recall, ...] = ()
    """How well this scanner sees; empty where no text was read."""
    unmeasured: tuple[str, ...] = ()
    """What it looks for without it being known how much of it it sees, in plain words."""

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
        self.by_sort: Counter[Sort] = Counter()
        self._notes = _Copies()

    def add(self, note: int, found: Sequence[tuple[str, Certainty]], rows: int) -> None:
        """Take up a note, by its hash, with the type and certainty of each span."""
        self.read += rows
        sorts = {_sort(kind) for kind, certainty in found if certainty is not Certainty.MALFORMED}
        self._notes.add(note, rows, sorts)
        for sort in sorts:
            self.by_sort[sort] += rows
        for kind in found:
            self.spans[kind] += rows
        for kind in set(found):
            self.rows[kind] += rows
        sure = {certainty for _, certainty in found}
        for certainty in Certainty:
            if certainty in sure:
                self.surest[certainty] += rows
                break

    def overlooked(self, sort: Sort) -> tuple[int, list[int]]:
        """Return how many different notes hold a sort of thing, and how often each other one stands."""
        return self._notes.of(sort)

    def hits(self) -> Iterator[Hits]:
        for kind, rows in sorted(self.rows.items()):
            yield Hits(
                entity_type=kind[0],
                certainty=kind[1],
                spans=self.spans[kind],
                rows=rows,
                read=self.read,
            )


class _Copies:
    """How often each different note stands in a column, and what was found in it; of its text a hash."""

    def __init__(self) -> None:
        self._hashes, self._rows, self._sorts = array("q"), array("q"), array("q")

    def add(self, note: int, rows: int, sorts: Iterable[Sort]) -> None:
        self._hashes.append(note)
        self._rows.append(rows)
        self._sorts.append(sum(1 << list(Sort).index(sort) for sort in sorts))

    def of(self, sort: Sort) -> tuple[int, list[int]]:
        import numpy as np

        _, first, note = np.unique(np.asarray(self._hashes), return_index=True, return_inverse=True)
        rows = np.zeros(len(first), dtype=np.int64)
        np.add.at(rows, note, np.asarray(self._rows))
        holds = (np.asarray(self._sorts)[first] >> list(Sort).index(sort)) & 1 == 1
        return int(holds.sum()), [int(n) for n in rows[~holds]]


def _sort(entity_type: str) -> Sort:
    if entity_type == PERSON:
        return Sort.NAMES
    direct = kinds()[entity_type].nature is Nature.DIRECT
    return Sort.IDENTIFIERS if direct else Sort.WORDS


def _known(sort: Sort) -> tuple[float, str, tuple[str, ...]]:
    """Return the least recall of the kinds seen often enough, which that is, and the other kinds."""
    from audit.inference.missed import recalls_at_least

    kinds = [each for each in recalls() if each.sort is sort]
    lower = recalls_at_least([e.seen for e in kinds], [e.places for e in kinds], _HALF)
    worst_first = sorted(zip(lower, (each.kind for each in kinds), strict=True))
    unsaid = tuple(kind for least, kind in worst_first if least < SEEN_ENOUGH)
    recall, worst = worst_first[len(unsaid)] if len(unsaid) < len(kinds) else (0.0, "")
    return recall, worst, unsaid


def _limit(sort: Sort, tally: _Tally, *, complete: bool) -> Limit:
    """Bound the notes with things of those kinds of a sort that the scanner is known to see often enough."""
    from audit.inference.missed import copied_share_at_most, rows_at_most

    found, read = tally.by_sort[sort], tally.read
    recall, worst, unsaid = _known(sort)
    different, copies = tally.overlooked(sort)
    notes = rows_at_most(different, found, copies, recall, _HALF) if complete else None
    if notes is None:
        share = copied_share_at_most(different, found, copies, recall, _HALF)
    else:
        share = notes / max(read, 1)
    return Limit(
        sort=sort,
        found=found,
        read=read,
        recall=recall,
        worst=worst,
        unsaid=unsaid,
        share=share,
        notes=notes,
    )


def _notes(table: pa.Table, column: str) -> Counter[str]:
    """Count the different notes of a table, empty ones left out."""
    values = table.column(column).to_pylist()
    return Counter(str(value) for value in values if value is not None and str(value).strip())


def _names(part: Part) -> Reader:
    return reader(part.audit.privacy.spacy_model, part.audit.privacy.language)


def _tables(part: Part, column: str, most: int) -> tuple[Iterable[pa.Table], bool]:
    """Return the notes to be read, and whether they are all there are."""
    frame, plan = part.frame, part.audit
    if plan.full or frame.rows <= most:
        return frame.batches([column]), True
    return [frame.sample(most, [column], seed=plan.seed)], False


def _texts(part: Part, column: str) -> Iterator[dict[str, int]]:
    tables, _ = _tables(part, column, MOST_NOTES)
    return (_notes(table, column) for table in tables)


def _found(part: Part, column: str) -> tuple[_Tally, dict[Layout, ByChance]]:
    """Search the notes of a column, each once; what chance may have confirmed is a candidate."""
    found, layouts, waiting = _Tally(), Layouts(), list[_Waiting]()
    for notes in _texts(part, column):
        texts = list(notes)
        spans_of = dict(scan(texts))
        for place, text in enumerate(texts):
            spans = spans_of.get(place, ())
            of = layouts.add(text, spans)
            if any(of):
                waiting.append(_Waiting(hash(text), tuple(_kinds(spans)), tuple(of), notes[text]))
            else:
                found.add(hash(text), _kinds(spans), notes[text])
    doubtful = layouts.doubtful(text for notes in _texts(part, column) for text in notes)
    for each in waiting:
        found.add(each.note, each.judged(doubtful), each.rows)
    return found, doubtful


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A note with confirmed numbers, of which it is not yet known whether they are chance; of its text a hash."""

    note: int
    found: tuple[tuple[str, Certainty], ...]
    layouts: tuple[Layout | None, ...]
    rows: int

    def judged(self, doubtful: Container[Layout]) -> list[tuple[str, Certainty]]:
        return [
            (kind, Certainty.CANDIDATE if layout and layout in doubtful else certainty)
            for (kind, certainty), layout in zip(self.found, self.layouts, strict=True)
        ]


def _kinds(spans: Iterable[Span]) -> list[tuple[str, Certainty]]:
    return [(span.entity_type, span.certainty) for span in spans]


def _scan_text(part: Part, column: str) -> TextScan:
    (found, doubtful), named = _found(part, column), _Tally()
    _, every_note = _tables(part, column, MOST_NOTES)
    tables, every_name = _tables(part, column, part.audit.privacy.text_sample)
    for table in tables:
        notes = _notes(table, column)
        for text, spans in zip(notes, _names(part).spans(list(notes)), strict=True):
            named.add(hash(text), _kinds(spans), notes[text])
    return TextScan(
        column=column,
        rows=part.frame.rows,
        read=found.read,
        confirmed_rows=found.surest[Certainty.CONFIRMED],
        candidate_rows=found.surest[Certainty.CANDIDATE],
        malformed_rows=sum(n for kind, n in found.rows.items() if kind[1] is Certainty.MALFORMED),
        names_read=named.read,
        name_rows=named.by_sort[Sort.NAMES],
        complete=every_note and every_name,
        hits=(*found.hits(), *named.hits()),
        limits=(
            _limit(Sort.IDENTIFIERS, found, complete=every_note),
            _limit(Sort.WORDS, found, complete=every_note),
            _limit(Sort.NAMES, named, complete=every_name),
        ),
        by_chance=tuple(doubtful.values()),
    )


def make(part: Part) -> PiiScan:
    """Scan every text column of a part."""
    texts = tuple(_scan_text(part, column) for column in part.plan.roles.all("text"))
    known = {kind.entity_type for family in families() if family.find for kind in family.kinds}
    measured = known & {recall.kind for recall in recalls()}
    names = _names(part) if texts else None
    return PiiScan(
        texts=texts,
        looked_for=words(measured),
        model=f"{names.model} {names.version}" if names else "",
        recalls=recalls() if texts else (),
        unmeasured=words(known - measured - {PERSON, "INVALID_MRZ_LIKE"}) if texts else (),
    )


def parameters(part: Part, payload: PiiScan) -> dict[str, Any]:
    """Return what a statistician asks first: how much was read, drawn how."""
    return {
        "seed": part.audit.seed,
        "language": part.audit.privacy.language,
        "names_by": payload.model,
        "notes_read": max((text.read for text in payload.texts), default=0),
        "notes_read_for_names": max((text.names_read for text in payload.texts), default=0),
    }


def figures(payload: PiiScan, public: Public) -> Iterator[Figure]:
    """Draw the notes with each kind of identifier, and how well the scanner sees each kind.

    Counts under `min_cell` lose their number.
    """
    for text in payload.texts:
        if text.hits:
            yield _bars(text, public.min_cell)
    if payload.recalls:
        yield from sight(payload.recalls)


def _bars(text: TextScan, min_cell: int) -> Figure:
    sure = list(Certainty)

    def row(hit: Hits) -> tuple[Cell, ...]:
        few = hit.rows < min_cell
        label = words([hit.entity_type])[0]
        return label, None if few else hit.rows, str(hit.certainty), hit.read

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
            Column(name="read", heading=_says("read", "Notes read"), unit="count"),
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
    """Yield the rows, counted from 0, with confirmed identifiers, and others with anything as `Candidate`.

    A line like a passport's with a wrong check digit is one for a person to look at: often it is a real one
    that was copied badly.

    Numbers that chance may have confirmed are candidates, as they are for the finding: by the notes that it read.

    Parameters
    ----------
    key : str
        A text column. Names are looked for in every note, a few thousand notes at a time.
    """
    if not key:
        return
    _, doubtful = _found(part, key)
    for table in part.frame.batches([key], _LOCATED_AT_ONCE):
        texts = ["" if v is None else str(v) for v in table.column(key).to_pylist()]
        rows = table.column(ROW).to_pylist()
        surest = {p: _surest(demoted(texts[p], spans, doubtful)) for p, spans in scan(texts)}
        left = [place for place, text in enumerate(texts) if not surest.get(place) and text.strip()]
        names = _names(part).spans([texts[place] for place in left])
        surest |= {p: Certainty.CANDIDATE for p, spans in zip(left, names, strict=True) if spans}
        for place in sorted(surest):
            if certainty := surest[place]:
                sure = certainty is Certainty.CONFIRMED
                yield int(rows[place]) if sure else Candidate(rows[place])


def _surest(spans: Sequence[Span]) -> Certainty | None:
    found = {span.certainty for span in spans}
    return next((certainty for certainty in Certainty if certainty in found), None)


MEASURE = Measure(
    name="pii_scan",
    payload=PiiScan,
    make=make,
    figures=lambda payload, public: tuple(figures(payload, public)),
    locate=locate,
    tool="presidio-analyzer",
    parameters=parameters,
    version=4,
)
