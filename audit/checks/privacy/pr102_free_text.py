"""Does the free text hold personal data that can be recognised?

Why it matters
--------------
Notes travel with a table: to a vendor, a court, a language model, another authority. What an officer
wrote down about a passport, a phone or a relative's town travels with them, and nobody asked the person.

How it is judged
----------------
Every note is searched for identifiers with a check digit, a numbering plan or a label beside them, for
streets, camps and coordinates, and for what is told of a life in words (every note up to 100,000, a seeded
sample beyond; `--full` reads all). One note with a confirmed identifier is a fact: `fail`. Names, looked for in a
seeded sample of notes if there are many, forms without a check digit and things told in words are
candidates: `review`. Where a number is confirmed among many of the same layout that are not, these are tried
with other digits: if chance alone would confirm so many more than once in a thousand times, they are candidates, too,
and the page says how many chance would confirm. A line that looks like a passport's but whose check digits are wrong is mentioned
and not counted. Counts below the smallest printable cell are not printed. Serious by default: what has
leaked about someone who fled cannot be called back.

No scanner sees everything, and this one says how well it sees: the share it finds of what stands in
generated notes of known content, by kind, and of names by origin, letters and language, is drawn beside the
result. Where nothing was found, the sentence gives the most notes that can still hold something of the kinds that
it is known to find at least half of: the exact upper limit from the notes read, divided by the least recall of these
kinds; if every note was read, the most notes of which it would overlook all. Kinds that it is not known to find half
of are named apart: that none was found says nothing of them. So that kinds may be picked by how well they are seen, the
lower limits of all recalls of a sort hold at once (Clopper-Pearson, one-sided, Bonferroni over the kinds). Copies of one
note are seen or overlooked together: different notes are what is bounded, and as many of those that stand most often
are counted with all their copies. Sample and recalls share the error of 5 %, so that each limit, for identifiers, for
names and for what is told in words, holds with 95 % by itself, not all of them at once.

What it cannot show
-------------------
What stands in forms the generated notes do not have: nicknames, family stories, identifiers of other
countries, languages other than English, French, Spanish and Arabic. The limits assume that the scanner sees
these notes as well as the generated ones, and misses one note independently of the next: the limits of its recall
tell how few places the generated notes have, and not how far from them these notes are; of notes from one
template that differ in a word or a number it can miss all. Kinds it was never measured on, or is not known to find half
of, have no limit. Names
of some origins, and in some letters, are found less often than others. A confirmed number can still be chance where
nothing like it stands beside it: then it is one of a kind, and one in ten passes a check digit. What none of 2,000
tries confirms is held not to be chance, so that a chance below one in 700 can go unseen. A helpline, an officer or
an author can have a phone number, too. The text is never said to be free of personal data.

What to do
----------
Read the notes that `audit locate` points the data owner to, remove or mask what is not needed, and give
those who write notes a place for such data. Ask whom the notes were already given to.

References
----------
OECD, Privacy Guidelines (2013), part two, paragraphs 7, 8 and 11. Regulation (EU) 2016/679, Art. 5(1)(c).
ICAO Doc 9303, part 3, section 4.9 (check digits). Clopper and Pearson (1934), Biometrika 26, 404-413.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from audit.check import Ask, Ruled, check
from audit.evidence import Evidence
from audit.measures.pii_scan import PiiScan, TextScan
from audit.personal_data import words
from audit.personal_data.family import Certainty
from audit.personal_data.seen import Sort
from audit.text import Message
from audit.vocabulary import LimitBasis, MayConclude, Outcome, Per, Right, Severity

_MOST_LAYOUTS = 3
_LIMITED = {"identifiers": Sort.IDENTIFIERS, "named": Sort.NAMES, "told": Sort.WORDS}


@check(
    may_conclude=MayConclude.EVENT,
    per=Per.TEXT,
    needs=("text",),
    rights=(Right.PRIVACY,),
    severity=Severity.SERIOUS,
    basis=LimitBasis.STANDARD,
    source="OECD Privacy Guidelines (2013), part two, paragraphs 7 and 8",
    kinds=("*",),
    says={
        "fail": "{rows:count|note|notes} of {read:,} in {column} hold {types:list}, each confirmed by a check"
        " digit, a numbering plan or a label beside it.",
        "fail_few": "Fewer than {rows} of {read:count|note|notes} in {column} hold {types:list}, each confirmed"
        " by a check digit, a numbering plan or a label beside it.",
        "review": "In {column}, notes seem to hold {types:list}, of {read:count|note|notes} searched for formats"
        " and {names:count|note|notes} read for names. None is confirmed; a person must look.",
        "also": "Notes may hold {types:list} as well; a person must look.",
        "malformed": "{rows:count|note holds|notes hold} a line like a passport's whose check digits are wrong."
        " Not counted.",
        "malformed_few": "Fewer than {rows} notes hold a line like a passport's whose check digits are wrong."
        " Not counted.",
        "pass": "None found in {column} by a scanner that knows {types:list} and names, on {read:count|note|notes}"
        " ({names:count|note|notes} for names). It does not see everything.",
        "pass_all": "None found in {column} by a scanner that knows {types:list} and names, on all"
        " {read:count|note|notes}. It does not see everything.",
        "identifiers": "If it sees these notes as well as generated ones, at most {share:pct_up} of the notes hold an identifier"
        " of the kinds that it is known to find at least {recall:pct_down} of: with 95 % confidence.",
        "identifiers_all": "If it sees these notes as well as generated ones, no more than {notes:count|note holds|notes hold} an"
        " identifier of the kinds that it is known to find at least {recall:pct_down} of: with 95 % confidence.",
        "named": "In the same way, at most {share:pct_up} of the notes hold a name of the origins and letters that it is known"
        " to find at least {recall:pct_down} of: with 95 % confidence.",
        "named_all": "In the same way, no more than {notes:count|note holds|notes hold} a name of the origins and letters that it"
        " is known to find at least {recall:pct_down} of: with 95 % confidence.",
        "told": "In the same way, at most {share:pct_up} of the notes hold something told in words of the kinds that it is known"
        " to find at least {recall:pct_down} of, such as {worst}: with 95 % confidence.",
        "told_all": "In the same way, no more than {notes:count|note holds|notes hold} something told in words of the kinds that"
        " it is known to find at least {recall:pct_down} of, such as {worst}: with 95 % confidence.",
        "unsaid": "It is not known to find even half of {types:list}. That none was found says nothing of them.",
        "unsaid_names": "Of these names it is not known to find even half: {types:list}. That none was found says nothing"
        " of them.",
        "sight": "On generated notes of known content this scanner finds at least {identifiers:pct_down} of each kind of"
        " identifier and at least {named:pct_down} of each kind of name, but for those it is not known to find half of. What is told in"
        " words it often misses. Notes it did not flag can hold more.",
        "by_chance": "Not counted as facts: {confirmed:count|number looks|numbers look} like {types:list} among {alike:,}"
        " of one layout; chance alone would confirm about {expected:,}.",
        "by_chance_few": "Not counted as facts: fewer than {fewest} numbers that look like {types:list} stand among others of"
        " the same layout, and chance alone would confirm as many.",
        "unmeasured": "Also looked for, but never measured, so that no limit covers them: {types:list}.",
        "empty": "{column} holds no note.",
    },
)
def pr102(scan: Evidence[PiiScan], ask: Ask) -> Ruled:
    """Rule on one column of free text."""
    text = scan.value.text(ask.key)
    if not text.read and not text.names_read:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=ask.say("empty", column=text.column))
    notes = _beside(text, ask, scan.value.unmeasured)
    if text.confirmed_rows:
        return _found(text, ask, notes)
    seen: dict[str, Any] = {"column": text.column, "read": text.read, "names": text.names_read}
    if maybe := _candidates(text, ask.plan.report.min_cell):
        message = ask.say("review", types=maybe, **seen)
        return Ruled(outcome=Outcome.REVIEW, message=message, notes=notes)
    seen["types"] = scan.value.looked_for
    message = ask.say("pass_all" if text.complete else "pass", **seen)
    return Ruled(outcome=Outcome.PASS, message=message, notes=(*_bounds(text, ask), *notes))


def _candidates(text: TextScan, fewest: int) -> tuple[str, ...]:
    """Return what notes seem to hold, each with the notes that do, the commonest first; of few, that they are few."""
    hits = [hit for hit in text.hits if hit.certainty is Certainty.CANDIDATE]
    return tuple(
        f"{words([hit.entity_type])[0]} (in {hit.rows:,} notes)"
        if hit.rows >= fewest
        else f"{words([hit.entity_type])[0]} (in fewer than {fewest})"
        for hit in sorted(hits, key=lambda hit: -hit.rows if hit.rows >= fewest else 0)
    )


def _by_chance(text: TextScan, ask: Ask) -> Iterator[Message]:
    """Yield the numbers that may be confirmed by chance, of the layouts with most of them."""
    fewest = ask.plan.report.min_cell
    for each in sorted(text.by_chance, key=lambda each: -each.confirmed)[:_MOST_LAYOUTS]:
        few = each.confirmed < fewest or each.alike - each.confirmed < fewest
        yield ask.say(
            "by_chance_few" if few else "by_chance",
            types=words([each.entity_type]),
            confirmed=None if few else each.confirmed,
            alike=None if few else each.alike,
            expected=None if few else round(each.expected),
            fewest=fewest,
        )


def _bounds(text: TextScan, ask: Ask) -> Iterator[Message]:
    """Yield how many notes can still hold something, and of what that cannot be said."""
    for name, sort in _LIMITED.items():
        limit = text.limit(sort)
        if limit.told:
            yield ask.say(
                name if limit.notes is None else f"{name}_all",
                share=limit.share,
                notes=limit.notes,
                recall=limit.recall,
                worst=_kinds(sort, (limit.worst,))[0],
            )


def _unsaid(text: TextScan, ask: Ask) -> Iterator[Message]:
    """Yield the kinds of which that none was found says nothing."""
    for sorts, name in (
        ((Sort.IDENTIFIERS, Sort.WORDS), "unsaid"),
        ((Sort.NAMES,), "unsaid_names"),
    ):
        types = tuple(kind for sort in sorts for kind in _kinds(sort, text.limit(sort).unsaid))
        if types:
            yield ask.say(name, types=types)


def _kinds(sort: Sort, kinds: tuple[str, ...]) -> tuple[str, ...]:
    return kinds if sort is Sort.NAMES else tuple(words([kind])[0] for kind in kinds)


def _found(text: TextScan, ask: Ask, notes: tuple[Message, ...]) -> Ruled:
    """Tell of confirmed identifiers, and of candidates beside them."""
    least = ask.plan.report.min_cell
    few = text.confirmed_rows < least
    if maybe := _candidates(text, least):
        notes = (ask.say("also", types=maybe), *notes)
    message = ask.say(
        "fail_few" if few else "fail",
        rows=max(text.confirmed_rows, least),
        types=text.types(Certainty.CONFIRMED),
        column=text.column,
        read=text.read,
    )
    return Ruled(
        outcome=Outcome.FAIL,
        message=message,
        metric="share_of_notes",
        observed=None if few else text.confirmed_rows / text.read,
        notes=notes,
    )


def _beside(text: TextScan, ask: Ask, unmeasured: tuple[str, ...]) -> tuple[Message, ...]:
    """Tell of lines that are no passport's, and of how well the scanner sees."""
    notes = []
    if text.malformed_rows:
        least = ask.plan.report.min_cell
        name = "malformed_few" if text.malformed_rows < least else "malformed"
        notes.append(ask.say(name, rows=max(text.malformed_rows, least)))
    notes += _by_chance(text, ask)
    if unmeasured:
        notes.append(ask.say("unmeasured", types=unmeasured))
    if text.limits:
        told = {name: text.limit(sort) for name, sort in _LIMITED.items()}
        notes += _unsaid(text, ask)
        if told["identifiers"].told and told["named"].told:
            notes.append(ask.say("sight", **{name: limit.recall for name, limit in told.items()}))
    return tuple(notes)
