"""The checklists of an audit: which are used, what was answered, which frameworks apply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from audit import checklist as checklists
from audit.checklist import AnswerSet, Applicability, Checklist, Facts
from audit.checklist.facts import CLASSIFIED
from audit.errors import PlanError, did_you_mean
from audit.plan import Plan
from audit.record import AuditRecord
from audit.vocabulary import Answered

AUTO = "auto"
"""Word in `[checklists] use` for every framework that applies by what the plan says."""

Lists = Mapping[str, AnswerSet]
"""The checklists that are used, each with its answers, by slug."""


def used(plan: Plan) -> tuple[str, ...]:
    """Return the checklists that a plan uses, in its order.

    Raises
    ------
    PlanError
        With slug `unknown-checklist` if it names one that is not there, or `wrong-value` if it both uses
        and ignores one.
    """
    section = plan.checklists
    if not section.use and not section.ignore:
        return ()
    files = checklists.files()
    for where, names in (("use", section.use), ("ignore", section.ignore)):
        for slug in names:
            if slug not in files and (where, slug) != ("use", AUTO):
                raise PlanError(
                    f"[checklists] {where} names '{slug}', which is no checklist",
                    slug="unknown-checklist",
                    hint=did_you_mean(slug, (*files, AUTO)),
                )
    both = [slug for slug in section.use if slug in section.ignore]
    if both:
        raise PlanError(
            f"[checklists] both uses and ignores '{both[0]}'",
            slug="wrong-value",
            hint="name it in one of the two",
        )
    named: dict[str, None] = {}
    for slug in section.use:
        found = _applying(plan) if slug == AUTO else (slug,)
        named |= dict.fromkeys(s for s in found if s not in section.ignore)
    return tuple(named)


def _applying(plan: Plan) -> tuple[str, ...]:
    """Return the frameworks that apply, and those that would if the system is of a class in sight.

    By the plan alone: which questions an audit asks does not hang on answers.
    """
    judged = _judged(plan, checklists.facts_of(plan))
    return tuple(each.slug for each in judged if each.applies or each.in_sight)


def _judged(plan: Plan, known: Facts) -> tuple[Applicability, ...]:
    found = [checklists.load(path) for path in checklists.files().values()]
    return tuple(checklists.applicability(each, known, plan) for each in found)


def facts(plan: Plan, given: Lists | None = None) -> dict[str, frozenset[str]]:
    """Return what the plan states, and the classes that answers come to.

    Parameters
    ----------
    given : mapping of str to AnswerSet, optional
        Answers at hand; by default those that the plan names.
    """
    stated = checklists.facts_of(plan)
    if given is None:
        named = plan.checklists.answers and plan.path(plan.checklists.answers).exists()
        given = _load(plan, stated, attached=False) if named else {}
    classes = {slug: _class(given[slug], stated) for slug in CLASSIFIED.values() if slug in given}
    return checklists.facts_of(plan, classes)


def _class(answers: AnswerSet, stated: Facts) -> str:
    """Return the class a person confirmed, else the one that the answers point to; empty if neither."""
    if answers.confirmed is not None:
        return answers.confirmed.result
    if not answers.answers:
        return ""
    found = checklists.score(answers.sheet(stated))
    return found.result if found is not None else ""


def frameworks(plan: Plan, given: Lists | None = None) -> tuple[Applicability, ...]:
    """Return what there is to say of each framework: whether it applies and why, and whether it is used.

    Frameworks that do not apply and are not used are left out, and so are those that bind nobody and
    that nobody chose. One of which it cannot be told stands there with what would tell.

    Parameters
    ----------
    given : mapping of str to AnswerSet, optional
        As `facts` takes it.
    """
    names, known = used(plan), facts(plan, given)
    judged = [replace(each, used=each.slug in names) for each in _judged(plan, known)]
    return tuple(each for each in judged if each.applies or each.used or each.reason or each.needs)


def outside(judged: tuple[Applicability, ...], plan: Plan, given: Lists) -> frozenset[str]:
    """Return the checklists that `auto` took, that do not apply by their class, and that nobody answered."""
    return frozenset(
        each.slug
        for each in judged
        if each.used and each.applies is False and each.slug not in plan.checklists.use
        if all(answer.shared_from for answer in given[each.slug].answers.values())
    )


def load(plan: Plan) -> dict[str, AnswerSet]:
    """Return the checklists that the plan uses, with their answers, shared ones carried over.

    Raises
    ------
    PlanError
        As `used` does.
    ChecklistError
        As `audit.checklist.load` and `load_answers` raise it.
    """
    return _load(plan, facts(plan))


def _load(plan: Plan, known: Facts, *, attached: bool = True) -> dict[str, AnswerSet]:
    lists = _lists(plan)
    given: Mapping[str, AnswerSet] = {}
    if plan.checklists.answers:
        path = plan.path(plan.checklists.answers)
        given = checklists.read_answers(path, lists, facts=known, attached=attached)
    return checklists.share(given, lists, known)


def kept(plan: Plan, record: AuditRecord) -> dict[str, AnswerSet]:
    """Return the checklists with the answers that a record already holds."""
    held = {
        state.slug: AnswerSet(
            checklist=checklist,
            answers={
                entry.item.id: replace(entry.answer, state=entry.answer.said, given=None)
                for _, entries in state.sections
                for entry in entries
                if entry.answer.said is not Answered.NOT_ASSESSED or entry.answer.value
            },
            confirmed=state.confirmed,
        )
        for state in record.checklists
        if (checklist := _lists(plan).get(state.slug)) is not None
    }
    return {slug: held.get(slug, AnswerSet(checklist=c)) for slug, c in _lists(plan).items()}


def _lists(plan: Plan) -> dict[str, Checklist]:
    files = checklists.files()
    return {slug: checklists.load(files[slug]) for slug in used(plan)}
