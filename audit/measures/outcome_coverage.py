"""For whom the outcome is recorded: everyone, those somebody selected, or a random arm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from audit.evidence import Rate
from audit.figure import Figure
from audit.measure import Measure, Public, Tables
from audit.measures._bars import shares, words
from audit.system import Margin, Part

DECISIONS = ("y_pred", "human_decision")


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
    """

    everyone: Rate
    by_decision: Mapping[str, Mapping[str, Rate]]
    arm: Rate | None = None
    arm_by_decision: Mapping[str, Mapping[str, Rate]] = field(default_factory=dict)


def margins(part: Part) -> Sequence[Margin]:
    """Ask for people by outcome, decision and arm, one table a kind of decision."""
    arm = ("random_arm",) if part.plan.roles.one("random_arm") else ()
    decisions = [d for d in DECISIONS if part.plan.roles.one(d)]
    return [Margin((d, "y_true", *arm)) for d in decisions] or [Margin(("y_true", *arm))]


def make(part: Part, tables: Tables) -> OutcomeCoverage:  # noqa: ARG001 the runner passes both
    """Add up who has an outcome."""
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
        everyone=everyone, by_decision=by, arm=arm if has_arm else None, arm_by_decision=arm_by
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
)
