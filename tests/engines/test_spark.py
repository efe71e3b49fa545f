"""What only Spark can get wrong: splits of a file, types it reads in its own way, models in executors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit import spark_session
from audit.engines.frame import Frame
from audit.engines.keys import ROW
from audit.engines.spark import engine
from audit.errors import AuditError, InputError, ModelError
from audit.inputs import ModelFormat, Source
from audit.plan import ModelSection, Plan
from audit.plan_reader import parse
from audit.predictors.client import open_predictor
from audit.registry import instances
from audit.system import Margin, Predictor

from .conftest import open_with

pytestmark = pytest.mark.usefixtures("one_spark")
Everywhere = Callable[..., list[Frame]]


def source(path: Path, table: pa.Table) -> Source:
    names = tuple(table.column_names)
    return Source(
        parquet=path, rows=table.num_rows, columns=names, original_labels={}, hxl={}, fingerprint=""
    )


def labels(frame: Frame, name: str) -> dict[object, int]:
    return {row[0]: n for row, n in frame.count([Margin((name,))])[0].rows()}


class TestRows:
    def test_numbers_are_those_of_the_file_however_it_is_split(self, tmp_path: Path) -> None:
        n = 20_000
        table = pa.table({"x": np.arange(n) * 7, "half": np.arange(n) % 2 == 1})
        path = tmp_path / "many row groups.parquet"
        pq.write_table(table, path, row_group_size=1_500)
        plan = parse('[[parts]]\nname = "odd"\nwhere = { half = true }').parts[0]
        frame = engine.open(source(path, table), plan)
        native = frame.table.to_native()
        native.sparkSession.conf.set("spark.sql.files.maxPartitionBytes", "20000")
        native.sparkSession.conf.set("spark.sql.files.openCostInBytes", "0")
        found = native.select(ROW, "x").toArrow()
        assert native.select(ROW).rdd.getNumPartitions() > 3
        assert sorted(found[ROW].to_pylist()) == list(range(1, n, 2))
        assert found["x"].to_pylist() == [row * 7 for row in found[ROW].to_pylist()]
        drawn = frame.sample(40, ["x"], seed=2)
        polars = open_with_polars(tmp_path, table, plan).sample(40, ["x"], seed=2)
        assert drawn.equals(polars)

    def test_a_folder_of_files_has_no_row_numbers(self, tmp_path: Path) -> None:
        from audit.readers.parquet import reader

        (tmp_path / "days.parquet").mkdir()
        with pytest.raises(AuditError) as caught:
            reader.read(tmp_path / "days.parquet", {}, tmp_path)
        assert caught.value.slug == "not-a-file"

    def test_names_that_are_patterns(self, tmp_path: Path) -> None:
        table = pa.table({"x": ["a", "b"]})
        for name in ("a[bc]*.parquet", "{x,y} %41 ü.parquet"):
            pq.write_table(table, tmp_path / name)
            frame = engine.open(source(tmp_path / name, table), parse("").parts[0])
            assert labels(frame, "x") == {"a": 1, "b": 1}

    @pytest.mark.parametrize("name", ["_x.parquet", ".x.parquet"])
    def test_names_that_spark_passes_over(self, tmp_path: Path, name: str) -> None:
        pq.write_table(pa.table({"x": ["a", "b"]}), tmp_path / name)
        with pytest.raises(InputError) as caught:
            engine.open(source(tmp_path / name, pa.table({"x": ["a"]})), parse("").parts[0])
        assert caught.value.slug == "hidden-file"

    def test_a_column_with_the_name_of_what_spark_adds(self, tmp_path: Path) -> None:
        table = pa.table({"_metadata": ["a", "b"], "*": [1, 2], "`": [3, 3]})
        frame = open_with(engine, tmp_path, table, "")
        assert labels(frame, "_metadata") == {"a": 1, "b": 1}
        assert labels(frame, "*") == {"1": 1, "2": 1}
        assert labels(frame, "`") == {"3": 2}
        assert frame.row_numbers().tolist() == [0, 1]


def open_with_polars(folder: Path, table: pa.Table, plan: object) -> Frame:
    from audit.engines.polars import engine as polars

    path = folder / "again.parquet"
    pq.write_table(table, path)
    return polars.open(source(path, table), plan)


class TestTypes:
    def test_labels_are_those_of_every_engine(self, open_everywhere: Everywhere) -> None:
        moments = [-1, 0, 1_704_164_645_123_456_789, None]
        table = pa.table(
            {
                "nano": pa.array(moments, pa.timestamp("ns")),
                "zone": pa.array(moments, pa.timestamp("ns", tz="Asia/Kabul")),
                "milli": pa.array([-1, 0, 5, None], pa.timestamp("ms", tz="America/New_York")),
                "large": pa.array([2**62 + 1, -(2**62) - 1, 2**53 + 1, None], pa.int64()),
                "unsigned": pa.array([2**63 - 1, 0, 7, None], pa.uint64()),
                "cents": pa.array([Decimal("0.30"), Decimal(-1), None, Decimal("12345678.90")]),
                "tiny": [5e-324, -0.0, 1e300, 0.1 + 0.2],
                "day": pa.array([-700_000, 0, 19_723, None], pa.date32()),
                "large text": pa.array(["NA", "", None, "ß"], pa.large_string()),
            }
        )
        expected, *others = (
            [labels(frame, name) for name in table.column_names] for frame in open_everywhere(table)
        )
        for other in others:
            assert other == expected

    def test_numbers_too_large_to_be_broken(self, open_everywhere: Everywhere) -> None:
        table = pa.table({"x": [1e300, -1e19, 3.0, 2.0]})
        plan = '[roles]\nsensitive_features = ["x"]\n[columns.x]\nbins = [0, 18]'
        for frame in open_everywhere(table, plan):
            assert labels(frame, "x") == {"under 0": 1, "0–17": 2, "18 and over": 1}

    def test_an_unsigned_number_that_does_not_fit(self, tmp_path: Path) -> None:
        table = pa.table({"x": pa.array([2**63, 1], pa.uint64())})
        with pytest.raises(InputError) as caught:
            open_with(engine, tmp_path, table, "").distinct("x")
        assert caught.value.slug == "spark-failed"
        assert str(2**63) not in str(caught.value)

    @pytest.mark.parametrize(
        "column",
        [
            pa.array([1.0, 2.0], pa.float32()).cast(pa.float16()),
            pa.array([Decimal(1), Decimal(2)], pa.decimal256(40, 0)),
        ],
    )
    def test_types_that_spark_does_not_have(self, tmp_path: Path, column: pa.Array) -> None:
        with pytest.raises(InputError) as caught:
            open_with(engine, tmp_path, pa.table({"x": column}), "")
        assert (caught.value.slug, caught.value.hint) == ("unsupported-type", "--engine duckdb")


MODEL = """
import os
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent


