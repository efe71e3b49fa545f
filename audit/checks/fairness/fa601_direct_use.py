"""Is a protected attribute an input, and on what legal basis?

Why it matters
--------------
A system that reads nationality, language or religion treats people by group before it knows anything
else of them. Sometimes the law asks for that, as a list of visa-free countries does. Without a basis in
law it is different treatment that nobody has answered for.

How it is judged
----------------
The inputs named in the plan are compared with the protected attribute: the column itself, and columns
whose name points to the same ground. Without a legal basis written beside each of them, a person has to
read it. With one, a person has still to read it, because a basis can be named that does not hold. Where
there is none among the inputs it passes. It reads the plan and no data.

What it cannot show
-------------------
What the system does with the input, and whether other inputs give the attribute away: see FA602. A
name that points to a ground can mislead, and so can one that does not.

What to do
----------
For each input named here, ask for the provision that allows it and the aim it serves, or take it out
and look at what the scores do then.
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.plan import guess_ground
from audit.text import Message
from audit.vocabulary import Ground, MayConclude, Outcome, Per, Right, Severity


@check(
    may_conclude=MayConclude.INDICATOR,
    per=Per.SENSITIVE_FEATURE,
    needs=("features", "sensitive_features"),
    rights=(Right.NON_DISCRIMINATION, Right.EXPRESSION),
    severity=Severity.SERIOUS,
    says={
        "without": "Among the inputs, without a recorded legal basis: {columns:list}. They are {feature}, or their "
        "name points to the same ground.",
        "with": "Among the inputs, each with a legal basis recorded: {columns:list}. Whether the basis holds is "
        "for a person to say.",
        "pass": "{feature} is not among the {inputs:count|input|inputs} named in the plan. Inputs can still reveal it: see FA602.",
        "basis": "Recorded for '{column}' by {by}: {basis}",
        "basis_unsigned": "Recorded for '{column}', by nobody named: {basis}",
    },
)
def fa601(ask: Ask) -> Ruled:
    """Compare the inputs with one protected attribute."""
    inputs = tuple(dict.fromkeys((*ask.part.roles.all("features"), *ask.part.model.features)))
    used = _protected(inputs, ask)
    columns = ask.part.columns
    based = tuple(c for c in used if c in columns and columns[c].legal_basis.strip())
    without = tuple(column for column in used if column not in based)
    if not used:
        return Ruled(
            outcome=Outcome.PASS, message=ask.say("pass", feature=ask.key, inputs=len(inputs))
        )
    return Ruled(
        outcome=Outcome.REVIEW,
        message=(
            ask.say("without", columns=without, feature=ask.key)
            if without
            else ask.say("with", columns=used)
        ),
        metric="protected_inputs",
        observed=float(len(used)),
        associated_inputs=used,
        notes=tuple(_basis(column, ask) for column in based),
    )


def _protected(inputs: tuple[str, ...], ask: Ask) -> tuple[str, ...]:
    feature = ask.part.roles.feature(ask.key)
    ground = feature.ground if feature else Ground.OTHER
    return tuple(
        column
        for column in inputs
        if column == ask.key or (ground is not Ground.OTHER and guess_ground(column) is ground)
    )


def _basis(column: str, ask: Ask) -> Message:
    said = ask.part.columns[column]
    by = said.named_by or ask.plan.audit.auditor
    name = "basis" if by else "basis_unsigned"
    return ask.say(name, column=column, by=by, basis=said.legal_basis.strip())
