"""What a combination of known characteristics gives away of a confidential value, by counting.

People are grouped once by all quasi-identifiers and the confidential column; everything below is a
function of those counts.

References
----------
Machanavajjhala, Kifer, Gehrke & Venkitasubramaniam 2007, ACM Transactions on Knowledge Discovery from
Data 1(1), article 3: definitions 4.1 (entropy) and 4.2 (recursive l-diversity).
Li, Li & Venkatasubramanian 2007, IEEE International Conference on Data Engineering, pp. 106-115:
sections 4.1 (ordered distance) and 4.2 (equal distance).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.errors import PlanError
from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public, Tables
from audit.measures._bars import words
from audit.measures._rows import KEY
from audit.measures.equivalence_classes import may_be_said
from audit.plan import ColumnSection, PartPlan, label
from audit.system import ROW, Cells, Margin, Part
from audit.vocabulary import FigureKind, Ground

if TYPE_CHECKING:
    import numpy as np

RECURSIVE_C = 3.0
"""The c of recursive (c, l)-diversity: the commonest value is rarer than c times all from the l-th on."""

STEPS = 1000
"""Distances are kept in thousandths, rounded up."""

PERSECUTED_FOR = (
    Ground.RACE,
    Ground.ETHNIC_ORIGIN,
    Ground.RELIGION,
    Ground.GENDER_IDENTITY,
    Ground.SEXUAL_ORIENTATION,
    Ground.DISABILITY,
)
"""Grounds of sensitive features whose values are confidential, whatever the plan says of them."""

Spread = tuple[tuple[int, int, int], ...]
"""(measure of a combination, combinations, their people), the measure ascending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueClasses:
    """How the values of one confidential column lie within the combinations.

    Attributes
    ----------
    quasi_identifiers : tuple of str
        Those of the plan without the column itself.
    ordered : bool
        Whether the distance of two values is their distance in order (numbers, dates, bins, and
        labels with `[columns.NAME] order`), or the same for any two.
    people, unrecorded : int
        People with a recorded value, who alone are counted, and those without.
    values : int
        Different values there are.
    alone : int
        People who are the only one in their combination.
    distinct, entropy, recursive : tuple of (int, int, int)
        For each l, how many combinations have it as their largest, and their people: different
        values; whole part of the exponential of the entropy; recursive l at c = 3.
    least_entropy : float
        Smallest exponential of the entropy of a combination; 0 where there is none.
    distances : tuple of (int, int, int)
        The earth mover's distance of a combination from the whole, in thousandths rounded up.
    furthest : float
        Largest distance, in [0, 1].
    """

    column: str
    quasi_identifiers: tuple[str, ...]
    ordered: bool
    people: int
    unrecorded: int
    values: int
    alone: int
    distinct: Spread
    entropy: Spread
    recursive: Spread
    least_entropy: float
    distances: Spread
    furthest: float

    def below(self, l: float) -> int:  # noqa: E741 (the field's letter)
        """Return how many people are in combinations of fewer than `l` different values."""
        return sum(people for found, _, people in self.distinct if found < l)

    def farther(self, t: float) -> int:
        """Return how many people are in combinations farther than `t` from the whole."""
        limit = int(t * STEPS + 1e-9)
        return sum(people for step, _, people in self.distances if step > limit)

    @property
    def rows(self) -> int:
        """People with a recorded value and without; beside it, the one number tells nobody the other."""
        return self.people + self.unrecorded

    @property
    def combinations(self) -> int:
        """Combinations with a recorded value."""
        return sum(classes for _, classes, _ in self.distinct)


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveValues:
    """The confidential columns of a part: counts, and none of their values."""

    columns: tuple[ValueClasses, ...]

    def of(self, column: str) -> ValueClasses:
        """Return what was counted of one column."""
        return next(found for found in self.columns if found.column == column)


def confidential(part: PartPlan) -> tuple[str, ...]:
    """Return the columns whose values must not be learnt, from the plan alone.

    Those of the role `confidential`, the recorded truth, and sensitive features whose ground is a
    special category.
    """
    special = [f.column for f in part.roles.sensitive if f.ground in PERSECUTED_FOR]
    named = (*part.roles.all("confidential"), *part.roles.all("y_true"), *special)
    return tuple(dict.fromkeys(named))


def known(part: PartPlan, column: str) -> tuple[str, ...]:
    """Return the quasi-identifiers that somebody knows who wants to learn a column."""
    return tuple(name for name in part.roles.all("quasi_identifiers") if name != column)


def margins(part: Part) -> Sequence[Margin]:
    """Ask for people by all quasi-identifiers and the column at once, for each column."""
    return [Margin(keys=(*known(part.plan, column), column)) for column in confidential(part.plan)]


def make(part: Part, tables: Tables) -> SensitiveValues:
    """Measure how the values of each column lie within the combinations."""
    columns = confidential(part.plan)
    return SensitiveValues(
        columns=tuple(
            _classes(part, column, cells) for column, cells in zip(columns, tables, strict=True)
        )
    )


