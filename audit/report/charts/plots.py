"""Pictures with two axes: curves, timelines, fans, reliability, funnel and detection error trade-off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from audit.figure import Cell, Figure
from audit.report.charts.rows import tick_text
from audit.report.charts.scale import Scale, linear, probit
from audit.report.charts.svg import SERIES, element, mark, share, swatch, text
from audit.report.words import Words, short
from audit.vocabulary import FigureKind

_MARKS = 60
"""Above so many points a line has no marks."""
_LABELLED = 8
_ROOM = 0.11
"""Smallest distance of ticks on the horizontal axis, so that their text stands free on a phone."""


@dataclass(frozen=True, slots=True)
class Point:
    """One place on the plot, before scaling."""

    x: float
    y: float
    low: float | None
    high: float | None
    label: str


@dataclass(frozen=True, slots=True)
class Axes:
    """Both scales, the units of their ticks, and the names of places that are not numbers."""

    x: Scale
    y: Scale
    x_unit: str
    y_unit: str
    places: tuple[str, ...] = ()

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return the position from the upper left, both in [0, 1]."""
        return self.x.at(x), 1 - self.y.at(y)


def plot(figure: Figure, words: Words, title: str, name: str) -> str:
    """Draw a figure with two axes; `name` makes the ids of its title and description."""
    series, places = _series(figure)
    shown = dict(list(series.items())[:SERIES])
    axes = _axes(figure, shown, places)
    parts = [_frame(axes)]
    if figure.kind is FigureKind.RELIABILITY:
        parts.append(
            _path([axes.at(axes.x.low, axes.x.low), axes.at(axes.x.high, axes.x.high)], "l-equal")
        )
    parts += _lines(figure, axes)
    for place, points in enumerate(shown.values(), 1):
        parts += (
            _funnel(points, axes)
            if figure.kind is FigureKind.FUNNEL
            else _curve(points, axes, place)
        )
    picture = element(
        "svg",
        element("title", escape(title), id=f"{name}-t"),
        element("desc", escape(words.sentence(figure.takeaway)), id=f"{name}-d"),
        *parts,
        class_="plot",
        role="img",
        aria_labelledby=f"{name}-t {name}-d",
    )
    square = " square" if figure.kind in {FigureKind.RELIABILITY, FigureKind.DET} else ""
    x_name, y_name = _name(figure, _x_column(figure), words), _name(figure, "value", words)
    return (
        _legend(figure, words, shown)
        + f'<div class="plot-box{square}"><p class="y-name">{escape(y_name)}</p>{picture}'
        + f'<p class="x-name">{escape(x_name)}</p></div>'
    )


def _x_column(figure: Figure) -> str:
    return "n" if figure.kind is FigureKind.FUNNEL else "x"


def _name(figure: Figure, column: str, words: Words) -> str:
    found = next((c for c in figure.columns if c.name == column), None)
    return words.sentence(found.heading, column) if found else column


def _series(figure: Figure) -> tuple[dict[str, list[Point]], tuple[str, ...]]:
    size = len(figure.rows)
    xs = figure.column(_x_column(figure)) or [None] * size
    columns = [figure.column(name) or [None] * size for name in ("value", "low", "high")]
    labels = figure.column("label") or [None] * size
    names = figure.column("series") or [""] * size
    places: tuple[str, ...] = ()
    if not all(isinstance(x, int | float) for x in xs):
        places = tuple(dict.fromkeys(str(x) for x in xs))
        xs = [places.index(str(x)) for x in xs]
    series: dict[str, list[Point]] = {}
    for x, y, low, high, label, name in zip(xs, *columns, labels, names, strict=True):
        if isinstance(x, int | float) and isinstance(y, int | float):
            point = Point(float(x), float(y), _maybe(low), _maybe(high), str(label or ""))
            series.setdefault(str(name or ""), []).append(point)
    return series, places


def _maybe(value: Cell) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _unit(figure: Figure, name: str) -> str:
    return next((column.unit for column in figure.columns if column.name == name), "number")


