"""Which few columns together single people out: every set of up to four, and special uniques.

Somebody whose combination of two columns occurs once is found by whoever knows those two things. Such a
set is *minimal* for a person if no part of it singles them out. The score of Elliot and others adds up a
person's minimal sets, small ones counting more; only its distribution and each column's part in it are
kept, no person's. Weights are not used.

References
----------
Elliot, Manning & Ford 2002, IJUFKS 10(5):493-509. Manning, Haglin & Keane 2008, Data Mining
and Knowledge Discovery 16:165-196. The score: Benschop, Machingauta & Welch, Statistical Disclosure
Control: A Practice Guide, section "Calculating SUDA scores".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod
from typing import TYPE_CHECKING, Any

from audit.errors import InputError
from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public
from audit.measures._cell_groups import MOST_CELLS, Grid, counted, labelled
from audit.measures._subsets import Subset, largest_size, subsets
from audit.measures.equivalence_classes import FEW_COLUMNS
from audit.system import Part
from audit.text import Message
from audit.vocabulary import FigureKind

if TYPE_CHECKING:
    import numpy as np

_MOST_COLUMNS = 4
_MOST_DRAWN = 12
_MOST_SCORES = 1_000
_IN_ENGINE = 2, 60
"""Columns of a set, and sets, that are counted one by one in the engine where cells are too many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySet:
    """One set of columns.

    Attributes
    ----------
    alone, below_5, below_11 : int
        People alone in their combination of these columns, or in one of fewer than 5 or 11.
    smallest : int
        People in the smallest combination.
    groups : int
        Combinations that occur.
    minimal : int or None
        People whom this set singles out and no part of it; None where that was not found out.
    """

    columns: tuple[str, ...]
    alone: int
    below_5: int
    below_11: int
    smallest: int
    groups: int
    minimal: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialUniques:
    """People who are alone already by a part of the columns.

    Attributes
    ----------
    by_size : tuple of int
        People by the columns of their smallest minimal set: one, two and so on.
    scores : tuple of (float, int)
        Score and the people who have it, smallest first; people without a minimal set are left out.
    columns : tuple of (str, float)
        Share of all scores that comes from sets with this column; a set counts for each of its columns.
    """

    by_size: tuple[int, ...]
    scores: tuple[tuple[float, int], ...]
    columns: tuple[tuple[str, float], ...]

    @property
    def people(self) -> int:
        """How many they are."""
        return sum(self.by_size)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySets:
    """All sets of a few quasi-identifiers.

    Attributes
    ----------
    people : int
        Rows of the part.
    up_to : int
        Columns of the largest sets that were gone through.
    special : SpecialUniques or None
        None where there were too many combinations to find them.
    """

    quasi_identifiers: tuple[str, ...]
    people: int
    up_to: int
    sets: tuple[KeySet, ...]
    special: SpecialUniques | None = None

    def worst(self, size: int) -> KeySet | None:
        """Return the set of `size` columns with most people alone, None if nobody is."""
        found = [each for each in self.sets if len(each.columns) == size and each.alone]
        return max(found, key=lambda each: each.alone, default=None)

    @property
    def first(self) -> KeySet | None:
        """The set of fewest columns in which somebody is alone; of several, the one with most people."""
        sizes = range(1, self.up_to + 1)
        return next((found for size in sizes if (found := self.worst(size)) is not None), None)


def make(part: Part) -> KeySets:
    """Go through all sets of up to four quasi-identifiers."""
    names = part.plan.roles.all("quasi_identifiers")
    grid = counted(part)
    if grid is None:
        return _in_engine(part, names)
    up_to = largest_size(len(names), _MOST_COLUMNS)
    tally = _Tally.over(grid, up_to)
    found = []
    for subset in subsets(grid, up_to):
        tally.add(subset)
        found.append(_key_set(grid, subset))
    return KeySets(
        quasi_identifiers=names,
        people=int(grid.n.sum()),
        up_to=up_to,
        sets=tuple(found),
        special=tally.special(names),
    )


def _key_set(grid: Grid, subset: Subset) -> KeySet:
    return KeySet(
        columns=tuple(grid.columns[c] for c in subset.columns),
        alone=subset.alone,
        below_5=subset.below_5,
        below_11=subset.below_11,
        smallest=subset.smallest,
        groups=subset.groups,
        minimal=len(subset.newly),
    )


