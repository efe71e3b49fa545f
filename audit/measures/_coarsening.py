"""What coarser columns would give: fewer people alone, at the cost of detail; on counted cells alone.

For each column there is a ladder of steps, from the finest to leaving it out. A step maps values to
coarser ones; the cells are grouped anew and the people counted. Nothing is applied to the data.

The cost is the share of information lost in the column, its conditional entropy given the coarser one
over its entropy, averaged over the quasi-identifiers (non-uniform entropy).

References
----------
De Waal & Willenborg 1999, Netherlands Official Statistics 14:17-20 (entropy as a measure of loss).
Gionis & Tassa 2009, IEEE Transactions on Knowledge and Data Engineering 21(2):206-219.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from audit.measures._cell_groups import Grid, Grouped, combined, people
from audit.measures._joint_steps import Joint, Steps
from audit.measures._ladders import Change, Step, ladder

if TYPE_CHECKING:
    import numpy as np

MOST_STEPS = 4
MOST_VISITS = 40_000_000
"""Cells that the search over sets of steps may look at: some seconds."""
FEWEST_SETS, MOST_SETS = 40, 1_500
"""Sets of steps that are counted in any case, and at most."""
_LEAST_COST = 0.001


@dataclass(frozen=True, slots=True, kw_only=True)
class Coarsened:
    """What some changes together would give.

    Attributes
    ----------
    alone, below_5, below_11 : int
        People who would be alone in their combination, or in one of fewer than 5 or 11.
    smallest : int
        People in the smallest combination: the k that the table would have.
    groups : int
        Combinations that would remain.
    lost : float
        Share of the information of the quasi-identifiers that would be lost, in [0, 1].
    """

    changes: tuple[Change, ...]
    alone: int
    below_5: int
    below_11: int
    smallest: int
    groups: int
    lost: float

    @property
    def words(self) -> tuple[str, ...]:
        """The changes in a few words each."""
        return tuple(change.words for change in self.changes)

    def below(self, k: int) -> int:
        """Return the people in combinations of fewer than 5, or than 11 where `k` is larger."""
        return self.below_11 if k > 5 else self.below_5


@dataclass(frozen=True)
class Search:
    """Cells, some columns perhaps coarser already, and the steps that are left for each.

    Attributes
    ----------
    ladders : tuple of tuple of step
        By column, in the codes of the grid.
    taken : tuple of step or None
        By column, what was done to it.
    """

    grid: Grid
    ladders: tuple[tuple[Step, ...], ...]
    taken: tuple[Step | None, ...]

    @classmethod
    def over(cls, grid: Grid, kinds: Sequence[str]) -> Search:
        """Return the search over counted cells.

        Parameters
        ----------
        kinds : sequence of str
            Type of each column.
        """
        import numpy as np

        ladders = []
        for k, column in enumerate(grid.columns):
            weights = np.bincount(grid.codes[k], weights=grid.n, minlength=grid.sizes[k])
            steps = ladder(column, grid.labels[k], weights, kinds[k])
            ladders.append(tuple(steps))
        return cls(grid, tuple(ladders), (None,) * len(ladders))

    def options(self) -> tuple[Coarsened, ...]:
        """Return what each step that is left would give, column by column."""
        return tuple(found for _, _, found in self._options())

    def together(self, k: int) -> tuple[Coarsened, ...]:
        """Return steps that leave fewest people in combinations of fewer than `k`, one after the other.

        At most `MOST_STEPS`, one a column, sought together (`audit.measures._joint_steps`) as far as
        `MOST_VISITS` allow, and no worse than each time the step that helps most for its cost. The last is
        what all of them give; those before it stand in the order in which they help most.
        """
        import numpy as np

        greedy = self._greedy(k)
        joint = Joint(
            [np.array([0.0, *(step.lost for step in steps)]) for steps in self.ladders],
            self._entropies(),
            self._of,
            k,
            min(max(MOST_VISITS // max(len(self.grid.n), 1), FEWEST_SETS), MOST_SETS),
        )
        start = [self._named(greedy[-1].changes)] if greedy else []
        best = joint.best(MOST_STEPS, start)
        return () if best is None else self._in_order(best, k)

    def _entropies(self) -> list[float]:
        import numpy as np

        found = []
        for codes, size in zip(self.grid.codes, self.grid.sizes, strict=True):
            share = np.bincount(codes, weights=self.grid.n, minlength=size) / self.grid.n.sum()
            share = share[share > 0]
            found.append(float(-(share * np.log(share)).sum()))
        return found

    def _of(self, steps: Steps) -> Coarsened:
        """Count what a set of steps gives."""
        grid = self.grid
        done = [
            ladder[at - 1] if at else None for ladder, at in zip(self.ladders, steps, strict=True)
        ]
        codes = [
            grid.codes[c] if step is None else step.codes[grid.codes[c]]
            for c, step in enumerate(done)
        ]
        sizes = [
            size if step is None else int(step.codes.max()) + 1
            for size, step in zip(grid.sizes, done, strict=True)
        ]
        taken = [step for step in done if step is not None]
        return replace(
            _counts(combined(codes, sizes), grid.n),
            changes=tuple(step.change for step in taken),
            lost=sum(step.lost for step in taken) / len(done),
        )

    def _named(self, changes: Sequence[Change]) -> Steps:
        place = {
            step.change: (c, at)
            for c, steps in enumerate(self.ladders)
            for at, step in enumerate(steps, 1)
        }
        chosen = dict(place[change] for change in changes)
        return tuple(chosen.get(c, 0) for c in range(len(self.ladders)))

    def _in_order(self, steps: Steps, k: int) -> tuple[Coarsened, ...]:
        """Return what the steps of a set give one after the other, each time the one that helps most."""
        left = {c for c, at in enumerate(steps) if at}
        so_far: Steps = (0,) * len(steps)
        path: list[Coarsened] = []
        while left:
            tried = {c: (*so_far[:c], steps[c], *so_far[c + 1 :]) for c in sorted(left)}
            found = {c: self._of(each) for c, each in tried.items()}
            best = min(found, key=lambda c: (found[c].below(k), found[c].groups, found[c].lost))
            so_far = tried[best]
            left.discard(best)
            path.append(found[best])
        return tuple(path)

    def _greedy(self, k: int) -> tuple[Coarsened, ...]:
        """Return steps taken one after the other, each the one that helps most for what it costs."""
        search, path = self, list[Coarsened]()
        below, lost = _counts(combined(self.grid.codes, self.grid.sizes), self.grid.n).below(k), 0.0
        while below and len(path) < MOST_STEPS:
            options = [o for o in search._options() if o[2].below(k) < below]
            if not options:
                break

            def worth(option: tuple[int, Step, Coarsened], b: int = below, c: float = lost) -> Any:
                _, _, found = option
                return (b - found.below(k)) / max(found.lost - c, _LEAST_COST), -found.lost

            place, step, found = max(options, key=worth)
            path.append(found)
            below, lost = found.below(k), found.lost
            search = search._after(place, step)
        return tuple(path)

    def _options(self) -> Iterator[tuple[int, Step, Coarsened]]:
        grid = self.grid
        for place, steps in enumerate(self.ladders):
            others = [c for c in range(len(grid.columns)) if c != place]
            rest = [grid.codes[c] for c in others], [grid.sizes[c] for c in others]
            kept = combined(*rest) if others and steps else None
            for step in steps:
                codes, size = step.codes[grid.codes[place]], int(step.codes.max()) + 1
                together = [codes] if kept is None else [kept.places, codes]
                sizes = [size] if kept is None else [kept.bound, size]
                taken = (*self.taken[:place], step, *self.taken[place + 1 :])
                done = [each for each in taken if each is not None]
                found = replace(
                    _counts(combined(together, sizes), grid.n),
                    changes=tuple(each.change for each in done),
                    lost=sum(each.lost for each in done) / len(taken),
                )
                yield place, step, found

    def _after(self, place: int, step: Step) -> Search:
        """Return the search with one column coarser; its other steps stay where they are coarser still."""
        import numpy as np

        grid, labels = self.grid, list(self.grid.labels)
        codes = list(grid.codes)
        codes[place] = step.codes[grid.codes[place]]
        labels[place] = tuple(range(int(step.codes.max()) + 1))
        sizes = [len(names) for names in labels]
        cells = combined(codes, sizes)
        total = people(cells, grid.n)
        first = np.zeros(cells.bound, dtype=np.int64)
        first[cells.places] = np.arange(len(cells.places))
        kept = first[total > 0]
        coarser = Grid(
            grid.columns, tuple(labels), tuple(code[kept] for code in codes), total[total > 0]
        )
        left = [each for each in (_upon(step, more) for more in self.ladders[place]) if each]
        ladders = (*self.ladders[:place], tuple(left), *self.ladders[place + 1 :])
        taken = (*self.taken[:place], step, *self.taken[place + 1 :])
        return Search(coarser, ladders, taken)


def _upon(step: Step, more: Step) -> Step | None:
    """Return a step in the codes of one taken before, None unless it only joins what that one made."""
    import numpy as np

    size = int(step.codes.max()) + 1
    codes = np.zeros(size, dtype=np.int32)
    codes[step.codes] = more.codes
    nested = bool((codes[step.codes] == more.codes).all())
    return replace(more, codes=codes) if nested and more.lost > step.lost else None


def _counts(grouped: Grouped, n: np.ndarray) -> Coarsened:
    total = people(grouped, n)
    present = total[total > 0]
    return Coarsened(
        changes=(),
        alone=int((present == 1).sum()),
        below_5=int(present[present < 5].sum()),
        below_11=int(present[present < 11].sum()),
        smallest=int(present.min()) if len(present) else 0,
        groups=len(present),
        lost=0.0,
    )
