"""Identifiers of the trial split: the ordinary layout often, the odd one seldom.

Phones are of the ranges regulators keep for fiction (Ofcom, the North American 555-01xx, Arcep,
Bundesnetzagentur, PTS, ACMA) or the example numbers libphonenumber publishes for a country. Cards are
the test issuer's and the published test cards. Accounts belong to bank codes nobody has. Tax numbers of
Germany start with the 0 of test numbers, social-insurance numbers of Canada with a 0 that is not given
out, Dutch ones with the 9999 of test sets; French ones have order number 000; Turkish ones are of the
foreigners' range with a body of zeros; cédulas and a CNIC stand above what was ever given out; the rest are the
specimens agencies print. Numbers of immigration files and travel documents have no range for fiction:
digits are drawn.
"""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Sequence

from benchmarks.case_notes import values
from benchmarks.case_notes.people import Person, plain
from benchmarks.case_notes.values import Make, shaped

Weighted = Sequence[tuple[int, str]]

_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def _chosen(chance: random.Random, shapes: Weighted) -> str:
    return chance.choices([shape for _, shape in shapes], [weight for weight, _ in shapes])[0]


def _of(shapes: Weighted, letters: str = string.ascii_uppercase) -> Make:
    def make(chance: random.Random, _: Person) -> str:
        return shaped(chance, _chosen(chance, shapes), letters)

    return make


def _dated(shapes: Weighted) -> Make:
    def make(chance: random.Random, _: Person) -> str:
        year, nonzero = f"{chance.randint(9, 25):02d}", str(chance.randint(1, 9))
        return shaped(chance, _chosen(chance, shapes).format(y=year, n=nonzero))

    return make


def _sometimes_arabic(make: Make) -> Make:
    def arabic(chance: random.Random, who: Person) -> str:
        said = make(chance, who)
        return said.translate(_ARABIC_DIGITS) if chance.random() < 0.2 else said

    return arabic


_PHONES: Weighted = (
    (6, "07700 900###"), (4, "07700900###"), (4, "+44 7700 900###"), (3, "+447700900###"), (1, "0044 7700 900###"),
    (1, "+44 (0) 7700 900 ###"), (1, "020 7946 0###"),
    (3, "(617) 555-01##"), (3, "312-555-01##"), (2, "+1 646 555 01##"), (1, "415.555.01##"), (1, "+1 (514) 555-01##"),
    (4, "06 39 98 ## ##"), (2, "+33 6 39 98 ## ##"), (1, "06.39.98.##.##"), (1, "0639 98 ## ##"), (1, "00336 3998####"),
    (2, "01 99 00 ## ##"), (2, "+49 171 39200##"), (1, "0171 39200##"), (1, "+49 30 23125-###"), (1, "0049 171 39200##"),
    (1, "069 90009-###"), (2, "070-174 06 ##"), (1, "+46 70 174 06 ##"), (1, "0491 570 15#"), (1, "+61 491 570 15#"),
    (2, "+90 501 234 56 78"), (1, "0501 234 56 78"), (1, "+905012345678"), (2, "+30 691 234 5678"), (1, "+306912345678"),
    (2, "+39 312 345 6789"), (1, "312 345 6789"), (1, "+93 70 123 4567"), (1, "0093701234567"), (1, "+963 944 567 890"),
    (1, "+964 791 234 5678"), (1, "+961 71 123 456"), (1, "+98 912 345 6789"), (1, "+251 91 123 4567"),
    (1, "+249 91 123 1234"), (1, "+254 712 123456"), (1, "+880 1812-345678"), (1, "+380 50 123 4567"),
    (1, "+234 802 123 4567"), (1, "+224 601 12 34 56"),
)  # fmt: skip
_PHONES_FRENCH: Weighted = (
    (10, "06 39 98 ## ##"), (3, "06.39.98.##.##"), (2, "063998####"), (3, "+33 6 39 98 ## ##"), (1, "+33 (0)6 39 98 ## ##"),
    (2, "01 99 00 ## ##"), (1, "04 65 71 ## ##"), (1, "0033 6 39 98 ## ##"), (1, "06-39-98-##-##"), (1, "06 39 98 ####"),
    (1, "+224 601 12 34 56"), (1, "+243 991 234 567"), (1, "+221 70 123 45 67"), (1, "+509 34 10 1234"),
    (2, "+32 450 00 12 34"), (1, "0450/00.12.34"), (1, "078 123 45 67"), (1, "+41 78 123 45 67"), (1, "514 555-01##"),
)  # fmt: skip
_PHONES_SPANISH: Weighted = (
    (4, "612 34 56 78"), (2, "612345678"), (2, "612 345 678"), (2, "+34 612 34 56 78"), (2, "+34 612 345 678"), (1, "0034 612345678"),
    (2, "+58 412-1234567"), (2, "0412-1234567"), (2, "+57 321 1234567"), (1, "321 123 4567"), (2, "+52 222 123 4567"),
    (1, "222 123 4567"), (1, "+504 9123-4567"), (1, "9123-4567"), (1, "+51 912 345 678"), (1, "+593 99 123 4567"),
    (2, "(210) 555-01##"), (2, "956-555-01##"), (1, "+1 915 555 01##"), (1, "+1 (786) 555-01##"),
)  # fmt: skip
_PHONES_ARABIC: Weighted = (
    (3, "0944567890"), (2, "+963 944 567 890"), (2, "0791 234 5678"), (2, "+964 791 234 5678"), (2, "+962 7 9012 3456"),
    (2, "0790123456"), (2, "71 123 456"), (2, "+961 71 123 456"), (2, "01001234567"), (2, "+20 10 01234567"),
    (1, "+249 91 123 1234"), (1, "0911231234"), (2, "+90 501 234 56 78"), (1, "00905012345678"), (1, "+218 91-2345678"),
    (1, "+967 712 345 678"), (2, "+44 7700 900###"), (1, "+49 171 39200##"), (1, "+33 6 39 98 ## ##"),
)  # fmt: skip

