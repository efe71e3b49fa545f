"""Is every column used?

Why it matters
--------------
A column that nobody needs can still be stolen, subpoenaed or put to a use nobody was told about. What was
never kept cannot be turned against a person.

How it is judged
----------------
A column is used if it plays a part in the plan, is an input of the model, picks the rows of a part, or has a
`purpose` under `[columns]`. Every other column is listed for a person to judge: `review`, with those that
hold or may hold direct identifiers first (PR101), then special categories (PR103), then the rest in the
order of the file.

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
from audit.measures.special_categories import SpecialCategories
from audit.measures.unused_columns import UnusedColumns
from audit.personal_data import words
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
        "special": "{columns:list} may hold {categories:list}.",
        "pass": "Each of {all:count|column|columns} plays a part in the plan, is an input or has a stated purpose.",
    },
)
def pr301(
    unused: Evidence[UnusedColumns],
    types: Evidence[ColumnTypes],
    special: Evidence[SpecialCategories],
    ask: Ask,
) -> Ruled:
    """List the columns without a use."""
    found = unused.value
    if not found.columns:
        return Ruled(outcome=Outcome.PASS, message=ask.say("pass", all=found.columns_read))
    hits = [hit for hit in types.value.columns if hit.column in found.columns]
    seen = [one for one in special.value.columns if one.column in found.columns]
    direct = tuple(dict.fromkeys(hit.column for hit in hits))
    named = tuple(dict.fromkeys(one.column for one in seen))
    notes = []
    if direct:
        kinds = words(hit.entity_type for hit in hits)
        notes.append(ask.say("direct", columns=direct, types=kinds))
    if named:
        categories = tuple(dict.fromkeys(str(one.category) for one in seen))
        notes.append(ask.say("special", columns=named, categories=categories))
    columns = tuple(dict.fromkeys((*direct, *named, *found.columns)))
    return Ruled(
        outcome=Outcome.REVIEW,
        message=ask.say("review", n=len(columns), all=found.columns_read, columns=columns),
        metric="unused_columns",
        observed=len(columns),
        notes=tuple(notes),
    )
