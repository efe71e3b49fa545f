"""The record itself: `audit.json`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from audit import serde
from audit.inputs import Format
from audit.record import AuditRecord
from audit.resources import write_atomically


def _write(record: AuditRecord, folder: Path, template: str) -> Sequence[Path]:  # noqa: ARG001
    path = folder / "audit.json"
    write_atomically(path, serde.dumps(record))
    return [path]


JSON = Format(name="json", filename="audit.json", write=_write)
