"""What becomes of findings and open questions: who does what by when, kept from audit to audit.

One file beside the plan, `actions.yaml`. `audit plan-actions` adds what is new and notes what an audit
no longer finds; what people wrote stays as they wrote it, and nothing is taken out.

References
----------
ISO 19011:2018, section 6.6 (conducting audit follow-up). GAGAS 2018 (GAO-21-368G), paragraph 8.30
(whether earlier findings were dealt with).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from audit.strict_yaml import Builder, only, read, wrong_date
from audit.vocabulary import Answered, Outcome, Severity

if TYPE_CHECKING:
    from audit.checklist import ChecklistState, ItemState
    from audit.finding import Finding

NAME = "actions.yaml"


class ActionStatus(StrEnum):
    """What became of an action."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One line of the plan.

    Attributes
    ----------
    about : str
        Id of the finding or of the checklist's item.
    question : str
        What was asked.
    outcome : str
        What the latest audit that asked found, or how the item was answered.
    severity : Severity
        Of the finding or the item.
    right : str
        The first right it touches.
    action : str
        What is to be done; filled from the check's page, for people to rewrite.
    indicator : str
        By what one will see that it is done.
    because : str
        Why it was dropped, or on what it rests that it is done.
    recommendation, pilot, budget, partners, consultation : str
        For a policy's roadmap: what is recommended to whom, where it is tried first, what it costs,
        with whom, and who was heard.
    still_found : bool
        Whether the latest audit found it; set by the tool.
    """

    about: str
    question: str = ""
    outcome: str = ""
    severity: Severity = Severity.MODERATE
    right: str = ""
    action: str = ""
    owner: str = ""
    due: str = ""
    indicator: str = ""
    status: ActionStatus = ActionStatus.OPEN
    because: str = ""
    recommendation: str = ""
    pilot: str = ""
    budget: str = ""
    partners: str = ""
    consultation: str = ""
    still_found: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    actions: tuple[Action, ...] = ()


_TOOLS = ("question", "outcome", "severity", "right", "still_found")
"""Fields that the tool writes anew each time; the others belong to people."""


def load(path: Path) -> tuple[Action, ...]:
    """Read a plan of actions; a file that is not there is an empty plan.

    Raises
    ------
    ChecklistError
        With file and line, and slug `checklist-syntax`, `checklist-key`, `checklist-value`,
        `checklist-unreadable`, `answer-date` or `action-incomplete`.
    """
    if not path.exists():
        return ()
    build, documents = Builder(path.name), read(path)
    if not documents or documents[0].value is None:
        return ()
    node = only(documents, path.name)
    found = build.build(_File, node, "the plan of actions")
    listed = node.map["actions"].value if "actions" in node.map else []
    known: dict[str, int] = {}
    for entry, action in zip(
        listed if isinstance(listed, list) else [], found.actions, strict=True
    ):
        where = f"action {action.about}"
        if action.about in known:
            raise build.error(
                entry, f"{where} stands at line {known[action.about]} too", slug="checklist-syntax"
            )
        known[action.about] = entry.line
        if action.due and wrong_date(action.due, date.max):
            raise build.error(
                entry.map["due"],
                f"{where}: 'due' is not a date",
                slug="answer-date",
                hint="write the date as year-month-day: 2026-10-01",
            )
        closed = action.status in (ActionStatus.DONE, ActionStatus.DROPPED)
        if closed and not action.because:
            raise build.error(
                entry,
                f"{where} is {action.status} and does not say why",
                slug="action-incomplete",
                hint="write on what it rests that it is done, or why it was dropped, into 'because'",
            )
    return found.actions


def renewed(
    known: Sequence[Action],
    findings: Iterable[Finding],
    checklists: Iterable[ChecklistState],
    to_do: Mapping[str, str],
    *,
    add: bool = True,
) -> tuple[Action, ...]:
    """Return the plan after an audit: what is new added, the rest as people left it.

    Parameters
    ----------
    to_do : mapping of str to str
        What the page of each check advises.
    add : bool, default True
        Whether what is new is added, or only what is planned brought up to date.
    """
    checklists = tuple(checklists)
    waiting = _waiting(checklists)
    items = {entry.item.id: _of_item(entry) for _, entry in waiting}
    listed = (*_of_findings(findings, to_do), *items.values(), *_to_begin(checklists))
    now = {action.about: action for action in listed}
    asked = {a.about for a in known} & now.keys()
    kept = [
        replace(a, **{name: getattr(now[a.about], name) for name in _TOOLS})
        if a.about in asked
        else replace(a, still_found=False)
        for a in known
    ]
    if not add:
        return tuple(kept)
    left = asked | _served(waiting, asked)
    return (*kept, *(action for about, action in now.items() if about not in left))


def _begun(state: ChecklistState) -> bool:
    """Return whether somebody answered a checklist itself, and not only one that asks the same."""
    given = (entry.answer for _, held in state.sections for entry in held)
    return any(
        not a.shared_from and (a.value or a.said is not Answered.NOT_ASSESSED) for a in given
    )


def _served(
    waiting: Sequence[tuple[ChecklistState, ItemState]], planned: Collection[str]
) -> set[str]:
    """Return the items that another line serves.

    One line stands for a checklist that nobody began, but for its last word and what is not met; and one
    for a question that several checklists share.
    """
    served: set[str] = set()
    lines = {e.item.shared: e.item.id for _, e in waiting if e.item.id in planned}
    for state, entry in waiting:
        item = entry.item
        whole = item.zero_option or entry.answer.state is Answered.NOT_MET or _begun(state)
        if not whole or (item.shared and lines.setdefault(item.shared, item.id) != item.id):
            served.add(item.id)
    return served


def _to_begin(checklists: Sequence[ChecklistState]) -> list[Action]:
    """Return one line for each checklist that nobody began."""
    return [
        Action(
            about=state.slug,
            question=f"{state.title}: who answers it?",
            outcome=str(Answered.NOT_ASSESSED),
            action=f"Begin it (audit checklist fill {state.slug}), or say in the plan why not "
            f'([checklists] ignore = {{ {state.slug} = "reason" }}).',
            indicator="its questions answered, each with a name, a date and grounds",
        )
        for state in checklists
        if not _begun(state)
    ]


def _of_findings(findings: Iterable[Finding], to_do: Mapping[str, str]) -> list[Action]:
    order = list(Severity)
    found = [f for f in findings if f.outcome in (Outcome.FAIL, Outcome.REVIEW)]
    found.sort(key=lambda f: (f.outcome is not Outcome.FAIL, -order.index(f.severity), f.id))
    return [
        Action(
            about=f.id,
            question=f.title,
            outcome=str(f.outcome),
            severity=f.severity,
            right=str(f.rights[0]) if f.rights else "",
            action=f.recommendation or to_do.get(f.check, ""),
            indicator=f"{f.id} within its limit"
            if f.outcome is Outcome.FAIL
            else f"{f.id} read by a person, with a conclusion",
        )
        for f in found
    ]


def _waiting(checklists: Sequence[ChecklistState]) -> list[tuple[ChecklistState, ItemState]]:
    """Return what is open or not met, the gravest first."""
    order = list(Severity)
    found = [
        (state, entry)
        for state in checklists
        for _, entries in state.sections
        for entry in entries
        if entry.item.kind != "auto"
        and entry.answer.state in (Answered.NOT_MET, Answered.NOT_ASSESSED)
    ]
    found.sort(key=lambda p: (not p[1].item.blocks, -order.index(p[1].item.severity), p[1].item.id))
    return found


def _of_item(entry: ItemState) -> Action:
    item, open_ = entry.item, entry.answer.state is Answered.NOT_ASSESSED
    return Action(
        about=item.id,
        question=item.question,
        outcome=str(entry.answer.state),
        severity=item.severity,
        right=str(item.rights[0]) if item.rights else "",
        owner=item.who,
        action="Answer the question, with a name, a date and its grounds."
        if open_
        else "Meet it, or decide whether the system may be used until it is met.",
        indicator=f"{item.id} answered" if open_ else f"{item.id} met",
    )


def dumps(actions: Iterable[Action]) -> str:
    """Return the file's text: what people fill in is there, empty, to be filled in."""
    import yaml

    entries = [
        {f.name: _plain(getattr(action, f.name)) for f in fields(Action)} for action in actions
    ]
    return yaml.safe_dump(
        {"actions": entries},
        sort_keys=False,
        allow_unicode=True,
        width=100,
        default_flow_style=False,
    )


def _plain(value: object) -> object:
    return value if isinstance(value, bool) else str(value)
