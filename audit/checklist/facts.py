"""What the plan says that conditions may ask about, and which frameworks apply because of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit.checklist.conditions import Condition, Facts, Known
from audit.checklist.items import Checklist
from audit.plan import Plan
from audit.rights import members, subjects
from audit.vocabulary import OperatorKind

FACTS: Mapping[str, tuple[str, str]] = {
    "jurisdiction": (
        "[system] jurisdictions",
        "where the operator decides; a member state of the Union is also in EU and CoE",
    ),
    "operator": (
        "[system] operator_kind",
        "public, public_service (private, for the public), private or humanitarian",
    ),
    "role": ("[system] operator_roles", "provider, deployer, controller"),
    "kind": ("[system] kind", "the kinds of the audited parts"),
    "stage": ("[system] stage", "as the plan words it"),
    "coercive": ("[system] coercive", "true or false"),
    "irreversible": ("[system] irreversible", "true or false"),
    "subject": (
        "[system] purpose, decision, affected",
        "protection, return, detention, appeal, as far as these texts speak of it",
    ),
    "people_per_year": ("[system] decisions_per_year", "a number"),
}
"""Fact to where the plan states it and what it can be."""

BLOCS = ("EU", "CoE")


def facts_of(plan: Plan) -> dict[str, frozenset[str]]:
    """Return the facts that a plan states; what it leaves empty is absent."""
    system = plan.system
    about = f"{system.purpose} {system.decision} {system.affected}"
    found = {
        "jurisdiction": frozenset(_places(system.jurisdictions)),
        "operator": frozenset(_stated(system.operator_kind)),
        "role": frozenset(map(str, system.operator_roles)),
        "kind": frozenset(part.kind for part in plan.parts) or frozenset((system.kind,)),
        "stage": frozenset(filter(None, (system.stage,))),
        "coercive": frozenset(("true" if system.coercive else "false",)),
        "irreversible": frozenset(("true" if system.irreversible else "false",)),
        "subject": subjects(about) if about.strip() else frozenset(),
    }
    if system.decisions_per_year is not None:
        found["people_per_year"] = frozenset((f"{system.decisions_per_year:.0f}",))
    return {name: values for name, values in found.items() if values}


def _stated(kind: OperatorKind) -> tuple[str, ...]:
    return () if kind is OperatorKind.UNSTATED else (str(kind),)


def _places(jurisdictions: Sequence[str]) -> Iterator[str]:
    for name in jurisdictions:
        whom = members(name)
        yield name
        yield from whom if len(whom) == 1 else ()
        yield from (bloc for bloc in BLOCS if whom <= members(bloc))


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicability:
    """Whether a framework applies by what the plan says, and why.

    Attributes
    ----------
    applies : bool or None
        None where the plan does not say enough; it then should be looked at.
    why : tuple of str
        One sentence for each thing that was asked of the plan.
    used : bool
        Whether the audit uses the checklist, which the plan may decide otherwise.
    reason : str
        Why the plan decides otherwise, if it says so.
    """

    slug: str
    title: str
    applies: bool | None
    why: tuple[str, ...] = ()
    used: bool = False
    reason: str = ""


def applicability(checklist: Checklist, facts: Facts, plan: Plan | None = None) -> Applicability:
    """Work out whether a checklist's framework applies.

    Parameters
    ----------
    facts : mapping of str to frozenset of str
        As `facts_of` returns them.
    plan : Plan, optional
        Whose `[checklists]` say what is used, and why not.
    """
    condition = checklist.applies_if
    section = plan.checklists if plan is not None else None
    why = tuple(_because(condition, facts)) if condition is not None else ()
    note = (checklist.applies_note,) if checklist.applies_note else ()
    return Applicability(
        slug=checklist.slug,
        title=checklist.title,
        applies=None if condition is None else Known(facts=facts).holds(condition),
        why=(*(why or (_without_condition(checklist),)), *note),
        used=section is not None and checklist.slug in section.use,
        reason=section.ignore.get(checklist.slug, "") if section is not None else "",
    )


def _without_condition(checklist: Checklist) -> str:
    places = ", ".join(checklist.framework.binds)
    if places:
        return f"It is law in {places}; a person has to say whether it applies here."
    return "It binds nobody by itself: it serves whoever chooses it."


def _because(condition: Condition, facts: Facts) -> Iterator[str]:
    """Yield one sentence for each fact that a condition asks about."""
    for part in condition.parts():
        if not part.fact:
            continue
        place, meaning = FACTS[part.fact]
        stated = facts.get(part.fact)
        asked = " or ".join(part.one_of) or _bounds(part)
        if stated is None:
            yield f"{place} is not stated ({meaning}); asked for: {asked}."
        else:
            holds = Known(facts=facts).holds(part)
            yield f"{place}: {', '.join(sorted(stated))}; {'as' if holds else 'not'} asked for: {asked}."


def _bounds(condition: Condition) -> str:
    low, high = condition.at_least, condition.at_most
    words = [f"at least {low:g}"] if low is not None else []
    return " and ".join([*words, *([f"at most {high:g}"] if high is not None else [])])
