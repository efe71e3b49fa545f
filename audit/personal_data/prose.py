"""How notes say something of a person, in English, French, Spanish and Arabic.

"Muslim" alone says nothing of anybody: it stands in names of streets, of holidays and of laws, and in
reports on countries. A frame ties a word to a person ("she is a …", "a … family", "belongs to the …
minority", a sentence that begins with it), and what stands around it must not make it a subject in
general. Nothing is inferred: the word itself is what is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol

from audit.personal_data.family import Certainty, Span
from audit.personal_data.plain_text import after, before, plain

START = r"(?:(?:^|[.!?;:\n•*(])[ \t]*(?:[-–•*>][ \t]*)?)"
"""Where a sentence, or a line of a list, begins."""
CAPITAL = r"(?<=[\w)] )(?=(?-i:[A-ZÀ-Þ]))"
"""Where one begins though the last has no full stop: before a capital that the word does not need."""
_STOP = re.compile(r"[.!?؟;\n]\s")
_ALONE = r"(?=\s*(?:[,;.)\n]|$))"

_IS_EN = (
    r"\b(?:is|was|are|were|am|be|being|been|becam?e|becoming|remain(?:s|ed)?|(?<!such )as|born|raised|(?:calls?|called|considers?) (?:him|her|them)sel(?:f|ves)"
    r"|identif(?:y|ies|ied|ying)|(?:s?he|i|they|who|client|applicant)['’](?:s|m|re))\s+"
    r"(?:(?:as|an?|the|not|now|also|still|both|only|openly|secretly|practi[sc]ing|devout|strict|non-practi[sc]ing|secular|former|ethnic(?:ally)?|committed|active|known"
    r"|young|single|elderly|religiously|baptised|severely|heavily|recently|currently|currently also|mentally|physically|chronically)\s+){0,4}"
)
_PERSON_EN = (
    r"(?:(?:asylum[- ])?(?:woman|man|girl|boy|male|female|applicant|claimant|client|convert|believer|family|couple|mother|father|parents|husband|wife|son|daughter|brother"
    r"|sister|child|refugee|person|patient|minor|household|teenager|youth))\b"
)
_GROUP_EN = r"(?:community|minority|tribe|clan|ethnic|group|faith|sect|church|people|family|background|caste|ethnicity|origins?|descent|congregation)\b"
_BELONGS_EN = r"\b(?:belong(?:s|ed|ing)? to|(?<!members )(?<!people )(?:member|part) of|(?:is|was|comes?|came|are) from|of)\s+(?:the\s+|an?\s+)?(?:persecuted\s+|minority\s+)?"
_OWN_EN = r"\b(?:his|her|their|my|whose|(?:applicant|claimant|client|family)['’]s)\s+"
_NOT_EN = (
    r"(?![\w’'-])(?!\s+(?-i:[A-Z]))(?!\s+(?:church(?:es)?|mosques?|street|road|quarter|school|hospital|cemetery|aid|charit\w+|relief|organi[sz]ation\w*|ngos?|groups?|laws?|countr\w+"
    r"|calendar|easter|christmas|new year|holidays?|festivals?|militias?|forces?|part(?:y|ies)|states?|republic|majority|areas?|neighbou?rhoods?|districts?|villages?|world|tradition\w*"
    r"|names?|languages?|dialect|interpret\w+|speak\w+|music|food|studies|desk|office|embassy|section|leaders?|clerics?|rights|bars?|movement|press|media|market|box|screening|clinic"
    r"|services?|test(?:s|ing)?|certificate|insurance|leaflet|centre|center|ward)\b)"
)
_GENERAL = re.compile(
    r"\b(?:villages?|towns?|city|cities|areas?|districts?|regions?|provinces?|neighbou?rhoods?|country|state|population|majority|most|residents|inhabitants|languages?|tongue|dialect|interpreter|schools?"
    r"|hospital|government|militia|party|regime|calendar|(?<!his )(?<!her )(?<!their )(?<!my )name|street|capital|food|church|music|holiday|service|organi[sz]ation|charity|report|who"
    r"|village|ville|quartier|région|pays|population|langue|fête|interprète|pueblo|ciudad|barrio|región|país|población|idioma|lengua|fiesta|intérprete"
    r"|قرية|مدينة|منطقة|سكان|لغة|دولة)(?:\s+(?:of|in|there|here|de|du|en|في)(?:\s+\w+)?|\s+\w+)?\s*,?\s*$",
    re.IGNORECASE,
)

_IS_FR = (
    r"(?:\b(?:est|était|sont|étaient|suis|être|étant|devenue?s?|née?|comme|se (?:dit|déclare|définit|considère)(?: comme)?|s['’]identifie comme|reste)\s+(?:une?\s+|de\s+|d['’]|pas\s+|très\s+|ouvertement\s+|aussi\s+"
    r"|également\s+|d['’]origine\s+|d['’]ethnie\s+|de confession\s+|de religion\s+|confession\s+|religion\s+|actuellement\s+){0,3}"
    r"|\b(?:d['’]origine|d['’]ethnie|ethnie|de confession|de religion|appartient à (?:la |l['’])?(?:communauté|minorité|tribu|ethnie))\s*:?\s*(?:des?\s+)?)"
)
_PERSON_FR = r"(?<!\w)(?:famille|femme|homme|fille|garçon|fils|mari|épouse|époux|requérante?|demandeu(?:r|se)(?: d['’]asile)?|personne|jeune|mère|père|frère|s(?:œ|oe)ur|couple|patiente?|enfant|intéressée?)\s+"
_NOT_FR = r"(?![\w’'-])(?!\s+(?-i:[A-Z]))"
_IS_ES = (
    r"(?:\b(?:es|era|son|eran|soy|ser|siendo|como|está|estaba|sigue siendo|nació|se (?:identifica|declara|define|considera|reconoce)(?: como)?)\s+(?:(?:una?|muy|no|de|abiertamente|también|actualmente|religión|etnia|origen|confesión)\s+){0,3}"
    r"|\b(?:de (?:religión|etnia|origen|confesión)|pertenece a (?:la |una )?(?:comunidad|minoría|tribu|etnia))\s*:?\s*(?:de\s+)?)"
)
_PERSON_ES = r"(?<!\w)(?:familia|mujer|hombre|chic[oa]|niñ[oa]|solicitante|persona|joven|madre|padre|espos[oa]|marido|hij[oa]|herman[oa]|pareja|paciente|refugiad[oa])\s+"
_NOT_ES = _NOT_FR
_IS_AR = r"(?<!\w)(?:هو|هي|أنا|إنه|إنها|أنه|أنها|انه|انها|كونه|كونها|لأنه|لأنها|كان|كانت|يكون|تكون|أصبح|أصبحت|صار|صارت|من (?:ال)?(?:طائفة|أقلية|عرقية|قومية|قبيلة)|أصله|أصلها|ك)\s*(?:من\s+)?"
_PERSON_AR = r"(?<!\w)(?:ال)?(?:عائلة|عائلته|عائلتها|أسرة|أسرته|أسرتها|امرأة|رجل|فتاة|شاب|شابة|مقدمة? (?:ال)?طلب|طالبة? (?:ال)?لجوء|مريضة?|زوجها|زوجته|والده|والدته|والدها|والدتها|شخص)\s+"
_NOT_AR = r"(?!\w)"


def english(terms: str) -> tuple[str, ...]:
    """Return the frames in which English notes say that a person is what `terms` name."""
    return (
        rf"{_IS_EN}(?P<said>{terms}){_NOT_EN}",
        rf"(?<![\w-])(?P<said>{terms})(?=\s+{_PERSON_EN})",
        rf"{_BELONGS_EN}(?P<said>{terms})(?=\s+{_GROUP_EN})",
        rf"{_OWN_EN}(?P<said>{terms})(?=\s+(?:faith|beliefs?|religion|identity|background|origins?|ethnicity|roots|family)\b)",
        rf"{START}(?P<said>{terms}){_ALONE}",
        rf"\ban?\s+(?P<said>{terms})(?=\s*[,.;]|\s+(?:who|from|by|in|since|living|himself|herself)\b|\s*$)",
        rf"(?:{START}|{CAPITAL})(?P<said>{terms})(?=\s+(?:by (?:birth|faith|religion)|from (?-i:[A-Z])|since (?:birth|\d)|on (?:his|her) (?:mother|father)))",
        rf"\bof (?:the )?(?P<said>{terms})(?=\s+(?:faith|religion|belief|creed)\b)",
    )


def french(terms: str) -> tuple[str, ...]:
    """Return the frames in which French notes say it."""
    return (
        rf"{_IS_FR}(?P<said>{terms}){_NOT_FR}",
        rf"{_PERSON_FR}(?P<said>{terms}){_NOT_FR}",
        rf"{START}(?P<said>{terms}){_ALONE}",
    )


def spanish(terms: str) -> tuple[str, ...]:
    """Return the frames in which Spanish notes say it."""
    return (
        rf"{_IS_ES}(?P<said>{terms}){_NOT_ES}",
        rf"{_PERSON_ES}(?P<said>{terms}){_NOT_ES}",
        rf"{START}(?P<said>{terms}){_ALONE}",
    )


def arabic(terms: str) -> tuple[str, ...]:
    """Return the frames in which Arabic notes say it: they need no verb."""
    return (
        rf"{_IS_AR}(?P<said>{terms}){_NOT_AR}",
        rf"{_PERSON_AR}(?P<said>{terms}){_NOT_AR}",
        rf"{START}(?P<said>{terms})(?=\s*(?:[,;.)\n]|$))",
    )


def labelled_as(labels: str) -> str:
    """Return the frame of a form: a label, a colon, and an answer that is one."""
    return rf"(?<!\w)(?:{labels})\s*[:=]\s*(?P<said>(?!(?:not|none|no|unknown|n/?a|see|nil|withheld|refused|aucune?|non|néant|ninguna?|sin|desconocid[oa]|لا|غير)\b)[^\W\d_][^\W\d_]{{2,}}(?:[ '’-][^\W\d_]+)?)"


_TOPIC = re.compile(
    r"\b(?:country (?:notes?|information|reports?|guidance|polic\w+|background|of origin information)|coi|guidance|guidelines?|policy notes?|(?:talks?|lectures?|workshops?|seminars?|courses?|conferences?|trainings?|leaflets?|brochures?|posters?|films?|documentary|novels?|books?) (?:on|about)"
    r"|according to (?:the )?(?:reports?|amnesty|human rights watch|unhcr|press|media)|(?:the|a|this|annual|press) (?:report|survey|study|newspaper)s? (?:says?|said|states?|notes?|finds?|describes?|of|on|by)|(?:are|be) (?:at (?:real )?risk|targeted|persecuted|routinely|often|frequently|generally)|statistic\w*|in general|race, religion|is punishable|is a crime|students helped"
    r"|note pays|rapport (?:sur|de l['’])|selon (?:le|un) rapport|exposé sur|conférence sur|atelier sur|brochures?|sont (?:souvent |régulièrement )?(?:persécutés|menacés|arrêtés|exposés)|race, religion"
    r"|informe (?:de|sobre|del) país|seg[úu]n (?:el|un) informe|charla sobre|taller sobre|folletos?|son (?:perseguidos|detenidos)|raza, religi[óo]n)\b|(?<!\w)(?:محاضرة|ندوة|ورشة|تقرير عن|بحسب تقرير|منشور توعية|معلومات عن البلد)(?!\w)",
    re.IGNORECASE,
)
"""What makes a sentence one about a country, a law or a lecture."""

# "Dra. TAJIK, Habib" is somebody's name.
_TITLE = re.compile(
    r"(?<!\w)(?:dra?|mrs?|ms|mme|mlle|sra?|srta|prof|don|doña|hr|fr|do[ck]tora?|señora?|monsieur|madame)\.?\s*$",
    re.IGNORECASE,
)


class FindInProse(Protocol):
    """Text to spans, by all patterns or by those at some places."""

    def __call__(self, text: str, among: Sequence[int] | None = None) -> Iterator[Span]:
        """Yield what stands in a text."""


def in_prose(
    entity_type: str, patterns: tuple[str, ...], *, close: int = 6, unless: str = ""
) -> FindInProse:
    """Return a `find`, and `find_framed`, for sentences that say something of a person: candidates.

    Parameters
    ----------
    patterns : tuple of str
        Regular expressions in any case, each with a group `said`: the words to report.
    close : int
        Characters between places in one sentence that make one statement.
    unless : str
        Regular expression, in any case, of what makes it another statement in the same sentence.
        Sentences about a country, a law or a lecture are always left out.
    """

    @cache
    def compiled(place: int) -> re.Pattern[str]:
        return re.compile(patterns[place], re.IGNORECASE | re.MULTILINE)

    @cache
    def other() -> re.Pattern[str]:
        return re.compile(unless, re.IGNORECASE)

    def find(text: str, among: Sequence[int] | None = None) -> Iterator[Span]:
        said = plain(text)
        places = sorted(
            match.span("said")
            for place in (range(len(patterns)) if among is None else among)
            for match in compiled(place).finditer(said)
            # What begins a sentence has no subject in front of it.
            if (
                not said[match.start()].isalpha()
                or not _GENERAL.search(before(said, match.start()))
            )
            and not _TITLE.search(said, max(0, match.start("said") - 12), match.start("said"))
            and not is_topic(said, _first(said, match), match.end())
            and not (unless and other().search(_sentence(said, *match.span())))
        )
        for start, end in statements(said, places, close):
            yield Span(entity_type, start, end, Certainty.CANDIDATE)

    return find


def _first(said: str, match: re.Match[str]) -> int:
    """Return where a match begins; what begins a sentence has matched the end of the last as well."""
    return match.start() if said[match.start()].isalnum() else match.start("said")


def is_topic(said: str, start: int, end: int) -> bool:
    """Tell whether the sentence around a place is about a country, a law or a lecture, not about anybody."""
    return _TOPIC.search(_sentence(said, start, end)) is not None


def _sentence(said: str, start: int, end: int) -> str:
    return before(said, start, 90) + said[start:end] + after(said, end, 60)


def statements(text: str, places: list[tuple[int, int]], close: int) -> Iterator[tuple[int, int]]:
    """Yield places in order; those that stand close together in one sentence are one statement, one candidate."""
    first, last = -1, -1
    for start, end in places:
        if last >= 0 and (start - last > close or _STOP.search(text, last, start)):
            yield first, last
            last = -1
        if last < 0:
            first = start
        last = max(last, end)
    if last >= 0:
        yield first, last
