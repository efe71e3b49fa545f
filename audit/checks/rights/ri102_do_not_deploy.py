"""Does anybody who had to say so say: do not deploy?

Why it matters
--------------
Every instrument asks how a system is to be used. Few ask whether it should be. Where a harm cannot be undone and
equality cannot be shown, the right answer is not to use the system, and a form that cannot end there measures
how well a decision already taken is described.

How it is judged
----------------
Each checklist has a question that can end in not using the system. If a person answers it with not met, this is
`fail`: somebody answerable said, do not deploy. It is `review` if the answers, by the checklist's own rules,
point to a use that the instrument forbids, until a named person confirms that or another result; confirmed, it
is `fail`. While the question is open, this is `not_assessed`. It is `pass` when somebody, by name and on a date,
answered that the system may be used.

What it cannot show
-------------------
Whether the person was right, or free to say otherwise. A permission answers for nothing but itself.

What to do
----------
If the answer is do not deploy, stop the use, and tell those decided about. If the answers point to a use that is
forbidden, have a lawyer look at the provision named and confirm or correct the result in the file of answers.

References
----------
Special Rapporteur on racism, A/75/590 (2020): technologies that cannot be shown to meet equality requirements are
not to be adopted. EU AI Act, Article 5(1). Council of Europe, Framework Convention on AI (CETS 225), Article 16(4).
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.checklist import ChecklistState, ItemState, stands
from audit.evidence import Evidence
from audit.vocabulary import Answered, MayConclude, Outcome, Per, Right, Severity


@check(
    per=Per.CHECKLIST,
    may_conclude=MayConclude.DOCUMENT,
    after=True,
    kinds=("*",),
    severity=Severity.SERIOUS,
    rights=(Right.DIGNITY, Right.ACCOUNTABILITY),
    says={
        "stop": "Whether the system may be used at all is answered with “not met”: do not deploy ({items:list}).",
        "forbidden": "On these answers, the system points to a use that is not allowed: {points:list}. To be confirmed by a named person.",
        "confirmed": "On these answers, the system points to a use that is not allowed: {points:list}. Confirmed by {by} on {on}.",
        "open": "Whether the system may be used at all is not answered ({items:list}).",
        "pass": "Whether the system may be used at all is answered with yes, by name and on a date. Whether that is right is not judged here.",
        "no_question": "This checklist has no question that can end in not using the system.",
        "who": "An answer, with a name and a date, from: {who:list}.",
    },
)
def ri102(checklist: Evidence[ChecklistState], ask: Ask) -> Ruled:
    """Rule on one checklist."""
    state = checklist.value
    asked = [e for _, entries in state.sections for e in entries if e.item.zero_option]
    refused = [e for e in asked if e.answer.state is Answered.NOT_MET]
    if refused:
        return Ruled(outcome=Outcome.FAIL, message=ask.say("stop", items=_ids(refused)))
    if state.score is not None and state.score.stop:
        return _forbidden(state, ask)
    waiting = [e for e in asked if not stands(e.item, e.answer)]
    if waiting:
        who = tuple(dict.fromkeys(e.item.who for e in waiting if e.item.who))
        return Ruled(
            outcome=Outcome.NOT_ASSESSED,
            message=ask.say("open", items=_ids(waiting)),
            needs=(f"checklists.{state.slug}",),
            settle=ask.say("who", who=who) if who else None,
        )
    if not asked:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=ask.say("no_question"))
    return Ruled(outcome=Outcome.PASS, message=ask.say("pass"))


def _forbidden(state: ChecklistState, ask: Ask) -> Ruled:
    score, confirmed = state.score, state.confirmed
    assert score is not None  # noqa: S101 -- asked for where there is one
    points = tuple(dict.fromkeys(point.ref or point.id for point in score.points)) or (score.title,)
    if confirmed is not None and confirmed.result == score.result:
        message = ask.say("confirmed", points=points, by=confirmed.by, on=confirmed.on)
        return Ruled(outcome=Outcome.FAIL, message=message)
    return Ruled(outcome=Outcome.REVIEW, message=ask.say("forbidden", points=points))


def _ids(entries: list[ItemState]) -> tuple[str, ...]:
    return tuple(entry.item.id for entry in entries)
