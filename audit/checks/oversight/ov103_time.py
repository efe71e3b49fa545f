"""Is there time to decide?

Why it matters
--------------
A file about a life cannot be read in seconds. Where the time recorded would not let anybody read, the
signature under the decision is the only human part of it.

How it is judged
----------------
The median of the recorded seconds, against 60: under it, a person has to read this; at or above, it
passes. With fewer than 30 recorded times it is open. The share of decisions under 60 seconds, the median
by what the machine had decided, and decisions that bear one and the same clock time are told beside it.

What it cannot show
-------------------
Whether the time was spent reading: a file can be read elsewhere, or stand open unread. Sixty seconds is a
convention, and generous to the system: most files need longer.

What to do
----------
Ask how time is recorded, what the targets are, and whether decisions can be confirmed in bulk. Time a
reading of ten files drawn at random.
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.attention import QUICK, Attention
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Right

FEWEST = 30
SHARED_STAMPS = 0.10


@check(
    may_conclude=MayConclude.INDICATOR,
    needs=("seconds",),
    rights=(Right.OVERSIGHT, Right.FAIR_PROCEDURE, Right.INDIVIDUAL),
    limit=Limit(value=60.0),
    says={
        "review": "Half of {n:count|decision|decisions} took less than {median:.0f} seconds, which is under {limit:.0f}. "
        "Could the file be read in that time?",
        "pass": "Half of {n:count|decision|decisions} took {median:.0f} seconds or more; the limit is {limit:.0f}.",
        "few": "Seconds are recorded for {n:count|decision|decisions}, too few for a median that means something.",
        "none": "The column of seconds holds no value.",
        "quick": "{share:pct} took less than {seconds} seconds.",
        "sides": "The median is {positive:.0f} seconds where the machine decided positive and {negative:.0f} where it "
        "decided negative.",
        "stamps": "{stamped:count|decision bears|decisions bear} only {stamps:count|clock time|clock times}: were some "
        "confirmed together?",
        "settle": "The log of when each file was opened and decided.",
    },
)
def ov103(attention: Evidence[Attention], ask: Ask) -> Ruled:
    """Rule on the median time."""
    found = attention.value
    if found.everyone is None:
        return Ruled(outcome=Outcome.NOT_ASSESSED, message=ask.say("none"), needs=("seconds",))
    n, median = found.everyone.n, found.everyone.median
    if n < FEWEST:
        return Ruled(
            outcome=Outcome.INCONCLUSIVE,
            message=ask.say("few", n=n),
            settle=ask.say("settle"),
            notes=_stamps(found, ask),
        )
    hurried = median < ask.value
    return Ruled(
        outcome=Outcome.REVIEW if hurried else Outcome.PASS,
        message=ask.say("review" if hurried else "pass", n=n, median=median, limit=ask.value),
        metric="median_seconds",
        observed=median,
        notes=(
            ask.say("quick", share=found.quick.value, seconds=QUICK),
            *_sides(found, ask),
            *_stamps(found, ask),
        ),
    )


def _sides(found: Attention, ask: Ask) -> tuple[Message, ...]:
    positive, negative = found.by.get("1"), found.by.get("0")
    if positive is None or negative is None:
        return ()
    if min(positive.n, negative.n) < ask.plan.report.min_cell:
        return ()
    return (ask.say("sides", positive=positive.median, negative=negative.median),)


def _stamps(found: Attention, ask: Ask) -> tuple[Message, ...]:
    if not found.stamped or 1 - found.stamps / found.stamped <= SHARED_STAMPS:
        return ()
    return (ask.say("stamps", stamped=found.stamped, stamps=found.stamps),)
