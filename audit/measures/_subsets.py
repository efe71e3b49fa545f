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

from audit.measures._cell_groups import Grid, Grouped, coded, crossed, people, together

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

    people_of = None if bool((grid.n == 1).all()) else grid.n
    known: dict[tuple[int, ...], np.ndarray] = {(): np.packbits(np.zeros(len(grid.n), bool))}
    for size in range(1, most + 1):
        found = {}
        for first in combinations(range(len(grid.columns)), size - 1):
            # Sets that differ in their last column alone share the codes of the others.
            shared = _codes(grid, first)
            for last in range(first[-1] + 1 if first else 0, len(grid.columns)):
                columns = (*first, last)
                already = known[columns[1:]]
                for i in range(1, size):
                    already = already | known[columns[:i] + columns[i + 1 :]]
                subset, alone = _counted(_Set(grid, columns, shared, people_of), already)
                if size < most:
                    found[columns] = alone
                yield subset
        known = found


def _codes(grid: Grid, columns: tuple[int, ...]) -> Grouped | None:
    if not columns:
        return None
    return coded([grid.codes[c] for c in columns], [grid.sizes[c] for c in columns])


@dataclass(frozen=True, slots=True)
class _Set:
    grid: Grid
    columns: tuple[int, ...]
    shared: Grouped | None
    """Codes of all columns but the last."""
    n: np.ndarray | None

    def people(self, rows: np.ndarray | slice) -> tuple[np.ndarray, np.ndarray]:
        """Return the people in each group of some cells, and the group of each cell."""
        import numpy as np

        last = self.columns[-1]
        codes, size = self.grid.codes[last][rows], self.grid.sizes[last]
        if self.shared is None:
            grouped = together(Grouped(codes.astype(np.int64), size))
        else:
            part = Grouped(self.shared.places[rows], self.shared.bound)
            grouped = together(crossed(part, codes, size))
        return people(grouped, None if self.n is None else self.n[rows]), grouped.places


def _counted(of: _Set, already: np.ndarray) -> tuple[Subset, np.ndarray]:
    """Return a set, and the cells alone in it as bits; those of `already` are alone in a part of it."""
    import numpy as np

    before = np.unpackbits(already, count=len(of.grid.n)).view(bool)
    alone = int(np.count_nonzero(before))
    nobody = np.empty(0, dtype=np.int64)
    if alone == len(before):
        return Subset(of.columns, alone, alone, alone, 1, alone, nobody), already
    # Leaving out those already alone pays only where they are many: picking rows costs as well.
    rows = np.flatnonzero(~before) if alone > _WORTH_PICKING * len(before) else None
    total, places = of.people(slice(None) if rows is None else rows)
    if rows is None:
        alone = 0
    few = np.bincount(np.minimum(total, 11), minlength=12)  # groups of 0, 1, 2, .. and 11 or more
    newly = nobody
    if few[1]:
        apart = total[places] == 1
        newly = np.flatnonzero(apart & ~before) if rows is None else rows[apart]
    below = np.cumsum(few * np.arange(12))
    subset = Subset(
        columns=of.columns,
        alone=alone + int(few[1]),
        below_5=alone + int(below[4]),
        below_11=alone + int(below[10]),
        smallest=_smallest(total, few, alone),
        groups=alone + int(few[1:].sum()),
        newly=newly,
    )
    if not len(newly):
        return subset, already
    before[newly] = True
    return subset, np.packbits(before)


def _smallest(total: np.ndarray, few: np.ndarray, alone: int) -> int:
    if alone:
        return 1
    low = next((size for size in range(1, 11) if few[size]), 0)
    return low or int(total[total > 0].min())
