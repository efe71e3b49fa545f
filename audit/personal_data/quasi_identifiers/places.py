"""Towns, districts, camps: where people live or come from."""

from __future__ import annotations

from audit.personal_data.family import Family, Kind, Nature

FAMILY = Family(
    name="places",
    kinds=(Kind("TOWN", "towns and districts", Nature.QUASI),),
    column=r"(^|_)(town|city|village|municipality|commune|district|province|governorate|county|region|adm(in)?\d?|camp|settlement|shelter|neighbou?rhood|quarter|birth_?place|place_of_(birth|residence)|ville|quartier|pueblo|ciudad|municipio|barrio|provincia|stadt|wohnort|gemeinde|geburtsort|ort|مدينة|المدينة|مخيم|محافظة|قرية)($|_)",
)
