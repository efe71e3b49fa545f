"""Do yesterday's decisions come back as today's evidence?

Why it matters
--------------
Where past refusals, stops or flags are an input, a group that was refused more often is scored
higher for that reason, refused more often again, and the record seems to prove the score right.

How it is judged
----------------
Inputs that the plan declares as made from past decisions, and inputs whose name speaks of them. Where
the plan says over which groups they are averaged and a model is supplied, four years are simulated:
each year the input takes the share of the group decided against the year before. A person must judge;
this question never fails.

What it cannot show
-------------------
What will happen: everything but the one input is held still, the people too. An input that carries
past decisions under another name is not seen; the proxies question and the operator's documents help.

What to do
----------
Ask how each named input is computed and from whose decisions; have it removed, or made from outcomes
established independently; and declare it in the plan: derived_from = "past_decisions".

References
----------
Ensign et al. 2018, "Runaway Feedback Loops in Predictive Policing", PMLR 81:160-171, section 3.
"""

from collections.abc import Callable

from audit.check import Ask, Ruled, check
from audit.evidence import Evidence
from audit.measures.feedback import YEARS, Feedback, Loop
from audit.vocabulary import MayConclude, Outcome, Right

SAYS = {
    "simulated": (
        "{column} is made from past decisions. In a simulation in which only it is carried forward "
        "and everything else is held still, the gap in the share decided against between {group} "
        "and everyone else goes from {start:points} to {end:points} in {years} years."
    ),
    "further": (
        "By {feature}, the widest gap, of {group} to everyone else, goes from {start:points} to "
        "{end:points}."
    ),
    "declared": "Made from past decisions, as the plan says: {columns:list}.",
    "named": "By their names, these inputs may be made from past decisions: {columns:list}.",
    "none": "No input is declared, or named, as made from past decisions.",
    "also": "Also to be asked about, by its name or declaration: {columns:list}.",
    "settle_named": (
        "Ask how they are computed, and say so in the plan: derived_from on each column."
    ),
    "settle_simulate": (
        "With the model, and derived_by naming the groups they are averaged over, four years can "
        "be simulated."
    ),
}


@check(
    may_conclude=MayConclude.INDICATOR,
    needs=("features",),
    rights=(Right.NON_DISCRIMINATION, Right.FAIR_PROCEDURE, Right.INDIVIDUAL),
    says=SAYS,
)
def fa501(feedback: Evidence[Feedback], ask: Ask) -> Ruled:
    """Name the inputs, and the widest simulated gap."""
    found = feedback.value
    columns = tuple(i.column for i in found.inputs)
    declared = tuple(i.column for i in found.inputs if i.declared)
    if not columns:
        return Ruled(outcome=Outcome.PASS, message=ask.say("none"))
    least = ask.plan.report.min_cell
    loops = sorted((loop for loop in found.loops if loop.widest(least)), key=_end(least))
    if loops:
        return _simulated(loops[0], tuple(c for c in columns if c != loops[0].column), ask)
    return Ruled(
        outcome=Outcome.REVIEW,
        message=ask.say("declared" if declared else "named", columns=declared or columns),
        associated_inputs=columns,
        settle=ask.say("settle_simulate" if declared else "settle_named"),
    )


def _end(least: int) -> Callable[[Loop], float]:
    return lambda loop: -loop.widest(least)[0][1].gaps[-1]


def _simulated(loop: Loop, others: tuple[str, ...], ask: Ask) -> Ruled:
    (_, gap), *further = loop.widest(ask.plan.report.min_cell)
    notes = [
        ask.say("further", feature=f, group=g.group, start=g.gaps[0], end=g.gaps[-1])
        for f, g in further
    ]
    return Ruled(
        outcome=Outcome.REVIEW,
        message=ask.say(
            "simulated",
            column=loop.column,
            group=gap.group,
            start=gap.gaps[0],
            end=gap.gaps[-1],
            years=YEARS,
        ),
        observed=gap.gaps[-1] - gap.gaps[0],
        metric="change of the gap in the share decided against",
        groups=(gap.group,),
        associated_inputs=(loop.column, *others),
        notes=(*notes, *((ask.say("also", columns=others),) if others else ())),
    )
