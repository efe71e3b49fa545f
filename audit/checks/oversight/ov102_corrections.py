"""Do the human's corrections run both ways?

Why it matters
--------------
Review is offered as a safeguard: a person can put the machine right. Where officers overturn mostly
what would help and hardly ever what hurts, review is no safeguard but a second chance to refuse.

How it is judged
----------------
The share of the machine's negative decisions that the human overturned is divided by the same share of
its positive ones. Beyond the limit means: corrections towards what hurts run more than twice as often as
those towards what helps, by one-sided exact limits, decided together with the other leading questions where
the plan names it as one. Corrections that run beyond it in the person's favour are for a person to judge. It
passes if the 95 % limits lie between a half and 2; else it is open. Where the plan does not say which label
hurts, both ways count.

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

from audit.check import Ask, Hypothesis, Ruled, Tested, check
from audit.criterion import Limit
from audit.evidence import Evidence, Rate
from audit.measures.oversight import Oversight
from audit.vocabulary import MayConclude, Outcome, PositiveIs, Right, Severity, Worse

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
SIDES = {
    "towards_refusal": "favourable, overturned",
    "towards_grant": "adverse, overturned",
    "towards_positive": "negative, overturned",
    "towards_negative": "positive, overturned",
}
"""What the machine had decided on the side that is overturned more."""


@check(
    may_conclude=MayConclude.LEAD,
    needs=("y_pred", "human_decision"),
    rights=(Right.OVERSIGHT, Right.FAIR_PROCEDURE),
    severity=Severity.SERIOUS,
    limit=Limit(ratio=2.0),
    says={
        "heading": "what the machine decided",
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
        "within": "Officers overturned {often:pct} of the machine's decisions one way and {seldom:pct} the other, within "
        "{limit:times} of each other.",
        "open": "Officers overturned {often:pct} of the machine's decisions one way and {seldom:pct} the other; "
        "too few were overturned to tell whether one runs more than {limit:times} as often.",
        "none": "No decision of the machine was overturned: there is no direction to judge.",
        "one_side": "The machine's decisions all fall on one side, or too few on the other to compare.",
        "settle": "More decisions of the rarer kind, with what the human decided.",
    },
)
def ov102(oversight: Evidence[Oversight], ask: Ask) -> Tested | Ruled:
    """Test whether corrections run one way more often than the limit allows."""
    sides = oversight.value.everyone
    negative, positive = sides.negative_overturned, sides.positive_overturned
    if min(negative.n, positive.n) < FEWEST or not negative.events + positive.events:
        name = "one_side" if min(negative.n, positive.n) < FEWEST else "none"
        return Ruled(outcome=Outcome.INCONCLUSIVE, message=ask.say(name), settle=ask.say("settle"))
    upwards = (negative.value or 0.0) >= (positive.value or 0.0)
    # The ratio is always told from the side that is overturned more.
    often, seldom = (negative, positive) if upwards else (positive, negative)
    direction = DIRECTIONS[ask.part.roles.positive_is, upwards]
    said = direction if seldom.events else direction + "_only"
    unstated = ask.part.roles.positive_is is PositiveIs.UNSTATED
    return Tested(
        metric="override_ratio",
        method="MOVER, Clopper-Pearson (verdict) and Jeffreys (shown)",
        comparison="the side overturned more often with the other",
        heading=ask.say("heading"),
        worse=Worse.EITHER if unstated else Worse.HIGHER,
        hypotheses=(_hypothesis(often, seldom, direction, ask),),
        params={
            "often": often.value,
            "seldom": seldom.value,
            "limit": ask.limit.ratio or 2.0,
            "direction": direction,
        },
        sentences={"beyond": said, "favoured": said},
        settle=ask.say("settle"),
    )


def _hypothesis(often: Rate, seldom: Rate, direction: str, ask: Ask) -> Hypothesis:
    from audit.inference.corrections import one_way

    found = one_way(often, seldom, ask.limit)
    p, p_favour = found.p_beyond, None
    if direction == "towards_grant":
        p, p_favour = 1.0, found.p_beyond
    elif direction != "towards_refusal":
        p = min(2 * p, 1.0)
    return Hypothesis(
        label=SIDES[direction],
        n=often.n,
        events=often.events,
        value=often.value,
        interval=found.interval,
        reference=seldom.value,
        difference=(often.value or 0.0) - (seldom.value or 0.0),
        difference_interval=found.difference_interval,
        ratio=found.ratio,
        ratio_interval=found.ratio_interval,
        limit_at=min((seldom.value or 0.0) * (ask.limit.ratio or 1.0), 1.0),
        p_value=p,
        p_favour=p_favour,
        inside=found.inside,
    )
