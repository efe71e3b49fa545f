"""How many words a text has, also in scripts that put no space between them.

A text of one language must not be held shorter than the same text of another, so where nothing parts the
words, characters stand for them: two of Chinese or Japanese, or three letters of Thai, Lao, Khmer, Burmese
or Tibetan, are counted as one word. Signs above and below a letter, digits and punctuation are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PER_WORD: Mapping[str, int] = {
    "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U000323af": 2,
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f": 3,
}
"""Characters of scripts without spaces, and how many of their letters count as a word."""

_RULE = "where nothing parts the words, two characters or three letters count as one"


def count_words(text: str) -> int:
    """Return the number of words of a text.

    Examples
    --------
    >>> count_words("Nobody affected was asked.")
    4
    >>> count_words("没有人问过他们。"), count_words("ไม่มีใครถามพวกเขา"), count_words("GDPR 第二十二条")
    (3, 5, 3)
    """
    found, rest = 0, text
    for script, letters in _PER_WORD.items():
        taken = re.findall(f"[{script}]", rest)
        found += sum(map(str.isalpha, taken)) // letters
        rest = re.sub(f"[{script}]", " ", rest)
    found += sum(any(map(str.isalnum, each)) for each in rest.split())
    return found or int(any(map(str.isalpha, text)))


def found_words(text: str) -> str:
    """Return "found 3", with the rule by which it was counted where that is not by spaces."""
    rule = any(re.search(f"[{script}]", text) for script in _PER_WORD)
    return f"found {count_words(text)}" + (f" ({_RULE})" if rule else "")
