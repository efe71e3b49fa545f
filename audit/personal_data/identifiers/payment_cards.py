"""Payment cards: an issuer's first digits, the length they have there, and the last digit that checks.

References
----------
ISO/IEC 7812-1:2017, section 4 (issuer identification number) and annex B (check digit: Luhn); ranges
as the networks publish them: Visa 4, Mastercard 51 to 55 and 2221 to 2720, American Express 34 and 37,
Diners 36, 38 and 300 to 305, Discover 6011, 64 and 65, JCB 3528 to 3589, UnionPay 62, Maestro 50 and 56 to 69,
Mir 2200 to 2204.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.labels import called_else
from audit.personal_data.plain_text import GAP, after, before, plain

_NUMBER = re.compile(
    r"(?<![\w.,/-])(?:\d{4}(?P<gap>[ -])\d{4}(?P=gap)\d{4}(?P=gap)\d{1,4}(?:(?P=gap)\d{1,3})?"
    r"|\d{4}(?P<amex>[ -])\d{6}(?P=amex)\d{4,5}|\d{13,19})(?![\w/]|[-.,]\d)"
)
_ISSUER = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720|220[0-4])\d{12}|3[47]\d{13}"
    r"|3(?:0[0-5]|[68]\d)\d{11}|(?:6011|64[4-9]\d|65\d\d|35(?:2[89]|[3-8]\d))\d{12}|62\d{14,17}|(?:50|5[6-9]|6[0-9])\d{11,17}"
)
# A visa is a paper here, and a card can be one of identity, of rations or of residence: the word must say that it pays.
_LABEL = re.compile(
    r"\b(?:bank(?:ing)?|debit|credit|payment|prepaid|cash|atm|cb|visa|girocard)[ -]?cards?\b|\bvisa (?:debit|credit|electron)\b"
    r"|\bpa(?:id|y|yment|ying) (?:by|with) (?:a |the |his |her |their )?card\b"
    r"|\b(?:master ?card|amex|american express|maestro|unionpay|kreditkarte|bankkarte|ec-karte|debitkarte|geldkarte)"
    r"|\bcarte (?:bancaire|bleue|de (?:crédit|credit|paiement|débit|debit))|\b(?-i:CB)\b"
    r"|\btarjeta (?:bancaria|visa|prepago|de (?:crédito|credito|débito|debito|banco|pago))"
    r"|(?:ال)?بطاق(?:ة|ته|تها) (?:ال)?(?:ائتمان|بنك|مصرف|صراف|دفع|سحب|فيزا|ماستر)",
    re.IGNORECASE,
)


def luhn(digits: str) -> bool:
    """Tell whether the last digit of a number checks (ISO/IEC 7812-1, annex B)."""
    doubled = (sum(divmod(2 * int(d), 10)) for d in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0


def find(text: str) -> Iterator[Span]:
    """Yield card numbers: beside their label confirmed, others as candidates."""
    said = plain(text)
    for match in _NUMBER.finditer(said):
        digits = re.sub(r"\D", "", match.group())
        if not _ISSUER.fullmatch(digits) or not luhn(digits) or len(set(digits)) == 1:
            continue
        # Of random numbers of an issuer's form, one in ten checks: the last digit alone proves little.
        beside = _LABEL.search(before(said, match.start())) or _LABEL.search(
            after(said, match.end(), 20)
        )
        sure = beside and not called_else(said, match.start())
        yield Span(
            "CREDIT_CARD", *match.span(), Certainty.CONFIRMED if sure else Certainty.CANDIDATE
        )


FAMILY = Family(
    name="payment_cards",
    kinds=(Kind("CREDIT_CARD", "payment card numbers"),),
    find=find,
    trigger=rf"\d{{4}}{GAP}?\d{{4}}{GAP}?\d{{4}}{GAP}?\d|\d{{4}}{GAP}\d{{6}}{GAP}\d{{4}}",
    column=r"(^|_)((credit|debit|bank|payment)_?card|card_?(no|nr|num|number)|carte_bancaire|tarjeta|kreditkarte)",
    form=r"(?=(?:\D*\d){13,19}\D*$)[\d -]+",
)
