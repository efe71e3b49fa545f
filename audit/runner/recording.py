"""From everything that was found to the record, and to the files of an audit."""

from __future__ import annotations

import hashlib
import json
import platform
import re
import sys
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path, PureWindowsPath
from typing import Any

from audit import serde
from audit.check import Check
from audit.errors import InputError, PlanError, UsageError, did_you_mean
from audit.evidence import Evidence, EvidenceEntry, Provenance
from audit.finding import Finding
from audit.inputs import Format
from audit.measure import Measure, Public
from audit.personal_data.masking import masked, query_without_values
from audit.plan import Plan
from audit.pooling import public
from audit.progress import step
from audit.record import (
    AuditRecord,
    CheckTexts,
    Environment,
    FamilyTest,
    PartRecord,
    Tool,
)
from audit.registry import instances
from audit.resources import inside, staged, write_atomically
from audit.runner.collecting import Collected
from audit.runner.disclosure import Disclosure
from audit.runner.earlier import SUFFIX
from audit.runner.planning import Question, others
from audit.system import Part

_PACKAGES = (
    "duckdb", "fairlearn", "narwhals", "numpy", "onnxruntime", "pandas", "polars",
    "presidio-analyzer", "pyarrow", "scikit-learn", "scipy", "shap", "spacy",
)  # fmt: skip
_NOT_OURS = ("base",)

EVIDENCE = "evidence"
"""Folder of the exact counts, for the auditor's eyes."""


def tool() -> Tool:
    """Return this tool's name and version."""
    return Tool(name="migration-audit", version=metadata.version("migration-audit"))


def environment() -> Environment:
    """Return the versions of what measured."""
    versions = {}
    for name in _PACKAGES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return Environment(
        python=platform.python_version(),
        platform=f"{sys.platform} {platform.machine()}",
        packages=versions,
    )


def plan_without_paths(plan: Plan) -> dict[str, Any]:
    """Return the plan as plain values, with file names instead of paths."""
    document: dict[str, Any] = serde.plain(plan)
    for key in _NOT_OURS:
        document.pop(key, None)
    document["checklists"]["answers"] = Path(plan.checklists.answers).name
    for name in ("actions", "law", "responses"):
        document["audit"][name] = Path(document["audit"][name]).name
    document["report"]["template"] = Path(plan.report.template).name
    for part in document["parts"]:
        for section, key in (
            ("data", "source"),
            ("data", "train"),
            ("data", "baseline"),
            ("data", "review"),
            ("model", "source"),
        ):
            value = part[section][key]
            part[section][key] = _without_folder(value)
        part["data"]["query"] = query_without_values(part["data"]["query"])
        if isinstance(part["data"]["reference"], str):
            part["data"]["reference"] = _without_folder(part["data"]["reference"])
    return {**document, "parts": [_without_people(part) for part in document["parts"]]}


_SAID = ("received_from", "attested_by", "totals_source", "named_by", "why", "legal_basis")
"""What the auditor says of offices and provisions: a contact in it is meant to be read."""


def _without_people(value: Any) -> Any:
    """Return what the plan says of the data with the identifiers in labels and names of files masked."""
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, list):
        return [_without_people(each) for each in value]
    if isinstance(value, dict):
        return {
            masked(key): each if key in _SAID else _without_people(each)
            for key, each in value.items()
        }
    return value


