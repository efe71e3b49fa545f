"""Tables of Spark: the same rows in the same order however they lie, and errors without a value."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from audit import plan_reader as plans
from audit.address import address, is_address
from audit.errors import AuditError, InputError
from audit.inputs import Source
from audit.plan import ColumnSection
from audit.readers import fetch
from audit.readers.spark import reader
from audit.runner import audit_system
from tests.conftest import PLAN, small_table

pytestmark = pytest.mark.usefixtures("one_spark")


def got(folder: Path, source: str = "spark:global_temp.people", query: str = "") -> Source:
    columns = {"age": ColumnSection(type="text")}
    return fetch(address(source, folder), query, columns, folder, (reader,))


@pytest.fixture
def people() -> list[dict[str, object]]:
    """A table in Spark, its rows in a wild order over several partitions; returns them in order."""
    from pyspark.sql import SparkSession

    rows: list[dict[str, object]] = [
        {
            "id": f"{i:03d}", "a.b": None if i % 7 == 0 else Decimal(i).scaleb(-1), "age": i % 90,
            "day": dt.date(2024, 1, 1) + dt.timedelta(i), "ok": i % 2 == 0, "x": i / 7,
        }
        for i in range(200)
    ]  # fmt: skip
    schema = "id string, `a.b` decimal(9,1), age int, day date, ok boolean, x float"
    spark = SparkSession.getActiveSession()
    assert spark is not None
    mixed = spark.createDataFrame([tuple(r.values()) for r in rows[::-1]], schema)
    mixed.repartition(3).createOrReplaceGlobalTempView("people")
    return rows


def test_rows_are_sorted_and_plain(tmp_path: Path, people: list[dict[str, object]]) -> None:
    source = got(tmp_path)
    frame = pl.read_parquet(source.parquet)
    assert source.rows == 200
    assert frame["id"].to_list() == [row["id"] for row in people]
    assert frame["a.b"].to_list() == [None if (v := r["a.b"]) is None else float(v) for r in people]  # type: ignore[arg-type]
    assert frame["day"].to_list() == [row["day"] for row in people]
    assert frame["age"].to_list() == [str(row["age"]) for row in people]
    assert frame["x"].to_list() == pytest.approx([row["x"] for row in people], rel=1e-6)
    assert "sorted by all columns" in source.note
    assert source.shown == "global_temp.people"


def test_the_digest_depends_on_the_rows_alone(
    tmp_path: Path, people: list[dict[str, object]]
) -> None:
    from pyspark.sql import SparkSession

    first = got(tmp_path).fingerprint
    spark = SparkSession.getActiveSession()
    assert spark is not None
    table = spark.table("global_temp.people")
    table.repartition(2, "ok").createOrReplaceGlobalTempView("people")
    assert got(tmp_path).fingerprint == first
    table.where("age < 50").createOrReplaceGlobalTempView("people")
    assert got(tmp_path).fingerprint != first


def test_a_query_with_its_own_order(tmp_path: Path, people: list[dict[str, object]]) -> None:
    query = "select id, x from global_temp.people where ok order by id desc"
    source = got(tmp_path, "spark:", query)
    frame = pl.read_parquet(source.parquet)
    assert frame["id"].to_list() == [row["id"] for row in people if row["ok"]][::-1]
    assert source.note == ""


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("global_temp.nobody", "query-failed"),
        ("select nothing from global_temp.people", "query-failed"),
        ("drop view global_temp.people", "query-failed"),
        ("select raise_error(id) from global_temp.people", "query-failed"),
        ("select array(id) ids from global_temp.people", "unsupported-type"),
        ("select * from global_temp.people where age > 900", "no-rows"),
        ("select id, id from global_temp.people", "duplicate-columns"),
    ],
)
def test_what_cannot_be_read(
    tmp_path: Path, people: list[dict[str, object]], query: str, slug: str
) -> None:
    with pytest.raises(AuditError) as caught:
        got(tmp_path, "spark:", query)
    assert caught.value.slug == slug
    assert "199" not in str(caught.value)


def test_no_table_named(tmp_path: Path) -> None:
    with pytest.raises(AuditError) as caught:
        got(tmp_path, "spark:")
    assert caught.value.slug == "query-missing"


def test_without_pyspark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(InputError) as caught:
        got(tmp_path)
    assert caught.value.slug == "extra-missing"


def test_an_audit_of_a_table(tmp_path: Path) -> None:
    from pyspark.sql import SparkSession

    table = small_table(1_500)
    spark = SparkSession.getActiveSession()
    assert spark is not None
    spark.createDataFrame(table).createOrReplaceGlobalTempView("decisions")
    text = PLAN.replace("decisions.parquet", "spark:global_temp.decisions")
    assert is_address("spark:global_temp.decisions")
    plan = plans.parse(text, base=str(tmp_path))
    record = audit_system(plan, engine="duckdb")[0]
    assert record.inputs[0].source == "global_temp.decisions"
    assert record.inputs[0].rows == 1_500