def _in_engine(part: Part, names: Sequence[str]) -> KeySets:
    """Count small sets one by one in the engine, which brings back sizes alone."""
    up_to = largest_size(len(names), *_IN_ENGINE)
    found = []
    for size in range(1, up_to + 1):
        for columns in combinations(names, size):
            sizes = part.frame.as_filed().class_sizes(columns)
            found.append(
                KeySet(
                    columns=columns,
                    alone=sizes.get(1, 0),
                    below_5=sum(n * classes for n, classes in sizes.items() if n < 5),
                    below_11=sum(n * classes for n, classes in sizes.items() if n < 11),
                    smallest=min(sizes),
                    groups=sum(sizes.values()),
                )
            )
    return KeySets(
        quasi_identifiers=tuple(names), people=part.frame.rows, up_to=up_to, sets=tuple(found)
    )


@dataclass
class _Tally:
    """Scores of the cells while the sets are gone through; never leaves this module."""

    largest: int
    weights: tuple[int, ...]
    score: np.ndarray
    smallest: np.ndarray
    column: np.ndarray

    @classmethod
    def over(cls, grid: Grid, up_to: int) -> _Tally:
        import numpy as np

        columns = len(grid.columns)
        largest = min(up_to, columns - 1)  # alone by all columns is a unique, and no special one
        weights = tuple(
            prod(columns - i for i in range(size, largest + 1)) for size in range(1, largest + 1)
        )
        people = len(grid.n)
        return cls(
            largest,
            weights,
            np.zeros(people, dtype=np.int64),
            np.zeros(people, dtype=np.int8),
            np.zeros(columns, dtype=np.int64),
        )

    def add(self, subset: Subset) -> None:
        size = len(subset.columns)
        if size > self.largest or not len(subset.newly):
            return
        weight = self.weights[size - 1]
        self.score[subset.newly] += weight
        unseen = subset.newly[self.smallest[subset.newly] == 0]
        self.smallest[unseen] = size
        self.column[list(subset.columns)] += weight * len(subset.newly)

    def special(self, names: Sequence[str]) -> SpecialUniques:
        import numpy as np

        scores, people = np.unique(self.score[self.score > 0], return_counts=True)
        if len(scores) > _MOST_SCORES:
            rounded = np.array([float(f"{score:.2g}") for score in scores.tolist()])
            scores, place = np.unique(rounded, return_inverse=True)
            people = np.bincount(place, weights=people).astype(np.int64)
        by_size = np.bincount(self.smallest, minlength=self.largest + 1)[1:]
        total = int(self.score.sum())
        return SpecialUniques(
            by_size=tuple(by_size.tolist()),
            scores=tuple(zip(scores.astype(float).tolist(), people.tolist(), strict=True)),
            columns=tuple(
                (name, part / total if total else 0.0)
                for name, part in zip(names, self.column.tolist(), strict=True)
            ),
        )


# -- Figures ----------------------------------------------------------------------------------------


def figures(payload: KeySets, public: Public) -> tuple[Figure, ...]:
    """Draw how many columns it takes, which sets are worst, and each column's part."""
    drawn = [_worst(payload, public)] if payload.first is not None else []
    if payload.special is not None and payload.special.people >= public.min_cell:
        drawn = [_facts(payload, payload.special, public), *drawn]
        if parts_may_be_said(payload):
            drawn.append(_parts(payload.special))
    return tuple(drawn)


def parts_may_be_said(payload: KeySets) -> bool:
    """Tell whether the columns' shares may be printed; of two columns they give back who is alone by each."""
    return len(payload.quasi_identifiers) > FEW_COLUMNS


def bands(by_size: Sequence[int], fewest: int) -> list[tuple[int, int, int]]:
    """Join neighbouring sizes until each has enough people.

    Returns
    -------
    list of (int, int, int)
        From so many columns, to so many, people.
    """
    found: list[tuple[int, int, int]] = []
    low, people = 1, 0
    for size, more in enumerate(by_size, 1):
        people += more
        if people >= fewest:
            found.append((low, size, people))
            low, people = size + 1, 0
    if people and found:
        first, _, before = found.pop()
        found.append((first, len(by_size), before + people))
    return found


