"""Roles that several kinds share: which part a column can play in an audit.

A `pattern` is matched against a column's name in lower case with words joined by `_`
(`NativeCountry` and `native-country` are both `native_country`). What matches inside a group named
`weak` counts for less, inside `maybe` for so little that `init` always says that it is unsure. A `legal_hook` ends with how sure we are of it:
`[read]` in the text of the provision or a close account of it, `[to be verified]` from knowledge.
Patterns say what a column may be; nothing here reads data.
"""

from __future__ import annotations

import re
import unicodedata

from audit.kind import Role


def _words(*words: str) -> str:
    # Whole words only: "age" must not be found in "language" or "image_id".
    return rf"(?:^|_)(?:{'|'.join(words)})(?=_|\d*$)"


_LOGS = (
    "EU AI Act Art. 12 and 26: automatic logs, kept at least six months "
    "(Annex III systems, from 2 December 2027) [read]"
)
_OVERSIGHT = (
    "EU AI Act Art. 14: human oversight (Annex III systems, from 2 December 2027) [read]; "
    "GDPR Art. 22(3) where a decision is automated [to be verified]"
)
_ACCURACY = (
    "EU AI Act Art. 15: declared accuracy (Annex III systems, from 2 December 2027) [read]; "
    "GDPR Art. 5(1)(d): accuracy [to be verified]"
)

_GROUP_WORDS = (
    r"nationalit(?:y|ies)", "nation", "citizenship", "citizen", "country_of_origin",
    "origin_country", "native_country", "country_of_birth", "birth_country", "country_of_nationality",
    "origin", "coo", "coo_name", r"birth_?place", "place_of_birth", "race", "racial", "ethnic",
    "ethnicity", "ethnic_group", "caste", "religion", "faith", "language", "lang", "mother_tongue",
    "dialect", "sex", "gender", "age", r"age_?(?:band|group|cat|category|range|bracket|years)",
    "disability", "disabled", "skin_tone", "birth_region", "gender_identity", "sexual_orientation",
    "statelessness", "stateless", "foreign_born", "born_abroad",
    # census codes, and the same words in languages whose registers are often audited
    "rac1p", "agep", "cit", "nativity", "pobp", "dis", "nationalite", "nacionalidad", "nazionalita",
    "nationaliteit", "staatsangehorigkeit", r"pays_(?:d_)?origine", "pais_(?:de_)?origen", "herkunftsland",
    "sexe", "sexo", "sesso", "geschlecht", "geslacht", "langue", "idioma", "sprache", "lingua", "edad",
    "alter", "leeftijd", "religione?", "ethnie", "etnia", "staatsburgerschaft", "cittadinanza",
    # nationality, sex, age, language, country of origin
    "الجنسية", "جنسية", "الجنس", "العمر", "اللغة", "بلد_المنشا",
)  # fmt: skip

SENSITIVE_FEATURES = Role(
    name="sensitive_features",
    doc="Columns that name the group a person belongs to: nationality, sex, age or language.",
    serves="Are people of different groups treated alike, and are errors as frequent for each?",
    takes="category",
    many=True,
    pattern=_words(*_GROUP_WORDS, "(?P<maybe>region|region_of_origin|area_of_origin)"),
    legal_hook=(
        "EU AI Act Art. 10(2)(f): examination for bias, and Art. 4a: special categories for "
        "detecting it (Art. 10 from 2 December 2027) [read in summaries]"
    ),
)

TEXT = Role(
    name="text",
    doc="Free text: case notes, statements, summaries.",
    serves="Do the notes carry names, phone numbers or documents that the file does not need?",
    takes="text",
    many=True,
    pattern=_words(
        r"notes?", r"comments?", "narrative", "free_?text", "statement", "summary", "transcript",
        "remarks?", "description", "interview", "case_note",
    ),
    legal_hook="GDPR Art. 5(1)(c) and 35: minimisation, impact assessment [to be verified]",
)  # fmt: skip

IDENTIFIERS = Role(
    name="identifiers",
    doc="Columns that name a person or a file: numbers, names, e-mail, phone, documents.",
    serves="Is each person there once, and does the file carry identifiers it does not need?",
    takes="identifier",
    many=True,
    pattern=_words(
        "id", "ids", "uuid", "guid", r"(?:application|case|file|person|applicant|claim)_?(?:no|nr|number|ref|id)",
        "reference_number", "passport", r"passport_?(?:no|nr|number)", "document_number", "a_number",
        r"e_?mail", "phone", r"phone_?number", "mobile", "telephone", "iban", "full_name", "first_name",
        "last_name", "surname", "family_name", "given_name", "name_of_applicant", "applicant_name", "ssn",
    ),
    legal_hook="GDPR Art. 5(1)(c): minimisation [to be verified]",
)  # fmt: skip

