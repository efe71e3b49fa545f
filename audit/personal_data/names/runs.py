"""Runs of capitalised words, cut at words that no name contains."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from audit.personal_data.names.lexicon import Lexicon, Word


@dataclass(frozen=True, slots=True)
class Token:
    """One capitalised word, or several that are one place."""

    start: int
    end: int
    text: str
    kind: Word

    @property
    def initial(self) -> bool:
        """Whether it is a letter with a full stop."""
        return len(self.text) == 2 and self.text[1] == "."


@dataclass(frozen=True, slots=True)
class Piece:
    """What is left of a run after cutting.

    Attributes
    ----------
    begun : int
        Where it began before words that open a sentence were taken off.
    """

    tokens: list[Token]
    begun: int

    @property
    def institution(self) -> bool:
        """Whether its last word is an institution's as often as a family's: "Lucy Chambers"."""
        return self.tokens[-1].kind is Word.ORGANISATION


# ---------------------------------------------------------------------------------------------
# Patterns


def _ranges(characters: Iterable[int]) -> str:
    """Write code points as the inside of a character class."""
    parts: list[list[int]] = []
    for code in characters:
        if parts and code == parts[-1][1] + 1:
            parts[-1][1] = code
        else:
            parts.append([code, code])
    return "".join(f"{chr(a)}-{chr(b)}" if b > a else chr(a) for a, b in parts)


UPPER = _ranges(
    code
    for block in (range(0x41, 0x590), range(0x1E00, 0x2000))
    for code in block
    if unicodedata.category(chr(code)) in ("Lu", "Lt")
)
"""Capitals of the Latin, Greek, Cyrillic and Armenian alphabets, for a character class."""

APOSTROPHE = "'’ʼʻ‘`´"
PARTICLE_WORDS = frozenset(
    ("bin", "bint", "ibn", "binti", "binte", "ben", "bent", "abu", "abd", "abdul", "umm", "al", "el", "ul", "ud",
     "ur", "e", "da", "do", "dos", "das", "del", "della", "di", "van", "von", "zu", "der", "den", "ter", "ten",
     "ould", "wuld", "wold", "walad", "mint", "ag", "oglu", "oğlu", "ogly", "uulu", "kizi", "qizi", "kyzy", "de",
     "d", "la", "las", "los", "le")
)  # fmt: skip
"""Small words that stand between the words of a name."""
_PARTICLE = rf"(?:{'|'.join(sorted(PARTICLE_WORDS, key=lambda word: (-len(word), word)))})"
_INITIAL = rf"[{UPPER}]\.(?=[ \u00a0]?(?:{_PARTICLE}[ -]){{0,3}}[{UPPER}])"


def _token(letter: str) -> str:
    """Return the pattern of a capitalised word or an initial, in the letters of one alphabet."""
    prefix = rf"(?:(?:[aAeEuU](?:[dlnrstz]|sh)|[dDlLoOmMnN])[-{APOSTROPHE}])?"
    joined = rf"(?:[-‐‑{APOSTROPHE}](?![sS]\b){letter}+)*"
    return rf"(?:{_INITIAL}|{prefix}(?={letter})[{UPPER}]{letter}*{joined})"


def _run(letter: str) -> str:
    gap = rf"(?:[ \u00a0]{{1,2}}(?:{_PARTICLE}[ -]){{0,3}}|(?<=\.)(?=[{UPPER}]))"
    return rf"(?:bin |bint |ibn |abu )?{_token(letter)}(?:{gap}{_token(letter)})*"


_LATIN, _OTHER = r"[^\W\d_\u0370-\u058f]", r"[\u0370-\u058f]"
RUN = re.compile(
    rf"(?=[{UPPER}]|[a-z]{{1,4}}[ '’-])(?<![^\W\u0600-\u06ff])(?<![@#.\\<°-])(?<![\W\d_]/)(?<!\d[\"”'])(?:{_run(_LATIN)}|{_run(_OTHER)})"
)
"""Capitalised words of one alphabet, one after the other, with particles between."""
_TOKENS = re.compile(rf"{_token(_LATIN)}|{_token(_OTHER)}")

_INSIDE = re.compile(r"[^\W_](?:[,;]? ?|\.?: )$")
_OF = re.compile(r" (?:de|d|del|du|da|do|of|di|von|aus)\b")
_CODE = re.compile(r"[-/ ]?\d|_")
_INFLECTED = re.compile(r"(?:ed|ing|ly|tion|ment|ness|ity|ción|ado|ido|mente|ait|é|ée)s?$")
# Names of families that are small words of English, French or Spanish.
_FAMILIES = frozenset(
    ("Do", "Le", "U", "Su", "Ma", "An", "Saw", "Ho", "To", "Ko", "Mi", "Nu", "Si")
)
_LAST = frozenset(("Be", "Ha", "Me", "Than", "Tu", "Son", "Hay"))
"""Small words that are the last of a name of several."""
_ENDED = re.compile(r"[,.;)\n]|$")
_MONTHS = frozenset(
    ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "march",
     "april", "may", "june", "july", "august", "janvier", "mars", "avril", "mai", "juin", "juillet", "enero",
     "marzo", "abril", "mayo", "junio", "julio", "agosto")
)  # fmt: skip
TIME = re.compile(
    r"(?:\d(?:st|nd|rd|th|er)?\.?|[./]|\b(?:in|of|since|by|until|till|from|last|next|this|early|mid|late|before|after|during"
    r"|de|del|en|le|du|desde|depuis|hasta|avant|après|and|or|y|et|ou|to|im|am|und)) ?\Z",
    re.IGNORECASE,
)
"""What makes a month a time."""
_NUMBER_BEFORE = re.compile(r"\d(?:st|nd|rd|th|er)?\.? \Z")
_KEPT = (Word.UNKNOWN, Word.ALSO_NAME, Word.PLACE, Word.ORGANISATION)
_SHORT_CODE = 4
_MOST_OF_A_PLACE = 4


# ---------------------------------------------------------------------------------------------
# Cutting


def pieces(text: str, found: re.Match[str], lexicon: Lexicon, *, shouted: bool) -> Iterator[Piece]:
    """Yield what is left of a run that may be a name.

    Parameters
    ----------
    found : re.Match
        Of `RUN`.
    shouted : bool
        Whether the note is written in capitals throughout.
    """
    tokens = _tokens(text, found, lexicon)
    inside = _INSIDE.search(text, max(0, found.start() - 4), found.start()) is not None
    piece: list[Token] = []
    for position, token in enumerate(tokens):
        family = position == 0 and _is_family(tokens, inside=inside, shouted=shouted)
        if not family and _cuts(position, tokens, lexicon, shouted=shouted, inside=inside):
            yield from _kept(piece, lexicon, inside=inside)
            piece = []
        elif _after_capitals(piece, token):
            yield from _kept(piece, lexicon, inside=inside)
            piece = [token]
        elif piece and token.kind is Word.PLACE and _OF.search(text, piece[-1].end, token.start):
            yield from _kept(piece, lexicon, inside=inside)  # "Refugio de Madrid"
            piece = []
        else:
            piece.append(token)
    # No sentence ends after its first word: "met William May."
    ends = not shouted and _ENDED.match(text, found.end()) is not None
    yield from _kept(piece, lexicon, inside=inside, ends=ends)


def _tokens(text: str, found: re.Match[str], lexicon: Lexicon) -> list[Token]:
    said = found[0]
    if " " not in said and "." not in said and "\u00a0" not in said:
        tokens = [Token(found.start(), found.end(), said, lexicon.word(said))]
    else:
        tokens = [
            Token(t.start(), t.end(), t[0], Word.UNKNOWN if t[0][1:] == "." else lexicon.word(t[0]))
            for t in _TOKENS.finditer(text, found.start(), found.end())
        ]
    if code := _CODE.match(text, found.end()):
        last = tokens[-1].text
        # "IBAN DE62", "HTL-88", "HWE 12"; but "Ahmed 3".
        if code[0][0] != " " or (last.isupper() and len(last) < _SHORT_CODE):
            del tokens[-1]
    if len(tokens) < 2:
        return tokens
    # "NGO VAN BAO" is a family's name, "NGO" alone is none.
    tokens = _with_months(text, tokens)
    named = any(token.kind is Word.UNKNOWN for token in tokens)
    return _with_places(
        text,
        [replace(t, kind=Word.UNKNOWN) if named and t.text == "NGO" else t for t in tokens],
        lexicon,
    )


def _with_months(text: str, tokens: list[Token]) -> list[Token]:
    """Take a month for a name before a word of names, unless it is told as a time: "Ms May Thazin"."""
    first, second = tokens[:2]
    if (
        first.text.lower() not in _MONTHS
        or not first.text.istitle()
        or second.kind is not Word.UNKNOWN
        or second.initial
    ):
        return tokens
    if _NUMBER_BEFORE.search(text, max(0, first.start - 6), first.start):
        return tokens[1:]
    if TIME.search(text, max(0, first.start - 12), first.start):
        return tokens
    return [replace(first, kind=Word.ALSO_NAME), *tokens[1:]]


def _with_places(text: str, tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Join the words of places that have several: "Port Sudan"."""
    joined: list[Token] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        for last in range(min(position + _MOST_OF_A_PLACE, len(tokens)) - 1, position, -1):
            phrase = text[token.start : tokens[last].end]
            if lexicon.is_place(phrase):
                token = Token(token.start, tokens[last].end, phrase, Word.PLACE)
                position = last
                break
        joined.append(token)
        position += 1
    return joined


