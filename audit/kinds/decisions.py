"""A system that decides, or helps to decide, about individual people.

A visa triage, a risk score at a border, a grant of leave to appeal, an eligibility tool: one row is
one decision about one person, and somebody can say what the decision does to that person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from audit.kind import Kind
from audit.kinds import roles
from audit.plan import PartPlan, Plan
from audit.vocabulary import PositiveIs


def leads(part: PartPlan, plan: Plan) -> tuple[str, ...]:
    """Return the leading questions, from what the plan says of the stakes and from nothing else.

    Where the plan names classes and no positive label among them, the classes lead (FA206). Where
    places are scarce and a place helps, who gets one of those in need leads (FA103).

    Where the positive label hurts, a wrong flag is the harm: people without the condition who are
    flagged (FA201). Where it helps, a missed person is: people with the condition who go without
    (FA202). Where nobody has said, coercion points to the first; otherwise both lead, which costs
    power and is the price of not saying. Without a recorded truth there is selection alone (FA101).
    """
    if part.roles.in_classes("y_pred"):
        return ("FA206",)
    ranked = part.roles.all("rank") or part.roles.all("y_score") or part.model.source
    helps = part.roles.positive_is is PositiveIs.FAVOURABLE
    if plan.system.capacity is not None and helps and ranked:
        return ("FA103",)
    if not part.roles.all("y_true"):
        return ("FA101",)
    match part.roles.positive_is:
        case PositiveIs.ADVERSE:
            return ("FA201",)
        case PositiveIs.FAVOURABLE:
            return ("FA202",)
        case _:
            return ("FA201",) if plan.system.coercive else ("FA201", "FA202")


def recognise(columns: Mapping[str, str]) -> tuple[float, str]:
    """Return how well column names and types fit, and why in one sentence."""
    names = {name: roles.normal(name) for name in columns}
    for weak in (False, True):
        for role, fit, looks_like in _SIGNS:
            for original, name in names.items():
                found = re.search(role.pattern, name)
                if found and bool(found.groupdict().get("weak")) is weak:
                    return fit - 0.25 * weak, f"'{original}' looks like {looks_like}"
    for original, name in names.items():
        if re.search(roles.Y_TRUE.pattern, name):
            return 0.45, f"'{original}' looks like an outcome, and no column like a decision"
    return 0.2, "no column looks like a decision or a score"


_SIGNS = (
    (roles.Y_PRED, 0.9, "a decision about a person"),
    (roles.Y_SCORE, 0.85, "a score of a person"),
    (roles.HUMAN_DECISION, 0.8, "a decision about a person"),
)

DECISIONS = Kind(
    name="decisions",
    title="Decisions about individuals",
    doc="A system that decides or helps to decide about one person at a time.",
    roles=(
        roles.Y_TRUE,
        roles.Y_PRED,
        roles.Y_SCORE,
        roles.RANK,
        roles.POOL,
        roles.SAMPLE_WEIGHT,
        roles.SENSITIVE_FEATURES,
        roles.CONTROL_FEATURES,
        roles.FEATURES,
        roles.TEXT,
        roles.IDENTIFIERS,
        roles.QUASI_IDENTIFIERS,
        roles.CONFIDENTIAL,
        roles.PLACE,
        roles.SHARED_WITH,
        roles.CONSENT,
        roles.ORIGIN,
        roles.RANDOM_ARM,
        roles.SELECTION_PROBABILITY,
        roles.SELECTION_STRATUM,
        roles.TIME,
        roles.CLUSTER,
        roles.HUMAN_DECISION,
        roles.REVIEWER,
        roles.SECONDS,
        roles.REASON,
        roles.APPEAL,
        roles.BIRTH_DATE,
    ),
    leads=leads,
    recognise=recognise,
)
