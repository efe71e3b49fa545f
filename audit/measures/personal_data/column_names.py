"""Columns that hold identifiers of people: what their names say, and whether their values agree."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NAMED: tuple[tuple[str, str], ...] = (
    (
        "PERSON",
        r"(^|_)(first|last|full|sur|given|family|middle|maiden|applicant|claimant|client|person|beneficiary|father|mother|spouse|child|sponsor)s?_?names?$|^(name|surname|forename)s?$",
    ),
    (
        "PHONE_NUMBER",
        r"(^|_)((tele)?phone|tel|mobile|cell|whatsapp|msisdn)s?(_?(no|nr|num|number))?(_?\d+)?$",
    ),
    ("EMAIL_ADDRESS", r"(^|_)e_?mails?(_?addr(ess)?)?(_?\d+)?$"),
    ("MRZ", r"(^|_)mrz"),
    ("PASSPORT_NUMBER", r"passport(_?(no|nr|num|number|id))?$|travel_doc(ument)?_?(no|num|number)"),
    ("NATIONAL_ID", r"national_id|id_?card|(^|_)(ssn|bsn|nin|curp|aadhaar|cnic|personnummer)($|_)"),
    ("US_A_NUMBER", r"(^|_)(a|alien)_?(number|no|num)$"),
    ("UNHCR_NUMBER", r"unhcr|progres"),
    ("IBAN_CODE", r"iban|bank_account|account_(no|number)"),
    ("LOCATION_COORDINATES", r"(^|_)(lat|lon|lng|latitude|longitude|gps|coordinates?)($|_)"),
    ("STREET_ADDRESS", r"(^|_)(street|home_?address|address)($|_)"),
    ("IP_ADDRESS", r"(^|_)ip(_?addr(ess)?)?$"),
)

_NUMBER = re.compile(r"(?=(?:\D*\d){5})[A-Z0-9][A-Z0-9 ./\-]{4,20}", re.IGNORECASE)
_FORMS: dict[str, re.Pattern[str]] = {
    "PERSON": re.compile(r"(?=.{2})[^\W\d_]+(?:[ '’.,\-]{1,2}[^\W\d_]+){0,5}\.?"),
    "PHONE_NUMBER": re.compile(r"\+?(?=(?:\D*\d){7,15}\D*$)[\d ().\-/]+"),
    "EMAIL_ADDRESS": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "MRZ": re.compile(r"[A-Z0-9<\s]{30,95}"),
    "PASSPORT_NUMBER": _NUMBER,
    "NATIONAL_ID": _NUMBER,
    "US_A_NUMBER": _NUMBER,
    "UNHCR_NUMBER": _NUMBER,
    "IBAN_CODE": re.compile(r"[A-Z]{2}\d{2}[A-Z0-9 ]{11,38}", re.IGNORECASE),
    "LOCATION_COORDINATES": re.compile(r"[+-]?\d{1,3}\.\d{4,}.*"),
    "STREET_ADDRESS": re.compile(r"(?=.*\d)(?=.*[^\W\d_]{3}).*\s.*", re.DOTALL),
    "IP_ADDRESS": re.compile(r"(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:]{6,39}", re.IGNORECASE),
}

AGREE = 0.8
"""Share of values that must have the form a column's name promises."""


def named_type(column: str) -> str:
    """Return the identifier that a column's name promises; empty if none."""
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", column).lower()
    name = re.sub(r"\W+", "_", name)
    return next((kind for kind, pattern in _NAMED if re.search(pattern, name)), "")


def having_form(entity_type: str, values: Sequence[str]) -> int:
    """Return how many values have the form of an identifier."""
    form = _FORMS[entity_type]
    return sum(form.fullmatch(value.strip()) is not None for value in values)