def _without_folder(source: str) -> str:
    """Return a path's last name; a function or a table's address is no path and stays."""
    scheme, address, place = source.partition("://")
    if address and place.startswith("/"):  # a database that is a file
        return f"{scheme}:///{PureWindowsPath(place).name}"
    if re.fullmatch(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*", source) or address:
        return source
    return PureWindowsPath(source).name if source else ""


def part_record(
    part: Part, leads: Sequence[str], checks: Sequence[Check], disclosure: Disclosure
) -> PartRecord:
    """Return a part as the record names it."""
    roles = part.plan.roles
    columns = roles.all("sensitive_features")
    counted = dict.fromkeys(part.samples, part.frame.rows)
    for sample in part.samples:
        if sample != "all":
            from audit.system import Margin

            cells = part.frame.count(
                [Margin((columns[0] if columns else "random_arm",), sample=sample)]
            )
            counted[sample] = int(cells[0].n.sum())
    merged = {column: disclosure.merged(column) for column in columns}
    return PartRecord(
        name=part.name,
        kind=part.plan.kind,
        rows=part.frame.rows,
        samples=counted,
        leads=tuple(leads),
        roles=dict(roles.columns) | {"sensitive_features": columns},
        sensitive_features={f.column: str(f.ground) for f in roles.sensitive},
        positive={r: tuple(map(masked, labels)) for r, labels in roles.positive.items()},
        positive_is=str(roles.positive_is),
        outcome_known=str(roles.outcome_known),
        y_true_recorded_by=roles.y_true_recorded_by,
        coverage=str(part.plan.data.coverage),
        model=masked(part.predictor.description) if part.predictor else "",
        other_kinds=others(part.plan, checks),
        pooled={
            column: public(pooling, disclosure.hidden(column), disclosure.min_cell)
            for column, pooling in part.pooled.items()
            if column in columns
        },
        merged={column: pair for column, pair in merged.items() if pair[0]},
    )


def entries(
    evidence: Collected, measures: Sequence[Measure], public: Mapping[str, Public]
) -> tuple[tuple[EvidenceEntry, ...], dict[str, str]]:
    """Return the public face of every piece of evidence, and the text of its confidential file."""
    by_name = {measure.name: measure for measure in measures}
    found, files = [], {}
    for (part, name), item in sorted(evidence.items()):
        if not isinstance(item, Evidence):
            continue
        text = serde.dump_evidence(item)
        files[f"{item.id}.json"] = text
        # An earlier table's figures stand beside findings, where both tables show them.
        draw = None if part.endswith(SUFFIX) else by_name[name].figures
        found.append(
            EvidenceEntry(
                id=item.id,
                kind=name,
                part=part,
                sha256=hashlib.sha256(text.encode()).hexdigest(),
                provenance=item.provenance,
                figures=tuple(draw(item.value, public[part])) if draw else (),
            )
        )
    return tuple(found), files


def entry(kind: str, part: str, text: str) -> EvidenceEntry:
    """Return the public face of a confidential file that no measure made: its hash."""
    return EvidenceEntry(
        id=f"{kind}-{part}",
        kind=kind,
        part=part,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        provenance=Provenance(measure=kind, version=1),
    )


def family(
    tests: Mapping[str, Sequence[Any]],
    questions: Sequence[Question],
    public: Mapping[str, Disclosure],
) -> tuple[FamilyTest, ...]:
    """Return the hypotheses that were decided together, with groups as they may be named."""
    rows = []
    for question in questions:
        for test in tests.get(question.id, ()):
            name = test.shown
            if not name:
                known = public[question.ask.part.name]
                name = known.groups(question.ask.key, [test.group])[test.group]
            coarse = name.startswith("other groups")
            rows.append(
                FamilyTest(
                    finding=question.id,
                    group=name,
                    family=question.family,
                    p_value=_coarse(test.p_value) if coarse else test.p_value,
                    p_adjusted=_coarse(test.p_adjusted) if coarse else test.p_adjusted,
                    rejected=test.rejected,
                )
            )
    return tuple(sorted(rows, key=lambda r: (r.family, r.finding, r.p_value, r.group)))


def _coarse(p_value: float) -> float:
    """Return the next round value above: with the people, an exact p-value gives the events."""
    return next(step for step in (0.001, 0.01, 0.04, 0.05, 0.2, 1.0) if p_value <= step)


def texts(checks: Sequence[Check], findings: Sequence[Finding]) -> dict[str, CheckTexts]:
    """Return what a page says of each check that has a finding."""
    used = {finding.check for finding in findings}
    return {
        check.id: CheckTexts(
            title=check.page.title,
            why=check.page.why,
            how=check.page.how,
            cannot_show=check.page.cannot_show,
            to_do=check.page.to_do,
            references=check.page.references,
            messages=check.texts(),
        )
        for check in sorted(checks, key=lambda c: c.id)
        if check.id in used
    }


def criteria_hash(plan: Plan) -> str:
    """Return the fingerprint of the criteria in force: leads and limits."""
    said = {"checks": serde.plain(plan.checks), "report": plan.report.min_cell}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def choose_formats(names: Sequence[str]) -> list[Format]:
    """Return the formats of those names.

    Raises
    ------
    PlanError
        With slug `unknown-format-name`.
    """
    known = {item.name: item for item in instances(Format, "formats")}
    for name in names:
        if name not in known:
            raise PlanError(
                f"there is no report format '{name}'",
                slug="unknown-format-name",
                hint=did_you_mean(name, known),
            )
    return [known[name] for name in dict.fromkeys(names)]


def check_writable(out: Path) -> None:
    """Find out before the work, not after it, whether the folder can be written to.

    Raises
    ------
    InputError
        With slug `cannot-write`, or `not-a-folder` if there is a file of that name.
    """
    if out.exists() and not out.is_dir():
        raise UsageError(f"--out names {out.name}, which is a file", slug="not-a-folder")
    probe = out / ".writable"
    try:
        write_atomically(probe, "")
        probe.unlink()
    except OSError as problem:
        raise _cannot_write(out, problem) from None


def _cannot_write(out: Path, problem: OSError) -> InputError:
    return InputError(
        f"cannot write to {out.name or out} ({type(problem).__name__})",
        slug="cannot-write",
        hint="choose another folder with --out",
    )


def write(
    record: AuditRecord, files: Mapping[str, str], out: Path, formats: Sequence[Format], template: str,
) -> list[Path]:  # fmt: skip
    """Write the confidential evidence, the record and its pages: all of them, or none.

    Evidence that an earlier audit left in the same folder is removed, so that the folder holds one.

    Raises
    ------
    InputError
        With slug `cannot-write`.
    """
    return _put(record, out, formats, template, evidence=files)


def render(
    record: AuditRecord,
    out: Path,
    formats: Sequence[Format],
    template: str,
) -> list[Path]:
    """Write the pages of a record.

    Raises
    ------
    InputError
        With slug `cannot-write`.
    """
    return _put(record, out, formats, template, evidence=None)


def _put(
    record: AuditRecord,
    out: Path,
    formats: Sequence[Format],
    template: str,
    evidence: Mapping[str, str] | None,
) -> list[Path]:
    try:
        with staged(out) as folder:
            if evidence is not None:
                store = folder / EVIDENCE
                store.mkdir(mode=0o700)
                for name, text in evidence.items():
                    write_atomically(inside(store, name), text, private=True)
            made: list[Path] = []
            for place, item in enumerate(formats):
                step(f"writing {item.filename}", [each.filename for each in formats[place + 1 :]])
                made += item.write(record, folder, template)
        if evidence is not None:
            _only(out / EVIDENCE, evidence)
    except OSError as problem:
        raise _cannot_write(out, problem) from None
    return [out / path.relative_to(folder) for path in made]


def _only(folder: Path, names: Mapping[str, str]) -> None:
    """Close the folder of evidence to others, and remove what is not this audit's."""
    if sys.platform != "win32":
        folder.chmod(0o700)
    for path in folder.glob("*.json"):
        if path.name not in names:
            path.unlink()
