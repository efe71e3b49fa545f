"""What a word is, in the language of a note: one letter for each class, looked up once.

A word that is in no list is `UNKNOWN`, which is what names mostly are: the lists hold what is not a
name, so that nobody's name has to be in one to be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cache, lru_cache
from typing import Any

from audit.personal_data.names.languages import Language, of_script
from audit.personal_data.names.words import ordinary_english, places, well_known_places


class Word(IntEnum):
    """What a capitalised word is."""

    UNKNOWN = 0
    ALSO_NAME = 1
    """An ordinary word, month or country that people are called as well."""
    ORDINARY = 2
    CASE_WORD = 3
    """Vocabulary of case files: never part of a name."""
    PLACE = 4
    ORGANISATION = 5
    NEVER = 6
    TITLE = 7
    FUNCTION = 8


# Titles that no other language uses for something else.
_EVERYWHERE = frozenset(
    ("mr", "mrs", "ms", "mme", "mlle", "monsieur", "madame", "señor", "señora", "sra", "srta", "herr", "frau", "dr")
)  # fmt: skip
_SHORTEST_PLURAL = 4
_SHORTEST_MISSPELT = 6
_LETTERS_LEFT_OUT = "abcdefghijklmnopqrstuvwxyzéèáíóúñç"
_SHORT_NAMES = ("NG", "MD", "MST", "MHD")
_MOST_KEPT = 100_000


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, ready to be asked; of one script, where languages mix.

    Attributes
    ----------
    language : Language
    long_list : bool
        Whether a list of the language's ordinary words is at hand, so that an unknown word is
        telling by itself.
    telling : frozenset of str
        Words by which a note is known to be in the language.
    no_stop : frozenset of str
        Titles and other words at whose full stop no sentence ends.
    """

    language: Language
    long_list: bool
    titles: frozenset[str]
    telling: frozenset[str]
    no_stop: frozenset[str]
    _known: dict[str, Word] = field(default_factory=dict)
    _fixed: dict[str, Word] = field(default_factory=dict)
    _misspelt: dict[str, bool] = field(default_factory=dict)

    def word(self, said: str) -> Word:
        """Return the class of a word, whatever its case; an acronym is one in capitals only."""
        known = self._known.get(said)
        if known is None:
            known = self._class(said.lower().replace("’", "'"))
            if (
                said.isupper()
                and len(said) > 1
                and known is not Word.ORGANISATION
                and _is_acronym(said, self.language)
            ):
                known = Word.NEVER
            if len(self._known) < _MOST_KEPT:
                self._known[said] = known
        return known

    def is_acronym(self, said: str) -> bool:
        """Tell whether a word in capitals stands for an institution or a thing."""
        return said.isupper() and said != "NGO" and said.lower() in self.language.acronyms

    def is_place(self, said: str) -> bool:
        """Tell whether a phrase is the name of a place."""
        return said.lower().replace("’", "'") in places()

    def is_well_known(self, said: str) -> bool:
        """Tell whether a single word is a country, or a place that case files are full of."""
        return said.lower() in well_known_places()

    def may_be_place(self, said: str) -> bool:
        """Tell whether a single word is a town somewhere, as thousands of names are."""
        return said.lower() in places() and not self.is_well_known(said)

    def misspelt(self, said: str) -> bool:
        """Tell whether a word in no list is an ordinary one with two letters changed over, one left out or one too many."""
        word = said.lower()
        if len(word) < _SHORTEST_MISSPELT or self.word(said) is not Word.UNKNOWN:
            return False
        known = self._misspelt.get(word)
        if known is None:
            known = any(map(self._is_ordinary, _respelt(word)))
            if len(self._misspelt) < _MOST_KEPT:
                self._misspelt[word] = known
        return known

    def _is_ordinary(self, word: str) -> bool:
        fixed = self._fixed.get(word)
        if fixed is not None:
            return fixed not in (Word.ALSO_NAME, Word.TITLE, Word.FUNCTION)
        return self.long_list and word in ordinary_english()

    def _class(self, word: str) -> Word:
        fixed = self._fixed.get(word)
        if fixed is not None:
            return fixed
        if word in well_known_places():
            return Word.PLACE
        if word[1:2] == "'" and word[0] in "ld" and len(word) > 4:
            rest = self._class(word[2:])
            if rest not in (Word.UNKNOWN, Word.ALSO_NAME):
                return rest
        if "-" in word:
            parts = [self._class(part) for part in word.split("-") if part]
            plain = (Word.ORDINARY, Word.CASE_WORD, Word.FUNCTION)
            if parts and all(part in plain for part in parts):
                return max(Word.ORDINARY, min(parts))
            telling = (Word.NEVER, Word.ORGANISATION)
            return next((part for part in parts if part in telling), Word.UNKNOWN)
        if self.long_list and _is_english(word):
            return Word.ORDINARY
        if (
            any(word.endswith(ending) for ending in self.language.ordinary_endings)
            and len(word) > 3
        ):
            return Word.ORDINARY
        return Word.UNKNOWN


