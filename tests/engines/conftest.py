"""Every test that asks for `open_part` runs on every engine."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
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
