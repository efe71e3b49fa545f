"""Names in scripts without capitals: what announces them, and names that stand in a foreign note.

Nothing in the letters of Arabic, Ge'ez or Burmese marks a name. In running text one is taken where
something announces it (a title, a relative, "his name", a verb of saying, a word of names such as
"بن") and up to the first word that names do not have; notes in Arabic letters are weighed (`arabic`). Where a few words of such a script stand in a
note of another, they are nearly always somebody's name as its bearer writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from audit.personal_data.names import arabic
from audit.personal_data.names.languages import of_script

_BLOCKS = {
    "arabic": "\u0600-\u060b\u060d-\u061a\u061c-\u061e\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff\u200c",
    "ethiopic": "\u1200-\u135f\u1380-\u139f\u2d80-\u2ddf/",
    "myanmar": "\u1000-\u1049\u1050-\u109f\uaa60-\uaa7f",
    "bengali": "\u0980-\u09e5\u09f0-\u09ff",
    "devanagari": "\u0900-\u0963\u0971-\u097f",
    "tamil": "\u0b80-\u0bff",
    "sinhala": "\u0d80-\u0dff",
    "gurmukhi": "\u0a00-\u0a7f",
    "thai": "\u0e00-\u0e7f",
    "khmer": "\u1780-\u17ff",
    "hebrew": "\u0590-\u05ff",
    "georgian": "\u10d0-\u10ff",
    "han": "\u3400-\u9fff·",
    "kana": "\u3040-\u30ff",
    "hangul": "\uac00-\ud7af",
    "tibetan": "\u0f00-\u0fff",
    "nko": "\u07c0-\u07ff",
    "hanifi": "\U00010d00-\U00010d3f",
}
ANY = re.compile("[" + "".join(_BLOCKS.values()).replace("/", "").replace("·", "") + "]")
_RUNS = {
    script: re.compile(rf"[{block}]+(?:[ \u00a0\u1361]{{1,2}}[{block}]+)*")
    for script, block in _BLOCKS.items()
}
_WORDS = re.compile(r"[^ \u00a0\u1361]+")
_MOST_WORDS = 6
"""Words of a name that stands in a foreign note; more are a sentence."""
_MOST_ANNOUNCED = 5
_OF_NAMES = re.compile(r"(?:عبد(?:ال.{2,}|ٱل.{2,})|.{2,}(?:الدين|الله|‌الله|‌الدین|الدین|اللہ))$")
_NOUN = re.compile(
    r"(?:(?:لل|بال|وال|كال|فال).{2,}|ال.{2,}(?:ة|ات)|ال[اإت].{2,}[^ي]|.{3,}(?:ها|هم|هما|كم))$"
)
_THAT = ("أن", "ان", "بأن", "إن")
_JOINED = "وከበለየ"
"""Letters that are written together with the next word: "and", "from", "in", "to", "of"."""
_MARKS = re.compile("[\u064b-\u0652\u0640\u200c]")


@dataclass(frozen=True, slots=True)
class _Words:
    announcing: frozenset[str]
    saying: frozenset[str]
    stopping: frozenset[str]
    foreign: frozenset[str]
    particles: frozenset[str]
    places: frozenset[str]
    cousins: frozenset[str]


@cache
def _words(script: str) -> _Words:
    several = of_script(script)

    def every(*fields: str) -> frozenset[str]:
        return frozenset().union(*(getattr(language, f) for language in several for f in fields))

    return _Words(
        announcing=every("titles", "kin", "roles", "naming"),
        saying=every("says", "meets"),
        stopping=every(
            "function_words", "titles", "kin", "roles", "naming", "says", "meets", "never", "ordinary",
            "place_words", "organisation_words", "place_before", "by_person",
        ),
        foreign=every("function_words", "says", "ordinary", "place_words", "never", "organisation_words"),
        particles=every("particles"),
        places=every("place_words", "place_before"),
        cousins=every("cousins"),
    )  # fmt: skip


def names(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of names in scripts without capitals, in order of the scripts."""
    if not ANY.search(text):
        return
    letters = sum(map(str.isalpha, text))
    for script, runs in _RUNS.items():
        found = list(runs.finditer(text))
        if not found:
            continue
        theirs = sum(sum(map(str.isalpha, run[0])) for run in found)
        foreign = theirs < letters / 2
        if script == "arabic" and not foreign:
            yield from arabic.names(text)
            continue
        for run in found:
            yield from _in_run(text, run, script, foreign=foreign)


