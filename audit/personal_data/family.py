"""What a family of identifiers is, and how sure a match can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

APART = r"|[^\s\S]|"
"""Parts a trigger: an alternative that nothing matches, so that it says the same as with a mere bar.

What it parts is tried one after the other. Together the automaton of some triggers outgrows the memory that
Rust's engine keeps for it, and is then five times slower than they are apart.
"""


class Certainty(StrEnum):
    """How sure it is that a span is what it looks like."""

    CONFIRMED = "confirmed"
    """A check digit, a numbering plan, or a label beside it says so."""
    CANDIDATE = "candidate"
    """It has the form; a person must look."""
    MALFORMED = "malformed"
    """It has the form, but its check digits say it is not one. Never counted as personal data."""


class Nature(StrEnum):
    """What a piece of personal data does to the person it is about."""

    DIRECT = "direct identifier"
    """Points at one person, alone."""
    QUASI = "quasi-identifier"
    """Points at one person together with others of its sort."""
    SPECIAL = "special category"
    """Names a characteristic people are persecuted for."""
    CIRCUMSTANCE = "circumstance"
    """Tells of a life, or of relatives: found by who knows the story."""


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text, without the text."""

    entity_type: str
    start: int
    end: int
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Kind:
    """One type of personal data.

    Attributes
    ----------
    entity_type : str
        In presidio's word where presidio has one, e.g. `PHONE_NUMBER`.
    words : str
        Plain words for it, in the plural: "phone numbers".
    """

    entity_type: str
    words: str
    nature: Nature = Nature.DIRECT


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    r"""Personal data that are recognised together: one file, found by the registry.

    Attributes
    ----------
    kinds : tuple of Kind
        What it can report. The first is what a column of such values is called.
    find : callable, optional
        Text to spans, in plain Python. Without it the family is known by columns alone.
    trigger : str
        Regular expression of Rust's regex crate (no look-around, no back-reference) that matches
        in every text in which `find` yields anything: only those texts are given to `find`. The
        rarer it matches elsewhere, the quicker the scan. No bare word boundary: beside letters
        that are not ASCII it makes the whole scan twenty times slower; `(?-u:\b)` beside an ASCII
        character serves. Empty: `find` reads every text. `APART` between alternatives makes two
        expressions of one, each with flags of its own.
    frames : tuple of str
        Where `find` is slow and triggers match often: expressions of Python, read in any case over
        plain text (`plain_text`), of which one at least matches wherever `find` yields anything. In
        long columns they are tried in Rust, without what they look around for.
    find_framed : callable, optional
        `find`, told which frames, by their places in `frames`, may match in the text: it need not try the
        others.
    column : str
        Regular expression searched in a column's name, lower case with underscores, that promises
        such values. Empty: a name never does.
    form : str
        Regular expression that a whole cell matches where such a column keeps its promise.
    telling : callable, optional
        From the different values of a column to how surely they alone make it such a column, from 0
        to 1, whatever it is called.
    """

    name: str
    kinds: tuple[Kind, ...]
    find: Callable[[str], Iterable[Span]] | None = None
    trigger: str = ""
    frames: tuple[str, ...] = ()
    find_framed: Callable[[str, Sequence[int]], Iterable[Span]] | None = None
    column: str = ""
    form: str = ""
    telling: Callable[[Sequence[str]], float] | None = None


def labelled(text: str, start: int, label: re.Pattern[str], reach: int = 40) -> bool:
    """Tell whether the words just before a span say what it is."""
    return label.search(text, max(0, start - reach), start) is not None
