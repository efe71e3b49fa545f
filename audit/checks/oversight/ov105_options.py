"""Is every option of the decision still in use?

Why it matters
--------------
A status that is still in the law and is no longer granted, a stream to which nobody is sent any more, a
decision that officers no longer take: an option can disappear without a decree. Whoever needed it is then
refused, or sent another way, and no rule says why.

How it is judged
----------------
For each option, its share of all decisions is followed from period to period, and every moment is looked at
as one from which it may have fallen (leaving a sixth of the periods, at most three, and 30 decisions on each
side). Beyond the limit means that the share after is less than a half of the share before and, where it was
at least 1 %, at least one percentage point lower; one-sided exact limits, multiplied by the moments looked
at, with the scatter between periods, and what neighbouring periods have in common, taken into account. It passes if at no moment such a fall is possible
(95 %). What the human decided is followed, or what the machine decided where no human's decision is recorded.

What it cannot show
-------------------
Why: a new law, another mix of cases, a label renamed, or an instruction. A slow decline is seen as a fall
at its steepest place. A share that wanders slowly over many months around one level can look like a fall in
a few cases in a hundred, and "some change" is then said of it as a rule: it did change, and may come back. An option that was gone before the first period.

What to do
----------
Ask what changed in the period named: law, instruction, form, software, staff. Read cases of the option from
before beside cases from after. If the label was renamed, join both in `[columns]` and run again.

References
----------
Worsley 1983, Biometrika 70:455-464 (change of a share at an unknown moment).
"""

from __future__ import annotations

from audit.check import Ask, Hypothesis, Ruled, Tested, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.options import Options
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Right, Severity, Worse

CHANGED = 0.05


@check(
    may_conclude=MayConclude.LEAD,
    needs=("time",),
    rights=(Right.FAIR_PROCEDURE, Right.OVERSIGHT, Right.INDIVIDUAL),
    severity=Severity.SERIOUS,
    limit=Limit(ratio=2.0, difference=0.01),
    says={
        "heading": "option",
        "beyond": "“{group}” was {reference:pct} of the decisions until {until} and {value:pct} from {since} on "
        "({events_after:,} of {n_after:,}).",
        "within": "None of the {judged:count|option|options} fell to less than half of its share at any moment from "
        "{first} to {last}.",
        "open": "The numbers fit both an option in use and one that has fallen to less than half of its share: "
        "{groups:list}. Deepest fall observed: “{group}”, from {reference:pct} until {until} to {value:pct}.",
        "none_judged": "From {first} to {last} there are too few periods or decisions to see an option disappear.",
        "no_order": "The column of the role time holds neither dates nor years, quarters, months or weeks whose "
        "order can be told.",
        "no_decision": "No decision is recorded, so there is no option to follow.",
        "undecided": "{n:count|row|rows} without a decision are not counted.",
        "undated": "{n:count|decision|decisions} without a date are not counted.",
        "changed": "Some change of its share, of any size and either way, is more than chance for {options:list} "
        "(exact, all moments looked at, 5 % over all options). A share that wanders back and forth counts as changed.",
        "settle": "More periods, or longer ones (`period` in `[columns]`).",
    },
)
def ov105(options: Evidence[Options], ask: Ask) -> Tested | Ruled:
    """Test whether the share of an option fell beyond the limit, and since when."""
    from audit.inference.change_points import dropped_options

    found = options.value
    if not found.column:
        return Ruled(
            outcome=Outcome.NOT_ASSESSED, message=ask.say("no_decision"), needs=("human_decision",)
        )
    if not found.periods:
        return Ruled(outcome=Outcome.NOT_ASSESSED, message=ask.say("no_order"), needs=("time",))
    tested, changed = dropped_options(found.taken, found.decisions, found.periods, ask.limit)
    return Tested(
        metric="option_share",
        method="MOVER, Clopper-Pearson, Bonferroni over moments, dispersion between periods",
        comparison="each option after the moment with the same option before",
        heading=ask.say("heading"),
        labels=found.column,
        worse=Worse.LOWER,
        hypotheses=tested,
        params={"first": found.periods[0], "last": found.periods[-1]},
        notes=_notes(found, tested, changed, ask),
        settle=ask.say("settle"),
    )


def _notes(
    found: Options, tested: tuple[Hypothesis, ...], changed: tuple[str, ...], ask: Ask
) -> tuple[Message, ...]:
    fewest = ask.plan.report.min_cell
    named = {h.label for h in tested if (h.people or 0) >= fewest}
    changed = tuple(option for option in changed if option in named)
    notes = [ask.say("changed", options=changed)] if changed else []
    if found.undecided:
        notes.append(ask.say("undecided", n=found.undecided))
    if found.undated:
        notes.append(ask.say("undated", n=found.undated))
    return tuple(notes)
