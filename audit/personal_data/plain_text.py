"""Texts of any script with the digits, spaces, hyphens and signs of a keyboard, place for place.

A telephone number in an Arabic note has Arabic digits, and a mark of direction before it; one in a
letter has hyphens that do not break. Families read the plain text and report places in the other:
both are equally long.
"""

from __future__ import annotations

import re

_ZEROS = "٠۰०০၀０"
"""Of Arabic, Persian, Devanagari, Bengali, Burmese and wide digits."""
_BLANK = (
    *"\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u200b\u200e\u200f\u202f\u3000\u061c\ufeff",
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
)
_HYPHENS = "‐‑‒–−﹣－"
_TABLE = {
    **{ord(zero) + value: str(value) for zero in _ZEROS for value in range(10)},
    **dict.fromkeys(map(ord, _BLANK), " "),
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    ord("٫"): ".",
    ord("٬"): ",",
    ord("،"): ",",
    ord("؛"): ";",
    ord("＋"): "+",
    ord("＠"): "@",
}
_ODD = re.compile("[" + "".join(map(re.escape, map(chr, _TABLE))) + "]")
# No title ends a sentence, nor an initial, nor "no." before a code.
_SENTENCE_END = re.compile(
    r"(?:[!?;؟]|\.(?<!\b(?i:[md]r|ms|sr).)(?<!\b(?i:mrs|dra|sra|mme|lic).)(?<!\b(?i:srta|prof|mlle).)(?<!\b[A-Z].)(?!(?<=\b[Nn][or].)\s[A-Z](?:[A-Z]{0,2}[ -]?\d|\Z)))(?:[\"'”’)]?\s+)(?=[^\W\d_a-zß-ÿ])|\n\s*(?:\n|[-•*–>](?=\s))"
)

ZERO = f"[0{_ZEROS}]"
"""Expression for a zero of any script, in Python and in Rust."""


DIGIT = "[0-9" + "".join(f"{zero}-{chr(ord(zero) + 9)}" for zero in _ZEROS) + "]"
"""Expression for a digit of those scripts; to Rust, a shorter one than `\\d`."""
HYPHEN = f"[{_HYPHENS}-]"
"""Expression for a hyphen of any sort, before a text is made plain."""

GAP = "[ ()./\\-" + "".join(_BLANK) + _HYPHENS + "]"
"""Expression for what stands between the digits of a number, before a text is made plain."""


def plain(text: str) -> str:
    """Return a text with the digits, spaces, hyphens and signs of a keyboard, as long as it was."""
    return text if text.isascii() or not _ODD.search(text) else text.translate(_TABLE)


def small(text: str) -> str:
    """Return a text in small letters, as long as it was: "İ" is two of them elsewhere."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(sign.lower()[0] for sign in text)


def before(text: str, start: int, reach: int = 40) -> str:
    """Return what its sentence says in front of a place, of at most `reach` characters."""
    low = max(0, start - reach)
    for end in _SENTENCE_END.finditer(text, low, min(start + 1, len(text))):
        if end.end() <= start:
            low = end.end()
    return text[low:start]


def after(text: str, end: int, reach: int = 40) -> str:
    """Return what its sentence says behind a place, of at most `reach` characters."""
    stop = _SENTENCE_END.search(text, end, min(len(text), end + reach))
    return text[end : stop.start() if stop else end + reach]
