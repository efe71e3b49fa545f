"""In which order questions are put to a person: by what is at stake, the gravest first."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from audit.checklist.items import Checklist, Item
from audit.checklist.sheet import Sheet

Stakes = tuple[bool, int]
"""Whether the item blocks, and the rank of its severity."""


def stakes(checklist: Checklist) -> Mapping[str, Stakes]:
    """Return what is at stake in each item, or in an item that is asked only because of it."""
    found = {item.id: (item.blocks, item.severity.rank) for item in checklist.items()}
    # Conditions look back, so one pass from the end carries stakes to the first question on the way.
    for section in reversed(checklist.sections):
        for item in reversed(section.items):
            for gate in _gates(section.visible_if, item):
                found[gate] = max(found[gate], found[item.id])
    return found


def _gates(section: object, item: Item) -> tuple[str, ...]:
    conditions = (section, item.visible_if)
    return tuple(id for c in conditions if c is not None for id in c.items())  # type: ignore[attr-defined]


def queue(sheet: Sheet, leave: Collection[str] = ()) -> tuple[Item, ...]:
    """Return the items that are asked and open, in the order in which to put them.

    Items that only findings can answer are left out, and those in `leave`. The question whether the
    system may be used at all comes last: the answers before it are its grounds.
    """
    ranks = stakes(sheet.checklist)
    open_ = [
        item
        for item in sheet.checklist.items()
        if item.id in sheet.asked
        and item.id not in sheet.values
        and item.id not in leave
        and item.kind != "auto"
    ]
    place = {item.id: n for n, item in enumerate(open_)}
    return tuple(
        sorted(
            open_,
            key=lambda i: (i.zero_option, not ranks[i.id][0], -ranks[i.id][1], place[i.id]),
        )
    )
