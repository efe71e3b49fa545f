"""Names in notes in Arabic letters, which have no capitals: what stands around a word, and what it is.

As with capitals, every reason has a weight and a name needs `ENOUGH`. A name that is in the list of given
names is not taken for that alone, and one that is in no list is taken where the note says enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.names.arabic_reach import (
    ABOUT,
    ACCORDING,
    AGE_IN_BRACKETS,
    CLOSES,
    FIELD_ENDS,
    WITH,
    Said,
    greeted,
    in_cell,
    of,
    reach,
    touching,
    whole,
    with_article,
)
from audit.personal_data.names.arabic_words import Sort, reading
from audit.personal_data.names.lexicon import Word, of_note
from audit.personal_data.names.reasons import ENOUGH

_LETTERS = "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff\u200c"
_WORD = re.compile(rf"[{_LETTERS}]+")
_THAT = ("أن", "ان", "إن", "بأن", "لأن", "وأن", "فإن", "أنّ", "إنّ", "كون")
_EACH = ("كل", "كلا", "كلاً", "بكل", "لكل", "وكل")
_DONE = ("تم", "تمت", "وتم", "يتم", "سيتم", "جرى", "جرت", "يجري")
_FROM = ("من", "إلى", "الى", "على", "لـ")
_AGE = re.compile(
    r"\s?[(،,–-]?\s?\(?\d{1,2}(?:\s?\)|\s?(?:عام|سن|شهر))|\s?[،(]?\s?(?:من\s)?(?:مواليد|وُ?لد)"
)
_OPENS = re.compile(r"(?:^|\n)[ \t]*(?:[-*•–]|\d{1,2}[.)-])?[ \t]*$|[:–|]\s?$")
_AS_WRITTEN = re.compile(r"[A-Za-zÀ-ſ.] ?\($")
_AFTER_LATIN = re.compile(r"[A-Za-zÀ-ž][.]? $")
_LISTED = re.compile(
    r"\s?(?:\([^()\n]{1,12}\)|\d{1,2})?\s?[،,/;–-]\s?(?:و)?$|\s?\([^()\n]{1,12}\)\s$"
)
_SMALL = re.compile(
    r"(?<![\w@/.:_-])(?:[a-z]\.|[a-zà-ÿ'’-]{2,})(?: [a-zà-ÿ'’-]{2,}){1,4}(?![\w@/:_-]|\.\w)"
)
_NAME_FOLLOWS = re.compile(r"\s?:?\s[A-ZÀ-Ž]")
_WAS = ("كان", "كانت", "وكان", "وكانت")
_SPEAKS = re.compile(r":[ \t]")
_NEAR = frozenset(("", ":", "«", '"', "(", "“", "'", "-", "–", "/", ":«", ':"', ":-", ".:"))


def names(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of names in a note in Arabic letters."""
    yield from _in_arabic(text)
    # Small Latin letters in such a note are somebody's name as well.
    known = of_note("")
    for found in _SMALL.finditer(text):
        if all(
            known.word(word) in (Word.UNKNOWN, Word.ALSO_NAME)
            for word in found[0].split()
            if len(word) > 2
        ):
            yield found.span()


def _in_arabic(text: str) -> Iterator[tuple[int, int]]:
    words = [Said(m[0], m.start(), m.end(), reading(m[0])) for m in _WORD.finditer(text)]
    position, last = 0, -1
    while position < len(words):
        end = reach(text, words, position)
        if end == position:
            position += 1
            continue
        if _weight(text, words, position, end, last) >= ENOUGH:
            last = words[end - 1].end
            # After a title "بلين" is a name, and not "in Lin".
            joined = 0 if whole(text, words, position) else words[position].read.joined
            yield words[position].start + joined, last
        position = end


def _weight(text: str, words: list[Said], first: int, end: int, last: int) -> float:
    weight = _shape(words, first, end)
    announced = 3.0 if greeted(text, words, first, end) else _before(text, words, first, last)
    weight += announced
    weight += _after(text, words, first, end)
    head = words[first]
    if _announces(text, words, first, end):
        weight -= 3.0
    if head.read.formed and announced < 3:
        weight -= 1.0
    if head.read.sort is Sort.ALSO_NAME and first and _has_complement(text, words, first, end):
        weight -= 2.0
    if (
        end - first == 1
        and head.read.sort is Sort.UNKNOWN
        and not head.read.foreign
        and announced < 2.5
    ):
        # What follows a verb is its object as often as who does it: "دفع مبلغا".
        if head.text.endswith("ا") and len(head.text) > 3:
            weight -= 1.0 if head.text[0] == "م" else 0.5
        if head.text[0] in "بلك" and len(head.text) > 3 and not head.read.joined:
            weight -= 0.5
        if head.text[0] in "يتن" and announced < 2:
            weight -= 0.5
    return weight


