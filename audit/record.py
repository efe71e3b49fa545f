"""The audit record, which is `audit.json`: signed, diffed, archived; pages are made from it later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from audit.actions import Action
from audit.checklist import Applicability, ChecklistState
from audit.evidence import EvidenceEntry
from audit.finding import Finding, Need
from audit.pooling import PooledColumn
from audit.system import InputFile
from audit.text import Message
from audit.vocabulary import Outcome

SCHEMA_VERSION = "1.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """What made the record."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """Python, platform and the versions of the libraries that measured."""

    python: str
    platform: str
    packages: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRecord:
    """One part as it was audited, with no person's value."""

    name: str
    kind: str
    rows: int
    samples: Mapping[str, int]
    """Sample name to rows."""
    leads: tuple[str, ...]
    roles: Mapping[str, tuple[str, ...]]
    sensitive_features: Mapping[str, str]
    """Column to ground."""
    positive: Mapping[str, tuple[str, ...]]
    positive_is: str
    outcome_known: str
    y_true_recorded_by: str
    coverage: str
    model: str = ""
    """Description of the model, empty where none was supplied."""
    other_kinds: Mapping[str, int] = field(default_factory=dict)
    """Kind to number of its checks, which do not apply here."""
    pooled: Mapping[str, PooledColumn] = field(default_factory=dict)
    """Columns whose countries were pooled into regions, and which make which."""
    merged: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Column to (categories, people) merged for disclosure control."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyTest:
    """One hypothesis of the family that was decided together."""

    finding: str
    group: str
    family: str
    p_value: float
    """Of a group that is not named: the next of .001, .01, .04, .05, .2 and 1 above."""
    p_adjusted: float
    rejected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTexts:
    """What a page says of a check, so that a record reads without the tool."""

    title: str
    why: str
    how: str
    cannot_show: str
    to_do: str
    references: str = ""
    messages: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CouldNotSee:
    """Something the audit could not examine, and why."""

    sentence: Message
    condition: str
    needs: tuple[Need, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What it comes to. Never a score, never a count of passes."""

    statement: tuple[Message, ...]
    condition: str
    """The English rendering of the statement."""
    blocking: tuple[str, ...] = ()
    could_not_see: tuple[CouldNotSee, ...] = ()
    lead_judged: bool = True
    """Whether at least one lead question could be judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A change of criteria, and whether results had been seen."""

    criteria: str
    """SHA-256 of the criteria in force."""
    results_seen: bool
    changed: Mapping[str, str] = field(default_factory=dict)
    """Check id to what changed, in words: `old -> new`."""
    by: Mapping[str, str] = field(default_factory=dict)
    """Check id to who changed its limit."""
    reason: Mapping[str, str] = field(default_factory=dict)
    """Check id to the reason given."""
    before: Mapping[str, Outcome] = field(default_factory=dict)
    """Finding id to its outcome before the change, for the findings of changed checks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRecord:
    """The artefact of record. The same inputs, versions and seed give the same bytes, `timings` apart."""

    schema_version: str
    tool: Tool
    plan: Mapping[str, object]
    """The plan as it was followed, with names of columns and no path."""
    system: Mapping[str, object]
    parts: tuple[PartRecord, ...]
    inputs: tuple[InputFile, ...]
    environment: Environment
    seed: int
    family: tuple[FamilyTest, ...]
    evidence: tuple[EvidenceEntry, ...]
    findings: tuple[Finding, ...]
    catalogue: Mapping[str, CheckTexts]
    checklists: tuple[ChecklistState, ...]
    conclusion: Conclusion
    judgements: tuple[Judgement, ...]
    actions: tuple[Action, ...] = ()
    """What becomes of findings and open questions, as people planned it."""
    frameworks: tuple[Applicability, ...] = ()
    """The frameworks that apply by what the plan says, and those that are used: with the reason."""
    timings: Mapping[str, float] = field(default_factory=dict)
