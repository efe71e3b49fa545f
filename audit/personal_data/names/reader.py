"""Who reads notes for names: the tagger, and a spaCy model beside it where the plan names one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol

from audit.personal_data.family import Span
from audit.personal_data.names.tagger import Tagger


class Reader(Protocol):
    """Finds names of people in texts.

    Attributes
    ----------
    model, version : str
        What it is, for the record.
    """

    model: str
    version: str

    def spans(self, texts: Sequence[str]) -> Iterator[list[Span]]:
        """Yield the names in each text, in order."""
        ...


class _Both:
    """What either of two readers takes for a name; where they overlap, what the first one says."""

    def __init__(self, first: Reader, second: Reader) -> None:
        self._readers = first, second
        self.model = f"{first.model} {first.version} and {second.model}"
        self.version = second.version

    def spans(self, texts: Sequence[str]) -> Iterator[list[Span]]:
        first, second = (reader.spans(texts) for reader in self._readers)
        for ours, theirs in zip(first, second, strict=True):
            more = [s for s in theirs if all(s.end <= o.start or o.end <= s.start for o in ours)]
            yield sorted([*ours, *more], key=lambda span: span.start)


@cache
def reader(model: str = "", language: str = "en") -> Reader:
    """Return who reads notes for names.

    Parameters
    ----------
    model : str
        spaCy model that reads them, too; without one the tagger reads alone.
    language : str
        Language of that model; the tagger reads all of its languages.

    Raises
    ------
    PlanError
        With slug `no-language-model`, if the model is not installed.
    """
    tagger = Tagger()
    if not model:
        return tagger
    from audit.personal_data.names.spacy_model import names

    return _Both(tagger, names(model, language))
