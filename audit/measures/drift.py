"""Inputs, score, decision, truth and errors counted over the same bins, period by period."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public, Tables
from audit.measures import _rows
from audit.measures._bars import PEOPLE, SHARE, words
from audit.measures._recorded import recorded
from audit.measures._series import PERIOD, in_order
from audit.plan import label
from audit.system import Margin, Part
from audit.vocabulary import ALL, RANDOM_ARM, FigureKind, OutcomeKnown

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

SAMPLE = 20_000
"""Rows drawn for the inputs, whose bins have to be found; the rest is counted on all rows."""
BINS = 10
MOST_CATEGORIES = 30
FEWEST_THEN = 200
FEWEST_NOW = 100
TRAINED_ON = "training table"
SCORE = "the score"
WHOLE = "all rows"
THEN, NOWHERE = -1, -2
"""Places of rows that belong to the reference, and of those without a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One variable: counts over its bins in the reference and in each block of time."""

    then: tuple[int, ...]
    now: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Variables that share a reference and blocks.

    Attributes
    ----------
    reference : str
        `2025-01 to 2025-03`, or the training table.
    blocks : tuple of str
        Later periods; those of too few rows joined with the next.
    """

    reference: str
    blocks: tuple[str, ...]
    series: Mapping[str, Series]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """Distributions over time.

    Attributes
    ----------
    inputs : Counted or None
        From a sample of rows; None where there is no input, or nothing to compare with.
    outcomes : Counted or None
        Score, decision, recorded truth and errors, on all rows for which they are known.
    rates : mapping of str to tuple of (str, int, int)
        Of decision, truth and errors: period, events, all.
    sampled : int
        Rows drawn for the inputs.
    left_out : tuple of str
        Inputs that are dates or free text.
    ordered : bool
        Whether the names of the periods tell their order.
    """

    inputs: Counted | None
    outcomes: Counted | None
    rates: Mapping[str, tuple[tuple[str, int, int], ...]]
    sampled: int
    left_out: tuple[str, ...] = ()
    ordered: bool = True


def margins(part: Part) -> Sequence[Margin]:
    """Ask for score, decision and truth by period."""
    roles = part.plan.roles
    if not roles.one("time"):
        return []
    asked = [Margin((PERIOD,))]
    if roles.one("y_score"):
        asked.append(Margin((PERIOD, "score_bin")))
    if roles.one("y_pred") and not roles.in_classes("y_pred"):
        asked.append(Margin((PERIOD, "y_pred")))
        sample = _sample(part)
        if sample and roles.one("y_true") and not roles.in_classes("y_true"):
            asked.append(Margin((PERIOD, "y_true", "y_pred"), sample))
    return asked


def _sample(part: Part) -> str:
    """Return the sample on which the truth is known whatever was decided, if any."""
    match part.plan.roles.outcome_known:
        case OutcomeKnown.EVERYONE:
            return ALL
        case OutcomeKnown.RANDOM_ARM:
            return RANDOM_ARM if RANDOM_ARM in part.samples else ""
        case _:
            return ""


def make(part: Part, tables: Tables) -> Drift:
    """Count outcomes on all rows, and the inputs on a sample of them."""
    found = {cells.keys[1:]: cells for cells in tables}
    periods: tuple[str, ...] = ()
    if () in found:
        periods = in_order(found[()].labels[0])
    inputs, left_out, sampled = _inputs(part, periods)
    by_bin: dict[str, dict[str, Counter[int]]] = {}
    for keys, cells in found.items():
        for (period, *values), n in cells.rows():
            if period is not None and None not in values:
                for name, value in _outcomes(keys, values):
                    counts = by_bin.setdefault(name, {}).setdefault(str(period), Counter())
                    counts[value] += n
    return Drift(
        inputs=inputs,
        outcomes=_counted(by_bin, periods),
        rates={
            name: tuple((p, counts[p][1], counts[p].total()) for p in periods if p in counts)
            for name, counts in by_bin.items()
            if name != SCORE
        },
        sampled=sampled,
        left_out=left_out,
        ordered=bool(periods) or not part.plan.roles.one("time"),
    )


