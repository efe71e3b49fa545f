"""Which duties are live, which come later, and which bind nobody: apart, and by date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.checklist import ChecklistState, ItemState
from audit.record import AuditRecord
from audit.report.words import Words
from audit.rights import in_force, last_day, reaches
from audit.vocabulary import Answered

SORTS = ("live", "during", "coming", "guidance")


@dataclass(frozen=True, slots=True)
class Duty:
    """The questions of one framework that apply from one day, and what stands open."""

    title: str
    anchor: str
    day: str
    open: str
    provisions: str = ""
    """Pinpoints, where they apply from another day than the rest of the framework."""


@dataclass(frozen=True, slots=True)
class Duties:
    """Frameworks of one sort, by date."""

    title: str
    duties: tuple[Duty, ...]


def duties(record: AuditRecord, anchors: Mapping[str, str], words: Words) -> tuple[Duties, ...]:
    """Return what the frameworks of a record ask, by whether it binds the operator on the day of decision.

    Parameters
    ----------
    anchors : mapping of str to str
        Checklist to its place on the page.
    """
    system = record.system
    listed = system.get("jurisdictions")
    places = [str(place) for place in listed] if isinstance(listed, list | tuple) else []
    day = str(system.get("decided_on") or "")
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
    return "during" if since <= last_day(day) else "coming"


def _open(entries: Sequence[ItemState], words: Words) -> str:
    states = Counter(entry.answer.state for entry in entries)
    waiting, unmet = states[Answered.NOT_ASSESSED], states[Answered.NOT_MET]
    return words("ui.duties_open", open=waiting, unmet=unmet)
