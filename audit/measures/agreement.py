"""How often people decided as the machine had said, period by period, and who decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public, Tables
from audit.measures._bars import PEOPLE, SHARE, words
from audit.measures._pseudonyms import pseudonyms
from audit.measures._series import PERIOD, in_order
from audit.system import Margin, Part
from audit.vocabulary import FigureKind

KEYS = ("y_pred", "human_decision")
SIDES = {1: "machine decided positive", 0: "machine decided negative"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Decisions of one reviewer in one period: place of the period, agreed, all."""

    period: int
    reviewer: str
    agreed: int
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Agreement by what the machine had decided.

    Attributes
    ----------
    periods : tuple of str
        In order; empty where the names of the periods do not tell it.
    sides : mapping of str to tuple of Share
        By what the machine had decided; reviewers under pseudonyms, empty where none is recorded.
    """

    periods: tuple[str, ...]
    sides: Mapping[str, tuple[Share, ...]]

    def rates(self, side: str) -> list[tuple[int, int]]:
        """Return agreed and all decisions of each period."""
        sums = [(0, 0)] * len(self.periods)
        for share in self.sides[side]:
            agreed, n = sums[share.period]
            sums[share.period] = agreed + share.agreed, n + share.n
        return sums


def margins(part: Part) -> Sequence[Margin]:
    """Ask for both decisions by period, and by reviewer where the plan names one."""
    reviewer = part.plan.roles.one("reviewer")
    return [Margin((PERIOD, *KEYS, *((reviewer,) if reviewer else ())))]


def make(part: Part, tables: Tables) -> Agreement:
    """Add up the cells in which all is recorded."""
    (cells,) = tables
    periods = in_order(cells.labels[0])
    known = cells.labels[3] if len(cells.labels) > 3 else ()
    names = pseudonyms(known, part.audit.seed)
    places = {period: place for place, period in enumerate(periods)}
    sums: dict[tuple[int, int, str], list[int]] = {}
    for (period, machine, human, *who), n in cells.rows():
        if machine is None or human is None or str(period) not in places:
            continue
        reviewer = names.get(who[0], "") if who else ""
        both = sums.setdefault((machine, places[str(period)], reviewer), [0, 0])
        both[0] += n if machine == human else 0
        both[1] += n
    return Agreement(
        periods=periods,
        sides={
            name: tuple(
                Share(period=period, reviewer=reviewer, agreed=agreed, n=n)
                for (side, period, reviewer), (agreed, n) in sorted(sums.items())
                if side == machine
            )
            for machine, name in SIDES.items()
        },
    )


def figures(found: Agreement, public: Public) -> Sequence[Figure]:
    """Draw agreement over time by what the machine had decided."""
    rows: list[tuple[Cell, ...]] = [
        (side, found.periods[place], agreed / n, n)
        for side in found.sides
        for place, (agreed, n) in enumerate(found.rates(side))
        if n >= public.min_cell
    ]
    if not rows or len(found.periods) < 2:
        return []
    return [
        Figure(
            id="agreement-over-time",
            kind=FigureKind.TIMELINE,
            title=words("agreement_time_title", "Human agreed with the machine, over time"),
            takeaway=words(
                "agreement_time_takeaway",
                "Agreement that grows without the machine getting better is a habit.",
            ),
            columns=(
                Column(name="series", heading=words("heading_side", "Side")),
                Column(name="x", heading=words("heading_period", "Period")),
                Column(name="value", heading=SHARE, unit="rate"),
                Column(name="n", heading=PEOPLE, unit="count"),
            ),
            rows=tuple(rows),
        )
    ]


AGREEMENT = Measure(
    name="agreement",
    payload=Agreement,
    margins=margins,
    make=make,
    figures=figures,
    needs=("time", *KEYS),
)
