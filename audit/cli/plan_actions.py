"""Turn findings and open questions into a plan of actions, or bring it up to date."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("plan-actions")
@click.argument("record", type=click.Path(path_type=Path))
@click.option(
    "--file",
    "target",
    type=click.Path(path_type=Path),
    default=Path("actions.yaml"),
    show_default=True,
    help="The file beside the plan.",
)
def command(record: Path, target: Path) -> None:
    """Write what RECORD (an audit.json, or its folder) leaves to do into a file beside the plan.

    What people wrote into the file stays; what the audit no longer finds is marked and kept, so that the
    next report shows what was done.
    """
    from audit import actions, serde
    from audit.resources import write_atomically

    found = serde.load(record)
    before = actions.load(target)
    advice = {id: texts.to_do for id, texts in found.catalogue.items()}
    after = actions.renewed(before, found.findings, found.checklists, advice)
    write_atomically(target, actions.dumps(after))
    gone = sum(not a.still_found for a in after)
    click.echo(target)
    click.echo(
        f"{len(after)} actions: {len(after) - len(before)} new, {gone} no longer found", err=True
    )
