"""Why a run of capitalised words is taken for a name, or is not: each reason with its weight."""

from __future__ import annotations

import re
from functools import cache

from audit.personal_data.names import layout
from audit.personal_data.names.languages import Language, languages
from audit.personal_data.names.lexicon import Lexicon, Word, of_merged
from audit.personal_data.names.reasons import ENOUGH, PLACED, Reason, Run
from audit.personal_data.names.runs import APOSTROPHE, TIME, UPPER, Piece, Token

_CUES = frozenset(
    (
        Reason.TITLE,
        Reason.NAMING,
        Reason.RELATIVE,
        Reason.ROLE,
        Reason.AGE,
        Reason.BIRTH,
        Reason.SURNAME_FIRST,
    )
)


# ---------------------------------------------------------------------------------------------
# Patterns of what stands around


def _any(field: str) -> str:
    """Return the words of every language with capitals as alternatives, the longest first."""
    words = {w for language in languages() for w in getattr(language, field)}
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


_REACH = layout.REACH
_WORD_BEFORE = re.compile(r"[^\W\d_][\w'’-]*")
_QUIET = frozenset(("", ":", ",", "(", "'", '"', "“", "«", "-", "–", ': "'))
_OPENING = frozenset('.!?:;\n•*|"“«¿¡0123456789')
_MONTH_OR_UNIT = r"\d|[-/.]\d|\s?(?:%s|:|h\b|%%|km|eur|usd)"
_AGE = re.compile(
    rf"\s?[,(–-]?\s?(?:{_any('age_before')})?\s?\(?\d{{1,2}}(?!{_MONTH_OR_UNIT % _any('months')})"
    rf"\s?(?:\)|(?:{_any('age_after')})\b|[,;.]|(?:{_any('conjunctions')})\b|$)",
    re.IGNORECASE,
)
_BORN = re.compile(rf"\s?[,(]?\s?(?:{_any('born')})(?!\w)", re.IGNORECASE)
_APPOSED = re.compile(
    rf"\s?[,(–-]\s?(?:(?:{_any('determiners')})\s|l['’])?(?:(?:{_any('elder')})\s)?([^\W\d_][\w'’-]*)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s?(,?)\s?([^\W\d_][\w'’-]*)")
