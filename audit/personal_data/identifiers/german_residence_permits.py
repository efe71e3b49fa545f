"""Numbers of German residence permits, with the check digit that is printed behind them at times.

References
----------
AufenthG § 78(1) sentence 3 no. 14 (serial number on the card) and § 78(2) (machine-readable zone with
check digits); the digit is that of ICAO Doc 9303-3, section 4.9. Nine signs, of which the first four
are the authority's and begin with a letter, as for identity cards (PAuswG § 2(8)). That vowels are not
used is general knowledge; numbers with them are taken if a label says so. Regulation (EC) No
1030/2002, Annex: the Union's uniform format, whose cards of other states are numbered alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.icao import check_digit
from audit.personal_data.labels import Labelled, near
from audit.personal_data.plain_text import plain

_NUMBER = r"(?<![\w/-])(?i:[A-Z])(?=(?:[A-Z ]*\d){4})(?:[A-Z0-9]{8}|[A-Z0-9]{2} [A-Z0-9]{3} [A-Z0-9]{3}|[A-Z0-9]{3}[ -][A-Z0-9]{5})(?:[ ]?\d)?(?![\w/-])"
GERMAN = Labelled(
    "DE_RESIDENCE_PERMIT",
    number=_NUMBER,
    label=(
        r"aufenthalts(?:titels?|erlaubnis|gestattung|karte|genehmigung|kartennummer)|niederlassungserlaubnis"
        r"|(?-i:\be?EAT\b|\beAT\b)|\bduldung\b|fiktionsbescheinigung|blaue karte"
        r"|german (?:electronic )?(?:residence (?:permit|title|card)|blue card)s?"
        r"|\bausweisersatz\b|titre de séjour allemand|permiso de residencia alem[aá]n|الإقامة الألمانية"
    ),
)
# Cards of the Union's uniform format are alike; two letters that begin with R or Z are British.
UNION = Labelled(
    "DE_RESIDENCE_PERMIT",
    number=r"(?<![\w/-])(?![RZ][A-Z][ -]?[X\d])" + _NUMBER.removeprefix(r"(?<![\w/-])"),
    label=(
        r"\bresidence (?:permit|title|card|document)s?|\b(?:titre|permis|carte) de séjour"
        r"|\b(?:permiso|tarjeta|t[ií]tulo) de residencia|permesso di soggiorno|(?:تصريح|بطاقة|رخصة) (?:ال)?[إا]قامة"
    ),
)


def find(text: str) -> Iterator[Span]:
    """Yield labelled numbers; one whose printed check digit does not hold is a candidate."""
    flat = plain(text)
    for span in {s.start: s for s in (*UNION.find(text), *GERMAN.find(text))}.values():
        number = flat[span.start : span.end].replace(" ", "")
        holds = len(number) == 9 or number[9] == str(check_digit(number[:9]))
        sure = span.certainty if holds else Certainty.CANDIDATE
        yield Span(span.entity_type, span.start, span.end, sure)


FAMILY = Family(
    name="german_residence_permits",
    kinds=(Kind("DE_RESIDENCE_PERMIT", "residence permit numbers (Germany, uniform format)"),),
    find=find,
    trigger=near(
        "aufenthalts|niederlassungserl|duldung|fiktionsbesch|blaue.karte|ausweisersatz|german.(?:elec|resid|blue)"
        "|residence.(?:permit|title|card|doc)|de.s.jour|de.residencia|di.soggiorno|قامة|(?-i:[eE]AT)",
        r"\d",
    ),
    column=r"aufenthaltstitel|aufenthaltserlaubnis|(^|_)eat(_|$)|residence_?permit_?(no|nr|num|number)?$",
    form=r"(?=(?:\D*\d){3})[A-Z][A-Z0-9]{8}\d?",
)
