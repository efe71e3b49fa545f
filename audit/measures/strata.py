"""People by group and decision within strata of the control features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.evidence import Confusion
from audit.measure import Measure
from audit.measures._outcomes import confusions, outcome_margins
from audit.system import Cells, Margin, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class StrataCounts:
    """Confusion counts by feature, sample, stratum and group.

    Attributes
    ----------
    controls : tuple of str
        The control features whose combinations are the strata.
    """

    controls: tuple[str, ...]
    features: Mapping[str, Mapping[str, Mapping[str, Mapping[str, Confusion]]]]

    def strata(self, feature: str, sample: str) -> Mapping[str, Mapping[str, Confusion]]:
        """Return stratum to group to counts."""
        return self.features[feature][sample]


def _features(part: Part) -> list[str]:
    controls = part.plan.roles.all("control_features")
    return [f for f in part.plan.roles.all("sensitive_features") if f not in controls]


def _margins(part: Part) -> list[Margin]:
    controls = part.plan.roles.all("control_features")
    return outcome_margins(part, [(*controls, feature) for feature in _features(part)])


def _make(part: Part, tables: Sequence[Cells]) -> StrataCounts:
    controls = part.plan.roles.all("control_features")
    features: dict[str, dict[str, dict[str, dict[str, Confusion]]]] = {}
    each = iter(tables)
    for feature in _features(part):
        for sample in part.samples:
            strata: dict[str, dict[str, Confusion]] = {}
            for key, cell in confusions(part, next(each), len(controls) + 1).items():
                stratum = " · ".join(str(value) for value in key[:-1])
                strata.setdefault(stratum, {})[str(key[-1])] = cell
            features.setdefault(feature, {})[sample] = strata
    return StrataCounts(controls=controls, features=features)


strata_counts = Measure(
    name="strata",
    payload=StrataCounts,
    margins=_margins,
    make=_make,
    needs=("y_pred", "sensitive_features", "control_features"),
)