def _classes(part: Part, column: str, cells: Cells) -> ValueClasses:
    import numpy as np

    places, ordered = _places(part, column, cells.labels[-1])
    value = places[cells.codes[:, -1]]
    some = value >= 0
    groups = _groups(cells.codes[some, :-1])
    n = cells.n[some]
    counts = _Counts.of(groups, value[some], n)
    distances = counts.moved() if ordered else counts.differing()
    steps = np.ceil(distances * STEPS - 1e-6).astype(np.int64)
    entropy = counts.entropy()
    return ValueClasses(
        column=column,
        quasi_identifiers=known(part.plan, column),
        ordered=ordered,
        people=int(n.sum()),
        unrecorded=int(cells.n[~some].sum()),
        values=len(counts.overall),
        alone=int((counts.people == 1).sum()),
        distinct=_spread(counts.distinct(), counts.people),
        entropy=_spread(np.floor(entropy + 1e-9).astype(np.int64), counts.people),
        recursive=_spread(counts.recursive(RECURSIVE_C), counts.people),
        least_entropy=float(entropy.min()) if len(entropy) else 0.0,
        distances=_spread(steps, counts.people),
        furthest=float(distances.max()) if len(distances) else 0.0,
    )


def _places(part: Part, column: str, labels: Sequence[Any]) -> tuple[np.ndarray, bool]:
    """Return the place of each label in order, -1 where nothing is recorded, and whether it counts.

    Raises
    ------
    PlanError
        With slug `order-incomplete`.
    """
    import numpy as np

    section, kind = part.plan.columns.get(column, ColumnSection()), part.frame.columns[column]
    there = [text for text in labels if not _unrecorded(part, column, text)]
    order, ordered = there, True
    if section.order:
        order = [label(step) for step in section.order]
        if set(there) - set(order):
            raise PlanError(
                f"columns.{column}.order names {len(order)} labels, and the column holds others, too",
                slug="order-incomplete",
                hint="name every label, from least to most; missing = [...] takes out those that are none",
            )
    elif section.map or kind in ("text", "boolean"):
        ordered = False
    elif not section.bins and kind in ("integer", "number"):
        order = sorted(there, key=float)
    present = set(there)
    place = {text: i for i, text in enumerate(text for text in order if text in present)}
    return np.array([place.get(text, -1) for text in labels], dtype=np.int64), ordered


def _unrecorded(part: Part, column: str, text: Any) -> bool:
    from audit.vocabulary import NOT_RECORDED

    grouping = (
        *part.plan.roles.all("sensitive_features"),
        *part.plan.roles.all("control_features"),
    )
    return text is None or (text == NOT_RECORDED and column in grouping)


def _groups(codes: np.ndarray) -> np.ndarray:
    """Return a number for each different row of codes, ascending from 0, shape (n_rows,)."""
    import numpy as np

    group = np.zeros(len(codes), dtype=np.int64)
    for k in range(codes.shape[1]):
        # Numbered anew at each step, so that no product of sizes can overflow.
        size = int(codes[:, k].max(initial=0)) + 1
        group = np.unique(group * size + codes[:, k], return_inverse=True)[1].reshape(-1)
    return group


