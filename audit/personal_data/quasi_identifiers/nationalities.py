"""Nationality, citizenship, country of origin or birth."""

from __future__ import annotations

from collections.abc import Sequence

from audit.personal_data.codes import MOST_CODES
from audit.personal_data.family import Family, Kind, Nature
from audit.pooling import country

_FEW = 3
_LEAST = 0.8


def telling(values: Sequence[str]) -> float:
    """Return the share of different values that are countries, by name or three-letter code."""
    codes = {value.strip() for value in values} - {""}
    if len(codes) > MOST_CODES:
        return 0.0
    share = sum(country(code) is not None for code in codes) / max(len(codes), 1)
    return share if len(codes) >= _FEW and share >= _LEAST else 0.0


FAMILY = Family(
    name="nationalities",
    kinds=(Kind("NATIONALITY", "nationalities or countries of origin", Nature.QUASI),),
    column=r"(^|_)(nationalit(y|ies)|nation|citizen(ship)?|country(_of_(origin|birth|nationality))?|(origin|birth|native|home)_country|nativity|cit|coo|pobp|foreign_born|nationalite|pays(_d)?_?(origine|naissance)?|nacionalidad|ciudadania|pais(_de)?_?(origen|nacimiento)?|staatsangehorigkeit|staatsburgerschaft|herkunftsland|geburtsland|nazionalita|cittadinanza|nationaliteit|الجنسيه|الجنسية|جنسية|بلد_المنشا|بلد_الميلاد)($|_)",
    telling=telling,
)
