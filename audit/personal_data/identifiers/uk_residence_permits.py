"""Numbers of United Kingdom biometric residence permits and cards.

References
----------
Home Office, "Biometric residence permits: general information for overseas applicants, their
employers and sponsors" (gov.uk): the permit's number is in the upper right corner, begins with two
letters, the third sign is X or a digit, six digits follow; ZU begins most of those issued since 2015
(general knowledge). No check digit outside the machine-readable zone.
"""

from __future__ import annotations

from audit.personal_data.family import Certainty, Family, Kind
from audit.personal_data.labels import Labelled, find_all, near

_LABEL = (
    r"\bb\.?r\.?[pc]s?\b|biometric (?:residence )?(?:permit|card|document)s?|biometric immigration documents?|\b(?:uk|british) residence (?:permit|card)s?\b"
    r"|\be-?visas?\b|permiso de residencia biom[eé]trico|(?:permis|titre|carte) de séjour (?:biométrique|britannique)"
    r"|(?:permiso|tarjeta) de residencia brit[aá]nic[oa]|(?:تصريح|بطاقة) (?:ال)?[إا]قامة (?:ال)?(?:بيومتري|بيومترية|بريطاني)ة?"
)
LABELLED = Labelled(
    "UK_BRP",
    number=r"(?<![\w-])(?i:[A-Z]{2}[ -]?[X\d])(?:[ -]?\d){6}(?![\w-])",
    label=_LABEL,
    any_form=True,
)
BY_PREFIX = Labelled(
    "UK_BRP",
    number=r"(?<![\w-])(?i:[RZ][A-Z] ?[X\d])(?: ?\d){6}(?![\w-])",
    label=r"(?<!german )\bresidence (?:permit|card)s?\b",
)
ALONE = Labelled(
    "UK_BRP",
    number=r"(?<![\w-])(?P<likely>ZU ?\d{7}|ZU ?\d \d{3} \d{3}|(?:RZX|ZSX|ZWX) ?\d{6})(?![\w-])",
    label=_LABEL,
    alone={"likely": Certainty.CANDIDATE},
)

FAMILY = Family(
    name="uk_residence_permits",
    kinds=(Kind("UK_BRP", "United Kingdom residence permit numbers"),),
    find=find_all(LABELLED, BY_PREFIX, ALONE),
    trigger=r"ZU.?\d|(?:RZ|ZS|ZW)X.?\d|"
    + near(
        r"b\.?r\.?[pc]|biometric|residence.(?:permit|card)|e.?visa|de.residencia|de.s.jour|قامة",
        r"\d",
    ),
    column=r"(^|_)(brp|brc|biometric_residence)($|_)",
    form=r"(?i:[A-Z]{2}[X\d])\d{6}",
)
