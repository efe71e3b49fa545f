"""What the plan says that conditions may ask about, and which frameworks apply because of it."""

from __future__ import annotations

import re
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
    "use": (
        "[system] purpose, decision, affected",
        "migration, benefits, work, education, law_enforcement, as far as these texts speak of it",
    ),
    "aiact_class": (
        "the answers on the class under the AI Act (eu_aiact_class)",
        "prohibited, high_risk, exempt, outside, not_covered: what a person confirmed, else what the answers point to",
    ),
}
"""Fact to where the plan states it and what it can be."""

BLOCS = ("EU", "CoE")

CLASSIFIED: Mapping[str, str] = {"aiact_class": "eu_aiact_class"}
"""Facts that no plan states: each is what the answers to a checklist come to."""

_USES: Mapping[str, tuple[str, str]] = {
    "migration": (
        r"visas?|asyl\w*|asile|refuge\w*|migra\w*|immigra\w*|residence|borders?|deport\w*|expulsions?",
        "point 7 of Annex III (migration, asylum and border control)",
    ),
    "benefits": (
        r"benefits?|allowances?|welfare|social (?:assistance|security)|housing|shelter",
        "point 5(a) of Annex III (essential benefits and services)",
    ),
    "work": (
        r"vacanc\w*|recruit\w*|job\s?seekers?|job\s?cent\w*|employment",
        "point 4(a) of Annex III (recruitment and selection)",
    ),
    "education": (
        r"schools?|language (?:tests?|courses?)|placement tests?|exams?|universit\w*",
        "point 3 of Annex III (education)",
    ),
    "law_enforcement": (
        r"police|offences?|crimes?|criminal|traffick\w*|smuggl\w*",
        "point 6 of Annex III (law enforcement)",
    ),
}
"""Use to the words that speak of it in a plan, and the point of Annex III that lists it."""


def facts_of(plan: Plan, classes: Mapping[str, str] | None = None) -> dict[str, frozenset[str]]:
    """Return the facts that a plan states; what it leaves empty is absent.

    Parameters
    ----------
    classes : mapping of str to str, optional
        Checklist to the class that its answers come to, for the facts in `CLASSIFIED`.
    """
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
        "use": frozenset(use for use, (words, _) in _USES.items() if _speaks_of(about, words)),
    }
    for name, slug in CLASSIFIED.items():
        found[name] = frozenset(filter(None, ((classes or {}).get(slug, ""),)))
    if system.decisions_per_year is not None:
        found["people_per_year"] = frozenset((f"{system.decisions_per_year:.0f}",))
    return {name: values for name, values in found.items() if values}


def _speaks_of(text: str, words: str) -> bool:
    return bool(re.search(rf"\b(?:{words})\b", text, re.IGNORECASE))


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
    needs : tuple of str
        What the plan, or somebody, must say before it can be told; empty where it can.
    would : str
        "It would apply if ...", where nothing is open but a class that nobody worked out yet; `applies` is
        then None.
    in_sight : bool
        Whether the plan's own words speak of a use for which that class comes into question.
    """

    slug: str
    title: str
    applies: bool | None
    why: tuple[str, ...] = ()
    used: bool = False
    reason: str = ""
    needs: tuple[str, ...] = ()
    would: str = ""
    in_sight: bool = False


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
    note = (checklist.applies_note,) if checklist.applies_note else ()
    applies = None if condition is None else Known(facts=facts).holds(condition)
    open_ = condition is not None and applies is None
    would = _would(condition, facts) if condition is not None and open_ else ""
    why = tuple(_because(condition, facts, would)) if condition is not None else ()
    return Applicability(
        slug=checklist.slug,
        title=checklist.title,
        applies=applies,
        why=(*filter(None, (would,)), *(why or _without_condition(checklist)), *note),
        used=section is not None and checklist.slug in section.use,
        reason=section.ignore.get(checklist.slug, "") if section is not None else "",
        needs=tuple(_needed(condition, facts)) if condition is not None and open_ else (),
        would=would,
        in_sight=bool(would and facts.get("use")),
    )


def _would(condition: Condition, facts: Facts) -> str:
    """Say on which class it would apply, where nothing else is open; empty otherwise."""
    asked = {part.fact: part.one_of for part in condition.parts() if part.fact in CLASSIFIED}
    assumed = {name: frozenset(values) for name, values in asked.items() if name not in facts}
    if not assumed or not Known(facts={**facts, **assumed}).holds(condition):
        return ""
    classes = " or ".join(_named(value) for name in assumed for value in asked[name])
    lists = " and ".join(FACTS[name][0] for name in assumed)
    points = [_USES[use][1] for use in _USES if use in facts.get("use", ())]
    seen = (
        f"What the plan says of its use puts {' and '.join(points)} in sight."
        if points
        else "Nothing the plan says of its use is listed in Annex III."
    )
    return f"It would apply if the system is {classes}, which {lists} say. {seen}"


def _needed(condition: Condition, facts: Facts) -> Iterator[str]:
    """Yield what is not stated and was asked for, as somebody would write it into the plan."""
    for part in condition.parts():
        if not part.fact or part.fact in facts:
            continue
        if part.fact in CLASSIFIED:
            slug = CLASSIFIED[part.fact]
            yield f"answers to {slug} (audit checklist fill {slug})"
            continue
        place, meaning = FACTS[part.fact]
        asked = " or ".join(f'"{value}"' for value in part.one_of) or _bounds(part)
        yield f"{place}: {meaning}; it applies with {asked}"


def _named(value: str) -> str:
    """Return a word of the file as a reader knows it."""
    return value.replace("_", " ")


def _without_condition(checklist: Checklist) -> tuple[str, ...]:
    places = ", ".join(checklist.framework.binds)
    if places:
        return (f"It is law in {places}; a person has to say whether it applies here.",)
    return ("It is no law by itself: it serves whoever chooses it.",)


def _because(condition: Condition, facts: Facts, would: str) -> Iterator[str]:
    """Yield one sentence for each fact that a condition asks about, but for a class that `would` names."""
    for part in condition.parts():
        if not part.fact:
            continue
        place, meaning = FACTS[part.fact]
        stated = facts.get(part.fact)
        asked = " or ".join(map(_named, part.one_of)) or _bounds(part)
        if stated is None and part.fact in CLASSIFIED:
            if would:
                continue
            yield f"{place[0].upper()}{place[1:]} do not come to a class yet; asked for: {asked}."
        elif stated is None:
            yield f"{place} is not stated ({_named(meaning)}); asked for: {asked}."
        else:
            holds = Known(facts=facts).holds(part)
            said = ", ".join(map(_named, sorted(stated)))
            yield f"{place}: {said}; {'as' if holds else 'not'} asked for: {asked}."


def _bounds(condition: Condition) -> str:
    low, high = condition.at_least, condition.at_most
    words = [f"at least {low:g}"] if low is not None else []
    return " and ".join([*words, *([f"at most {high:g}"] if high is not None else [])])
