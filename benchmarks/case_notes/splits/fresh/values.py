"""Identifiers of the fresh split: the types of `values.py` in other layouts, and as much nobody's.

What `values.py` says of ranges holds here too. Phones add the fiction ranges of more places (Ofcom
0161 496 0xxx, 0141 496 0xxx, 01632 960xxx; Arcep 01 99 00, 04 65 71; the Bundesnetzagentur's 040 66969xxx,
0171 39200xx; PTS 031 390 06xx; ACMA (02) 5550 xxxx) and, for countries that set no range aside,
the example numbers that libphonenumber prints in its documentation of numbering plans. Identity numbers
are those of agencies' own specimens, or carry zeros or codes nobody was given (Syrian governorate 15 of
14, Afghan e-tazkira 0000, Venezuelan numbers above 99 million). Zones carry the specimen state UTO;
nationality can be the codes of refugees and stateless persons. Eastern Arabic digits, no-break
spaces and wrapped lines are written where offices write them.
"""

from __future__ import annotations

import random
import string

from benchmarks.case_notes import values
from benchmarks.case_notes.people import Person, plain
from benchmarks.case_notes.values import Make, shaped

_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def mrz(chance: random.Random, who: Person) -> str:
    """Return a zone with the document codes of residence cards and travel documents for refugees."""
    layout = chance.choice(("TD3", "TD3", "TD3", "TD1", "TD1", "TD2", "MRV-A", "MRV-B"))
    lines = values.mrz(chance, who, layout).split("\n")
    codes = {"TD3": ("P<", "PR", "PT", "PD"), "TD1": ("AR", "ID", "IR", "C<"), "TD2": ("ID", "AR")}
    lines[0] = chance.choice(codes.get(layout, ("V<", "VC", "VD"))) + lines[0][2:]
    nation = chance.choice(("UTO", "UTO", "XXA", "XXB"))
    at = 15 if layout == "TD1" else 10
    lines[1] = lines[1][:at] + nation + lines[1][at + 3 :]
    return "\n".join(lines)


_PHONES = (
    "0161 496 0###", "0161 4960###", "+44 161 496 0###", "(01632) 960###", "01632 960 ###", "+44 (0)141 496 0###",
    "44 7700 900 ###", "07700-900-###", "07700/900###",
    "+1 503-555-01##", "1 (864) 555 01##", "956.555.01##", "646/555-01##", "+1 51455501##", "(438) 555-01##",
    "040 66969-###", "+49 40 66969###", "0171/39200##", "+49 171 39200##", "0049171 39200##", "0171-39 200 ##",
    "+46 31 390 06 ##", "031-390 06 ##", "(02) 5550 ####", "+61 2 5550 ####",
    "+90 501 234 56 78", "+962 7 9012 3456", "00962790123456", "+30 691 234 5678", "0030 6912345678", "+39 312 345 6789",
    "+34 612 34 56 78", "0034 612345678", "+251 91 123 4567", "+93 70 123 4567", "+252 7 1123456", "+880 1812-345678",
)  # fmt: skip
_PHONES_OF = {
    "fr": ("01 99 00 ## ##", "01.99.00.##.##", "+33 (0)4 65 71 ## ##", "04-65-71-##-##", "0033 6 39 98 ## ##", "06.39.98.##.##",
           "+224 601 12 34 56", "+221 70 123 45 67", "+243 991 234 567", "+32 450 00 12 34"),
    "es": ("+34 612 34 56 78", "612 34 56 78", "612-345-678", "+58 412-1234567", "0412-123.45.67", "+57 321 1234567",
           "+1 (786) 555-01##", "+52 222 123 4567", "+503 7012 3456"),
    "ar": ("+962 7 9012 3456", "0790123456", "00963 944 567 890", "+961 71 123 456", "+20 100 123 4567", "+49 171 39200##",
           "!0790123456", "!00962790123456", "!+20 100 123 4567"),
}  # fmt: skip


def _phones(shapes: tuple[str, ...]) -> Make:
    def make(chance: random.Random, _: Person) -> str:
        said = shaped(chance, chance.choice(shapes))
        return said[1:].translate(_EASTERN) if said[0] == "!" else said

    return make


def email(chance: random.Random, who: Person) -> str:
    """Return an address at a domain that is reserved for examples."""
    first = "".join(c for c in plain(who.given).lower() if c.isascii() and c.isalnum())
    last = "".join(c for c in plain(who.last or who.full).lower() if c.isascii() and c.isalnum())
    local = chance.choice(("{i}{l}", "{l}{y}", "{f}.{l}.{y}", "{l}-{f}", "{f}__{d}", "x{f}{l}x", "the.{l}.family",
                           "{i}.{l}-{d}", "{f}{y}+case"))  # fmt: skip
    said = local.format(
        f=first, l=last, i=first[:1], d=chance.randint(1, 99), y=chance.randint(1960, 2006)
    )
    at = chance.choice(
        (
            "example.com",
            "example.org",
            "web.example.net",
            "post.example.org",
            "student.example.edu",
            "Example.com",
        )
    )
    return f"{said.title()}@{at}" if chance.random() < 0.08 else f"{said}@{at}"


