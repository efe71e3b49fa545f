"""Row numbers behind a finding, for the data owner's terminal only."""

from __future__ import annotations

import sys
from itertools import islice

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


@click.command("locate")
@click.argument("finding")
@click.option("--plan", default="audit.toml", show_default=True, help="The plan that was audited.")
@click.option("--limit", default=100, show_default=True, type=click.IntRange(min=1))
@click.option("--engine", default="", help="Data engine, as for `audit run`.")
def command(finding: str, plan: str, limit: int, engine: str) -> None:
    """Show the rows behind FINDING (CHECK:part:sample:key) to the owner of the data.

    Nothing is written: the numbers go to your terminal, and a pipe or a file is refused.
    """
    show(finding, plan, limit=limit, engine=engine, terminal=sys.stdout.isatty())