_POSSESSIVE = re.compile(rf"[{APOSTROPHE}][sS]?\s+([^\W\d_][\w-]*)?")
_ELIDED = ("ال", "l'", "l’", "d'", "d’")
_BEFORE_TITLE = re.compile(r"([^\W\d_][\w'’-]*) [^\W\d_]+\.? \Z")
_LAST_WORD = re.compile(rf"([{UPPER}][^\W\d_]+) \Z")
_THINGS = re.compile(
    rf"[{APOSTROPHE}]s?\s(?:[{UPPER}]|(?:disease|syndrome|law|day|hospital|school|college|church|palsy)\b)"
    r"|\s?&\s|\s(?:lymphoma|disease|syndrome)\b"
)
_SAVE_THE = re.compile(rf"\sthe\s[{UPPER}]")
LIST = re.compile(
    rf"(?:\s?[,;/&]\s?|\s[-–→>]\s|, then\s|\s?[,;]?\s(?:{_any('conjunctions')})\s)(?:[^\W\d_]\w*\s)?$"
)
"""What stands between two of a list."""
_NUMBERED = re.compile(r"[,;]?\s(?:\(?\d{1,2}|[a-h])[.)]\s")
_AGE_BETWEEN = re.compile(r"\(?\b\d{1,2}\b\)?")
_FAMILY_ENDING = re.compile(
    r"(?:ov[yi]ch|ev[yi]ch|y?ivna|[oe]vna|йович|[ое]вич[аеуі]?|ї?івн[аиіу]|[ое]вн[аыеу]|shvili|dze|yan|enko|енко|чук"
    r"|ськ(?:ий|а)|ск(?:ий|ая)|ova?|[ое]ва?|єва?|zadeh|pour|o[gğ]lu)$",
    re.IGNORECASE,
)
_IN_NAMES = frozenset(
    ("bin", "bint", "ibn", "binti", "binte", "abu", "abd", "abdul", "umm", "ould", "wuld", "wold", "walad", "mint", "ag",
     "oglu", "oğlu", "ogly", "uulu", "kizi", "qizi", "kyzy", "ul", "ud")
)  # fmt: skip
_SHIP = re.compile(r"(?:\bM/?[VSTY]|\b[SR]V|\bF/?V|\bSS|\bHMS|\bHMC|\bRH?IB)\s$")
_DATED = re.compile(r"\d(?:st|nd|rd|th|er)?\.?\s(?:of\s|de\s)?$")
_DAY = re.compile(r"[.,]?\s\d{1,4}\b(?!\))")
_CAPITALS = rf"[{UPPER}][{UPPER}{APOSTROPHE}-]+"
SURNAME_FIRST = re.compile(rf"(?<![\w,])((?:{_CAPITALS} ){{0,3}}{_CAPITALS}), $")
"""A surname in capitals before given names."""
PARTICLES = re.compile(
    r"(?<!\w)((?:de la|de las|de los|del|de|da|dos|van der|van den|van|von|ter|el|al|bin|bint|abu)\s)$"
)
"""Small words that open a surname after a title."""
_ACRONYM = re.compile(rf"[{UPPER}]{{2,5}}s?$")
_SPOKEN = re.compile(r"[AEIOUY][^AEIOUY]{1,2}[AEIOUY]")
_NUMERAL = re.compile(r"(?:II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI|XXIII)$")
_SAINTS = frozenset(("St", "Saint", "Sainte", "Santa", "San"))
_CAPS = re.compile(rf"[{UPPER}]{{2,}}(?:[-{APOSTROPHE}][{UPPER}]+)*$")
_SALUTED = re.compile(r",[ \t]*\n")
_ASKED = re.compile(
    r", (?:could|can|would|will you|please|pls|thanks|thank|podría|podrías|puede|puedes|por favor|peux|pouvez|pourriez|merci)\b"
)
_SHORTEST_VERB = 4
_SHORT_ACRONYM = 4
_BRAND = re.compile(r"^(?!Mc|Mac|De|Di|Da|Le|La|Fitz|Van|O['’])[A-Z][a-z]+[A-Z]")


@cache
def _latin() -> Language:
    return of_merged("latin").language


@cache
def _months() -> frozenset[str]:
    return frozenset(month for language in languages() for month in language.months)


def weighed(text: str, piece: Piece, lexicon: Lexicon, before: Run | None, *, shouted: bool) -> Run:
    """Return a piece of a run with all that its own surroundings say.

    Parameters
    ----------
    before : Run, optional
        The last one before it in the note.
    """
    weighing = _Weighing(text, piece, lexicon, shouted=shouted)
    weighing.shape()
    weighing.goes_before()
    weighing.follows()
    if before is not None:
        weighing.beside(before)
    return weighing.run()