QUASI_IDENTIFIERS = Role(
    name="quasi_identifiers",
    doc="Columns that together could single a person out: place, age, nationality, occupation.",
    serves="Is anybody alone with a combination of values that others could know?",
    takes="category",
    many=True,
    pattern=_words(
        *_GROUP_WORDS, "region", "province", "district", "county", "governorate", "municipality",
        "city", "town", "village", "camp", "settlement", r"adm(?:in)?\d?", "location", "postcode",
        "postal_code", "zip", "zip_code", "post", "occupation", "profession", "job", "marital",
        r"marital_?status", "relationship", "education", "household_size", "hh_size", "family_size",
        "arrival_date", "date_of_arrival", "arrived", "visa_type", "country", "country_of_asylum",
        "coa", "coa_name", "religion", "workclass",
    ),
    legal_hook="GDPR Art. 32 and 35: security, impact assessment [to be verified]",
)  # fmt: skip

CONFIDENTIAL = Role(
    name="confidential",
    doc="Columns whose values nobody outside may learn of a person: a diagnosis, a ground of flight.",
    serves="Can somebody who knows a few things about a person learn what else the row says?",
    takes="category",
    many=True,
    pattern=_words(
        "diagnosis", "diagnoses", r"(?:health|medical)_?(?:condition|status|problem|history)", r"hiv(?:_?status)?",
        r"(?:reasons?_?(?:for|of)|grounds?_?of)_?(?:flight|claim|asylum|persecution)",
        r"(?:persecution|claim|asylum|protection)_?(?:grounds?|basis)", r"political_?opinions?", "party_membership",
        "torture", r"trafficking(?:_?indicators?)?", r"(?:criminal|police)_?records?", "pregnant", "pregnancy",
        "(?P<maybe>vulnerability|vulnerabilities|specific_needs)",
    ),
    legal_hook="GDPR Art. 32 and 35: security, impact assessment [to be verified]",
)  # fmt: skip

PLACE = Role(
    name="place",
    doc="Where a person was at the time of the row: a cell, coordinates; several columns from fine to coarse.",
    serves="Do a few places and times single a person out?",
    takes="place",
    many=True,
    pattern=_words(
        r"cell_?(?:id|tower|site)", r"tower(?:_?id)?", "antenna", "bts", "geohash", r"h3(?:_?(?:cell|index))?",
        "latitude", "longitude", "lat", "lon", "lng", "gps", r"(?:check|way)_?point", "(?P<weak>cell|place|location_id)",
    ),
    legal_hook="GDPR Art. 32 and 35: security, impact assessment [to be verified]",
)  # fmt: skip

SHARED_WITH = Role(
    name="shared_with",
    doc="Who else was given the row: the labels of the recipients, empty where nobody was.",
    serves="Were rows given to those who could persecute, or without consent?",
    takes="category",
    pattern=_words(
        r"(?:shared|disclosed|sent|transferred|forwarded|passed)_?(?:with|to|on_to)", "recipients?", "data_recipient",
    ),
    legal_hook="GDPR Art. 13 to 15 and 30: recipients [to be verified]",
)  # fmt: skip

CONSENT = Role(
    name="consent",
    doc="Whether the person agreed to the sharing; empty where nobody asked.",
    serves="Were rows shared that rest on consent, and the person had not given it?",
    takes="binary",
    pattern=_words(
        "consent", "consented", r"consent_?(?:share|shared|sharing|to_share|given|status)", "data_sharing",
        r"(?:data_?)?shar(?:e|ing)_?consent", "agreed_to_share",
    ),
    legal_hook="GDPR Art. 7(1): proof of consent [to be verified]",
)  # fmt: skip

ORIGIN = Role(
    name="origin",
    doc="Countries a person fled or belongs to, where that is another column than the nationality above.",
    serves="Were rows given to authorities of the country that the person comes from?",
    takes="category",
    many=True,
)

BIRTH_DATE = Role(
    name="birth_date",
    doc="Date of birth.",
    serves="Were dates of birth recorded, or filled in by default (1 January)?",
    takes="date",
    pattern=_words("dob", r"birth_?date", r"date_?of_?birth", "birthday", "born", "born_on"),
    legal_hook="GDPR Art. 5(1)(d): accuracy [to be verified]",
)

TIME = Role(
    name="time",
    doc="When the row was made: submission, decision, interview.",
    serves="Do scores, decisions and errors change over time?",
    takes="date",
    pattern=_words(
        "submitted", "submitted_on", r"date_?of_?(?:decision|application|interview|registration)",
        r"(?:decision|application|submission|registration|interview|survey)_?(?:date|time|on)",
        "decided_on", "timestamp", "ts", "date", "(?P<weak>year|month|quarter|time)",
    ),
    legal_hook=_LOGS,
)  # fmt: skip