def _spread(measure: np.ndarray, people: np.ndarray) -> Spread:
    import numpy as np

    found, where = np.unique(measure, return_inverse=True)
    classes = np.bincount(where, minlength=len(found))
    total = np.bincount(where, weights=people, minlength=len(found))
    return tuple(
        (int(m), int(c), round(float(p))) for m, c, p in zip(found, classes, total, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Counts:
    """People by combination and value, combinations together and their values in order.

    Attributes
    ----------
    group, value, n : ndarray of int, shape (n_cells,)
    first : ndarray of int, shape (n_groups,)
        Where each combination begins.
    people : ndarray of int, shape (n_groups,)
    overall : ndarray of float, shape (n_values,)
        Share of each value in the whole.
    """

    group: np.ndarray
    value: np.ndarray
    n: np.ndarray
    first: np.ndarray
    people: np.ndarray
    overall: np.ndarray

    @classmethod
    def of(cls, group: np.ndarray, value: np.ndarray, n: np.ndarray) -> _Counts:
        import numpy as np

        order = np.lexsort((value, group))
        group, value, n = group[order], value[order], n[order]
        first = np.flatnonzero(np.diff(group, prepend=-1))
        people = np.add.reduceat(n, first) if len(n) else n
        overall = np.bincount(value, weights=n) / n.sum() if len(n) else np.empty(0)
        return cls(group, value, n, first, people, overall)

    def _added(self, values: np.ndarray) -> np.ndarray:
        import numpy as np

        added: np.ndarray = np.add.reduceat(values, self.first) if len(self.first) else values[:0]
        return added

    @property
    def share(self) -> np.ndarray:
        """Share of each cell in its combination."""
        share: np.ndarray = self.n / self.people[self.group]
        return share

    def distinct(self) -> np.ndarray:
        """Return how many different values each combination has."""
        import numpy as np

        return np.bincount(self.group, minlength=len(self.people))

    def entropy(self) -> np.ndarray:
        """Return the exponential of each combination's entropy."""
        import numpy as np

        effective: np.ndarray = np.exp(-self._added(self.share * np.log(self.share)))
        return effective

    def recursive(self, c: float) -> np.ndarray:
        """Return the largest l for which each combination is recursively (c, l)-diverse.

        With the counts in descending order, r(1) < c (r(l) + ... + r(m)).
        """
        import numpy as np

        order = np.lexsort((-self.n, self.group))
        n = self.n[order]
        before = np.cumsum(n) - n
        left = self.people[self.group] - (before - before[self.first][self.group])
        holds = n[self.first][self.group] < c * left
        return self._added(holds.astype(np.int64))

    def differing(self) -> np.ndarray:
        """Return each combination's distance from the whole where any two values are equally far."""
        import numpy as np

        whole = self.overall[self.value]
        absent = 1.0 - self._added(whole)
        return np.maximum((self._added(np.abs(self.share - whole)) + absent) / 2, 0.0)

    def moved(self) -> np.ndarray:
        """Return each combination's distance from the whole where values are as far as their places.

        The sum over places of the absolute difference of the two cumulative shares, divided by the
        number of places less one. Between two values of a combination its cumulative share stands
        still, so each stretch is a difference of two sums over the whole's.
        """
        import numpy as np

        places = len(self.overall)
        if places < 2:
            return np.zeros(len(self.people))
        whole = np.cumsum(self.overall)
        summed = np.concatenate([[0.0], np.cumsum(whole)])
        reached = np.cumsum(self.n)
        reached = reached - (reached - self.n)[self.first][self.group]
        mine = reached / self.people[self.group]
        last = np.append(np.diff(self.group) != 0, np.ones(min(1, len(self.n)), dtype=bool))
        until = np.where(last, places, np.append(self.value[1:], 0)[: len(self.n)])
        cut = np.clip(np.searchsorted(whole, mine), self.value, until)
        under = mine * (cut - self.value) - (summed[cut] - summed[self.value])
        over = (summed[until] - summed[cut]) - mine * (until - cut)
        work = self._added(under + over) + summed[self.value[self.first]]
        distance: np.ndarray = work / (places - 1)
        return distance


def figures(payload: SensitiveValues, public: Public) -> tuple[Figure, ...]:
    """Draw, for each column, the people whose combination gives its value away.

    The largest distance is not drawn: of a combination with one value it is one minus the share of that
    value, and so says which value it is.
    """
    rows: list[tuple[Cell, ...]] = []
    for found in payload.columns:
        if not found.people or found.values < 2:
            continue
        same = found.below(2)
        said = may_be_said(same, len(found.quasi_identifiers), public.min_cell)
        rows.append(
            (
                found.column,
                same / found.rows if said else None,
                same if said else None,
                found.rows,
                found.distinct[0][0],
                round(found.least_entropy, 2),
                found.recursive[0][0],
            )
        )
    if not rows:
        return ()
    return (
        Figure(
            id="sensitive_values",
            kind=FigureKind.BARS,
            title=words(
                "sensitive_values_title",
                "People in combinations all of whose members have the same value",
            ),
            takeaway=words(
                "sensitive_values_takeaway",
                "Whoever knows such a combination knows the value, of however many people it consists.",
            ),
            columns=(
                Column(name="label", heading=words("heading_column", "Column")),
                Column(name="value", heading=words("heading_share", "Share"), unit="rate"),
                Column(name="same", heading=words("heading_people", "People"), unit="count"),
                Column(name="n", heading=words("heading_all_people", "All people"), unit="count"),
                Column(name="l", heading=words("heading_l", "Fewest values (l)"), unit="number"),
                Column(name="entropy", heading=words("heading_l_entropy", "l by entropy"), unit="number"),
                Column(name="recursive", heading=words("heading_l_recursive", "l, recursive (c = 3)"), unit="number"),
            ),
            rows=tuple(rows),
        ),
    )  # fmt: skip


def locate(part: Part, key: str) -> Iterator[int]:
    """Yield the rows, counted from 0, in combinations all of whose members have the same value."""
    if key not in confidential(part.plan):
        return
    names = [KEY + name for name in (*known(part.plan, key), key)]
    held: defaultdict[tuple[object, ...], set[object]] = defaultdict(set)
    for _, person, value in _people(part, names, key):
        held[person].add(value)
    for row, person, _ in _people(part, names, key):
        if len(held[person]) == 1:
            yield row


def _people(
    part: Part, names: Sequence[str], key: str
) -> Iterator[tuple[int, tuple[object, ...], object]]:
    for table in part.frame.batches(list(names)):
        cells = [table.column(name).to_pylist() for name in names]
        for row, *person, value in zip(table.column(ROW).to_pylist(), *cells, strict=True):
            if not _unrecorded(part, key, value):
                yield int(row), tuple(person), value


MEASURE = Measure(
    name="sensitive_values",
    payload=SensitiveValues,
    margins=margins,
    make=make,
    needs=("quasi_identifiers",),
    figures=figures,
    locate=locate,
    parameters=lambda part, payload: {  # noqa: ARG005 (the measure's signature)
        "recursive_c": RECURSIVE_C
    },
)
