"""Coarser columns sought together: where no step alone helps, several can.

All sets of a few steps, one a column, are listed with two numbers that need no count: the information they cost,
and how much is left to tell people apart by, the entropies of the coarser columns added up. Counted are the sets on the
front of the two (no other costs less and leaves less), then those on the front of the rest, and so on, as many
as may be. In the end each step of the best set is made as fine as can be without anybody more in a small combination.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np


class Counted(Protocol):
    """What a set of steps would give."""

    @property
    def lost(self) -> float:
        """Share of the information that would be lost."""

    def below(self, k: int) -> int:
        """Return the people in combinations of fewer than `k`."""


Found = TypeVar("Found", bound=Counted)

Steps = tuple[int, ...]
"""By column, the step that is taken, counted from 1; 0 for none."""


@dataclass(frozen=True)
class Joint(Generic[Found]):
    """The search over sets of steps.

    Parameters
    ----------
    lost : sequence of ndarray
        By column, share of its information that each of its steps loses, the first 0: that of no step.
    entropy : sequence of float
        Of each column.
    count : callable
        Set of steps to what it would give.
    k : int
        Fewest people a combination should hold.
    most : int
        Sets that may be counted, besides those of `start` and the finer ones in the end.
    """

    lost: Sequence[np.ndarray]
    entropy: Sequence[float]
    count: Callable[[Steps], Found]
    k: int
    most: int

    def best(self, deep: int, start: Iterable[Steps] = ()) -> Steps | None:
        """Return the set of up to `deep` steps with fewest people below k, and of those the least loss.

        None where nothing that was counted helps anybody.
        """
        nothing: Steps = (0,) * len(self.lost)
        known = {steps: self.count(steps) for steps in (nothing, *start)}
        if not known[nothing].below(self.k):
            return None
        for steps in self._promising(deep):
            if steps not in known:
                known[steps] = self.count(steps)
        found = min(known, key=lambda steps: self._rank(steps, known[steps]))
        least = known[found].below(self.k)
        if least >= known[nothing].below(self.k):
            return None
        return self._finer(found, least)

    def _rank(self, steps: Steps, found: Found) -> tuple[int, float, int]:
        return found.below(self.k), found.lost, sum(step > 0 for step in steps)

    def _promising(self, deep: int) -> Iterator[Steps]:
        """Yield sets front by front, each from those that cost least."""
        import numpy as np

        sets = self._sets(deep)
        each = [self.lost[c][sets[:, c]] for c in range(len(self.lost))]
        cost = np.sum(each, axis=0)
        left = np.sum([h * (1 - lost) for h, lost in zip(self.entropy, each, strict=True)], axis=0)
        order = np.lexsort((left, cost))
        given = 0
        while len(order) and given < self.most:
            reached = np.minimum.accumulate(left[order])
            front = np.r_[True, left[order][1:] < reached[:-1] - 1e-12]
            for place in order[front][: self.most - given].tolist():
                yield tuple(int(step) for step in sets[place])
            given += int(front.sum())
            order = order[~front]

    def _sets(self, deep: int) -> np.ndarray:
        """Return all sets of up to `deep` steps, shape (n_sets, n_columns)."""
        import numpy as np

        columns = len(self.lost)
        made = []
        for size in range(1, min(deep, columns) + 1):
            for chosen in combinations(range(columns), size):
                steps = np.meshgrid(*(np.arange(1, len(self.lost[c])) for c in chosen))
                block = np.zeros((steps[0].size, columns), dtype=np.int16)
                for c, step in zip(chosen, steps, strict=True):
                    block[:, c] = step.ravel()
                made.append(block)
        return np.concatenate(made) if made else np.zeros((0, columns), dtype=np.int16)

    def _finer(self, steps: Steps, most: int) -> Steps:
        """Return the set with each step as fine as can be without more people below k."""
        for c, taken in enumerate(steps):
            for finer in range(taken):
                tried = (*steps[:c], finer, *steps[c + 1 :])
                if self.count(tried).below(self.k) <= most:
                    steps = tried
                    break
        return steps
