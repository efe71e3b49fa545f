"""What drives the score, and which inputs the gaps between groups run through, by shap.

For one row the attributions add up to the difference between its output and the mean output of the
background rows (Lundberg & Lee 2017, property 1, local accuracy). So the difference between two
groups' weighted mean attributions, input by input, adds up to the difference of their mean outputs:
that is what is read here. It is an association; a wrong input and a lawful one look alike.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.figure import Column, Figure
from audit.measure import Measure, Public
from audit.measures import _rows
from audit.measures._bars import words
from audit.measures._outcomes import cluster_column
from audit.system import WEIGHT, Margin, Part, Predictor
from audit.text import Message, plain
from audit.vocabulary import NOT_RECORDED, FigureKind, PositiveIs

if TYPE_CHECKING:
    import numpy as np

SAMPLE = 240
BACKGROUND = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupGap:
    """One group against everyone else.

    Attributes
    ----------
    n : int
        People of the group in the whole part.
    sampled : int
        Rows of the group that were explained.
    mean : float
        Mean score of the group over the whole part.
    full_gap : float
        That mean less everyone else's, over the whole part.
    sampled_gap : float
        The same difference of the explained output, estimated from the sample by its weights.
    by_input : tuple of float
        What of it runs through each input; adds up to `sampled_gap`.
    se : float or None
        Standard error of `full_gap`, clusters kept whole; None where it is not known.
    """

    group: str
    n: int
    sampled: int
    mean: float
    full_gap: float
    sampled_gap: float
    by_input: tuple[float, ...]
    se: float | None = None

    @property
    def agrees(self) -> bool:
        """Whether the sample shows the whole's gap: the same sign, within half and double."""
        return self.full_gap != 0 and 0.5 <= self.sampled_gap / self.full_gap <= 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributions:
    """Aggregated shap values of a part's model.

    Attributes
    ----------
    importance : tuple of float, one an input
        Weighted mean of the absolute attributions, in units of `space`.
    space : str
        What was explained: `probability`, `margin` or `decision`.
    bounded : bool
        Whether every score of the part lies in [0, 1].
    direction : str
        What a positive decision does to a person, as the plan says.
    rows, background, asked : int
        Rows explained, rows averaged over, and rows the model was asked for it.
    gaps : mapping of str to tuple of GroupGap
        Sensitive feature to its groups, most people first.
    """

    inputs: tuple[str, ...]
    importance: tuple[float, ...]
    space: str
    explainer: str
    bounded: bool
    direction: str
    rows: int
    background: int
    asked: int
    gaps: Mapping[str, tuple[GroupGap, ...]]

    def judged(self, feature: str, least: int = _rows.JUDGED) -> tuple[GroupGap, ...]:
        """Return the groups of at least so many people, the most disadvantaged first.

        Where the plan does not say whom a positive decision hurts, the largest gap comes first.
        """
        sign = {PositiveIs.ADVERSE: 1, PositiveIs.FAVOURABLE: -1}.get(PositiveIs(self.direction), 0)
        found = [gap for gap in self.gaps.get(feature, ()) if gap.n >= least]

        def harm(gap: GroupGap) -> float:
            return sign * gap.full_gap if sign else abs(gap.full_gap)

        return tuple(sorted(found, key=lambda gap: (-harm(gap), gap.group)))

    def through(self, gap: GroupGap, most: int = 5) -> tuple[tuple[str, float], ...]:
        """Return the inputs a gap runs through with their share of it, largest first.

        None where the sample does not show the gap; parts of less than half a per cent are left out.
        """
        if not gap.agrees:
            return ()
        shares = [
            (name, part / gap.sampled_gap)
            for name, part in zip(self.inputs, gap.by_input, strict=True)
        ]
        told = [item for item in shares if abs(item[1]) >= 0.005]
        return tuple(sorted(told, key=lambda item: (-abs(item[1]), item[0]))[:most])


def make(part: Part) -> Attributions:
    """Draw rows, explain them, and add up by group."""
    import numpy as np
    import pyarrow as pa

    from audit.measures import _shap

    predictor = part.predictor
    score = part.plan.roles.one("y_score")
    if predictor is None:
        raise ValueError("attributions need an open model")
    inputs, features = predictor.features, part.plan.roles.all("sensitive_features")
    strata = features[:1] + (("score_bin",) if _rows.said(part).roles.one("y_score") else ())
    wanted = [*inputs, *(_rows.KEY + feature for feature in features)]
    rows = part.frame.sample(SAMPLE, wanted, seed=part.audit.seed, by=strata)
    background = part.frame.sample(BACKGROUND, list(inputs), seed=part.audit.seed + 1)
    table = pa.concat_tables(
        [rows.select(list(inputs)), background.select(list(inputs))], promote_options="permissive"
    )
    explained = _shap.explain(predictor, table, rows.num_rows, part.audit.seed)
    weight = rows.column(WEIGHT).to_numpy().astype(float)
    full = _full(part, predictor, score, features)
    return Attributions(
        inputs=inputs,
        importance=tuple(np.average(np.abs(explained.values), axis=0, weights=weight).tolist()),
        space=predictor.output_space,
        explainer=explained.explainer,
        bounded=full.bounded,
        direction=str(part.plan.roles.positive_is),
        rows=rows.num_rows,
        background=background.num_rows,
        asked=explained.asked,
        gaps={
            feature: tuple(_gaps(explained.values, weight, rows, feature, full.means[feature]))
            for feature in features
        },
    )


