"""Comma-, semicolon-, tab- or bar-separated text in UTF-8.

Raises `wrong-encoding`, `empty-file`, `header-only`, `duplicate-columns`, `ragged-rows`,
`unreadable-file` and, for types the plan declares, `not-a-number`, `not-a-boolean`, `not-a-date`.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from audit.errors import AuditError, InputError
from audit.inputs import Reader, Source
from audit.plan import ColumnSection
from audit.readers import hxl
from audit.readers.files import existing, header_only, text_fingerprint, unreadable
from audit.readers.spool import spool
from audit.readers.typing_rules import typed

if TYPE_CHECKING:
    import polars as pl

_DELIMITERS = ",;\t|"
_ROWS_TO_SNIFF = 20


def _first_rows(file: Path, delimiter: str) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(islice(csv.reader(opened, delimiter=delimiter), _ROWS_TO_SNIFF))


def sniff(file: Path) -> tuple[str, list[list[str]]]:
    """Return the delimiter that gives the first rows the same number of fields, most of them.

    A comma inside a semicolon-separated file makes ragged rows, so regularity counts first.
    """
    best: tuple[tuple[bool, int], str, list[list[str]]] | None = None
    for delimiter in _DELIMITERS:
        rows = _first_rows(file, delimiter)
        widths = {len(row) for row in rows if row}
        rank = (len(widths) == 1 and widths != {1}, len(rows[0]) if rows else 0)
        if best is None or rank > best[0]:
            best = rank, delimiter, rows
    assert best is not None  # noqa: S101 - there are four delimiters
    return best[1], best[2]


def _read(path: Path, columns: Mapping[str, ColumnSection], folder: Path) -> Source:
    import polars as pl

    file = existing(path)
    digest = text_fingerprint(file)
    try:
        delimiter, rows = sniff(file)
    except csv.Error as problem:
        raise unreadable(file, "separated text", problem) from None
    head = hxl.head(file, rows)
    if len(rows) <= head.rows:
        raise header_only(file)
    text = _scan(file, delimiter, head)
    try:
        return spool(file, typed(file, text, columns), folder, fingerprint=digest, hxl=head.hxl)
    except pl.exceptions.ComputeError:
        # The library's message quotes the row, so the place is looked up again.
        raise _broken(file, delimiter, len(head.names)) from None


def _scan(file: Path, delimiter: str, head: hxl.Head) -> pl.LazyFrame:
    import polars as pl

    return pl.scan_csv(
        file,
        separator=delimiter,
        has_header=False,
        skip_rows=head.rows,
        schema=dict.fromkeys(head.names, pl.String),
        infer_schema=False,
        glob=False,
    )


def _broken(file: Path, delimiter: str, width: int) -> AuditError:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = csv.reader(opened, delimiter=delimiter, strict=True)
        try:
            for row in rows:
                if len(row) > width:
                    return InputError(
                        f"{file.name}: line {rows.line_num} has {len(row)} fields, "
                        f"and the header has {width}",
                        slug="ragged-rows",
                        hint="put fields that contain the delimiter in double quotes",
                    )
        except csv.Error as problem:
            return unreadable(file, f"separated text from line {rows.line_num} on", problem)
    return unreadable(file, "separated text")


reader = Reader(name="csv", suffixes=(".csv", ".tsv"), read=_read)
