"""The table that a model was trained on, opened beside the one that is audited: its inputs alone."""

from __future__ import annotations

from dataclasses import replace

from audit.inputs import Source
from audit.plan import ModelSection, PartPlan, Roles

SUFFIX = "-train"
"""Behind the name of a part: no part of a plan can be named so."""


def plan_of(part: PartPlan) -> PartPlan:
    """Return the part as the training table is read: no roles, no model, all its rows."""
    data = part.data.of_another(part.data.train)
    return replace(
        part, name=part.name + SUFFIX, data=data, model=ModelSection(), roles=Roles(), where={}
    )


def pruned(part: PartPlan, source: Source) -> PartPlan:
    """Return the part with the sections of the columns that the training table has."""
    sections = {name: s for name, s in part.columns.items() if name in source.columns}
    return replace(part, columns=sections)
