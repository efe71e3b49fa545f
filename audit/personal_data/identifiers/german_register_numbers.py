"""Numbers of Germany's central register of foreigners (AZR) and of asylum files.

References
----------
AZRG-DV § 2: the register gives each person a number of its own (AZR-Nummer) that must show nothing
about the person. It has twelve digits: the day of first storage, five of serial and a check digit
whose rule is not published (general knowledge), so that only a label confirms it. File numbers of the
Federal Office (BAMF): seven digits, a hyphen and the three-digit key of a nationality of the Federal
Statistical Office (475 Syria, 423 Afghanistan); general knowledge too.
"""

from __future__ import annotations

from audit.personal_data.family import Family, Kind
from audit.personal_data.labels import Labelled, find_all

AZR = Labelled(
    "DE_AZR_NUMBER",
    number=r"(?<![\w./-])\d(?:[ ./-]{0,2}\d){11}(?![\w/]|[ .-]\d)",
    label=(
        r"\bazr|ausl[aäe]{1,2}nder(?:zentral)?register|zentralregister|central (?:aliens )?register (?:of|for) (?:foreign(?:ers| nationals)|aliens)"
        r"|central foreigners['’]? register|registre (?:central )?(?:allemand )?des [ée]trangers|registro central (?:alem[aá]n )?de extranjeros"
        r"|السجل المركزي(?: للأجانب)?|سجل الأجانب"
    ),
    of_records=True,
    any_form=True,
)
FILE = Labelled(
    "DE_ASYLUM_FILE",
    number=r"(?<![\w./-])\d{7}[ ]?-[ ]?\d{3}(?![\w/]|[.-]\d)",
    label=r"\bbamf\b|bundesamt(?:es)?\b|asylverfahren|asylakte|\b(?:bamf-)?(?:az|gz|aktenzeichen|geschäftszeichen)\b",
)

FAMILY = Family(
    name="german_register_numbers",
    kinds=(
        Kind("DE_AZR_NUMBER", "German register numbers (AZR)"),
        Kind("DE_ASYLUM_FILE", "German asylum file numbers"),
    ),
    find=find_all(AZR, FILE),
    trigger=r"(?i:azr|nder.?register|zentralregister|central.(?:aliens.)?register|central.foreig|des..trangers|central.(?:[^ ]* )?de.extranj)|سجل.الأجانب|السجل.المركزي|\d{7}.{0,2}[-‐‑‒–−﹣－].?\d{3}",
    column=r"(^|_)azr(_|$)",
    form=r"(?=(?:\D*\d){12}\D*$)[\d ./-]+",
)
