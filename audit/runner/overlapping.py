"""Parts of one table that lie within one another: what a reader learns by subtracting one from the other.

A part of all rows and one of the rows of a region (`where`) print the same kinds of tables; their difference
is a table of the other regions that nobody printed. So a group counts as small in all such parts if it is small in one of
them, or in what is left of one without the others, and the same groups are withheld in each. Where two parts differ by
fewer people than a cell may hold, every number of theirs would tell of these few: that is refused.

Only parts of which one contains the other are known to be subtracted exactly. Two that overlap (one region, one sex)
are not looked at together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from audit.errors import PlanError
from audit.plan import PartPlan
from audit.system import Part
from audit.vocabulary import ALL

Count = Callable[[tuple[str, ...], str], Mapping[str, int]]
"""`(columns, sample) -> people by label`."""


@dataclass(frozen=True)
class Remainder:
    """What is left of a part without others that lie within it and share no row."""

    whole: str
    without: tuple[str, ...]


def remainders(parts: Sequence[PartPlan]) -> tuple[Remainder, ...]:
    """Return the differences that can be taken between parts of one table."""
    found: dict[Remainder, None] = {}
    for whole in parts:
        inside = [part for part in parts if _within(part, whole)]
        found |= dict.fromkeys(Remainder(whole.name, (part.name,)) for part in inside)
        by_column: dict[str, dict[object, str]] = {}
        for part in inside:
            more = {key: value for key, value in part.where.items() if key not in whole.where}
            if len(more) == 1:
                ((column, label),) = more.items()
                by_column.setdefault(column, {}).setdefault(label, part.name)
        found |= dict.fromkeys(
            Remainder(whole.name, tuple(names.values())) for names in by_column.values()
        )
    return tuple(found)


def _within(part: PartPlan, whole: PartPlan) -> bool:
    """Whether every row of a part is one of another's, which has more."""
    same = (part.data.source, part.data.query) == (whole.data.source, whole.data.query)
    return same and whole.where.items() < part.where.items()


def refuse_few(parts: Sequence[Part], fewest: int) -> None:
    """Refuse parts of which one leaves out a few people of the other.

    Raises
    ------
    PlanError
        With slug `parts-too-alike`.
    """
    rows = {part.name: part.frame.rows for part in parts}
    for left in remainders([part.plan for part in parts]):
        people = rows[left.whole] - sum(rows[name] for name in left.without)
        if 0 < people < fewest:
            raise PlanError(
                f"part '{left.whole}' without {', '.join(map(repr, left.without))} is fewer than {fewest} people, and"
                " what is printed of each would tell of them",
                slug="parts-too-alike",
                hint="leave one of the parts out, or let `where` leave out more people",
            )


def smallest(part: Part, counts: Mapping[str, Count], parts: Sequence[Part]) -> Count:
    """Return how people are counted so that a group is as small as it is in any part beside this one.

    Parameters
    ----------
    counts : mapping of str to callable
        Part to its own counts.
    parts : sequence of Part
        All of the audit.
    """
    plans = {each.name: each for each in parts}
    beside = [
        left
        for left in remainders([each.plan for each in parts])
        if part.name in _family(left.whole, parts)
    ]

    def count(columns: tuple[str, ...], sample: str) -> dict[str, int]:
        own = dict(counts[part.name](columns, sample))
        for left in beside:
            names = [
                name
                for name in (left.whole, *left.without)
                if _prints(plans[name], columns, sample)
            ]
            tables = {name: counts[name](columns, sample) for name in names}
            if left.whole in tables and len(names) == 1 + len(left.without):
                rest = dict(tables[left.whole])
                for name in left.without:
                    rest = {g: n - tables[name].get(g, 0) for g, n in rest.items()}
                tables["-"] = rest
            for table in tables.values():
                own = {g: min(n, table[g]) if table.get(g) else n for g, n in own.items()}
        return own

    return count


def _family(whole: str, parts: Sequence[Part]) -> set[str]:
    plans = {part.name: part.plan for part in parts}
    return {whole, *(name for name, plan in plans.items() if _within(plan, plans[whole]))}


def _prints(part: Part, columns: tuple[str, ...], sample: str) -> bool:
    named = all(part.plan.roles.feature(column) for column in columns)
    return named and (sample == ALL or sample in part.samples)
