"""Short rules on a few inputs, found by a shallow tree: `age ≤ 30 and post = North`.

Only what many people share can stand in a rule: a label that occurs often in a column of few labels, or
a rounded number. Free text, names and numbers of files, dates and columns of many labels are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.plan import label as text_of

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

DEPTH = 3
FEWEST = 50
"""People a rule must hold among those it is searched on, or 1 % of them if that is more."""
MOST_LABELS = 50
LONGEST_LABEL = 40
_DIGITS = 3


@dataclass(frozen=True)
class Condition:
    """One comparison of one input."""

    column: str
    label: str | None
    """The label it is about; None for a number."""
    edge: float
    above: bool
    """Whether the number lies above the edge; for a label, whether it is the one."""
    gaps: bool
    """Whether people without the number are among those not above the edge."""

    def __str__(self) -> str:
        if self.label is not None:
            return f"{self.column} {'=' if self.above else '≠'} {self.label}"
        if self.above:
            return f"{self.column} > {self.edge:g}"
        return f"{self.column} ≤ {self.edge:g}{' or not recorded' if self.gaps else ''}"


@dataclass(frozen=True)
class Rule:
    """Conditions that hold together."""

    conditions: tuple[Condition, ...]

    def __str__(self) -> str:
        return " and ".join(str(condition) for condition in self.conditions)


@dataclass(frozen=True)
class Inputs:
    """What a rule may speak about, as numbers.

    Attributes
    ----------
    matrix : ndarray, shape (n_rows, n_columns)
        1 where a row has a label; a number, or one below all others where it is missing.
    """

    matrix: np.ndarray
    names: tuple[tuple[str, str | None], ...]
    gaps: tuple[bool, ...]

    def holds(self, rule: Rule) -> np.ndarray:
        """Return which rows a rule holds for."""
        import numpy as np

        inside = np.ones(len(self.matrix), bool)
        for condition in rule.conditions:
            column = self.matrix[:, self.names.index((condition.column, condition.label))]
            above = column > condition.edge
            inside &= above if condition.above else ~above
        return inside


def inputs(table: pa.Table, columns: Sequence[str], fewest: int) -> Inputs:
    """Return the inputs that rules may name, with labels that enough people have and lack.

    Parameters
    ----------
    fewest : int
        Rows that a label, and its absence, must have.
    """
    import numpy as np

    names: list[tuple[str, str | None]] = []
    gaps: list[bool] = []
    arrays: list[np.ndarray] = []
    for column in columns:
        for label, values, missing in _encoded(table, column, fewest):
            names.append((column, label))
            gaps.append(missing)
            arrays.append(values)
    matrix = np.column_stack(arrays) if arrays else np.empty((table.num_rows, 0))
    return Inputs(matrix, tuple(names), tuple(gaps))


def _encoded(
    table: pa.Table, column: str, fewest: int
) -> Iterator[tuple[str | None, np.ndarray, bool]]:
    import numpy as np
    import pyarrow as pa

    values = table.column(column)
    kind = values.type
    if pa.types.is_boolean(kind) or pa.types.is_string(kind) or pa.types.is_large_string(kind):
        named = [None if v is None else text_of(v) for v in values.to_pylist()]
        yield from _labels(named, fewest)
        return
    if not (pa.types.is_integer(kind) or pa.types.is_floating(kind)):
        return
    numbers = np.asarray(values.cast(pa.float64(), safe=False).to_numpy(), float)
    known = numbers[~np.isnan(numbers)]
    # A whole number that is different for everybody names a file, not a property.
    if not len(known) or (
        pa.types.is_integer(kind) and len(np.unique(known)) > 0.9 * len(known) > 100
    ):
        return
    missing = np.isnan(numbers)
    yield None, np.where(missing, known.min() - 1, numbers), bool(missing.any())


def _labels(
    values: Sequence[str | None], fewest: int
) -> Iterator[tuple[str | None, np.ndarray, bool]]:
    from collections import Counter

    import numpy as np

    counts = Counter(value for value in values if value is not None)
    if len(counts) > MOST_LABELS or any(len(label) > LONGEST_LABEL for label in counts):
        return
    column = np.array(values, object)
    for label, n in sorted(counts.items()):
        if fewest <= n <= len(values) - fewest:
            yield label, (column == label).astype(float), False


def search(
    matrix: Inputs, event: np.ndarray, weight: np.ndarray, seed: int
) -> list[tuple[Rule, np.ndarray]]:
    """Return rules of a shallow tree on the events, and the rows of each; parents before children.

    Parameters
    ----------
    event, weight : ndarray, shape (n_rows,)
    """
    from sklearn.tree import DecisionTreeClassifier

    fewest = max(FEWEST, len(event) // 100)
    if not matrix.names or len(event) < 2 * fewest or not 0 < event.sum() < len(event):
        return []
    fitted = DecisionTreeClassifier(
        max_depth=DEPTH, min_samples_leaf=fewest, random_state=seed % 2**32
    ).fit(matrix.matrix, event, sample_weight=weight)
    tree = fitted.tree_
    found = []

    def walk(node: int, conditions: tuple[Condition, ...]) -> None:
        if conditions:
            rule = Rule(_joined(conditions))
            inside = matrix.holds(rule)
            if fewest <= inside.sum() <= len(event) - fewest:
                found.append((rule, inside))
        if tree.children_left[node] < 0:
            return
        place = int(tree.feature[node])
        column, label = matrix.names[place]
        edge = 0.5 if label is not None else _rounded(float(tree.threshold[node]))
        for child, above in ((tree.children_left[node], False), (tree.children_right[node], True)):
            step = Condition(column, label, edge, above, gaps=matrix.gaps[place])
            walk(int(child), (*conditions, step))

    walk(0, ())
    return found


def _rounded(value: float) -> float:
    """Return a number with few digits: an edge between two people's values must not tell them."""
    return float(f"{value:.{_DIGITS}g}")


def _joined(conditions: Sequence[Condition]) -> tuple[Condition, ...]:
    """Leave out what a later condition on the same input says more narrowly."""
    kept: dict[tuple[str, str | None, bool], Condition] = {}
    for condition in conditions:
        kept[condition.column, condition.label, condition.above] = condition
    named = {(c.column) for c in kept.values() if c.label is not None and c.above}
    return tuple(c for c in kept.values() if c.label is None or c.above or c.column not in named)
