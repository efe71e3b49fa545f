"""Columns for which nobody has said why they are kept: no input of the model, no purpose that the plan states.

That a column plays a part in the audit says why the auditor looks at it, not why its keeper has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from audit.measure import Measure
from audit.plan import PartPlan
from audit.system import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusedColumns:
    """Names of columns, in the order of the file, and how many columns there are.

    Attributes
    ----------
    columns : tuple of str
        Without a purpose, no input of the model, and not in the plan either.
    audit_only : tuple of str
        Without a purpose and no input of the model; the plan names them for the audit.
    inputs, stated : int
        Columns that are inputs of the model, and others whose purpose the plan states.
    """

    columns: tuple[str, ...]
    audit_only: tuple[str, ...]
    inputs: int
    stated: int
    columns_read: int


def named(part: PartPlan) -> Iterator[str]:
    """Yield the columns that a part of the plan names, for whatever reason."""
    for columns in part.roles.columns.values():
        yield from columns
    yield from part.roles.all("sensitive_features")
    yield from part.where
    yield part.data.retention_from
    for section in part.columns.values():
        yield section.of
        yield section.derived_by


def inputs(part: PartPlan) -> Iterator[str]:
    """Yield the columns that a part of the plan says the model reads."""
    yield from part.roles.all("features")
    yield from part.model.features


def stated(part: PartPlan) -> Iterator[str]:
    """Yield the columns whose purpose a part of the plan states."""
    return (name for name, section in part.columns.items() if section.purpose.strip())


def make(part: Part) -> UnusedColumns:
    """Compare the file's columns with what any part of the same table says of them."""
    same = [p for p in part.audit.parts if p.data.source == part.plan.data.source]
    parts = (*same, part.plan)
    read = {name for each in parts for name in inputs(each)}
    if part.predictor is not None:
        read |= set(part.predictor.features)
    kept = {name for each in parts for name in stated(each)}
    audited = {name for each in parts for name in named(each)} - read - kept
    columns = tuple(part.frame.columns)
    return UnusedColumns(
        columns=tuple(name for name in columns if name not in read | kept | audited),
        audit_only=tuple(name for name in columns if name in audited),
        inputs=sum(name in read for name in columns),
        stated=sum(name in kept - read for name in columns),
        columns_read=len(columns),
    )


MEASURE = Measure(name="unused_columns", payload=UnusedColumns, make=make, version=2)
