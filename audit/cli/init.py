"""Propose a plan for a table: kind, roles, labels, each with its reason."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit.errors import AuditError, ModelError, UsageError, did_you_mean

if TYPE_CHECKING:
    from audit.kind import Kind, Role
    from audit.profiling.draft import Draft
    from audit.profiling.table import Table

_ASKED = ("y_pred", "human_decision", "y_true", "y_score", "random_arm")


@click.command("init")
@click.argument("data", type=click.Path(path_type=Path))
@click.option("--model", default="", help="Model file, or package.module:function.")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    default=Path("audit.toml"),
    show_default=True,
    help="Where the plan is written.",
)
@click.option("--kind", "kind_name", default="", help="Kind of system; see `audit list kinds`.")
@click.option("--yes", is_flag=True, help="Take the likelier answer everywhere; ask nothing.")
@click.option("--force", is_flag=True, help="Replace a plan that is already there.")
def command(*, data: Path, model: str, out: Path, kind_name: str, yes: bool, force: bool) -> None:
    """Look at the table DATA and write a plan for auditing it.

    Every line of the plan carries its reason; where the file does not say, it asks you, or notes
    that it is unsure. No value of a person is shown or written.
    """
    from audit.profiling import plan_text
    from audit.resources import write_atomically

    _free(out, force=force)
    ask = not yes and _terminal()
    with tempfile.TemporaryDirectory(prefix="audit-init-", ignore_cleanup_errors=True) as spool:
        click.echo(f"reading {data.name} …", err=True)
        table = _table(data, Path(spool))
        drafted = _draft(table, _relative(data, out), kind_name, model=bool(model), ask=ask)
        if model:
            drafted = _with_model(drafted, table, model, out)
        _show(drafted, table)
        if ask:
            drafted = _asked(drafted, table)
        text = plan_text.write(drafted)
        refused = _refused(text, out, table)
    try:
        write_atomically(out, text)
    except OSError as problem:
        raise UsageError(
            f"{out} cannot be written ({type(problem).__name__})",
            slug="cannot-write",
            hint="choose another place with -o",
        ) from None
    if refused:
        click.echo(f"before `audit run`, put this right in {out}:\n{refused}", err=True)
    _next(drafted, out, text)


def _terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _free(out: Path, *, force: bool) -> None:
    if out.is_dir():
        raise UsageError(
            f"{out} is a folder, and the name of a plan was expected",
            slug="not-a-file",
            hint=f"-o {out / 'audit.toml'}",
        )
    if out.exists() and not force:
        raise UsageError(
            f"there is already a plan at {out}, and what you wrote in it would be lost",
            slug="plan-exists",
            hint="-o OTHER.toml writes a second one; --force replaces it",
        )


def _table(data: Path, spool: Path) -> Table:
    from audit.inputs import Engine, Reader
    from audit.profiling.table import look
    from audit.readers import read
    from audit.registry import instances

    source = read(data, {}, spool, instances(Reader, "readers"))
    engines = sorted(instances(Engine, "engines"), key=lambda engine: engine.order)
    return look(engines[0], source)


def _draft(table: Table, source: str, kind_name: str, *, model: bool, ask: bool) -> Draft:
    from audit.kind import Kind
    from audit.profiling.draft import choose_kind, draft
    from audit.registry import instances

    kinds = instances(Kind, "kinds")
    if kind_name:
        kind, reason, sure = _kind(kind_name, kinds), "you said so", True
    else:
        kind, reason, sure = choose_kind(table, kinds, model=model)
    if ask and not sure:
        for each in kinds:
            click.echo(f"  {each.name}: {each.doc}")
        name = click.prompt(
            "What is the table about?",
            type=click.Choice([each.name for each in kinds]),
            default=kind.name,
        )
        kind, reason, sure = _kind(name, kinds), "you said so", True
    return draft(table, kind, source=source, reason=reason, sure=sure)


def _kind(name: str, kinds: Sequence[Kind]) -> Kind:
    for kind in kinds:
        if kind.name == name:
            return kind
    raise UsageError(
        f"there is no kind of system named '{name}'",
        slug="unknown-kind",
        hint=did_you_mean(name, [kind.name for kind in kinds]),
    )


def _relative(path: Path, out: Path) -> str:
    """Return the path as the plan names it: from the plan's folder, with forward slashes."""
    try:
        return Path(os.path.relpath(path, out.parent)).as_posix()
    except ValueError:  # another drive on Windows
        return path.resolve().as_posix()


def _with_model(drafted: Draft, table: Table, model: str, out: Path) -> Draft:
    """Name the model, and its inputs if it tells them."""
    from audit.inputs import ModelFormat
    from audit.plan import ModelSection
    from audit.plan_reader import parse
    from audit.predictors.client import open_predictor
    from audit.registry import instances

    source = _relative(Path(model), out) if Path(model).exists() else model
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


