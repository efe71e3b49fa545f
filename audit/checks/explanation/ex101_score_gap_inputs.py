"""Which inputs does the gap in scores between groups run through?

Why it matters
--------------
A model that is never given somebody's nationality can still score by it, through a language, an
embassy or an occupation. Who wants to contest a score, or repair it, must know through which inputs
a difference between groups comes about.

How it is judged
----------------
A sample of people, drawn by group and score, is explained with SHAP values. One group's weighted
mean SHAP values less everyone else's add up to the difference of their mean scores; the largest
parts are named with their share. The gap over all people is compared with the limit, in units of a
score between 0 and 1. Beyond it, a person must judge; this question alone never fails.

What it cannot show
-------------------
A cause, or whether an input is used with good reason: it shows where the model's arithmetic runs. A
share can exceed 100 % where other inputs pull the other way. A gap within the limit does not show
that the inputs are harmless, nor that the score is right.

What to do
----------
Ask the operator why each named input is needed, what it measures, and whether it stands in for
membership of the group; then have the score computed without it and look at errors again.

References
----------
Lundberg & Lee 2017, "A Unified Approach to Interpreting Model Predictions", section 3, property 1.
"""

from dataclasses import replace

from audit.check import Ask, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.attributions import Attributions
from audit.vocabulary import MayConclude, Outcome, Per, Right

SAYS = {
    "beyond": (
        "The mean score of {group} is {full:+.3f} away from everyone else's (limit {limit:g}). {runs}"
    ),
    "within": (
        "No group of at least {least:people} has a mean score further than {limit:g} from everyone "
        "else's; furthest is {group} with {full:+.3f} ({sampled:+.3f} in the {rows:count|row|rows} "
        "explained, in units of the {space})."
    ),
    "unbounded": (
        "The mean score of {group} is {full:+.3f} away from everyone else's; the scores do not lie "
        "between 0 and 1, so the limit says nothing of them. {runs}"
    ),
    "runs_through": (
        "In the {rows:count|row|rows} explained the difference is {sampled:+.3f}, in units of the "
        "{space}, and runs through {inputs:list}: an association, not a cause."
    ),
    "runs_unknown": (
        "In the {rows:count|row|rows} explained the difference is {sampled:+.3f}, in units of the "
        "{space}: too far from that of everyone to say which inputs it runs through."
    ),
    "too_small": "No two groups of {feature} have at least {least:people} with a score.",
    "share": "{input} ({share:.0f} %)",
}
LEAST = 30


@check(
    may_conclude=MayConclude.INDICATOR,
    per=Per.SENSITIVE_FEATURE,
    needs=("model", "sensitive_features"),
    rights=(Right.NON_DISCRIMINATION, Right.EXPLANATION),
    limit=Limit(value=0.05),
    source="convention: five points of a score between 0 and 1",
    about_model=True,
    says=SAYS,
)
def ex101(attributions: Evidence[Attributions], ask: Ask) -> Ruled:
    """Name the inputs behind the most disadvantaged group's gap."""
    found = attributions.value
    least = max(LEAST, ask.plan.report.min_cell)
    judged = found.judged(ask.key, least)
    if not judged:
        return Ruled(
            outcome=Outcome.INCONCLUSIVE,
            message=ask.say("too_small", feature=ask.key, least=least),
        )
    worst = judged[0]
    if abs(worst.full_gap) <= ask.value:
        worst = max(judged, key=lambda gap: abs(gap.full_gap))
    beyond = abs(worst.full_gap) > ask.value or not found.bounded
    through = found.through(worst)
    told = {"rows": found.rows, "sampled": worst.sampled_gap, "space": found.space}
    message = ask.say(
        ("beyond" if found.bounded else "unbounded") if beyond else "within",
        group=worst.group,
        full=worst.full_gap,
        limit=ask.value,
        least=least,
        **told,
    )
    if beyond:
        inputs = tuple(SAYS["share"].format(input=n, share=100 * share) for n, share in through)
        name = "runs_through" if through else "runs_unknown"
        message = replace(message, parts={"runs": ask.say(name, inputs=inputs, **told)})
    return Ruled(
        outcome=Outcome.REVIEW if beyond else Outcome.PASS,
        message=message,
        observed=worst.full_gap,
        metric="difference of mean scores",
        groups=(worst.group,) if beyond else (),
        associated_inputs=tuple(name for name, _ in through) if beyond else (),
    )
