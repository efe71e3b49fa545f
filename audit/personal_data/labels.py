"""Numbers that are what the words beside them say: most numbers of authorities have no check digit.

"Passport no. X1234567" names its number, "passport seen, case 12345678" does not: between a label
and its number stand no end of a sentence, no word that names something else, and no other number
unless the last word is "number".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from audit.personal_data.family import Certainty, Span
from audit.personal_data.plain_text import plain, small

_REACH = 64
_FEW_WORDS = 5
_WORDS_OF_A_LINE = 2
_SHORT_FORMS = (
    *(
        "n",
        "no",
        "nr",
        "num",
        "núm",
        "ref",
        "réf",
        "id",
        "lt",
        "gem",
        "exp",
        "cat",
        "cert",
        "reg",
        "doc",
    ),
    *(
        "dok",
        "ext",
        "art",
        "tel",
        "vgl",
        "ca",
        "cf",
        "pp",
        "fol",
        "v",
        "kat",
        "ind",
        "reg",
        "h",
        "o",
    ),
)
# "no. X1" and "lt. Bescheid" end no sentence.
_STOP = re.compile(
    r"[.!?؟]" + "".join(rf"(?<!\b{each}.)" for each in _SHORT_FORMS) + r"\s|[;؛]|\n\s*\n",
    re.IGNORECASE,
)
# What stands beside the matter between a label and its number: "(form N-648)", "of 3 May 2021".
_ASIDE = re.compile(
    r"\([^()\n]{0,40}\)|\[[^\[\]\n]{0,40}\]"
    r"|\d(?<!\w.)(?:\d?([./-])\d{1,2}\1\d{2,4}\b|(?:(?<=1)9|(?<=2)0)\d\d-\d\d-\d\d\b)"
    r"|\b(?:cat(?:egory|egor[ií]a|[ée]gorie)?|kat(?:egorie)?|type|الفئة)\.? ?[1-9]\b"
)
# All that follow are for text in small letters: that is several times as quick as to ignore case.
_ELSE = re.compile(
    r"\b(?:case|file|dossiers?|expedientes?|aktenzeichen|reference|réf(?:érence)?|referencia|flights?"
    r"|vol|vuelo|flug|tel|phones?|telephone|mobile|cell|whatsapp|téléphone|teléfono|telefon|call(?:ed)?"
    r"|badge|fee|paid|payée?|pagó|account|compte|cuenta|konto|iban|invoice|bills?|company|ticket|hotline|helpline"
    r"|section|article|artículo|order|room|euros?|eur|usd|dollars?|receipt|recibo|ticket|reçu"
    r"|uci|iuc|brp|uan|gwf|azr|bamf|eurodac|unhcr|hcr|acnur|a-number|imei|plate|visas?|application|request"
    r"|passports?|passeports?|pasaportes?|reisepass|permits?|permis|permiso)\b"
    r"|[§€$£]|\b(?:قضية|ملف|هاتف|رحلة|حساب|جواز|تأشيرة)",
)
# What stands directly before a number that it names: "invoice no. 12", "tracking number: 12".
_GOODS = (
    r"invoice|tracking|order|parcel|shipment|consignment|waybill|awb|booking|pnr|e?-?ticket|coach|transaction|payment|voucher|policy|batch|lot|part"
    r"|model|item|stock|product|asset|inventory|container|seal|meter|isbn|issn|ean|barcode|flight|siren|siret|vat|company|charity|sort code|docket|locker"
    r"|facture|commande|suivi|colis|expédition|billet|lot|série|chèque|factura|pedido|seguimiento|paquete|guía|envío|billete|boleto|albarán|lote|cheque"
    r"|rechnung|bestellung|sendung|sendungs|paket|fahrkarte"
)
_RECORDS = (
    r"docket|receipt|account|contract|serial|case|file|dossier|reference|ref|registration|reçu|compte|recibo|cuenta|expediente|referencia|konto"
    r"|aktenzeichen"
)
_BEFORE_NUMBER = r"(?:s|e?nummer)?\b(?:[\s.:#°º(-]*\b(?:no|nr|num|number|numéro|numero|número|nummer|n|id|ref|reference|code|is|was|de|du|es|est)\b)*[\s.:#°º(-]*\Z"
_ARABIC_NUMBER = r"\s*(?:(?:ال)?رقم)?[\s.:#]*\Z"
_OF_GOODS = re.compile(
    rf"\b(?:{_GOODS}){_BEFORE_NUMBER}|(?<!\w)(?:ال)?(?:فاتورة|شحنة|طرد|تذكرة|رحلة){_ARABIC_NUMBER}",
)
_CALLED_ELSE = re.compile(
    rf"\b(?:{_GOODS}|{_RECORDS}){_BEFORE_NUMBER}"
    rf"|(?<!\w)(?:ال)?(?:فاتورة|قضية|ملف|حساب|طلب|شحنة|طرد|تذكرة|رحلة){_ARABIC_NUMBER}",
)
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(
    r"(?:\b(?:no|nr|num|number|numéro|número|numero|nummer|núm|n)|[n№]\.?\s?[°ºo]|№|#|(?:ال)?رقم)[\s.:#°º]{0,3}\Z",
)
_BEHIND = r"(?:[\s,]{0,2}[(\[]\s?|\s(?:is|was|est|es|ist)\s)(?:[^\W\d_]+['’]?\s){0,2}"
# What the file of an authority is called, right behind its name: "UNHCR case no.", "Eurodac hit".
_RECORD = re.compile(
    r"(?:(?:\s+|\s?[/-]\s?|\s?[,:]\s(?=(?:ref|réf|reg|card|dossier|expedient)))(?:case|file|group|household|family|dossier|individual|registration|reference|ref|réf(?:érence)?|referencia|expediente"
    r"|caso|cas|registro|card|certificate|attestation|hit|match|search|result|treffer|entry|record|letter|carte|certificat|certificado"
    r"|tarjeta|application|request|status|nummer)\b\.?)*",
)
_NAMES_A_NUMBER = (
    r"no|nos|nr|num|núm|numbers?|numéro|numero|número|nummern?|kennnummer|kennung|kennzeichen|aktenzeichen|az|gz|ids?|identifiants?|identificador"
    r"|identifier|ref|refs|references?|réf|référence|referencia|code|código|serial|série|serie"
)
_LINKS = (
    r"is|was|are|reads?|says|as|of|the|a|an|her|his|their|my|our|your|for|on|card|permit|document|registration|individual|case|file|unit|client"
    r"|est|de|du|des|la|le|l|d|son|sa|pour|sous|carte|es|del|el|con|su|para|lautet|der|die|das|und|and|et|y"
)
# Right behind a label, the word "number" and nothing but links: "UNHCR registration number is", "AZR-Nr.:".
_CLOSELY = re.compile(
    rf"[\s.:=,('’/-]*(?:(?:{_LINKS})[\s.:=,('’/-]+){{0,3}}"
    rf"(?:(?:{_NAMES_A_NUMBER})\b|[n№]\.?\s?[°ºo]|№|#|(?:ال)?رقم)[\s.:=,('’#°ºo-]*(?:(?:{_LINKS}|{_NAMES_A_NUMBER})[\s.:=('’#°º-]+){{0,3}}\Z",
)
_ENDS_AS_NUMBER = re.compile(rf"\b(?:{_NAMES_A_NUMBER})\b[\s.:=#°º('-]*\Z")
_DATE = re.compile(
    r"\d{1,2}([ ./-])\d{1,2}\1(?:19|20)?\d\d|(?:19|20)\d\d([./-]?)[01]\d\2[0-3]\d|\d{1,3}(?:[.,]\d{3})+"
)
_CODE = re.compile(
    r"(?<![\w./+@-])(?:(?!(?:NO|NR|NUM|ID|REF|TEL|EXP|DOB)\b)[A-Z]{1,4}[ ./-]{0,2}|[a-z]{1,3})?\d[\dA-Z]{0,16}"
    r"(?:(?: ?[/.-] ?| )[A-Z]{0,4}\d[\dA-Z]{0,15}){0,5}(?![\w/@-]|[.,]\d)"
)
"""A number in a form that nobody described, where its label says that it is one."""
_FEWEST_DIGITS = 6
_CAPITALS = re.compile(r"(?<!\\)[A-ZÀ-Þ]")


class Labelled:
    """Finds the numbers of one form that a label stands beside.

    Parameters
    ----------
    number : str
        Regular expression of the number, for texts with the digits and hyphens of a keyboard; a
        group `number` narrows the span.
    label : str
        Regular expression of the words before it, or in brackets behind it; any case.
    alone : mapping of str to Certainty, optional
        By named group of `number`, how sure one is that no label stands beside; others do not count.
    unless_called_else : bool
        Whether "case no." before such a number makes a candidate of it, and "invoice no." nothing.
    of_records : bool
        Whether the label is an authority or a register: what its file is called belongs to it.
    any_form : bool
        Whether any code that the label calls its number ("UNHCR no. …") is a candidate.
    """

    def __init__(
        self,
        entity_type: str,
        *,
        number: str,
        label: str,
        alone: Mapping[str, Certainty] | None = None,
        unless_called_else: bool = False,
        of_records: bool = False,
        any_form: bool = False,
    ) -> None:
        self.entity_type = entity_type
        self._alone = dict(alone or {})
        self._yields = unless_called_else
        self._of_records = of_records
        self._any_form = any_form
        self._number = re.compile(number)
        self._group = self._number.groupindex.get("number", 0)
        self._any_case = _CAPITALS.search(label) is not None
        self._label = re.compile(label, re.IGNORECASE if self._any_case else 0)
        self._behind = re.compile(_BEHIND + f"(?:{label})", re.IGNORECASE)

    def find(self, text: str) -> Iterator[Span]:
        """Yield the numbers of a text, with how sure they are."""
        flat = plain(text)
        taken: list[tuple[int, int]] = []
        for match in self._number.finditer(flat):
            start, end = match.span(self._group)
            sure = self._alone.get(match.lastgroup or "")
            if self.named(flat, start, end):
                sure = Certainty.CONFIRMED
            elif sure is not None and self._yields and called_else(flat, start):
                sure = None if of_goods(flat, start) else Certainty.CANDIDATE
            if sure is not None:
                taken.append((start, end))
                yield Span(self.entity_type, start, end, sure)
        if self._any_form:
            yield from self._of_any_form(flat, taken)

    def _of_any_form(self, flat: str, taken: list[tuple[int, int]]) -> Iterator[Span]:
        """Yield codes that a label directly before them calls its number, where nothing is taken."""
        for match in _CODE.finditer(flat):
            start, end = match.span()
            digits = sum(map(str.isdecimal, match.group()))
            if digits < _FEWEST_DIGITS or _DATE.fullmatch(match.group()):
                continue
            if any(s < end and start < e for s, e in taken):
                continue
            if any(_calls_it_a_number(said, label) for said, label in self._leading(flat, start)):
                yield Span(self.entity_type, start, end, Certainty.CANDIDATE)

    def named(self, flat: str, start: int, end: int) -> bool:
        """Tell whether a label stands before a place, with nothing between that names something else."""
        for said, label in self._leading(flat, start):
            record = _RECORD.match(said, label.end()) if self._of_records else None
            if not _names_else(said, record.end() if record else label.end()):
                return not of_goods(flat, start)
        return self._behind.match(flat, end) is not None

    def _leading(self, flat: str, start: int) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield what stands before a place, in small letters, and the last label in it; again without asides."""
        said = flat[max(0, start - _REACH) : start]
        for each in dict.fromkeys((said, _ASIDE.sub(_blank, said))):
            low, last = small(each), None
            for last in self._label.finditer(each if self._any_case else low):  # noqa: B007 (the last one)
                pass
            if last is not None:
                yield low, last


