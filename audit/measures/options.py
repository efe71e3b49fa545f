"""How often each option of a decision was taken, period by period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public, Tables
from audit.measures._bars import PEOPLE, SHARE, words
from audit.measures._series import PERIOD, in_order, recorded_role
from audit.system import Margin, Part
from audit.vocabulary import FigureKind

MOST = 20
"""Options followed one by one, the frequent ones first; the rest are followed together."""

REST = "(all other options)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Decisions by period and option.

    Attributes
    ----------
    column : str
        What the human decided, or the machine where no human's decision is recorded.
    periods : tuple of str
        In order; empty where the names of the periods do not tell it.
    taken : mapping of str to tuple of int
        Option to the decisions for it in each period.
    undecided, undated : int
        Rows without a decision, and decisions without a date.
    """

    column: str
    periods: tuple[str, ...]
    taken: Mapping[str, tuple[int, ...]]
    undecided: int = 0
    undated: int = 0

    @property
    def decisions(self) -> tuple[int, ...]:
        """All decisions of each period."""
        return tuple(sum(counts) for counts in zip(*self.taken.values(), strict=True))


def margins(part: Part) -> Sequence[Margin]:
    """Ask for decisions by period."""
    column = part.plan.roles.one(recorded_role(part))
    return [Margin((PERIOD, column))] if column else []


def make(part: Part, tables: Tables) -> Options:  # noqa: ARG001 the runner passes both
    """Put the counts in order of time."""
    if not tables:
        return Options(column="", periods=(), taken={})
    (cells,) = tables
    counts: dict[str, Counter[str]] = {}
    undecided = undated = 0
    for (period, option), n in cells.rows():
        if option is None:
            undecided += n
        elif period is None:
            undated += n
        else:
            counts.setdefault(str(option), Counter())[str(period)] += n
    periods = in_order(cells.labels[0])
    often = sorted(counts, key=lambda option: (-counts[option].total(), option))
    followed = {option: counts[option] for option in often[:MOST]}
    for option in often[MOST:]:
        followed.setdefault(REST, Counter()).update(counts[option])
    return Options(
        column=cells.keys[1],
        periods=periods,
        taken={
            option: tuple(counted[period] for period in periods)
            for option, counted in followed.items()
        },
        undecided=undecided,
        undated=undated,
    )


def figures(found: Options, public: Public) -> Sequence[Figure]:
    """Draw the share of each option over time; periods and options of too few decisions are left out."""
    decisions = found.decisions
    rows: list[tuple[Cell, ...]] = [
        (option, period, counts[place] / decisions[place], decisions[place])
        for option, counts in found.taken.items()
        if sum(counts) >= public.min_cell
        for place, period in enumerate(found.periods)
        if decisions[place] >= public.min_cell
    ]
    if not rows or len(found.periods) < 2:
        return []
    return [
        Figure(
            id="options",
            kind=FigureKind.TIMELINE,
            title=words("options_title", "Share of each option of “{column}”", column=found.column),
            takeaway=words(
                "options_takeaway",
                "An option that people still have on paper can go out of use without anybody saying so.",
            ),
            columns=(
                Column(name="series", heading=words("heading_option", "Option")),
                Column(name="x", heading=words("heading_period", "Period")),
                Column(name="value", heading=SHARE, unit="rate"),
                Column(name="n", heading=PEOPLE, unit="count"),
            ),
            rows=tuple(rows),
        )
    ]


OPTIONS = Measure(
    name="options", payload=Options, margins=margins, make=make, figures=figures, needs=("time",)
)
