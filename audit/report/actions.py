"""The plan of actions as the page shows it: what people planned, and whether the audit still finds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audit.actions import Action, ActionStatus
from audit.record import AuditRecord
from audit.report.places import Link, Places
from audit.report.words import Words, isolated

MOST = 30
"""Rows on the page; the file has all."""


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action."""

    about: str
    place: str
    """Anchor of the finding; empty where the page has none."""
    question: str
    action: str
    right: str
    owner: str
    due: str
    indicator: str
    status: str
    more: tuple[str, ...]
    """Recommendation, pilot, budget, partners and consultation, as far as somebody wrote them."""


@dataclass(frozen=True, slots=True)
class ActionsView:
    """The plan, cut to what a page holds."""

    actions: tuple[ActionView, ...]
    rest: str


def actions(record: AuditRecord, words: Words, places: Places) -> ActionsView | None:
    """Return the plan, what people touched and what is beyond a limit first; None without one."""
    if not record.actions:
        return None
    shown = sorted(record.actions, key=_rank)[:MOST]
    left = len(record.actions) - len(shown)
    known = {f.id for f in record.findings}
    return ActionsView(
        actions=tuple(_view(action, words, places, known) for action in shown),
        rest=words("ui.actions_rest", n=left) if left else "",
    )


def _rank(action: Action) -> tuple[bool, bool]:
    touched = action.status is not ActionStatus.OPEN or bool(action.due) or not action.still_found
    return not touched, action.outcome != "fail"


def _view(action: Action, words: Words, places: Places, known: set[str]) -> ActionView:
    status = words.name("ui.action", str(action.status))
    if not action.still_found:
        status = words("ui.action_gone", status=status)
    elif action.status is ActionStatus.DONE:
        status = words("ui.action_still", status=status)
    links: Sequence[Link] = places.links((action.about,)) if action.about in known else ()
    pairs = ("recommendation", "pilot", "budget", "partners", "consultation", "because")
    return ActionView(
        about=action.about,
        place=links[0].anchor if links else "",
        question=action.question,
        action=isolated(action.action),
        right=words.name("right", action.right) if action.right else "",
        owner=isolated(action.owner),
        due=action.due,
        indicator=action.indicator,
        status=status,
        more=tuple(
            f"{words(f'ui.action_{name}')}: {isolated(text)}"
            for name in pairs
            if (text := getattr(action, name))
        ),
    )
