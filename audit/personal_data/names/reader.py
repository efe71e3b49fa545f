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


@cache
def reader(model: str = "", language: str = "en") -> Reader:
    """Return who reads notes for names.

    Parameters
    ----------
    model : str
        spaCy model that is asked where the tagger is in doubt; without one the tagger reads alone.
    language : str
        Language of that model; the tagger reads all of its languages.

    Raises
    ------
    PlanError
        With slug `no-language-model`, if the model is not installed.
    """
    if not model:
        return Tagger()
    from audit.personal_data.names.spacy_model import names

    return names(model, language)