def _after_capitals(piece: list[Token], token: Token) -> bool:
    """Tell whether a name has ended with its surname in capitals: "Susan MITCHELL Legal basis"."""
    return (
        len(piece) > 1
        and piece[-1].text.isupper()
        and len(piece[-1].text) > 2
        and not piece[0].text.isupper()
        and not token.text.isupper()
    )


def _is_family(tokens: list[Token], *, inside: bool, shouted: bool) -> bool:
    """Tell whether a small word that opens a run is a family's name: "Do Thi Hoa", "Le Quang Minh"."""
    first = tokens[0]
    following = [Word.UNKNOWN if t.text == first.text else t.kind for t in tokens[1:3]]
    if first.kind is not Word.FUNCTION or shouted or following[:1] != [Word.UNKNOWN]:
        return False
    return inside or (first.text.capitalize() in _FAMILIES and following == [Word.UNKNOWN] * 2)


def _cuts(
    position: int, tokens: list[Token], lexicon: Lexicon, *, shouted: bool, inside: bool
) -> bool:
    token = tokens[position]
    if token.kind in _KEPT:
        return False
    before = tokens[position - 1].kind if position else None
    if not shouted and not position and _is_also_family(tokens, lexicon):
        return False
    if not shouted and _is_small_name(position, tokens, lexicon, inside=inside):
        return False
    if token.kind is Word.NEVER:
        # "Mahnaz Tajik": what a people is called is a family's name after a name.
        return before not in (Word.UNKNOWN, Word.TITLE) or lexicon.is_acronym(token.text)
    if not shouted and _is_short_name(position, tokens):
        return False
    if token.kind is Word.FUNCTION:
        # "Nguyen Van An", "DE LA CRUZ": inside a run a small word can be a name.
        named = any(t.kind in (Word.UNKNOWN, Word.ALSO_NAME) for t in tokens[:position])
        follows = tokens[position + 1].kind if position + 1 < len(tokens) else None
        titled = before is Word.TITLE and follows is Word.UNKNOWN
        twice = position == 1 and token.text == tokens[0].text
        return shouted or not (named or titled or twice) or before is Word.CASE_WORD
    if token.kind is Word.ORDINARY:
        return shouted
    return token.kind in (Word.TITLE, Word.CASE_WORD)


