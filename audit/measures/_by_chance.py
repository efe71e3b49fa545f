"""Numbers in notes that are confirmed by chance: among many of one layout a few pass any check digit.

A number that is confirmed beside many others that look like it, differ in digits alone and are not, may be
one that passes by accident. How often that happens is tried on those others: with other digits in their places, in
their own surroundings, and asked again (as in columns, `audit.personal_data.columns`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from audit.personal_data import families, kinds
from audit.personal_data.columns.reading import by_chance
from audit.personal_data.family import Certainty, Family, Nature, Span

SURE = 0.001
"""Probability of so many by chance, up to which they stay facts."""
_FEWEST_DIGITS = 6
_MOST_LETTERS = 4
_MOST_SHAPES = 50
_MOST_KEPT = 20_000
_AROUND = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class ByChance:
    """Numbers of one layout of which those that are confirmed may be so by chance.

    Attributes
    ----------
    alike, confirmed : int
        Different numbers of the layout, and those of them that were confirmed.
    expected : float
        How many of as many numbers chance alone would confirm.
    """

    entity_type: str
    alike: int
    confirmed: int
    expected: float


Layout = tuple[str, str]
"""Type, and the number with its digits as zeros."""


class Layouts:
    """What confirmed numbers look like, without the numbers."""

    def __init__(self) -> None:
        self._confirmed: defaultdict[Layout, set[int]] = defaultdict(set)

    def add(self, text: str, spans: Sequence[Span]) -> None:
        """Take up the confirmed numbers of a note."""
        for span in spans:
            if layout := _layout(text, span):
                self._confirmed[layout].add(hash(text[span.start : span.end]))

    def doubtful(self, texts: Iterable[str]) -> dict[Layout, ByChance]:
        """Return the layouts whose confirmed numbers chance accounts for.

        Parameters
        ----------
        texts : iterable of str
            The same notes again.
        """
        most = sorted(self._confirmed, key=lambda each: -len(self._confirmed[each]))[:_MOST_SHAPES]
        if not most:
            return {}
        others = _others(texts, {shape for _, shape in most}, self._known())
        found = {}
        for layout in most:
            about = self._judged(layout, others[layout[1]])
            if about is not None:
                found[layout] = about
        return found

    def _known(self) -> set[int]:
        return {value for values in self._confirmed.values() for value in values}

    def _judged(self, layout: Layout, others: dict[int, str]) -> ByChance | None:
        from scipy.stats import binom

        hits = len(self._confirmed[layout])
        family = _family(layout[0])
        n = hits + len(others)
        if family is None or hits > n / 2:
            return None
        rate = by_chance(family, list(others.values()))
        if binom.sf(hits - 1, n, rate) <= SURE:
            return None
        return ByChance(entity_type=layout[0], alike=n, confirmed=hits, expected=n * rate)


def demoted(text: str, spans: Sequence[Span], doubtful: Iterable[Layout]) -> list[Span]:
    """Return spans of which those of a doubtful layout are candidates."""
    known = set(doubtful)
    return [
        replace(span, certainty=Certainty.CANDIDATE) if _layout(text, span) in known else span
        for span in spans
    ]


def _layout(text: str, span: Span) -> Layout | None:
    direct = kinds()[span.entity_type].nature is Nature.DIRECT
    if span.certainty is not Certainty.CONFIRMED or not direct:
        return None
    shape = re.sub(r"\d", "0", text[span.start : span.end])
    digits, letters = shape.count("0"), sum(sign.isalpha() for sign in shape)
    return (
        (span.entity_type, shape) if digits >= _FEWEST_DIGITS and letters <= _MOST_LETTERS else None
    )


def _others(
    texts: Iterable[str], shapes: set[str], confirmed: set[int]
) -> defaultdict[str, dict[int, str]]:
    """Return by shape the numbers that were not confirmed, each with the words before it."""
    forms = sorted(shapes, key=len, reverse=True)
    begin = "".join(re.escape(sign) for sign in sorted({form[0] for form in forms}))
    look = re.compile(
        rf"(?<![\w+])(?=[{begin}\d])(?:"
        + "|".join(re.escape(form).replace("0", r"\d") for form in forms)
        + r")(?!\w)"
    )
    found: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for text in texts:
        for match in look.finditer(text):
            value = match.group()
            kept, key = found[re.sub(r"\d", "0", value)], hash(value)
            if key not in confirmed and len(kept) < _MOST_KEPT:
                before = text[max(0, match.start() - _AROUND) : match.start()]
                kept.setdefault(key, re.sub(r"\d", "", before) + value)
    return found


def _family(entity_type: str) -> Family | None:
    return next(_of(entity_type), None)


def _of(entity_type: str) -> Iterator[Family]:
    for family in families():
        if family.find and any(kind.entity_type == entity_type for kind in family.kinds):
            yield family
