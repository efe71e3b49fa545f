"""Does the free text hold personal data that can be recognised?

Why it matters
--------------
Notes travel with a table: to a vendor, a court, a language model, another authority. What an officer
wrote down about a passport, a phone or a relative's town travels with them, and nobody asked the person.

How it is judged
----------------
Every note is searched for identifiers with a check digit, a numbering plan or a label beside them (every
note up to 100,000, a seeded sample beyond). One note with one is a fact: `fail`. Names, which a language
model finds in a seeded sample of notes, and forms without a check digit are candidates: `review`. A
line that looks like a passport's but whose check digits are wrong is mentioned and not counted. Where
nothing was found, the sentence gives the largest share of notes that could still hold something the
scanner can see, with 95 % confidence (Clopper–Pearson). Counts below the smallest printable cell are
not printed. Serious by default: what has leaked about someone who fled cannot be called back.

What it cannot show
-------------------
What the scanner cannot see: nicknames, places, family stories, identifiers of other forms, languages its
model does not read. Names of some origins are found less often than others. A helpline, an officer or
an author can have a phone number, too. The text is never said to be free of personal data.

What to do
----------
Read the notes that `audit locate` points the data owner to, remove or mask what is not needed, and give
those who write notes a place for such data. Ask whom the notes were already given to.

References
----------
OECD, Privacy Guidelines (2013), part two, paragraphs 7, 8 and 11. Regulation (EU) 2016/679, Art. 5(1)(c).
ICAO Doc 9303, part 3, section 4.9 (check digits).
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.evidence import Evidence
from audit.measures.pii_scan import PiiScan
from audit.personal_data.family import Certainty
from audit.vocabulary import LimitBasis, MayConclude, Outcome, Per, Right, Severity


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
        " ({names:count|note|notes} for names); with 95 % confidence fewer than {upper:pct} of the notes hold one"
        " it can see.",
        "pass_all": "None found in {column} by a scanner that knows {types:list} and names, on all"
        " {read:count|note|notes}. It does not see everything.",
        "empty": "{column} holds no note.",
    },
)
def pr102(scan: Evidence[PiiScan], ask: Ask) -> Ruled:
    """Rule on one column of free text."""
    text, least = scan.value.text(ask.key), ask.plan.report.min_cell
    seen: dict[str, object] = {"column": text.column, "read": text.read, "names": text.names_read}
    if not text.read and not text.names_read:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=ask.say("empty", column=text.column))
    notes = []
    if text.malformed_rows:
        few = text.malformed_rows < least
        name = "malformed_few" if few else "malformed"
        notes.append(ask.say(name, rows=max(text.malformed_rows, least)))
    maybe = text.types(Certainty.CANDIDATE)
    if text.confirmed_rows:
        few = text.confirmed_rows < least
        if maybe:
            notes.insert(0, ask.say("also", types=maybe))
        return Ruled(
            outcome=Outcome.FAIL,
            message=ask.say(
                "fail_few" if few else "fail",
                rows=max(text.confirmed_rows, least),
                types=text.types(Certainty.CONFIRMED),
                **seen,
            ),
            metric="share_of_notes",
            observed=None if few else text.confirmed_rows / text.read,
            notes=tuple(notes),
        )
    if maybe:
        message, outcome = ask.say("review", types=maybe, **seen), Outcome.REVIEW
    else:
        name = "pass_all" if text.upper is None else "pass"
        seen |= {"types": scan.value.looked_for, "upper": text.upper}
        message, outcome = ask.say(name, **seen), Outcome.PASS
    return Ruled(outcome=outcome, message=message, notes=tuple(notes))