_PASSPORTS: Weighted = (
    (4, "@########"), (4, "@#######"), (5, "#########"), (4, "@@#######"), (2, "P0#######"), (2, "P########"), (2, "N 0########"),
    (2, "@@######"), (1, "##@@#####"), (1, "C##X##T##"), (1, "@@@######"), (1, "@######"), (1, "00#######"), (1, "@ #######"),
    (1, "## #######"), (1, "EQ#######"),
)  # fmt: skip
_A_NUMBERS: Weighted = (
    (6, "A###-###-###"), (4, "A#########"), (4, "A### ### ###"), (2, "A＃ ### ### ###"), (2, "A ### ### ###"), (2, "A########"),
    (2, "A##-###-###"), (1, "A-##-###-###"), (1, "A-### ### ###"), (1, "A-#########"), (1, "A ## ### ###"),
    (1, "a### ### ###"), (1, "A ### - ### - ###"),
)  # fmt: skip
_RECEIPTS: Weighted = (
    (6, "IOE09########"), (3, "MSC{y}########"), (2, "LIN{y}########"), (2, "EAC{y}########"), (2, "WAC{y}########"),
    (2, "SRC{y}########"), (1, "NBC{y}########"), (1, "YSC{y}########"), (1, "MSC-{y}-9##-#####"), (1, "LIN {y} ### #####"),
    (1, "WAC-{y}-###-#####"), (1, "IOE 09########"),
)  # fmt: skip
_UCI: Weighted = ((5, "11-####-####"), (4, "####-####"), (1, "11########"), (1, "########"), (1, "11 #### ####"))  # fmt: skip
_BRP: Weighted = ((4, "ZU#######"), (3, "RZ#######"), (2, "RF#######"), (2, "ZUX######"), (2, "RS#######"), (1, "ZWX######"), (1, "ZX#######"), (1, "RZX######"))  # fmt: skip
_HOME_OFFICE: Weighted = (
    (6, "@#######"), (2, "@#######/#"), (1, "@#######/00#"), (1, "@ #######"), )  # fmt: skip
