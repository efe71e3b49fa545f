"""Identifiers that belong to nobody, each by construction.

Passport lines and numbers carry the specimen state UTO of ICAO Doc 9303; phones come from ranges set
aside for fiction (Ofcom +44 7700 900xxx; North America 555-01xx; Arcep 06 39 98 xx xx; the
Bundesnetzagentur's 030 23125 xxx; ACMA 0491 570 xxx; PTS 070 174 06xx); e-mail is at example.org and its like (RFC
2606); accounts are of banks that do not exist (TEST, WEST, code 00000) with digits that check (ISO 13616);
cards have the test issuer 4111 11; internet addresses are those for documentation (RFC 5737, 3849);
IMEIs have the test body's code 00; health-service numbers are of the test range 999; identity numbers
have leading zeros nobody was given, or are an agency's own published specimen. Numbers of immigration
authorities have no check digit and no range for fiction: digits are drawn, and belong to no file
that the authors know of.
"""

from __future__ import annotations

import random
import string
from collections.abc import Callable

from benchmarks.case_notes.people import Person, plain

Make = Callable[[random.Random, Person], str]

_WEIGHTS = (7, 3, 1)
_ALPHABET = string.digits + string.ascii_uppercase
_UPPER = string.ascii_uppercase


def digits(chance: random.Random, n: int) -> str:
    """Return n digits, the first not zero."""
    return str(chance.randint(1, 9)) + "".join(str(chance.randint(0, 9)) for _ in range(n - 1))


def shaped(chance: random.Random, shape: str, letters: str = _UPPER) -> str:
    """Fill `#` with digits and `@` with capitals; `＃` becomes a number sign, the rest stays."""
    filled = "".join(
        str(chance.randint(0, 9)) if c == "#" else chance.choice(letters) if c == "@" else c
        for c in shape
    )
    return filled.replace("＃", "#")


def _check(field: str) -> str:
    value = sum(
        (0 if c == "<" else _ALPHABET.index(c)) * _WEIGHTS[i % 3] for i, c in enumerate(field)
    )
    return str(value % 10)


def _zone_name(who: Person) -> str:
    def letters(text: str) -> str:
        return "".join(
            c if c in _UPPER else "<" for c in plain(text).upper().replace("'", "")
        ).strip("<")

    last = letters(who.last) or letters(who.first)
    return f"{last}<<{letters(who.first)}" if who.last else last


def _fields(chance: random.Random, who: Person) -> tuple[str, str, str, str]:
    number = shaped(chance, chance.choice(("@########", "@@#######", "#########", "@######<<")))
    birth = f"{chance.randint(50, 99)}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
    expiry = f"{chance.randint(24, 33)}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
    return number, birth, expiry, chance.choice("FF<" if who.woman else "MM<")


def mrz(chance: random.Random, who: Person, layout: str = "") -> str:
    """Return a machine-readable zone of the specimen state, every check digit right."""
    layout = layout or chance.choice(("TD3", "TD3", "TD3", "TD1", "TD2", "MRV-A", "MRV-B"))
    number, birth, expiry, sex = _fields(chance, who)
    number += _check(number)
    born, until = birth + _check(birth), expiry + _check(expiry)
    name = _zone_name(who)
    if layout == "TD1":
        optional = shaped(chance, chance.choice(("<" * 15, "######<<<<<<<<<")))
        upper = f"I<UTO{number}{optional}"
        lower = f"{born}{sex}{until}UTO{'<' * 11}"
        lower += _check(upper[5:] + lower[:7] + lower[8:15] + lower[18:29])
        return f"{upper}\n{lower}\n{name[:30]:<<30}"
    wide = layout in ("TD3", "MRV-A")
    width = 44 if wide else 36
    kind = {"TD3": "P<", "TD2": "I<", "MRV-A": "V<", "MRV-B": "V<"}[layout]
    upper = f"{kind}UTO{name}"[:width].ljust(width, "<")
    if layout.startswith("MRV"):
        return f"{upper}\n" + f"{number}UTO{born}{sex}{until}".ljust(width, "<")
    optional = shaped(chance, chance.choice(("<" * 14, "########<<<<<<"))) if wide else "<" * 7
    lower = f"{number}UTO{born}{sex}{until}{optional}"
    if wide:
        lower += _check(optional) if optional.strip("<") else chance.choice("<0")
    checked = lower[:10] + lower[13:20] + lower[21 : 43 if wide else 35]
    return f"{upper}\n{lower}{_check(checked)}"


