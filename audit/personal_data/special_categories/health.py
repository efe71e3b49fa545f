"""Health, disability and pregnancy."""

from __future__ import annotations

from audit.personal_data.codes import code_list
from audit.personal_data.family import Family, Kind, Nature

FAMILY = Family(
    name="health",
    kinds=(Kind("HEALTH", "health or disability", Nature.SPECIAL),),
    column=r"health|medical|diagnos|disab|disease|illness|(^|_)(hiv|vih|dis)(_|$)|pregnan|medication|(^|_)mental|vulnerabilit|sante|maladie|handicap|grossesse|salud|enfermedad|discapacidad|embarazad|gesundheit|krankheit|behinder|schwanger|صحة|الصحة|مرض|اعاقة|إعاقة",
    telling=code_list(
        r"hiv|vih|hepatitis|tuberculosis|ptsd|diabet\w+|cancer|schizophreni\w+|epilep\w+|pregnan\w+|disabled|disability|depression|diagnos\w+|psychiatr\w+|wheelchair|enceinte|handicapée?|embarazada|discapacidad|schwanger|behindert|حامل|معاق"
    ),
)
