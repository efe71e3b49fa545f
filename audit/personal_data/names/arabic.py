"""Names in notes in Arabic letters, which have no capitals: what stands around a word, and what it is.

As with capitals, every reason has a weight and a name needs `ENOUGH`. A name that is in the list of given
names is not taken for that alone, and one that is in no list is taken where the note says enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from audit.personal_data.names.arabic_words import NAMES, Reading, Sort, reading
from audit.personal_data.names.languages import of_script
from audit.personal_data.names.lexicon import Word, of_note
from audit.personal_data.names.reasons import ENOUGH

_LETTERS = "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff\u200c"
_WORD = re.compile(rf"[{_LETTERS}]+")
_MOST = 5
_OF_COMPOUNDS = ("الله", "الدين", "اللہ", "الدین")
_THAT = ("أن", "ان", "إن", "بأن", "لأن", "وأن", "فإن", "أنّ", "إنّ", "كون")
_WITH = ("مع", "ومع", "برفقة", "بصحبة", "لدى", "عند")
_EACH = ("كل", "كلا", "كلاً", "بكل", "لكل", "وكل")
_OF_PEOPLES = ("الجنسية", "الأصل")
_NOT_FAMILIES = ("ال", "لل", "بال", "وال", "ول", "وب", "فال")
_OWNED = ("ة", "ه", "ها", "هم", "هما", "كم", "ين", "ون", "ات", "اً")
_MORE_THAN_ONE = ("ها", "هم", "هما", "كم", "ين", "ون", "ات")
_ABOUT = ("عن", "بشأن", "حول")
_FROM = ("من", "إلى", "الى", "على", "لـ")
_AGE = re.compile(
    r"\s?[(،,–-]?\s?\(?\d{1,2}(?:\s?\)|\s?(?:عام|سن|شهر))|\s?[،(]?\s?(?:من\s)?(?:مواليد|وُ?لد)"
)
_OPENS = re.compile(r"(?:^|\n)[ \t]*(?:[-*•–]|\d{1,2}[.)-])?[ \t]*$|[:–|]\s?$")
_CLOSES = re.compile(r"[ \t]*(?:$|\n|[،,.;؛:(/–-])")
_AS_WRITTEN = re.compile(r"[A-Za-zÀ-ſ.] ?\($")
_AFTER_LATIN = re.compile(r"[A-Za-zÀ-ž][.]? $")
_LISTED = re.compile(
    r"\s?(?:\([^()\n]{1,12}\)|\d{1,2})?\s?[،,/;–-]\s?(?:و)?$|\s?\([^()\n]{1,12}\)\s$"
)
_SMALL = re.compile(
    r"(?<![\w@/.:_-])(?:[a-z]\.|[a-zà-ÿ'’-]{2,})(?: [a-zà-ÿ'’-]{2,}){1,4}(?![\w@/:_-]|\.\w)"
)
_LABELLED = re.compile(r"\s?(?:\([^()\n]{1,12}\))?:[ \t]?")
_FIELD_ENDS = re.compile(r"[ \t]*(?:$|[\n،,.|;؛(/])")
_CELL = re.compile(r"(?:^|\n)[ \t•*-]*\|[ ]\Z")
_NAME_FOLLOWS = re.compile(r"\s?:?\s[A-ZÀ-Ž]")
_NEAR = frozenset(("", ":", "«", '"', "(", "“", "'", "-", "–", "/", ":«", ':"', ":-", ".:"))


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    start: int
    end: int
    read: Reading


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
    words = [_Said(m[0], m.start(), m.end(), reading(m[0])) for m in _WORD.finditer(text)]
    position, last = 0, -1
    while position < len(words):
        end = _reach(text, words, position)
        if end == position:
            position += 1
            continue
        if _weight(text, words, position, end, last) >= ENOUGH:
            last = words[end - 1].end
            # After a title "بلين" is a name, and not "in Lin".
            joined = 0 if _titled(text, words, position) else words[position].read.joined
            yield words[position].start + joined, last
        position = end


def _touching(text: str, words: list[_Said], position: int) -> bool:
    """Tell whether nothing but a blank stands before a word and the word before it."""
    gap = text[words[position - 1].end : words[position].start]
    return gap in (" ", "\u00a0", "  ")


def _titled(text: str, words: list[_Said], position: int) -> bool:
    """Tell whether what announces a name stands straight before a word."""
    if not position or not _touching(text, words, position):
        return False
    return words[position - 1].read.announces >= 2


def _field(text: str, words: list[_Said], first: int) -> int:
    """Return where the field of a form ends that is all of one name; the word itself where it is none."""
    before = words[first - 1] if first else None
    gap = text[before.end if before else 0 : words[first].start]
    labelled = before is not None and before.read.announces >= 2.5 and _LABELLED.fullmatch(gap)
    if not labelled and not _in_cell(text, words[first].start):
        return first
    end = first + 1
    while end < len(words) and _touching(text, words, end):
        end += 1
    field = words[first:end]
    if len(field) > _MOST or not _FIELD_ENDS.match(text, words[end - 1].end):
        return first
    if any(_is_no_name(word) for word in field):
        return first
    return end if any(w.read.derived or w.read.sort in NAMES for w in field) else first


def _in_cell(text: str, start: int) -> bool:
    return (
        text[start - 2 : start] == "| "
        and _CELL.search(text[max(0, start - 8) : start]) is not None
    )


def _is_no_name(word: _Said) -> bool:
    read = word.read
    if read.sort in (Sort.PLACE_WORD, Sort.FUNCTION) and not read.derived:
        return True
    exact = not read.derived and read.sort in (Sort.ORDINARY, Sort.VERB)
    return _with_article(word.text) and (exact or read.sort is Sort.ORDINARY)


def _reach(text: str, words: list[_Said], first: int) -> int:
    """Return where a name that begins at a word would end; the word itself where none begins."""
    end = _field(text, words, first)
    if end > first:
        return end
    if not _begins(text, words, first):
        return first
    end, count = first, 0
    while end < len(words) and count < _MOST:
        if end > first and not (
            _touching(text, words, end) and (_continues(words, end) or _ends_name(text, words, end))
        ):
            break
        count += words[end].read.sort is not Sort.PARTICLE
        end += 1
    while end > first and words[end - 1].read.sort is Sort.PARTICLE:
        end -= 1
    return end


def _begins(text: str, words: list[_Said], first: int) -> bool:
    read = words[first].read
    follows = first + 1 < len(words) and _touching(text, words, first + 1)
    if words[first].text == "عبد":
        return follows
    if read.sort is Sort.PARTICLE:
        return follows and words[first + 1].read.sort in (*NAMES, Sort.FAMILY)
    if read.sort is Sort.FAMILY:
        # "السيد الحريري": after a title an article opens a family's name.
        before = words[first - 1].read if first else None
        return before is not None and before.announces > 3 and _touching(text, words, first)
    if read.sort in (Sort.ORDINARY, Sort.VERB) and not read.joined:
        return _announced_ordinary(text, words, first, follows=follows)
    return read.sort in NAMES and len(words[first].text) > 1


def _with_article(word: str) -> bool:
    return len(word) > 3 and word.startswith(_NOT_FAMILIES)


def _announced_ordinary(text: str, words: list[_Said], first: int, *, follows: bool) -> bool:
    """Tell whether an ordinary word is a name after a title or a relative and before a name: "السيد سهل حاشي"."""
    word, read = words[first].text, words[first].read
    before = words[first - 1] if first else None
    if before is None or _with_article(word) or word.endswith(_MORE_THAN_ONE):
        return False
    if text[before.end : words[first].start].strip() not in ("", ":"):
        return False
    told = before.text in _ABOUT or before.text in _WITH
    does = before.read.sort is Sort.VERB and read.derived and follows
    if (
        not does
        and not told
        and (before.read.sort is not Sort.PERSON_WORD or before.read.announces < 2.5)
    ):
        return False
    if not follows:
        return read.derived and _CLOSES.match(text, words[first].end) is not None
    after = words[first + 1].read
    if does and after.derived and not _with_article(words[first + 1].text):
        return not words[first + 1].text.endswith(_OWNED)
    return (
        after.sort in (Sort.GIVEN, Sort.COMPOUND)
        or after.foreign
        or (read.derived and after.sort is Sort.UNKNOWN)
    )


def _ends_name(text: str, words: list[_Said], position: int) -> bool:
    """Tell whether an ordinary word is rather the family's name at the end: "ماجدة جندي"."""
    word, read = words[position].text, words[position].read
    if (
        not (
            read.sort in (Sort.ORDINARY, Sort.PERSON_WORD)
            or (read.sort is Sort.VERB and read.derived)
        )
        or read.joined
        or (read.follows > 0 and read.sort is Sort.ORDINARY)
        or _with_article(word)
        or word.endswith(_OWNED)
        or (read.derived and word[0] in "بل")
        or len(word) < 3
    ):
        return False
    last = position + 1 == len(words) or not _touching(text, words, position + 1)
    if last or words[position + 1].read.sort in (Sort.FUNCTION, Sort.VERB):
        return word.endswith(("ي", "ی")) or read.sort is Sort.ORDINARY or last
    nisba = word.endswith(("ي", "ی")) and len(word) > 3
    return nisba and words[position + 1].text not in _OF_PEOPLES