def broken_mrz(chance: random.Random, who: Person) -> str:
    """Return a zone of two lines one of whose check digits is wrong."""
    zone = mrz(chance, who, chance.choice(("TD3", "TD2")))
    at = len(zone) - 1
    return zone[:at] + str((int(zone[at]) + chance.randint(1, 9)) % 10)


def _luhn(body: str) -> str:
    total = sum(
        sum(divmod(2 * int(c), 10)) if i % 2 == 0 else int(c) for i, c in enumerate(reversed(body))
    )
    return str(-total % 10)


def credit_card(chance: random.Random, _: Person) -> str:
    """Return a card of the test issuer whose last digit checks."""
    body = "411111" + shaped(chance, "#########")
    number = body + _luhn(body)
    apart = chance.choice(("", " ", " ", "-"))
    return apart.join(number[i : i + 4] for i in range(0, 16, 4))


def imei(chance: random.Random, _: Person) -> str:
    """Return a device number of the test body whose last digit checks."""
    body = "00" + shaped(chance, "############")
    number = body + _luhn(body)
    if chance.random() < 0.4:
        return f"{number[:2]}-{number[2:8]}-{number[8:14]}-{number[14]}"
    return number


def iban(chance: random.Random, _: Person) -> str:
    """Return an account of a bank that does not exist, with the two digits that check."""
    shape = chance.choice(("GB{c}WEST##############", "GB{c}TEST##############", "DE{c}00000000##########",
                           "FR{c}0000000000###########00", "ES{c}00000000############", "NL{c}TEST##########",
                           "TR{c}000000################", "JO{c}TEST0000##################"))  # fmt: skip
    bare = shaped(chance, shape.replace("{c}", "00"))
    turned = "".join(str(_ALPHABET.index(c)) for c in bare[4:] + bare[:4])
    number = f"{bare[:2]}{98 - int(turned) % 97:02d}{bare[4:]}"
    if chance.random() < 0.6:
        return " ".join(number[i : i + 4] for i in range(0, len(number), 4))
    return number


_PHONES = ("+44 7700 900###", "+447700900###", "+44 (0)7700 900###", "07700 900###", "07700900###", "0044 7700 900 ###",
           "+1 202 555 01##", "+1-415-555-01##", "(713) 555-01##", "+1 (312) 555-01##", "001 604 555 01##",
           "+33 6 39 98 ## ##", "06 39 98 ## ##", "+3363998####", "+49 30 23125 ###", "+49 (0)30 23125-###", "0049 30 23125###",
           "+61 491 570 15#", "+46 70 174 06 ##", "+44-7700-900-###", "+44.7700.900###")  # fmt: skip


def phone(chance: random.Random, _: Person) -> str:
    """Return a number from a range set aside for fiction."""
    return shaped(chance, chance.choice(_PHONES))


def email(chance: random.Random, who: Person) -> str:
    """Return an address at a domain that is reserved for examples."""
    first = "".join(c for c in plain(who.given).lower() if c.isascii() and c.isalnum())
    last = "".join(c for c in plain(who.last or who.full).lower() if c.isascii() and c.isalnum())
    local = chance.choice(
        ("{f}.{l}", "{f}{l}{d}", "{f}_{l}", "{l}.{f}{d}", "{f}-{d}", "{i}.{l}+asylum", "{f}{d}")
    )
    local = local.format(f=first, l=last, i=first[:1], d=chance.randint(1, 99))
    at = chance.choice(("example.org", "example.com", "example.net", "mail.example.org"))
    return f"{local}@{at}".upper() if chance.random() < 0.03 else f"{local}@{at}"


def coordinates(chance: random.Random, _: Person) -> str:
    """Return a place to about a metre."""
    lat, lon = chance.uniform(-35, 62), chance.uniform(-100, 100)
    styles = ("{a:.5f}, {o:.5f}", "{a:.5f},{o:.5f}", "{a:.6f} {o:.6f}", "{a:.5f} / {o:.5f}", "{x:.5f}° {n}, {y:.5f}° {e}",
              "{n}{x:.5f} {e}{y:.5f}", "{n} {x:.5f}, {e} {y:.5f}", "lat {a:.5f}, lon {o:.5f}", "{a:.4f}; {o:.4f}",
              "{dx}°{mx}'{sx:.1f}\"{n} {dy}°{my}'{sy:.1f}\"{e}")  # fmt: skip
    x, y = abs(lat), abs(lon)
    return chance.choice(styles).format(
        a=lat, o=lon, x=x, y=y, n="NS"[lat < 0], e="EW"[lon < 0],
        dx=int(x), mx=int(x * 60 % 60), sx=x * 3600 % 60, dy=int(y), my=int(y * 60 % 60), sy=y * 3600 % 60,
    )  # fmt: skip


