"""A small table and a plan, opened as a part on an engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.inputs import Source
from audit.plan_reader import parse
from audit.system import Part

Opened = Callable[..., Part]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Return a function that opens a table (columns, plan as TOML) as a part."""

    def build(
        columns: Mapping[str, Any], plan: str, base: str = "", engine: str = "polars"
    ) -> Part:
        table = pa.table(dict(columns))
        path = tmp_path / "table.parquet"
        pq.write_table(table, path)
        source = Source(
            parquet=path, rows=table.num_rows, columns=tuple(table.column_names),
            original_labels={}, hxl={}, fingerprint="",
        )  # fmt: skip
        whole = parse(plan, base=base)
        (part,) = whole.parts
        opener = import_module("audit.engines." + engine)
        return Part(plan=part, audit=whole, frame=opener.engine.open(source, part))

    return build


@dataclass(frozen=True)
class Everything:
    """A stand-in for disclosure control that merges the labels it is told to."""

    small: tuple[str, ...] = ()
    min_cell: int = 10

    def groups(self, column: str, labels: Any) -> dict[str, str]:
        together = "other groups"
        return {label: together if label in self.small else label for label in labels}


@pytest.fixture
def public() -> Callable[..., Everything]:
    """Return what makes the stand-in."""
    return Everything
