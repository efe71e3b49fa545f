"""Numbers that UNHCR gives to a household (file, case) and to a person (individual).

References
----------
UNHCR Malaysia, "UNHCR documents": file numbers 123-45C67890 (until February 2021) and 123-45-67890
(since), individual numbers 123-12345678. There is no check digit. That an operation's three letters
can stand for the first three digits is general knowledge.
"""

from __future__ import annotations

from audit.personal_data.family import Certainty, Family, Kind
from audit.personal_data.labels import Labelled, find_all
from audit.personal_data.plain_text import GAP

_LABEL = (
    r"(?:\b(?:unhcr|progres|hcr|acnur|refugee agency)\b|المفوضية|للمفوضية)(?:[ -](?:file|case|group|household|dossier))?"
    r"|\b(?:individual|refugee|asylum seeker|registration|household) (?:id|card|certificate )?"
    r"(?:no|nr|number|id|registration)\b"
)
_BEFORE, _BEHIND = r"(?<![\w-])", r"(?![\w-]|[.,]\d)"
# Nobody else writes a C between the year and the serial.
OLD = Labelled(
    "UNHCR_NUMBER",
    number=rf"{_BEFORE}(?:\d{{3}}|[A-Z]{{3}})-\d{{2}}C\d{{5}}{_BEHIND}",
    label=_LABEL,
    alone=Certainty.CONFIRMED,
)
NEW = Labelled(
    "UNHCR_NUMBER",
    number=rf"{_BEFORE}\d{{3}}-(?:\d{{2}}-\d{{5}}|\d{{8}}){_BEHIND}",
    label=_LABEL,
    alone=Certainty.CANDIDATE,
)
LETTERS = Labelled(
    "UNHCR_NUMBER",
    number=rf"{_BEFORE}(?i:[A-Z]{{3}}[-/](?:\d{{2}}[-/]\d{{5}}|\d{{8}})|\d{{3}}-\d{{2}}c\d{{5}}){_BEHIND}",
    label=_LABEL,
)

FAMILY = Family(
    name="unhcr_numbers",
    kinds=(Kind("UNHCR_NUMBER", "UNHCR numbers"),),
    find=find_all(OLD, NEW, LETTERS),
    trigger=rf"(?:\d{{3}}|[A-Za-z]{{3}}){GAP}\d{{2}}(?:{GAP}|[Cc]|\d)\d{{5}}",
    column=r"unhcr|progres",
    form=r"(?=(?:\D*\d){5})[A-Z0-9][A-Z0-9 ./\-]{4,20}",
)
