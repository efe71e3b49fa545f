"""Many phrases looked for at once: how a word begins says which of them are tried there.

An alternation of a thousand phrases is too much for Rust's automaton, and in Python it is tried whole at
every place. A table by the first two letters tries a few. Letters are compared without case, accents and
the hamza of an alif, so that "diabète" typed in haste is found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby

_LIGATURES = {"œ": "o", "æ": "a", "ß": "s"}
_AR_PREFIX = re.compile(r"[وفبلك]{0,2}(?:ال|لل)")
_AR_PARTICLE = re.compile(r"[وفبلك](?=[ء-ي]{3})")
_PLAIN = re.compile(r"[^\W_](?![?*{])|[ '-](?![?*{])")
_STEM = 9
_FAMILIARS = {
    "a": "aáàâäãå", "c": "cç", "e": "eéèêë", "i": "iíìîï", "n": "nñ", "o": "oóòôöõœ", "u": "uúùûü", "ا": "اأإآ",
}  # fmt: skip


def _folded(letter: str) -> str:
    small = letter.lower()
    small = _LIGATURES.get(small, small)
    if small in "أإآ":
        return "ا"
    bare = unicodedata.normalize("NFD", small)
    return bare[0] if unicodedata.category(bare[0]) != "Mn" else " "


_TABLE = {code: _folded(chr(code)) for code in (*range(0x250), *range(0x620, 0x6D4)) if chr(code).isalpha()}  # fmt: skip


def fold(text: str) -> str:
    """Return a text in small letters without accents, as long as it was."""
    return text.lower() if text.isascii() else text.translate(_TABLE)


def beginnings(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return the expression, for folded texts, of the places at which one of some phrases may begin.

    Parameters
    ----------
    phrases : iterable of str
        Regular expressions of folded texts. Where an Arabic word begins, any of them may.
    """
    tree = tree_of("".join(_beginning(phrase)) for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?={tree}|(?=[ء-\U0010ffff])[^\W_]{{2}})")


def tree_of(beginnings_of: Iterable[str]) -> str:
    """Return an expression of whatever begins with one of some strings, which tries every letter once."""
    return _tree(_least(set(beginnings_of)))


def _least(stems: Iterable[str]) -> list[str]:
    """Return stems in order without those that begin with another."""
    least: list[str] = []
    for stem in sorted(stems):
        if not (least and stem.startswith(least[-1])):
            least.append(stem)
    return least


def _tree(stems: Sequence[str], at: int = 0) -> str:
    if any(len(stem) == at for stem in stems):
        return ""
    branches = [
        re.escape(letter) + _tree(list(group), at + 1)
        for letter, group in groupby(stems, key=lambda stem: stem[at])
    ]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


class Phrases:
    r"""Regular expressions that begin with two letters or digits, looked for where a word begins.

    Parameters
    ----------
    phrases : iterable of str
        Of texts without accents, in small letters; what is written with either is taken so. Behind
        the end of one stands no letter.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = tuple(dict.fromkeys(map(_fold_expression, phrases)))

    @cached_property
    def _by_beginning(self) -> dict[str, re.Pattern[str]]:
        grouped: dict[str, list[str]] = {}
        for phrase in self._phrases:
            grouped.setdefault(phrase[:2], []).append(phrase)
        # The longest first: "hiv positive" before "hiv".
        return {
            beginning: re.compile(rf"(?:{'|'.join(sorted(of, key=len, reverse=True))})(?!\w)")
            for beginning, of in grouped.items()
        }

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return beginnings(self._phrases)

    def find(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield where they stand in a folded text, in order; nothing inside another."""
        table = self._by_beginning
        end = 0
        for word in self._words.finditer(folded):
            first = word.start()
            for start in _arabic_starts(folded, first) if folded[first] >= "ء" else (first,):
                among = table.get(folded[start : start + 2])
                match = among.match(folded, start) if among and start >= end else None
                if match:
                    end = match.end()
                    yield start, end
                    break

    @cached_property
    def trigger(self) -> str:
        """Expression for Rust's engine of how they begin."""
        least = _least({"".join(_beginning(phrase)) for phrase in self._phrases})
        written = ["".join(_letters(letter) for letter in stem) for stem in least]
        latin = "|".join(w for w, stem in zip(written, least, strict=True) if stem < "ء")
        arabic = "|".join(w for w, stem in zip(written, least, strict=True) if stem >= "ء")
        parts = [rf"(?i:(?:^|[^a-z0-9_])(?:{latin}))" if latin else "", arabic]
        return "|".join(part for part in parts if part)


def _letters(letter: str) -> str:
    if letter == "'":
        return "['’]"
    familiar = _FAMILIARS.get(letter)
    return f"[{familiar}]" if familiar else letter


def _fold_expression(expression: str) -> str:
    return re.sub(r"\\.|[^\\]+", lambda m: m[0] if m[0][0] == "\\" else fold(m[0]), expression)


def _beginning(phrase: str) -> Iterator[str]:
    at = 0
    while at < len(phrase) and at < _STEM:
        match = _PLAIN.match(phrase, at)
        if match is None:
            break
        yield match[0]
        at += 1


def _arabic_starts(folded: str, start: int) -> Iterator[int]:
    """Yield where an expression may begin in a word: there, and behind what is written onto it."""
    yield start
    for written_on in (_AR_PREFIX, _AR_PARTICLE):
        match = written_on.match(folded, start)
        if match:
            yield match.end()
