"""Counting in the engine: many margins from few scans, and combinations by how many share them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from audit import progress
from audit.engines import coded, opening
from audit.engines.crossing import (
    MOST_CELLS,
    MOST_KEPT,
    cross,
    factorised,
    holds,
    marginal,
    needed_keys,
)
from audit.engines.keys import ROW, Key
from audit.engines.summing import Scale
from audit.system import Cells, Margin

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import pyarrow as pa

    from audit.engines.frame import Frame


def count(frame: Frame, margins: Sequence[Margin]) -> list[Cells]:
    """Answer many margins from few scans, as `Frame.count` says."""
    tables: list[Cells] = frame.cache.setdefault("tables", [])
    answers: dict[int, Cells] = {}
    for i, margin in enumerate(margins):
        held = [table for table in tables if holds(table, margin)]
        large = frame.cache.get("large")
        if large is not None and set(large.keys) == set(margin.keys) and holds(large, margin):
            held.append(large)
        if held:
            answers[i] = marginal(min(held, key=lambda table: len(table.n)), margin)
    open_ = [i for i in range(len(margins)) if i not in answers]
    asked = [margins[i] for i in open_]
    keys = {name: frame.known.key(name) for m in asked for name in needed_keys(m)}
    # One table alone has nothing to be crossed with, so nothing need be known of its size.
    sizes = _sizes(frame, keys) if len(asked) > 1 else dict.fromkeys(keys, 1)
    for crossing in cross(asked, sizes):
        table = _group(frame, {name: keys[name] for name in crossing.keys}, crossing.sums)
        if len(table.n) <= MOST_CELLS:
            tables.append(table)
        elif len(table.n) <= MOST_KEPT:
            frame.cache["large"] = table  # the last one alone: two measures ask for it in turn
        for member in crossing.members:
            answers[open_[member]] = marginal(table, asked[member])
    return [answers[i] for i in range(len(margins))]


def class_sizes(frame: Frame, keys: Sequence[str]) -> dict[int, int]:
    """Return how many combinations are shared by how many people, as `Frame.class_sizes` says."""
    known: dict[tuple[str, ...], dict[int, int]] = frame.cache.setdefault("class_sizes", {})
    asked = tuple(sorted(keys))
    if asked not in known:
        known[asked] = _by_codes(frame, asked) or _by_values(frame, asked)
    return dict(known[asked])


def _by_codes(frame: Frame, keys: Sequence[str]) -> dict[int, int] | None:
    added = set(frame.injected).union(*(each.kinds for each in frame.besides))
    if frame.table.implementation.is_spark_like() or added.intersection(keys):
        return None
    found = coded.class_sizes(frame.parquet, frame.known, keys)
    if found is not None:
        progress.worked(frame.rows)
    return found


def _by_values(frame: Frame, keys: Sequence[str]) -> dict[int, int]:
    import narwhals.stable.v2 as nw

    columns = [frame.known.key(key).expression.alias(f"k{i}") for i, key in enumerate(keys)]
    grouped = frame.table.select(*columns).group_by([f"k{i}" for i in range(len(keys))])
    sizes = grouped.agg(nw.len().alias("n")).group_by("n").agg(nw.len().alias("classes"))
    found = frame.scanned(sizes)
    people, classes = (found.column(name).to_pylist() for name in ("n", "classes"))
    return dict(sorted(zip(map(int, people), map(int, classes), strict=True)))


def _sizes(frame: Frame, keys: Mapping[str, Key]) -> dict[str, int]:
    sizes = frame.cache.setdefault("sizes", dict(frame.known.sizes))
    unknown = [name for name, key in keys.items() if key.size is None and name not in sizes]
    if unknown:
        facts = frame.facts(
            frame.table, {name: opening.Distinct(keys[name].expression) for name in unknown}
        )
        sizes.update({name: max(facts.count(name), 1) for name in unknown})
    return {name: key.size or sizes[name] for name, key in keys.items()}


def _group(frame: Frame, keys: Mapping[str, Key], sums: Sequence[str]) -> Cells:
    import narwhals.stable.v2 as nw
    import numpy as np

    columns = [key.expression.alias(f"k{i}") for i, key in enumerate(keys.values())]
    scales = _scales(frame, sums)
    parts = {
        f"s{i}_{place}": part
        for i, (name, scale) in enumerate(zip(sums, scales, strict=True))
        for place, part in enumerate(_parts(_summand(frame, name), scale))
    }
    added = [part.alias(name) for name, part in parts.items()]
    totals = [nw.col(name).sum().alias(name) for name in parts]
    if keys:
        grouped = frame.table.select(*columns, *added).group_by([f"k{i}" for i in range(len(keys))])
        found = frame.scanned(grouped.agg(nw.len().alias("n"), *totals))
    else:
        alone = frame.table.select(nw.col(ROW), *added)
        found = frame.scanned(alone.select(nw.len().alias("n"), *totals))
    codes = np.empty((found.num_rows, len(keys)), dtype=np.int64)
    labels = []
    for i, key in enumerate(keys.values()):
        names, codes[:, i] = factorised(found.column(f"k{i}"), key)
        labels.append(names)
    return Cells(
        keys=tuple(keys),
        labels=tuple(labels),
        codes=codes,
        n=found.column("n").to_numpy().astype(np.int64),
        sums={
            name: np.array(_totals(found, f"s{i}", scale))
            for i, (name, scale) in enumerate(zip(sums, scales, strict=True))
        },
    )


def _scales(frame: Frame, sums: Sequence[str]) -> list[Scale | None]:
    """Return how the values of each sum are cut, so that the order of addition is nothing."""
    known = frame.cache.setdefault("scales", {})
    if (score := frame.known.part.roles.one("y_score")) is not None:
        low, high = frame.known.score_range  # settled when the table was opened
        known.setdefault(score, Scale.of(max(abs(low), abs(high)), frame.rows))
    unknown = [name for name in sums if name not in known]
    if unknown:
        facts = frame.facts(frame.table, {n: _summand(frame, n).abs().max() for n in unknown})
        known.update({n: Scale.of(float(facts.found[n] or 0), frame.rows) for n in unknown})
    return [known[name] for name in sums]


def _summand(frame: Frame, name: str) -> nw.Expr:
    """Return a column, `1/p` or a product such as `w*1/p`, as a float."""
    factors = [name] if name in frame.known.kinds else name.split("*")
    product = _factor(frame, factors[0].strip())
    for factor in factors[1:]:
        product = product * _factor(frame, factor.strip())
    return product


def _factor(frame: Frame, name: str) -> nw.Expr:
    import narwhals.stable.v2 as nw

    if name not in frame.known.kinds and name.startswith("1/"):
        chance = frame.known.value(name.removeprefix("1/")).cast(nw.Float64)
        return 1 / nw.when(chance > 0).then(chance)
    return frame.known.value(name).cast(nw.Float64)


def _parts(value: nw.Expr, scale: Scale | None) -> tuple[nw.Expr, ...]:
    return scale.parts(value) if scale is not None else (value,)


def _totals(found: pa.Table, name: str, scale: Scale | None) -> list[float]:
    high = found.column(f"{name}_0").to_pylist()
    if scale is None:
        return [float(x or 0) for x in high]
    low = found.column(f"{name}_1").to_pylist()
    return [scale.total(int(a or 0), int(b or 0)) for a, b in zip(high, low, strict=True)]
