"""Alien registration numbers of the United States (A-numbers): seven to nine digits after an A.

References
----------
8 CFR 1.2 and USCIS Policy Manual, volume 1, part E: "A-number"; nine digits since 2001, eight
before, written A012345678, A012-345-678 or A12 345 678. There is no check digit.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.labels import Labelled
from audit.personal_data.plain_text import GAP

_GAP = f"[#{GAP[1:]}"
_GROUPS = r"\d{2,3}([- ])\d{3}\1\d{3}"
_LABEL = (
    r"\balien\b(?! tort)|\buscis\b|\ba[- ]?(?:numbers?|no\b|nr\b|file|#)|\beoir\b|\bn[uú]mero a\b"
    r"|\bde extranjero\b|\bnum[ée]ro d['’][ée]tranger\b|رقم الأجانب|رقم التسجيل الأجنبي"
)
# The grouped form is written by nobody else; in one run it is any code that begins with an A.
_GROUPED = Labelled(
    "US_A_NUMBER",
    number=rf"(?<![\w-])[Aa](?:[-# ]{{0,2}}|\# )(?:{_GROUPS})(?![\w-]|[.,]\d)",
    label=_LABEL,
    alone=Certainty.CONFIRMED,
)
_RUN = Labelled(
    "US_A_NUMBER",
    number=r"(?<![\w-])A[-# ]{0,2}\d{8,9}(?![\w-]|[.,]\d)",
    label=_LABEL,
    alone=Certainty.CANDIDATE,
)
_BARE = Labelled(
    "US_A_NUMBER",
    number=r"(?<![\w.,#/-])(?:a[-# ]{0,2}\d{8,9}|\d{2,3}([- ]?)\d{3}\1\d{3})(?![\w/-]|[.,]\d)",
    label=r"\balien (?:registration )?(?:numbers?|no\b|nr\b|#)|\ba[- ]?(?:numbers?|#)",
)


def find(text: str) -> Iterator[Span]:
    """Yield A-numbers: confirmed by a label or by the grouped form, else candidates."""
    for form in (_GROUPED, _RUN, _BARE):
        yield from form.find(text)


FAMILY = Family(
    name="alien_numbers",
    kinds=(Kind("US_A_NUMBER", "United States A-numbers"),),
    find=find,
    trigger=rf"[Aa]{_GAP}{{0,2}}\d{{2,3}}{_GAP}?\d{{3}}|(?i:alien|a{_GAP}?(?:number|#))[^\d]*\d",
    column=r"(^|_)(a|alien)_?(number|no|num)$",
    form=r"(?=(?:\D*\d){5})[A-Z0-9][A-Z0-9 ./\-]{4,20}",
)
