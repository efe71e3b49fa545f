"""How it was done and where it comes from: what a second auditor reads first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from audit.checklist.tags import tags_of
from audit.pooling import PooledColumn
from audit.record import AuditRecord, PartRecord
from audit.report.findings import Fact, catalogue_order, limit_pieces
from audit.report.pictures import ColumnView, TableView
from audit.report.places import Link, Places
from audit.report.words import Words, count, isolated, p_value
from audit.text import Param
from audit.vocabulary import Outcome

MOST_TESTS = 30


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading with a sentence or two."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class CheckView:
    """One question: how it was judged and what it cannot show."""

    anchor: str
    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    limits: tuple[str, ...]
    findings: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of the system as it was audited."""

    name: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Methods:
    """Everything under `How it was done`."""

    parts: tuple[PartView, ...]
    paragraphs: tuple[Paragraph, ...]
    answers: tuple[str, ...]
    """Which question the intervals answer, for each part."""
    checks: tuple[CheckView, ...]
    clauses: tuple[Paragraph, ...]
    """Clauses of standards, under the ids of the questions they are about."""
    family: TableView | None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence with its hash."""

    anchor: str
    id: str
    measured_with: str
    parameters: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Everything under `Where it comes from`."""

    facts: tuple[Fact, ...]
    inputs: TableView
    evidence: tuple[EvidenceRow, ...]
    packages: TableView
    judgements: TableView | None
    plan: str


def section_of(mapping: Mapping[str, object], name: str) -> Mapping[str, object]:
    """Return a table of the plan as the record holds it, empty if it has none."""
    found = mapping.get(name)
    return found if isinstance(found, Mapping) else {}


def methods(record: AuditRecord, words: Words, places: Places) -> Methods:
    """Return how the record came about, in words."""
    least = section_of(record.plan, "report").get("min_cell")
    cell = least if isinstance(least, int) else 10
    names = ("together", "counts", "intervals", "fail", "pass", "inconclusive", "judged", "merged", "truth", "reproduce")  # fmt: skip
    return Methods(
        parts=tuple(_part(part, words) for part in record.parts),
        paragraphs=tuple(
            Paragraph(words(f"method.{name}_title"), words(f"method.{name}", min_cell=cell))
            for name in names
        ),
        answers=tuple(
            words("method.sample" if part.coverage == "sample" else "method.census", part=part.name)
            for part in record.parts
        ),
        checks=_checks(record, words, places),
        clauses=_clauses(catalogue_order(record)),
        family=_family(record, words),
    )


def _part(part: PartRecord, words: Words) -> PartView:
    samples = "; ".join(
        f"{words.name('ui', f'sample_{name}')}: {count(rows)}"
        for name, rows in part.samples.items()
    )
    groups = "; ".join(
        f"{isolated(column)} ({words.name('ui.ground', ground)})"
        for column, ground in part.sensitive_features.items()
    )
    merged = "; ".join(
        words("ui.merged_column", column=column, groups=groups_, people=people)
        for column, (groups_, people) in part.merged.items()
    )
    pairs = (
        ("kind", part.kind.replace("_", " ")),
        ("rows", count(part.rows)),
        ("samples", samples),
        ("coverage", part.coverage),
        ("leads", ", ".join(part.leads)),
        ("sensitive_features", groups),
        ("roles", _joined(part.roles)),
        ("positive", _joined(part.positive)),
        ("positive_is", part.positive_is),
        ("outcome_known", part.outcome_known.replace("_", " ")),
        ("y_true_recorded_by", part.y_true_recorded_by or words("ui.undeclared")),
        ("model", part.model or words("ui.no_model")),
        ("merged_columns", merged),
        ("pooled_columns", "; ".join(_pooled(c, p, words) for c, p in part.pooled.items())),
        ("other_kinds", "; ".join(f"{kind}: {n}" for kind, n in part.other_kinds.items())),
    )
    facts = tuple(Fact(words(f"ui.{name}"), text) for name, text in pairs if text)
    return PartView(part.name, facts)


