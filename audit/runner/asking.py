"""Putting each question to its evidence; what a check cannot answer is answered here, with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from audit.check import Answer, Measured, Ruled, Tested
from audit.errors import AuditError, ModelError
from audit.evidence import Evidence
from audit.inference.verdict import FEWEST_PEOPLE
from audit.measure import Measure
from audit.measures.intersections import TIMES
from audit.runner.collecting import Collected, Missing, measure_of
from audit.runner.planning import Question, review_command
from audit.text import say
from audit.vocabulary import Outcome

TRUTH_MISSING = 0.05
"""Share of decisions without a recorded truth beyond which "known for everyone" is not believed."""

GROUP_MISSING = 0.20
"""The same for one group that is large enough to be judged."""


def ask(
    questions: Sequence[Question], evidence: Collected, measures: Sequence[Measure]
) -> dict[str, Answer]:
    """Answer every question that is not about other findings.

    Returns
    -------
    dict of str to Answer
        By question id.
    """
    return {
        question.id: _answer(question, evidence, measures)
        for question in questions
        if not question.check.after
    }


def _answer(question: Question, evidence: Collected, measures: Sequence[Measure]) -> Answer:
    if question.blocked is not None:
        return question.blocked
    given: dict[str, Evidence[Any]] = {}
    for parameter, payload in question.check.asks_for.items():
        found = evidence[question.ask.part.name, measure_of(payload, measures).name]
        if isinstance(found, Missing):
            return without(question, found.problem)
        given[parameter] = found
    unidentified = _truth_incomplete(question, given, evidence)
    if unidentified is not None:
        return unidentified
    return put(question, given)


def put(question: Question, given: Mapping[str, Evidence[Any]]) -> Answer:
    """Call the check. An exception is an outcome of its own: the other checks still run."""
    try:
        answer = question.check.answer(**given, ask=question.ask)
    except Exception as problem:  # noqa: BLE001 - the one documented place
        return without(question, problem)
    if isinstance(answer, Measured) and not answer.rates:
        return Ruled(outcome=Outcome.NOT_ASSESSED, message=say("finding.nobody"))
    if isinstance(answer, Tested) and not answer.hypotheses:
        return Ruled(outcome=Outcome.NOT_ASSESSED, message=say("finding.nothing_to_test"))
    return answer


def without(question: Question, problem: Exception) -> Ruled:
    """Return the answer to a question whose evidence could not be had."""
    if isinstance(problem, ModelError):
        if question.check.id == "DA113":
            return Ruled(
                outcome=Outcome.FAIL,
                message=say("finding.model_failed", slug=problem.slug, what=problem.message),
                metric="model",
            )
        return Ruled(
            outcome=Outcome.NOT_ASSESSED,
            message=say("finding.model_unusable", slug=problem.slug),
            needs=("model",),
            settle=say("finding.settle_model"),
        )
    if isinstance(problem, AuditError):
        return Ruled(
            outcome=Outcome.ERROR,
            message=say("finding.stopped", slug=problem.slug, what=problem.message),
        )
    # Only the type: the text of a foreign exception can quote a cell.
    return Ruled(outcome=Outcome.ERROR, message=say("finding.broke", type=type(problem).__name__))


def _truth_incomplete(
    question: Question, given: Mapping[str, Evidence[Any]], evidence: Collected
) -> Ruled | None:
    """Rates on a truth that is missing for many are not identified, whatever the plan declares.

    For a large share of one group is as bad as for many of all: the group would vanish from the
    denominator and the rest would pass.
    """
    groups = _recorded(question, given, evidence) if question.uses_truth else []
    people = sum(known + unknown for known, unknown in groups)
    missing = sum(unknown for _, unknown in groups)
    lost = any(
        known + unknown >= FEWEST_PEOPLE and unknown > GROUP_MISSING * (known + unknown)
        for known, unknown in groups
    )
    if not people or (missing / people <= TRUTH_MISSING and not lost):
        return None
    return Ruled(
        outcome=Outcome.NOT_ASSESSED,
        message=say(
            "finding.truth_incomplete",
            truth=question.ask.part.roles.one("y_true") or "",
            share=missing / people,
        ),
        needs=("random_arm",),
        settle=say("finding.settle_random_arm", command=review_command(question.ask.part)),
    )


def _recorded(
    question: Question, given: Mapping[str, Evidence[Any]], evidence: Collected
) -> list[tuple[float, float]]:
    """Return how many people of each group have a recorded truth, and how many have none.

    As the evidence of the question says where it can; else by the features that it is about, or by
    every feature where it is about the whole part.
    """
    key, sample = question.ask.key, question.ask.sample
    for item in given.values():
        if hasattr(item.value, "recorded"):
            return list(item.value.recorded(key, sample))
    counts = evidence.get((question.ask.part.name, "group_counts"))
    if not isinstance(counts, Evidence):
        return []
    tables = counts.value.features
    groups = [
        group
        for name in (key.split(TIMES) if key else tuple(tables))
        for group in tables.get(name, {}).get(sample, {}).values()
    ]
    return [(group.n - group.pp - group.pn, group.pp + group.pn) for group in groups]
