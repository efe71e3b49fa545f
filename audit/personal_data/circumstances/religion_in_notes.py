"""What a note says of somebody's religion or belief, or of leaving it.

References
----------
Regulation (EU) 2016/679, Art. 9(1): religious or philosophical beliefs. UNHCR, Guidelines on International
Protection No. 6 (HCR/GIP/04/06), paragraphs 4 to 8: belief, identity, way of life; conversion, paragraphs 34 to 36.
"""

from __future__ import annotations

from audit.personal_data.family import Family, Kind, Nature
from audit.personal_data.prose import (
    START,
    arabic,
    english,
    french,
    in_prose,
    labelled_as,
    spanish,
)

_EN = (
    r"(?:(?:shi['’]?a|shi['’]?ite|sunni|ismaili|sufi|ahmadi(?:yya)?|alevi)\s+muslims?|muslims?|sunnis?|shi['’]?ah?s?|shi['’]?ites?|alawites?|alevis?|ismailis?|ahmadi(?:yya|s)?|(?:(?:orthodox|coptic|assyrian|syriac|chaldean|armenian|maronite|melkite|protestant|evangelical|pentecostal|baptist|catholic|charismatic|adventist|born-again) )?christians?|(?:greek |roman |syrian )?catholics?"
    r"|orthodox|protestants?|pentecostals?|evangelicals?|copts?|coptic|baptists?|jehovah['’]?s['’]? witness(?:es)?|(?:seventh-day )?adventists?|lutherans?|anglicans?|methodists?|presbyterians?|maronites?|quakers?|kaka['’]?is?|mormons?|hindus?|buddhists?|jewish|jews?|sikhs?|bah[aá]['’]?[ií]s?|ya?ezidis?|yazidis?|druze"
    r"|zoroastrians?|mandaeans?|atheists?|agnostics?|apostates?|non-believers?|rastafarians?|animists?|falun gong(?: practitioner)?|salafis?|sufis?)"
)
_FAITH = r"(?:christianity|islam|judaism|catholicism|protestantism|hinduism|buddhism|shi['’]?ism|sunni islam|shia islam|the bah[aá]['’]?[ií] faith|jehovah['’]?s witness(?:es)?|the christian faith|atheism|mormonism|orthodoxy|sikhism|zoroastrianism|yazidism|bahaism|voodoo|vodou|santer[ií]a|candombl[eé]|umbanda|a new (?:faith|religion))"
_FR = (
    r"(?:musulmane?s?(?: (?:chiite|sunnite|soufie?|ahmadie?|ismaélien(?:ne)?)s?)?|sunnites?|chiites?|alaouites?|alévie?s?|ahmadie?s?|chrétien(?:ne)?s?(?: (?:orthodoxe|copte|évangélique|pentecôtiste|maronite|protestante?|catholique|baptiste|chaldéen(?:ne)?|syriaque|assyrien(?:ne)?)s?)?|adventistes?|baptistes?|maronites?|catholiques?|orthodoxes?|protestante?s?|évangéliques?|pentecôtistes?|coptes?|juifs?|juives?|hindoue?s?|bouddhistes?|sikhs?"
    r"|baha[iï]e?s?|y[ée]zidie?s?|druzes?|athées?|agnostiques?|apostate?s?|témoins? de jéhovah)"
)
_ES = (
    r"(?:musulm[aá]n(?:a|es|as)?(?: (?:chi[ií]|sun[ií]|suf[ií])(?:t?a|es|tas)?)?|sun[ií](?:es|ta)?|chi[ií](?:es|ta)?|cristian[oa]s?(?: (?:ortodox[oa]|copt[oa]|evang[ée]lic[oa]|pentecostal|maronita|protestante|bautista)s?)?|adventistas?|bautistas?|maronitas?|cat[óo]lic[oa]s?|ortodox[oa]s?|protestantes?|evang[ée]lic[oa]s?|pentecostal(?:es)?|jud[ií][oa]s?|hind[úu](?:es)?|budistas?|sijs?"
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
    r"(?<!\w)(?P<said>(?:accused|charged|convicted|guilty|flogged|whipped|sentenced|arrested|jailed|imprisoned|beaten|wanted|threatened|tried|prosecuted|denounced|expelled|disowned|killed|persecuted) (?:\w+ ){0,2}?(?:of|for|with|over|because of) (?:\w+ ){0,2}?(?:apostasy|blasphemy|heresy|proselyti[sz]\w+|convert(?:ing|ed)|conversion|leaving islam|witchcraft|evangeli[sz]ing|preaching|insulting (?:islam|the prophet|religion)))(?!\w)",
    rf"(?<!\w)(?P<said>(?:practi[sc]ing|devout|observant|lapsed|non-practi[sc]ing|secular|committed|strict|born|raised|brought up|grew up|born-again) (?:a |an |as an? |in an? )?{_EN})(?!\w)",
    r"(?<!\w)(?P<said>(?:not|isn['’]t|never|no longer|un|non-?|is|very|deeply|strictly) ?(?:very |particularly |at all )?religious|(?:no|without(?: any| a)?) (?:religion|religious belief|faith)(?= *[.,;)\n]|$)|(?:not an?|non-?)(?: |-)?believer|(?:does not|doesn['’]t|did not) (?:pray|fast|practi[sc]e|wear the (?:hijab|veil|headscarf))|(?:sings|sang) in the (?:church )?choir|secret (?:church|bible)|owned a bible|bible (?:was )?found|left the church|excommunicated)(?!\w)",
    r"(?<!\w)(?P<said>fidèle d['’]une (?:église|mosquée|communauté)|prêche\w*\s+(?:dans|à|en)|chante à l['’]église|non[- ](?:croyante?|pratiquante?)|sans religion|n['’]est pas (?:croyante?|pratiquante?|religieu\w+)|(?:accusée?|condamnée?|poursuivie?)\s+(?:de|d['’]|pour)\s*(?:avoir )?(?:apostasie|blasphème|prosélytisme|quitté|renié|conversion)(?: l['’]islam)?|(?:élevée?|né[e]?|grandi) dans (?:la foi|une famille (?:très )?(?:religieuse|pieuse|croyante)))(?!\w)",
    r"(?<!\w)(?P<said>predic(?:a|aba|ó|ar)\s+(?:en|la|el)|predicador[a]?|no es (?:creyente|religios[oa]|practicante)|sin religi[óo]n|no (?:creyente|practicante)|(?:acusad[oa]|condenad[oa]) de (?:apostas[íi]a|blasfemia)|canta en (?:el coro|la iglesia)|(?:coro|culto) de la iglesia|congreg(?:a|aba|arse)\b)(?!\w)",
    r"(?<!\w)[وف]?(?P<said>(?:غير|ليس|ليست)\s+(?:متدين(?:ة)?|مؤمن(?:ة)?)|لا\s*ديني(?:ة)?|بلا دين|(?:اتهم|متهم|حكم عليه|جلد|سجن)(?:ت|ة|ا)?\s+(?:[ء-ي]+\s+)?(?:بال|ب|بتهمة\s+(?:ال)?)(?:ردة|كفر|تجديف|تبشير|إلحاد)|(?:ي|ت)بشر\s+ب|مبشر(?:ة)?)(?!\w)",
    r"(?<!\w)(?:was|were|been|got)\s+(?P<said>(?:secretly\s+)?bapti[sz]ed)(?!\w)",
    r"(?<!\w)(?P<said>(?:bapti[sz]ed|christened)(?:\s+(?:in|at|last|as|by|on|and)\b|(?=\s*[,.;]|\s*$)))",
    r"(?<!\w)(?P<said>(?:attends|goes to|prays? (?:in|at)|worships? (?:in|at)|member of|joined|belongs? to|active in|bapti[sz]ed in)\s+(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?(?:house\s+|underground\s+|local\s+|evangelical\s+|pentecostal\s+|orthodox\s+|catholic\s+|protestant\s+|coptic\s+|baptist\s+|parish\s+){0,2}(?:church|mosque|synagogue|mandir|gurdwara|bible (?:study|class|group)|congregation|sunday (?:mass|service|school)|mass|house church|prayer (?:group|meetings?)|friday prayers?))(?!\w)(?!\s+(?:street|road|hall|building|shelter|charity|group for|caf[ée]))",
    r"(?<!\w)(?P<said>prays\s+(?:\w+\s+){0,2}(?:daily|times)|prays five|fasts?\s+(?:during|in)\s+ramadan|observes?\s+(?:ramadan|shabbat|sabbath|lent)|(?:stopped|no longer|does not|doesn['’]t|do not)\s+believ(?:e|es|ing)(?:\s+in\s+(?:god|allah|islam))?|believes?\s+in\s+(?:god|jesus|christ|allah)|chang(?:ed|ing)\s+(?:his|her|their)?\s*(?:religion|faith)|abandoned\s+(?:his|her|their)\s+(?:faith|religion))(?!\w)",
    r"(?<!\w)(?:is|was|as|became|ordained)\s+(?:an?\s+)?(?:\w+\s+)?(?P<said>pastor|priest|imam|deacon|nun|monk|rabbi|missionary|mullah|preacher|evangelist)(?!\w)",
    r"(?<!\w)(?P<said>(?:has\s+)?convert(?:ed)?(?:\s+(?:in\s+\d{4}|last|secretly|to\s+(?:an?other|the)\s+(?:faith|religion|church))|(?=\s*,\s*(?:bapti|hides?))))(?!\w)",
    rf"\b(?:an?|the|his|her|secret|recent|late)\s+(?P<said>convert(?:s)?\s+(?:from\s+\w+|to\s+{_FAITH})|convert)(?=\s*[,.;]|\s+(?:from|to|who)\b)",
    r"(?<!\w)(?P<said>(?:s['’]est\s+fait\s+)?baptisé?e?r?(?=\s*(?:en|à|le|l['’]|au|il y a|depuis|dans|par|[,.;]|$))|(?:va|allait|se rend|fréquente|prie)\s+(?:régulièrement\s+)?(?:à\s+(?:l['’]église|la\s+(?:mosquée|messe|synagogue))|l['’]église|la\s+(?:mosquée|synagogue)|dans\s+une\s+église)|chang(?:é|er)\s+de\s+religion|ne\s+croit\s+plus|pratiquante?|a\s+renoncé\s+à\s+(?:sa\s+foi|l['’]islam)|de\s+foi\s+\w+|fidèle\s+de\s+l['’]église|(?:pasteur|imam|prêtre)(?=\s+(?:de|dans|à)))(?!\w)",
    rf"(?<!\w)(?:née?|élevée?|devenue?|convertie?|une?)\s+(?:dans\s+une\s+famille\s+)?(?P<said>{_FR})(?!\w)(?!\s+(?-i:[A-Z]))",
    r"(?<!\w)(?P<said>convertie?s?(?=\s*(?:en\s+\d|depuis|[,.;]|$)))",
    r"(?<!\w)(?P<said>(?:se\s+)?bautiz(?:ad[oa]|ó|arse)|(?:va|iba|asiste|asistía|acude|reza)\s+(?:regularmente\s+)?(?:a|en)\s+(?:misa|la\s+(?:iglesia|mezquita|sinagoga)|una\s+iglesia|el\s+culto)|cambi(?:ó|ado)\s+de\s+(?:religión|fe)|(?:ya\s+)?no\s+cree\s+en\s+dios|profesa\s+(?:la\s+)?(?:fe\s+|religión\s+)?\w+|practicante|congrega\s+en|(?:pastor|pastora|sacerdote|imán|monja)(?=\s+(?:de|en|evangél|cristian|católic)))(?!\w)",
    rf"(?<!\w)(?:nacid[oa]|criad[oa]|crec(?:ió|ida)|un|una|fe|religión)\s+(?:en\s+una\s+familia\s+)?(?P<said>{_ES})(?!\w)(?!\s+(?-i:[A-Z]))",
    r"(?<!\w)(?P<said>(?:تعم[ّ]?د(?:ت)?|تنص[ّ]?ر(?:ت)?|معم[ّ]?د(?:ة)?|غي[ّ]?ر(?:ت)?\s+(?:دينه|دينها|ديانته|ديانتها)|(?:ي|ت)ذهب\s+إلى\s+(?:الكنيسة|المسجد)|(?:ي|ت)صلي|(?:ي|ت)نتمي\s+إلى\s+(?:ال)?(?:طائفة|أقلية|ديانة|كنيسة)\s*\w*|من\s+(?:أتباع|الطائفة|أبناء\s+الطائفة|الأقلية)\s+\w+|لا\s+(?:ي|ت)ؤمن\s+بالله|على\s+المذهب\s+\w+))(?!\w)",
    rf"(?<!\w)(?P<said>{_AR})(?=\s+(?:الديانة|المذهب|المعتقد|من\s))",
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
    # "Hazara, Shi'a, stopped …": one after another, as on a form.
    rf"{START}(?-i:[A-Z][\w'’-]+(?: (?:from|of|aged) [\w' -]{{2,25}})?),\s+(?P<said>{_EN})(?=\s*[,.;])",
    r"(?<!\w)(?:practic(?:a|an|aba|aban)|profes(?:a|an|aba)|sigu(?:e|en))\s+(?P<said>(?:la|el)\s+(?:santer[ií]a|vud[úu]|candombl[ée]|umbanda|if[áa]|islam|islamismo|cristianismo|catolicismo|juda[ií]smo|budismo|hinduismo|espiritismo|religi[óo]n\s+\w+|fe\s+\w+))(?!\w)",
    r"(?<!\w)(?:pratiqu(?:e|ent|ait)|sui(?:t|vait)|profess(?:e|ait))\s+(?P<said>(?:le\s+|la\s+|l['’])(?:vaudou|vodoun?|islam|christianisme|catholicisme|judaïsme|bouddhisme|hindouisme|animisme|santer[ií]a|religion\s+\w+))(?!\w)",
    labelled_as(
        r"religion|faith|belief|confession|denomination|religión|credo|ديانة|الديانة|الدين"
    ),
)

