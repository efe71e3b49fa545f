"""What a word in Arabic letters is: a name, an ordinary word, or what announces a name.

Arabic writes "and", "to", "the", "his" together with a word, and verbs carry who does them. A word is
looked up as it stands, and again without what may be written with it. What is in no list may be a name:
mostly one that came from another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache, lru_cache

from audit.personal_data.names.languages import of_script


class Sort(IntEnum):
    """What a word is."""

    UNKNOWN = 0
    GIVEN = 1
    """A name that few other words are written like."""
    ALSO_NAME = 2
    COMPOUND = 3
    """Found in names only: "عبدالكريم", "نورالدين"."""
    PARTICLE = 4
    FAMILY = 5
    """With an article, and in no list: a family's name after a name, and else a noun."""
    VERB = 6
    FUNCTION = 7
    ORDINARY = 8
    PLACE_WORD = 9
    PERSON_WORD = 10
    """A title, a relative, a role, "named"."""


NAMES = (Sort.UNKNOWN, Sort.GIVEN, Sort.ALSO_NAME, Sort.COMPOUND)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a word is read.

    Attributes
    ----------
    announces : float
        Weight of a name straight after it.
    follows : float
        Weight of a name straight before it.
    joined : int
        Letters of "and" or "to" that are written with a name.
    family : bool
        Whether it is a family's name after another name, too.
    derived : bool
        Whether it is only read so without an ending or what is written with it, and may be a name after all.
    foreign : bool
        Whether its letters are rather those of a name from another language.
    formed : bool
        Whether it is in no list but built as Arabic builds nouns from verbs: "ارتفاع", "تعديل".
    """

    sort: Sort
    announces: float = 0.0
    follows: float = 0.0
    joined: int = 0
    family: bool = False
    derived: bool = False
    foreign: bool = False
    formed: bool = False


_MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u200c\u200d]")
_SAME = str.maketrans("أإآٱىیکہۀۆێڕڵ", "ااااييكههويرل")
_ADVERB = re.compile("[\u064b]ا?$|ا\u064b$")
_CLITICS = ("و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "فب", "فل", "وس", "ال", "وال", "بال", "لل", "وبال", "ولل", "كال", "فال")  # fmt: skip
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "ي", "ني", "نا", "ك", "كم")
_ENDINGS = ("ه", "ها", "هم", "هما", "هن", "ي", "نا", "ك", "كم", "ا", "ة", "ات", "ون", "ين", "ان", "ية", "تين", "تان", "ته", "تها", "تهم", "اته", "اتها", "اتهم", "تي", "تنا", "اتي", "وا", "ت", "ين", "يه", "يها", "ائه", "ائها")  # fmt: skip
_DOERS = ("", "ت", "ا", "تا", "وا", "ن", "نا", "ون", "ان", "ين", "تم")
_OF_MANY = ("ا", "وا", "ن", "ون", "ان", "ين")
_OBJECTS = tuple(p for p in _PRONOUNS if p != "ك")
"""A file hardly says "he told thee": "سيراك" is a name."""
_OF_NOUNS = ("ون", "ين", "ان", "ات", "ية")
_OF_VERBS = ("ت", "وا")
_COMPOUND = re.compile("(?:عبدال?.{3,}|.{2,}(?:الدين|الله|اللہ))$")
_OTHER_LETTERS = re.compile("[پچژگڤڭٹڈںڼځڅډړږښګېۍۇەئ](?!$)")
_FOREIGN_END = re.compile(
    "(?:ينكو|نكو|تشوك|شوك|وفا|وفيتش|ياني?|سكي|سكا|يان|زاده?|زي|پور|بور|خيل|وغلو|اوغلو|شفيلي|يفا|ماريام|سلاسي|هيوت|ئيل|ييه?|يه|ولا|يتا|لين|يلي|يكي|يتو|اتو)$"
)
_FORMED = re.compile(
    "(?:است[^اي].ا.|است.ا.ة|ا[^اوي]ت.ا[^هاي]|ان[^اوي].ا[^هاي]|ت[^اوي].ي[^هايت]ة?|ت[^يا]ا[^اوي][^اويه]|[مت][^ا]ا[^اوي]ي[^اي]|م[^اوي]ا..ة"
    "|مست[^اوي].{2,3}ة?|مت[^اوي][^اوي][^اوي].?ة?|.{4,}ات|.{3,}ائي[ةه]?)(?:ا|ه|ها|هم)?$"
)
_NOUN_END = re.compile("(?:ة|ات|ها|هم|هما|كم)$")
_VOWELS = "اويآى"


def plain(word: str) -> str:
    """Return a word without vowel signs, in one spelling of letters that are often confused."""
    return _MARKS.sub("", word).translate(_SAME)


def _given(word: str) -> str:
    return word[:-1] + "ه" if word.endswith("ة") else word


@dataclass(frozen=True, slots=True)
class _Words:
    fixed: dict[str, Reading]
    given: frozenset[str]
    also: frozenset[str]
    verbs: frozenset[str]
    kin: frozenset[str]
    grammar: frozenset[str]
    """Small words as they are written: على is not the name علي."""


@cache
def _words() -> _Words:
    several = of_script("arabic")

    def every(*fields: str) -> Iterator[str]:
        for language in several:
            for field in fields:
                words: frozenset[str] = getattr(language, field)
                yield from map(plain, words)

    fixed: dict[str, Reading] = {}
    for reading, fields in (
        (Reading(Sort.ORDINARY), ("ordinary", "stems", "never")),
        (Reading(Sort.VERB, 2.0, 1.0), ("says", "meets")),
        (Reading(Sort.FUNCTION), ("function_words", "by")),
        (Reading(Sort.PLACE_WORD, -4.0), ("place_words", "organisation_words")),
        (Reading(Sort.PERSON_WORD, 2.5), ("roles",)),
        (Reading(Sort.PERSON_WORD, 3.0, 0.5), ("kin",)),
        (Reading(Sort.PERSON_WORD, 3.5), ("titles", "naming")),
        (Reading(Sort.PARTICLE), ("particles",)),
    ):
        fixed.update(dict.fromkeys(every(*fields), reading))
    for word in every("possessed"):
        known = fixed.get(word, Reading(Sort.ORDINARY))
        fixed[word] = replace(known, announces=max(2.0, known.announces))
    for word in every("loosely_possessed"):
        fixed[word] = replace(fixed.get(word, Reading(Sort.FUNCTION)), announces=1.5)
    for word in every("strict_place_before"):
        fixed[word] = Reading(Sort.FUNCTION, -2.0)
    for word in every("after_names"):
        fixed[word] = replace(fixed.get(word, Reading(Sort.ORDINARY)), follows=1.5)
    for word in every("families"):
        fixed[word] = replace(fixed.get(word, Reading(Sort.ORDINARY)), family=True)
    also = frozenset(map(_given, every("also_names")))
    given = frozenset(map(_given, every("given"))) - also
    verbs = frozenset(every("verbs"))
    also_grammar = {word for word, read in fixed.items() if read.sort is Sort.FUNCTION}
    # Small words are told apart as they are written, before names are looked up.
    clash = {word for word in given if word in fixed or word in verbs} - also_grammar
    grammar = frozenset(
        _MARKS.sub("", word) for language in several for word in language.function_words
    )
    kin = frozenset(every("kin_stems"))
    return _Words(fixed, given - clash, also | clash, verbs, kin, grammar)


@lru_cache(maxsize=100_000)
def reading(word: str) -> Reading:
    """Return how a word is read."""
    if _ADVERB.search(word):
        return Reading(Sort.ORDINARY)
    if word[1:2] == "ـ" and word[0] in "بلو" and len(word) > 3:
        rest = reading(word.replace("ـ", "")[1:])
        return replace(rest, joined=2) if rest.sort in NAMES else rest
    said = plain(word)
    bare = _MARKS.sub("", word)
    if bare in _words().grammar or (bare[0] in "وف" and bare[1:] in _words().grammar):
        return _words().fixed.get(said, Reading(Sort.FUNCTION))
    if known := _exact(said):
        return known
    hamza = bare[0] in "أإآ" and said.startswith("ال")  # "ألمز" has no article
    if known := _verb(said) or (None if hamza else _with_clitics(said)) or _with_ending(said):
        # "أبدي" is not "أبدى".
        other = bare[-1] == "ي" and bare[0] not in "يت"
        return replace(known, derived=other or said not in _words().verbs)
    return Reading(Sort.UNKNOWN) if hamza else _by_shape(said)


def _exact(said: str) -> Reading | None:
    words = _words()
    name = _given(said)
    if name in words.given:
        return Reading(Sort.GIVEN, family=True)
    if name in words.also:
        known = words.fixed.get(said)
        return Reading(
            Sort.ALSO_NAME,
            known.announces if known else 0.0,
            known.follows if known else 0.0,
            family=True,
        )
    return words.fixed.get(said)


def _verb(said: str) -> Reading | None:
    verbs = _words().verbs
    for stem in _verb_stems(said):
        if stem in verbs:
            return Reading(Sort.VERB, 2.0, 1.0)
    return None


def _verb_stems(said: str) -> Iterator[str]:
    """Yield "he did", "he does" of what may be another person's form, with an object."""
    bodies = [said] + [
        said[: -len(p)] for p in _OBJECTS if said.endswith(p) and len(said) - len(p) > 2
    ]
    for body in bodies:
        for doer in _DOERS:
            if not body.endswith(doer) or len(body) - len(doer) < 2:
                continue
            stem = body[: len(body) - len(doer)]
            if doer in ("ون", "ين", "ان") and stem[0] not in "يت":
                continue
            for form in (stem, stem + "ي", stem + "ا") if doer else (stem,):
                yield form
                # "we do" and "she does" have no ending of those who did; "أصرح" is "I declare".
                if form[0] in ("تنا" if not doer else "ت" if doer in _OF_MANY else ""):
                    yield "ي" + form[1:]
                if form[0] in "يتن" and len(form) > 3:
                    yield form[1:]
                    yield "ا" + form[1:]


