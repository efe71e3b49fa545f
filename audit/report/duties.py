"""Which duties are live, which come later, and which bind nobody: apart, and by date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from audit.checklist import ChecklistState, ItemState
from audit.record import AuditRecord
from audit.report.words import Words
from audit.rights import in_force, last_day, reaches
from audit.vocabulary import Answered

SORTS = ("live", "during", "since", "coming", "guidance")


@dataclass(frozen=True, slots=True)
class Duty:
    """The questions of one framework that apply from one day, and what stands open."""

    title: str
    anchor: str
    day: str
    open: str
    provisions: str = ""
    """Pinpoints, where they apply from another day than the rest of the framework."""
    transition: str = ""
    """For whom another day counts, and which."""
    others: str = ""
    """How many of the open questions are about duties of somebody else than the operator."""


@dataclass(frozen=True, slots=True)
class Duties:
    """Frameworks of one sort, by date."""

    title: str
    duties: tuple[Duty, ...]


def duties(record: AuditRecord, anchors: Mapping[str, str], words: Words) -> tuple[Duties, ...]:
    """Return what the frameworks of a record ask, by whether it binds the operator on the day of decision.

    What came into force after the decisions and before the references were checked stands apart from what is
    still to come: it binds a system that is still in use.

    Parameters
    ----------
    anchors : mapping of str to str
        Checklist to its place on the page.
    """
    system = record.system
    listed = system.get("jurisdictions")
    places = [str(place) for place in listed] if isinstance(listed, list | tuple) else []
    day = str(system.get("decided_on") or "")
    own = system.get("operator_roles")
    roles = {str(role) for role in own} if isinstance(own, list | tuple) else set()
    found: dict[str, list[Duty]] = {sort: [] for sort in SORTS}
    for state in record.checklists:
        for since, entries in _by_day(state).items():
            other = since != state.framework.applies_from
            duty = Duty(
                title=state.title,
                anchor=anchors[state.slug],
                day=since,
                open=_open(entries, words),
                provisions="; ".join(dict.fromkeys(ref for e in entries for ref in e.item.ref))
                if other
                else "",
                transition="" if other else state.framework.transition,
                others=_others(entries, roles, words),
            )
            found[_sort(state, since, places, day)].append(duty)
    return tuple(
        Duties(words(f"ui.duties_{sort}"), tuple(sorted(these, key=lambda d: (d.day, d.title))))
        for sort, these in found.items()
        if these
    )


def _by_day(state: ChecklistState) -> Mapping[str, list[ItemState]]:
    days: dict[str, list[ItemState]] = {}
    for _, entries in state.sections:
        for entry in entries:
            since = entry.item.applies_from or state.framework.applies_from
            days.setdefault(since, []).append(entry)
    return days


def _sort(state: ChecklistState, since: str, places: Sequence[str], day: str) -> str:
    frame = state.framework
    if not frame.binds or frame.status in ("guidance", "draft") or not reaches(frame.binds, places):
        return "guidance"
    if in_force(since, "", day):
        return "live"
    if since <= last_day(day):
        return "during"
    return "since" if since <= frame.as_of else "coming"


def _open(entries: Sequence[ItemState], words: Words) -> str:
    states = Counter(entry.answer.state for entry in entries)
    waiting, unmet = states[Answered.NOT_ASSESSED], states[Answered.NOT_MET]
    return words("ui.duties_open", open=waiting, unmet=unmet)


def _others(entries: Sequence[ItemState], roles: AbstractSet[str], words: Words) -> str:
    """Say of how many open questions the duty is somebody else's; empty where the plan names no role."""
    whose = Counter(
        str(entry.item.addressee)
        for entry in entries
        if roles
        and entry.item.addressee is not None
        and entry.item.addressee not in roles
        and entry.answer.state in (Answered.NOT_ASSESSED, Answered.NOT_MET)
    )
    return "; ".join(words("ui.duties_others", n=n, role=role) for role, n in sorted(whose.items()))
