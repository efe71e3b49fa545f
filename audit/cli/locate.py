"""Row numbers behind a finding, for the data owner's terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
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

    found = Found(limit)
    for _ in found.counted(rows_behind(finding, plan, engine=engine)):
        pass
    click.echo(f"{finding}: data rows counted from 1, the header not counted", err=True)
    for words, rows, total in found.sorts():
        click.echo(f"{words}: {total:,} {'row' if total == 1 else 'rows'}", err=True)
        for row in rows:
            click.echo(row + 1)
        if total > len(rows):
            click.echo(f"and {total - len(rows):,} more; --limit {limit} stopped here", err=True)
    if not found.total:
        click.echo("no row", err=True)


class Found:
    """Rows behind a finding, those that are confirmed apart from those for a person to look at.

    Parameters
    ----------
    limit : int
        Rows of each sort that are kept; all are counted.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._rows: tuple[list[int], list[int]] = ([], [])
        self._totals = [0, 0]

    def counted(self, rows: Iterable[int]) -> Iterator[int]:
        """Yield the rows, counting them."""
        from audit.measure import Candidate

        for row in rows:
            sort = int(isinstance(row, Candidate))
            self._totals[sort] += 1
            if len(self._rows[sort]) < self._limit:
                self._rows[sort].append(row)
            yield row

    @property
    def total(self) -> int:
        """Rows of both sorts."""
        return sum(self._totals)

    def sorts(self) -> Iterator[tuple[str, list[int], int]]:
        """Yield what each sort is called, the rows kept and how many there are; no sort without a row."""
        words = ("confirmed", "candidates, for a person to look at")
        for name, rows, total in zip(words, self._rows, self._totals, strict=True):
            if total:
                yield name, rows, total


def sealed(finding: str, plan: str, path: Path, *, engine: str) -> None:
    """Write the rows as hashes that only the auditor's key opens."""
    from audit.runner import row_keys
    from audit.runner.locating import rows_behind

    key = row_keys.own_key(Path(plan).parent)
    found = Found(limit=0)
    rows = found.counted(rows_behind(finding, plan, engine=engine))
    made = row_keys.seal(finding, rows, key)
    row_keys.write(made, path)
    for words, _, total in found.sorts():
        click.echo(f"{words}: {total:,} {'row' if total == 1 else 'rows'}", err=True)
    kept = "" if len(made.keys) == made.rows else f", {len(made.keys):,} of them drawn at random"
    click.echo(f"{finding}: {found.total:,} rows as hashes in {path}{kept}", err=True)
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
    """Show the rows behind FINDING (CHECK:part:sample:key, or as much as tells it apart) to the owner of the data.

    Row numbers go to your terminal, and a pipe or a file is refused. What --seal writes says nothing
    without the key that stays beside the plan.
    """
    from audit.runner.locating import whole_id

    if seal is not None and compare is not None:
        raise UsageError("--seal and --compare exclude each other", slug="one-of-two")
    finding = whole_id(finding, plan)
    if seal is not None:
        sealed(finding, plan, seal, engine=engine)
    elif compare is not None:
        compared(finding, plan, compare, engine=engine)
    else:
        show(finding, plan, limit=limit, engine=engine, terminal=sys.stdout.isatty())
