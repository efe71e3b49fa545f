"""Whether the audited body was heard on what lies beyond the limit: said where the conclusion stands."""

from __future__ import annotations

from dataclasses import dataclass

from audit import responses
from audit.finding import Finding
from audit.record import AuditRecord
from audit.report.places import Link, Places
from audit.report.words import Words
from audit.vocabulary import Outcome


@dataclass(frozen=True, slots=True)
class Hearing:
    """Findings on which the audited body stands alike: it answered, was asked, was so on other figures, or was not."""

    text: str
    findings: tuple[Link, ...]


def hearings(record: AuditRecord, words: Words, places: Places) -> tuple[Hearing, ...]:
    """Return the findings beyond the limit by whether the audited body was heard on them."""
    found: dict[str, list[str]] = {"answered": [], "asked": [], "changed": [], "unasked": []}
    for finding in record.findings:
        if finding.outcome is Outcome.FAIL:
            found[_how(finding)].append(finding.id)
    return tuple(
        Hearing(words(f"ui.heard_{how}"), places.links(ids)) for how, ids in found.items() if ids
    )


def _how(finding: Finding) -> str:
    if responses.answered(finding):
        return "answered"
    if responses.asked(finding):
        return "asked"
    return "changed" if finding.response is not None or finding.invited_on else "unasked"
