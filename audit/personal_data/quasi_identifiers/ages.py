"""Ages and age bands."""

from __future__ import annotations

from audit.personal_data.family import Family, Kind, Nature

FAMILY = Family(
    name="ages",
    kinds=(Kind("AGE", "ages", Nature.QUASI),),
    column=r"(^|_)(age|agep|edad|alter|leeftijd|العمر|عمر)(_?(at|in|years?|band|group|cat|category|range|bracket|ans|jahre)($|_).*)?$",
    form=r"(?:1[01]\d|\d{1,2})(?:\.0+)?|(?:under|over|below|above|<|>|≤|≥|unter|über|moins de|plus de)?\s*\d{1,3}\s*(?:[-–+]|to|à|bis)?\s*(?:\d{1,3})?\s*(?:and (?:over|under)|years?|ans|años|jahre)?",
)
