"""What a word is, in the language of a note: one letter for each class, looked up once.

A word that is in no list is `UNKNOWN`, which is what names mostly are: the lists hold what is not a
name, so that nobody's name has to be in one to be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache

from audit.personal_data.names.languages import Language, of_script
from audit.personal_data.names.words import ordinary_english, places


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
    "mr mrs ms mme mlle monsieur madame señor señora sra srta herr frau dr sheikh".split()
)
_SHORTEST_PLURAL = 4


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, ready to be asked; of one script, where languages mix.

    Attributes
    ----------
    language : Language
    long_list : bool
        Whether a list of the language's ordinary words is at hand, so that an unknown word is
        telling by itself.
    """

    language: Language
    long_list: bool
    titles: frozenset[str]
    _known: dict[str, Word] = field(default_factory=dict)
    _fixed: dict[str, Word] = field(default_factory=dict)

    def word(self, said: str) -> Word:
        """Return the class of a word, whatever its case."""
        known = self._known.get(said)
        if known is None:
            known = self._class(said.lower().replace("’", "'"))
            if len(self._known) < 100_000:
                self._known[said] = known
        return known

    def is_place(self, said: str) -> bool:
        """Tell whether a phrase is the name of a place."""
        return said.lower().replace("’", "'") in places()

    def _class(self, word: str) -> Word:
        fixed = self._fixed.get(word)
        if fixed is not None:
            return fixed
        if word in places():
            return Word.PLACE
        if "-" in word:
            parts = [self._class(part) for part in word.split("-") if part]
            if parts and all(part in (Word.ORDINARY, Word.CASE_WORD, Word.FUNCTION) for part in parts):
                return Word.CASE_WORD
            return Word.NEVER if parts and Word.NEVER in parts else Word.UNKNOWN
        if self.long_list and _is_english(word):
            return Word.ORDINARY
        if any(word.endswith(ending) for ending in self.language.ordinary_endings) and len(word) > 5:
            return Word.ORDINARY
        return Word.UNKNOWN


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


def _lexicon(language: Language) -> Lexicon:
    fixed: dict[str, Word] = {}
    case = language.ordinary | language.roles | language.kin
    for words, kind in (
        (language.says | language.meets | language.by_person | language.place_words, Word.ORDINARY),
        (case | language.naming, Word.CASE_WORD),
        (language.organisation_words, Word.ORGANISATION),
        (language.never, Word.NEVER),
        (language.also_names, Word.ALSO_NAME),
        (language.titles | _EVERYWHERE, Word.TITLE),
        (language.function_words, Word.FUNCTION),
    ):
        fixed.update(dict.fromkeys(words, kind))
    english = language.code == "en"
    return Lexicon(language, english, language.titles | _EVERYWHERE, _fixed=fixed)


def _merged(script: str) -> Language:
    """Return one language out of those of a script, for notes too short to tell them apart."""
    several = of_script(script)
    sets = {
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
    ordered = sorted(of_script("latin"), key=lambda language: (language.code != "en", language.code))
    return tuple(_lexicon(language) for language in ordered)


_LETTERS = re.compile(r"[^\W\d_]+")


def of_note(text: str) -> Lexicon:
    """Return the words of the Latin-script language that a note is most likely written in."""
    said = set(_LETTERS.findall(text.lower()))
    best, most = _latin()[0], 0
    for lexicon in _latin():
        found = len(said & lexicon.language.function_words)
        if found > most:
            best, most = lexicon, found
    return best
