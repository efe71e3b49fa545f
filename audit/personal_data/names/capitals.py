"""Names in scripts with capitals: runs of capitalised words, weighed by what stands around them.

Every run is cut at words that no name contains (titles, months, case vocabulary), and what is left is
weighed: for a name speaks what the note says (a title, a relative, "named", a verb of saying, an age), that
its words are in no list, and its shape; against it that it is a place, an institution or a law, or that
"in" or "camp of" goes before. `weigh` returns the reasons, so that a span can be explained.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from audit.personal_data.names.lexicon import Lexicon, Word, of_merged, of_note

ENOUGH = 2.0
"""Weight from which a run is taken for a name."""

SURE = 3.0
"""Weight from which the words of a run count as a name wherever else the note has them."""

MODEL = 1.0
"""Weight of a person seen by spaCy's model."""

_REACH = 56
_OF_CODES = ("<", "@", "_", "\\")
"""What stands after a capital in a passport line, an address or a path."""


def _ranges(characters: Iterator[int]) -> str:
    """Write code points as the inside of a character class."""
    parts: list[list[int]] = []
    for code in characters:
        if parts and code == parts[-1][1] + 1:
            parts[-1][1] = code
        else:
            parts.append([code, code])
    return "".join(f"{chr(a)}-{chr(b)}" if b > a else chr(a) for a, b in parts)


_UPPER = _ranges(
    code
    for block in (range(0x41, 0x590), range(0x10A0, 0x1100), range(0x1E00, 0x2000))
    for code in block
    if code < sys.maxunicode and unicodedata.category(chr(code)) in ("Lu", "Lt")
)
_APOSTROPHE = "'’ʼʻ‘`´"
_WORD = (
    rf"(?:(?:[aAeEuU](?:[dlnrstz]|sh)|[dDlLoOmMnN])[-{_APOSTROPHE}])?"
    rf"[{_UPPER}][^\W\d_]*(?:[-‐‑{_APOSTROPHE}](?![sS]\b)[^\W\d_]+)*"
)
_INITIAL = rf"[{_UPPER}]\.(?=[ \u00a0]?[{_UPPER}])"
_PARTICLE = (
    r"(?:bin|bint|ibn|binti|binte|ben|bent|abu|abd|abdul|umm|al|el|ul|ud|ur|e|da|do|dos|das|del|della|di|van|von|zu|der|den"
    r"|ter|ten|ould|wuld|wold|walad|mint|ag|oglu|oğlu|ogly|uulu|kizi|qizi|kyzy|de|d|la|las|los|le)"
)
_GAP = rf"(?:[ \u00a0]{{1,2}}(?:{_PARTICLE}[ -]){{0,3}}|(?<=\.)(?=[{_UPPER}]))"
_TOKEN = rf"(?:{_INITIAL}|{_WORD})"
RUN = re.compile(rf"(?<![\w@/#.\\<-])(?:bin |bint |ibn |abu )?{_TOKEN}(?:{_GAP}{_TOKEN})*")
_TOKENS = re.compile(_TOKEN)
_LEFT = re.compile(r"([^\W\d_][\w'’-]*)")
_AGE = re.compile(
    r"\s?(?:,|\(|-|–)?\s?(?:aged?|age de|âgée? de|de|of)?\s?\(?\d{1,2}(?!\d|[-/.]\d|\s?(?:january|february|march"
    r"|april|may|june|july|august|september|october|november|december|:|h\b|%|km|eur|usd))\s?(?:\)|years?|yrs?|ans|años|y/o|yo|jahre|months|mois|meses|рок|лет|год|[,;.]|and\b|y\b|et\b|$)",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\s?[,(]?\s?(?:b\.|born|d\.?o\.?b|née?\b|nacid[oa]|geb\b|geboren|нар\.|р\. ?н)", re.IGNORECASE
)
_APPOSED = re.compile(
    r"\s?(?:,|\(|-|–)\s?(?:(?:his|her|their|my|the|an?|sa|son|leur|le|la|l['’]|su|el|un|une|una|sein|ihr|der|die|його|її|его|её)\s?)?"
    r"(?:(?:elder|older|younger|eldest|youngest|late|own|then|only)\s)?([^\W\d_][\w'’-]*)"
)
_NEXT = re.compile(r"\s?,?\s?\(?([^\W\d_][\w'’-]*)")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHE}][sS]?\s+([^\W\d_][\w-]*)?")
_PATRONYMIC = re.compile(
    r"(?:ovych|evych|ivna|yivna|ovich|evich|ovna|evna|ович|евич|івна|ївна|овна|евна|йович|ович[аеуі]|івн[иіу]|овн[ыеу]"
    r"|shvili|dze|yan|enko|енко|чук|ський|ська|ский|ская|ov|ova|ев|ов|єв|ова|ева|єва|zadeh|pour|oglu|oğlu)$",
    re.IGNORECASE,
)
_IN_NAMES = frozenset(
    "bin bint ibn binti binte abu abd abdul umm ould wuld wold walad mint ag oglu oğlu ogly uulu kizi qizi kyzy ul ud".split()
)
_LISTS = re.compile(
    r"(?:\s?[,;/&]\s?|\s?[,;]?\s(?:and|or|y|e|et|ou|und|oder|і|й|та|и)\s)(?:[^\W\d_]\w*\s){0,1}$"
)
_CODE = re.compile(r"[-/ ]?\d|_")
_HOUSE = re.compile(r"(?<![\d/.-])\d{1,4}[a-z]?,?\s$")
_SHIP = re.compile(r"(?:\bM/?[VST]|\bSS|\bHMS|\bHMC)\s$")
_INFLECTED = re.compile(r"(?:ed|ing|ly|tion|ment|ness|ity|ción|ado|ido|mente|ait|é|ée)s?$")
_DATED = re.compile(r"\d(?:st|nd|rd|th|er)?\.?\s(?:of\s|de\s)?$")
_DAY = re.compile(r"[.,]?\s\d{1,4}\b(?!\))")
_THINGS = re.compile(
    rf"[{_APOSTROPHE}]s?\s(?:[{_UPPER}]|(?:disease|syndrome|law|day|hospital|school|college|church|palsy)\b)|\s?&\s|\s(?:lymphoma|disease|syndrome)\b"
)
_SURNAME_FIRST = re.compile(
    rf"(?<![\w,])((?:[{_UPPER}][{_UPPER}{_APOSTROPHE}-]+\s){{0,3}}[{_UPPER}][{_UPPER}{_APOSTROPHE}-]+),\s$"
)
_PARTICLES_FIRST = re.compile(
    r"(?<!\w)((?:de la|de las|de los|del|de|da|dos|van der|van den|van|von|ter|el|al|bin|bint|abu)\s)$"
)
_ACRONYM = re.compile(rf"[{_UPPER}]{{2,5}}s?$")
_CAPS = re.compile(rf"[{_UPPER}]{{2,}}(?:[-{_APOSTROPHE}][{_UPPER}]+)*$")


