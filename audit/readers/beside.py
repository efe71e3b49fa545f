"""A table with more columns, matched by row number: a copy, so that every engine reads it alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from audit.errors import PlanError
from audit.inputs import Source

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa


def with_columns(source: Source, rows: Sequence[int], more: pa.Table, folder: Path) -> Source:
    """Return the source with columns put beside its rows; all other rows are missing there.

    The table is copied batch by batch.

    Parameters
    ----------
    rows : sequence of int
        Numbers of the rows that `more` is about, from 0, each once, in any order.
    more : pyarrow.Table, shape (len(rows), n_columns)
    folder : Path
        Where the copy is written; it must last as long as the source.

    Raises
    ------
    PlanError
        With slug `reserved-column` if the table has a column of such a name already.
    """
    import numpy as np
    import pyarrow.parquet as pq

    twice = [name for name in more.column_names if name in source.columns]
    if twice:
        raise PlanError(
            f"a column named '{twice[0]}' is there already, and a review needs the name",
            slug="reserved-column",
            hint="rename the column",
        )
    numbers = np.asarray(rows, np.int64)
    order = np.argsort(numbers)
    numbers, more = numbers[order], more.take(order)
    path = folder / f"beside-{source.parquet.stem}.parquet"
    at = 0
    with pq.ParquetFile(source.parquet) as file:
        schema = file.schema_arrow
        for field in more.schema:
            schema = schema.append(field)
        with pq.ParquetWriter(path, schema) as writer:
            for batch in file.iter_batches(262_144):
                writer.write_table(_widened(batch, at, numbers, more, schema))
                at += batch.num_rows
    return replace(
        source,
        parquet=path,
        columns=(*source.columns, *more.column_names),
    )


def copied(source: Source, made: Mapping[str, str], folder: Path) -> Source:
    """Return the source with columns that repeat others under a name of their own.

    Parameters
    ----------
    made : mapping of str to str
        New column to the one that it repeats.

    Raises
    ------
    PlanError
        With slug `reserved-column`.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    for name in made:
        if name in source.columns:
            raise PlanError(
                f"columns.{name} is made of another column, and the table has one of that name",
                slug="reserved-column",
                hint=f"choose a name for it that the table does not have, not '{name}'",
            )
    path = folder / f"copied-{source.parquet.stem}.parquet"
    with pq.ParquetFile(source.parquet) as file:
        schema = file.schema_arrow
        for name, of in made.items():
            schema = schema.append(schema.field(of).with_name(name))
        with pq.ParquetWriter(path, schema) as writer:
            for batch in file.iter_batches(262_144):
                columns = [*batch.columns, *(batch.column(of) for of in made.values())]
                writer.write_table(pa.table(columns, schema=schema))
    return replace(source, parquet=path, columns=(*source.columns, *made))


def _widened(
    batch: pa.RecordBatch, at: int, numbers: np.ndarray, more: pa.Table, schema: pa.Schema
) -> pa.Table:
    import numpy as np
    import pyarrow as pa

    places = np.full(batch.num_rows, -1)
    first, last = np.searchsorted(numbers, [at, at + batch.num_rows])
    places[numbers[first:last] - at] = np.arange(first, last)
    taken = more.take(pa.array(places, mask=places < 0))
    return pa.table([*batch.columns, *taken.columns], schema=schema)


__all__ = ["copied", "with_columns"]
