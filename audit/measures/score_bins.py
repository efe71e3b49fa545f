"""People by group, score bin and truth, for comparisons at equal score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from audit.evidence import Rate, Scatter
from audit.figure import Column, Figure
from audit.measure import Measure, Public
from audit.measures._outcomes import cluster_column, confusions, outcome_margins, weights_of
from audit.measures._sharing import counted, reference_of
from audit.system import Cells, Margin, Part
from audit.text import Message, plain
from audit.vocabulary import FigureKind

BINS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreBins:
    """Truly positive people among all, by feature, sample, score bin (0..19) and group.

    Attributes
    ----------
    gaps : mapping
        Feature to sample to group to how far its gap at equal score would vary, with clusters kept
        whole; a sample is left out where each row is one person.
    """

    features: Mapping[str, Mapping[str, Mapping[str, Mapping[str, Rate]]]]
    gaps: Mapping[str, Mapping[str, Mapping[str, Scatter]]] = field(default_factory=dict)

    def scatter(self, feature: str, sample: str) -> Mapping[str, Scatter] | None:
        """Return group to the scatter of its gap; None where each row is one person."""
        return self.gaps.get(feature, {}).get(sample)

    def bins(self, feature: str, sample: str) -> Mapping[str, Mapping[str, Rate]]:
        """Return score bin to group to rate of truly positive people."""
        return self.features[feature][sample]


_TRUE: dict[tuple[int | None, int | None], bool] = {
    (truth, pred): truth == 1 for truth in (0, 1) for pred in (0, 1)
}


def _margins(part: Part) -> list[Margin]:
    return outcome_margins(
        part, [("score_bin", feature) for feature in part.plan.roles.all("sensitive_features")]
    )


def _make(part: Part, tables: Sequence[Cells]) -> ScoreBins:
    features: dict[str, dict[str, dict[str, dict[str, Rate]]]] = {}
    gaps: dict[str, dict[str, dict[str, Scatter]]] = {}
    clustered = cluster_column(part) is not None
    each = iter(tables)
    for feature in part.plan.roles.all("sensitive_features"):
        for sample in part.samples:
            cells = next(each)
            if clustered or weights_of(part, sample):
                found = counted(_scored(cells), 2, clustered=clustered, event=_TRUE)
                gaps.setdefault(feature, {})[sample] = found.scatter(reference_of(part, feature))
            bins: dict[str, dict[str, Rate]] = {}
            for (score_bin, group), cell in confusions(part, cells, 2).items():
                if score_bin is not None and cell.base.n > 0:
                    bins.setdefault(str(score_bin), {})[str(group)] = cell.base
            ordered = {number: bins[number] for number in sorted(bins, key=int)}
            features.setdefault(feature, {})[sample] = ordered
    return ScoreBins(features=features, gaps=gaps)


def _scored(cells: Cells) -> Cells:
    """Leave out people without a score."""
    at = cells.keys.index("score_bin")
    if None not in cells.labels[at]:
        return cells
    kept = cells.codes[:, at] != cells.labels[at].index(None)
    sums = {name: values[kept] for name, values in cells.sums.items()}
    return replace(cells, codes=cells.codes[kept], n=cells.n[kept], sums=sums)


def _figures(value: ScoreBins, public: Public) -> list[Figure]:
    figures = []
    for feature, samples in value.features.items():
        sample = list(samples)[-1]
        rows = []
        for score_bin, groups in samples[sample].items():
            shown = public.groups(feature, groups)
            merged: dict[str, Rate] = {}
            for group, rate in groups.items():
                before = merged.get(shown[group], Rate(0, 0))
                merged[shown[group]] = Rate(before.events + rate.events, before.n + rate.n)
            rows += [
                (label, (int(score_bin) + 0.5) / BINS, rate.value, int(rate.n))
                for label, rate in merged.items()
                if rate.n >= public.min_cell
            ]
        figures.append(
            Figure(
                id=f"calibration-{feature}",
                kind=FigureKind.RELIABILITY,
                title=Message(
                    id="figure.calibration",
                    params={"feature": feature},
                    text="How often the condition was there, at each score, by {feature}",
                ),
                takeaway=Message(
                    id="figure.calibration_takeaway",
                    text="Where the lines lie apart, the same score means different things for "
                    "different groups.",
                ),
                columns=(
                    Column(name="series", heading=plain(feature)),
                    Column(
                        name="x", heading=Message(id="figure.score", text="Score"), unit="score"
                    ),
                    Column(
                        name="value",
                        heading=Message(id="figure.observed_rate", text="Observed rate"),
                        unit="rate",
                    ),
                    Column(
                        name="n", heading=Message(id="figure.people", text="People"), unit="count"
                    ),
                ),
                rows=tuple(sorted(rows, key=lambda row: (row[0], row[1]))),
            )
        )
    return figures


score_bins = Measure(
    name="score_bins",
    payload=ScoreBins,
    margins=_margins,
    make=_make,
    needs=("y_true", "y_pred", "y_score", "sensitive_features"),
    figures=_figures,
    version=2,
)