def national_id(chance: random.Random, _: Person) -> str:
    """Return a number of a country's register that nobody has."""
    kind = chance.choice(("nhs", "nhs", "nie", "nif", "ssn", "hetu"))
    if kind == "nhs":
        while True:
            body = "999" + shaped(chance, "######")
            check = 11 - sum(int(c) * (10 - i) for i, c in enumerate(body)) % 11
            if check != 10:
                number = body + str(check % 11)
                return f"{number[:3]} {number[3:6]} {number[6:]}"
    letters = "TRWAGMYFPDXBNJZSQVHLCKE"
    if kind == "nie":
        prefix, body = chance.randint(0, 2), shaped(chance, "0000###")
        return f"{'XYZ'[prefix]}{body}{letters[int(str(prefix) + body) % 23]}"
    if kind == "nif":
        body = shaped(chance, "00000###")
        return f"{body}{letters[int(body) % 23]}"
    if kind == "hetu":
        body = f"{chance.randint(1, 28):02d}{chance.randint(1, 12):02d}{chance.randint(50, 99)}"
        serial = chance.randint(900, 999)
        mark = "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(f"{body}{serial}") % 31]
        return f"{body}-{serial}{mark}"
    return "219-09-9999"


_SHAPES: dict[str, tuple[str, ...]] = {
    "PASSPORT_NUMBER": ("@########", "@@#######", "@#######", "#########", "@@######", "P########", "@######"),
    "US_A_NUMBER": ("A###-###-###", "A #########", "A#########", "A-### ### ###", "A＃ ### ### ###", "A0########", "A########"),
    "USCIS_RECEIPT": ("IOE##########", "WAC##########", "EAC-##-###-#####", "LIN##########", "SRC ## ### #####", "MSC##########"),
    "CA_UCI": ("####-####", "11-####-####", "00-####-####", "########"),
    "UK_BRP": ("ZU#######", "RZX######", "RY#######", "ZSX######"),
    "UK_HOME_OFFICE_REFERENCE": ("@#######", "@#######/#", "@#######/##"),
    "DE_RESIDENCE_PERMIT": ("Y#######@", "YZ#######", "L#@#@###@", "AT#######"),
    "DE_AZR_NUMBER": ("1#0#1#######", "2#1#0#######", "1#0#2# ######"),
    "EURODAC_NUMBER": ("IT1##########", "GR2##########", "DE1##############", "ES1 ##########", "BE1-###########", "FR11#########"),
    "SCHENGEN_VISA_STICKER": ("D ########", "FRA#########", "ESP#########", "ITA#########", "DEU#########", "GRC#########"),
    "UNHCR_NUMBER": ("###-##C#####", "###-##-#####", "###-########", "###-00######"),
    "LICENSE_PLATE": ("@@## @@@", "B-@@ ####", "M @@ ###", "@@-###-@@", "#### @@@", "34 @@@ ##", "@@ ### @@"),
    "IP_ADDRESS": ("192.0.2.1##", "198.51.100.1#", "203.0.113.2#", "2001:db8::8a2e:370:7###"),
}  # fmt: skip


# Letters that registers leave out: no vowels on plates, none that look like others in document numbers.
_LETTERS = {"LICENSE_PLATE": "BCDFGHJKLMNPRSTVWXYZ", "DE_RESIDENCE_PERMIT": "CFGHJKLMNPRTVWXYZ"}


def _shape(kind: str) -> Make:
    def make(chance: random.Random, _: Person) -> str:
        return shaped(chance, chance.choice(_SHAPES[kind]), _LETTERS.get(kind, _UPPER))

    return make


MAKES: dict[str, Make] = {
    **{kind: _shape(kind) for kind in _SHAPES},
    "MRZ": mrz,
    "BROKEN_MRZ": broken_mrz,
    "CREDIT_CARD": credit_card,
    "IMEI": imei,
    "IBAN_CODE": iban,
    "PHONE_NUMBER": phone,
    "EMAIL_ADDRESS": email,
    "LOCATION_COORDINATES": coordinates,
    "NATIONAL_ID": national_id,
}

WAYS = {
    "full": 0.62,
    "caps": 0.17,
    "inverted": 0.09,
    "upper": 0.06,
    "initial": 0.04,
    "lower": 0.02,
}
"""How often notes write a full name in which way."""
