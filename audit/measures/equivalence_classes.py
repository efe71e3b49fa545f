"""How many people share each combination of quasi-identifiers (k-anonymity), by counting all of them.

With it comes what follows from the sizes of the combinations alone, how many people are likely to be
alone in the population too, and what coarser columns would give. Weights are not used: every row is one
person of the table, and only those can be found in it.

References
----------
Sweeney 2002, International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems
10(5):557-570, definition 3 (k-anonymity).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from audit.figure import Cell, Column, Figure
from audit.inference.alone import CorrectMatch, Estimate, Method, chosen
from audit.measure import Measure, Public
from audit.measures._cell_groups import MOST_CELLS, Grid, counted, labelled
from audit.measures._coarsening import MOST_STEPS, Coarsened, Search
from audit.measures._ladders import Change, Operation
from audit.plan import PartPlan
from audit.system import Part
from audit.text import Message
from audit.vocabulary import Coverage, FigureKind, Release

_SIZES = (1, 4, 10, 50)
"""Sizes of combinations up to which people are counted."""
_WHO_TO_FIND = 5
FEW_COLUMNS = 2
"""Of so many columns other tables print the combinations: a count of few people would undo what they withhold."""
SHARED_K = 5
PUBLIC_K = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """What the sizes in a sample say of the people it was drawn from.

    Attributes
    ----------
    people : int
        In the population.
    rows : int
        In the sample.
    estimates : tuple of Estimate
        How many people are alone in the population, by each method.
    correct : CorrectMatch or None
        How often a match with somebody alone in the sample would be right.
    """

    people: int
    rows: int
    estimates: tuple[Estimate, ...]
    correct: CorrectMatch | None

    @property
    def fraction(self) -> float:
        """Rows over people of the population."""
        return self.rows / self.people

    @property
    def chosen(self) -> Estimate | None:
        """The estimate that the rule of Dankar et al. takes."""
        return chosen(self.estimates, self.fraction)

    def in_table(self, estimate: Estimate) -> float | None:
        """Return how many of the table's people an estimate says are alone in the population."""
        return None if estimate.alone is None else estimate.alone * self.fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class EquivalenceClasses:
    """Sizes of the classes of people who look the same.

    Attributes
    ----------
    quasi_identifiers : tuple of str
        Columns, as the plan names them.
    sizes : tuple of (int, int)
        Class size and the number of classes of that size, smallest first.
    census : bool
        Whether the table holds everybody: then who is alone in it is alone in the population.
    population : Population or None
        Of a sample whose population is stated.
    k : int
        The size that the coarser columns were searched for.
    options : tuple of Coarsened
        What each change of one column would give.
    together : tuple of Coarsened
        What changes taken one after the other would give.
    searched : bool
        Whether there were few enough combinations to search.
    coarser : tuple of str
        Quasi-identifiers that the plan's bins, map or pool make coarser than the file has them.
    planned : tuple of (int, int)
        As `sizes`, but as if the plan's bins, map and pool were done; empty where that is the same.
    """

    quasi_identifiers: tuple[str, ...]
    sizes: tuple[tuple[int, int], ...]
    census: bool = True
    population: Population | None = None
    k: int = SHARED_K
    options: tuple[Coarsened, ...] = ()
    together: tuple[Coarsened, ...] = ()
    searched: bool = True
    coarser: tuple[str, ...] = ()
    planned: tuple[tuple[int, int], ...] = ()

    @property
    def as_planned(self) -> EquivalenceClasses | None:
        """The same people, the columns made coarser as the plan has them; None where that is the same."""
        return replace(self, sizes=self.planned, planned=()) if self.planned else None

    @property
    def people(self) -> int:
        """Rows of the part."""
        return sum(size * classes for size, classes in self.sizes)

    @property
    def smallest(self) -> int:
        """Size of the smallest class: the k of the table; 0 for an empty one."""
        return self.sizes[0][0] if self.sizes else 0

    @property
    def unique(self) -> int:
        """People who are alone in their combination."""
        return self.between(1, 1)

    def below(self, k: float) -> int:
        """Return how many people share their combination with fewer than `k - 1` others."""
        return sum(size * classes for size, classes in self.sizes if size < k)

    def sayable(self, fewest: int) -> frozenset[int]:
        """Return of which of the sizes 1, 4, 10, 50 the people in combinations up to it may be printed."""
        counts = {size: self.below(size + 1) for size in (self.k - 1, *_SIZES)}
        return sayable(counts, self.people, len(self.quasi_identifiers), fewest)

    def may_say(self, size: int, fewest: int) -> bool:
        """Tell whether the people in combinations up to a size may be printed beside what is drawn."""
        kept = {each: self.below(each + 1) for each in self.sayable(fewest)}
        counts = kept | {size: self.below(size + 1)}
        return size in sayable(counts, self.people, len(self.quasi_identifiers), fewest)

    def left(self, changes: Sequence[Change]) -> int:
        """Return how many quasi-identifiers some changes leave in the table."""
        gone = sum(change.operation is Operation.WITHOUT for change in changes)
        return len(self.quasi_identifiers) - gone

    def between(self, low: int, high: int | None) -> int:
        """Return how many people are in classes of `low` to `high` people."""
        return sum(
            size * classes
            for size, classes in self.sizes
            if size >= low and (high is None or size <= high)
        )


