"""What a note says of somebody's sexual orientation or gender identity.

References
----------
Regulation (EU) 2016/679, Art. 9(1): sex life or sexual orientation. UNHCR, Guidelines on International Protection
No. 9 (HCR/GIP/12/09), paragraphs 8 to 12 (terms).
"""

from __future__ import annotations

from audit.personal_data.family import Family, Kind, Nature
from audit.personal_data.prose import (
    CAPITAL,
    arabic,
    english,
    french,
    in_prose,
    labelled_as,
    spanish,
)

_EN = r"(?:gays?|lesbians?|bisexuals?|bi-sexual|homosexuals?|queer|transgender(?:ed)?|transsexuals?|trans|non-binary|intersex|asexual|pansexual|lgbt(?:q?i?a?)?\+?)"
_FR = r"(?:homosexuel(?:le)?s?|gays?|lesbiennes?|bisexuel(?:le)?s?|transgenres?|transsexuel(?:le)?s?|trans|intersexes?|queer|non[- ]binaires?)"
_ES = r"(?:homosexual(?:es)?|gais?|gays?|lesbianas?|bisexual(?:es)?|transg[ée]nero|transexual(?:es)?|trans|intersexual(?:es)?|no binari[oa])"
_AR = r"(?:ال)?(?:مثلي(?:ة|ين)?(?:\s+الجنس(?:ية|يا|ياً)?)?|ثنائي(?:ة)?\s+(?:الميول|الجنس)|متحول(?:ة)?\s+جنسي[اًة]*|عابر(?:ة)?\s+(?:جنسي[اًة]*|للجنس)|مزدوج(?:ة)? الميول)"
_NEAR = r"(?:[^.;!?\n]|\.(?=\w)){0,60}?"
_NEAR_AR = r"[^.;!؟\n]{0,40}?"
_WITH_EN = r"(?:(?:relationship|relations|affair|romance|involved|in love|fell in love|sex|slept|sleeping|sleeps|caught|seen|intimate|liv(?:es|ed|ing)(?: together)?|couple|engaged|married|kiss(?:ed|ing)|found)\s+with|kiss(?:ed|ing)|loves?|loved|partner(?:s)? (?:is|was|of))"
_WITH_FR = r"(?:relations?|liaison|couple|amoureu(?:x|se)|vit|vivait|surprise?|vue?|aventure|aim(?:e|ait|er|é)|embrass(?:é|er|ait)|histoire)(?:\s+\w+)?(?:\s+(?:avec|de|d['’]))?"
_PATTERNS = (
    rf"{CAPITAL}(?P<said>lesbian|bisexual|homosexual|transgender|lesbienne|bisexuel(?:le)?|homosexuel(?:le)?|transgenre|lesbiana|transexual)(?=\s*[,.;])",
    *english(_EN),
    *french(_FR),
    *spanish(_ES),
    *arabic(_AR),
    r"(?<!\w)(?P<said>c[ao]me out(?: as (?:gay|lesbian|bisexual|trans\w*))?)(?=\s+(?:as|to (?:his|her|their|my|the)))",
    r"\b(?:his|her|their|my|(?:applicant|claimant|client)['’]s)\s+(?P<said>(?:sexual orientation|sexuality|gender identity|homosexuality|bisexuality|transition))(?!\w)",
    r"\b(?:his|her|their|in a|had a|has a|a secret)\s+(?P<said>same-sex\s+(?:relationship|partner|marriage|attraction|affair))",
    r"\b(?P<said>(?:attracted to|relations? with|relationship with|in love with)\s+(?:other |another )?(?:men|women|man|woman|people of the same sex|the same sex))(?!\w)",
    r"(?<!\w)(?P<said>(?:relation|couple|liaison|amoureu(?:x|se))\s+(?:\w+\s+)?(?:avec\s+(?:un\s+autre\s+homme|une\s+autre\s+femme)|d['’]un\s+autre\s+homme|d['’]une\s+autre\s+femme|homosexuelle|de\s+même\s+sexe)|attirée?\s+par\s+(?:les\s+)?(?:hommes|femmes|personnes\s+du\s+même\s+sexe)|attirance\s+pour\s+les\s+(?:hommes|femmes)|aime\s+les\s+(?:hommes|femmes)|s['’]identifie\s+comme\s+\w+|partenaire\s+du?\s+même\s+sexe)(?!\w)",
    r"(?<!\w)(?P<said>(?:relaci[óo]n|pareja|romance)\s+(?:\w+\s+)?(?:con\s+(?:otro\s+hombre|otra\s+mujer)|del\s+mismo\s+sexo|homosexual)|(?:le|les)\s+(?:gustan|atraen)\s+l[oa]s\s+(?:hombres|mujeres)|atra[íi]d[oa]\s+por\s+(?:los\s+|las\s+)?(?:hombres|mujeres)|se\s+identifica\s+como\s+(?:mujer|hombre|persona)\s*\w*|sali[óo]\s+del\s+cl[óo]set)(?!\w)",
    r"\b(?:son|sa|leur)\s+(?P<said>(?:orientation sexuelle|homosexualité|identité de genre|bisexualité|transidentité))",
    r"\bsu\s+(?P<said>(?:orientación sexual|homosexualidad|identidad de género|bisexualidad))",
    r"(?<!\w)(?P<said>(?:ميوله|ميولها|توجهه|توجهها|هويته|هويتها)\s+(?:الجنسي(?:ة)?|الجندرية)|مثليته|مثليتها)",
    # Who loves whom: a partner of one's own sex is told by two pronouns.
    r"\b(?P<said>(?:his\s+(?:\w+\s+)?(?:boyfriend|male (?:partner|lover)|husband)|her\s+(?:\w+\s+)?(?:girlfriend|female (?:partner|lover)|wife))|(?:boyfriend|male partner) of (?:his|the man)|girlfriend of (?:hers|the woman))(?!\w)",
    rf"\b(?:he|him|his|himself|mr|boy|man|son|brother)\b{_NEAR}(?P<said>{_WITH_EN}\s+(?:an?\s+|another\s+|other\s+|older\s+|married\s+)+(?:man|men|boy|boys|male))(?!\w)",
    rf"\b(?:she|her|herself|ms|mrs|girl|woman|daughter|sister)\b{_NEAR}(?P<said>{_WITH_EN}\s+(?:an?\s+|another\s+|other\s+|older\s+|married\s+)+(?:woman|women|girl|girls|female))(?!\w)",
    r"\b(?P<said>(?:lov(?:es|ed|ing)|lik(?:es|ed)|prefer(?:s|red)|desires?|(?:sleeps|slept|sex|sexual relations|relations) with|interested in|feelings for|attract(?:ed|ion) to(?: other)?|(?:a )?man who loves)\s+(?:other\s+)?(?:men|women|boys|girls|both (?:sexes|men and women|genders)|(?:people of )?(?:the|his|her) (?:own|same) (?:sex|gender)))(?!\w)(?!['’])",
    r"(?<!\w)(?P<said>same-(?:sex|gender) (?:relationship|partner|couple|marriage|affair|lover|love|attraction|desires?|wedding|activity|acts?|relations))(?!\w)(?!\s+(?:(?:is|are|was|were)\s+(?:illegal|criminal\w*|punish\w*|prohibited|banned|legal)|laws?))",
    r"(?<!\w)(?:accused|suspected|charged|convicted|arrested|beaten|flogged|detained|expelled|because)\s+(?:\w+\s+){0,2}?(?:of|for|with|as)\s+(?:an?\s+|being\s+)?(?P<said>(?:homosexuality|sodomy|gay|lesbian|homosexual|queer|same-sex \w+|indecency|debauchery|lesbianism|homosexual acts))(?!\w)",
    r"(?<!\w)(?P<said>(?:was|were|been|got|being|forcibly)\s+outed|(?:in|out of) the closet|gender dysphoria|assigned (?:male|female) at birth|hormone (?:therapy|treatment|replacement)|on hormones|transition(?:ed|ing)(?= (?:to|from|in|since|socially|medically|and|as)|\s*[,.;]|\s*$)|gender[- ](?:affirming|reassignment|transition)\s?\w*|(?:liv(?:es|ed|ing)|dress(?:es|ed)|present(?:s|ed)|identif(?:ies|ied|ying)) as (?:a )?(?:woman|man|female|male|girl|boy)|(?:uses|prefers|asks for|goes by)\s+(?:the )?(?:pronouns? \w+|(?:she|he|they)/\w+(?:\s+pronouns)?|they pronouns)|pronouns?:?\s+(?:she|he|they)(?:/\w+)?|not attracted to (?:men|women)|(?:member|part) of the (?:lgbt\w*\+?|gay|queer|trans) community|sexual minority|sex life|sexual preference)(?!\w)",
    rf"\b(?:il|lui|surpris|vu|trouvé|requérant|monsieur|homme|garçon)\b{_NEAR}(?P<said>son\s+(?:petit[ -]ami|copain|amant|compagnon|mari))(?!\w)",
    rf"\b(?:elle|surprise|vue|trouvée|requérante|madame|femme|fille)\b{_NEAR}(?P<said>sa\s+(?:petite[ -]amie|copine|amante|compagne|femme|conjointe))(?!\w)",
    rf"(?<!\w)(?P<said>son\s+(?:petit[ -]ami|copain|amant))(?={_NEAR}\bil\b)",
    rf"(?<!\w)(?P<said>sa\s+(?:petite[ -]amie|copine|amante))(?={_NEAR}\belle\b)",
    rf"\b(?:il|lui|homme|garçon|requérant)\b{_NEAR}(?P<said>{_WITH_FR}\s*\bun\s+(?:autre\s+)?(?:homme|garçon|ami|collègue))(?!\w)",
    rf"\b(?:elle|femme|fille|requérante)\b{_NEAR}(?P<said>{_WITH_FR}\s*\bune\s+(?:autre\s+)?(?:femme|fille|amie|collègue))(?!\w)",
    r"(?<!\w)(?P<said>(?:son|sa|d['’]|pour|de\s+l['’]|l['’])\s?(?:homosexualité|bisexualité|lesbianisme|transidentité|transition(?=\s+(?:de genre|hormonale|sexuelle|en|depuis|médicale))|homosexualités?)|personne\s+trans\w*|traitement hormonal|dysphorie de genre|(?:couple|partenaire|relation|mariage)s?\s+(?:de|du)\s+même\s+sexe|(?:aimer?|aime|préfère|attirée?\s+par|attirance\s+pour)\s+les\s+(?:hommes|femmes|garçons|filles|personnes du même sexe)|communauté lgbt\w*|né(?:e)? dans un corps|se sent (?:femme|homme))(?!\w)",
    rf"\b(?:él|lo|hombre|chico|sorprendido|visto|descubierto|golpeado|señor|solicitante)\b{_NEAR}(?P<said>(?:su\s+(?:novio|marido|amante\s+hombre)|con\s+(?:un|otro)\s+(?:hombre|chico|muchacho)))(?!\w)",
    rf"\b(?:ella|la|mujer|chica|sorprendida|vista|descubierta|señora|hija)\b{_NEAR}(?P<said>(?:su\s+(?:novia|esposa)|(?:relaci[óo]n|pareja|romance|enamorada|convive|vive|casada)\s+(?:de\s+)?(?:con\s+)?(?:una|otra)\s+(?:mujer|chica)))(?!\w)",
    r"(?<!\w)(?P<said>(?:su|por|de|la)\s+(?:homosexualidad|bisexualidad|lesbianismo|transexualidad|identidad de g[ée]nero|orientaci[óo]n sexual)(?!\s+(?:y|o|en la ley))|(?:por|como)\s+(?:ser\s+)?(?:gay|lesbiana|homosexual|bisexual|trans|marica)|(?:pareja|relaci[óo]n|matrimonio)\s+(?:del|con alguien del)\s+mismo\s+sexo|tratamiento hormonal|disforia de g[ée]nero|se\s+siente\s+(?:mujer|hombre)|ama\s+a\s+(?:los hombres|las mujeres)|(?:hombre|mujer|persona|chic[oa])\s+trans\w*|(?:comunidad|colectivo)\s+lgbt\w*\+?|vive\s+como\s+(?:mujer|hombre))(?!\w)",
    rf"(?<!\w)[وف]?(?:كان(?!ت)|له|أقام|هو|إنه|أنه|الرجل|شاب|ضبط|مع)\b{_NEAR_AR}(?P<said>علاقة\s+(?:[ء-ي]+\s+){{0,2}}?(?:ب|مع\s+)(?:رجل|شاب|صديقه|رجال|زميله)(?:\s+آخر)?)",
    rf"(?<!\w)[وف]?(?:كانت|لها|أقامت|هي|إنها|أنها|المرأة|فتاة|ضبطت)\b{_NEAR_AR}(?P<said>علاقة\s+(?:[ء-ي]+\s+){{0,2}}?(?:ب|مع\s+)(?:امرأة|فتاة|صديقتها|نساء|زميلتها)(?:\s+[أا]خرى)?)",
    r"(?<!\w)[وفلب]?(?P<said>(?:يحب|يفضل|يميل\s+إلى|انجذابه?\s+إلى|ينجذب\s+إلى)\s+(?:ال)?رجال|(?:تحب|تفضل|تميل\s+إلى|تنجذب\s+إلى|انجذابها\s+إلى)\s+(?:ال)?نساء|(?:من|إلى|مع)\s+نفس\s+(?:ال)?جنس(?:ه|ها)?|(?:ال)?(?:لواط|سحاق|مثلية الجنسية|شذوذ|ميول(?:ه|ها)?\s+(?:ال)?(?:جنسية|مثلية))|مثلي(?:ا|اً|ة|ته|تها)?(?:\s+الجنس)?|مجتمع\s+الميم|كوير|ثنائي(?:ة)?\s+(?:الجنس|الميول)|متحول(?:ة|ا)?\s+(?:جنسي\w*|الجنس)|عابر(?:ة)?\s+(?:جنسي\w*|للجنس|جندري\w*)|هويت(?:ه|ها)\s+الجندرية|(?:ي|ت)عيش\s+ك(?:امرأة|رجل)|علاج\s+هرموني)(?!\w)(?!\s+(?:جريمة|ممنوع|غير\s+قانوني))",
    rf"\b(?:he|him|himself|boy|man|son|brother)\b{_NEAR}(?P<said>(?:an?|another|secret|first|older)\s+boyfriend)(?!\w)",
    rf"\b(?:she|herself|girl|woman|daughter|sister)\b{_NEAR}(?P<said>(?:an?|another|secret|first|older)\s+girlfriend)(?!\w)",
    r"(?<!\w)(?P<said>(?:attend(?:s|ed|ing)?|goes to|went to|member of|joined|active in|referred to|supported by|marched (?:in|at|with)|volunteer(?:s|ed)? (?:with|for|at))\s+(?:\w+\s+){0,5}?(?:lgbt\w*\+?|gay|lesbian|queer|trans|pride)(?:\s+(?:refugees?|asylum seekers|people|group|meetings?|march|parade|cent(?:re|er)|bar|club|community|women|men|youth))?)(?!\w)(?!\s+(?:training|course|awareness|seminar|workshop))",
    rf"(?<!\w)(?P<said>su\s+(?:novio|marido|pareja,? un hombre))(?={_NEAR}\blo (?:denunci|ech|golpe|amenaz|insult|expuls|atac|persig|persegu|detuv|mataron|agred|rechaz|apedre)\w+)",
    rf"(?<!\w)(?P<said>su\s+(?:novia|esposa|mujer))(?={_NEAR}\bla (?:denunci|ech|golpe|amenaz|insult|expuls|atac|persig|persegu|detuv|mataron|agred|rechaz|apedre)\w+)",
    labelled_as(r"sexual orientation|gender identity|orientation sexuelle|orientación sexual"),
)


