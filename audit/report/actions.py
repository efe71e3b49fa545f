"""The plan of actions as the page shows it: what people planned, and whether the audit still finds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audit.actions import Action, ActionStatus
from audit.record import AuditRecord
from audit.report.findings import Fact
from audit.report.places import Link, Places
from audit.report.words import Words, isolated

MOST = 10
"""Actions on the page; the file has all."""

_WRITTEN = ("recommendation", "pilot", "budget", "partners", "consultation", "because")


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action, with all findings and questions for which exactly the same is planned."""

    question: str
    about: tuple[Link, ...]
    """`anchor` is empty where the page does not show it."""
    action: str
    facts: tuple[Fact, ...]
    """Status, owner, due date, right and indicator."""
    more: tuple[str, ...]
    """Recommendation, pilot, budget, partners and consultation, as far as somebody wrote them."""


@dataclass(frozen=True, slots=True)
class ActionsView:
    """The plan, cut to what a page holds."""

    actions: tuple[ActionView, ...]
    rest: str


def actions(record: AuditRecord, words: Words, places: Places) -> ActionsView | None:
    """Return the plan, what people planned and what is beyond a limit first; None without one."""
    if not record.actions:
        return None
    same: dict[tuple[object, ...], list[Action]] = {}
    for action in sorted(record.actions, key=_rank):
        same.setdefault(_planned(action), []).append(action)
    shown = list(same.values())[:MOST]
    left = len(record.actions) - sum(map(len, shown))
    return ActionsView(
        actions=tuple(_view(group, words, places) for group in shown),
        rest=words("ui.actions_rest", n=left) if left else "",
    )


def _planned(action: Action) -> tuple[object, ...]:
    said = tuple(getattr(action, name) for name in (*_WRITTEN, "owner", "due"))
    return action.question, action.action, action.right, action.status, action.still_found, said


def _rank(action: Action) -> tuple[bool, bool, bool]:
    planned = action.status is not ActionStatus.OPEN or bool(action.due)
    return not planned, action.outcome != "fail", not action.still_found


def _view(group: Sequence[Action], words: Words, places: Places) -> ActionView:
    first = group[0]
    status = words.name("ui.action", str(first.status))
    if not first.still_found:
        status = words("ui.action_gone", status=status)
    elif first.status is ActionStatus.DONE:
        status = words("ui.action_still", status=status)
    pairs = (
        ("ui.status", status),
        ("ui.action_owner", isolated(first.owner) or words("ui.action_nobody")),
        ("ui.action_due", first.due or words("ui.action_no_day")),
        ("ui.action_right", words.name("right", first.right) if first.right else ""),
        # The indicator of each is its own finding: said where there is one alone.
        ("ui.action_indicator", first.indicator if len(group) == 1 else ""),
    )
    return ActionView(
        question=first.question,
        about=tuple(_place(action.about, places) for action in group),
        action=isolated(first.action),
        facts=tuple(Fact(words(id), text) for id, text in pairs if text),
        more=tuple(
            f"{words(f'ui.action_{name}')}: {isolated(text)}"
            for name in _WRITTEN
            if (text := getattr(first, name))
        ),
    )


def _place(about: str, places: Places) -> Link:
    return next(iter(places.links((about,))), Link(about, ""))
