"""The plan: `audit.toml` and the flags that narrow it, as frozen values.

Nothing here reads data; `audit.plan_reader` reads the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from audit.criterion import Criterion, Limit
from audit.finding import Waiver
from audit.vocabulary import (
    AuditorRole,
    Coverage,
    Ground,
    LimitBasis,
    NeedStatus,
    OperatorKind,
    OperatorRole,
    OutcomeKnown,
    PositiveIs,
    RecipientRole,
    Release,
    Severity,
    Status,
)

Label = str | int | float | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditSection:
    """`[audit]`: who audits, by which mandate."""

    auditor: str = ""
    mandate: str = ""
    role: AuditorRole = AuditorRole.INDEPENDENT
    status: Status = Status.DRAFT
    period: str = ""
    special_category_basis: str = ""
    """Why the auditor may process special categories for this audit."""
    actions: str = "actions.yaml"
    """File of what becomes of findings and open questions; it may be absent."""
    law: str = "law.yaml"
    """File that names who read which legal statement against its text; it may be absent."""
    responses: str = "responses.yaml"
    """File of what the audited body says to findings, and what the auditor concludes; it may be absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prevalence:
    """`[system] prevalence`: how common the condition is where the system is used.

    One figure, perhaps with the range it is stated with; or cases among people, from which the range
    is worked out.
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    """Ends of the stated range, taken as 95 % limits."""
    cases: int | None = None
    people: int | None = None
    source: str = ""
    """Where the figure comes from, as the page shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemSection:
    """`[system]`: what is audited and what it does to people."""

    name: str = ""
    version: str = ""
    kind: str = "decisions"
    purpose: str = ""
    decision: str = ""
    stage: str = ""
    jurisdictions: tuple[str, ...] = ()
    operator: str = ""
    operator_kind: OperatorKind = OperatorKind.UNSTATED
    """What kind of body it is: which frameworks apply is worked out from it."""
    operator_roles: tuple[OperatorRole, ...] = ()
    """What it is towards the system and the data: `deployer`, `provider`, `controller`."""
    affected: str = ""
    coercive: bool = False
    irreversible: bool = False
    prevalence: Prevalence | None = None
    """A plain number in the plan is the value alone."""
    capacity: int | None = None
    """Places in each round of a selection that is limited by their number."""
    scope: str = ""
    decided_on: str = ""
    """Date or year of the decisions, for looking up the law in force."""
    decisions_per_year: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One entry of `[[data.recipients]]`: somebody else who is given the table, or some of its rows."""

    name: str
    role: RecipientRole
    country: str = ""
    """Where it is, as its law reaches it: ISO 3166 letters or the English name; empty for none."""
    basis: str = ""
    """On what the sharing rests: a law, an agreement."""
    consent: bool = False
    """Whether the sharing rests on the consent of each person."""
    labels: tuple[str, ...] = ()
    """What it is called in the column of the role `shared_with`; empty means its name."""

    @property
    def called(self) -> tuple[str, ...]:
        """Labels of its rows in the column of the role `shared_with`."""
        return self.labels or (self.name,)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSection:
    """`[data]`: the table, and what is known about it."""

    source: str = ""
    query: str = ""
    engine: str = ""
    engine_url: str = ""
    """Where the engine runs, for Spark: `local[4]`, `spark://host:7077`, `sc://host:15002`."""
    reference: str | Mapping[str, Mapping[str, float]] = ""
    """File of population shares (columns feature, group, share), or the shares themselves."""
    train: str = ""
    baseline: str = ""
    """Table of an earlier process, with the same columns: its gaps stand beside the findings."""
    review: str = ""
    """List that `audit sample` drew, with its answers: the truth of a random arm."""
    reviewed_by: str = ""
    """Who read the files; `decider` if they belong to the body that decides."""
    coverage: Coverage = Coverage.CENSUS
    population: int | None = None
    """People that a sample was drawn from, at random: how many are alone among them is estimated."""
    release: Release = Release.INTERNAL
    received_from: str = ""
    received_on: str = ""
    attested_by: str = ""
    totals: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Published control totals: column to label to people; `rows = {all = 12000}` for the whole."""
    totals_source: str = ""
    retention: str = ""
    """How long a record may be kept: `5 years`, `18 months`."""
    retention_from: str = ""
    """Column of dates that the period is counted from; empty means that of the role `time`."""
    recipients: tuple[Recipient, ...] | None = None
    """Who else is given the table; an empty list says nobody, None that nobody said."""

    def of_another(self, source: str) -> DataSection:
        """Return the section for a second table: read alike, with nothing that is said of this one."""
        return replace(
            self,
            source=source,
            query="",
            train="",
            baseline="",
            review="",
            reference="",
            totals={},
            population=None,
            received_from="",
            received_on="",
            attested_by="",
            retention="",
            retention_from="",
            recipients=None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveFeature:
    """One group column: its ground and, if groups are compared with one group, that group."""

    column: str
    ground: Ground = Ground.OTHER
    reference: str = ""
    reference_reason: str = ""
    pooled_from: str = ""
    """The sensitive feature whose groups this one pools, by `[columns.NAME] of`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSection:
    """`[columns.NAME]`: closed operations on one column, and what a person knows about it."""

    type: str = ""
    """`text`, `integer`, `number`, `boolean` or `date`; empty means inferred."""
    bins: tuple[float, ...] = ()
    map: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[Label, ...] = ()
    unit: str = ""
    period: str = ""
    """How the dates of the role `time` are put together: `week`, `month` (if empty), `quarter`, `year`."""
    legal_basis: str = ""
    """Why a protected attribute may be an input."""
    derived_from: str = ""
    """`past_decisions` where the column is made from earlier outputs of this system."""
    derived_by: str = ""
    """The group column that past decisions were averaged over."""
    named_by: str = ""
    """For a control feature: who named it a legitimate factor."""
    why: str = ""
    """For a control feature: why it is legitimate."""
    pool: str = ""
    """Scheme by which countries are pooled into regions, such as `m49_subregion`."""
    of: str = ""
    """Column that this one is made from, so that the finer one can be used beside it."""
    order: tuple[Label, ...] = ()
    """Labels from least to most, where they are steps: `["low", "medium", "high"]`."""
    purpose: str = ""
    """What a column is kept for that plays no part in the audit and is no input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSection:
    """`[model]`: where the model is and how to read its output."""

    source: str = ""
    format: str = ""
    features: tuple[str, ...] = ()
    positive_label: str = ""
    output: str = ""
    """Name of the output to read, or `probability`, `decision`, `margin`; empty means found out."""
    threshold: float | None = None
    """Score at or above which the decision is positive, if that is the rule."""
    timeout_seconds: float = 60.0
    tolerance: float = 1e-4
    """How far a reproduced score may lie from the logged one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSection:
    """`[checks.ID]`: a changed limit, with its pedigree."""

    limit: Limit | None = None
    severity: Severity | None = None
    basis: LimitBasis | None = None
    source: str = ""
    set_by: str = ""
    set_at: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksSection:
    """`[checks]`: which questions lead, which are asked, which limits changed."""

    lead: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: Mapping[str, str] = field(default_factory=dict)
    changed: Mapping[str, CheckSection] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistsSection:
    """`[checklists]`: which instruments are used, and where the answers are."""

    use: tuple[str, ...] = ()
    """Names; `auto` stands for those that apply by what the plan says."""
    answers: str = ""
    """File of answers, or folder of such files."""
    ignore: Mapping[str, str] = field(default_factory=dict)
    """Checklist to the reason why it is not used though it applies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateSection:
    """`[gate]`: what makes `audit run` exit with 1."""

    fail_on: Severity = Severity.SERIOUS
    fail_on_inconclusive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSection:
    """`[report]`: how the page is made."""

    title: str = ""
    lang: str = "en"
    template: str = ""
    min_cell: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacySection:
    """`[privacy]`: how personal data are looked for."""

    language: str = "en"
    """Language of `spacy_model`."""
    spacy_model: str = ""
    """spaCy model that reads notes for names beside the tagger of our own; empty: the tagger alone."""
    text_sample: int = 20_000
    """Notes of a text column read for names unless `--full` is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """`[roles]` of one part: which column plays which part in the audit."""

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Role name to column names, in plan order."""
    sensitive: tuple[SensitiveFeature, ...] = ()
    positive: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Role to positive labels; the key `*` serves every role not named."""
    positive_is: PositiveIs = PositiveIs.UNSTATED
    outcome_known: OutcomeKnown = OutcomeKnown.UNKNOWN
    y_true_recorded_by: str = ""
    """`decider` where the deciding body recorded it; else who did. Empty means undeclared."""
    chances_missing: bool = False
    """Whether some selection probability is zero or missing; found out when the table is opened."""
    classes: tuple[str, ...] = ()
    """Labels of `y_true` and `y_pred` where there are classes to be told apart, in order."""

    def all(self, role: str) -> tuple[str, ...]:
        """Return the columns of a role, none if it is not filled."""
        if role == "sensitive_features":
            return tuple(feature.column for feature in self.sensitive)
        return self.columns.get(role, ())

    def one(self, role: str) -> str | None:
        """Return the column of a role that takes one, or None."""
        columns = self.all(role)
        return columns[0] if columns else None

    def positive_labels(self, role: str) -> tuple[str, ...]:
        """Return the labels that count as positive in the column of `role`."""
        return self.positive.get(role, self.positive.get("*", ()))

    @property
    def by_probability(self) -> bool:
        """Whether those whose truth is known were selected with chances that are known."""
        known = self.outcome_known is OutcomeKnown.SELECTED
        return known and bool(self.all("selection_probability"))

    @property
    def has_arm(self) -> bool:
        """Whether a sample with known chances identifies what rests on the truth."""
        drawn = self.outcome_known is OutcomeKnown.RANDOM_ARM and bool(self.all("random_arm"))
        return drawn or self.by_probability

    def in_classes(self, role: str) -> bool:
        """Return whether a role's column holds the named classes, and none is said to be positive."""
        named = role in ("y_true", "y_pred") and bool(self.classes)
        return named and not self.positive_labels(role)

    def feature(self, column: str) -> SensitiveFeature | None:
        """Return the sensitive feature of that column."""
        return next((f for f in self.sensitive if f.column == column), None)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return the intersections `a × b` in plan order."""
        names = self.all("sensitive_features")
        crossed = ((a, b) for i, a in enumerate(names) for b in names[i + 1 :])
        return tuple(pair for pair in crossed if not self._nested(*pair))

    def nested(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs of which one pools the groups of the other: no intersection, but one table."""
        names = self.all("sensitive_features")
        crossed = ((a, b) for i, a in enumerate(names) for b in names[i + 1 :])
        return tuple(pair for pair in crossed if self._nested(*pair))

    def _nested(self, a: str, b: str) -> bool:
        finer = {f.column: f.pooled_from or f.column for f in self.sensitive}
        return finer[a] == finer[b]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPlan:
    """One part of the system, with everything inherited filled in."""

    name: str
    kind: str
    roles: Roles
    data: DataSection
    model: ModelSection
    columns: Mapping[str, ColumnSection]
    where: Mapping[str, Label] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything a person said about one audit."""

    audit: AuditSection = AuditSection()
    system: SystemSection = SystemSection()
    parts: tuple[PartPlan, ...] = ()
    checks: ChecksSection = ChecksSection()
    checklists: ChecklistsSection = ChecklistsSection()
    gate: GateSection = GateSection()
    report: ReportSection = ReportSection()
    privacy: PrivacySection = PrivacySection()
    requests: Mapping[str, NeedStatus] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    seed: int = 0
    full: bool = False
    base: str = ""
    """Folder that relative paths in the plan start from; never written to a record."""

    def path(self, name: str) -> Path:
        """Return a path named in the plan, relative names from the plan's folder."""
        path = Path(name).expanduser()
        return path if path.is_absolute() else Path(self.base or ".") / path

    def criterion(self, check: str, default: Criterion) -> Criterion:
        """Return the criterion of a check as the plan changes it."""
        changed = self.checks.changed.get(check)
        if changed is None:
            return default
        limit = default.limit
        if changed.limit is not None:
            base = default.limit or Limit()
            given = {f.name: getattr(changed.limit, f.name) for f in fields(Limit)}
            limit = replace(base, **{k: v for k, v in given.items() if v is not None})
        return replace(
            default,
            limit=limit,
            severity=changed.severity or default.severity,
            basis=changed.basis or LimitBasis.AUDITOR,
            source=changed.source
            or ("set by the auditor" if limit != default.limit else default.source),
            set_by=changed.set_by or self.audit.auditor,
            set_at=changed.set_at,
            reason=changed.reason,
        )


def label(value: Label) -> str:
    """Return a label as text, by the one rule that every engine follows.

    Booleans become `true` and `false`, whole numbers lose their decimals, text is kept.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


_GROUND_WORDS: tuple[tuple[Ground, str], ...] = (
    (Ground.NATIONALITY, r"national|citizen|country|origin_country|nation\b"),
    (Ground.ETHNIC_ORIGIN, r"ethnic|birth_?place|skin|mst"),
    (Ground.RACE, r"race|racial"),
    (Ground.LANGUAGE, r"lang|mother_tongue|\bl1\b|dialect"),
    (Ground.RELIGION, r"relig|faith"),
    (Ground.GENDER_IDENTITY, r"gender_identity|trans"),
    (Ground.SEX, r"sex\b|sex_|gender"),
    (Ground.SEXUAL_ORIENTATION, r"orientation"),
    (Ground.AGE, r"\bage|age_|_age|birth|dob"),
    (Ground.DISABILITY, r"disab|health|medical|pregnan"),
    (Ground.STATUS, r"status|permit"),
)


def guess_ground(column: str) -> Ground:
    """Return the ground a column's name points to; `other` if none."""
    name = column.lower()
    for ground, pattern in _GROUND_WORDS:
        if re.search(pattern, name):
            return ground
    return Ground.OTHER