def _outcomes(keys: tuple[str, ...], values: list[int]) -> Iterator[tuple[str, int]]:
    match keys:
        case ("score_bin",):
            yield SCORE, values[0]
        case ("y_pred",):
            yield "the decision", values[0]
        case ("y_true", "y_pred"):
            yield "the recorded truth", values[0]
            yield "the errors", int(values[0] != values[1])


def _counted(
    by_bin: Mapping[str, Mapping[str, Counter[int]]], periods: Sequence[str]
) -> Counted | None:
    """Put the first periods together as reference, and later ones until they hold enough.

    The blocks are those of the decisions, so that one line of the report is about one time; a truth
    that is known for a few of them only has few in each.
    """
    if len(periods) < 2 or not by_bin:
        return None
    sizes = [max(c[p].total() if p in c else 0 for c in by_bin.values()) for p in periods]
    first, blocks = _blocks(periods, sizes)
    if not blocks:
        return None
    series = {}
    for name, counts in by_bin.items():
        bins = sorted({value for each in counts.values() for value in each})
        series[name] = Series(
            then=_added(counts, first, bins),
            now=tuple(_added(counts, block, bins) for block in blocks),
        )
    return Counted(reference=_named(first), blocks=tuple(map(_named, blocks)), series=series)


def _added(
    counts: Mapping[str, Counter[int]], periods: Sequence[str], bins: Sequence[int]
) -> tuple[int, ...]:
    return tuple(sum(counts[p][value] for p in periods if p in counts) for value in bins)


