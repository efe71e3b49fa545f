"""What speaks for a name and against it, by name, and a run of capitalised words with its reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

ENOUGH = 2.0
"""Weight from which a run is taken for a name."""

SURE = 3.0
"""Weight from which the words of a run count as a name wherever else the note has them."""


class Reason(StrEnum):
    """What speaks for a name or against it."""

    UNKNOWN_WORDS = "several words that are in no list"
    UNKNOWN_WORD = "a word that is in no list"
    ALSO_NAMES = "words that people are called as well"
    PARTICLE = "a particle of names"
    INITIAL = "an initial"
    ENDING = "an ending of family names"
    CAPITAL_INSIDE = "a capital inside a sentence"
    TITLE = "a title goes before"
    NAMING = "a word of naming goes before"
    RELATIVE = "a relative goes before"
    ROLE = "a role goes before"
    OBJECT = "a verb goes before that people are the object of"
    OF_PERSONS = "a preposition of persons goes before"
    SURNAME_FIRST = "a surname in capitals and a comma go before"
    LABEL = "a label of a form goes before"
    SIGNED = "under the last line of a letter"
    ROW = "opens a row"
    CARE_OF = "c/o follows"
    POSSESSIVE = "a possessive follows"
    AGE = "an age follows"
    SALUTED = "stands before the text of a letter"
    BIRTH = "a birth follows"
    APPOSITION = "a relative or a role follows"
    DOES = "what a person does follows"
    LISTED = "in a list with a name"
    COMMA = "a surname, a comma and a given name"
    ELSEWHERE = "a name elsewhere in the note"
    MODEL = "a model of names says so"
    ANNOUNCED_PLACE = "a place, but announced like a person"
    ORDINARY = "ordinary words"
    PLACE = "a place"
    PLACE_AS_WELL = "a country as well"
    TOWN = "a town somewhere"
    ACRONYM = "an acronym"
    SHORT = "a single letter or two"
    OPENS = "opens a sentence"
    SAINT = "a saint"
    HONOUR = "a place or a thing is called after somebody"
    CITED = "a decision that is cited"
    SHIP = "a ship"
    BRAND = "a capital inside the word"
    INSTITUTION = "a word of institutions, which some families are called"
    THING = "work, study, a medicine or a device go before"
    HOUSE = "a house number goes before"
    NUMBER = "a number follows that it labels"
    HEADING = "a line of capitals"
    SIGNATURE = "the office under a signature"
    LONGER = "part of a longer term"
    DATE = "a date"
    ARTICLE = "an article goes before"
    OF = "of"
    PLACE_WORD = "a word for a place or a thing stands beside"
    IN = "in, near, through go before"
    FROM = "from, to, at go before"
    COUNTRY_AFTER = "a country follows after a comma"
    LISTED_PLACE = "in a list with a place"
    PLACE_ELSEWHERE = "a place elsewhere in the note"


PLACED = frozenset(
    (
        Reason.PLACE,
        Reason.PLACE_AS_WELL,
        Reason.TOWN,
        Reason.IN,
        Reason.PLACE_WORD,
        Reason.LISTED_PLACE,
    )
)
"""Reasons for a place."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a note that may be a name, with what speaks for it and against it.

    Attributes
    ----------
    weight : float
        All reasons together; a name from `ENOUGH`.
    """

    start: int
    end: int
    weight: float
    reasons: tuple[tuple[Reason, float], ...]

    def has(self, *wanted: Reason) -> bool:
        """Tell whether one of some reasons is among them."""
        return any(reason in wanted for reason, _ in self.reasons)

    def because(self, reason: Reason, weight: float) -> Run:
        """Return it with one reason more."""
        reasons = (*self.reasons, (reason, weight))
        return replace(self, weight=self.weight + weight, reasons=reasons)