def _show(drafted: Draft, table: Table) -> None:
    from audit.kind import Kind
    from audit.profiling.propose import unplaced
    from audit.registry import instances

    known = [role for kind in (drafted.kind, *instances(Kind, "kinds")) for role in kind.roles]
    names = [shape.name for shape in table.shapes]
    click.echo(f"{drafted.source}: {table.rows:,} rows, {len(names)} columns")
    sure = "" if drafted.kind_sure else "unsure: "
    click.echo(f"kind: {drafted.kind.name} ({sure}{drafted.kind_reason})")
    for remark in drafted.remarks:
        click.echo(remark)
    click.echo()
    rows = [("column", "proposed role", "reason")]
    for name in names:
        proposed = [each for each in drafted.proposals if each.column == name]
        roles = [each.role + ("" if each.sure else " ?") for each in proposed if each.role]
        roles += ["features"] if name in drafted.features else []
        reason = proposed[0].reason if proposed else unplaced(table.shape(name), known)
        rows.append((name, roles[0] if roles else "–", reason))
        rows += [("", also, "") for also in roles[1:]]
    wide = [min(max(len(row[i]) for row in rows), 34) for i in (0, 1)]
    for column, role, reason in rows:
        click.echo(f"{column:<{wide[0]}}  {role:<{wide[1]}}  {reason}".rstrip())
    click.echo()


def _asked(drafted: Draft, table: Table) -> Draft:
    """Ask a person at a terminal what the file does not say."""
    from audit.profiling.draft import reassigned

    for name in _ASKED:
        role = drafted.kind.role(name)
        found = drafted.of(name)
        unsettled = not found[0].sure if found else name == "y_pred"
        if role is not None and unsettled:
            column = _column(role, drafted.one(name), table)
            drafted = reassigned(drafted, table, name, column)
    drafted = _ask_stakes(drafted, table)
    places = click.prompt(
        "Where is it used? EU, a country code, several with commas; empty if you do not know",
        default="",
        show_default=False,
    )
    said = tuple(each.strip() for each in places.split(",") if each.strip())
    coercive = drafted.kind.role("y_pred") is not None and click.confirm(
        "Can a decision lead to control, detention or removal?", default=False
    )
    return replace(drafted, jurisdictions=said, coercive=coercive)


def _column(role: Role, likely: str | None, table: Table) -> str | None:
    names = [shape.name for shape in table.shapes]
    click.echo(f"{role.name}: {role.doc} It answers: {role.serves}")
    while True:
        said: str = click.prompt("  Which column? - for none", default=likely or "-")
        if said == "-":
            return None
        if said in names:
            return said
        click.echo(f"  there is no column '{said}'; {did_you_mean(said, names)}")


def _ask_stakes(drafted: Draft, table: Table) -> Draft:
    from audit.profiling.draft import restated
    from audit.profiling.stakes import Side

    stakes, column = drafted.stakes.get("y_pred"), drafted.one("y_pred")
    if stakes is None or column is None or stakes.sure:
        return drafted
    shape = table.shape(column)
    known = [label for label in shape.labels if shape.writable(label)]
    labels = stakes.labels
    if known:
        said = click.prompt(
            f"'{column}' holds {', '.join(known)}. Which count as positive? several with commas",
            default=", ".join(labels) or known[0],
        )
        labels = tuple(each.strip() for each in said.split(",") if each.strip() in known)
        if len(shape.labels) > 1 and set(labels) == set(shape.labels):
            click.echo("  those are all labels, so nobody is without it; name one in the plan")
            labels = ()
    words = {"adverse": Side.HURTS, "favourable": Side.HELPS, "unstated": Side.NEITHER}
    means = click.prompt(
        "What does a positive decision do to a person?",
        type=click.Choice(list(words)),
        default=str(stakes.positive_is),
    )
    return restated(drafted, table, labels, words[means])


def _refused(text: str, out: Path, table: Table) -> str:
    """Return why `audit run` would stop at this plan, empty if it would not."""
    from audit.plan_reader import parse

    plan = parse(text, name=out.name, base=str(out.parent))
    try:
        table.reopened(plan.parts[0])
    except AuditError as problem:
        return str(problem)
    return ""


def _next(drafted: Draft, out: Path, text: str) -> None:
    unsure = sum("# unsure:" in line for line in text.splitlines())
    if unsure:
        lines = "1 line says" if unsure == 1 else f"{unsure} lines say"
        click.echo(f"{out}: {lines} 'unsure'; read those first", err=True)
    if not drafted.of("y_pred"):
        kind = "" if drafted.kind.role("y_pred") else ', with [system] kind = "decisions"'
        click.echo(f"no decision column was recognised; name it in [roles] y_pred{kind}", err=True)
    if not drafted.of("sensitive_features"):
        click.echo(
            "no column names a group, so nothing about equal treatment can be asked", err=True
        )
    place = str(out)
    command_line = f"audit run {place}" if " " not in place else f'audit run "{place}"'
    click.echo(f"wrote {out}; next, when you have read it: {command_line}")
