"""Identifiers of the validation split: more of the layouts that authorities document and clerks use.

Who they belong to: nobody, as `benchmarks.case_notes.values` says, and further: mobile numbers that the phone
library lists as a country's example; a British line of Manchester's range for fiction; accounts of
bank and branch zero; identity numbers of a place code or date that is never given out (Egypt's
governorate 00, Syria's 000), or the specimen an agency prints (219-09-9999, 078-05-1120, HEGG560427MVZRRL04,
RSSMRA80A01H501U, 19121212-1212, QQ 12 34 56 C, 86 095 742 719); a passport, plate or file number
is drawn, and belongs to nobody that the authors know of.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from benchmarks.case_notes import values
from benchmarks.case_notes.people import Person
from benchmarks.case_notes.values import Make, shaped

__all__ = ["MAKES", "WAYS"]

WAYS = {
    "full": 0.73,
    "caps": 0.12,
    "upper": 0.05,
    "inverted": 0.03,
    "filed": 0.03,
    "initial": 0.02,
    "listed": 0.01,
    "lower": 0.01,
}

_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PLATE_LETTERS = "BCDFGHJKLMNPRSTVWXYZ"

_SHAPES: dict[str, tuple[str, ...]] = {
    "PASSPORT_NUMBER": ("@########", "@@#######", "@@ #######", "@@######", "#########", "## #######", "N0########",
                        "P0#######", "@ ########", "@#######", "@@@######"),
    "US_A_NUMBER": ("A###-###-###", "A### ### ###", "A#########", "A ### ### ###", "A-#########", "A########", "A＃#########", "A0## ### ###"),
    "USCIS_RECEIPT": ("IOE##########", "MSC##########", "NBC##########", "YSC##########", "VSC##########", "WAC-##-###-#####",
                      "EAC ## ### #####", "IOE 0#########"),
    "CA_UCI": ("11-####-####", "11########", "####-####", "########", "00-####-####"),
    "UK_BRP": ("ZU#######", "ZUX######", "RZ#######", "RZX######", "RX#######", "RY#######", "ZS#######"),
    "UK_HOME_OFFICE_REFERENCE": ("@#######", "@#######/#", "@#######/00#", "GWF0########", "1212-####-####-####", "3434-####-####-####"),
    "DE_RESIDENCE_PERMIT": ("Y#######@", "Y@#@###@#", "L#@#@#@##", "YZ#######", "Y########"),
    "EURODAC_NUMBER": ("IT1############", "GR1##########", "GR2 ##########", "DE1######-#####", "ES2##########", "BG1 ###########",
                       "HR1##########", "MT2########", "FR1##########"),
    "SCHENGEN_VISA_STICKER": ("FRA#########", "ITA ## ### ####", "ESP#########", "DEU #########", "BEL#########", "NLD#########",
                              "MLT#########", "D ########", "PRT#########"),
    "UNHCR_NUMBER": ("###-##C#####", "###-##C#####", "###-##-#####", "###-00######", "###-########", "### - ##C#####"),
    "LICENSE_PLATE": ("@@## @@@", "@@##@@@", "@@-###-@@", "@@ ### @@", "#### @@@", "B-@@ ####", "HH-@@ ###", "34 @@@ ##",
                      "06 @@ ####", "@@ #### @@", "@@@-####", "@@@-###", "@@@ ###"),
    "IP_ADDRESS": ("192.0.2.2#", "198.51.100.1##", "203.0.113.1##", "203.0.113.#", "2001:db8:###:1::#", "2001:db8:85a3::8a2e:#70:7334"),
}  # fmt: skip


def _one_of(kind: str, letters: str = "ABCDEFGHJKLMNPRSTUVWXYZ") -> Make:
    def make(chance: random.Random, _: Person) -> str:
        return shaped(chance, chance.choice(_SHAPES[kind]), letters)

    return make


def _arabic_plate(chance: random.Random, _: Person) -> str:
    shape = chance.choice(("##-#####", "## / #####", "{l} {l} {l} ####", "{l} ######"))
    while "{l}" in shape:
        shape = shape.replace("{l}", chance.choice("بجدرسطعقلمنهو"), 1)
    number = shaped(chance, shape)
    return number.translate(_EASTERN) if chance.random() < 0.5 else number


_MOBILE: dict[str, tuple[str, ...]] = {
    "en": ("+44 7700 900###", "07700 900 ###", "+44 (0) 7700 900###", "00447700900###", "0161 496 0###", "(415) 555-01##",
           "+1 646 555 01##", "646.555.01##", "+1 (503) 555-01##", "+963 944 567 890", "00963 944 567 890", "+90 501 234 56 78",
           "0501 234 56 78", "+30 691 234 5678", "+39 312 345 6789", "+961 71 123 456", "+251 91 123 4567", "+93 70 123 4567",
           "0093701234567", "+964 791 234 5678", "+380 50 123 4567", "+380501234567", "+880 1812-345678", "+234 802 123 4567",
           "+49 1512 3456789", "+995 555 12 34 56", "+254 712 123456", "+84 912 345 678"),
    "fr": ("06 39 98 ## ##", "06.39.98.##.##", "+33 6 39 98 ## ##", "+33 (0)6 39 98 ## ##", "0033 6 39 98 ## ##", "06-39-98-##-##",
           "06 39 98 ####", "+221 70 123 45 67", "00221 70 123 45 67", "+225 01 23 45 6789", "+223 65 01 23 45", "+243 991 234 567",
           "+212 6 50 12 34 56", "+216 20 123 456", "+41 78 123 45 67", "+509 34 10 1234", "0450 00 12 34"),
    "es": ("+34 612 34 56 78", "612 34 56 78", "612 345 678", "612345678", "0034 612 345 678", "+58 412-1234567", "0412-1234567",
           "+57 321 1234567", "+52 222 123 4567", "+504 9123-4567", "+502 5123 4567", "+1 (305) 555-01##", "305-555-01##",
           "+212 650-123456", "+33 6 39 98 ## ##", "+44 7700 900###"),
    "ar": ("+963 944 567 890", "0944 567 890", "0944567890", "00963944567890", "+962 7 9012 3456", "0790123456", "+961 71 123 456",
           "71 123 456", "+20 10 01234567", "+249 91 123 1234", "+964 791 234 5678", "+218 91-2345678", "+90 501 234 56 78",
           "+44 7700 900###", "+49 1512 3456789"),
}  # fmt: skip


def _phone(language: str) -> Make:
    def make(chance: random.Random, _: Person) -> str:
        number = shaped(chance, chance.choice(_MOBILE[language]))
        eastern = language == "ar" and not number.startswith("+") and chance.random() < 0.4
        return number.translate(_EASTERN) if eastern else number

    return make


_ACCOUNTS = ("GB{c}TEST00000#########", "IT{c}X00000000000000########", "GR{c}0000000000000000#######", "AT{c}00000000########",
             "CH{c}00000000########0", "PL{c}00000000000000000#######", "SE{c}0000000000000#######", "DE{c}00000000##########",
             "FR{c}0000000000000#####0##00", "ES{c}00000000############", "NL{c}TEST00########", "LB{c}00000000000000000#######",
             "TN{c}0000000000000#######", "UA{c}00000000000000000########", "GE{c}TT000000000#######", "EG{c}0000000000000000000######",
             "TR{c}000000##########000000")  # fmt: skip


def iban(chance: random.Random, _: Person) -> str:
    """Return an account at bank and branch zero, its two digits right."""
    bare = shaped(chance, chance.choice(_ACCOUNTS).replace("{c}", "00"))
    turned = int("".join(str(_ALPHABET.index(c)) for c in bare[4:] + bare[:4]))
    number = f"{bare[:2]}{98 - turned % 97:02d}{bare[4:]}"
    if chance.random() < 0.3:
        return number
    return chance.choice("       -").join(number[i : i + 4] for i in range(0, len(number), 4))


def coordinates(chance: random.Random, _: Person) -> str:
    """Return a place in one of the ways maps, radios and telephones give it."""
    lat, lon = chance.uniform(10, 52), chance.uniform(-9, 64)
    a, o = int(lat), abs(int(lon))
    am, om = lat % 1 * 60, abs(lon) % 1 * 60
    e = "EW"[lon < 0]
    ways: Sequence[str] = (
        f"{lat:.6f}, {lon:.6f}",
        f"{lat:.5f},{lon:.5f}",
        f"{lat:.5f} {lon:.5f}",
        f"{lat:.5f}N {abs(lon):.5f}{e}",
        f"{lat:.4f}° N, {abs(lon):.4f}° {e}",
        f"{a}°{am:06.3f}'N {o:03d}°{om:06.3f}'{e}",
        f"{a}° {am:05.2f}' N, {o}° {om:05.2f}' {e}",
        f"{a:02d} {am:05.2f} N / {o:03d} {om:05.2f} {e}",
        f"N {a}° {am:06.3f} {e} {o:03d}° {om:06.3f}",
        f"{a}°{int(am):02d}'{am % 1 * 60:04.1f}\"N {o}°{int(om):02d}'{om % 1 * 60:04.1f}\"{e}",
        f"{a}° {int(am):02d}′ {am % 1 * 60:02.0f}″ N, {o}° {int(om):02d}′ {om % 1 * 60:02.0f}″ {e}",
    )
    return chance.choice(ways)


def email(chance: random.Random, who: Person) -> str:
    """Return an address at a reserved domain, of its three or with a subdomain."""
    said = values.email(chance, who)
    local = said.partition("@")[0]
    return f"{local}@{chance.choice(('example.com', 'example.org', 'example.net', 'post.example.com'))}"


_CARDS = ("5555 5555 5555 4444", "5105105105105100", "3782 822463 10005")


def credit_card(chance: random.Random, who: Person) -> str:
    """Return a card of the test issuer, or one that card schemes publish for tests."""
    return values.credit_card(chance, who) if chance.random() < 0.7 else chance.choice(_CARDS)


def imei(chance: random.Random, who: Person) -> str:
    """Return a device number of the test body in the ways boxes and police print it."""
    n = "".join(c for c in values.imei(chance, who) if c.isdigit())
    ways = (n, n, f"{n[:6]}-{n[6:8]}-{n[8:14]}-{n[14]}", f"{n[:2]} {n[2:8]} {n[8:14]} {n[14]}")
    return chance.choice(ways)


def azr(chance: random.Random, _: Person) -> str:
    """Return a number of the German register of foreigners: a date of entry and six digits."""
    entered = f"{chance.randint(5, 24):02d}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
    return entered + chance.choice(("", "", " ", "-")) + shaped(chance, "######")


def _national_en(chance: random.Random, who: Person) -> str:
    specimens = (
        "219-09-9999",
        "078-05-1120",
        "QQ 12 34 56 C",
        "19121212-1212",
        "86 095 742 719",
        "RSSMRA80A01H501U",
    )
    return values.national_id(chance, who) if chance.random() < 0.6 else chance.choice(specimens)


def _national_fr(chance: random.Random, who: Person) -> str:
    """Return a French register number of somebody born abroad in a country 000, which there is not, its key right."""
    body = f"{2 if who.woman else 1}{chance.randint(60, 99)}{chance.randint(1, 12):02d}99000{chance.randint(1, 999):03d}"
    key = f"{97 - int(body) % 97:02d}"
    if chance.random() < 0.4:
        return body + key
    return f"{body[0]} {body[1:3]} {body[3:5]} {body[5:7]} {body[7:10]} {body[10:]} {key}"


def _national_es(chance: random.Random, _: Person) -> str:
    letters = "TRWAGMYFPDXBNJZSQVHLCKE"
    kind = chance.choice(("nie", "nie", "dni", "curp"))
    if kind == "curp":
        return "HEGG560427MVZRRL04"
    if kind == "nie":
        prefix, body = chance.randint(0, 2), shaped(chance, "0000###")
        letter = letters[int(f"{prefix}{body}") % 23]
        return chance.choice((f"{'XYZ'[prefix]}{body}{letter}", f"{'XYZ'[prefix]}-{body}-{letter}"))
    body = shaped(chance, "00000###")
    return f"{body}{chance.choice(('', '-'))}{letters[int(body) % 23]}"


def _national_ar(chance: random.Random, _: Person) -> str:
    """Return a Syrian number of province 000 or an Egyptian one of governorate 00."""
    born = f"{chance.randint(60, 99)}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
    number = chance.choice((shaped(chance, "000########"), f"2{born}00" + shaped(chance, "#####")))
    return number.translate(_EASTERN) if chance.random() < 0.4 else number


MAKES: dict[str, Make] = {
    **values.MAKES,
    **{kind: _one_of(kind) for kind in _SHAPES},
    "DE_RESIDENCE_PERMIT": _one_of("DE_RESIDENCE_PERMIT", "CFGHJKLMNPRTVWXYZ"),
    "LICENSE_PLATE": _one_of("LICENSE_PLATE", _PLATE_LETTERS),
    "LICENSE_PLATE:ar": _arabic_plate,
    **{f"PHONE_NUMBER:{language}": _phone(language) for language in _MOBILE},
    "IBAN_CODE": iban,
    "LOCATION_COORDINATES": coordinates,
    "EMAIL_ADDRESS": email,
    "CREDIT_CARD": credit_card,
    "IMEI": imei,
    "DE_AZR_NUMBER": azr,
    "NATIONAL_ID": _national_en,
    "NATIONAL_ID:fr": _national_fr,
    "NATIONAL_ID:es": _national_es,
    "NATIONAL_ID:ar": _national_ar,
}  # fmt: skip
