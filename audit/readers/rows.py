"""Rows that come in Arrow batches: written down once, digested on the way.

The digest is of the rows and not of a file: of names and types, then of every value in order, in
blocks of a fixed number of rows, so that it depends on neither the size of the batches nor the writer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

METHOD = "sha256 of the rows as read"
_BLOCK = 65_536


def written(batches: Iterable[pa.RecordBatch], schema: pa.Schema, path: Path) -> tuple[int, str]:
    """Write batches as Parquet; return how many rows there are and their digest.

    Parameters
    ----------
    batches : iterable of RecordBatch
        With the columns of `schema`, plain types only.
    """
    import pyarrow.parquet as pq

    digest = hashlib.sha256()
    for field in schema:
        digest.update(f"{len(field.name)} {field.name} {field.type}\n".encode())
    rows = 0
    with pq.ParquetWriter(path, schema) as writer:
        for block in _blocks(batches, schema):
            for column in block.columns:
                _update(digest, column)
            writer.write_batch(block)
            rows += block.num_rows
    return rows, digest.hexdigest()


def _blocks(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Yield blocks of the same number of rows, the last one with the rest."""
    import pyarrow as pa

    waiting = pa.Table.from_batches([], schema)
    for batch in batches:
        waiting = pa.concat_tables([waiting, pa.Table.from_batches([batch], schema)])
        while waiting.num_rows >= _BLOCK:
            yield from waiting.slice(0, _BLOCK).combine_chunks().to_batches()
            waiting = waiting.slice(_BLOCK)
    if waiting.num_rows:
        yield from waiting.combine_chunks().to_batches()


def _update(digest: Any, column: pa.Array) -> None:
    """Digest which values are missing, then the values, with nothing where one is missing."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    digest.update(np.packbits(column.is_valid().to_numpy(zero_copy_only=False)).tobytes())
    if pa.types.is_string(column.type):
        full = column.fill_null("")
        lengths = pc.binary_length(full).to_numpy().astype("<i8")
        digest.update(lengths.tobytes())
        start, stop = full.offset, full.offset + len(full)
        offsets = np.frombuffer(full.buffers()[1], dtype=np.int32)
        data = full.buffers()[2]
        if data is not None:
            digest.update(memoryview(data)[int(offsets[start]) : int(offsets[stop])])
        return
    if pa.types.is_boolean(column.type):
        digest.update(np.packbits(column.fill_null(False).to_numpy(zero_copy_only=False)).tobytes())
        return
    if pa.types.is_date32(column.type):
        column = column.cast(pa.int32())
    elif pa.types.is_timestamp(column.type):
        column = column.cast(pa.int64())
    values = column.fill_null(0).to_numpy(zero_copy_only=False)
    digest.update(values.astype(values.dtype.newbyteorder("<")).tobytes())
