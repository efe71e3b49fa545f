"""Numbers that UNHCR gives to a household (file, case) and to a person (individual).

References
----------
UNHCR Malaysia, "UNHCR documents": file numbers 123-45C67890 (until February 2021) and 123-45-67890
(since), individual numbers 123-12345678. There is no check digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span, labelled

_NUMBER = re.compile(
    r"(?<![\w-])(?:(?P<old>\d{3}-\d{2}C\d{5})|\d{3}-\d{2}-\d{5}|\d{3}-\d{8}"
    r"|(?!REF|CAS)[A-Z]{3}-(?:\d{2}C\d{5}|\d{8}))(?![\w-])"
)
_LABEL = re.compile(
    r"\bunhcr\b|\bprogres\b|\b(?:individual|registration|file|case) (?:no|nr|number)\b",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """Yield UNHCR numbers: confirmed in the form nobody else uses or by a label, else candidates."""
    for match in _NUMBER.finditer(text):
        sure = match.group("old") is not None or labelled(text, match.start(), _LABEL)
        yield Span(
            "UNHCR_NUMBER", *match.span(), Certainty.CONFIRMED if sure else Certainty.CANDIDATE
        )


FAMILY = Family(
    name="unhcr_numbers",
    kinds=(Kind("UNHCR_NUMBER", "UNHCR numbers"),),
    find=find,
    trigger=r"(\d{3}|[A-Z]{3})-\d{2}[-C\d]\d{5}",
    column=r"unhcr|progres",
    form=r"(?=(?:\D*\d){5})[A-Z0-9][A-Z0-9 ./\-]{4,20}",
)
