"""Where a word stands in a letter or a form: under its last line, after a label, in a heading, before a number."""

from __future__ import annotations

import re
from functools import cache

from audit.personal_data.names.lexicon import Lexicon, Word, of_merged
from audit.personal_data.names.runs import PARTICLE_WORDS, UPPER

REACH = 56
"""Characters beside a run that are looked at."""

_HOUSE = re.compile(r"(?<![\w/.:-])\d{1,4}[a-z]?,? \Z")
_YEAR = re.compile(r"(?:[^\W\d]{3,}\.?|[/.-]\d{1,2}[/.-]\d{4}),? \Z")
_LABELLED = re.compile(
    r"(?:\.?:? ?(?=[A-Z#№-]{0,4}[ -]?\d)[A-Z#№]{0,4}[ -]?\d[\dA-Z/.-]{3,}|\. ?[A-Z]?\d{4,})"
)
_HEAD = re.compile(r" n°|:| [–—-] |,|\d")
_LINE = re.compile(r"[^\n]*")
_LAST_LINE = re.compile(r"(?:^|\n|[.!?] )([^\n.!?;:|\d]{2,40}?)(,?)(\s*)\Z")
_FIELD_ENDS = re.compile(r"[ \t]*(?:$|[\n|;/(),]|\.(?:\s|$))")
_LINE_ENDS = re.compile(r"[ \t.]*(?:\n|$)|[,!]")
_ROW = re.compile(r"(?:^|\n)[ \t]*(?:[-*•>–|]|\d{1,3}[.)])?[ \t]*\Z")
_ALONE = re.compile(r"[ \t.]*(?:\n|$)")
_LABEL = re.compile(r"(?:^|[\n|;.•*–>-] ?|, )((?:[^\W\d_][\w'’/-]*(?:\(s\))?[ ,]*){1,5}):\s?\Z")
_KNOWN_AS = re.compile(r"\b[afn]\.?/?k\.?/?a\.?:? ?[\"'“«]?\Z", re.IGNORECASE)
CARE_OF = re.compile(r"\s?,?\s?c/o\b")
"""What follows who a letter is sent to at somebody else's."""
_APPOSED = re.compile(r", ([^\W\d_]+(?: [^\W\d_]+){0,3})(?=[\n.,;]|$)")
_WORDS = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(rf"[{UPPER}]")
_MOST_OF_A_CLOSING = 5
_LONG = 10


_GREETING = re.compile(
    r"(?:^|\n)[ \t>]*(?:good (?:morning|afternoon|evening|day)|hi|hello|hey|dear|bonjour|bonsoir|salut|hola|buen[oa]s"
    r"(?: (?:días|tardes|noches))?|guten (?:tag|morgen|abend)|hallo)(?: (?:dear|all|again))?,? \Z",
    re.IGNORECASE,
)
_GREETED = re.compile(r"[ \t]*(?:[,:!;–-]|\n|$)")


def greeted(text: str, start: int, end: int) -> bool:
    """Tell whether it is who a letter greets: "Good morning Keith,"."""
    if not _GREETED.match(text, end):
        return False
    return _GREETING.search(text[max(0, start - REACH) : start]) is not None


_CITED_BEFORE = re.compile(
    r"(?:\bR \(|\b(?:(?<!Re: )[Mm]atter of|[Ee]x parte|Cour EDH,|CEDH,|TEDH,|STEDH|CJUE,|Re:? \[\d{4}\]) ?)\Z"
)
_CITED_AFTER = re.compile(
    r"\)? (?:v\.?|c\.|vs\.?) (?:the )?(?:SSHD|Secretary|Minister|Ministre|Home|Entry|Preah|Attorney|INS|Ashcroft|Holder|Gonzales|Canada|UK"
    r"|United|Germany|France|Italy|Greece|Belgium|Switzerland|Austria|Hungary|Spain|Suisse|Belgique|Grèce|Italie|Allemagne|Espagne|España|Grecia)\b"
    r"|,? (?:\[\d{4}\]|\(\d{4}\) (?:EWCA|UKSC|I\s?&))"
)


def cited(text: str, start: int, end: int) -> bool:
    """Tell whether it names a decision: "R (Razgar) v", "Matter of Acosta", "Tarakhel v Switzerland"."""
    if text[end : end + 6].startswith(
        (" v", ") v", " c.", " [", ", [", " (")
    ) and _CITED_AFTER.match(text, end):
        return True
    if (
        text[start - 3 : start] not in ("of ", "te ", "DH,", "H, ", "E, ")
        and text[start - 1 : start] not in "(]"
    ):
        return False
    return _CITED_BEFORE.search(text[max(0, start - 16) : start]) is not None


def known_as(left: str) -> bool:
    """Tell whether "a/k/a", "f/k/a" goes before."""
    return "k" in left[-7:].lower() and left[-1:] in " \"'“«" and _KNOWN_AS.search(left) is not None


def house(left: str) -> bool:
    """Tell whether a house number goes before, and no year: "on 7 May 2023, Ahmed"."""
    if left[-1:] != " " or not (left[-2:-1].isdigit() or left[-3:-2].isdigit()):
        return False
    found = _HOUSE.search(left, len(left) - 8 if len(left) > 8 else 0)
    if found is None:
        return False
    return not (_YEAR.search(left, 0, found.start()) and len(found[0].strip(" ,")) == 4)


