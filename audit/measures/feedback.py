"""Inputs made from past decisions, and a simulation of what they do when nothing else changes.

The simulation carries one thing forward: each year the column takes, for everyone of a group, the
share of that group the model decided against the year before, and the model scores the same people
again. What the feedback does to a gap is seen alone; the world's other changes are not in it
(Ensign et al. 2018, "Runaway Feedback Loops in Predictive Policing", PMLR 81, section 3).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.errors import PlanError, did_you_mean
from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public
from audit.measures import _rows
from audit.measures._bars import SHARE, words
from audit.system import WEIGHT, Margin, Part, Predictor
from audit.vocabulary import FigureKind, PositiveIs

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

YEARS = 4
SAMPLE = 4_000

# At the start of a word, and the short ones as whole words: "white_rate" holds no hit.
_DECIDED = (
    r"(?<![a-z])(refus|reject|den(y|ied|ial)|flag|arrest|detain|detention|alert|referr"
    r"|(stop(ped)?|hit)s?(?![a-z]))"
)
_BEFORE = r"(?<![a-z])(rate|share|prior|past|hist|prev|last|earlier|former|y\d)"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopInput:
    """An input that is, or by its name may be, made from past decisions."""

    column: str
    declared: bool
    """Whether the plan says so; else only the name does."""
    derived_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopGap:
    """The share decided against of one group and of everyone else, year by year.

    Attributes
    ----------
    group : str
        The group furthest above everyone else in year 0.
    n : int
        Its rows in the sample.
    shares, rest : tuple of float
        Year 0 to year 4, fractions in [0, 1].
    """

    group: str
    n: int
    shares: tuple[float, ...]
    rest: tuple[float, ...]

    @property
    def gaps(self) -> tuple[float, ...]:
        """Share of the group less that of everyone else, year by year."""
        return tuple(a - b for a, b in zip(self.shares, self.rest, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """One simulated column.

    Attributes
    ----------
    threshold : float
        Score from which the model's decision counts as positive, held still.
    threshold_from : str
        `plan`, `logged share` or `middle`.
    gaps : mapping of str to LoopGap
        Sensitive feature to its worst-off group; the column averaged over where there is none.
    """

    column: str
    derived_by: str
    rows: int
    threshold: float
    threshold_from: str
    gaps: Mapping[str, LoopGap]

    def widest(self, least: int) -> list[tuple[str, LoopGap]]:
        """Return features with their gap, of groups of at least so many rows, widest at the end first."""
        found = [item for item in self.gaps.items() if item[1].n >= least]
        return sorted(found, key=lambda item: (-item[1].gaps[-1], item[0]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What of the past goes into the score."""

    inputs: tuple[LoopInput, ...]
    loops: tuple[Loop, ...] = ()


def named_like_past(column: str) -> bool:
    """Whether a column's name speaks of earlier decisions."""
    name = column.lower()
    return bool(re.search(_DECIDED, name) and re.search(_BEFORE, name))


def make(part: Part) -> Feedback:
    """List the inputs, and simulate those whose making the plan declares."""
    plan = part.plan
    inputs = []
    for column in _rows.inputs_of(part):
        section = plan.columns.get(column)
        if section is not None and section.derived_from:
            if section.derived_from == "past_decisions":
                inputs.append(
                    LoopInput(column=column, declared=True, derived_by=section.derived_by)
                )
        elif named_like_past(column):
            inputs.append(LoopInput(column=column, declared=False))
    loops = []
    if part.predictor is not None:
        loops = [
            _simulated(part, part.predictor, found)
            for found in inputs
            if found.declared and found.derived_by
        ]
    return Feedback(inputs=tuple(inputs), loops=tuple(loops))


def _simulated(part: Part, predictor: Predictor, past: LoopInput) -> Loop:
    import numpy as np

    by = past.derived_by
    if by not in part.frame.columns:
        raise PlanError(
            f"[columns.{past.column}] derived_by names '{by}', which is not a column of the table",
            slug="unknown-column",
            hint=did_you_mean(by, part.frame.columns),
        )
    features = part.plan.roles.all("sensitive_features")
    grouped = list(dict.fromkeys((*features, by)))
    wanted = [*predictor.features, *(_rows.KEY + name for name in grouped)]
    rows = part.frame.sample(SAMPLE, wanted, seed=part.audit.seed, by=(by,))
    weight = rows.column(WEIGHT).to_numpy().astype(float)
    scores = predictor.score(rows)
    threshold, origin = _threshold(part, predictor, scores, weight)
    favourable = part.plan.roles.positive_is is PositiveIs.FAVOURABLE
    scale = _scale(rows, past.column, part)
    names, member = np.unique(_rows.groups(rows, by).astype(str), return_inverse=True)
    adverse = (scores >= threshold) != favourable
    years = [adverse]
    for _ in range(YEARS):
        share = np.bincount(member, weight * adverse, len(names)) / np.bincount(
            member, weight, len(names)
        )
        # Where decisions are good news and the column counts the good ones, so must the simulation.
        if favourable and not re.search(_DECIDED, past.column.lower()):
            share = 1 - share
        rows = _with(rows, past.column, scale * share[member])
        adverse = (predictor.score(rows) >= threshold) != favourable
        years.append(adverse)
    flagged = np.column_stack(years)
    gaps = _gaps(rows, features, flagged, weight) or _gaps(rows, (by,), flagged, weight)
    return Loop(
        column=past.column,
        derived_by=by,
        rows=rows.num_rows,
        threshold=threshold,
        threshold_from=origin,
        gaps=gaps,
    )


