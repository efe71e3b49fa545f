"""Identifiers of the test split, in the layouts of their issuers and those clerks make of them.

All belong to nobody, as `benchmarks/case_notes/values.py` says of its own. Phones are of the ranges for fiction or
a numbering plan's published example; cards are the test issuer's or a network's published test numbers.
Of national numbers, some are the published specimens (Sweden's 121212-1212, Poland's 44051401359, Turkey's
10000000146, the Dutch 111222333, the French 2 69 05 49 588 157 80), the others cannot exist: British
insurance numbers begin with QQ, Egyptian ones have the governorate 99, health-service numbers are of the
test range, Pakistani and Spanish ones have a run of zeros nobody was given.
"""

from __future__ import annotations

import random

from benchmarks.case_notes import values
from benchmarks.case_notes.people import Person, plain
from benchmarks.case_notes.values import Make, shaped

_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_DOCUMENT_LETTERS = "CFGHJKLMNPRTVWXYZ"
_PLATE_LETTERS = "BCDFGHJKLMNPRSTVWXYZ"

# The ordinary layout stands several times, the odd one once.
_SHAPES: dict[str, tuple[str, ...]] = {
    "PASSPORT_NUMBER": ("@########", "@########", "@#######", "@@#######", "#########", "@@@######", "@## ######", "P0#######"),
    "US_A_NUMBER": ("A#########", "A#########", "A###-###-###", "A ### ### ###", "A-#########", "A＃#########", "A ########"),
    "USCIS_RECEIPT": ("IOE09########", "IOE91########", "MSC2190######", "LIN23901#####", "EAC-24-052-#####", "YSC2290######", "WAC 21 115 #####"),
    "CA_UCI": ("11-####-####", "11-####-####", "####-####", "11########"),
    "UK_BRP": ("ZU#######", "ZY#######", "RZ#######", "ZRX######", "ZU# ### ###"),
    "UK_HOME_OFFICE_REFERENCE": ("@#######", "@#######", "@#######/2", "@13#####/4", "@21#####/001"),
    "EURODAC_NUMBER": ("IT1##########", "GR1##########", "DE1############", "GR2##########", "HR1###########", "ES2 ##########", "BG1BR10#C2########", "AT1 ############"),
    "SCHENGEN_VISA_STICKER": ("FRA0########", "DEU0########", "ITA0########", "ESP0########", "NLD 0########", "D 0########", "PRT0########"),
    "UNHCR_NUMBER": ("###-##C#####", "###-##C#####", "###-##-#####", "###-000#####", "### ##C#####"),
    "UNHCR_NUMBER.individual": ("###-000#####", "###-001#####", "###-########"),
    "UNHCR_NUMBER.case": ("###-##C#####", "###-##C#####", "###-##-#####"),
    "LICENSE_PLATE": ("@@1# @@@", "@@2# @@@", "@@-###-@@", "#### @@@", "@-@@ ####", "34 @@@ ###"),
    "LICENSE_PLATE.uk": ("@@1# @@@", "@@2# @@@", "@@6#@@@"),
    "LICENSE_PLATE.fr": ("@@-###-@@", "@@-###-@@", "@@ ### @@"),
    "LICENSE_PLATE.es": ("#### @@@", "####@@@", "####-@@@"),
    "LICENSE_PLATE.it": ("@@ ###@@", "@@###@@"),
    "LICENSE_PLATE.jo": ("1#-#####", "2#-####"),
    "IP_ADDRESS": ("192.0.2.##", "198.51.100.1##", "203.0.113.##", "192.0.2.2#", "2001:db8:0:1::##", "2001:0db8:85a3::8a2e:#:73##"),
    "DE_AZR_NUMBER": ("15090#######", "22031#######", "16021#######", "230415 ##### #", "2211050#####"),
}  # fmt: skip

