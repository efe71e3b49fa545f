"""Is every column used?

Why it matters
--------------
A column that nobody needs can still be stolen, subpoenaed or put to a use nobody was told about. What was
never kept cannot be turned against a person.

How it is judged
----------------
A column is used if it plays a part in the plan, is an input of the model, picks the rows of a part, or has a
`purpose` under `[columns]`. Every other column is listed for a person to judge: `review`, with those that
hold or may hold direct identifiers first (as in PR101), then special categories and free text, then the rest
in the order of the file.

What it cannot show
-------------------
Whether a column that is used is needed, and whether a stated purpose is a good one. Other uses of the same
table elsewhere: then state them.

What to do
----------
Ask for each column why it is kept. Remove what has no answer, in the copies as well, and write the answer
into the plan for the rest.

References
----------
Regulation (EU) 2016/679, Art. 5(1)(b) and (c). OECD, Privacy Guidelines (2013), part two, paragraphs 7 to 9.
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.evidence import Evidence
from audit.measures.column_types import ColumnTypes
from audit.measures.unused_columns import UnusedColumns
from audit.personal_data import words
from audit.personal_data.columns import Holds
from audit.text import Message
from audit.vocabulary import LimitBasis, MayConclude, Outcome, Right, Severity


@check(
    may_conclude=MayConclude.INDICATOR,
    rights=(Right.PRIVACY,),
    severity=Severity.MINOR,
    basis=LimitBasis.STANDARD,
    source="OECD Privacy Guidelines (2013), part two, paragraphs 7 to 9",
    kinds=("*",),
    says={
        "review": "{n:count|column|columns} of {all} without a use: no part in the plan, no input of the model, no"
        " stated purpose ({columns:list}).",
        "direct": "{columns:list} may point straight at people ({types:list}).",
        "special": "{columns:list} may hold special categories of data ({types:list}).",
        "prose": "{columns:list} may be free text, in which nobody looked for names.",
        "pass": "Each of {all:count|column|columns} plays a part in the plan, is an input or has a stated purpose.",
    },
)
def pr301(unused: Evidence[UnusedColumns], types: Evidence[ColumnTypes], ask: Ask) -> Ruled:
    """List the columns without a use."""
    found = unused.value
    if not found.columns:
        return Ruled(outcome=Outcome.PASS, message=ask.say("pass", all=found.columns_read))
    first: list[str] = []
    notes: list[Message] = []
    for holds, name in (
        (Holds.DIRECT, "direct"),
        (Holds.SPECIAL, "special"),
        (Holds.TEXT, "prose"),
    ):
        held = [each for each in types.value.of(holds) if each.column in found.columns]
        if held:
            columns = tuple(dict.fromkeys(each.column for each in held))
            kinds = words(each.entity_type for each in held if each.entity_type)
            notes.append(ask.say(name, columns=columns, types=kinds))
            first += columns
    columns = tuple(dict.fromkeys((*first, *found.columns)))
    return Ruled(
        outcome=Outcome.REVIEW,
        message=ask.say("review", n=len(columns), all=found.columns_read, columns=columns),
        metric="unused_columns",
        observed=len(columns),
        notes=tuple(notes),
    )
