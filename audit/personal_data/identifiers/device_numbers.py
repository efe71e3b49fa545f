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

_NUMBER = re.compile(
    r"(?<![\w.,])(?P<imei>\d{2}(?P<gap>[ /-]?)\d{6}(?P=gap)\d{6}(?P=gap)\d(?P<version>\d)?|\d{6} \d\d \d{6} \d)(?!\w|[.,-]\d)"
    r"|(?<![\w.,])(?P<sim>89(?: ?\d){16,18})(?!\w|[.,-]\d)"
)
_IMEI = re.compile(r"imei|ايمي", re.IGNORECASE)
_SIM = re.compile(r"iccid|\bsim\b", re.IGNORECASE)
_ELSE = re.compile(
    r"\b(?:serial|case|order|invoice|tracking|receipt|ticket|account|reference)\b", re.IGNORECASE
)
_LABEL = re.compile(
    r"imei|iccid|\bsim\b|hand-?set|\bdevice|\bserial|appareil|terminal|dispositivo|aparato|الجهاز|التسلسلي|ايمي",
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
        if sure if match["version"] else luhn(digits):
            yield Span("IMEI", *match.span(), Certainty.CONFIRMED if sure else Certainty.CANDIDATE)


def _called(beside: str, label: re.Pattern[str]) -> bool:
    found = [*label.finditer(beside)]
    return bool(found) and not _ELSE.search(beside, found[-1].end())


FAMILY = Family(
    name="device_numbers",
    kinds=(Kind("IMEI", "numbers of telephones and SIM cards"),),
    find=find,
    trigger=(
        r"(?i:imei|iccid|sim|hand-?set|device|serial|appareil|terminal|dispositivo|aparato|الجهاز|التسلسلي|ايمي)"
        rf"(?s:.*?)\d(?:[/ -]?{GAP}?\d){{14}}"
    ),
    column=r"(^|_)(imei|iccid|imsi|device_?(id|serial)|sim_?(no|number|serial))($|_)",
    form=r"(?=(?:\D*\d){14,20}\D*$)[\d /-]+",
)