def score(table):
    (HERE / f"pid-{os.getpid()}").touch()
    x = table["x"].to_numpy()
    words = sorted(map(repr, table.dtypes))
    (HERE / f"types-{os.getpid()}").write_text(" ".join(words), encoding="utf-8")
    return np.sin(x) / 2 + 0.5


def raises(table):
    if (table["x"] < 30).any():
        raise KeyError("secret")
    return np.zeros(len(table))


def infinite(table):
    return np.full(len(table), np.inf)
"""


class TestScoring:
    N = 3_000

    def opened(self, folder: Path, function: str) -> tuple[Frame, Predictor]:
        table = pa.table(
            {
                "x": np.random.default_rng(1).permutation(self.N).astype(np.float32),
                "a.b": pa.array([None, 3] * (self.N // 2), pa.int8()),
                "when": pa.array([0] * self.N, pa.timestamp("ms", tz="Asia/Kabul")),
                "word": pa.array(["é"] * self.N).dictionary_encode(),
                "g": ["p", "q", "q"] * (self.N // 3),
            }
        )
        plan = '[[parts]]\nname = "q"\nwhere = { g = "q" }'
        frame = open_with(engine, folder, table, plan)
        features = ["x", "a.b", "when", "word"]
        name = f"model_{folder.name}".replace("-", "_")
        (folder / f"{name}.py").write_text(MODEL, encoding="utf-8")
        predictor = open_predictor(
            ModelSection(source=f"{name}:{function}", features=tuple(features)),
            Plan(base=str(folder)),
            frame.columns,
            instances(ModelFormat, "predictors"),
        )
        return frame, predictor

    def test_executors_give_what_this_process_gives(self, tmp_path: Path) -> None:
        frame, predictor = self.opened(tmp_path, "score")
        for folder in ("there", "here"):
            (tmp_path / folder).mkdir()
        heard: list[int] = []
        there = frame.score(
            predictor, "s", folder=tmp_path / "there", decision="d", heard=heard.append
        )
        pids = {int(p.name.removeprefix("pid-")) for p in tmp_path.glob("pid-*")}
        local = open_with_polars(tmp_path, pq.read_table(frame.parquet), frame.known.part)
        here = local.score(predictor, "s", folder=tmp_path / "here", decision="d")
        assert sum(heard) == frame.rows == 2 * self.N // 3
        columns = ["x", "s", "d", "a.b", "key:score_bin"]
        assert pa.concat_tables(there.batches(columns)).equals(
            pa.concat_tables(here.batches(columns))
        )
        margin = Margin(("g", "score_bin", "y_pred"), sums=("s",))
        mine, yours = there.count([margin])[0], here.count([margin])[0]
        assert (mine.labels, mine.codes.tolist()) == (yours.labels, yours.codes.tolist())
        assert mine.n.tolist() == yours.n.tolist()
        np.testing.assert_allclose(mine.sums["s"], yours.sums["s"], rtol=1e-12)
        more = {int(p.name.removeprefix("pid-")) for p in tmp_path.glob("pid-*")} - pids
        predictor.close()
        assert pids
        assert pids.isdisjoint(more)
        assert len({p.read_text(encoding="utf-8") for p in tmp_path.glob("types-*")}) == 1
        for pid in pids:
            with pytest.raises(ProcessLookupError):
                os.kill(pid, 0)

    @pytest.mark.parametrize(
        ("function", "slug"), [("raises", "model-raised"), ("infinite", "model-not-finite")]
    )
    def test_a_model_that_fails_there(self, tmp_path: Path, function: str, slug: str) -> None:
        frame, predictor = self.opened(tmp_path, function)
        with pytest.raises(ModelError) as caught:
            frame.score(predictor, "s", folder=tmp_path)
        predictor.close()
        assert caught.value.slug == slug
        assert "secret" not in str(caught.value)

    def test_a_model_that_is_gone(self, tmp_path: Path) -> None:
        frame, predictor = self.opened(tmp_path, "score")
        next(iter(tmp_path.glob("model_*.py"))).unlink()
        with pytest.raises(ModelError) as caught:
            frame.score(predictor, "s", folder=tmp_path)
        predictor.close()
        assert caught.value.slug == "model-unreadable"


class TestSession:
    def test_a_session_that_is_active_is_used_and_keeps_its_settings(self) -> None:
        from pyspark.sql import SparkSession

        active = SparkSession.getActiveSession()
        assert active is not None
        before = active.conf.get("spark.sql.caseSensitive")
        ours = spark_session.session("spark://nowhere:7077")
        assert ours.sparkContext is active.sparkContext
        assert ours.conf.get("spark.sql.caseSensitive") == "true"
        assert active.conf.get("spark.sql.caseSensitive") == before
        engine.close()
        assert active.range(3).count() == 3

    @pytest.mark.slow
    def test_a_session_of_its_own_is_quiet_and_stops(self, world: Path, tmp_path: Path) -> None:
        scratch = tmp_path / "scratch"
        scratch.mkdir()
        done = subprocess.run(
            [sys.executable, "-m", "audit", "run", "--engine", "spark", "--no-cache"],
            cwd=world, capture_output=True, text=True, encoding="utf-8", check=False,
            env={**os.environ, "TMPDIR": str(scratch)},
        )  # fmt: skip
        assert not list(scratch.glob("audit-*"))
        assert done.returncode in (0, 1), done.stderr
        for word in ("spark", "WARN", "Warning", "log4j"):
            assert word not in done.stderr.replace("--engine spark", "")
        found = json.loads((world / "audit-out" / "audit.json").read_text(encoding="utf-8"))
        subprocess.run(
            [sys.executable, "-m", "audit", "run", "--engine", "polars", "--no-cache", "--out", "b"],
            cwd=world, capture_output=True, check=False,
        )  # fmt: skip
        other = json.loads((world / "b" / "audit.json").read_text(encoding="utf-8"))
        assert found["findings"] == other["findings"]
