"""How well the scanner sees, as counted on generated notes of known content and shipped with it.

The counts stand in `seen.json`, written where the study is run (`benchmarks/personal_data_seen.py`);
nothing is estimated here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

PEER = "presidio-analyzer"


class Sort(StrEnum):
    """What was looked for."""

    IDENTIFIERS = "identifiers"
    """By type: numbers, addresses and codes."""
    WORDS = "words"
    """By type: what is told of a life in words."""
    NAMES = "names"
    """By the origin of the name, by the letters it is written in, by both, and by the language of the note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """How many of the places of one kind were found.

    Attributes
    ----------
    kind : str
        A type such as `PHONE_NUMBER`; of names, in plain words, which: "Somali", "in Arabic letters",
        "Somali in Arabic letters", "in French notes".
    places, seen : int
        Places in the notes; those that were found whole (of what is told in words: in part).
    seen_by_peer : int or None
        Those that presidio-analyzer finds out of the box; None where it has no such type.
    """

    sort: Sort
    kind: str
    places: int
    seen: int
    seen_by_peer: int | None = None

    @property
    def share(self) -> float:
        """Return the share of places that were found."""
        return self.seen / self.places


@cache
def recalls() -> tuple[Recall, ...]:
    """Return what was counted, identifiers first."""
    read = json.loads(Path(__file__).with_name("seen.json").read_text(encoding="utf-8"))
    return tuple(
        Recall(
            sort=sort,
            kind=row["kind"],
            places=row["places"],
            seen=row["seen"],
            seen_by_peer=row["seen_by_peer"],
        )
        for sort in Sort
        for row in read[sort]
    )