_GERMAN_PERMITS: Weighted = ((4, "Y#######@"), (2, "Y##@#####"), (2, "YZ#@#@###"), (2, "Y#@#@####"), (1, "L##@##@##"), (1, "F########"), (1, "AT#######"))  # fmt: skip
_AZR: Weighted = ((5, "2#0#1#######"), (2, "1#1#0#######"), (2, "2#0#1# ######"), (1, "2#0 #1# ### ###"), (1, "##0#2#######"))  # fmt: skip
_EURODAC: Weighted = (
    (3, "IT1@@##@##@"), (2, "IT1@@###@@"), (3, "GR1@@@#######"), (2, "GR2##########"), (2, "DE1##########"), (2, "BG1BR###C1#0#1#00##"),
    (1, "HU1##########"), (1, "HU1#########"), (2, "ES2##########"), (1, "FR1##########"), (1, "DE1 ######-#####"), (1, "SI1##########"),
    (1, "HR1##########"), (1, "AT1##########"), (1, "RO1##@@#####"), (1, "NL1##########"),
)  # fmt: skip
_VISAS: Weighted = (
    (3, "FRA0########"),  (3, "DEU#########"), (2, "ITA0########"), (2, "ESP#########"), (1, "NLD#########"),
    (1, "GRC#########"), (1, "POL#########"), (1, "BEL#########"), (1, "D ########"), (1, "ITA 0########"), (1, "CHE#########"),
)  # fmt: skip
_UNHCR: Weighted = (
    (5, "{n}##-{y}C#####"), (4, "{n}##-00######"), (3, "{n}##-{y}-#####"), (2, "{n}##-########"), (1, "{n}##-{y}C0####"),
    (1, "{n}## - {y}C#####"), (1, "{n}##-{y}c#####"),
)  # fmt: skip
_PLATES: Weighted = (
    (2, "T@1# @@@"), (2, "T@6# @@@"), (2, "U@1#@@@"), (2, "B-KZ ####"), (1, "HH KZ ###"), (1, "M-NS ####"), (2, "SS-###-@@"), (1, "@@-###-SS"),
    (1, "SS ### @@"), (2, "#### Z@@"), (1, "####ZZ@"), (2, "ZZ ### @@"), (1, "ZZ###@@"), (1, "34 @@@ 000"),
)  # fmt: skip
_PLATES_ARABIC: Weighted = ((2, "00-#####"), (2, "00 - #####"), (2, "000###"), (1, "B 000###"), (1, "T@1# @@@"), (1, "B-KZ ####"))  # fmt: skip
_IPS: Weighted = (
    (4, "192.0.2.1##"), (2, "192.0.2.#"), (4, "198.51.100.1##"), (4, "203.0.113.1##"), (1, "203.0.113.#"), (1, "2001:db8::#a#:##"),
    (1, "2001:db8:85a3::8a2e:370:####"), (1, "2001:0DB8:0:0:#::1"),
)  # fmt: skip


def _email(chance: random.Random, who: Person) -> str:
    def ascii_only(text: str) -> str:
        return "".join(c for c in plain(text).lower() if c.isascii() and c.isalnum())

    local = _chosen(
        chance,
        (
            (4, "{f}.{l}"), (3, "{f}{l}"), (3, "{f}.{l}{y}"), (2, "{f}{y}"), (2, "{l}.{f}"), (1, "{f}_{l}_{d}"), (1, "{i}{l}{d}"),
            (1, "{f}-{l}"), (1, "{f}.{l}.{d}"), (1, "{l}{f}"),
        ),
    )  # fmt: skip
    said = local.format(
        f=ascii_only(who.given),
        l=ascii_only(who.last or who.first.split()[-1]),
        i=ascii_only(who.given)[:1],
        y=chance.choice((chance.randint(1970, 2006), chance.randint(70, 99))),
        d=chance.randint(1, 99),
    )
    at = _chosen(
        chance,
        ((5, "example.com"), (3, "example.org"), (2, "example.net"), (2, "mail.example.com"), (1, "webmail.example.net")),
    )  # fmt: skip
    said = f"{said}@{at}"
    return said.capitalize() if chance.random() < 0.06 else said


