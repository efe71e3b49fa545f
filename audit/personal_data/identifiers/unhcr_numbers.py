"""Numbers that UNHCR gives to a household (file, case) and to a person (individual).

References
----------
UNHCR Malaysia, "UNHCR documents": file numbers 123-45C67890 (until February 2021) and 123-45-67890
(since), individual numbers 123-12345678. There is no check digit. That an operation's three letters
can stand for the first three digits is general knowledge, and so is that clerks write dashes, strokes,
dots or spaces for the hyphens, and a small c.
"""

from __future__ import annotations

from audit.personal_data.family import Certainty, Family, Kind
from audit.personal_data.labels import Labelled, near
from audit.personal_data.plain_text import GAP, HYPHEN

_JOIN = r" ?[-/.] ?"
_YEAR_AND_SERIAL = r"\d{2}(?: ?[-/.]? ?[Cc] ?[-/.]? ?|[ ]?[-/.]? ?)\d{5}"
_LABEL = (
    r"\b(?:unhcr|progres(?: v ?\d)?|hcr|acnur|refugee agency|rsd|resettlement|mandate)\b|(?:لل|ال)?مفوضية"
    r"|\b(?:individual|refugee|asylum[- ]seeker|registration group|household|family)"
    r" (?:(?:id|card|certificate|registration|file|case|status) )?(?:no|nr|number|id|registration|certificate|card|#)"
    r"|\bindividu(?:ell?|el)? ?(?:no|n[°º]|nr|id)|الرقم الفردي|رقم (?:ال)?(?:فرد|لاجئ)"
)
NUMBERS = Labelled(
    "UNHCR_NUMBER",
    number=(
        rf"(?<![\w/-])(?<!\d[./-] )(?:(?P<old>(?:\d{{3}}|[A-Z]{{3}}){_JOIN}\d{{2}} ?[-/.]? ?[Cc] ?[-/.]? ?\d{{5}})"
        rf"|(?P<new>\d{{3}}-(?:\d{{2}}-\d{{5}}|\d{{8}}))"
        rf"|(?:\d{{3}}(?:{_JOIN}| )?|[A-Z]{{3}}(?:{_JOIN}| )|[a-z]{{3}}[-/])(?:{_YEAR_AND_SERIAL}|\d{{8}}))(?![\w/-]|[.,]\d)"
    ),
    label=_LABEL,
    # Few others write a C between the year and the serial.
    alone={"old": Certainty.CONFIRMED, "new": Certainty.CANDIDATE},
    unless_called_else=True,
    of_records=True,
    any_form=True,
)

FAMILY = Family(
    name="unhcr_numbers",
    kinds=(Kind("UNHCR_NUMBER", "UNHCR numbers"),),
    find=NUMBERS.find,
    trigger=(
        rf"(?:\d{{3}}|[A-Z]{{3}}){GAP}{{1,3}}\d{{2}}(?:{GAP}{{0,3}}[Cc]{GAP}{{0,3}}\d{{5}}|{HYPHEN}\d{{5}}|\d{{6}})|"
        + near(
            r"unhcr|progres|hcr|acnur|refugee|asylum.seeker|(?-u:\b)(?:rsd|resettlement|mandate)(?-u:\b)|individu|registration.group"
            r"|(?:household|family) (?:id|ca|ce|re|fi|st|n|#)|مفوضية|الرقم.الفردي|رقم.(?:ال)?(?:فرد|لاجئ)",
            r"\d(?:.{0,2}[\dA-Z]){5}",
        )
    ),
    column=r"unhcr|progres",
    form=r"(?=(?:\D*\d){5})[A-Z0-9][A-Z0-9 ./\-]{4,20}",
)
