"""Where a name in Arabic letters begins and where it ends: fields, greetings, and ordinary words that people are called.

An ordinary word is part of a name only where what stands before it asks for one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from audit.personal_data.names.arabic_words import NAMES, Reading, Sort, reading
from audit.personal_data.names.languages import of_script

_MOST = 5
_LAST_LINES = 40
_OF_COMPOUNDS = (
    "الله",
    "الدين",
    "اللہ",
    "الدین",
    "الإسلام",
    "الاسلام",
    "المولى",
    "الحق",
    "الرحمن",
    "العابدين",
)
WITH = ("مع", "ومع", "برفقة", "بصحبة", "لدى", "عند")
ACCORDING = ("حسب", "بحسب", "وبحسب", "وفق", "بناء", "على")
_OF_PEOPLES = ("الجنسية", "الأصل")
_NOT_FAMILIES = ("ال", "لل", "بال", "وال", "ول", "وب", "فال")
_OWNED = ("ة", "ه", "ها", "هم", "هما", "كم", "ين", "ون", "ات", "اً")
_OBJECT_ENDS = ("ة", "ي", "ا", "ات")
_MORE_THAN_ONE = ("ها", "هم", "هما", "كم", "ين", "ون", "ات")
_GREETS = frozenset(("طيبة", "عطرة", "الخير", "النور", "عليكم", "وبعد", "مرحبا", "أهلا", "تحياتي", "التحية", "تحية", "عزيزي", "عزيزتي"))  # fmt: skip
_NEVER_FIRST = (Sort.FUNCTION, Sort.PLACE_WORD, Sort.PERSON_WORD)
_GREETED = re.compile(r"[ \t]*(?:[،,!:]|\n|$)")
ABOUT = ("عن", "بشأن", "حول")
AGE_IN_BRACKETS = re.compile(r" \(\d{1,2} (?:عام|سن|شهر|أشهر)")
CLOSES = re.compile(r"[ \t]*(?:$|\n|[،,.;؛:(/–-])")
_LABELLED = re.compile(r"\s?(?:\([^()\n]{1,12}\))?:[ \t]?")
_SIGNED = re.compile(r"[،,][ \t]*\n\s*")
_NUMBER = re.compile(r" \d")
FIELD_ENDS = re.compile(r"[ \t]*(?:$|[\n،,.|;؛(/])")
_CELL = re.compile(r"(?:^|\n)[ \t•*-]*\|[ ]\Z")


@dataclass(frozen=True, slots=True)
class Said:
    """A word where a note has it, and how it is read."""

    text: str
    start: int
    end: int
    read: Reading


@cache
def of(field: str) -> frozenset[str]:
    """Return the words that languages in Arabic letters have in a field of their files."""
    return frozenset().union(*(getattr(language, field) for language in of_script("arabic")))


def touching(text: str, words: list[Said], position: int) -> bool:
    """Tell whether nothing but a blank stands before a word and the word before it."""
    gap = text[words[position - 1].end : words[position].start]
    return gap in (" ", "\u00a0", "  ")


def _titled(text: str, words: list[Said], position: int) -> bool:
    """Tell whether what announces a name stands straight before a word."""
    if not position or not touching(text, words, position):
        return False
    return words[position - 1].read.announces >= 2


def whole(text: str, words: list[Said], position: int) -> bool:
    """Tell whether the first letter belongs to the name: "بانا" after a title, or where "انا" is hardly one."""
    word = words[position]
    doubtful = word.read.sort is not Sort.GIVEN or len(word.text) < 6
    # "ووركو" is seldom "and Worku".
    if (doubtful and word.text[0] in "بل") or word.text.startswith("وو"):
        return True
    return _titled(text, words, position)


def _field(text: str, words: list[Said], first: int) -> int:
    """Return where the field of a form ends that is all of one name; the word itself where it is none."""
    before = words[first - 1] if first else None
    gap = text[before.end if before else 0 : words[first].start]
    if gap == " ":
        return first
    labelled = ":" in gap and _LABELLED.fullmatch(gap) and _labels_people(text, words, first - 1)
    signed = "\n" in gap and _SIGNED.fullmatch(gap) is not None
    if not labelled and not signed and not in_cell(text, words[first].start):
        return first
    end = first + 1
    while end < len(words) and touching(text, words, end):
        end += 1
    field = words[first:end]
    if len(field) > _MOST or not FIELD_ENDS.match(text, words[end - 1].end):
        return first
    if any(_is_no_name(word) for word in field):
        return first
    if signed and (len(field) == 1 or len(text) - words[end - 1].end > _LAST_LINES):
        return first
    return end if any(w.read.derived or w.read.sort in NAMES for w in field) else first


def _labels_people(text: str, words: list[Said], label: int) -> bool:
    """Tell whether one of the last words of a label is who is named: "رب الأسرة", "وقع أمامي"."""
    if label < 0 or words[label].text in of("other_labels"):
        return False
    if words[label].read.announces >= 2.5:
        return True
    for back in range(label - 1, max(label - 4, -1), -1):
        if not touching(text, words, back + 1):
            return False
        read = words[back].read
        if read.sort is Sort.PERSON_WORD and read.announces >= 2.5:
            return True
        if read.sort is Sort.VERB and not words[label].text.startswith("ال"):
            return True
    return False


def in_cell(text: str, start: int) -> bool:
    """Tell whether a word opens the first cell of a row."""
    return (
        text[start - 2 : start] == "| "
        and _CELL.search(text[max(0, start - 8) : start]) is not None
    )


def _is_no_name(word: Said) -> bool:
    read = word.read
    if read.sort in (Sort.PLACE_WORD, Sort.FUNCTION) and not read.derived:
        return True
    exact = not read.derived and read.sort in (Sort.ORDINARY, Sort.VERB)
    return with_article(word.text) and (exact or read.sort is Sort.ORDINARY) and not read.family


def reach(text: str, words: list[Said], first: int) -> int:
    """Return where a name that begins at a word would end; the word itself where none begins."""
    end = _field(text, words, first)
    if end > first:
        return end
    if not _begins(text, words, first):
        return first
    end, count = first, 0
    while end < len(words) and count < _MOST:
        if end > first and not (
            touching(text, words, end) and (_continues(words, end) or _ends_name(text, words, end))
        ):
            break
        count += words[end].read.sort is not Sort.PARTICLE
        end += 1
    while end > first and words[end - 1].read.sort is Sort.PARTICLE:
        end -= 1
    return end


def _begins(text: str, words: list[Said], first: int) -> bool:
    word, read = words[first].text, words[first].read
    follows = first + 1 < len(words) and touching(text, words, first + 1)
    if word == "عبد":
        return follows
    if read.sort in _NEVER_FIRST:
        return False
    if _in_greeting(words, first, follows=follows) or _is_relative(words, first, follows=follows):
        return False
    if read.sort is Sort.PARTICLE:
        return follows and words[first + 1].read.sort in (*NAMES, Sort.FAMILY)
    if read.sort is Sort.FAMILY or _of_families(words[first]):
        return _family_begins(text, words, first)
    if read.sort in (Sort.ORDINARY, Sort.VERB) and not read.joined:
        return _announced_ordinary(text, words, first, follows=follows)
    return read.sort in NAMES and len(word) > 1


def _family_begins(text: str, words: list[Said], first: int) -> bool:
    """Tell whether a family's name stands alone: "السيد الحريري" and, of a child, "الصادق (5 سنوات)"."""
    if AGE_IN_BRACKETS.match(text, words[first].end):
        return True
    before = words[first - 1] if first else None
    if before is None:
        return False
    if words[first].read.sort is Sort.FAMILY and _is_given(text, words, first):
        return True
    if not touching(text, words, first):
        return False
    if words[first].read.sort is not Sort.FAMILY and before.text not in of("titles"):
        return False
    return before.read.announces > 3


