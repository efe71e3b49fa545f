"""Drawing rows inside an engine: few candidates come back, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from audit.engines.collected import collected
from audit.engines.crossing import factorised
from audit.engines.drawing import PRIME, Hash, allocate, smallest
from audit.engines.keys import ROW, Key
from audit.system import Cells, Margin

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import numpy as np
    import pyarrow as pa

    from audit.engines.frame import Frame


def drawn(
    frame: Frame, size: int, seed: int, by: Sequence[str], sample: str
) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers of the rows drawn, ascending, and how many rows each stands for."""
    import narwhals.stable.v2 as nw
    import numpy as np

    keys = {f"k{i}": frame.known.key(name) for i, name in enumerate(by)}
    people = frame.count([Margin(tuple(by), sample)])[0]
    quota = np.array(allocate(people.n.tolist(), size), dtype=np.int64)
    if not quota.sum():
        return np.empty(0, dtype=np.int64), np.empty(0)
    hashed = frame.sampled(sample).select(
        nw.col(ROW),
        nw.col(ROW).alias("h"),
        *(key.expression.alias(place) for place, key in keys.items()),
    )
    for step in Hash.seeded(seed).steps():
        hashed = hashed.with_columns(step(nw.col("h")).alias("h"))
    limits = _limits(people.n, quota)
    if keys:
        found = _near(frame, hashed, keys, people, limits)
    else:
        found = collected(hashed.filter(nw.col("h") < int(limits[0])))
    strata = _strata(found, keys, people)
    if np.any(np.bincount(strata, minlength=len(quota)) < quota):
        # Not in practice: the limits leave eight standard deviations.
        found = collected(hashed)
        strata = _strata(found, keys, people)
    rows, hashes = found.column(ROW).to_numpy(), found.column("h").to_numpy()
    chosen = smallest(strata, hashes, rows, quota)
    return rows[chosen], (people.n / np.maximum(quota, 1))[strata[chosen]]


def _limits(people: np.ndarray, quota: np.ndarray) -> np.ndarray:
    """Return, for each stratum, the hash below which enough of its rows lie."""
    import numpy as np

    enough = quota + 8 * np.sqrt(quota) + 50
    share = np.minimum(enough / np.maximum(people, 1), 1.0)
    return np.where(share >= 1.0, PRIME, (PRIME * share).astype(np.int64))


def _near(
    frame: Frame,
    hashed: nw.LazyFrame[Any],
    keys: Mapping[str, Key],
    people: Cells,
    limits: np.ndarray,
) -> pa.Table:
    """Return the rows whose hash is below the limit of their stratum.

    Limits are joined by the keys' values. A missing value joins nothing: such rows have the largest
    limit of any stratum with something missing.
    """
    import narwhals.stable.v2 as nw
    import pyarrow as pa

    values = collected(hashed.select(*keys).group_by(list(keys)).agg(nw.len().alias("n")))
    strata = _strata(values, keys, people)
    table = values.select(list(keys)).append_column("limit", pa.array(limits[strata]))
    gaps = [table.column(place).is_null().to_numpy() for place in keys]
    some = gaps[0]
    for gap in gaps[1:]:
        some = some | gap
    widest = int(limits[strata][some].max()) if some.any() else 0
    joined = hashed.join(frame.attach(table.filter(pa.array(~some))), on=list(keys), how="left")
    limit = nw.col("limit").fill_null(widest)
    return collected(joined.filter(nw.col("h") < limit).select(ROW, "h", *keys))


def _strata(table: pa.Table, keys: Mapping[str, Key], people: Cells) -> np.ndarray:
    """Return each row's position among the cells of `people`."""
    import numpy as np

    strata = np.zeros(table.num_rows, dtype=np.int64)
    cells = np.zeros(len(people.n), dtype=np.int64)
    for i, (place, key) in enumerate(keys.items()):
        labels = {label: position for position, label in enumerate(people.labels[i])}
        own, codes = factorised(table.column(place), key)
        strata = strata * len(labels) + np.array([labels[x] for x in own])[codes]
        cells = cells * len(labels) + people.codes[:, i]
    return np.searchsorted(cells, strata)
