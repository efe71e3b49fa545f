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

_EN = r"(?:gays?|lesbians?|bisexuals?|bi-sexual|homosexuals?|queer|transgender(?:ed)?|transsexuals?|trans(?=\s+(?:wom[ae]n|m[ae]n|girl|boy|person|female|male))|non-binary|intersex|asexual|pansexual|lgbt(?:q?i?a?)?\+?)"
_FR = r"(?:homosexuel(?:le)?s?|gays?|lesbiennes?|bisexuel(?:le)?s?|transgenres?|transsexuel(?:le)?s?|trans|intersexes?|queer|non[- ]binaires?)"
_ES = r"(?:homosexual(?:es)?|gais?|gays?|lesbianas?|bisexual(?:es)?|transg[ée]nero|transexual(?:es)?|trans|intersexual(?:es)?|no binari[oa])"
_AR = r"(?:ال)?(?:مثلي(?:ة|ين)?(?:\s+الجنس(?:ية|يا|ياً)?)?|ثنائي(?:ة)?\s+(?:الميول|الجنس)|متحول(?:ة)?\s+جنسي[اًة]*|عابر(?:ة)?\s+(?:جنسي[اًة]*|للجنس)|مزدوج(?:ة)? الميول)"
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
    labelled_as(
        r"sexual orientation|orientation|gender identity|orientation sexuelle|orientación sexual"
    ),
)

FAMILY = Family(
    name="sexual_orientation_in_notes",
    kinds=(Kind("SEXUAL_ORIENTATION", "sex life or sexual orientation", Nature.SPECIAL),),
    find=in_prose("SEXUAL_ORIENTATION", _PATTERNS),
    frames=_PATTERNS,
    trigger=(
        r"(?i)ga[yi]|lesb|bi-?sex|homosex|queer|trans(?:g|s|ex|ition|\s|\W)|trans$|non.binair|non-binary|no binari|intersex|asexual|pansex|lgbt|c[ao]me out|sexual|orientation|gender identity|same-sex"
        r"|(?:attracted to|relations?(?:hip)? with|in love with)|sexuel|identité de genre|transident|orientaci|identidad de|homme|femme|même\ssexe|identifi|attir|mismo\ssexo|hombre|mujer|cl[óo]set|مثلي|ثنائي|متحول|عابر|مزدوج|ميول|توجهه|هويته"
    ),
)