def _without_what_is_near(pattern: str) -> str:
    """Return a pattern from its words on, or up to them: what stands near makes Rust's automaton large."""
    left, near, right = pattern.partition(_NEAR if _NEAR in pattern else _NEAR_AR)
    return right if "(?P<said>" in right else left.removesuffix("(?=") if near else left


_find = in_prose("SEXUAL_ORIENTATION", _PATTERNS, close=40)

FAMILY = Family(
    name="sexual_orientation_in_notes",
    kinds=(Kind("SEXUAL_ORIENTATION", "sex life or sexual orientation", Nature.SPECIAL),),
    find=_find,
    find_framed=_find,
    frames=tuple(map(_without_what_is_near, _PATTERNS)),
    trigger=(
        r"(?i)boyfriend|girlfriend|male partner|male lover|his\s+(?:\w+\s+)?husband|her\s+(?:\w+\s+)?wife|relationship|relations\s|affair|romance|involved|in love|\ssex|slept\s+with|sleep|caught|intimate|together|couple|kiss|loves?\s|loved|loving|likes?\s|liked|prefer(?:s|red)\s|desire|interested in|feelings|attract|partner|sodomy|indecency|debauch|outed|closet|dysphori|assigned|hormon|pronoun|lives? as|lived|living as|dress|present(?:s|ed) as|sexual|petite?.ami|copain|copine|amante?|compagn|conjoint|\smari\W|femme|liaison|amour|aime|novi[oa]|marido|esposa|enamor|convive|\svive|casada|disforia|dysphorie|(?:con|with|avec) (?:an?|une?|another|otr[oa]|autre)|marica|se siente|se sent|علاقة|يحب|تحب|يفضل|تفضل|يميل|تميل|نجذ|نفس\s|لواط|سحاق|شذوذ|الميم|كوير|هرمون|عيش\sك|(?:^|[^a]|etnia|minoría)ga[yi]|lesb|bi-?sex|homosex|queer|trans(?:g|s|ex|ition|\s|\W)|trans$|non.binair|non-binary|no binari|intersex|asexual|pansex|lgbt|c[ao]me out|sexual|orientation|gender identity|same-sex"
        r"|(?:attracted to|relations?(?:hip)? with|in love with)|sexuel|identité de genre|transident|orientaci|identidad de|homme|femme|même\ssexe|identifi|attir|mismo\ssexo|hombre|mujer|cl[óo]set|مثلي|ثنائي|متحول|عابر|مزدوج|ميول|توجهه|هويته"
    ),
)