def _pooled(column: str, pooled: PooledColumn, words: Words) -> str:
    """Return which labels make each region, as far as they may be named, and where that is from."""
    made = []
    for region in sorted({*pooled.regions, *pooled.small}):
        labels = [isolated(label) for label in pooled.regions.get(region, ())]
        small = pooled.small.get(region, 0)
        if small:
            labels.append(words("ui.pooled_small", labels=small))
        made.append(f"{isolated(region)}: {', '.join(labels)}")
    certain = words.name("ui.confidence", pooled.confidence)
    return words(
        "ui.pooled_column",
        column=column,
        of=pooled.of,
        scheme=pooled.title,
        source=pooled.source,
        certain=certain,
        as_of=pooled.as_of,
        regions=" · ".join(made),
        unknown=pooled.unknown,
        note=pooled.note,
    )


def _joined(columns: Mapping[str, tuple[str, ...]]) -> str:
    return "; ".join(
        (f"{role}: " if role != "*" else "") + ", ".join(map(isolated, names))
        for role, names in columns.items()
        if names
    )


_UNANSWERED = (Outcome.NOT_ASSESSED, Outcome.NOT_APPLICABLE)


def _checks(record: AuditRecord, words: Words, places: Places) -> tuple[CheckView, ...]:
    result = []
    for id, findings in catalogue_order(record).items():
        texts = record.catalogue.get(id)
        said = {
            "why": texts.why, "how": texts.how, "cannot_show": texts.cannot_show,
            "references": texts.references,
        } if texts else {}  # fmt: skip
        if said and not all(finding.outcome in _UNANSWERED for finding in findings):
            # Where something is beyond a limit it stands with the finding; `audit explain` tells all of it.
            del said["why"]
        if all(finding.outcome in _UNANSWERED for finding in findings):
            # How a question is judged that nobody could put is told by `audit explain`.
            said = {name: said[name] for name in ("why",) if name in said}
        limits: dict[str, None] = {}
        for finding in findings:
            if finding.limit is None:
                continue
            limits["; ".join(limit_pieces(finding, words))] = None
        result.append(
            CheckView(
                anchor=f"check-{id}",
                id=id,
                title=places.title(findings[0]),
                paragraphs=tuple(
                    Paragraph(words(f"ui.{name}"), _localised(words, id, name, text))
                    for name, text in said.items()
                    if text
                ),
                limits=tuple(limits),
                findings=tuple(places.link(finding) for finding in findings[:12]),
            )
        )
    return tuple(result)


def _clauses(checks: Iterable[str]) -> tuple[Paragraph, ...]:
    """Return the clauses of standards on the same matter, by number, with the questions they are about."""
    same: dict[str, list[str]] = {}
    for check in checks:
        found = "; ".join(f"{tags.title}: {', '.join(ids)}" for tags, ids in tags_of(check))
        if found:
            same.setdefault(isolated(found), []).append(check)
    return tuple(Paragraph(", ".join(ids), clauses) for clauses, ids in same.items())


def _localised(words: Words, check: str, name: str, text: str) -> str:
    id = f"{check.lower()}.page_{name}"
    return words(id) if words.knows(id) else text


def _family(record: AuditRecord, words: Words) -> TableView | None:
    if not record.family:
        return None
    tests = sorted(record.family, key=lambda t: (t.p_adjusted, t.p_value, t.finding, t.group))
    shown = tests[:MOST_TESTS]
    columns = ("finding", "group", "family_name", "p_value", "p_adjusted", "result")
    return TableView(
        caption=words("ui.family"),
        columns=tuple(ColumnView(words(f"ui.{name}"), name.startswith("p_")) for name in columns),
        rows=tuple(
            (
                test.finding,
                isolated(test.group),
                test.family,
                p_value(test.p_value),
                p_value(test.p_adjusted),
                words("ui.rejected" if test.rejected else "ui.not_rejected"),
            )
            for test in shown
        ),
        note=words("ui.rows_shown", shown=len(shown), total=len(tests), file="family.csv")
        if len(shown) < len(tests)
        else "",
    )


