"""Alien registration numbers of the United States (A-numbers): seven to nine digits after an A.

References
----------
8 CFR 1.2 and USCIS Policy Manual, volume 1, part E: "A-number"; nine digits since 2001, eight
before, written A012345678, A012-345-678 or A12 345 678. There is no check digit.
"""

from __future__ import annotations

from audit.personal_data.family import Certainty, Family, Kind
from audit.personal_data.labels import Labelled, near
from audit.personal_data.plain_text import GAP

_GAP = f"[#{GAP[1:]}"
_NUMBER = rf"\d{{2,3}}{GAP}?\d{{3}}{GAP}?\d{{3}}"
NUMBERS = Labelled(
    "US_A_NUMBER",
    number=(
        r"(?<![\w-])(?:(?P<grouped>[Aa][-# ]{0,2}\d{2,3}([- ])\d{3}\2\d{3})|(?P<run>A[-# ]{0,2}\d{8,9})"
        r"|a[-# ]{0,2}\d{8,9}|(?<![.,#/])\d{2,3}([- ]?)\d{3}\4\d{3})(?![\w/-]|[.,]\d)"
    ),
    label=(
        r"\balien\b|\buscis\b|\ba[- ]?(?:numbers?|no\b|nr\b|file|#)|\beoir\b|\bn[uú]mero a\b"
        r"|\bde extranjero\b|\bnum[ée]ro d['’][ée]tranger\b|رقم الأجانب|رقم التسجيل الأجنبي"
    ),
    # The grouped form is written by few others; in one run it is any code that begins with an A.
    alone={"grouped": Certainty.CONFIRMED, "run": Certainty.CANDIDATE},
    unless_called_else=True,
)

FAMILY = Family(
    name="alien_numbers",
    kinds=(Kind("US_A_NUMBER", "United States A-numbers"),),
    find=NUMBERS.find,
    trigger=(
        rf"(?:^|[^0-9A-Za-z_-])[Aa]{_GAP}{{0,2}}{_NUMBER}|"
        + near(
            rf"alien|uscis|a{GAP}?(?:number|n[or]|file|#)|eoir|mero.a|de.extranjero|tranger|الأجن|الأجانب",
            _NUMBER,
        )
    ),
    column=r"(^|_)(a|alien)_?(number|no|num)$",
    form=r"(?=(?:\D*\d){5})[A-Z0-9][A-Z0-9 ./\-]{4,20}",
)
