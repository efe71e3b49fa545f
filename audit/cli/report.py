"""Make pages from a record; neither data nor model is needed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from audit import serde


@click.command("report")
@click.argument("record", type=click.Path(path_type=Path))
@click.option(
    "--format", "formats", multiple=True, help="Report format; can be repeated. Default html."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder to write to (default: the record's).",
)
@click.option("--lang", default="", help="Language of the page.")
@click.option(
    "--template", default="", type=click.Path(), help="Folder with templates that replace ours."
)
def command(
    record: Path, formats: tuple[str, ...], out: Path | None, lang: str, template: str
) -> None:
    """Write RECORD (an audit.json, or its folder) in other formats."""
    from audit.cli import _shown
    from audit.runner import recording

    _shown.check_language(lang)

    loaded = serde.load(record)
    if lang:
        shown = dict(loaded.plan)
        shown["report"] = {**dict(shown.get("report") or {}), "lang": lang}  # type: ignore[call-overload]
        loaded = replace(loaded, plan=shown)
    target = out or (record if record.is_dir() else record.parent)
    recording.check_writable(target)
    for path in recording.render(
        loaded, target, recording.choose_formats(formats or ("html",)), template
    ):
        click.echo(str(path))