def _with_clitics(said: str) -> Reading | None:
    for clitic in _CLITICS:
        rest = said[len(clitic) :]
        if not said.startswith(clitic) or len(rest) < 2:
            continue
        known = _after_clitic(rest, clitic)
        if known is None or known.sort is Sort.PARTICLE:
            continue
        if known.sort not in (Sort.GIVEN, Sort.ALSO_NAME):
            return _with_article(known, rest, clitic)
        if clitic in ("و", "ل", "ب") and len(rest) > 2:
            return replace(known, joined=1)
        if clitic == "ال":
            return Reading(Sort.FAMILY, family=True)
    return None


def _after_clitic(rest: str, clitic: str) -> Reading | None:
    """Return how a word is read without what is written with it, where that may stand before it."""
    known = _exact(rest) or (_verb(rest) if clitic in ("و", "ف", "س", "ل", "وس", "ول") else None)
    if known is None and len(rest) > 3 and not (len(clitic) == 1 and rest[-1] in "ياتن"):
        known = _with_ending(rest)
    if known is None:
        return None
    if clitic in ("س", "وس") and (known.sort is not Sort.VERB or rest[0] not in "يتنا"):
        return None  # "ساو" is no "will he or"
    if clitic == "ك" and known.sort is Sort.FUNCTION and len(rest) < 3:
        return None
    return known


