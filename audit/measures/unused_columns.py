"""Columns that nobody uses: no role, no input of the model, no purpose that the plan states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from audit.measure import Measure
from audit.plan import PartPlan
from audit.system import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusedColumns:
    """Names of columns, in the order of the file, and how many columns there are."""

    columns: tuple[str, ...]
    columns_read: int


def used(part: PartPlan) -> Iterator[str]:
    """Yield the columns that a part of the plan has a use for."""
    for columns in part.roles.columns.values():
        yield from columns
    yield from part.roles.all("sensitive_features")
    yield from part.model.features
    yield from part.where
    yield part.data.retention_from
    for name, section in part.columns.items():
        if section.purpose.strip():
            yield name
        yield section.of
        yield section.derived_by


def make(part: Part) -> UnusedColumns:
    """Compare the file's columns with those that any part of the same table uses."""
    same = [p for p in part.audit.parts if p.data.source == part.plan.data.source]
    needed = {name for each in (*same, part.plan) for name in used(each)}
    if part.predictor is not None:
        needed |= set(part.predictor.features)
    columns = tuple(part.frame.columns)
    return UnusedColumns(
        columns=tuple(name for name in columns if name not in needed), columns_read=len(columns)
    )


MEASURE = Measure(name="unused_columns", payload=UnusedColumns, make=make)
