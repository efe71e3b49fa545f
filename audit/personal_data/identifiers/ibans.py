"""Bank accounts (IBAN): as long as their country's are, and with the two digits that check.

References
----------
ISO 13616-1:2020, section 5 (structure) and annex A (check digits, ISO/IEC 7064 MOD 97-10); lengths:
SWIFT, IBAN registry (ISO 13616), release 99.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.plain_text import GAP, plain

_LENGTHS = {
    country: int(length)
    for length, countries in (
        line.split(maxsplit=1)
        for line in """
        15 NO
        16 BE
        18 DK FK FI FO GL NL SD
        19 MK SI
        20 AT BA EE KZ LT LU MN XK
        21 CH HR LI LV
        22 BG BH CR DE GB GE IE ME RS VA
        23 AE GI IL IQ OM SO TL
        24 AD CZ ES MD PK RO SA SE SK TN VG
        25 LY PT ST
        26 IS TR
        27 BI DJ FR GR IT MC MR SM
        28 AL AZ BY CY DO GT HN HU LB NI PL SV
        29 BR EG PS QA UA
        30 JO KW MU YE
        31 MT SC
        32 LC
        33 RU
        """.strip().splitlines()
    )
    for country in countries.split()
}
_APART = " -./\t\n"
_START = re.compile(r"[A-Za-z]{2}\d\d(?=[ ./\n\t-]{0,3}[A-Za-z0-9])")
_GLUED = re.compile(r"(?<![A-Za-z0-9])IBAN", re.IGNORECASE)
_REST = re.compile(r"(?:[ ./\n\t-]{0,3}[A-Z0-9])*", re.IGNORECASE)


_VALUES = {sign: str(int(sign, 36)) for sign in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def checks(number: str) -> bool:
    """Tell whether the two digits of an account number, without spaces and in capitals, check."""
    return int("".join(map(_VALUES.__getitem__, number[4:] + number[:4]))) % 97 == 1


def _number(said: str) -> int | None:
    """Return how many characters at the beginning are an account number, or None."""
    length, taken = _LENGTHS.get(said[:2].upper(), 0), 0
    for at, character in enumerate(said):
        taken += character not in _APART
        if taken == length:
            whole = re.sub("[ ./\n\t-]", "", said[: at + 1]).upper()
            ends = not said[at + 1 : at + 2].isalnum()
            return at + 1 if length and ends and checks(whole) else None
    return None


def find(text: str) -> Iterator[Span]:
    """Yield account numbers whose check digits hold; others are none."""
    said = plain(text)
    for match in _START.finditer(said):
        start = match.start()
        front = said[max(0, start - 1) : start]
        if front.isascii() and front.isalnum() and not _GLUED.match(said, max(0, start - 4), start):
            continue
        rest = _REST.match(said, match.end())
        taken = _number(said[start : rest.end() if rest else match.end()])
        if taken is not None:
            yield Span("IBAN_CODE", start, start + taken, Certainty.CONFIRMED)


FAMILY = Family(
    name="ibans",
    kinds=(Kind("IBAN_CODE", "bank account numbers"),),
    find=find,
    trigger=(
        rf"(?i)(?:^|[^A-Z0-9]|IBAN)(?:{'|'.join(sorted(_LENGTHS))})\d\d(?:[\n\t{GAP[1:]}{{0,3}}[A-Z\d]){{8}}"
    ),
    column=r"iban|bank_account|account_(no|number)|(^|_)(compte_bancaire|cuenta_bancaria|kontonummer)($|_)",
    form=r"[A-Z]{2}\d{2}[A-Z0-9 ]{11,38}",
)
