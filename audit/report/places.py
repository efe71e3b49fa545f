"""Where things stand on the page, and what other places call them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audit.finding import Finding, Need
from audit.record import AuditRecord
from audit.report.words import Words, anchor, isolated, short, unique
from audit.vocabulary import ALL

_WHOLE = {"", "-"}
"""Keys of a question that is asked of the part as a whole."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place on the page."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class NeedView:
    """A missing input and what became of the request."""

    input: str
    serves: str
    status: str


class Places:
    """The anchors of a record's findings and evidence, and their short names."""

    def __init__(self, record: AuditRecord, words: Words) -> None:
        self._words = words
        self._known = {finding.id: finding for finding in record.findings}
        self.several_parts = len(record.parts) > 1
        # What stands in brackets is the citation, which the checklist's own heading gives.
        self._lists = {list.slug: list.title.partition(" (")[0] for list in record.checklists}
        names = unique(anchor(finding.id) or "finding" for finding in record.findings)
        self.findings: dict[str, str] = {
            finding.id: name for finding, name in zip(record.findings, names, strict=True)
        }
        evidence = unique(f"evidence-{anchor(entry.id)}" for entry in record.evidence)
        self.evidence: dict[str, str] = {
            entry.id: name for entry, name in zip(record.evidence, evidence, strict=True)
        }

    def link(self, finding: Finding) -> Link:
        """Return the short name of a finding with its place."""
        about = self.subject(finding) or self.title(finding)
        return Link(f"{finding.check} · {about}", self.findings[finding.id])

    def links(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Return links to the findings of those ids that are in the record."""
        return tuple(self.link(self._known[id]) for id in ids if id in self._known)

    def title(self, finding: Finding) -> str:
        """Return the question, in the page's language where it has one."""
        id = f"{finding.check.lower()}.title"
        return self._words(id) if self._words.knows(id) else finding.title

    def subject(self, finding: Finding) -> str:
        """Return what the question is about: the feature, the sample, and the part if there are several."""
        key = finding.key if finding.key not in _WHOLE else finding.feature
        pieces = [self._lists.get(key, isolated(short(key)))]
        if finding.sample and finding.sample != ALL:
            pieces.append(self._words.name("ui", f"sample_{finding.sample}"))
        if self.several_parts:
            pieces.append(isolated(finding.part))
        return " · ".join(piece for piece in pieces if piece)

    def needs(self, needs: Iterable[Need]) -> tuple[NeedView, ...]:
        """Return missing inputs in words, each once."""
        named = (
            NeedView(need.input, need.serves, self._words.name("ui.need", str(need.status)))
            for need in needs
        )
        return tuple(dict.fromkeys(named))
