"""One type a kind of column, on every engine: what `open` does before anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audit.engines.keys import ROW, Columns
from audit.plan import label

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


def kind_of(dtype: nw.dtypes.DType) -> str:
    """Return our word for a type: `text`, `integer`, `number`, `boolean`, `date`, or empty."""
    import narwhals.stable.v2 as nw

    if dtype in (nw.String, nw.Categorical, nw.Enum, nw.Unknown):
        return "text"
    if dtype == nw.Boolean:
        return "boolean"
    if dtype.is_integer():
        return "integer"
    if dtype.is_float() or dtype.is_decimal():
        return "number"
    return "date" if dtype in (nw.Date, nw.Datetime) else ""


def typed_column(name: str, dtype: nw.dtypes.DType) -> nw.Expr:
    """Return a column in the one type of its kind, NaN and infinity still in it."""
    import narwhals.stable.v2 as nw

    column = nw.col(name)
    kind = kind_of(dtype)
    if kind == "text":
        return column if dtype == nw.String else column.cast(nw.String)
    if kind == "integer":
        return column if dtype == nw.Int64 else column.cast(nw.Int64)
    if dtype.is_decimal():
        # By way of text: Arrow's own conversion makes 0.30000000000000004 of 0.3.
        return column.cast(nw.String).cast(nw.Float64)
    if kind == "number":
        return column if dtype == nw.Float64 else column.cast(nw.Float64)
    if dtype == nw.Datetime:
        # Cut off first: Arrow's own conversion refuses nanoseconds that it would lose.
        fine = getattr(dtype, "time_unit", "us") == "ns"
        return (column.dt.truncate("1us") if fine else column).cast(nw.Datetime("us"))
    return column


def finite(name: str, dtype: nw.dtypes.DType) -> nw.Expr:
    """Return a typed column with NaN and infinity as missing."""
    import narwhals.stable.v2 as nw

    column = nw.col(name)
    return nw.when(column.is_finite()).then(column).alias(name) if dtype.is_float() else column


def prepared(table: nw.LazyFrame[Any], columns: Columns) -> nw.LazyFrame[Any]:
    """Give columns one type a kind and keep the part's rows. NaN and infinity are still there."""
    import narwhals.stable.v2 as nw

    schema = table.collect_schema()
    names = [name for name in schema.names() if name != ROW]
    same = table.select(
        nw.col(ROW).cast(nw.Int64), *(typed_column(name, schema[name]) for name in names)
    )
    for name, value in columns.part.where.items():
        same = same.filter(columns.has_label(name, [label(value)]))
    return same


def without_infinities(table: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return a prepared table with NaN and infinity as missing."""
    import narwhals.stable.v2 as nw

    schema = table.collect_schema()
    return table.select(
        nw.col(ROW), *(finite(name, dtype) for name, dtype in schema.items() if name != ROW)
    )
