"""Places given to four decimals of a degree or more: about eleven metres, one dwelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span

_PAIR = re.compile(
    r"(?<![\w.])(?P<lat>[+-]?\d{1,2}\.\d{4,})\s?°?\s?[NS]?\s?[,;/ ]\s*"
    r"(?P<lon>[+-]?\d{1,3}\.\d{4,})(?!\d)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """Yield pairs of latitude and longitude that lie on the globe."""
    for match in _PAIR.finditer(text):
        if abs(float(match["lat"])) <= 90 and abs(float(match["lon"])) <= 180:
            yield Span("LOCATION_COORDINATES", *match.span(), Certainty.CONFIRMED)


FAMILY = Family(
    name="coordinates",
    kinds=(Kind("LOCATION_COORDINATES", "exact coordinates"),),
    find=find,
    trigger=r"\d\.\d{4,}",
    column=r"(^|_)(lat|lon|lng|latitude|longitude|gps|coordinates?)($|_)",
    form=r"[+-]?\d{1,3}\.\d{4,}.*",
)
