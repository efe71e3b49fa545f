"""Numbers that are what the words beside them say: most numbers of authorities have no check digit.

"Passport no. X1234567" names its number, "passport seen, case 12345678" does not: between a label
and its number stand no end of a sentence, no word that names something else, and no other number
unless the last word is "number".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from audit.personal_data.family import Certainty, Span
from audit.personal_data.plain_text import plain

_REACH = 48
_FEW_WORDS = 5
# "no. X1" ends no sentence.
_STOP = re.compile(
    r"(?<!\bn)(?<!\bno)(?<!\bnr)(?<!\bnum)(?<!\bnúm)(?<!\bref)(?<!\bid)[.!?؟]\s|[;؛]|\n\s*\n",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b(?:case|file|dossiers?|expedientes?|aktenzeichen|reference|réf(?:érence)?|referencia|flights?"
    r"|vol|vuelo|flug|tel|phones?|telephone|mobile|cell|whatsapp|téléphone|teléfono|telefon|call(?:ed)?"
    r"|badge|fee|paid|payée?|pagó|account|compte|cuenta|konto|iban|invoice|ticket|hotline|helpline"
    r"|section|article|artículo|order|room|euros?|eur|usd|dollars?|receipt|recibo|ticket|reçu"
    r"|uci|iuc|brp|uan|gwf|azr|bamf|eurodac|unhcr|hcr|acnur|a-number|imei|plate|visas?|application|request"
    r"|passports?|passeports?|pasaportes?|reisepass|permits?|permis|permiso)\b"
    r"|[§€$£]|\b(?:قضية|ملف|هاتف|رحلة|حساب|جواز|تأشيرة)",
    re.IGNORECASE,
)
# What stands directly before a number that it names: "invoice no. 12", "tracking number: 12".
_CALLED_ELSE = re.compile(
    r"\b(?:invoice|tracking|order|parcel|shipment|consignment|booking|docket|ticket|receipt|transaction|payment|account|policy|contract"
    r"|batch|part|serial|model|item|stock|product|flight|case|file|dossier|reference|ref|registration|facture|commande|suivi|colis|reçu"
    r"|compte|factura|pedido|seguimiento|recibo|cuenta|expediente|referencia|rechnung|bestellung|konto|aktenzeichen)(?:s|e?nummer)?\b"
    r"(?:[\s.:#°º(-]*\b(?:no|nr|num|number|numéro|numero|número|nummer|n|id|ref|reference|code|is|was|de|du|es|est)\b)*[\s.:#°º(-]*\Z"
    r"|(?<!\w)(?:ال)?(?:فاتورة|قضية|ملف|حساب|طلب|شحنة)\s*(?:(?:ال)?رقم)?[\s.:#]*\Z",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(
    r"(?:\b(?:no|nr|num|number|numéro|número|numero|nummer|núm|n)|[n№]\.?\s?[°ºo]|№|#|(?:ال)?رقم)[\s.:#°º]{0,3}\Z",
    re.IGNORECASE,
)
_BEHIND = r"[\s,]{0,2}[(\[]\s?(?:[^\W\d_]+\s){0,2}"


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
        Whether "invoice no." before such a number makes a candidate of it.
    """

    def __init__(
        self,
        entity_type: str,
        *,
        number: str,
        label: str,
        alone: Mapping[str, Certainty] | None = None,
        unless_called_else: bool = False,
    ) -> None:
        self.entity_type = entity_type
        self._alone = dict(alone or {})
        self._yields = unless_called_else
        self._number = re.compile(number)
        self._group = self._number.groupindex.get("number", 0)
        self._label = re.compile(label, re.IGNORECASE)
        self._behind = re.compile(_BEHIND + f"(?:{label})", re.IGNORECASE)

    def find(self, text: str) -> Iterator[Span]:
        """Yield the numbers of a text, with how sure they are."""
        flat = plain(text)
        for match in self._number.finditer(flat):
            start, end = match.span(self._group)
            sure = self._alone.get(match.lastgroup or "")
            if self.named(flat, start, end):
                sure = Certainty.CONFIRMED
            elif sure is Certainty.CONFIRMED and self._yields and called_else(flat, start):
                sure = Certainty.CANDIDATE
            if sure is not None:
                yield Span(self.entity_type, start, end, sure)

    def named(self, flat: str, start: int, end: int) -> bool:
        """Tell whether a label stands before a place, with nothing between that names something else."""
        last = None
        for last in self._label.finditer(flat, max(0, start - _REACH), start):  # noqa: B007 (the last one)
            pass
        if last is not None and not _names_else(flat, last.end(), start):
            return True
        return self._behind.match(flat, end) is not None


def called_else(flat: str, start: int) -> bool:
    """Tell whether the words directly before a number name it as something of another kind."""
    return _CALLED_ELSE.search(flat, max(0, start - _REACH), start) is not None


def directly(said: str, end: int) -> bool:
    """Tell whether a label that ends at `end` names what `said` leads to: few words between, no other label."""
    between = said[end:]
    return (
        "," not in between
        and len(between.split()) <= _FEW_WORDS
        and _STOP.search(between) is None
        and _ELSE.search(between) is None
    )


def _names_else(flat: str, start: int, end: int) -> bool:
    if _STOP.search(flat, start, end) or _ELSE.search(flat, start, end):
        return True
    number = _DIGIT.search(flat, start, end)
    return number is not None and _NUMBER.search(flat, number.end(), end) is None


def near(label: str, number: str) -> str:
    """Return a trigger: a label, then what a number begins with; or a label in brackets behind.

    Parameters
    ----------
    label, number : str
        Regular expressions of Rust's engine that match at least where those of `Labelled` do; of the
        number, from its first digit on.
    """
    behind = r"\d[^0-9]{0,12}[(\[].?(?:[^\s)]*\s){0,2}"
    return rf"(?i:{label})(?s:.)*{number}|{behind}(?i:{label})"


def find_all(*labelled: Labelled) -> Callable[[str], Iterator[Span]]:
    """Return the `find` of a family of several forms."""

    def find(text: str) -> Iterator[Span]:
        for each in labelled:
            yield from each.find(text)

    return find
