"""How good a score is for each group: who it tells apart, how far it is off, whether it means what it says.

People are counted by group, truth and a thousand steps of the score; within a step scores count as
ties for the AUC, and as their mean for errors. `tied` says how many pairs that touches: the AUC of the
exact scores lies within half of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from audit.figure import Column, Figure
from audit.inference.auc import Separation, separation
from audit.inference.calibration import Line, Recalibration, recalibrate
from audit.inference.losses import Losses, of_clusters, of_people, of_weighted
from audit.measure import Measure, Public
from audit.measures._bars import HIGH, LOW, words
from audit.measures._outcomes import cluster_column, weights_of
from audit.measures._sharing import reference_of
from audit.system import Cells, Margin, Part
from audit.text import plain
from audit.vocabulary import NOT_RECORDED, FigureKind

if TYPE_CHECKING:
    import numpy as np

LEVEL_ALPHA = 0.05

FEWEST_OF_EACH = 5
"""People with, and without, the condition below which the mean error of a score is not estimated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """The score among some people.

    Attributes
    ----------
    people : float
        Rows with a score and a recorded truth.
    tied : float
        Share of pairs, one with and one without the condition, in one step of the score.
    separation : Separation or None
        None where nobody has the condition, or everybody.
    error : Losses or None
        Squared error of the score against the truth (Brier); None where scores are no
        probabilities, or fewer than five people have, or have not, the condition.
    calibration : Recalibration or None
        None below 100 people with, or 100 without, the condition.
    """

    people: float
    tied: float = 0.0
    separation: Separation | None = None
    error: Losses | None = None
    calibration: Recalibration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A group, and those it is compared with: everyone else, or the group the plan names."""

    own: Quality
    others: Quality


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreQuality:
    """Quality of the score by feature, sample and group.

    Attributes
    ----------
    probability : bool
        Whether scores are read as probabilities.
    """

    probability: bool
    features: Mapping[str, Mapping[str, Mapping[str, Beside]]]

    def groups(self, feature: str, sample: str) -> Mapping[str, Beside]:
        """Return the groups of a feature in a sample."""
        return self.features[feature][sample]


def _margins(part: Part) -> list[Margin]:
    score, cluster = part.plan.roles.one("y_score"), cluster_column(part)
    margins = []
    for feature in part.plan.roles.all("sensitive_features"):
        for sample in part.samples:
            weight = weights_of(part, sample)[:1]
            sums = [f"{w}*{score}" for w in weight] or [str(score)]
            powers = ["*".join(weight * power) for power in (1, 2, 3)] if weight else []
            keys = (feature, *((cluster,) if cluster else ()), "score_step", "y_true")
            margins.append(Margin(keys, sample=sample, sums=(*sums, *powers)))
    return margins


@dataclass(frozen=True, kw_only=True)
class _Scored:
    """Cells of people with a score and a recorded truth; arrays of shape (n_cells,)."""

    truth: np.ndarray
    step: np.ndarray
    score: np.ndarray
    """Mean score of the cell."""
    rows: np.ndarray
    weight: np.ndarray
    squares: np.ndarray
    cubes: np.ndarray
    cluster: np.ndarray | None

    def of(self, mask: np.ndarray) -> _Scored:
        """Return some of the cells."""
        kept: dict[str, Any] = {
            name: None if values is None else values[mask]
            for name, values in ((f.name, getattr(self, f.name)) for f in fields(self))
        }
        return _Scored(**kept)


def _read(cells: Cells, *, clustered: bool) -> tuple[_Scored, list[str]]:
    import numpy as np

    step, true = cells.keys.index("score_step"), cells.keys.index("y_true")

    def numbers(at: int) -> np.ndarray:
        labels = [-1 if label is None else int(label) for label in cells.labels[at]]
        found: np.ndarray = np.array(labels, dtype=np.int64)[cells.codes[:, at]]
        return found

    steps, truth = numbers(step), numbers(true)
    known = (steps >= 0) & (truth >= 0)
    sums = [values[known] for values in cells.sums.values()]
    rows = cells.n[known].astype(float)
    weight, squares, cubes = sums[1:] if len(sums) > 1 else (rows, rows, rows)
    with np.errstate(invalid="ignore", divide="ignore"):
        score = np.where(weight > 0, sums[0] / weight, 0.0)
    names = [NOT_RECORDED if name is None else str(name) for name in cells.labels[0]]
    scored = _Scored(
        truth=truth[known] == 1,
        step=steps[known],
        score=score,
        rows=rows,
        weight=weight,
        squares=squares,
        cubes=cubes,
        cluster=cells.codes[known, 1] if clustered else None,
    )
    return scored, [names[code] for code in cells.codes[known, 0].tolist()]


def _quality(cells: _Scored, *, weighted: bool, probability: bool) -> Quality:
    people = float(cells.rows.sum())
    if not people or float(cells.weight.sum()) <= 0:
        return Quality(people=people)
    return Quality(
        people=people,
        tied=_tied(cells),
        separation=separation(cells.truth, cells.step, cells.weight, cells.squares, cells.cluster),
        error=_error(cells, weighted=weighted) if probability else None,
        calibration=_calibration(cells) if probability else None,
    )


def _tied(cells: _Scored) -> float:
    import numpy as np

    size = int(cells.step.max()) + 1
    with_it = np.bincount(cells.step[cells.truth], cells.weight[cells.truth], size)
    without = np.bincount(cells.step[~cells.truth], cells.weight[~cells.truth], size)
    pairs = float(with_it.sum() * without.sum())
    return float((with_it * without).sum()) / pairs if pairs > 0 else 0.0


def _error(cells: _Scored, *, weighted: bool) -> Losses | None:
    import numpy as np

    loss = (cells.score - cells.truth) ** 2
    people = float(cells.rows.sum())
    ones = float(cells.rows[cells.truth].sum())
    if min(ones, people - ones) < FEWEST_OF_EACH:
        return None
    if cells.cluster is not None:
        _, where = np.unique(cells.cluster, return_inverse=True)
        totals, sizes = (np.bincount(where, v) for v in (cells.weight * loss, cells.weight))
        return of_clusters(totals, sizes, people, highest=1.0)

    def added(weights: np.ndarray, *powers: int) -> tuple[float, ...]:
        return tuple(float((weights * loss**power).sum()) for power in powers)

    w, w2, w3 = cells.weight, cells.squares, cells.cubes
    if not weighted:
        total, squares, cubes = added(w, 1, 2, 3)
        return of_people(people, total, squares, cubes, highest=1.0)
    return of_weighted(
        people, added(w, 0) + added(w2, 0) + added(w3, 0),
        added(w, 1), added(w2, 1, 2), added(w3, 1, 2, 3), highest=1.0,
    )  # fmt: skip


def _calibration(cells: _Scored) -> Recalibration | None:
    import numpy as np

    scale = np.divide(
        cells.squares, cells.weight, where=cells.weight > 0, out=np.zeros_like(cells.score)
    )
    return recalibrate(
        cells.score, np.where(cells.truth, cells.weight, 0.0), cells.weight, scale, cells.cluster
    )


def _make(part: Part, tables: Sequence[Cells]) -> ScoreQuality:
    import numpy as np

    probability = part.plan.model.output != "margin"
    clustered = cluster_column(part) is not None
    features: dict[str, dict[str, dict[str, Beside]]] = {}
    each = iter(tables)
    for feature in part.plan.roles.all("sensitive_features"):
        reference = reference_of(part, feature)
        for sample in part.samples:
            cells, names = _read(next(each), clustered=clustered)
            how = {"weighted": bool(weights_of(part, sample)), "probability": probability}
            codes = np.array(names, dtype=object)
            found = {}
            for name in sorted(set(names)):
                own = codes == name
                other = codes == reference if reference in names and name != reference else ~own
                found[name] = Beside(
                    own=_quality(cells.of(own), **how), others=_quality(cells.of(other), **how)
                )
            features.setdefault(feature, {})[sample] = found
    return ScoreQuality(probability=probability, features=features)


# ---------------------------------------------------------------------------------------------
# What may be shown


def slopes(groups: Mapping[str, Beside]) -> dict[str, tuple[Recalibration, Recalibration]]:
    """Return the groups whose slope and intercept could be fitted, with those of the others."""
    return {
        name: (beside.own.calibration, beside.others.calibration)
        for name, beside in groups.items()
        if beside.own.calibration is not None and beside.others.calibration is not None
    }


def differing_slopes(
    groups: Mapping[str, Beside], tolerated: float, alpha: float
) -> tuple[str, ...]:
    """Return the groups whose slope differs from the others' by more than is tolerated, widest first.

    Parameters
    ----------
    alpha : float
        Of all groups together (Šidák), both sides.
    """
    from audit.inference.mover import difference_interval
    from audit.inference.multiplicity import sidak

    fitted = slopes(groups)
    each = sidak(alpha, 1 if len(groups) == 2 else len(fitted))
    found = {}
    for name, (own, others) in fitted.items():
        low, high = difference_interval(own.slope, others.slope, each)
        if low > tolerated or high < -tolerated:
            found[name] = abs(own.slope.value - others.slope.value)
    return tuple(sorted(found, key=lambda name: (-found[name], name)))


def _figures(value: ScoreQuality, public: Public) -> list[Figure]:
    found = []
    for feature, samples in value.features.items():
        groups = samples[list(samples)[-1]]
        fitted = slopes(groups)
        shown = public.groups(feature, groups)
        rows = [
            _row(name, groups[name].own.people, *fitted[name])
            for name in sorted(fitted)
            if shown[name] == name
        ]
        if rows:
            found.append(_figure(feature, rows))
    return found


def _limits(line: Line) -> tuple[float, float]:
    return line.lower(LEVEL_ALPHA / 2), line.upper(LEVEL_ALPHA / 2)


def _row(
    name: str, people: float, own: Recalibration, others: Recalibration
) -> tuple[str | int | float, ...]:
    return (
        name, round(people), own.slope.value, *_limits(own.slope), others.slope.value,
        own.intercept.value, *_limits(own.intercept), others.intercept.value,
    )  # fmt: skip


def _figure(feature: str, rows: Sequence[tuple[str | int | float, ...]]) -> Figure:
    return Figure(
        id=f"recalibration-{feature}",
        kind=FigureKind.INTERVAL,
        title=words(
            "recalibration_title",
            "Calibration slope of each group, and of those it is compared with, by {feature}",
            feature=feature,
        ),
        takeaway=words(
            "recalibration_takeaway",
            "At a slope of 1 differences in score are as large as they should be; under 1 the score is "
            "too extreme. The tick is the others' slope.",
        ),
        columns=(
            Column(name="label", heading=plain(feature)),
            Column(name="n", heading=words("heading_people", "People"), unit="count"),
            Column(name="value", heading=words("heading_slope", "Slope"), unit="number"),
            Column(name="low", heading=LOW, unit="number"),
            Column(name="high", heading=HIGH, unit="number"),
            Column(
                name="limit", heading=words("heading_slope_others", "Others' slope"), unit="number"
            ),
            Column(
                name="intercept",
                heading=words("heading_intercept", "Intercept at slope 1"),
                unit="number",
            ),
            Column(name="intercept_low", heading=LOW, unit="number"),
            Column(name="intercept_high", heading=HIGH, unit="number"),
            Column(
                name="intercept_others",
                heading=words("heading_intercept_others", "Others' intercept"),
                unit="number",
            ),
        ),
        rows=tuple(rows),
        note=words(
            "recalibration_note",
            "On the logit scale, for groups with at least 100 people with and 100 without the "
            "condition. An intercept under 0: the condition is there less often than the score says. "
            "Each interval holds at 95 % by itself.",
        ),
    )


score_quality = Measure(
    name="score_quality",
    payload=ScoreQuality,
    margins=_margins,
    make=_make,
    needs=("y_true", "y_score", "sensitive_features"),
    figures=_figures,
)