def _blocks(
    periods: Sequence[str], sizes: Sequence[int]
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the first quarter of the periods, longer if it holds too few, and the later blocks."""
    quarter = math.ceil(len(periods) / 4)
    sums = list(accumulate(sizes))
    split = next((i + 1 for i, n in enumerate(sums) if i + 1 >= quarter and n >= FEWEST_THEN), 0)
    return tuple(periods[:split]), _joined(periods[split:], sizes[split:]) if split else []


def _joined(periods: Sequence[str], sizes: Sequence[int]) -> list[tuple[str, ...]]:
    """Put periods of too few rows together with the next, and what is left with the last."""
    blocks: list[tuple[str, ...]] = []
    open_block: list[str] = []
    held = 0
    for period, n in zip(periods, sizes, strict=True):
        open_block.append(period)
        held += n
        if held >= FEWEST_NOW:
            blocks.append(tuple(open_block))
            open_block, held = [], 0
    if open_block and blocks:
        blocks[-1] = (*blocks[-1], *open_block)
    return blocks


def _named(periods: Sequence[str]) -> str:
    return periods[0] if len(periods) == 1 else f"{periods[0]} to {periods[-1]}"


# ---------------------------------------------------------------------------------------------
# Inputs


def _inputs(part: Part, periods: Sequence[str]) -> tuple[Counted | None, tuple[str, ...], int]:
    """Return the inputs counted, those left out, and the rows drawn."""
    kept, left_out = _kept(part)
    if not kept or (len(periods) < 2 and part.train is None):
        return None, left_out, 0
    keys = [_rows.KEY + PERIOD] if periods else []
    drawn = part.frame.sample(SAMPLE, [*kept, *keys], seed=part.audit.seed)
    when = drawn.column(keys[0]).to_pylist() if keys else [WHOLE] * drawn.num_rows
    named = periods or (WHOLE,)
    sizes = [Counter(when)[period] for period in named]
    before = None
    if part.train is not None:
        before = part.train.sample(SAMPLE, kept, seed=part.audit.seed)
        blocks = _joined(named, sizes) or [tuple(named)]
        first: tuple[str, ...] = ()
    else:
        first, blocks = _blocks(named, sizes)
    if not blocks:
        return None, left_out, drawn.num_rows
    of_period = {period: place for place, block in enumerate(blocks) for period in block}
    of_period |= dict.fromkeys(first, THEN)
    place = [of_period.get(period, NOWHERE) for period in when]
    series = {
        name: _series(
            recorded(part, drawn, name),
            place,
            None if before is None else recorded(part, before, name),
            len(blocks),
        )
        for name in kept
    }
    reference = _named(first) if before is None else TRAINED_ON
    counted = Counted(reference=reference, blocks=tuple(map(_named, blocks)), series=series)
    return counted, left_out, drawn.num_rows


def _kept(part: Part) -> tuple[list[str], tuple[str, ...]]:
    """Return the inputs that can be counted, and those that cannot."""
    texts = {*part.plan.roles.all("text"), *part.plan.roles.all("identifiers")}
    known = [name for name in _rows.inputs_of(part) if name in part.frame.columns]
    kept = [
        name
        for name in known
        if part.frame.columns[name] != "date"
        and name not in texts
        and (part.train is None or name in part.train.columns)
    ]
    return kept, tuple(name for name in known if name not in kept)


def _series(now: pa.Array, place: list[int], then: pa.Array | None, blocks: int) -> Series:
    """Count one input over its bins, in the reference and in each block."""
    import numpy as np

    codes, codes_then, bins = _coded(now, then)
    where = np.array(place)

    def counts(codes: np.ndarray) -> tuple[int, ...]:
        return tuple(int(n) for n in np.bincount(codes, minlength=bins))

    before = counts(codes[where == THEN] if codes_then is None else codes_then)
    return Series(then=before, now=tuple(counts(codes[where == b]) for b in range(blocks)))


def _coded(now: pa.Array, then: pa.Array | None) -> tuple[np.ndarray, np.ndarray | None, int]:
    """Return bins of equal share for numbers, else categories; a missing value is a bin."""
    arrays = [now] if then is None else [now, then]
    codes, bins = _of_numbers(arrays) if all(map(_numeric, arrays)) else _of_names(arrays)
    return codes[: len(now)], None if then is None else codes[len(now) :], bins


def _numeric(values: pa.Array) -> bool:
    import pyarrow as pa

    return bool(pa.types.is_integer(values.type) or pa.types.is_floating(values.type))


def _of_numbers(arrays: Sequence[pa.Array]) -> tuple[np.ndarray, int]:
    import numpy as np

    parts = [np.asarray(a.cast("float64").to_numpy(zero_copy_only=False)) for a in arrays]
    values = np.concatenate(parts)
    known = np.isfinite(values)
    cuts = np.quantile(values[known], np.arange(1, BINS) / BINS) if known.any() else np.empty(0)
    edges = np.unique(cuts)
    codes = np.searchsorted(edges, values, side="right")
    codes[~known] = len(edges) + 1
    return codes, len(edges) + 2


def _of_names(arrays: Sequence[pa.Array]) -> tuple[np.ndarray, int]:
    import numpy as np

    names = [value for a in arrays for value in a.to_pylist()]
    known = Counter(label(value) for value in names if value is not None)
    often = sorted(known, key=lambda name: (-known[name], name))
    place = {name: min(i, MOST_CATEGORIES) for i, name in enumerate(often)}
    missing = MOST_CATEGORIES + 1
    codes = [missing if value is None else place[label(value)] for value in names]
    return np.array(codes, dtype=np.int64), missing + 1


def figures(found: Drift, public: Public) -> Sequence[Figure]:
    """Draw the shares of positive decisions, of the condition and of errors over time."""
    rows: list[tuple[Cell, ...]] = [
        (name, period, events / n, n)
        for name, series in found.rates.items()
        for period, events, n in series
        if n >= public.min_cell
    ]
    if not rows or len({row[1] for row in rows}) < 2:
        return []
    return [
        Figure(
            id="rates-over-time",
            kind=FigureKind.TIMELINE,
            title=words("drift_title", "Decision, recorded truth and errors over time"),
            takeaway=words(
                "drift_takeaway",
                "A system that was tested once is another system when the people in it change.",
            ),
            columns=(
                Column(name="series", heading=words("heading_rate", "Rate")),
                Column(name="x", heading=words("heading_period", "Period")),
                Column(name="value", heading=SHARE, unit="rate"),
                Column(name="n", heading=PEOPLE, unit="count"),
            ),
            rows=tuple(rows),
        )
    ]


DRIFT = Measure(
    name="drift",
    payload=Drift,
    margins=margins,
    make=make,
    figures=figures,
    parameters=lambda part, found: {"rows": found.sampled},  # noqa: ARG005 the runner passes both
)