def _threshold(
    part: Part, predictor: Predictor, scores: np.ndarray, weight: np.ndarray
) -> tuple[float, str]:
    """Return the plan's threshold, else the one that decides as many positively as the log."""
    import numpy as np

    if part.plan.model.threshold is not None:
        return part.plan.model.threshold, "plan"
    if predictor.output_space != "decision" and part.plan.roles.one("y_pred"):
        (cells,) = part.frame.count([Margin(("y_pred",))])
        people = {values[0]: n for values, n in cells.rows() if values[0] is not None}
        share = people.get(1, 0) / max(sum(people.values()), 1)
        order = np.argsort(-scores, kind="stable")
        reached = np.cumsum(weight[order]) >= share * weight.sum() - 1e-9
        if 0 < share < 1 and reached.any():
            return float(scores[order][int(np.argmax(reached))]), "logged share"
    return (0.0 if predictor.output_space == "margin" else 0.5), "middle"


def _scale(rows: pa.Table, column: str, part: Part) -> float:
    """Return 100 where the column counts in per cent, else 1."""
    import pyarrow.compute as pc

    section = part.plan.columns.get(column)
    unit = section.unit.lower() if section else ""
    if unit:
        return 100.0 if unit in ("%", "percent", "per cent", "pct") else 1.0
    return 100.0 if (pc.max(rows.column(column)).as_py() or 0) > 1 else 1.0


def _with(rows: pa.Table, column: str, values: np.ndarray) -> pa.Table:
    import pyarrow as pa

    return rows.set_column(rows.column_names.index(column), column, pa.array(values))


def _gaps(
    rows: pa.Table, features: Sequence[str], years: np.ndarray, weight: np.ndarray
) -> dict[str, LoopGap]:
    worst = {feature: _worst(_rows.groups(rows, feature), years, weight) for feature in features}
    return {feature: gap for feature, gap in worst.items() if gap is not None}


def _worst(labels: np.ndarray, years: np.ndarray, weight: np.ndarray) -> LoopGap | None:
    """Return the group furthest above everyone else in year 0, among those large enough."""
    import numpy as np

    found = []
    for group in np.unique(labels.astype(str)):
        inside = labels == group
        if min(inside.sum(), (~inside).sum()) < _rows.JUDGED:
            continue
        shares, rest = (
            np.average(years[rows], axis=0, weights=weight[rows]) for rows in (inside, ~inside)
        )
        found.append(
            LoopGap(
                group=str(group),
                n=int(inside.sum()),
                shares=tuple(shares.tolist()),
                rest=tuple(rest.tolist()),
            )
        )
    return max(found, key=lambda gap: gap.gaps[0], default=None)


# ---------------------------------------------------------------------------------------------
# What may be shown

_YEAR = words("heading_year", "Year")
_SERIES = words("heading_series", "Group")
_REST = "everyone else"


def figures(found: Feedback, public: Public) -> list[Figure]:
    """Draw the widest simulated gap of each column over the years."""
    return [figure for loop in found.loops for figure in _drawn(loop, public)]


def _drawn(loop: Loop, public: Public) -> Sequence[Figure]:
    widest = loop.widest(public.min_cell)
    if not widest:
        return []
    feature, gap = widest[0]
    group = public.groups(feature, [gap.group])[gap.group]
    rows: list[tuple[Cell, ...]] = []
    for year in range(YEARS + 1):
        rows += [(year, gap.shares[year], group), (year, gap.rest[year], _REST)]
    return [
        Figure(
            id="feedback-" + loop.column,
            kind=FigureKind.TIMELINE,
            title=words(
                "feedback_title",
                "If {column} is made anew each year from the year before",
                column=loop.column,
            ),
            takeaway=words(
                "feedback_takeaway",
                "The gap between {group} and everyone else goes from {start:points} to {end:points}.",
                group=group,
                start=gap.gaps[0],
                end=gap.gaps[-1],
            ),
            columns=(
                Column(name="x", heading=_YEAR, unit="count"),
                Column(name="value", heading=SHARE, unit="rate"),
                Column(name="series", heading=_SERIES),
            ),
            rows=tuple(rows),
            note=words(
                "feedback_note",
                "A simulation on {rows:count|row|rows}: the share decided against in each group of "
                "{by} is carried into the next year, everything else is held still.",
                rows=loop.rows,
                by=loop.derived_by,
            ),
        )
    ]


def parameters(part: Part, found: Feedback) -> dict[str, Any]:
    """Return size, seed, years and threshold of the simulation."""
    if not found.loops:
        return {}
    return {
        "rows": max(loop.rows for loop in found.loops),
        "seed": part.audit.seed,
        "years": YEARS,
        "threshold": found.loops[0].threshold,
        "threshold_from": found.loops[0].threshold_from,
    }


FEEDBACK = Measure(
    name="feedback",
    payload=Feedback,
    make=make,
    figures=figures,
    parameters=parameters,
    needs=("features",),
)
