"""Numbers of telephones and SIM cards: IMEI and ICCID, where the note calls them so.

References
----------
3GPP TS 23.003, section 6.2.1 (IMEI: fifteen digits) and annex B (check digit: Luhn); ITU-T E.118 (05/2006),
section 4 (ICCID: 89, at most nineteen digits, Luhn).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.identifiers.payment_cards import luhn
from audit.personal_data.plain_text import GAP, before, plain

# Boxes, dialling screens and clerks group the digits each in their own way.
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<imei>(?!89(?: ?\d){16})\d(?: ?[/.-] ?\d|[ ]?\d){13}(?P<check>(?: ?[/.-] ?|[ ])?\d)?(?P<version>[ /.-]?\d)?)(?!\w|[.,-]\d)"
    r"|(?<![\w.,])(?P<sim>89(?:[ -]?\d){16,18})(?!\w|[.,-]\d)"
)
_IMEI = re.compile(r"imei|[إا]يمي|آيمي", re.IGNORECASE)
_SIM = re.compile(r"icc(?:id)?\b|\bsim\b|شريحة", re.IGNORECASE)
_ELSE = re.compile(
    r"\b(?:serial|case|order|invoice|tracking|receipt|ticket|account|reference)\b", re.IGNORECASE
)
_LABEL = re.compile(
    r"imei|icc(?:id)?\b|\bsim\b|hand-?set|\bdevice|\bserial|appareil|terminal|dispositivo|aparato|الجهاز|التسلسلي|[إا]يمي|آيمي|شريحة",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """Yield numbers called IMEI or SIM and those of a device: the last digit checks, where there is one."""
    said = plain(text)
    for match in _NUMBER.finditer(said):
        beside = before(said, match.start(), 60)
        if not _LABEL.search(beside):
            continue
        digits = re.sub(r"\D", "", match.group())
        sure = _called(beside, _SIM if match["sim"] else _IMEI)
        # Sixteen digits (IMEISV) end in a version and have no check digit: many a serial number has as many.
        # Fourteen are an IMEI without its last digit.
        unchecked = match["imei"] and (match["version"] or not match["check"])
        if sure if unchecked else luhn(digits):
            yield Span("IMEI", *match.span(), Certainty.CONFIRMED if sure else Certainty.CANDIDATE)


def _called(beside: str, label: re.Pattern[str]) -> bool:
    found = [*label.finditer(beside)]
    return bool(found) and not _ELSE.search(beside, found[-1].end())


FAMILY = Family(
    name="device_numbers",
    kinds=(Kind("IMEI", "numbers of telephones and SIM cards"),),
    find=find,
    trigger=(
        r"(?i:imei|icc|sim|hand-?set|device|serial|appareil|terminal|dispositivo|aparato|الجهاز|التسلسلي|[إا]يمي|آيمي|شريحة)"
        rf"(?s:.*?)\d(?:{GAP}{{0,3}}\d){{13}}"
    ),
    column=r"(^|_)(imei|iccid|imsi|device_?(id|serial)|sim_?(no|number|serial))($|_)",
    form=r"(?=(?:\D*\d){14,20}\D*$)[\d /-]+",
)
