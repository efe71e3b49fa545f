"""Counts by period in the order of time, for the measures that look for change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.system import Part

PERIOD = "time_period"
"""Derived key of the role `time`."""

_IN_ORDER = re.compile(r"\d{4}(?:-(?:\d\d|Q[1-4]|W\d\d)(?:-\d\d)?)?")


def in_order(labels: Sequence[object]) -> tuple[str, ...]:
    """Return periods from the first to the last; none where their names do not tell their order."""
    named = [str(label) for label in labels if label is not None]
    if not all(_IN_ORDER.fullmatch(name) for name in named):
        return ()
    return tuple(sorted(named))


def recorded_role(part: Part) -> str:
    """Return the role whose labels are the options of a decision: the human's, else the machine's."""
    for role in ("human_decision", "y_pred"):
        if part.plan.roles.one(role):
            return role
    return ""
