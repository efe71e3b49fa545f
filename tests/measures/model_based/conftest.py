"""A part opened on a real engine, with a model that is a plain function."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.engines.polars import engine
from audit.inputs import Source
from audit.plan_reader import parse
from audit.system import Part


class FunctionPredictor:
    """The protocol of `audit.system.Predictor` around a function of the columns."""

    description = "a function"

    def __init__(
        self, function: Callable[[dict[str, np.ndarray]], Any], features: tuple[str, ...],
        output_space: str = "probability", native: Any = None,
    ) -> None:  # fmt: skip
        self.function = function
        self.features = features
        self.output_space = output_space
        self.native = native
        self.asked: list[pa.Table] = []

    def score(self, table: pa.Table) -> np.ndarray:
        self.asked.append(table)
        columns = {
            name: np.array(table.column(name).to_pylist(), dtype=object) for name in self.features
        }
        return np.asarray(self.function(columns), dtype=float)

    def close(self) -> None:
        pass


@pytest.fixture
def part(tmp_path: Path) -> Callable[..., Part]:
    """Return a function that opens columns under a plan, with a model or without."""

    def build(columns: Any, plan: str, predictor: Any = None) -> Part:
        table = pa.table(columns)
        path = tmp_path / "decisions.parquet"
        pq.write_table(table, path)
        whole = parse('[data]\nsource = "decisions.parquet"\n' + plan)
        source = Source(
            parquet=path, rows=table.num_rows, columns=tuple(table.column_names),
            original_labels={}, hxl={}, fingerprint="",
        )  # fmt: skip
        (own,) = whole.parts
        frame = engine.open(source, own)
        return Part(plan=own, audit=whole, frame=frame, predictor=predictor)

    return build


@pytest.fixture
def model() -> type[FunctionPredictor]:
    return FunctionPredictor


class Names:
    """Shows each label but those it is told are too small."""

    def __init__(self, *small: str, min_cell: int = 10) -> None:
        self.small = small
        self.min_cell = min_cell

    def groups(self, column: str, labels: Any) -> dict[str, str]:
        return {x: "other groups" if x in self.small else x for x in labels}


@pytest.fixture
def public() -> type[Names]:
    return Names