def _is_also_family(tokens: list[Token], lexicon: Lexicon) -> bool:
    """Tell whether what opens a run is a people, and here a family: "SORANI Perwin", "Mac Tan Kien"."""
    first, following = tokens[0], tokens[1:3]
    if first.kind not in (Word.NEVER, Word.FUNCTION) or not following:
        return False
    if any(t.kind is not Word.UNKNOWN or t.initial for t in following):
        return False
    upper = first.text.isupper()
    if upper and len(first.text) > 1 and not following[0].text.isupper():
        return first.kind is Word.NEVER and not lexicon.is_acronym(first.text)
    return (
        len(following) == 2
        and len(first.text) <= _SHORT_CODE
        and (first.kind is Word.NEVER or upper)
        and upper is following[0].text.isupper()
    )


def _is_small_name(position: int, tokens: list[Token], lexicon: Lexicon, *, inside: bool) -> bool:
    """Tell whether a short ordinary word opens or ends a name of several: "Toe Tint Shin", "Sabai Nyein Toe"."""
    token, words, last = tokens[position], lexicon.language, len(tokens) - 1
    small = token.text.lower()
    if not position and not inside:
        return False
    if position not in (0, last) or last < 2 or not 1 < len(small) < _SHORT_CODE:
        return False
    if token.kind not in (Word.CASE_WORD, Word.ORDINARY) and (
        not position or token.kind is not Word.FUNCTION
    ):
        return False
    if any(small in each for each in (words.kin, words.roles, words.naming, words.titles)):
        return False
    beside = tokens[position - 2 : position] if position else tokens[1:3]
    return all(
        t.kind is Word.UNKNOWN and not t.initial and t.text.isupper() is token.text.isupper()
        for t in beside
    )


