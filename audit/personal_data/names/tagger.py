"""The names of a text by shape, script and cue: no model, the same every time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.personal_data import PERSON
from audit.personal_data.family import Certainty, Span
from audit.personal_data.names import capitals, chunks, small_letters, uncased
from audit.personal_data.names.reasons import ENOUGH, Run

VERSION = "4"
"""Raised when the tagger finds other names than before."""


class Tagger:
    """Finds names of people in many languages and scripts, note by note."""

    model = "audit.names"
    version = VERSION

    def spans(self, texts: Sequence[str]) -> Iterator[list[Span]]:
        """Yield the names in each text, in order; a long column is read on every core."""
        return chunks.read(texts, self.read, "")

    def read(self, texts: Sequence[str]) -> Iterator[list[Span]]:
        """Yield the names in each text, in order, in this process."""
        return map(tagged, texts)


def tagged(text: str, runs: Sequence[Run] | None = None) -> list[Span]:
    """Return the names of one text, in order.

    What is taken for a name depends on the text alone: not on others, their order, the engine or
    the machine.

    Parameters
    ----------
    runs : sequence of Run, optional
        Its runs of capitalised words, if they are known already.
    """
    weighed = capitals.settled(text, capitals.each(text) if runs is None else runs)
    found = [(run.start, run.end) for run in weighed if run.weight >= ENOUGH]
    found += small_letters.names(text)
    if not text.isascii():
        found += uncased.names(text)
    return [Span(PERSON, start, end, Certainty.CANDIDATE) for start, end in sorted(set(found))]
