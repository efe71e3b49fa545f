"""Case studies: list them, make their data, audit them, grade an audit against the answer key."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from audit.cli._progress import Shown

if TYPE_CHECKING:
    from audit.cases import CaseStudy
    from audit.casework.grading import Grade, Line

Function = TypeVar("Function", bound=Callable[..., Any])

_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def _made(function: Function) -> Function:
    """Add the options that say which data are made."""
    options = (
        click.option("--rows", type=click.IntRange(min=1), help="Number of rows."),
        click.option("--seed", type=click.IntRange(min=0), help="Which world: same seed, same bytes."),
        click.option("--fair-twin", is_flag=True, help="The same world without what is planted."),
    )  # fmt: skip
    for option in reversed(options):
        function = option(function)
    return function


def _out(what: str) -> Callable[[Function], Function]:
    return click.option("--out", type=click.Path(path_type=Path), help=what)


@click.group(name="case")
def command() -> None:
    """Case studies with an answer key: learn on them, or test an audit."""


@command.command(name="list")
@_JSON
def list_cases(*, as_json: bool) -> None:
    """List the case studies."""
    from audit import cases

    studies = cases.find()
    if as_json:
        click.echo(json.dumps([_described(study) for study in studies], indent=2))
        return
    wide = max((len(study.slug) for study in studies), default=0)
    for study in studies:
        kind = "" if study.synthetic else " (real data)"
        click.echo(f"{study.slug:<{wide}}  module {study.module}  {study.title}{kind}")


@command.command()
@click.argument("slug")
@_JSON
def show(slug: str, *, as_json: bool) -> None:
    """Show the worksheet and the questions the plan leads with."""
    from audit import cases

    study = cases.get(slug)
    leads = _leads(study)
    if as_json:
        worksheet = study.text(cases.WORKSHEET)
        click.echo(json.dumps({**_described(study), "leads": leads, "worksheet": worksheet}))
        return
    click.echo(study.text(cases.WORKSHEET))
    click.echo("The plan leads with:")
    for lead in leads:
        click.echo(f"  {lead}")


@command.command()
@click.argument("slug")
@_out("Folder to write to; by default one named after the case.")
@_made
@click.option("--with-key", is_flag=True, help="Add key/: the answer key and the latent truth.")
@_JSON
def make(
    slug: str, out: Path | None, rows: int | None, seed: int | None, *, fair_twin: bool,
    with_key: bool, as_json: bool,
) -> None:  # fmt: skip
    """Write a case's data, plan and worksheet, ready for `audit run`."""
    from audit import cases

    study = cases.get(slug)
    folder = out or Path(study.slug)
    case = cases.make(study, rows=rows, seed=seed, fair_twin=fair_twin)
    plan = cases.write(case, study, folder, seed=seed, fair_twin=fair_twin, key=with_key)
    if as_json:
        click.echo(json.dumps({**cases.made(folder), "plan": str(plan)}))
        return
    click.echo(f"audit run {plan}")


@command.command()
@click.argument("slug")
@_out("Folder for the report; by default one named after the case.")
@_made
@_JSON
def run(
    slug: str, out: Path | None, rows: int | None, seed: int | None, *, fair_twin: bool, as_json: bool
) -> None:  # fmt: skip
    """Make a case and audit it.

    The exit code says whether the audit could be carried out, not what it found.
    """
    from audit import cases
    from audit.cli.demo import summary

    study = cases.get(slug)
    folder = out or Path(study.slug)
    with Shown() as heard:
        record = cases.run(study, folder, rows=rows, seed=seed, fair_twin=fair_twin, progress=heard)
    if as_json:
        outcomes = {finding.id: str(finding.outcome) for finding in record.findings}
        report = str(folder / "audit.html")
        click.echo(json.dumps({**cases.made(folder), "findings": outcomes, "report": report}))
        return
    for line in summary(record):
        click.echo(line)
    click.echo(f"report: {folder / 'audit.html'}")


@command.command()
@click.argument("slug")
@_out("Folder with audit.json; if there is none, the case is audited into it first.")
@_made
@_JSON
@click.pass_context
def grade(
    context: click.Context, slug: str, out: Path | None, rows: int | None, seed: int | None, *,
    fair_twin: bool, as_json: bool,
) -> None:  # fmt: skip
    """Compare an audit with the answer key.

    Exit code 1 if anything is missed, or found that must not be. One point for each expected finding with the right direction and size, one less for each forbidden
    one, none for a planted effect left open; full marks need a question for people shown as open.
    """
    from audit import cases, serde

    study = cases.get(slug)
    folder = out or Path(study.slug)
    if (folder / "audit.json").is_file():
        record = serde.load(folder / "audit.json")
    else:
        with Shown() as heard:
            record = cases.run(
                study, folder, rows=rows, seed=seed, fair_twin=fair_twin, progress=heard
            )
    result = cases.grade(record, cases.key(study))
    made_from = cases.made(folder)
    if as_json:
        click.echo(json.dumps(_graded(result, made_from.get("seed")), indent=2, ensure_ascii=False))
    else:
        _print(result)
    context.exit(0 if result.whole else 1)


def _described(study: CaseStudy) -> dict[str, Any]:
    return {
        "slug": study.slug,
        "title": study.title,
        "summary": study.summary,
        "module": study.module,
        "tags": list(study.tags),
        "rows": study.rows,
        "seed": study.seed,
        "synthetic": study.synthetic,
        "licence": study.licence,
        "provenance": study.provenance,
    }


def _leads(study: CaseStudy) -> list[str]:
    from audit.check import Check
    from audit.kind import Kind
    from audit.plan_reader import load
    from audit.registry import instances

    plan = load(study.folder / "audit.toml")
    titles = {check.id: check.title for check in instances(Check, "checks")}
    kinds = {kind.name: kind for kind in instances(Kind, "kinds")}
    found = []
    for part in plan.parts:
        leads = plan.checks.lead or kinds[part.kind].leads(part, plan)
        found += [f"{id} ({part.name}): {titles.get(id, '')}" for id in leads]
    return found


def _lines(lines: tuple[Line, ...]) -> list[dict[str, str]]:
    return [{"looked_for": line.looked_for, "there": line.there} for line in lines]


def _graded(result: Grade, seed: int | None) -> dict[str, Any]:
    return {
        "case": result.case,
        "seed": seed,
        "found": _lines(result.found),
        "missed": _lines(result.missed),
        "forbidden": _lines(result.forbidden),
        "human": _lines(result.human),
        "points": result.points,
        "points_possible": result.points_possible,
    }


def _print(result: Grade) -> None:
    for heading, lines in (
        ("found", result.found),
        ("missed", result.missed),
        ("forbidden", result.forbidden),
        ("left to people", result.human),
    ):
        click.echo(f"{heading}: {len(lines)}")
        for line in lines:
            click.echo(f"  {line.looked_for}")
            click.echo(f"      {line.there}")
    click.echo(f"points: {result.points} of {result.points_possible}")
