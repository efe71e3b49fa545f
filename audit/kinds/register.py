"""A table about people with no decision in it: a register, a survey, a data release.

What can go wrong here is who is missing, who can be recognised, and what the file gives away.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from audit.kind import Kind
from audit.kinds import roles
from audit.plan import PartPlan, Plan


def leads(part: PartPlan, plan: Plan) -> tuple[str, ...]:  # noqa: ARG001 - the kind's contract
    """Return nothing: where nothing is decided, no rate of decisions leads."""
    return ()


def recognise(columns: Mapping[str, str]) -> tuple[float, str]:
    """Return how well column names and types fit, and why in one sentence."""
    people = (
        roles.SENSITIVE_FEATURES,
        roles.IDENTIFIERS,
        roles.QUASI_IDENTIFIERS,
        roles.BIRTH_DATE,
    )
    about = [
        name
        for name in columns
        if any(re.search(role.pattern, roles.normal(name)) for role in people)
    ]
    if about:
        return 0.5, f"it describes people ('{about[0]}'), whether or not anything is decided"
    return 0.3, "nothing says what the table is about"


REGISTER = Kind(
    name="register",
    title="A table about people",
    doc="A register, a survey or a data release: people are described, nothing is decided.",
    roles=(
        roles.SENSITIVE_FEATURES,
        roles.TEXT,
        roles.IDENTIFIERS,
        roles.QUASI_IDENTIFIERS,
        roles.CONFIDENTIAL,
        roles.PLACE,
        roles.SHARED_WITH,
        roles.CONSENT,
        roles.ORIGIN,
        roles.BIRTH_DATE,
        roles.TIME,
        roles.CLUSTER,
        roles.SAMPLE_WEIGHT,
    ),
    leads=leads,
    recognise=recognise,
)
