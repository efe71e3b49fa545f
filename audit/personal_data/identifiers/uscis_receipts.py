"""Receipt numbers of U.S. Citizenship and Immigration Services: three letters and ten digits.

References
----------
USCIS, "Receipt Number" (uscis.gov, Checking Your Case Status Online): thirteen characters, three
letters and ten digits. The letters name the office: EAC and VSC Vermont, WAC and CSC California, LIN
and NSC Nebraska, SRC and TSC Texas, MSC and NBC the National Benefits Center, YSC and PSC Potomac,
IOE what was filed or read electronically, and those with a Z the asylum offices (general knowledge). The grouping 2-3-5, fiscal year, working day, serial, is
from general knowledge. No check digit.
"""

from __future__ import annotations

from audit.personal_data.family import Certainty, Family, Kind
from audit.personal_data.labels import Labelled
from audit.personal_data.plain_text import GAP

_OFFICE = "(?:EAC|VSC|WAC|CSC|LIN|NSC|SRC|TSC|MSC|NBC|YSC|PSC|IOE|ZLA|ZSF|ZCH|ZNY|ZAR|ZHN|ZMI)"
RECEIPTS = Labelled(
    "USCIS_RECEIPT",
    # Letters of a known office and ten digits are nobody else's form.
    number=rf"(?<![\w-])(?P<known>(?i:{_OFFICE})[- ]?\d(?:[- ]?\d){{9}})(?![\w-])",
    label=r"\breceipt|\buscis\b|\bi-797\w?",
    alone={"known": Certainty.CONFIRMED},
)

FAMILY = Family(
    name="uscis_receipts",
    kinds=(Kind("USCIS_RECEIPT", "USCIS receipt numbers"),),
    find=RECEIPTS.find,
    trigger=rf"(?i:{_OFFICE}){GAP}?\d(?:{GAP}?\d){{4}}",
    column=r"(^|_)(uscis_?)?receipt_?(no|nr|num|number)$|(^|_)uscis($|_)",
    form=r"(?i:[A-Z]{3})[- ]?\d(?:[- ]?\d){9}",
)
