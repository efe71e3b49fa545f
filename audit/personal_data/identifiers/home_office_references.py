"""References under which the United Kingdom's Home Office keeps a person or an application.

References
----------
gov.uk application pages: the Home Office reference (a letter and seven digits, with a stroke and a
number for each dependant), the Unique Application Number (four groups of four digits), the Global Web
Form number (GWF and nine digits), the share code (nine signs that begin with W, R or S), the
certificate of sponsorship and the confirmation of acceptance for studies (fourteen signs at most).
No check digits that are public; only GWF is a form of its own, the others need their label.
"""

from __future__ import annotations

from audit.personal_data.family import Certainty, Family, Kind
from audit.personal_data.labels import Labelled, find_all, near

_TYPE = "UK_HOME_OFFICE_REFERENCE"
_REF = r"ref(?:erence|s|\b)?\.?"
_OFFICE = (
    rf"\bh\.?o\.?[ -]?(?:{_REF}|nos?\b|nr\b|number|file|case|#|:)|home office|\bukvi\b|\bukba\b|\buk visas (?:and|&) immigration\b"
    r"|\bcid (?:no|ref|number|id)\b|\batlas (?:no|ref|number|id)\b|\bport ref(?:erence)?\b|وزارة الداخلية البريطانية|الهوم أوفيس|ministerio del interior brit[aá]nico"
)
HOME_OFFICE = Labelled(
    _TYPE,
    number=(
        r"(?<![\w/-])(?i:[A-Z][ -]?\d{7}(?:[/-]\d{1,3})?|[A-Z]{2,3}\d{0,2}/\d{6,8}(?:/\d{1,3})?|[A-Z] \d{3} ?\d{4}|[A-Z]\d \d{3} \d{3})(?![\w/-])"
    ),
    label=_OFFICE,
    of_records=True,
    any_form=True,
)
APPLICATION = Labelled(
    _TYPE,
    number=r"(?<![\w-])\d{4}([- /.]?)\d{4}\1\d{4}\1\d{4}(?:/\d{1,2})?(?![\w-])",
    label=rf"\buan\b|unique application (?:no|number|reference|ref|id)|{_OFFICE}",
    of_records=True,
)
WEB_FORM = Labelled(
    _TYPE,
    number=r"(?<![\w-])(?P<known>(?i:GWF)[ -]?\d(?:[ -]?\d){8})(?![\w-])",
    label=r"\bgwf\b",
    alone={"known": Certainty.CONFIRMED},
)
SHARE_CODE = Labelled(
    _TYPE,
    number=r"(?<![\w-])[WRS](?=[A-Z0-9 ]*\d)[A-Z0-9]{2}([ -]?)[A-Z0-9]{3}\1[A-Z0-9]{3}(?![\w-])",
    label=r"share codes?\b",
)
SPONSORSHIP = Labelled(
    _TYPE,
    number=r"(?<![\w-])[CE](?=(?:[A-Z0-9]*\d){4})[A-Z0-9]{10,13}(?![\w-])",
    label=r"\bcos\b|\bcas\b|certificate of sponsorship|confirmation of acceptance(?: for studies)?",
)

FAMILY = Family(
    name="home_office_references",
    kinds=(Kind(_TYPE, "Home Office references"),),
    find=find_all(HOME_OFFICE, APPLICATION, WEB_FORM, SHARE_CODE, SPONSORSHIP),
    trigger=r"(?i:gwf).?\d|"
    + near(
        r"gwf|home.office|(?-u:\b)h\.?o\.?.?(?:ref|n[oru]|file|case|[#:])|ukvi|ukba|visas.(?:and|&).immig|(?:cid|atlas).(?:no|ref|num|id)"
        r"|port.ref|البريطانية|الهوم|interior.brit|(?-u:\b)(?:uan|cos|cas)(?-u:\b)|unique.applic|share.code|certificate.of.spon|confirmation.of.acc",
        r"\d",
    ),
    column=r"(^|_)((ho|home_office)_?(ref|reference|no|number)|uan|gwf|cos_(no|number)|cas_(no|number)|share_code)($|_)",
    form=r"(?i:[A-Z]\d{7}(?:/\d{1,3})?|(?:\d{4}[- ]?){3}\d{4}|GWF\d{9}|[A-Z0-9]{9,14})",
)