def may_be_said(people: int, columns: int, fewest: int) -> bool:
    """Tell whether a number of people who share a combination may be printed.

    Parameters
    ----------
    columns : int
        How many columns make the combination.
    fewest : int
        Fewest people a printed cell may hold.
    """
    return columns > FEW_COLUMNS or not 0 < people < fewest


def sayable(counts: Mapping[int, int], people: int, columns: int, fewest: int) -> frozenset[int]:
    """Return which of several counts of people, each holding those before it, may be printed together.

    Parameters
    ----------
    counts : mapping of int to int
        Size of combinations to the people in those up to it; the first are kept before the others.
    people : int
        Everybody: the number that holds all others.

    Returns
    -------
    frozenset of int
        Sizes. Of one or two columns no two of their counts differ by few people.
    """
    kept: dict[int, int] = {}
    for size, count in counts.items():
        apart = [count, people - count, *(abs(count - other) for other in kept.values())]
        if all(may_be_said(n, columns, fewest) for n in apart):
            kept[size] = count
    return frozenset(kept)


def made_coarser(plan: PartPlan, names: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that bins, a map or a pool of the plan make coarser than the file has them."""
    sections = {name: plan.columns[name] for name in names if name in plan.columns}
    return tuple(name for name, each in sections.items() if each.bins or each.map or each.pool)


def make(part: Part) -> EquivalenceClasses:
    """Count people by all quasi-identifiers at once; a missing value is a value like any other."""
    names = part.plan.roles.all("quasi_identifiers")
    sizes = part.frame.as_filed().class_sizes(names)
    found = EquivalenceClasses(
        quasi_identifiers=names,
        sizes=tuple(sorted(sizes.items())),
        census=part.plan.data.coverage is Coverage.CENSUS,
        population=None,
        k=PUBLIC_K if part.plan.data.release is Release.PUBLIC else SHARED_K,
        searched=sum(sizes.values()) <= MOST_CELLS,
    )
    found = _with_planned(part, replace(found, population=_population(part, found)))
    grid = counted(part) if found.searched and found.below(found.k) else None
    if grid is None:
        return found
    search = _search(part, grid)
    return replace(found, options=search.options(), together=search.together(found.k))


def _with_planned(part: Part, found: EquivalenceClasses) -> EquivalenceClasses:
    """Count as if the plan's bins, map and pool were done too, where it has any for these columns."""
    coarser = made_coarser(part.plan, found.quasi_identifiers)
    if not coarser:
        return found
    planned = tuple(sorted(part.frame.class_sizes(found.quasi_identifiers).items()))
    return found if planned == found.sizes else replace(found, coarser=coarser, planned=planned)


def _search(part: Part, grid: Grid) -> Search:
    sections = [part.plan.columns.get(name) for name in grid.columns]
    # What the plan maps or pools are codes, whatever the column holds, and codes have no bands.
    coded = [bool(section and (section.map or section.pool)) for section in sections]
    kinds = [part.frame.columns[name] for name in grid.columns]
    kinds = ["text" if code else kind for kind, code in zip(kinds, coded, strict=True)]
    return Search.over(grid, kinds)


def _population(part: Part, found: EquivalenceClasses) -> Population | None:
    from audit.inference import uniqueness

    stated = part.plan.data.population
    if found.census or stated is None or not found.people:
        return None
    estimates = uniqueness.estimates(found.sizes, stated)
    return Population(
        people=stated,
        rows=found.people,
        estimates=uniqueness.tried(estimates, found.sizes, stated, seed=part.audit.seed),
        correct=uniqueness.correct_match(found.sizes, found.people / stated),
    )


# -- Figures ----------------------------------------------------------------------------------------


def figures(payload: EquivalenceClasses, public: Public) -> tuple[Figure, ...]:
    """Draw people by the size of their class, what coarser columns would give, and the estimates.

    Of one or two columns no number below `min_cell` is drawn.
    """
    fewest = public.min_cell
    drawn = [_sizes(payload, fewest)]
    if payload.options:
        drawn.append(_options(payload, fewest))
    said = payload.may_say(1, fewest)
    if payload.population is not None and payload.unique and said:
        drawn.append(_estimates(payload, payload.population))
    return tuple(drawn)


def _drawn_bands(payload: EquivalenceClasses, fewest: int) -> Iterator[tuple[int, int | None]]:
    """Yield the bands of sizes, neighbours joined until what they hold may be said."""
    low = 1
    for high in sorted(payload.sayable(fewest)):
        yield low, high
        low = high + 1
    yield low, None


def _sizes(payload: EquivalenceClasses, fewest: int) -> Figure:
    rows: list[tuple[Cell, ...]] = []
    for low, high in _drawn_bands(payload, fewest):
        if high is None:
            name = f"over {low - 1}" if low > 1 else "1 or more"
        else:
            name = f"{low}" if low == high else f"{low}–{high}"
        people = payload.between(low, high)
        rows.append((name, people, people / payload.people if payload.people else None))
    said = payload.may_say(1, fewest)
    return Figure(
        id="equivalence_classes",
        kind=FigureKind.BARS,
        title=_says("title", "How many people look the same in {columns:list}",
                    columns=payload.quasi_identifiers),
        takeaway=_says(
            "takeaway",
            "{unique:people} of {people:,} are alone in their combination.",
            unique=payload.unique,
            people=payload.people,
        )
        if said
        else _says(
            "takeaway_few",
            "Of so few columns no number of people below {fewest} is given: sizes are joined until it is more.",
            fewest=fewest,
        ),
        columns=(
            Column(name="label", heading=_says("label", "People in the combination")),
            Column(name="value", heading=_says("value", "People"), unit="count"),
            Column(name="share", heading=_says("share", "Share of all"), unit="rate"),
        ),
        rows=tuple(rows),
    )  # fmt: skip


_MOST_OPTIONS = 16


def _options(payload: EquivalenceClasses, fewest: int) -> Figure:
    best = sorted(payload.options, key=lambda each: (each.below(payload.k), each.lost))
    steps = [(" + ".join(step.words), step) for step in payload.together]
    alone = [(step.words[0], step) for step in best if step.changes not in _done(payload.together)]
    whole = Coarsened(
        changes=(), alone=payload.unique, below_5=payload.below(SHARED_K),
        below_11=payload.below(PUBLIC_K), smallest=payload.smallest,
        groups=sum(n for _, n in payload.sizes), lost=0.0,
    )  # fmt: skip
    below = whole.below(payload.k)
    rows = [
        # A finer share would give back the sizes of the categories that were joined.
        (name, *_said(payload, o, fewest), o.groups, round(o.lost, 2))
        for name, o in [("as it is", whole), *steps, *alone][: _MOST_OPTIONS + 1]
    ]
    least = min((*payload.together, *best), key=lambda o: o.below(payload.k))
    left = least.below(payload.k)
    few = _said(payload, whole, fewest)[0] is None or _said(payload, least, fewest)[0] is None
    return Figure(
        id="coarsening",
        kind=FigureKind.BARS,
        fewest=12,
        title=_says("coarser_title", "What coarser columns would give"),
        takeaway=_says(
            "coarser_takeaway_few",
            "How many people each of the steps tried would leave in combinations of fewer than {k}; a dash"
            " stands for fewer than {fewest} people.",
            k=payload.k,
            fewest=fewest,
        )
        if few
        else _says(
            "coarser_takeaway",
            "{below:people} are in combinations of fewer than {k}; the best of the steps tried leaves"
            " {left:,}.",
            below=below,
            k=payload.k,
            left=left,
        ),
        columns=(
            Column(name="label", heading=_says("step", "Step")),
            Column(name="value", heading=_says("below_k", "People in combinations of fewer than {k}",
                                               k=payload.k), unit="count"),
            Column(name="alone", heading=_says("alone", "Alone"), unit="count"),
            Column(name="below_5", heading=_says("below_5", "Fewer than 5"), unit="count"),
            Column(name="below_11", heading=_says("below_11", "Fewer than 11"), unit="count"),
            Column(name="smallest", heading=_says("smallest", "Smallest (k)"), unit="count"),
            Column(name="groups", heading=_says("groups", "Combinations"), unit="count"),
            Column(name="lost", heading=_says("lost", "Information lost"), unit="rate"),
        ),
        rows=tuple(rows),
        note=_says(
            "coarser_note",
            "Measured on the counts, applied to nothing. Information lost is the entropy of the columns"
            " that a step takes away, each column counting alike; 100 % is all of it. Steps joined by + are"
            " taken together: of the sets of up to {steps} that were tried, the one that leaves fewest people for the least"
            " loss. Not all sets are tried, so a better choice may exist. Where"
            " one or two columns are left, a dash stands for fewer than {fewest} people.",
            fewest=fewest,
            steps=MOST_STEPS,
        ),
    )  # fmt: skip


def _said(payload: EquivalenceClasses, step: Coarsened, fewest: int) -> list[int | None]:
    """Return the people below k, alone, below 5 and 11, and the smallest size, as far as they may be said."""
    k, columns = payload.k, payload.left(step.changes)
    counts = {k - 1: step.below(k), 10: step.below_11, 4: step.below_5, 1: step.alone}
    kept = sayable(counts, payload.people, columns, fewest)
    smallest = step.smallest if may_be_said(step.smallest, columns, fewest) else None
    return [*(counts[size] if size in kept else None for size in (k - 1, 1, 4, 10)), smallest]


def _done(together: Sequence[Coarsened]) -> list[Any]:
    return [step.changes for step in together]


_METHODS = {
    Method.PITMAN: "Pitman's sampling formula",
    Method.ZAYATZ: "Zayatz",
    Method.SLIDE_NEGATIVE_BINOMIAL: "slide negative binomial",
}


def method_name(estimate: Estimate) -> str:
    """Return what a method is called on the page."""
    return _METHODS[estimate.method]


def _estimates(payload: EquivalenceClasses, found: Population) -> Figure:
    rows: list[tuple[Cell, ...]] = [
        ("alone in this table (at most)", payload.unique / payload.people, None, None, None)
    ]
    for each in found.estimates:
        share = None if each.alone is None else each.alone / found.people
        rows.append((method_name(each), share, each.trial, each.trial_low, each.trial_high))
    chosen = found.chosen
    return Figure(
        id="population_uniqueness",
        kind=FigureKind.BARS,
        title=_says("population_title", "How many are likely to be alone in the population"),
        takeaway=_says(
            "population_takeaway",
            "The table holds {fraction:pct} of {people:people}. The rule takes the estimate by {method}.",
            fraction=found.fraction,
            people=found.people,
            method="none" if chosen is None else method_name(chosen),
        ),
        columns=(
            Column(name="label", heading=_says("method", "Method")),
            Column(name="value", heading=_says("alone_there", "Share of the table's people who are"
                                               " alone in the population"), unit="rate"),
            Column(name="trial", heading=_says("trial", "Tried on this table: estimate / truth"),
                   unit="ratio"),
            Column(name="trial_low", heading=_says("trial_low", "Smallest"), unit="ratio"),
            Column(name="trial_high", heading=_says("trial_high", "Largest"), unit="ratio"),
        ),
        rows=tuple(rows),
        note=_says(
            "population_note",
            "Estimates, not counts. Each takes the table for a simple random sample of the population and"
            " supposes a shape of the sizes that nobody has seen. In the trial the same fraction was drawn"
            " again from this table, where the truth is known: 1 is right, 2 is twice too many. A method"
            " that does well there can still be off, because the population is larger than the table.",
        ),
    )  # fmt: skip


def _says(name: str, text: str, **params: Any) -> Message:
    return Message(id=f"equivalence_classes.{name}", text=text, params=params)


def locate(part: Part, key: str) -> Iterator[int]:  # noqa: ARG001 (the part has one set of columns)
    """Yield the rows, counted from 0, of people in classes of fewer than five."""
    seen: Counter[tuple[object, ...]] = Counter()
    for _, person in labelled(part):
        seen[person] += 1
    for row, person in labelled(part):
        if seen[person] < _WHO_TO_FIND:
            yield row


MEASURE = Measure(
    name="equivalence_classes",
    payload=EquivalenceClasses,
    make=make,
    needs=("quasi_identifiers",),
    figures=figures,
    locate=locate,
    version=4,
)
