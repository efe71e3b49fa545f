"""Columns of a batch as the plan reads them: values that stand for "missing" are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audit.plan import ColumnSection, label
from audit.system import Part

if TYPE_CHECKING:
    import pyarrow as pa


def recorded(part: Part, batch: pa.Table, column: str) -> Any:
    """Return a column of a batch, shape (n_rows,), with the plan's `missing` values taken out.

    Rows come from the file as a model would read them, where -1 or "unknown" is a value.
    """
    import pyarrow as pa

    values = batch[column].combine_chunks()
    absent = {label(x) for x in part.plan.columns.get(column, ColumnSection()).missing}
    if not absent:
        return values
    encoded = values.dictionary_encode()
    kept = [
        None if value is None or label(value) in absent else value
        for value in encoded.dictionary.to_pylist()
    ]
    return pa.array(kept, encoded.dictionary.type).take(encoded.indices)
