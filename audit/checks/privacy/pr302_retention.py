"""Is anything kept past its period?

Why it matters
--------------
People are told for how long what they say is kept. A record that stays longer speaks of a life that has moved
on, and can still be used against it.

How it is judged
----------------
`[data] retention` in the plan says how long a record may be kept, `retention_from` from which date (else the
role `time`). It is counted to the day the file was received, else to the end of the period audited, never to
today, so that the same audit gives the same count. A record dated before the last day allowed is too old:
`review`. Records without a date that can be read keep the question open. Of a year or a month alone the last
day counts. Counts below the smallest printable cell are not printed.

What it cannot show
-------------------
Whether the period is lawful, or was shortened by a court. Copies and backups elsewhere. Records that are kept
for a reason that starts the period anew, such as an appeal: the plan can name another date.

What to do
----------
Ask why these records are still there, and have them deleted or the reason recorded. `audit locate` gives the
rows to the data owner.

References
----------
Regulation (EU) 2016/679, Art. 5(1)(e). Directive (EU) 2016/680, Art. 5.
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.evidence import Evidence
from audit.measures.record_ages import RecordAges
from audit.vocabulary import LimitBasis, MayConclude, Outcome, Right, Severity


@check(
    may_conclude=MayConclude.INDICATOR,
    needs=("data.retention",),
    rights=(Right.PRIVACY,),
    severity=Severity.MODERATE,
    basis=LimitBasis.AUDITOR,
    source="the period that the plan states",
    kinds=("*",),
    says={
        "review": "{older:count|record|records} of {rows:,} are older than {period} by {column}, counted to {as_of}.",
        "review_few": "Fewer than {older} of {rows:count|record|records} are older than {period} by {column},"
        " counted to {as_of}.",
        "twice": "{twice:count|record is|records are} more than twice as old as allowed.",
        "pass": "None of {rows:count|record|records} is older than {period} by {column}, counted to {as_of}.",
        "open": "None of the dated records is older than {period} by {column}, counted to {as_of}; {undated:,} of"
        " {rows:count|record|records} carry no date that can be read.",
        "open_few": "None of the dated records is older than {period} by {column}, counted to {as_of}; fewer than"
        " {undated} of {rows:count|record|records} carry no date that can be read.",
        "undated": "{undated:count|record carries|records carry} no date that can be read.",
        "later": "{later:count|record is|records are} dated after {as_of}: is that the day of the file?",
        "settle": "Ask for the date of the records that carry none.",
        "lacks_from": "The plan states a period of {period}, and not from which date it counts.",
        "lacks_to": "The plan states a period of {period}, and neither when the file was received nor which period"
        " was audited.",
    },
)
def pr302(ages: Evidence[RecordAges], ask: Ask) -> Ruled:
    """Rule on records older than their period."""
    found, least = ages.value, ask.plan.report.min_cell
    if not found.as_of:
        return _lacking(found, ask)
    said: dict[str, object] = {
        "rows": found.rows, "period": found.period, "column": found.column, "as_of": found.as_of,
    }  # fmt: skip
    notes = []
    if found.later >= least:
        notes.append(ask.say("later", later=found.later, as_of=found.as_of))
    if found.older:
        few = found.older < least
        if found.undated >= least:
            notes.insert(0, ask.say("undated", undated=found.undated))
        if found.twice >= least:
            notes.insert(0, ask.say("twice", twice=found.twice))
        said["older"] = max(found.older, least)
        return Ruled(
            outcome=Outcome.REVIEW,
            message=ask.say("review_few" if few else "review", **said),
            metric="share_past_period",
            observed=None if few else found.older / found.rows,
            notes=tuple(notes),
        )
    if found.undated:
        few = found.undated < least
        said["undated"] = max(found.undated, least)
        return Ruled(
            outcome=Outcome.INCONCLUSIVE,
            message=ask.say("open_few" if few else "open", **said),
            settle=ask.say("settle"),
            notes=tuple(notes),
        )
    return Ruled(outcome=Outcome.PASS, message=ask.say("pass", **said), notes=tuple(notes))


def _lacking(found: RecordAges, ask: Ask) -> Ruled:
    """Say what the plan does not: the column, or the day that is counted to."""
    name = "lacks_to" if found.column else "lacks_from"
    need = "data.received_on" if found.column else "data.retention_from"
    return Ruled(
        outcome=Outcome.NOT_ASSESSED,
        message=ask.say(name, period=found.period),
        needs=(need,),
    )
