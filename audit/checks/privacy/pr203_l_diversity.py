"""Do people who look alike share the same confidential value?

Why it matters
--------------
Nobody need be alone in a table to be found out. If all ten people of one age, town and month of arrival
have the same diagnosis or the same outcome, then whoever knows that a cousin is among them knows that of
the cousin as well.

How it is judged
----------------
Asked of each confidential column: those of the role `confidential`, the recorded truth, and group columns
whose ground is a special category. People with a recorded value are counted by their combination of all
quasi-identifiers (without the column itself), and by the value. A combination of fewer than 2 different
values gives the value away (distinct l-diversity; the plan can ask for more). The stricter forms, by
entropy and recursive with c = 3, stand beside it. Where the table is shared or public, one such
combination asks for judgement: `review`. Inside one authority the numbers only inform. Which value it is,
and which combination, is said nowhere. Quasi-identifiers count by the values that stand in the file, as in
PR201 and PR202, whatever bins, map or pool the plan has for them: whoever gets the file sees the values. What
counts as one value of the confidential column, the plan says.

What it cannot show
-------------------
What different values have in common: two words for one illness count as two. That one value is nearly
certain, where a second occurs once; see PR204. What somebody knows beyond the quasi-identifiers the plan
names. A diverse combination does not make a table anonymous.

What to do
----------
Before release, coarsen the quasi-identifiers or the confidential column, or leave the column out, and count
again. `audit locate` gives the rows to the data owner.

References
----------
Machanavajjhala, Kifer, Gehrke & Venkitasubramaniam 2007, ACM TKDD 1(1) art. 3, sections 3 and 4.
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.equivalence_classes import may_be_said
from audit.measures.sensitive_values import SensitiveValues
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Per, Release, Right, Severity


@check(
    may_conclude=MayConclude.INDICATOR,
    per=Per.CONFIDENTIAL,
    needs=("quasi_identifiers", "confidential"),
    rights=(Right.PRIVACY,),
    severity=Severity.MODERATE,
    limit=Limit(value=2.0),
    source="Convention: 2 different values, the least that hides one",
    kinds=("*",),
    says={
        "same": "{below:people} of {n:,} are in combinations of {columns:list} all of whose members have the"
        " same {column}; {alone:,} of them are alone in theirs.",
        "few": "{below:people} of {n:,} are in combinations of {columns:list} whose members have fewer than"
        " {l} different values of {column}.",
        "pass": "Each combination of {columns:list} among {n:people} holds at least {least} different values of"
        " {column}. This does not make the table anonymous.",
        "inform": "The table stays inside one authority, so this informs: {below:people} of {n:,} are in"
        " combinations of {columns:list} all of whose members have the same {column}; {alone:,} of them are alone"
        " in theirs.",
        "inform_few": "The table stays inside one authority, so this informs: {below:people} of {n:,} are in"
        " combinations of {columns:list} whose members have fewer than {l} different values of {column}.",
        "strict": "The least diverse combination has l = {entropy:.2f} by entropy, and recursively l = {recursive}"
        " at c = 3.",
        "some": "{below:people} of {n:,} are in combinations of {columns:list} whose members have fewer than {l}"
        " different values of {column}.",
        "fewer": "Fewer than {fewest} people of {n:,} are in combinations of {columns:list} whose members have fewer"
        " than {l} different values of {column}.",
        "informs": "The table stays inside one authority, so this informs.",
        "unrecorded": "At least {unrecorded:people} without a recorded {column} are not counted.",
        "unrecorded_few": "Fewer than {fewest} people without a recorded {column} are not counted.",
        "one": "{column} has no two different values, so there is nothing to learn from a combination.",
    },
)
def pr203(values: Evidence[SensitiveValues], ask: Ask) -> Ruled:
    """Rule on combinations that give a value away."""
    found, l = values.value.of(ask.key), ask.value  # noqa: E741 (the field's letter)
    if found.values < 2:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=ask.say("one", column=found.column))
    below, fewest = found.below(l), ask.plan.report.min_cell
    columns = len(found.quasi_identifiers)
    counted = may_be_said(below, columns, fewest)
    said: dict[str, object] = {
        "below": below if counted else None, "n": found.rows, "columns": found.quasi_identifiers,
        "column": found.column, "l": round(l), "least": found.distinct[0][0], "fewest": fewest,
    }  # fmt: skip
    notes: list[Message] = [
        ask.say("strict", entropy=found.least_entropy, recursive=found.recursive[0][0])
    ]
    if found.unrecorded:
        few, least = found.unrecorded < fewest, found.unrecorded // fewest * fewest
        said_of = {"unrecorded": None if few else least, "fewest": fewest, "column": found.column}
        notes.append(ask.say("unrecorded_few" if few else "unrecorded", **said_of))
    if ask.part.data.release is Release.INTERNAL:
        outcome, name = Outcome.NOT_APPLICABLE, "inform" if l <= 2 else "inform_few"
    elif not below:
        outcome, name = Outcome.PASS, "pass"
    else:
        outcome, name = Outcome.REVIEW, "same" if l <= 2 else "few"
    if not counted or (l <= 2 and not may_be_said(found.alone, columns, fewest) and below):
        name = "some" if counted else "fewer"
        if outcome is Outcome.NOT_APPLICABLE:
            notes.insert(0, ask.say("informs"))
    elif l <= 2:
        said["alone"] = found.alone
    return Ruled(
        outcome=outcome,
        message=ask.say(name, **said),
        metric="share_in_uniform_combinations",
        observed=below / found.rows if counted else None,
        notes=tuple(notes),
    )
