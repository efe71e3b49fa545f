"""What one column holds, told by the engine: its middle, its gaps, its different values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from audit.engines import opening
from audit.engines.crossing import factorised
from audit.errors import InputError
from audit.vocabulary import ALL

if TYPE_CHECKING:
    from audit.engines.frame import Frame


def moments(
    frame: Frame, column: str, by: Sequence[str] = (), sample: str = ALL
) -> list[dict[str, Any]]:
    """Return n, mean, min, median and max of a numeric column, as `Frame.moments` says."""
    import narwhals.stable.v2 as nw

    if frame.columns[column] not in ("integer", "number"):
        raise InputError(
            f"column '{column}' holds {frame.columns[column]}, and numbers are needed",
            slug="not-a-number",
        )
    keys = {name: frame.known.key(name) for name in by}
    value = nw.col("v")
    wanted = {
        "n": value.count(), "mean": value.mean(), "min": value.min(),
        "median": value.median(), "max": value.max(),
    }  # fmt: skip
    aggregates = [expression.alias(name) for name, expression in wanted.items()]
    table = frame.sampled(sample).select(
        *(key.expression.alias(f"k{i}") for i, key in enumerate(keys.values())),
        frame.known.value(column).cast(nw.Float64).alias("v"),
    )
    places = [f"k{i}" for i in range(len(keys))]
    grouped = table.group_by(places).agg(*aggregates) if keys else table.select(*aggregates)
    found = frame.scanned(grouped)
    order = {}
    for i, (name, key) in enumerate(keys.items()):
        labels, codes = factorised(found.column(f"k{i}"), key)
        order[name] = [(int(code), labels[code]) for code in codes]
    numbers = [found.column(name).to_pylist() for name in wanted]
    rows = []
    for r in range(found.num_rows):
        said = dict(zip(wanted, (column[r] for column in numbers), strict=True))
        place = tuple(order[name][r][0] for name in keys)
        rows.append((place, {**{name: order[name][r][1] for name in keys}, **said}))
    rows.sort(key=lambda row: row[0])
    # Engines add in different orders: beyond ten digits a mean says which engine made it.
    return [{**row, "n": int(row["n"] or 0), "mean": _rounded(row["mean"])} for _, row in rows]


def distinct(frame: Frame, column: str) -> int:
    """Return how many different values a column has, missing not counted."""
    import narwhals.stable.v2 as nw

    counts = frame.cache.setdefault("distinct", {})
    if column not in counts:
        value = frame.known.value(column)
        facts = frame.facts(
            frame.table,
            {"all": opening.Distinct(value), "gaps": value.is_null().cast(nw.Int64).max()},
        )
        counts[column] = facts.count("all") - facts.count("gaps")
    return int(counts[column])


def missing(frame: Frame) -> Mapping[str, int]:
    """Return how many values are missing in each column."""
    if "missing" not in frame.cache:
        values = {name: frame.known.value(name).null_count() for name in frame.columns}
        facts = frame.facts(frame.table, values)
        frame.cache["missing"] = {name: facts.count(name) for name in values}
    found: dict[str, int] = frame.cache["missing"]
    return dict(found)


def infinite(frame: Frame) -> Mapping[str, int]:
    """Return how many infinite values each column of numbers held before they became missing."""
    import narwhals.stable.v2 as nw

    numbers = [
        name for name, kind in frame.columns.items()
        if kind == "number" and name not in frame.injected
    ]  # fmt: skip
    if not numbers:
        return {}
    facts = frame.facts(
        frame.raw,
        {
            name: (~column.is_finite() & ~column.is_nan()).cast(nw.Int64).sum()
            for name, column in ((n, nw.col(frame.known.place(n))) for n in numbers)
        },
    )
    return {name: facts.count(name) for name in numbers}


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.10g}")