def _is_acronym(said: str, language: Language) -> bool:
    vowels = any(c in "AEIOUY" for c in said)
    return said.lower() in language.acronyms or (
        not vowels and said.isascii() and said not in _SHORT_NAMES
    )


def _respelt(word: str) -> Iterable[str]:
    """Yield what a word may be meant to be."""
    for at in range(len(word)):
        head, tail = word[:at], word[at:]
        if len(tail) > 1 and tail[0] != tail[1]:
            yield head + tail[1] + tail[0] + tail[2:]
        if at and tail[0] == word[at - 1]:
            yield head + tail[1:]
        for letter in _LETTERS_LEFT_OUT:
            yield head + letter + tail


def _is_english(word: str) -> bool:
    words = ordinary_english()
    return word in words or any(stem in words for stem in _stems(word))


def _stems(word: str) -> Iterable[str]:
    if word.endswith("s") and len(word) > _SHORTEST_PLURAL:
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
        if word.endswith("ies"):
            yield word[:-3] + "y"
    if word.endswith("ed") and len(word) > _SHORTEST_PLURAL + 1:
        yield word[:-1]
        yield word[:-2]
        if word[-3] == word[-4]:
            yield word[:-3]
    if word.endswith("ing") and len(word) > _SHORTEST_PLURAL + 2:
        yield word[:-3]
        yield word[:-3] + "e"
        if word[-4] == word[-5]:
            yield word[:-4]


# What no language of a script takes for a name, none of the others does: notes mix languages.
def _lexicon(own: Language) -> Lexicon:
    script = _merged(own.script)
    language = replace(own, acronyms=script.acronyms, families=script.families)
    fixed: dict[str, Word] = {}
    for words, kind in (
        (
            own.says | own.meets | own.by_person | own.place_words | own.openers | own.goods,
            Word.ORDINARY,
        ),
        (script.ordinary | script.roles | script.kin | script.naming, Word.CASE_WORD),
        (script.organisation_words, Word.ORGANISATION),
        (script.never, Word.NEVER),
        (script.also_names, Word.ALSO_NAME),
        (own.titles | _EVERYWHERE, Word.TITLE),
        (own.function_words, Word.FUNCTION),
    ):
        fixed.update(dict.fromkeys(words, kind))
    telling = own.function_words | own.ordinary | own.kin | own.roles | own.says | own.place_before
    titles = own.titles | _EVERYWHERE
    return Lexicon(
        language, own.code == "en", titles, telling, titles | script.shortened, _fixed=fixed
    )


@cache
def _merged(script: str) -> Language:
    """Return one language out of those of a script, for notes too short to tell them apart."""
    several = of_script(script)
    sets: dict[str, Any] = {
        name: frozenset().union(*(getattr(language, name) for language in several))
        for name in Language.__dataclass_fields__
        if isinstance(getattr(several[0], name), frozenset)
    }
    return Language(code=script, name=script, script=script, **sets)


@cache
def of_merged(script: str) -> Lexicon:
    """Return the words of all languages of a script together."""
    return _lexicon(_merged(script))


@cache
def _latin() -> tuple[Lexicon, ...]:
    # English first: where nothing tells, and where two languages tie.
    ordered = sorted(
        of_script("latin"), key=lambda language: (language.code != "en", language.code)
    )
    return tuple(_lexicon(language) for language in ordered)


_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4)
def of_note(text: str) -> Lexicon:
    """Return the words of the Latin-script language that a note is most likely written in."""
    said = set(_LETTERS.findall(text.lower()))
    best, most = _latin()[0], 0
    for lexicon in _latin():
        found = len(said & lexicon.telling)
        if found > most:
            best, most = lexicon, found
    return best
