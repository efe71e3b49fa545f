"""polars, on a lazy scan of the Parquet file: nothing is read before it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.engines.frame import Frame, opened
from audit.engines.keys import ROW
from audit.inputs import Engine, Source
from audit.plan import PartPlan

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import pyarrow as pa


def _attach(table: pa.Table) -> nw.LazyFrame[Any]:
    import narwhals.stable.v2 as nw
    import polars as pl

    return nw.from_native(pl.DataFrame(table).lazy())


def _open(source: Source, part: PartPlan) -> Frame:
    import narwhals.stable.v2 as nw
    import polars as pl

    scan = pl.scan_parquet(source.parquet, row_index_name=ROW, glob=False)

    def beside(paths: Sequence[Path]) -> nw.LazyFrame[Any]:
        table = scan
        for path in paths:
            more = pl.scan_parquet(path, glob=False).drop(ROW)
            kept = table.drop(more.collect_schema().names(), strict=False)
            table = pl.concat([kept, more], how="horizontal")
        found: nw.LazyFrame[Any] = nw.from_native(table)
        return found

    name = f"polars {pl.__version__}"
    return opened(beside([]), source, part, engine=name, attach=_attach, beside=beside)


engine = Engine(name="polars", open=_open, order=10)
