"""Machine-readable zones of passports, identity cards and visas as their standard lays them out.

References
----------
ICAO Doc 9303, eighth edition 2021: part 3, section 4.9 (check digits); part 4, section 4.2 (TD3);
part 5, section 4.2 (TD1, with document numbers of more than nine characters); part 6, section 4.2
(TD2); part 7, section 4 (MRV-A, MRV-B, which have no composite digit).
"""

from __future__ import annotations

import re
from typing import NamedTuple

_VALUES = bytes(
    int(chr(code), 36) if chr(code) in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" else 0
    for code in range(256)
)
# Number, nationality, birth, sex, expiry, as in the lower line of TD2, TD3 and both visas.
_LOWER = re.compile(r"[A-Z0-9<]{9}[0-9<][A-Z<]{3}[0-9<]{6}[0-9][MFX<][0-9<]{6}[0-9]")
_CARD = re.compile(
    r"[ACI][A-Z0-9<][A-Z<]{3}[A-Z0-9<]{25}[0-9<]{6}[0-9][MFX<][0-9<]{6}[0-9][A-Z<]{3}"
)


def check_digit(field: str) -> int:
    """Return the ICAO check digit of a field of `A-Z`, `0-9` and the filler `<`."""
    values = field.encode("ascii").translate(_VALUES)
    return (7 * sum(values[::3]) + 3 * sum(values[1::3]) + sum(values[2::3])) % 10


class Zone(NamedTuple):
    """A machine-readable zone as it was laid out.

    Attributes
    ----------
    layout : str
        `TD1`, `TD2`, `TD3`, `MRV-A` or `MRV-B`.
    wrong : tuple of str
        Fields whose check digit does not hold, in the order of the zone: `document number`, `date
        of birth`, `date of expiry`, `optional data`, `composite`. Where a field is wrong the
        composite, which covers it, mostly is as well.
    """

    layout: str
    wrong: tuple[str, ...]


def _holds(field: str, digit: str) -> bool:
    # An empty optional field may carry a filler in place of its digit.
    return digit == str(check_digit(field)) or (digit == "<" and not field.strip("<"))


def number_holds(number: str, digit: str, optional: str = "") -> bool:
    """Check a document number, which runs on into the optional field if its digit is a filler."""
    rest, _, _ = optional.partition("<")
    if digit == "<" and rest:
        return _holds(number + rest[:-1], rest[-1])
    return digit.isdigit() and _holds(number, digit)


def _zone(layout: str, fields: dict[str, bool]) -> Zone:
    if all(fields.values()):
        return Zone(layout, ())
    return Zone(layout, tuple(name for name, holds in fields.items() if not holds))


def card(lines: str) -> Zone | None:
    """Read the two upper lines of TD1, which hold all of its digits (60 characters)."""
    if not _CARD.match(lines):
        return None
    upper, lower = lines[:30], lines[30:60]
    return _zone("TD1", {
        "document number": number_holds(upper[5:14], upper[14], upper[15:]),
        "date of birth": _holds(lower[:6], lower[6]),
        "date of expiry": _holds(lower[8:14], lower[14]),
        "composite": _holds(upper[5:] + lower[:7] + lower[8:15] + lower[18:29], lower[29]),
    })  # fmt: skip


def booklet(lower: str, *, visa: bool = False) -> Zone | None:
    """Read the lower line of TD3 or MRV-A (44 characters), of TD2 or MRV-B (36)."""
    if not _LOWER.match(lower):
        return None
    wide = len(lower) == 44
    optional = lower[28:42] if wide else lower[28:35]
    fields = {
        "document number": number_holds(lower[:9], lower[9], "" if wide or visa else optional),
        "date of birth": _holds(lower[13:19], lower[19]),
        "date of expiry": _holds(lower[21:27], lower[27]),
    }
    if visa:
        return _zone("MRV-A" if wide else "MRV-B", fields)
    if wide:
        fields["optional data"] = _holds(optional, lower[42])
    checked = lower[:10] + lower[13:20] + lower[21 : 43 if wide else 35]
    fields["composite"] = _holds(checked, lower[-1])
    return _zone("TD3" if wide else "TD2", fields)


def read(characters: str) -> Zone | None:
    """Return the zone that joined lines make, or None if they are not laid out as one.

    Parameters
    ----------
    characters : str
        Whole zone without line breaks (90, 88 or 72 characters), the two upper lines of TD1 (60),
        or the lower line of TD3 or TD2 alone (44, 36).
    """
    match len(characters):
        case 90 | 60:
            return card(characters)
        case 88 | 72:
            middle = len(characters) // 2
            return booklet(characters[middle:], visa=characters[0] == "V")
        case 44 | 36:
            return booklet(characters)
    return None
