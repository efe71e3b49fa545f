"""Household and marital status: what neighbours know."""

from __future__ import annotations

from audit.personal_data.codes import code_list
from audit.personal_data.family import Family, Kind, Nature

FAMILY = Family(
    name="households",
    kinds=(Kind("HOUSEHOLD", "household and marital status", Nature.QUASI),),
    column=r"(^|_)(marital(_?status)?|(household|hh|family)_?size|relationship|(number_of|n)_?children|etat_civil|estado_civil|familienstand|الحالة_الاجتماعية)($|_)",
    telling=code_list(
        "married|widowed|divorced|marié|mariée|veuve|casada|casado|viuda|verheiratet|verwitwet"
    ),
)
