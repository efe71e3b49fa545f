"""How many people share each combination of quasi-identifiers (k-anonymity), by counting all of them.

References
----------
Sweeney 2002, International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems
10(5):557-570, definition 3 (k-anonymity).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public
from audit.system import ROW, Cells, Margin, Part
from audit.text import Message
from audit.vocabulary import FigureKind

_BANDS = ((1, 1), (2, 4), (5, 10), (11, 50), (51, None))
_WHO_TO_FIND = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class EquivalenceClasses:
    """Sizes of the classes of people who look the same.

    Attributes
    ----------
    quasi_identifiers : tuple of str
        Columns, as the plan names them.
    sizes : tuple of (int, int)
        Class size and the number of classes of that size, smallest first.
    """

    quasi_identifiers: tuple[str, ...]
    sizes: tuple[tuple[int, int], ...]

    @property
    def people(self) -> int:
        """Rows of the part."""
        return sum(size * classes for size, classes in self.sizes)

    @property
    def smallest(self) -> int:
        """Size of the smallest class: the k of the table; 0 for an empty one."""
        return self.sizes[0][0] if self.sizes else 0

    @property
    def unique(self) -> int:
        """People who are alone in their combination."""
        return self.between(1, 1)

    def below(self, k: float) -> int:
        """Return how many people share their combination with fewer than `k - 1` others."""
        return sum(size * classes for size, classes in self.sizes if size < k)

    def between(self, low: int, high: int | None) -> int:
        """Return how many people are in classes of `low` to `high` people."""
        return sum(
            size * classes
            for size, classes in self.sizes
            if size >= low and (high is None or size <= high)
        )


def _count(part: Part) -> tuple[tuple[str, ...], Cells]:
    names = part.plan.roles.all("quasi_identifiers")
    # One margin with every key is one grouping in the engine; it is never crossed with others.
    (cells,) = part.frame.count([Margin(keys=names)])
    return names, cells


def make(part: Part) -> EquivalenceClasses:
    """Count people by all quasi-identifiers at once; a missing value is a value like any other."""
    names, cells = _count(part)
    sizes = Counter(int(n) for n in cells.n.tolist())
    return EquivalenceClasses(
        quasi_identifiers=names, sizes=tuple(sorted((k, n) for k, n in sizes.items() if k > 0))
    )


def figures(payload: EquivalenceClasses, public: Public) -> tuple[Figure, ...]:  # noqa: ARG001 (sizes name nobody)
    """Draw people by the size of their class."""
    rows: list[tuple[Cell, ...]] = []
    for low, high in _BANDS:
        name = f"{low}" if low == high else f"{low}–{high}" if high else f"over {low - 1}"
        people = payload.between(low, high)
        rows.append((name, people, people / payload.people if payload.people else None))
    return (
        Figure(
            id="equivalence_classes",
            kind=FigureKind.BARS,
            title=_says("title", "How many people look the same in {columns:list}",
                        columns=payload.quasi_identifiers),
            takeaway=_says(
                "takeaway",
                "{unique:people} of {people:count|person|people} are alone in their combination.",
                unique=payload.unique,
                people=payload.people,
            ),
            columns=(
                Column(name="label", heading=_says("label", "People in the combination")),
                Column(name="value", heading=_says("value", "People"), unit="count"),
                Column(name="share", heading=_says("share", "Share of all"), unit="rate"),
            ),
            rows=tuple(rows),
        ),
    )  # fmt: skip


def _says(name: str, text: str, **params: Any) -> Message:
    return Message(id=f"equivalence_classes.{name}", text=text, params=params)


def locate(part: Part, key: str) -> Iterator[int]:  # noqa: ARG001 (the part has one set of columns)
    """Yield the rows, counted from 0, of people in classes of fewer than five."""
    names = part.plan.roles.all("quasi_identifiers")
    seen: Counter[tuple[object, ...]] = Counter()
    for _, person in _people(part, names):
        seen[person] += 1
    for row, person in _people(part, names):
        if seen[person] < _WHO_TO_FIND:
            yield row


def _people(part: Part, names: tuple[str, ...]) -> Iterator[tuple[int, tuple[object, ...]]]:
    # Labels, not values: people are counted by band where the plan gives bands.
    keys = [f"key:{name}" for name in names]
    for table in part.frame.batches(keys):
        cells = [table.column(key).to_pylist() for key in keys]
        for row, *values in zip(table.column(ROW).to_pylist(), *cells, strict=True):
            yield int(row), tuple(values)


MEASURE = Measure(
    name="equivalence_classes",
    payload=EquivalenceClasses,
    make=make,
    needs=("quasi_identifiers",),
    figures=figures,
    locate=locate,
)
