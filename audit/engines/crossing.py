"""Answering many tables of counts from few: which to cross, and how to add cells up again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import TYPE_CHECKING, Any

from audit.personal_data.masking import may_identify, withheld
from audit.system import Cells, Margin
from audit.vocabulary import ALL, NOT_RECORDED, RANDOM_ARM

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from audit.engines.keys import Key

MOST_CELLS = 200_000
"""Largest table that margins are crossed into; more cells cost more than another scan."""

MOST_KEPT = 2_000_000
"""Largest table that is kept for the same keys asked again."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """One scan: the keys and sums of several margins together."""

    keys: tuple[str, ...]
    sums: tuple[str, ...]
    members: tuple[int, ...]
    """Positions of the margins that it answers."""


def needed_keys(margin: Margin) -> tuple[str, ...]:
    """Return the keys of a margin, and the random arm's if it is about that sample."""
    if margin.sample == ALL or RANDOM_ARM in margin.keys:
        return margin.keys
    return (*margin.keys, RANDOM_ARM)


def cross(
    margins: Sequence[Margin], sizes: Mapping[str, int], most: int = MOST_CELLS
) -> list[Crossing]:
    """Share margins out over crossings, the largest first, each where it adds fewest cells."""

    def cells(keys: Sequence[str]) -> int:
        return prod(sizes[key] for key in keys)

    found: list[Crossing] = []
    order = sorted(range(len(margins)), key=lambda i: (-cells(needed_keys(margins[i])), i))
    for i in order:
        keys, sums = needed_keys(margins[i]), margins[i].sums
        options = [
            (cells(merged), position)
            for position, crossing in enumerate(found)
            if cells(merged := _union(crossing.keys, keys)) <= max(most, cells(crossing.keys))
        ]
        if not options:
            found.append(Crossing(_union(keys, ()), _union(sums, ()), (i,)))
            continue
        _, position = min(options)
        old = found[position]
        found[position] = Crossing(
            _union(old.keys, keys), _union(old.sums, sums), (*old.members, i)
        )
    return found


def _union(a: Sequence[str], b: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*a, *b)))


def in_order(labels: set[Any], order: Sequence[Any] = ()) -> tuple[Any, ...]:
    """Return labels sorted: by `order` where it names them, else by number or text.

    People whose group is not recorded come after the groups, and None last.
    """
    places = {label: place for place, label in enumerate(order)}

    def rank(label: Any) -> tuple[int, float, str]:
        if label is None:
            return 3, 0, ""
        if label == NOT_RECORDED:
            return 2, 0, ""
        if label in places:
            return 0, places[label], ""
        return (1, label, "") if isinstance(label, int | float) else (1, 0, str(label))

    return tuple(sorted(labels, key=rank))


def factorised(column: pa.ChunkedArray, key: Key) -> tuple[tuple[Any, ...], np.ndarray]:
    """Return the labels of a column of key values, in order, and each value's position in them."""
    import numpy as np
    import pyarrow as pa

    encoded = column.combine_chunks()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = pa.concat_arrays(encoded.chunks)
    encoded = encoded.dictionary_encode("encode")
    named = [key.label(value) for value in encoded.dictionary.to_pylist()]
    if key.named and may_identify(named):
        hidden = withheld(named)
        named = [hidden.get(name, name) for name in named]
    labels = in_order(set(named), key.order)
    places = {name: place for place, name in enumerate(labels)}
    positions = np.array([places[name] for name in named], dtype=np.int64)
    codes = encoded.indices.to_numpy(zero_copy_only=False)
    return labels, positions[codes] if len(codes) else np.empty(0, dtype=np.int64)


def holds(table: Cells, margin: Margin) -> bool:
    """Return whether a margin can be added up from a table."""
    return set(needed_keys(margin)) <= set(table.keys) and set(margin.sums) <= set(table.sums)


def marginal(table: Cells, margin: Margin) -> Cells:
    """Add the cells of a crossing up to one of its margins.

    Parameters
    ----------
    table : Cells
        With the margin's keys and sums among its own.

    Returns
    -------
    Cells
        Non-empty cells in the order of their labels; labels that no cell has are left out.
    """
    n, codes = table.n, table.codes
    sums = {name: table.sums[name] for name in margin.sums}
    if margin.sample != ALL:
        arm = table.keys.index(RANDOM_ARM)
        drawn = table.labels[arm].index(1) if 1 in table.labels[arm] else -1
        kept = codes[:, arm] == drawn
        n, codes, sums = n[kept], codes[kept], {k: v[kept] for k, v in sums.items()}
    positions = [table.keys.index(key) for key in margin.keys]
    labels = tuple(table.labels[p] for p in positions)
    return _without_unused(_added_up(margin.keys, labels, codes[:, positions], n, sums))


def _added_up(
    keys: tuple[str, ...],
    labels: tuple[tuple[Any, ...], ...],
    codes: np.ndarray,
    n: np.ndarray,
    sums: Mapping[str, np.ndarray],
) -> Cells:
    import numpy as np

    cell, size = np.zeros(len(n), dtype=np.int64), 1
    for k, names in enumerate(labels):
        if size * len(names) >= 2**62:
            cell = np.unique(cell, return_inverse=True)[1]
            size = len(n)
        cell = cell * len(names) + codes[:, k]
        size *= len(names)
    _, first, inverse = np.unique(cell, return_index=True, return_inverse=True)
    total = np.zeros(len(first), dtype=np.int64)
    np.add.at(total, inverse, n)
    added = {
        name: np.bincount(inverse, weights=values, minlength=len(first))
        for name, values in sums.items()
    }
    return Cells(keys=keys, labels=labels, codes=codes[first], n=total, sums=added)


def _without_unused(cells: Cells) -> Cells:
    import numpy as np

    labels, codes = [], np.empty_like(cells.codes)
    for k, names in enumerate(cells.labels):
        used = np.bincount(cells.codes[:, k], minlength=len(names)) > 0
        codes[:, k] = (np.cumsum(used) - 1)[cells.codes[:, k]]
        labels.append(tuple(name for name, occurs in zip(names, used, strict=True) if occurs))
    return replace(cells, labels=tuple(labels), codes=codes)
