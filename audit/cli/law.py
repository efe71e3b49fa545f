"""List the legal statements of a record that nobody is named to have read."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("law")
@click.argument(
    "record", type=click.Path(path_type=Path), default=Path("audit-out/audit.json"), required=False
)
def command(record: Path) -> None:
    """Print, as the file `law.yaml`, what in RECORD still has to be read against the text of the law.

    Whoever read a statement writes a name and a date beside it and puts the file beside the plan. A
    record whose status is final needs that for each.
    """
    from audit import law_read, serde

    found = serde.load(record)
    frameworks = [state.framework for state in found.checklists]
    names = law_read.unread(found.findings, frameworks, {})
    click.echo(law_read.skeleton(names), nl=False)
    click.echo(f"{len(names)} to be read", err=True)
