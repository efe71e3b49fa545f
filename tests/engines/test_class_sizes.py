"""How many combinations are shared by how many people: counted in the engine, no cell brought back."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pyarrow as pa
import pytest

from audit.engines import counting
from audit.engines import frame as frames
from audit.system import Margin

from .conftest import OpenPart

PLAN = "[roles]\nquasi_identifiers = ['age', 'place', 'day']\n[columns.age]\nbins = [30, 50]\n"


def table(n: int = 400) -> pa.Table:
    rng = np.random.default_rng(2)
    return pa.table({
        "age": pa.array([None if i % 9 == 0 else int(a) for i, a in enumerate(rng.integers(18, 80, n))]),
        "place": rng.choice(["a", "b", "NA", "ü"], n, p=[0.6, 0.3, 0.08, 0.02]),
        "day": pa.array(rng.integers(0, 20, n).astype("int32"), pa.int32()).cast(pa.date32()),
    })  # fmt: skip


@pytest.mark.parametrize("keys", [("age",), ("place", "age"), ("age", "place", "day")])
def test_sizes_are_those_of_the_cells(open_part: OpenPart, keys: tuple[str, ...]) -> None:
    frame = open_part(table(), PLAN)
    (cells,) = frame.count([Margin(keys=keys)])
    assert frame.class_sizes(keys) == dict(sorted(Counter(cells.n.tolist()).items()))
    assert sum(n * classes for n, classes in frame.class_sizes(keys).items()) == 400


def test_as_filed_no_bin_and_no_map_of_the_plan_is_done(open_part: OpenPart) -> None:
    keys, plan = ("age", "place"), PLAN + "[columns.place]\nmap = { b = 'a' }\n"
    given = table().select(["age", "place"]).to_pylist()
    people = Counter((row["age"], row["place"]) for row in given)
    frame = open_part(table(), plan)
    filed = frame.as_filed()
    assert filed is frame.as_filed()
    assert filed.class_sizes(keys) == dict(sorted(Counter(people.values()).items()))
    (cells,) = filed.count([Margin(keys=keys)])
    assert dict(cells.rows()) == {
        (None if a is None else str(a), p): n for (a, p), n in people.items()
    }
    assert frame.class_sizes(keys) != filed.class_sizes(keys)
    assert filed.as_filed() is filed


def test_without_bins_and_maps_the_table_is_as_filed(open_part: OpenPart) -> None:
    frame = open_part(table(), "[roles]\nquasi_identifiers = ['age']\n")
    assert frame.as_filed() is frame


def test_a_table_alone_is_one_scan_and_a_large_one_is_kept(
    open_part: OpenPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = open_part(table(), PLAN)
    made = []
    plain = frames.collected
    monkeypatch.setattr(frames, "collected", lambda each: made.append(each) or plain(each))
    monkeypatch.setattr(counting, "MOST_CELLS", 3)
    whole, mixed = ("age", "place", "day"), ("day", "age", "place")
    (first,) = frame.count([Margin(keys=whole)])
    assert len(made) == 1
    (again,) = frame.count([Margin(keys=mixed)])
    assert len(made) == 1
    assert dict(first.rows()) == {(a, p, d): n for (d, a, p), n in again.rows()}
    frame.count([Margin(keys=("age", "place"))])
    assert len(made) == 2
    monkeypatch.setattr(counting, "MOST_KEPT", 3)
    frame.cache.clear()
    frame.count([Margin(keys=whole)])
    frame.count([Margin(keys=whole)])
    assert len(made) == 4
