"""Machine-readable zones of passports, identity cards and visas, as they stand in notes.

A zone is copied by hand, pasted from a scanner, split over lines, spaced in groups, put in small
letters, escaped for HTML; a scanner reads O for 0 and S for 5. What all of them have is a date of
birth, a sex and a date of expiry with their check digits: from there the zone is read both ways.
The layouts and their digits are those of ICAO Doc 9303 (`audit.personal_data.icao`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.icao import Zone, booklet, card, number_holds, read

_DIGIT = "[0-9OoDQIlSBZG]"
"""A digit, or what scanners make of one."""
_SEX_AND_EXPIRY = f"[MFXmfx<] ?(?:{_DIGIT} ?){{6}}{_DIGIT}"
_CORE = f"{_DIGIT} ?(?:{_DIGIT} ?){{6}}{_SEX_AND_EXPIRY}"
_DATES = re.compile(_CORE)
# Begins with fewer letters than the dates do: quickly not found in prose.
_EXPIRY = re.compile(_SEX_AND_EXPIRY)
_FEW_DIGITS = re.compile(r"(?:[^\d]*\d){0,7}[^\d]*\Z")
_RUN = re.compile(r"[A-Z0-9<](?<![A-Za-z0-9<].)[A-Z0-9<]{27,91}(?![A-Za-z0-9<])")
_NAMES = re.compile(r"[PVACI][A-Z<][A-Z<]{3}[A-Z]+(?:<[A-Z]+)*<<[A-Z<]*")
_UPPER = re.compile(
    r"(?<![A-Za-z0-9<])(?P<type>[PVACI])(?:[ \0]{0,3}[A-Z<]){12,44}"
    r"[\s\0/|,;>]{0,6}\Z",
    re.IGNORECASE,
)
_THIRD = re.compile(
    r"[\s\0/|,;>]{0,6}[A-Z](?:[ \0]{0,3}[A-Z<]){28}[ \0]{0,3}[A-Z<](?![A-Z<])", re.IGNORECASE
)
_GAP = re.compile(r"[\s\0/|,;>]{0,6}")
_WHOLE = {90: 5, 88: 44, 72: 36}
"""Characters of a whole zone, and where its document number starts."""
_UNBROKEN = re.compile(r"[A-Z0-9<]*")
_GAPS = frozenset(" \t\r\n\u00a0\0/|,;>")
_WIDEST_GAP = 6
_AS_DIGITS = str.maketrans("OoDQIlSBZG", "0000115826")
_AS_LETTERS = str.maketrans("0158", "OISB")


def _plain(text: str) -> str:
    """Return the text, letter for letter as long, with escaped characters as themselves."""
    if "&" in text:
        text = text.replace("&lt;", "\0\0\0<")
    if "\\" in text:
        text = text.replace("\\n", "\n\0").replace("\\r", "\n\0")
    return text


@dataclass(frozen=True, slots=True)
class _Cells:
    """Characters of a zone on one side of the dates, with their places; nearest first."""

    signs: str
    places: Sequence[int]
    unbroken: int
    """How many stand before the first gap."""


def _before(text: str, start: int, most: int, *, small: bool) -> _Cells:
    """Return up to `most` characters in front of a place."""
    places = range(start - 1, max(-1, start - 1 - most), -1)
    if _UNBROKEN.fullmatch(text, places.stop + 1, start) and len(places) == most:
        return _Cells(text[places.stop + 1 : start][::-1], places, most)
    return _cells(text, range(start - 1, -1, -1), most, small=small)


def _after(text: str, end: int, most: int, *, small: bool) -> _Cells:
    """Return up to `most` characters behind a place."""
    run = _UNBROKEN.match(text, end, end + most)
    if run is not None and len(run.group()) == most:
        return _Cells(run.group(), range(end, end + most), most)
    return _cells(text, range(end, len(text)), most, small=small)


def _cells(text: str, places: range, most: int, *, small: bool) -> _Cells:
    signs: list[str] = []
    found: list[int] = []
    gap, unbroken = 0, -1
    for place in places:
        sign = text[place]
        if sign == "<" or (sign.isascii() and sign.isalnum() and (small or not sign.islower())):
            signs.append(sign.upper())
            found.append(place)
            gap = 0
        elif sign in _GAPS and gap < _WIDEST_GAP:
            gap += sign != "\0"
            if unbroken < 0 and sign != "\0":
                unbroken = len(found)
        else:
            break
        if len(found) == most:
            break
    return _Cells("".join(signs), tuple(found), len(found) if unbroken < 0 else unbroken)


def _readings(line: str) -> Iterator[str]:
    """Yield a lower line as it stands, then with letters read as digits where digits must stand."""
    yield line
    rest = line[28:]
    digits = (
        line[9].translate(_AS_DIGITS)
        + line[10:13].translate(_AS_LETTERS)
        + line[13:20].translate(_AS_DIGITS)
        + line[20]
        + line[21:28].translate(_AS_DIGITS)
        + rest[:-2]
        + rest[-2:].translate(_AS_DIGITS)
    )
    yield line[:9] + digits
    if "O" in line[:9]:
        yield line[:9].replace("O", "0") + digits


def _card_readings(lines: str) -> Iterator[str]:
    """Yield the upper lines of a card as they stand, then with letters read as digits."""
    yield lines
    digits = (
        lines[14].translate(_AS_DIGITS)
        + lines[15:30]
        + lines[30:37].translate(_AS_DIGITS)
        + lines[37]
        + lines[38:45].translate(_AS_DIGITS)
        + lines[45:48].translate(_AS_LETTERS)
        + lines[48:59]
        + lines[59].translate(_AS_DIGITS)
    )
    upper = lines[:2] + lines[2:5].translate(_AS_LETTERS)
    yield upper + lines[5:14] + digits
    if "O" in lines[5:14]:
        yield upper + lines[5:14].replace("O", "0") + digits


def _best(zones: Iterator[Zone | None]) -> Zone | None:
    """Return the first reading that holds, else the last that is laid out as a zone."""
    best: Zone | None = None
    for zone in zones:
        if zone is not None:
            best = zone
            if not zone.wrong:
                break
    return best


class _Found(NamedTuple):
    start: int
    end: int
    certainty: Certainty


class _Lines:
    """What stands around a pair of dates, read as each layout it may be."""

    def __init__(self, text: str, dates: re.Match[str]) -> None:
        self._text = text
        said = dates.group().replace(" ", "")
        self._small = any(sign in "mfxol" for sign in said)
        self._dates = said.upper() if self._small else said
        self._span = dates.span()
        self._before = _before(text, dates.start(), 13, small=self._small)
        self._after = _after(text, dates.end(), 16, small=self._small)

    def found(self) -> _Found | None:
        """Return the zone around the dates; None if nothing else there looks like one."""
        lower = self._as_booklet()
        if lower is not None and lower.certainty is Certainty.CONFIRMED:
            return lower
        self._before = _before(self._text, self._span[0], 30, small=self._small)
        return self._as_card() or lower or self._as_middle_line()

    def _joined(self, before: int, after: int) -> str:
        return self._before.signs[:before][::-1] + self._dates + self._after.signs[:after]

    def _as_card(self) -> _Found | None:
        """Read the two upper lines of TD1, and step over the third."""
        if len(self._before.signs) < 30 or len(self._after.signs) < 15:
            return None
        zone = _best(card(lines) for lines in _card_readings(self._joined(30, 15)))
        if zone is None:
            return None
        end = self._after.places[14] + 1
        third = _THIRD.match(self._text, end)
        return _Found(
            self._before.places[29],
            third.end() if third else end,
            Certainty.MALFORMED if zone.wrong else Certainty.CONFIRMED,
        )

    def _as_booklet(self) -> _Found | None:
        """Read the lower line of TD2, TD3 or a visa, and step over the upper one."""
        if len(self._before.signs) < 13 or not self._before.signs[:13][::-1].strip("<"):
            return None
        start = self._before.places[12]
        upper = _UPPER.search(self._text, max(0, start - 220), start)
        visa = upper is not None and upper["type"] in "Vv"
        sure, taken = self._lower_line(visa=visa)
        if sure is None:
            return None
        end = self._after.places[taken - 1] + 1 if taken else self._span[1]
        return _Found(upper.start() if upper else start, end, sure)

    def _lower_line(self, *, visa: bool) -> tuple[Certainty | None, int]:
        """Judge the lower line; return also how many characters after the dates belong to it."""
        whole = self._after.unbroken in (8, 16)
        lengths = (self._after.unbroken,) if whole else (16, 8)
        shaped = False
        for after in lengths:
            if len(self._after.signs) >= after:
                line = self._joined(13, after)
                # A passport's line ends in a digit: one that ends in a filler is a visa's.
                as_visa = visa or line.endswith("<")
                zone = _best(booklet(each, visa=as_visa) for each in _readings(line))
                shaped = shaped or zone is not None
                if zone is not None and not zone.wrong:
                    return Certainty.CONFIRMED, after
        if whole:
            return (Certainty.MALFORMED if shaped else None), self._after.unbroken
        return self._cut_line(shaped=shaped)

    def _cut_line(self, *, shaped: bool) -> tuple[Certainty | None, int]:
        """Judge a line that lost fillers or its end: three digits still have to hold."""
        line = self._joined(13, 0) + "<" * 8
        zone = _best(booklet(each, visa=True) for each in _readings(line))
        if zone is None or not self._is_alphabetic():
            return (Certainty.MALFORMED if shaped else None), self._after.unbroken
        sure = Certainty.MALFORMED if zone.wrong else Certainty.CONFIRMED
        return sure, min(self._after.unbroken, 16)

    def _is_alphabetic(self) -> bool:
        return self._before.signs[:3].translate(_AS_LETTERS).strip("<").isalpha()

    def _as_middle_line(self) -> _Found | None:
        """Read the middle line of TD1 alone: two digits hold, a form and no more."""
        signs, zone = self._after.signs[:15], None
        if self._after.unbroken == 15 and signs[:3].strip("<").isalpha():
            zone = booklet("<<<<<<<<<0UTO" + self._dates + "<" * 8, visa=True)
        if zone is None:
            return None
        sure = Certainty.MALFORMED if zone.wrong else Certainty.CANDIDATE
        return _Found(self._span[0], self._after.places[14] + 1, sure)


def _whole(text: str, runs: list[re.Match[str]]) -> tuple[list[_Found], list[re.Match[str]]]:
    """Return the zones whose lines are whole, most of them and quickly read, and the runs left."""
    zones: list[_Found] = []
    left: list[re.Match[str]] = []
    place = 0
    while place < len(runs):
        taken = 1
        for take in (3, 2, 1):
            lines = runs[place : place + take]
            if len(lines) == take and _together(text, lines):
                signs = "".join(line.group() for line in lines)
                zone = read(signs) if len(signs) in _WHOLE else None
                if zone is not None and not (zone.wrong and "O" in _number(signs)):
                    sure = Certainty.MALFORMED if zone.wrong else Certainty.CONFIRMED
                    zones.append(_Found(lines[0].start(), lines[-1].end(), sure))
                    taken = take
                    break
        else:
            left.append(runs[place])
        place += taken
    return zones, left


def _number(signs: str) -> str:
    """Return the document number of a zone, in which a scanner may have read an O for a nought."""
    start = _WHOLE[len(signs)]
    return signs[start : start + 9]


def _together(text: str, runs: list[re.Match[str]]) -> bool:
    return all(_GAP.fullmatch(text, a.end(), b.start()) for a, b in pairwise(runs))


def _zones(text: str, known: list[_Found]) -> Iterator[_Found]:
    """Yield the zones around pairs of dates that are in none that is known."""
    end = 0
    for zone in (*known, None):
        stop = zone.start if zone else len(text)
        for dates in _DATES.finditer(text, end, stop) if _EXPIRY.search(text, end, stop) else ():
            if dates.start() >= end and not _FEW_DIGITS.match(dates.group()):
                found = _Lines(text, dates).found()
                if found is not None:
                    end = found.end
                    yield found
        end = zone.end if zone else end


def _alone(text: str, run: re.Match[str]) -> Certainty | None:
    """Judge a line without dates: names, the upper line of a card, or what only looks like either."""
    said = run.group()
    if "<<" not in said or len(said.replace("<", "")) < 5:
        return None
    if len(said) in (36, 44) and _NAMES.fullmatch(said):
        followed = _RUN.search(text, run.end(), run.end() + 100)
        gap = text[run.end() : followed.start()] if followed else "."
        return Certainty.MALFORMED if set(gap) <= _GAPS else Certainty.CANDIDATE
    if len(said) == 30 and said[0] in "ACI" and number_holds(said[5:14], said[14], said[15:]):
        return Certainty.CANDIDATE
    return Certainty.MALFORMED


def find(text: str) -> Iterator[Span]:
    """Yield zones: `MRZ` where every check digit holds, else `INVALID_MRZ_LIKE`."""
    plain = _plain(text)
    runs = list(_RUN.finditer(plain))
    zones, left = _whole(plain, runs)
    zones += _zones(plain, zones)
    for zone in zones:
        yield _span(zone.start, zone.end, zone.certainty)
    for run in left:
        inside = any(run.start() < zone.end and zone.start < run.end() for zone in zones)
        sure = None if inside else _alone(plain, run)
        if sure is not None:
            yield _span(*run.span(), sure)


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
    trigger=f"{_CORE}|<<|&lt;&lt;",
    column=r"(^|_)mrz",
    form=r"[A-Z0-9<\s]{30,95}",
)
