"""The bars and intervals that several measures draw, made one way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from audit.evidence import Rate
from audit.figure import Cell, Column, Figure, Line
from audit.text import Message, Param
from audit.vocabulary import FigureKind


def words(name: str, template: str, /, **params: Param) -> Message:
    """Return a sentence of a figure, its English template carried along."""
    return Message(id=f"figure.{name}", params=params, text=template)


GROUP = words("heading_group", "Group")
PEOPLE = words("heading_people", "People")
SHARE = words("heading_share", "Share")
LOW = words("heading_low", "Lower limit")
HIGH = words("heading_high", "Upper limit")


def merged(rates: Mapping[str, Rate], names: Mapping[str, str]) -> dict[str, Rate]:
    """Add up the rates of the groups that may only be printed under one name, named ones first."""
    sums: dict[str, Rate] = {}
    for group, rate in sorted(rates.items(), key=lambda item: (-item[1].n, item[0])):
        name = names.get(group, group)
        so_far = sums.get(name, Rate(0, 0))
        sums[name] = Rate(so_far.events + rate.events, so_far.n + rate.n)
    return sums


def shares(
    id: str,
    title: Message,
    takeaway: Message,
    rates: Mapping[str, Rate],
    *,
    lines: Sequence[Line] = (),
    note: Message | None = None,
) -> Figure:
    """Draw one share a group with its interval.

    The intervals are Jeffreys' at 95 %, simultaneous over the groups drawn by Šidák; a group
    without people in the denominator is left out.
    """
    import numpy as np

    from audit.inference.proportions import jeffreys

    drawn = {group: rate for group, rate in rates.items() if rate.n > 0}
    events = np.array([rate.events for rate in drawn.values()], float)
    n = np.array([rate.n for rate in drawn.values()], float)
    low, high = jeffreys(events, n, 1 - 0.95 ** (1 / max(len(drawn), 1)))
    rows: list[tuple[Cell, ...]] = [
        (group, round(rate.n), rate.events / rate.n, float(low[i]), float(high[i]))
        for i, (group, rate) in enumerate(drawn.items())
    ]
    return Figure(
        id=id,
        kind=FigureKind.INTERVAL,
        title=title,
        takeaway=takeaway,
        columns=(
            Column(name="label", heading=GROUP),
            Column(name="n", heading=PEOPLE, unit="count"),
            Column(name="value", heading=SHARE, unit="rate"),
            Column(name="low", heading=LOW, unit="rate"),
            Column(name="high", heading=HIGH, unit="rate"),
        ),
        rows=tuple(rows),
        lines=tuple(lines),
        note=note,
    )