def _continues(words: list[_Said], position: int) -> bool:
    read, before = words[position].read, words[position - 1]
    if read.joined:
        return before.read.sort is Sort.PARTICLE
    if before.text == "عبد" or words[position].text in _OF_COMPOUNDS:
        return True
    if read.sort is Sort.PARTICLE:
        after = words[position + 1].read if position + 1 < len(words) else None
        return after is not None and after.sort in (*NAMES, Sort.FAMILY)
    titled = read.sort is Sort.FAMILY and words[position].text in _of("titles")
    if titled and position + 1 < len(words) and words[position + 1].read.sort in NAMES:
        return False
    if read.sort in (*NAMES, Sort.FAMILY):
        return True
    nationality = position + 1 < len(words) and words[position + 1].text in _OF_PEOPLES
    return read.family and not nationality


# -- what speaks for a name


def _weight(text: str, words: list[_Said], first: int, end: int, last: int) -> float:
    weight = _shape(words, first, end)
    announced = _before(text, words, first, last)
    weight += announced
    weight += _after(text, words, first, end)
    head = words[first]
    if _announces(text, words, first, end):
        weight -= 3.0
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


def _announces(text: str, words: list[_Said], first: int, end: int) -> bool:
    """Tell whether it announces the name that follows and is none: "باسم Cihan"."""
    read = words[first].read
    if read.sort is not Sort.ALSO_NAME or read.announces < 2:
        return False
    if end - first > 1 and words[first + 1].read.sort is not Sort.ORDINARY:
        return False
    touching = first + 1 < len(words) and _touching(text, words, first + 1)
    return touching or _NAME_FOLLOWS.match(text, words[first].end) is not None