_find = in_prose("RELIGION", _PATTERNS, close=20)

FAMILY = Family(
    name="religion_in_notes",
    kinds=(Kind("RELIGION", "religion or belief", Nature.SPECIAL),),
    find=_find,
    find_framed=_find,
    frames=_PATTERNS,
    trigger=(
        r"(?i)santer|vaud|vud[uú]|vodou|candombl|umbanda|animism|adventis|luther|anglican|methodis|presbyt|maronit|quaker|kaka.?i|m[uo]s[uo]?l[iem]m|m[uo]sulm|islam|sun+[ií]|shi['’]?[ai]|ch?i[ií][it]|alawit|alaouit|al[eé]vi|ismaili|ahmadi|chr[eé]tien|christian|cristian|cat[hóo]+lic|catholi|orthodox|ortodox|protestant|pente[cq]|[eé]vang[eé]l|copt|baptis|witness|t[eé]moin|testigo"
        r"|mormon|hind[uoú]|b[ou]+d+h?is|jew|jud[aií]|juif|juiv|sikh|sijs?|bah[aá]|y[aeé]+zid|dru[zs]|zoroast|mandae|ath[ée]|ate[oa]|agn[oó]st|ap[oó]sta|blasphem|apost|heresy|proselyt|evangeli|insulting|witchcraft|practi[sc]ing|devout|observ|lapsed|secular|raised|brought\sup|grew\sup|fast\W|hijab|veil|choir|excommun|fidèle|prêch|croyant|apostas|blasph|prosélyt|pieuse|predic|creyente|blasfem|\scoro|متدين|مؤمن|ردة|كفر|تجديف|بشير|بشر|لحاد|convert|convirti|conversi|non-believer|rastafar|animist|falun|salaf|sufi"
        r"|religi|faith|\sfoi|(?:^|[^a-z])fe(?:[^a-z]|$)|creed|confess|belief|bapti[sz]|denominat|credo|مسلم|سني|شيعي|علوي|سماعيلي|حمدي|مسيحي|كاثوليك|رثوذكس|بروتستانت|قبطي|يهودي|هندوسي|بوذي|بهائي|يزيدي|درزي|ملحد|مرتد|سيخي|سلام|دين|ديان|معتقد|عقيدت|عم[ّ]?د|تنص|ذهب|صلي|نتمي|تباع|طائفة|أقلية|ؤمن|مذهب|embrass|adopt|embrac|rejoint|adherent|follower|bibl|quran|koran|vodo|voodo|zoroast|church|mosque|synagog|mandir|gurdw|bible|congrega|\smass|prayer|prays|(?:during|in)\s+ramadan|sabb|lent|believ|pastor|priest|pr[êe]tre|imam|im[áa]n|deacon|\snun|monk|rabbi|missionary|mullah|preacher|evangelist|christened|baptis|[ée]glise|mosqu[ée]e|messe|croit|pratiquant|bautiz|misa|iglesia|mezquita|\sculto|cree\s|profesa|practicante|sacerdote|monja"
    ),
)