def _calls_it_a_number(said: str, label: re.Match[str]) -> bool:
    """Tell whether a label, and nothing but links and the word "number" behind it, lead to a number."""
    if _CLOSELY.match(said, label.end()):
        return True
    alone = not any(map(str.isalpha, said[label.end() :]))
    return alone and _ENDS_AS_NUMBER.search(said, label.start()) is not None


def _blank(aside: re.Match[str]) -> str:
    return " " * len(aside.group())


def called_else(flat: str, start: int) -> bool:
    """Tell whether the words directly before a number name it as something of another kind."""
    return _CALLED_ELSE.search(small(flat[max(0, start - _REACH) : start])) is not None


def of_goods(flat: str, start: int) -> bool:
    """Tell whether the words directly before a number make it one of a parcel, a ticket, a firm."""
    return _OF_GOODS.search(small(flat[max(0, start - _REACH) : start])) is not None


def directly(said: str, end: int) -> bool:
    """Tell whether a label that ends at `end` names what `said` leads to: few words between, no other label."""
    between = small(said[end:])
    return (
        "," not in between
        and len(between.split()) <= _FEW_WORDS
        and _STOP.search(between) is None
        and _ELSE.search(between) is None
    )


def _names_else(said: str, at: int) -> bool:
    if _STOP.search(said, at) or _ELSE.search(said, at):
        return True
    # A line that begins with words of its own says another thing, with or without a full stop above it.
    line = said.rfind("\n", at)
    if line >= 0 and len(said[line:].split()) >= _WORDS_OF_A_LINE:
        return True
    number = _DIGIT.search(said, at)
    return number is not None and _NUMBER.search(said, number.end()) is None


def near(label: str, number: str) -> str:
    """Return a trigger: a label, then what a number begins with; or a label in brackets behind.

    Parameters
    ----------
    label, number : str
        Regular expressions of Rust's engine that match at least where those of `Labelled` do; of the
        number, from its first digit on.
    """
    # Unbounded but for the signs next to the number: counted repetitions make the automaton large.
    behind = r"\d[A-Za-z]*(?s:.)?(?s:.)?(?:[(\[]|(?:is|was|est|es|ist)\s)[^0-9)\]]*"
    return rf"(?i:{label})(?s:.)*{number}|{behind}(?i:{label})"


def find_all(*labelled: Labelled) -> Callable[[str], Iterator[Span]]:
    """Return the `find` of a family of several forms."""

    def find(text: str) -> Iterator[Span]:
        for each in labelled:
            yield from each.find(text)

    return find
