"""Parquet, used where it lies unless the plan changes a type.

Raises `unreadable-file`, `header-only`, `duplicate-columns` and `unsupported-type`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from audit.errors import InputError
from audit.inputs import Reader, Source
from audit.plan import ColumnSection
from audit.readers.files import column_names, existing, fingerprint, header_only, unreadable
from audit.readers.spool import spool
from audit.readers.typing_rules import retyped, type_of

if TYPE_CHECKING:
    import polars as pl


def _read(path: Path, columns: Mapping[str, ColumnSection], folder: Path) -> Source:
    import polars as pl
    import pyarrow as pa
    import pyarrow.parquet as pq

    file = existing(path)
    try:
        with pq.ParquetFile(file) as opened:
            rows, names = opened.metadata.num_rows, tuple(opened.schema_arrow.names)
            column_names(file, names)
            next(opened.iter_batches(batch_size=1), None)
        frame = pl.scan_parquet(file, glob=False)
        schema = frame.collect_schema()
    except (pa.ArrowException, OSError, pl.exceptions.PolarsError) as problem:
        raise unreadable(file, "Parquet", problem) from None
    if not rows:
        raise header_only(file)
    _check_types(file, schema)
    digest = fingerprint(file)
    changed = retyped(file, frame, columns)
    if changed is not None:
        return spool(file, changed, folder, fingerprint=digest)
    return Source(
        parquet=file, rows=rows, columns=names, original_labels={}, hxl={}, fingerprint=digest
    )


def _check_types(file: Path, schema: pl.Schema) -> None:
    strange = {name: kind for name, kind in schema.items() if not type_of(kind)}
    if strange:
        named = ", ".join(f"'{name}' ({kind.base_type()})" for name, kind in strange.items())
        raise InputError(
            f"{file.name}: no rule for columns of this type: {named}",
            slug="unsupported-type",
            hint="write the file without them, or with one plain value in each field",
        )


reader = Reader(name="parquet", suffixes=(".parquet", ".pq"), read=_read)
