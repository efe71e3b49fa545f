"""Religion and belief."""

from __future__ import annotations

from audit.personal_data.codes import code_list
from audit.personal_data.family import Family, Kind, Nature

FAMILY = Family(
    name="religion",
    kinds=(Kind("RELIGION", "religion or belief", Nature.SPECIAL),),
    column=r"relig|(^|_)(faith|belief|church|mosque|denomination|culte|croyance|glaube|konfession)($|_)|الدين|ديانة|الديانة",
    telling=code_list(
        r"muslim|islam|sunni|shia|christian|catholic|orthodox|protestant|hindu|buddhist|jewish|sikh|ahmadi|baha.?i|yazidi|druze|atheist|musulman[ae]?|chrétien(?:ne)?|catholique|cristian[oa]|católic[oa]|musulmán|moslem|christlich|مسلم|مسيحي|سني|شيعي"
    ),
)
