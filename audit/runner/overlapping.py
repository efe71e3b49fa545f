"""Parts of one table that lie within one another: what a reader learns by subtracting one from the other.

A part of all rows and one of the rows of a region (`where`) print the same kinds of tables; their difference
is a table of the other regions that nobody printed. So a group counts as small in all such parts if it is small in one of
them, or in what is left of one without the others, and the same groups are withheld in each. Where two parts differ by
fewer people than a cell may hold, every number of theirs would tell of these few: that is refused.

Parts that overlap without nesting (one region, one sex) print the same people under two names: the women of the
region stand in either. So what stands in the line of others in one part stands there in all parts that share people,
under whatever name it has there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from audit.errors import PlanError
from audit.plan import PartPlan
from audit.runner.disclosure import OUTSIDE, Cell, Disclosure
from audit.system import Margin, Part
from audit.vocabulary import ALL, RANDOM_ARM

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
    return _same_table(part, whole) and whole.where.items() < part.where.items()


def _same_table(one: PartPlan, other: PartPlan) -> bool:
    return (one.data.source, one.data.query) == (other.data.source, other.data.query)


def refuse_few(parts: Sequence[Part], fewest: int) -> None:
    """Refuse parts of which one leaves out a few people of the other.

    Raises
    ------
    PlanError
        With slug `parts-too-alike`, or `part-too-small` where `where` leaves few people.
    """
    rows = {part.name: part.frame.rows for part in parts}
    for part in parts:
        if part.plan.where and 0 < part.frame.rows < fewest:
            raise PlanError(
                f"part '{part.name}' is fewer than {fewest} people, and every number of it would tell of them",
                slug="part-too-small",
                hint="leave the part out, or let `where` choose more people",
            )
    for left in remainders([part.plan for part in parts]):
        people = rows[left.whole] - sum(rows[name] for name in left.without)
        if 0 < people < fewest:
            raise PlanError(
                f"part '{left.whole}' without {', '.join(map(repr, left.without))} is fewer than {fewest} people, and"
                " what is printed of each would tell of them",
                slug="parts-too-alike",
                hint="leave one of the parts out, or let `where` leave out more people",
            )


def refuse_arm(part: Part, fewest: int) -> None:
    """Refuse a random arm of few people, or one that leaves out a few.

    Raises
    ------
    PlanError
        With slug `arm-too-small`.
    """
    if RANDOM_ARM not in part.samples:
        return
    arm = int(part.frame.count([Margin((), sample=RANDOM_ARM)])[0].n.sum())
    for people, said in ((arm, "holds"), (part.frame.rows - arm, "leaves out")):
        if 0 < people < fewest:
            raise PlanError(
                f"the random arm of part '{part.name}' {said} fewer than {fewest} people, and what is printed of it"
                " and of everybody would tell of them",
                slug="arm-too-small",
                hint="leave the role random_arm out",
            )


def agreed(
    disclosures: Mapping[str, Disclosure], parts: Sequence[PartPlan]
) -> dict[str, Disclosure]:
    """Return the rules of each part such that what one withholds, no other gives away.

    Parameters
    ----------
    disclosures : mapping of str to Disclosure
        By part; earlier tables, which are no part, stay as they are.
    """
    found = dict(disclosures)
    for family in _families(parts):
        where = {part.name: _where(part) for part in family}
        while True:
            withheld = {name: found[name].withheld() for name in where}
            forced = {
                name: withheld[name]
                | {
                    cell
                    for other in where
                    if other != name
                    for each in withheld[other]
                    for cell in _names(each, where[other], where[name])
                }
                for name in where
            }
            changed = False
            for name, cells in forced.items():
                new = replace(found[name], forced=cells)
                changed = changed or new.withheld() != withheld[name]
                found[name] = new
            if not changed:
                break
    return found


def _where(part: PartPlan) -> Cell:
    return frozenset((column, str(value)) for column, value in part.where.items())


def _names(cell: Cell, there: Cell, here: Cell) -> Iterator[Cell]:
    """Yield what a group or cell of one part is called in another: itself, and the same people."""
    yield cell
    people = cell | there
    if here <= people and people != here:
        yield people - here


def _families(parts: Sequence[PartPlan]) -> list[list[PartPlan]]:
    """Return parts of one table that share people, or share them with a third."""
    left, families = list(parts), []
    while left:
        family = [left.pop(0)]
        for member in family:
            near = [part for part in left if _share_people(part, member)]
            family += near
            left = [part for part in left if part not in near]
        if len(family) > 1:
            families.append(family)
    return families


def _share_people(one: PartPlan, other: PartPlan) -> bool:
    """Whether some row can be in both parts."""
    if not _same_table(one, other):
        return False
    return all(other.where.get(column, value) == value for column, value in one.where.items())


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
    needs = RANDOM_ARM if sample == OUTSIDE else sample
    return named and (needs == ALL or needs in part.samples)
