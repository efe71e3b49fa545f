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

_NORTH = r"(?:north|nord|norte|south|sud|sur|شمالا?ً?|جنوبا?ً?|[NS])"
_EAST = r"(?:east|est|este|ost|west|ouest|oeste|شرقا?ً?|غربا?ً?|[EWO])"
_LAT = r"[\"']?(?:latitude|latitud|lat|breitengrad|breite|(?:ال)?خط العرض|خط عرض)[\"']?(?: nord| norte| north| sud| sur| south)?\.?\s?[:=]?\s*"
_LON = (
    r"[\"']?(?:longitude|longitud|long?|lng|längengrad|laengengrad|l[äa]nge|(?:ال)?خط الطول|خط طول)[\"']?"
    r"(?: est| este| east| ouest| oeste| west)?\.?\s?[:=]?\s*"
)
# What stands between the two: a sign, a word, a new line, or a space.
_APART = (
    r"[\"')\]]?(?:\s*[,;/|&+]\s*|\s+(?:and|et|y|by|und|و)\s*|\s+)(?:and\s|et\s|y\s|و\s?)?[\"'(\[]?"
)
# Read from its first number on: what stands in front is looked at where there are two.
_DECIMAL = re.compile(
    rf"(?P<lat>[+-]?\d{{1,2}}(?<!\d\d\d)(?<![.,]\d)(?<![.,]\d\d)[.,]\d{{3,}})\s?[°º˚]?(?P<n2>\s?{_NORTH}(?!\w))?"
    rf"{_APART}(?P<lon_label>{_LON})?(?P<e1>{_EAST}\s?)?(?P<lon>[+-]?\d{{1,3}}[.,]\d{{3,}})(?!\d)(?:\s?[°º˚])?(?P<e2>\s?{_EAST}(?!\w))?",
    re.IGNORECASE,
)
_IN_FRONT = re.compile(rf"(?<!\w)(?P<label>{_LAT})?(?P<n1>{_NORTH}\s?)?\Z", re.IGNORECASE)
_MINUTE = r"['′’‘´`ʹ]"
_SECOND = r"(?:[\"″”“]|''|’’|′′|´´|``)"
_DEGREE = r"\s?(?:[°º˚]|deg\.?|(?<=\d)d(?=\s?\d))\s?"
_MINUTE_SIGN = rf"\s?(?:{_MINUTE}(?!{_MINUTE})|min\.?|m(?=\s?\d))"
_SECOND_SIGN = rf"\s?(?:{_SECOND}|{_MINUTE}{_MINUTE}|sec\.?|s(?![^\W\d_]))"


def _part(name: str, hemisphere: str) -> str:
    return (
        rf"(?:(?P<{name}1>{hemisphere})\s?)?\d{{1,3}}{_DEGREE}(?P<{name}>\d{{1,2}}(?:[.,]\d+)?(?:{_MINUTE_SIGN})?"
        rf"(?:\s?\d{{1,2}}(?:[.,]\d+)?(?:{_SECOND_SIGN})?)?)\s?(?P<{name}2>{hemisphere}(?!\w))?"
    )


