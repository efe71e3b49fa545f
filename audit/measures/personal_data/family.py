"""What a family of identifiers is, and how sure a match can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Certainty(StrEnum):
    """How sure it is that a span is what it looks like."""

    CONFIRMED = "confirmed"
    """A check digit, a numbering plan, or a label beside it says so."""
    CANDIDATE = "candidate"
    """It has the form; a person must look."""
    MALFORMED = "malformed"
    """It has the form, but its check digits say it is not one. Never counted as personal data."""


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text, without the text."""

    entity_type: str
    start: int
    end: int
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Identifiers that are recognised together.

    Attributes
    ----------
    entity_types : tuple of str
        What it can report, in presidio's words where presidio has one.
    find : callable, optional
        Text to spans, in plain Python.
    build : callable, optional
        `(language) -> presidio EntityRecognizer`, for a family that is one of presidio's own.
    """

    name: str
    entity_types: tuple[str, ...]
    find: Callable[[str], Iterable[Span]] | None = None
    build: Callable[[str], Any] | None = None


def labelled(text: str, start: int, label: re.Pattern[str], reach: int = 40) -> bool:
    """Tell whether the words just before a span say what it is."""
    return label.search(text, max(0, start - reach), start) is not None