def _shape(words: list[_Said], first: int, end: int) -> float:
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


def _before(text: str, words: list[_Said], first: int, last: int) -> float:
    start = words[first].start
    left = text[max(0, start - 24) : start]
    if _AS_WRITTEN.search(left) or _in_cell(text, start):
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
        return 2.0 if told and _FIELD_ENDS.match(text, _line(words, first)) else opens
    if joined == 2:
        return 2.0
    if joined and words[first].text[0] in "لب":
        return max(before.read.announces / 2, 1.0) if before.read.announces >= 0 else 0.0
    return max(opens, 0.0) + _announced(text, words, first, before)


def _line(words: list[_Said], first: int) -> int:
    """Return where the words end that follow one without anything but a blank between."""
    end = first
    while end + 1 < len(words) and words[end + 1].start - words[end].end == 1:
        end += 1
    return words[end].end


def _announced(text: str, words: list[_Said], first: int, before: _Said) -> float:
    back = words[first - 2] if first > 1 else None
    if _of_a_place(words, first):
        return -4.0
    if before.text in _THAT:
        return 1.0
    if before.text in _WITH:
        return 2.0
    if before.text in _ABOUT:
        return _about(back)
    if before.text in _FROM:
        return _from(back)
    colon = ":" in text[before.end : words[first].start]
    own = _own(before, back)
    if not own and back is not None and first > 2 and back.text in (*_FROM, "في", "عند"):
        # "came to the office": who does it follows.
        does = words[first - 3].read.sort is Sort.VERB and words[first - 3].text not in _of("moves")
        own = 1.5 * (does and before.text.startswith("ال"))
    return own or 1.5 * (colon and before.text not in _of("other_labels"))


