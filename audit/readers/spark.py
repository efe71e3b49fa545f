"""Tables and queries of Spark: `spark:schema.table`, read by the session that is active or configured.

The rows of a table in Spark have no order. The executors sort them by all columns from left to right,
so that the copy, its row numbers and every sample depend on what the table holds and on nothing else.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from audit import spark_session
from audit.address import Address
from audit.inputs import Reader, Source
from audit.plan import ColumnSection
from audit.readers import database
from audit.readers.files import column_names, optional

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import DataType

_SORTED = (
    "The rows of a table in Spark have no order. They were sorted by all columns from left to right, "
    "and row numbers are those of the sorted copy."
)


@dataclass(frozen=True, slots=True)
class _Reading:
    spark: SparkSession
    folder: Path


def _driver(shown: str) -> ModuleType:
    return optional("pyspark.sql", "spark", f"reading {shown}")


@contextmanager
def _connect(_driver: ModuleType, _place: Address) -> Iterator[_Reading]:
    with (
        tempfile.TemporaryDirectory(prefix="audit-", ignore_cleanup_errors=True) as folder,
        spark_session.borrowed() as spark,
    ):
        yield _Reading(spark, Path(folder))


def _run(reading: _Reading, query: str, name: str) -> database.Rows:
    import pyarrow.parquet as pq

    # Inside another query, so that a statement that would change data is none.
    found = reading.spark.sql(f"select * from (\n{query}\n)")  # noqa: S608 - the auditor's own
    column_names(Path(name), found.columns)
    table = _plain(found, name)
    if not database.ordered(query):
        table = table.orderBy(*(table[f"`{_quoted(column)}`"] for column in table.columns))
    target = reading.folder / "rows"
    table.write.parquet(spark_session.located(target))
    files = sorted(target.glob("part-*.parquet"))

    def batches() -> Iterator[pa.RecordBatch]:
        for path in files:
            with pq.ParquetFile(path) as file:
                for batch in file.iter_batches():
                    yield batch.cast(schema)

    schema = pq.read_schema(files[0]).remove_metadata()
    return database.Rows(schema, batches())


def _plain(table: DataFrame, name: str) -> DataFrame:
    """Return a table whose columns are of plain types, so that its digest depends on values alone."""
    from pyspark.sql import functions as F  # noqa: N812 - the name that its users know

    kinds = {field.name: _type(field.dataType) for field in table.schema}
    strange = {f.name: f.dataType.simpleString() for f in table.schema if kinds[f.name] is None}
    if strange:
        raise database.unsupported(name, strange)
    columns = []
    for column, kind in kinds.items():
        value = F.col(f"`{_quoted(column)}`")
        for step in kind or ():
            value = value.cast(step)
        columns.append(value.alias(column))
    return table.select(*columns)


def _type(kind: DataType) -> tuple[str, ...] | None:
    """Return the casts that make a column plain, None where there are none."""
    from pyspark.sql import types as T  # noqa: N812 - the name that its users know

    if isinstance(kind, T.DecimalType):
        return "string", "double"
    if isinstance(kind, T.FractionalType):
        return ("double",)
    if isinstance(kind, T.IntegralType):
        return ("bigint",)
    if isinstance(kind, T.TimestampType | T.TimestampNTZType):
        return ("timestamp_ntz",)
    if isinstance(kind, T.StringType | T.CharType | T.VarcharType | T.NullType):
        return ("string",)
    return () if isinstance(kind, T.BooleanType | T.DateType) else None


def _quoted(name: str) -> str:
    return name.replace("`", "``")


def _why(problem: Exception) -> str:
    condition: Any = getattr(problem, "getCondition", lambda: None)()
    return str(condition or type(problem).__name__)


_SPARK = database.Database(driver=_driver, connect=_connect, run=_run, why=_why, dated=True)


def _fetch(
    place: Address, query: str, columns: Mapping[str, ColumnSection], folder: Path
) -> Source:
    query = query.strip() or place.url.partition(":")[2].strip("/")
    source = database.fetch(_SPARK, place, query, columns, folder)
    return source if database.ordered(query) else replace(source, note=_SORTED)


reader = Reader(name="spark", schemes=("spark",), fetch=_fetch, extra="spark")
