"""Names that somebody typed in small letters: only where the note announces them.

"interpreter mariama doumbia was present", "name: zmarai kakar". Without a capital there is nothing but
the cue, so both words must be in no list, and what follows must end them: a stop, a line, or a word of
every day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from audit.personal_data.names.lexicon import Lexicon, Word, of_merged, of_note

_MOST = 4
_ANY_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDED = re.compile(r"\s?(?:$|[.,;:()\n/–\"]|-\s|'s\b|’s\b)")


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
            ("of", "with", "to", "by", "de", "con", "avec", "par", "por", "that", "que", "re")
        )
    )


def names(text: str) -> Iterator[tuple[int, int]]:
    """Yield names written in small letters after a cue."""
    lexicon: Lexicon | None = None
    words = list(_ANY_WORD.finditer(text))
    cues = _cues()
    skip = -1
    for position, cue in enumerate(words[:-1]):
        if position <= skip:
            continue
        following = words[position + 1]
        first = following[0]
        if not first.islower() or cue[0].lower() not in cues:
            continue
        gap = text[cue.end() : following.start()]
        if len(gap) > 3 or gap.strip(" ") not in ("", ":", ".", ","):
            continue
        lexicon = lexicon or of_note(text)
        taken = _unknown(text, words, position + 1, lexicon)
        if taken and _enough(text, words, position, taken, gap, lexicon):
            yield following.start(), words[position + taken].end()
            skip = position + taken


def _unknown(text: str, words: list[re.Match[str]], first: int, lexicon: Lexicon) -> int:
    """Count the words from one on that are small, close together and in no list."""
    count = 0
    while first + count < len(words) and count < _MOST:
        word = words[first + count]
        near = count == 0 or text[words[first + count - 1].end() : word.start()] == " "
        if not near or not word[0].islower() or lexicon.word(word[0]) is not Word.UNKNOWN:
            break
        count += 1
    return count


def _enough(
    text: str, words: list[re.Match[str]], cue: int, taken: int, gap: str, lexicon: Lexicon
) -> bool:
    last = words[cue + taken]
    after = words[cue + taken + 1][0] if cue + taken + 1 < len(words) else ""
    ended = _ENDED.match(text, last.end()) is not None
    known = after.lower() in lexicon.language.says | lexicon.language.function_words
    titled = words[cue][0].lower() in lexicon.titles
    if taken == 1:
        return titled and lexicon.long_list and (ended or known)
    if lexicon.long_list:
        return ended or known or lexicon.word(after) is not Word.UNKNOWN
    # Without a long list of ordinary words more must speak for it.
    return titled or (":" in gap and ended)
