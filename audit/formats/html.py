"""The report as one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from audit.inputs import Format
from audit.record import AuditRecord
from audit.report.page import render
from audit.resources import write_atomically


def _write(record: AuditRecord, folder: Path, template: str) -> Sequence[Path]:
    path = folder / html.filename
    write_atomically(path, render(record, template))
    return (path,)


html = Format(name="html", filename="audit.html", write=_write)