_ACCOUNTS: Weighted = (
    (3, "GB00WEST##############"), (3, "GB00TEST##############"), (4, "DE0000000000##########"), (4, "FR000000000000###########00"),
    (4, "ES0000000000############"), (2, "NL00TEST##########"), (2, "IT00X0000000000############"), (2, "BE00000#########"),
    (1, "CH0000000############"), (1, "AT0000000###########"), (1, "SE00000#################"), (1, "GR000000000################"),
    (2, "TR000000000###############0"), (1, "JO00TEST0000##################"), (1, "PL0000000000################"),
    (1, "LB000000####################"),
)  # fmt: skip
_LENGTHS = {"TR": 26}


def _iban(chance: random.Random, _: Person) -> str:
    shape = _chosen(chance, _ACCOUNTS)
    bare = shaped(chance, shape)[: _LENGTHS.get(shape[:2], 34)]
    turned = "".join(str(int(c, 36)) for c in bare[4:] + bare[:4])
    number = f"{bare[:2]}{98 - int(turned) % 97:02d}{bare[4:]}"
    apart = chance.choices((" ", "", "-"), (60, 38, 2))[0]
    return apart.join(number[i : i + 4] for i in range(0, len(number), 4))


def _coordinates(chance: random.Random, _: Person) -> str:
    # Where routes run: the Mediterranean, the Channel, the Balkans, the Darién, the Rio Grande, the Bay of Bengal.
    south, north, west, east = chance.choice(
        ((32.8, 38.9, 10.5, 28.5), (50.6, 51.3, 1.1, 2.4), (40.9, 46.2, 15.1, 26.6), (7.1, 9.3, -82.9, -77.2),
         (25.8, 31.9, -111.2, -97.1), (8.2, 22.1, 88.4, 98.3), (12.5, 28.9, -17.9, -13.1), (-34.2, 3.4, 12.3, 40.1))
    )  # fmt: skip
    lat, lon = chance.uniform(south, north), chance.uniform(west, east)
    x, y = abs(lat), abs(lon)
    style = _chosen(
        chance,
        (
            (6, "{a:.5f}, {o:.5f}"), (4, "{a:.6f}, {o:.6f}"), (2, "{a:.5f},{o:.5f}"), (2, "{x:.5f}° {n}, {y:.5f}° {e}"),
            (2, "{x:.5f}{n} {y:.5f}{e}"), (1, "{n} {x:.5f} {e} {y:.5f}"), (2, "{n}{dx:02d}° {fx:06.3f}' {e}{dy:03d}° {fy:06.3f}'"),
            (2, "{dx:02d}°{fx:06.3f}'{n} {dy:03d}°{fy:06.3f}'{e}"), (2, "{dx:02d}-{fx:04.1f}{n} {dy:03d}-{fy:04.1f}{e}"),
            (2, "{dx}°{mx:02d}'{sx:04.1f}\"{n} {dy}°{my:02d}'{sy:04.1f}\"{e}"), (1, "{dx}°{mx:02d}′{sx:02.0f}″{n}, {dy}°{my:02d}′{sy:02.0f}″{e}"),
            (1, "lat {a:.5f} long {o:.5f}"), (1, "Lat: {a:.6f} Lon: {o:.6f}"),
        ),
    )  # fmt: skip
    fx, fy = x % 1 * 60, y % 1 * 60
    return style.format(
        a=lat, o=lon, x=x, y=y, n="NS"[lat < 0], e="EW"[lon < 0], dx=int(x), dy=int(y), fx=min(fx, 59.9), fy=min(fy, 59.9),
        mx=int(fx), my=int(fy), sx=min(fx % 1 * 60, 59.0), sy=min(fy % 1 * 60, 59.0),
    )  # fmt: skip


def _map_link(chance: random.Random, _: Person) -> str:
    return f"{chance.uniform(32.8, 46.2):.6f},{chance.uniform(10.5, 28.5):.6f}"


