"""Pictures with one line of text a row: intervals and bars.

They are tables whose second column is drawn. Names wrap and are read aloud, numbers can be copied,
and on a narrow screen the drawing moves below its name.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from audit.figure import Cell, Figure
from audit.report.charts.scale import Scale, linear
from audit.report.charts.svg import SERIES, element, mark, share, swatch, text
from audit.report.words import Words, cell, short, span
from audit.vocabulary import Outcome

MOST = 30
MANY = 20
WORST = 15
_LEFT, _MIDDLE, _RIGHT = "start", "middle", "end"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an interval or bars figure; what it does not have is None."""

    label: str
    value: float | None
    low: float | None
    high: float | None
    limit: float | None
    outcome: str
    events: float | None
    n: float | None
    series: str
    judged: bool
    """Whether the row sets the scale: too small a group has an interval as wide as the picture."""


def rows_of(figure: Figure) -> list[Row]:
    """Read a figure's rows by the names of its columns."""
    size = len(figure.rows)

    def numbers(name: str) -> list[float | None]:
        column = figure.column(name) or [None] * size
        return [_number(value) for value in column]

    def texts(name: str) -> list[str]:
        column = figure.column(name) or [None] * size
        return ["" if value is None else str(value) for value in column]

    return [
        Row(*values)
        for values in zip(
            texts("label"),
            numbers("value"),
            numbers("low"),
            numbers("high"),
            numbers("limit"),
            texts("outcome"),
            numbers("events"),
            numbers("n"),
            texts("series"),
            [value is not False for value in figure.column("judged") or [True] * size],
            strict=True,
        )
    ]


