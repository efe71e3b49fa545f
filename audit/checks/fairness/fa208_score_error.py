"""Is the score equally far from the truth in every group?

Why it matters
--------------
Behind equal rates of wrong flags a score can be far off for some people and close for others. Who is far
off is one change of the threshold away from harm.

How it is judged
----------------
The squared difference between the score, read as a probability, and what turned out to be true (Brier),
averaged over each group and set beside everyone else. Such errors are skewed, so limits use Hall's
transformation of Student's t, from counts and sums alone; the difference of two groups combines them
(MOVER). Groups of at least 30 people are judged, five of them with and five without the condition: fewer say
too little about the errors that matter most. It asks for judgement at most.

What it cannot show
-------------------
Where errors come from. Groups in which the condition is near even odds are harder to score than groups in which
it is rare, so a larger error need not be a worse score: read it beside calibration (FA204) and the AUC
(FA207). A score that is no probability has no such error, and is not examined.

What to do
----------
Look at calibration of the group named first. If the score is off there, have it recalibrated; if it is
not, ask what information about these people the system lacks.

References
----------
Brier 1950, Monthly Weather Review 78:1-3. Hall 1992, Journal of the Royal Statistical Society B 54:221-228.
"""

from audit.check import Ask, Ruled, Tested, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.score_quality import ScoreQuality
from audit.vocabulary import MayConclude, Outcome, Per, Right, Severity, Worse

METHOD = "mean squared error, Hall's skewness-corrected t, difference by MOVER"


@check(
    may_conclude=MayConclude.INDICATOR,
    per=Per.SENSITIVE_FEATURE,
    needs=("y_true", "y_score", "sensitive_features"),
    rights=(Right.NON_DISCRIMINATION, Right.ACCURACY),
    severity=Severity.MODERATE,
    limit=Limit(difference=0.02),
    source="convention: two hundredths; guessing even odds for everybody errs by 0.25",
    uses_truth=True,
    says={
        "beyond": "{feature} {group}: the score errs by {value:.3f} on average (squared), against {reference:.3f} for "
        "{others}. This is an indicator: it asks for judgement and decides nothing.",
        "within": "An average squared error larger than that of {others} by more than {limit_floor:.3f} is ruled "
        "out for each of the {judged:count|group|groups} that could be judged; largest is that of {group} "
        "with {value:.3f}.",
        "open": "The numbers fit both sides of the limit, or are too few to judge, for {groups:list}. Of the groups "
        "that could be judged {group} has the largest difference: {value:.3f} against {reference:.3f} for "
        "{others}.",
        "favoured": "{feature} {group}: the score errs by {value:.3f} on average (squared), against "
        "{reference:.3f} for {others}. Whether there is a reason is for a person to judge.",
        "no_probability": "The score is no probability between 0 and 1, so it has no distance from the truth.",
    },
)
def fa208(quality: Evidence[ScoreQuality], ask: Ask) -> Tested | Ruled:
    """Compare each group's mean squared error with everyone else's."""
    from audit.inference.mover import against_everyone_else

    if not quality.value.probability:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=ask.say("no_probability"))
    groups = quality.value.groups(ask.key, ask.sample)
    feature = ask.part.roles.feature(ask.key)
    reference = feature.reference if feature else ""
    compared = reference if reference in groups else "everyone else"
    return Tested(
        metric="brier_score",
        hypotheses=against_everyone_else(
            {name: g.own.error for name, g in groups.items() if g.own.error},
            {name: g.others.error for name, g in groups.items() if g.others.error},
            {name: g.own.people for name, g in groups.items() if name != reference},
            worse=Worse.HIGHER,
            limit=ask.limit.difference or 0.0,
        ),
        method=METHOD,
        unit="number",
        comparison="each group with " + compared,
        uses_truth=True,
        params={"others": compared},
    )
