"""Compare two records: what changed between two audits."""

from __future__ import annotations

import json
from pathlib import Path

import click

from audit import serde
from audit.cli import _shown
from audit.finding import Finding
from audit.record import AuditRecord
from audit.text import Catalogue, load_locale


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
    for line in limits_changed(before, after):
        click.echo(_shown.wrapped(line, ""))
    if not rows:
        click.echo("no finding changed")
    for row in rows:
        click.echo(f"{row['id']}: {word(row['old'])} → {word(row['new'])}")
        if row["condition"]:
            click.echo(f"  {row['condition']}")
    for name in ("tool", "inputs", "seed"):
        if getattr(before, name) != getattr(after, name):
            click.echo(f"{name} changed")


def word(outcome: str) -> str:
    """Return an outcome as the page says it."""
    return {str(o): said for o, said in _shown.WORDS.items()}.get(outcome, outcome)


def limits_changed(old: AuditRecord, new: AuditRecord) -> list[str]:
    """Return what NEW says of limits that were changed after the results of OLD had been seen."""
    from audit.runner import concluding

    later = [j for j in new.judgements if j not in old.judgements]
    catalogue = Catalogue(load_locale("en"))
    said = [catalogue.render(message) for message in concluding.limits_changed(later)]
    if said:
        return said
    limits = {f.id: f.limit for f in old.findings}
    if any(f.limit != limits.get(f.id, f.limit) for f in new.findings):
        return ["Limits differ between the two; the second was not judged from the first."]
    return []


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
