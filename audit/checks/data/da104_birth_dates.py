"""Are dates of birth recorded, or filled in by default?

Why it matters
--------------
Where a birthday is not known, a clerk or a form writes 1 January, the end of a month or a round age.
Such a date can make a child an adult, end a guardianship or contradict a document, and a person may
later be called untruthful for it.

How it is judged
----------------
For dates: the share born on 1 January beside 1 in 365.25, and on the last day of a month
beside 12 in 365.25. For ages: the share that are multiples of 5
among the ages 23 to 62 beside 1 in 5 (Whipple's index). More than 5 times the expected share for dates,
or more than 1.75 times for ages (what the United Nations call very rough), with an exact 95 % limit beyond
it, is a note for a person to read. It never goes further than that.

What it cannot show
-------------------
Which date is wrong: some people are born on 1 January. Whether a date was defaulted by the person, a
clerk or a form. A cluster is the trace of an administrative habit, and it is no sign of fraud.

What to do
----------
Ask how unknown dates are entered, and mark them as unknown. Check that no input, rule or threshold
treats a defaulted date as a fact, above all at 18. Do not delete the records.

References
----------
United Nations, Demographic Yearbook, technical notes (Whipple's index).
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.birth_dates import BirthDates
from audit.vocabulary import MayConclude, Outcome, Right, Severity

VERY_ROUGH = 1.75
MONTH_END = 12 / 365.25
FEWEST = 30
PASSES = {"dates": "pass_dates", "ages": "pass_ages"}


@check(
    may_conclude=MayConclude.INDICATOR,
    needs=("birth_date",),
    rights=(Right.ACCURACY, Right.CHILD, Right.IDENTITY),
    severity=Severity.MINOR,
    limit=Limit(value=5.0),
    kinds=("*",),
    says={
        "dates": "{share:pct} of {n:people} with a date of birth are recorded as born on 1 January, "
        "{times:times} the share to expect. Unknown dates seem to be filled in; this says nothing about the people.",
        "ages": "{share:pct} of {n:people} aged 23 to 62 have an age that is a multiple of 5, {times:times} the "
        "share to expect. Ages seem to be rounded; this says nothing about the people.",
        "pass_dates": "{share:pct} of {n:people} with a date of birth are recorded as born on 1 January, "
        "within {limit:times} the share to expect.",
        "pass_ages": "{share:pct} of {n:people} aged 23 to 62 have an age that is a multiple of 5, within "
        "{limit:times} the share to expect.",
        "inconclusive": "Dates or ages of {n:people} are too few to tell whether they were filled in by default.",
        "settle": "The rule by which unknown dates of birth are entered.",
        "ends": "Many of the {n:people} with a date of birth are recorded as born on the last day of a month. "
        "Unknown dates seem to be filled in; this says nothing about the people.",
        "month_end": "{share:pct} are recorded as born on the last day of a month, {times:times} the share to expect.",
        "unreadable": "{n:count|value is|values are} no date in the form year-month-day and not counted.",
    },
)
def da104(births: Evidence[BirthDates], ask: Ask) -> Ruled:
    """Rule on the share of births where defaults fall."""
    found = births.value
    limit = ask.value if found.form == "dates" else VERY_ROUGH
    share, n = found.marked.value or 0.0, round(found.marked.n)
    enough = n >= FEWEST
    ends = found.month_end.value if found.month_end else None
    at_ends = enough and found.month_end_low > limit * MONTH_END
    params = {"share": share, "n": n, "times": share / found.expected, "limit": limit}
    notes = []
    if ends is not None and at_ends:
        notes.append(ask.say("month_end", share=ends, times=ends / MONTH_END))
    if found.unreadable:
        notes.append(ask.say("unreadable", n=found.unreadable))
    if enough and found.low > limit * found.expected:
        outcome, name = Outcome.REVIEW, found.form
    elif at_ends:
        outcome, name = Outcome.REVIEW, "ends"
    elif enough and found.high <= limit * found.expected:
        outcome, name = Outcome.PASS, PASSES[found.form]
    else:
        outcome, name = Outcome.INCONCLUSIVE, "inconclusive"
    return Ruled(
        outcome=outcome,
        message=ask.say(name, **params),
        metric="share_on_default",
        observed=share if n else None,
        interval=(found.low, found.high),
        settle=ask.say("settle") if outcome is Outcome.INCONCLUSIVE else None,
        notes=tuple(notes),
    )