def _has_complement(text: str, words: list[Said], first: int, end: int) -> bool:
    """Tell whether an ordinary word that people are called has its noun after it: "طالب لجوء"."""
    position = first + 1
    if end > first + 2 or position == len(words) or not touching(text, words, position):
        return False
    before, read = words[first - 1], words[position].read
    if before.read.sort is Sort.VERB or before.read.announces > 2.5 or with_article(before.text):
        return False
    plain = read.sort is Sort.ORDINARY and not (read.derived or read.family or read.follows)
    return plain and not with_article(words[position].text)


def _announces(text: str, words: list[Said], first: int, end: int) -> bool:
    """Tell whether it announces the name that follows and is none: "باسم Cihan"."""
    read = words[first].read
    if read.sort is not Sort.ALSO_NAME or read.announces < 2:
        return False
    if end - first > 1 and words[first + 1].read.sort is not Sort.ORDINARY:
        return False
    follows = first + 1 < len(words) and touching(text, words, first + 1)
    return follows or _NAME_FOLLOWS.match(text, words[first].end) is not None


def _shape(words: list[Said], first: int, end: int) -> float:
    head = words[first].read
    if words[first].text == "عبد":
        weight = 2.0
    elif head.sort is Sort.PARTICLE:
        weight = 0.5 if words[first].text in ("أم", "ام", "ذو", "آل", "ولد") else 1.5
    elif head.sort is Sort.UNKNOWN:
        weight = 0.5 * head.foreign
    else:
        weight = {Sort.GIVEN: 1.5, Sort.ALSO_NAME: 0.5, Sort.COMPOUND: 1.5}.get(head.sort, 0.0)
    for word in words[first + 1 : end]:
        if word.read.sort is Sort.PARTICLE:
            weight += 1.5 if word.text in ("بن", "بنت", "ابن", "عبد") else 0.5
        elif word.read.sort in (Sort.GIVEN, Sort.COMPOUND):
            weight += 1.0
        elif word.read.sort is Sort.FAMILY:
            weight += 0.5 + 0.5 * (word.text.endswith("ي") and head.sort is not Sort.UNKNOWN)
        else:
            weight += 0.5 + 0.5 * (word.read.foreign and head.foreign)
    return min(weight, 3.0)


def _before(text: str, words: list[Said], first: int, last: int) -> float:
    start = words[first].start
    left = text[max(0, start - 24) : start]
    if _AS_WRITTEN.search(left) or in_cell(text, start):
        return 2.0
    opens = 0.5 if _OPENS.search(left) else 0.0
    if not first:
        return opens
    before, gap = words[first - 1], text[words[first - 1].end : start]
    joined = words[first].read.joined
    and_ = words[first].text[0] == "و"
    after_name = (joined or and_) and gap == " " and last == before.end
    if after_name or (and_ and _AFTER_LATIN.search(left)):
        return 2.0
    if last > 0 and last <= before.end and _LISTED.fullmatch(text[last:start]):
        return 1.5 + 0.5 * (opens == 0)
    if gap.strip() not in _NEAR:
        told = gap == "، " and before.read.announces >= 2
        return 2.0 if told and FIELD_ENDS.match(text, _line(words, first)) else opens
    if joined == 2:
        return 2.0
    if joined and words[first].text[0] in "لب":
        return max(before.read.announces / 2, 1.0) if before.read.announces >= 0 else 0.0
    return max(opens, 0.0) + _announced(text, words, first, before)


def _line(words: list[Said], first: int) -> int:
    """Return where the words end that follow one without anything but a blank between."""
    end = first
    while end + 1 < len(words) and words[end + 1].start - words[end].end == 1:
        end += 1
    return words[end].end


def _announced(text: str, words: list[Said], first: int, before: Said) -> float:
    back = words[first - 2] if first > 1 else None
    if _of_a_place(words, first):
        return -4.0
    if before.text in _THAT:
        return 1.0
    if before.text in WITH:
        return 2.0
    if before.text in ABOUT:
        return _about(back)
    colon = ":" in text[before.end : words[first].start]
    if before.text in _FROM:
        if colon and FIELD_ENDS.match(text, _line(words, first)):
            return 2.0
        return _heard(words, first) or _from(back)
    own = _own(before, back)
    own = own or _came(words, first)
    return own or 1.5 * (colon and before.text not in of("other_labels"))


