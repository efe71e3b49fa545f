"""How well the scanner of personal data sees, drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from audit.figure import Cell, Column, Figure
from audit.personal_data import words
from audit.personal_data.seen import PEER, Recall, Sort
from audit.text import Message
from audit.vocabulary import FigureKind

_OURS = "this scanner"
_ALPHA = 0.05


def sight(recalls: Sequence[Recall]) -> Iterator[Figure]:
    """Draw the recall by type and by origin of names, worst first, presidio's beside it."""
    yield _figure(
        "sight",
        [recall for recall in recalls if recall.sort is not Sort.NAMES],
        title="How much of each kind the scanner sees",
        takeaway="Of what stands in generated notes of known content, the share that was found. Nothing"
        " here is about the notes audited: it says how to read “none found” in them.",
        heading=_says("sight_kind", "Kind"),
    )
    yield _figure(
        "sight_of_names",
        [recall for recall in recalls if recall.sort is Sort.NAMES],
        title="How many names the scanner sees, by their origin",
        takeaway="Of the names in generated notes of known content, the share that was found whole. Names of"
        " some origins are found less often: “none found” says less of them.",
        heading=_says("sight_origin", "Origin of the name"),
    )


def _figure(
    name: str, recalls: Sequence[Recall], *, title: str, takeaway: str, heading: Message
) -> Figure:
    worst_first = sorted(recalls, key=lambda recall: (recall.share, recall.kind))
    return Figure(
        id=f"pii_scan.{name}",
        kind=FigureKind.BARS,
        title=_says(f"{name}_title", title),
        takeaway=_says(f"{name}_takeaway", takeaway),
        columns=(
            Column(name="label", heading=heading),
            Column(name="value", heading=_says("sight_value", "Found"), unit="rate"),
            Column(name="series", heading=_says("sight_series", "By")),
            Column(name="low", heading=_says("sight_low", "Lower limit"), unit="rate"),
            Column(name="high", heading=_says("sight_high", "Upper limit"), unit="rate"),
            Column(name="n", heading=_says("sight_n", "Places in the notes"), unit="count"),
        ),
        rows=tuple(row for recall in worst_first for row in _rows(recall)),
        note=_says(
            "sight_note",
            "Exact 95 % limits. {peer} stands for what it finds out of the box, where it has such a type.",
            peer=PEER,
        ),
    )


def _rows(recall: Recall) -> Iterator[tuple[Cell, ...]]:
    from audit.inference.proportions import clopper_pearson

    label = recall.kind if recall.sort is Sort.NAMES else words([recall.kind])[0]
    for series, seen in ((_OURS, recall.seen), (PEER, recall.seen_by_peer)):
        if seen is not None:
            low, high = clopper_pearson(seen, recall.places, _ALPHA)
            yield label, seen / recall.places, series, float(low), float(high), recall.places


def _says(name: str, text: str, **params: Any) -> Message:
    return Message(id=f"pii_scan.{name}", text=text, params=params)
