"""The names of a text by shape, script and cue: no model, no list of names, the same every time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.personal_data import PERSON
from audit.personal_data.family import Certainty, Span
from audit.personal_data.names import capitals, small_letters, uncased

VERSION = "1"


class Tagger:
    """Finds names of people in many languages and scripts, note by note.

    What it takes for a name depends on the note alone: not on other notes, their order, the engine
    or the machine.
    """

    model = "audit.names"
    version = VERSION

    def spans(self, texts: Sequence[str]) -> Iterator[list[Span]]:
        """Yield the names in each text, in order."""
        return map(tagged, texts)


def tagged(text: str) -> list[Span]:
    """Return the names of one text, in order."""
    found = [(run.start, run.end) for run in capitals.names(text)]
    found += small_letters.names(text)
    if not text.isascii():
        found += uncased.names(text)
    return [Span(PERSON, start, end, Certainty.CANDIDATE) for start, end in sorted(set(found))]
