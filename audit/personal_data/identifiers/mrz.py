"""Machine-readable zones of passports, identity cards and visas, with every check digit.

References
----------
ICAO Doc 9303, eighth edition 2021: part 3, section 4.9 (check digits); part 4, section 4.2 (TD3);
part 5, section 4.2 (TD1, with document numbers of more than nine characters); part 6, section 4.2
(TD2); part 7, section 4 (MRV-A, MRV-B, which have no composite digit).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from audit.personal_data.family import Certainty, Family, Kind, Span

_WEIGHTS = (7, 3, 1)
_RUN = re.compile(r"(?<![A-Za-z0-9<])[A-Z0-9<]{28,92}(?![A-Za-z0-9<])")
_GAP = re.compile(r"[\s/|]{0,3}")
# Number, nationality, birth, sex, expiry, as in the lower line of TD2, TD3 and both visas.
_LOWER = re.compile(r"[A-Z0-9<]{9}[0-9<][A-Z<]{3}[0-9<]{6}[0-9][MFX<][0-9<]{6}[0-9]")
_TD1 = re.compile(
    r"[ACI][A-Z0-9<][A-Z<]{3}[A-Z0-9<]{25}[0-9<]{6}[0-9][MFX<][0-9<]{6}[0-9][A-Z<]{3}"
)
_NAMES = re.compile(r"[PVACI][A-Z<][A-Z<]{3}[A-Z]+(?:<[A-Z]+)*<<[A-Z<]*<")


def check_digit(field: str) -> int:
    """Return the ICAO check digit of a field of `A-Z`, `0-9` and the filler `<`."""
    return sum(
        (0 if c == "<" else int(c, 36)) * _WEIGHTS[i % 3] for i, c in enumerate(field)
    ) % 10  # fmt: skip


@dataclass(frozen=True, slots=True)
class Zone:
    """A machine-readable zone as it was laid out.

    Attributes
    ----------
    layout : str
        `TD1`, `TD2`, `TD3`, `MRV-A` or `MRV-B`.
    wrong : tuple of str
        Fields whose check digit does not hold.
    """

    layout: str
    wrong: tuple[str, ...]


def _holds(field: str, digit: str) -> bool:
    # An empty optional field may carry a filler in place of its digit.
    return digit == str(check_digit(field)) or (digit == "<" and not field.strip("<"))


def _number_holds(number: str, digit: str, optional: str) -> bool:
    """Check the document number, which runs on into the optional field if its digit is a filler."""
    rest, _, _ = optional.partition("<")
    if digit == "<" and rest:
        return _holds(number + rest[:-1], rest[-1])
    return digit.isdigit() and _holds(number, digit)


def _zone(layout: str, fields: dict[str, bool]) -> Zone:
    return Zone(layout, tuple(name for name, holds in fields.items() if not holds))


def _card(lines: str) -> Zone | None:
    """Read the two upper lines of TD1, which hold all of its digits."""
    if not _TD1.match(lines):
        return None
    upper, lower = lines[:30], lines[30:60]
    return _zone("TD1", {
        "number": _number_holds(upper[5:14], upper[14], upper[15:]),
        "birth": _holds(lower[:6], lower[6]),
        "expiry": _holds(lower[8:14], lower[14]),
        "composite": _holds(upper[5:] + lower[:7] + lower[8:15] + lower[18:29], lower[29]),
    })  # fmt: skip


def _booklet(lower: str, *, visa: bool) -> Zone | None:
    """Read the lower line of TD2, TD3 or a visa."""
    if not _LOWER.match(lower):
        return None
    wide = len(lower) == 44
    optional = lower[28:42] if wide else lower[28:35]
    fields = {
        "number": _number_holds(lower[:9], lower[9], "" if wide or visa else optional),
        "birth": _holds(lower[13:19], lower[19]),
        "expiry": _holds(lower[21:27], lower[27]),
    }
    if visa:
        return _zone("MRV-A" if wide else "MRV-B", fields)
    if wide:
        fields["optional"] = _holds(optional, lower[42])
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
            return _card(characters)
        case 88 | 72:
            middle = len(characters) // 2
            return _booklet(characters[middle:], visa=characters[0] == "V")
        case 44 | 36:
            return _booklet(characters, visa=False)
    return None


def _single(run: str) -> Certainty | None:
    """Judge a line that stands alone and is no lower line."""
    if len(run) in (36, 44) and _NAMES.fullmatch(run):
        return Certainty.CANDIDATE
    if len(run) == 30 and run[0] in "ACI" and _number_holds(run[5:14], run[14], run[15:]):
        return Certainty.CANDIDATE
    return Certainty.MALFORMED if "<<" in run else None


def _together(text: str, runs: list[re.Match[str]]) -> bool:
    return all(_GAP.fullmatch(text, a.end(), b.start()) for a, b in pairwise(runs))


def _first(text: str, runs: list[re.Match[str]]) -> tuple[int, Span | None]:
    """Return how many of the runs make the first zone, and what it is."""
    for take in (3, 2, 1):
        lines = runs[:take]
        if len(lines) == take and _together(text, lines):
            zone = read("".join(line.group() for line in lines))
            if zone is not None:
                sure = Certainty.MALFORMED if zone.wrong else Certainty.CONFIRMED
                return take, _span(lines[0].start(), lines[-1].end(), sure)
    alone = _single(runs[0].group())
    return 1, _span(*runs[0].span(), alone) if alone else None


def find(text: str) -> Iterator[Span]:
    """Yield zones: `MRZ` where every check digit holds, else `INVALID_MRZ_LIKE`."""
    runs = list(_RUN.finditer(text))
    while runs:
        taken, span = _first(text, runs)
        if span is not None:
            yield span
        del runs[:taken]


def _span(start: int, end: int, certainty: Certainty) -> Span:
    name = "INVALID_MRZ_LIKE" if certainty is Certainty.MALFORMED else "MRZ"
    return Span(name, start, end, certainty)


FAMILY = Family(
    name="mrz",
    kinds=(
        Kind("MRZ", "machine-readable passport lines"),
        Kind("INVALID_MRZ_LIKE", "lines like a passport's with wrong check digits"),
    ),
    find=find,
    trigger=r"[A-Z0-9<]{28}",
    column=r"(^|_)mrz",
    form=r"[A-Z0-9<\s]{30,95}",
)
