"""Pictures as data: a kind, a title, a takeaway, and the table behind it."""

from __future__ import annotations

from dataclasses import dataclass

from audit.text import Message
from audit.vocabulary import FigureKind

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of the table behind a figure.

    Attributes
    ----------
    name : str
        What the drawing looks for; each kind's names are listed in `Figure`.
    unit : str
        `label`, `count`, `rate` (fraction in [0, 1]), `ratio`, `number`, `seconds` or `score`.
    """

    name: str
    heading: Message
    unit: str = "label"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A reference line: a limit, or everyone's value."""

    value: float
    label: Message
    role: str = "limit"
    """`limit` or `overall`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture of aggregates.

    The drawing finds its columns by name, and the table shows all of them:

    - interval: `label`, `value`, `low`, `high`, and where given `limit` (a tick a row), `outcome`, `n`
    - bars: `label`, `value`, and where given `series`, `low`, `high`
    - curve, timeline, fan, det: `x`, `value`, and where given `series`, `low`, `high`
    - reliability: `x` (mean score), `value` (observed rate), `n`, and where given `series`
    - funnel: `n`, `value`, `label`, and where given `low`, `high`
    - matrix: `row`, `column`, `value`
    - map: `label`, `x`, `y`, `value`
    """

    id: str
    kind: FigureKind
    title: Message
    takeaway: Message
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[Line, ...] = ()
    note: Message | None = None
    fewest: int = 0
    """Rows that a page shows however full it is; the rest may stand in a file."""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("every row of a figure has one cell for each column")

    def column(self, name: str) -> list[Cell] | None:
        """Return the values of one column, or None if the figure has no such column."""
        for position, column in enumerate(self.columns):
            if column.name == name:
                return [row[position] for row in self.rows]
        return None
