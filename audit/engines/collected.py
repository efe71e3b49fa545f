"""The one way from an engine's lazy table to Arrow."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from audit import spark_session

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import pyarrow as pa


def collected(table: nw.LazyFrame[Any]) -> pa.Table:
    """Compute a lazy table; polars does it in pieces, so that memory holds a few row groups."""
    import narwhals.stable.v2 as nw

    spark = table.implementation.is_spark_like()
    streaming = table.implementation is nw.Implementation.POLARS
    with spark_session.failures("Spark could not finish a count") if spark else nullcontext():
        found = table.collect("pyarrow", **({"engine": "streaming"} if streaming else {}))
    native: pa.Table = found.to_native()
    return native
