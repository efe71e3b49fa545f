"""Combinations counted by the codes of a Parquet file: each different value is looked at once.

Parquet keeps a text once and numbers the rows that have it. The numbers of several columns make one
number, and numbers are counted by their place in a table: no text of a row is hashed or compared.
What a value means under the plan is asked of the different values alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from audit.engines.keys import CLASS_ROLES, DERIVED, LABEL_ROLES, PERIOD, ROW, Columns
from audit.engines.normal import prepared, without_infinities

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

MOST_ROWS = 4_000_000
"""Most rows whose codes are held in memory; an engine counts more of them in pieces."""
_MOST_PLACES = 1 << 20
_MOST_CODES = 2**62
# Of broken numbers an engine may hold two for one: nought has two signs.
_KINDS = ("text", "integer", "boolean", "date")
_NOT_A_COLUMN = frozenset((*LABEL_ROLES, *DERIVED, *CLASS_ROLES, PERIOD))


def class_sizes(parquet: Path, known: Columns, keys: Sequence[str]) -> dict[int, int] | None:
    """Return how many combinations of columns are shared by how many people.

    Parameters
    ----------
    parquet : Path
        The source, all of whose rows are counted.
    keys : sequence of str
        Columns of the source.

    Returns
    -------
    dict of int to int
        People to combinations; None where an engine has to count.
    """
    import numpy as np

    if known.part.where or not keys or _NOT_A_COLUMN.intersection(keys):
        return None
    if any(known.kinds.get(key) not in _KINDS for key in keys):
        return None
    table = _read(parquet, known, keys)
    if table is None:
        return None
    places, bound = np.zeros(table.num_rows, dtype=np.int64), 1
    for key in keys:
        codes, values = _codes(table.column(key), known, key)
        bound *= values
        if bound >= _MOST_CODES:
            return None
        places *= values
        places += codes
    sizes = np.bincount(_people(places, bound))
    return {int(people): int(sizes[people]) for people in np.flatnonzero(sizes) if people}


def _read(parquet: Path, known: Columns, keys: Sequence[str]) -> pa.Table | None:
    import pyarrow.parquet as pq

    texts = [key for key in keys if known.kinds[key] == "text"]
    with pq.ParquetFile(parquet, read_dictionary=texts) as file:
        if file.metadata.num_rows > MOST_ROWS:
            return None
        return file.read(columns=list(keys))


def _codes(column: pa.ChunkedArray, known: Columns, name: str) -> tuple[np.ndarray, int]:
    """Return a number for each row's label, and one more than the largest; missing is a label."""
    import numpy as np
    import pyarrow as pa

    if pa.types.is_dictionary(column.type):
        column = column.unify_dictionaries()
    else:
        column = column.dictionary_encode("encode")
    chunks = column.chunks
    values = chunks[0].dictionary if chunks else pa.array([], column.type.value_type)
    missing = len(values)
    labels = _labels(pa.concat_arrays([values, pa.nulls(1, values.type)]), known, name)
    codes = [chunk.indices.fill_null(missing).to_numpy(zero_copy_only=False) for chunk in chunks]
    rows = np.concatenate(codes) if codes else np.empty(0, dtype=np.int64)
    return labels[rows], int(labels.max()) + 1


def _labels(values: pa.Array, known: Columns, name: str) -> np.ndarray:
    """Return a number for the label of each value: what the plan makes one is one."""
    import narwhals.stable.v2 as nw
    import numpy as np
    import polars as pl
    import pyarrow as pa

    place = known.place(name)
    alone = replace(known, kinds={name: known.kinds[name]})
    rows = pa.array(range(len(values)), pa.int64())
    table = nw.from_native(pl.DataFrame(pa.table({ROW: rows, place: values})).lazy())
    normal = without_infinities(prepared(table, alone))
    found = normal.select(k=alone.key(name).expression).collect("pyarrow").to_native()
    encoded = found.column("k").combine_chunks().dictionary_encode("encode")
    labels: np.ndarray = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    return labels


def _people(places: np.ndarray, bound: int) -> np.ndarray:
    """Return how many rows have each number that occurs; noughts may stand between."""
    import numpy as np

    if bound <= max(_MOST_PLACES, len(places)):
        return np.bincount(places)
    places.sort()
    last = np.flatnonzero(np.append(places[1:] != places[:-1], True))
    return np.diff(last, prepend=-1)
