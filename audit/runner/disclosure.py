"""What may be shown: an audit report must not become the leak.

Categories of fewer than `min_cell` people lose their name and stand together in one line, the same
in every table, with as many others as it takes that none comes back by subtraction. A group beyond
its limit that may be named stays named. Reviewers are pseudonymous everywhere. The exact figures
stay in `evidence/`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypedDict

from audit.finding import Estimate
from audit.measures.intersections import TIMES
from audit.plan import PartPlan
from audit.runner.suppressing import Suppression
from audit.vocabulary import ALL, NOT_RECORDED, RANDOM_ARM, Outcome

Cell = frozenset[tuple[str, str]]
"""A group, or a cell of two: columns with their labels."""

Sizes = Callable[[str], Mapping[str, int]]
"""Column (or `a × b`) to people by label: the smallest number over the samples shown."""


def others(groups: int, people: float) -> str:
    """Return the one text that stands for categories too small to be named."""
    count = "1 group" if groups == 1 else f"{groups} groups"
    return f"other groups ({count}, {int(people):,} people)"


OUTSIDE = "outside_random_arm"
"""The sample nobody prints: what is left of everybody without the random arm, by subtraction."""

FEWEST_COUNTED = 5
"""Fewest people in a denominator whose events are printed, or `min_cell` if that is less."""


@dataclass(frozen=True)
class Disclosure:
    """The one place where small categories lose their name; implements `audit.measure.Public`.

    Parameters
    ----------
    sizes : callable
        People by label of a column; asked once a column.
    min_cell : int
        Fewest people a named category may have.
    reviewers : tuple of str
        Columns whose values are people who decide.
    people_here : callable, optional
        People by label in all rows of this part, where `sizes` looks at others as well: what is counted
        in the line of other groups. A sum of the smallest would be one more number to subtract.
    forced : set
        Groups and cells that stand in the line of others because they do in another part of the table.
    protected : tuple of str
        Features whose groups are printed.
    secret : str
        Pseudonyms are ordered by a hash with it, so that order and name say nothing to somebody who has a
        list of those who decide. The seed alone is public.
    seed : int
        Orders them, too.
    pairs : tuple of (str, str)
        Pairs of features whose cells are printed: they are protected together with their margins.
    nested : tuple of (str, str)
        Those of `pairs` of which one feature pools the groups of the other.
    references : mapping of str to str
        Feature to the group that others are compared with; its rate stands in every line, so it is
        withheld after all others.
    """

    sizes: Sizes
    min_cell: int
    reviewers: tuple[str, ...] = ()
    seed: int = 0
    pairs: tuple[tuple[str, str], ...] = ()
    references: Mapping[str, str] = field(default_factory=dict)
    nested: tuple[tuple[str, str], ...] = ()
    secret: str = ""
    protected: tuple[str, ...] = ()
    people_here: Sizes | None = None
    forced: frozenset[Cell] = frozenset()

    def withheld(self) -> frozenset[Cell]:
        """Return the groups, and the cells of pairs, that stand in a line of others."""
        columns = dict.fromkeys([*self.protected, *(c for pair in self.pairs for c in pair)])
        found = {frozenset([(c, group)]) for c in columns for group in self.hidden(c)}
        for pair in self.pairs:
            hidden = self.hidden(TIMES.join(pair))
            found |= {
                frozenset(zip(pair, cell, strict=True))
                for cell, label in self._cells(pair).items()
                if label in hidden
            }
        return frozenset(found)

    def own(self, column: str) -> Mapping[str, int]:
        """Return people by label in all rows of this part."""
        return (self.people_here or self.sizes)(column)

    def groups(self, column: str, labels: Iterable[str]) -> dict[str, str]:
        """Map each label to what may be printed beside its figures."""
        people = self.sizes(column)
        hidden = self.hidden(column)
        here = self.own(column)
        together = others(len(hidden), sum(here.get(g, 0) for g in hidden))
        names = self._pseudonyms(people) if column in self.reviewers else {}
        shown = {}
        for label in dict.fromkeys(labels):
            if label in hidden or label not in people:
                shown[label] = together
            else:
                shown[label] = names.get(label, label)
        return shown

    def named(self, column: str, labels: Iterable[str]) -> dict[str, str]:
        """Map each label to what it may be called where no figure of its own is printed.

        A group that is withheld only to protect a smaller one keeps its name: that it is beyond
        the limit is said, by how much is not.
        """
        people = self.sizes(column)
        shown = self.groups(column, labels)
        if column in self.reviewers:
            return shown
        protects = {g for g in self.hidden(column) if self._large(column, g)}
        return {g: g if g in protects and g in people else name for g, name in shown.items()}

    def hidden(self, column: str) -> frozenset[str]:
        """Return the labels that stand in the one line of other groups."""
        if column not in self._hidden:
            self._hidden.update(self._suppressed(column))
        return self._hidden[column]

    def merged(self, column: str) -> tuple[int, int]:
        """Return how many categories of a column are merged, and their people."""
        people = self.own(column)
        hidden = self.hidden(column)
        return len(hidden), sum(people.get(g, 0) for g in hidden)

    @cached_property
    def _hidden(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _together_protected(self) -> dict[str, frozenset[str]]:
        return self._suppress(self.pairs)

    def _suppressed(self, column: str) -> dict[str, frozenset[str]]:
        if column in self._together_protected:
            return self._together_protected
        parts = column.split(TIMES)
        if len(parts) == 2 and all(self.sizes(part) for part in parts):
            return {column: self._suppress([(parts[0], parts[1])])[column]}
        found = Suppression(
            {column: self.sizes(column)}, {}, self.min_cell, self.references, forced=self.forced
        )
        return {column: frozenset(found.groups[column])}

    def _suppress(self, pairs: Sequence[tuple[str, str]]) -> dict[str, frozenset[str]]:
        margins = {column: self.sizes(column) for pair in pairs for column in pair}
        labels = {pair: self._cells(pair) for pair in pairs}
        people = {
            pair: {cell: self.sizes(TIMES.join(pair))[label] for cell, label in cells.items()}
            for pair, cells in labels.items()
        }
        nested = [pair for pair in self.nested if pair in people]
        found = Suppression(
            margins, people, self.min_cell, self.references, nested, forced=self.forced
        )
        hidden = {column: frozenset(groups) for column, groups in found.groups.items()}
        for pair, cells in found.cells.items():
            hidden[TIMES.join(pair)] = frozenset(labels[pair][cell] for cell in cells)
        return hidden

    def _cells(self, pair: tuple[str, str]) -> dict[tuple[str, str], str]:
        """Return the cells of a pair with their labels; a group's own name may hold the sign."""
        rows, columns = (self.sizes(column) for column in pair)
        cells = {}
        for label in self.sizes(TIMES.join(pair)):
            words = label.split(TIMES)
            ways = [(TIMES.join(words[:i]), TIMES.join(words[i:])) for i in range(1, len(words))]
            known = [cell for cell in ways if cell[0] in rows and cell[1] in columns]
            cells[(known or ways)[0]] = label
        return cells

    def _large(self, column: str, label: str) -> bool:
        """Whether a category, and the groups it is made of, have enough people to be named."""
        if self.sizes(column).get(label, 0) < self.min_cell:
            return False
        parts = column.split(TIMES)
        if len(parts) != 2:
            return True
        cell = next((c for c, text in self._cells((parts[0], parts[1])).items() if text == label))
        return all(
            self.sizes(part).get(group, self.min_cell) >= self.min_cell
            for part, group in zip(parts, cell, strict=True)
        )

    def _pseudonyms(self, labels: Iterable[str]) -> dict[str, str]:
        def key(label: str) -> str:
            return hashlib.sha256(f"{self.secret}{self.seed}:{label}".encode()).hexdigest()

        ordered = sorted((label for label in labels if label != NOT_RECORDED), key=key)
        width = len(str(len(ordered)))
        return {label: f"reviewer {i:0{width}d}" for i, label in enumerate(ordered, 1)}

    def estimates(self, column: str, estimates: Sequence[Estimate]) -> tuple[Estimate, ...]:
        """Return the estimates as they may be shown: small categories in one line, last."""
        shown = self.groups(column, [e.group for e in estimates])
        known = self.sizes(column)
        hidden = [e for e in estimates if e.group in self.hidden(column) or e.group not in known]
        named = [e for e in estimates if e not in hidden]
        few = self._too_few(column, named, hidden)
        lines = [replace(_bare(e) if e.group in few else e, group=shown[e.group]) for e in named]
        if hidden:
            counted = all(e.events is not None for e in hidden)
            tell = counted and "" not in few
            lines.append(_together(hidden, shown[hidden[0].group], tell=tell))
        return tuple(lines)

    def people(self, column: str, estimates: Sequence[Estimate], chosen: Iterable[str]) -> int:
        """Return at most how many people some of the groups have together.

        Exact, unless they are only some of those in the line of other groups: then rounded up to a
        multiple of `min_cell`, because that line has a number, too.
        """
        wanted = set(chosen)
        people = int(sum(e.n for e in estimates if e.group in wanted))
        return self.at_most(people) if self.split(column, estimates, wanted) else people

    def largest(self, column: str, estimates: Sequence[Estimate]) -> int:
        """Return how many people no group has more than: exact, unless that group is not named."""
        largest = max(estimates, key=lambda e: e.n, default=None)
        if largest is None:
            return 0
        people = int(largest.n)
        return self.at_most(people) if largest.group in self.hidden(column) else people

    def split(self, column: str, estimates: Sequence[Estimate], chosen: Iterable[str]) -> bool:
        """Tell whether some of the groups in the line of others are among those chosen, and some not."""
        hidden = {e.group for e in estimates} & self.hidden(column)
        return bool(hidden & set(chosen)) and not hidden <= set(chosen)

    def share(self, column: str, share: float | None) -> float | None:
        """Return a share of all people, rounded down to whole per cent where groups stand in a line of others."""
        if share is None or not self.hidden(column):
            return share
        return int(share * 100 + 1e-9) / 100

    def at_most(self, people: int) -> int:
        """Return a number of people rounded up."""
        return -(-people // self.min_cell) * self.min_cell

    def _too_few(
        self, column: str, named: Sequence[Estimate], hidden: Sequence[Estimate]
    ) -> set[str]:
        """Return the groups without enough people in this denominator, and those that protect them.

        The line of other groups is the empty label. A group beyond its limit is never among them.
        """
        fewest = min(FEWEST_COUNTED, self.min_cell)
        people = {e.group: e.n for e in named}
        free = {e.group: (e.judged, e.n, e.group) for e in named if e.outcome is not Outcome.FAIL}
        few = {g for g in free if 0 < people[g] < fewest}
        rest = sum(e.n for e in hidden)
        if hidden and 0 < rest < fewest:
            few.add("")
        if not few:
            return few
        lines = self._rows_and_columns(column)
        if lines and hidden:
            # Whole rows can be withheld here whose sums another table prints.
            few.add("")
        for line in lines:
            unknown = [e.n for e in hidden if e.group in line]
            _widen(few, line & people.keys(), people, free, unknown, fewest)
        if hidden:
            people[""], free[""] = rest, (False, rest, "")
        _widen(few, set(people), people, free, [], fewest)
        return few

    def _rows_and_columns(self, column: str) -> list[set[str]]:
        """Return the labels of each row and column of a pair of features."""
        parts = column.split(TIMES)
        if len(parts) != 2 or not all(self.sizes(part) for part in parts):
            return []
        lines: dict[tuple[int, str], set[str]] = {}
        for cell, label in self._cells((parts[0], parts[1])).items():
            for axis in (0, 1):
                lines.setdefault((axis, cell[axis]), set()).add(label)
        return [lines[key] for key in sorted(lines)] * 2


def _widen(
    few: set[str],
    line: set[str],
    people: Mapping[str, float],
    free: Mapping[str, tuple[bool, float, str]],
    unknown: Sequence[float],
    fewest: int,
) -> None:
    """Add to `few` until what is withheld of a line is two counts and enough people."""
    while inside := few & line:
        counts = [people[g] for g in inside] + list(unknown)
        left = [g for g in line if g in free and g not in few and people[g] > 0]
        if (len(counts) >= 2 and sum(counts) >= fewest) or not left:
            return
        few.add(min(left, key=lambda g: free[g]))


def _bare(estimate: Estimate) -> Estimate:
    """Return a group with its people and its outcome, and no figure."""
    return Estimate(group=estimate.group, n=estimate.n, outcome=estimate.outcome)


def _together(hidden: Sequence[Estimate], name: str, *, tell: bool) -> Estimate:
    n = sum(e.n for e in hidden)
    events = sum(e.events or 0 for e in hidden)
    failing = any(e.outcome is Outcome.FAIL for e in hidden)
    return Estimate(
        group=name,
        n=n,
        events=events if tell else None,
        value=events / n if tell and n else None,
        outcome=Outcome.FAIL if failing else Outcome.INCONCLUSIVE,
        merged=len(hidden),
    )


def part_sizes(
    count: Callable[[tuple[str, ...], str], Mapping[str, int]], samples: Sequence[str]
) -> Sizes:
    """Return a `Sizes` that counts each column once, in every sample that is shown.

    Parameters
    ----------
    count : callable
        `(columns, sample) -> people by label`, labels of several columns joined by ` × `.
    """
    known: dict[str, dict[str, int]] = {}

    def sizes(column: str) -> Mapping[str, int]:
        if column not in known:
            keys = tuple(column.split(TIMES))
            least = dict(count(keys, ALL))
            apart = (OUTSIDE,) if RANDOM_ARM in samples else ()
            for sample in (*samples, *apart):
                if sample != ALL:
                    found = count(keys, sample)
                    least = {g: min(n, found.get(g, n)) for g, n in least.items()}
            known[column] = least
        return known[column]

    return sizes


class _Printed(TypedDict):
    protected: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    nested: tuple[tuple[str, str], ...]
    references: dict[str, str]


def printed_together(part: PartPlan) -> _Printed:
    """Return what a `Disclosure` must know of a plan: the pairs shown, and named reference groups."""
    roles = part.roles
    return {
        "protected": roles.all("sensitive_features"),
        "nested": roles.nested(),
        "pairs": (*(roles.pairs() if roles.one("y_pred") else ()), *roles.nested()),
        "references": {f.column: f.reference for f in roles.sensitive if f.reference},
    }
