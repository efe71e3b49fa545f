"""Numbers that UNHCR gives to a household (file, case) and to a person (individual).

References
----------
UNHCR Malaysia, "UNHCR documents": file numbers 123-45C67890 (until February 2021) and 123-45-67890
(since), individual numbers 123-12345678. There is no check digit. That an operation's three letters
can stand for the first three digits is general knowledge.
"""

from __future__ import annotations

from audit.personal_data.family import Certainty, Family, Kind
from audit.personal_data.labels import Labelled
from audit.personal_data.plain_text import HYPHEN

_LABEL = (
    r"(?:\b(?:unhcr|progres|hcr|acnur|refugee agency)\b|المفوضية|للمفوضية)(?:[ -](?:file|case|group|household|dossier))?"
    r"|\b(?:individual|refugee|asylum seeker) (?:(?:id|card|certificate|registration) )?(?:no|nr|number|id|registration)\b"
)
NUMBERS = Labelled(
    "UNHCR_NUMBER",
    number=(
        r"(?<![\w-])(?:(?P<old>(?:\d{3}|[A-Z]{3})-\d{2}C\d{5})|(?P<new>\d{3}-(?:\d{2}-\d{5}|\d{8}))"
        r"|[A-Za-z]{3}[-/](?:\d{2}[-/]\d{5}|\d{8})|\d{3}-\d{2}c\d{5})(?![\w-]|[.,]\d)"
    ),
    label=_LABEL,
    # Few others write a C between the year and the serial.
    alone={"old": Certainty.CONFIRMED, "new": Certainty.CANDIDATE},
    unless_called_else=True,
)

FAMILY = Family(
    name="unhcr_numbers",
    kinds=(Kind("UNHCR_NUMBER", "UNHCR numbers"),),
    find=NUMBERS.find,
    trigger=rf"(?:\d{{3}}|[A-Za-z]{{3}})(?:/|{HYPHEN})\d{{2}}(?:(?:[/Cc]|{HYPHEN})\d{{5}}|\d{{6}})",
    column=r"unhcr|progres",
    form=r"(?=(?:\D*\d){5})[A-Z0-9][A-Z0-9 ./\-]{4,20}",
)
