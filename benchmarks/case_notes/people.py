"""Fictional people: how names of an origin are put together, and the ways notes write them."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Word:
    """One name in the spellings it has.

    Attributes
    ----------
    latin : tuple of str
        Transliterations in use; one person has one, another person another.
    native : str
        In the script of the origin.
    arabic : str
        In Arabic letters, for notes in Arabic.
    """

    latin: tuple[str, ...]
    native: str = ""
    arabic: str = ""


def words(written: str) -> tuple[Word, ...]:
    """Read names set apart by commas: `Mohammed/Mohamed=محمد, Tesfay=ተስፋይ=تسفاي`."""
    found = []
    for word in written.replace("\n", " ").split(","):
        latin, native, arabic = [*word.strip().split("="), "", ""][:3]
        if latin:
            found.append(Word(tuple(latin.split("/")), native, arabic))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Names that are common among people of one origin.

    Attributes
    ----------
    makes : tuple of str
        How a full name is built: `{g}` given, `{h}` second given, `{m}` middle (a patronymic), `{f}` and
        `{k}` family or father's names, `{i}` an initial; a bar before what a title can stand
        before and forms write in capitals.
    middles_men, middles_women : tuple of Word
        Patronymics, or middle names that go with one sex.
    script : str
        Of `native`: "arabic", "cyrillic", "ethiopic", "myanmar", "tamil"; empty where it is Latin.
    particles : mapping of str to str
        Connecting words of `makes` in the letters of `native`.
    """

    name: str
    men: tuple[Word, ...]
    women: tuple[Word, ...]
    families: tuple[Word, ...]
    middles_men: tuple[Word, ...] = ()
    middles_women: tuple[Word, ...] = ()
    makes: tuple[str, ...] = ("{g}|{f}",)
    script: str = ""
    particles: Mapping[str, str] = field(default_factory=dict)

    def all_words(self) -> tuple[Word, ...]:
        """Return every name of the origin."""
        middles = (*self.middles_men, *self.middles_women)
        return (*self.men, *self.women, *self.families, *middles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One fictional person with one spelling.

    Attributes
    ----------
    first, last : str
        Full name in two parts, in Latin letters; `last` is empty where names have no parts.
    native, arabic : tuple of str
        Full and given name in the script of the origin, in Arabic letters; empty where not known.
    """

    origin: str
    woman: bool
    script: str
    first: str
    last: str
    given: str
    native: tuple[str, str] | None
    arabic: tuple[str, str] | None

    @property
    def full(self) -> str:
        """Full name."""
        return f"{self.first} {self.last}".strip()


def _filled(make: str, said: Mapping[str, str]) -> str:
    for slot, name in said.items():
        make = make.replace("{" + slot + "}", name)
    return make


def _in_script(
    make: str, chosen: Mapping[str, Word], letters: str, particles: Mapping[str, str]
) -> tuple[str, str] | None:
    said = {slot: getattr(word, letters) for slot, word in chosen.items()}
    if any("{" + slot + "}" in make and not name for slot, name in said.items()) or "{i}" in make:
        return None
    # Particles first: they stand in Latin letters between the slots.
    for latin, other in particles.items():
        make = make.replace(latin, other)
    full = _filled(make, said).replace("|", " ")
    return None if any(c.isascii() and c.isalpha() for c in full) else (full, said["g"])


def person(origin: Origin, chance: random.Random, kin: Person | None = None) -> Person:
    """Draw a person; `kin` has the same family name where the origin has such."""
    woman = chance.random() < 0.5
    g, h = chance.sample(origin.women if woman else origin.men, 2)
    f, k = chance.sample(origin.families, 2)
    make = chance.choice(origin.makes)
    chosen = {"g": g, "h": h, "f": f, "k": k}
    if middles := origin.middles_women if woman else origin.middles_men:
        chosen["m"] = chance.choice([word for word in middles if word not in (g, h, f)])
    said = {slot: chance.choice(word.latin) for slot, word in chosen.items()}
    if kin is not None and kin.origin == origin.name and kin.last and chance.random() < 0.7:
        first, last = _filled("{g}", said), kin.last
        return Person(origin=origin.name, woman=woman, script=origin.script, first=first, last=last,
                      given=said["g"], native=None, arabic=None)  # fmt: skip
    first, _, last = _filled(make, {**said, "i": said["h"][0]}).partition("|")
    native = _in_script(make, chosen, "native", origin.particles) if origin.script else None
    arabic = native if origin.script == "arabic" else _in_script(make, chosen, "arabic", {})
    return Person(origin=origin.name, woman=woman, script=origin.script, first=first, last=last,
                  given=said["g"], native=native, arabic=arabic)  # fmt: skip


def plain(text: str) -> str:
    """Return letters without their marks, as keyboards and passports have them."""
    letters = text.translate(str.maketrans("ıłßøđØŁĐ", "ilsodOLD"))
    return "".join(
        c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c)
    )


def written(who: Person, way: str) -> str:
    """Return a name the way a note writes it.

    Parameters
    ----------
    way : {"full", "given", "last", "caps", "upper", "inverted", "initial", "lower", "filed", "listed", "short"}
        "caps": surname in capitals; "upper": all of it; "inverted": SURNAME, Given; "filed": SURNAME
        Given; "listed": Surname, Given; "short": given name and the first letter of the surname.
    """
    if not who.last:
        ways = {
            "upper": who.full.upper(),
            "caps": who.full.upper(),
            "lower": who.full.lower(),
            "given": who.given,
        }
        return ways.get(way, who.full)
    return {
        "full": who.full,
        "given": who.given,
        "last": who.last,
        "caps": f"{who.first} {who.last.upper()}",
        "upper": who.full.upper(),
        "inverted": f"{who.last.upper()}, {who.first}",
        "initial": f"{who.first[0]}. {who.last}",
        "lower": who.full.lower(),
        "filed": f"{who.last.upper()} {who.first}",
        "listed": f"{who.last}, {who.first}",
        "short": f"{who.given} {who.last[0].upper()}.",
    }[way]
