"""Do the answers agree with what was measured, and with each other?

Why it matters
--------------
A form can say that no group fares worse while the table beside it shows one that does. Whoever reads the form
alone believes it, and whoever signed it answers for it. An answer given before the figures changed is no better: it
was true of something else.

How it is judged
----------------
A checklist names, for some answers, the checks that speak against them. Where such a check is beyond its limit (`fail`)
and the answer was given all the same, the answer is contradicted, and this is `fail`. Where such a check needs
judgement (`review`), the answer is in doubt, and this is `review`. It is `review`, too, where an answer was given on other
findings than those that now stand beside it, and where two checklists ask the same and hold different answers. What was
measured changes no answer: a person has to.

It is `pass` when at least one answer stands beside findings and none of this is so, and `not_applicable` when none does.
An answer that carries no fingerprint of its findings is named: on which ones it was given cannot be told.

What it cannot show
-------------------
Whether an answer is true. Most answers have no figure beside them, and a figure within its limit proves no answer right.

What to do
----------
Put each of these answers to the person who gave it, with the findings beside it: `audit checklist fill` shows both. Either the
answer changes, or its text says why it stands.

References
----------
EU AI Act, Article 27(2): an assessment is updated when its elements change. Directive on Automated Decision-Making (Canada): the
assessment is updated when the system changes.
"""

from __future__ import annotations

from collections.abc import Iterable

from audit.check import Ask, Ruled, check
from audit.checklist import ChecklistState, ItemState
from audit.evidence import Evidence
from audit.vocabulary import Answered, MayConclude, Outcome, Per, Right, Severity


@check(
    per=Per.CHECKLIST,
    may_conclude=MayConclude.DOCUMENT,
    after=True,
    kinds=("*",),
    severity=Severity.SERIOUS,
    rights=(Right.ACCOUNTABILITY, Right.ACCURACY),
    says={
        "contradicted": "Answers that findings speak against: {items:list}.",
        "doubtful": "Answers that findings cast doubt on, none of which they contradict: {items:list}.",
        "stale": "Given on other findings than those that now stand beside them: {items:list}.",
        "unknown": "On which findings these answers were given cannot be told, because none was written down with them: {items:list}.",
        "differs": "Answered differently in another checklist that asks the same: {items:list}.",
        "review": "Some answers have to be looked at again.",
        "pass": "Of the answers that stand beside findings ({beside}), none is contradicted by them, and none is known to have been given on other findings.",
        "none": "No answer stands beside a finding.",
        "against": "{item} is answered with “{answer}”, against {findings:list}.",
    },
)
def ri103(checklist: Evidence[ChecklistState], ask: Ask) -> Ruled:
    """Rule on one checklist."""
    given = [
        entry
        for _, entries in checklist.value.sections
        for entry in entries
        if entry.answer.value or entry.answer.said is not Answered.NOT_ASSESSED
    ]
    contradicted = [e for e in given if _against(e, Outcome.FAIL)]
    doubtful = [e for e in given if e not in contradicted and _against(e, Outcome.REVIEW)]
    stale = [e for e in given if _stale(e)]
    differs = [e for e in given if e.differs]
    notes = [
        ask.say(
            "against",
            item=entry.item.id,
            answer=_said(entry),
            findings=(*_against(entry, Outcome.FAIL), *_against(entry, Outcome.REVIEW)),
        )
        for entry in (*contradicted, *doubtful)
    ]
    lists = {"doubtful": doubtful, "stale": stale, "differs": differs}
    notes += [ask.say(name, items=_ids(found)) for name, found in lists.items() if found]
    beside = [e for e in given if e.evidence]
    unknown = [e for e in beside if not e.answer.evidence_hash and not e.answer.shared_from]
    more = (ask.say("unknown", items=_ids(unknown)),) if unknown else ()
    if contradicted:
        return Ruled(
            outcome=Outcome.FAIL,
            message=ask.say("contradicted", items=_ids(contradicted)),
            observed=float(len(contradicted)),
            metric="contradicted_answers",
            notes=(*notes, *more),
        )
    if notes:
        return Ruled(outcome=Outcome.REVIEW, message=ask.say("review"), notes=(*notes, *more))
    if not beside:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=ask.say("none"))
    return Ruled(
        outcome=Outcome.PASS,
        message=ask.say("pass", beside=len(beside)),
        observed=0.0,
        metric="contradicted_answers",
        notes=more,
    )


def _against(entry: ItemState, outcome: Outcome) -> tuple[str, ...]:
    """Return the findings of an outcome that speak against the answer."""
    given = {str(entry.answer.said), *entry.answer.value}
    checks = {check for check, answers in entry.item.against.items() if given & set(answers)}
    return tuple(
        line.finding
        for line in entry.evidence
        if line.finding.partition(":")[0] in checks and line.outcome == outcome
    )


def _stale(entry: ItemState) -> bool:
    then = entry.answer.evidence_hash
    return bool(then) and then != entry.evidence_hash


def _said(entry: ItemState) -> str:
    options = (entry.item.answer.option(value) for value in entry.answer.value)
    words = ", ".join(option.words for option in options if option is not None)
    return words or str(entry.answer.said).replace("_", " ")


def _ids(entries: Iterable[ItemState]) -> tuple[str, ...]:
    return tuple(entry.item.id for entry in entries)