def numbered(text: str, end: int) -> bool:
    """Tell whether a number follows that a word labels: "Dienstnr. 40418"."""
    return text[end : end + 1] in " .:" and _LABELLED.match(text, end) is not None


def signed(text: str, start: int, end: int) -> bool:
    """Tell whether a run stands under the last line of a letter: "Kind regards,", "Un abrazo,"."""
    if not _LINE_ENDS.match(text, end):
        return False
    found = _LAST_LINE.search(text[max(0, start - REACH) : start])
    if found is None:
        return False
    said, comma, gap = found.groups()
    words = _WORDS.findall(said)
    if not words or len(words) > _MOST_OF_A_CLOSING:
        return False
    if words[-1].lower() in _closings() or words[0].lower() in _closings():
        return bool(comma or "\n" in gap or words[-1].lower() in _closings())
    small = not any(_CAPITAL.match(word) for word in words[1:])
    ends = text[end : end + 4].strip(" .\n") == ""
    return bool(comma) and "\n" in gap and small and len(words) > 1 and ends


@cache
def _closings() -> frozenset[str]:
    return of_merged("latin").language.closings


def label(left: str) -> tuple[str, ...]:
    """Return the words of the label of a form that goes before; nothing where none does."""
    if ":" not in left[-2:]:
        return ()
    found = _LABEL.search(left)
    return tuple(_WORDS.findall(found[1].lower())) if found else ()


def field_ends(text: str, end: int) -> bool:
    """Tell whether the field of a form, a line or a sentence ends."""
    return _FIELD_ENDS.match(text, end) is not None


def heading(text: str, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a run stands in a line of capitals that is a heading: "ACTA DE COMPARECENCIA"."""
    begun = text.rfind("\n", 0, start) + 1
    found = _LINE.match(text, begun)
    line = _HEAD.split(found[0], 1)[0] if found else ""
    if not all(letter.isupper() for letter in line if letter.isalpha()) or start >= begun + len(
        line
    ):
        return False
    words = _WORDS.findall(line)
    language = lexicon.language
    announcing = (language.naming, language.kin, language.roles)
    if len(words) < 2 or any(word.lower() in each for word in words for each in announcing):
        return False
    kinds = [
        lexicon.word(word.capitalize()) for word in words if word.lower() not in PARTICLE_WORDS
    ]
    of = any(word in ("DE", "DU", "DES", "DEL", "OF") for word in words[1:-1])
    return any(
        kind in (Word.CASE_WORD, Word.ORGANISATION, Word.FUNCTION) or (of and kind is Word.ORDINARY)
        for kind in kinds
    )


def under_a_role(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether it is the office under or beside a role in a signature: "Caseworker, Open Arms"."""
    if not _LINE_ENDS.match(text, end) and text[end : end + 2] not in (" –", " -", " |"):
        return False
    line = text.rfind("\n", 0, start) + 1
    before = text[line:start].rstrip(" ,|–-/")
    roles = lexicon.language.roles
    if before:
        above = text[max(0, line - 1 - REACH) : max(0, line - 1)].rpartition("\n")[2]
        if above[-1:] in ("", ".", ",", ";", ":") or not before[0].isupper():
            return False
        return (
            text[start - 2 : start - 1] in ",|–-/"
            and before[-1:] not in ":."
            and _last(before) in roles
            and len(before.split()) < _MOST_OF_A_CLOSING
            and _ALONE.match(text, end) is not None
        )
    above = text[max(0, line - 1 - REACH) : max(0, line - 1)].rpartition("\n")[2]
    return ":" not in above and above[-1:] != "," and _last(above) in roles


def _last(said: str) -> str:
    words = _WORDS.findall(said)
    return words[-1].lower() if words else ""


def over_a_role(text: str, end: int, lexicon: Lexicon) -> bool:
    """Tell whether the next line is a role: "SANGAR", "Interviewing officer"."""
    found = _LINE.match(text, end + 1)
    line = found[0].strip() if found else ""
    return ":" not in line and len(line) < REACH and _last(line) in lexicon.language.roles


def opens_row(text: str, start: int, end: int) -> bool:
    """Tell whether a run is the first cell of a row."""
    return text[end : end + 3] == " | " and _ROW.search(text[max(0, start - 8) : start]) is not None


def role_follows(text: str, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a role ends the words after a comma: "Sailab, practice nurse"."""
    found = _APPOSED.match(text, end)
    return found is not None and _last(found[1]) in lexicon.language.roles


_GERMAN = re.compile(
    r"(?:nummer|nr|titel|register|erlaubnis|bescheid|amt|gesetz|stelle|behörde|verfahren|schein|ausweis|antrag"
    r"|allee|straße|strasse|platz|weg|ring|damm|ufer|gasse|haus|heim|verein|verband|zentrum|gericht|dienst|ordnung)$"
)


def compound(said: str) -> bool:
    """Tell whether a long word is put together as German puts things together: "Seriennummer"."""
    return len(said) >= _LONG and _GERMAN.search(said.lower()) is not None
