"""What a note says of somebody's ethnic origin, tribe or clan; a language or a region is not one.

References
----------
Regulation (EU) 2016/679, Art. 9(1): racial or ethnic origin; recital 51 on "racial origin". Nationality is not one.
"""

from __future__ import annotations

from audit.personal_data.family import Family, Kind, Nature
from audit.personal_data.prose import arabic, english, french, in_prose, labelled_as, spanish

_EN = (
    r"(?:hazaras?|rohingyas?|tutsis?|hutus?|twa|roma|romani|sinti|pashtuns?|pathan|tajiks?|uzbeks?|turkmens?|baloch(?:i)?s?|kurds?|kurdish|tamils?|uyghurs?|uighurs?|tigrayans?|tigrinya|oromos?|amharas?|afars?|zaghawas?"
    r"|masalit|fur|nuba|dinkas?|nuers?|igbos?|ibos?|yorubas?|hausas?|fulanis?|peuls?|bidoons?|bidun|mapuche|mayas?|mayans?|garifunas?|afro-?(?:colombian|descendant|venezuelan)|indigenous|amazigh|berbers?|kabyles?|crimean tatars?|tatars?"
    r"|chechens?|ingush|ossetians?|circassians?|assyrians?|chaldeans?|arameans?|ahwazi(?: arab)?|azeris?|karens?|kachins?|chins?|shan|bihari|dalits?|black|mixed[- ]race)"
)
_FR = r"(?:hazaras?|rohingyas?|tutsis?|hutus?|roms?|tsiganes?|pachtounes?|tadjike?s?|ouzbeke?s?|kurdes?|tamoule?s?|ouïghoure?s?|tigréen(?:ne)?s?|oromos?|amharas?|peule?s?|malinkés?|soussous?|berbères?|kabyles?|touaregs?|tchétchènes?|bamiléké|noire?s?)"
_ES = r"(?:hazaras?|rohinyás?|tutsis?|hutus?|roman[íi]|gitan[oa]s?|past[úu]n(?:es)?|kurd[oa]s?|tamiles?|uigur(?:es)?|ind[íi]genas?|mapuches?|wayuu|q['’]eqchi['’]?|maya(?:s| k['’]iche['’])?|gar[íi]funas?|afrodescendientes?|afrocolombian[oa]s?|bereberes?|saharauis?|negr[oa]s?)"
_AR = r"(?:ال)?(?:هزار[ةه]|هزاري(?:ة)?|روهينغا|روهينجا|كردي(?:ة)?|أكراد|تركماني(?:ة)?|بشتوني?(?:ة)?|طاجيكي(?:ة)?|أوزبكي(?:ة)?|أمازيغي(?:ة)?|بدون|آشوري(?:ة)?|سرياني(?:ة)?|كلداني(?:ة)?|نوبي(?:ة)?|زغاوي?(?:ة)?|مساليت|أورومو|تيغراي|دينكا|شركسي(?:ة)?|غجري(?:ة)?)"
_PATTERNS = (
    *english(_EN),
    *french(_FR),
    *spanish(_ES),
    *arabic(_AR),
    rf"(?<!\w)(?:ethnic|of)\s+(?P<said>{_EN})(?=\s+(?:ethnicity|origin|descent|background|heritage|parentage)\b)",
    rf"\bethnic(?:ally)?\s+(?P<said>{_EN})(?![\w-])(?!\s+(?:areas?|regions?|groups?|part(?:y|ies)|militias?))",
    r"\b(?:belongs? to|member of|from)\s+the\s+(?P<said>(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\s+(?:tribe|clan|sub-?clan|ethnic group|ethnic minority|caste))",
    r"\b(?:his|her|their|my)\s+(?P<said>(?:ethnicity|ethnic (?:origin|background|identity)|tribe|clan))(?!\w)",
    labelled_as(
        r"ethnicity|ethnic (?:group|origin)|tribe|clan|ethnie|origine ethnique|etnia|origen étnico|tribu|العرق|القومية|القبيلة"
    ),
)

_find = in_prose("ETHNIC_ORIGIN", _PATTERNS)

FAMILY = Family(
    name="ethnic_origin_in_notes",
    kinds=(Kind("ETHNIC_ORIGIN", "racial or ethnic origin", Nature.SPECIAL),),
    find=_find,
    find_framed=_find,
    frames=_PATTERNS,
    trigger=(
        r"(?i)hazar|rohin|tutsi|hutu|(?-i:[Tt]wa|TWA)|\srom|^rom|\Wrom|sinti|pa[csth]+[uo]+n|pathan|ta[dj]+[ij]k|[uo]u?zbe[kc]|turkm|baloch|k[uo]rd|tam[iou]+l|u[iyï]?gh?ur|ouïgh|tigr|oromo|amhara|afar|zaghawa|masalit|\Wfur|^fur|nuba|dinka|nuer|igbo|\Wibo|^ibo|yoruba|hausa|fula|peul"
        r"|bid[ou]+n|mapuche|maya|gar[ií]f|afro|indigen|ind[ií]gen|amazi|berb|bereb|kabyl|tatar|chechen|tch[eé]tch|ingush|osset|circas|assyri|chalde|arame|ahwazi|azeri|karen|kachin|\Wchin|^chin|\Wshan|^shan|bihar|dalit|black|mixed.race|tsigan|malink|souss|touareg|bamil|noir|gitan|wayu|eqchi|sahara|negr"
        r"|ethnic|ethnie|etnia|étnic|ethnique|trib|clan|caste|هزار|روهين|كرد|كراد|تركم|بشتون|طاجيك|وزبك|مازيغ|بدون|شوري|سرياني|كلدان|نوبي|زغاو|مساليت|ورومو|تيغراي|دينكا|شركس|غجري|العرق|القومية|القبيلة"
    ),
)
