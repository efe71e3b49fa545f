"""The plan: `audit.toml` and the flags that narrow it, as frozen values.

Nothing here reads data. Unknown keys are errors with a suggestion, located by file and line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from audit.criterion import Criterion, Limit
from audit.errors import PlanError, did_you_mean
from audit.finding import Waiver
from audit.vocabulary import (
    AuditorRole,
    Coverage,
    Ground,
    LimitBasis,
    NeedStatus,
    OutcomeKnown,
    PositiveIs,
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
    affected: str = ""
    coercive: bool = False
    irreversible: bool = False
    prevalence: float | None = None
    scope: str = ""
    decided_on: str = ""
    """Date or year of the decisions, for looking up the law in force."""
    decisions_per_year: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSection:
    """`[data]`: the table, and what is known about it."""

    source: str = ""
    query: str = ""
    engine: str = ""
    reference: str | Mapping[str, Mapping[str, float]] = ""
    """File of population shares (columns feature, group, share), or the shares themselves."""
    train: str = ""
    baseline: str = ""
    coverage: Coverage = Coverage.CENSUS
    release: Release = Release.INTERNAL
    received_from: str = ""
    received_on: str = ""
    attested_by: str = ""
    totals: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Published control totals: column to label to people; `rows = {all = 12000}` for the whole."""
    totals_source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveFeature:
    """One group column: its ground and, if groups are compared with one group, that group."""

    column: str
    ground: Ground = Ground.OTHER
    reference: str = ""
    reference_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSection:
    """`[columns.NAME]`: closed operations on one column, and what a person knows about it."""

    type: str = ""
    """`text`, `integer`, `number`, `boolean` or `date`; empty means inferred."""
    bins: tuple[float, ...] = ()
    map: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[Label, ...] = ()
    unit: str = ""
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
    """`[checklists]`: which instruments are used, and the file of answers."""

    use: tuple[str, ...] = ()
    answers: str = ""


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
    spacy_model: str = "en_core_web_sm"
    text_sample: int = 1000
    """Distinct notes read per text column unless `--full` is given."""


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

    def feature(self, column: str) -> SensitiveFeature | None:
        """Return the sensitive feature of that column."""
        return next((f for f in self.sensitive if f.column == column), None)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return the intersections `a × b` in plan order."""
        names = self.all("sensitive_features")
        return tuple((a, b) for i, a in enumerate(names) for b in names[i + 1 :])


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
            source=changed.source or default.source,
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


# ---------------------------------------------------------------------------------------------
# Reading


class _Reader:
    """Turns the parsed TOML into sections, naming file and line when it cannot."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()

    def line(self, key: str) -> str:
        pattern = re.compile(rf"(^|[\s{{,.\[\"']){re.escape(key)}[\"']?\s*(=|\]|\.)")
        for number, line in enumerate(self.lines, 1):
            if pattern.search(line):
                return f"{self.name}:{number}"
        return self.name

    def unknown(self, where: str, key: str, known: Sequence[str]) -> PlanError:
        return PlanError(
            f"{self.line(key)}: {where} has no key '{key}'",
            slug="unknown-key",
            hint=did_you_mean(key, known),
        )

    def wrong(self, where: str, key: str, expected: str) -> PlanError:
        return PlanError(f"{self.line(key)}: {where}.{key} must be {expected}", slug="wrong-value")

    def section(self, kind: type[Any], value: object, where: str) -> Any:
        """Build one section, checking every key and every type."""
        from pydantic import TypeAdapter, ValidationError

        if not isinstance(value, Mapping):
            raise PlanError(f"{self.name}: {where} must be a table", slug="wrong-value")
        known = [f.name for f in fields(kind)]
        for key in value:
            if key not in known:
                raise self.unknown(where, key, known)
        try:
            return TypeAdapter(kind).validate_python(dict(value))
        except ValidationError as problem:
            first = problem.errors(include_url=False, include_input=False)[0]
            key = str(first["loc"][0]) if first["loc"] else where
            context = first.get("ctx", {})
            if first["type"] == "missing":
                raise PlanError(f"{self.name}: {where} needs '{key}'", slug="missing-key") from None
            if first["type"] == "unexpected_keyword_argument":
                raise self.unknown(f"{where}.{key}", str(first["loc"][-1]), ()) from None
            expected = str(context.get("expected", first["msg"]))
            raise self.wrong(where, key, expected) from None

    def roles(self, value: object, where: str, inherited: Roles) -> Roles:
        if not isinstance(value, Mapping):
            raise PlanError(f"{self.name}: {where} must be a table", slug="wrong-value")
        said: dict[str, Any] = {}
        if "sensitive_features" in value:
            said["sensitive"] = tuple(self._sensitive(value["sensitive_features"], where))
        if "positive" in value:
            said["positive"] = self._positive(value["positive"])
        if "positive_is" in value:
            said["positive_is"] = self.word(PositiveIs, value, "positive_is", where)
        if "outcome_known" in value:
            said["outcome_known"] = self.word(OutcomeKnown, value, "outcome_known", where)
        if "y_true_recorded_by" in value:
            said["y_true_recorded_by"] = str(value["y_true_recorded_by"])
        columns = {
            key: self._columns(key, given, where)
            for key, given in value.items()
            if key not in _NOT_COLUMNS
        }
        return replace(inherited, columns={**inherited.columns, **columns}, **said)

    def _columns(self, role: str, given: object, where: str) -> tuple[str, ...]:
        if isinstance(given, str):
            return (given,)
        if isinstance(given, list) and all(isinstance(item, str) for item in given):
            return tuple(given)
        raise self.wrong(where, role, "a column name or a list of column names")

    def word(self, kind: type[Any], settings: Mapping[str, Any], key: str, where: str) -> Any:
        try:
            return kind(settings[key])
        except ValueError:
            words = [str(word) for word in kind]
            raise PlanError(
                f"{self.line(key)}: {where}.{key} must be one of {', '.join(words)}",
                slug="wrong-value",
                hint=did_you_mean(str(settings[key]), words),
            ) from None

    def _sensitive(self, value: object, where: str) -> Iterator[SensitiveFeature]:
        if isinstance(value, str):
            value = [value]
        if isinstance(value, list):
            for name in value:
                yield SensitiveFeature(column=str(name), ground=guess_ground(str(name)))
        elif isinstance(value, Mapping):
            for name, given in value.items():
                said = {"ground": guess_ground(name), **(given or {}), "column": name}
                yield self.section(SensitiveFeature, said, f"{where}.sensitive_features.{name}")
        else:
            raise self.wrong(where, "sensitive_features", "a list or a table")

    def _positive(self, value: object) -> dict[str, tuple[str, ...]]:
        if isinstance(value, list):
            return {"*": tuple(label(item) for item in value)}
        if isinstance(value, Mapping):
            return {
                role: tuple(label(x) for x in (given if isinstance(given, list) else [given]))
                for role, given in value.items()
            }
        return {"*": (label(value),)} if isinstance(value, str | int | float | bool) else {}

    def checks(self, value: object) -> ChecksSection:
        if not isinstance(value, Mapping):
            raise PlanError(f"{self.name}: [checks] must be a table", slug="wrong-value")
        plain = {k: v for k, v in value.items() if k in ("lead", "select", "ignore")}
        changed = {}
        for key, given in value.items():
            if key in plain:
                continue
            if not re.fullmatch(r"[A-Z]{2}\d{3}", key):
                raise self.unknown("[checks]", key, ("lead", "select", "ignore"))
            changed[key] = self.section(CheckSection, given, f"checks.{key}")
        if isinstance(plain.get("ignore"), list):
            raise self.wrong("checks", "ignore", 'a table of reasons: { FA103 = "reason" }')
        section: ChecksSection = self.section(ChecksSection, plain, "checks")
        return replace(section, changed=changed)


