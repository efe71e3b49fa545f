"""Propose a plan for a table: kind, roles, labels, each with its reason."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from audit.kind import Role
    from audit.profiling.draft import Draft
    from audit.profiling.guide import Question
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
    from audit.profiling.starting import refused, relative, table_of, with_model
    from audit.resources import write_atomically

    _nameless(data)
    _free(out, force=force)
    ask = not yes and _terminal()
    with tempfile.TemporaryDirectory(prefix="audit-init-", ignore_cleanup_errors=True) as spool:
        click.echo(f"reading {data.name} …", err=True)
        table = table_of(data, Path(spool))
        drafted = _draft(table, relative(data, out), kind_name, model=bool(model), ask=ask)
        if model:
            drafted = with_model(drafted, table, model, out)
        _show(drafted, table)
        if ask:
            drafted = _asked(drafted, table)
        text = plan_text.write(drafted)
        problem = refused(text, out, table)
    try:
        write_atomically(out, text)
    except OSError as failed:
        raise UsageError(
            f"{out} cannot be written ({type(failed).__name__})",
            slug="cannot-write",
            hint="choose another place with -o",
        ) from None
    if problem:
        click.echo(f"before `audit run`, put this right in {out}:\n{problem}", err=True)
    _next(drafted, out, text)


def _nameless(data: Path) -> None:
    from audit.personal_data.masking import identifiers_in

    for sort in identifiers_in([data.name]).values():
        raise UsageError(
            f"the name of the file is itself personal data ({sort}), and the plan and every page name the file",
            slug="personal-file-name",
            hint="rename the file, for example to decisions.csv",
        )


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


def _draft(table: Table, source: str, kind_name: str, *, model: bool, ask: bool) -> Draft:
    from audit.kind import Kind
    from audit.profiling.draft import choose_kind, draft
    from audit.profiling.starting import kind_named
    from audit.registry import instances

    kinds = instances(Kind, "kinds")
    if kind_name:
        kind, reason, sure = kind_named(kind_name, kinds), "you said so", True
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
        kind, reason, sure = kind_named(name, kinds), "you said so", True
    return draft(table, kind, source=source, reason=reason, sure=sure)


def _show(drafted: Draft, table: Table) -> None:
    from audit.profiling.starting import overview

    click.echo(f"{drafted.source}: {table.rows:,} rows, {len(table.shapes)} columns")
    sure = "" if drafted.kind_sure else "unsure: "
    click.echo(f"kind: {drafted.kind.name} ({sure}{drafted.kind_reason})")
    for remark in drafted.remarks:
        click.echo(remark)
    click.echo()
    rows = [("column", "proposed role", "reason"), *overview(drafted, table)]
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
    said = _jurisdictions()
    coercive = drafted.kind.role("y_pred") is not None and click.confirm(
        "Can a decision lead to control, detention or removal? If unsure: yes", default=True
    )
    return _ask_harm(replace(drafted, jurisdictions=said, coercive=coercive))


def _jurisdictions() -> tuple[str, ...]:
    from audit.rights import jurisdiction_hint

    while True:
        places = click.prompt(
            "Where is it used? EU, a country code, several with commas; empty if you do not know",
            default="",
            show_default=False,
        )
        said = tuple(each.strip() for each in places.split(",") if each.strip())
        hints = [hint for hint in map(jurisdiction_hint, said) if hint is not None]
        if not hints:
            return said
        click.echo(f"  {hints[0]}")


def _ask_harm(drafted: Draft) -> Draft:
    """Ask which mistake harms, and of whom it is known: from this follows which rate leads."""
    from audit.profiling.draft import answered
    from audit.profiling.guide import HARM, KNOWN, PLACES, RECORDED, Harm, Said, likely
    from audit.vocabulary import OutcomeKnown, PositiveIs

    if drafted.one("y_pred") is None:
        return drafted
    said = Said(harm=Harm(_answer(HARM, likely(drafted.means))), known=drafted.outcome_known)
    if drafted.one("y_true") is not None:
        # A full column is no proof that everybody was followed up: that has to be said.
        known = OutcomeKnown(_answer(KNOWN, OutcomeKnown.UNKNOWN))
        said = replace(said, known=known, recorded_by=_answer(RECORDED, "").strip())
    if drafted.means is PositiveIs.FAVOURABLE:
        places = _answer(PLACES, "").strip()
        said = replace(said, capacity=int(places) if places.isdecimal() and int(places) else None)
    drafted = answered(drafted, said)
    if drafted.choice is not None:
        click.echo(f"so this leads: {', '.join(drafted.choice.lead)} – {drafted.choice.reason}")
    return drafted


def _answer(question: Question, default: str) -> str:
    click.echo(question.text)
    for answer, meaning in question.answers:
        click.echo(f"  {answer}: {meaning}")
    kinds = click.Choice([answer for answer, _ in question.answers]) if question.answers else str
    said: str = click.prompt("  ", type=kinds, default=str(default), show_default=bool(default))
    return said


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
    from audit.profiling.guide import MEANS
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
    means = _answer(MEANS, stakes.positive_is)
    return restated(drafted, table, labels, words[means])


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
