"""For whom the outcome is recorded: everyone, those somebody selected, or a random arm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from audit.evidence import Rate
from audit.figure import Figure
from audit.measure import Measure, Public, Tables
from audit.measures._bars import shares, words
from audit.system import Cells, Margin, Part
from audit.vocabulary import RANDOM_ARM

DECISIONS = ("y_pred", "human_decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """How unevenly people were selected, among those whose outcome was to be known.

    Attributes
    ----------
    people : int
        People selected.
    worth : float
        How many people selected with equal chances they are worth, whatever is asked (Kish).
    heaviest : float
        Largest weight as a multiple of the mean weight.
    """

    people: int
    worth: float
    heaviest: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeCoverage:
    """People with a recorded outcome, of all people.

    Attributes
    ----------
    everyone : Rate
    by_decision : mapping of str to (mapping of str to Rate)
        The same by what the machine (`y_pred`) or the human (`human_decision`) decided: `1`, `0`.
    arm : Rate or None
        The same within the random arm; None where the plan names none.
    arm_by_decision : mapping
        As `by_decision`, within the random arm.
    selection : Selection or None
        Where chances of selection are known.
    """

    everyone: Rate
    by_decision: Mapping[str, Mapping[str, Rate]]
    arm: Rate | None = None
    arm_by_decision: Mapping[str, Mapping[str, Rate]] = field(default_factory=dict)
    selection: Selection | None = None


def margins(part: Part) -> Sequence[Margin]:
    """Ask for people by outcome, decision and arm, one table a kind of decision."""
    arm = ("random_arm",) if part.plan.roles.one("random_arm") else ()
    decisions = [d for d in DECISIONS if part.plan.roles.one(d)]
    counts = [Margin((d, "y_true", *arm)) for d in decisions] or [Margin(("y_true", *arm))]
    if _has_chances(part):
        chance = f"1/{part.plan.roles.one('selection_probability')}"
        sums = (chance, f"{chance}*{chance}")
        counts.append(Margin((RANDOM_ARM,), sample=RANDOM_ARM, sums=sums))
    return counts


def _has_chances(part: Part) -> bool:
    roles = part.plan.roles
    return roles.has_arm and bool(roles.all("selection_probability")) and not roles.chances_missing


def _selection(part: Part, drawn: Cells) -> Selection:
    column = part.plan.roles.one("selection_probability") or ""
    found = part.frame.moments(column, sample=RANDOM_ARM)[0]
    # To ten digits: engines add in different orders, and must find the same.
    weights, squares = (float(f"{values.sum():.10g}") for values in drawn.sums.values())
    people = int(drawn.n.sum())
    return Selection(
        people=people,
        worth=weights**2 / squares,
        heaviest=max(people / (float(found["min"]) * weights), 1.0),
    )


def make(part: Part, tables: Tables) -> OutcomeCoverage:
    """Add up who has an outcome."""
    selection = None
    if _has_chances(part):
        *tables, drawn = tables
        selection = _selection(part, drawn) if drawn.n.sum() else None
    by: dict[str, dict[str, Rate]] = {}
    arm_by: dict[str, dict[str, Rate]] = {}
    everyone, arm = Rate(0, 0), Rate(0, 0)
    for cells in tables:
        everyone, arm = Rate(0, 0), Rate(0, 0)
        for values, n in cells.rows():
            at = dict(zip(cells.keys, values, strict=True))
            here = Rate(n if at["y_true"] is not None else 0, n)
            everyone = _plus(everyone, here)
            inside = at.get("random_arm") == 1
            arm = _plus(arm, here) if inside else arm
            for decision in DECISIONS:
                if at.get(decision) is not None:
                    side = str(at[decision])
                    for table in (by, arm_by) if inside else (by,):
                        sides = table.setdefault(decision, {})
                        sides[side] = _plus(sides.get(side, Rate(0, 0)), here)
    has_arm = any("random_arm" in cells.keys for cells in tables)
    return OutcomeCoverage(
        everyone=everyone,
        by_decision=by,
        arm=arm if has_arm else None,
        arm_by_decision=arm_by,
        selection=selection,
    )


def _plus(one: Rate, other: Rate) -> Rate:
    return Rate(one.events + other.events, one.n + other.n)


def figures(found: OutcomeCoverage, public: Public) -> Sequence[Figure]:
    """Draw the share with a recorded outcome by what was decided."""
    drawn = []
    for decision, sides in found.by_decision.items():
        named = {
            "decided positive" if side == "1" else "decided negative": rate
            for side, rate in sorted(sides.items(), reverse=True)
            if rate.n >= public.min_cell
        }
        if named:
            drawn.append(
                shares(
                    f"outcome-coverage-{decision}",
                    words(
                        "coverage_title",
                        "Outcome recorded, by what was decided ({decision})",
                        decision=decision,
                    ),
                    words(
                        "coverage_takeaway",
                        "Where one bar is short, mistakes made on that side leave no trace in the data.",
                    ),
                    named,
                )
            )
    return drawn


OUTCOME_COVERAGE = Measure(
    name="outcome_coverage",
    payload=OutcomeCoverage,
    margins=margins,
    make=make,
    figures=figures,
    needs=("y_true",),
    version=2,
)
