"""Row numbers behind a finding, for the data owner's terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice

import click

from audit.errors import UsageError, did_you_mean


def rows_behind(finding: str, plan_path: str, *, engine: str = "") -> Iterator[int]:
    """Yield the rows behind a finding, counted from 0, opening the plan's data again.

    Parameters
    ----------
    finding : str
        `CHECK:part:sample:key`, as it stands in `audit.json`.

    Raises
    ------
    UsageError
        With slug `unknown-finding`, `unknown-check`, `unknown-part`, `unknown-column` or
        `nothing-to-locate`.
    """
    from audit.check import Check
    from audit.measure import Measure
    from audit.plan_reader import load
    from audit.registry import instances
    from audit.runner import open_system
    from audit.runner.planning import WHOLE

    pieces = finding.split(":", 3)
    if len(pieces) != 4:
        raise UsageError(
            f"'{finding}' is not the id of a finding",
            slug="unknown-finding",
            hint="an id is CHECK:part:sample:key, e.g. PR102:main:all:case_note",
        )
    id, part_name, _, key = pieces
    key = "" if key == WHOLE else key
    checks = {check.id: check for check in instances(Check, "checks")}
    if id not in checks:
        raise UsageError(
            f"there is no check {id}", slug="unknown-check", hint=did_you_mean(id, checks)
        )
    payloads = set(checks[id].asks_for.values())
    locators = [
        measure.locate
        for measure in instances(Measure, "measures")
        if measure.payload in payloads and measure.locate is not None
    ]
    if not locators:
        raise UsageError(
            f"{id} rests on counts of groups, not on single rows",
            slug="nothing-to-locate",
            hint="locate serves findings about records, such as PR101, PR102 and PR201",
        )
    plan = load(plan_path)
    with open_system(plan, engine=engine) as system:
        parts = {part.name: part for part in system.parts}
        if part_name not in parts:
            raise UsageError(
                f"the plan has no part '{part_name}'",
                slug="unknown-part",
                hint=did_you_mean(part_name, parts),
            )
        part = parts[part_name]
        if key and key not in part.frame.columns:
            raise UsageError(
                f"'{key}' is not a column of part '{part_name}'",
                slug="unknown-column",
                hint=did_you_mean(key, part.frame.columns),
            )
        for locate in locators:
            yield from locate(part, key)


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
