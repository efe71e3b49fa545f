"""Do the human's corrections run both ways?

Why it matters
--------------
Review is offered as a safeguard: a person can put the machine right. Where officers overturn mostly
what would help and hardly ever what hurts, review is no safeguard but a second chance to refuse.

How it is judged
----------------
The share of the machine's negative decisions that the human overturned is divided by the same share of
its positive ones. A ratio above 2, either way round, asks for a person's reading if its 95 % limits leave
out 1; it passes if the limits lie between a half and 2; else it is open. Which label hurts, as the plan
says, gives the direction. It asks for a reading also where the plan names it as leading, because the ratio
is not among the tests that are decided together.

What it cannot show
-------------------
Which corrections were right: a machine that errs more on one side should be corrected more there. Who was
corrected: see the corrections by group before drawing a conclusion about people.

What to do
----------
Compare what an officer must do to overturn each way: reasons, forms, a superior's consent. Have a random
sample of overturned and of upheld decisions read again.
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.oversight import Oversight
from audit.vocabulary import MayConclude, Outcome, PositiveIs, Right, Severity

FEWEST = 30
DIRECTIONS = {
    (PositiveIs.ADVERSE, True): "towards_refusal",
    (PositiveIs.ADVERSE, False): "towards_grant",
    (PositiveIs.FAVOURABLE, True): "towards_grant",
    (PositiveIs.FAVOURABLE, False): "towards_refusal",
    (PositiveIs.UNSTATED, True): "towards_positive",
    (PositiveIs.UNSTATED, False): "towards_negative",
}
"""What overturning does to a person, by which label hurts and whether negatives are overturned more."""


@check(
    may_conclude=MayConclude.LEAD,
    needs=("y_pred", "human_decision"),
    rights=(Right.OVERSIGHT, Right.FAIR_PROCEDURE),
    severity=Severity.SERIOUS,
    limit=Limit(ratio=2.0),
    says={
        "towards_refusal": "Officers overturned {often:pct} of the machine's favourable decisions and {seldom:pct} of its "
        "adverse ones: their corrections run {ratio:times} as often towards refusal.",
        "towards_grant": "Officers overturned {often:pct} of the machine's adverse decisions and {seldom:pct} of its "
        "favourable ones: their corrections run {ratio:times} as often in the person's favour.",
        "towards_refusal_only": "Officers overturned {often:pct} of the machine's favourable decisions and none of its "
        "adverse ones: their corrections run towards refusal alone.",
        "towards_grant_only": "Officers overturned {often:pct} of the machine's adverse decisions and none of its "
        "favourable ones: their corrections run in the person's favour alone.",
        "towards_positive_only": "Officers overturned {often:pct} of the machine's negative decisions and none of its "
        "positive ones. The plan does not say which hurts.",
        "towards_negative_only": "Officers overturned {often:pct} of the machine's positive decisions and none of its "
        "negative ones. The plan does not say which hurts.",
        "towards_positive": "Officers overturned {often:pct} of the machine's negative decisions and {seldom:pct} of its "
        "positive ones, a ratio of {ratio:times}. The plan does not say which hurts.",
        "towards_negative": "Officers overturned {often:pct} of the machine's positive decisions and {seldom:pct} of its "
        "negative ones, a ratio of {ratio:times}. The plan does not say which hurts.",
        "pass": "Officers overturned {often:pct} of the machine's decisions one way and {seldom:pct} the other, within "
        "{limit:times} of each other.",
        "inconclusive": "Officers overturned {often:pct} of the machine's decisions one way and {seldom:pct} the other; "
        "too few were overturned to tell whether one runs more than {limit:times} as often.",
        "none": "No decision of the machine was overturned: there is no direction to judge.",
        "one_side": "The machine's decisions all fall on one side, or too few on the other to compare.",
        "settle": "More decisions of the rarer kind, with what the human decided.",
    },
)
def ov102(oversight: Evidence[Oversight], ask: Ask) -> Ruled:
    """Rule on the ratio of corrections in the two directions."""
    found, limit = oversight.value, ask.limit.ratio or 2.0
    negative, positive = found.everyone.negative_overturned, found.everyone.positive_overturned
    if min(negative.n, positive.n) < FEWEST or not negative.events + positive.events:
        name = "one_side" if min(negative.n, positive.n) < FEWEST else "none"
        return Ruled(outcome=Outcome.INCONCLUSIVE, message=ask.say(name), settle=ask.say("settle"))
    upwards = (negative.value or 0.0) >= (positive.value or 0.0)
    often, seldom = (negative, positive) if upwards else (positive, negative)
    ratio, low, high = found.ratio, found.ratio_low, found.ratio_high
    if not upwards:
        # The ratio is always told from the side that is overturned more.
        ratio, low, high = _inverse(ratio), _inverse(high) or 0.0, _inverse(low)
    beyond = ratio is None or ratio > limit
    direction = DIRECTIONS[ask.part.roles.positive_is, upwards]
    if beyond and low is not None and low > 1:
        outcome, name = Outcome.REVIEW, direction if seldom.events else direction + "_only"
    elif high is not None and high <= limit and (low or 0.0) >= 1 / limit:
        outcome, name = Outcome.PASS, "pass"
    else:
        outcome, name = Outcome.INCONCLUSIVE, "inconclusive"
    return Ruled(
        outcome=outcome,
        message=ask.say(
            name,
            often=often.value,
            seldom=seldom.value,
            ratio=ratio,
            limit=limit,
            direction=direction,
        ),
        metric="override_ratio",
        direction=direction,
        observed=ratio,
        interval=(low, high),
        settle=ask.say("settle") if outcome is Outcome.INCONCLUSIVE else None,
    )


def _inverse(value: float | None) -> float | None:
    return 1 / value if value else None
