"""What may be shown: an audit report must not become the leak.

Categories of fewer than `min_cell` people lose their name and stand together in one line, the same
in every table. Reviewers are pseudonymous everywhere. A count of harm in a group that may be named
is never suppressed. The exact figures stay in `evidence/`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from audit.finding import Estimate
from audit.measures.intersections import TIMES
from audit.vocabulary import ALL, NOT_RECORDED, Outcome

Sizes = Callable[[str], Mapping[str, int]]
"""Column (or `a × b`) to people by label: the smallest number over the samples shown."""


def others(groups: int, people: float) -> str:
    """Return the one text that stands for categories too small to be named."""
    count = "1 group" if groups == 1 else f"{groups} groups"
    return f"other groups ({count}, {int(people):,} people)"


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
    seed : int
        Pseudonyms are ordered by a hash with it, so that order and name say nothing.
    """

    sizes: Sizes
    min_cell: int
    reviewers: tuple[str, ...] = ()
    seed: int = 0

    def groups(self, column: str, labels: Iterable[str]) -> dict[str, str]:
        """Map each label to what may be printed in its place."""
        labels = list(dict.fromkeys(labels))
        people = self.sizes(column)
        small = [g for g in sorted(people) if people[g] < self.min_cell]
        together = others(len(small), sum(people[g] for g in small))
        names = self._pseudonyms(people) if column in self.reviewers else {}
        shown = {}
        for label in labels:
            if people.get(label, 0) < self.min_cell:
                shown[label] = together
            else:
                shown[label] = names.get(label, label)
        return shown

    def merged(self, column: str) -> tuple[int, int]:
        """Return how many categories of a column are merged, and their people."""
        people = self.sizes(column)
        small = [n for n in people.values() if n < self.min_cell]
        return len(small), sum(small)

    def _pseudonyms(self, labels: Iterable[str]) -> dict[str, str]:
        def key(label: str) -> str:
            return hashlib.sha256(f"{self.seed}:{label}".encode()).hexdigest()

        ordered = sorted((label for label in labels if label != NOT_RECORDED), key=key)
        width = len(str(len(ordered)))
        return {label: f"reviewer {i:0{width}d}" for i, label in enumerate(ordered, 1)}

    def estimates(self, column: str, estimates: Sequence[Estimate]) -> tuple[Estimate, ...]:
        """Return the estimates as they may be shown: small categories in one line, last."""
        shown = self.groups(column, [e.group for e in estimates])
        known = self.sizes(column)
        named, small = [], []
        for estimate in estimates:
            if known.get(estimate.group, 0) < self.min_cell:
                small.append(estimate)
            else:
                named.append(replace(estimate, group=shown[estimate.group]))
        if small:
            named.append(self._together(small, shown[small[0].group]))
        return tuple(named)

    def _together(self, small: Sequence[Estimate], name: str) -> Estimate:
        n = sum(e.n for e in small)
        events = sum(e.events or 0 for e in small)
        # Under min_cell people the line itself would be a small cell.
        tell = n >= self.min_cell
        failing = any(e.outcome is Outcome.FAIL for e in small)
        return Estimate(
            group=name,
            n=n,
            events=events if tell else None,
            value=events / n if tell and n else None,
            outcome=Outcome.FAIL if failing else Outcome.INCONCLUSIVE,
            merged=len(small),
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
            for sample in samples:
                if sample != ALL:
                    found = count(keys, sample)
                    least = {g: min(n, found.get(g, n)) for g, n in least.items()}
            known[column] = least
        return known[column]

    return sizes