class _Weighing:
    """Collects the reasons for and against one run."""

    def __init__(self, text: str, piece: Piece, lexicon: Lexicon, *, shouted: bool) -> None:
        self.text, self.tokens, self.lexicon, self.shouted = text, piece.tokens, lexicon, shouted
        self.start, self.end = self.tokens[0].start, self.tokens[-1].end
        self.institution = piece.institution
        self.single: Token | None = self.tokens[0] if len(self.tokens) == 1 else None
        self.reasons: list[tuple[Reason, float]] = []
        self.left = text[max(0, self.start - _REACH) : self.start]
        particles = PARTICLES.search(self.left)
        if particles and self._titled(particles.start()):
            self.left = self.left[: particles.start()]
        said = list(_WORD_BEFORE.finditer(self.left))[-4:]
        self.said = [word[0].lower() for word in said]
        self.tail = self.left[said[-1].end() :] if said else self.left
        arabic = bool(said) and "\u0600" <= self.said[-1][0] <= "\u06ff"
        self.words = of_merged("arabic").language if arabic else lexicon.language
        self.before_trimmed = ""
        if piece.begun < self.start:
            trimmed = text[max(0, piece.begun - _REACH) : piece.begun].split()
            self.before_trimmed = trimmed[-1].lower() if trimmed else ""
        self.opens = not self.said or (
            (not _OPENING.isdisjoint(self.tail) or "//" in self.tail)
            and not (self.tail in (".", ". ") and self.said[-1] in lexicon.no_stop)
        )

    def run(self) -> Run:
        return Run(self.start, self.end, sum(w for _, w in self.reasons), tuple(self.reasons))

    def _add(self, reason: Reason, weight: float) -> None:
        self.reasons.append((reason, weight))

    def _has(self, reason: Reason) -> bool:
        return any(added is reason for added, _ in self.reasons)

    def _titled(self, at: int) -> bool:
        before = self.left[:at].lower().split()
        last = before[-1].rstrip(".") if before else ""
        return last in self.lexicon.titles or last == "m" or last in of_merged("arabic").titles

    # -- the words themselves

    def shape(self) -> None:
        if self.single and self.opens and self.lexicon.misspelt(self.single.text):
            self._add(Reason.ORDINARY, -2.0)
        kinds = [token.kind for token in self.tokens]
        unknown = sum(
            token.kind in (Word.UNKNOWN, Word.FUNCTION, Word.NEVER) and not token.initial
            for token in self.tokens
        )
        also = kinds.count(Word.ALSO_NAME)
        nouns = self.lexicon.language.nouns_have_capitals
        if self.institution:
            self._add(Reason.INSTITUTION, -3.0)
        elif self._a_whole():
            self._add(Reason.INSTITUTION, -4.0)
        if self.tokens[0].text.isupper() and layout.heading(self.text, self.start, self.lexicon):
            self._add(Reason.HEADING, -6.0)
        self._lists(kinds, unknown)
        if all(kind is Word.PLACE for kind in kinds):
            self._add(Reason.PLACE, -3.0 if self.single else -1.0)
        elif not unknown and not also and Word.PLACE not in kinds:
            self._add(Reason.ORDINARY, -1.0)
        if self.single is not None:
            self._one_word(self.single)
        else:
            self._several_words()
        if not self.opens and not nouns:
            self._add(Reason.CAPITAL_INSIDE, 0.5)

    def _a_whole(self) -> bool:
        """Tell whether the last word makes it a feast, a house, a trust, or one word is a thing of German."""
        last = self.tokens[-1].text.lower()
        if self.single:
            return layout.compound(last)
        language = self.lexicon.language
        return last in language.wholes or (
            last in language.organisation_words and last not in language.families
        )

    def _lists(self, kinds: list[Word], unknown: int) -> None:
        """Weigh how many of the words are in no list, or are what people are called as well."""
        also = kinds.count(Word.ALSO_NAME)
        nouns = self.lexicon.language.nouns_have_capitals
        if unknown and len(kinds) > 1:
            self._add(Reason.UNKNOWN_WORDS, 2.0 if nouns else 3.0)
        elif unknown:
            self._add(Reason.UNKNOWN_WORD, 0.0 if nouns else 1.5)
        elif also >= 2:
            self._add(Reason.ALSO_NAMES, 2.0)
        elif also and Word.PLACE in kinds:
            self._add(Reason.ALSO_NAMES, 1.5)
        elif also and len(kinds) == 2:
            self._add(Reason.ALSO_NAMES, 0.5)

    def _one_word(self, token: Token) -> None:
        if token.kind is Word.ALSO_NAME and self.lexicon.is_well_known(token.text):
            self._add(Reason.PLACE_AS_WELL, -1.0)
        elif token.kind is Word.UNKNOWN and self.lexicon.may_be_place(token.text):
            self._add(Reason.TOWN, -1.0)
        if _BRAND.search(token.text):
            self._add(Reason.BRAND, -3.0)
        if token.text[:2] in ("l'", "l’"):
            self._add(Reason.ARTICLE, -2.5)
        if _ACRONYM.match(token.text) and not self.shouted:
            spoken = len(token.text) > _SHORT_ACRONYM and _SPOKEN.search(token.text)
            self._add(Reason.ACRONYM, -1.5 if spoken else -2.5)
        if len(token.text) < 3:
            self._add(Reason.SHORT, -4.0 if len(token.text.rstrip(".")) < 2 else -1.5)
        if self.opens and not self.lexicon.language.nouns_have_capitals:
            self._add(Reason.OPENS, -0.5 if self.lexicon.long_list else -1.0)
        if "-" in token.text and not _IN_NAMES.isdisjoint(token.text.lower().split("-")[1:]):
            self._add(Reason.PARTICLE, 2.0)

    def _several_words(self) -> None:
        if self.tokens[0].initial:
            if (
                self.said
                and self.tail == " "
                and (self.said[-1] in _latin().lettered or self._of_places(self.said[-1]))
            ):
                self._add(Reason.NUMBER, -5.0)
            elif not self._has(Reason.UNKNOWN_WORDS):
                self._add(Reason.INITIAL, 2.0)
        said = self.text[self.start : self.end].lower().replace("-", " ").split()
        if not _IN_NAMES.isdisjoint(said):
            self._add(Reason.PARTICLE, 2.0)
        if _FAMILY_ENDING.search(self.tokens[-1].text):
            self._add(Reason.ENDING, 0.5)
        if len(self.tokens[-1].text) == 1 and (
            self._of_places(self.tokens[0].text.lower())
            or self.tokens[0].text.lower() in _latin().lettered
        ):
            self._add(Reason.NUMBER, -5.0)
        short = all(_ACRONYM.match(t.text) and len(t.text) < _SHORT_ACRONYM for t in self.tokens)
        if short and len(self.tokens) == 2 and not self.shouted and not self._a_line:
            self._add(Reason.ACRONYM, -3.0)
        self._called_after()

    def _called_after(self) -> None:
        """Weigh a saint, a ship, and a king or what is called after one: "MT Maridive", "Hassan II"."""
        first, last = self.tokens[0].text, self.tokens[-1].text
        if first in _SAINTS:
            self._add(Reason.SAINT, -4.0 if first == "St" else -2.0)
        if _SHIP.search(first + " "):
            self._add(Reason.SHIP, -8.0)
        if _NUMERAL.match(last):
            self._add(Reason.HONOUR, -3.0)

    @property
    def _a_line(self) -> bool:
        """Whether it stands alone on a line, as under a letter."""
        line_before = self.start == 0 or self.text[self.start - 1] == "\n"
        return line_before and self.text[self.end : self.end + 1] in ("", "\n")

    # -- what goes before

    def goes_before(self) -> None:
        if self._surname_first():
            self._add(Reason.SURNAME_FIRST, 3.0)
        self._stands()
        if not self.said:
            return
        if layout.greeted(self.text, self.start, self.end):
            self._add(Reason.SALUTED, 4.0)
        elif layout.known_as(self.left):
            self._add(Reason.NAMING, 4.0)
        else:
            self._said_before()

    def _stands(self) -> None:
        """Weigh where in a letter or a form it stands."""
        if self.said and len(self.tokens) < 4 and layout.signed(self.text, self.start, self.end):
            self._add(Reason.SIGNED, 2.5 if self._has(Reason.UNKNOWN_WORD) else 3.0)
        elif self.single and self._a_line:
            ends = not self.text[self.end :].strip()
            if (ends and self.text[: self.start].endswith("\n\n")) or layout.over_a_role(
                self.text, self.end, self.lexicon
            ):
                self._add(Reason.SIGNED, 1.5)
        elif self.single and layout.opens_row(self.text, self.start, self.end):
            self._add(Reason.ROW, 1.5)

    def _said_before(self) -> None:
        last, near = self.said[-1], self.tail.strip()
        if near == "):" and last == "s":
            near, last = ":", self.said[-2] if len(self.said) > 1 else ""
        titled = last in self.lexicon.titles or last in self.words.titles
        if near in ("", ".") and (titled or self.left.endswith("M. ")):
            after = _BEFORE_TITLE.search(self.left)
            if after and self._of_places(after[1].lower()):  # "albergue Padre Llanos"
                self._add(Reason.HONOUR, -4.0)
            else:
                self._add(Reason.TITLE, 4.0)
        elif near not in _QUIET:
            self._a_thing(near)
            return
        else:
            self._announced(last, near)
        self._a_thing(near)
        if "\n" in self.tail:
            return
        if not near:
            self._of_persons(last)
        if self._name_told():
            self._add(Reason.NAMING, 1.0)
        elif near in ("", "'", '"', "“", "«"):
            self._a_place(last)
            if self.single and self.single.kind is Word.UNKNOWN and self._used():
                self._add(Reason.THING, -2.0)

    def _surname_first(self) -> bool:
        first = SURNAME_FIRST.search(self.left) if self.tail == ", " else None
        if first is None or _CAPS.match(self.tokens[0].text):
            return False
        given = _WORD_BEFORE.findall(self.left[: first.start(1)])
        near = bool(given) and self.left[: first.start(1)].endswith(given[-1] + " ")
        named = (Word.UNKNOWN, Word.ALSO_NAME)
        if near and given[-1].istitle() and self.lexicon.word(given[-1]) in named:
            return False  # "Keith NIGHTINGALE, Simon Ellison" are two people
        kinds = {self.lexicon.word(word.capitalize()) for word in first[1].split()}
        return kinds.isdisjoint((Word.ORGANISATION, Word.CASE_WORD))

    def _announced(self, last: str, near: str) -> None:
        words = self.words
        below = "\n" in self.tail and ":" not in near
        if last in words.naming or last in _latin().naming:
            self._add(Reason.NAMING, 4.0)
        elif below and layout.under_a_role(self.text, self.start, self.end, self.lexicon):
            self._add(Reason.SIGNATURE, -4.0)
        elif below and near:
            return
        elif last in words.kin and near != "-":
            self._add(Reason.RELATIVE, 3.0)
        elif last in words.roles and layout.under_a_role(
            self.text, self.start, self.end, self.lexicon
        ):
            self._add(Reason.SIGNATURE, -4.0)
        elif last in words.roles:
            ordinary = all(token.kind is Word.ORDINARY for token in self.tokens)
            self._add(Reason.ROLE, 3.0 if ":" in near or not ordinary else 0.0)
        elif last in words.meets and not near:
            self._add(Reason.OBJECT, 1.5)
        elif ":" in near:
            self._labelled(last)

    def _labelled(self, last: str) -> None:
        """Weigh the label of a form: of persons ("Next of kin"), of things, of neither."""
        words, said = self.words, layout.label(self.left)
        if len(said) == 1 and said[0] in _latin().of_letters:
            self._add(Reason.LABEL, 2.5)
            return
        if not said or (last == "s" and said[-1] != "s"):
            return
        of_persons = (words.kin, words.roles, words.naming, words.titles)
        of_things = (words.place_words, words.other_labels, words.place_before)
        if any(word in each for word in said for each in of_persons):
            self._add(Reason.LABEL, 2.5)
        elif layout.field_ends(self.text, self.end) and not any(
            word in each for word in said for each in of_things
        ):
            self._add(Reason.LABEL, 1.0)

    def _a_thing(self, near: str) -> None:
        if near == "|" and layout.under_a_role(self.text, self.start, self.end, self.lexicon):
            self._add(Reason.SIGNATURE, -4.0)
        if self.single and not self._cued() and self._goes_on():
            self._add(Reason.LONGER, -1.5 if self.single.kind is Word.UNKNOWN else -3.0)
        if layout.cited(self.text, self.start, self.end):
            self._add(Reason.CITED, -4.0)
        if near in ("&", "/"):
            self._add(Reason.LONGER, -3.0 if near == "&" else -1.5)
        if layout.house(self.left):
            self._add(Reason.HOUSE, -3.5)
        if self.left[-2:-1].isupper() and _SHIP.search(self.left):
            self._add(Reason.SHIP, -8.0)

    def _goes_on(self) -> bool:
        """Tell whether it is the rest of what begins with a people, a faith or an institution: "Islamic Relief"."""
        before = _LAST_WORD.search(self.left) if self.tail == " " else None
        if before is None or before[1].lower() in self.words.kin | self.words.roles:
            return False
        return self.lexicon.word(before[1]) in (Word.NEVER, Word.ORGANISATION)

    def _of_persons(self, last: str) -> None:
        """Weigh "spoke to", "brother of", "married with"."""
        words = self.words
        if last not in words.by and last not in words.sources:
            return
        moves = last in words.place_before and self._moves()
        near = self.said[-2:-1] if last in words.strict_place_before else self.said[:-1]
        if not moves and not words.by_person.isdisjoint(near):
            self._add(Reason.OF_PERSONS, 2.0)
        elif last in words.agents or last in words.sources:
            self._add(Reason.OF_PERSONS, 1.0)

    def _moves(self) -> bool:
        return not self.words.moves.isdisjoint(self.said[-3:-1])

    def _of_places(self, word: str) -> bool:
        word = word[2:] if word[:2] in _ELIDED else word
        return word in self.words.place_words or word in _latin().place_words

    def _used(self) -> bool:
        """Tell whether it is worked for, studied at, taken or used: "shifts for", "takes"."""
        if self._cued() or self._has(Reason.OF_PERSONS):
            return False
        near = self.said[::-1]
        while near and near[0] in self.words.to_things:
            near = near[1:]
        return bool(near) and near[0] in self.words.things_before

    def _name_told(self) -> bool:
        """Tell whether "name" stands a little before: "name given at sea", not "name of the camp"."""
        at = next((i for i, word in enumerate(self.said) if word in self.words.naming), None)
        if at is None or self.single or self._has(Reason.NAMING):
            return False
        told = self.left[self.left.lower().rfind(self.said[at]) :]
        between = {*self.said[at + 1 :]}
        return _OPENING.isdisjoint(told) and between.isdisjoint(("of", "de", "du", "del", "the"))

    def _a_place(self, last: str) -> None:
        words, before = self.words, self.before_trimmed
        linked = last in words.of or last in words.copulas
        then = self.said[-2] if len(self.said) > 1 and linked else ""
        if self._of_places(last) or self._of_places(then):
            self._add(Reason.PLACE_WORD, -4.0)
        elif self._has(Reason.OF_PERSONS) and not words.handed.isdisjoint(self.said[-2:-1]):
            return
        elif last in words.strict_place_before or before in words.strict_place_before:
            self._add(Reason.IN, -3.0 if self.single or last in words.by else -5.0)
        elif last in words.goods and last not in words.things_after and not self._cued():
            self._add(Reason.THING, -4.0)
        elif then in words.moves:
            self._add(Reason.FROM, -3.0)
        elif last in words.articles or last in ("the", "an"):
            strong = not self.single and last in ("the", "a", "an")
            self._add(Reason.ARTICLE, -6.0 if strong else -2.5)
        elif self._has(Reason.OF_PERSONS):
            return
        elif last in words.place_before or before in words.place_before:
            self._add(Reason.FROM, -2.5 if self._moves() else -2.0)
        elif last == "of" and self.single:
            self._add(Reason.OF, -1.0)

    # -- what comes after

    def follows(self) -> None:
        right = self.text[self.end : self.end + _REACH]
        if (
            self.single
            and self.single.text.lower() in _months()
            and (
                _DATED.search(self.left)
                or _DAY.match(right)
                or TIME.search(self.text, max(0, self.start - 12), self.start)
            )
        ):
            self._add(Reason.DATE, -5.0)
        if (
            layout.numbered(self.text, self.end)
            and not self._cued()
            and (self.single or self.tokens[-1].text.isupper())
        ):
            self._add(Reason.NUMBER, -3.0)
        if _THINGS.match(right) or (self.single and _SAVE_THE.match(right)):
            self._add(Reason.LONGER, -4.0)
        elif possessive := _POSSESSIVE.match(right):
            thing = (possessive[1] or "").lower()
            told = thing in self.words.kin or thing in self.words.by_person
            self._add(Reason.POSSESSIVE, 2.5 if told else 1.0 if thing else 0.0)
        else:
            self._told(right)
        if self.single and self._has(Reason.PLACE) and self._cued():
            self._add(Reason.ANNOUNCED_PLACE, 1.5)

    def _cued(self) -> bool:
        """Tell whether what the note says of a person outweighs that the word is a place as well."""
        return any(reason in _CUES and weight > 0 for reason, weight in self.reasons)

    def _told(self, right: str) -> None:
        if "c/o" in right[:6] and layout.CARE_OF.match(right):
            self._add(Reason.CARE_OF, 2.5)
        elif _AGE.match(right):
            self._add(Reason.AGE, 2.5)
        elif self.opens and right[:2] == ", " and _ASKED.match(right):
            self._add(Reason.SALUTED, 2.0)
        elif self.opens and _SALUTED.match(right) and self.text[: self.start][-1:] in ("", "\n"):
            self._add(Reason.SALUTED, 1.5)
        elif _BORN.match(right):
            self._add(Reason.BIRTH, 2.5)
        elif self._apposed(right):
            self._add(Reason.APPOSITION, 2.5)
        elif follows := _NEXT.match(right):
            self._next(follows[2], comma=bool(follows[1]))

    def _apposed(self, right: str) -> bool:
        """Tell whether a relative or a role follows after a comma."""
        apposed = _APPOSED.match(right)
        first = apposed[1].lower() if apposed else ""
        return (
            first in self.words.kin
            or first in self.words.roles
            or (right.startswith(", ") and layout.role_follows(self.text, self.end, self.lexicon))
        )

    def _next(self, word: str, *, comma: bool) -> None:
        small, begins_small = word.lower(), word[0].islower()
        if begins_small and small in self.words.says:
            does = 2.0 if small in self.words.function_words else 3.0  # "was"; "said"
            self._add(Reason.DOES, does - 0.5 * comma)
        elif (
            begins_small
            and not comma
            and (
                small in self.words.place_words
                or small in self.words.things_after
                or (small in self.words.goods and self.lexicon.long_list)
                or small in self.words.wholes
                or small in _latin().place_words
            )
        ):
            self._add(Reason.PLACE_WORD, -4.0)
        elif begins_small and not comma and self.opens and self._does(small):
            self._add(Reason.DOES, 1.5)
        elif comma and self.single and self.lexicon.word(word) is Word.PLACE:
            self._add(Reason.COUNTRY_AFTER, -1.5)

    def _does(self, word: str) -> bool:
        """Tell whether a word is a verb of the past by its ending, as English and Spanish write it."""
        language = self.lexicon.language
        if language.code == "en":
            return (
                len(word) > 4 and word.endswith("ed") and self.lexicon.word(word) is Word.ORDINARY
            )
        return len(word) > _SHORTEST_VERB and word.endswith(tuple(language.verb_endings))

    # -- beside another

    def beside(self, other: Run) -> None:
        """Add what a run in the same list is."""
        if not 0 < self.start - other.end < 24:
            return
        between = self.text[other.end : self.start]
        if not _NUMBERED.fullmatch(between) and not LIST.fullmatch(_AGE_BETWEEN.sub("", between)):
            return
        if other.weight >= ENOUGH:
            self._add(Reason.LISTED, 2.0)
        elif other.has(*PLACED):
            self._add(Reason.LISTED_PLACE, -2.0)
