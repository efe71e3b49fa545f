"""Combinations counted by the codes of the file are those that an engine counts by values."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from audit.engines import coded, counting
from audit.engines.frame import Frame

from .conftest import OpenPart

N = 300
PLAN = """
[roles]
quasi_identifiers = ["age", "place", "kept"]
sensitive_features = ["sex"]
time = "day"
[columns.age]
bins = [30, 50]
[columns.place]
map = { "NA" = "elsewhere", "ü" = "elsewhere" }
missing = ["?"]
[columns.kept]
missing = [3]
[columns.sure]
map = { "true" = "yes" }
"""
COLUMNS = (
    "age", "place", "kept", "sure", "sex", "day", "moment", "fine", "zoned", "large", "category",
    "nothing", "own", "wide", "a.b",
)  # fmt: skip


def table() -> pa.Table:
    rng = np.random.default_rng(4)

    def some(values: Any, kind: pa.DataType | None = None) -> pa.Array:
        return pa.array([None if i % 11 == 3 else v for i, v in enumerate(values)], kind)

    first = dt.datetime.fromisoformat("2024-01-01")
    days = [first + dt.timedelta(hours=int(h)) for h in rng.integers(0, 90, N)]
    words = rng.choice(["a", "NA", "ü", "?", ""], N).tolist()
    # Nanoseconds that are one microsecond are one value.
    fine = rng.integers(0, 4, N) * 400 + 1_700_000_000_000_000_000
    return pa.table({
        "age": some(rng.integers(18, 80, N).tolist()),
        "place": some(words),
        "kept": some(rng.integers(-2, 5, N).tolist(), pa.int16()),
        "sure": some((rng.random(N) < 0.5).tolist()),
        "sex": some(rng.choice(["f", "m"], N).tolist()),
        "day": some([d.date() for d in days]),
        "moment": some(days, pa.timestamp("ms")),
        "fine": pa.array(fine, pa.timestamp("ns")),
        "zoned": some(days, pa.timestamp("us", "UTC")),
        "large": some(words, pa.large_string()),
        "category": some(words).dictionary_encode(),
        "nothing": pa.nulls(N),
        "own": [f"person {i}" for i in range(N)],
        "wide": pa.array(rng.integers(0, 2**63, N), pa.int64()),
        "a.b": some(words),
        "score": rng.random(N),
    })  # fmt: skip


def by_codes(frame: Frame, *keys: str) -> dict[int, int] | None:
    return coded.class_sizes(frame.parquet, frame.known, keys)


@pytest.fixture
def frame(open_part: OpenPart) -> Frame:
    return open_part(table(), PLAN)


def test_each_column_and_pairs_of_them(frame: Frame) -> None:
    for name in COLUMNS:
        for keys in ((name,), tuple(dict.fromkeys(("place", name))), ("sex", "age", name, "kept")):
            found = by_codes(frame, *dict.fromkeys(keys))
            assert found == counting._by_values(frame, sorted(set(keys))), keys
            assert sum(people * classes for people, classes in found.items()) == N


def test_the_sizes_of_a_column_counted_by_hand(open_part: OpenPart) -> None:
    frame = open_part(pa.table({"place": ["a", "b", None, "a", "NA", None, "a"]}))
    assert by_codes(frame, "place") == {1: 2, 2: 1, 3: 1}


def test_numbers_that_no_table_holds_are_sorted(
    frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = ("own", "place", "age")
    before = by_codes(frame, *keys), by_codes(frame, "place", "age")
    monkeypatch.setattr(coded, "_MOST_PLACES", 1)
    assert (by_codes(frame, *keys), by_codes(frame, "place", "age")) == before
    assert coded._people(np.array([7, 2**50, 7, 7]), 2**51).tolist() == [3, 1]
    assert coded._people(np.array([5]), 2**51).tolist() == [1]


@pytest.mark.parametrize(
    "keys", [("score",), ("age", "score"), ("time_period",), ("random_arm",), ("nobody",), ()]
)
def test_what_is_no_column_of_few_values_is_left_to_the_engine(
    frame: Frame, keys: tuple[str, ...]
) -> None:
    assert by_codes(frame, *keys) is None


def test_a_part_of_the_rows_is_left_to_the_engine(open_part: OpenPart) -> None:
    plan = PLAN + '[[parts]]\nname = "f"\nwhere = { sex = "f" }\n'
    frame = open_part(table(), plan)
    assert by_codes(frame, "place") is None
    women = [
        p
        for p, s in zip(*(table()[n].to_pylist() for n in ("place", "sex")), strict=True)
        if s == "f"
    ]
    said = Counter({"NA": "else", "ü": "else", "?": None}.get(p, p) for p in women)
    assert frame.class_sizes(["place"]) == dict(sorted(Counter(said.values()).items()))


def test_columns_added_later_are_counted_as_they_are_now(open_part: OpenPart) -> None:
    frame = open_part(table(), PLAN)
    added = frame.with_column("kept", np.arange(N) // 3)
    assert added.class_sizes(["kept"]) == {3: N // 3}
    assert frame.class_sizes(["kept"]) == by_codes(frame, "kept")


@pytest.mark.parametrize(("limit", "counts"), [(N, True), (N - 1, False)])
def test_a_longer_file_is_left_to_the_engine(
    frame: Frame, monkeypatch: pytest.MonkeyPatch, limit: int, *, counts: bool
) -> None:
    monkeypatch.setattr(coded, "MOST_ROWS", limit)
    assert (by_codes(frame, "place") is not None) is counts


@pytest.mark.parametrize(("limit", "counts"), [(N + 2, True), (N + 1, False)])
def test_more_combinations_than_a_number_holds_are_left_to_the_engine(
    frame: Frame, monkeypatch: pytest.MonkeyPatch, limit: int, *, counts: bool
) -> None:
    monkeypatch.setattr(coded, "_MOST_CODES", limit)
    assert (by_codes(frame, "own") is not None) is counts  # 300 people and the missing one