_PHONES = {
    "en": ("07700 900###", "07700 900 ###", "+44 7700 900###", "+44 7700 900 ###", "07700900###", "+447700900###",
           "+1 (646) 555-01##", "(503) 555-01##", "864-555-01##", "+1 514 555 01##", "+90 501 234 56 78",
           "+962 7 9012 3456", "+254 712 123456", "0712 123456", "+30 691 234 5678", "+961 71 123 456",
           "+49 171 39200##", "0171-39200##", "+46 70-174 06 ##", "+880 1812-345678", "+251 91 123 4567",
           "00 44 7700 900###", "+20 100 123 4567", "+380 50 123 4567", "+353 85 012 3456"),
    "fr": ("06 39 98 ## ##", "06.39.98.##.##", "06 39 98 ## ##", "+33 6 39 98 ## ##", "063998####", "+33639 98 ## ##",
           "+32 450 00 12 34", "0450/00 12 34", "+221 70 123 45 67", "+243 991 234 567", "+41 78 123 45 67",
           "+1 438 555-01##", "514 555-01##", "+224 601 12 34 56", "0033 6 39 98 ## ##", "+237 6 71 23 45 67"),
    "es": ("612 34 56 78", "612 345 678", "+34 612 34 56 78", "+34 612345678", "0034 612 345 678", "+57 321 123 4567",
           "321 1234567", "+58 412-1234567", "0412-1234567", "+504 9123-4567", "+503 7012 3456", "+52 222 123 4567",
           "+1 (786) 555-01##", "+1 956 555 01##", "+593 99 123 4567", "+51 912 345 678", "+502 5123 4567", "+53 5 1234567"),
    "ar": ("+963 944 567 890", "0944567890", "+962 7 9012 3456", "0790123456", "00962790123456", "+961 71 123 456", "71/123456",
           "+20 100 123 4567", "01001234567", "+249 91 123 1234", "+90 501 234 56 78", "05012345678", "+964 791 234 5678",
           "07912345678", "+49 171 39200##", "+218 91-2345678", "+967 712 345 678"),
}  # fmt: skip


def phone(language: str) -> Make:
    """Return who writes phones the way notes in a language do."""
    shapes = _PHONES[language]

    def make(chance: random.Random, _: Person) -> str:
        number = shaped(chance, chance.choice(shapes))
        easy = language == "ar" and "+" not in number and chance.random() < 0.25
        return number.translate(_ARABIC_DIGITS) if easy else number

    return make


def email(chance: random.Random, who: Person) -> str:
    """Return an address at a domain reserved for examples."""
    first = "".join(c for c in plain(who.given).lower() if c.isascii() and c.isalpha()) or "info"
    last = "".join(c for c in plain(who.last or who.full).lower() if c.isascii() and c.isalpha())
    local = chance.choice(
        ("{f}{l}", "{f}.{l}", "{l}{d}", "{f}{y}", "{f}_{l}{d}", "{i}{l}", "{l}.family", "star.{f}{d}", "{l}-{f}")
    ).format(f=first, l=last or first, i=first[:1], d=chance.randint(1, 999), y=chance.randint(1970, 2006))  # fmt: skip
    at = chance.choice(("example.com", "example.com", "example.net", "example.org", "webmail.example.com",
                        "uni.example.edu"))  # fmt: skip
    return f"{local}@{at}"


def coordinates(language: str) -> Make:
    """Return who writes places at sea, at a border or of a house."""
    west = "O" if language in ("fr", "es") else "W"

    def make(chance: random.Random, _: Person) -> str:
        lat, lon = chance.choice(((35.2, 14.1), (36.9, 26.8), (28.3, -13.6), (34.6, 32.4), (31.4, -109.2), (50.9, 1.6),
                                  (15.4, 32.5), (21.1, 92.2)))  # fmt: skip
        lat, lon = lat + chance.uniform(-0.9, 0.9), lon + chance.uniform(-0.9, 0.9)
        side = "E" if lon > 0 else west
        x, y = abs(lat), abs(lon)
        styles = ("{a:.5f}, {o:.5f}", "{a:.6f}, {o:.6f}", "{a:.5f},{o:.5f}", "{dx:02d}°{mx:06.3f}'N {dy:03d}°{my:06.3f}'{e}",
                  "{dx:02d}° {mx:04.1f}' N, {dy:03d}° {my:04.1f}' {e}", "{dx}°{ix:02d}'{sx:02.0f}\"N {dy}°{iy:02d}'{sy:02.0f}\"{e}",
                  "{x:.4f}°N, {y:.4f}°{e}", "N{dx:02d} {mx:05.2f} {e}{dy:03d} {my:05.2f}", "{dx:02d}-{mx:04.1f}N {dy:03d}-{my:04.1f}{e}",
                  "{a:.4f}, {o:.4f}", "{a:.5f} {o:.5f}")  # fmt: skip
        chosen = chance.choice(styles[:3] if language == "ar" else styles)
        return chosen.format(
            a=lat, o=lon, x=x, y=y, e=side, dx=int(x), mx=min(x * 60 % 60, 59.9), dy=int(y), my=min(y * 60 % 60, 59.9),
            ix=int(x * 60 % 60), iy=int(y * 60 % 60), sx=min(x * 3600 % 60, 59), sy=min(y * 3600 % 60, 59),
        )  # fmt: skip

    return make


