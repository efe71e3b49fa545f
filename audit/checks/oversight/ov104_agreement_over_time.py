"""Does agreement with the machine grow over time?

Why it matters
--------------
People who at first weigh what a machine says come to sign it. It happens slowly, nobody decides it, and a
review that was real in the first month can be a formality in the twelfth.

How it is judged
----------------
A straight line through the shares of agreement, period by period, apart for cases in which the machine had
decided positive and negative. A rise of more than five percentage points from the first to the last period,
beyond chance, asks for a person's reading; so does a fall of more than that, which is told apart. The error
of the line is the largest of three: of chance, of the scatter between periods, and, from two reviewers on,
of the scatter between reviewers, each left out in turn. It passes if a rise of more than the limit is ruled out (95 %) on both sides.

What it cannot show
-------------------
Whether agreement grew because the machine became better, or cases easier. A change of staff: where people who
agree less leave and others come, the line rises though nobody has changed. With reviewers recorded the error of
the line allows for that, so among a handful of people even a large rise may stay open; without them it cannot be
told from a trend. A jump that comes back, or a
course that bends, is not a line: look at the picture.

What to do
----------
Ask what changed: targets, staff, the screen, the consequence of disagreeing. Give a sample of old and new
files to officers who do not see the output, and compare.

References
----------
Armitage 1955, Biometrics 11:375-386 (linear trend in proportions).
MacKinnon, Nielsen and Webb 2023, Journal of Econometrics 232:272-299 (jackknife over clusters).
"""

from __future__ import annotations

from audit.check import Ask, Hypothesis, Ruled, Tested, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.agreement import Agreement, Share
from audit.vocabulary import MayConclude, Outcome, Right, Worse


@check(
    may_conclude=MayConclude.INDICATOR,
    needs=("time", "y_pred", "human_decision"),
    rights=(Right.OVERSIGHT, Right.INDIVIDUAL),
    limit=Limit(difference=0.05),
    says={
        "heading": "what the machine decided",
        "beyond": "Where the {group}, the human agreed with {reference:pct} in {first} and {value:pct} in {last} "
        "(on a straight line): agreement grew by more than {limit_floor:points}. Is disagreement still possible?",
        "favoured": "Where the {group}, the human agreed with {reference:pct} in {first} and {value:pct} in {last} "
        "(on a straight line): agreement fell by more than {limit_floor:points}. What changed is for a person to say.",
        "within": "From {first} to {last}, agreement did not grow by more than {limit_floor:points}, whatever the "
        "machine had decided.",
        "open": "The numbers fit both an agreement that stays and one that grows by more than {limit_floor:points}. "
        "Steepest line: where the {group}, from {reference:pct} in {first} to {value:pct} in {last}.",
        "none_judged": "There are too few periods or decisions to see agreement change.",
        "no_order": "The column of the role time holds neither dates nor years, quarters, months or weeks whose "
        "order can be told.",
        "settle": "More periods, with both decisions and who decided recorded.",
    },
)
def ov104(agreement: Evidence[Agreement], ask: Ask) -> Tested | Ruled:
    """Test whether agreement rises over the periods."""
    found = agreement.value
    if not found.periods:
        return Ruled(outcome=Outcome.NOT_ASSESSED, message=ask.say("no_order"), needs=("time",))
    hypotheses = [_hypothesis(side, shares, ask) for side, shares in found.sides.items()]
    return Tested(
        metric="agreement_change",
        method="Linear trend, largest of binomial, period and reviewer errors (jackknife, t)",
        comparison="the last period with the first, on a straight line",
        heading=ask.say("heading"),
        worse=Worse.HIGHER,
        hypotheses=tuple(h for h in hypotheses if h is not None),
        params={"first": found.periods[0], "last": found.periods[-1]},
        settle=ask.say("settle"),
    )


def _hypothesis(side: str, shares: tuple[Share, ...], ask: Ask) -> Hypothesis | None:
    from audit.inference.multiplicity import sidak
    from audit.inference.trends import PASS_ALPHA, trend

    line = trend(
        [share.period for share in shares],
        [share.agreed for share in shares],
        [share.n for share in shares],
        [share.reviewer for share in shares],
    )
    if line is None:
        return None
    limit = ask.limit.difference or 0.0
    bound = line.bound(PASS_ALPHA)
    return Hypothesis(
        label=side,
        n=line.n,
        value=line.end,
        reference=line.start,
        difference=line.change,
        difference_interval=line.interval(sidak(PASS_ALPHA, 2)),
        limit_at=min(line.start + limit, 1.0),
        p_value=line.p_above(limit),
        p_favour=line.p_above(limit, sign=-1.0),
        inside=bound <= limit,
        judged=line.enough,
        ruled_out=min(bound, 1.0),
    )