def _with_article(known: Reading, rest: str, clitic: str) -> Reading:
    if clitic == "ال" and rest[-1] == "ي" and (known.family or rest not in _words().fixed):
        return Reading(Sort.ORDINARY, family=True)  # "التميمي"
    if clitic.endswith(("ال", "لل")) and known.sort in (
        Sort.PLACE_WORD,
        Sort.ORDINARY,
        Sort.FUNCTION,
    ):
        # "the camp" has no name after it; "the trader" may be a family's.
        return Reading(Sort.ORDINARY)
    return known


def _with_ending(said: str) -> Reading | None:
    words = _words()
    for ending in _ENDINGS:
        stem = said[: -len(ending)]
        if not said.endswith(ending) or len(stem) < 2:
            continue
        if ending in _PRONOUNS and stem in words.kin:
            return Reading(Sort.PERSON_WORD, 3.0, 1.0)
        if len(stem) < 3:
            continue
        for form in (stem, stem + "ة", stem + "ه", stem + "ي"):
            known = words.fixed.get(form)
            if known is None or known.sort in (Sort.PARTICLE, Sort.FUNCTION):
                continue
            if ending in (_OF_NOUNS if known.sort is Sort.VERB else _OF_VERBS):
                continue
            if known.sort is Sort.PERSON_WORD and len(stem) < 4:
                continue
            if ending == "ي" and said.startswith("ال"):
                return Reading(Sort.ORDINARY, family=True)  # "القدسي"
            announces = 0.0 if ending in _PRONOUNS else known.announces
            return Reading(known.sort, announces, known.follows)
    return None


def _by_shape(said: str) -> Reading:
    if _COMPOUND.match(said) or (
        said.startswith(("بن", "بل")) and _given(said[2:]) in _words().given
    ):
        return Reading(Sort.COMPOUND, family=True)
    if said.startswith(("لل", "بال", "وال", "كال", "فال", "ولل", "وبال")):
        return Reading(Sort.ORDINARY, derived=said[0] == "ك")
    if said.startswith("ال") and not said.startswith("الي"):
        return Reading(Sort.ORDINARY if _NOUN_END.search(said) else Sort.FAMILY)
    if len(said) > 3 and re.search("(?:هم|هما|كم|ها)$", said):
        return Reading(Sort.ORDINARY, derived=True)
    vowels = sum(letter in _VOWELS for letter in said)
    foreign = (
        _OTHER_LETTERS.search(said) is not None
        or _FOREIGN_END.search(said) is not None
        or (vowels >= 3 and len(said) >= 6)
    )
    return Reading(Sort.UNKNOWN, foreign=foreign, formed=_FORMED.match(said) is not None)