_DEGREES = re.compile(
    rf"(?<![\w.]){_part('lat', _NORTH)}(?:[\s,;/|]|\band\b|\bet\b|\by\b)*{_part('lon', _EAST)}(?!\w)",
    re.IGNORECASE,
)
_MARKED = re.compile(
    rf"\d\s?{_SECOND}|\d\s?{_MINUTE}{_MINUTE}|[.,]\d|\d\s?s|\d\D+\d", re.IGNORECASE
)
_WHOLE = r"\d{1,3}[ :-]\d{2}"
# Without a sign for degrees: "34 30 12 N 36 16 05 E", "34-30.25N 036-16.10E", "343012N 0361605E".
_BARE_DEGREES = re.compile(
    rf"(?<![\w.])(?:{_WHOLE}(?:[ :-]\d{{2}}(?:[.,]\d+)?|[.,]\d{{1,5}})\s?[NS][\s,;/]*{_WHOLE}(?:[ :-]\d{{2}}(?:[.,]\d+)?|[.,]\d{{1,5}})\s?[EWO]"
    rf"|[NS]\s?{_WHOLE}(?:[ :-]\d{{2}}(?:[.,]\d+)?|[.,]\d{{1,5}})[\s,;/]*[EWO]\s?{_WHOLE}(?:[ :-]\d{{2}}(?:[.,]\d+)?|[.,]\d{{1,5}})"
    r"|\d{4}\.\d{1,5},?\s?[NS][\s,;/]*\d{5}\.\d{1,5},?\s?[EW]|\d{6}(?:\.\d+)?\s?[NS][\s,;/]*\d{7}(?:\.\d+)?\s?[EW])(?!\w)"
)
_GEO = re.compile(
    r"(?<!\w)geo:-?\d{1,2}\.\d{3,},-?\d{1,3}\.\d{3,}(?:,-?\d+(?:\.\d+)?)?(?:[;?&]\w+=[\w.,-]+)*",
    re.IGNORECASE,
)
_PLUS_CODE = re.compile(
    r"(?<![\w+])[23456789C][2-9CFGHJMPQRV][2-9CFGHJMPQRVWX]{6}\+[2-9CFGHJMPQRVWX]{2,7}(?![\w+])"
)
_SHORT_CODE = re.compile(r"(?<![\w+])[2-9CFGHJMPQRVWX]{4}\+[2-9CFGHJMPQRVWX]{2,3}(?![\w+])")
_GRID = re.compile(
    r"[1-9](?<!\w[1-9])(?:(?<=[1-5])\d|(?<=6)0)?[C-HJ-NP-X](?P<gap> ?)[A-HJ-NP-Z]{2}(?P=gap)(?:\d{4}(?P=gap)\d{4}|\d{5}(?P=gap)\d{5})(?!\w)"
)
_TRANSVERSE = re.compile(
    r"(?<!\w)[1-6]?\d ?[C-HJ-NP-X],? \d{6}(?:\.\d+)? ?(?:m ?)?E?,? \d{7}(?:\.\d+)?(?: ?(?:m ?)?N)?(?!\w)"
)
_DEGREE_SIGN = re.compile(r"\d ?(?:[°º˚]|deg|d) ?\d", re.IGNORECASE)
_WORDS = re.compile(
    r"(?<![\w/:])(?:///|(?:https?://)?(?:w3w\.co|what3words\.com)/)[^\W\d_]{2,}\.[^\W\d_]{2,}\.[^\W\d_]{2,}(?!\w)"
)
_LINK = re.compile(r"(?:https?://)?(?:maps\.app\.goo\.gl|goo\.gl/maps)/\w{6,}", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:https?://|www\.|(?<![\w.])(?:maps?\.\w+|google|osm|waze)\.\w{2,3}/)[^\s<>\"]+",
    re.IGNORECASE,
)
_OF_MAPS = ("://", "www.", "map", "google", "osm", "waze")
# In a link to one of these all is the place; in an address of anybody's, the two numbers are.
_SERVICE = re.compile(
    r"(?:https?://)?[^/\s]*\b(?:google|goo|openstreetmap|osm|waze|apple|bing|here|wego|yandex|2gis|baidu|mapquest|maps\.me|mapy|what3words|w3w|geohack|opentopomap|organicmaps)\b",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(
    r"[+-]?\d{1,2}\.\d{4,}(?:,|%2C|/|;|~|\+|%20|!4d|&(?:amp;)?\w{1,10}=)+[+-]?\d{1,3}\.\d{4,}",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"plus ?code|google maps?|location|gps|coordinates?|pin\b|mgrs|utm|grid|ubicaci[óo]n|coord|position|localisation|huso|fuseau|الموقع|إحداثي",
    re.IGNORECASE,
)
_STATISTIC = re.compile(
    r"\b(?:ratio|score|rate|odds|prob|p ?=|weight|risk|confidence|mean|auc|sd|taux|tasa|cours|eur|usd|interval|range|between|entre)\b",
    re.IGNORECASE,
)


_HEMISPHERE = re.compile(r"\d,?\s?[NS]|[NS]\s?\d")
_THREE_DECIMALS = re.compile(r"\d[.,]\d{3}")
_LABEL_REACH = 36
_FEWEST_DECIMALS = 4


def _value(said: str) -> float:
    return abs(float(said.replace(",", ".")))


def _decimals(said: str) -> int:
    return len(said) - max(said.find("."), said.find(",")) - 1


def _decimal(text: str) -> Iterator[tuple[int, int]]:
    for match in _DECIMAL.finditer(text) if _THREE_DECIMALS.search(text) else ():
        lat, lon = _value(match["lat"]), _value(match["lon"])
        front = _IN_FRONT.search(text, max(0, match.start() - _LABEL_REACH), match.start())
        if lat > 90 or lon > 180 or front is None:
            continue
        labels = (front["label"], match["lon_label"])
        north, east = front["n1"] or match["n2"], match["e1"] or match["e2"]
        # Three decimals are a hundred metres, and thousands elsewhere.
        exact = min(_decimals(match["lat"]), _decimals(match["lon"])) >= _FEWEST_DECIMALS
        sure = all(labels) or (north and east)
        if exact and not sure:
            # Two numbers below one are scores more often than the Gulf of Guinea.
            likely = max(lat, lon) > 1 and not _STATISTIC.search(_line_before(text, match.start()))
            sure = any(labels) or north or east or likely
        if sure:
            yield front.start(), match.end()


def _line_before(text: str, start: int) -> str:
    return before(text, start, 30).rpartition("\n")[2]


def _degrees(text: str) -> Iterator[tuple[int, int]]:
    for match in _DEGREES.finditer(text) if _DEGREE_SIGN.search(text) else ():
        hemispheres = (match["lat1"] or match["lat2"]) and (match["lon1"] or match["lon2"])
        # Whole minutes are two kilometres: seconds, or decimals of a minute, are a place.
        exact = all(_MARKED.search(match[part]) for part in ("lat", "lon"))
        if hemispheres and exact:
            yield match.span()


def _codes(text: str) -> Iterator[tuple[int, int]]:
    for match in _BARE_DEGREES.finditer(text) if _HEMISPHERE.search(text) else ():
        yield match.span()
    for pattern, sign in ((_PLUS_CODE, "+"), (_WORDS, "/")):
        for match in pattern.finditer(text) if sign in text else ():
            yield match.span()


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield links to a map that show a place."""
    low = text.lower()
    for match in _GEO.finditer(text) if "geo:" in low else ():
        yield match.span()
    for match in (
        _ADDRESS.finditer(text) if "/" in low and any(sign in low for sign in _OF_MAPS) else ()
    ):
        place = _IN_ADDRESS.search(text, *match.span())
        if place and not _SERVICE.match(match.group()):
            yield place.span()
        elif place:
            yield match.start(), match.start() + len(match.group().rstrip(".,;:!?)]}'"))


def _patterns_of_words(text: str) -> Iterator[re.Pattern[str]]:
    """Yield the patterns of codes that need words beside them, where such a code can be."""
    yield _GRID
    if "+" in text:
        yield _SHORT_CODE
    if "utm" in text.lower():
        yield _TRANSVERSE


def find(text: str) -> Iterator[Span]:
    """Yield places: confirmed, or candidates where only the words beside a short code say so."""
    said = plain(text)
    links = [*_addresses(said)]
    for way in (_decimal, _degrees, _codes):
        for start, end in way(said):
            if not any(first <= start < last for first, last in links):
                yield Span("LOCATION_COORDINATES", start, end, Certainty.CONFIRMED)
    for start, end in links:
        yield Span("LOCATION_COORDINATES", start, end, Certainty.CONFIRMED)
    for pattern in _patterns_of_words(said):
        for match in pattern.finditer(said):
            if _PLACE.search(before(said, match.start())):
                yield Span("LOCATION_COORDINATES", *match.span(), Certainty.CONFIRMED)
            elif pattern is _GRID and match["gap"]:
                yield Span("LOCATION_COORDINATES", *match.span(), Certainty.CANDIDATE)
    for match in _LINK.finditer(said) if "goo" in said.lower() else ():
        yield Span("LOCATION_COORDINATES", *match.span(), Certainty.CANDIDATE)


_SEP = f"(?:{GAP}|:)"
_BLANK_OR_DEGREE = f"(?:{GAP}|[°º˚])"
FAMILY = Family(
    name="coordinates",
    kinds=(Kind("LOCATION_COORDINATES", "exact coordinates"),),
    find=find,
    trigger=(
        rf"{DIGIT}[.,٫٬،]{DIGIT}{{4,}}(?:[^0-9]+|%2[Cc0]|!4d){DIGIT}{{1,3}}[.,٫٬،]{DIGIT}{{4}}"
        rf"|{DIGIT}[.,٫٬،]{DIGIT}{{3}}{DIGIT}*{_BLANK_OR_DEGREE}*(?:[NnSs]|شمال|جنوب)|(?i:lat|breite|عرض)[^0-9]+{DIGIT}{{1,2}}[.,٫٬،]{DIGIT}{{3}}"
        rf"|{DIGIT}{GAP}?(?i:[°º˚]|deg\.?|d){GAP}?{DIGIT}|(?i:geo):|///|(?i:goo\.gl|w3w\.co|what3words)"
        rf"|[2-9CFGHJMPQRVWX٠-٩۰-۹]{{4}}[+＋][2-9CFGHJMPQRVWX٠-٩۰-۹]{{2}}"
        rf"|{DIGIT}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{{2}}\s?{DIGIT}{{4,5}}\s?{DIGIT}{{4}}|{DIGIT}{GAP}?[C-HJ-NP-X][,،]?{GAP}{DIGIT}{{6}}"
        rf"|{DIGIT}{_SEP}{DIGIT}{{2}}(?:[.,٫٬،]{DIGIT}+)?\s?[NS](?:[^A-Za-z]|$)"
        rf"|(?:^|[^0-9A-Za-z])[NS]\s?{DIGIT}{{1,3}}{_SEP}{DIGIT}{{2}}|{DIGIT}{{4}}[.٫]{DIGIT}{{1,5}}[,،]?\s?[NS]|{DIGIT}{{6}}\s?[NS](?:[^A-Za-z]|$)"
    ),
    column=r"(^|_)(lat|lon|lng|latitude|longitude|latitud|longitud|gps|coordinates?|coordonnees|coordenadas|koordinaten|geo_?(point|location)|plus_?code|what3words|mgrs)($|_)",
    form=r"[+-]?\d{1,3}\.\d{4,}.*|[2-9CFGHJMPQRVWX]{8}\+[2-9CFGHJMPQRVWX]{2,7}|(///)?[^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+|\d{1,2} ?[C-X] ?[A-Z]{2} ?\d{4,5} ?\d{4,5}",
)
