"""Figures drawn: pure functions from a figure to markup with inline SVG.

The bytes depend on the figure and the language alone. Text is text, colours are classes of the
style sheet, names come before numbers, and nothing is told by colour alone.
"""

from __future__ import annotations

from audit.figure import Figure
from audit.report.charts.grid import matrix
from audit.report.charts.plots import plot
from audit.report.charts.rows import MOST, bars, chosen, interval
from audit.report.charts.svg import DEFINITIONS, mark
from audit.report.words import Words
from audit.vocabulary import FigureKind


def draw(figure: Figure, words: Words, name: str, most: int = MOST) -> str:
    """Return the markup of a figure, without its caption and the table behind it.

    Parameters
    ----------
    name : str
        Start of every `id` inside the picture; unique on the page.
    most : int
        Lines an interval or bars figure may draw, those that fail first.
    """
    title = words.sentence(figure.title, figure.id)
    match figure.kind:
        case FigureKind.INTERVAL:
            return interval(figure, words, title, most)
        case FigureKind.BARS | FigureKind.MAP:
            # Outlines of countries are not shipped; a map's values are readable as bars.
            return bars(figure, words, title, most)
        case FigureKind.MATRIX:
            return matrix(figure, words, title)
        case _:
            return plot(figure, words, title, name)


__all__ = ["DEFINITIONS", "MOST", "chosen", "draw", "mark"]
