"""Is a positive decision right equally often in every group?

Why it matters
--------------
Where flags on one group are wrong more often than flags on others, the same flag is weaker evidence
against its members, and officers who treat all flags alike treat people unequally.

How it is judged
----------------
Of the people decided positive whose truth is recorded, the share for whom the condition was there,
group by group. It asks for judgement at most: with unequal base rates this and the error rates cannot
all be equal, and which of them leads was fixed by the plan.

What it cannot show
-------------------
The rate holds at the share of true cases in this sample, not at the share in real life (FA205 is the
check for that). It says nothing about people who were not decided positive.

What to do
----------
Tell the people who act on a flag how often it is right, for each group, and read it together with the
error rates.

References
----------
Chouldechova 2017, "Fair Prediction with Disparate Impact", Big Data 5(2), section 2.
"""

from audit.check import Ask, Measured, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.group_counts import GroupCounts
from audit.vocabulary import MayConclude, Per, PositiveIs, Right, Severity, Worse

WORSE = {
    PositiveIs.ADVERSE: Worse.LOWER,
    PositiveIs.FAVOURABLE: Worse.HIGHER,
    PositiveIs.UNSTATED: Worse.EITHER,
}


@check(
    may_conclude=MayConclude.INDICATOR,
    per=Per.SENSITIVE_FEATURE,
    needs=("y_true", "y_pred", "sensitive_features"),
    rights=(Right.NON_DISCRIMINATION,),
    severity=Severity.MODERATE,
    limit=Limit(ratio=1.25, difference=0.01),
    source="same ratio as FA201",
    uses_truth=True,
    says={
        "adverse": "of those flagged did have the condition",
        "favourable": "of those decided for did meet the condition",
        "unstated": "of those decided positive did have the condition",
    },
)
def fa203(counts: Evidence[GroupCounts], ask: Ask) -> Measured:
    """Compare precision."""
    groups = counts.value.groups(ask.key, ask.sample)
    stakes = ask.part.roles.positive_is
    return Measured(
        metric="precision",
        rates={name: group.precision for name, group in groups.items()},
        worse=WORSE[stakes],
        phrase=ask.say(str(stakes)),
        uses_truth=True,
    )
