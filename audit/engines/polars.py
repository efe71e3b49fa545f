"""polars, on a lazy scan of the Parquet file: nothing is read before it is asked for."""

from __future__ import annotations

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
    name = f"polars {pl.__version__}"
    return opened(nw.from_native(scan), source, part, engine=name, attach=_attach)


engine = Engine(name="polars", open=_open, order=10)
