"""Every test that asks for `open_part` runs on every engine."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.engines.duckdb import engine as duckdb
from audit.engines.frame import Frame
from audit.engines.pandas import engine as pandas
from audit.engines.polars import engine as polars
from audit.engines.spark import engine as spark
from audit.inputs import Engine, Source
from audit.plan_reader import parse
from tests.conftest import real_part

ENGINES = {engine.name: engine for engine in (polars, duckdb, pandas, spark)}


def open_with(engine: Engine, folder: Path, table: pa.Table, plan: str, part: int = 0) -> Frame:
    path = folder / "decisions.parquet"
    pq.write_table(table, path, row_group_size=max(1, table.num_rows // 3))
    source = Source(
        parquet=path, rows=table.num_rows, columns=tuple(table.column_names),
        original_labels={}, hxl={}, fingerprint="",
    )  # fmt: skip
    opened = engine.open(source, parse(plan).parts[part])
    assert isinstance(opened, Frame)
    return opened


OpenPart = Callable[..., Frame]

FEW_AND_SMALL = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "OFF",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.autoBroadcastJoinThreshold": "-1",
}
"""For a table of a few rows, compiling a query takes longest."""


def _missing_for_spark() -> str:
    if importlib.util.find_spec("pyspark") is None:
        return "pyspark is not installed"
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home) / "bin") if home else None)
    return "" if java else "no Java on this machine"


@pytest.fixture(scope="session")
def one_spark() -> Iterator[None]:
    """A Spark session on this machine for all tests, which the engine finds."""
    missing = _missing_for_spark()
    real_part("spark", present=not missing, reason=missing)
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = SparkSession.builder.master("local[2]").config(map=FEW_AND_SMALL).getOrCreate()
    yield
    session.stop()


@pytest.fixture(scope="session")
def installed(request: pytest.FixtureRequest) -> dict[str, Engine]:
    """The engines that this machine has."""
    absent = set()
    if importlib.util.find_spec("duckdb") is None:
        absent.add("duckdb")
    try:
        request.getfixturevalue("one_spark")
    except pytest.skip.Exception:
        absent.add("spark")
    return {name: ENGINES[name] for name in sorted(ENGINES) if name not in absent}


@pytest.fixture(params=sorted(ENGINES))
def open_part(request: pytest.FixtureRequest, tmp_path: Path) -> OpenPart:
    if request.param == "duckdb":
        pytest.importorskip("duckdb")
    if request.param == "spark":
        request.getfixturevalue("one_spark")

    def open_(table: pa.Table, plan: str = "", part: int = 0) -> Frame:
        return open_with(ENGINES[request.param], tmp_path, table, plan, part)

    return open_


@pytest.fixture
def open_everywhere(installed: dict[str, Engine], tmp_path: Path) -> Callable[..., list[Frame]]:
    """Open one table on every engine that is installed."""

    def open_(
        table: pa.Table, plan: str = "", engines: Sequence[str] = tuple(installed)
    ) -> list[Frame]:
        return [open_with(ENGINES[name], tmp_path, table, plan) for name in engines]

    return open_