_PLACED = (
    "a place",
    "a place as well",
    "a town somewhere",
    "in, near, through",
    "a word for a place or a thing",
)
_CUES = (
    "a title",
    "a word of naming",
    "a relative",
    "a role",
    "an age",
    "a birth",
    "a surname in capitals first",
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a note that may be a name, with what speaks for it and against it."""

    start: int
    end: int
    reasons: tuple[tuple[str, float], ...] = ()

    @property
    def weight(self) -> float:
        """All reasons together."""
        return sum(weight for _, weight in self.reasons)

    def has(self, reason: str) -> bool:
        """Tell whether a reason is among them."""
        return any(said == reason for said, _ in self.reasons)


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    kind: Word

    @property
    def initial(self) -> bool:
        """Whether it is a letter with a full stop."""
        return len(self.text) == 2 and self.text[1] == "."


def names(text: str, people: Sequence[tuple[int, int]] = ()) -> Iterator[Run]:
    """Yield the names of a note in scripts with capitals, in order."""
    for run in weigh(text, people):
        if run.weight >= ENOUGH:
            yield run


def weigh(text: str, people: Sequence[tuple[int, int]] = ()) -> list[Run]:
    """Return every run of capitalised words of a note that is not cut away, with its reasons.

    Parameters
    ----------
    people : sequence of (int, int), optional
        Where a model of names sees people.
    """
    latin: Lexicon | None = None
    shouted = _shouted(text)
    weighed: list[Run] = []
    for found in RUN.finditer(text):
        if text[found.end() : found.end() + 1] in _OF_CODES:
            continue
        if "\u0400" <= text[found.end() - 1] <= "\u052f":
            lexicon = of_merged("cyrillic")
        else:
            lexicon = latin = latin or of_note(text)
        for tokens, start in _pieces(text, found, lexicon, shouted=shouted):
            run = _Weighing(text, tokens, start, lexicon, weighed, shouted).run()
            if any(a < run.end and run.start < b for a, b in people):
                run = replace(run, reasons=(*run.reasons, ("a model of names", MODEL)))
            weighed.append(run)
    return _apart(_whole(text, run) for run in _again(text, weighed))


def _shouted(text: str) -> bool:
    """Tell whether a note is written in capitals throughout."""
    upper = sum(map(str.isupper, text))
    return upper > 12 and upper > 2 * sum(map(str.islower, text))


# ---------------------------------------------------------------------------------------------
# Where a run is cut


def _pieces(
    text: str, found: re.Match[str], lexicon: Lexicon, *, shouted: bool
) -> Iterator[tuple[list[_Token], int]]:
    """Cut a run at words that no name contains, and drop what is an institution, a law or a place.

    Yields the tokens of each piece and where the piece began before it was trimmed.
    """
    tokens = [
        _Token(t.start(), t.end(), t[0], Word.UNKNOWN if t[0][1:] == "." else lexicon.word(t[0]))
        for t in _TOKENS.finditer(text, found.start(), found.end())
    ]
    code = _CODE.match(text, found.end())
    if code and (
        not code[0].startswith(" ") or (tokens[-1].text.isupper() and len(tokens[-1].text) < 4)
    ):
        del tokens[-1]  # "IBAN DE62", "HTL-88", "HWE 12"
    tokens = _phrases_of_places(text, tokens, lexicon)
    piece: list[_Token] = []
    for position, token in enumerate(tokens):
        if _cuts(position, tokens, lexicon, shouted=shouted):
            yield from _kept(piece, lexicon)
            piece = []
        else:
            piece.append(token)
    yield from _kept(piece, lexicon)


def _phrases_of_places(text: str, tokens: list[_Token], lexicon: Lexicon) -> list[_Token]:
    """Join the words of places that have several: "Cox's Bazar", "Port Sudan"."""
    joined: list[_Token] = []
    position = 0
    while position < len(tokens):
        for last in range(min(position + 3, len(tokens) - 1), position, -1):
            start, end = tokens[position].start, tokens[last].end
            if lexicon.is_place(text[start:end]):
                joined.append(_Token(start, end, text[start:end], Word.PLACE))
                position = last + 1
                break
        else:
            joined.append(tokens[position])
            position += 1
    return joined


def _cuts(position: int, tokens: list[_Token], lexicon: Lexicon, *, shouted: bool) -> bool:
    token = tokens[position]
    before = tokens[position - 1].kind if position else None
    if token.kind is Word.NEVER:
        # "Mahnaz Tajik": what a people is called is a family's name after a name.
        acronym = token.text.isupper() and token.text.lower() in lexicon.language.acronyms
        return acronym or before not in (Word.UNKNOWN, Word.TITLE)
    if token.kind is Word.FUNCTION:
        # "Nguyen Van An", "DE LA CRUZ": inside a run a small word can be a name.
        named = any(other.kind is Word.UNKNOWN for other in tokens[:position])
        return shouted or not named or before in (Word.TITLE, Word.CASE_WORD)
    if shouted and token.kind is Word.ORDINARY:
        return True
    return token.kind in (Word.TITLE, Word.CASE_WORD)


def _kept(piece: list[_Token], lexicon: Lexicon) -> Iterator[tuple[list[_Token], int]]:
    if not piece or any(token.kind is Word.ORGANISATION for token in piece):
        return
    begun = piece[0].start
    while len(piece) > 1 and _opening(piece[0], lexicon):
        piece = piece[1:]
    while len(piece) > 1 and (
        piece[-1].kind is Word.FUNCTION or (len(piece) > 2 and _opening(piece[-1], lexicon))
    ):
        piece = piece[:-1]
    yield piece, begun


def _opening(token: _Token, lexicon: Lexicon) -> bool:
    """Tell whether a word rather opens a sentence than stands in the name beside it."""
    if token.kind is not Word.ORDINARY:
        return False
    small = token.text.lower()
    words = lexicon.language
    if small in words.says or small in words.meets or small in words.by_person:
        return True
    return small in words.place_words or _INFLECTED.search(small) is not None


# ---------------------------------------------------------------------------------------------
# What speaks for a name


class _Weighing:
    """Collects the reasons for and against one run."""

    def __init__(
        self,
        text: str,
        tokens: list[_Token],
        begun: int,
        lexicon: Lexicon,
        before: list[Run],
        shouted: bool,
    ) -> None:
        self.text, self.tokens, self.lexicon, self.shouted = text, tokens, lexicon, shouted
        self.words = lexicon.language
        self.start, self.end = tokens[0].start, tokens[-1].end
        self.previous = before[-1] if before else None
        self.left = text[max(0, self.start - _REACH) : self.start]
        particles = _PARTICLES_FIRST.search(self.left)
        if particles and self._titled(particles.start()):
            self.left = self.left[: particles.start()]
        # `_REACH` may cut the first word; what is left of it is in no list.
        said = [(m[1].lower(), m.end()) for m in _LEFT.finditer(self.left)]
        self.said = [word for word, _ in said][-4:]
        self.tail = self.left[said[-1][1] :] if said else self.left
        if self.said and "\u0600" <= self.said[-1][0] <= "\u06ff":
            self.words = of_merged("arabic").language
        self.places = self.words.place_words | of_merged("latin").language.place_words
        self.last_is_m = self.left.endswith("M. ")
        trimmed = text[max(0, begun - _REACH) : begun].split() if begun < self.start else []
        self.before_trimmed = trimmed[-1].lower() if trimmed else ""
        self.reasons: list[tuple[str, float]] = []

    def _titled(self, at: int) -> bool:
        before = self.left[:at].lower().split()
        last = before[-1].rstrip(".") if before else ""
        return last in self.lexicon.titles or last == "m" or last in of_merged("arabic").titles

    def run(self) -> Run:
        self._shape()
        self._before()
        self._after()
        self._strong()
        self._neighbour()
        return Run(self.start, self.end, tuple(self.reasons))

    def _add(self, reason: str, weight: float) -> None:
        self.reasons.append((reason, weight))

    # -- the words themselves

    def _shape(self) -> None:
        kinds = [token.kind for token in self.tokens]
        unknown = sum(
            token.kind in (Word.UNKNOWN, Word.FUNCTION, Word.NEVER) and not token.initial
            for token in self.tokens
        )
        if unknown and any(token.initial for token in self.tokens):
            unknown += 1
        also = kinds.count(Word.ALSO_NAME)
        if unknown >= 2 or (unknown and (also or Word.ORDINARY in kinds or Word.PLACE in kinds)):
            self._add("several words that are in no list", 2.0 if self._german else 3.0)
        elif unknown:
            self._add("a word that is in no list", 0.0 if self._german else 1.5)
        elif also >= 2:
            self._add("words that people are called as well", 1.5)
        if all(kind is Word.PLACE for kind in kinds):
            self._add("a place", -3.0 if len(kinds) == 1 else -1.0)
        if not unknown and not also and Word.PLACE not in kinds:
            self._add("ordinary words", -1.0)
        if len(kinds) == 1 and also and self.lexicon.is_place(self.tokens[0].text):
            self._add("a place as well", -1.0)
        if len(kinds) == 1 and unknown and self.lexicon.may_be_place(self.tokens[0].text):
            self._add("a town somewhere", -1.0)
        text = self.text[self.start : self.end].lower().replace("-", " ").split()
        if any(word in _IN_NAMES for word in text[(len(text) == 1) :]):
            self._add("a particle of names", 2.0)
        if len(kinds) > 1 and _PATRONYMIC.search(self.tokens[-1].text):
            self._add("an ending of family names", 0.5)
        self._capitals()

    def _capitals(self) -> None:
        token = self.tokens[0]
        short = all(_ACRONYM.match(t.text) and len(t.text) < 4 for t in self.tokens)
        if short and not self.shouted and len(self.tokens) == 2 and not self._a_line:
            self._add("acronyms", -3.0)
        if self.tokens[0].text in ("St", "St."):
            self._add("a saint", -4.0)
        if len(self.tokens) == 1 and _ACRONYM.match(token.text) and not self.shouted:
            self._add("an acronym", -2.5)
        if len(self.tokens) == 1 and len(token.text) < 3:
            self._add("too short", -1.5)
        if self._opens and len(self.tokens) == 1 and not self._german:
            self._add("opens a sentence", -0.5 if self.lexicon.long_list else -1.0)
        elif not self._opens:
            self._add("a capital inside a sentence", 0.0 if self._german else 0.5)

    @property
    def _a_line(self) -> bool:
        """Whether it stands alone on a line, as under a letter."""
        return (self.start == 0 or self.text[self.start - 1] == "\n") and self.text[
            self.end : self.end + 1
        ] in ("", "\n")

    @property
    def _german(self) -> bool:
        return self.words.nouns_have_capitals

    @property
    def _opens(self) -> bool:
        """Whether it opens a sentence, a line or a quotation."""
        if self.said and self.tail in (".", ". ") and self.said[-1] in self.lexicon.titles:
            return False
        return not self.said or any(c in '.!?:;\n•*|"“«¿¡' for c in self.tail)

    def _strong(self) -> None:
        """What the note says of a person outweighs that the word is a place as well."""
        cued = any(weight >= 2.5 for reason, weight in self.reasons if reason in _CUES)
        if cued and len(self.tokens) == 1 and ("a place", -3.0) in self.reasons:
            self._add("announced like a person", 1.5)

    # -- what goes before

    def _before(self) -> None:
        if self._surname_first:
            self._add("a surname in capitals first", 3.0)
        if not self.said:
            return
        last, words = self.said[-1], self.words
        near = self.tail.strip() in ("", ":", ",", "(", "'", '"', "“", "«", ".", "-", "–", ': "')
        titled = last in self.lexicon.titles or last in words.titles or self.last_is_m
        if titled and self.tail.strip() in ("", "."):
            self._add("a title", 4.0)
        elif not near or self.tail.strip() == ".":
            return
        elif last in words.naming:
            self._add("a word of naming", 4.0)
        elif last in words.kin and self.tail.strip() != "-":
            self._add("a relative", 3.0)
        elif last in words.roles:
            self._add("a role", 3.0 if ":" in self.tail or not self._ordinary else 0.0)
        elif last in words.meets and not self.tail.strip():
            self._add("a verb that people are the object of", 1.5)
        if _HOUSE.search(self.left):
            self._add("a house number", -3.5)
        if self.tail.strip() == "&":
            self._add("part of a longer term", -3.0)
        if _SHIP.search(self.left):
            self._add("a ship", -5.0)
        self._announced(last)
        self._place(last)

    @property
    def _moves(self) -> bool:
        return any(word in self.words.moves for word in self.said[-3:-1])

    @property
    def _surname_first(self) -> bool:
        first = _SURNAME_FIRST.search(self.left)
        if first is None or _CAPS.match(self.tokens[0].text):
            return False
        kinds = [self.lexicon.word(word.capitalize()) for word in first[1].split()]
        return all(k not in (Word.ORGANISATION, Word.CASE_WORD, Word.FUNCTION) for k in kinds)

    @property
    def _ordinary(self) -> bool:
        return all(token.kind is Word.ORDINARY for token in self.tokens)

    def _announced(self, last: str) -> None:
        """Weigh "spoke to", "brother of", "married with"."""
        if last not in self.words.by or self.tail.strip():
            return
        moves = last in self.words.place_before and self._moves
        if not moves and any(word in self.words.by_person for word in self.said[-4:-1]):
            self._add("a preposition of persons", 2.0)
        elif last in ("by", "par", "por", "von"):
            self._add("a preposition of persons", 1.0)

    def _place(self, last: str) -> None:
        words = self.words
        of = last in ("of", "de", "du", "del", "d") and len(self.said) > 1
        if self.tail.strip() not in ("", "'", '"', "“", "«"):
            return
        if last in self.places or (of and self.said[-2] in self.places):
            self._add("a word for a place or a thing", -4.0)
        elif last in words.strict_place_before or self.before_trimmed in words.strict_place_before:
            self._add("in, near, through", -3.0)
        elif of and self.said[-2] in words.moves:
            self._add("from, to, at", -3.0)
        elif (
            last == "of"
            and len(self.tokens) == 1
            and ("a preposition of persons", 2.0) not in self.reasons
        ):
            self._add("of", -1.0)
        elif (last in words.place_before or self.before_trimmed in words.place_before) and (
            "a preposition of persons",
            2.0,
        ) not in self.reasons:
            self._add("from, to, at", -2.5 if self._moves else -2.0)
        elif last in ("the", "le", "les", "el", "los", "las", "das") or (
            last in ("la", "l") and not self._german
        ):
            self._add("an article", -2.5)

    # -- what comes after

    def _after(self) -> None:
        right = self.text[self.end : self.end + _REACH]
        words = self.words
        dated = _DATED.search(self.left) or _DAY.match(right)
        if dated and len(self.tokens) == 1 and self.tokens[0].kind is Word.ALSO_NAME:
            self._add("a date", -5.0)
        if _THINGS.match(right):
            self._add("part of a longer term", -4.0)
        elif possessive := _POSSESSIVE.match(right):
            follows = (possessive[1] or "").lower()
            told = follows in words.kin or follows in words.by_person
            self._add("a possessive", 2.5 if told else 1.0 if follows else 0.0)
            return
        if _AGE.match(right):
            self._add("an age", 2.5)
        elif _BORN.match(right):
            self._add("a birth", 2.5)
        elif (apposed := _APPOSED.match(right)) and (
            apposed[1].lower() in words.kin or apposed[1].lower() in words.roles
        ):
            self._add("a relative or a role in apposition", 2.5)
        elif (follows := _NEXT.match(right)) and "(" not in follows[0]:
            self._followed(follows[1], comma="," in follows[0])

    def _followed(self, word: str, *, comma: bool) -> None:
        small = word.lower()
        if small in self.words.says and word[0].islower():
            self._add("what a person does", 1.5 if comma else 2.0)
        elif small in self.places and word[0].islower() and not comma:
            self._add("a word for a place or a thing", -4.0)
        elif comma and self.lexicon.word(word) is Word.PLACE and len(self.tokens) == 1:
            self._add("a country after a comma", -1.5)

    # -- beside another

    def _neighbour(self) -> None:
        """A run in a list with another is what the other is."""
        other = self.previous
        if other is None or not 0 < self.start - other.end < 24:
            return
        between = self.text[other.end : self.start]
        if not _LISTS.fullmatch(re.sub(r"\(?\b\d{1,2}\b\)?", "", between)):
            return
        if other.weight >= ENOUGH:
            self._add("in a list with a name", 2.0)
        elif any(reason in _PLACED for reason, _ in other.reasons):
            self._add("in a list with a place", -2.0)


# ---------------------------------------------------------------------------------------------
# A note as a whole


def _again(text: str, runs: list[Run]) -> list[Run]:
    """Add that a run, or a part of it, is a name elsewhere in the same note; or a place."""
    named = {
        word
        for run in runs
        if run.weight >= SURE
        for word in text[run.start : run.end].lower().split()
        if len(word) > 2
    }
    placed = {
        text[run.start : run.end]
        for run in runs
        if run.weight < ENOUGH and any(reason in _PLACED for reason, _ in run.reasons)
    }
    return [_weighed_again(text, run, named, placed) for run in runs]


def _weighed_again(text: str, run: Run, named: set[str], placed: set[str]) -> Run:
    said = text[run.start : run.end]
    if run.weight < ENOUGH and all(word in named for word in said.lower().split()):
        return replace(run, reasons=(*run.reasons, ("a name elsewhere in the note", 4.0)))
    if ENOUGH <= run.weight < SURE and said in placed:
        return replace(run, reasons=(*run.reasons, ("a place elsewhere in the note", -2.0)))
    return run


def _whole(text: str, run: Run) -> Run:
    """Take in what belongs to a name and the run leaves out: "KARIMI, Abdul", "Dr de la Cruz"."""
    if run.weight < ENOUGH:
        return run
    left = text[max(0, run.start - _REACH) : run.start]
    first: re.Match[str] | None = None
    if run.has("a surname in capitals first"):
        first = _SURNAME_FIRST.search(left)
    elif run.has("a title"):
        first = _PARTICLES_FIRST.search(left)
    return replace(run, start=run.start - len(left) + first.start(1)) if first else run


def _apart(runs: Iterable[Run]) -> list[Run]:
    """Drop a run that the next one has taken in."""
    apart: list[Run] = []
    for run in runs:
        while apart and apart[-1].end > run.start:
            apart.pop()
        apart.append(run)
    return apart
