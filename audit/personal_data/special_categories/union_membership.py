"""Membership of a trade union."""

from __future__ import annotations

from audit.personal_data.codes import code_list
from audit.personal_data.family import Family, Kind, Nature

FAMILY = Family(
    name="union_membership",
    kinds=(Kind("UNION_MEMBERSHIP", "trade union membership", Nature.SPECIAL),),
    column=r"(trade|labou?r)_?union|union_member|(^|_)(syndicat|sindicato|gewerkschaft)",
    telling=code_list(r"trade union(?:ist)?"),
)
