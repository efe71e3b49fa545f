"""Unique client identifiers (UCI, in French IUC) of Canada's immigration department.

References
----------
Immigration, Refugees and Citizenship Canada, Help Centre, "What is a UCI?": four digits, a hyphen and
four digits (0000-0000), or two, four and four (00-0000-0000); printed as "Client ID" too. No check
digit: eight digits are many things, so only a label beside them confirms.
"""

from __future__ import annotations

from audit.personal_data.family import Family, Kind
from audit.personal_data.labels import Labelled, near

IDENTIFIERS = Labelled(
    "CA_UCI",
    number=r"(?<![\w./+-])(?:\d{2}[- ]?)?\d{4}[- ]?\d{4}(?![\w/]|[.-]\d)",
    label=(
        r"\bucis?\b|\biuc\b|unique client identif(?:ier|ication)|identificateur unique d[eu] client"
        r"|\bclient (?:id|no|number)\b|\bid (?:de |du )?client\b|\b(?:num[ée]ro|n[°º]) (?:de |du )?client\b|\b(?:ircc|cic)\b|identificador [uú]nico de(?:l)? cliente"
        r"|معرف العميل|المعرف الفريد|رقم العميل"
    ),
    of_records=True,
)

FAMILY = Family(
    name="canadian_client_ids",
    kinds=(Kind("CA_UCI", "Canadian client identifiers (UCI)"),),
    find=IDENTIFIERS.find,
    trigger=near(
        r"(?-u:\b)(?:uci|iuc)|unique.client|unique.d[eu].client|client.(?:id|n[ou])|id.(?:d[eu].)?client|r?o?.d[eu].client|n..client|ircc|(?-u:\b)cic(?-u:\b)|nico.del?.cliente|معرف.العميل|المعرف.الفريد|رقم.العميل",
        r"\d{2}",
    ),
    column=r"(^|_)(uci|iuc|client_id_uci)($|_)",
    form=r"(?:\d{2}[- ]?)?\d{4}[- ]?\d{4}",
)
