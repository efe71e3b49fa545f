"""Is it said of every column why it is kept?

Why it matters
--------------
A column that nobody needs can still be stolen, subpoenaed or put to a use nobody was told about. What was
never kept cannot be turned against a person.

How it is judged
----------------
A use is stated for a column if the model reads it (`features`, or the model's own list), or if the plan gives it
a `purpose` under `[columns]`. A part in the audit is no use: it says why the auditor looks at the column, not why its
keeper has it. Every column without a stated use is listed for a person to judge: `review`. Those that the plan does
not name at all come apart from those it names for the audit alone, and first among them those that hold or may hold
direct identifiers (as in PR101), then special categories and free text, then the rest in the order of the file.
Where a use is stated for each column it is `pass`: somebody has answered for each.

What it cannot show
-------------------
Whether a stated purpose is a good one, whether the column is needed for it, and whether less detail would do. That a
model reads a column is no proof that it needs it. Other uses of the same table elsewhere: then state them.

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
        "review": "{n:count|column|columns} of {all} without a stated use: no purpose in the plan, no input of the"
        " model, no part in the audit ({columns:list}).",
        "audit_only": "No purpose is stated for {n:count|column|columns} of {all} that the model does not read and that"
        " the plan names for this audit alone ({columns:list}). An audit is no reason to keep them.",
        "direct": "{columns:list} may point straight at people ({types:list}).",
        "special": "{columns:list} may hold special categories of data ({types:list}).",
        "prose": "{columns:list} may be free text, in which nobody looked for names.",
        "pass": "For each of {all:count|column|columns} a use is stated: the model reads {inputs:,}, and the plan gives"
        " {stated:,} a purpose. Whether that is enough is for a person.",
    },
)
def pr301(unused: Evidence[UnusedColumns], types: Evidence[ColumnTypes], ask: Ask) -> Ruled:
    """List the columns without a stated use."""
    found = unused.value
    without = (*found.columns, *found.audit_only)
    if not without:
        message = ask.say("pass", all=found.columns_read, inputs=found.inputs, stated=found.stated)
        return Ruled(outcome=Outcome.PASS, message=message)
    notes, first = _pointing(without, types.value, ask)
    listed = [
        ask.say(name, n=len(columns), all=found.columns_read, columns=_first(first, columns))
        for name, columns in (("review", found.columns), ("audit_only", found.audit_only))
        if columns
    ]
    return Ruled(
        outcome=Outcome.REVIEW,
        message=listed[0],
        metric="columns_without_stated_use",
        observed=len(without),
        notes=(*listed[1:], *notes),
    )


def _pointing(
    columns: tuple[str, ...], types: ColumnTypes, ask: Ask
) -> tuple[list[Message], tuple[str, ...]]:
    """Say which of the columns point at people, and return those, the most direct first."""
    first: list[str] = []
    notes: list[Message] = []
    for holds, name in (
        (Holds.DIRECT, "direct"),
        (Holds.SPECIAL, "special"),
        (Holds.TEXT, "prose"),
    ):
        held = [each for each in types.of(holds) if each.column in columns]
        if held:
            named = tuple(dict.fromkeys(each.column for each in held))
            kinds = words(each.entity_type for each in held if each.entity_type)
            notes.append(ask.say(name, columns=named, types=kinds))
            first += named
    return notes, tuple(first)


def _first(first: tuple[str, ...], columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*(name for name in first if name in columns), *columns)))
