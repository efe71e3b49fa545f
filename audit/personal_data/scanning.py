"""Whole columns of notes, read for every family: a quick expression picks the notes worth reading.

What a family's `trigger` does not match, its `find` never sees. Triggers run in Rust over the column;
Python reads the few notes they leave.
A long text is read in pieces that overlap, so that one identifier in a hundred pages costs one piece.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from audit.personal_data import families
from audit.personal_data.family import APART, Certainty, Family, Span
from audit.personal_data.lookaround import without_lookaround
from audit.personal_data.plain_text import plain

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS_AT_ONCE = 1 << 16
_WORTH_COMPILING = 500
"""Texts from which on it takes longer to read them in Python than to compile their frames."""
_SHORT = 450
_LONGEST_TOGETHER = 1_000
"""Characters of a trigger that is tried with others, and of all of them."""
_CLASS = re.compile(r"\\.|\[(?:\\.|[^\]])*\]")
_UNBOUNDED = re.compile(r"[*+]|,\}")
_PIECE = 4_000
_OVERLAP = 400
"""Characters read on either side of a piece: longer than any span with its label."""


def spans(text: str, among: Sequence[Family] | None = None) -> list[Span]:
    """Return what stands in one text, places in order; of spans that overlap, the surer.

    Parameters
    ----------
    among : sequence of Family, optional
        Families to look for; all by default.
    """
    found = (span for family in _reading(among) for span in _found(text, family))
    return _without_overlaps(found)


def scan(
    texts: Sequence[str | None] | pa.Array | pa.ChunkedArray,
    among: Sequence[Family] | None = None,
) -> Iterator[tuple[int, list[Span]]]:
    """Yield the texts in which something stands: their position and their spans, in order.

    Parameters
    ----------
    texts : sequence of str, or Arrow array of strings
        An Arrow array is read where it lies. Nothing stands in a missing text.
    among : sequence of Family, optional
        Families to look for; all by default.
    """
    import polars as pl

    reading = _reading(among)
    column = pl.Series("", texts).cast(pl.String)
    for start in range(0, len(column), _ROWS_AT_ONCE):
        found = _standing(column.slice(start, _ROWS_AT_ONCE), reading)
        for row in sorted(found):
            if kept := _without_overlaps(found[row]):
                yield start + row, kept


def _reading(among: Sequence[Family] | None) -> list[Family]:
    chosen = families() if among is None else among
    return [family for family in chosen if family.find is not None]


def _standing(column: Any, reading: Sequence[Family]) -> dict[int, list[Span]]:
    """Return the spans of those texts of a series in which there are any, in the order of families.

    One family reads all its texts before the next: what it needs of the machine stays at hand.
    """
    standing: dict[int, list[Span]] = {}
    matched = _matched(column, tuple(dict.fromkeys(family.trigger for family in reading)))
    for family in reading:
        rows = _in_frames(column, matched[family.trigger], family)
        known: dict[str, list[Span]] = {}
        for (row, frames), text in zip(
            rows.items(), column.gather(list(rows)).to_list(), strict=True
        ):
            found = known.get(text)
            if found is None:
                found = known[text] = _found(text, family, frames)
            if found:
                standing.setdefault(row, []).extend(found)
    return standing


def _matched(column: Any, triggers: tuple[str, ...]) -> dict[str, Any]:
    """Return the rows of a series that each trigger matches; an empty one matches every text."""
    matched: dict[str, Any] = {}
    for together in _together(triggers):
        if len(together) == 1:
            matched[together[0]] = _matched_alone(column, together[0]).arg_true()
            continue
        some = column.str.contains("|".join(f"(?:{each})" for each in together)).arg_true()
        left = column.gather(some)
        matched |= {each: some.gather(left.str.contains(each).arg_true()) for each in together}
    return matched


def _matched_alone(column: Any, trigger: str) -> Any:
    if not trigger:
        return column.is_not_null()
    first, *others = trigger.split(APART)
    texts = column.str.contains(first)
    for other in others:
        texts |= column.str.contains(other)
    return texts


@cache
def _together(triggers: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Share triggers out so that few expressions are tried on every text.

    Short ones that say how far they reach are tried as one, which costs little more than each of them.
    Not so the others: together their automaton outgrows the memory that Rust's engine keeps for it, and
    is then made anew for every text.
    """
    groups: list[list[str]] = []
    small = [each for each in triggers if 0 < len(each) <= _SHORT and not _reaches_far(each)]
    for each in small:
        if not groups or sum(map(len, groups[-1])) + len(each) > _LONGEST_TOGETHER:
            groups.append([])
        groups[-1].append(each)
    alone = [[each] for each in triggers if each not in small]
    return tuple(map(tuple, groups + alone))


def _reaches_far(trigger: str) -> bool:
    return _UNBOUNDED.search(_CLASS.sub("", trigger)) is not None


def _in_frames(column: Any, rows: Any, family: Family) -> dict[int, list[int]]:
    """Return the rows, of those a trigger matched, in which one of a family's frames may match.

    With each row, in their order, the places of the frames that may; none where they were not tried.
    """
    import polars as pl

    if not family.frames or len(rows) < _WORTH_COMPILING:
        return {row: [] for row in rows.to_list()}
    texts = pl.Series("", [plain(text) for text in column.gather(rows).to_list()], dtype=pl.String)
    framed: dict[int, list[int]] = {}
    for place, frame in enumerate(_rust(family.frames)):
        for row in rows.filter(texts.str.contains(frame)).to_list():
            framed.setdefault(row, []).append(place)
    return dict(sorted(framed.items()))


@cache
def _rust(frames: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"(?im){without_lookaround(frame)}" for frame in frames)


def _found(text: str, family: Family, frames: Sequence[int] = ()) -> list[Span]:
    if family.find is None:
        return []
    if len(text) > _PIECE + 2 * _OVERLAP:
        return _found_in_pieces(text, family)
    if frames and family.find_framed is not None:
        return list(family.find_framed(text, frames))
    return list(family.find(text))


def _found_in_pieces(text: str, family: Family) -> list[Span]:
    """Read a long text piece by piece; a span belongs to the piece in which it starts."""
    import polars as pl

    starts = range(0, len(text), _PIECE)
    pieces = [text[max(0, at - _OVERLAP) : at + _PIECE + _OVERLAP] for at in starts]
    found: list[Span] = []
    for place, standing in _standing(pl.Series("", pieces), [family]).items():
        first = starts[place]
        before = max(0, first - _OVERLAP)
        for span in standing:
            start = before + span.start
            if first <= start < first + _PIECE:
                found.append(Span(span.entity_type, start, before + span.end, span.certainty))
    return found


def _rank(span: Span) -> tuple[bool, int, bool, int]:
    """Order spans that share characters: decided ones before mere forms, then the longer.

    A zone with wrong check digits still takes its characters: nothing inside it is an identifier.
    """
    return (
        span.certainty is Certainty.CANDIDATE,
        span.start - span.end,
        span.certainty is Certainty.MALFORMED,
        span.start,
    )


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Keep the best ranked of spans that share characters: a phone inside an IBAN is none."""
    found = list(spans)
    if len(found) < 2:
        return found
    starts: list[int] = []
    kept: list[Span] = []
    for span in sorted(found, key=_rank):
        place = bisect(starts, span.start)
        clear_before = place == 0 or kept[place - 1].end <= span.start
        if clear_before and (place == len(kept) or span.end <= kept[place].start):
            starts.insert(place, span.start)
            kept.insert(place, span)
    return kept
