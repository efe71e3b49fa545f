"""National identity, social security, tax and driving licence numbers: with their label, and checked.

Plain digits are never taken for one without a label; `national_id_schemes` has the rules by country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.national_id_schemes import SCHEMES
from audit.personal_data.plain_text import GAP, before, plain

_ANY_REGISTER = (
    r"national (?:id|identi|number|registration)|identity (?:card|document|number|no\b|nr\b)|\bid[ -]?(?:card|document|no\b|number|nr\b|#)|citizen(?:ship)? (?:id|number|card)"
    r"|tazkir|taskera|c[ée]dula|documento (?:nacional )?de identidad|n[úu]mero de identidad|carte (?:nationale )?d['’]identit[ée]|\bcni\b|pi[èe]ce d['’]identit[ée]"
    r"|personal ?(?:id|number|code)|personalausweis|ausweisnummer|الرقم (?:ال)?(?:وطني|قومي)|رقم (?:وطني|قومي)|(?:رقم )?(?:ال)?هوي[ةه]|بطاق[ةه] (?:ال)?(?:هوي|شخصي)|تذكرة|کد ملی|شماره ملی"
)
_ANY_LABEL = re.compile(_ANY_REGISTER, re.IGNORECASE)
_SAYS_REGISTER = re.compile(
    rf"(?:{_ANY_REGISTER})\w*(?:[ \t.:#°º'’-]*(?:no?|nr|num|number|n[úu]mero|num[ée]ro|electr[óo]nica|nationale|card|is|es|est|رقم|هو|رقمها|رقمه)\b)*[ \t.:#°º'’(-]*"
    r"(?P<number>(?=(?:[A-Z ./-]*\d){6})[A-Z]{0,3}[ -]?\d[\d ./-]{3,18}\d[A-Z]?)(?![\w/]|[.,-]\d)",
    re.IGNORECASE,
)
_NOT_OF_A_PERSON = re.compile(
    r"\b(?:officer|staff|badge|case|file|ticket|tracking|transaction|employee|device|session|log|order|document|booking|reference) id\b",
    re.IGNORECASE,
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (
            re.compile(rf"(?<![\w/])(?<!\d[.,-])(?:{scheme.form})(?![\w/]|[.,-]\d)", re.IGNORECASE),
            re.compile(scheme.label, re.IGNORECASE),
        )
        for scheme in SCHEMES
    )


def _of_schemes(text: str) -> Iterator[Span]:
    for scheme, (form, label) in zip(SCHEMES, _patterns(), strict=True):
        for match in form.finditer(text):
            said = before(text, match.start())
            if _NOT_OF_A_PERSON.search(said):
                continue
            named = label.search(said) or (scheme.kind == "NATIONAL_ID" and _ANY_LABEL.search(said))
            certainty = Certainty.CONFIRMED if named else scheme.alone
            if certainty is not None and scheme.holds(match.group()):
                yield Span(scheme.kind, *match.span(), certainty)


def find(text: str) -> Iterator[Span]:
    """Yield numbers that a register's rule or label confirms; unusual forms alone as candidates."""
    said = plain(text)
    yield from _of_schemes(said)
    for match in _SAYS_REGISTER.finditer(said):
        if not _NOT_OF_A_PERSON.search(before(said, match.start() + 20, 60)):
            yield Span("NATIONAL_ID", *match.span("number"), Certainty.CONFIRMED)


# The forms that count without a label, before a text is made plain.
_FORMS_ALONE = (
    rf"\d{{3}}{GAP}\d\d{GAP}\d{{4}}|[A-Z]{{2}}{GAP}?\d\d{GAP}?\d\d{GAP}?\d\d{GAP}?[A-D]|[XYZ]{GAP}?\d{{7}}{GAP}?[A-Z]"
    rf"|[A-Z]{{6}}[\dL-V]{{2}}[A-Z][\dL-V]{{2}}[A-Z]|\d{{6}}(?:{GAP}|[+A-Y])\d{{3}}[\dA-Y]|[A-Z]{{4}}\d{{6}}[HMX][A-Z]{{5}}"
    rf"|[A-Z\d]{{5}}\d{{6}}[A-Z\d]{{2}}[A-Z\d][A-Z]{{2}}|[12١٢۱۲]{GAP}?\d\d{GAP}?\d\d{GAP}?[\dAB]{{2}}{GAP}?\d{{3}}{GAP}?\d{{3}}{GAP}?\d\d"
)
# Rust's word boundary is quick among ASCII letters, which all labels that need one begin and end with.
_LABELS = "|".join(dict.fromkeys((*(s.label for s in SCHEMES), _ANY_REGISTER))).replace(
    r"\b", r"(?-u:\b)"
)

FAMILY = Family(
    name="national_ids",
    kinds=(
        Kind("NATIONAL_ID", "national identity, social security and tax numbers"),
        Kind("DRIVER_LICENSE", "driving licence numbers"),
    ),
    find=find,
    trigger=rf"(?i)(?:{_LABELS})(?s:.*?)\d(?:(?:{GAP}{{0,2}}|[A-Z]{{1,3}})\d){{4}}|{_FORMS_ALONE}",
    column=r"(^|_)(national_id|identity_(no|number)|id_?card|ssn|social_security|bsn|nin|nino|nhs(_?(no|number))?|curp|cpf|rut|dni|nie|nif|cedula|tazkira|aadhaar|cnic|pesel|personnummer|codice_fiscale|numero_securite_sociale|nir|cni|tckn?|kimlik(_no)?|steuer_?id|personalausweis|driv(er|ing)_?licen[cs]e|الرقم_الوطني|رقم_الهوية)($|_)",
    form=r"(?=(?:\D*\d){5})[A-Z0-9][A-Z0-9 ./\-+]{4,20}",
)
