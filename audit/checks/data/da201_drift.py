"""Do inputs, scores, decisions and errors stay as they were?

Why it matters
--------------
A system is tested on the people of one year and used on those of another. When routes, forms or the law
change, its errors move to people on whom nobody ever tested it, and nothing on the screen tells.

How it is judged
----------------
Each input, the score, the decision, the recorded truth and the errors are counted over the same bins (numbers in
ten of equal share, a missing value is a bin of its own), in the first quarter of the periods and in each later
one; inputs against the training table where the plan names it. The distance is the population stability index
less what chance alone makes of it. Beyond .1 in any later period, more than chance allows (all periods and all
variables together at 5 %), a person has to read it; it passes if .1 is ruled out everywhere. Inputs are read
on at most 20,000 rows drawn at random; truth and errors only where the truth is known whatever was decided.

What it cannot show
-------------------
Whether a change is bad: a season, a campaign and a war all move inputs. A distance of .1 is a convention of credit
scoring. Two inputs can each stay and move together. A change within the first quarter has nothing to stand out from.

What to do
----------
Ask what changed in the period named, and whether the model was tested again since. Look at the errors by
group before and after. If decisions moved and inputs did not, ask who changed a threshold.

References
----------
Yurdakul 2018, "Statistical properties of the population stability index", Western Michigan University.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from audit.check import Ask, Hypothesis, Ruled, Tested, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.drift import Counted, Drift
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Right, Worse


@check(
    may_conclude=MayConclude.INDICATOR,
    rights=(Right.ACCURACY, Right.NON_DISCRIMINATION),
    limit=Limit(value=0.1),
    says={
        "heading": "variable",
        "beyond": "{groups:list}: moved by more than chance and more than {limit:.2g}. Furthest: {group}, an index of "
        "{value:.2f} in {period} against {reference_period}.",
        "within": "None of the {judged:count|variable|variables} moved by more than {limit:.2g} in any period, against "
        "{reference_period}.",
        "open": "The numbers fit both sides of the limit of {limit:.2g} for {groups:list}. Furthest observed: {group}, an "
        "index of {value:.2f} in {period}.",
        "none_judged": "There are too few rows in each period to see anything move.",
        "no_time": "The plan names neither a time nor a training table, so there is nothing to compare with.",
        "no_order": "The column of the role time holds neither dates nor years, quarters, months or weeks whose "
        "order can be told.",
        "short": "There are too few periods, or too few rows in them, for a before and an after.",
        "sampled": "Inputs were read on {n:count|row|rows} drawn at random.",
        "inputs_then": "Inputs are compared with: {reference}.",
        "left_out": "Dates, free text, identifiers and inputs that one of the tables lacks are left out: {inputs:list}.",
        "settle": "More rows in each period, or longer periods (`period` in `[columns]`).",
    },
)
def da201(drift: Evidence[Drift], ask: Ask) -> Tested | Ruled:
    """Test whether any variable moved beyond the limit."""
    found = drift.value
    if not ask.part.roles.one("time") and not ask.part.data.train:
        return Ruled(
            outcome=Outcome.NOT_ASSESSED, message=ask.say("no_time"), needs=("time", "data.train")
        )
    if not found.ordered:
        return Ruled(outcome=Outcome.NOT_ASSESSED, message=ask.say("no_order"), needs=("time",))
    counted = [part for part in (found.outcomes, found.inputs) if part is not None]
    together = sum(len(part.series) for part in counted)
    hypotheses = [h for part in counted for h in _hypotheses(part, together, ask.value)]
    if not hypotheses:
        return Ruled(
            outcome=Outcome.INCONCLUSIVE, message=ask.say("short"), settle=ask.say("settle")
        )
    return Tested(
        metric="stability_index",
        method="PSI less its expectation; non-central chi-square, Bonferroni over periods",
        comparison="each later period with the reference",
        heading=ask.say("heading"),
        unit="number",
        worse=Worse.HIGHER,
        hypotheses=tuple(hypotheses),
        notes=_notes(found, ask),
        settle=ask.say("settle"),
    )


def _hypotheses(counted: Counted, together: int, limit: float) -> Iterator[Hypothesis]:
    from audit.inference.drift import moved

    for name, series in counted.series.items():
        found = moved(name, series.then, series.now, counted.blocks, limit=limit, together=together)
        if found is not None:
            yield replace(found, params={**found.params, "reference_period": counted.reference})


def _notes(found: Drift, ask: Ask) -> tuple[Message, ...]:
    notes = []
    if found.inputs is not None:
        notes.append(ask.say("inputs_then", reference=found.inputs.reference))
        notes.append(ask.say("sampled", n=found.sampled))
    if found.left_out:
        notes.append(ask.say("left_out", inputs=found.left_out))
    return tuple(notes)
