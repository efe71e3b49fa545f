"""How often the data is read: a table once counted is not counted again."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from audit.engines import frame as frames
from audit.engines import opening
from audit.system import Margin
from audit.vocabulary import RANDOM_ARM

from .conftest import OpenPart

PLAN = """
[roles]
y_true = "y"
y_pred = "p"
sensitive_features = ["g", "h"]
random_arm = "arm"
positive = { y_true = [1], y_pred = [1] }
"""


@pytest.fixture
def scans(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    made: list[Any] = []

    def counted(table: Any) -> pa.Table:
        made.append(table)
        return frames_collected(table)

    frames_collected = frames.collected
    monkeypatch.setattr(frames, "collected", counted)
    monkeypatch.setattr(opening, "collected", counted)
    return made


def table(n: int = 500) -> pa.Table:
    rng = np.random.default_rng(0)
    columns = {name: rng.integers(0, 2, n) for name in ("y", "p", "arm")}
    return pa.table(
        {**columns, "g": rng.choice(["a", "b", "c"], n), "h": rng.choice(["x", "y"], n),
         "w": rng.random(n)}
    )  # fmt: skip


def test_opening_takes_one_scan(open_part: OpenPart, scans: list[Any]) -> None:
    frame = open_part(table(), PLAN)
    # polars counts the different values of the three labels and two group columns apart.
    assert len(scans) == (6 if frame.engine.startswith("polars") else 1)


def test_a_margin_of_a_table_that_was_counted_takes_none(
    open_part: OpenPart, scans: list[Any]
) -> None:
    frame = open_part(table(), PLAN)
    frame.count([Margin(("g", "h", "y_true", "y_pred")), Margin(("g",), RANDOM_ARM, ("w",))])
    scans.clear()
    wanted = [
        Margin(("g",)), Margin(("h", "y_pred")), Margin(()), Margin(("g", "y_true"), RANDOM_ARM),
        Margin((), RANDOM_ARM, ("w",)),
    ]  # fmt: skip
    found = frame.count(wanted)
    assert scans == []
    fresh = open_part(table(), PLAN)
    for cells, margin in zip(found, wanted, strict=True):
        (alone,) = fresh.count([margin])
        assert dict(cells.rows()) == dict(alone.rows())
        for name, sums in alone.sums.items():
            np.testing.assert_allclose(cells.sums[name], sums)


def test_a_sum_or_a_key_that_was_not_counted_takes_one(
    open_part: OpenPart, scans: list[Any]
) -> None:
    frame = open_part(table(), PLAN)
    frame.count([Margin(("g", "h"))])
    scans.clear()
    frame.count([Margin(("g", "y_true"))])
    assert len(scans) == 1
    frame.count([Margin(("g",), sums=("w",))])
    assert len(scans) == 3, "one for the largest value of what is added up"


def test_a_column_that_is_replaced_is_counted_anew(open_part: OpenPart) -> None:
    frame = open_part(table(), PLAN)
    assert frame.count([Margin(("p",))])[0].n.sum() == 500
    changed = frame.with_column("p", np.ones(500, dtype=int), role="y_pred")
    assert dict(changed.count([Margin(("y_pred",))])[0].rows()) == {(1,): 500}
