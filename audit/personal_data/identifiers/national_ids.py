"""National identity, social security, tax and driving licence numbers that a note calls so.

Plain digits are never taken for one without a label; `national_id_schemes` has the rules by country, and
`personal_codes` the forms that speak for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.labels import directly
from audit.personal_data.national_id_schemes import SCHEMES, Scheme
from audit.personal_data.plain_text import before, plain

# What registers are called where people come from and where they go, by their short names.
_SHORT_NAMES = (
    r"C\.? ?C\.|C\.? ?I\.|T\.I\.|C\.E\.|CIN|CNIE|CINE|NIC|NID|NIN|BVN|NRC|DUI|DPI|CUI|CUIL|CUIT|RUC|RFC|RTN|AHV|AVS|SVNR|AMKA|AFM|CNP|EGN|JMBG|OIB|PPSN?|CPR"
    r"|NUIT|СНИЛС|ИНН|РНОКПП|ІПН|ΑΦΜ|ΑΜΚΑ|ΑΔΤ"
)
_ANY_REGISTER = (
    r"\b(?-i:DNI|NIE|NIF)\b|national (?:id|identi|number|registration)|identity (?:card|document|number|no\b|nr\b)|\bid[ -]?(?:card|document|no\b|number|nr\b|#)|citizen(?:ship)? (?:id|number|card)"
    r"|tazkir|taskera|c[ée]dula|documento (?:nacional )?de identidad|n[úu]mero de identidad|documento nacional|tarjeta de identidad|carn[ée] de identidad|clave de elector|registro civil (?:no|n[úu]m)|\btax (?:id|no|number|ref)|\bfiscal (?:code|number)|num[ée]ro fiscal|carte consulaire|carte d['’]?[ée]lecteur"
    r"|fayda|kebele id|ghana card|kennitala|f[øo]dselsnummer|cpr-?nummer|rodn[ée] č[íi]slo|e-?ta[zs]kera|kod[- ]?e? ?melli|voter(?:['’]s)? (?:id|card)|carte (?:nationale )?d['’]identit[ée]|\bcni\b|pi[èe]ce d['’]identit[ée]"
    r"|personal ?(?:id|number|code)|personalausweis|ausweisnummer|الرقم (?:ال)?(?:وطني|قومي)|رقم (?:وطني|قومي)|(?:رقم )?(?:ال)?هوي[ةه]|بطاق[ةه] (?:ال)?(?:هوي|شخصي)|تذكرة (?:ال)?(?:نفوس|هوي|[إا]لكتروني|[أا]فغاني)|تذکر[هة]|کد ملی|شماره ملی"
)
_SHORT = rf"(?<!\w)(?-i:{_SHORT_NAMES})(?!\w)"
_ANY_LABEL = re.compile(f"{_SHORT}|{_ANY_REGISTER}", re.IGNORECASE)
# "ID no." alone can be the number of anything.
_OF_ANYTHING = re.compile(
    r"\bid[ -]?(?:no\b|number|nr\b|#)|personal ?(?:id|number|code)", re.IGNORECASE
)
_BARE = re.compile(r"\d+")
_SAYS_REGISTER = re.compile(
    rf"(?:{_SHORT}|{_ANY_REGISTER})\w*(?:[ \t.:#°º'’|()/-]*(?:no?|nr|num|number|n[úu]mero|num[ée]ro|electr[óo]nica|de identidad|de ciudadan[íi]a|de extranjer[íi]a|nationale|card|is|es|est|رقم|هو|رقمها|رقمه|tax|id)\b)*[ \t.:#°º'’(|-]*"
    r"(?P<number>(?=(?:[A-Z ./()-]*\d){6})(?:\d{1,2}/[A-Z]{3,9} ?\([A-Z]{1,3}\) ?\d{6}|[A-Z]{0,3}[ -]?\d[\d ./-]{3,18}\d(?:[ -]?[A-Z])?|\d{6}-\d{4}[A-Z]?))(?![\w/]|[.,-]\d)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d{3,}")
# Between a register and its number: a word for number, and signs.
_ONLY_NUMBER = re.compile(
    r"\w{0,12}(?:[ \t.:#°º'’()/-]*(?:n|no|nr|num|number|n[úu]mero|num[ée]ro|nummer|id|is|was|es|est|رقم|هو|رقمها|رقمه)(?!\w))*[ \t.:#°º'’()-]*",
    re.IGNORECASE,
)
_NOT_OF_A_PERSON = re.compile(
    r"\b(?:officer|staff|badge|case|file|ticket|tracking|transaction|employee|device|session|log|order|document|booking|reference) id\b",
    re.IGNORECASE,
)


def _called_so(text: str) -> Iterator[Span]:
    for scheme in SCHEMES:
        for match in scheme.written().finditer(text):
            # A label speaks of the number that follows it, not of the next.
            said = _NUMBERS.split(before(text, match.start()))[-1]
            if _NOT_OF_A_PERSON.search(said):
                continue
            sure = _sure(scheme, said, match.group())
            if not scheme.holds(match.group()):
                # A digit typed wrong is still somebody's number where the register is named directly before it.
                sure = Certainty.CANDIDATE if _leads(scheme.called(), said) else None
            if sure is not None:
                yield Span(scheme.kind, *match.span(), sure)


def _sure(scheme: Scheme, said: str, number: str) -> Certainty | None:
    """Return how surely what stands before a number calls it one of a scheme, or None if nothing does."""
    if _last_is_near(scheme.called(), said):
        return Certainty.CONFIRMED
    # Behind another group it is the rest of a longer number.
    rest = said[-1:] == " " and said[-2:-1].isdecimal()
    if rest or scheme.kind != "NATIONAL_ID" or not _last_is_near(_ANY_LABEL, said):
        return None
    *_, label = _ANY_LABEL.finditer(said)
    bare = _BARE.fullmatch(number) is not None and _OF_ANYTHING.fullmatch(label.group())
    return Certainty.CANDIDATE if bare else Certainty.CONFIRMED


def _leads(label: re.Pattern[str], said: str) -> bool:
    last = None
    for last in label.finditer(said):  # noqa: B007 (the last one)
        pass
    return last is not None and _ONLY_NUMBER.fullmatch(said, last.end()) is not None


def _last_is_near(label: re.Pattern[str], said: str) -> bool:
    last = None
    for last in label.finditer(said):  # noqa: B007 (the last one)
        pass
    return last is not None and directly(said, last.end())


def find(text: str) -> Iterator[Span]:
    """Yield numbers that the note calls so; where check digits do not hold, candidates at most.

    What is called "ID no." and no more is a candidate, unless its form is that of a register.
    """
    said = plain(text)
    yield from _called_so(said)
    for match in _SAYS_REGISTER.finditer(said):
        if not _NOT_OF_A_PERSON.search(before(said, match.start() + 20, 60)):
            label = _ANY_LABEL.match(said, match.start())
            vague = label is not None and _OF_ANYTHING.fullmatch(label.group())
            sure = Certainty.CANDIDATE if vague else Certainty.CONFIRMED
            yield Span("NATIONAL_ID", *match.span("number"), sure)


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
    trigger=rf"(?i){_LABELS}|(?-i:(?:^|[^A-Za-z])(?:{_SHORT_NAMES})[^A-Za-z])",
    column=r"(^|_)(national_id|identity_(no|number)|id_?card|ssn|social_security|bsn|nin|nino|nhs(_?(no|number))?|curp|cpf|rut|dni|nie|nif|cedula|tazkira|aadhaar|cnic|pesel|personnummer|codice_fiscale|numero_securite_sociale|nir|cni|tckn?|kimlik(_no)?|steuer_?id|personalausweis|driv(er|ing)_?licen[cs]e|الرقم_الوطني|رقم_الهوية)($|_)",
    form=r"(?=(?:\D*\d){5})[A-Z0-9][A-Z0-9 ./\-+]{4,20}",
)
