"""Compare two records: what changed between two audits."""

from __future__ import annotations

import json
from pathlib import Path

import click

from audit import serde
from audit.finding import Finding


@click.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the differences as JSON.")
def command(old: Path, new: Path, as_json: bool) -> None:
    """Compare the records OLD and NEW, finding by finding.

    A finding's id never holds a group and is stable across runs, so that the same question meets itself.
    """
    before, after = serde.load(old), serde.load(new)
    rows = compare(before.findings, after.findings)
    if as_json:
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    if not rows:
        click.echo("no finding changed")
    for row in rows:
        click.echo(f"{row['id']}: {row['old']} -> {row['new']}")
        if row["condition"]:
            click.echo(f"  {row['condition']}")
    for name in ("tool", "inputs", "seed"):
        if getattr(before, name) != getattr(after, name):
            click.echo(f"{name} changed")


def compare(old: tuple[Finding, ...], new: tuple[Finding, ...]) -> list[dict[str, str]]:
    """Return one row for each finding whose outcome, groups or limit changed."""
    first, second = {f.id: f for f in old}, {f.id: f for f in new}
    rows = []
    for id in sorted(first.keys() | second.keys()):
        a, b = first.get(id), second.get(id)
        if (
            a is None
            or b is None
            or (a.outcome, a.groups, a.limit, a.severity)
            != (
                b.outcome,
                b.groups,
                b.limit,
                b.severity,
            )
        ):
            rows.append(_row(id, a, b))
    return rows


def _row(id: str, old: Finding | None, new: Finding | None) -> dict[str, str]:
    return {
        "id": id,
        "old": str(old.outcome) if old else "not asked",
        "new": str(new.outcome) if new else "not asked",
        "condition": new.condition if new else "",
    }
