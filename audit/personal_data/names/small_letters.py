"""Names that somebody typed in small letters: only where the note announces them.

"interpreter mariama doumbia was present", "name: zmarai kakar". Without a capital there is nothing but
the cue, so both words must be in no list, and what follows must end them: a stop, a line, or a word of
every day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from audit.personal_data.names import layout
from audit.personal_data.names.lexicon import Lexicon, Word, of_merged, of_note

_NAMES = (Word.UNKNOWN, Word.ALSO_NAME)
_MOST = 4
_ANY_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDED = re.compile(r"\s?(?:$|[.,;:()\n/–\"]|-\s|'s\b|’s\b)")
_LINE = re.compile(r"\n[-*•\s]{0,4}\Z|[;.|] \Z|\d[:.)]? \Z|\d\)? [-–] \Z")
_TOLD = re.compile(r",| \||;|:|\s\(|\s?(?:\n|\Z)")
_LISTED = ("; ", ", ", "/", " / ")
_GAPS = (" ", " (", ": ", " : ", ". ", ", ", ":")


@cache
def _cues() -> frozenset[str]:
    language = of_merged("latin").language
    return (
        language.titles
        | language.roles
        | language.kin
        | language.naming
        | language.meets
        | frozenset(
            (
                "of",
                "with",
                "to",
                "by",
                "de",
                "con",
                "avec",
                "par",
                "por",
                "that",
                "que",
                "re",
                "as",
                "for",
                "knowing",
                "known",
                "knew",
                "himself",
                "herself",
                "themselves",
                "is",
                "concerns",
                "concerning",
                "support",
                "supports",
                "has",
                "que",
                "llamarse",
                "y",
                "et",
                "and",
                "pour",
                "para",
            )
        )
    )


def names(text: str) -> Iterator[tuple[int, int]]:
    """Yield names written in small letters where something announces them."""
    lexicon: Lexicon | None = None
    words = list(_ANY_WORD.finditer(text))
    cues = _cues()
    taken = 0
    for position, word in enumerate(words):
        if position < taken or not word[0].islower():
            continue
        cue = words[position - 1] if position else None
        gap = text[cue.end() if cue else 0 : word.start()]
        opens = _LINE.search(gap) is not None or (cue is None and not gap.strip())
        announced = cue is not None and (
            (gap in _GAPS and (":" in gap or cue[0].lower() in cues))
            or (position == taken and gap in _LISTED)
        )
        if not opens and not announced:
            continue
        lexicon = lexicon or of_note(text)
        count = _unknown(text, words, position, lexicon)
        if count and _enough(text, words, position, count, lexicon, gap if announced else None):
            yield word.start(), words[position + count - 1].end()
            taken = position + count


def _unknown(text: str, words: list[re.Match[str]], first: int, lexicon: Lexicon) -> int:
    """Count the words from one on that are small, close together and in no list."""
    count = 0
    while first + count < len(words) and count < _MOST:
        word = words[first + count]
        near = count == 0 or text[words[first + count - 1].end() : word.start()] == " "
        if not near or not word[0].islower() or lexicon.word(word[0]) not in _NAMES:
            break
        count += 1
    return count


def _enough(
    text: str,
    words: list[re.Match[str]],
    first: int,
    count: int,
    lexicon: Lexicon,
    gap: str | None,
) -> bool:
    """Tell whether small words are a name; `gap` is what separates them from their cue, if any."""
    last = words[first + count - 1]
    after = words[first + count][0].lower() if first + count < len(words) else ""
    ended = _ENDED.match(text, last.end()) is not None
    language = lexicon.language
    titled = gap is not None and words[first - 1][0].lower() in lexicon.titles
    if all(lexicon.word(w[0]) is Word.ALSO_NAME for w in words[first : first + count]):
        return False
    if count == 1:
        return titled and lexicon.long_list and (ended or after in language.says)
    if gap is None and not lexicon.long_list:
        cell = text[last.end() : last.end() + 2] == " |"
        return cell or layout.signed(text, words[first].start(), last.end())
    if gap is None:
        return (
            _TOLD.match(text, last.end()) is not None
            or after in language.says
            or lexicon.word(after) is Word.ORDINARY
        )
    if lexicon.long_list:
        known = after in language.says or after in language.function_words
        return ended or known or lexicon.word(after) is not Word.UNKNOWN
    # Without a long list of ordinary words more must speak for it.
    cue = words[first - 1][0].lower()
    announced = cue in language.naming or cue in language.kin or cue in language.roles
    if not announced and first > 1:
        announced = cue in language.by and words[first - 2][0].lower() in language.by_person
    return titled or (":" in gap and ended) or (announced and (ended or after in language.says))
