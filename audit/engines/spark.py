"""Spark, on one machine or a cluster: tables of many millions of rows are counted where they lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit import spark_session
from audit.engines.frame import Frame, opened
from audit.engines.keys import ROW
from audit.engines.spark_scoring import write_scores
from audit.errors import InputError
from audit.inputs import Engine, Source
from audit.plan import PartPlan

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import pyarrow as pa
    from pyspark.sql import Column, DataFrame, SparkSession


def _open(source: Source, part: PartPlan) -> Frame:
    import narwhals.stable.v2 as nw

    spark = spark_session.session(part.data.engine_url)
    stored = _stored(source.columns)
    with spark_session.failures(f"Spark cannot read {source.parquet.name}"):
        scan = _scan(spark, source.parquet, stored)

    def beside(paths: Sequence[Path]) -> nw.LazyFrame[Any]:
        table = scan
        for path in paths:
            more = spark.read.parquet(spark_session.located(path))
            kept = table.drop(*(name for name in more.columns if name != ROW))
            table = kept.join(more, on=ROW, how="left")
        return nw.from_native(table)

    def attach(table: pa.Table) -> nw.LazyFrame[Any]:
        found: nw.LazyFrame[Any] = nw.from_native(spark.createDataFrame(table))
        return found

    return opened(
        beside([]),
        source,
        part,
        engine=f"spark {spark.version}",
        attach=attach,
        beside=beside,
        scorer=write_scores,
    )


def _stored(names: Sequence[str]) -> dict[str, str]:
    """Return other names for columns whose own Spark would take for a path into a structure."""
    return {
        name: f"__audit_{i}__"
        for i, name in enumerate(names)
        if "." in name or "`" in name or name == "*"
    }


def _scan(spark: SparkSession, path: Path, stored: Mapping[str, str]) -> DataFrame:
    """Return the file's columns in the types other engines see, and each row's number in the file.

    Spark numbers a row by where its row group begins, however the file is split among tasks.
    """
    import pyarrow.parquet as pq

    if path.name.startswith(("_", ".")):
        raise InputError(
            f"{path.name}: Spark passes over files whose name begins with '_' or '.'",
            slug="hidden-file",
            hint="rename the file, or --engine duckdb",
        )
    schema = pq.read_schema(path)
    _check_types(path, schema)
    scan = spark.read.parquet(spark_session.located(path))
    number = scan.metadataColumn("_metadata").getField("row_index")
    columns = [_column(field).alias(stored.get(field.name, field.name)) for field in schema]
    return scan.select(number.alias(ROW), *columns)


def _check_types(path: Path, schema: pa.Schema) -> None:
    import pyarrow as pa

    for field in schema:
        wide = pa.types.is_decimal(field.type) and field.type.precision > 38
        if wide or pa.types.is_float16(field.type):
            raise InputError(
                f"{path.name}: Spark has no type for column '{field.name}' ({field.type})",
                slug="unsupported-type",
                hint="--engine duckdb",
            )


def _column(field: pa.Field) -> Column:
    import pyarrow as pa
    from pyspark.sql import functions as F  # noqa: N812 - the name that its users know

    column = F.col("`" + field.name.replace("`", "``") + "`")
    if pa.types.is_null(field.type):
        return F.lit(None).cast("string")
    if pa.types.is_uint64(field.type):
        return column.cast("bigint")
    if pa.types.is_timestamp(field.type) and field.type.unit == "ns":
        # Read as a whole number of nanoseconds: Spark keeps microseconds.
        whole = column - F.pmod(column, F.lit(1000))
        return F.timestamp_micros(F.call_function("div", whole, F.lit(1000)))
    return column


engine = Engine(name="spark", open=_open, extra="spark", order=40, close=spark_session.close)
