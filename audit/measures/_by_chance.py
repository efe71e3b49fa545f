"""Numbers in notes that are confirmed by chance: among many of one layout a few pass any check digit.

A number that is confirmed beside many others that look like it, differ in digits alone and are not, may be
one that passes by accident. How often that happens is tried on those others: with other digits in their places, in
their own surroundings, and asked again (as in columns, `audit.personal_data.columns`). The rate is known from these
tries alone, so confirmed numbers and confirmed tries are compared as two samples (Fisher's exact test, one-sided):
a rate taken as known would call chance a fact where there are more numbers than tries. What no try confirms is
held not to be chance: a label beside a number is none. A rate below one in 700 can escape 2,000 tries.

References
----------
Fisher 1935, Journal of the Royal Statistical Society 98(1):39-54.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from audit.personal_data import families, kinds
from audit.personal_data.columns.reading import SCRAMBLED, by_chance_of
from audit.personal_data.family import Certainty, Family, Nature, Span

SURE = 0.001
"""Probability of so many by chance, up to which they stay facts."""
_FEWEST_DIGITS = 6
_MOST_LETTERS = 4
_MOST_SHAPES = 50
_AT_FIRST = 200
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

    def add(self, text: str, spans: Sequence[Span]) -> list[Layout | None]:
        """Take up the confirmed numbers of a note, and return the layout of each span that is one."""
        found = [layout_of(text, span) for span in spans]
        for layout, span in zip(found, spans, strict=True):
            if layout:
                self._confirmed[layout].add(hash(text[span.start : span.end]))
        return found

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

    def _judged(self, layout: Layout, others: _Others) -> ByChance | None:
        hits = len(self._confirmed[layout])
        family = _family(layout[0])
        n = hits + others.different
        if family is None or hits > n / 2:
            return None
        confirmed, tried = by_chance_of(family, others.some, _AT_FIRST)
        if tried and probability(hits, n, confirmed + 1, tried) <= SURE:
            return None  # so sure that more tries would not tell otherwise
        confirmed, tried = by_chance_of(family, others.some)
        if probability(hits, n, confirmed, tried) <= SURE:
            return None
        return ByChance(
            entity_type=layout[0], alike=n, confirmed=hits, expected=n * confirmed / tried
        )


def probability(hits: int, n: int, confirmed: int, tried: int) -> float:
    """Return how probable so many hits are, or more, if numbers are confirmed as often as tries; 0 if no try is.

    Parameters
    ----------
    hits, n : int
        Confirmed numbers, and all of the layout.
    confirmed, tried : int
        The same of numbers with other digits.
    """
    from scipy.stats import hypergeom

    if not confirmed:
        return 0.0
    return float(hypergeom.sf(hits - 1, n + tried, hits + confirmed, n))


def demoted(text: str, spans: Sequence[Span], doubtful: Collection[Layout]) -> list[Span]:
    """Return spans of which those of a doubtful layout are candidates."""
    if not doubtful:
        return list(spans)
    return [
        replace(span, certainty=Certainty.CANDIDATE) if layout_of(text, span) in doubtful else span
        for span in spans
    ]


def layout_of(text: str, span: Span) -> Layout | None:
    """Return what a confirmed number looks like; None of anything else."""
    direct = kinds()[span.entity_type].nature is Nature.DIRECT
    if span.certainty is not Certainty.CONFIRMED or not direct:
        return None
    shape = re.sub(r"\d", "0", text[span.start : span.end])
    digits, letters = shape.count("0"), sum(sign.isalpha() for sign in shape)
    return (
        (span.entity_type, shape) if digits >= _FEWEST_DIGITS and letters <= _MOST_LETTERS else None
    )


class _Others:
    """Numbers of one layout that were not confirmed: some as they stand, and how many different ones."""

    def __init__(self) -> None:
        self.some: list[str] = []
        self._hashes: set[int] = set()

    @property
    def different(self) -> int:
        return len(self._hashes)

    def add(self, key: int, text: str, start: int, value: str) -> None:
        if key in self._hashes:
            return
        self._hashes.add(key)
        if len(self.some) < SCRAMBLED:
            before = text[max(0, start - _AROUND) : start]
            self.some.append(re.sub(r"\d", "", before) + value)


def _others(
    texts: Iterable[str], shapes: set[str], confirmed: set[int]
) -> defaultdict[str, _Others]:
    """Return by shape the numbers that were not confirmed, some with the words before them."""
    look = re.compile(rf"(?<![\w+]){_any_of(shapes)}(?!\w)")
    found: defaultdict[str, _Others] = defaultdict(_Others)
    for text in texts:
        for match in look.finditer(text):
            value = match.group()
            key = hash(value)
            if key not in confirmed:
                found[re.sub(r"\d", "0", value)].add(key, text, match.start(), value)
    return found


def _any_of(shapes: Iterable[str]) -> str:
    """Return an expression of all shapes, the longest first, that reads what they begin with alike once."""
    rests: defaultdict[str, set[str]] = defaultdict(set)
    shapes = set(shapes)
    for shape in shapes - {""}:
        rests[shape[0]].add(shape[1:])
    if not rests:
        return ""
    ways = (
        (r"\d" if sign == "0" else re.escape(sign)) + _any_of(rest)
        for sign, rest in sorted(rests.items())
    )
    return f"(?:{'|'.join(ways)}){'?' if '' in shapes else ''}"


def _family(entity_type: str) -> Family | None:
    return next(_of(entity_type), None)


def _of(entity_type: str) -> Iterator[Family]:
    for family in families():
        if family.find and any(kind.entity_type == entity_type for kind in family.kinds):
            yield family
