"""What a note says of somebody's religion or belief, or of leaving it.

References
----------
Regulation (EU) 2016/679, Art. 9(1): religious or philosophical beliefs. UNHCR, Guidelines on International
Protection No. 6 (HCR/GIP/04/06), paragraphs 4 to 8: belief, identity, way of life; conversion, paragraphs 34 to 36.
"""

from __future__ import annotations

from audit.personal_data.family import Family, Kind, Nature
from audit.personal_data.prose import arabic, english, french, in_prose, labelled_as, spanish

_EN = (
    r"(?:muslims?|sunnis?|shi['’]?ah?s?|shi['’]?ites?|alawites?|alevis?|ismailis?|ahmadi(?:yya|s)?|(?:orthodox |coptic |assyrian |protestant |evangelical |born-again )?christians?|(?:greek |roman |syrian )?catholics?"
    r"|orthodox|protestants?|pentecostals?|evangelicals?|copts?|coptic|baptists?|jehovah['’]?s['’]? witness(?:es)?|mormons?|hindus?|buddhists?|jewish|jews?|sikhs?|bah[aá]['’]?[ií]s?|ya?ezidis?|yazidis?|druze"
    r"|zoroastrians?|mandaeans?|atheists?|agnostics?|apostates?|non-believers?|rastafarians?|animists?|falun gong(?: practitioner)?|salafis?|sufis?)"
)
_FAITH = r"(?:christianity|islam|judaism|catholicism|protestantism|hinduism|buddhism|shi['’]?ism|sunni islam|shia islam|the bah[aá]['’]?[ií] faith|jehovah['’]?s witness(?:es)?|the christian faith|atheism|mormonism|orthodoxy)"
_FR = (
    r"(?:musulmane?s?|sunnites?|chiites?|alaouites?|alévie?s?|ahmadie?s?|chrétien(?:ne)?s?|catholiques?|orthodoxes?|protestante?s?|évangéliques?|pentecôtistes?|coptes?|juifs?|juives?|hindoue?s?|bouddhistes?|sikhs?"
    r"|baha[iï]e?s?|y[ée]zidie?s?|druzes?|athées?|agnostiques?|apostate?s?|témoins? de jéhovah)"
)
_ES = (
    r"(?:musulm[aá]n(?:a|es|as)?|sun[ií](?:es|ta)?|chi[ií](?:es|ta)?|cristian[oa]s?|cat[óo]lic[oa]s?|ortodox[oa]s?|protestantes?|evang[ée]lic[oa]s?|pentecostal(?:es)?|jud[ií][oa]s?|hind[úu](?:es)?|budistas?|sijs?"
    r"|yazid[ií](?:es)?|drus[oa]s?|ate[oa]s?|agn[óo]stic[oa]s?|ap[óo]stata|testigos? de jehov[áa]|baha['’]?[ií])"
)
_AR = (
    r"(?:ال)?(?:مسلم(?:ة|ين)?|سني(?:ة)?|شيعي(?:ة)?|علوي(?:ة)?|إسماعيلي(?:ة)?|أحمدي(?:ة)?|مسيحي(?:ة|ين)?|كاثوليكي(?:ة)?|أرثوذكسي(?:ة)?|بروتستانتي(?:ة)?|قبطي(?:ة)?|يهودي(?:ة)?|هندوسي(?:ة)?|بوذي(?:ة)?|بهائي(?:ة)?|[إا]?يزيدي(?:ة)?"
    r"|أيزيدي(?:ة)?|درزي(?:ة)?|ملحد(?:ة)?|مرتد(?:ة)?|سيخي(?:ة)?)"
)
_PATTERNS = (
    *english(_EN),
    *french(_FR),
    *spanish(_ES),
    *arabic(_AR),
    rf"(?<!\w)(?P<said>(?:re-?)?convert(?:ed|s|ing)?\s+(?:from\s+\w+\s+)?to\s+{_FAITH})",
    rf"(?<!\w)(?P<said>conversion\s+(?:from\s+\w+\s+)?to\s+{_FAITH})(?!\s+(?:is|are|can|may|by)\b)",
    rf"(?<!\w)(?:left|renounced?d?|abandon(?:ed|s)|rejected|rejects|leaving|no longer practi[sc]es|turned away from|follows?|practi[sc]es|embraced)\s+(?P<said>{_FAITH})(?!\w)",
    r"(?<!\w)(?P<said>accused of (?:apostasy|blasphemy|leaving islam))(?!\w)",
    r"(?<!\w)(?:was|were|been|got)\s+(?P<said>(?:secretly\s+)?bapti[sz]ed)(?!\w)",
    r"\b(?:his|her|their|my)\s+(?P<said>(?:religious beliefs?|religion|faith|conversion|apostasy|atheism|bapti[sz]m))(?!\w)(?!\s+(?:community leader|in (?:the|him|her|human)))",
    r"(?<!\w)(?P<said>(?:s['’]est\s+)?converti(?:e|s|r)?\s+(?:au|à\s+l['’]|à\s+la\s+foi\s+|en\s+)\s*(?:christianisme|islam|judaïsme|catholicisme|protestantisme|bouddhisme|hindouisme|chrétienne))",
    r"(?<!\w)(?:a\s+)?(?:quitté|renié|abandonné|renoncé à)\s+(?P<said>l['’]islam|le christianisme)",
    r"\b(?:sa|leur|ma)\s+(?P<said>(?:religion|foi|conversion|confession))(?!\w)(?!\s+en\s+(?:l[ae']|son|sa))",
    r"(?<!\w)(?P<said>(?:se\s+)?convirti(?:ó|eron|do|da)?\s+(?:al|a\s+la)\s+(?:cristianismo|islam|judaísmo|catolicismo|protestantismo|evangelio|fe))",
    r"(?<!\w)(?P<said>convertid[oa]s?\s+(?:al|a\s+la)\s+(?:cristianismo|islam|judaísmo|catolicismo|protestantismo|fe))",
    r"(?<!\w)(?:dejó|abandonó|renunció a)\s+(?P<said>el (?:islam|cristianismo))",
    r"\b(?:su|mi)\s+(?P<said>(?:religión|fe|conversión))(?!\w)",
    r"(?<!\w)(?P<said>(?:اعتنق(?:ت|وا)?|تحول(?:ت|وا)?\s+إلى|ترك(?:ت|وا)?|ارتد(?:ت)?\s+عن)\s+(?:المسيحية|الإسلام|الاسلام|اليهودية|البوذية|البهائية))",
    r"(?<!\w)(?P<said>دينه|دينها|ديانته|ديانتها|معتقداته الدينية|معتقداتها الدينية|عقيدته|عقيدتها)(?!\w)",
    labelled_as(
        r"religion|faith|belief|confession|denomination|religión|credo|ديانة|الديانة|الدين"
    ),
)