_ACCOUNTS = ("AT{c}00000###########", "CH{c}00000############", "PL{c}00000000################", "GR{c}0000000################",
             "SE{c}000#################", "PT{c}0000#################", "LU{c}000#############", "IE{c}TEST##############",
             "RO{c}TEST################", "PK{c}TEST################", "SA{c}00##################", "LB{c}0000####################",
             "FI{c}000000########", "DK{c}0000##########", "NO{c}0000#######", "TN{c}00##################",
             "BE{c}000#########", "GB{c}TEST##############")  # fmt: skip


def iban(chance: random.Random, _: Person) -> str:
    """Return an account of a bank that does not exist, with the two digits that check."""
    bare = shaped(chance, chance.choice(_ACCOUNTS).replace("{c}", "00"))
    turned = "".join(str(int(c, 36)) for c in bare[4:] + bare[:4])
    number = f"{bare[:2]}{98 - int(turned) % 97:02d}{bare[4:]}"
    apart = chance.choice(("", "", " ", " ", " ", "\N{NO-BREAK SPACE}"))
    return apart.join(number[i : i + 4] for i in range(0, len(number), 4))


def coordinates(chance: random.Random, _: Person) -> str:
    """Return a place as rescue logs, maps and messengers write it."""
    lat, lon = chance.uniform(10, 60), chance.uniform(-90, 90)
    x, y, east = lat, abs(lon), "EW"[lon < 0]
    styles = ("{x:.5f} N {y:.5f} {e}", "{x:.4f}N, {y:.4f}{e}", "{dx}° {mx:06.3f}' N {dy}° {my:06.3f}' {e}",
              "{dx:02d}°{mx:05.2f}'N {dy:03d}°{my:05.2f}'{e}", "N{dx}°{wx:02d}′{sx:04.1f}″ {e}{dy}°{wy:02d}′{sy:04.1f}″",
              "https://maps.google.com/?q={a:.6f},{o:.6f}", "geo:{a:.5f},{o:.5f}", "({a:.5f}, {o:.5f})", "lat. {a:.6f} long. {o:.6f}",
              "Latitude: {a:.5f}, Longitude: {o:.5f}", "{a:.5f}; {o:.5f}", "{dx}° {wx:02d}' {sx:04.1f}\" N, {dy}° {wy:02d}' {sy:04.1f}\" {e}")  # fmt: skip
    return chance.choice(styles).format(
        a=lat, o=lon, x=x, y=y, e=east, dx=int(x), dy=int(y), mx=x % 1 * 59.9, my=y % 1 * 59.9,
        wx=int(x * 60 % 60), wy=int(y * 60 % 60), sx=x * 3600 % 1 * 59.9, sy=y * 3600 % 1 * 59.9,
    )  # fmt: skip


_CARDS = (
    "5555 5555 5555 4444",
    "5105105105105100",
    "3782 822463 10005",
    "371449635398431",
    "5105-1051-0510-5100",
)
"""Numbers that payment processors publish for tests."""


def credit_card(chance: random.Random, who: Person) -> str:
    """Return a card of the test issuer, or a number that processors publish for tests."""
    return chance.choice(_CARDS) if chance.random() < 0.3 else values.credit_card(chance, who)


def imei(chance: random.Random, who: Person) -> str:
    """Return a device number of the test body, in the groups that boxes and phones show."""
    bare = values.imei(chance, who).replace("-", "")
    groups = chance.choice(((15,), (15,), (6, 2, 6, 1), (2, 6, 6, 1), (8, 7)))
    cut, at = [], 0
    for size in groups:
        cut.append(bare[at : at + size])
        at += size
    return chance.choice((" ", "/") if len(groups) == 4 else (" ",)).join(cut)


def ip_address(chance: random.Random, _: Person) -> str:
    """Return an internet address that is for documentation."""
    return shaped(chance, chance.choice(("192.0.2.#", "192.0.2.2#", "198.51.100.1##", "203.0.113.1#", "203.0.113.#",
                                         "2001:db8:0:1::#", "2001:0DB8:85A3::8A2E:370:7##4", "2001:db8:1234:5678::#a")))  # fmt: skip


def _checked_nhs(chance: random.Random) -> str:
    while True:
        body = "999" + shaped(chance, "######")
        check = -sum(int(c) * (10 - i) for i, c in enumerate(body)) % 11
        if check != 10:
            return body + str(check)


def national_id(chance: random.Random, _: Person) -> str:
    """Return a number of a country's register that nobody has."""
    letters = "TRWAGMYFPDXBNJZSQVHLCKE"
    body = shaped(chance, "0000###")
    nhs = _checked_nhs(chance)
    return chance.choice((
        nhs, f"{nhs[:3]}-{nhs[3:6]}-{nhs[6:]}", f"{nhs[:3]} {nhs[3:6]} {nhs[6:]}",
        f"Y-{body}-{letters[int('1' + body) % 23]}", f"X {body} {letters[int('0' + body) % 23]}",
        f"0{body[0]}.{body[1:4]}.{body[4:]}-{letters[int(body) % 23]}",
        "10000000146", "44051401359", "RSSMRA85T10A562S", "811228-9874", "85.07.30-033.28", "219-09-9999",
    ))  # fmt: skip