def _facts(payload: KeySets, special: SpecialUniques, public: Public) -> Figure:
    rows: list[tuple[Cell, ...]] = [
        (
            str(low) if low == high else f"{low}–{high}",
            people,
            people / payload.people,
        )
        for low, high, people in bands(special.by_size, public.min_cell)
    ]
    return Figure(
        id="facts_needed",
        kind=FigureKind.BARS,
        title=_says("facts_title", "How many things one must know to single a person out"),
        takeaway=_says(
            "facts_takeaway",
            "{special:people} of {people:,} are alone by {up_to} columns or fewer.",
            special=special.people,
            people=payload.people,
            up_to=len(special.by_size),
        ),
        columns=(
            Column(name="label", heading=_says("columns", "Columns needed")),
            Column(name="value", heading=_says("people", "People"), unit="count"),
            Column(name="share", heading=_says("share", "Share of all"), unit="rate"),
        ),
        rows=tuple(rows),
    )


def _worst(payload: KeySets, public: Public) -> Figure:
    found = [each for each in payload.sets if each.alone >= public.min_cell]
    few = sum(0 < each.alone < public.min_cell for each in payload.sets)
    per_size = max(_MOST_DRAWN // max(payload.up_to, 1), 1)
    rows: list[tuple[Cell, ...]] = []
    for size in range(1, payload.up_to + 1):
        here = [each for each in found if len(each.columns) == size]
        for each in sorted(here, key=lambda s: (-s.alone, s.columns))[:per_size]:
            share = each.alone / payload.people
            rows.append((" × ".join(each.columns), each.alone, share, size))
    return Figure(
        id="worst_sets",
        kind=FigureKind.BARS,
        title=_says("worst_title", "Sets of columns in which most people are alone"),
        takeaway=_says(
            "worst_takeaway",
            "Of {sets:count|set|sets} of up to {up_to} columns, {any:,} have people who are alone.",
            sets=len(payload.sets),
            up_to=payload.up_to,
            any=sum(each.alone > 0 for each in payload.sets),
        ),
        columns=(
            Column(name="label", heading=_says("set", "Columns")),
            Column(name="value", heading=_says("alone", "People alone"), unit="count"),
            Column(name="share", heading=_says("share", "Share of all"), unit="rate"),
            Column(name="size", heading=_says("size", "Number of columns"), unit="count"),
        ),
        rows=tuple(rows),
        note=_says(
            "worst_note",
            "Up to {per_size} sets of each size. Sets in which fewer than {fewest} people are alone are not"
            " listed: there are {few:,}.",
            per_size=per_size,
            fewest=public.min_cell,
            few=few,
        ),
    )


def _parts(special: SpecialUniques) -> Figure:
    order = sorted(special.columns, key=lambda each: (-each[1], each[0]))
    rows = [(column, round(share, 2)) for column, share in order]
    return Figure(
        id="column_contributions",
        kind=FigureKind.BARS,
        title=_says("parts_title", "Which columns single people out"),
        takeaway=_says(
            "parts_takeaway",
            "Sets with {column} make up {share:pct} of the scores.",
            column=rows[0][0],
            share=rows[0][1],
        ),
        columns=(
            Column(name="label", heading=_says("column", "Column")),
            Column(name="value", heading=_says("part", "Share of the scores"), unit="rate"),
        ),
        rows=tuple(rows),
        note=_says(
            "parts_note",
            "A person's score adds up the smallest sets of columns that single them out, small sets counting"
            " more (special uniques detection). A set counts for each of its columns, so the shares add up to"
            " more than 100 %.",
        ),
    )


def _says(name: str, text: str, **params: Any) -> Message:
    return Message(id=f"key_sets.{name}", text=text, params=params)


# -- Rows -------------------------------------------------------------------------------------------


def locate(part: Part, key: str) -> Iterator[int]:  # noqa: ARG001 (the part has one set of columns)
    """Yield the rows, counted from 0, of people who are alone by four columns or fewer.

    Raises
    ------
    InputError
        With slug `too-many-combinations`.
    """
    import numpy as np

    grid = counted(part)
    if grid is None:
        raise InputError(
            f"the quasi-identifiers of part '{part.name}' make more than {MOST_CELLS:,} combinations",
            slug="too-many-combinations",
            hint="put numbers and dates into bins, or name fewer quasi-identifiers",
        )
    found = np.zeros(len(grid.n), dtype=bool)
    for subset in subsets(grid, largest_size(len(grid.columns), _MOST_COLUMNS)):
        found[subset.newly] = True
    names = [[grid.labels[k][c] for c in grid.codes[k][found]] for k in range(len(grid.columns))]
    wanted = set(zip(*names, strict=True))
    for row, person in labelled(part):
        if person in wanted:
            yield row


MEASURE = Measure(
    name="key_sets",
    payload=KeySets,
    make=make,
    needs=("quasi_identifiers",),
    figures=figures,
    locate=locate,
)
