"""Reading rows of a part from its Parquet file, in source order.

The file is read in Arrow batches whatever the engine: the order is that of the file, and memory
holds one batch. Columns come as they are in the source (a model wants an age, not an age band).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from audit.engines.collected import collected
from audit.engines.keys import DERIVED, ROW
from audit.engines.normal import prepared, without_infinities
from audit.errors import PlanError
from audit.personal_data.masking import may_identify
from audit.system import ROW as NUMBER
from audit.system import WEIGHT

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq

    from audit.engines.readable import Readable

KEY = "key:"
"""Before the name of a key: its label is wanted, not the column's value."""


def part_rows(
    frame: Readable,
    columns: Sequence[str],
    *,
    rows: np.ndarray | None = None,
    size: int = 65_536,
) -> Iterator[pa.Table]:
    """Yield tables of a part's rows in source order, with their numbers.

    Parameters
    ----------
    columns : sequence of str
        Columns, or `key:NAME` for the label of a key.
    rows : ndarray of int, optional
        Numbers of the rows wanted, ascending; None means all. One table comes at least, perhaps
        without rows, so that the columns are known.
    """
    for name in columns:
        if name in (NUMBER, WEIGHT):
            raise PlanError(
                f"a column named '{name}' cannot be read with the rows: the name is taken",
                slug="reserved-column",
                hint="rename the column",
            )
    some = False
    for table in _normalised(frame, columns, rows, size):
        full = _with_injected(frame, table)
        if full.num_rows or not some:
            some = some or bool(full.num_rows)
            yield _presented(frame, columns, full)


def _sources(frame: Readable, columns: Sequence[str]) -> list[str]:
    """Return the columns on disk that the wanted columns, keys and the part's rows need."""
    named = {
        frame.known.key(name.removeprefix(KEY)).column if name.startswith(KEY) else name
        for name in columns
    } | set(frame.known.part.where)
    return [name for name in frame.columns if name in named and name not in frame.injected]


def _normalised(
    frame: Readable, columns: Sequence[str], rows: np.ndarray | None, size: int
) -> Iterator[pa.Table]:
    """Read the file batch by batch, skipping row groups without a wanted row."""
    import narwhals.stable.v2 as nw
    import pyarrow.parquet as pq

    names, known = _sources(frame, columns), frame.known.by_own_names()
    added = {name: each for each in frame.besides for name in each.kinds}
    plain = [name for name in names if name not in added]
    with ExitStack() as stack:
        file = stack.enter_context(pq.ParquetFile(frame.parquet))
        beside = []
        for each in frame.besides:
            own = [name for name in names if added.get(name) is each]
            beside.append((own, stack.enter_context(each.reading(own))))
        for table in _raw(file, plain, rows, size):
            numbers = table.column(ROW).to_numpy()
            for own, values in beside:
                for name, column in zip(own, values(numbers) if own else (), strict=True):
                    table = table.append_column(name, column)  # noqa: PLW2901 - the table grows
            same = prepared(nw.from_native(table).lazy(), known)
            yield collected(without_infinities(same))


def _raw(
    file: pq.ParquetFile, names: Sequence[str], rows: np.ndarray | None, size: int
) -> Iterator[pa.Table]:
    """Yield the file's columns as they are, with row numbers; of `rows` where they are given."""
    import numpy as np
    import pyarrow as pa

    at = 0
    for group in range(file.num_row_groups):
        stop = at + file.metadata.row_group(group).num_rows
        if rows is not None and group and not np.any((rows >= at) & (rows < stop)):
            at = stop
            continue
        for batch in file.iter_batches(size, row_groups=[group], columns=list(names)):
            numbers = np.arange(at, at + batch.num_rows, dtype=np.int64)
            at += batch.num_rows
            table = pa.Table.from_batches([batch]).append_column(ROW, pa.array(numbers))
            if rows is not None:
                table = table.filter(pa.array(np.isin(numbers, rows, assume_unique=True)))
            yield table


def _with_injected(frame: Readable, table: pa.Table) -> pa.Table:
    import numpy as np
    import pyarrow as pa

    if not frame.injected:
        return table
    at = np.searchsorted(frame.row_numbers(), table.column(ROW).to_numpy())
    for name, values in frame.injected.items():
        found = pa.array(values.data[at], mask=np.ma.getmaskarray(values)[at])
        table = table.append_column(name, found)
    return table


def _presented(frame: Readable, columns: Sequence[str], table: pa.Table) -> pa.Table:
    """Return the columns asked for under their names, and the rows' numbers."""
    import pyarrow as pa

    found: dict[str, Any] = {}
    for name in columns:
        if name.startswith(KEY):
            found[name] = _labels(frame, name.removeprefix(KEY), table)
        else:
            column = table.column(name)
            text = pa.types.is_large_string(column.type) or pa.types.is_null(column.type)
            found[name] = column.cast(pa.string()) if text else column
    return pa.table({**found, NUMBER: table.column(ROW)})


def _labels(frame: Readable, name: str, table: pa.Table) -> pa.Array:
    import narwhals.stable.v2 as nw
    import pyarrow as pa

    key = frame.known.by_own_names().key(name)
    value = collected(nw.from_native(table).lazy().select(k=key.expression))
    encoded = value.column("k").combine_chunks()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = pa.concat_arrays(encoded.chunks) if encoded.num_chunks else pa.nulls(0)
    encoded = encoded.dictionary_encode("encode")
    named = [key.label(x) for x in encoded.dictionary.to_pylist()]
    if key.named and may_identify(named):
        hidden = frame.withheld(name)
        named = [hidden.get(label, label) for label in named]
    kind = pa.int64() if name in DERIVED else pa.string()
    return pa.array(named, kind).take(encoded.indices)
