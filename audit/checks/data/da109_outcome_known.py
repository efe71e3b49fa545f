"""Is the outcome known for a sample of everyone, and not only for those selected?

Why it matters
--------------
If only the people a system picked are ever looked into, nobody learns whom it missed, and every
success it records is one it arranged. Error rates counted on such data are wrong, and not by a margin
that an interval could show.

How it is judged
----------------
By what the plan declares, held against the data. Declared for everyone: it passes if at least 95 % of
people have a recorded outcome and both sides of each decision are among them. Declared for a random
arm: it passes for that arm, if it holds people the system decided for and against, with their outcome.
Declared only for selected people, or contradicted by the data: it fails, and error rates are identified
by nothing in this file; unless the chance of being selected is recorded and above 0 for everybody, so
that each selected person can stand for those who were not. Undeclared and not contradicted: not assessed.
Where chances differ, the largest weight and what the selected people are worth stand beside.

What it cannot show
-------------------
Whether an arm called random was drawn at random, or whether the outcome was recorded by somebody
without a stake in it.

What to do
----------
Have a random sample of all files reviewed without sight of the score, and record the outcome for each.
"""

from __future__ import annotations

from dataclasses import replace

from audit.check import Ask, Ruled, check
from audit.evidence import Evidence, Rate
from audit.measures.outcome_coverage import OutcomeCoverage, Selection
from audit.vocabulary import MayConclude, Outcome, OutcomeKnown, Right

ENOUGH = 0.95


@check(
    may_conclude=MayConclude.DOCUMENT,
    needs=("y_true",),
    rights=(Right.ACCOUNTABILITY, Right.NON_DISCRIMINATION, Right.ACCURACY),
    says={
        "everyone": "An outcome is recorded for {share:pct} of {n:people}, whatever was decided.",
        "everyone_not": "The plan says the outcome is known for everyone, but none is recorded for the {n:people} "
        "on one side of the decision in '{column}'.",
        "everyone_few": "The plan says the outcome is known for everyone, but it is recorded for {share:pct} of {n:people}.",
        "arm": "The outcome is known for a random arm of {arm:people} among {n:people}, on both sides of the decision. "
        "Error rates are identified on that arm.",
        "arm_few": "The random arm has {arm:people}, and an outcome is recorded for {share:pct} of them.",
        "arm_one_sided": "The arm called random holds only people on one side of the decision in '{column}'.",
        "arm_empty": "The plan names a random arm, but no outcome is recorded for anybody in it.",
        "arm_unnamed": "The plan says the outcome is known for a random arm, and names no column that marks it.",
        "selected": "The plan says the outcome is known only for people somebody selected. Error rates among all "
        "people cannot be found in this file.",
        "one_sided": "No outcome is recorded for the {n:people} on one side of the decision in '{column}', and the plan "
        "names no random arm. Error rates among all people cannot be found in this file.",
        "chances": "The outcome is known for {n:people} who were selected with chances that are recorded for everybody. "
        "Error rates are identified by weighting each with the inverse of that chance.",
        "chances_missing": "The chance of being selected is missing or 0 for somebody ('{column}'), so that error rates "
        "among all people cannot be found in this file.",
        "weights": "Chances of being selected differ: the heaviest weight is {heaviest:times} the mean one, and "
        "{n:people} are worth about {worth:,.0f} selected with equal chances.",
        "unknown": "The plan does not say for whom the outcome is known.",
        "settle": "A random sample of all files, reviewed without sight of the score, with the outcome of each.",
    },
)
def da109(coverage: Evidence[OutcomeCoverage], ask: Ask) -> Ruled:
    """Hold what the plan declares against the data."""
    found = coverage.value
    if ask.part.roles.chances_missing:
        column = ask.part.roles.one("selection_probability")
        return _absent(ask, "chances_missing", column=column)
    answer = _known(found, ask)
    uneven = found.selection is not None and found.selection.heaviest > 1
    return _with_weights(answer, found.selection, ask) if uneven and found.selection else answer


def _with_weights(answer: Ruled, selection: Selection, ask: Ask) -> Ruled:
    note = ask.say(
        "weights",
        n=selection.people,
        heaviest=selection.heaviest,
        worth=selection.worth,
    )
    return replace(answer, notes=(*answer.notes, note))


def _known(found: OutcomeCoverage, ask: Ask) -> Ruled:
    if ask.part.roles.by_probability and found.selection is not None:
        message = ask.say("chances", n=found.selection.people)
        return Ruled(outcome=Outcome.PASS, message=message, metric="outcome_recorded")
    match ask.part.roles.outcome_known:
        case OutcomeKnown.EVERYONE:
            return _everyone(found, ask)
        case OutcomeKnown.RANDOM_ARM:
            return _arm(found, ask)
        case OutcomeKnown.SELECTED:
            return _absent(ask, "selected")
    column, people = _untold_side(found, ask)
    if people:
        return _absent(ask, "one_sided", n=people, column=column)
    return Ruled(outcome=Outcome.NOT_ASSESSED, message=ask.say("unknown"), needs=("outcome_known",))


def _everyone(found: OutcomeCoverage, ask: Ask) -> Ruled:
    column, people = _untold_side(found, ask)
    if people:
        return _absent(ask, "everyone_not", n=people, column=column)
    return _covered(found.everyone, ask, "everyone", "everyone_few", n=round(found.everyone.n))


def _arm(found: OutcomeCoverage, ask: Ask) -> Ruled:
    if found.arm is None:
        message = ask.say("arm_unnamed")
        return Ruled(outcome=Outcome.NOT_ASSESSED, message=message, needs=("random_arm",))
    if not found.arm.events:
        return _absent(ask, "arm_empty")
    for decision, sides in found.by_decision.items():
        if len(sides) == 2 and len(found.arm_by_decision.get(decision, {})) < 2:
            return _absent(ask, "arm_one_sided", column=ask.part.roles.one(decision))
    return _covered(
        found.arm, ask, "arm", "arm_few", n=round(found.everyone.n), arm=round(found.arm.n)
    )


def _covered(rate: Rate, ask: Ask, good: str, poor: str, **params: int) -> Ruled:
    share = rate.value or 0.0
    whole = share >= ENOUGH
    return Ruled(
        outcome=Outcome.PASS if whole else Outcome.REVIEW,
        message=ask.say(good if whole else poor, share=share, **params),
        metric="outcome_recorded",
        observed=share,
        settle=None if whole else ask.say("settle"),
    )


def _absent(ask: Ask, name: str, **params: str | int | None) -> Ruled:
    return Ruled(outcome=Outcome.FAIL, message=ask.say(name, **params), settle=ask.say("settle"))


def _untold_side(found: OutcomeCoverage, ask: Ask) -> tuple[str | None, int]:
    """Return the column of a decision, one side of which has no outcome at all, and its people."""
    enough = ask.plan.report.min_cell
    for decision, sides in found.by_decision.items():
        untold = [rate for rate in sides.values() if rate.n >= enough and not rate.events]
        if untold and len(untold) < len(sides):
            return ask.part.roles.one(decision), round(sum(rate.n for rate in untold))
    return None, 0
