"""Alien registration numbers of the United States (A-numbers): seven to nine digits after an A.

References
----------
8 CFR 1.2 and USCIS Policy Manual, volume 1, part E: "A-number"; nine digits since 2001, written
A012345678 or A012-345-678. There is no check digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span, labelled

_NUMBER = re.compile(r"(?<![\w-])A[-# ]{0,2}(?:\d{3}([- ])\d{3}\1\d{3}|\d{8,9})(?![\w-])")
_LABEL = re.compile(
    r"\b(?:alien|uscis|a[- ]?(?:number|no\b|file|#))", re.IGNORECASE
)  # fmt: skip


def find(text: str) -> Iterator[Span]:
    """Yield A-numbers: confirmed by a label or by the grouped form, else candidates."""
    for match in _NUMBER.finditer(text):
        sure = match.group(1) is not None or labelled(text, match.start(), _LABEL)
        yield Span(
            "US_A_NUMBER", *match.span(), Certainty.CONFIRMED if sure else Certainty.CANDIDATE
        )


FAMILY = Family(
    name="alien_numbers",
    kinds=(Kind("US_A_NUMBER", "United States A-numbers"),),
    find=find,
    trigger=r"A[-# ]{0,2}\d{3}[- ]?\d{3}",
    column=r"(^|_)(a|alien)_?(number|no|num)$",
    form=r"(?=(?:\D*\d){5})[A-Z0-9][A-Z0-9 ./\-]{4,20}",
)
