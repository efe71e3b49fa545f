"""DuckDB, on a view of the Parquet file: tables larger than memory are counted by streaming."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from audit.engines.frame import Frame, opened
from audit.engines.keys import ROW
from audit.errors import InputError
from audit.inputs import Engine, Source
from audit.plan import PartPlan

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import pyarrow as pa


def _check_names(source: Source) -> None:
    twice = [name for name, n in Counter(c.casefold() for c in source.columns).items() if n > 1]
    if twice:
        raise InputError(
            f"{source.parquet.name}: columns differ only in capitals ('{twice[0]}'), and DuckDB "
            "takes them for one",
            slug="duplicate-columns",
            hint="--engine polars",
        )


def _open(source: Source, part: PartPlan) -> Frame:
    import narwhals.stable.v2 as nw

    try:
        import duckdb
    except ImportError:
        raise InputError(
            "the engine duckdb needs the package duckdb, which is not installed",
            slug="extra-missing",
            hint="pip install 'migration-audit[duckdb]'",
        ) from None
    _check_names(source)
    connection: Any = duckdb.connect(config={"autoinstall_known_extensions": "false"})
    connection.execute("set TimeZone = 'UTC'")
    path = re.sub(r"([*?\[])", r"[\1]", str(source.parquet)).replace("'", "''")
    scan = connection.sql(
        f"select * exclude (file_row_number), file_row_number as {ROW} "  # noqa: S608 - quoted
        f"from read_parquet('{path}', file_row_number = true)"
    )

    def attach(table: pa.Table) -> nw.LazyFrame[Any]:
        found: nw.LazyFrame[Any] = nw.from_native(connection.from_arrow(table))
        return found

    name = f"duckdb {duckdb.__version__}"
    return opened(nw.from_native(scan), source, part, engine=name, attach=attach)


engine = Engine(name="duckdb", open=_open, extra="duckdb", order=20)
