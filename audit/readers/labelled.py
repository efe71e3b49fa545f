"""What Stata and SPSS files have in common: numbers with value labels, columns with descriptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.inputs import Source
from audit.plan import ColumnSection
from audit.readers.files import (
    column_names,
    existing,
    fingerprint,
    header_only,
    optional,
    unreadable,
)  # fmt: skip
from audit.readers.spool import spool
from audit.readers.typing_rules import retyped

if TYPE_CHECKING:
    import polars as pl


def reads(what: str, function: str) -> Callable[..., Source]:
    """Return the `read` of a format that pyreadstat opens with `function`."""

    def read(path: Path, columns: Mapping[str, ColumnSection], folder: Path) -> Source:
        import polars as pl

        file = existing(path)
        pyreadstat = optional("pyreadstat", "stata", f"reading {file.name}")
        try:
            table, meta = getattr(pyreadstat, function)(str(file), output_format="dict")
        except Exception as problem:  # noqa: BLE001 - a damaged file may raise anything
            raise unreadable(file, what, problem) from None
        column_names(file, list(table))
        if not table or not len(next(iter(table.values()))):
            raise header_only(file)
        labels = meta.variable_value_labels
        frame = pl.DataFrame(
            [column(name, values, labels.get(name, {})) for name, values in table.items()]
        ).lazy()
        changed = retyped(file, frame, columns)
        return spool(
            file,
            frame if changed is None else changed,
            folder,
            fingerprint=fingerprint(file),
            original_labels={k: v for k, v in meta.column_names_to_labels.items() if v},
        )

    return read


def column(name: str, values: Any, labels: Mapping[Any, str]) -> pl.Series:
    """Return one variable: labels where every value has one, else the values themselves.

    Where only some values are labelled the labels mean codes such as "refused" among numbers; the
    plan says with `missing` what becomes of them.
    """
    import math

    import polars as pl

    cells = [None if v is None or v == "" or v != v else v for v in values]  # noqa: PLR0124
    if labels and all(cell is None or cell in labels for cell in cells):
        return pl.Series(name, [None if c is None else labels[c] for c in cells], dtype=pl.String)
    numbers = [cell for cell in cells if cell is not None]
    if numbers and all(isinstance(n, int | float) for n in numbers):
        whole = all(math.isfinite(n) and n == int(n) for n in numbers)
        if whole:
            return pl.Series(name, [None if c is None else int(c) for c in cells], dtype=pl.Int64)
        return pl.Series(name, cells, dtype=pl.Float64)
    if not numbers:
        return pl.Series(name, cells, dtype=pl.String)
    found = pl.Series(name, cells, strict=False)
    if found.dtype in (pl.Date, pl.Datetime):
        return found
    return pl.Series(name, [None if c is None else str(c) for c in cells], dtype=pl.String)
