"""Racial or ethnic origin, tribe, clan, caste, colour of skin."""

from __future__ import annotations

from audit.personal_data.codes import code_list
from audit.personal_data.family import Family, Kind, Nature

FAMILY = Family(
    name="ethnic_origin",
    kinds=(Kind("ETHNIC_ORIGIN", "racial or ethnic origin", Nature.SPECIAL),),
    column=r"ethni(c|e)|etni(a|sch)|(^|_)race(_|$)|rac1p|racial|(^|_)(tribe|clan|caste|tribu|raza|stamm)($|_)|skin_?(tone|colou?r)|العرق|قبيلة",
    telling=code_list(
        r"hazara|rohingya|tutsi|hutu|roma|pashtun|tajik|uzbek|amhara|tigrayan|oromo|kurd(?:ish)?|black|white|asian|hispanic|latino|latina|mixed race|gitan[oa]"
    ),
)
