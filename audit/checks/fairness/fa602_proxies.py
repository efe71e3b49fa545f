"""Do the inputs reveal who belongs to which group?

Why it matters
--------------
Leaving a protected attribute out of a model does not keep it out of the decisions: where the other
inputs tell it, the model can treat people by it all the same, and nobody sees that it does.

How it is judged
----------------
From the inputs alone, without the attribute itself, each group is predicted against everyone else,
cross-validated on a random sample; the mean AUC, weighted by people, is compared with the limit. An
AUC of 0.5 is guessing. Beyond the limit, or up to 0.1 below it, a person must judge. The inputs named
are those without which the prediction loses most.

What it cannot show
-------------------
Whether the model uses what the inputs reveal: that is a question of scores and errors. A low AUC can
miss what a finer model, free text or a picture would tell. Groups of fewer than 30 are not spoken of.

What to do
----------
Ask why each named input is needed; have the scores computed without it; and let nobody say that the
attribute is not used because it is not in the table.

References
----------
Hanley & McNeil 1982, Radiology 143:29-36 (the area under the curve).
"""

from dataclasses import replace

from audit.check import Ask, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.proxies import Proxies
from audit.vocabulary import MayConclude, Outcome, Per, Right

SAYS = {
    "strong": (
        "The inputs tell {feature} well: mean AUC {auc:.2f} over {groups:count|group|groups} "
        "(limit {limit:g}), most of all {worst} with {worst_auc:.2f}. {named}"
    ),
    "some": (
        "The inputs tell {feature} to some degree: mean AUC {auc:.2f} over "
        "{groups:count|group|groups}, below the limit of {limit:g}, most of all {worst} with "
        "{worst_auc:.2f}. {named}"
    ),
    "little": (
        "On {rows:count|row|rows} the inputs tell {feature} little better than guessing: mean AUC "
        "{auc:.2f} over {groups:count|group|groups} (0.5 is guessing), most of all {worst} with "
        "{worst_auc:.2f}."
    ),
    "too_small": "No group of {feature} that can be told from others has 30 people in the sample.",
    "named": "Most is revealed by {inputs:list}.",
    "spread": "No single input reveals most of it.",
}
SOME = 0.1


@check(
    may_conclude=MayConclude.INDICATOR,
    per=Per.SENSITIVE_FEATURE,
    needs=("features", "sensitive_features"),
    rights=(Right.NON_DISCRIMINATION, Right.PRIVACY),
    limit=Limit(value=0.7),
    source="convention: an AUC of 0.7 is called an acceptable separation of two groups",
    says=SAYS,
)
def fa602(proxies: Evidence[Proxies], ask: Ask) -> Ruled:
    """Compare the AUC with the limit."""
    found = proxies.value.features[ask.key]
    least = ask.plan.report.min_cell
    groups = [group for group in found.groups if group.n >= least]
    if found.auc is None or not groups:
        return Ruled(outcome=Outcome.INCONCLUSIVE, message=ask.say("too_small", feature=ask.key))
    worst = groups[0]
    # A group that the inputs give away must not disappear in the mean of many that they do not.
    strong = found.auc >= ask.value
    some = found.auc >= ask.value - SOME or worst.auc >= ask.value
    inputs = found.revealing()
    message = ask.say(
        "strong" if strong else "some" if some else "little",
        feature=ask.key,
        auc=found.auc,
        groups=len(found.groups),
        limit=ask.value,
        worst=worst.group,
        worst_auc=worst.auc,
        rows=found.rows,
    )
    named = ask.say("named", inputs=inputs) if inputs else ask.say("spread")
    return Ruled(
        outcome=Outcome.REVIEW if some else Outcome.PASS,
        message=replace(message, parts={"named": named}) if some else message,
        observed=found.auc,
        metric="AUC of the inputs, one group against everyone else",
        groups=(worst.group,) if some else (),
        associated_inputs=inputs if some else (),
    )
