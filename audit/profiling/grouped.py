"""Whether a table holds counts of groups rather than one row for each person."""

from __future__ import annotations

import re

from audit.kinds.roles import normal
from audit.profiling.table import Shape, Table

_COUNTED = re.compile(
    r"(?:^|_)(?:n|counts?|numbers?|total|totals|cases|appeals|applications|decisions|claims|persons|people|"
    r"individuals|refugees|arrivals|returns|grants|refusals|determined|anzahl|personen|nombre|effectif|"
    r"numero|cantidad|personas|العدد|عدد)(?=_|$)"
)
_TAIL = 3


def counts(table: Table) -> str | None:
    """Return the column that says how many people a row stands for, None if rows look like people.

    Names alone can mislead, so every column must agree: whole numbers of which the largest is several
    times the median, under a name that counts, beside categories, years and other counts only.
    """
    found = [shape for shape in table.shapes if _counts(shape)]
    rest = [shape for shape in table.shapes if shape not in found]
    if not found or not rest or not all(_names_a_group(shape) for shape in rest):
        return None
    return max(found, key=lambda shape: shape.high or 0).name


def _counts(shape: Shape) -> bool:
    if not shape.numeric or not shape.whole or (shape.low or 0) < 0 or shape.distinct <= 5:
        return False
    median = shape.spread[1] if shape.spread else 0.0
    tail = (shape.high or 0) >= _TAIL * max(median, 1.0)
    return tail and bool(_COUNTED.search(normal(shape.name)))


def _names_a_group(shape: Shape) -> bool:
    if shape.dates or not shape.distinct:
        return True
    if shape.numeric:
        year = shape.whole and (shape.low or 0) >= 1900 and (shape.high or 0) < 2100
        return year or (shape.whole and shape.distinct <= 12)
    return bool(shape.labels) or (shape.length <= 40 and shape.distinct <= 0.5 * shape.known)


def remark(column: str) -> str:
    """Return what to say of a table of counts."""
    return (
        f"'{column}' holds counts: a row is a group, not a person. Name it sample_weight, or this file "
        "cannot be audited person by person."
    )
