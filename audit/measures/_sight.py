"""How well the scanner of personal data sees, drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from audit.figure import Cell, Column, Figure
from audit.personal_data import words
from audit.personal_data.seen import PEER, Recall, Sort
from audit.text import Message
from audit.vocabulary import FigureKind

_ALPHA = 0.05


def sight(recalls: Sequence[Recall]) -> Iterator[Figure]:
    """Draw the recall by type, and of names by origin, letters and language, worst first, presidio's beside it."""
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
        title="How many names the scanner sees, by origin, letters and language",
        takeaway="Of the names in generated notes of known content, the share that was found whole. Names of"
        " some origins, and in some letters, are found less often: “none found” says less of them.",
        heading=_says("sight_origin", "Names, by origin, letters or language of the note"),
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
            Column(name="low", heading=_says("sight_low", "Lower limit"), unit="rate"),
            Column(name="high", heading=_says("sight_high", "Upper limit"), unit="rate"),
            Column(name="n", heading=_says("sight_n", "Places in the notes"), unit="count"),
            Column(
                name="peer", heading=_says("sight_peer", "Found by {peer}", peer=PEER), unit="rate"
            ),
        ),
        rows=tuple(_row(recall) for recall in worst_first),
        fewest=len(recalls),
        note=_says(
            "sight_note",
            "Exact 95 % limits. {peer} stands for what it finds out of the box; a dash, where it has no"
            " such type.",
            peer=PEER,
        ),
    )


def _row(recall: Recall) -> tuple[Cell, ...]:
    from audit.inference.proportions import clopper_pearson

    label = recall.kind if recall.sort is Sort.NAMES else words([recall.kind])[0]
    low, high = clopper_pearson(recall.seen, recall.places, _ALPHA)
    by_peer = None if recall.seen_by_peer is None else recall.seen_by_peer / recall.places
    share = recall.seen / recall.places
    return label, share, float(low), float(high), recall.places, by_peer


def _says(name: str, text: str, **params: Any) -> Message:
    return Message(id=f"pii_scan.{name}", text=text, params=params)
