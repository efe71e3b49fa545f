"""Does the same score mean the same thing in every group?

Why it matters
--------------
Officers read a score without asking whose it is. If at the same score the condition is there less
often in one group, its members are held more suspect than their cases are; where a high score helps, it is the other
way round.

How it is judged
----------------
Each group against everyone else at equal score: how often the condition was there, compared within 20
score bins (Mantel-Haenszel, Sato's variance; where rows belong together or are weighted, a variance that keeps
clusters whole). A group can stand above the others at low scores and below them at high ones, so that the
gaps cancel: from 100 people with and 100 without the condition the slope of a logistic recalibration is set beside
that of everyone else as well, and a difference of more than 0.2, shown at 99 % for all groups together, asks
for judgement too. It asks for judgement at most. How far the score is off for everybody is shown in the
pictures and not judged.

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
Scores", section 1.1. Van Calster et al. 2019, BMC Medicine 17:230 (slope and intercept).
"""

from audit.check import Ask, Measured, Reservation, Stratum, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.group_counts import GroupCounts
from audit.measures.score_bins import ScoreBins
from audit.measures.score_quality import ScoreQuality, differing_slopes, slopes
from audit.vocabulary import MayConclude, Per, PositiveIs, Right, Severity, Worse

SLOPE = 0.2
"""Difference of slopes from which a person must look."""

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
    says={
        "rate": "had the condition, compared at equal score",
        "slopes": "On the whole the condition is not shown to be there more or less often at equal score, but the same "
        "difference in score stands for different things in {count:count|group|groups} of {feature}: there "
        "the score is steeper or flatter than for those compared with.",
        "fitted": "Slopes and intercepts were fitted for {count:count|group|groups} of {feature} with at least "
        "100 people with and 100 without the condition; the picture shows them.",
    },
)
def fa204(
    bins: Evidence[ScoreBins],
    counts: Evidence[GroupCounts],
    quality: Evidence[ScoreQuality],
    ask: Ask,
) -> Measured:
    """Compare how often the condition was there at equal score."""
    groups = counts.value.groups(ask.key, ask.sample)
    beside = quality.value.groups(ask.key, ask.sample)
    fitted = slopes(beside)
    other = differing_slopes(beside, SLOPE, 0.01)
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
        reservation=Reservation(
            message=ask.say("slopes", count=len(other), feature=ask.key), groups=other
        )
        if other
        else None,
        notes=(ask.say("fitted", count=len(fitted), feature=ask.key),) if fitted else (),
    )
