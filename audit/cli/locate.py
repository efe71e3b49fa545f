"""Row numbers behind a finding, for the data owner's terminal only."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

import click

from audit.errors import UsageError


def show(finding: str, plan: str, *, limit: int, engine: str, terminal: bool) -> None:
    """Print the row numbers, to a terminal or not at all.

    Raises
    ------
    UsageError
        With slug `terminal-only` where the output would go to a file or another program.
    """
    if not terminal:
        raise UsageError(
            "row numbers point at people, so they are shown on a terminal only",
            slug="terminal-only",
            hint="run the command without a pipe or a file behind it",
        )
    from audit.runner.locating import rows_behind

    rows = rows_behind(finding, plan, engine=engine)
    shown = [row + 1 for row in islice(rows, limit)]
    more = next(rows, None) is not None
    click.echo(f"{finding}: data rows counted from 1, the header not counted", err=True)
    for row in shown:
        click.echo(row)
    if not shown:
        click.echo("no row", err=True)
    if more:
        click.echo(f"and more; --limit {limit} stopped here", err=True)


def sealed(finding: str, plan: str, path: Path, *, engine: str) -> None:
    """Write the rows as hashes that only the auditor's key opens."""
    from audit.runner import row_keys
    from audit.runner.locating import rows_behind

    key = row_keys.own_key(Path(plan).parent)
    made = row_keys.seal(finding, rows_behind(finding, plan, engine=engine), key)
    row_keys.write(made, path)
    kept = "" if len(made.keys) == made.rows else f", {len(made.keys):,} of them drawn at random"
    click.echo(f"{finding}: {made.rows:,} rows as hashes in {path}{kept}", err=True)
    click.echo(
        f"the key stays with you: {Path(plan).parent / row_keys.KEY}; keep it out of version control and of what"
        " you hand on",
        err=True,
    )


def compared(finding: str, plan: str, path: Path, *, engine: str) -> None:
    """Say how many of the rows written down are found again. No row is named."""
    from audit.runner import row_keys
    from audit.runner.locating import rows_behind

    then = row_keys.read(path, finding)
    key = row_keys.own_key(Path(plan).parent)
    now = row_keys.compare(then, rows_behind(finding, plan, engine=engine), key)
    click.echo(f"found again: {now.again:,}")
    click.echo(f"no longer found: {now.gone:,}")
    click.echo(f"found now and not then: {now.new:,}")


@click.command("locate")
@click.argument("finding")
@click.option("--plan", default="audit.toml", show_default=True, help="The plan that was audited.")
@click.option("--limit", default=100, show_default=True, type=click.IntRange(min=1))
@click.option("--engine", default="", help="Data engine, as for `audit run`.")
@click.option(
    "--seal", type=click.Path(path_type=Path), help="Write the rows to a file as keyed hashes."
)
@click.option(
    "--compare", type=click.Path(path_type=Path), help="Count which of such rows are found again."
)
def command(
    *, finding: str, plan: str, limit: int, engine: str, seal: Path | None, compare: Path | None
) -> None:
    """Show the rows behind FINDING (CHECK:part:sample:key) to the owner of the data.

    Row numbers go to your terminal, and a pipe or a file is refused. What --seal writes says nothing
    without the key that stays beside the plan.
    """
    if seal is not None and compare is not None:
        raise UsageError("--seal and --compare exclude each other", slug="one-of-two")
    if seal is not None:
        sealed(finding, plan, seal, engine=engine)
    elif compare is not None:
        compared(finding, plan, compare, engine=engine)
    else:
        show(finding, plan, limit=limit, engine=engine, terminal=sys.stdout.isatty())
