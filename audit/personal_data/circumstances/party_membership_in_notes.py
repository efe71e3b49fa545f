"""What a note says of somebody's party, where all it says of the party are its initials.

Many authorities have initials, too, so that a role or a verb must stand before them. Apart from
`political_opinion_in_notes` because the two triggers together outgrow the cache of Rust's automaton.

References
----------
Regulation (EU) 2016/679, Art. 9(1): political opinions.
"""

from __future__ import annotations

from audit.personal_data.family import Family, Kind, Nature
from audit.personal_data.prose import in_prose

_OTHERS = (
    r"(?!(?:EU|UE|UN|ONU|UNHCR|HCR|ACNUR|NATO|OTAN|ECHR|CEDH|NGO|ONG|OCHA|WHO|OMS|IOM|OIM|WFP|PAM|PMA|UNICEF|UK|US|USA|EEUU|UAE|DRC|RDC|CAR|EAC|ECOWAS|MP|PA|GP|HR|IT|ID|HQ|PTA|SAR|ICRC|IFRC|CICR|MSF|MDM|NRC|DRC|IRC|EUAA|EASO|BAMF|OFPRA|CNDA|OFII|CADA|USCIS|ICE|CBP|EOIR|IRCC|IRB|COMAR|INM|CEAR"
    r"|FC|AC|SC|DNA|NHS|PMI|BBC|CNN|TD|CV|RC|HIV|VIH|TB|PTSD|FGM|GBV|LGBT|LGBTI|LGBTQ|RAF|NYPD|FBI|CIA|MRZ|PDF|SMS|ESOL|RE|CASE|AM|PM|ER|ICU|CCTV|SIM|IBAN|PIN|BRP|UCI|UASC|II|III|IV|VI|VII|PC|TV|DNI|NIE|NIF|CPR|USD|EUR|GBP)\b)"
)
_PARTY = rf"(?-i:{_OTHERS}[A-Z]{{2,6}}(?:-[A-Z]{{1,5}})?)(?![\w-])(?!\s+(?-i:[A-Z]{{2}}|\d))"
_ROLE_EN = r"(?:member(?:ship)?|supporter|activist|leader|organi[sz]er|candidate|founder|militant|sympathi[sz]er|follower|spokes(?:man|woman|person)|secretary|treasurer|cadre|volunteer|coordinator|fundraiser|delegate|councillor|voter|fighter|active|activity|activities|observer|agent|chair(?:man|woman)?)"
_VERB_EN = r"(?:join(?:ed|s)|left|quit|voted for|supports|supported|backs|backed|campaign(?:ed|s|ing) for|canvass(?:ed|ing) for|belong(?:s|ed) to|sympathi[sz](?:es|ed) with|fought (?:for|with|against)|fighting for|recruited by|links (?:to|with)|ties (?:to|with)|linked to|loyal to|affiliated (?:to|with)|(?:support(?:ing)?|helping|aiding|funding) for|accused of [\w-]+(?: (?:to|with|in))?|suspected of [\w-]+(?: (?:to|with|in))?)"
_ROLE_FR = r"(?:militante?|membre|sympathisante?|adhérente?|partisane?|responsable|cadre|candidate?|élue?|porte-parole|secrétaire|délégu[ée]e?|trésori(?:er|ère)|coordinat(?:eur|rice)|fondat(?:eur|rice)|dirigeante?|carte de membre|active?|activiste|engagée?|encartée?|observat(?:eur|rice)|combattante?|adhéré|adhère|adhésion|appartient|appartenance|appartenu|milit(?:e|é|ait)|voté|soutien|soutient|soutenu|rejoint|affiliée?|proche|liens?)"
_ROLE_ES = r"(?:militante|miembro|simpatizante|activista|dirigente|l[íi]der(?:esa)?|afiliad[oa]|candidat[oa]|integrante|seguidor[a]?|partidari[oa]|concejal[a]?|secretari[oa]|coordinador[a]?|tesorer[oa]|carn[ée]t?|vocer[oa]|portavoz|activ[oa]|combatiente|observador[a]?|diputad[oa]|delegad[oa]|fundador[a]?|milit(?:a|ó|aba)|perteneció|pertenece|simpatiza|vot(?:ó|aba)|apoy(?:ó|a|aba)|se afilió|se unió|ingresó|colabor(?:ó|aba)|v[íi]nculos|nexos)"
# Parties and armed movements whose initials mean nothing else, in notes.
_ARMED = r"(?-i:PKK|YPG|YPJ|PYD|HDP|KDPI|PJAK|MEK|PMOI|LTTE|TPLF|OLF|OLA|ONLF|EPLF|ELF|FARC|ELN|EPL|UDPS|UFDG|PDCI|RDR|FPI|NLD|MDC|ZANU-PF|BNP|PTI|PTM|BLA|IPOB|MASSOB|SCNC|SDF|FDLR|AFDL|FNL|CNDD|FDD|FDC|NUP|FMLN|FSLN|MRC|SPLM|JEM|SLM|FSA|RENAMO|UNITA|MNLA|FLN|FIS|FETÖ)"
_PATTERNS = (
    rf"(?<!\w)(?P<said>{_ROLE_EN}\s+(?:of|for|in|with|within|from)\s+(?:the\s+|his\s+|her\s+)?(?:(?:banned|local|opposition|outlawed|youth wing of the|student wing of the|women['’]s wing of the|leftist|kurdish)\s+)?{_PARTY})",
    rf"(?<!\w)(?P<said>{_VERB_EN}\s+(?:the\s+)?(?:banned\s+|opposition\s+|local\s+)?{_PARTY})(?!\s+(?:in|with|for|through|during|on)\s+(?:the|his|her|an?)\s+(?:appeal|hearing|interview|claim|case|application))",
    rf"(?<!\w)(?P<said>{_PARTY}\s+(?:member(?:ship)?|supporter|activist|voter|sympathi[sz]er|candidate|fighter|cadre|party|youth wing|commander|organi[sz]er|rally|leaflets?))(?!s)(?!\w)",
    rf"(?<!\w)(?P<said>(?:in|with|from|for|of|by|dans|avec|con|por|en|del?|au|du|le)\s+(?:the\s+|la\s+|le\s+|las\s+|el\s+)?{_ARMED})(?![\w-])",
    rf"(?<!\w)(?P<said>{_ROLE_FR}\s+(?:pour\s+|au\s+sein\s+|avec\s+)?(?:de\s+l['’]|à\s+l['’]|l['’]|d['’]|du\s+|de\s+la\s+|de\s+|des\s+|au\s+|à\s+la\s+|à\s+|le\s+|la\s+|dans\s+l['’]|dans\s+le\s+|aux\s+)(?:parti\s+)?{_PARTY})",
    rf"(?<!\w)(?P<said>{_ROLE_ES}\s+(?:del\s+|de\s+la\s+|de\s+los\s+|de\s+|al\s+|a\s+la\s+|a\s+|en\s+el\s+|en\s+la\s+|en\s+|con\s+el\s+|con\s+la\s+|por\s+el\s+|por\s+la\s+|por\s+|el\s+|la\s+)+(?:partido\s+)?{_PARTY})",
    rf"(?<!\w)(?P<said>(?:عضو(?:ة)?|ناشط(?:ة)?|مؤيد(?:ة)?|انضم(?:ت)?|ينتمي|تنتمي|منتسب(?:ة)?|قيادي(?:ة)?)\s+(?:في|إلى|الى|مع|ل)\s*(?:حزب\s+|حركة\s+)?{_PARTY})",
)

