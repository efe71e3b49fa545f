"""Grouping counted cells anew by some of their columns: exact, on whole numbers, without a look at people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.system import ROW, Margin

if TYPE_CHECKING:
    import numpy as np

    from audit.system import Cells, Part

MOST_CELLS = 2_000_000
"""Most combinations whose cells are brought into memory: ten columns of them take some 200 MB."""

_MOST_CODES = 2**62
_LEAST_PLACES = 2**16
_ROUNDS = 12
_ODD = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93)
"""Odd multipliers: a code is spread by the high bits of its product with one of them."""


@dataclass(frozen=True)
class Grid:
    """Counted cells, a column at a time.

    Attributes
    ----------
    columns : tuple of str
    labels : tuple of tuple
        Of each column; None where missing.
    codes : tuple of ndarray of int32, shape (n_cells,)
        Position in the labels, for each column.
    n : ndarray of int64, shape (n_cells,)
        People in the cell.
    """

    columns: tuple[str, ...]
    labels: tuple[tuple[Any, ...], ...]
    codes: tuple[np.ndarray, ...]
    n: np.ndarray

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many values each column has."""
        return tuple(len(labels) for labels in self.labels)

    @classmethod
    def of(cls, cells: Cells) -> Grid:
        """Return the cells of a count, empty ones left out."""
        import numpy as np

        kept = cells.n > 0
        codes = tuple(
            np.ascontiguousarray(cells.codes[kept, k], dtype=np.int32)
            for k in range(len(cells.keys))
        )
        return cls(cells.keys, cells.labels, codes, cells.n[kept].astype(np.int64))


def counted(part: Part) -> Grid | None:
    """Return the cells of all quasi-identifiers at once, by one grouping in the engine.

    Values count as the file has them, whatever the plan makes of them: who gets the file can tell them
    apart. A missing value is a value like any other. None where there are more than `MOST_CELLS` of them: then
    only sizes can be had, by `part.frame.class_sizes`.
    """
    names = part.plan.roles.all("quasi_identifiers")
    frame = part.frame.as_filed()
    if frame.rows > MOST_CELLS and sum(frame.class_sizes(names).values()) > MOST_CELLS:
        return None
    (cells,) = frame.count([Margin(keys=names)])
    return Grid.of(cells)


def labelled(part: Part) -> Iterator[tuple[int, tuple[object, ...]]]:
    """Yield each row's number with its labels of the quasi-identifiers, as `counted` has them."""
    keys = [f"key:{name}" for name in part.plan.roles.all("quasi_identifiers")]
    for table in part.frame.as_filed().batches(keys):
        cells = [table.column(key).to_pylist() for key in keys]
        for row, *values in zip(table.column(ROW).to_pylist(), *cells, strict=True):
            yield int(row), tuple(values)


@dataclass(frozen=True, slots=True)
class Grouped:
    """Rows put together.

    Attributes
    ----------
    places : ndarray of int, shape (n_rows,)
        The same for rows of one group, from 0 and below `bound`; not every number need occur.
    """

    places: np.ndarray
    bound: int


def coded(codes: Sequence[np.ndarray], sizes: Sequence[int]) -> Grouped:
    """Give each combination of several columns a number, whatever their range.

    Parameters
    ----------
    codes : sequence of ndarray of int, each of shape (n_rows,)
    sizes : sequence of int
        Of each column, one more than its largest code.
    """
    import numpy as np

    found = Grouped(codes[0].astype(np.int64), sizes[0])
    for more, values in zip(codes[1:], sizes[1:], strict=True):
        found = crossed(found, more, values)
    return found


def crossed(found: Grouped, codes: np.ndarray, size: int) -> Grouped:
    """Give each combination of groups with one more column a number."""
    import numpy as np

    if found.bound * size >= _MOST_CODES:
        found = together(found)
    places = found.places * np.int64(size)
    places += codes
    return Grouped(places, found.bound * size)


def together(found: Grouped) -> Grouped:
    """Renumber groups, so that there are not many more numbers than rows."""
    if found.bound <= max(_LEAST_PLACES, 4 * len(found.places)):
        return found
    return Grouped(_representatives(found.places), len(found.places))


def combined(codes: Sequence[np.ndarray], sizes: Sequence[int]) -> Grouped:
    """Group rows by several columns; parameters as of `coded`."""
    return together(coded(codes, sizes))


def _representatives(codes: np.ndarray) -> np.ndarray:
    """Return for each row the same row of those with its code.

    Every row writes its number where its code falls in a table; those whose code is that of the row
    that remained there have found their representative, and the others are spread anew. No sort.
    """
    import numpy as np

    found = np.empty(len(codes), dtype=np.int32)
    rows, left = np.arange(len(codes), dtype=np.int32), codes
    for turn in range(_ROUNDS):
        bits = max(len(rows).bit_length() + 1, 12)
        table = np.empty(1 << bits, dtype=np.int32)
        spread = left.view(np.uint64) * np.uint64(_ODD[turn % len(_ODD)])
        spread >>= np.uint64(64 - bits)
        at = spread.view(np.int64)
        table[at] = rows
        first = table[at]
        same = codes[first] == left
        if same.all():
            found[rows] = first
            return found
        found[rows[same]] = first[same]
        rows, left = rows[~same], left[~same]
    _, kept, inverse = np.unique(left, return_index=True, return_inverse=True)
    found[rows] = rows[kept][inverse]
    return found


def people(grouped: Grouped, n: np.ndarray | None) -> np.ndarray:
    """Return the people in each group, 0 where no row is; without `n` every row is one person."""
    import numpy as np

    if n is None:
        return np.bincount(grouped.places, minlength=grouped.bound)
    totals = np.bincount(grouped.places, weights=n, minlength=grouped.bound)
    return totals.astype(np.int64)  # exact: a float holds whole numbers up to 2**53
