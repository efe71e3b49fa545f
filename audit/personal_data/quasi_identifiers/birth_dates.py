"""Dates and years of birth."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.personal_data.family import Family, Kind, Nature

_ISO = re.compile(r"((?:18|19|20)\d{2})-\d{2}-\d{2}")
_FEW = 20
_LIFETIME = 40
"""Years that dates of birth of adults span, and those of an administration's files seldom do."""


def telling(values: Sequence[str]) -> float:
    """Return .6 where values are full dates of which the middle nine tenths span forty years, else 0."""
    years = sorted(int(m.group(1)) for v in values if (m := _ISO.match(v.strip())))
    if len(years) < max(_FEW, 0.8 * len(values)):
        return 0.0
    low, high = (years[int(q * (len(years) - 1))] for q in (0.05, 0.95))
    return 0.6 if high - low >= _LIFETIME else 0.0


FAMILY = Family(
    name="birth_dates",
    kinds=(Kind("BIRTH_DATE", "dates of birth", Nature.QUASI),),
    column=r"(^|_)(dob|yob|birth_?(date|day|year)|(date|year)_?(of_?)?birth|born(_on)?|(date|annee)(_de)?_naissance|(fecha|ano)(_de)?_nacimiento|geburts(datum|tag|jahr)|geboren|تاريخ_الميلاد|سنة_الميلاد)($|_)",
    form=r"(?:\d{4}(?:[-/.]\d{1,2}(?:[-/.]\d{1,2})?)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[T ].*)?",
    telling=telling,
)
