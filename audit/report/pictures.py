"""Pictures with the table behind each."""

from __future__ import annotations

from dataclasses import dataclass

from audit.figure import Figure
from audit.report.charts import chosen, draw
from audit.report.room import IN_LINES, Room
from audit.report.words import Words, cell
from audit.vocabulary import FigureKind

_LABELS = {"label"}

FEW = 8
"""Rows of a longer table that are worth showing without their picture."""


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A heading, and whether numbers stand below it."""

    heading: str
    numeric: bool = True


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as it is printed; the first column names the row."""

    caption: str
    columns: tuple[ColumnView, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    @property
    def numeric_from(self) -> int:
        """Column from which all hold numbers, counted from 1; 0 if there is none."""
        first = len(self.columns)
        while first and self.columns[first - 1].numeric:
            first -= 1
        return first + 1 if first < len(self.columns) else 0


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture (`markup` empty where only its table is shown) with its takeaway."""

    anchor: str
    title: str
    takeaway: str
    note: str
    markup: str
    table: TableView
    remark: str = ""
    """What the picture leaves out."""


def picture(
    figure: Figure,
    words: Words,
    anchor: str,
    most: int,
    table: TableView,
) -> PictureView:
    """Return a figure as a picture with the table behind it.

    Parameters
    ----------
    most : int
        Lines it may draw; 0 shows the table alone.
    """
    title = words.sentence(figure.title, figure.id)
    return PictureView(
        anchor=anchor,
        title=title,
        takeaway=words.sentence(figure.takeaway),
        note=words.sentence(figure.note) if figure.note else "",
        markup=draw(figure, words, anchor, most) if most else "",
        table=table,
        remark=_remark(figure, words, most) if most else "",
    )


def _remark(figure: Figure, words: Words, most: int) -> str:
    if figure.kind not in IN_LINES:
        return ""
    total = len(set(figure.column("label") or ()))
    shown = len({row.label for row in chosen(figure, most)})
    if shown == total:
        return ""
    id = "ui.picture_rows" if figure.kind is FigureKind.INTERVAL else "ui.picture_first"
    return words(id, shown=shown, total=total)


def table_of(figure: Figure, words: Words, room: Room, *, drawn: bool = True) -> TableView:
    """Return the table behind a figure, all columns.

    Parameters
    ----------
    drawn : bool
        Whether the picture stands above it. Where it does not and there is room for a few rows only,
        none is shown: the first rows of many say nothing, and the note names the file.
    """
    total = len(figure.rows)
    shown = room.rows(total, len(figure.columns), figure.fewest)
    if not drawn and not figure.fewest and shown < min(total, FEW):
        shown = 0
    columns = tuple(
        ColumnView(words.sentence(column.heading, column.name), column.unit not in _LABELS)
        for column in figure.columns
    )
    units = [column.unit for column in figure.columns]
    names = [column.name for column in figure.columns]
    rows = tuple(
        tuple(
            words.name("outcome", str(value)) if name == "outcome" and value else cell(value, unit)
            for value, unit, name in zip(row, units, names, strict=True)
        )
        for row in figure.rows[:shown]
    )
    return TableView(
        caption=words("ui.table_of", title=words.sentence(figure.title, figure.id)),
        columns=columns,
        rows=rows,
        note=_left_out(shown, total, words),
    )


def _left_out(shown: int, total: int, words: Words) -> str:
    if shown == total:
        return ""
    return words("ui.rows_shown_record" if shown else "ui.rows_record", shown=shown, total=total)
