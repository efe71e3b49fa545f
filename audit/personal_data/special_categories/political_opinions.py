"""Political opinions and membership of parties."""

from __future__ import annotations

from audit.personal_data.codes import code_list
from audit.personal_data.family import Family, Kind, Nature

FAMILY = Family(
    name="political_opinions",
    kinds=(Kind("POLITICAL_OPINION", "political opinions", Nature.SPECIAL),),
    column=r"politi(c|que|sch)|party_member|(^|_)(parti|partido|partei)(_|$)|membership_of_party|سياسي|حزب",
    telling=code_list(
        r"communist|socialist|monarchist|opposition(?: (?:party|member|activist))?|political activist|ruling party|dissident"
    ),
)