def _heard(words: list[Said], first: int) -> float:
    """Weigh "the committee heard" before "to" or "from": who is heard follows."""
    if first < 3 or not with_article(words[first - 2].text):
        return 0.0
    does = words[first - 3]
    return 1.5 * (does.read.sort is Sort.VERB and does.text not in of("moves"))


def _came(words: list[Said], first: int) -> float:
    """Weigh "came to the office", "was with him in the boat": who does it follows."""
    if first < 3 or words[first - 2].text not in (*_FROM, "في", "عند"):
        return 0.0
    doing = words[first - 3]
    if first > 3 and doing.text in of("adverbs"):
        doing = words[first - 4]
    does = doing.read.sort is Sort.VERB and doing.text not in of("moves")
    does = (
        does
        or doing.text in _WAS
        or (doing.read.announces >= 3 and doing.text.endswith(("ه", "ها")))
    )
    return 1.5 * (does and words[first - 1].text.startswith("ال"))


def _own(before: Said, back: Said | None) -> float:
    """Weigh the word before, where the one before that is known."""
    if back is None:
        own = before.read.announces
    elif before.text in of("adverbs") and (
        back.read.sort is Sort.VERB or back.text in of("by_person")
    ):
        own = 2.0
    elif before.text.startswith("ال") and back.read.sort is Sort.VERB and before.read.announces < 1:
        own = 1.5  # "took over the interpreting"
    elif (
        before.text.startswith("ال")
        and before.read.announces < 2
        and back.read.sort is Sort.PERSON_WORD
    ):
        own = 2.0 + 0.5 * (back.read.announces > 2)  # "the interpreter on duty"
    elif back.text in _DONE and not before.text.startswith("ال"):
        own = max(1.5, before.read.announces)  # "the notifying of ... was done"
    elif back.text in ACCORDING and before.read.announces > 0:
        own = max(2.0, before.read.announces)
    elif before.text == "قبل" and back.text != "من":
        own = 0.0
    else:
        own = before.read.announces
    return own


def _about(back: Said | None) -> float:
    """Weigh "about": a person after a report, a place after "left"."""
    if back is None:
        return 0.5
    if back.text in of("moves"):
        return -1.0
    return 2.0 if back.read.sort in (Sort.VERB, Sort.ORDINARY) else 1.0


def _from(back: Said | None) -> float:
    """Weigh "from" and "to": after "heard" a person, after "travelled" a place."""
    if back is None:
        return 0.0
    if back.text in _EACH:
        return 2.5
    if back.text in of("moves"):
        return -1.0
    if back.read.sort is Sort.VERB or back.text in of("by_person"):
        return 2.0
    return 1.5 if back.text.startswith("الم") and back.text.endswith("ة") else -0.5


def _of_a_place(words: list[Said], first: int) -> bool:
    """Tell whether what goes before makes it a street, a mosque, a company."""
    position = first - 1
    while position >= 0 and words[position].text in of("honours"):
        position -= 1
    return position >= 0 and words[position].read.sort is Sort.PLACE_WORD


def _after(text: str, words: list[Said], first: int, end: int) -> float:
    right = text[words[end - 1].end : words[end - 1].end + 32]
    if _AGE.match(right):
        return 1.5 + 0.5 * (AGE_IN_BRACKETS.match(right) is not None)
    weight = 0.0
    if end < len(words):
        gap = text[words[end - 1].end : words[end].start]
        after = words[end].read
        if gap.strip() in ("", "،", ",", "(", "-", "–"):
            weight = after.follows
            if gap.strip() and after.sort is Sort.VERB:
                weight = 0.5
            elif gap.strip() and after.sort is Sort.PERSON_WORD and after.announces >= 3:
                weight = max(weight, 1.5)
            elif not gap.strip() and after.sort is Sort.FUNCTION:
                weight = max(weight, 0.25)
    given = words[first].read.sort in (Sort.GIVEN, Sort.COMPOUND)
    if given and _SPEAKS.match(text, words[end - 1].end):
        weight = max(weight, 1.0)  # "سمر: لا أعرف", where somebody's words are taken down
    return max(weight, _alone(text, words[first].start, words[end - 1].end, end - first))


def _alone(text: str, start: int, end: int, count: int) -> float:
    """Weigh that it stands alone on a line, as under a letter."""
    line_before = start == 0 or text[start - 1] == "\n"
    line_after = not text[end : end + 2].strip(" .") or text[end : end + 1] == "\n"
    if not (line_before and line_after and start > 0):
        return 0.5 if CLOSES.match(text, end) and count > 1 else 0.0
    if re.search(r"[،,][ \t]*\n+$", text[:start]):
        return 2.0
    return 1.5 if 2 <= count <= 4 else 0.5