def provenance(record: AuditRecord, words: Words, places: Places) -> Provenance:
    """Return files, versions, seed and hashes. Timings are left out: pages are the same bytes."""
    env = record.environment
    pairs = (
        ("tool", f"{record.tool.name} {record.tool.version}"),
        ("schema", record.schema_version),
        ("seed", str(record.seed)),
        ("python", env.python),
        ("platform", env.platform),
    )
    return Provenance(
        facts=tuple(Fact(words(f"ui.{name}"), text) for name, text in pairs),
        inputs=_inputs(record, words),
        evidence=_evidence(record, places),
        packages=TableView(
            caption=words("ui.packages"),
            columns=(
                ColumnView(words("ui.package"), numeric=False),
                ColumnView(words("ui.version"), numeric=False),
            ),
            rows=tuple(sorted(env.packages.items())),
        ),
        judgements=_judgements(record, words),
        plan="\n".join(_said(record.plan)),
    )


def _said(value: object, name: str = "") -> Iterator[str]:
    """Yield what the plan says, one line a setting; what was left empty is left out."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _said(inner, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list | tuple) and any(isinstance(item, Mapping) for item in value):
        for number, item in enumerate(value, 1):
            yield from _said(item, f"{name}[{number}]")
    elif value not in (None, "", [], (), False):
        shown = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        yield f"{name} = {shown}"


def _inputs(record: AuditRecord, words: Words) -> TableView:
    headings = ("file", "input", "rows", "columns", "received", "attested", "fingerprint")
    return TableView(
        caption=words("ui.inputs"),
        columns=tuple(
            ColumnView(words(f"ui.{name}"), name in {"rows", "columns"}) for name in headings
        ),
        rows=tuple(
            (
                ": ".join(piece for piece in (file.source, file.query) if piece),
                file.role,
                count(file.rows),
                count(file.columns),
                ", ".join(piece for piece in (file.received_from, file.received_on) if piece)
                or "–",
                file.attested_by or "–",
                f"{file.method} {file.value}",
            )
            for file in record.inputs
        ),
    )


def _evidence(record: AuditRecord, places: Places) -> tuple[EvidenceRow, ...]:
    return tuple(
        EvidenceRow(
            anchor=places.evidence[entry.id],
            id=entry.id,
            measured_with=" · ".join(
                piece
                for piece in (
                    f"{entry.provenance.measure} {entry.provenance.version}",
                    entry.provenance.tool,
                    entry.provenance.engine,
                )
                if piece
            ),
            parameters="; ".join(
                f"{name} = {parameter(value)}"
                for name, value in entry.provenance.parameters.items()
            ),
            sha256=entry.sha256,
        )
        for entry in record.evidence
    )


def parameter(value: Param) -> str:
    """Write a parameter of a measurement; a fraction in four digits."""
    if isinstance(value, tuple | list):
        return ", ".join(parameter(each) for each in value)
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _judgements(record: AuditRecord, words: Words) -> TableView | None:
    if not record.judgements:
        return None
    headings = ("criteria", "results_seen", "changed")
    return TableView(
        caption=words("ui.judgements"),
        columns=tuple(ColumnView(words(f"ui.{name}"), numeric=False) for name in headings),
        rows=tuple(
            (
                judgement.criteria,
                words("ui.yes" if judgement.results_seen else "ui.no"),
                "; ".join(f"{id}: {what}" for id, what in judgement.changed.items())
                or words("ui.none"),
            )
            for judgement in record.judgements
        ),
    )


__all__ = ["Methods", "Provenance", "methods", "provenance", "section_of"]
