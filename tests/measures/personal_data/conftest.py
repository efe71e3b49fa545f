"""A frame over one Arrow table, enough to run a measure without an engine."""

from __future__ import annotations

import hashlib
from collections import Counter

import numpy as np
import pyarrow as pa
import pytest

from audit.plan import label
from audit.plan_reader import parse
from audit.system import ALL, ROW, Cells, Margin, Part


def _kind(type_: pa.DataType) -> str:
    if pa.types.is_boolean(type_):
        return "boolean"
    if pa.types.is_integer(type_):
        return "integer"
    if pa.types.is_floating(type_):
        return "number"
    return "date" if pa.types.is_temporal(type_) else "text"


class ArrowFrame:
    engine = "arrow"

    def __init__(self, table: pa.Table) -> None:
        self.table = table.append_column(ROW, pa.array(range(table.num_rows), pa.int64()))

    @property
    def columns(self):
        return {f.name: _kind(f.type) for f in self.table.schema if f.name != ROW}

    @property
    def rows(self) -> int:
        return self.table.num_rows

    def count(self, margins):
        answers = []
        for margin in margins:
            columns = [self.table.column(key).to_pylist() for key in margin.keys]
            cells = Counter(
                tuple(v if v is None else label(v) for v in values)
                for values in zip(*columns, strict=True)
            )
            labels = tuple(
                tuple(dict.fromkeys(cell[k] for cell in cells)) for k in range(len(columns))
            )
            codes = [[labels[k].index(v) for k, v in enumerate(cell)] for cell in cells]
            answers.append(
                Cells(margin.keys, labels, np.array(codes), np.array(list(cells.values())))
            )
        return answers

    def class_sizes(self, keys):
        (cells,) = self.count([Margin(keys=tuple(keys))])
        return dict(sorted(Counter(cells.n.tolist()).items()))

    def as_filed(self, names=None):
        return self

    def sample(self, size, columns, *, seed, by=(), sample=ALL):
        def order(row: int) -> str:
            return hashlib.sha256(f"{seed}:{row}".encode()).hexdigest()

        rows = sorted(sorted(range(self.rows), key=order)[:size])
        return self.table.select([*columns, ROW]).take(pa.array(rows, pa.int64()))

    def batches(self, columns, size=1000):
        wanted = self.table.select([*(c.removeprefix("key:") for c in columns), ROW])
        wanted = wanted.rename_columns([*columns, ROW])
        for start in range(0, self.rows, size):
            yield wanted.slice(start, size)

    def distinct(self, column):
        return len(set(self.table.column(column).to_pylist()) - {None})


def _part(columns: dict, plan: str = "") -> Part:
    plan = parse(plan)
    return Part(plan=plan.parts[0], audit=plan, frame=ArrowFrame(pa.table(columns)))


@pytest.fixture(scope="session")
def part():
    """Return a function from columns and plan text to a part."""
    return _part
