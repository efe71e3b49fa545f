"""Which duties are live, which come later, and which bind nobody: apart, and by date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.checklist import ChecklistState
from audit.record import AuditRecord
from audit.report.words import Words
from audit.rights import in_force, reaches
from audit.vocabulary import Answered

SORTS = ("live", "coming", "guidance")


@dataclass(frozen=True, slots=True)
class Duty:
    """One framework with the day from which it applies, and what stands open."""

    title: str
    anchor: str
    day: str
    open: str


@dataclass(frozen=True, slots=True)
class Duties:
    """Frameworks of one sort, by date."""

    title: str
    duties: tuple[Duty, ...]


def duties(record: AuditRecord, anchors: Mapping[str, str], words: Words) -> tuple[Duties, ...]:
    """Return the frameworks of a record by whether they bind the operator on the day of decision.

    Parameters
    ----------
    anchors : mapping of str to str
        Checklist to its place on the page.
    """
    system = record.system
    listed = system.get("jurisdictions")
    places = [str(place) for place in listed] if isinstance(listed, list | tuple) else []
    day = str(system.get("decided_on") or "")
    found: dict[str, list[tuple[str, Duty]]] = {sort: [] for sort in SORTS}
    for state in record.checklists:
        duty = Duty(
            state.title, anchors[state.slug], state.framework.applies_from, _open(state, words)
        )
        found[_sort(state, places, day)].append((state.framework.applies_from, duty))
    return tuple(
        Duties(words(f"ui.duties_{sort}"), tuple(duty for _, duty in sorted(these, key=_first)))
        for sort, these in found.items()
        if these
    )


def _first(pair: tuple[str, Duty]) -> tuple[str, str]:
    return pair[0], pair[1].title


def _sort(state: ChecklistState, places: Sequence[str], day: str) -> str:
    frame = state.framework
    if not frame.binds or frame.status in ("guidance", "draft") or not reaches(frame.binds, places):
        return "guidance"
    applies = in_force(frame.applies_from, "", day)
    return "live" if applies else "coming"


def _open(state: ChecklistState, words: Words) -> str:
    waiting = state.counts.get(str(Answered.NOT_ASSESSED), 0)
    unmet = state.counts.get(str(Answered.NOT_MET), 0)
    return words("ui.duties_open", open=waiting, unmet=unmet)
