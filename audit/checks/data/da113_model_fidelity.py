"""Is the supplied model the one that made the log?

Why it matters
--------------
Everything an audit says about a model is about the file it was given. If that file is another
version, or was never in use, the people were decided about by something nobody has examined.

How it is judged
----------------
The model scores every row again (beyond 200,000 rows a random sample of that size). A score that
lies further from the logged one than the tolerance, or a decision the stated threshold would take
otherwise, is a fact: one is enough. Where the threshold is not stated, the one that differs from the
fewest logged decisions is used, and a person must judge what remains.

What it cannot show
-------------------
That the model was in use, only that its answers agree. A log that rounds its scores differs by up to
half of its last digit; the plan can set the tolerance to that, with the reason.

What to do
----------
Ask the operator for the version in force on the date of the decisions, its hash and its change log;
until then treat every finding about the model as a question.
"""

from audit.check import Ask, Ruled, check
from audit.evidence import Evidence
from audit.measures.fidelity import Fidelity
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Right, Severity

SAYS = {
    "scores_differ": (
        "Of {rows:,} logged scores, {differ:,} lie further than {tolerance:g} from what the supplied "
        "model gives; the largest difference is {largest:.3g}."
    ),
    "decisions_differ": (
        "With the stated threshold of {threshold:g} the supplied model would decide "
        "{differ:count|row|rows} of {rows:,} otherwise than the log."
    ),
    "no_threshold_fits": (
        "No threshold gives back the logged decisions: with the best one, {threshold:.4g}, "
        "{differ:count|row|rows} of {rows:,} differ. The plan does not state the threshold."
    ),
    "agrees": (
        "The supplied model gives back the log: {scores:count|score|scores} within {tolerance:g}, "
        "and {decisions:count|decision|decisions}."
    ),
    "nothing_logged": "The log holds neither the score nor the decision of the system.",
    "not_comparable": "No row holds a logged value that the model's answer can be compared with.",
    "settle": "The threshold in force settles it: [model] threshold.",
}


@check(
    may_conclude=MayConclude.EVENT,
    needs=("model",),
    rights=(Right.ACCURACY, Right.ACCOUNTABILITY),
    severity=Severity.SERIOUS,
    says=SAYS,
)
def da113(fidelity: Evidence[Fidelity], ask: Ask) -> Ruled:
    """Compare the model's answers with the log."""
    found = fidelity.value
    if not found.scored:
        return Ruled(
            outcome=Outcome.NOT_ASSESSED,
            message=ask.say("nothing_logged"),
            needs=("y_score", "y_pred"),
        )
    if not found.scores_compared and not found.decisions_compared:
        return Ruled(outcome=Outcome.NOT_ASSESSED, message=ask.say("not_comparable"))
    if found.scores_differ:
        return _differs(
            Outcome.FAIL, found.scores_differ, found.scores_compared, _scores(found, ask)
        )
    if found.decisions_differ:
        stated = found.threshold_stated
        message = ask.say(
            "decisions_differ" if stated else "no_threshold_fits",
            threshold=found.threshold,
            differ=found.decisions_differ,
            rows=found.decisions_compared,
        )
        return _differs(
            Outcome.FAIL if stated else Outcome.REVIEW,
            found.decisions_differ,
            found.decisions_compared,
            message,
            settle=None if stated else ask.say("settle"),
        )
    return Ruled(
        outcome=Outcome.PASS,
        message=ask.say(
            "agrees",
            scores=found.scores_compared,
            decisions=found.decisions_compared,
            tolerance=found.tolerance,
        ),
        observed=0.0,
        metric="share of rows that differ",
    )


def _scores(found: Fidelity, ask: Ask) -> Message:
    return ask.say(
        "scores_differ",
        differ=found.scores_differ,
        rows=found.scores_compared,
        tolerance=found.tolerance,
        largest=found.largest,
    )


def _differs(
    outcome: Outcome, differ: int, rows: int, message: Message, settle: Message | None = None
) -> Ruled:
    return Ruled(
        outcome=outcome,
        message=message,
        observed=differ / rows,
        metric="share of rows that differ",
        settle=settle,
    )
