"""People by group, decision and truth: what every group metric is a function of.

fairlearn computes the marginal table of rates on the counted rows, weighted by people, which is
the same as on the people themselves; each run asserts that both agree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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


def _fairlearn_rates(groups: Groups) -> dict[str, dict[str, float]]:
    """Ask fairlearn for the rates on the counted rows, and hold ours against them.

    Each rate is fairlearn's selection rate among the people it is about: the false positive rate is
    the selection rate of those who are truly negative. Its own error rates go through a confusion
    matrix for each group, which costs twice as much for the same numbers.
    """
    table = {
        metric: _selection_rates(rows) for metric, rows in _counted_rows(groups).items() if rows
    }
    _assert_agreement(groups, table)
    return table


def _counted_rows(groups: Groups) -> dict[str, list[tuple[str, int, float]]]:
    """Return, for each rate, (group, selected, people) of those it is about."""
    about: dict[str, Callable[[Confusion], tuple[float, float]]] = {
        "selection_rate": lambda c: (c.tp + c.fp + c.pp, c.fn + c.tn + c.pn),
        "base_rate": lambda c: (c.tp + c.fn, c.fp + c.tn),
        "false_positive_rate": lambda c: (c.fp, c.tn),
        "false_negative_rate": lambda c: (c.fn, c.tp),
        "precision": lambda c: (c.tp, c.fp),
    }
    return {
        metric: [
            (name, selected, n)
            for name, confusion in groups.items()
            for selected, n in zip((1, 0), people(confusion), strict=True)
            if n > 0
        ]
        for metric, people in about.items()
    }


def _selection_rates(rows: Sequence[tuple[str, int, float]]) -> dict[str, float]:
    from fairlearn.metrics import MetricFrame, selection_rate

    names, selected, people = (list(column) for column in zip(*rows, strict=True))
    frame = MetricFrame(
        metrics=selection_rate,
        y_true=selected,
        y_pred=selected,
        sensitive_features=names,
        sample_params={"sample_weight": people},
    )
    return {str(group): float(rate) for group, rate in frame.by_group.items()}


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