@dataclass(frozen=True, slots=True)
class _Mean:
    """People of a group with a score, their mean, and its standard error."""

    n: int
    mean: float
    se: float | None
    others_se: float | None
    """Of everyone else's mean."""


@dataclass(frozen=True, slots=True)
class _Full:
    """Mean scores over the whole part: `means[feature][group]`."""

    means: Mapping[str, Mapping[str, _Mean]]
    bounded: bool


def _full(part: Part, predictor: Predictor, score: str | None, features: Sequence[str]) -> _Full:
    if score is None:
        return _scored(part, predictor, features)
    means: dict[str, dict[str, _Mean]] = {}
    least, most = 0.0, 1.0
    errors = _standard_errors(part, score, features)
    for feature in features:
        means[feature] = {}
        for found in part.frame.moments(score, [feature]):
            if not found["n"] or found["mean"] is None:
                continue
            group = NOT_RECORDED if found[feature] is None else str(found[feature])
            own, others = errors[feature].get(group, (None, None))
            means[feature][group] = _Mean(int(found["n"]), float(found["mean"]), own, others)
            least, most = min(least, found["min"]), max(most, found["max"])
    return _Full(means, bounded=least >= 0 and most <= 1)


_Errors = dict[str, tuple[float | None, float | None]]


def _standard_errors(part: Part, score: str, features: Sequence[str]) -> dict[str, _Errors]:
    """Return the standard errors of each group's mean score and of everyone else's."""
    import numpy as np

    cluster = cluster_column(part)
    square = f"{score}*{score}"
    keys = [(f, "score_bin", *((cluster,) if cluster else ())) for f in features]
    tables = part.frame.count([Margin(key, sums=(score, square)) for key in keys])
    errors: dict[str, _Errors] = {}
    for feature, cells in zip(features, tables, strict=True):
        scored = np.array([label is not None for label in cells.labels[1]])[cells.codes[:, 1]]
        group, n = cells.codes[scored, 0], cells.n[scored].astype(float)
        total, squares = cells.sums[score][scored], cells.sums[square][scored]
        clusters = cells.codes[scored, 2] if cluster else None
        errors[feature] = {}
        for code, label in enumerate(cells.labels[0]):
            name = NOT_RECORDED if label is None else str(label)
            own = group == code
            both = [_mean_error(n, total, squares, clusters, side) for side in (own, ~own)]
            errors[feature][name] = (both[0], both[1])
    return errors


def _mean_error(
    n: np.ndarray,
    total: np.ndarray,
    squares: np.ndarray,
    clusters: np.ndarray | None,
    side: np.ndarray,
) -> float | None:
    import numpy as np

    from audit.inference.losses import of_clusters, of_people

    people = float(n[side].sum())
    if clusters is None:
        found = of_people(people, float(total[side].sum()), float(squares[side].sum()), 0.0)
    else:
        _, at = np.unique(clusters[side], return_inverse=True)
        found = of_clusters(np.bincount(at, total[side]), np.bincount(at, n[side]), people)
    return None if found is None else float((found.variance / found.units) ** 0.5)


def _scored(part: Part, predictor: Predictor, features: Sequence[str]) -> _Full:
    """Ask the model for every row, where no column holds a score."""
    import numpy as np

    sums: dict[str, dict[str, np.ndarray]] = {feature: {} for feature in features}
    bounded = True
    keys = [_rows.KEY + feature for feature in features]
    for batch in part.frame.batches([*predictor.features, *keys]):
        scores = predictor.score(batch)
        bounded = bounded and bool(np.all((scores >= 0) & (scores <= 1)))
        for feature in features:
            labels = _rows.groups(batch, feature)
            for group in np.unique(labels.astype(str)):
                inside = scores[labels == group].astype(float)
                added = np.array([len(inside), inside.sum(), (inside**2).sum()])
                sums[feature][str(group)] = sums[feature].get(str(group), 0.0) + added
    single = cluster_column(part) is None
    return _Full({f: _means(found, single=single) for f, found in sums.items()}, bounded=bounded)


def _means(sums: Mapping[str, np.ndarray], *, single: bool) -> dict[str, _Mean]:
    """Return means from people, sums and squares by group; errors only where rows are independent."""
    import numpy as np

    everyone = np.sum(list(sums.values()), axis=0)

    def error(people: np.ndarray) -> float | None:
        n, total, squares = people.reshape(3, 1)
        return _mean_error(n, total, squares, None, np.ones(1, bool)) if single else None

    return {
        group: _Mean(int(own[0]), float(own[1] / own[0]), error(own), error(everyone - own))
        for group, own in sums.items()
    }


