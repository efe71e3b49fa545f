"""Audit a shipped case and print where the report is; works offline, asks nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit.cli._progress import Shown

if TYPE_CHECKING:
    from audit.record import AuditRecord

SLUG = "visa_triage"


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("audit-demo"),
    show_default=True,
    help="Folder for the report and the data it is about.",
)
@click.option("--quiet", is_flag=True, help="Say nothing of how far the audit is.")
def command(out: Path, *, quiet: bool) -> None:
    """Audit a shipped case: an invented ministry that sorts visa applications.

    The system fails its audit, which is what the case is for; the exit code is 0 all the same. It is 1
    if a check did not run because of a fault in this tool.
    """
    from audit import cases

    with Shown(quiet=quiet) as heard:
        record = cases.run(cases.get(SLUG), out, progress=heard)
    for line in summary(record):
        click.echo(line)
    broken = faults(record)
    for line in broken:
        click.echo(line)
    click.echo("The ministry and everybody in its files are invented; that it fails is the point.")
    click.echo(f"report: {out / 'audit.html'}")
    if broken:
        click.get_current_context().exit(1)


def faults(record: AuditRecord) -> list[str]:
    """Return what must be said loudly: checks that did not run because of a fault in this tool."""
    from audit.vocabulary import Outcome

    broken = [finding for finding in record.findings if finding.outcome is Outcome.ERROR]
    if not broken:
        return []
    return [
        "FAULT IN THIS TOOL: this report is not complete. These checks did not run:",
        *(f"  {finding.id}: {finding.condition}" for finding in broken),
        "",
    ]


def summary(record: AuditRecord) -> list[str]:
    """Return the conclusion, what is beyond the limit, and what the audit could not see."""
    from audit.vocabulary import Outcome

    failed = [finding for finding in record.findings if finding.outcome is Outcome.FAIL]
    failed.sort(key=lambda finding: (-finding.severity.rank, not finding.lead, finding.id))
    lines = [record.conclusion.condition, ""]
    if failed:
        lines += ["Beyond the limit:", *(f"  {f.id}: {f.condition}" for f in failed), ""]
    # Several questions can lack the same thing; it is said once.
    unseen = dict.fromkeys(item.condition for item in record.conclusion.could_not_see)
    if unseen:
        lines += ["What this audit could not see:", *(f"  {sentence}" for sentence in unseen), ""]
    return lines
