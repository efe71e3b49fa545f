"""Names in scripts with capitals: runs of capitalised words, weighed by what stands around them.

Every run is cut at words that no name contains (titles, months, case vocabulary), and what is left is
weighed: for a name speaks what the note says (a title, a relative, "named", a verb of saying, an age), that
its words are in no list, and its shape; against it that it is a place, an institution or a law, or that
"in" or "camp of" goes before. `weigh` returns the reasons, so that a span can be explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from audit.personal_data.names.beside import beside
from audit.personal_data.names.lexicon import Lexicon, Word, of_merged, of_note
from audit.personal_data.names.reasons import ENOUGH, PLACED, SURE, Reason, Run
from audit.personal_data.names.runs import RUN, pieces
from audit.personal_data.names.weighing import PARTICLES, SURNAME_FIRST, weighed

MODEL = 1.0
"""Weight of a person seen by a model of names: enough for a run that is nearly a name."""

_NO_NAMES = (Word.CASE_WORD, Word.ORGANISATION, Word.NEVER, Word.TITLE, Word.FUNCTION)
_OF_CODES = ("<", "@", "_", "\\")
"""What stands after a capital in a passport line, an address or a path."""
_REACH = 56
_WORDS = re.compile(r"[^\W\d_]{2,}")
_OPENING = re.compile(r"(?:^|[.!?:\n] ?)(?:de|del) (?:la |los |las )?$")
_MANY_CAPITALS = 12


def names(text: str) -> Iterator[Run]:
    """Yield the names of a note in scripts with capitals, in order."""
    return (run for run in weigh(text) if run.weight >= ENOUGH)


def weigh(text: str) -> list[Run]:
    """Return every run of capitalised words of a note that is not cut away, with its reasons."""
    return settled(text, each(text))


def each(text: str) -> list[Run]:
    """Return every run with what its own surroundings say, before the note as a whole is heard."""
    latin: Lexicon | None = None
    shouted = _shouted(text)
    runs: list[Run] = []
    for found in RUN.finditer(text):
        if text[found.end() : found.end() + 1] in _OF_CODES:
            continue
        if "\u0370" <= text[found.end() - 1] <= "\u058f":
            lexicon = of_merged("cyrillic")
        else:
            lexicon = latin = latin or of_note(text)
        if lexicon.word(found[0]) in _NO_NAMES:
            continue
        for piece in pieces(text, found, lexicon, shouted=shouted):
            runs.append(weighed(text, piece, lexicon, runs[-1] if runs else None, shouted=shouted))
    return runs


def settled(text: str, runs: Iterable[Run]) -> list[Run]:
    """Return the runs of a note after each has been held against the others."""
    return _again(text, _apart(beside(text, [_whole(text, run) for run in runs])))


def doubtful(run: Run) -> bool:
    """Tell whether a model's word would make a name of a run that is none so far."""
    return ENOUGH - MODEL <= run.weight < ENOUGH


def seconded(runs: Iterable[Run], people: Sequence[tuple[int, int]]) -> list[Run]:
    """Return the runs, the doubtful ones with one reason more where a model sees people."""

    def seen(run: Run) -> bool:
        return doubtful(run) and any(a < run.end and run.start < b for a, b in people)

    return [run.because(Reason.MODEL, MODEL) if seen(run) else run for run in runs]


def _shouted(text: str) -> bool:
    """Tell whether a note is written in capitals throughout."""
    upper = sum(map(str.isupper, text))
    if upper <= _MANY_CAPITALS or upper <= 2 * sum(map(str.islower, text)):
        return False
    return 2 * upper > sum(map(str.isalpha, text))


def _whole(text: str, run: Run) -> Run:
    """Take in what belongs to a name and the run leaves out: "KARIMI, Abdul", "Dr de la Cruz"."""
    if run.weight < ENOUGH:
        return run
    left = text[max(0, run.start - _REACH) : run.start]
    first: re.Match[str] | None = None
    if run.has(Reason.SURNAME_FIRST):
        first = SURNAME_FIRST.search(left)
    elif run.has(Reason.TITLE) or _OPENING.search(left):
        first = PARTICLES.search(left)
    return replace(run, start=run.start - len(left) + first.start(1)) if first else run


def _apart(runs: Iterable[Run]) -> list[Run]:
    """Drop a run that the one beside it has taken in."""
    apart: list[Run] = []
    for each_run in runs:
        run = each_run
        if apart and apart[-1].start <= run.start and run.end <= apart[-1].end:
            continue
        while apart and apart[-1].end > run.start:
            before = apart.pop()
            if before.weight >= ENOUGH:
                run = replace(run, start=min(before.start, run.start))
        apart.append(run)
    return apart


def _again(text: str, runs: list[Run]) -> list[Run]:
    """Add that a run, or a part of it, is a name elsewhere in the same note; or a place."""
    named = {
        word
        for run in runs
        if run.weight >= SURE
        for word in _WORDS.findall(text[run.start : run.end].lower())
    }
    placed = {text[run.start : run.end] for run in runs if run.weight < ENOUGH and run.has(*PLACED)}
    return [_weighed_again(text[run.start : run.end], run, named, placed) for run in runs]


def _weighed_again(said: str, run: Run, named: set[str], placed: set[str]) -> Run:
    words = _WORDS.findall(said.lower())
    if run.weight < ENOUGH and words and named.issuperset(words):
        return run.because(Reason.ELSEWHERE, 4.0)
    if ENOUGH <= run.weight < SURE and said in placed:
        return run.because(Reason.PLACE_ELSEWHERE, -2.0)
    return run
