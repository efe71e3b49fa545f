"""Evidence: each measure once, the counts of all of them from a few scans."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from audit import progress, serde
from audit.errors import AuditError, PluginError
from audit.evidence import Evidence, Provenance
from audit.measure import Measure
from audit.runner import secrecy
from audit.runner.planning import Question
from audit.system import Cells, Margin, Part

CACHE = ".audit_cache"


@dataclass(frozen=True, slots=True)
class Missing:
    """A piece of evidence that could not be had, and why."""

    problem: Exception


Collected = dict[tuple[str, str], Evidence[Any] | Missing]
"""(part, measure) to what was measured."""


def measure_of(payload: type[Any], measures: Sequence[Measure]) -> Measure:
    """Return the measure that makes a payload.

    Raises
    ------
    PluginError
        With slug `no-measure` if none does.
    """
    for measure in measures:
        if measure.payload is payload:
            return measure
    raise PluginError(f"no measure makes {payload.__name__}", slug="no-measure")


def needed(questions: Sequence[Question], part: str, measures: Sequence[Measure]) -> list[Measure]:
    """Return the measures that the open questions of a part ask for, each once, by name."""
    found = {
        measure.name: measure
        for question in questions
        if question.ask.part.name == part and question.blocked is None and not question.check.after
        for measure in (measure_of(p, measures) for p in question.check.asks_for.values())
    }
    return [found[name] for name in sorted(found)]


def collect(
    part: Part,
    measures: Sequence[Measure],
    *,
    cache: Path | None = None,
    lap: Callable[[str], None] = lambda _: None,
) -> Collected:
    """Measure a part.

    Parameters
    ----------
    measures : sequence of Measure
        Those that are needed.
    cache : Path, optional
        Folder of an earlier run's evidence; None measures everything anew.
    lap : callable
        Told the name of each step when it is done, to keep the time.
    """
    collected: Collected = {}
    todo = []
    for measure in measures:
        stored = _recall(part, measure, cache)
        if stored is not None:
            collected[part.name, measure.name] = stored
        else:
            todo.append(measure)
    names = [measure.name.replace("_", " ") for measure in todo]
    tables = _tables(part, todo, names)
    lap(f"{part.name}: counts")
    for place, measure in enumerate(todo):
        progress.step(f"{part.name}: {names[place]}", names[place + 1 :])
        result = _measured(part, measure, tables)
        collected[part.name, measure.name] = result
        lap(f"{part.name}: {measure.name}")
        if isinstance(result, Evidence):
            _store(part, measure, result, cache)
    return collected


def _tables(
    part: Part, measures: Sequence[Measure], names: Sequence[str]
) -> Mapping[str, Sequence[Cells] | Exception]:
    """Answer the margins of all measures together; a margin that cannot be had fails alone."""
    wanted: dict[str, Sequence[Margin] | Exception] = {}
    for measure in measures:
        if measure.margins is not None and _has_needs(part, measure):
            try:
                wanted[measure.name] = measure.margins(part)
            except Exception as problem:  # noqa: BLE001 - one broken measure must not end the audit
                wanted[measure.name] = problem
    asked = {name: m for name, m in wanted.items() if not isinstance(m, Exception)}
    flat = [margin for margins in asked.values() for margin in margins]
    if flat:
        progress.step(f"{part.name}: counting {len(flat)} tables", names)
    counted = iter(part.frame.count(flat) if flat else [])
    tables: dict[str, Sequence[Cells] | Exception] = {
        name: [next(counted) for _ in margins] for name, margins in asked.items()
    }
    return tables | {name: m for name, m in wanted.items() if isinstance(m, Exception)}


def _has_needs(part: Part, measure: Measure) -> bool:
    special = {"model": part.predictor is not None}
    return all(
        special.get(need, bool(part.plan.roles.all(need) or need in _ROLELESS))
        for need in measure.needs
    )


_ROLELESS = ("features", "data.reference", "data.totals")


def _measured(
    part: Part, measure: Measure, tables: Mapping[str, Sequence[Cells] | Exception]
) -> Evidence[Any] | Missing:
    if "model" in measure.needs and part.predictor is None and part.model_problem is not None:
        return Missing(part.model_problem)
    if not _has_needs(part, measure):
        return Missing(_lacking(part, measure))
    try:
        if measure.margins is None:
            value = measure.make(part)
        else:
            table = tables.get(measure.name, [])
            if isinstance(table, Exception):
                return Missing(table)
            value = measure.make(part, table)
        parameters = measure.parameters(part, value) if measure.parameters else {}
    except AuditError as problem:
        return Missing(problem)
    except Exception as problem:  # noqa: BLE001 - the others must still run; the finding says `error`
        return Missing(problem)
    return Evidence(
        id=f"{measure.name}-{part.name}",
        part=part.name,
        value=value,
        provenance=Provenance(
            measure=measure.name,
            version=measure.version,
            tool=_tool(measure.tool),
            engine=part.frame.engine.partition(" ")[0],
            parameters={"seed": part.audit.seed, **parameters},
            fingerprint=part.inputs[0].value if part.inputs else "",
        ),
        salt=secrecy.salt(part.secret, f"{measure.name}-{part.name}"),
    )


def _lacking(part: Part, measure: Measure) -> Exception:
    """Return why a measure has not what it needs: a role that the model was to fill."""
    if part.model_problem is not None:
        return part.model_problem
    return AuditError(f"{measure.name} lacks an input it needs", slug="input-missing")


def _tool(name: str) -> str:
    if not name:
        return ""
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return name


# ---------------------------------------------------------------------------------------------
# The cache holds exact counts, so it is for the auditor's eyes: mode 0700.


def _key(part: Part, measure: Measure) -> str:
    said = {
        "measure": measure.name,
        "version": measure.version,
        "part": serde.plain(part.plan),
        "privacy": serde.plain(part.audit.privacy),
        "system": serde.plain(part.audit.system),
        "audit": serde.plain(part.audit.audit),
        "min_cell": part.audit.report.min_cell,
        "seed": part.audit.seed,
        "full": part.audit.full,
        "engine": part.frame.engine,
        "inputs": [file.value for file in part.inputs],
        "tool": _tool("migration-audit"),
        "library": _tool(measure.tool),
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def _recall(part: Part, measure: Measure, cache: Path | None) -> Evidence[Any] | None:
    if cache is None:
        return None
    path = cache / f"{_key(part, measure)}.json"
    if not path.is_file():
        return None
    try:
        return serde.load_evidence(path.read_text(encoding="utf-8"), measure.payload)
    except (AuditError, ValueError, OSError):
        return None


def _store(part: Part, measure: Measure, evidence: Evidence[Any], cache: Path | None) -> None:
    if cache is None:
        return
    from audit.resources import write_atomically

    try:
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        ignore = cache / ".gitignore"
        if not ignore.exists():
            write_atomically(ignore, "*\n")
        path = cache / f"{_key(part, measure)}.json"
        write_atomically(path, serde.dump_evidence(evidence), private=True)
    except OSError:
        # A cache that cannot be written costs time, nothing else.
        return
