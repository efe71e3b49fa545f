"""Does the score tell people with and without the condition apart equally well in every group?

Why it matters
--------------
A score that ranks people well on the whole can rank some of them hardly better than chance. For them a high
score says little, and whoever reads it does not know that.

How it is judged
----------------
The AUC of each group: the chance that of two of its people, one with and one without the condition, the
first has the higher score (a tie counts half). Each group is set beside everyone else. Limits invert
Hanley and McNeil's variance in Newcombe's form, widened where the data scatter more; the difference of two
groups combines them (MOVER). Groups of at least 30 people, five with and five without the condition, are
judged. Scores count in a thousand steps. It asks for judgement at most.

What it cannot show
-------------------
Whether the score is right about anybody: a score can rank well and be far too high for a whole group. It
compares people within a group, never across. Groups whose cases are more alike are harder to rank, whoever
does it.

What to do
----------
Ask which inputs carry information for the group named and which do not, and whether the system was built
on enough of its cases. Until then tell those who read the score how little it says there.

References
----------
Hanley & McNeil 1982, Radiology 143:29-36. Newcombe 2006, Statistics in Medicine 25:559-573, method 5.
"""

from audit.check import Ask, Tested, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.score_quality import ScoreQuality
from audit.vocabulary import MayConclude, Per, Right, Severity, Worse

METHOD = "AUC, inverted Hanley-McNeil limits (Newcombe), difference by MOVER"


@check(
    may_conclude=MayConclude.INDICATOR,
    per=Per.SENSITIVE_FEATURE,
    needs=("y_true", "y_score", "sensitive_features"),
    rights=(Right.NON_DISCRIMINATION, Right.ACCURACY),
    severity=Severity.MODERATE,
    limit=Limit(difference=0.05),
    source="convention: five points of AUC",
    uses_truth=True,
    says={
        "beyond": "{feature} {group}: of two people, one with and one without the condition, the score puts the "
        "first higher in {value:pct} of pairs, against {reference:pct} among {others}. This is an indicator: "
        "it asks for judgement and decides nothing.",
        "within": "A shortfall of more than {limit_floor:points} in the AUC is ruled out for each of the "
        "{judged:count|group|groups} that could be judged; lowest stands {group} with {value:pct} of pairs.",
        "open": "The numbers fit both sides of the limit, or are too few to judge, for {groups:list}. Lowest of the "
        "groups that could be judged is {group}, with {value:pct} of pairs in order against {reference:pct} "
        "among {others}.",
        "favoured": "{feature} {group}: the score puts {value:pct} of pairs in order, against {reference:pct} among "
        "{others}. Whether there is a reason is for a person to judge.",
        "tied": "Up to {share:pct} of the pairs of a group lie in one of a thousand steps of the score and "
        "count as ties: its AUC could differ by half of that from the AUC of the exact scores.",
    },
)
def fa207(quality: Evidence[ScoreQuality], ask: Ask) -> Tested:
    """Compare the AUC of each group with everyone else's."""
    from audit.inference.mover import against_everyone_else

    groups = quality.value.groups(ask.key, ask.sample)
    own = {name: g.own.separation for name, g in groups.items() if g.own.separation}
    others = {name: g.others.separation for name, g in groups.items() if g.others.separation}
    feature = ask.part.roles.feature(ask.key)
    reference = feature.reference if feature else ""
    compared = reference if reference in groups else "everyone else"
    tied = max((g.own.tied for name, g in groups.items() if name in own), default=0.0)
    return Tested(
        metric="auc",
        hypotheses=against_everyone_else(
            own,
            others,
            {name: g.own.people for name, g in groups.items() if name != reference},
            worse=Worse.LOWER,
            limit=ask.limit.difference or 0.0,
        ),
        method=METHOD,
        worse=Worse.LOWER,
        comparison="each group with " + compared,
        uses_truth=True,
        params={"others": compared},
        notes=(ask.say("tied", share=tied),) if tied > 0.02 else (),
    )
