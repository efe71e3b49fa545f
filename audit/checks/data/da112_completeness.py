"""Is the file whole?

Why it matters
--------------
Rows left out of a file are people left out of the audit. Refusals that were withdrawn, files of one
office, or a month of a failed system can be missing without a trace in the rows that are there.

How it is judged
----------------
Each total stated in the plan, from published figures or another source, is held against the count in
the file. Equal passes; any difference fails, and both numbers are shown: the one in the file between two round
ones where an exact number would help to work out how few people are in another group. Gaps in running numbers and
months without a row are noted beside it: they can have an innocent reason, and they ask for one.

What it cannot show
-------------------
Whether the stated totals are right, or whether rows were exchanged for others. Equal totals are no
proof that each row is the right one.

What to do
----------
Ask the holder of the file how rows were selected, and for the rows or the reason behind each difference.
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.evidence import Evidence
from audit.measures.control_totals import ROWS, ControlTotals, Total
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Right

NAMED = 8


@check(
    may_conclude=MayConclude.DOCUMENT,
    needs=("data.totals",),
    rights=(Right.ACCOUNTABILITY, Right.ACCURACY),
    kinds=("*",),
    says={
        "pass": "{compared:count|stated total agrees|stated totals agree} with the file of {rows:count|row|rows}.",
        "nothing": "The plan states no total.",
        "rows": "The stated total is {stated:count|row|rows}; the file holds {counted:count|row|rows}.",
        "column": "For {label} in '{column}' the stated total is {stated:,}; the file holds {counted:,}.",
        "about": "For {label} in '{column}' the stated total is {stated:,}; the file holds another number, between"
        " {counted:,} and {most:,}.",
        "few": "For {label} in '{column}' the stated total is {stated:,}; the file holds fewer than {min_cell}.",
        "more": "{more:count|further total differs|further totals differ}.",
        "numbering": "Of {between:count|number|numbers} in '{column}' from the first to the last, {absent:,} are absent.",
        "months": "Of {months:count|month|months} from the first row to the last, these have none: {absent:list}.",
        "source": "The stated totals come from {source}.",
    },
)
def da112(totals: Evidence[ControlTotals], ask: Ask) -> Ruled:
    """Compare every stated total with the count."""
    found = totals.value
    if not found.totals:
        return Ruled(
            outcome=Outcome.NOT_ASSESSED, message=ask.say("nothing"), needs=("data.totals",)
        )
    wrong = [total for total in found.totals if total.stated != total.counted]
    # The whole first, then by size of the difference.
    wrong.sort(key=lambda t: (t.column != ROWS, -abs(t.stated - t.counted), t.column, t.label))
    notes = [_differs(total, ask) for total in wrong[1:NAMED]]
    if len(wrong) > NAMED:
        notes.append(ask.say("more", more=len(wrong) - NAMED))
    notes += _gaps(found, ask)
    if ask.part.data.totals_source:
        notes.append(ask.say("source", source=ask.part.data.totals_source))
    if wrong:
        message = _differs(wrong[0], ask)
        return Ruled(outcome=Outcome.FAIL, message=message, metric="totals", notes=tuple(notes))
    return Ruled(
        outcome=Outcome.PASS,
        message=ask.say("pass", compared=len(found.totals), rows=found.rows),
        metric="totals",
        notes=tuple(notes),
    )


def _differs(total: Total, ask: Ask) -> Message:
    if total.column == ROWS:
        return ask.say("rows", stated=total.stated, counted=total.counted)
    least = ask.plan.report.min_cell
    few = 0 < total.counted < least
    # Another table can hold everybody but a few, so that an exact number would give these back.
    low = total.counted if total.exact else total.counted // least * least
    return ask.say(
        "few" if few else "column" if total.exact or not total.counted else "about",
        label=total.label,
        column=total.column,
        stated=total.stated,
        counted=None if few else low,
        most=None if few else low + least - 1,
        min_cell=least,
    )


def _gaps(found: ControlTotals, ask: Ask) -> list[Message]:
    notes = [
        ask.say("numbering", column=n.column, between=n.between, absent=n.absent)
        for n in found.numbering
        if n.absent
    ]
    if found.months_absent:
        notes.append(ask.say("months", months=found.months, absent=found.months_absent))
    return notes
