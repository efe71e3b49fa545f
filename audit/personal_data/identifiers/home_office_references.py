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
HOME_OFFICE = Labelled(
    _TYPE,
    number=r"(?<![\w/-])(?i:[A-Z])[ ]?\d{7}(?:/\d{1,3})?(?![\w/-])",
    label=(
        rf"\bh\.?o\.?[ -]?(?:{_REF}|no\b|file|case)|home office(?: case| file)?[ -]?(?:{_REF}|no\b|number|file)"
        r"|home office\b|\bukvi\b|\buk visas and immigration\b|\bcid (?:no|ref|number)\b"
    ),
)
APPLICATION = Labelled(
    _TYPE,
    number=r"(?<![\w-])\d{4}([- ]?)\d{4}\1\d{4}\1\d{4}(?:/\d{1,2})?(?![\w-])",
    label=r"\buan\b|unique application (?:number|reference)|\bukvi\b|home office",
)
WEB_FORM = Labelled(
    _TYPE,
    number=r"(?<![\w-])(?P<known>(?i:GWF)[ -]?\d{3} ?\d{3} ?\d{3})(?![\w-])",
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
        r"gwf|home.office|(?-u:\b)h\.?o\.?.?(?:ref|no|file|case)|ukvi|visas.and.immig|cid.(?:no|ref|num)"
        r"|(?-u:\b)(?:uan|cos|cas)(?-u:\b)|unique.applic|share.code|certificate.of.spon|confirmation.of.acc",
        r"\d",
    ),
    column=r"(^|_)((ho|home_office)_?(ref|reference|no|number)|uan|gwf|cos_(no|number)|cas_(no|number)|share_code)($|_)",
    form=r"(?i:[A-Z]\d{7}(?:/\d{1,3})?|(?:\d{4}[- ]?){3}\d{4}|GWF\d{9}|[A-Z0-9]{9,14})",
)
