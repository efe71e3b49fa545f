"""People by group, decision and truth: what every group metric is a function of.

fairlearn computes the marginal table of rates on the counted rows, weighted by people, which is
the same as on the people themselves; each run asserts that both agree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import nan
from typing import Any

from audit.errors import AuditError
from audit.evidence import Confusion
from audit.figure import Column, Figure
from audit.measure import Measure, Public
from audit.measures._outcomes import cluster_column, confusions, outcome_margins
from audit.system import Cells, Margin, Part
from audit.text import Message, plain
from audit.vocabulary import FigureKind

Groups = Mapping[str, Confusion]

METRICS = ("selection_rate", "base_rate", "false_positive_rate", "false_negative_rate", "precision")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCounts:
    """Confusion counts by feature, sample and group.

    Attributes
    ----------
    features : mapping
        Sensitive feature to sample to group to `Confusion`.
    rates : mapping
        fairlearn's rates: `feature/sample` to metric to group; nan is left out.
    """

    features: Mapping[str, Mapping[str, Groups]]
    rates: Mapping[str, Mapping[str, Mapping[str, float]]]

    def groups(self, feature: str, sample: str) -> Groups:
        """Return the groups of a feature in a sample."""
        return self.features[feature][sample]


def _margins(part: Part) -> list[Margin]:
    return outcome_margins(part, [(f,) for f in part.plan.roles.all("sensitive_features")])


def _make(part: Part, tables: Sequence[Cells]) -> GroupCounts:
    features: dict[str, dict[str, dict[str, Confusion]]] = {}
    rates: dict[str, Any] = {}
    each = iter(tables)
    for feature in part.plan.roles.all("sensitive_features"):
        for sample in part.samples:
            groups = {str(k[0]): c for k, c in confusions(part, next(each), 1).items()}
            features.setdefault(feature, {})[sample] = groups
            rates[f"{feature}/{sample}"] = _fairlearn_rates(groups)
    return GroupCounts(features=features, rates=rates)


def own_rate(confusion: Confusion, metric: str) -> float | None:
    """Return a rate by fairlearn's name."""
    return {
        "selection_rate": confusion.selection,
        "base_rate": confusion.base,
        "false_positive_rate": confusion.false_positive,
        "false_negative_rate": confusion.false_negative,
        "precision": confusion.precision,
    }[metric].value


_TRUE, _SELECTED = (1, 0, 1, 0, 0, 0), (1, 1, 0, 0, 1, 0)
"""The kinds of people in a `Confusion`: tp, fp, fn, tn, and pp, pn of unrecorded truth."""

_ABOUT: Mapping[str, tuple[str, tuple[int, ...]]] = {
    "selection_rate": ("selected", (1, 1, 1, 1, 1, 1)),
    "base_rate": ("true", (1, 1, 1, 1, 0, 0)),
    "false_positive_rate": ("selected", (0, 1, 0, 1, 0, 0)),
    "false_negative_rate": ("passed over", (1, 0, 1, 0, 0, 0)),
    "precision": ("true", (1, 1, 0, 0, 0, 0)),
}
"""For each rate: of what it is the share, and which kinds of people it is about."""


def _fairlearn_rates(groups: Groups) -> dict[str, dict[str, float]]:
    """Ask fairlearn for the rates on the counted rows, and hold ours against them.

    Each rate is fairlearn's selection rate among the people it is about: the false positive rate is
    the selection rate of those who are truly negative. Its own error rates go through a confusion
    matrix for each group, which costs many times as much for the same numbers.
    """
    from fairlearn.metrics import MetricFrame

    people = [(c.tp, c.fp, c.fn, c.tn, c.pp, c.pn) for c in groups.values()]
    weights = {
        metric: [n * about for row in people for n, about in zip(row, kinds, strict=True)]
        for metric, (_, kinds) in _ABOUT.items()
    }
    asked = {metric: weight for metric, weight in weights.items() if any(weight)}
    if not asked:
        return {}
    frame = MetricFrame(
        metrics={metric: _share(_ABOUT[metric][0]) for metric in asked},
        y_true=_TRUE * len(people),
        y_pred=_SELECTED * len(people),
        sensitive_features=[name for name in groups for _ in _TRUE],
        sample_params={metric: {"sample_weight": weight} for metric, weight in asked.items()},
    )
    table = {
        metric: {str(g): float(rate) for g, rate in frame.by_group[metric].items() if rate == rate}  # noqa: PLR0124 - not nan
        for metric in asked
    }
    _assert_agreement(groups, table)
    return table


def _share(of: str) -> Callable[..., float]:
    """Return a metric for fairlearn: the weighted share of those `of` is about, nan of nobody."""
    from fairlearn.metrics import selection_rate

    def share(y_true: Any, y_pred: Any, sample_weight: Any) -> float:
        counted = {"true": y_true, "selected": y_pred, "passed over": 1 - y_pred}[of]
        if not sample_weight.sum():
            return nan
        return float(selection_rate(y_true, counted, sample_weight=sample_weight))

    return share


def _assert_agreement(groups: Groups, table: Mapping[str, Mapping[str, float]]) -> None:
    for metric, by_group in table.items():
        for group, value in by_group.items():
            own = own_rate(groups[group], metric)
            if own is None or abs(own - value) > 1e-9:
                raise AuditError(
                    f"{metric} from our counts and from fairlearn differ",
                    slug="fairlearn-disagrees",
                    hint="please report this with the versions of both",
                )


def _figures(value: GroupCounts, public: Public) -> list[Figure]:
    """One table a feature and sample with every rate side by side: they cannot all be equal."""
    figures = []
    for name, rates in value.rates.items():
        feature, sample = name.split("/")
        groups = value.features[feature][sample]
        shown = public.groups(feature, groups)
        merged: dict[str, Confusion] = {}
        for group, confusion in groups.items():
            label = shown[group]
            merged[label] = merged[label] + confusion if label in merged else confusion
        metrics = [metric for metric in METRICS if metric in rates]
        rows = [
            (label, metric, own_rate(confusion, metric))
            for label, confusion in merged.items()
            for metric in metrics
            if confusion.n >= public.min_cell
        ]
        figures.append(
            Figure(
                id=f"rates-{feature}-{sample}",
                kind=FigureKind.MATRIX,
                title=Message(
                    id="figure.group_rates",
                    params={"feature": feature, "sample": sample.replace("_", " ")},
                    text="Every rate side by side, by {feature} ({sample})",
                ),
                takeaway=Message(
                    id="figure.group_rates_takeaway",
                    text="With unequal base rates these cannot all be equal: which one leads was "
                    "fixed by the plan before the data were read.",
                ),
                columns=(
                    Column(name="row", heading=plain(feature)),
                    Column(name="column", heading=Message(id="figure.rate", text="Rate")),
                    Column(
                        name="value", heading=Message(id="figure.value", text="Value"), unit="rate"
                    ),
                ),
                rows=tuple((row, metric.replace("_", " "), value) for row, metric, value in rows),
            )
        )
    return figures


def _samples(part: Part, value: GroupCounts) -> dict[str, Any]:  # noqa: ARG001
    return {"samples": tuple(part.samples), "clustered_by": cluster_column(part) or "nothing"}


group_counts = Measure(
    name="group_counts",
    payload=GroupCounts,
    margins=_margins,
    make=_make,
    needs=("y_pred", "sensitive_features"),
    figures=_figures,
    tool="fairlearn",
    parameters=_samples,
)