def _own(before: _Said, back: _Said | None) -> float:
    """Weigh the word before, where the one before that is known."""
    if back is None:
        own = before.read.announces
    elif before.text in _of("adverbs") and back.read.sort is Sort.VERB:
        own = 2.0
    elif before.text.startswith("ال") and back.read.sort is Sort.VERB and before.read.announces < 1:
        own = 1.5  # "took over the interpreting"
    elif (
        before.text.startswith("ال")
        and before.read.announces < 2
        and back.read.sort is Sort.PERSON_WORD
    ):
        own = 2.0 + 0.5 * (back.read.announces > 2)  # "the interpreter on duty"
    elif before.text == "قبل" and back.text != "من":
        own = 0.0
    else:
        own = before.read.announces
    return own


def _about(back: _Said | None) -> float:
    """Weigh "about": a person after a report, a place after "left"."""
    if back is None:
        return 0.5
    if back.text in _of("moves"):
        return -1.0
    return 2.0 if back.read.sort in (Sort.VERB, Sort.ORDINARY) else 1.0


def _from(back: _Said | None) -> float:
    """Weigh "from" and "to": after "heard" a person, after "travelled" a place."""
    if back is None:
        return 0.0
    if back.text in _EACH:
        return 2.5
    if back.text in _of("moves"):
        return -1.0
    verb = back.read.sort is Sort.VERB or back.text in _of("by_person")
    return 2.0 if verb else -0.5


def _of_a_place(words: list[_Said], first: int) -> bool:
    """Tell whether what goes before makes it a street, a mosque, a company."""
    position = first - 1
    while position >= 0 and words[position].text in _of("honours"):
        position -= 1
    return position >= 0 and words[position].read.sort is Sort.PLACE_WORD


@cache
def _of(field: str) -> frozenset[str]:
    return frozenset().union(*(getattr(language, field) for language in of_script("arabic")))


def _after(text: str, words: list[_Said], first: int, end: int) -> float:
    right = text[words[end - 1].end : words[end - 1].end + 32]
    if _AGE.match(right):
        return 1.5
    weight = 0.0
    if end < len(words):
        gap = text[words[end - 1].end : words[end].start]
        after = words[end].read
        if gap.strip() in ("", "،", ",", "(", "-", "–"):
            weight = after.follows
            if gap.strip() and after.sort is Sort.VERB:
                weight = 0.5
            elif not gap.strip() and after.sort is Sort.FUNCTION:
                weight = max(weight, 0.25)
    return max(weight, _alone(text, words[first].start, words[end - 1].end, end - first))


def _alone(text: str, start: int, end: int, count: int) -> float:
    """Weigh that it stands alone on a line, as under a letter."""
    line_before = start == 0 or text[start - 1] == "\n"
    line_after = not text[end : end + 2].strip(" .") or text[end : end + 1] == "\n"
    if not (line_before and line_after and start > 0):
        return 0.5 if _CLOSES.match(text, end) and count > 1 else 0.0
    if re.search(r"[،,][ \t]*\n+$", text[:start]):
        return 2.0
    return 1.5 if 2 <= count <= 4 else 0.5
