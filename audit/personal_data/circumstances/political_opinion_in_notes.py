"""What a note says of somebody's politics: parties, protests, criticism of those who rule.

References
----------
Regulation (EU) 2016/679, Art. 9(1): political opinions. Directive 2011/95/EU, Art. 10(1)(e): an opinion on a matter
related to the actors of persecution and their policies or methods.
"""

from __future__ import annotations

from audit.personal_data.family import Family, Kind, Nature
from audit.personal_data.prose import in_prose, labelled_as

_ROLE_EN = r"(?:member|supporter|activist|leader|organi[sz]er|candidate|founder|militant|sympathi[sz]er|spokes(?:man|woman|person)|secretary|cadre|official|volunteer|membership)"
_BODY_EN = r"(?:(?<!third )(?<!third-)(?<!state )(?<!states )(?<!search )(?<!rescue )(?<!birthday )(?<!working )(?:political )?party|opposition|resistance|(?:political|liberation|democracy|youth|student|separatist|protest) movement|liberation front)"
_RULERS = r"(?:government|regime|president|ruling party|authorities|military|army|taliban|state|dictator\w*|king|monarchy|junta|ayatollah|leadership)"
_NO_PARTY = r"(?!(?:EU|UN|UNHCR|NATO|ECHR|NGO|WHO|IOM|UK|US|USA|MP|PA|GP|HR|IT|ID|HQ|PTA|SAR|ICRC|MSF|EUAA|BAMF|USCIS|ICE)\b)"
_PATTERNS = (
    rf"(?<!\w)(?P<said>{_ROLE_EN}\s+(?:of|for|in|with)\s+(?:the\s+|an?\s+|his\s+|her\s+)?(?:[\w'’-]+\s+){{0,4}}?{_BODY_EN})(?!\w)",
    rf"(?<!\w)(?P<said>(?:member|supporter|activist|cadre|candidate|militant|sympathi[sz]er|active)\s+(?:of|for|in|with|within)\s+(?:the\s+)?(?-i:{_NO_PARTY}[A-Z]{{2,6}}(?:-[A-Z]+)?))(?![\w-])",
    r"(?<!\w)(?P<said>(?:political|opposition|pro-democracy|dissident|anti-government|anti-regime|separatist)\s+(?:activist|dissident|prisoner|leader|supporter|organi[sz]er|campaigner|politician|member|figure|refugee|journalist|blogger))(?!s)(?!\w)",
    r"(?<!\w)(?P<said>politically active|political(?:ly)? (?:engaged|involved)|active in (?:the )?(?:opposition|politics|resistance|party))(?!\w)",
    (
        r"(?<!\w)(?P<said>(?:took|takes|taking|taken)\s+part\s+in|participat(?:ed|es|ing)\s+in|join(?:ed|ing)|attend(?:ed|ing)|organi[sz](?:ed|ing)|march(?:ed|ing)\s+(?:in|at)|(?:arrested|detained|beaten|shot|filmed)\s+(?:at|during|after|for))\s+"
        r"(?:the\s+|an?\s+|several\s+|many\s+|some\s+|all\s+)?(?:[\w'’-]+\s+){0,3}?(?P<what>(?:protests?|demonstrations?|rall(?:y|ies)|uprising|sit-?ins?|marches|strikes?))(?!\w)"
    ),
    rf"(?<!\w)(?P<said>(?:criticis|criticiz)(?:ed|es|ing)\s+(?:the\s+)?(?:\w+\s+)?{_RULERS}|critic(?:al)?\s+of\s+the\s+(?:\w+\s+)?{_RULERS}|(?:sp[oe]ke?|speaking|wrote|posted|protested|demonstrated|campaigned)\s+(?:out\s+)?(?:\w+\s+)?against\s+the\s+(?:\w+\s+)?{_RULERS})(?!\w)",
    rf"(?<!\w)(?P<said>(?:oppos(?:ed|es|ing)|opponent\s+of)\s+the\s+(?:\w+\s+)?{_RULERS})(?!\w)",
    r"\b(?:his|her|their|my|(?:applicant|claimant|client)['’]s)\s+(?:\w+\s+)?(?P<said>political\s+(?:opinions?|views?|activit(?:y|ies)|activism|beliefs?|involvement|engagement|affiliation|past|work))(?!\w)",
    rf"(?<!\w)(?P<said>(?:join(?:ed|s)|left|voted\s+for|support(?:s|ed)|campaign(?:ed|s)\s+for|worked\s+for|belong(?:s|ed)\s+to|funded)\s+(?:the\s+|an?\s+)(?:[\w'’-]+\s+){{0,3}}?{_BODY_EN})(?!\w)",
    r"(?<!\w)(?:is|was|as|being|became)\s+(?:an?\s+)?(?:\w+\s+)?(?P<said>communist|socialist|monarchist|royalist|anarchist|dissident|secessionist|separatist)(?!\w)(?!\s+(?:part(?:y|ies)|state|country|regime|government|republic|era|groups?))",
    r"(?<!\w)(?P<said>(?:militante?|membre|sympathisante?|adhérente?|partisane?|responsable|cadre|candidate?)\s+(?:du|de\s+l['’]|de\s+la|d['’]une?|au|dans\s+(?:un|le|l['’]))\s*(?:[\w'’-]+\s+){0,3}?(?:parti|opposition|mouvement))(?!\w)",
    r"(?<!\w)(?P<said>(?:particip(?:é|ait|e|er)|pris\s+part|arrêtée?\s+(?:lors|pendant))\s+(?:à|aux|d['’]|des|de|une)\s*(?:(?:une|des|la|les|plusieurs)\s+)?(?:[\w'’-]+\s+){0,2}?manifestations?)(?!\w)",
    r"(?<!\w)(?P<said>opposante?\s+(?:politique|au\s+(?:régime|pouvoir|gouvernement))|militante?\s+politique|prisonni(?:er|ère)\s+politique|engagement\s+politique|a\s+critiqué\s+(?:le\s+(?:gouvernement|régime|pouvoir|président)))(?!\w)",
    r"\b(?:ses|leurs|mes)\s+(?P<said>(?:opinions?|activités|convictions|idées)\s+politiques)",
    r"(?<!\w)(?P<said>(?:militantes?|miembros?|simpatizantes?|activistas?|dirigentes?|l[íi]der(?:esa)?|afiliad[oa]s?|candidat[oa])\s+(?:de|del|en|a|al)\s+(?:(?:un|una|la|el|los)\s+)?(?:[\w'’-]+\s+){0,3}?(?:partido|oposici[óo]n|movimiento))(?!\w)",
    r"(?<!\w)(?P<said>(?:particip(?:ó|aron|é|ado|aba|ar)|estuv(?:o|e)|detenid[oa])\s+en\s+(?:(?:las?|una|unas|varias|los|el)\s+)?(?:[\w'’-]+\s+){0,2}?(?:protestas?|manifestaci[óo]n(?:es)?|marchas?|plant[óo]n))(?!\w)",
    r"(?<!\w)(?P<said>activista\s+pol[íi]tic[oa]|opositor(?:a)?\s+(?:pol[íi]tic[oa]|al?\s+(?:gobierno|r[ée]gimen))|pres[oa]\s+pol[íi]tic[oa]|critic[óo]\s+al\s+(?:gobierno|r[ée]gimen|presidente))(?!\w)",
    r"\bsus?\s+(?P<said>(?:opini[óo]n(?:es)?|ideas|actividad(?:es)?|militancia|participaci[óo]n)\s+pol[íi]ticas?)",
    r"(?<!\w)(?P<said>عضو(?:ة)?\s+في\s+(?:ال)?(?:حزب|معارضة|حركة)|ناشط(?:ة)?\s+سياسي(?:ة)?|معارض(?:ة)?\s+(?:سياسي(?:ة)?|لل\w+)|سجين(?:ة)?\s+سياسي(?:ة)?|معتقل(?:ة)?\s+سياسي(?:ة)?)(?!\w)",
    r"(?<!\w)(?P<said>(?:شارك(?:ت|وا)?|خرج(?:ت|وا)?|مشاركت(?:ه|ها)|تظاهر(?:ت)?)\s+(?:في\s+)?(?:ال)?(?:مظاهر\w*|احتجاج\w*|تظاهر\w*|اعتصام\w*|ضد\s+(?:ال)?(?:نظام|حكومة)))",
    r"(?<!\w)(?P<said>(?:انتقد(?:ت)?|عارض(?:ت)?)\s+(?:ال)?(?:حكومة|نظام|رئيس|سلط\w+)|انضم(?:ت)?\s+إلى\s+(?:ال)?(?:حزب|معارضة|حركة)|آرا[ئء]ه?ا?\s+السياسية|نشاطه?ا?\s+السياسي)",
    labelled_as(
        r"political (?:opinion|affiliation|party|views?)|party membership|opinion politique|afiliación política|opinión política|الانتماء السياسي"
    ),
)

