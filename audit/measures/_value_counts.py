"""People by combination and confidential value: how diverse a combination is, and how far from the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True)
class ValueCounts:
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
    def of(
        cls, group: np.ndarray, value: np.ndarray, n: np.ndarray, overall: np.ndarray | None = None
    ) -> ValueCounts:
        """Return the counts of cells; groups are numbered from 0 and none is empty.

        Parameters
        ----------
        overall : ndarray, optional
            Of another whole than these cells together.
        """
        import numpy as np

        order = np.lexsort((value, group))
        group, value, n = group[order], value[order], n[order]
        first = np.flatnonzero(np.diff(group, prepend=-1))
        people = np.add.reduceat(n, first) if len(n) else n
        if overall is None:
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

    def distance(self, *, ordered: bool) -> np.ndarray:
        """Return each combination's distance from the whole, in [0, 1]."""
        return self.moved() if ordered else self.differing()

    def telling(self) -> np.ndarray:
        """Return for each combination how much its most overrepresented value speaks against chance."""
        import numpy as np

        from audit.inference.closeness import information

        if not len(self.first):
            return np.zeros(0)
        cells = information(self.people[self.group], self.n, self.overall[self.value])
        most: np.ndarray = np.maximum.reduceat(cells, self.first)
        return most

    def drawn(self, n: int, draws: int, *, ordered: bool, rng: np.random.Generator) -> np.ndarray:
        """Return the distances of groups of `n` people, each drawn without replacement.

        Larger groups than `EACH` are drawn with replacement, and their distance is shrunk to that of a draw
        without: by the root of (N - n) / (N - 1).
        """
        import numpy as np

        from audit.inference.closeness import EACH

        values, everybody = len(self.overall), int(self.people.sum())
        last = np.cumsum(np.rint(self.overall * everybody).astype(np.int64))
        person = (
            _different(n, draws, everybody, rng)
            if n <= EACH
            else rng.integers(0, everybody, (draws, n))
        )
        value = np.searchsorted(last, person.reshape(-1), side="right")
        group = np.repeat(np.arange(draws, dtype=np.int64), n)
        cells, counts = np.unique(group * values + value, return_counts=True)
        made = ValueCounts.of(cells // values, cells % values, counts, self.overall)
        shrunk = 1.0 if n <= EACH else float(np.sqrt((everybody - n) / (everybody - 1)))
        return made.distance(ordered=ordered) * shrunk

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


def _different(n: int, draws: int, everybody: int, rng: np.random.Generator) -> np.ndarray:
    """Return draws of `n` different people each, shape (draws, n)."""
    import numpy as np

    if n * n > everybody:
        return rng.random((draws, everybody)).argpartition(n - 1, axis=1)[:, :n]
    person = rng.integers(0, everybody, (draws, n))
    again = np.arange(draws)
    while len(again):
        inside = np.sort(person[again], axis=1)
        again = again[(np.diff(inside, axis=1) == 0).any(axis=1)]
        person[again] = rng.integers(0, everybody, (len(again), n))
    return person
