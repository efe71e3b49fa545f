"""Places given to four decimals of a degree or more (about eleven metres, one dwelling), in any notation.

References
----------
ISO 6709:2022, annex D (degrees, minutes, seconds; hemispheres); RFC 5870, section 3.3 (`geo:`); Open
Location Code specification, "Encoding" (a full code has a plus after eight characters); NGA.STND.0037
(2.0.0, 2014), section 3 (MGRS); what3words, "/// and three words".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.plain_text import DIGIT, GAP, before, plain

_LAT = r"(?:lat(?:itude|itud)?|latitude|breite|خط العرض)\.?\s*[:=]?\s*"
_LON = r"(?:long?(?:itude|itud)?|lng|l[äa]nge|خط الطول)\.?\s*[:=]?\s*"
_DECIMAL = re.compile(
    rf"(?<![\w.])(?P<lat_label>{_LAT})?(?P<n1>[NS]\s?)?(?P<lat>[+-]?\d{{1,2}}[.,]\d{{4,}})\s?°?(?P<n2>\s?[NS]\b)?"
    rf"(?:\s*[,;/|]\s*|\s+|\s+(?:and|et|y|by|و)\s+)"
    rf"(?P<lon_label>{_LON})?(?P<e1>[EWO]\s?)?(?P<lon>[+-]?\d{{1,3}}[.,]\d{{4,}})(?!\d)(?:\s?°)?(?P<e2>\s?[EWO]\b)?",
    re.IGNORECASE,
)
_SECONDS = r"\d{1,2}(?:[.,]\d+)?\s?(?:[\"″”]|''|’’|′′)"
_MINUTES = r"\d{1,2}(?:[.,]\d+)?\s?['′’‘´]"


def _part(name: str, hemispheres: str) -> str:
    return (
        rf"(?:(?P<{name}1>[{hemispheres}])\s?)?\d{{1,3}}\s?[°º˚]\s?(?P<{name}>\d{{1,2}}(?:[.,]\d+)?\s?['′’‘´]\s?"
        rf"(?:{_SECONDS})?)\s?(?P<{name}2>[{hemispheres}])?"
    )


_DEGREES = re.compile(
    rf"(?<![\w.]){_part('lat', 'NS')}[\s,;/]*{_part('lon', 'EWO')}(?!\w)", re.IGNORECASE
)
_BARE_DEGREES = re.compile(
    r"\d(?<![\w.]\d)\d?[ -]\d{2}[ -]\d{2}(?:\.\d+)?\s?[NS][\s,;/]*\d{1,3}[ -]\d{2}[ -]\d{2}(?:\.\d+)?\s?[EWO](?!\w)"
)
_GEO = re.compile(r"(?<!\w)geo:-?\d{1,2}\.\d{3,},-?\d{1,3}\.\d{3,}", re.IGNORECASE)
_PLUS_CODE = re.compile(
    r"(?<![\w+])[23456789C][2-9CFGHJMPQRV][2-9CFGHJMPQRVWX]{6}\+[2-9CFGHJMPQRVWX]{2,7}(?![\w+])"
)
_SHORT_CODE = re.compile(r"(?<![\w+])[2-9CFGHJMPQRVWX]{4}\+[2-9CFGHJMPQRVWX]{2,3}(?![\w+])")
_GRID = re.compile(
    r"[1-9](?<!\w[1-9])(?:(?<=[1-5])\d|(?<=6)0)?[C-HJ-NP-X](?P<gap> ?)[A-HJ-NP-Z]{2}(?P=gap)(?:\d{4}(?P=gap)\d{4}|\d{5}(?P=gap)\d{5})(?!\w)"
)
_DEGREE_SIGN = re.compile(r"\d ?[°º˚] ?\d")
_WORDS = re.compile(r"(?<![\w/:])///[^\W\d_]{2,}\.[^\W\d_]{2,}\.[^\W\d_]{2,}(?!\w)")
_LINK = re.compile(r"(?:maps\.app\.goo\.gl|goo\.gl/maps)/\w{6,}", re.IGNORECASE)
_PLACE = re.compile(
    r"plus ?code|google maps?|location|gps|coordinates?|pin\b|mgrs|grid|ubicaci[óo]n|coord|position|localisation|الموقع|إحداثي",
    re.IGNORECASE,
)
_STATISTIC = re.compile(
    r"\b(?:ratio|score|rate|odds|prob|p ?=|weight|risk|confidence|mean|auc|sd)\b", re.IGNORECASE
)


_FOUR_DECIMALS = re.compile(r"\d[.,]\d{4}")
_LABEL_REACH = 24


def _value(said: str) -> float:
    return abs(float(said.replace(",", ".")))


def _decimal(text: str) -> Iterator[tuple[int, int]]:
    first = _FOUR_DECIMALS.search(text)
    if first is None:
        return
    for match in _DECIMAL.finditer(text, max(0, first.start() - _LABEL_REACH)):
        lat, lon = _value(match["lat"]), _value(match["lon"])
        if lat > 90 or lon > 180:
            continue
        called = any(match[name] for name in ("lat_label", "lon_label", "n1", "n2", "e1", "e2"))
        # Two numbers below one are scores more often than the Gulf of Guinea.
        if called or (max(lat, lon) > 1 and not _STATISTIC.search(before(text, match.start()))):
            yield match.span()


def _degrees(text: str) -> Iterator[tuple[int, int]]:
    for match in _DEGREES.finditer(text) if _DEGREE_SIGN.search(text) else ():
        hemispheres = (match["lat1"] or match["lat2"]) and (match["lon1"] or match["lon2"])
        # Whole minutes are two kilometres: seconds, or decimals of a minute, are a place.
        exact = all(re.search(r"[\"″”]|''|’’|′′|[.,]\d{2}", match[part]) for part in ("lat", "lon"))
        if hemispheres and exact:
            yield match.span()


def _codes(text: str) -> Iterator[tuple[int, int]]:
    for pattern, sign in ((_BARE_DEGREES, ""), (_GEO, ":"), (_PLUS_CODE, "+"), (_WORDS, "///")):
        if sign in text:
            for match in pattern.finditer(text):
                yield match.span()


def find(text: str) -> Iterator[Span]:
    """Yield places: confirmed, or candidates where only the words beside a short code say so."""
    said = plain(text)
    for way in (_decimal, _degrees, _codes):
        for start, end in way(said):
            yield Span("LOCATION_COORDINATES", start, end, Certainty.CONFIRMED)
    for pattern in (_SHORT_CODE, _GRID):
        for match in pattern.finditer(said) if pattern is _GRID or "+" in said else ():
            if _PLACE.search(before(said, match.start())):
                yield Span("LOCATION_COORDINATES", *match.span(), Certainty.CONFIRMED)
            elif pattern is _GRID and match["gap"]:
                yield Span("LOCATION_COORDINATES", *match.span(), Certainty.CANDIDATE)
    for match in _LINK.finditer(said) if "goo" in said.lower() else ():
        yield Span("LOCATION_COORDINATES", *match.span(), Certainty.CANDIDATE)


FAMILY = Family(
    name="coordinates",
    kinds=(Kind("LOCATION_COORDINATES", "exact coordinates"),),
    find=find,
    trigger=(
        rf"{DIGIT}[.,٫٬،]{DIGIT}{{4,}}[^0-9]+{DIGIT}{{1,3}}[.,٫٬،]{DIGIT}{{4}}|{DIGIT}\s?[°º˚]\s?{DIGIT}{{1,2}}|(?i:geo):|///|(?i:goo\.gl)|[2-9CFGHJMPQRVWX٠-٩۰-۹]{{4}}[+＋][2-9CFGHJMPQRVWX٠-٩۰-۹]{{2}}"
        rf"|{DIGIT}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{{2}}\s?{DIGIT}{{4,5}}\s?{DIGIT}{{4}}|{DIGIT}{GAP}{DIGIT}{{2}}{GAP}{DIGIT}{{2}}(?:[.٫]{DIGIT}+)?\s?[NS]"
    ),
    column=r"(^|_)(lat|lon|lng|latitude|longitude|latitud|longitud|gps|coordinates?|coordonnees|coordenadas|koordinaten|geo_?(point|location)|plus_?code|what3words|mgrs)($|_)",
    form=r"[+-]?\d{1,3}\.\d{4,}.*|[2-9CFGHJMPQRVWX]{8}\+[2-9CFGHJMPQRVWX]{2,7}|(///)?[^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+|\d{1,2} ?[C-X] ?[A-Z]{2} ?\d{4,5} ?\d{4,5}",
)
