"""Do a few places and times single a person out?

Why it matters
--------------
Where people were, and when, is as good as a name. Somebody who saw a person at a clinic, a post in a
social network, a receipt: a few such points find the whole trace in a table without names, and with it
the shelter where the person sleeps.

How it is judged
----------------
As de Montjoye and others did: people are drawn at random (2,000, or all with `--full`), from each person's
own trace 1 to 4 different points (place and hour, or day), and everybody else's traces are searched for all of
them. For each number of points those are counted who have so many. Who alone was at all of them is singled out. Where the table is shared or public and even the lower
95 % limit of the share singled out is above 10 %, that is a fact: `fail`; where the upper limit is below it for
every number of points, `pass`; between them, `review`. Inside one authority the numbers only inform. The
picture shows what coarser times and places would give: measured, not applied. Counts below the smallest printable
cell are not printed.

What it cannot show
-------------------
Who knows such points. That a person is not found with more than four points, or with points that are not
drawn at random: home, work and the mosque at noon on Fridays say more. Whether a person who is not in the
table was there too. Traces that are not unique can still say where a whole group sleeps.

What to do
----------
Give out counts by place and time instead of traces. If traces must be shared, coarsen both places and times,
give each person a new pseudonym every day, and count again.

References
----------
de Montjoye, Hidalgo, Verleysen & Blondel 2013, Scientific Reports 3:1376.
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.traces import Resolution, Traces
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Release, Right, Severity


@check(
    may_conclude=MayConclude.EVENT,
    needs=("place", "time", "identifiers"),
    rights=(Right.PRIVACY,),
    severity=Severity.SERIOUS,
    limit=Limit(value=0.1),
    source="Convention: one person in ten",
    kinds=("*",),
    says={
        "fail": "{points:count|point|points} of a person's own trace ({place}, to the {time}) single out {share:pct}"
        " of the {drawn:people} examined of {people:,} (95 %: {low:pct} to {high:pct}; who has fewer points is left"
        " out).",
        "review": "{points:count|point|points} of a person's own trace ({place}, to the {time}) single out"
        " {share:pct} of the {drawn:people} examined of {people:,} (95 %: {low:pct} to {high:pct}; who has fewer"
        " points is left out). That does not settle whether it is more than {limit:pct}.",
        "pass": "Up to {points:count|point|points} of a person's own trace ({place}, to the {time}) single out at"
        " most {high:pct} of people who have so many, with 95 % confidence ({share:pct} of the {drawn:people} examined of"
        " {people:,}). This does not make traces anonymous.",
        "inform": "The table stays inside one authority, so this informs: {points:count|point|points} of a person's"
        " own trace ({place}, to the {time}) single out {share:pct} of the {drawn:people} examined of {people:,}.",
        "coarser": "Told to the {time} and by {place}, it would be {share:pct} with {points:count|point|points}"
        " (95 %: {low:pct} to {high:pct}).",
        "few": "Fewer than {fewest} of the {drawn:people} examined of {people:,} are singled out by"
        " {points:count|point|points} of their own trace ({place}, to the {time}).",
        "informs": "The table stays inside one authority, so this informs.",
        "coarser_few": "Told to the {time} and by {place}, fewer than {fewest} of the {drawn:people} examined would be"
        " singled out by {points:count|point|points}.",
        "incomplete": "{n:count|row|rows} without person, place or time are left out.",
        "incomplete_few": "Fewer than {n} rows without person, place or time are left out.",
        "empty": "No row says who was where and when.",
    },
)
def pr205(traces: Evidence[Traces], ask: Ask) -> Ruled:
    """Rule on the share of people whom a few points single out."""
    found = traces.value
    if not found.known:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=ask.say("empty"))
    worst = max(found.known, key=lambda each: (each.low, each.high))
    if ask.part.data.release is Release.INTERNAL:
        outcome, name = Outcome.NOT_APPLICABLE, "inform"
    elif worst.low > ask.value:
        outcome, name = Outcome.FAIL, "fail"
    elif all(each.high <= ask.value for each in found.known):
        outcome, name = Outcome.PASS, "pass"
        worst = max(found.known, key=lambda each: (each.high, each.points))
    else:
        outcome, name = Outcome.REVIEW, "review"
        worst = max(found.known, key=lambda each: (each.high, each.points))
    fewest = ask.plan.report.min_cell
    few = worst.few(fewest)
    notes = [_coarsest(found.coarser[-1], ask)] if len(found.coarser) > 1 else []
    if found.incomplete:
        rows = "incomplete_few" if found.incomplete < fewest else "incomplete"
        notes.append(ask.say(rows, n=max(found.incomplete, fewest)))
    if few and outcome is Outcome.NOT_APPLICABLE:
        notes.insert(0, ask.say("informs"))
    said = ask.say(
        "few" if few else name,
        points=worst.points,
        place=found.place,
        time=found.time,
        share=None if few else worst.share,
        low=None if few else worst.low,
        high=None if few else worst.high,
        drawn=worst.drawn,
        people=found.people,
        limit=ask.value,
        fewest=fewest,
    )
    return Ruled(
        outcome=outcome,
        message=said,
        metric="unicity",
        observed=None if few else worst.share,
        interval=None if few else (worst.low, worst.high),
        notes=tuple(notes),
    )


def _coarsest(told: Resolution, ask: Ask) -> Message:
    unicity, fewest = told.unicity, ask.plan.report.min_cell
    few = unicity.few(fewest)
    return ask.say(
        "coarser_few" if few else "coarser",
        time=told.time,
        place=told.place,
        points=unicity.points,
        share=None if few else unicity.share,
        low=None if few else unicity.low,
        high=None if few else unicity.high,
        drawn=unicity.drawn,
        fewest=fewest,
    )
