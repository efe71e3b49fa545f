"""JSON Lines: one object a line. A key that a line lacks is missing there.

Raises `wrong-encoding`, `empty-file`, `unreadable-file` (with the line) and what typing raises.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from audit.errors import InputError
from audit.inputs import Reader, Source
from audit.plan import ColumnSection
from audit.readers.cells import as_table
from audit.readers.files import column_names, empty, existing, text_fingerprint
from audit.readers.spool import spool
from audit.readers.typing_rules import typed


def _objects(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                found = json.loads(line)
            except (ValueError, RecursionError):
                found = None
            if not isinstance(found, dict):
                raise InputError(
                    f"{file.name}: line {number} is not one JSON object",
                    slug="unreadable-file",
                    hint='each line must be complete by itself, like {"age": 31, "granted": true}',
                )
            yield found


def _read(path: Path, columns: Mapping[str, ColumnSection], folder: Path) -> Source:
    import polars as pl

    file = existing(path)
    digest = text_fingerprint(file)
    keys: dict[str, None] = {}
    for found in _objects(file):
        keys.update(dict.fromkeys(found))
    if not keys:
        raise empty(file)
    names = column_names(file, list(keys))
    rows = ([found.get(key) for key in keys] for found in _objects(file))
    with as_table(names, rows, folder) as (table, kinds):
        text = pl.scan_parquet(table, glob=False)
        return spool(file, typed(file, text, columns, kinds), folder, fingerprint=digest)


reader = Reader(name="jsonl", suffixes=(".jsonl", ".ndjson"), read=_read)
