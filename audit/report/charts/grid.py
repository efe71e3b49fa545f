"""A matrix: a table whose cells are shaded by their value."""

from __future__ import annotations

from html import escape

from audit.figure import Figure
from audit.report.charts.svg import element
from audit.report.words import Words, cell, short

MOST = 24
"""Rows and columns drawn; the table behind the picture holds all."""


def matrix(figure: Figure, words: Words, title: str) -> str:
    """Draw a matrix; shading runs from nothing to the largest absolute value."""
    rows = [str(value) for value in figure.column("row") or []]
    columns = [str(value) for value in figure.column("column") or []]
    values = figure.column("value") or []
    unit = next(column.unit for column in figure.columns if column.name == "value")
    known = {
        (row, column): float(value)
        for row, column, value in zip(rows, columns, values, strict=True)
        if isinstance(value, int | float)
    }
    most = max((abs(value) for value in known.values()), default=0.0) or 1.0
    across = list(dict.fromkeys(columns))[:MOST]
    head = "".join(f'<th scope="col"><bdi>{escape(short(name))}</bdi></th>' for name in across)
    body = "".join(
        f'<tr><th scope="row"><bdi>{escape(short(row))}</bdi></th>'
        + "".join(_shaded(known.get((row, column)), most, unit) for column in across)
        + "</tr>"
        for row in list(dict.fromkeys(rows))[:MOST]
    )
    corner = next(
        words.sentence(column.heading, "") for column in figure.columns if column.name == "row"
    )
    label = escape(words("ui.table_scroll", caption=title))
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{label}"><table class="matrix">'
        f'<caption class="vh">{escape(title)}</caption><thead><tr><th scope="col">{escape(corner)}</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _shaded(value: float | None, most: float, unit: str) -> str:
    if value is None:
        return "<td>–</td>"
    # At most .4, so that the number stays readable on the darkest cell.
    shade = element(
        "svg",
        element("rect", width="100%", height="100%", fill_opacity=0.4 * abs(value) / most),
        class_="shade minus" if value < 0 else "shade",
        aria_hidden="true",
    )
    return f"<td>{shade}<span>{escape(cell(value, unit))}</span></td>"
