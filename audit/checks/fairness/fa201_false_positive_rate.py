"""Are people without the condition flagged equally often?

Why it matters
--------------
A flag on somebody who gave no cause for it is a wrong suspicion: a search, a longer procedure, a
refusal. Where such errors fall on one group more than on others, that group carries the cost of the
system's mistakes.

How it is judged
----------------
Of the people for whom the condition was not there, the share that was flagged all the same, group by
group, each against everyone else (or a reference the plan names). Beyond the limit means worse off by
more than the ratio and by more than the floor, by the larger of two one-sided p-values from exact limits
(MOVER; conservative), corrected over every lead question of the audit (Holm). Within the limit means that the 95 % bound of
every judged group lies inside.

What it cannot show
-------------------
Whether the recorded truth is right: if the body that decides also records it, its own errors count
as truth. It says nothing of people whose outcome was never established, nor why a gap exists.

What to do
----------
Read the files of the people wrongly flagged in the group named, ask the operator which inputs raise
its scores, and have the threshold reviewed before the next decisions are taken.

References
----------
Hardt, Price & Srebro 2016, "Equality of Opportunity in Supervised Learning", definition 2.1.
"""

from audit.check import Ask, Measured, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.group_counts import GroupCounts
from audit.vocabulary import MayConclude, Per, PositiveIs, Right, Severity, Worse

SAYS = {
    "adverse": "were flagged although the condition was not there",
    "favourable": "were decided for although the condition was not met",
}


@check(
    may_conclude=MayConclude.LEAD,
    per=Per.SENSITIVE_FEATURE,
    needs=("y_true", "y_pred", "sensitive_features"),
    rights=(Right.NON_DISCRIMINATION, Right.FAIR_PROCEDURE),
    severity=Severity.SERIOUS,
    limit=Limit(ratio=1.25, difference=0.01),
    source="four-fifths convention, read as a ratio of error rates, with a floor of one point",
    uses_truth=True,
    says=SAYS,
)
def fa201(counts: Evidence[GroupCounts], ask: Ask) -> Measured:
    """Compare false positive rates."""
    groups = counts.value.groups(ask.key, ask.sample)
    adverse = ask.part.roles.positive_is is not PositiveIs.FAVOURABLE
    return Measured(
        metric="false_positive_rate",
        rates={name: group.false_positive for name, group in groups.items()},
        worse=Worse.HIGHER if adverse else Worse.EITHER,
        phrase=ask.say("adverse" if adverse else "favourable"),
        uses_truth=True,
    )
