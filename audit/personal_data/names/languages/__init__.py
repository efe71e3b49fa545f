"""What each language says around a name: one TOML file a language, found by listing this folder.

A file gives words, separated by blanks, in small letters; the fields of `Language` say what each list
is for. Where letters have capitals none of them is a list of names; `also_names` holds the opposite:
ordinary words, months and countries that some people are called ("Grace", "June", "Jordan"), which are not
taken for a reason against a name. Arabic letters have no capitals: `given` holds some names there, written
down from general knowledge, as one reason among others.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

_PACKAGE = __name__


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of one language that a name stands beside, or that are written like one.

    Attributes
    ----------
    script : str
        `latin`, `cyrillic`, `arabic`, `ethiopic`, `myanmar`: which letters a note is searched in.
    function_words : frozenset of str
        Small words of grammar, which open sentences and tell the language of a note.
    titles, kin, roles, naming : frozenset of str
        Straight before a name: "Mr", "brother", "witness", "named".
    closings : frozenset of str
        "regards", "thanks": over the name under a letter.
    openers : frozenset of str
        Words that open sentences and headings, where no long list of ordinary words is at hand; told apart in this
        language alone, so that nobody is called like one elsewhere.
    goods : frozenset of str
        "jacket", "phone": beside a make.
    copulas : frozenset of str
        "was", "called": between "city" and its name.
    shortened : frozenset of str
        "esp": no sentence ends at its full stop.
    lettered : frozenset of str
        "type", "block": a single letter after one is its number.
    handed : frozenset of str
        "thanks", "sent": before "to", which else is before places.
    of_letters : frozenset of str
        "from", "cc": labels of letters.
    verb_endings : frozenset of str
        How verbs end that say what somebody does, where there is no long list of words.
    sources : frozenset of str
        "per": before who says it.
    wholes : frozenset of str
        The last word of a feast, a house, a ward: "Day", "House", "wing".
    meets, by, by_person : frozenset of str
        Before a name: "interviewed"; and "to", where "spoke" or "married" goes before it.
    says : frozenset of str
        After a name (in Arabic before it): what a person does.
    place_before, strict_place_before, place_words : frozenset of str
        "from"; "in"; "camp", "street", "tribe".
    honours, other_labels, adverbs, loosely_possessed : frozenset of str
        Of Arabic: "king", "saint" between "street" and a name; labels of forms before no name; "there" between a
        verb and who does it; "the place of", before a name and before much else.
    to_things : frozenset of str
        Small words after one of `things_before`.
    things_before, things_after : frozenset of str
        "works", "uses", "prescribed" before, "tickets", "amendment" after a firm, a device, a medicine, a law.
    moves : frozenset of str
        Before "from" and "to" they make it a place: "fled".
    organisation_words : frozenset of str
        Inside a capitalised phrase they make it an institution, a law, a place.
    never : frozenset of str
        Written with a capital and no name: months, peoples, languages, faiths, brands, acronyms.
    of, articles, agents : frozenset of str
        "of", after which a place's word counts; "the"; "by".
    age_before, age_after, born, months, conjunctions, determiners, elder : frozenset of str
        "aged", "years"; "born"; months, which make a number a date; "and"; "his"; "younger".
        Those of all languages are taken together.
    ordinary, ordinary_endings : frozenset of str
        Words that open a sentence or a heading; endings of such words.
    acronyms : frozenset of str
        Never a name where they are written in capitals.
    also_names : frozenset of str
        Of the above, those that people are called.
    particles, cousins, ends : frozenset of str
        Of scripts without capitals: words inside a name ("بن"); relatives after "ابن" who make it a
        cousin; what ends a name where no blank does.
    given : frozenset of str
        Of Arabic letters: names that few other words are written like. A name that is not here is found by
        what stands around it.
    verbs, stems : frozenset of str
        Of Arabic: what people do, "he did" and "he does"; ordinary words without what is written with them.
    possessed, after_names, kin_stems, families : frozenset of str
        "the file of", before a name; "single", after one; relatives before "his" and "her"; ordinary words
        that are families' names after a name.
    nouns_have_capitals : bool
        German: a capital is no sign of a name.
    """

    code: str
    name: str
    script: str
    function_words: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    closings: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    goods: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    wholes: frozenset[str] = frozenset()
    verb_endings: frozenset[str] = frozenset()
    shortened: frozenset[str] = frozenset()
    lettered: frozenset[str] = frozenset()
    handed: frozenset[str] = frozenset()
    of_letters: frozenset[str] = frozenset()
    meets: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    by_person: frozenset[str] = frozenset()
    says: frozenset[str] = frozenset()
    place_before: frozenset[str] = frozenset()
    strict_place_before: frozenset[str] = frozenset()
    honours: frozenset[str] = frozenset()
    other_labels: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    loosely_possessed: frozenset[str] = frozenset()
    to_things: frozenset[str] = frozenset()
    things_before: frozenset[str] = frozenset()
    things_after: frozenset[str] = frozenset()
    moves: frozenset[str] = frozenset()
    place_words: frozenset[str] = frozenset()
    organisation_words: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    age_before: frozenset[str] = frozenset()
    age_after: frozenset[str] = frozenset()
    born: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    elder: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()
    ordinary_endings: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    also_names: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    cousins: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    possessed: frozenset[str] = frozenset()
    after_names: frozenset[str] = frozenset()
    kin_stems: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    nouns_have_capitals: bool = False


def _read(code: str, content: str) -> Language:
    given: dict[str, Any] = tomllib.loads(content)
    named = {key: given.pop(key) for key in ("name", "script")}
    flag = bool(given.pop("nouns_have_capitals", False))
    words: dict[str, Any] = {key: frozenset(value.split()) for key, value in given.items()}
    return Language(code=code, nouns_have_capitals=flag, **named, **words)


@cache
def languages() -> tuple[Language, ...]:
    """Return every language, in the order of their codes."""
    files = (f for f in resources.files(_PACKAGE).iterdir() if f.name.endswith(".toml"))
    return tuple(
        _read(file.name.removesuffix(".toml"), file.read_text(encoding="utf-8"))
        for file in sorted(files, key=lambda f: f.name)
    )


def of_script(script: str) -> tuple[Language, ...]:
    """Return the languages written in a script."""
    return tuple(language for language in languages() if language.script == script)
