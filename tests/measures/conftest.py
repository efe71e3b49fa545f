"""A part of a plan over a small table, opened without readers or engines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from audit.plan import PartPlan, label, parse
from audit.system import Cells, Margin, Part

DERIVED = ("y_true", "y_pred", "human_decision", "random_arm")


@dataclass(frozen=True)
class PlainFrame:
    """The protocol of `audit.system.Frame` in plain Python."""

    table: pa.Table
    plan: PartPlan

    @property
    def columns(self) -> Mapping[str, str]:
        def kind(type_: pa.DataType) -> str:
            if pa.types.is_integer(type_):
                return "integer"
            if pa.types.is_floating(type_):
                return "number"
            if pa.types.is_temporal(type_):
                return "date"
            return "boolean" if pa.types.is_boolean(type_) else "text"

        return {field.name: kind(field.type) for field in self.table.schema}

    @property
    def rows(self) -> int:
        return self.table.num_rows

    engine = "plain 0"

    def values(self, key: str) -> list[Any]:
        column = self.plan.roles.one(key) if key in DERIVED else key
        assert column is not None
        raw = [None if v is None else label(v) for v in self.table[column].to_pylist()]
        if key not in DERIVED or key == column:
            return raw
        positive = self.plan.roles.positive_labels(key) or ("1", "true")
        return [None if v is None else int(v in positive) for v in raw]

    def count(self, margins: Sequence[Margin]) -> list[Cells]:
        return [self._cells(margin.keys) for margin in margins]

    def _cells(self, keys: tuple[str, ...]) -> Cells:
        tally = Counter(zip(*(self.values(key) for key in keys), strict=True))
        labels = [list(dict.fromkeys(cell[k] for cell in tally)) for k in range(len(keys))]
        codes = [[labels[k].index(v) for k, v in enumerate(cell)] for cell in tally]
        return Cells(
            keys=keys,
            labels=tuple(tuple(values) for values in labels),
            codes=np.array(codes, int).reshape(len(tally), len(keys)),
            n=np.array(list(tally.values()), int),
        )

    def moments(
        self, column: str, by: Sequence[str] = (), sample: str = "all"
    ) -> list[dict[str, Any]]:
        groups: dict[tuple[Any, ...], list[float]] = {} if by else {(): []}
        keys = zip(*(self.values(key) for key in by), strict=True) if by else [()] * self.rows
        for key, value in zip(keys, self.table[column].to_pylist(), strict=True):
            groups.setdefault(key, [])
            if value is not None:
                groups[key].append(value)
        return [
            {
                **dict(zip(by, key, strict=True)),
                "n": len(found),
                "min": min(found, default=None),
                "max": max(found, default=None),
                "median": median(found) if found else None,
            }
            for key, found in groups.items()
        ]

    def sample(self, size: int, columns: Sequence[str], *, seed: int, **_: Any) -> pa.Table:
        return self.table.select(list(columns)).slice(0, size)

    def batches(self, columns: Sequence[str], size: int = 4) -> Iterator[pa.Table]:
        for start in range(0, self.rows, 50):
            yield self.table.select(list(columns)).slice(start, 50)

    def distinct(self, column: str) -> int:
        return len({v for v in self.table[column].to_pylist() if v is not None})

    def missing(self) -> Mapping[str, int]:
        return {name: self.table[name].null_count for name in self.table.column_names}


Opened = Callable[..., Part]


@pytest.fixture
def opened() -> Opened:
    """Return a function that opens a table (columns, plan as TOML) as a part."""

    def build(columns: Mapping[str, Any], plan: str, base: str = "") -> Part:
        whole = parse(plan, base=base)
        (part,) = whole.parts
        return Part(plan=part, audit=whole, frame=PlainFrame(pa.table(dict(columns)), part))

    return build


@dataclass(frozen=True)
class Everything:
    """Shows each label of ten people or more; the labels it is given are known by name."""

    small: tuple[str, ...] = ()
    min_cell: int = 10

    def groups(self, column: str, labels: Any) -> dict[str, str]:
        together = "other groups"
        return {label: together if label in self.small else label for label in labels}


@pytest.fixture
def public() -> Callable[..., Everything]:
    """Return a stand-in for disclosure control that merges the labels it is told to."""
    return Everything