_NATIONAL_OF = {
    "fr": ("2 55 08 14 168 025 38", "255081416802538", "85.07.30-033.28", "2 69 05 49 588 157 80"),
    "es": ("HEGG560427MVZRRL04", "V-99.###.###", "V99######", "Y-0000123-E"),
    "ar": ("150########", "15 0## #### ##", "!150########", "1400-0000-#####"),
}


def _shapes(*shapes: str, letters: str = string.ascii_uppercase) -> Make:
    def make(chance: random.Random, _: Person) -> str:
        said = shaped(chance, chance.choice(shapes), letters)
        return said[1:].translate(_EASTERN) if said[0] == "!" else said

    return make


MAKES: dict[str, Make] = {
    "MRZ": mrz,
    "BROKEN_MRZ": values.broken_mrz,
    "PHONE_NUMBER": _phones(_PHONES),
    **{f"PHONE_NUMBER:{language}": _phones(shapes) for language, shapes in _PHONES_OF.items()},
    "EMAIL_ADDRESS": email,
    "IBAN_CODE": iban,
    "LOCATION_COORDINATES": coordinates,
    "CREDIT_CARD": credit_card,
    "IMEI": imei,
    "IP_ADDRESS": ip_address,
    "NATIONAL_ID": national_id,
    **{f"NATIONAL_ID:{language}": _shapes(*shapes) for language, shapes in _NATIONAL_OF.items()},
    "PASSPORT_NUMBER": _shapes("N 0########", "P0#######", "K0######", "OP#######", "FA######", "FA ######", "BX0######", "##@@#####", "E########",
                               "@@ ### ###", "#########", "A0#######"),
    "US_A_NUMBER": _shapes("A208-###-###", "A 0## ### ###", "A-208######", "A＃ 0########", "A＃ 20#-###-###", "a208######", "A 0##-###-###",
                           "208-###-###", "2## ### ###"),
    "USCIS_RECEIPT": _shapes("IOE09########", "NBC21########", "YSC##########", "LIN-23-###-#####", "SRC21########", "EAC 22 ### #####",
                             "MSC-21-903-#####", "ioe09########"),
    "CA_UCI": _shapes("1119-####", "11-2###-####", "8###-####", "00-11##-####", "112#######"),
    "UK_BRP": _shapes("ZU#######", "RZ#######", "ZWX######", "ZU# ### ###", "RW#######"),
    "UK_HOME_OFFICE_REFERENCE": _shapes("M1######", "P1######/2", "S#######", "C1######/00#", "N1######",
        "B1######/4",
        "GWF07#######",
                                        "1212-0001-####-####", "3434-####-####-####"),
    "DE_RESIDENCE_PERMIT": _shapes("Y@#@@###@", "YT@##@###", "Y0@#@@#@#", "AT#######", "Y@@######", letters="CFGHJKLMNPRTVWXYZ"),
    "DE_AZR_NUMBER": _shapes("19031#######", "190 31# ### ###", "23 0415 ######", "2104 #### ####", "16-0#1#-######"),
    "EURODAC_NUMBER": _shapes("BG1BR2##C16########", "IT1PA0#@@@", "IT2AG0##@", "HR1##########", "GR1 ##########", "HU13300#######",
                              "CY1-##########", "ES2180######", "SI1##########", "AT1 ### ### ###"),
    "SCHENGEN_VISA_STICKER": _shapes("POL0########", "NLD#########", "CZE 0########", "HUN#########", "SWE #########", "PRT0########",
                                     "AUT ### ### ###", "BEL#########"),
    "UNHCR_NUMBER": _shapes("245-19C#####", "987-17C0####", "385-00######", "816-002#####", "555-15-0####", "354 - 12C#####", "245–00######", "387-14c0####"),
    "LICENSE_PLATE": _shapes("@@@-####", "WA ####@", "BG ####-@@", "ZG-###-@@", "SK-####-@@", "1-@@@-###", "#@@@###", "###-@@-#", "B ## @@@",
                             "34 @@ ####", "@@ #### @@", "14-#####", letters="BCDFGHJKLMNPRSTVWXYZ"),
    "LICENSE_PLATE:fr": _shapes("@@-###-@@", "### TUN ####", "#####-A-##", "@@ ### @@", "1-@@@-###", letters="BCDFGHJKLMNPRSTVWXZ"),
    "LICENSE_PLATE:es": _shapes("#### @@@", "####-@@@", "@@@-##-##", "M-####-@@", "@@@ ###", letters="BCDFGHJKLMNPRSTVWXYZ"),
}  # fmt: skip

WAYS: dict[str, float] = {
    "full": 0.52,
    "caps": 0.13,
    "filed": 0.11,
    "inverted": 0.05,
    "listed": 0.05,
    "upper": 0.05,
    "initial": 0.04,
    "short": 0.03,
    "lower": 0.02,
}
