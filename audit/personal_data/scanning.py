"""Whole columns of notes, read for every family: a quick expression picks the notes worth reading.

What a family's `trigger` does not match, its `find` never sees. Triggers run in Rust over the column;
Python reads the few notes they leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from audit.personal_data import families
from audit.personal_data.family import Certainty, Family, Span


def spans(text: str, among: Sequence[Family] | None = None) -> list[Span]:
    """Return what stands in one text, places in order; of spans that overlap, the surer."""
    chosen = families() if among is None else among
    return _without_overlaps(
        span for family in chosen if family.find is not None for span in family.find(text)
    )


def scan(
    texts: Sequence[str], among: Sequence[Family] | None = None
) -> Iterator[tuple[int, list[Span]]]:
    """Yield the texts in which something stands: their position and their spans, in order.

    Parameters
    ----------
    among : sequence of Family, optional
        Families to look for; all by default.
    """
    import polars as pl

    chosen = [f for f in (families() if among is None else among) if f.find is not None]
    column = pl.Series(texts, dtype=pl.String)
    worth: dict[int, list[Family]] = {}
    for family in chosen:
        rows = (
            column.str.contains(family.trigger).arg_true() if family.trigger else range(len(texts))
        )
        for row in rows:
            worth.setdefault(row, []).append(family)
    for row in sorted(worth):
        if found := spans(texts[row], worth[row]):
            yield row, found


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Keep the surer, then longer, of spans that share characters: a phone inside an IBAN is none."""
    order = list(Certainty)
    # A zone whose digits are wrong still takes its characters: nothing inside it is confirmed.
    ranked = sorted(
        spans,
        key=lambda s: (
            order.index(s.certainty) if s.entity_type != "INVALID_MRZ_LIKE" else 0,
            s.start - s.end,
            s.start,
        ),
    )
    kept: list[Span] = []
    for span in ranked:
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)
