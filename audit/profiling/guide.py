"""Which error rate leads, from what is at stake, asked in plain words.

`docs/which_rate_leads.md` is the same for a reader without statistics.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from audit.vocabulary import OutcomeKnown, PositiveIs


class Harm(StrEnum):
    """Which mistake harms the person it is made about."""

    PICKED = "picked"
    PASSED = "passed"
    BOTH = "both"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person answered.

    Attributes
    ----------
    known : OutcomeKnown
        For whom it became known what was true.
    recorded_by : str
        `decider`, who else did, or empty.
    capacity : int or None
        Places in each round, where their number is fixed.
    """

    harm: Harm = Harm.UNKNOWN
    known: OutcomeKnown = OutcomeKnown.UNKNOWN
    recorded_by: str = ""
    capacity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question in plain words.

    Attributes
    ----------
    answers : tuple of (str, str)
        What to type, and what it means; empty where a number or a name is asked for.
    """

    name: str
    text: str
    answers: tuple[tuple[str, str], ...] = ()


MEANS = Question(
    name="positive_is",
    text="What does a positive decision do to the person?",
    answers=(
        ("adverse", "it hurts: flagged, questioned, searched, refused, locked up"),
        ("favourable", "it helps: granted, protected, given a place, sent to the short queue"),
        ("unstated", "nobody has said, or it depends"),
    ),
)
HARM = Question(
    name="harm",
    text="Which mistake harms the person it is made about?",
    answers=(
        ("picked", "decided positive, though the reason for it was not there"),
        ("passed", "not decided positive, though the reason for it was there"),
        ("both", "each harms, and neither is worse"),
        ("unknown", "nobody has said"),
    ),
)
KNOWN = Question(
    name="outcome_known",
    text="For whom did it become known what was true?",
    answers=(
        ("everyone", "for all people in the table, whatever was decided about them"),
        (
            "selected",
            "only for people whom somebody looked into, because of the decision or a hunch",
        ),
        ("random_arm", "for people drawn at random, whatever was decided"),
        ("unknown", "nobody has said"),
    ),
)
RECORDED = Question(
    name="y_true_recorded_by",
    text="Who recorded it? 'decider' for the body that decides, else a name; empty if nobody says",
)
PLACES = Question(
    name="capacity",
    text="How many places are there in each round? Empty if their number is not fixed",
)
QUESTIONS = (MEANS, HARM, KNOWN, RECORDED, PLACES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The checks that lead, and why, in one sentence."""

    lead: tuple[str, ...]
    reason: str


_WRONGLY_PICKED = "people without the condition who are decided positive all the same"
_PASSED_OVER = "people with the condition who are passed over"


def choose(means: PositiveIs, said: Said, *, truth: bool, ranked: bool, coercive: bool) -> Choice:
    """Return which questions lead.

    Parameters
    ----------
    means : PositiveIs
        What a positive decision does to a person.
    truth : bool
        Whether a column says what was true.
    ranked : bool
        Whether a column of scores or ranks says in which order people were taken.
    coercive : bool
        Whether a decision can lead to control, detention or removal.
    """
    if said.capacity is not None and means is PositiveIs.FAVOURABLE and ranked:
        return Choice(
            lead=("FA103",),
            reason="places are few and a place helps: who gets one of them, of those who compete",
        )
    if not truth:
        return Choice(
            lead=("FA101",),
            reason="no column says what was true, so errors cannot be counted: how often each group "
            "is decided positive",
        )
    match _harm(means, said.harm, coercive=coercive):
        case Harm.PICKED:
            return Choice(lead=("FA201",), reason=f"the harm is a wrong pick: {_WRONGLY_PICKED}")
        case Harm.PASSED:
            return Choice(lead=("FA202",), reason=f"the harm is to be missed: {_PASSED_OVER}")
    why = "both mistakes harm" if said.harm is Harm.BOTH else "nobody has said which mistake harms"
    return Choice(lead=("FA201", "FA202"), reason=f"{why}, so both lead; it costs some precision")


def likely(means: PositiveIs) -> Harm:
    """Return the mistake that harms, from what a positive decision does."""
    by_means = {PositiveIs.ADVERSE: Harm.PICKED, PositiveIs.FAVOURABLE: Harm.PASSED}
    return by_means.get(means, Harm.UNKNOWN)


def _harm(means: PositiveIs, said: Harm, *, coercive: bool) -> Harm:
    if said is not Harm.UNKNOWN:
        return said
    found = likely(means)
    return Harm.PICKED if found is Harm.UNKNOWN and coercive else found


def as_comments() -> Iterator[str]:
    """Yield the questions with their answers, a line each, for a plan that nobody was asked about."""
    for question in QUESTIONS:
        yield question.text
        yield from (f"    {answer}: {meaning}" for answer, meaning in question.answers)
