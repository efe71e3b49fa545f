"""Are reasons individual?

Why it matters
--------------
A reason tells a person what was held against them, and lets them answer it. A sentence that everyone
gets tells them nothing, and shows that nobody wrote it for them.

How it is judged
----------------
Among the people decided against, the share who were given the most frequent reason, with exact 95 %
limits. Wholly above 50 %, a person has to read it; wholly at or below, it passes; else it is open. The
human's decision counts where there is one, else the machine's. Entropy says how evenly reasons are spread.

What it cannot show
-------------------
Whether a reason fits its case, or whether different words say the same. One reason can be right for many
where the law knows only one; a reader has to say so.

What to do
----------
Read the letters behind the most frequent reason. Ask whether the officer chose the reason, or a template did.
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.reasons import Reasons
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Right

FEWEST = 30


@check(
    may_conclude=MayConclude.INDICATOR,
    needs=("reason",),
    rights=(Right.FAIR_PROCEDURE, Right.EXPLANATION, Right.INDIVIDUAL),
    limit=Limit(value=0.50),
    says={
        "review": "{share:pct} of {n:people} decided against were given one and the same reason.",
        "pass": "The most frequent reason was given to {share:pct} of {n:people} decided against.",
        "inconclusive": "The most frequent reason was given to {share:pct} of {n:people} decided against; that is too few "
        "people to tell whether it is more than {limit:pct}.",
        "none": "No reason is recorded for anybody decided against.",
        "code": "The most frequent reason is the code '{code}'.",
        "spread": "{distinct:count|different reason is|different reasons are} recorded; their entropy is {entropy:.2f} bits.",
        "without": "For {n:people} decided against, no reason is recorded.",
        "everyone": "The plan does not say which decision is adverse, so all recorded reasons are counted.",
        "settle": "The reasons of more decisions, or a reading of the letters themselves.",
    },
)
def ex105(reasons: Evidence[Reasons], ask: Ask) -> Ruled:
    """Rule on the share of the most frequent reason."""
    found = reasons.value
    notes = _notes(found, ask)
    if found.share is None:
        return Ruled(
            outcome=Outcome.NOT_ASSESSED, message=ask.say("none"), needs=("reason",), notes=notes
        )
    if found.recorded >= FEWEST and found.low > ask.value:
        outcome, name = Outcome.REVIEW, "review"
    elif found.recorded >= FEWEST and found.high <= ask.value:
        outcome, name = Outcome.PASS, "pass"
    else:
        outcome, name = Outcome.INCONCLUSIVE, "inconclusive"
    return Ruled(
        outcome=outcome,
        message=ask.say(name, share=found.share, n=found.recorded, limit=ask.value),
        metric="most_frequent_reason",
        observed=found.share,
        interval=(found.low, found.high),
        settle=ask.say("settle") if outcome is Outcome.INCONCLUSIVE else None,
        notes=notes,
    )


def _notes(found: Reasons, ask: Ask) -> tuple[Message, ...]:
    notes = []
    if found.top and found.top[0].code and found.top[0].people >= ask.plan.report.min_cell:
        notes.append(ask.say("code", code=found.top[0].code))
    if found.recorded:
        notes.append(ask.say("spread", distinct=found.distinct, entropy=found.entropy))
    if found.without:
        notes.append(ask.say("without", n=found.without))
    if not found.decided_by:
        notes.append(ask.say("everyone"))
    return tuple(notes)
