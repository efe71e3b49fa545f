"""Passport numbers: they carry no check digit outside the machine-readable zone, so a label counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span

_LABELLED = re.compile(
    r"\bpassport\s*(?:no|nr|num|number)?\b[\s.:#]{0,4}(?:is\s)?"
    r"(?P<number>(?=(?:[A-Z]*\d){6})[A-Z]{0,3}\d{5,9}[A-Z]?)\b",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """Yield numbers that the text itself calls a passport number."""
    for match in _LABELLED.finditer(text):
        yield Span("PASSPORT_NUMBER", *match.span("number"), Certainty.CONFIRMED)


FAMILY = Family(
    name="passport_numbers",
    kinds=(Kind("PASSPORT_NUMBER", "passport numbers"),),
    find=find,
    trigger=r"(?i)passport",
    column=r"passport(_?(no|nr|num|number|id))?$|travel_doc(ument)?_?(no|num|number)",
    form=r"(?=(?:\D*\d){5})[A-Z0-9][A-Z0-9 ./\-]{4,20}",
)
