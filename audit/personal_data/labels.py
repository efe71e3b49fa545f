"""Numbers that are what the words beside them say: most numbers of authorities have no check digit.

"Passport no. X1234567" names its number, "passport seen, case 12345678" does not: between a label
and its number stand no other number, no end of a sentence and no word that names something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from audit.personal_data.family import Certainty, Span
from audit.personal_data.plain_text import plain

_REACH = 48
# "no. X1" ends no sentence.
_STOP = re.compile(
    r"(?<!\bn)(?<!\bno)(?<!\bnr)(?<!\bnum)(?<!\bnúm)(?<!\bref)(?<!\bid)[.!?؟]\s|[;؛]|\n\s*\n",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\d|\b(?:case|file|dossiers?|expedientes?|aktenzeichen|reference|réf(?:érence)?|referencia|flights?"
    r"|vol|vuelo|flug|tel|phones?|telephone|mobile|cell|whatsapp|téléphone|teléfono|telefon|call(?:ed)?"
    r"|badge|fee|paid|payée?|pagó|account|compte|cuenta|konto|iban|invoice|ticket|hotline|helpline"
    r"|section|article|artículo|order|room|euros?|eur|usd|dollars?|receipt|recibo|ticket|reçu"
    r"|uci|iuc|brp|uan|gwf|azr|bamf|eurodac|unhcr|hcr|acnur|a-number|imei|plate|visas?|application|request"
    r"|passports?|passeports?|pasaportes?|reisepass|permits?|permis|permiso)\b"
    r"|[§€$£]|\b(?:قضية|ملف|هاتف|رحلة|حساب|جواز|تأشيرة)",
    re.IGNORECASE,
)
_BEHIND = r"[\s,]{0,2}[(\[]\s?"


class Labelled:
    """Finds the numbers of one form that a label stands beside.

    Parameters
    ----------
    number : str
        Regular expression of the number, for texts with the digits and hyphens of a keyboard; a
        group `number` narrows the span.
    label : str
        Regular expression of the words before it, or in brackets behind it; any case.
    alone : Certainty, optional
        How sure a number is that no label stands beside; None if it does not count.
    """

    def __init__(
        self, entity_type: str, *, number: str, label: str, alone: Certainty | None = None
    ) -> None:
        self.entity_type = entity_type
        self.alone = alone
        self._number = re.compile(number)
        self._label = re.compile(label, re.IGNORECASE)
        self._behind = re.compile(_BEHIND + f"(?:{label})", re.IGNORECASE)

    def find(self, text: str) -> Iterator[Span]:
        """Yield the numbers of a text, with how sure they are."""
        flat = plain(text)
        if self.alone is None and self._label.search(flat) is None:
            return
        group = "number" if "number" in self._number.groupindex else 0
        for match in self._number.finditer(flat):
            start, end = match.span(group)
            sure = Certainty.CONFIRMED if self.named(flat, start, end) else self.alone
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


def _names_else(flat: str, start: int, end: int) -> bool:
    stop = _STOP.search(flat, start, end)
    return stop is not None or _ELSE.search(flat, start, end) is not None


def find_all(*labelled: Labelled) -> Callable[[str], Iterator[Span]]:
    """Return the `find` of a family of several forms."""

    def find(text: str) -> Iterator[Span]:
        for each in labelled:
            yield from each.find(text)

    return find
