"""Languages people speak."""

from __future__ import annotations

from audit.personal_data.codes import code_list
from audit.personal_data.family import Family, Kind, Nature

FAMILY = Family(
    name="languages",
    kinds=(Kind("LANGUAGE", "languages", Nature.QUASI),),
    column=r"(^|_)(language|lang|mother_tongue|dialect|langue|idioma|lengua|sprache|lingua|اللغة|لغة)($|_)",
    telling=code_list(
        "arabic|dari|farsi|persian|pashto|tigrinya|amharic|somali|oromo|kurmanji|sorani|urdu|bengali|tamil"
        "|burmese|rohingya|spanish|french|english|russian|ukrainian|arabe|espagnol|anglais|francés|árabe"
        "|arabisch|spanisch|englisch|العربية",
        least=1 / 2,
    ),
)
