"""How finds are held against the truth, the same way for every detector.

Rules
-----
- What is in words (`CIRCUMSTANCES`) is found where a find of the right type overlaps it.
- An address, whose end is a matter of taste, is found where half of its letters and digits are marked.
- Everything else is found whole or not at all: every letter and digit of it must stand in finds of the
  right type. Finds more than half of whose letters lie outside such places do not count, so a
  detector that marks the whole note finds nothing.
- A find is right if at least half of its letters and digits belong to places of its type. It is let pass,
  neither right nor wrong, on a place marked `EITHER`, and a name is on an identifier that spells one
  (a passport line, an e-mail address).
- Passport lines with a wrong digit are right as `INVALID_MRZ_LIKE` and wrong as anything else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.case_notes.truth import (
    ADDRESSES,
    BROKEN,
    CIRCUMSTANCES,
    EITHER,
    PERSON,
    Note,
    Truth,
)

Find = tuple[str, int, int]
"""Type of a find, start, end."""

_SPELLS_A_NAME = ("MRZ", "EMAIL_ADDRESS", BROKEN)


@dataclass(slots=True)
class Score:
    """Counts over notes.

    Attributes
    ----------
    places, seen : Counter
        Places of a type, and those found.
    by_origin, seen_by_origin : Counter
        The same of names, by (origin, script) and by ("language", language).
    finds, right : Counter
        Finds of a type that are right or wrong, and those that are right.
    broken, broken_told, broken_taken : int
        Passport lines with a wrong digit; reported as such; taken for an identifier.
    missed, wrong : Counter
        Templates in which something was missed or wrongly found, by type: for the split in the open.
    """

    places: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    by_origin: Counter[tuple[str, str]] = field(default_factory=Counter)
    seen_by_origin: Counter[tuple[str, str]] = field(default_factory=Counter)
    finds: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    broken: int = 0
    broken_told: int = 0
    broken_taken: int = 0
    missed: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)

    def recall(self, kind: str) -> float | None:
        """Return the share of places of a type that were found."""
        return self.seen[kind] / self.places[kind] if self.places[kind] else None

    def precision(self, kinds: Iterable[str]) -> float | None:
        """Return the share of finds of some types that are right."""
        chosen = list(kinds)
        finds = sum(self.finds[kind] for kind in chosen)
        return sum(self.right[kind] for kind in chosen) / finds if finds else None


def _letters(text: str, start: int, end: int) -> set[int]:
    return {i for i in range(start, end) if text[i].isalnum()}


def _places(note: Note, *kinds: str) -> set[int]:
    return {i for truth in note.of(*kinds) for i in _letters(note.text, truth.start, truth.end)}


def add(
    score: Score, note: Note, finds: Iterable[Find], means: Mapping[str, Sequence[str]]
) -> None:
    """Hold what a detector found in one note against the truth.

    Parameters
    ----------
    means : mapping of str to sequence of str
        The detector's types by ours; a type of ours that is not there cannot be found.
    """
    own = {theirs: ours for ours, theirs_all in means.items() for theirs in theirs_all}
    named = [(own.get(kind, kind), start, end) for kind, start, end in finds]
    by_kind: dict[str, set[int]] = {}
    for kind, start, end in named:
        if kind in means:
            _add_find(score, note, (kind, start, end), by_kind)
    for truth in note.truths:
        _add_place(score, note, truth, by_kind)
    _add_broken(score, note, named)


def _add_find(score: Score, note: Note, find: Find, by_kind: dict[str, set[int]]) -> None:
    kind, start, end = find
    marked = _letters(note.text, start, end)
    hit = marked & _places(note, kind)
    if kind in CIRCUMSTANCES and hit:
        marked = hit
    right = bool(hit) and 2 * len(hit) >= len(marked)
    passes = _places(note, EITHER, *(_SPELLS_A_NAME if kind == PERSON else ()))
    if right:
        by_kind.setdefault(kind, set()).update(marked)
    elif marked & passes or not marked:
        return
    score.finds[kind] += 1
    score.right[kind] += right
    if not right:
        score.wrong.append((kind, note.text[start:end]))


def _add_place(score: Score, note: Note, truth: Truth, by_kind: Mapping[str, set[int]]) -> None:
    kind = truth.entity_type
    if kind in (EITHER, BROKEN):
        return
    wanted = _letters(note.text, truth.start, truth.end)
    marked = by_kind.get(kind, set())
    hit = len(wanted & marked) / max(len(wanted), 1)
    found = hit > 0 if kind in CIRCUMSTANCES else hit >= (0.5 if kind in ADDRESSES else 1)
    score.places[kind] += 1
    score.seen[kind] += found
    if kind == PERSON:
        for key in ((truth.origin, truth.script or "latin"), ("language", note.language)):
            score.by_origin[key] += 1
            score.seen_by_origin[key] += found
    if not found:
        score.missed.append((kind, note.text[max(0, truth.start - 30) : truth.end + 10]))


def _add_broken(score: Score, note: Note, finds: Sequence[Find]) -> None:
    for truth in note.of(BROKEN):
        over = {kind for kind, start, end in finds if start < truth.end and truth.start < end}
        score.broken += 1
        score.broken_told += "INVALID_MRZ_LIKE" in over
        score.broken_taken += "MRZ" in over
