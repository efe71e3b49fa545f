"""Does a combination of known characteristics say more of a confidential value than the table as a whole?

Why it matters
--------------
If one in twenty people in a table was refused, but nine in ten of those of one age, town and month of
arrival, then whoever knows that somebody is among them has learnt nearly everything, although both values
occur.

How it is judged
----------------
Asked of the same columns and combinations as PR203. How far the values of a combination lie from those of
everybody is the earth mover's distance, from 0 to 1: with the distance in order for numbers, dates, bins
and labels with an `order` in the plan, and with equal distances for all other labels. Where the table is
shared or public, people in combinations farther than 0.2 from the whole ask for judgement: `review`. The
number is a convention and the plan can change it. Inside one authority the numbers only inform.

What it cannot show
-------------------
A combination of few people lies far from the whole by chance alone, and the smaller the combinations the
farther they lie: read it beside PR201. The distance does not say which way the values lean, nor whether it
harms. How far the farthest combination lies is not printed: it can tell which value that combination has.
What somebody knows beyond the quasi-identifiers the plan names.

What to do
----------
Before release, coarsen the quasi-identifiers or the confidential column, or leave the column out, and count
again.

References
----------
Li, Li & Venkatasubramanian 2007, IEEE ICDE, pp. 106-115, sections 3 and 4.
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
    limit=Limit(value=0.2),
    source="Convention: a distance of 0.2",
    kinds=("*",),
    says={
        "review": "{farther:people} of {n:,} are in combinations of {columns:list} whose values of {column} lie"
        " more than {t:.2f} from those of everybody (earth mover's distance, 0 to 1).",
        "fewer": "Fewer than {fewest} people of {n:,} are in combinations of {columns:list} whose values of {column}"
        " lie more than {t:.2f} from those of everybody (earth mover's distance, 0 to 1).",
        "informs": "The table stays inside one authority, so this informs.",
        "pass": "No combination of {columns:list} among {n:people} lies more than {t:.2f} from everybody in"
        " {column} (earth mover's distance, 0 to 1; the farthest at {furthest:.2f}). This does not make the"
        " table anonymous.",
        "inform": "The table stays inside one authority, so this informs: {farther:people} of {n:,} are in"
        " combinations of {columns:list} whose values of {column} lie more than {t:.2f} from those of everybody"
        " (earth mover's distance, 0 to 1).",
        "one": "{column} has no two different values, so there is nothing to learn from a combination.",
    },
)
def pr204(values: Evidence[SensitiveValues], ask: Ask) -> Ruled:
    """Rule on combinations whose values lie far from those of everybody."""
    found = values.value.of(ask.key)
    if found.values < 2:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=ask.say("one", column=found.column))
    farther, fewest = found.farther(ask.value), ask.plan.report.min_cell
    counted = may_be_said(farther, len(found.quasi_identifiers), fewest)
    notes: tuple[Message, ...] = ()
    if ask.part.data.release is Release.INTERNAL:
        outcome, name = Outcome.NOT_APPLICABLE, "inform"
    elif farther:
        outcome, name = Outcome.REVIEW, "review"
    else:
        outcome, name = Outcome.PASS, "pass"
    if not counted:
        notes = (ask.say("informs"),) if ask.part.data.release is Release.INTERNAL else ()
        name = "fewer"
    said = ask.say(
        name,
        farther=farther if counted else None,
        fewest=fewest,
        n=found.rows,
        columns=found.quasi_identifiers,
        column=found.column,
        t=ask.value,
        furthest=None if farther else round(found.furthest, 2),
    )
    # Of a combination with one value the distance is one minus the share of that value: it says which.
    observed = None if farther else round(found.furthest, 2)
    return Ruled(
        outcome=outcome, message=said, metric="largest_distance", observed=observed, notes=notes
    )
