"""Which categories and cells are withheld so that a small one cannot be worked out by subtraction.

Complementary suppression (Hundepool et al., *Statistical Disclosure Control*, 2012, ch. 4.3): a
reader who knows every printed table of counts holds a system of linear equations; a withheld count
is safe from subtraction if it is no combination of them. The order of choice is fixed (smallest
first, then by label), so that the same data withhold the same cells.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

Cell = tuple[str, str]
Pair = tuple[str, str]
_CERTAIN = 1e-7


@dataclass
class Suppression:
    """What is withheld from the tables of a part.

    Parameters
    ----------
    margins : mapping
        Feature to group to people.
    pairs : mapping
        Two features to their cells (two groups) to people; empty cells left out.
    fewest : int
        Fewest people a printed category may have.
    last : mapping
        Feature to the group that others are compared with: withheld after all others.
    nested : collection of (str, str)
        Pairs of which one feature pools the groups of the other: what protects a small group is then
        sought in its own region first, because the region's total is printed.
    forced : collection
        Groups and cells, as columns with their labels, that are withheld whatever their size.
    """

    margins: Mapping[str, Mapping[str, int]]
    pairs: Mapping[Pair, Mapping[Cell, int]]
    fewest: int
    last: Mapping[str, str] = field(default_factory=dict)
    nested: Collection[Pair] = ()
    forced: Collection[frozenset[tuple[str, str]]] = ()
    groups: dict[str, set[str]] = field(default_factory=dict)
    """Feature to the groups that stand in its one line of other groups."""
    cells: dict[Pair, set[Cell]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for feature, people in self.margins.items():
            small = {g for g, n in people.items() if n < self.fewest}
            small |= {g for g in people if frozenset([(feature, g)]) in self.forced}
            self.groups[feature] = small
            for members in self._regions(feature):
                self._protect(feature, members)
            while small and self._open(len(small), sum(people[g] for g in small)):
                if not self._pull_group(feature):
                    break
        self.cells = {
            pair: {c for c in cells if frozenset(zip(pair, c, strict=True)) in self.forced}
            for pair, cells in self.pairs.items()
        }
        given_up: set[frozenset[tuple[object, ...]]] = set()
        while True:
            while self._close_lines():
                pass
            loose = [target for target in self._derivable() if target not in given_up]
            if not loose:
                return
            given_up |= {target for target in loose if not self._mend(target)}

    def _regions(self, feature: str) -> list[set[str]]:
        """Return the groups of a feature that another pools into one, the largest pools last."""
        found: list[set[str]] = []
        for pair in self.nested:
            if feature in pair:
                axis = pair.index(feature)
                pools: dict[str, set[str]] = {}
                for cell in self.pairs[pair]:
                    pools.setdefault(cell[1 - axis], set()).add(cell[axis])
                if sum(map(len, pools.values())) == len(self.margins[feature]):
                    found += pools.values()
        return sorted(found, key=lambda pool: (len(pool), sorted(pool)))

    def _protect(self, feature: str, members: set[str]) -> None:
        people = self.margins[feature]
        while inside := self.groups[feature] & members:
            enough = not self._open(len(inside), sum(people[g] for g in inside))
            if enough or not self._pull_group(feature, members):
                return

    def _open(self, count: int, people: float) -> bool:
        return count < 2 or people < self.fewest

    def _pull_group(self, feature: str, among: Iterable[str] | None = None) -> bool:
        """Withhold the smallest group of a feature that is still printed."""
        people = self.margins[feature]
        left = set(people if among is None else among) - self.groups[feature]
        if not left:
            return False
        kept = self.last.get(feature)
        self.groups[feature].add(min(left, key=lambda g: (g == kept, people[g], g)))
        return True

    def _close_lines(self) -> bool:
        """Withhold what the rows and columns need; whether anything was added."""
        changed = False
        for pair, people in self.pairs.items():
            a, b = pair
            hidden = self.cells[pair]
            before = len(hidden)
            hidden |= {
                cell
                for cell, n in people.items()
                if n < self.fewest or cell[0] in self.groups[a] or cell[1] in self.groups[b]
            }
            for axis, group in self._lines(pair):
                line = [cell for cell in people if cell[axis] == group]
                while any(cell in hidden for cell in line):
                    inside = [cell for cell in line if cell in hidden]
                    if not self._open(len(inside), sum(people[cell] for cell in inside)):
                        break
                    if not self._pull_cell(pair, line):
                        break
            changed |= len(hidden) > before
        return changed

    def _lines(self, pair: Pair) -> Iterator[tuple[int, str]]:
        """Rows, then columns, whose margin is printed."""
        for axis in (0, 1):
            groups = {cell[axis] for cell in self.pairs[pair]} - self.groups[pair[axis]]
            yield from ((axis, group) for group in sorted(groups))

    def _pull_cell(self, pair: Pair, line: Iterable[Cell]) -> bool:
        people = self.pairs[pair]
        left = [cell for cell in line if cell not in self.cells[pair]]
        if not left:
            return False
        self.cells[pair].add(min(left, key=lambda cell: (people[cell], cell)))
        return True

    def _derivable(self) -> list[frozenset[tuple[object, ...]]]:
        """Return the small counts (of a category, or of all small ones of a line) that can be worked out."""
        import numpy as np

        position, equations = self._equations()
        if not equations:
            return []
        matrix = np.zeros((len(equations), len(position)))
        for row, equation in enumerate(equations):
            for name, sign in equation.items():
                matrix[row, position[name]] = sign
        _, scale, basis = np.linalg.svd(matrix, full_matrices=False)
        basis = basis[scale > _CERTAIN * max(scale[0], 1.0)]
        found = []
        for target in self._targets(position, equations):
            at = [position[name] for name in target]
            inside = float((basis[:, at].sum(axis=1) ** 2).sum())
            if inside > len(at) - _CERTAIN:
                found.append(target)
        return sorted(found, key=lambda t: (len(t), sum(map(self._people, t)), sorted(map(str, t))))

    def _equations(
        self,
    ) -> tuple[dict[tuple[object, ...], int], list[dict[tuple[object, ...], int]]]:
        """Return withheld counts by position, and what a reader knows of their sums."""
        position: dict[tuple[object, ...], int] = {}
        equations: list[dict[tuple[object, ...], int]] = []
        for feature, groups in self.groups.items():
            margins: list[tuple[object, ...]] = [(feature, group) for group in sorted(groups)]
            if margins:
                equations.append(dict.fromkeys(margins, 1))
            position |= {margin: i for i, margin in enumerate(margins, len(position))}
        for pair, cells in self.cells.items():
            lines: dict[tuple[int, str], dict[tuple[object, ...], int]] = {}
            for cell in sorted(cells):
                name: tuple[object, ...] = (pair, cell)
                position[name] = len(position)
                for axis in (0, 1):
                    line = lines.setdefault((axis, cell[axis]), {})
                    line[name] = 1
                    if cell[axis] in self.groups[pair[axis]]:
                        line[pair[axis], cell[axis]] = -1
            equations += [line for _, line in sorted(lines.items())]
        return position, equations

    def _targets(
        self,
        position: Iterable[tuple[object, ...]],
        equations: Iterable[Mapping[tuple[object, ...], int]],
    ) -> set[frozenset[tuple[object, ...]]]:
        small = {name for name in position if self._people(name) < self.fewest}
        targets = {frozenset([name]) for name in small}
        for equation in equations:
            inside = frozenset(name for name, sign in equation.items() if sign > 0) & small
            if inside and sum(map(self._people, inside)) < self.fewest:
                targets.add(inside)
        return targets

    def _people(self, name: tuple[object, ...]) -> int:
        key, label = name
        if isinstance(key, str):
            return self.margins[key][str(label)]
        return self.pairs[key][label]  # type: ignore[index]

    def _mend(self, target: frozenset[tuple[object, ...]]) -> bool:
        """Withhold one thing more, the nearest first: of the lines, then of the margins."""
        for key, label in sorted(target, key=str):
            if isinstance(key, str):
                if self._pull_group(key):
                    return True
                continue
            pair: Pair = key  # type: ignore[assignment]
            cell: Cell = label  # type: ignore[assignment]
            people = self.pairs[pair]
            lines = [[other for other in people if other[axis] == cell[axis]] for axis in (0, 1)]
            if any(self._pull_cell(pair, line) for line in lines):
                return True
            for axis, line in ((0, lines[1]), (1, lines[0])):
                if self._pull_group(pair[axis], {other[axis] for other in line}):
                    return True
        return False
