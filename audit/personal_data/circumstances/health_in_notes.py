"""What a note says of somebody's health, disability or pregnancy; screening, insurance and services are subjects.

References
----------
Regulation (EU) 2016/679, Art. 9(1) and Art. 4(15) with recital 35: data concerning health.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from audit.personal_data.family import Certainty, Family, Kind, Nature, Span
from audit.personal_data.plain_text import after, before, plain
from audit.personal_data.prose import CAPITAL, START, in_prose, labelled_as

_ILL_EN = (
    r"(?:hiv|aids|hepatitis(?: [a-e])?|tuberculosis|(?-i:TB)|ptsd|c-?ptsd|post-?traumatic stress(?: disorder)?|(?:type [12] )?diabetes|cancer|leuk(?:a?)emia|lymphoma|tumou?rs?|schizophreni\w*|psychosis|psychotic \w+|bipolar(?: disorder)?"
    r"|(?:severe |major |clinical )?depression|anxiety(?: disorder)?|panic attacks|epilep\w+|seizures|asthma|hypertension|high blood pressure|dementia|parkinson['’]?s|alzheimer['’]?s|crohn['’]?s|multiple sclerosis|sickle cell(?: an(?:a?)emia)?"
    r"|kidney (?:failure|disease)|heart (?:disease|condition|failure)|stroke|scabies|malaria|syphilis|autism|down['’]?s? syndrome|cerebral palsy|hearing loss|infertility|fistula|fgm|[\w'’-]+ (?:disease|syndrome|disorder|lymphoma|an(?:a?)emia)"
    r"|mental (?:health )?(?:illness|problems?|issues?|disorder|condition)|(?:learning|physical|intellectual|mental|visual|hearing) (?:disability|impairment|difficulties)|disabilit(?:y|ies)|suicidal thoughts|flashbacks|chronic \w+|covid(?:-19)?)"
)
_IS_ILL_EN = (
    r"(?:hiv[- ]positive|hiv\+|pregnant|disabled|blind|deaf(?:-mute)?|paraly[sz]ed|diabetic|epileptic|asthmatic|depressed|suicidal|traumati[sz]ed|mentally ill|schizophrenic|psychotic|wheelchair[- ]bound|bedridden|an amputee|terminally ill|seriously ill"
    r"|chronically ill|autistic|infertile|seropositive)"
)
_NOT_EN = r"(?![\w-])(?!\s+(?:screening|tests?\b|testing|clinics?|programmes?|programs?|services?|certificates?|insurance|leaflets?|polic\w+|prevalence|rates?|prevention|vaccin\w+|awareness|charit\w+|laws?|benefits?|foundation|association|rights|campaign|specialist|unit|treatment (?:is|are) (?:not )?available|in (?-i:[A-Z])\w+ is))"
_HAS_EN = (
    r"\b(?:ha(?:s|d|ve|ving)|suffer(?:s|ed|ing)? from|living with|lives with|treated for|treatment for|medication for|history of|diagnos(?:ed|is)(?: (?:with|of|as))?|tested positive for|positive for|(?:infected|ill|sick|presents?|presented|patient|woman|man|child|son|daughter|mother|father) with"
    r"|because of (?:his|her|their)|due to (?:his|her|their)|recovering from|died of|contracted|developed|surviv(?:ed|or of))\s+(?:(?:an?|the|his|her|been|also|severe|mild|chronic|acute|untreated|active|latent|advanced|suspected|known|recurrent|long-term|symptoms of|signs of|complex|moderate|serious|stage|\d|\w+ly)\s+){0,4}"
)
_ILL_FR = (
    r"(?:vih|sida|hépatite(?: [a-e])?|tuberculose|diabète(?: de type [12])?|cancer|leucémie|schizophrénie|dépression|état dépressif|stress post-?traumatique|syndrome (?:de stress )?post-?traumatique|(?:es)?pt|épilepsie|asthme|hypertension|drépanocytose|insuffisance \w+"
    r"|troubles? (?:psych\w+|mentaux|anxieux|bipolaires?|du sommeil|\w+)|maladie (?:de \w+|chronique|grave|mentale|\w+)|handicap|démence|anémie|psychose|paralysie|surdité|cécité)"
)
_ILL_ES = r"(?:vih|sida|hepatitis(?: [a-e])?|tuberculosis|diabetes(?: tipo [12])?|c[áa]ncer|leucemia|esquizofrenia|depresi[óo]n|ansiedad|trastornos?(?: \w+)+|estr[ée]s postraum[áa]tico|tept|epilepsia|asma|hipertensi[óo]n|insuficiencia \w+|enfermedad(?: \w+)?|discapacidad(?: \w+)?|anemia|demencia|convulsiones|par[áa]lisis)"
_ILL_AR = r"(?:ال)?(?:اضطراب|[إا]كتئاب|سكري|سكر|ربو|صرع|سرطان|التهاب|سل|[إا]يدز|فيروس|ضغط|مرض|أمراض|[إا]عاقة|صدمة|قلق|فشل|فصام|شلل|زهايمر|كآبة|أزمة نفسية|حالة نفسية|نوبات)"
# Diseases, treatments and events that notes name of somebody, where nothing makes them a subject in general.
_NAMED = (
    r"(?:hiv(?:\+|[- ]positive)?|hepatitis(?: [a-e])?|tuberculosis|(?-i:TB)|ptsd|post-?traumatic stress(?: disorder)?|(?:type [12] )?diabet(?:es|ic)|(?:breast |lung |stomach |cervical |prostate )?cancer|leuk(?:a?)emia|lymphoma|brain tumou?r|schizophreni[ac]\w*|psychosis|bipolar(?: disorder)?"
    r"|depression|anxiety|panic attacks?|epilep(?:sy|tic)|seizures?|asthma(?:tic)?|hypertension|high blood pressure|dementia|parkinson['’]?s|alzheimer['’]?s|crohn['’]?s|multiple sclerosis|sickle cell|kidney (?:failure|disease|stones)|renal failure|heart (?:disease|condition|failure|attack|surgery)"
    r"|stroke|scabies|malaria|syphilis|autis(?:m|tic)|down['’]?s? syndrome|cerebral palsy|lupus|migraines?|an(?:a?)emi[ac]|ulcers?|thyroid|malnutrition|malnourished|eating disorder|hearing (?:aid|loss)|speech impairment|prosthe(?:sis|tic \w+)|amputat(?:ed|ion)|dialysis|chemotherapy|radiotherapy"
    r"|insulin|inhaler|sertraline|fluoxetine|citalopram|mirtazapine|olanzapine|risperidone|quetiapine|diazepam|methadone|buprenorphine|metformin|antiretrovirals?|antidepressants?|antipsychotics?|sleeping (?:pills|tablets)|miscarriages?|abortion|c-section|caesarean|breastfeeding|gave birth|antenatal|prenatal"
    r"|ultrasound|hears? voices|hallucinat\w+|flashbacks|insomnia|suicidal(?: thoughts| ideation)?|suicide|self-?harm\w*|overdose[ds]?|panic disorder|fgm|female genital mutilation"
    r"|alcohol(?:ic| dependen\w+| addict\w+)|drug addict\w*|addicted to|heroin|opioids?|withdrawal symptoms|lost (?:a|an|his|her|one) (?:left |right )?(?:leg|arm|hand|eye|foot|finger|kidney|sight|hearing|baby|unborn child)|unable to walk|cannot walk"
    r"|(?:hearing|visually|sight|mobility)[- ]impaired|paraly[sz]ed|epileptic|disabled|disability|pregnan(?:t|cy)|wheelchair)"
)
_NAMED_FR = (
    r"(?:séropositi(?:f|ve)|vih|sida|hépatite(?: [a-e])?|tuberculose|diab(?:ète|étique)|cancer|épilep(?:sie|tique)|schizophrénie|dépression|stress post-?traumatique|asthm(?:e|atique)|drépanocytose|hypertension|insuffisance (?:rénale|cardiaque|respiratoire)|dialyse|chimiothérapie|insuline|antidépresseurs|antirétroviraux"
    r"|trithérapie|fauteuil roulant|béquilles|prothèse|amputée?|insomnies?|idées suicidaires|suicid(?:e|er)|fausse couche|accouché|grossesse|excis(?:ion|ée)|handicapée?|malvoyante?|malentendante?|sourde?-?muette?|paralysée?|cardiopathie|anémie|paludisme|migraines?|trouble (?:bipolaire|psychotique|anxieux)|perdu (?:une? |sa |son )(?:jambe|bras|main|œil|oeil|pied))"
)
_NAMED_ES = (
    r"(?:seropositiv[oa]|vih|sida|hepatitis(?: [a-e])?|tuberculosis|diab(?:etes|[ée]tic[oa])|c[áa]ncer|epil(?:epsia|[ée]ptic[oa])|esquizofrenia|depresi[óo]n|estr[ée]s postraum[áa]tico|asma|hipertensi[óo]n|insuficiencia (?:renal|card[íi]aca)|di[áa]lisis|quimioterapia|insulina|antidepresivos|antirretrovirales|silla de ruedas|muletas"
    r"|pr[óo]tesis|amputad[oa]|insomnio|ideas suicidas|suicid(?:io|arse)|aborto espont[áa]neo|dio a luz|embaraz(?:o|ada)|discapacidad|trastorno(?: \w+)?|ceguera|sordera|anemia|malaria|marcapasos|migrañas?|perdi[óo] (?:una? |la |el )(?:pierna|brazo|mano|ojo|pie|bebé))"
)
_NAMED_AR = (
    r"(?:ال)?(?:سكري|سرطان|صرع|ربو|[إا]كتئاب|فصام|[إا]يدز|نقص المناعة|التهاب الكبد|فشل (?:ال)?كلوي|غسيل (?:ال)?كلى|كرسي متحرك|[إا]عاقة|معاق(?:ة)?|اضطراب ما بعد الصدمة|[أا]رق|[أا]فكار انتحارية|انتحار|[إا]جهاض|[أا]نسولين|علاج (?:ال)?كيميائي|بتر(?:ت)?|مبتور(?:ة)?|كفيف(?:ة)?|[أا]صم|مشلول(?:ة)?|شلل|صدمة نفسية"
    r"|ضغط (?:ال)?دم|مرض (?:ال)?قلب|جلطة|فقر (?:ال)?دم|حالته النفسية|حالتها النفسية|دواء نفسي|[أا]دوية نفسية|علاج نفسي)"
)
_SUBJECT = re.compile(
    r"\b(?:screening|tests?|testing|certificates?|insurance|leaflets?|brochures?|services?|programmes?|programs?|prevalence|rates?|statistics|prevention|vaccin\w+|awareness|campaigns?|charit\w+|polic(?:y|ies)|laws?|legislation|act|regulations?|articles?|section|country|report|reports|guidelines?|guidance|training"
    r"|workshops?|seminars?|courses?|clinics?|department|unit|ward|foundation|association|organi[sz]ations?|ngos?|outbreaks?|region|province|villages?|ministry|who|survey|questionnaire|forms?|posters?|information|budget|funding|economic|great|system|conference|studies|study|research|fitness|benefits?|allowance|evacuation plan|ramp|access|accessible|entrance"
    r"|parking|badge|no evidence of|no signs? of|denies|without|free of|risk of|not aware of|war|general|dépistage|certificat|assurance|brochures?|prévention|vaccin\w*|campagne|lois?|rapport|pays|centre|association|formation|atelier|ligne d['’]écoute|personnes? (?:en situation|handicapées)|accès|place|tamizaje|pruebas?|certificado|seguro|folletos?|prevenci[óo]n|vacuna\w*|campañas?|leyes|ley|informe|pa[íi]s|taller|personas con|acceso|plaza|فحص|تأمين|شهادة|لقاح|حملة|تقرير|قانون|بلد|مركز|منشور|توعية|people with|persons with|patients with|women who|toilets?)\b",
    re.IGNORECASE,
)
_PATTERNS = (
    r"(?<!\w)(?P<said>diagnosed\s+(?:with|as)\s+(?:having\s+)?(?:an?\s+)?[\w'’-]+(?:\s+[\w'’-]+)?)",
    rf"{_HAS_EN}(?P<said>{_ILL_EN}){_NOT_EN}",
    rf"\b(?:is|was|are|were|being|been|became|becoming|remains|she['’]s|he['’]s|i['’]m|as)\s+(?:(?:an?|the|now|also|still|not|currently|visibly|heavily|severely|\w+ (?:weeks|months)|\w+ly|\d+|weeks|months)\s+){{0,4}}(?P<said>{_IS_ILL_EN}){_NOT_EN}",
    rf"(?:{START}|{CAPITAL})(?P<said>{_IS_ILL_EN})(?=\s*[,;.)(\n]|\s*$)",
    rf"(?:{START}|{CAPITAL})(?P<said>{_ILL_EN})(?=\s*,\s*(?:needs?|takes?|on\b|under|treated|since|diagnosed|requires?|with|for|stable|untreated|no\b|has|was|is|medic\w+|insulin)|\s*[.;)]\s*$|\s+since\b)",
    r"(?<!\w)(?P<said>(?:pregnant|disabled|blind|deaf|traumati[sz]ed|paraly[sz]ed|diabetic|epileptic|hiv[- ]positive))(?=\s+(?:woman|wife|girl|client|applicant|mother|daughter|sister|man|son|boy|child|father|brother|husband|claimant|patient|and\s))",
    r"(?<!\w)(?P<said>\w+\s+(?:weeks|months)\s+pregnant|pregnant\s+with|expecting\s+(?:a\s+(?:baby|child)|her|their)|(?:first|second|third)\s+trimester)(?!\w)",
    r"(?<!\w)(?P<said>attempted\s+(?:to\s+(?:commit\s+)?)?suicide|attempts?\s+(?:at|of)\s+suicide|suicide\s+attempts?|tried\s+to\s+(?:kill\s+(?:him|her)self|commit\s+suicide)|self-?harm(?:s|ed|ing)|(?:had|suffered)\s+a\s+(?:miscarriage|stroke|heart\s+attack|breakdown)|cut\s+(?:his|her)\s+wrists)(?!\w)(?!\s+(?:prevention|rates?|in\s+detention\s+(?:are|is)))",
    r"(?<!\w)(?P<said>(?:in|uses?|using|needs?|requires?)\s+a\s+wheelchair|wheelchair\s+user|on\s+(?:dialysis|chemotherapy|insulin|antidepressants?|antipsychotics?|methadone|antiretrovirals?|anti-?retroviral\s+\w+|art\s+therapy)|(?:needs?|takes?|taking|requires?)\s+(?:insulin|dialysis|antidepressants?|psychiatric\s+\w+|antiretrovirals?|sertraline))(?!\w)",
    r"(?<!\w)(?P<said>(?:admitted\s+to|sectioned|inpatient\s+(?:in|on|at)|patient\s+(?:in|of|at))\s+(?:an?\s+|the\s+)?psychiatric\s+\w+|under\s+(?:a\s+)?psychiatr\w+(?:\s+(?:care|treatment))?|sees?\s+a\s+(?:psychiatrist|psychologist|psychotherapist)|in\s+(?:psycho)?therapy\s+(?:for|since|with))(?!\w)",
    r"\b(?:his|her|their|my|whose|(?:applicant|claimant|client|patient)['’]s)\s+(?:\w+\s+){0,2}?(?P<said>(?:illness|disability|diagnosis|pregnancy|disease|epilepsy|diabetes|depression|ptsd|trauma|miscarriage|psychiatrist|mental\s+health|medical\s+condition|hiv\s+status|cancer))(?!\w)(?!\s+(?:assessment|screening|form|leaflet|insurance))",
    rf"(?<!\w)(?:souffr(?:e|ent|ant|ait)\s+(?:de|d['’]|du)|atteinte?s?\s+(?:de|d['’]|du)|diagnostiquée?s?\s+(?:de|d['’]|du|avec)|porteu(?:r|se)\s+(?:de|du)|suivie?\s+pour|traitée?\s+pour|présente|a\s+(?:un|une|le|la|du)|malade\s+(?:de|du))\s*(?:(?:une?|la|le|l['’]|de|du|grave|sévère|forte|un\s+état)\s*){{0,3}}(?P<said>{_ILL_FR})(?!\w)",
    rf"(?:{START}|\b(?:est|était|sont|être|étant|suis|tombée?)\s+|(?:femme|fille|épouse|mère|sœur|soeur|homme|requérante?|patiente?|enfant|fils|personne)\s+)(?:gravement\s+|très\s+)?(?P<said>séropositi(?:f|ve)|(?<!l['’])enceinte(?=\s*(?:[,.;)\n]|$|de\s+(?:\w+\s+)?(?:mois|semaines)|\bet\b))|handicapée?|diabétique|épileptique|dépressi(?:f|ve)|traumatisée?|suicidaire|aveugle|sourde?|paralysée?|schizophrène|en\s+fauteuil\s+roulant)(?!\w)",
    r"(?<!\w)(?P<said>enceinte\s+de\s+(?:\w+\s+)?(?:mois|semaines)|tentatives?\s+de\s+suicide|tenté\s+de\s+se\s+suicider|en\s+fauteuil\s+roulant|sous\s+(?:insuline|dialyse|antidépresseurs|trithérapie)|suivie?\s+(?:par\s+un|en)\s+psych\w+)(?!\w)",
    r"\b(?:sa|son|ses)\s+(?P<said>(?:maladie|grossesse|handicap|dépression|diabète|séropositivité|état\s+de\s+santé|cancer|épilepsie))(?!\w)",
    rf"(?<!\w)(?:padec\w+|sufr\w+|tiene|tuvo|diagnosticad[oa]s?|vive\s+con|convive\s+con|portador(?:a)?|enferm[oa]|tratamiento\s+(?:para|por)|con)\s+(?:(?:de|con|un|una|la|el|del|grave|severa|cr[óo]nica|por)\s+){{0,3}}(?P<said>{_ILL_ES})(?!\w)",
    rf"(?:{START}|\b(?:es|era|est[áa]|estaba|ser|qued[óo]|son)\s+|(?:mujer|hombre|solicitante|esposa|hij[oa]|madre|padre|persona|paciente|niñ[oa]|hermana)\s+)(?:muy\s+|gravemente\s+)?(?P<said>seropositiv[oa]|embarazada|discapacitad[oa]|diab[ée]tic[oa]|epil[ée]ptic[oa]|deprimid[oa]|cieg[oa]|sord[oa]|paral[íi]tic[oa]|esquizofr[ée]nic[oa]|traumatizad[oa])(?!\w)",
    r"(?<!\w)(?P<said>embarazada\s+de|intent(?:ó|o\s+de)\s+suicid(?:arse|io)|en\s+silla\s+de\s+ruedas|en\s+di[áa]lisis)(?!\w)",
    r"\bsu\s+(?P<said>(?:enfermedad|embarazo|discapacidad|depresi[óo]n|diabetes|estado\s+de\s+salud|c[áa]ncer|epilepsia))(?!\w)",
    rf"(?<!\w)(?:(?:ي|ت)عاني|(?:ي|ت)عانون|عان[ىت]+)\s+من\s+(?P<said>{_ILL_AR}\w*)",
    r"(?<!\w)(?P<said>(?:مصاب(?:ة)?|أصيب(?:ت)?|مريض(?:ة)?)\s+ب\w+|تم\s+تشخيص\w*|شُ?خص(?:ت)?\s+(?:حالته|حالتها|ب\w+)|حامل\s+(?:في|بال)\s*(?:ال)?(?:شهر|شهرها)\w*|معاق(?:ة)?|ذو(?:ي|و)?\s+[إا]عاقة|محاول(?:ة|ته|تها)\s+(?:ال)?انتحار|حاول(?:ت)?\s+الانتحار|كرسي\s+متحرك|مرضه|مرضها|حملها|[إا]عاقته|[إا]عاقتها|حالت(?:ه|ها)\s+(?:النفسية|الصحية))(?!\w)",
    rf"(?:(?<!\w)(?:هي|وهي|إنها|أنها|زوجته|امرأة|كانت)\s+|{START})(?P<said>حامل)(?=\s*(?:[,.;)\n]|$)|\s+في\s)",
    labelled_as(
        r"diagnosis|medical condition|health condition|disability|diagnostic|diagnóstico|التشخيص|الحالة الصحية"
    ),
)

_in_frames = in_prose("HEALTH", _PATTERNS, close=40)


_ANY_NAMED = rf"(?<![\w-])(?P<said>{_NAMED}|{_NAMED_FR}|{_NAMED_ES}|{_NAMED_AR}){_NOT_EN}"


@cache
def _named() -> re.Pattern[str]:
    return re.compile(_ANY_NAMED, re.IGNORECASE)


def find(text: str) -> Iterator[Span]:
    """Yield what frames tie to a person, and conditions that nothing makes a subject in general."""
    said = plain(text)
    ends = []
    for span in _in_frames(text):
        ends.append((span.start, span.end))
        yield span
    for match in _named().finditer(said):
        start, end = match.span("said")
        beside = before(said, start, 70) + " . " + after(said, end, 50)
        # One statement, one candidate.
        if any(first - 40 < start < last + 40 for first, last in ends) or _SUBJECT.search(beside):
            continue
        ends.append((start, end))
        yield Span("HEALTH", start, end, Certainty.CANDIDATE)


FAMILY = Family(
    name="health_in_notes",
    kinds=(Kind("HEALTH", "health or disability", Nature.SPECIAL),),
    find=find,
    frames=(*_PATTERNS, _ANY_NAMED),
    trigger=(
        r"(?i)diagn[oó]|hiv|vih|aids|sida|h[eé]patit|tubercul|(?-i:TB)|ptsd|tept|ptsd|post-?tra?um|stress|estr[eé]s|diab[eèé]t|c[aá]ncer|leuk|leuc|lymphom|tumou?r|schizo|esquizo|psych|bipolar|d[eé]pres|deprim|anxi[eé]|ansiedad|panic|[eé]pil[eéè]p|seizure|asth?m|hypert|hipert|blood pressure|dement|d[eé]men"
        r"|parkinson|alzheimer|crohn|sclerosis|sickle|an[aeé]+mi|kidney|heart|stroke|scabies|malaria|syphilis|autis|syndrom|palsy|hearing|infertil|fistula|fgm|disease|disorder|maladie|enfermedad|mental|disab|discapac|impairment|difficulties|suicid|flashback|chronic|covid|pregnan|blind|deaf|paral[yií]|traumat"
        r"|wheelchair|bedridden|amputee|seropos|s[eé]ropos|expecting|trimester|self-?harm|miscarriage|breakdown|wrists|kill\s|dialysis|dialyse|di[áa]lisis|chemother|insulin|methadone|retrovir|(?-i:art)\stherapy|sertraline|medication|therapy|illness|\sill|trauma|drépan|insuffis|insufic|troubles?|trastorno|handicap|surdit|c[eé]cit|enceinte|embaraz"
        r"|fauteuil|sous\s(?:insu|dial|antid|trith)|grossesse|[eé]tat\sde|estado\sde|convuls|cieg|sord|sourd|aveugl|silla\sde|fits|lupus|migraine|ulcer|thyroid|malnour|malnutri|eating\sdis|prosthe|crutches|amputat|radioth|inhaler|fluoxet|citalop|mirtaz|olanzap|risperid|quetiap|diazepam|buprenor|metformin|sleeping\s|abortion|c-section|caesarean|breastfeed|gave\sbirth|antenatal|prenatal|ultrasound|gynaec|midwife|cardiolog|oncolog|neurolog|voices|hallucin|nightmare|insomnia|overdose|rape|genital|torture|alcohol|addict|heroin|opioid|withdrawal|lost\s|walk|impaired|renal|cauchemar|insomni|accouch|excis|malvoyant|malentend|cardiopath|palud|perdu\s|perdi[óo]\s|béquille|proth[èe]se|ampu|chimio|quimio|trith|muleta|pr[óo]tesis|pesadilla|aborto|dio\sa\sluz|ceguera|sordera|marcapasos|migra[ñn]|سكري|سرطان|صرع|ربو|كتئاب|فصام|يدز|المناعة|الكبد|كلوي|كلى|متحرك|الصدمة|كوابيس|رق|انتحار|جهاض|نسولين|كيميائي|بتر|مبتور|كفيف|صم|مشلول|شلل|نفسي|ضغط|قلب|جلطة|فقر|عان|مصاب|صيب|مريض|مرض|تشخيص|خص|حامل|حمل|معاق|عاق|نتحار|كرسي|حالت|الحالة"
    ),
)
