"""Explain a check: its question, how it is judged, what it cannot show."""

from __future__ import annotations

import click

from audit.errors import UsageError, did_you_mean
from audit.registry import instances


@click.command("explain")
@click.argument("check")
def command(check: str) -> None:
    """Print the page of one CHECK, such as FA201."""
    from audit.check import Check
    from audit.checklist.tags import tags_of
    from audit.cli._shown import wrapped

    known = {item.id: item for item in instances(Check, "checks")}
    id = check.upper().partition(":")[0]
    if id not in known:
        raise UsageError(
            f"there is no check {id}", slug="unknown-check", hint=did_you_mean(id, known)
        )
    item = known[id]
    click.echo(f"{item.id}  {item.title}")
    limit = item.criterion.limit
    facts = [f"may conclude: {item.may_conclude}", f"severity: {item.criterion.severity}"]
    if limit is not None:
        said = [(n, getattr(limit, n)) for n in ("ratio", "difference", "value")]
        facts.append("limit: " + ", ".join(f"{n} {v}" for n, v in said if v is not None))
    if item.needs:
        facts.append("needs: " + ", ".join(item.needs))
    click.echo("  " + " · ".join(facts))
    page = item.page
    for heading, text in (
        ("Why it matters", page.why),
        ("How it is judged", page.how),
        ("What it cannot show", page.cannot_show),
        ("What to do", page.to_do),
        ("References", page.references),
    ):
        if text:
            click.echo(f"\n{heading}\n{wrapped(text)}")
    tags = [f"{found.title}: {', '.join(ids)}" for found, ids in tags_of(item.id)]
    if tags:
        click.echo(f"\nTags\n{wrapped('; '.join(tags))}")