def _is_short_name(position: int, tokens: list[Token]) -> bool:
    """Tell whether a small word stands between words of names: "Phan My Diem"."""
    token = tokens[position]
    if not 0 < position < len(tokens) - 1 or not 1 < len(token.text) < _SHORT_CODE:
        return False
    beside = (tokens[position - 1], tokens[position + 1])
    return all(t.kind is Word.UNKNOWN and t.text.isupper() is token.text.isupper() for t in beside)


def _kept(
    piece: list[Token], lexicon: Lexicon, *, inside: bool, ends: bool = False
) -> Iterator[Piece]:
    """Yield a piece without the words that open or follow it, unless it is an institution."""
    if not piece or (_is_institution(piece) and not _may_be_family(piece, lexicon)):
        return
    begun, last = piece[0].start, piece[-1]
    while len(piece) > 1 and _opens(piece[0], lexicon):
        first = piece[0].text
        if inside and (len(first) <= _SHORT_CODE or first.lower() in lexicon.language.openers):
            break
        piece = piece[1:]
    while len(piece) > 1 and _follows(piece, lexicon) and not (ends and piece[-1] is last):
        piece = piece[:-1]
    yield Piece(piece, begun)


def _is_institution(piece: list[Token]) -> bool:
    return any(token.kind is Word.ORGANISATION for token in piece)


def _may_be_family(piece: list[Token], lexicon: Lexicon) -> bool:
    *others, last = piece
    named = all(token.kind in (Word.UNKNOWN, Word.ALSO_NAME) for token in others)
    return 1 <= len(others) <= 2 and named and last.text.lower() in lexicon.language.families


def _follows(piece: list[Token], lexicon: Lexicon) -> bool:
    """Tell whether the last word of a piece is rather the next sentence's first."""
    last = piece[-1]
    small = last.kind is Word.FUNCTION and last.text.capitalize() not in _FAMILIES | _LAST
    return small or (len(piece) > 2 and len(last.text) > 2 and _opens(last, lexicon))


def _opens(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word rather opens a sentence than stands in the name beside it."""
    if token.kind is not Word.ORDINARY or (token.text.isupper() and len(token.text) > 1):
        return False
    small, words = token.text.lower(), lexicon.language
    if small in words.says or small in words.meets or small in words.by_person:
        return True
    return (
        small in words.place_words or small in words.openers or _INFLECTED.search(small) is not None
    )
