"""People by group, score bin and truth, for comparisons at equal score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.evidence import Rate
from audit.figure import Column, Figure
from audit.measure import Measure, Public
from audit.measures._outcomes import confusions, outcome_margins
from audit.system import Cells, Margin, Part
from audit.text import Message, plain
from audit.vocabulary import FigureKind

BINS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreBins:
    """Truly positive people among all, by feature, sample, score bin (0..19) and group."""

    features: Mapping[str, Mapping[str, Mapping[str, Mapping[str, Rate]]]]

    def bins(self, feature: str, sample: str) -> Mapping[str, Mapping[str, Rate]]:
        """Return score bin to group to rate of truly positive people."""
        return self.features[feature][sample]


def _margins(part: Part) -> list[Margin]:
    return outcome_margins(
        part, [(feature, "score_bin") for feature in part.plan.roles.all("sensitive_features")]
    )


def _make(part: Part, tables: Sequence[Cells]) -> ScoreBins:
    features: dict[str, dict[str, dict[str, dict[str, Rate]]]] = {}
    each = iter(tables)
    for feature in part.plan.roles.all("sensitive_features"):
        for sample in part.samples:
            bins: dict[str, dict[str, Rate]] = {}
            for (group, score_bin), cell in confusions(part, next(each), 2).items():
                if score_bin is not None and cell.base.n > 0:
                    bins.setdefault(str(score_bin), {})[str(group)] = cell.base
            ordered = {number: bins[number] for number in sorted(bins, key=int)}
            features.setdefault(feature, {})[sample] = ordered
    return ScoreBins(features=features)


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
)