def _number(value: Cell) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def chosen(figure: Figure, most: int) -> list[Row]:
    """Return the rows that are drawn: all of a short figure; of a long one what fails and the worst."""
    rows = rows_of(figure)
    labels = list(dict.fromkeys(row.label for row in rows))
    if len(labels) <= MANY and len(rows) <= most:
        return rows
    # A name of several series has a line for each of them.
    names = max(1, most * len(labels) // len(rows))
    fails = [row.label for row in rows if row.outcome == Outcome.FAIL][:names]
    kept = dict.fromkeys(fails)
    for label in labels:
        if len(kept) >= min(names, max(WORST, len(fails))):
            break
        kept.setdefault(label)
    return [row for row in rows if row.label in kept]


def _unit(figure: Figure) -> str:
    return next((column.unit for column in figure.columns if column.name == "value"), "number")


def _counts(row: Row, words: Words) -> str:
    if row.n is None:
        return ""
    if row.events is None:
        return words("ui.counts_of", n=_whole(row.n))
    return words("ui.counts", events=_whole(row.events), n=_whole(row.n))


def _whole(value: float) -> int | float:
    return int(value) if float(value).is_integer() else round(value, 1)


# ---------------------------------------------------------------------------------------------
# Intervals


def interval(figure: Figure, words: Words, title: str, most: int = MOST) -> str:
    """Draw a rate and its interval for each group, with everyone's rate and each row's limit."""
    rows = chosen(figure, most)
    unit = _unit(figure)
    scale = _interval_scale(rows, figure, unit)
    overall = [line for line in figure.lines if line.role == "overall"]
    lines = "".join(
        element("line", class_=f"l-{line.role}", x1=at, x2=at, y1="0", y2="100%")
        for line in figure.lines
        if scale.holds(line.value)
        for at in [share(scale.at(line.value))]
    )
    judged = any(row.outcome for row in rows)
    body = [
        _line(
            _name(row.label),
            _interval_strip(row, scale, lines, unit, words),
            _numbers(_rate(row, unit, words), _counts(row, words)),
            _outcome(row.outcome, words) if judged else None,
        )
        for row in rows
    ]
    columns = [
        _heading(figure, "label", words),
        words("ui.made_of"),
        _heading(figure, "value", words),
    ]
    legend = _interval_legend(rows, words, overall[0].value if overall else None, scale)
    for line in figure.lines:
        if line.role != "overall" and scale.holds(line.value):
            drawn = element("line", class_=f"l-{line.role}", x1=14, x2=14, y1=0, y2=14)
            legend.append(swatch(drawn) + escape(words.sentence(line.label)))
    return _legend(legend) + _table(
        title, [*columns, words("ui.outcome")] if judged else columns, body, _axis(scale, unit)
    )


def _rate(row: Row, unit: str, words: Words) -> str:
    # People without a rate: so few that it is not printed.
    return words("ui.withheld") if row.value is None and row.n else cell(row.value, unit)


def _interval_scale(rows: Sequence[Row], figure: Figure, unit: str) -> Scale:
    # Wide intervals of groups too small to be judged must not squeeze the others into a corner.
    firm = [row for row in rows if row.outcome and row.judged] or list(rows)
    values = [row.value for row in rows] + [row.limit for row in firm] + [row.high for row in firm]
    values += [row.low for row in firm] + [line.value for line in figure.lines]
    known = [value for value in values if value is not None]
    return linear(known, zero=unit in {"rate", "count"}, most=1.0 if unit == "rate" else None)


def _interval_strip(row: Row, scale: Scale, lines: str, unit: str, words: Words) -> str:
    parts = [lines]
    said = []
    if row.low is not None and row.high is not None and row.value is not None:
        low, high = scale.at(row.low), scale.at(row.high)
        kind = row.outcome or "unjudged"
        parts.append(
            element(
                "line", class_=f"ci o-{kind}", x1=share(low), x2=share(high), y1="50%", y2="50%"
            )
        )
        said.append(f"{words('ui.interval')} {span(row.low, row.high, unit)}")
        if not scale.holds(row.high):
            parts.append(text("›", class_="more", x="100%", y="50%", dy="0.32em"))
    if row.limit is not None and scale.holds(row.limit):
        at = share(scale.at(row.limit))
        parts.append(element("line", class_="limit", x1=at, x2=at, y1="15%", y2="85%"))
        said.append(f"{words('ui.limit_at')} {cell(row.limit, unit)}")
    if row.value is not None:
        parts.append(mark(row.outcome or "unjudged", scale.at(row.value)))
    return _strip("; ".join(said), parts)


def _interval_legend(
    rows: Sequence[Row], words: Words, overall: float | None, scale: Scale
) -> list[str]:
    entries = [
        swatch(mark("dot", 0.5, class_="neutral")) + escape(words("ui.legend_dot")),
    ]
    if any(row.low is not None for row in rows):
        line = element("line", class_="ci neutral", x1=2, x2=26, y1=7, y2=7)
        entries.append(swatch(line) + escape(words("ui.legend_interval")))
    if any(row.limit is not None for row in rows):
        tick = element("line", class_="limit", x1=14, x2=14, y1=1, y2=13)
        entries.append(swatch(tick) + escape(words("ui.legend_limit")))
    if overall is not None:
        line = element("line", class_="l-overall", x1=14, x2=14, y1=0, y2=14)
        entries.append(swatch(line) + escape(words("ui.legend_overall", value=overall)))
    if any(row.high is not None and not scale.holds(row.high) for row in rows):
        arrow = text("›", class_="more", x=14, y=7, dy="0.32em")
        entries.append(swatch(arrow) + escape(words("ui.legend_clipped")))
    return entries


# ---------------------------------------------------------------------------------------------
# Bars


def bars(figure: Figure, words: Words, title: str, most: int = MOST) -> str:
    """Draw bars from zero, to both sides where values are signed; series share a name."""
    rows = chosen(figure, most)
    unit = _unit(figure)
    names = list(dict.fromkeys(row.series for row in rows if row.series))[:SERIES]
    rows = [row for row in rows if not row.series or row.series in names]
    known = [v for row in rows for v in (row.value, row.low, row.high) if v is not None]
    known += [line.value for line in figure.lines]
    scale = linear(known, zero=True, most=1.0 if unit == "rate" else None)
    zero = share(scale.at(0.0))
    axis = element("line", class_="zero", x1=zero, x2=zero, y1="0", y2="100%")
    lines = axis + "".join(
        element("line", class_=f"l-{line.role}", x1=at, x2=at, y1="0", y2="100%")
        for line in figure.lines
        for at in [share(scale.at(line.value))]
    )
    body, before = [], None
    for row in rows:
        place = names.index(row.series) + 1 if row.series else 1
        body.append(
            _line(
                _name(row.label) if row.label != before else _name(row.label, hidden=True),
                _bar_strip(row, scale, lines, place, row.series),
                _numbers(_even(row.value, unit, known), row.series or _counts(row, words)),
                None,
                first=row.label != before,
            )
        )
        before = row.label
    legend = [
        swatch(element("rect", class_=f"bar s{place}", x=4, y=3, width=20, height=8)) + escape(name)
        for place, name in enumerate(names, 1)
    ]
    legend += [
        swatch(element("line", class_=f"l-{line.role}", x1=14, x2=14, y1=0, y2=14))
        + escape(words.sentence(line.label))
        for line in figure.lines
    ]
    columns = [
        _heading(figure, "label", words),
        words("ui.made_of"),
        _heading(figure, "value", words),
    ]
    return _legend(legend) + _table(title, columns, body, _axis(scale, unit))


def _even(value: float | None, unit: str, known: Sequence[float]) -> str:
    # Numbers below one another are read as a column: the same decimals for all.
    if value is None or unit not in {"number", "score"}:
        return cell(value, unit)
    most = max((abs(v) for v in known), default=0.0)
    decimals = 0 if most >= 1000 or most == 0 else max(0, 2 - math.floor(math.log10(most)))
    return f"{value:,.{min(decimals, 6)}f}".replace("-", "−")


def _heading(figure: Figure, name: str, words: Words) -> str:
    column = next((column for column in figure.columns if column.name == name), None)
    return words.sentence(column.heading, name) if column else name


def _bar_strip(row: Row, scale: Scale, lines: str, place: int, series: str) -> str:
    parts = []
    if row.value is not None:
        ends = sorted((scale.at(0.0), scale.at(row.value)))
        sign = " minus" if row.value < 0 else ""
        parts.append(
            element(
                "rect",
                class_=f"bar s{place}{sign}",
                x=share(ends[0]),
                y="22%",
                width=share(max(ends[1] - ends[0], 0.002)),
                height="56%",
            )
        )
    if row.low is not None and row.high is not None:
        parts.append(
            element(
                "line",
                class_="whisker",
                x1=share(scale.at(row.low)),
                x2=share(scale.at(row.high)),
                y1="50%",
                y2="50%",
            )
        )
    return _strip(series, [*parts, lines])


# ---------------------------------------------------------------------------------------------
# The table around them. Roles are written out because a narrow screen lays rows out as grids,
# which would otherwise take their meaning from screen readers.


def _strip(said: str, parts: Sequence[str]) -> str:
    title = element("title", escape(said)) if said else ""
    return element(
        "svg",
        title,
        *parts,
        class_="strip",
        role="img" if said else None,
        aria_hidden=None if said else "true",
    )


def _name(label: str, *, hidden: bool = False) -> str:
    shown = escape(short(label))
    if hidden:
        return f'<span class="vh">{shown}</span>'
    full = f' title="{escape(label)}"' if short(label) != label else ""
    return f"<bdi{full}>{shown}</bdi>"


def _numbers(value: str, counts: str) -> str:
    behind = f' <span class="of">{escape(counts)}</span>' if counts else ""
    return f"<b>{escape(value)}</b>{behind}"


def _outcome(outcome: str, words: Words) -> str:
    kind = outcome or "unjudged"
    return f'<span class="o-{escape(kind)}">{escape(words.name("outcome", kind))}</span>'


def _line(name: str, strip: str, numbers: str, outcome: str | None, *, first: bool = False) -> str:
    last = "" if outcome is None else f'<td role="cell" class="f-o">{outcome}</td>'
    return (
        f'<tr role="row"{" class=first" if first else ""}><th scope="row" role="rowheader">{name}</th>'
        f'<td role="cell" class="f-s">{strip}</td><td role="cell" class="f-n">{numbers}</td>{last}</tr>'
    )


def _axis(scale: Scale, unit: str) -> str:
    step = scale.ticks[1] - scale.ticks[0] if len(scale.ticks) > 1 else 1
    parts = [element("line", class_="axis", x1="0", x2="100%", y1="0", y2="0")]
    for place, tick in enumerate(scale.ticks):
        at = share(scale.at(tick))
        anchor = _MIDDLE if 0 < place < len(scale.ticks) - 1 else (_RIGHT if place else _LEFT)
        parts.append(element("line", class_="axis", x1=at, x2=at, y1=0, y2=4))
        parts.append(text(tick_text(tick, step, unit), x=at, y=17, text_anchor=anchor))
    return element("svg", *parts, class_="axis-strip", aria_hidden="true")


def tick_text(value: float, step: float, unit: str) -> str:
    """Write a tick: only the decimals that the step needs."""
    if unit == "rate":
        shown = 100 * value
        decimals = 0 if (100 * step) % 1 < 1e-6 or 1 - (100 * step) % 1 < 1e-6 else 1
        if abs(step) < 0.001:
            decimals = 2
        return f"{shown:.{decimals}f} %".replace("-", "−")
    return cell(round(value, 12), unit)


def _legend(entries: Sequence[str]) -> str:
    if not entries:
        return ""
    return '<ul class="legend">' + "".join(f"<li>{entry}</li>" for entry in entries) + "</ul>"


def _table(title: str, columns: Sequence[str], body: Sequence[str], axis: str) -> str:
    names = [
        f'<span class="vh">{escape(n)}</span>' if i == 1 else escape(n)
        for i, n in enumerate(columns)
    ]
    head = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in names)
    rest = '<td role="cell"></td>' * (len(columns) - 2)
    return (
        f'<table class="forest forest-{len(columns)}" role="table"><caption class="vh">{escape(title)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{"".join(body)}</tbody>'
        f'<tfoot role="rowgroup" aria-hidden="true"><tr role="row"><td role="cell"></td>'
        f'<td role="cell" class="f-s">{axis}</td>{rest}</tr></tfoot></table>'
    )
