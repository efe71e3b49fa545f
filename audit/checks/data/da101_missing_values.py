"""Are values missing equally often in every group?

Why it matters
--------------
A system fills a gap with something: a default, an average, a suspicion. If the records of one group
are thinner, its members are judged on guesses, and an audit sees less of them, too.

How it is judged
----------------
For each column, the share of rows without a value is compared between each group and everyone else.
The column with the widest gap is judged: a difference of more than 10 percentage points, with limits
that exclude the tolerance, asks for a person's reading. Other columns beyond it are named. Rows to
which a column does not apply are left out: those where another column named in the plan always leaves it empty.
Columns filled only for some people by the way decisions are made and checked are listed and not compared.

What it cannot show
-------------------
Why values are missing, or what the system put in their place. Where emptiness follows another column,
such as the office that took the form, a gap between groups can hide behind that column. The widest of
many gaps is wide by chance more often than one chosen beforehand.

What to do
----------
Ask how the column is filled, by whom and in which language, and what the system does without it.
"""

from __future__ import annotations

from audit.check import Answer, Ask, Measured, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.missingness import Missingness
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Per, Right, Worse


@check(
    may_conclude=MayConclude.INDICATOR,
    per=Per.SENSITIVE_FEATURE,
    needs=("sensitive_features",),
    rights=(Right.ACCURACY, Right.NON_DISCRIMINATION),
    limit=Limit(difference=0.10),
    kinds=("*",),
    says={
        "phrase": "have no value in the column '{column}'",
        "pass": "No column that is asked of everyone lacks a value.",
        "few": "Not compared, because it makes groups itself and in some groups fewer than {fewest} people lack it:"
        " {columns:list}.",
        "only_few": "No other column that is asked of everyone lacks a value.",
        "others": "Columns in which groups also differ by more than {limit:points}: {columns:list}.",
        "by_role": "Not compared, because they are filled only for some people by their role: {columns:list}.",
        "by_design": "Not compared, because '{depends}' says to whom they apply: {columns:list}.",
        "partly": "In '{column}', only the rows are counted to which it applies, as '{depends}' says.",
        "empty": "Without a single value: {columns:list}.",
    },
)
def da101(missing: Evidence[Missingness], ask: Ask) -> Answer:
    """Measure the column in which groups differ most; list what is not compared."""
    found = missing.value
    fewest = ask.plan.report.min_cell
    asked = [column for column in found.columns if ask.key in column.by]
    columns = [column for column in asked if found.may_be_said(column, ask.key, fewest)]
    columns.sort(key=lambda column: (-column.gap(ask.key), column.column))
    notes = _apart(found, ask)
    if few := tuple(column.column for column in asked if column not in columns):
        notes = (ask.say("few", columns=few, fewest=fewest), *notes)
    if few and not columns:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=ask.say("only_few"), notes=notes)
    if not columns:
        return Ruled(outcome=Outcome.PASS, message=ask.say("pass"), observed=0.0, notes=notes)
    widest, *rest = columns
    tolerated = ask.limit.difference or 0.0
    others = tuple(column.column for column in rest if column.gap(ask.key) > tolerated)
    if others:
        notes = (ask.say("others", limit=tolerated, columns=others), *notes)
    if widest.depends_on:
        partly = ask.say("partly", column=widest.column, depends=widest.depends_on)
        notes = (partly, *notes)
    return Measured(
        metric="missing_share",
        rates=widest.by[ask.key],
        worse=Worse.HIGHER,
        phrase=ask.say("phrase", column=widest.column),
        notes=notes,
    )


def _apart(found: Missingness, ask: Ask) -> tuple[Message, ...]:
    notes = []
    if found.by_role:
        notes.append(ask.say("by_role", columns=found.by_role))
    designs = found.by_design
    for depends in dict.fromkeys(designs.values()):
        columns = tuple(column for column, other in designs.items() if other == depends)
        notes.append(ask.say("by_design", depends=depends, columns=columns))
    if found.empty:
        notes.append(ask.say("empty", columns=found.empty))
    return tuple(notes)
