"""Every set of a few columns, from the counted cells: who is alone in it, and in none of its parts.

Whoever is alone in a set of columns is alone in every set that holds it. So the sets are gone through
by size, and cells that are alone in a part need not be grouped again: what is newly alone in a set is
just what has it as a minimal unique.

References
----------
Elliot, Manning & Ford 2002, IJUFKS 10(5):493-509 (special uniques, the superset relationship).
Manning, Haglin & Keane 2008, Data Mining and Knowledge Discovery 16:165-196 (SUDA2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

from audit.measures._cell_groups import Grid, combined, people

if TYPE_CHECKING:
    import numpy as np

MOST_SETS = 2_000
_WORTH_PICKING = 0.3


@dataclass(frozen=True)
class Subset:
    """What the cells say of one set of columns.

    Attributes
    ----------
    columns : tuple of int
        Positions in the grid.
    alone, below_5, below_11 : int
        People alone in their combination of these columns, or in one of fewer than 5 or 11.
    smallest : int
        People in the smallest combination.
    groups : int
        Combinations that occur.
    newly : ndarray of int
        Cells of people who are alone in this set and in no part of it.
    """

    columns: tuple[int, ...]
    alone: int
    below_5: int
    below_11: int
    smallest: int
    groups: int
    newly: np.ndarray


def largest_size(columns: int, most: int = 4, sets: int = MOST_SETS) -> int:
    """Return up to how many columns a set may have, so that there are not too many sets."""
    size, total = 0, 0
    while size < min(most, columns):
        total += comb(columns, size + 1)
        if total > sets and size:
            break
        size += 1
    return size


def subsets(grid: Grid, most: int) -> Iterator[Subset]:
    """Yield every set of one to `most` columns, smaller ones first."""
    import numpy as np

    known: dict[tuple[int, ...], np.ndarray] = {(): np.packbits(np.zeros(len(grid.n), bool))}
    single = bool((grid.n == 1).all())
    for size in range(1, most + 1):
        found = {}
        for columns in combinations(range(len(grid.columns)), size):
            parts = [known[columns[:i] + columns[i + 1 :]] for i in range(size)]
            already = parts[0]
            for part in parts[1:]:
                already = already | part
            subset, alone = _counted(grid, columns, already, single=single)
            if size < most:
                found[columns] = alone
            yield subset
        known = found


def _counted(
    grid: Grid, columns: tuple[int, ...], already: np.ndarray, *, single: bool
) -> tuple[Subset, np.ndarray]:
    """Return a set, and the cells alone in it as bits."""
    import numpy as np

    before = np.unpackbits(already, count=len(grid.n)).view(bool)
    alone = int(before.sum())
    if alone == len(before):
        nobody = np.empty(0, dtype=np.int64)
        return Subset(columns, alone, alone, alone, 1, alone, nobody), already
    # Leaving out those already alone pays only where they are many: picking rows costs as well.
    rows = np.flatnonzero(~before) if alone > _WORTH_PICKING * len(before) else None
    part = slice(None) if rows is None else rows
    grouped = combined([grid.codes[c][part] for c in columns], [grid.sizes[c] for c in columns])
    total = people(grouped, None if single else grid.n[part])
    present = total[total > 0]
    apart = total[grouped.places] == 1
    if rows is None:
        newly = np.flatnonzero(apart & ~before)
        alone = 0
    else:
        newly = rows[apart]
    subset = Subset(
        columns=columns,
        alone=alone + int((present == 1).sum()),
        below_5=alone + int(present[present < 5].sum()),
        below_11=alone + int(present[present < 11].sum()),
        smallest=1 if alone else int(present.min()),
        groups=alone + len(present),
        newly=newly,
    )
    if not len(newly):
        return subset, already
    before[newly] = True
    return subset, np.packbits(before)
