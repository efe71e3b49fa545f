"""pandas, with Arrow types, so that a missing whole number does not turn the others into floats."""

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
    import pandas as pd

    frame = table.to_pandas(types_mapper=pd.ArrowDtype, ignore_metadata=True)
    if ROW in frame.columns:
        # Row numbers stay NumPy integers: Arrow's have no remainder in pandas.
        frame[ROW] = table.column(ROW).to_numpy()
    found: nw.LazyFrame[Any] = nw.from_native(frame).lazy()
    return found


def _open(source: Source, part: PartPlan) -> Frame:
    import numpy as np
    import pandas as pd
    import pyarrow as pa
    import pyarrow.parquet as pq

    with pq.ParquetFile(source.parquet) as file:
        table = file.read()
    numbers = pa.array(np.arange(table.num_rows, dtype=np.int64))
    name = f"pandas {pd.__version__}"
    whole = _attach(table.append_column(ROW, numbers))
    return opened(whole, source, part, engine=name, attach=_attach)


engine = Engine(name="pandas", open=_open, order=30)
