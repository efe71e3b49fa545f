"""How long people had a file open before they decided, and decisions stamped at one moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from audit.evidence import Rate
from audit.figure import Column, Figure
from audit.measure import Measure, Public
from audit.measures._bars import PEOPLE, words
from audit.measures._recorded import recorded
from audit.system import Part
from audit.vocabulary import FigureKind

QUICK = 60
"""Seconds under which a decision counts as quick."""

PEEK = 500
"""Rows looked at to see whether a time column holds clock times or days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Recorded seconds of some decisions: how many decisions, and their median in seconds."""

    n: int
    median: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """Time taken over decisions.

    Attributes
    ----------
    everyone : Times or None
        None where no seconds are recorded.
    by : mapping of str to Times
        By what the machine decided, `1` and `0`.
    quick : Rate
        Decisions under 60 seconds, of those with seconds recorded.
    stamped, stamps : int
        Decisions with a clock time, and different clock times among them; 0 where the time column
        holds days only.
    """

    everyone: Times | None
    quick: Rate
    by: Mapping[str, Times] = field(default_factory=dict)
    stamped: int = 0
    stamps: int = 0


def make(part: Part) -> Attention:
    """Ask the engine for medians, and pass once over the seconds for the quick ones."""
    column = part.plan.roles.all("seconds")[0]
    sides = part.frame.moments(column, by=("y_pred",)) if part.plan.roles.one("y_pred") else []
    stamped, stamps = _stamps(part)
    return Attention(
        everyone=next((_times(row) for row in part.frame.moments(column) if row["n"]), None),
        by={str(s["y_pred"]): _times(s) for s in sides if s["y_pred"] is not None and s["n"]},
        quick=_quick(part, column),
        stamped=stamped,
        stamps=stamps,
    )


def _times(row: Mapping[str, Any]) -> Times:
    return Times(n=int(row["n"]), median=float(row["median"]))


def _quick(part: Part, column: str) -> Rate:
    import numpy as np

    under = n = 0
    for batch in part.frame.batches([column]):
        known = recorded(part, batch, column).cast("float64")
        seconds = np.asarray(known.to_numpy(zero_copy_only=False))
        under += int((seconds < QUICK).sum())
        n += int((~np.isnan(seconds)).sum())
    return Rate(under, n)


def _stamps(part: Part) -> tuple[int, int]:
    """Return the decisions with a clock time, and the number of different ones."""
    import numpy as np

    column = part.plan.roles.one("time")
    if column is None or part.frame.columns.get(column) != "date":
        return 0, 0
    seen = part.frame.sample(PEEK, [column], seed=part.audit.seed)[column]
    stamps = np.asarray(seen.cast("timestamp[us]").to_numpy())
    stamps = stamps[~np.isnat(stamps)]
    if not (stamps != stamps.astype("datetime64[D]")).any():
        return 0, 0
    return part.frame.rows - part.frame.missing().get(column, 0), part.frame.distinct(column)


def figures(found: Attention, public: Public) -> Sequence[Figure]:
    """Draw the median time by what the machine had decided."""
    named = {"1": "machine decided positive", "0": "machine decided negative"}
    sides = {"all decisions": found.everyone, **{named[k]: found.by.get(k) for k in named}}
    rows = tuple(
        (name, times.n, times.median)
        for name, times in sides.items()
        if times is not None and times.n >= public.min_cell
    )
    if not rows:
        return []
    return [
        Figure(
            id="attention",
            kind=FigureKind.BARS,
            title=words("attention_title", "Median time taken over a decision"),
            takeaway=words(
                "attention_takeaway",
                "Half of the decisions took less time than the bar; a file may have been read elsewhere.",
            ),
            columns=(
                Column(name="label", heading=words("heading_decisions", "Decisions")),
                Column(name="n", heading=PEOPLE, unit="count"),
                Column(name="value", heading=words("heading_median", "Median"), unit="seconds"),
            ),
            rows=rows,
        )
    ]


ATTENTION = Measure(
    name="attention", payload=Attention, make=make, figures=figures, needs=("seconds",)
)
