"""Pictures with the table behind each, and how many of both a page can hold."""

from __future__ import annotations

from dataclasses import dataclass

from audit.figure import Figure
from audit.report.charts import chosen, draw
from audit.report.words import Words, cell
from audit.vocabulary import FigureKind

MOST_PICTURES = 20
FOR_EVIDENCE = 8
"""Pictures kept free for evidence (what drives the score), however many findings there are."""
MOST_ROWS = 700
"""Rows of all tables behind pictures together, so that a page stays under 500 KB."""
ROWS_EACH = 40
FEWEST_ROWS = 3

_LABELS = {"label"}


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
    """What the picture leaves out, or why it is not drawn."""


class Room:
    """What is left on the page: pictures and rows are given out in reading order.

    Parameters
    ----------
    evidence : int
        Figures of evidence that will ask after the findings.
    """

    def __init__(self, evidence: int = 0) -> None:
        self._kept = min(evidence, FOR_EVIDENCE)
        self._pictures = MOST_PICTURES
        self._rows = MOST_ROWS

    def picture(self, *, evidence: bool = False) -> bool:
        """Take one picture, if one is left."""
        if self._pictures <= (0 if evidence else self._kept):
            return False
        self._pictures -= 1
        return True

    def rows(self, wanted: int) -> int:
        """Take rows for one table: what is wanted if there is room, never fewer than a few."""
        given = min(wanted, max(FEWEST_ROWS, min(ROWS_EACH, self._rows)))
        self._rows -= given
        return given


def picture(
    figure: Figure,
    words: Words,
    anchor: str,
    room: Room,
    *,
    table: TableView | None = None,
    evidence: bool = False,
) -> PictureView:
    """Return a figure as a picture with its table.

    Parameters
    ----------
    table : TableView, optional
        Shown behind the picture in place of the figure's own columns.
    """
    drawn = room.picture(evidence=evidence)
    title = words.sentence(figure.title, figure.id)
    return PictureView(
        anchor=anchor,
        title=title,
        takeaway=words.sentence(figure.takeaway),
        note=words.sentence(figure.note) if figure.note else "",
        markup=draw(figure, words, anchor) if drawn else "",
        table=table or table_of(figure, words, room),
        remark=_remark(figure, words) if drawn else words("ui.not_drawn", most=MOST_PICTURES),
    )


def _remark(figure: Figure, words: Words) -> str:
    if figure.kind not in {FigureKind.INTERVAL, FigureKind.BARS, FigureKind.MAP}:
        return ""
    total = len(set(figure.column("label") or ()))
    shown = len({row.label for row in chosen(figure)})
    if shown == total:
        return ""
    id = "ui.picture_rows" if figure.kind is FigureKind.INTERVAL else "ui.picture_first"
    return words(id, shown=shown, total=total)


def table_of(figure: Figure, words: Words, room: Room) -> TableView:
    """Return the table behind a figure, all columns."""
    shown = room.rows(len(figure.rows))
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
        note=words("ui.rows_shown_record", shown=shown, total=len(figure.rows))
        if shown < len(figure.rows)
        else "",
    )
