"""Has every question that only a person can answer been answered, with a name, a date and its grounds?

Why it matters
--------------
Numbers cannot say whether an output may reach a removal, who dares to overrule it, or whether the system should
be used at all. Those answers have an author, or nobody is answerable for them: an audit without them is silent about
what matters most to the person decided about.

How it is judged
----------------
A question counts as answered when somebody, by name and on a date, said that it is met and on what
this rests (a text, an attachment, or one of the instrument's own choices), or that it is not met, or that it
does not apply and why. A question that must be settled before the system is used is not cleared by a choice alone:
it needs a text of some words, or a document. A choice, a number or a text that is neither good nor bad by itself counts as
answered too; "cannot be told" does not. Everything else is open. Questions that are not asked, because of other answers, count
nowhere. Questions that figures alone can answer are not counted.

Any question open, and any answered with not met, makes this `review`: somebody has to read it, and so does a class
that the answers point to and nobody confirmed by name. It is `fail` only where the provision binds the decisions
audited (in force on their date, in their jurisdiction, a duty of the operator, and no later day that could count) or the
auditor has adopted the checklist as criterion with a reason, and a question that must be settled before the system is used
is open or answered with not met. An admitted
failure is never better than a missing answer. A question of that sort said not to apply is `review` too: the reason has
to be read. A checklist that is here only because its framework applies, which the plan names nowhere and nobody has begun,
is `not_assessed`, or `review` where another checklist's answer says not met: nobody was asked. It is `pass` when all are answered and none of this is so.

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

from collections.abc import Iterable, Iterator, Sequence

from audit.check import Ask, Ruled, check
from audit.checklist import ChecklistState, Framework, ItemState, stands
from audit.evidence import Evidence
from audit.rights import in_force, reaches
from audit.text import Message
from audit.vocabulary import Answered, LimitBasis, MayConclude, Outcome, Per, Right

Pair = tuple[str, ItemState]
"""A question with the title of its section."""

_SECTIONS = 6
"""How many sections one sentence can name; of more it says how many."""

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
        "both": "Of the {asked} questions that only a person can answer, {open:count|stands|stand} open and "
        "{not_met:count|is|are} answered with “not met”, under {sections:list}.",
        "open_many": "Open: {open:count|question|questions} of the {asked} that only a person can answer, "
        "in {sections:count|section|sections}.",
        "not_met_many": "Answered with “not met”: {not_met} of the {asked} questions that only a person can "
        "answer, in {sections:count|section|sections}.",
        "both_many": "Of the {asked} questions that only a person can answer, {open:count|stands|stand} open and "
        "{not_met:count|is|are} answered with “not met”, in {sections:count|section|sections}.",
        "blocking": "To be settled before the system is used: {items:list}.",
        "unsupported": "Without a name, a date or its grounds: {items:list}.",
        "apart": "Said not to apply, though to be settled before the system is used: {items:list}. Whether the "
        "reason holds is for a person to judge.",
        "unconfirmed": "The answers point to: {title}. Nobody has confirmed that by name.",
        "not_begun": "Nobody was asked yet: this checklist is here because its framework applies by what the plan says. Of "
        "its {asked:count|question|questions} that only a person can answer, {carried:count|is|are} answered in other checklists.",
        "stop": "Whether the system may be used at all is answered with “not met”: do not deploy.",
        "readiness": "The instrument does not bind these decisions, so this is a gap in readiness, not a breach.",
        "transition": "The instrument is in force on that day, and another day can count: {day}. Whether it does is for a "
        "person to say; until then this is no finding of a breach.",
        "others": "What stands open concerns duties of others than this operator ({roles:list}).",
        "who": "Answers with a name, a date and grounds (audit checklist fill). The checklist names beside each "
        "question who can give it; first: {who}.",
        "reconsider": "A decision, by the head of the authority, whether the system may be used until what is "
        "not met is met.",
    },
)
def ri101(checklist: Evidence[ChecklistState], ask: Ask) -> Ruled:
    """Rule on one checklist."""
    state = checklist.value
    asked = tuple(
        (title, entry)
        for title, entries in state.sections
        for entry in entries
        if entry.item.kind != "auto"
    )
    waiting = [pair for pair in asked if not stands(pair[1].item, pair[1].answer)]
    not_met = [pair for pair in asked if pair[1].answer.state is Answered.NOT_MET]
    asked_for = _begun(asked) or state.slug in ask.plan.checklists.use
    if not not_met and not asked_for:
        return _nobody_asked(state, asked, len(waiting), ask)
    if not waiting and not not_met:
        return _all_answered(state, asked, ask)
    wanting = [pair for pair in asked if pair in waiting or pair in not_met]
    blocking = [entry for _, entry in wanting if entry.item.blocks]
    bound = [entry for entry in blocking if _binds(state.framework, entry, ask)]
    name = "both" if waiting and not_met else "open" if waiting else "not_met"
    sections = _unique(title for title, _ in wanting)
    return Ruled(
        outcome=Outcome.FAIL if bound and asked_for else Outcome.REVIEW,
        message=ask.say(
            name if len(sections) <= _SECTIONS else f"{name}_many",
            open=len(waiting),
            not_met=len(not_met),
            asked=len(asked),
            sections=sections if len(sections) <= _SECTIONS else len(sections),
        ),
        observed=float(len(waiting)),
        metric="open_questions",
        needs=(f"checklists.{state.slug}",) if waiting else (),
        settle=_who(waiting, ask),
        notes=tuple(_notes(state, asked, wanting, ask)),
    )


def _begun(asked: Sequence[Pair]) -> bool:
    """Return whether anybody answered this checklist itself, and not only one that asks the same."""
    given = (entry.answer for _, entry in asked if not entry.answer.shared_from)
    return any(answer.value or answer.said is not Answered.NOT_ASSESSED for answer in given)


def _nobody_asked(state: ChecklistState, asked: Sequence[Pair], waiting: int, ask: Ask) -> Ruled:
    carried = len(asked) - waiting
    return Ruled(
        outcome=Outcome.NOT_ASSESSED,
        message=ask.say("not_begun", asked=len(asked), carried=carried),
        needs=(f"checklists.{state.slug}",),
        settle=_who([pair for pair in asked if pair[1].item.blocks] or asked, ask),
    )


def _all_answered(state: ChecklistState, asked: Sequence[Pair], ask: Ask) -> Ruled:
    notes = list(_apart_and_unconfirmed(state, asked, ask))
    return Ruled(
        outcome=Outcome.REVIEW if notes else Outcome.PASS,
        message=ask.say("pass", asked=len(asked)),
        observed=0.0,
        metric="open_questions",
        notes=tuple(notes),
    )


def _notes(
    state: ChecklistState, asked: Sequence[Pair], wanting: Sequence[Pair], ask: Ask
) -> Iterator[Message]:
    entries = [entry for _, entry in wanting]
    if any(e.item.zero_option and e.answer.state is Answered.NOT_MET for e in entries):
        yield ask.say("stop")
    blocking = [entry for entry in entries if entry.item.blocks]
    if blocking:
        yield ask.say("blocking", items=_ids(blocking))
    bare = [
        e
        for e in entries
        if not stands(e.item, e.answer) and e.answer.said is not Answered.NOT_ASSESSED
    ]
    if bare:
        yield ask.say("unsupported", items=_ids(bare))
    yield from _apart_and_unconfirmed(state, asked, ask)
    if not any(_binds(state.framework, entry, ask) for entry in entries):
        yield _why_not(state.framework, entries, ask)


def _apart_and_unconfirmed(
    state: ChecklistState, asked: Sequence[Pair], ask: Ask
) -> Iterator[Message]:
    apart = [e for _, e in asked if e.item.blocks and e.answer.state is Answered.NOT_APPLICABLE]
    if apart:
        yield ask.say("apart", items=_ids(apart))
    score = state.score
    if score is not None and score.method == "class" and score.result and state.confirmed is None:
        yield ask.say("unconfirmed", title=score.title)


def _who(waiting: Sequence[Pair], ask: Ask) -> Message:
    first = sorted((entry for _, entry in waiting), key=lambda e: not e.item.blocks)
    who = _unique(entry.item.who for entry in first if entry.item.who)[:_SHOWN]
    return ask.say("who", who="; ".join(who)) if who else ask.say("reconsider")


def _why_not(framework: Framework, entries: Sequence[ItemState], ask: Ask) -> Message:
    """Say why none of the questions is a criterion."""
    in_law = [entry for entry in entries if _in_law(framework, entry, ask)]
    if not in_law:
        return ask.say("readiness")
    if any(_own(entry, ask) for entry in in_law):
        return ask.say("transition", day=framework.transition)
    return ask.say("others", roles=_unique(f"the {entry.item.addressee}" for entry in in_law))


def _binds(framework: Framework, entry: ItemState, ask: Ask) -> bool:
    """Return whether a question's provision is a criterion for the decisions audited.

    A duty of somebody else than the operator is none, nor is one that another day can govern: no plan says
    whether it does.
    """
    if ask.criterion.basis is LimitBasis.AUDITOR and ask.criterion.reason:
        return True
    later = bool(framework.transition) and not entry.item.applies_from
    return not later and _own(entry, ask) and _in_law(framework, entry, ask)


def _own(entry: ItemState, ask: Ask) -> bool:
    roles = ask.plan.system.operator_roles
    return entry.item.addressee is None or not roles or entry.item.addressee in roles


def _in_law(framework: Framework, entry: ItemState, ask: Ask) -> bool:
    law = framework.status in ("in_force", "upcoming") and bool(framework.binds)
    system = ask.plan.system
    return (
        law
        and reaches(framework.binds, system.jurisdictions)
        and in_force(entry.item.applies_from or framework.applies_from, "", system.decided_on)
    )


def _ids(entries: Sequence[ItemState]) -> tuple[str, ...]:
    return tuple(entry.item.id for entry in entries)


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
