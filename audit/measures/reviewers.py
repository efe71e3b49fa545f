"""What each reviewer decided, among cases held alike as far as the plan names what makes them so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public, Tables
from audit.measures._bars import HIGH, LOW, PEOPLE, words
from audit.measures._pseudonyms import pseudonyms
from audit.measures._series import recorded_role
from audit.system import Margin, Part
from audit.vocabulary import FigureKind, OutcomeKnown

MOST_CONTROLS = 3
"""Control features held constant, in plan order; more would leave one case in a stratum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewers:
    """Decisions by reviewer within strata.

    Attributes
    ----------
    column, role : str
        Who decided, and whose decision it is: `human_decision`, or `y_pred` where no other is recorded.
    held : tuple of str
        What makes a stratum, as the page may name it: columns, roles.
    strata : tuple of mapping of str to (int, int)
        Reviewer, under a pseudonym, to positive decisions and all decisions.
    unknown : int
        Decisions without a reviewer.
    """

    column: str
    role: str
    held: tuple[str, ...]
    strata: tuple[Mapping[str, tuple[int, int]], ...]
    unknown: int = 0


def _held(part: Part, role: str) -> tuple[str, ...]:
    roles = part.plan.roles
    held = list(roles.all("control_features")[:MOST_CONTROLS])
    if role == "human_decision" and roles.one("y_score"):
        held.append("score_bin")
    elif role == "human_decision" and roles.one("y_pred"):
        held.append("y_pred")
    if roles.one("y_true") and roles.outcome_known is OutcomeKnown.EVERYONE:
        held.append("y_true")
    return tuple(held)


def margins(part: Part) -> Sequence[Margin]:
    """Ask for decisions by reviewer and stratum."""
    role, column = recorded_role(part), part.plan.roles.one("reviewer")
    return [Margin((column, role, *_held(part, role)))] if role and column else []


def make(part: Part, tables: Tables) -> Reviewers:
    """Add up the cells by stratum; decisions that are not recorded are left out."""
    role, column = recorded_role(part), part.plan.roles.one("reviewer") or ""
    strata: dict[tuple[object, ...], dict[str, tuple[int, int]]] = {}
    unknown = 0
    for cells in tables:
        names = pseudonyms(cells.labels[0], part.audit.seed)
        for (reviewer, decision, *stratum), n in cells.rows():
            if decision is None:
                continue
            if reviewer is None:
                unknown += n
                continue
            rates = strata.setdefault(tuple(stratum), {})
            name = names[reviewer]
            positive, people = rates.get(name, (0, 0))
            rates[name] = (positive + n * int(decision), people + n)
    ordered = sorted(strata.items(), key=lambda item: str(item[0]))
    return Reviewers(
        column=column,
        role=role,
        held=_held(part, role),
        strata=tuple(rates for _, rates in ordered),
        unknown=unknown,
    )


def figures(found: Reviewers, public: Public) -> Sequence[Figure]:
    """Draw each reviewer under a pseudonym, beside what chance allows."""
    from audit.inference.reviewers import spread

    compared = spread(found.strata)
    if compared is None:
        return []
    rows: list[tuple[Cell, ...]] = [
        (r.name, r.n, r.rate, r.low, r.high) for r in compared.reviewers if r.n >= public.min_cell
    ]
    if not rows:
        return []
    return [
        Figure(
            id="reviewers",
            kind=FigureKind.FUNNEL,
            title=words("reviewers_title", "Positive decisions of each reviewer, at equal cases"),
            takeaway=words(
                "reviewers_takeaway",
                "Between the lines lie nineteen of twenty reviewers if it does not matter who decides.",
            ),
            columns=(
                Column(name="label", heading=words("heading_reviewer", "Reviewer")),
                Column(name="n", heading=PEOPLE, unit="count"),
                Column(name="value", heading=words("heading_positive", "Positive"), unit="rate"),
                Column(name="low", heading=LOW, unit="rate"),
                Column(name="high", heading=HIGH, unit="rate"),
            ),
            rows=tuple(rows),
        )
    ]


REVIEWERS = Measure(
    name="reviewers",
    payload=Reviewers,
    margins=margins,
    make=make,
    figures=figures,
    needs=("reviewer",),
)