def _gaps(
    values: Any, weight: Any, rows: Any, feature: str, full: Mapping[str, _Mean]
) -> list[GroupGap]:
    labels = _rows.groups(rows, feature)
    people = sum(each.n for each in full.values())
    total = sum(each.n * each.mean for each in full.values())
    found = []
    for group, each in sorted(full.items(), key=lambda item: (-item[1].n, item[0])):
        n, mean = each.n, each.mean
        errors = (each.se, each.others_se)
        inside = labels == group
        if not 0 < inside.sum() < len(inside) or n == people:
            continue
        by_input = _rows.gap(values, weight, inside)
        found.append(
            GroupGap(
                group=group,
                n=n,
                sampled=int(inside.sum()),
                mean=mean,
                full_gap=mean - (total - n * mean) / (people - n),
                sampled_gap=float(by_input.sum()),
                by_input=tuple(by_input.tolist()),
                se=None if None in errors else math.hypot(*(e or 0.0 for e in errors)),
            )
        )
    return found


# ---------------------------------------------------------------------------------------------
# What may be shown

_INPUT = words("heading_input", "Input")
_SPACES = {
    "probability": words("space_probability", "Units of the score, a probability."),
    "margin": words("space_margin", "Units of the model's margin (log-odds in most models)."),
    "decision": words("space_decision", "Units of the decision, 0 or 1."),
}
_DRAWN = 12


def figures(found: Attributions, public: Public) -> list[Figure]:
    """Draw what drives the score, and for each sensitive feature its most disadvantaged group."""
    return [_drivers(found), *(f for name in found.gaps for f in _through(found, name, public))]


def _drivers(found: Attributions) -> Figure:
    order = sorted(zip(found.inputs, found.importance, strict=True), key=lambda i: (-i[1], i[0]))
    total = sum(found.importance)
    return Figure(
        id="attributions-drivers",
        kind=FigureKind.BARS,
        title=words("drivers_title", "What drives the score"),
        takeaway=words(
            "drivers_takeaway",
            "{input} moves the score most: {share:pct} of all attributed movement.",
            input=order[0][0],
            share=order[0][1] / total if total else 0.0,
        ),
        columns=(
            Column(name="label", heading=_INPUT),
            Column(
                name="value", heading=words("heading_mean_abs", "Mean |SHAP value|"), unit="number"
            ),
        ),
        rows=tuple(order[:_DRAWN]),
        note=_note(found),
    )


def _through(found: Attributions, feature: str, public: Public) -> list[Figure]:
    judged = found.judged(feature, max(_rows.JUDGED, public.min_cell))
    if not judged or not judged[0].agrees:
        return []
    worst = judged[0]
    group = public.groups(feature, [worst.group])[worst.group]
    parts = sorted(
        zip(found.inputs, worst.by_input, strict=True), key=lambda item: (-abs(item[1]), item[0])
    )
    return [
        Figure(
            id="attributions-gap-" + feature,
            kind=FigureKind.BARS,
            title=words(
                "gap_title",
                "Which inputs the gap in {feature} between {group} and everyone else runs through",
                feature=feature,
                group=group,
            ),
            takeaway=words(
                "gap_takeaway",
                "Of a difference in mean score of {gap:+.3f}, {part:+.3f} runs through {input}.",
                gap=worst.sampled_gap,
                part=parts[0][1],
                input=parts[0][0],
            ),
            columns=(
                Column(name="label", heading=_INPUT),
                Column(
                    name="value",
                    heading=words("heading_gap", "Difference of mean SHAP values"),
                    unit="number",
                ),
            ),
            rows=tuple(parts[:_DRAWN]),
            note=words(
                "gap_note",
                "An association, not a cause. Estimated from {rows:count|row|rows}; over all "
                "{n:people} of the group the difference of mean scores is {full:+.3f}.",
                rows=found.rows,
                n=worst.n,
                full=worst.full_gap,
            ),
        )
    ]


def _note(found: Attributions) -> Message:
    return Message(
        id="figure.drivers_note",
        params={
            "rows": found.rows,
            "background": found.background,
            "explainer": found.explainer,
        },
        text="{space} By shap's {explainer} explainer on {rows:count|row|rows}, against "
        "{background} background rows.",
        parts={"space": _SPACES.get(found.space, plain(found.space))},
    )


def parameters(part: Part, found: Attributions) -> dict[str, Any]:
    """Return what a statistician asks first."""
    return {
        "rows": found.rows,
        "background": found.background,
        "seed": part.audit.seed,
        "explainer": found.explainer,
        "output_space": found.space,
        "asked_of_model": found.asked,
    }


ATTRIBUTIONS = Measure(
    name="attributions",
    payload=Attributions,
    make=make,
    figures=figures,
    parameters=parameters,
    needs=("model", "sensitive_features"),
    tool="shap",
    version=2,
)
