"""Excel workbooks: the first sheet, or the one named behind `#` (`cases.xlsx#Decisions`).

A cell that holds an Excel error such as a division by zero is missing. Raises `extra-missing`,
`unreadable-file`, `unknown-sheet`, `which-sheet`, `empty-file`, `header-only`, `duplicate-columns` and what typing
raises.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import Any

from audit.errors import InputError, UsageError, did_you_mean
from audit.inputs import Reader, Source
from audit.plan import ColumnSection
from audit.readers import hxl
from audit.readers.cells import as_table
from audit.readers.files import (
    empty,
    existing,
    fingerprint,
    header_only,
    optional,
    split_sheet,
    unreadable,
)  # fmt: skip
from audit.readers.spool import spool
from audit.readers.typing_rules import typed

_ERRORS = frozenset({"#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})

Row = tuple[Any, ...]


def _sheet(file: Path, book: Any, name: str) -> Any:
    if not name:
        return book.worksheets[0]
    if name not in book.sheetnames:
        raise UsageError(
            f"{file.name} has no sheet named '{name}'",
            slug="unknown-sheet",
            hint=did_you_mean(name, book.sheetnames),
        )
    return book[name]


def _rows(sheet: Any) -> Iterator[Row]:
    for row in sheet.iter_rows(values_only=True):
        cells = tuple(None if cell in _ERRORS else cell for cell in row)
        if any(cell is not None and cell != "" for cell in cells):
            yield cells


def _width(first: list[Row]) -> int:
    """Return how many columns the first rows fill: formatting leaves empty ones on the right."""
    filled = (n for row in first for n, cell in enumerate(row, 1) if cell not in (None, ""))
    return max(filled, default=0)


def _holds_a_table(sheet: Any) -> bool:
    first = list(islice(_rows(sheet), 20))
    return len(first) > 1 and _width(first) > 1


def _chosen(file: Path, book: Any, name: str) -> tuple[Any, str]:
    """Return the sheet to read, and what to tell about it where there are several.

    Raises
    ------
    InputError
        With slug `which-sheet` where the first sheet holds no table and another does.
    """
    sheet = _sheet(file, book, name)
    names = [each.title for each in book.worksheets]
    if name or len(names) < 2:
        return sheet, ""
    told = f"{file.name} has {len(names)} sheets: {', '.join(names[:12])}"
    told += f" and {len(names) - 12} more" if len(names) > 12 else ""
    if not _holds_a_table(sheet):
        tables = [each.title for each in book.worksheets[1:] if _holds_a_table(each)]
        if tables:
            raise InputError(
                f"{told}. '{sheet.title}' is the first and holds no table of rows and columns",
                slug="which-sheet",
                hint=f'name the sheet: "{file.name}#{tables[0]}"',
            )
    other = f'for another write source = "{file.name}#{names[1]}"'
    return sheet, f"{told}. Reading {sheet.title}; {other}"


def _fitted(row: Row, width: int) -> Row:
    return (row + (None,) * width)[:width]


def _read(path: Path, columns: Mapping[str, ColumnSection], folder: Path) -> Source:
    import polars as pl

    file = existing(path)
    openpyxl = optional("openpyxl", "excel", f"reading {file.name}")
    digest = fingerprint(file)
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    except Exception as problem:  # noqa: BLE001 - a hostile or damaged file may raise anything
        raise unreadable(file, "an Excel workbook", problem) from None
    try:
        sheet, note = _chosen(file, book, split_sheet(path)[1])
        rows = _rows(sheet)
        first = list(islice(rows, 20))
        if not first:
            raise empty(file)
        width = _width(first)
        head = hxl.head(file, [_fitted(row, width) for row in first])
        if len(first) <= head.rows:
            raise header_only(file)
        body = (_fitted(row, width) for row in chain(first[head.rows :], rows))
        with as_table(head.names, body, folder) as (table, kinds):
            text = pl.scan_parquet(table, glob=False)
            frame = typed(file, text, columns, kinds)
            return spool(file, frame, folder, fingerprint=digest, hxl=head.hxl, note=note)
    finally:
        book.close()


reader = Reader(name="xlsx", suffixes=(".xlsx", ".xlsm"), read=_read, extra="excel")