def _card(chance: random.Random, who: Person) -> str:
    if chance.random() < 0.3:
        return chance.choice(
            ("5555 5555 5555 4444", "5105 1051 0510 5100", "5555555555554444", "3782 822463 10005", "371449635398431")
        )  # fmt: skip
    return values.credit_card(chance, who)


def _imei(chance: random.Random, who: Person) -> str:
    number = "".join(c for c in values.imei(chance, who) if c.isdigit())
    style = chance.choices(("plain", "dashes", "spaces"), (70, 15, 15))[0]
    cut = {"plain": (15,), "dashes": (2, 6, 6, 1), "spaces": (2, 6, 6, 1)}[style]
    parts, at = [], 0
    for width in cut:
        parts.append(number[at : at + width])
        at += width
    return ("-" if style == "dashes" else " ").join(parts)


def _luhn(body: str) -> str:
    total = sum(
        sum(divmod(2 * int(c), 10)) if i % 2 == 0 else int(c) for i, c in enumerate(reversed(body))
    )
    return str(-total % 10)


def _canadian(chance: random.Random) -> str:
    body = "0" + shaped(chance, "#######")
    number = body + _luhn(body)
    return " ".join((number[:3], number[3:6], number[6:]))


def _german_tax(chance: random.Random) -> str:
    digits = chance.sample("123456789", 8)
    digits.insert(chance.randrange(1, 8), digits[0])
    body = "0" + "".join(digits)
    product = 10
    for c in body:
        rest = (int(c) + product) % 10 or 10
        product = rest * 2 % 11
    number = f"{body}{(11 - product) % 10}"
    return chance.choice((number, " ".join((number[:2], number[2:5], number[5:8], number[8:]))))


def _dutch(chance: random.Random) -> str:
    while True:
        body = "9999" + shaped(chance, "####")
        check = sum(int(c) * (9 - i) for i, c in enumerate(body)) % 11
        if check < 10:
            return f"{body}{check}"


def _turkish(chance: random.Random) -> str:
    d = [9, 9, 0, 0, 0, 0, *(chance.randint(0, 9) for _ in range(3))]
    d.append((sum(d[0:9:2]) * 7 - sum(d[1:8:2])) % 10)
    d.append(sum(d) % 10)
    return "".join(map(str, d))


def _french(chance: random.Random) -> str:
    sex, year, month = chance.choice("12"), chance.randint(60, 99), chance.randint(1, 12)
    body = f"{sex}{year:02d}{month:02d}99{chance.randint(200, 399)}000"
    number = f"{body}{97 - int(body) % 97:02d}"
    return " ".join(
        number[a:b] for a, b in ((0, 1), (1, 3), (3, 5), (5, 7), (7, 10), (10, 13), (13, 15))
    )


def _chilean(chance: random.Random) -> str:
    body = "39" + shaped(chance, "######")
    rest = 11 - sum(int(c) * (2 + i % 6) for i, c in enumerate(reversed(body))) % 11
    return f"{body[:2]}.{body[2:5]}.{body[5:]}-{ {10: 'K', 11: '0'}.get(rest, rest) }"


def _health_service(chance: random.Random) -> str:
    while True:
        body = "999" + shaped(chance, "######")
        check = 11 - sum(int(c) * (10 - i) for i, c in enumerate(body)) % 11
        if check != 10:
            number = f"{body}{check % 11}"
            return chance.choice((f"{number[:3]} {number[3:6]} {number[6:]}", number))


def _spanish(chance: random.Random) -> str:
    letters = "TRWAGMYFPDXBNJZSQVHLCKE"
    prefix = chance.choice("XYYYZ")
    body = shaped(chance, "0000###")
    letter = letters[int(str("XYZ".index(prefix)) + body) % 23]
    return chance.choices((f"{prefix}{body}{letter}", f"{prefix}-{body}-{letter}"), (4, 1))[0]


def _register(write: Callable[[random.Random], str]) -> Make:
    def make(chance: random.Random, _: Person) -> str:
        return write(chance)

    return make


