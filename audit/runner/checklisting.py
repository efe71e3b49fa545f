"""The checklists of an audit: which are used, what was answered, which frameworks apply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from audit import checklist as checklists
from audit.checklist import AnswerSet, Applicability, Checklist
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
    return tuple(each.slug for each in _judged(plan) if each.applies)


def _judged(plan: Plan) -> tuple[Applicability, ...]:
    facts = checklists.facts_of(plan)
    known = [checklists.load(path) for path in checklists.files().values()]
    return tuple(checklists.applicability(each, facts, plan) for each in known)


def frameworks(plan: Plan) -> tuple[Applicability, ...]:
    """Return what there is to say of each framework: whether it applies and why, and whether it is used.

    Frameworks that do not apply and are not used are left out, and so is everything where a plan says
    nothing that frameworks ask about.
    """
    names = used(plan)
    judged = [replace(each, used=each.slug in names) for each in _judged(plan)]
    return tuple(each for each in judged if each.applies or each.used or each.reason)


def load(plan: Plan) -> dict[str, AnswerSet]:
    """Return the checklists that the plan uses, with their answers, shared ones carried over.

    Raises
    ------
    PlanError
        As `used` does.
    ChecklistError
        As `audit.checklist.load` and `load_answers` raise it.
    """
    lists = _lists(plan)
    facts = checklists.facts_of(plan)
    given: Mapping[str, AnswerSet] = {}
    if plan.checklists.answers:
        given = checklists.read_answers(plan.path(plan.checklists.answers), lists, facts=facts)
    return checklists.share(given, lists, facts)


def kept(plan: Plan, record: AuditRecord) -> dict[str, AnswerSet]:
    """Return the checklists with the answers that a record already holds."""
    held = {
        state.slug: AnswerSet(
            checklist=checklist,
            answers={
                entry.item.id: entry.answer
                for _, entries in state.sections
                for entry in entries
                if entry.answer.state is not Answered.NOT_ASSESSED or entry.answer.value
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
