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
from zlib import crc32

from audit.errors import PlanError
from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public, Tables
from audit.measures._bars import words
from audit.measures._rows import KEY
from audit.measures._value_counts import ValueCounts
from audit.measures.equivalence_classes import may_be_said
from audit.plan import ColumnSection, PartPlan, label
from audit.system import ROW, Cells, Frame, Margin, Part
from audit.vocabulary import FigureKind, Ground

if TYPE_CHECKING:
    import numpy as np

RECURSIVE_C = 3.0
"""The c of recursive (c, l)-diversity: the commonest value is rarer than c times all from the l-th on."""

STEPS = 1000
"""Distances are kept in thousandths, rounded up."""

_NOTHING = 0.005

ALPHA = 0.025
"""Error of ruling chance out in some combination of a column; as much is left to their number as a whole."""

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
    refuted : tuple of (int, int, int)
        The same of combinations alone in which chance is ruled out, all of the column together
        (`audit.inference.closeness`).
    chance : tuple of (int, float, float, float)
        What would lie farther than so many thousandths if values were dealt out at random: combinations,
        their people, and no less than the variance of those; up to the step beyond which there is nothing.
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
    refuted: Spread
    chance: tuple[tuple[int, float, float, float], ...]
    furthest: float

    def below(self, l: float) -> int:  # noqa: E741 (the field's letter)
        """Return how many people are in combinations of fewer than `l` different values."""
        return sum(people for found, _, people in self.distinct if found < l)

    def farther(self, t: float) -> int:
        """Return how many people are in combinations farther than `t` from the whole."""
        return sum(people for step, _, people in self.distances if step > _step(t))

    def beyond_chance(self, t: float) -> int:
        """Return how many people are in combinations farther than `t` in which chance is ruled out."""
        return sum(people for step, _, people in self.refuted if step > _step(t))

    def more_than_chance(self, t: float) -> bool:
        """Tell whether more people are in combinations farther than `t` than chance accounts for."""
        from audit.inference.closeness import more_than_chance

        return more_than_chance(self.farther(t), *self.by_chance(t), ALPHA)

    def by_chance(self, t: float) -> tuple[float, float]:
        """Return how many people chance alone would put farther than `t`, and the variance of that."""
        return next(
            ((people, variance) for step, _, people, variance in self.chance if step == _step(t)),
            (0.0, 0.0),
        )

    @property
    def rows(self) -> int:
        """People with a recorded value and without; beside it, the one number tells nobody the other."""
        return self.people + self.unrecorded

    @property
    def combinations(self) -> int:
        """Combinations with a recorded value."""
        return sum(classes for _, classes, _ in self.distinct)


def _step(t: float) -> int:
    return int(t * STEPS + 1e-9)


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


def _as_filed(part: Part, column: str) -> Frame:
    """Return the table with quasi-identifiers as the file has them: who gets it can tell them apart.

    What counts as one value of the column itself is for the plan to say.
    """
    return part.frame.as_filed(known(part.plan, column))


def _by_plan(part: Part) -> tuple[str, ...]:
    """Return the columns whose quasi-identifiers the plan leaves as they are: counted with all others."""
    return tuple(c for c in confidential(part.plan) if _as_filed(part, c) is part.frame)


def _margin(part: Part, column: str) -> Margin:
    return Margin(keys=(*known(part.plan, column), column))


def margins(part: Part) -> Sequence[Margin]:
    """Ask for people by all quasi-identifiers and the column at once, for each column."""
    return [_margin(part, column) for column in _by_plan(part)]


def make(part: Part, tables: Tables) -> SensitiveValues:
    """Measure how the values of each column lie within the combinations."""
    cells = dict(zip(_by_plan(part), tables, strict=True))
    for column in confidential(part.plan):
        if column not in cells:
            (cells[column],) = _as_filed(part, column).count([_margin(part, column)])
    return SensitiveValues(
        columns=tuple(_classes(part, column, cells[column]) for column in confidential(part.plan))
    )


def _classes(part: Part, column: str, cells: Cells) -> ValueClasses:
    import numpy as np

    places, ordered = _places(part, column, cells.labels[-1])
    value = places[cells.codes[:, -1]]
    some = value >= 0
    groups = _groups(cells.codes[some, :-1])
    n = cells.n[some]
    counts = ValueCounts.of(groups, value[some], n)
    distances = counts.distance(ordered=ordered)
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
        refuted=_refuted(counts, distances, steps, ordered=ordered),
        chance=_chance(counts, _rng(part, column), ordered=ordered),
        furthest=float(distances.max()) if len(distances) else 0.0,
    )


def _rng(part: Part, column: str) -> np.random.Generator:
    import numpy as np

    return np.random.default_rng([part.audit.seed % 2**32, crc32(column.encode())])


def _refuted(
    counts: ValueCounts, distances: np.ndarray, steps: np.ndarray, *, ordered: bool
) -> Spread:
    from audit.inference import closeness

    n = counts.people
    mean = closeness.mean_at_most(counts.overall, n, ordered=ordered)
    p = closeness.p_values(n, distances, mean, counts.telling(), len(counts.overall))
    those = closeness.refuted(p, n, ALPHA)
    return _spread(steps[those], n[those])


def _chance(
    counts: ValueCounts, rng: np.random.Generator, *, ordered: bool
) -> tuple[tuple[int, float, float, float], ...]:
    import numpy as np

    from audit.inference import closeness

    if len(counts.overall) < 2:
        return ()

    def drawn(n: int, draws: int) -> np.ndarray:
        return counts.drawn(n, draws, ordered=ordered, rng=rng)

    sizes, groups = np.unique(counts.people, return_counts=True)
    steps = np.arange(STEPS) / STEPS
    found = closeness.beyond(sizes, groups, counts.overall, drawn, steps, ordered=ordered)
    return tuple(
        (step, round(float(g), 2), round(float(p), 2), round(float(v), 2))
        for step, (g, p, v) in enumerate(
            zip(found.groups, found.people, found.variance, strict=True)
        )
        if p > 0 or v > _NOTHING
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
    for table in _as_filed(part, key).batches(list(names)):
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
        "recursive_c": RECURSIVE_C,
        "seed": part.audit.seed,
    },
    version=4,
)