def imei(chance: random.Random, who: Person) -> str:
    """Return a device number of the test body, whole or set apart."""
    number = values.imei(chance, who).replace("-", "")
    if chance.random() < 0.25:
        return f"{number[:2]} {number[2:8]} {number[8:14]} {number[14]}"
    return number


def credit_card(chance: random.Random, who: Person) -> str:
    """Return a card of the test issuer, seldom a network's published test number."""
    if chance.random() < 0.25:
        return chance.choice(("5555 5555 5555 4444", "5105105105105100", "3782 822463 10005"))
    return values.credit_card(chance, who)


def _nie(chance: random.Random, _: Person) -> str:
    prefix, body = chance.randint(0, 2), shaped(chance, "0000###")
    apart = chance.choice(("", "", "-"))
    letter = "TRWAGMYFPDXBNJZSQVHLCKE"[int(str(prefix) + body) % 23]
    return f"{'XYZ'[prefix]}{apart}{body}{apart}{letter}"


def _nhs(chance: random.Random, _: Person) -> str:
    while True:
        body = "999" + shaped(chance, "######")
        check = 11 - sum(int(c) * (10 - i) for i, c in enumerate(body)) % 11
        if check != 10:
            number = body + str(check % 11)
            return chance.choice((f"{number[:3]} {number[3:6]} {number[6:]}", number))


def _egyptian(chance: random.Random, _: Person) -> str:
    born = f"{chance.randint(70, 99)}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
    return f"2{born}99" + shaped(chance, "#####")


def _one_of(*shapes: str) -> Make:
    def make(chance: random.Random, _: Person) -> str:
        return shaped(chance, chance.choice(shapes))

    return make


def _residence_card(chance: random.Random, _: Person) -> str:
    return shaped(chance, chance.choice(("Y#@##@#@#", "Y@#@####@", "Y###@@##@", "YA#######")),
                  _DOCUMENT_LETTERS)  # fmt: skip


def _shape(kind: str) -> Make:
    letters = _PLATE_LETTERS if kind.startswith("LICENSE_PLATE") else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

    def make(chance: random.Random, _: Person) -> str:
        return shaped(chance, chance.choice(_SHAPES[kind]), letters)

    return make


MAKES: dict[str, Make] = {
    **{kind: _shape(kind) for kind in _SHAPES},
    **{f"PHONE_NUMBER:{language}": phone(language) for language in _PHONES},
    **{f"LOCATION_COORDINATES:{language}": coordinates(language) for language in _PHONES},
    "MRZ": values.mrz,
    "BROKEN_MRZ": values.broken_mrz,
    "DE_RESIDENCE_PERMIT": _residence_card,
    "CREDIT_CARD": credit_card,
    "IMEI": imei,
    "IBAN_CODE": values.iban,
    "EMAIL_ADDRESS": email,
    "NATIONAL_ID.nhs": _nhs,
    "NATIONAL_ID.nie": _nie,
    "NATIONAL_ID.nino": _one_of("QQ ## ## ## C", "QQ######A", "QQ ## ## ## B"),
    "NATIONAL_ID.cnic": _one_of("00000-0######-#"),
    "NATIONAL_ID.tckn": _one_of("10000000146"),
    "NATIONAL_ID.bsn": _one_of("111222333", "1112.22.333", "123456782"),
    "NATIONAL_ID.pesel": _one_of("44051401359"),
    "NATIONAL_ID.personnummer": _one_of("121212-1212", "19121212-1212"),
    "NATIONAL_ID.nir": _one_of("2 69 05 49 588 157 80", "269054958815780"),
    "NATIONAL_ID.curp": _one_of("HEGG560427MVZRRL04"),
    "NATIONAL_ID.cedula": _one_of("V-0.0##.###", "V-00######"),
    "NATIONAL_ID.dui": _one_of("00000###-#"),
    "NATIONAL_ID.egypt": _egyptian,
}

WAYS = {
    "full": 0.72,
    "caps": 0.1,
    "inverted": 0.05,
    "upper": 0.05,
    "initial": 0.03,
    "lower": 0.02,
    "filed": 0.02,
    "short": 0.01,
}
"""Mostly plain full names, as notes are typed."""