def _in_run(
    text: str, run: re.Match[str], script: str, *, foreign: bool
) -> Iterator[tuple[int, int]]:
    words = [
        (m[0], run.start() + m.start(), run.start() + m.end()) for m in _WORDS.finditer(run[0])
    ]
    known = _words(script)
    bracketed = (
        text[run.start() - 1 : run.start()] == "(" and text[run.end() : run.end() + 1] == ")"
    )
    alone = (foreign or bracketed) and len(words) <= _MOST_WORDS
    if alone and not any(_bare(word, known) in known.foreign for word, _, _ in words):
        titles = sum(word in known.announcing for word, _, _ in words[:1])
        if len(words) > titles and any(c.isalpha() for c in run[0]):
            yield words[titles][1], words[-1][2]
    elif script == "myanmar":
        yield from _burmese(text, run.start(), run.end())
    elif _is_signature(text, run, words, known):
        yield words[0][1], words[-1][2]
    else:
        yield from _announced(text, words, known)


def _is_signature(
    text: str, run: re.Match[str], words: list[tuple[str, int, int]], known: _Words
) -> bool:
    """Tell whether a run is the last line of a letter, and nothing but two to four unknown words."""
    alone = text[run.start() - 1 : run.start()] == "\n" and not text[run.end() :].strip(" .\n")
    return (
        alone
        and 2 <= len(words) <= 4
        and not words[0][0].startswith("ال")
        and not any(_stops(word, known) for word, _, _ in words[: 1 + (len(words) > 2)])
        and (words[-1][0] == "السيد" or not _stops(words[-1][0], known))
    )


def _bare(word: str, known: _Words) -> str:
    """Take off what Arabic and Ge'ez write together with a word: "and", "from"."""
    plain = _MARKS.sub("", word)
    if word in known.stopping or len(plain) < 4 or plain[0] not in _JOINED:
        return word
    return plain[1:] if plain[1:] in known.stopping else word


def _announced(
    text: str, words: list[tuple[str, int, int]], known: _Words
) -> Iterator[tuple[int, int]]:
    position, reached = 0, -1
    while position < len(words):
        word, start, _ = words[position]
        # Before the run: "الاسم: أحمد" are two runs to the eye and one to the pattern.
        before = words[position - 1][0] if position else _last_word(text, start)
        announced = _bare(before, known) in known.announcing | known.saying
        listed = position > 0 and position == reached and word.startswith("و") and len(word) > 3
        told = before in _THAT and not word.startswith("ال")
        if announced or listed or told or _is_of_names(word, words, position, known):
            end = _end(words, position, known, listed=listed)
            if end > position and (
                not told or (end < len(words) and not _ends(words, position, known))
            ):
                first = start + 1 if listed else start
                yield first, words[end - 1][2]
                position = reached = end
                continue
        position += 1


def _last_word(text: str, start: int) -> str:
    before = text[max(0, start - 24) : start].rstrip(" :،,\"'«(").split()
    return before[-1].strip(":،,؛") if before else ""


def _is_of_names(
    word: str, words: list[tuple[str, int, int]], position: int, known: _Words
) -> bool:
    """Tell whether a word, or what follows it, is found in names only."""
    if _stops(word, known) or (position and words[position - 1][0] in known.places):
        return False
    after = words[position + 1][0] if position + 1 < len(words) else ""
    beyond = words[position + 2][0] if position + 2 < len(words) else ""
    compound = word == "عبد" and after.startswith("ال")
    descent = after in known.particles and bool(beyond) and not _stops(beyond, known)
    return compound or descent or _OF_NAMES.match(word) is not None


def _stops(word: str, known: _Words) -> bool:
    return _bare(word, known) in known.stopping


def _ends(words: list[tuple[str, int, int]], position: int, known: _Words) -> bool:
    return position >= len(words) or _stops(words[position][0], known)


def _end(words: list[tuple[str, int, int]], position: int, known: _Words, *, listed: bool) -> int:
    """Return where a name that begins at a position ends; the position itself where none begins."""
    last = position
    while last < len(words) and last - position < _MOST_ANNOUNCED:
        word = words[last][0]
        particle = word in known.particles and last + 1 < len(words)
        if particle and words[last + 1][0] in known.cousins:
            break
        if (
            last == position
            and word.startswith(("ال", "لل", "بال"))
            and not word.startswith("اليا")
        ):
            break  # an article opens family names, and nouns
        if _NOUN.match(word):
            break
        surname = last > position and word == "السيد" and _ends(words, last + 1, known)
        if (
            _stops(word, known)
            and not surname
            and not particle
            and not (listed and last == position)
        ):
            break
        last += 1
    while last > position and words[last - 1][0] in known.particles:
        last -= 1
    return last


_HONORIFIC = "(?:ဦး|ဒေါ်|ကို|မောင်|စော|နော်|စိုင်း|နန်း|ဒေါက်တာ|ဆရာမ|ဆရာ)"
_BURMESE = re.compile(
    rf"(?<![\u102b-\u103e]){_HONORIFIC}[\u1000-\u109f]{{2,18}}?(?=(?:သည်|နှင့်|အား|မှာ|တွင်|ရဲ့|က(?![\u102b-\u103e\u1000-\u1021]?\u103a)|၏|မှ|ကို)|[^\u1000-\u1049\u1050-\u109f]|$)"
)


def _burmese(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _BURMESE.finditer(text, start, end):
        yield found.start(), found.end()
