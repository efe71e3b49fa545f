"""Carry out an audit as the plan says, and write the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from audit import plan_reader as plans
from audit.cli._located import located
from audit.cli._progress import Shown
from audit.errors import UsageError
from audit.vocabulary import Severity


def _prefixes(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        part.strip().upper() for value in values for part in value.split(",") if part.strip()
    )


@click.command("run")
@click.argument("plan", default="audit.toml", type=click.Path(path_type=Path))
@click.option(
    "--out", default="audit-out", type=click.Path(path_type=Path), help="Folder to write to."
)
@click.option(
    "--format", "formats", multiple=True, help="Report format; can be repeated. Default html."
)
@click.option("--select", multiple=True, help="Show only these checks, by id or prefix: FA,PR101.")
@click.option("--ignore", multiple=True, help="Leave these checks out, by id: FA103,DA104.")
@click.option("--engine", default="", help="polars, duckdb or pandas.")
@click.option("--seed", type=int, default=None, help="Seed of every sample.")
@click.option("--fail-on", type=click.Choice([str(s) for s in Severity]), default=None,
              help="Least severity of a finding beyond its limit that exits with 1.")  # fmt: skip
@click.option(
    "--fail-on-inconclusive",
    is_flag=True,
    help="Also exit with 1 if a leading question stays open.",
)
@click.option("--lang", default="", help="Language of the page.")
@click.option("--trust-pickle", is_flag=True, help="Refused: no confinement is available yet.")
@click.option("--full", is_flag=True, help="Read every row where a sample would do.")
@click.option("--no-cache", is_flag=True, help="Measure everything anew.")
@click.option("--quiet", is_flag=True, help="Say nothing of how far the audit is.")
def command(
    plan: Path,
    out: Path,
    formats: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    engine: str,
    seed: int | None,
    fail_on: str | None,
    fail_on_inconclusive: bool,
    lang: str,
    trust_pickle: bool,
    full: bool,
    no_cache: bool,
    quiet: bool,
) -> None:
    """Carry out the audit that PLAN describes (default: audit.toml here).

    Exits with 0 if nothing blocks, 1 if something does, 2 if the command or the plan is wrong, 3 if the
    audit could not be carried out or no leading question could be judged.
    """
    if trust_pickle:
        raise UsageError(
            "a pickle runs code when it is opened, and this version has no confinement to open it in",
            slug="pickle-refused",
            hint="export the model to ONNX or skops",
        )
    said = plans.load(plan)
    said = replace(
        said,
        seed=said.seed if seed is None else seed,
        full=full,
        checks=replace(
            said.checks,
            select=_prefixes(select) or said.checks.select,
            ignore={
                **said.checks.ignore,
                **dict.fromkeys(_prefixes(ignore), "on the command line"),
            },
        ),
        gate=replace(
            said.gate,
            fail_on=Severity(fail_on) if fail_on else said.gate.fail_on,
            fail_on_inconclusive=fail_on_inconclusive or said.gate.fail_on_inconclusive,
        ),
        report=replace(said.report, lang=lang or said.report.lang),
    )
    from audit.cli import _shown
    from audit.runner import run
    from audit.runner.concluding import exit_code

    chosen = formats or ("html", "tables")
    _shown.check_language(said.report.lang)
    with Shown(quiet=quiet) as heard, located(plan):
        record = run(
            said, out=out, formats=chosen, engine=engine, progress=heard, cache=not no_cache
        )
    _shown.summary(record)
    _shown.pages(out, chosen)
    click.get_current_context().exit(exit_code(record.conclusion))
