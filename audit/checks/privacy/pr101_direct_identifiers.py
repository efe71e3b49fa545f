"""Does any column hold names, numbers or addresses that point straight at a person?

Why it matters
--------------
A passport number or a phone number finds a person who fled, and the relatives who stayed. A table made
for statistics or for a model needs neither, and every copy of it is one more place to lose them.

How it is judged
----------------
Each column outside free text is judged by its name and its values. Every row is read up to two million, a
seeded sample beyond, and of each column the different values: those that could be an identifier are checked,
all of them up to 20,000 for each sort and column, a sample beyond (`--full` checks all). One value whose check
digit or numbering plan holds is a fact, unless chance explains it: where ten values or more differ in digits
alone and most are not confirmed, none counts; elsewhere the same values are tried with other digits, and what
that would bring about more than once in a thousand times is no fact, but for a person to read up to once in
twenty. A single number with nothing like it beside it can still hold by chance. A column whose name promises
an identifier that at least 80 % of its different values look like is no less: `fail`. A name that promises
one without the values to match, and values that mostly look like one without a check digit, are for a person
to read: `review`. A column the plan declares under `identifiers` counts as a pseudonym unless its name or
confirmed values say that it is something else. Serious by default: what has leaked about someone who fled
cannot be called back.

What it cannot show
-------------------
A name of a person in a column that mostly holds something else, identifiers of forms the scanner does not
know, and whether a pseudonym can be turned back by whoever holds the key. An absent finding is not the
absence of personal data: every row of such a table is about a person.

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

from collections.abc import Iterator

from audit.check import Ask, Ruled, check
from audit.evidence import Evidence
from audit.measures.column_types import ColumnTypes
from audit.personal_data import words
from audit.personal_data.columns import Holds
from audit.personal_data.family import Certainty
from audit.text import Message
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
        "pass": "No column among {n} was recognised as a direct identifier, by its name or by its values in"
        " {rows:count|row|rows}. The scanner knows {types:list}.",
        "part": "{columns:list}: only a sample of the values that could be an identifier was checked; --full"
        " checks all.",
        "unread": "{columns:list}: free text, as it seems, that the plan does not name under text. Nobody looked for"
        " names in it.",
    },
)
def pr101(scan: Evidence[ColumnTypes], ask: Ask) -> Ruled:
    """Rule on columns with direct identifiers."""
    found = scan.value
    direct = found.of(Holds.DIRECT)
    named = tuple(dict.fromkeys(e.column for e in direct if e.certainty is Certainty.CONFIRMED))
    sure = [each for each in direct if each.certainty is Certainty.CONFIRMED]
    likely = [each for each in direct if each.column not in named]
    maybe = tuple(dict.fromkeys(each.column for each in likely))
    also = {"columns": maybe, "types": words(each.entity_type for each in likely)}
    notes = tuple(_limits(found, ask))
    if not named and not maybe:
        message = ask.say(
            "pass", n=found.columns_read, rows=found.rows_read, types=found.looked_for
        )
        return Ruled(outcome=Outcome.PASS, message=message, notes=notes)
    if not named:
        message = ask.say("review", n=len(maybe), **also)
        return Ruled(outcome=Outcome.REVIEW, message=message, notes=notes)
    types = words(each.entity_type for each in sure)
    return Ruled(
        outcome=Outcome.FAIL,
        message=ask.say("fail", n=len(named), columns=named, types=types),
        metric="columns_with_direct_identifiers",
        observed=len(named),
        notes=(ask.say("also", **also), *notes) if maybe else notes,
    )


def _limits(found: ColumnTypes, ask: Ask) -> Iterator[Message]:
    """Yield what was not read: values beyond the sample, and prose nobody named."""
    if found.partly:
        yield ask.say("part", columns=found.partly)
    prose = tuple(each.column for each in found.of(Holds.TEXT))
    if prose:
        yield ask.say("unread", columns=prose)
