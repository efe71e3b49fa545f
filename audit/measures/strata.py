"""People by group and decision within strata of the control features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from audit.evidence import Confusion, Scatter
from audit.measure import Measure
from audit.measures._outcomes import cluster_column, confusions, outcome_margins, weights_of
from audit.measures._sharing import counted, reference_of
from audit.system import Cells, Margin, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class StrataCounts:
    """Confusion counts by feature, sample, stratum and group.

    Attributes
    ----------
    controls : tuple of str
        The control features whose combinations are the strata.
    selection : mapping
        Feature to sample to group to how far its gap in selection within strata would vary, with
        clusters kept whole over strata and groups; a sample is left out where each row is one person.
    """

    controls: tuple[str, ...]
    features: Mapping[str, Mapping[str, Mapping[str, Mapping[str, Confusion]]]]
    selection: Mapping[str, Mapping[str, Mapping[str, Scatter]]] = field(default_factory=dict)

    def scatter(self, feature: str, sample: str) -> Mapping[str, Scatter] | None:
        """Return group to the scatter of its gap in selection; None where each row is one person."""
        return self.selection.get(feature, {}).get(sample)

    def strata(self, feature: str, sample: str) -> Mapping[str, Mapping[str, Confusion]]:
        """Return stratum to group to counts."""
        return self.features[feature][sample]


_SELECTED: dict[tuple[int | None, int | None], bool] = {
    (truth, pred): pred == 1 for truth in (0, 1, None) for pred in (0, 1)
}


def _features(part: Part) -> list[str]:
    controls = part.plan.roles.all("control_features")
    return [f for f in part.plan.roles.all("sensitive_features") if f not in controls]


def _margins(part: Part) -> list[Margin]:
    controls = part.plan.roles.all("control_features")
    return outcome_margins(part, [(*controls, feature) for feature in _features(part)])


def _make(part: Part, tables: Sequence[Cells]) -> StrataCounts:
    controls = part.plan.roles.all("control_features")
    features: dict[str, dict[str, dict[str, dict[str, Confusion]]]] = {}
    selection: dict[str, dict[str, dict[str, Scatter]]] = {}
    clustered = cluster_column(part) is not None
    each = iter(tables)
    for feature in _features(part):
        for sample in part.samples:
            strata: dict[str, dict[str, Confusion]] = {}
            cells = next(each)
            if clustered or weights_of(part, sample):
                found = counted(cells, len(controls) + 1, clustered=clustered, event=_SELECTED)
                scatter = found.scatter(reference_of(part, feature))
                selection.setdefault(feature, {})[sample] = scatter
            for key, cell in confusions(part, cells, len(controls) + 1).items():
                stratum = " · ".join(str(value) for value in key[:-1])
                strata.setdefault(stratum, {})[str(key[-1])] = cell
            features.setdefault(feature, {})[sample] = strata
    return StrataCounts(controls=controls, features=features, selection=selection)


strata_counts = Measure(
    name="strata",
    payload=StrataCounts,
    margins=_margins,
    make=_make,
    needs=("y_pred", "sensitive_features", "control_features"),
    version=2,
)