_GROUND_WORDS: tuple[tuple[Ground, str], ...] = (
    (Ground.NATIONALITY, r"national|citizen|country|origin_country|nation\b"),
    (Ground.ETHNIC_ORIGIN, r"ethnic|region|origin|birth_?place|skin|mst"),
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


_NOT_COLUMNS = (
    "sensitive_features", "positive", "positive_is", "outcome_known", "y_true_recorded_by",
)  # fmt: skip
"""Keys of `[roles]` that say something else than which column plays a role."""

_SECTIONS: dict[str, type[Any]] = {
    "audit": AuditSection,
    "system": SystemSection,
    "checklists": ChecklistsSection,
    "gate": GateSection,
    "report": ReportSection,
    "privacy": PrivacySection,
}


def parse(text: str, *, name: str = "audit.toml", base: str = "") -> Plan:
    """Read a plan from TOML text.

    Raises
    ------
    PlanError
        With slug `toml-syntax`, `unknown-key`, `wrong-value` or `missing-key`.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise PlanError(f"{name}: not valid TOML: {problem}", slug="toml-syntax") from None
    reader = _Reader(name, text)
    known = [
        *_SECTIONS,
        "data",
        "roles",
        "columns",
        "model",
        "parts",
        "checks",
        "requests",
        "waivers",
    ]
    for key in document:
        if key not in known:
            raise reader.unknown("the plan", key, known)
    sections = {
        key: reader.section(kind, document.get(key, {}), key) for key, kind in _SECTIONS.items()
    }
    columns = {
        name_: reader.section(ColumnSection, value, f"columns.{name_}")
        for name_, value in document.get("columns", {}).items()
    }
    whole = PartPlan(
        name="main",
        kind=sections["system"].kind,
        roles=reader.roles(document.get("roles", {}), "roles", Roles()),
        data=reader.section(DataSection, document.get("data", {}), "data"),
        model=reader.section(ModelSection, document.get("model", {}), "model"),
        columns=columns,
    )
    parts = tuple(_part(reader, given, whole) for given in document.get("parts", [])) or (whole,)
    names = [part.name for part in parts]
    for part in parts:
        if names.count(part.name) > 1:
            raise PlanError(f"{name}: two parts are named '{part.name}'", slug="wrong-value")
        if not re.fullmatch(r"[a-z][a-z0-9_]*", part.name):
            raise PlanError(
                f"{name}: part name '{part.name}' must be lower-case letters, digits and _",
                slug="wrong-value",
            )
    return Plan(
        **sections,
        parts=parts,
        checks=reader.checks(document.get("checks", {})),
        requests={
            key: reader.word(NeedStatus, document["requests"], key, "requests")
            for key in document.get("requests", {})
        },
        waivers=tuple(
            reader.section(Waiver, given, "waivers") for given in document.get("waivers", [])
        ),
        base=base,
    )


def _part(reader: _Reader, given: Mapping[str, Any], whole: PartPlan) -> PartPlan:
    known = ("name", "kind", "where", "roles", "data", "model")
    for key in given:
        if key not in known:
            raise reader.unknown("parts", key, known)
    if "name" not in given:
        raise PlanError(f"{reader.name}: parts needs 'name'", slug="missing-key")

    def merged(kind: type[Any], base: Any, key: str) -> Any:
        own = reader.section(kind, given.get(key, {}), f"parts.{key}")
        return replace(base, **{k: getattr(own, k) for k in given.get(key, {})})

    return PartPlan(
        name=str(given["name"]),
        kind=str(given.get("kind", whole.kind)),
        roles=reader.roles(given.get("roles", {}), "parts.roles", whole.roles),
        data=merged(DataSection, whole.data, "data"),
        model=merged(ModelSection, whole.model, "model"),
        columns=whole.columns,
        where=given.get("where", {}),
    )


def load(path: str | Path) -> Plan:
    """Read a plan from a file.

    Raises
    ------
    PlanError
        If there is no such file (`no-plan`), or its content cannot be used.
    """
    path = Path(path)
    if path.is_dir():
        raise PlanError(
            f"{path} is a folder, not a plan", slug="not-a-file", hint=f"try {path / 'audit.toml'}"
        )
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PlanError(
            f"there is no plan at {path}", slug="no-plan", hint="audit init DATA writes one"
        ) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise PlanError(
            f"{path} cannot be read as UTF-8 text ({type(problem).__name__})",
            slug="unreadable-plan",
        ) from None
    return parse(text, name=path.name, base=str(path.parent))