def _is_given(text: str, words: list[Said], first: int) -> bool:
    """Tell whether a word with an article is a given name, as in Sudan, after a person or in a field: "التوم عثمان"."""
    if first + 1 == len(words) or not touching(text, words, first + 1):
        return False
    after = words[first + 1].read
    if after.joined or after.formed:
        return False
    if after.sort in (Sort.GIVEN, Sort.COMPOUND):
        return _slot(text, words, first) > 0
    return after.sort is Sort.UNKNOWN and _slot(text, words, first) > 1


def _in_greeting(words: list[Said], first: int, *, follows: bool) -> bool:
    """Tell whether it is part of "good morning", "kind greetings", "yesterday morning"."""
    word = words[first].text
    if word == "صباح" and follows:
        return words[first + 1].text in _GREETS or words[first + 1].text in of("adverbs")
    return word in _GREETS and first > 0 and words[first - 1].text in ("تحية", "صباح", "مساء")


def _is_relative(words: list[Said], first: int, *, follows: bool) -> bool:
    """Tell whether it is "his friend" before a name, and not Siddiqa, who is written with a Persian letter."""
    if not follows or words[first].read.sort is not Sort.ALSO_NAME:
        return False
    word, after = words[first], words[first + 1]
    if word.read.announces < 2.5 or not word.text.endswith("ه") or "ی" in word.text:
        return False
    return after.read.sort in NAMES or after.read.derived


def _of_families(word: Said) -> bool:
    """Tell whether it is written with an article as families are called: "التميمي"."""
    return word.read.family and word.read.sort is Sort.ORDINARY and with_article(word.text)


def with_article(word: str) -> bool:
    """Tell whether a word is written with an article, alone or after "and" or "in"."""
    return len(word) > 3 and word.startswith(_NOT_FAMILIES)


