"""Has every question that only a person can answer been answered, with a name, a date and its grounds?

Why it matters
--------------
Numbers can say that an error falls more often on some people. They cannot say whether an output may
reach a removal, who dares to overrule it, or whether the system should be used at all. Those answers
have an author, or nobody is answerable for them. An audit in which they are missing is not half
finished; it is silent about what matters most to the person decided about.

How it is judged
----------------
A question counts as answered when somebody, by name and on a date, said that it is met and on what
this rests (a text, an attachment, or one of the instrument's own choices), or that it is not met, or that it
does not apply and why. A choice, a number or a text that is neither good nor bad by itself counts as answered too;
"cannot be told" does not. Everything else is open. Questions that are not asked, because of other answers, count nowhere. Questions that figures alone can answer are not counted.

Any question open, and any answered with not met, makes this `review`: somebody has to read it. It is
`fail` only where the instrument is binding on the decisions audited (in force on their date, in their
jurisdiction) or the auditor has adopted the checklist as criterion with a reason, and a question that
must be settled before the system is used is open or answered with not met. An admitted failure is
never better than a missing answer. A question of that sort said not to apply is `review` too: the reason
has to be read. It is `pass` when all are answered and none of this is so.

What it cannot show
-------------------
Whether an answer is true, sufficient or sincere. That is read, not counted; and no number of answers
makes the use of a system lawful.

What to do
----------
Put the open questions to the people named beside them and write their answers into the file of answers.
Where an answer is not met, decide whether the system may be used until it is.

References
----------
EU AI Act, Article 27(1)(a)-(f). Council of Europe, Framework Convention on AI (CETS 225), Article 16.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from audit.check import Ask, Ruled, check
from audit.checklist import Answer, ChecklistState, Framework, ItemState
from audit.evidence import Evidence
from audit.rights import in_force, reaches
from audit.vocabulary import Answered, LimitBasis, MayConclude, Outcome, Per, Right

_SHOWN = 4
"""How many of those who must answer one sentence can hold; the checklist has all."""


@check(
    per=Per.CHECKLIST,
    may_conclude=MayConclude.DOCUMENT,
    after=True,
    kinds=("*",),
    rights=(Right.ACCOUNTABILITY, Right.PARTICIPATION),
    says={
        "pass": "All {asked:count|question|questions} that only a person can answer are answered, each with "
        "a name, a date and its grounds. Whether the answers hold is not judged here.",
        "open": "Open: {open:count|question|questions} of the {asked} that only a person can answer, "
        "under {sections:list}.",
        "not_met": "Answered with “not met”: {not_met} of the {asked} questions that only a person can "
        "answer, under {sections:list}.",
        "both": "Of the {asked} questions that only a person can answer, {open} stand open and {not_met} "
        "are answered with “not met”, under {sections:list}.",
        "blocking": "To be settled before the system is used: {items:list}.",
        "unsupported": "Without a name, a date or its grounds: {items:list}.",
        "apart": "Said not to apply, though to be settled before the system is used: {items:list}. Whether the "
        "reason holds is for a person to judge.",
        "stop": "Whether the system may be used at all is answered with “not met”: do not deploy.",
        "readiness": "The instrument does not bind these decisions, so this is a gap in readiness, not a breach.",
        "who": "Answers, written into the file of answers with a name, a date and grounds. The checklist names "
        "beside each question who can give it; first: {who}.",
        "reconsider": "A decision, by the head of the authority, whether the system may be used until what is "
        "not met is met.",
    },
)
def ri101(checklist: Evidence[ChecklistState], ask: Ask) -> Ruled:
    """Rule on one checklist."""
    state = checklist.value
    asked = [
        (title, entry)
        for title, entries in state.sections
        for entry in entries
        if entry.item.kind != "auto"
    ]
    waiting = [pair for pair in asked if not answered(pair[1].answer)]
    not_met = [pair for pair in asked if pair[1].answer.state is Answered.NOT_MET]
    wanting = [pair for pair in asked if pair in waiting or pair in not_met]
    apart = [
        entry
        for _, entry in asked
        if entry.item.blocks and entry.answer.state is Answered.NOT_APPLICABLE
    ]
    if not wanting:
        return Ruled(
            outcome=Outcome.REVIEW if apart else Outcome.PASS,
            message=ask.say("pass", asked=len(asked)),
            observed=0.0,
            metric="open_questions",
            notes=(ask.say("apart", items=_ids(apart)),) if apart else (),
        )
    blocking = [entry for _, entry in wanting if entry.item.blocks]
    criterion = _is_criterion(state.framework, ask)
    notes = []
    if blocking:
        notes.append(ask.say("blocking", items=_ids(blocking)))
    bare = [e for _, e in waiting if e.answer.state is not Answered.NOT_ASSESSED]
    if bare:
        notes.append(ask.say("unsupported", items=_ids(bare)))
    if apart:
        notes.append(ask.say("apart", items=_ids(apart)))
    if any(entry.item.zero_option for _, entry in not_met):
        notes.insert(0, ask.say("stop"))
    if not criterion:
        notes.append(ask.say("readiness"))
    first = sorted((entry for _, entry in waiting), key=lambda e: not e.item.blocks)
    who = _unique(entry.item.who for entry in first if entry.item.who)[:_SHOWN]
    name = "both" if waiting and not_met else "open" if waiting else "not_met"
    return Ruled(
        outcome=Outcome.FAIL if blocking and criterion else Outcome.REVIEW,
        message=ask.say(
            name,
            open=len(waiting),
            not_met=len(not_met),
            asked=len(asked),
            sections=_unique(title for title, _ in wanting),
        ),
        observed=float(len(waiting)),
        metric="open_questions",
        needs=(f"checklists.{state.slug}",) if waiting else (),
        settle=ask.say("who", who="; ".join(who)) if who else ask.say("reconsider"),
        notes=tuple(notes),
    )


def answered(answer: Answer) -> bool:
    """Return whether an answer can stand: a state, a name, a date, and what it rests on."""
    grounds = {
        Answered.MET: bool(answer.text or answer.attachments or answer.value),
        Answered.NOT_MET: True,
        Answered.NOT_APPLICABLE: bool(answer.reason or answer.value),
        Answered.ANSWERED: True,
        Answered.NOT_ASSESSED: False,
    }
    return bool(answer.by and answer.on) and grounds[answer.state]


def _is_criterion(framework: Framework, ask: Ask) -> bool:
    if ask.criterion.basis is LimitBasis.AUDITOR and ask.criterion.reason:
        return True
    law = framework.status in ("in_force", "upcoming") and bool(framework.binds)
    system = ask.plan.system
    return (
        law
        and reaches(framework.binds, system.jurisdictions)
        and in_force(framework.applies_from, "", system.decided_on)
    )


def _ids(entries: Sequence[ItemState]) -> tuple[str, ...]:
    return tuple(entry.item.id for entry in entries)


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
