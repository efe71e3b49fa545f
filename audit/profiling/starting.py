"""From a file to a draft of its plan, and the proof that `audit run` takes the plan."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from audit.errors import AuditError, ModelError, UsageError, did_you_mean
from audit.inputs import Engine, ModelFormat, Reader
from audit.kind import Kind
from audit.plan import ModelSection
from audit.plan_reader import parse
from audit.predictors.client import open_predictor
from audit.profiling.draft import Draft
from audit.profiling.propose import unplaced
from audit.profiling.table import Table, look
from audit.readers import read
from audit.registry import instances


def table_of(data: Path, spool: Path) -> Table:
    """Read a file and look at its columns."""
    source = read(data, {}, spool, instances(Reader, "readers"))
    engines = sorted(instances(Engine, "engines"), key=lambda engine: engine.order)
    return look(engines[0], source)


def kind_named(name: str, kinds: Sequence[Kind]) -> Kind:
    """Return the kind of that name.

    Raises
    ------
    UsageError
        With slug `unknown-kind`.
    """
    for kind in kinds:
        if kind.name == name:
            return kind
    raise UsageError(
        f"there is no kind of system named '{name}'",
        slug="unknown-kind",
        hint=did_you_mean(name, [kind.name for kind in kinds]),
    )


def relative(path: Path, plan: Path) -> str:
    """Return a path as the plan names it: from the plan's folder, with forward slashes."""
    try:
        return Path(os.path.relpath(path, plan.parent)).as_posix()
    except ValueError:  # another drive on Windows
        return path.resolve().as_posix()


def with_model(drafted: Draft, table: Table, model: str, out: Path) -> Draft:
    """Return the draft with the model, and its inputs if it tells them."""
    source = relative(Path(model), out) if Path(model).exists() else model
    drafted = replace(drafted, model=source)
    plan = parse("", base=str(out.parent))
    columns = table.frame.columns
    try:
        predictor = open_predictor(
            ModelSection(source=source), plan, columns, instances(ModelFormat, "predictors")
        )
    except ModelError as problem:
        return replace(drafted, model_note=f"{problem.message} [{problem.slug}]")
    features = predictor.features
    predictor.close()
    return replace(drafted, features=features)


def overview(drafted: Draft, table: Table) -> list[tuple[str, str, str]]:
    """Return column, proposed role and reason; a column of several roles has a row for each."""
    known = [role for kind in (drafted.kind, *instances(Kind, "kinds")) for role in kind.roles]
    rows = []
    for shape in table.shapes:
        proposed = [each for each in drafted.proposals if each.column == shape.name]
        roles = [each.role + ("" if each.sure else " ?") for each in proposed if each.role]
        roles += ["features"] if shape.name in drafted.features else []
        reason = proposed[0].reason if proposed else unplaced(shape, known)
        rows.append((shape.name, roles[0] if roles else "–", reason))
        rows += [("", also, "") for also in roles[1:]]
    return rows


def refused(text: str, out: Path, table: Table) -> str:
    """Return why `audit run` would stop at a plan, empty if it would not."""
    plan = parse(text, name=out.name, base=str(out.parent))
    try:
        table.reopened(plan.parts[0])
    except AuditError as problem:
        return str(problem)
    return ""