def _axes(figure: Figure, series: dict[str, list[Point]], places: tuple[str, ...]) -> Axes:
    points = [point for line in series.values() for point in line]
    x_unit, y_unit = _unit(figure, _x_column(figure)), _unit(figure, "value")
    xs = [point.x for point in points]
    ys = [v for p in points for v in (p.y, p.low, p.high) if v is not None]
    ys += [line.value for line in figure.lines]
    if figure.kind is FigureKind.DET:
        both = probit([*xs, *ys])
        return Axes(both, both, x_unit, y_unit)
    y = linear(ys, zero=y_unit in {"rate", "count"}, most=1.0 if y_unit == "rate" else None)
    if figure.kind is FigureKind.RELIABILITY:
        both = linear([*xs, *ys], zero=True, most=1.0)
        return Axes(both, both, x_unit, y_unit)
    if places:
        last = max(len(places) - 1, 1)
        step = -(-len(places) // 6)
        ticks = tuple(float(i) for i in range(0, len(places), step))
        return Axes(Scale(0, last, ticks), y, x_unit, y_unit, places)
    return Axes(linear(xs, zero=figure.kind is FigureKind.FUNNEL), y, x_unit, y_unit)


def _frame(axes: Axes) -> str:
    parts = []
    y_step = axes.y.ticks[1] - axes.y.ticks[0] if len(axes.y.ticks) > 1 else 1
    x_step = axes.x.ticks[1] - axes.x.ticks[0] if len(axes.x.ticks) > 1 else 1
    for tick in axes.y.ticks:
        at = share(1 - axes.y.at(tick))
        parts.append(element("line", class_="grid", x1="0", x2="100%", y1=at, y2=at))
        parts.append(
            text(
                _tick(tick, y_step, axes.y, axes.y_unit), x=-8, y=at, dy="0.32em", text_anchor="end"
            )
        )
    for tick in _apart(axes.x):
        at = share(axes.x.at(tick))
        label = (
            short(axes.places[int(tick)])
            if axes.places
            else _tick(tick, x_step, axes.x, axes.x_unit)
        )
        parts.append(text(label, x=at, y="100%", dy="1.5em", text_anchor="middle"))
    parts.append(element("line", class_="axis", x1="0", x2="100%", y1="100%", y2="100%"))
    return "".join(parts)


def _apart(scale: Scale) -> list[float]:
    """Return the ticks that leave room for each other's text."""
    kept: list[float] = []
    for tick in scale.ticks:
        if not kept or scale.at(tick) - scale.at(kept[-1]) >= _ROOM:
            kept.append(tick)
    return kept


def _tick(value: float, step: float, scale: Scale, unit: str) -> str:
    if scale.probit:
        return f"{100 * value:g} %"
    return tick_text(value, step, unit)


def _lines(figure: Figure, axes: Axes) -> list[str]:
    return [
        element("line", class_=f"l-{line.role}", x1="0", x2="100%", y1=at, y2=at)
        for line in figure.lines
        if axes.y.holds(line.value)
        for at in [share(1 - axes.y.at(line.value))]
    ]


def _numbers(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{100 * x:.2f},{100 * y:.2f}" for x, y in places)


def _stretched(*content: str) -> str:
    # Lines through many points cannot be placed in percentages: they stretch, their strokes do not.
    return element(
        "svg",
        *content,
        viewBox="0 0 100 100",
        preserveAspectRatio="none",
        width="100%",
        height="100%",
    )


def _path(places: Sequence[tuple[float, float]], kind: str) -> str:
    return _stretched(
        element(
            "polyline", class_=kind, points=_numbers(places), vector_effect="non-scaling-stroke"
        )
    )


def _curve(points: list[Point], axes: Axes, place: int) -> list[str]:
    parts = []
    banded = [(p.x, p.low, p.high) for p in points if p.low is not None and p.high is not None]
    if len(banded) > 1:
        around = [axes.at(x, high) for x, _, high in banded]
        around += [axes.at(x, low) for x, low, _ in reversed(banded)]
        parts.append(
            _stretched(element("polygon", class_=f"band s{place}", points=_numbers(around)))
        )
    parts.append(_path([axes.at(p.x, p.y) for p in points], f"line s{place}"))
    if len(points) <= _MARKS:
        parts += [mark(str(place), *axes.at(p.x, p.y)) for p in points]
    return parts


def _funnel(points: list[Point], axes: Axes) -> list[str]:
    ordered = sorted(points, key=lambda p: (p.x, p.label))
    bounded = [p for p in ordered if p.low is not None and p.high is not None]
    parts = [
        _path([axes.at(p.x, bound) for p in bounded for bound in [getattr(p, side)]], "l-limit")
        for side in ("low", "high")
        if len(bounded) > 1
    ]
    outside = []
    for p in ordered:
        out = p.low is not None and p.high is not None and not p.low <= p.y <= p.high
        x, y = axes.at(p.x, p.y)
        parts.append(
            element("g", element("title", escape(p.label)), mark("2" if out else "1", x, y))
        )
        if out:
            outside.append((p.label, x, y))
    for label, x, y in outside[:_LABELLED]:
        end = x > 0.75
        parts.append(
            text(
                short(label),
                class_="place",
                x=share(x),
                y=share(y),
                dx=-8 if end else 8,
                dy="0.32em",
                text_anchor="end" if end else "start",
            )
        )
    return parts


def _legend(figure: Figure, words: Words, shown: dict[str, list[Point]]) -> str:
    entries = []
    if any(shown):
        for place, name in enumerate(shown, 1):
            line = element("line", class_=f"line s{place}", x1=2, x2=26, y1=7, y2=7)
            entries.append(
                swatch(line, mark(str(place), 0.5)) + f"<bdi>{escape(short(name))}</bdi>"
            )
    if figure.kind is FigureKind.RELIABILITY:
        line = element("line", class_="l-equal", x1=2, x2=26, y1=12, y2=2)
        entries.append(swatch(line) + escape(words("ui.equal_line")))
    for line_ in figure.lines:
        drawn = element("line", class_=f"l-{line_.role}", x1=2, x2=26, y1=7, y2=7)
        entries.append(swatch(drawn) + escape(words.sentence(line_.label)))
    if not entries:
        return ""
    return '<ul class="legend">' + "".join(f"<li>{entry}</li>" for entry in entries) + "</ul>"