_REGISTERS: dict[str, Make] = {
    "nhs": _register(_health_service),
    "nie": _register(_spanish),
    "sin": _register(_canadian),
    "steuer": _register(_german_tax),
    "bsn": _register(_dutch),
    "kimlik": _register(_turkish),
    "nir": _register(_french),
    "rut": _register(_chilean),
    "ssn": _of(((2, "219-09-9999"), (1, "078-05-1120"))),
    "nino": _of(((2, "QQ 12 34 56 C"), (1, "QQ123456C"), (1, "AB 12 34 56 C"))),
    "cnic": _of(((1, "9####-0######-#"),)),
    "codice": _of(((1, "RSSMRA80A01H501U"),)),
    "personnummer": _of(((1, "811228-9874"), (1, "19811228-9874"))),
    "cedula": _of(((3, "V-9#.###.###"), (1, "V 9#.###.###"), (1, "V-9#######"))),
    "ciudadania": _of(((2, "1.9##.###.###"), (1, "19########"))),
    "curp": _of(((1, "HEGG560427MVZRRL04"),)),
    "dni": _of(((1, "00000###"), (1, "99999999R"))),
    "syrian": _of(((1, "000########"),)),
}
"""Numbers of registers, by what their labels say."""

MAKES: dict[str, Make] = {
    **{f"NATIONAL_ID.{register}": make for register, make in _REGISTERS.items()},
    "NATIONAL_ID": _of(((1, "000########"), (1, "9####-0######-#"))),
    "MRZ": values.mrz,
    "BROKEN_MRZ": values.broken_mrz,
    "PHONE_NUMBER": _of(_PHONES),
    "PHONE_NUMBER:fr": _of(_PHONES_FRENCH),
    "PHONE_NUMBER:es": _of(_PHONES_SPANISH),
    "PHONE_NUMBER:ar": _sometimes_arabic(_of(_PHONES_ARABIC)),
    "EMAIL_ADDRESS": _email,
    "IBAN_CODE": _iban,
    "LOCATION_COORDINATES": _coordinates,
    "LOCATION_COORDINATES.link": _map_link,
    "CREDIT_CARD": _card,
    "IMEI": _imei,
    "PASSPORT_NUMBER": _of(_PASSPORTS),
    "US_A_NUMBER": _of(_A_NUMBERS),
    "USCIS_RECEIPT": _dated(_RECEIPTS),
    "CA_UCI": _of(_UCI),
    "UK_BRP": _of(_BRP),
    "UK_HOME_OFFICE_REFERENCE": _of(_HOME_OFFICE),
    "UK_HOME_OFFICE_REFERENCE.uan": _of(((1, "1212-####-####-####"), (1, "3434-####-####-####"))),
    "UK_HOME_OFFICE_REFERENCE.gwf": _of(((3, "GWF0########"), (1, "GWF 0########"))),
    "DE_RESIDENCE_PERMIT": _of(_GERMAN_PERMITS, "CFGHJKLMNPRTVWXYZ"),
    "DE_AZR_NUMBER": _of(_AZR),
    "EURODAC_NUMBER": _of(_EURODAC, "ABCDEFGHKLMNPRSTVX"),
    "SCHENGEN_VISA_STICKER": _of(_VISAS),
    "UNHCR_NUMBER": _dated(_UNHCR),
    "LICENSE_PLATE": _of(_PLATES, "BCDFGHJKLMNPRSTVWXYZ"),
    "LICENSE_PLATE:ar": _sometimes_arabic(_of(_PLATES_ARABIC, "BCDFGHJKLMNPRSTVWXYZ")),
    "IP_ADDRESS": _of(_IPS, "abcdef"),
}

WAYS = {
    "full": 0.66,
    "caps": 0.12,
    "inverted": 0.05,
    "filed": 0.05,
    "listed": 0.03,
    "upper": 0.04,
    "initial": 0.025,
    "lower": 0.015,
    "short": 0.01,
}
"""How often offices write a full name in which way: mostly as it is said."""