_find = in_prose("POLITICAL_OPINION", _PATTERNS, close=40)

FAMILY = Family(
    name="party_membership_in_notes",
    kinds=(Kind("POLITICAL_OPINION", "political opinions", Nature.SPECIAL),),
    find=_find,
    find_framed=_find,
    frames=_PATTERNS,
    trigger=(
        r"(?i:member|support|activ|leader|organi|candidat|founder|milit|sympath|simpat|follower|spokes|secretar|secrét|treasur|tesorer|trésor|cadre|volunteer|coordin|fundrais|delegat|councillor|voter|fighter|card|observ|agent|chair|join|left|quit|voted|back|campaign|canvass|belong|fought|fighting|recruit|links|ties|linked|loyal|affiliat|aiding|helping|funding|accused|suspected"
        r"|membre|adhér|adhés|partisan|responsable|élue?|porte-parole|délég|fondat|dirigeant|carte|engag|encart|combattan|appart|voté|soutien|souten|soutient|rejoint|affili|proche|liens?|miembro|dirigent|l[íi]der|afili|integrant|seguidor|partidari|concejal|carn[ée]t?|vocer|portavoz|combatient|diputad|delegad|fundador|pertenec|pertenec|vot|apoy|uni[óo]|ingres|colabor|v[íi]nculos|nexos|عضو|ناشط|مؤيد|انضم|نتمي|منتسب|قيادي)[^\s]*\s[^.\n]*?[A-Z]{2}"
        r"|PKK|YP[GJ]|PYD|HDP|KDPI|PJAK|MEK|PMOI|LTTE|TPLF|OL[FA]|ONLF|EPLF|ELF|FARC|ELN|EPL|UDPS|UFDG|PDCI|RDR|FPI|NLD|MDC|ZANU|BNP|PT[IM]|BLA|IPOB|MASSOB|SCNC|SDF|FDLR|AFDL|FNL|CNDD|FD[DC]|NUP|FMLN|FSLN|MRC|SPLM|JEM|SLM|FSA|RENAMO|UNITA|MNLA|FLN|FIS|FETÖ"
        r"|[A-Z]{2}\s(?i:member|supporter|activist|voter|sympath|candidate|fighter|cadre|party|youth|commander|organi|card|rally|leaflet)"
    ),
)
