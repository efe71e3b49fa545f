"""Tables whose cells come as Python values: JSON and Excel.

Each cell becomes text with a note of its kind; the column's type is settled from the kinds. A
column in which kinds are mixed is text.
"""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from audit.plan import label

_CHUNK = 20_000


def text_of(value: object) -> tuple[str, str | None]:
    """Return the kind of a cell (empty where there is nothing) and its text."""
    if value is None or value == "":
        return "", None
    if isinstance(value, bool):
        return "boolean", label(value)
    if isinstance(value, int):
        return ("integer" if abs(value) < 2**63 else "text"), str(value)
    if isinstance(value, float):
        return "number", label(value)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time.min and value.tzinfo is None
        return "date", value.date().isoformat() if midnight else value.isoformat()
    if isinstance(value, dt.date):
        return "date", value.isoformat()
    if isinstance(value, dict | list):
        return "text", json.dumps(value, ensure_ascii=False, sort_keys=True)
    return "text", str(value)


def texts_of(cells: Sequence[object]) -> tuple[set[str], list[str | None]]:
    """Return the kinds and the texts of many cells, quickly where they are all of one type."""
    types = set(map(type, cells)) - {type(None)}
    if types == {str}:
        texts = [cell or None for cell in cells]
        return ({"text"} if any(texts) else set()), texts  # type: ignore[return-value]
    if types == {float}:
        return {"number"}, [
            None if cell is None else repr(cell).removesuffix(".0") for cell in cells
        ]
    told = [text_of(cell) for cell in cells]
    return {kind for kind, _ in told}, [text for _, text in told]


def settle(kinds: set[str]) -> str:
    """Return the type of a column from the kinds of its cells."""
    kinds = kinds - {""}
    if kinds == {"integer", "number"}:
        return "number"
    return kinds.pop() if len(kinds) == 1 else "text"


@contextmanager
def as_table(
    names: Sequence[str], rows: Iterable[Sequence[object]], folder: Path
) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """Write rows as a Parquet file of text, which lasts as long as the context.

    Yields
    ------
    path : Path
    types : mapping of str to str
        Type of each column, settled from its cells.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, pa.string()) for name in names])
    folder.mkdir(parents=True, exist_ok=True)
    kinds: dict[str, set[str]] = {name: set() for name in names}
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as place:
        path = Path(place) / "cells.parquet"
        with pq.ParquetWriter(path, schema) as writer:
            source = iter(rows)
            while chunk := list(islice(source, _CHUNK)):
                columns: list[Any] = []
                for name, cells in zip(names, zip(*chunk, strict=True), strict=True):
                    found, texts = texts_of(cells)
                    kinds[name] |= found
                    columns.append(pa.array(texts, pa.string()))
                writer.write_table(pa.table(columns, schema=schema))
        yield path, {name: settle(told) for name, told in kinds.items()}
