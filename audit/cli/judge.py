"""Judge stored evidence again, with new criteria; no data are opened."""

from __future__ import annotations

from pathlib import Path

import click

from audit import plan_reader as plans
from audit import serde


@click.command("judge")
@click.argument("record", type=click.Path(path_type=Path))
@click.option(
    "--criteria", required=True, type=click.Path(path_type=Path), help="Plan with the new limits."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder to write to (default: beside, judged/).",
)
@click.option(
    "--format", "formats", multiple=True, help="Report format; can be repeated. Default html."
)
def command(record: Path, criteria: Path, out: Path | None, formats: tuple[str, ...]) -> None:
    """Judge the evidence behind RECORD (an audit.json, or its folder) by new limits.

    The questions and the family they are decided in stay as they were; the change is written into the
    record, with the note that results had been seen.
    """
    from audit.cli import _shown
    from audit.runner import judge, recording
    from audit.runner.concluding import exit_code

    old = serde.load(record)
    folder = record if record.is_dir() else record.parent
    chosen = recording.choose_formats(("json", *(formats or ("html", "tables"))))
    new, files = judge(old, plans.load(criteria), folder / "evidence")
    target = out or folder / "judged"
    recording.check_writable(target)
    recording.write(new, files, target, chosen, "")
    _shown.summary(new)
    _shown.pages(target, formats or ("html", "tables"))
    click.get_current_context().exit(exit_code(new.conclusion))
