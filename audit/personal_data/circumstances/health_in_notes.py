"""What a note says of somebody's health, disability or pregnancy; screening, insurance and services are subjects.

Words that tell of health wherever they stand (`health_words`) count unless something beside them makes
them a subject in general; words that tell of it only of somebody ("blind", "illness") need a verb, an owner
or a person beside them.

References
----------
Regulation (EU) 2016/679, Art. 9(1) and Art. 4(15) with recital 35: data concerning health.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import APART, Certainty, Family, Kind, Nature, Span
from audit.personal_data.health_words import ARABIC, ENGLISH, FRENCH, SPANISH
from audit.personal_data.phrases import Phrases, fold, tree_of
from audit.personal_data.plain_text import DIGIT, after, before, plain
from audit.personal_data.prose import is_topic, statements

# What has capitals of its own, a number, or an ending in common.
_FORMS = re.compile(
    r"(?<![\w-])(?:TB|ITS|IST|ETS|STI|STD)(?![\w/-])|(?<=[a-z])['’]s (?:disease|syndrome|palsy|disorder|lymphoma|chorea|thyroiditis)(?!\w)"
    r"|\d ?(?:mg|mcg|µg|ملغ)(?![\w/])|\d (?:weeks|semaines|semanas) (?:pregnant|de grossesse|de gestación|de embarazo)|آلام (?:في|حاد|مزمن|شديد)\w*|شُ?خص(?:ت)?\s+(?:حالته|حالتها|ب\w+)|تم\s+تشخيص|(?:التشخيص|الحالة الصحية)\s?:\s*\w{2,}"
)
_MAY_BE_FORM = re.compile(tree_of((
    *("TB", "ITS", "IST", "ETS", "STI", "STD", "disease", "syndrome", "palsy", "disorder", "lymphoma", "chorea", "thyroiditis", "mg", "mcg", "µg", "ملغ"),
    *("weeks", "semaines", "semanas", "آلام", "شخص", "شُخص", "تشخيص", "الحالة الصحية"),
)))  # fmt: skip
"""One of them stands in every form, and is looked for more quickly."""
_ENDINGS = (
    "setron", "prazole", "prazol", "sartan", "statin", "olol", "pril", "dipine", "oxetine", "azepam", "azolam", "zepine", "apine", "peridone", "triptyline", "mycin", "cillin", "cycline", "floxacin",
    "navir", "tegravir", "vudine", "fovir", "parin", "gliptin", "gliflozin", "traline", "alopram", "faxine", "oxetina", "azepina", "apina", "cilina", "micina", "traline", "statine",
)  # fmt: skip
"""Of medicines, by what they are made of."""
_LONG_WORD = re.compile(r"[a-z]{7,}")
_ENDING = re.compile(rf"{tree_of(_ENDINGS)}(?![a-z])")
_OF_SOMEBODY = (
    *("blind", "deaf", "mute", "disabled", "sick", "unwell", "an invalid", "illness(?:es)?", "disability", "disabilities", "diseases?", "diagnosis", "diagnoses", "infection", "infected", "covid(?:-19)?", "in pain", "pains?", "psychiatrist", "psychologist", "psychotherapist", "therapist", "therapy", "medication", "medicines", "tablets", "cold", "fever", "physically fragile", "ill", "dying", "bleeding", "injured", "unconscious", "mental health", "health is", "trauma", "infertile"),
    *("maladies?", "malade", "aveugle", "sourde?", "muette?", "infirme", "enceinte", "etat de sante", "sante fragile", "medicaments", "psychologue", "psychiatre", "invalide", "traumatismes?", "suicidaire", "douleurs?", "infection", "pathologies?", "sante"),
    *("enfermedad(?:es)?", "enferm[oa]s?", "cieg[oa]", "sord[oa]", "mud[oa]", "estado de salud", "salud delicada", "medicamentos", "medicacion", "pastillas", "psicolog[oa]", "psiquiatra", "invalid[oa]", "dolores", "fiebre", "infeccion", "problemas de salud", "salud"),
    *("مرضه", "مرضها", "مريضا?", "مريضة", "مرض", "حامل", "معاق", "جريح", "جريحة"),
)  # fmt: skip
"""Words that are about somebody's health where they are tied to somebody."""
_TIED = re.compile(
    r"(?:\b(?:is|was|are|were|be|been|being|became|becomes?|becoming|remains?|feels?|felt|fell|falls|born|went|has|had|have|having|suffer(?:s|ed|ing)?(?: from)?|his|her|their|my|whose|(?:applicant|claimant|client|patient|child|mother|father|son|daughter|wife|husband)['’]s|caught|contracted|develop(?:s|ed)|history of|due to|because of|diagnosed with|treated for|sees an?|seeing an?|seen by an?|referred to an?|takes?|taking|needs?|on|in|s?he['’]s|i['’]m|seriously|severely|chronically|mentally|terminally|gravely|visibly)\s+(?:(?:an?|the|now|also|still|not|very|so|no|any|currently|visibly|severely|seriously|mentally|chronic|long-term|physical|mental|learning|serious|severe|known|undiagnosed|partially|almost|completely|nearly|totally|other|regular|daily|strong|his|her|heart|skin|kidney|constant|much|often|really|psychological|\w+ly)\s+){0,3}"
    r"|\b(?:est|était|sont|être|étant|suis|devenue?|tombée?|restée?|sa|son|ses|leur|mon|ma|a (?:un|une|des|la)|souffre (?:de|d['’])|souffrait (?:de|d['’])|suivie? par (?:un|une)|voit (?:un|une)|prend (?:des|ses)|consulte (?:un|une)|en raison de (?:sa|son)|à cause de (?:sa|son)|femme|fille|épouse|mère|sœur|requérante|patiente|dame|compagne)\s*(?:(?:gravement|très|toujours|actuellement|presque|totalement|également|d['’]une?|une?|chronique|problèmes? de|physiquement|de|fortes?|grave|psychiques?|mentale?)\s+){0,3}"
    r"|\b(?:es|era|está|estaba|son|ser|quedó|se encuentra|nació|tiene|tenía|padece(?: de)?|padecía|sufre(?: de)?|su|sus|mi|con|toma|ve a (?:un|una)|por su|por|enferm[oa] de|debido a|mujer|hija|esposa|madre|hermana|solicitante|paciente)\s+(?:(?:muy|gravemente|ya|una?|alguna|casi|totalmente|varias|grave|cr[óo]nica|problemas de|fuertes|de|la|el)\s+){0,3}"
    r"|(?<!\w)(?:هو|هي|وهي|وهو|إنها|أنها|إنه|أنه|زوجته|زوجها|ابنه|ابنته|والدته|والده|امرأة|كانت|كان|بسبب|بأنها|لأنها|من|لديه|لديها|عنده|عندها)\s+)\Z",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:\A|[.!?;:\n•*(]\s*|\n\s*[-–•*>]\s*)\Z")
_PERSON = re.compile(
    r"\s+(?:woman|wife|girl|client|applicant|mother|daughter|sister|man|son|boy|child|baby|father|brother|husband|claimant|patient|(?:in|since|from|with|for|and|de|en|desde|depuis|à|et|au|في|منذ)\b)|\s*(?:[,.;)]|$)"
)
_THING = re.compile(
    r"\b(?:account|portal|card|sim|phone|number|system|lift|camera|link|log-?in|alarm|printer|feature|website|called in|staff|colleague|officer|interpreter|guard|shift|cover for)\b|\b(?:dog|cat|computer|server|file)\b",
    re.IGNORECASE,
)
# What a word of health belongs to: services, laws, lessons and statistics are of nobody.
_SUBJECT = re.compile(
    r"\b(?:insurance|leaf\w{2,5}|brochures?|posters?|trainings?|first aid|courses?(?! of)|for (?:all )?staff|hygiene|handed out to|prevalence|statistics|awareness|campaigns?|workshops?|seminars?|lectures?|conference|survey|questionnaire|polic(?:y|ies)|legislation|regulations?|guidelines?|ministry|charit\w+|foundation|association|ngos?|outbreaks?|evacuation plan|parking|badge|entrance|accessible|open to all|fundrais\w+|donat\w+|research|studies"
    r"|(?:talks?|sessions?|lessons?|courses?|class(?:es)?|trainings?|information|info|evenings?|weeks?|days?|stalls?|rules?|laws?|acts?) (?:on|about|for|against|of) (?:\w+ ){0,3}?\w*\Z|(?:prevent(?:ing|ion)?|screening|vaccin\w+|jabs?|immuni[sz]ation|test(?:s|ing)?(?! (?:positive|negative))|fight|protect\w*|cases|spread|rates?|risks?) (?:on|about|for|against|of|from) (?:\w+ ){0,2}?\w*\Z|preventing|fitness (?:to|for)"
    r"|(?:people|persons|patients|women|men|children|those|anyone|everyone|families|residents|refugees|applicants|claimants) (?:with|who|living with|in) (?:\w+ ){0,2}?\Z|(?:disabled|pregnant|lactating|elderly|autistic|deaf|blind) (?:people|persons|women|guests|toilets?|visitors|residents)|toilets?|ramps?|lifts?|health (?:and safety|insurance|card|centre|center|minist\w+|act)|great depression|no evidence of|not aware of"
    r"|assurance|dépliants?|affiches?|affichette|sensibilisation|formation|séances?|stage|prospectus|prévention|vaccin\w*|campagne|lois?|réunion d['’]information|séance (?:d['’]information|sur)|exposé sur|conférence|ligne d['’]écoute|personnes? (?:en situation|handicapées|à mobilité)|femmes enceintes|places? (?:de parking|pmr|handicapée?s?)|accès (?:handicap\w*|pmr|fauteuil)|entrée libre|journée (?:mondiale|de)|lutte contre|(?:formation|atelier|cours|information) (?:sur|de|contre)|dépistage (?:gratuit|organisé)|association"
    r"|seguro|folletos?|cartel(?:es)?|capacitaci[óo]n|curso|formaci[óo]n|afiches?|reparto de|prevenci[óo]n|vacuna\w*|campañas?|ley(?:es)?|taller(?:es)?|charlas?|personas con|mujeres embarazadas|plazas? de|acceso|entrada libre|d[íi]a mundial|lucha contra|asociaci[óo]n|jornadas?|estad[íi]stica\w*"
    r"|outbreak)\b|\b(?:great|economic|tropical)\s+\Z"
    r"|(?<!\w)(?:ال)?(?:تأمين|لقاح|تطعيم|حملة|محاضرة|ندوة|ورشة|توعية|منشور|ملصق|قانون|إحصاء|جمعية|وزارة|الوقاية|مؤتمر|دورة|اليوم العالمي)(?!\w)",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    r"['’]?s?[ -](?:screening|tests?\b(?! (?:positive|negative))|testing|clinics?|programmes?|programs?|services?|certificates?|insurance|leaflets?|polic\w+|prevalence|rates?|prevention|vaccin\w+|awareness|charit\w+|laws?|benefits?|foundation|association|rights|campaign|specialist|unit|wards?|weeks?|days?|months?|teams?|nurses?|hospital|centres?|centers?|talks?|workshops?|helpline|line\b|research|act\b|regulations?|street|road|toilets?|parking|access|visa|treatment (?:is|are) (?:not )?available|in (?-i:[A-Z])\w+ is)|[-–]informed",
    re.IGNORECASE,
)
_NAMED = Phrases((*ENGLISH, *FRENCH, *SPANISH, *ARABIC))
_WEAK = Phrases(_OF_SOMEBODY)
_CLOSE = 40


def find(text: str) -> Iterator[Span]:
    """Yield statements on somebody's health: candidates."""
    said = plain(text)
    folded = fold(said)
    places: list[tuple[int, int]] = []
    if _MAY_BE_FORM.search(said):
        places += [match.span() for match in _FORMS.finditer(said)]
    if _ENDING.search(folded):
        places += [
            word.span() for word in _LONG_WORD.finditer(folded) if word[0].endswith(_ENDINGS)
        ]
    places += _NAMED.find(folded)
    places += [place for place in _WEAK.find(folded) if _is_tied(said, *place)]
    told = sorted(place for place in places if not _is_subject(said, *place))
    for start, end in statements(said, told, _CLOSE):
        yield Span("HEALTH", start, end, Certainty.CANDIDATE)


def _is_tied(said: str, start: int, end: int) -> bool:
    lead = said[max(0, start - 50) : start]
    if _TIED.search(lead) is None and not (_BEGINS.search(lead) and _PERSON.match(said, end)):
        return False
    return _THING.search(before(said, start, 40)) is None


def _is_subject(said: str, start: int, end: int) -> bool:
    """Tell whether something around a place, in its sentence, makes it a subject in general."""
    return (
        _COMPOUND.match(said, end) is not None
        or _SUBJECT.search(before(said, start, 70)) is not None
        or _SUBJECT.search(said[start:end] + after(said, end, 40)) is not None
        or is_topic(said, start, end)
    )


FAMILY = Family(
    name="health_in_notes",
    kinds=(Kind("HEALTH", "health or disability", Nature.SPECIAL),),
    find=find,
    trigger=(
        rf"{_NAMED.trigger}{APART}{_WEAK.trigger}|TB|ITS|IST|ETS|STI|STD|['’]s (?:disease|syndrome|palsy|disorder|lymphoma|chorea|thyr)|{DIGIT}.?(?:mg|mcg|µg|ملغ)|{DIGIT}.(?:weeks|semaines|semanas)|خص|آلام|الحالة الصحية{APART}(?i:{'|'.join(_ENDINGS)})"
    ),
)
