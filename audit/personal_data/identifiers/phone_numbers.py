"""Telephone numbers: international ones by the world's numbering plans, national ones by their form.

References
----------
ITU-T Recommendation E.164 (11/2010), section 6; Ofcom, "Telephone numbers for use in TV and radio
drama programmes" (07700 900000 to 900999); ATIS-0300115, section 4.1 (555-0100 to 555-0199).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span

_INTERNATIONAL = re.compile(r"(?<![\w+])(?:\+|00)[1-9][\d ().\-]{5,19}\d(?!\w)")
_NATIONAL = re.compile(
    r"(?<![\w+\-/.,:])(?:\(?0\d{1,4}\)?(?:[ \-]?\d{2,4}){2,4}"
    r"|\(\d{3}\) ?\d{3}[ .\-]\d{4}|\d{3}[.\-]\d{3}[.\-]\d{4})(?![\w\-/])(?!\.\d)"
)
_DATE = re.compile(r"\d{1,2}[ \-]\d{1,2}[ \-]\d{2,4}")
# Ranges set aside for fiction are in no numbering plan, and in every made-up data set.
_FICTIONAL = re.compile(r"447700900\d{3}|1(?:\d{3})?55501\d{2}")
# phonenumbers.PhoneNumberType: toll-free, premium, shared cost, company, voicemail.
_SERVICES = (3, 4, 5, 9, 10)
_REGIONS = ("GB", "US", "DE", "FR", "IT", "NL", "BE", "ES", "GR", "TR", "AU")


def _type(number: str, region: str | None = None) -> int | None:
    """Return phonenumbers' type of a valid number, or None."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return int(phonenumbers.number_type(parsed))


def _is_line(number: str) -> bool:
    """Tell whether an international number rings at a person's; helplines and firms do not count."""
    if _FICTIONAL.fullmatch(re.sub(r"\D", "", number)):
        return True
    kind = _type(number)
    return kind is not None and kind not in _SERVICES


def _may_be_line(number: str) -> bool:
    kinds = {_type(number, region) for region in _REGIONS} - {None}
    return bool(kinds) and kinds.isdisjoint(_SERVICES)


def _international(text: str) -> Iterator[Span]:
    for match in _INTERNATIONAL.finditer(text):
        said = match.group()
        number = "+" + said[2:] if said.startswith("00") else said
        cut = len(said) - len(number)
        # What follows a number can be digits too ("… 900123 12 May"): drop groups from the end.
        while number and not _is_line(number):
            number = re.sub(r"[^\d]*\d+$", "", number)
        if sum(c.isdigit() for c in number) >= 7:
            end = match.start() + cut + len(number)
            yield Span("PHONE_NUMBER", match.start(), end, Certainty.CONFIRMED)


def find(text: str) -> Iterator[Span]:
    """Yield phone numbers: international and valid ones confirmed, national ones candidates."""
    yield from _international(text)
    for match in _NATIONAL.finditer(text):
        said = match.group()
        if not _DATE.fullmatch(said) and _may_be_line(said):
            yield Span("PHONE_NUMBER", *match.span(), Certainty.CANDIDATE)


FAMILY = Family(
    name="phone_numbers",
    kinds=(Kind("PHONE_NUMBER", "phone numbers"),),
    find=find,
    trigger=r"(\+|00|\(|\d)[\d ().\-]{6}",
    column=r"(^|_)((tele)?phone|tel|mobile|cell|whatsapp|msisdn)s?(_?(no|nr|num|number))?(_?\d+)?$",
    form=r"\+?(?=(?:\D*\d){7,15}\D*$)[\d ().\-/]+",
)
