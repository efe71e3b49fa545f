"""Occupation and education."""

from __future__ import annotations

from audit.personal_data.family import Family, Kind, Nature

FAMILY = Family(
    name="occupations",
    kinds=(Kind("OCCUPATION", "occupation or education", Nature.QUASI),),
    column=r"(^|_)(occupation|profession|job|employer|workclass|education|school|metier|profesion|ocupacion|beruf|ausbildung|المهنة|مهنة)($|_)",
)
