"""The same answers from every engine, and the right ones."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.engines.frame import Frame
from audit.inputs import Engine
from audit.system import ROW, WEIGHT, Cells, Margin
from audit.vocabulary import NOT_RECORDED, RANDOM_ARM

from .conftest import ENGINES, OpenPart, open_with

Everywhere = Callable[..., list[Frame]]

PLAN = """
[roles]
sensitive_features = ["nation", "age"]
control_features = ["route", "child"]
y_true = "y"
y_pred = "p"
y_score = "s"
random_arm = "arm"
sample_weight = "w"
positive = { y_true = ["refused"] }
[columns.age]
bins = [18, 30, 65]
missing = [-1]
[columns.route]
map = { 1 = "air", 2 = "sea", 3 = "sea" }
"""
MARGINS = (
    Margin(()),
    Margin(("nation", "y_true", "y_pred")),
    Margin(("nation", "y_true", "y_pred"), RANDOM_ARM),
    Margin(("nation", "age"), sums=("w", "w*w")),
    Margin(("age", "score_bin"), sums=("w",)),
    Margin(("route", "child", "y_true")),
    Margin(("when", "cents")),
    Margin((), RANDOM_ARM, ("w",)),
    Margin(("reviewer", "nation", "age", "score_bin")),
)


def pick(rng: np.random.Generator, values: list[object], n: int) -> list[object]:
    return [values[i] for i in rng.integers(0, len(values), n)]


def mixed_table(n: int = 3_000, seed: int = 1) -> pa.Table:
    rng = np.random.default_rng(seed)
    score = rng.random(n)
    score[rng.random(n) < 0.05] = np.nan
    score[rng.random(n) < 0.02] = -np.inf
    days = [dt.datetime(2024, 1, d, 5) for d in range(1, 6)]  # noqa: DTZ001
    return pa.table(
        {
            "nation": pick(rng, ["NA", "BE", "AF", "Ñ", None], n),
            "age": pa.array(pick(rng, [-1, None, *range(90)], n), pa.float32()),
            "route": pa.array(rng.integers(0, 5, n), pa.int8()),
            "child": pa.array(pick(rng, [True, False, None], n), pa.bool_()),
            "y": pa.array(pick(rng, ["refused", "granted", None], n)).dictionary_encode(),
            "p": rng.random(n) < 0.3,
            "s": score,
            "arm": pick(rng, ["yes", "no"], n),
            "w": rng.random(n) * 3,
            "cents": [Decimal(int(i)).scaleb(-1) for i in rng.integers(0, 9, n)],
            "when": pa.array(pick(rng, days, n), pa.timestamp("ms", tz="Asia/Kabul")),
            "reviewer": pa.array(rng.integers(0, 40, n), pa.uint16()),
            "id": [f"{i:05d}" for i in rng.permutation(n)],
            "void": pa.nulls(n),
        }
    )


def exact(cells: Cells) -> tuple[object, ...]:
    return cells.keys, cells.labels, cells.codes.tolist(), cells.n.tolist()


def test_counts(open_everywhere: Everywhere) -> None:
    first, *others = (frame.count(MARGINS) for frame in open_everywhere(mixed_table(), PLAN))
    for other in others:
        for mine, yours in zip(first, other, strict=True):
            assert exact(mine) == exact(yours)
            assert list(mine.sums) == list(yours.sums)
            for name in mine.sums:
                np.testing.assert_allclose(mine.sums[name], yours.sums[name], rtol=1e-12)


def test_crossed_or_one_by_one(open_part: OpenPart) -> None:
    frame = open_part(mixed_table(), PLAN)
    for together, margin in zip(frame.count(MARGINS), MARGINS, strict=True):
        alone = frame.count([margin])[0]
        assert exact(together) == exact(alone)
        for name in margin.sums:
            np.testing.assert_allclose(together.sums[name], alone.sums[name], rtol=1e-12)


def test_sums_are_those_of_the_rows(open_part: OpenPart) -> None:
    table = mixed_table()
    cells = open_part(table, PLAN).count([Margin(("nation",), sums=("w", "w*w", "cents"))])[0]
    frame = table.select(["nation", "w", "cents"]).to_pandas()
    frame["cents"] = frame["cents"].astype(float)
    frame["w*w"] = frame["w"] ** 2
    expected = frame.fillna({"nation": NOT_RECORDED}).groupby("nation").sum()
    for name in cells.sums:
        found = dict(zip((row[0] for row, _ in cells.rows()), cells.sums[name], strict=True))
        assert found == pytest.approx(expected[name].to_dict())


def test_moments(open_everywhere: Everywhere) -> None:
    table = mixed_table()
    frames = open_everywhere(table, PLAN)
    for by, sample in (((), "all"), (("nation", "y_true"), "all"), (("age",), RANDOM_ARM)):
        first, *others = (frame.moments("s", by, sample) for frame in frames)
        for other in others:
            assert [list(row) for row in first] == [list(row) for row in other]
            for mine, yours in zip(first, other, strict=True):
                numbers = ("n", "mean", "min", "median", "max")
                assert [mine[k] for k in by] == [yours[k] for k in by]
                assert [mine[k] for k in numbers] == pytest.approx(
                    [yours[k] for k in numbers], rel=1e-12
                )
    rows = table.to_pandas()
    scores = rows["s"].where(np.isfinite(rows["s"]))
    expected = scores.groupby(rows["nation"].fillna(NOT_RECORDED)).agg(
        ["count", "mean", "min", "median", "max"]
    )
    for row in frames[0].moments("s", ("nation",)):
        assert list(row.values())[1:] == pytest.approx(expected.loc[row["nation"]].tolist())


def test_moments_where_there_is_nothing(open_part: OpenPart) -> None:
    table = pa.table({"g": ["a", "b"], "x": [None, 2.0]})
    nothing = {"mean": None, "min": None, "median": None, "max": None}
    two = {"mean": 2.0, "min": 2.0, "median": 2.0, "max": 2.0}
    assert open_part(table).moments("x", ("g",)) == [
        {"g": "a", "n": 0, **nothing}, {"g": "b", "n": 1, **two},
    ]  # fmt: skip


def test_columns_missing_distinct_infinite(open_everywhere: Everywhere) -> None:
    table = mixed_table()
    frames = open_everywhere(table, PLAN)
    first = frames[0]
    rows = table.to_pandas()
    finite = np.isfinite(rows["s"])
    expected = {name: int(rows[name].isna().sum()) for name in rows}
    expected["s"] = int((~finite).sum())
    expected["age"] += int((rows["age"] == -1).sum())
    assert first.missing() == expected
    assert first.infinite() == {"age": 0, "s": int(np.isinf(rows["s"]).sum()), "w": 0, "cents": 0}
    assert first.columns["when"] == "date"
    assert first.columns["route"] == "integer"
    for frame in frames:
        assert frame.columns == first.columns
        assert frame.rows == table.num_rows
        assert frame.missing() == first.missing()
        assert frame.infinite() == first.infinite()
        assert frame.distinct("nation") == 4
        assert frame.distinct("age") == 90
        assert frame.distinct("id") == table.num_rows
        assert frame.distinct("void") == 0
        assert frame.distinct("s") == rows["s"][finite].nunique()


def test_samples_and_batches(open_everywhere: Everywhere) -> None:
    table = mixed_table()
    frames = open_everywhere(table, PLAN)
    names = [
        "nation",
        "age",
        "s",
        "when",
        "cents",
        "void",
        "key:age",
        "key:y_true",
        "key:score_bin",
    ]
    drawn = [frame.sample(200, names, seed=5, by=("nation", "y_true", "age")) for frame in frames]
    alone = [frame.sample(99, ["id"], seed=5, sample=RANDOM_ARM) for frame in frames]
    whole = [pa.concat_tables(frame.batches(names, 700)) for frame in frames]
    for first, *others in (drawn, alone, whole):
        for other in others:
            assert first.schema.equals(other.schema)
            assert first.equals(other)
    assert drawn[0].num_rows == 200
    assert drawn[0].column_names == [*names, ROW, WEIGHT]
    assert whole[0][ROW].to_pylist() == list(range(table.num_rows))
    assert drawn[0].drop_columns([WEIGHT]).equals(whole[0].take(drawn[0][ROW]))
    arm = table["arm"].take(alone[0][ROW])
    assert set(arm.to_pylist()) == {"yes"}


cells = st.fixed_dictionaries(
    {
        "g": st.none() | st.sampled_from(["NA", "B", "", " ", "nan", "None", "é"]),
        "h": st.none() | st.booleans(),
        "y": st.none() | st.integers(0, 1),
        "p": st.integers(0, 1),
        "x": st.none() | st.floats(allow_subnormal=False, width=32),
        "arm": st.booleans(),
    }
)


TABLES = st.lists(cells, min_size=1, max_size=30)
PATIENT = [HealthCheck.too_slow]


@settings(max_examples=15, deadline=None, suppress_health_check=PATIENT)
@given(rows=TABLES)
def test_counts_are_those_of_pandas_crosstab(
    installed: dict[str, Engine], rows: list[dict[str, object]]
) -> None:
    counted_as_pandas_does(rows, {k: v for k, v in installed.items() if k != "spark"})


@settings(max_examples=4, deadline=None, suppress_health_check=PATIENT)
@given(rows=TABLES)
def test_counts_of_spark_are_those_of_pandas_crosstab(
    one_spark: None, rows: list[dict[str, object]]
) -> None:
    counted_as_pandas_does(rows, {"spark": ENGINES["spark"]})


def counted_as_pandas_does(rows: list[dict[str, object]], engines: dict[str, Engine]) -> None:
    kinds = {
        "g": pa.string(), "h": pa.bool_(), "y": pa.int8(), "p": pa.int64(),
        "x": pa.float32(), "arm": pa.bool_(),
    }  # fmt: skip
    table = pa.Table.from_pylist([*rows, {"g": "B", "y": 1, "p": 0, "arm": True}], pa.schema(kinds))
    plan = (
        '[roles]\nsensitive_features = ["g"]\ny_true = "y"\ny_pred = "p"\nrandom_arm = "arm"\n'
        "[columns.x]\nbins = [0, 1]"
    )
    frame = table.to_pandas()
    x = frame["x"].where(np.isfinite(frame["x"].astype(float)))
    plain = pd.DataFrame(
        {
            "g": frame["g"].fillna(NOT_RECORDED),
            "h": frame["h"].map({True: "true", False: "false"}).fillna("-"),
            "y_true": frame["y"].map({0: "0", 1: "1"}).fillna("-"),
            "y_pred": frame["p"].astype(str),
            "x": np.where(x < 0, "under 0", np.where(x < 1, "0 to under 1", "1 and over")),
        }
    )
    plain.loc[x.isna(), "x"] = "-"
    margins = [
        Margin(("g", "y_true")), Margin(("h", "y_pred"), RANDOM_ARM), Margin(("x", "g")),
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        for name, engine in engines.items():
            opened = open_with(engine, Path(folder), table, plan)
            for margin, found in zip(margins, opened.count(margins), strict=True):
                kept = plain[frame["arm"].astype(bool)] if margin.sample == RANDOM_ARM else plain
                table_of = pd.crosstab(kept[margin.keys[0]], kept[margin.keys[1]])
                expected = {
                    (a, b): int(table_of.loc[a, b])
                    for a in table_of.index for b in table_of.columns if table_of.loc[a, b]
                }  # fmt: skip
                told = {
                    tuple("-" if label is None else str(label) for label in row): n
                    for row, n in found.rows()
                }
                assert told == expected, name
            del opened
