"""DuckDB, on a view of the Parquet file: tables larger than memory are counted by streaming."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.engines.frame import Frame, opened
from audit.engines.keys import ROW
from audit.errors import InputError
from audit.inputs import Engine, Source
from audit.plan import PartPlan
from audit.resources import installing

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
    import pyarrow.parquet as pq

    try:
        import duckdb
    except ImportError:
        raise InputError(
            "the engine duckdb needs the package duckdb, which is not installed",
            slug="extra-missing",
            hint=installing("duckdb"),
        ) from None
    _check_names(source)
    connection: Any = duckdb.connect(config={"autoinstall_known_extensions": "false"})
    connection.execute("set TimeZone = 'UTC'")
    scan = (
        f"select * exclude (file_row_number){_microseconds(source.parquet)}, file_row_number as {ROW} "  # noqa: S608 - quoted
        f"from {_parquet(source.parquet, 'file_row_number = true')}"
    )

    def beside(paths: Sequence[Path]) -> nw.LazyFrame[Any]:
        # Rows are paired by their place: a join by number would hold one side in memory.
        query, names = scan, [*source.columns, ROW]
        for path in paths:
            more = [name for name in pq.read_schema(path).names if name != ROW]
            names = [name for name in names if name.casefold() not in {n.casefold() for n in more}]
            query = (
                f"select * from (select {_names(names)} from ({query})) "  # noqa: S608 - quoted
                f"positional join (select {_names(more)} from {_parquet(path)})"
            )
            names += more
        found: nw.LazyFrame[Any] = nw.from_native(connection.sql(query))
        return found

    def attach(table: pa.Table) -> nw.LazyFrame[Any]:
        found: nw.LazyFrame[Any] = nw.from_native(connection.from_arrow(table))
        return found

    name = f"duckdb {duckdb.__version__}"
    return opened(beside([]), source, part, engine=name, attach=attach, beside=beside)


def _microseconds(path: Path) -> str:
    """Return the clause that cuts nanoseconds off, where DuckDB's own conversion would round."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    cut = []
    for field in pq.read_schema(path):
        if pa.types.is_timestamp(field.type) and field.type.unit == "ns":
            nano = f"epoch_ns({_names([field.name])})"
            whole = f"{nano} - (({nano} % 1000) + 1000) % 1000"
            cut.append(f"make_timestamp(({whole}) // 1000) as {_names([field.name])}")
    return f" replace ({', '.join(cut)})" if cut else ""


def _parquet(path: Path, options: str = "") -> str:
    pattern = re.sub(r"([*?\[])", r"[\1]", str(path)).replace("'", "''")
    return f"read_parquet('{pattern}'{', ' + options if options else ''})"


def _names(names: Sequence[str]) -> str:
    return ", ".join('"' + name.replace('"', '""') + '"' for name in names)


engine = Engine(name="duckdb", open=_open, extra="duckdb", order=20)