CLUSTER = Role(
    name="cluster",
    doc="What rows that belong together share: a household, a family, a site.",
    serves="How many independent people stand behind the numbers?",
    takes="any",
    pattern=_words("household", r"household_?(?:id|no|number)", "hh_id", "hhid", "family_id", "cluster", "psu"),
)  # fmt: skip

SAMPLE_WEIGHT = Role(
    name="sample_weight",
    doc="How many people a row stands for.",
    serves="Whom does the file stand for?",
    takes="number",
    pattern=_words(
        "weight", "weights", r"sample_?weight", "wgt", "pweight", "hh_weight", "fnlwgt", "pwgtp",
        r"survey_?weight", r"(?P<maybe>counts?|persons|people|individuals|n_people|population|refugees|total"
        "|number|decisions|applications|disputes|arrivals)",
    ),
)  # fmt: skip

Y_TRUE = Role(
    name="y_true",
    doc="What was true, as far as somebody recorded it: an independent review, a later outcome.",
    serves="How often is the system wrong, and for whom?",
    takes="binary",
    pattern=_words(
        "y_true", "label", "label_value", "truth", "ground_?truth", "target", "rater", "rating", "merit",
        r"(?:qa|review|audit|expert|independent)_(?:outcome|result|genuine|finding|label|decision|rating)",
        "true_(?:label|status|outcome|class)", "verified", "confirmed", "gold",
        "(?P<weak>outcome|finding|result|complied|absconded|overstayed|reoffended|recidivism|two_year_recid"
        "|genuine|fraud|success|income|employed|final_status)",
        "(?P<maybe>ergebnis|resultat|resultado|risultato|النتيجة)",
        "wahrheit", "verite", "verdad", "الحقيقة",
    ),
    legal_hook=_ACCURACY,
)  # fmt: skip

Y_PRED = Role(
    name="y_pred",
    doc="What the system decided or advised: a flag, a tier, a grant.",
    serves="Whom does the system select, flag or grant, and how often in each group?",
    takes="binary",
    pattern=_words(
        "y_pred", "pred", "prediction", "predicted", "flag", "flagged", "flags", "stream", "tier", "triage",
        r"risk_?(?:level|band|class|category|group|tier)", "recommendation", "recommended",
        r"(?:model|system|algorithm|machine|ai|tool|auto|automated)_?(?:decision|output|result|class|label|flag)",
        "selected", "lane", "track", "referred_by_system", "alert", "hit",
        "(?P<weak>decision|granted|grant|approved|accepted|refused|denied|rejected|admitted|detained"
        "|entscheidung|entscheid|bescheid|decisione|beslissing|resolucion|القرار|قرار"
        "|ergebnis|resultat|resultado|risultato|النتيجة"
        "|score|outcome|eligible|(?:decision|case|application|claim|asylum)_(?:outcome|status|result))",
    ),
    legal_hook=_LOGS,
)  # fmt: skip

Y_SCORE = Role(
    name="y_score",
    doc="The number behind the decision, in [0, 1].",
    serves="Does a score mean the same in every group?",
    takes="score",
    pattern=_words(
        "y_score", "score", r"risk_?score", "scores", "prob", "proba", "probability", "likelihood",
        "pred_proba", "confidence_score", "punktzahl", "punktwert", "puntuacion", "puntaje", "punteggio",
        "الدرجة", "(?P<weak>risk|risiko|risque|riesgo|confidence|prediction|pred)",
    ),
    legal_hook=_LOGS,
)  # fmt: skip

RANK = Role(
    name="rank",
    doc="The place in the order in which people are taken, 1 the first; where there is no score.",
    serves="Where places are few, is a place as likely for people of every group?",
    takes="number",
    pattern=_words(
        "rank", "ranking", r"priority_?rank", r"rank_?(?:no|number|position)", r"list_?position",
        r"(?:waiting_?)?list_?(?:no|number|place)", r"position_?(?:in|on)_?(?:list|queue)",
        "(?P<weak>priority|position|rang|rangfolge)",
    ),
    legal_hook=_LOGS,
)  # fmt: skip

POOL = Role(
    name="pool",
    doc="The round in which people compete for the same places: an intake, a month, a post.",
    serves="Who competed with whom for the places there were?",
    takes="category",
    pattern=_words(
        "pool", "intake", r"intake_?(?:round|no|id)", "cohort", "draw", r"selection_?round",
        "(?P<weak>round|batch|wave)",
    ),
)  # fmt: skip

CONTROL_FEATURES = Role(
    name="control_features",
    doc="Factors within which groups are also compared; somebody has to name each one legitimate.",
    serves="How large is a gap among people in the same legal situation?",
    takes="category",
    many=True,
    pattern=_words(
        "visa_type", "case_type", "claim_type", "permit_type", "procedure", "procedure_type",
        "application_type", "legal_basis", "channel",
    ),
)  # fmt: skip

