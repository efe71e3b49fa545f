"""Can the human disagree with the machine, and do they?

Why it matters
--------------
A person who always signs what the machine says decides nothing, whatever the procedure calls it. Then
nobody has weighed the case, and there is nobody to ask why.

How it is judged
----------------
The share of decisions in which the human decided as the machine had said, with exact 95 % limits.
Wholly above 95 %, agreement needs an explanation and a person has to read it; wholly at or below, it
passes; else it is open. By group it is shown and not judged.

What it cannot show
-------------------
Whether agreement is right: it is high when the machine is right, and when nobody looks. Whether the
human saw the output before deciding, or could depart from it without a cost.

What to do
----------
Ask what an officer must do to disagree, and what happens then. Give a sample of files to officers who
do not see the output, and compare.
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.oversight import Oversight
from audit.vocabulary import MayConclude, Outcome, Right

FEWEST = 30


@check(
    may_conclude=MayConclude.INDICATOR,
    needs=("y_pred", "human_decision"),
    rights=(Right.OVERSIGHT, Right.FAIR_PROCEDURE),
    limit=Limit(value=0.95),
    says={
        "review": "The human decided as the machine had said for {share:pct} of {n:people}. Agreement this high needs "
        "an explanation: is disagreement possible?",
        "pass": "The human decided as the machine had said for {share:pct} of {n:people}, and otherwise for the rest.",
        "inconclusive": "The human decided as the machine had said for {share:pct} of {n:people}; that is too few "
        "to tell whether agreement lies above {limit:pct}.",
        "nobody": "Nobody has both a machine's and a human's decision recorded.",
        "undecided": "{n:people} without one of the two decisions are not counted.",
        "settle": "More decisions, or a sample of files decided without sight of the output.",
    },
)
def ov101(oversight: Evidence[Oversight], ask: Ask) -> Ruled:
    """Rule on the share of decisions in which the human agreed."""
    found = oversight.value
    agreed = found.everyone.agreed
    if agreed.value is None:
        return Ruled(
            outcome=Outcome.NOT_ASSESSED, message=ask.say("nobody"), needs=("human_decision",)
        )
    if agreed.n >= FEWEST and found.agreement_low > ask.value:
        outcome, name = Outcome.REVIEW, "review"
    elif agreed.n >= FEWEST and found.agreement_high <= ask.value:
        outcome, name = Outcome.PASS, "pass"
    else:
        outcome, name = Outcome.INCONCLUSIVE, "inconclusive"
    return Ruled(
        outcome=outcome,
        message=ask.say(name, share=agreed.value, n=round(agreed.n), limit=ask.value),
        metric="agreement",
        observed=agreed.value,
        interval=(found.agreement_low, found.agreement_high),
        settle=ask.say("settle") if outcome is Outcome.INCONCLUSIVE else None,
        notes=(ask.say("undecided", n=found.undecided),) if found.undecided else (),
    )
