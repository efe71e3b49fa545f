"""Are people with the condition missed equally often?

Why it matters
--------------
Where a positive decision protects or helps, a person who meets the condition and is turned away loses
what the procedure exists to give. Where that happens to one group more than to others, protection
depends on who asks for it.

How it is judged
----------------
Of the people for whom the condition was there, the share that was not decided for, group by group,
each against everyone else (or a reference the plan names). Beyond the limit means worse off by more
than the ratio and by more than the floor, by the larger of two one-sided p-values from exact limits
(MOVER; conservative), corrected over every lead question of the audit (Holm). Within the limit means that the 95 % bound of
every judged group lies inside.

What it cannot show
-------------------
People whom nobody ever assessed are not counted, and a truth recorded by the deciding body repeats
its errors. It does not say why a gap exists.

What to do
----------
Have the files of people missed in the group named read again by somebody who does not see the first
decision, and ask what the system needed to see in order to recognise their case.

References
----------
Hardt, Price & Srebro 2016, "Equality of Opportunity in Supervised Learning", definition 2.2.
"""

from audit.check import Ask, Measured, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.group_counts import GroupCounts
from audit.vocabulary import MayConclude, Per, PositiveIs, Right, Severity, Worse

SAYS = {
    "adverse": "were not flagged although the condition was there",
    "favourable": "were turned down although the condition was met",
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
def fa202(counts: Evidence[GroupCounts], ask: Ask) -> Measured:
    """Compare false negative rates."""
    groups = counts.value.groups(ask.key, ask.sample)
    adverse = ask.part.roles.positive_is is PositiveIs.ADVERSE
    return Measured(
        metric="false_negative_rate",
        rates={name: group.false_negative for name, group in groups.items()},
        worse=Worse.EITHER if adverse else Worse.HIGHER,
        phrase=ask.say("adverse" if adverse else "favourable"),
        uses_truth=True,
    )