def _announced_ordinary(text: str, words: list[Said], first: int, *, follows: bool) -> bool:
    """Tell whether an ordinary word is a name after a title or a relative and before a name: "السيد سهل حاشي"."""
    word, read = words[first].text, words[first].read
    if not first or with_article(word) or word.endswith(_MORE_THAN_ONE):
        return False
    if text[words[first - 1].end : words[first].start].strip() not in ("", ":"):
        return False
    slot = _slot(text, words, first)
    if follows:
        return slot > 0 and _is_second(words[first + 1], read, slot)
    closes = CLOSES.match(text, words[first].end) is not None
    return slot > 1 and closes and (read.derived or greeted(text, words, first, first + 1))


def _is_second(word: Said, first: Reading, slot: int) -> bool:
    """Tell whether the word after an ordinary word speaks for a name of both."""
    after = word.read
    if after.joined or after.formed:
        return False
    if after.derived and not with_article(word.text):
        return (first.derived or slot > 2) and not word.text.endswith(_OWNED)
    if after.sort in (Sort.GIVEN, Sort.COMPOUND) or after.foreign:
        return True
    object_ = first.sort is Sort.VERB or word.text.endswith(_OBJECT_ENDS)
    return after.sort is Sort.UNKNOWN and (first.derived or (slot > 1 and not object_))


def _slot(text: str, words: list[Said], first: int) -> int:
    """Weigh how surely what goes before is followed by a name: 1 after a verb, 2 after a person, 3 a field."""
    before, back = words[first - 1], words[first - 2] if first > 1 else None
    if ":" in text[before.end : words[first].start]:
        return 3 * _labels_people(text, words, first - 1)
    if before.read.sort is Sort.VERB:
        return 2 if before.text in of("moves") else 1
    if before.text in _GREETS or before.text in (*ABOUT, *WITH):
        return 2
    if before.read.sort is Sort.PERSON_WORD and before.read.announces >= 2.5:
        return 2
    if back is None or not touching(text, words, first - 1):
        return 0
    if back.text in ACCORDING and before.read.announces > 0:
        return 2
    if before.text in of("adverbs") or before.text.startswith("ال"):
        return 2 * (back.read.sort is Sort.VERB or back.read.announces >= 2.5)
    return 0


def greeted(text: str, words: list[Said], first: int, end: int) -> bool:
    """Tell whether it is who a letter greets: "تحية طيبة رغد،"."""
    if not first or words[first - 1].text not in _GREETS:
        return False
    return _GREETED.match(text, words[end - 1].end) is not None


def _ends_name(text: str, words: list[Said], position: int) -> bool:
    """Tell whether an ordinary word is rather the family's name at the end: "ماجدة جندي"."""
    word, read = words[position].text, words[position].read
    if (
        not (
            read.sort in (Sort.ORDINARY, Sort.PERSON_WORD)
            or (read.sort is Sort.VERB and read.derived)
        )
        or read.joined
        or (read.follows > 0 and read.sort is Sort.ORDINARY)
        or with_article(word)
        or word.endswith(_OWNED)
        or (read.derived and word[0] in "بل" and reading(word[1:]).sort is not Sort.UNKNOWN)
        or len(word) < 3
        or (read.sort is Sort.VERB and word[0] in "يأ")
        or word in of("adverbs")
        or _NUMBER.match(text, words[position].end)
    ):
        return False
    last = position + 1 == len(words) or not touching(text, words, position + 1)
    if last or words[position + 1].read.sort in (Sort.FUNCTION, Sort.VERB):
        return word.endswith(("ي", "ی")) or read.sort is Sort.ORDINARY or last
    nisba = word.endswith(("ي", "ی")) and len(word) > 3
    return nisba and words[position + 1].text not in _OF_PEOPLES


def _ends_line(words: list[Said], position: int) -> bool:
    """Tell whether no word follows after a blank alone, as one does after a noun: "تجديد البطاقة"."""
    if words[position].text.endswith(("ا", "ة")):
        return False
    after = words[position + 1] if position + 1 < len(words) else None
    return after is None or after.start - words[position].end > 1


def _continues(words: list[Said], position: int) -> bool:
    read, before = words[position].read, words[position - 1]
    if read.joined:
        whole = words[position].text.startswith("وو") and before.read.sort is not Sort.GIVEN
        short = words[position].text[0] in "بل" and len(words[position].text) < 6
        return whole or short or before.read.sort is Sort.PARTICLE
    if before.text == "عبد" or words[position].text in _OF_COMPOUNDS:
        return True
    if read.sort is Sort.PARTICLE:
        after = words[position + 1].read if position + 1 < len(words) else None
        return after is not None and after.sort in (*NAMES, Sort.FAMILY)
    titled = read.sort is Sort.FAMILY and words[position].text in of("titles")
    if titled and position + 1 < len(words) and words[position + 1].read.sort in NAMES:
        return False
    if read.sort in (*NAMES, Sort.FAMILY):
        return not read.formed or _ends_line(words, position)
    nationality = position + 1 < len(words) and words[position + 1].text in _OF_PEOPLES
    return read.family and not nationality
