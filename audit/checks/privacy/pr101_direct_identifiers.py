"""Does any column hold names, numbers or addresses that point straight at a person?

Why it matters
--------------
A passport number or a phone number finds a person who fled, and the relatives who stayed. A table made
for statistics or for a model needs neither, and every copy of it is one more place to lose them.

How it is judged
----------------
Each column outside free text is judged by its name and by up to 200 different values drawn from 1,000
rows. One value whose check digit or numbering plan holds is a fact, and so is a column whose name promises
an identifier that at least 80 % of its values look like: `fail`. A name that promises one without the
values to match, and values that mostly look like one without a check digit, are for a person to read:
`review`. A column the plan declares under `identifiers` counts as a pseudonym unless its values are
confirmed to be something else. Serious by default: what has leaked about someone who fled cannot be
called back.

What it cannot show
-------------------
A rare identifier in a column that mostly holds something else, identifiers of forms the scanner does
not know, and whether a pseudonym can be turned back by whoever holds the key. An absent finding is not
the absence of personal data: every row of such a table is about a person.

What to do
----------
Remove the column, or replace it by a pseudonym whose key stays with the authority. Ask who already
received the table. `audit locate` gives the rows to the data owner.

References
----------
OECD, Privacy Guidelines (2013), part two, paragraphs 7, 8 and 11. Regulation (EU) 2016/679, Art. 5(1)(c)
and Art. 4(5).
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.evidence import Evidence
from audit.measures.column_types import ColumnTypes
from audit.personal_data import words
from audit.personal_data.family import Certainty
from audit.vocabulary import LimitBasis, MayConclude, Outcome, Right, Severity


@check(
    may_conclude=MayConclude.EVENT,
    rights=(Right.PRIVACY,),
    severity=Severity.SERIOUS,
    basis=LimitBasis.STANDARD,
    source="OECD Privacy Guidelines (2013), part two, paragraphs 7 and 8",
    kinds=("*",),
    says={
        "fail": "{n:count|column holds|columns hold} direct identifiers of people: {columns:list}"
        " ({types:list}).",
        "review": "{n:count|column|columns} may hold direct identifiers of people: {columns:list}"
        " ({types:list}). A person must look.",
        "also": "{columns:list} may hold direct identifiers as well ({types:list}).",
        "pass": "No column among {n} was recognised as a direct identifier, by its name or by up to 200 of its"
        " values. The scanner knows {types:list}, and identity numbers and addresses by the column's name.",
    },
)
def pr101(scan: Evidence[ColumnTypes], ask: Ask) -> Ruled:
    """Rule on columns with direct identifiers."""
    found = scan.value
    sure = [hit for hit in found.columns if hit.certainty is Certainty.CONFIRMED]
    named = tuple(dict.fromkeys(hit.column for hit in sure))
    likely = [
        hit
        for hit in found.columns
        if hit.certainty is Certainty.CANDIDATE and hit.column not in named
    ]
    maybe = tuple(dict.fromkeys(hit.column for hit in likely))
    if not named and not maybe:
        return Ruled(
            outcome=Outcome.PASS,
            message=ask.say("pass", n=found.columns_read, types=found.looked_for),
        )
    also = {"columns": maybe, "types": words(hit.entity_type for hit in likely)}
    if not named:
        return Ruled(outcome=Outcome.REVIEW, message=ask.say("review", n=len(maybe), **also))
    types = words(hit.entity_type for hit in sure)
    return Ruled(
        outcome=Outcome.FAIL,
        message=ask.say("fail", n=len(named), columns=named, types=types),
        metric="columns_with_direct_identifiers",
        observed=len(named),
        notes=(ask.say("also", **also),) if maybe else (),
    )
