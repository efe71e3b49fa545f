"""Alien registration numbers of the United States (A-numbers): seven to nine digits after an A.

References
----------
8 CFR 1.2 and USCIS Policy Manual, volume 1, part E: "A-number"; nine digits since 2001, eight
before, written A012345678, A012-345-678 or A12 345 678; forms print the boxes behind the letter, so that
the nine digits stand alone (Form I-589, part A.I, item 1; Form EOIR-33). There is no check digit.
"""

from __future__ import annotations

from audit.personal_data.family import Certainty, Family, Kind
from audit.personal_data.labels import Labelled, near
from audit.personal_data.plain_text import GAP

_GAP = f"[#{GAP[1:]}"
_NUMBER = rf"\d{{1,3}}{GAP}{{0,3}}\d{{3}}{GAP}{{0,3}}\d{{3}}"
_A = r"(?:[-./ ]{0,2}|# ?)"
_SEP = r"(?: ?[-./] ?| {1,2})"
"""Between groups; some forms and some typists put spaces around the hyphen."""
NUMBERS = Labelled(
    "US_A_NUMBER",
    number=(
        rf"(?<![\w-])(?:(?P<grouped>[Aa]{_A}\d{{2,3}}({_SEP})\d{{3}}\2\d{{3}})|(?P<mixed>A{_A}\d{{3}}{_SEP}\d{{3}}{_SEP}\d{{3}})|(?P<run>A{_A}(?:\d{{8,9}}|\d{{3}}[- ]\d{{6}}|\d{{6}}[- ]\d{{3}}))"
        rf"|[Aa]{_A}\d{{7,9}}|(?:[Aa]{_A}|(?<![.,#/]))\d{{1,3}}{_SEP}?\d{{3}}{_SEP}?\d{{3}})(?![\w/-]|[.,]\d)"
    ),
    label=(
        r"\balien\b|\buscis\b|\ba[- .]?(?:numbers?|nos?\b|nr\b|num\b|files?\b|#|n[°º])|\beoir\b|\bn(?:[uú]m(?:ero)?|um[ée]ro|r)?\.?[°º]? a\b"
        r"|\b(?:registro|n[uú]mero|identificaci[óo]n) (?:de )?extranjer[oa]s?\b|\bde extranjero\b"
        r"|\bnum[ée]ro (?:d['’]enregistrement )?(?:d['’]|de l['’]|des )?[ée]trangers?\b|رقم (?:تسجيل )?(?:ال)?(?:أ|ا)(?:جانب|جنبي)"
        r"|رقم (?:ال)?تسجيل (?:ال)?أجنبي|رقم A\b"
    ),
    # The grouped form is written by few others; in one run it is any code that begins with an A.
    alone={
        "grouped": Certainty.CONFIRMED,
        "mixed": Certainty.CANDIDATE,
        "run": Certainty.CANDIDATE,
    },
    unless_called_else=True,
    of_records=True,
)

FAMILY = Family(
    name="alien_numbers",
    kinds=(Kind("US_A_NUMBER", "United States A-numbers"),),
    find=NUMBERS.find,
    trigger=(
        rf"(?:^|[^0-9A-Za-z_-])[Aa]{_GAP}{{0,2}}{_NUMBER}|"
        + near(
            rf"alien|uscis|a{GAP}?(?:num|n[or°º]|file|#)|eoir|[^a-z]n[^ ]{{0,5}} a(?-u:\b)|extranjer|tranger|الأجن|الأجانب|أجنبي|أجانب|اجنبي|اجانب|رقم.A",
            _NUMBER,
        )
    ),
    column=r"(^|_)(a|alien)_?(number|no|num)$",
    form=r"(?=(?:\D*\d){5})[A-Z0-9][A-Z0-9 ./\-]{4,20}",
)
