"""Telephone numbers: international ones by the world's numbering plans, national ones by form or label.

References
----------
ITU-T Recommendation E.164 (11/2010), section 6.2 (structure) and 6.1 (at most 15 digits); the plans
are those of libphonenumber. Ofcom, "Telephone numbers for use in TV and radio drama programmes"
(07700 900000 to 900999); ATIS-0300115, section 4.1 (555-0100 to 555-0199); Arcep, decision 2018-0881
of 24 July 2018 (06 39 98 and its like).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.labels import called_else
from audit.personal_data.numbering_plans import Line, international, national
from audit.personal_data.plain_text import DIGIT, GAP, ZERO, after, before, plain, small

_INTERNATIONAL = re.compile(
    r"(?:(?<![\w+])\+ ?|(?<![\w+./-])00 ?)[1-9](?:[ ()./\-]{0,3}\d){6,14}(?![^\W_])"
)
_NATIONAL = re.compile(
    r"(?<![\w+\-/.,:])(?:\(?0\d{1,4}\)?(?:[ \-]{0,2}\d{2,4}){2,4}|0\d(?:\.\d\d){4}|0\d{2,5} ?/ ?\d{6,8}"
    r"|\(\d{3}\) ?\d{3}[ .\-]\d{4}|\d{3}[.\-]\d{3}[.\-]\d{4})(?![\w/]|-\w|\.\d)"
)
_NOUNS = (
    r"(?:tele)?phones?|tel|mob(?:iles?)?|cell(?:phone|ular)?|land-?lines?|whats ?app|viber|imo|signal|telegram|botim|sms|sim(?: card)?"
    r"|t[ée]l(?:[ée]phone)?|portable|gsm|ligne fixe|tel[ée]fonos?|tfno|tlfn?o?|tel[ée]f|cel|ph|m[óo]vil|celular"
    r"|telefon(?:nummer)?|handy(?:nummer)?|rufnummer|cellulare|cep|телефон|тел|моб"
    r"|(?:ال|لل|بال)?(?:هاتف|تلفون|تليفون|جوال|موبايل|محمول|نقال|واتس ?اب|واتس)(?:ه|ها|هم|ي|ك)?|سيغنال|تلغرام|تيليغرام|تلفن|شماره تماس|موبایل"
    r"|(?:her|his|their|my|contact|whose|emergency|mobile|new|old|other|current|same|another|changed) (?:number|no|nr)|number of (?:the|his|her|their|an?|my)"
    r"|(?:son|leur|nouveau|autre|ancien|changé de|même) numéro|(?:su|nuevo|otro|cambi\w+ de) número|número de contacto|neue nummer|(?:رقم|الرقم)(?:ه|ها|هم|ي| (?:ال)?(?:جديد|قديم))"
)
_VERBS = (
    r"(?:call|ring|text|reach|contact|phone)(?:ed|s|ing)?|reachable|joignable|appel(?:er|ez|é)|rappeler|joindre"
    r"|llam(?:ar|e|ó)|localizable|contactar|contactos?|اتصل|الاتصال|التواصل"
)
_BETWEEN = (
    r"[^\w+(\n]{0,4}\n?(?:(?!(?:ref|case|passport|imei|iban|account|invoice|ticket|receipt|interview|dated|card|id|serial"
    r"|code|section|form|(?<!\bon )file|order|tracking|parcel|booking|contract|policy|docket|facture|factura|pedido|dossier|cuenta|expediente|compte)[^\W\d]*[^\w])[^\W\d]+[^\w+(\n]{1,4}){0,6}"
)
# For text in small letters: that is twice as quick as to ignore case.
_LABEL = re.compile(
    rf"(?<![^\W_])(?:(?P<noun>{_NOUNS}|[tmp](?=: ?[(]?\Z))|{_VERBS})(?![^\W_]){_BETWEEN}\Z"
)
# Seven digits close together: nothing else is looked at.
_RUN = re.compile(r"\d(?:[ ()./\-]{0,3}\d){6,}\+?")
_DATE = re.compile(
    r"\d{1,2}([ ./\-])\d{1,2}\1\d{2,4}(?!\1?\d)|(?:19|20)\d\d([./\-]?)[01]\d\2[0-3]\d(?!\d)"
)
# For text in small letters.
_AUTHORITY = re.compile(
    r"(?:help|hot|crisis|info|advice) ?-?lines?|switch ?-?board|free ?-?phone|toll-?free|emergency (?:line|number|services)"
    r"|numéro (?:vert|d['’]urgence)|ligne d['’](?:écoute|urgence|aide|assistance)|standard téléphonique"
    r"|l[íi]nea (?:de (?:ayuda|atenci[óo]n|emergencia)|gratuita|directa)|centralita|call cent(?:er|re)"
    r"|tel[ée]fono de (?:emergencias?|atenci[óo]n|ayuda)"
    r"|(?:ال)?خط (?:ال)?(?:ساخن|مساعدة|طوارئ)|(?:ال)?رقم (?:ال)?(?:مجاني|طوارئ)",
)
_BRACKETS = tuple("(–-")
_IN_BRACKETS = re.compile(rf" ?[(–-] ?(?:\w+ )?(?:{_AUTHORITY.pattern})")
_MONTH = re.compile(
    r" (?:jan|f[eé][bv]|mar|a[pvb]r|may|mai|ma|jun|jui|jul|aug|ago|ao[uû]|sep|oct|okt|nov|d[ei][cz]|déc"
    r"|(?:(?:jan|febr)(?:uary|vier|uar)|januar|février|enero|febrero|mar(?:ch|s|zo)|märz|a(?:pril|vril|bril)|mayo|jun[ei]o?|juin|jul[iy]o?|juillet"
    r"|august|agosto|août|sept|septi?emb(?:er|re)|septiembre|o[ck]tob(?:er|re)|octubre|nov(?:ember|embre|iembre)|d[eé]cemb(?:er|re)|dezember|diciembre))\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:her|his|their|my|left|gave|sa|son|leur|su|dejó)\b|(?:ه|ها|ي)(?!\w)", re.IGNORECASE
)
# What only a telephone number has behind it: an extension, or the word for a line.
_TAIL = re.compile(
    r" ?(?:x|ext\.?|extension|poste|interno|durchwahl) ?\d{2,6}(?!\w)"
    r"|(?=[ \t]{1,3}[(]?(?:mobile|fax|office|home|work|cell|tel|portable|bureau|m[óo]vil|casa)\b[)]?[ \t]*(?:$|[\n,;]))",
    re.IGNORECASE | re.MULTILINE,
)
_REGIONS = ("GB", "US", "DE", "FR", "IT", "NL", "BE", "ES", "GR", "TR", "AU")
_FROM_ANYWHERE = (
    *_REGIONS, "AF", "AL", "AT", "BD", "BR", "CA", "CH", "CL", "CO", "CU", "CY", "DK", "DZ", "EC", "EG",
    "ER", "ET", "FI", "GE", "GT", "HN", "HT", "HU", "IE", "IN", "IQ", "IR", "JO", "KE", "KW", "LB", "LK",
    "LY", "MA", "ML", "MM", "MT", "MX", "NE", "NG", "NI", "NO", "PE", "PK", "PL", "PS", "PT", "QA", "RO",
    "RS", "RU", "SA", "SD", "SE", "SN", "SO", "SV", "SY", "TN", "UA", "UG", "VE", "YE", "ZA",
)  # fmt: skip
_Place = tuple[int, int, Certainty]
_LABEL_REACH = 70
# "tel. 0933 …" and "no. 0933 …" end no sentence.
_ENDS = re.compile(
    r"\.(?<!\b[a-zн].)(?<!\b(?:m[res]|dr|sr|[hf]r|st|n[or]|ph).)(?<!\b(?:t[eé]l|mob|cel|тел|моб|n[uú]m|mrs|[ds]ra|dña|mme|lic).)"
    r"(?<!\b(?:tfno|cell|srta|mlle|prof).)(?<!\btel[eé]f.)[\"'”’)]?\s|[!?؟]\s|\n\s*\n"
)
# What another register than that of telephones calls its number. For text in small letters.
_OF_REGISTER = re.compile(
    r"(?:\b(?:s[ií]n|nas|ssn|nhs|nss|nino?|bsn|cpf|rut|dni|nie|nif|cif|ruc|nit|ein|vat|tva|iva|ust|siret|siren|tin|tfn|crn|uan|cnp|egn|pesel|oib|jmbg|amka|afm|avs|ahv|uid|gtin|isbn"
    r"|(?:tax|insurance|identity|identification|security|policy|member(?:ship)?|customer|client|company|charity|licen[cs]e|permit|application|claim|steuer|versicherten|kunden|mitglieds|sozialversicherungs)-?(?: (?:id|no|nr|number|card|code))?s?|steuer-?id\)?|id (?:no|number|card)|id)\b)[\s.:#°º()-]{0,4}(?:(?:no|nr|number|is|n)\b[\s.:#°º-]{0,3})?\Z"
)
_UNDIVIDED = re.compile(r"00 ?\d+")
_JOINS = ("-", "/")
_POINTS = (",", ":", ".")
_MOST_DIGITS = 15
_FEWEST = 7
_SHORT = re.compile(r"\(?(?:\d{7,8}|\d{3}.\d{4}|\d{4}.\d{3,4}|\d\d.\d{3}.\d{2,3}|\d\d(?:.\d\d){3})")
"""Groups that numbers of seven and eight digits are written in; dates have others."""
_FEWEST_NATIONAL = 9
"""Digits of a number without a label and without a country code."""


_CARD = re.compile(r"\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}|3[47]\d\d([ -]?)\d{6}\2\d{5}")
"""Groups of payment cards: sixteen digits are no telephone number, however many are left out."""
_LONE_DAY = re.compile(r" \d\d?\Z")


def _digits(said: str) -> str:
    return "".join(filter(str.isdecimal, said))


def _without_last_group(said: str) -> str:
    end = len(said)
    for digits in (False, True, False):
        while end and said[end - 1].isdecimal() is digits:
            end -= 1
    return said[:end]


def _shorter(text: str, start: int, end: int) -> Iterator[str]:
    """Yield a number and what is left of it as groups are dropped from its end.

    What follows a number can be digits too: "… 900123 12 May".
    """
    said = text[start:end]
    if _LONE_DAY.search(said) and _MONTH.match(text, end):
        said = said[: said.rindex(" ")]
    while len(_digits(said)) >= _FEWEST:
        yield said
        said = _without_last_group(said)


def _of_an_authority(text: str, start: int, end: int) -> bool:
    """Tell whether the words beside a number say that it is a helpline or a switchboard."""
    said = before(text, start, 60)
    # "Helpline call sheet" is a heading: what stands in a line of its own is not the helpline's.
    above, _, line = said.rpartition("\n")
    said = line if any(map(str.isalpha, line)) and not above.rstrip().endswith(":") else said
    found = [*_AUTHORITY.finditer(small(said))]
    if found:
        between = said[found[-1].end() :]
        # Another number stands between: that one was the helpline's.
        if not _OWN.search(between) and not re.search(r"\d{3}", between):
            return True
    behind = text[end : end + 2].lstrip(" ")
    return behind[:1] in _BRACKETS and _IN_BRACKETS.match(small(after(text, end, 40))) is not None


def _international(text: str, start: int, end: int) -> Iterator[_Place]:
    for match in _INTERNATIONAL.finditer(text, start, end + 1):
        for said in _shorter(text, *match.span()):
            digits = _digits(said)
            digits = digits if said[0] == "+" else digits[2:]
            line = international(digits)
            if line is not None and len(digits) <= _MOST_DIGITS:
                if line is Line.PERSON:
                    # Many a reference begins with two noughts.
                    sure = not _UNDIVIDED.fullmatch(said) or _label(text, match.start())
                    certainty = Certainty.CONFIRMED if sure else Certainty.CANDIDATE
                    yield match.start(), match.start() + len(said), certainty
                break


def _national(text: str, start: int, end: int) -> Iterator[_Place]:
    for match in _NATIONAL.finditer(text, start, end + 2):
        # Behind another group it is the rest of a longer number.
        rest = match.start() > start and text[match.start() - 3 : match.start() - 1].isdecimal()
        if rest or _DATE.match(match.group()):
            continue
        for said in _shorter(text, *match.span()):
            digits = _digits(said)
            if len(digits) >= _FEWEST_NATIONAL and national(digits, _REGIONS) is Line.PERSON:
                if called_else(text, match.start()) or _OF_REGISTER.search(
                    small(text[max(0, match.start() - 30) : match.start()])
                ):
                    break
                yield match.start(), match.start() + len(said), Certainty.CANDIDATE
                break


def _label(text: str, start: int) -> re.Match[str] | None:
    """Return the label in front of a place, within its sentence."""
    low = start - len(before(text, start, _LABEL_REACH))
    said = text[max(0, low - 1) : start].lower()
    first = int(low > 0)
    for end in _ENDS.finditer(said):
        first = end.end()
    return _LABEL.search(said, first)


def _labelled(text: str, start: int, end: int) -> Iterator[_Place]:
    front, behind = text[max(0, start - 1) : start], text[end : end + 2]
    if front.isalnum() or front in _JOINS or behind[:1].isalnum() or behind[:1] in _JOINS:
        return
    if behind[:1] in _POINTS and behind[1:].isdecimal():
        return
    label = _label(text, start)
    if label is not None:
        ways = [*_shorter(text, start, end - (text[end - 1] == "+"))]
        said, certainty = _called(ways, sure=label["noun"] is not None)
        if certainty is not None:
            yield start, start + len(said), certainty


def _called(ways: list[str], *, sure: bool) -> tuple[str, Certainty | None]:
    """Return how much of what follows a label is a number, and how sure that is.

    Parameters
    ----------
    ways : list of str
        All that follows, and less and less of it.
    sure : bool
        Whether the label is a noun, "mobile"; "call" alone makes a candidate of a likely form.
    """
    for said in ways:
        digits = _digits(said)
        if len(digits) < _FEWEST_NATIONAL and not _SHORT.fullmatch(said):
            continue
        # "963 933 …" and, from right to left, "963…+": the plus is left out or at the end.
        line = international(digits) if len(digits) > 10 else None
        line = line or national(
            digits, _FROM_ANYWHERE if sure else _REGIONS, lines_first=len(digits) < _FEWEST_NATIONAL
        )
        if line is not None and (sure or len(digits) >= _FEWEST_NATIONAL):
            certainty = Certainty.CONFIRMED if sure else Certainty.CANDIDATE
            return said, certainty if line is Line.PERSON else None
    likely = sure and _FEWEST_NATIONAL <= len(_digits(ways[0])) <= _MOST_DIGITS if ways else False
    return (ways[0], Certainty.CANDIDATE) if likely else ("", None)


def _in_run(text: str, start: int, end: int) -> Iterator[_Place]:
    while (date := _DATE.match(text, start, end)) is not None:
        # A number can follow a date: "13.02.2024 07700 …".
        start = (
            date.end() + len(text[date.end() : end]) - len(text[date.end() : end].lstrip(" -./"))
        )
    said = text[start:end]
    bare = said.isdecimal()
    glued = text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum()
    if len(said) < _FEWEST or (bare and glued) or _CARD.fullmatch(said):
        # Digits in the middle of a code are none.
        return
    found = [*_international(text, start, end)] if "+" in said or "00" in said else []
    if found:
        yield from found
        return
    yield from _labelled(text, start, end)
    if not bare or said[0] == "0":
        yield from _national(text, start, end)


def _beginning(text: str, start: int, least: int) -> int:
    """Return where a run of digits begins with the plus or the bracket in front of it."""
    for sign in ("+", "(", "+ "):
        if start - len(sign) >= least and text.startswith(sign, start - len(sign)):
            return start - len(sign)
    return start


def _likely(said: str) -> bool:
    groups = len(re.findall(r"\d+", said))
    return (
        groups >= 3
        and _FEWEST_NATIONAL <= len(_digits(said)) <= _MOST_DIGITS
        and not _DATE.fullmatch(said)
    )


def find(text: str) -> Iterator[Span]:
    """Yield phone numbers: those of a numbering plan, or called a phone by the note, confirmed."""
    said = plain(text)
    stop = 0
    for run in _RUN.finditer(said):
        first = _beginning(said, run.start(), stop)
        stop = run.end()
        tail = _TAIL.match(said, stop)
        if tail is not None and _likely(said[first:stop]):
            stop = tail.end()
            if not _of_an_authority(said, first, stop):
                yield Span("PHONE_NUMBER", first, stop, Certainty.CANDIDATE)
            continue
        for start, end, certainty in _in_run(said, first, stop):
            if not _of_an_authority(said, start, end):
                yield Span("PHONE_NUMBER", start, end, certainty)


# What stands between a label and its number, as `_BETWEEN` has it: no digit, plus or bracket, a line's
# end at most behind the label, and no point with a space behind it but that of a word cut short.
_OTHER = rf"+(_\n{DIGIT[1:-1]}"
_CUT_SHORT = "t[ée]l(?:[ée]f)?|tfno|mob|cell?|ph|тел|моб|n[or]?|n[uú]m"
_TITLE = rf"[^{_OTHER}A-Za-z.](?:[A-Z]|[DM]rs?|M[se]|Mme|Mlle|[DS]ra?|Prof|Lic)[.]"
_UP_TO = (
    rf"[^0-9A-Za-z](?:[^{_OTHER}]{{0,4}}\n)?(?:[^{_OTHER}.]|[.][^ {_OTHER}]|(?i:{_CUT_SHORT})[.]|{_TITLE})*"
    rf"[.]?[+＋(]?{GAP}?"
)
_SHORT_RUN = "|".join(
    GAP.join(f"{DIGIT}{{{n}}}" for n in groups)
    for groups in ((7,), (3, 4), (4, 3), (2, 3, 2), (2, 2, 2, 2))
)
FAMILY = Family(
    name="phone_numbers",
    kinds=(Kind("PHONE_NUMBER", "phone numbers"),),
    find=find,
    trigger=(
        rf"[+＋]{GAP}?{DIGIT}(?:{GAP}{{0,3}}{DIGIT}){{6}}|(?:^|[^0-9A-Za-z./-]){ZERO}{GAP}?{DIGIT}(?:{GAP}{{0,3}}{DIGIT}){{7}}"
        rf"|{DIGIT}{{3}}{GAP}{{1,2}}{DIGIT}{{3}}{GAP}{DIGIT}{{4}}"
        rf"|{DIGIT}{GAP}{{0,3}}{DIGIT} ?(?i:x|ext|extension|poste|interno|durchwahl)[.]? ?{DIGIT}{{2}}"
        rf"|{DIGIT}[ \t]{{1,3}}[(]?(?i:mobile|fax|office|home|work|cell|tel|portable|bureau|m[óo]vil|casa)"
        rf"|(?:^|[^0-9A-Za-z])(?i:{_NOUNS}|{_VERBS}){_UP_TO}(?:{DIGIT}(?:{GAP}{{0,3}}{DIGIT}){{8}}|{_SHORT_RUN})"
        rf"|(?:^|[^0-9A-Za-z])[TMPtmp]:{GAP}{{0,2}}(?:{DIGIT}(?:{GAP}{{0,3}}{DIGIT}){{8}}|{_SHORT_RUN})"
    ),
    column=r"(^|_)((tele)?phone|tel|mobile|cell|whatsapp|msisdn|telefono|movil|celular|telephone|portable|gsm|telefon(nummer)?|handy(nummer)?|rufnummer|هاتف|الهاتف|جوال|موبايل|رقم_الهاتف)s?(_?(no|nr|num|number|numero))?(_?\d+)?$",
    form=r"\+?(?=(?:\D*\d){7,15}\D*$)[\d ().\-/]+",
)