FEATURES = Role(
    name="features",
    doc="What the system reads to decide.",
    serves="Is a protected attribute an input, or can it be read off the inputs?",
    many=True,
    # GDPR Art. 15(1)(h), like EU AI Act Art. 86 for reasons, is the person's own right and no ground here.
    legal_hook="EU AI Act Art. 11 and Annex IV(2): technical documentation (from 2 December 2027) [read]",
)

RANDOM_ARM = Role(
    name="random_arm",
    doc="Marks the people whose file was examined at random, whatever the system said.",
    serves="What is the truth about people whom the system did not pick?",
    takes="binary",
    pattern=_words(
        "random", "randomly", "random_arm", "random_sample", r"sampled_?(?:at_?)?random", "random_review",
        "random_check", r"qa_(?:review|sample|sampled|check|selected)", "qa", "in_sample", "control_group",
        "(?P<weak>sampled|reviewed|audit_sample)",
    ),
)  # fmt: skip

SELECTION_PROBABILITY = Role(
    name="selection_probability",
    doc="The chance, fixed beforehand, that this person's outcome would come to be known.",
    serves="What is the truth about everybody, if some were more likely to be looked into than others?",
    takes="number",
    pattern=_words(
        r"(?:selection|inclusion|sampling|review|draw|audit)_?(?:prob|probability|chance|fraction|rate)",
        r"p_?(?:select|selected|selection|inclusion|sampled)", "propensity",
    ),
)  # fmt: skip

SELECTION_STRATUM = Role(
    name="selection_stratum",
    doc="The stratum within which people were drawn, where a draw was stratified.",
    serves="How precise is what the drawn people say of everybody?",
    takes="any",
    pattern=_words(r"(?:selection|sampling|review|draw)_?(?:stratum|strata)", "stratum"),
)  # fmt: skip

HUMAN_DECISION = Role(
    name="human_decision",
    doc="What a person decided after the system had spoken.",
    serves="Can people disagree with the system, and do they, for every group alike?",
    takes="binary",
    pattern=_words(
        r"(?:officer|human|caseworker|judge|final|manual|reviewer|adjudicator|consul)_?"
        r"(?:decision|view|outcome|verdict|determination|result|age_view)",
        "human", "override", "overridden", "verdict", "determination",
        "(?P<weak>decision|entscheidung|bescheid|القرار|referred|granted|refused|outcome)",
    ),
    legal_hook=_OVERSIGHT,
)  # fmt: skip

REVIEWER = Role(
    name="reviewer",
    doc="Who decided. Shown under a pseudonym everywhere.",
    serves="Does the answer depend on who gives it?",
    takes="any",
    pattern=_words(
        r"(?:officer|judge|reviewer|caseworker|adjudicator|interviewer|consul|official|agent|decider"
        r"|examiner|assessor|enumerator)(?:_?(?:id|no|name|code|number))?",
    ),
    legal_hook=_OVERSIGHT,
)  # fmt: skip

SECONDS = Role(
    name="seconds",
    doc="How long the person who decided had the file open, in seconds.",
    serves="Is there time to decide?",
    takes="number",
    pattern=_words(
        "seconds", "secs", r"(?:officer|review|reading|handling|decision|reviewer)_?(?:seconds|secs)",
        "time_spent", "duration_seconds", "time_on_task", "(?P<weak>duration|handling_time)",
    ),
    legal_hook=_OVERSIGHT,
)  # fmt: skip

REASON = Role(
    name="reason",
    doc="The reason given for the decision, or its code.",
    serves="Are reasons individual, or the same sentence for everyone?",
    takes="any",
    pattern=_words(r"reasons?", r"reasons?_?(?:code|text|given|id)", "refusal_ground", "refusal_reason", "grounds"),
)  # fmt: skip

APPEAL = Role(
    name="appeal",
    doc="Whether the decision was appealed, or how the appeal ended.",
    serves="Do decisions survive appeal, in every group?",
    takes="binary",
    pattern=_words(r"appeals?", r"appeal(?:ed)?_?(?:won|outcome|result|filed|decision)", "appealed", "challenged", "challenge_won"),
    legal_hook="EU Charter Art. 47; ECHR Art. 13: effective remedy [to be verified]",
)  # fmt: skip


def normal(name: str) -> str:
    """Return a column's name as patterns expect it: lower case, no accents, words joined by `_`.

    Letters of any script stay; an accent is what Unicode can take off a letter.

    Examples
    --------
    >>> normal("NativeCountry"), normal("Staatsangehörigkeit"), normal("Date décision")
    ('native_country', 'staatsangehorigkeit', 'date_decision')
    """
    name = unicodedata.normalize("NFKD", name)
    name = "".join(letter for letter in name if not unicodedata.combining(letter))
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)
    return re.sub(r"[\W_]+", "_", name.casefold()).strip("_")
