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
score between 0 and 1, with its interval (Welch, clusters kept whole; simultaneous over the groups). Where all of it
lies beyond the limit a person must judge; where every group's one-sided 95 % bounds lie inside, the gap is within the
limit; else the numbers fit both. This question alone never fails.

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

from collections.abc import Sequence
from dataclasses import replace
from statistics import NormalDist

from audit.check import Ask, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.attributions import Attributions, GroupGap
from audit.vocabulary import MayConclude, Outcome, Per, Right

SAYS = {
    "beyond": (
        "The mean score of {group} is {full:+.3f} away from everyone else's (limit {limit:g}). {runs}"
    ),
    "within": (
        "For every group of at least {least:people} a mean score further than {limit:g} from everyone "
        "else's is ruled out; furthest is {group} with {full:+.3f} ({sampled:+.3f} in the "
        "{rows:count|row|rows} explained, in units of the {space})."
    ),
    "open": (
        "The numbers fit both sides of the limit of {limit:g}: the mean score of {group} is {full:+.3f} "
        "away from everyone else's, and between {low:+.3f} and {high:+.3f} fits as well. {runs}"
    ),
    "settle": "More people of {group} with a score.",
    "no_error": (
        "The mean score of {group} is {full:+.3f} away from everyone else's. How far chance alone would "
        "move it is not known: rows belong together, and no column holds the score. {runs}"
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
    bounded = found.bounded
    beyond = [gap for gap in judged if _beyond(gap, ask.value, len(judged))]
    worst = beyond[0] if beyond else _furthest(judged, ask.value)
    outcome = Outcome.REVIEW if beyond or not bounded else _outcome(judged, worst, ask.value)
    through = found.through(worst)
    told = {"rows": found.rows, "sampled": worst.sampled_gap, "space": found.space}
    interval = _interval(worst, len(judged))
    name = {Outcome.REVIEW: "beyond", Outcome.PASS: "within"}.get(outcome, "open")
    if not bounded:
        name = "unbounded"
    elif interval is None:
        name = "no_error"
    low, high = interval or (None, None)
    message = ask.say(
        name,
        group=worst.group,
        full=worst.full_gap,
        limit=ask.value,
        least=least,
        low=low,
        high=high,
        **told,
    )
    passes = outcome is Outcome.PASS
    if not passes:
        inputs = tuple(SAYS["share"].format(input=n, share=100 * share) for n, share in through)
        runs = "runs_through" if through else "runs_unknown"
        message = replace(message, parts={"runs": ask.say(runs, inputs=inputs, **told)})
    return Ruled(
        outcome=outcome,
        message=message,
        observed=worst.full_gap,
        interval=interval,
        metric="difference of mean scores",
        groups=() if passes else (worst.group,),
        associated_inputs=() if passes else tuple(name for name, _ in through),
        settle=ask.say("settle", group=worst.group) if outcome is Outcome.INCONCLUSIVE else None,
    )


def _furthest(judged: Sequence[GroupGap], limit: float) -> GroupGap:
    """Return the most disadvantaged group if its gap is beyond the limit, else the widest gap."""
    if abs(judged[0].full_gap) > limit:
        return judged[0]
    return max(judged, key=lambda gap: abs(gap.full_gap))


def _interval(gap: GroupGap, groups: int) -> tuple[float, float] | None:
    """Return 95 % limits of a gap, together with those of the other groups; two are one comparison."""
    if gap.se is None:
        return None
    z = NormalDist().inv_cdf((1 + 0.95 ** (1 / (groups if groups > 2 else 1))) / 2)
    return gap.full_gap - z * gap.se, gap.full_gap + z * gap.se


def _beyond(gap: GroupGap, limit: float, groups: int) -> bool:
    interval = _interval(gap, groups)
    return interval is not None and (interval[0] > limit or interval[1] < -limit)


def _outcome(judged: Sequence[GroupGap], worst: GroupGap, limit: float) -> Outcome:
    """Return the outcome where no gap is shown to be beyond the limit."""
    if worst.se is None and abs(worst.full_gap) > limit:
        return Outcome.REVIEW
    z = NormalDist().inv_cdf(0.95)
    inside = [g.se is not None and abs(g.full_gap) + z * g.se <= limit for g in judged]
    return Outcome.PASS if all(inside) else Outcome.INCONCLUSIVE
