"""Does the same score mean the same thing in every group?

Why it matters
--------------
Officers read a score without asking whose it is. If at the same score the condition is there less
often in one group, its members are held more suspect than their cases are; where a high score helps, it is the other
way round.

How it is judged
----------------
Each group against everyone else at equal score: how often the condition was there, compared within 20
score bins (Mantel-Haenszel, Sato's variance). It asks for judgement at most. Overall miscalibration is
shown in the picture and not judged here.

What it cannot show
-------------------
A score that means the same in every group can still rest on inputs that earlier unequal treatment
produced, and can go with unequal error rates.

What to do
----------
Where a score is read differently than it should be, have it recalibrated or withdrawn for the group
named until it is, and tell those who use it.

References
----------
Kleinberg, Mullainathan & Raghavan 2017, "Inherent Trade-Offs in the Fair Determination of Risk
Scores", section 1.1.
"""

from audit.check import Ask, Measured, Stratum, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.group_counts import GroupCounts
from audit.measures.score_bins import ScoreBins
from audit.vocabulary import MayConclude, Per, PositiveIs, Right, Severity, Worse

WORSE = {
    PositiveIs.ADVERSE: Worse.LOWER,
    PositiveIs.FAVOURABLE: Worse.HIGHER,
    PositiveIs.UNSTATED: Worse.EITHER,
}


@check(
    may_conclude=MayConclude.INDICATOR,
    per=Per.SENSITIVE_FEATURE,
    needs=("y_true", "y_score", "y_pred", "sensitive_features"),
    rights=(Right.NON_DISCRIMINATION, Right.ACCURACY),
    severity=Severity.MODERATE,
    limit=Limit(ratio=1.25, difference=0.02),
    source="same ratio as FA201, floor of two points",
    uses_truth=True,
    says={"rate": "had the condition, compared at equal score"},
)
def fa204(bins: Evidence[ScoreBins], counts: Evidence[GroupCounts], ask: Ask) -> Measured:
    """Compare how often the condition was there at equal score."""
    groups = counts.value.groups(ask.key, ask.sample)
    return Measured(
        metric="base_rate_at_equal_score",
        rates={name: group.base for name, group in groups.items()},
        worse=WORSE[ask.part.roles.positive_is],
        phrase=ask.say("rate"),
        uses_truth=True,
        strata=tuple(
            Stratum(label=label, rates=rates)
            for label, rates in bins.value.bins(ask.key, ask.sample).items()
        ),
        strata_names=("score_bin",),
        scatter=bins.value.scatter(ask.key, ask.sample),
        judged_on="within",
    )
