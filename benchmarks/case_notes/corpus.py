"""How notes are put together from people, templates and chance.

Templates are sentences with slots:

=====================  ==================================================================
`{p:full}`             a name, in one of the ways notes write full names; `p` is the person the
                       note is about, `r` a relative, `s` a friend or witness, `q` the interpreter,
                       `o` the officer, `d` a doctor, `l` a lawyer
`{p:ref}`              the same person again: given name, surname, or a title and the surname
`{p:given}`, ...       exactly so: a way of `people.written`, "native", "sir" (a title and the surname)
`{=PHONE_NUMBER}`      an identifier of `p`; `{=PHONE_NUMBER:r}` of somebody else; `{=NATIONAL_ID.nhs}` of
                       one form, where the words around it name that form
`{~office_mail}`       from the split's `fills`, a place that may be found or not
`{city}`               from the split's `fills`: `#` becomes a digit, `@` a capital, `(at)` an @
`[HEALTH|...]`         words that tell of a life; slots may stand inside
`⟨a⁄b⟩`                one or the other
=====================  ==================================================================
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from benchmarks.case_notes import people, splits
from benchmarks.case_notes.people import Origin, Person
from benchmarks.case_notes.truth import (
    BROKEN,
    CIRCUMSTANCES,
    EITHER,
    PERSON,
    STRUCTURED,
    Note,
    Truth,
)
from benchmarks.case_notes.values import Make, shaped

SPLITS = tuple(sorted(found.name for found in pkgutil.iter_modules(splits.__path__)))
"""A split is a folder in `splits/`."""

_LANGUAGES = {"en": 0.58, "fr": 0.15, "es": 0.15, "ar": 0.12}
_ASKED_OFTEN = ("MRZ", "US_A_NUMBER", "UNHCR_NUMBER", "PHONE_NUMBER", "EMAIL_ADDRESS", "IBAN_CODE",
                "LOCATION_COORDINATES")  # fmt: skip
_WITH_IDENTIFIER = 0.3
_WITH_CIRCUMSTANCE = 0.16
_WITH_PEOPLE = 0.62
_WITH_TYPOS = 0.25
_LOCAL = {"en": "anglo", "fr": "french", "es": "spanish_latin_american", "ar": "arabic"}
_TITLES = {
    "en": (("Mr", "Mr."), ("Mrs", "Ms", "Ms.", "Miss")),
    "fr": (("M.", "Monsieur"), ("Mme", "Madame")),
    "es": (("Sr.", "el señor", "don"), ("Sra.", "la señora", "doña")),
    "ar": (("السيد",), ("السيدة",)),
}
_PIECE = re.compile(r"\{(?P<slot>[^{}]+)\}|\[(?P<open>[A-Z_]+)\||(?P<close>\])")
_EITHER_OR = re.compile(r"⟨([^⟨⟩]*)⟩")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The sentences of one split in one language.

    Attributes
    ----------
    frames : sequence of str
        Whole notes around `{BODY}`; what stands before `BODY` (`- `, a new line) sets sentences apart.
    first, again : sequence of str
        Sentences that introduce the person the note is about; that speak of people.
    plain : sequence of str
        Sentences with nobody in them: most of the red herrings.
    identifiers : mapping
        By type, sentences with an identifier.
    circumstances : sequence of str
    """

    frames: Sequence[str]
    first: Sequence[str]
    again: Sequence[str]
    plain: Sequence[str]
    identifiers: Mapping[str, Sequence[str]]
    circumstances: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Everything one split is made of.

    Attributes
    ----------
    makes : mapping
        Who writes an identifier of a type, or of a type in a language ("PHONE_NUMBER:ar").
    ways : mapping of str to float
        How often a full name is written in which way.
    """

    origins: Sequence[Origin]
    languages: Mapping[str, Language]
    fills: Mapping[str, Sequence[str]]
    makes: Mapping[str, Make]
    ways: Mapping[str, float]


@cache
def split(name: str) -> Split:
    """Return a split by name."""
    module = f"{splits.__name__}.{name}"
    values = importlib.import_module(f"{module}.values")
    languages: dict[str, Language] = {}
    for part in ("english", "french", "spanish", "arabic"):
        languages[part[:2] if part != "spanish" else "es"] = importlib.import_module(
            f"{module}.{part}"
        ).LANGUAGE
    return Split(
        origins=importlib.import_module(f"{module}.names").ORIGINS,
        languages=languages,
        fills=importlib.import_module(f"{module}.fills").FILLS,
        makes=values.MAKES,
        ways=values.WAYS,
    )


def notes(name: str, n: int, seed: int) -> Iterator[Note]:
    """Yield notes of a split; the same for the same seed, whatever `n`.

    Parameters
    ----------
    name : str
        One of `SPLITS`.
    """
    for i in range(n):
        yield _Writer(split(name), random.Random(f"{name}:{seed}:{i}")).note()


class _Writer:
    """Writes one note."""

    def __init__(self, of: Split, chance: random.Random) -> None:
        self.split = of
        self.chance = chance
        self.language = chance.choices(list(_LANGUAGES), list(_LANGUAGES.values()))[0]
        self.words = of.languages[self.language]
        self.typos = chance.random() < _WITH_TYPOS
        self.unmarked = chance.random() < 0.4
        self.people: dict[str, Person] = {}
        self.text = ""
        self.truths: list[Truth] = []
        self.used: list[str] = []

    def note(self) -> Note:
        frame = self.chance.choice(self.words.frames)
        self.used.append(frame)
        head, _, tail = frame.partition("{BODY}")
        between = (
            head.rpartition("\n")[2] if head.endswith(("- ", "* ", "• ", "– ", "> ", "\n")) else ""
        )
        self._write(head)
        for place, sentence in enumerate(self._sentences()):
            if place:
                self.text += "\n" + between if between or head.endswith("\n\n\n") else " "
            self.used.append(sentence)
            # A label that is misspelled is none: sentences with identifiers are typed with care.
            self._write(sentence, careful="{=" in sentence)
        self._write(tail)
        return Note(
            text=self.text,
            language=self.language,
            truths=tuple(self.truths),
            templates=tuple(self.used),
        )

    def _sentences(self) -> list[str]:
        chance, words = self.chance, self.words
        chosen = []
        peopled = chance.random() < _WITH_PEOPLE
        if peopled:
            chosen.append(chance.choice(words.first))
        rest = chance.sample(words.plain, chance.randint(1, 3))
        if peopled:
            rest += chance.sample(words.again, chance.choice((0, 1, 1, 2)))
        if chance.random() < _WITH_CIRCUMSTANCE:
            rest.append(chance.choice(words.circumstances))
        if chance.random() < _WITH_IDENTIFIER:
            kinds = sorted(words.identifiers)
            shares = [3 if kind in _ASKED_OFTEN else 1 for kind in kinds]
            for kind in dict.fromkeys(chance.choices(kinds, shares, k=chance.choice((1, 1, 2)))):
                rest.append(chance.choice(words.identifiers[kind]))
        rest.sort()
        chance.shuffle(rest)
        return chosen + rest

    def _write(self, template: str, *, careful: bool = False) -> None:
        """Append a template, its slots filled, and note down where the truth stands."""
        template = _EITHER_OR.sub(lambda m: self.chance.choice(m[1].split("⁄")), template)
        opened: list[tuple[str, int]] = []
        at = 0
        for piece in _PIECE.finditer(template):
            self._literal(template[at : piece.start()], careful=careful or bool(opened))
            at = piece.end()
            if piece["slot"]:
                self._slot(piece["slot"])
            elif piece["open"]:
                opened.append((piece["open"], len(self.text)))
            else:
                kind, start = opened.pop()
                self._mark(kind, start)
        self._literal(template[at:], careful=careful)

    def _literal(self, text: str, *, careful: bool) -> None:
        if self.typos and not careful and len(text) > 14 and self.chance.random() < 0.5:
            at = self.chance.randrange(3, len(text) - 3)
            if text[at - 1 : at + 3].isalpha():
                swapped = text[at + 1] + text[at] if self.chance.random() < 0.5 else text[at]
                text = text[:at] + swapped + text[at + 2 :]
        self.text += text

    def _mark(self, kind: str, start: int, origin: str = "", script: str = "") -> None:
        self.truths.append(Truth(kind, start, len(self.text), origin, script))

    def _slot(self, slot: str) -> None:
        what, _, more = slot.partition(":")
        if what[0] == "=":
            self._identifier(what[1:], self._person(more or "p"))
        elif what[0] == "~":
            start = len(self.text)
            self.text += self._fill(what[1:])
            self._mark(EITHER, start)
        elif more:
            self._name(self._person(what), more)
        else:
            self.text += self._fill(what)

    def _fill(self, name: str) -> str:
        return shaped(self.chance, self.chance.choice(self.split.fills[name])).replace("(at)", "@")

    def _identifier(self, kind: str, who: Person) -> None:
        start = len(self.text)
        makes = self.split.makes
        make = makes.get(f"{kind}:{self.language}", makes.get(kind))
        self.text += make(self.chance, who) if make else self._fill(f"{kind}:{self.language}")
        self._mark(kind.partition(".")[0], start)

    def _person(self, role: str) -> Person:
        if role not in self.people:
            about = self.people.get("p") if role != "p" else None
            kin = about if role == "r" else None
            self.people[role] = people.person(self._origin(role), self.chance, kin)
        return self.people[role]

    def _origin(self, role: str) -> Origin:
        local = _LOCAL[self.language]
        if role in "rs" and "p" in self.people and (role == "r" or self.chance.random() < 0.6):
            return self._named(self.people["p"].origin)
        if role in "odl" and self.chance.random() < 0.6:
            return self._named(local)
        applicants = [o for o in self.split.origins if o.name != "french"]
        if self.language == "ar" and self.chance.random() < 0.8:
            applicants = [
                o for o in applicants if any(word.arabic or o.script == "arabic" for word in o.men)
            ]
        return self.chance.choice(applicants)

    def _named(self, origin: str) -> Origin:
        return next(each for each in self.split.origins if each.name == origin)

    def _name(self, who: Person, way: str) -> None:
        """Write a name and mark it; a title before it is not part of it."""
        if way == "ref":
            way = self.chance.choice(("given", "last", "sir", "sir"))
        if way == "sir":
            title = self.chance.choice(_TITLES[self.language][who.woman])
            self.text += f"{title} "
            way = "last"
        if way == "last" and not who.last:
            way = "given"
        start = len(self.text)
        said, script = self._said(who, way)
        self.text += said
        self._mark(PERSON, start, who.origin, script)
        if way == "full" and who.native and script == "latin" and self.chance.random() < 0.12:
            self.text += " ("
            start = len(self.text)
            self.text += who.native[0]
            self._mark(PERSON, start, who.origin, who.script)
            self.text += ")"

    def _said(self, who: Person, way: str) -> tuple[str, str]:
        letters = who.arabic if self.language == "ar" else who.native if way == "native" else None
        if letters is not None and not (self.language == "ar" and self.chance.random() < 0.12):
            script = "arabic" if self.language == "ar" else who.script
            return letters[1 if way == "given" else 0], script
        if way in ("full", "native"):
            way = (
                self.chance.choices(list(self.split.ways), list(self.split.ways.values()))[0]
                if way == "full"
                else "full"
            )
        said = people.written(who, way)
        return (people.plain(said) if self.unmarked else said), "latin"


def kinds() -> tuple[str, ...]:
    """Return every type a note can hold."""
    return (PERSON, *STRUCTURED, *CIRCUMSTANCES, EITHER, BROKEN)
