"""Record what the audited body says to a finding, or what the auditor concludes."""

from __future__ import annotations

from pathlib import Path

import click

from audit.errors import UsageError


@click.command("response")
@click.argument("finding")
@click.option("--by", default="", help="Who says it: a name and an office.")
@click.option("--text-file", type=click.Path(path_type=Path), help="The statement, as UTF-8 text.")
@click.option("--on", "on", default="", help="Day of the statement (default: today).")
@click.option("--invited", default="", help="Day on which the audited body was asked for its view.")
@click.option("--conclusion", is_flag=True, help="It is the auditor's conclusion.")
@click.option(
    "--record",
    type=click.Path(path_type=Path),
    default=Path("audit-out/audit.json"),
    show_default=True,
    help="The record that holds the finding.",
)
@click.option(
    "--file",
    "target",
    type=click.Path(path_type=Path),
    default=Path("responses.yaml"),
    show_default=True,
    help="The file beside the plan.",
)
def command(
    finding: str,
    by: str,
    text_file: Path | None,
    on: str,
    invited: str,
    conclusion: bool,
    record: Path,
    target: Path,
) -> None:
    """Record what was said to FINDING (CHECK:part:sample:key) in a file beside the plan.

    The next `audit run`, and `audit judge`, put it beside the finding. A record whose status is final
    needs, for each serious failure, a response or the day on which one was asked for: to what the finding
    says now. What was said to other figures stays, and is shown as such.
    """
    from datetime import UTC, datetime

    from audit import responses, serde
    from audit.finding import Statement
    from audit.resources import write_atomically

    today = datetime.now(UTC).date()
    found = responses.known(finding, serde.load(record).findings)
    if not invited and (text_file is None or not by):
        raise UsageError(
            "a statement needs who says it and its text",
            slug="response-incomplete",
            hint="audit response FINDING --by NAME --text-file FILE, or --invited 2026-10-01",
        )
    heard = responses.load(target, today=today)
    entry = heard.get(finding, responses.Heard())
    statement = (
        Statement(text=responses.text_of(text_file), by=by, on=on or today.isoformat())
        if text_file
        else None
    )
    heard[finding] = responses.said(
        entry,
        statement,
        invited_on=invited,
        conclusion=conclusion,
        today=today,
        finding=found,
    )
    write_atomically(target, responses.dumps(heard))
    click.echo(f"{target}: {finding}")
    click.echo("audit run puts it beside the finding", err=True)
