"""What a column holds: its name and its values together, with how sure that is."""

from __future__ import annotations

from audit.personal_data.columns.naming import having_form, named, named_type, plain
from audit.personal_data.columns.reading import Reading, identifying, read_columns
from audit.personal_data.columns.types import (
    AGREE,
    LIKELY,
    SURE,
    Basis,
    ColumnType,
    Holds,
    column_types,
)

__all__ = [
    "AGREE",
    "LIKELY",
    "SURE",
    "Basis",
    "ColumnType",
    "Holds",
    "Reading",
    "column_types",
    "having_form",
    "identifying",
    "named",
    "named_type",
    "plain",
    "read_columns",
]
