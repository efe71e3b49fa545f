"""What people said beside the findings, and what a final record must have heard before it is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from audit import actions, law_read, responses
from audit.actions import Action
from audit.errors import PlanError
from audit.finding import Finding
from audit.law_read import Reading
from audit.plan import Plan
from audit.record import AuditRecord
from audit.responses import Heard
from audit.vocabulary import Status

_NAMED = 5
"""How many findings or sources one message can hold."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """The files beside the plan: responses to findings, the law as it was read, the plan of actions."""

    heard: Mapping[str, Heard] = field(default_factory=dict)
    readings: Mapping[str, Reading] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()

    def beside(self, findings: Sequence[Finding]) -> list[Finding]:
        """Put what was said beside the findings."""
        return law_read.beside(responses.beside(findings, self.heard), self.readings)


def load(plan: Plan) -> Said:
    """Read the files in the plan's folder; each may be absent, and a plan may have no folder."""
    if not plan.base:
        return Said()
    for key, default in (
        ("responses", responses.NAME),
        ("law", law_read.NAME),
        ("actions", actions.NAME),
    ):
        named = getattr(plan.audit, key)
        if named != default and not plan.path(named).exists():
            raise PlanError(
                f"[audit] {key} names {named}, and there is no such file",
                slug="no-such-file",
                hint=f"leave the line out to use {default} beside the plan, if there is one",
            )
    today = datetime.now(UTC).date()
    return Said(
        heard=responses.load(plan.path(plan.audit.responses), today=today),
        readings=law_read.load(plan.path(plan.audit.law), today=today),
        actions=actions.load(plan.path(plan.audit.actions)),
    )


def kept(record: AuditRecord, plan: Plan) -> Said:
    """Return what a record already heard, and beside it what the files now say."""
    now = load(plan)
    heard = {
        f.id: Heard(
            invited_on=f.invited_on,
            invited_hash=f.invited_hash,
            response=f.response,
            conclusion=f.auditor_conclusion,
        )
        for f in record.findings
        if f.response or f.invited_on or f.auditor_conclusion
    }
    readings = {
        name: Reading(source=name, by=source.verified_by, on=source.verified_on)
        for f in record.findings
        for source in f.sources
        if source.verified_by
        for name in [law_read.name_of(source)]
    }
    return Said(
        heard={**heard, **now.heard},
        readings={**readings, **now.readings},
        actions=now.actions or record.actions,
    )


def refuse_unheard(record: AuditRecord, plan: Plan, said: Said) -> None:
    """Refuse a final record that heard nobody, or rests on law that nobody read.

    Raises
    ------
    PlanError
        With slug `final-unheard` or `final-unread`; a draft is never refused.
    """
    if plan.audit.status is not Status.FINAL:
        return
    if missing := [f.id for f in responses.unheard(record.findings)]:
        raise PlanError(
            f"[audit] status = 'final', but the audited body has neither answered nor been asked"
            f" about {_listed(missing)}{_changed(record.findings)}",
            slug="final-unheard",
            hint="audit response FINDING --by NAME --text-file FILE, or --invited DATE if none came;"
            " until then status = 'draft'",
        )
    frameworks = [state.framework for state in record.checklists]
    if unread := law_read.unread(record.findings, frameworks, said.readings):
        raise PlanError(
            f"[audit] status = 'final', but nobody is named who read {_listed(unread)}",
            slug="final-unread",
            hint="audit law RECORD lists them; a person who read them writes name and date into"
            f" {plan.audit.law}; until then status = 'draft'",
        )


def _changed(findings: Sequence[Finding]) -> str:
    """Say of which of them the body was heard before their figures changed."""
    unheard = responses.unheard(findings)
    if ids := [f.id for f in unheard if f.response is not None or f.invited_on]:
        return f"; when it was heard on {_listed(ids)}, other figures stood there"
    return ""


def _listed(names: Sequence[str]) -> str:
    shown = "; ".join(names[:_NAMED])
    more = len(names) - _NAMED
    return f"{shown}; and {more} more" if more > 0 else shown