FAMILY = Family(
    name="political_opinion_in_notes",
    kinds=(Kind("POLITICAL_OPINION", "political opinions", Nature.SPECIAL),),
    find=in_prose("POLITICAL_OPINION", _PATTERNS),
    frames=_PATTERNS,
    trigger=(
        r"(?i)part(?:y|i|ido)|oppos|oposi|resistance|movement|mouvement|movimiento|front|politi|pol[íi]tic|dissident|activist|militant|prisonn|separatis|protest|demonstrat|manifesta|rall(?:y|ies)|uprising|sit-?in|march|strike|plant[óo]n|criti[cq]"
        r"|(?:sp[oe]|wrote|posted|campaign|speak).{0,30}against|(?-i:(?:of|for|in|with|within|OF|FOR|IN|WITH)\s(?:the\s|THE\s)?[A-Z]{2,6})|communist|socialist|monarchist|royalist|anarchist|secession|youth|deserter|objector|objeteur|objecteur|objetor|refused|refusé|defender|campaigner|strike|slogan|tore\sdown|blog|outspoken|journalist|figure|proche|soutien|défens|defensor|désert|desertor|leader|l[íi]der|activ|engag|pris\sla|recherch|perseguid|march[óo]|neg[óo]\sa|leaflet|flyer|pamphlet|poster|wrote|writing|publish|shared|post(?:ed|s)\s|observer|ran\sfor|stood\s|petition|anti-?(?:gov|reg)|insult|sympath|supporter|follower|loyal|sides?\swith|voted|supports?|canvass|works?\sfor|affiliat|jailed|imprison|detained|arrested|sentenced|wanted|tortured|beaten|tract|affich|milit|défil|marché|arrêt|repart|distribu|disid|public|escrib|detenid|arrestad|golpead|apoy|vot[óa]|testigo|simpatiz|membre|miembro|adhérent|afiliad|dirigente|cadre|partisan|responsable|حزب|معارض|حركة|سياسي|مظاهر|احتجاج|تظاهر|عتصام|نتقد|عارض|ضد\s"
    ),
)
