"""Sex and gender, written out or as a letter."""

from __future__ import annotations

from collections.abc import Sequence

from audit.personal_data.family import Family, Kind, Nature

_CODES = frozenset((
    "m", "f", "x", "w", "d", "h", "v", "male", "female", "man", "woman", "men", "women", "boy", "girl", "homme", "femme",
    "masculin", "féminin", "hombre", "mujer", "masculino", "femenino", "mann", "frau", "männlich", "weiblich", "divers",
    "ذكر", "أنثى", "non-binary", "nonbinary", "other", "unknown", "u",
))  # fmt: skip


def telling(values: Sequence[str]) -> float:
    """Tell a list of two to six codes that are all of a sex: one alone, or half of them, is no sign."""
    codes = {value.strip().lower() for value in values} - {""}
    return float(
        2 <= len(codes) <= 6
        and codes <= _CODES
        and len(codes - {"other", "unknown", "u", "x"}) >= 2
    )


FAMILY = Family(
    name="sexes",
    kinds=(Kind("SEX", "sex or gender", Nature.QUASI),),
    column=r"(^|_)(sex|gender|sexe|genre|sexo|genero|geschlecht|sesso|geslacht|الجنس|جنس)($|_)",
    telling=telling,
)
