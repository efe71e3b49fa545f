"""When somebody arrived, crossed or entered."""

from __future__ import annotations

from audit.personal_data.family import Family, Kind, Nature

FAMILY = Family(
    name="arrival_dates",
    kinds=(Kind("ARRIVAL_DATE", "dates of arrival", Nature.QUASI),),
    column=r"(^|_)(arriv(al|ed)(_?(date|on|day|month|year))?|(date|month|year)_(of_)?(arrival|entry|crossing|displacement)|(entry|crossing|departure|landing)_?(date|on)|entered(_on)?|date_(d_)?arrivee|fecha_(de_)?(llegada|entrada)|ankunft|einreise(datum)?|تاريخ_الوصول)($|_)",
    form=r"(?:\d{4}(?:[-/.]\d{1,2}(?:[-/.]\d{1,2})?)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[T ].*)?",
)