FAMILY = Family(
    name="religion_in_notes",
    kinds=(Kind("RELIGION", "religion or belief", Nature.SPECIAL),),
    find=in_prose("RELIGION", _PATTERNS),
    trigger=(
        r"(?i)m[uo]s[uo]?l[iem]m|m[uo]sulm|islam|sun+[ií]|shi['’]?[ai]|ch?i[ií][it]|alawit|alaouit|al[eé]vi|ismaili|ahmadi|chr[eé]tien|christian|cristian|cat[hóo]+lic|catholi|orthodox|ortodox|protestant|pente[cq]|[eé]vang[eé]l|copt|baptis|witness|t[eé]moin|testigo"
        r"|mormon|hind[uoú]|b[ou]+d+h?is|jew|jud[aií]|juif|juiv|sikh|sijs?|bah[aá]|y[ae]+zid|dru[zs]|zoroast|mandae|ath[ée]|ate[oa]|agn[oó]st|ap[oó]sta|blasphem|convert|convirti|conversi|non-believer|rastafar|animist|falun|salaf|sufi"
        r"|religi|faith|\sfoi|\sfe|fe\W|creed|confess|belief|bapti[sz]|denominat|credo|مسلم|سني|شيعي|علوي|سماعيلي|حمدي|مسيحي|كاثوليك|رثوذكس|بروتستانت|قبطي|يهودي|هندوسي|بوذي|بهائي|يزيدي|درزي|ملحد|مرتد|سيخي|سلام|دين|ديان|معتقد|عقيدت"
    ),
)
