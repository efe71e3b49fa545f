"""People by two groups at once, decision and truth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.evidence import Confusion, Rate
from audit.figure import Cell, Column, Figure
from audit.inference.pooling import pooled
from audit.measure import Measure, Public
from audit.measures._outcomes import confusions, outcome_margins
from audit.system import Cells, Margin, Part
from audit.text import Message, plain
from audit.vocabulary import FigureKind, PositiveIs

TIMES = " × "


@dataclass(frozen=True, slots=True, kw_only=True)
class Intersections:
    """Confusion counts by pair of features, sample and pair of groups (`a × b`).

    Attributes
    ----------
    metric : str
        The rate that is drawn: the one that the stakes point to.
    """

    pairs: Mapping[str, Mapping[str, Mapping[str, Confusion]]]
    metric: str

    def groups(self, pair: str, sample: str) -> Mapping[str, Confusion]:
        """Return the cells of a pair of features in a sample."""
        return self.pairs[pair][sample]


def _margins(part: Part) -> list[Margin]:
    return outcome_margins(part, part.plan.roles.pairs())


def _make(part: Part, tables: Sequence[Cells]) -> Intersections:
    pairs: dict[str, dict[str, dict[str, Confusion]]] = {}
    each = iter(tables)
    for a, b in part.plan.roles.pairs():
        for sample in part.samples:
            pairs.setdefault(a + TIMES + b, {})[sample] = {
                TIMES.join(map(str, key)): cell
                for key, cell in confusions(part, next(each), 2).items()
            }
    return Intersections(pairs=pairs, metric=_metric(part))


def _metric(part: Part) -> str:
    if not part.plan.roles.one("y_true"):
        return "selection_rate"
    favourable = part.plan.roles.positive_is is PositiveIs.FAVOURABLE
    return "false_negative_rate" if favourable else "false_positive_rate"


def _rate(cell: Confusion, metric: str) -> Rate:
    return {
        "selection_rate": cell.selection,
        "false_positive_rate": cell.false_positive,
        "false_negative_rate": cell.false_negative,
    }[metric]


def _figures(value: Intersections, public: Public) -> list[Figure]:
    """One picture a pair: cells ordered by their partly pooled rate, the raw one beside it."""
    figures = []
    for pair, samples in value.pairs.items():
        sample = list(samples)[-1]
        cells = samples[sample]
        shown = public.groups(pair, cells)
        rates = {
            name: _rate(cell, value.metric) for name, cell in cells.items() if shown[name] == name
        }
        drawn = pooled(rates)
        rows = [
            (name, drawn[name], rates[name].value, int(rates[name].n))
            for name in sorted(drawn, key=lambda n: -drawn[n])
        ]
        if rows:
            figures.append(_figure(pair, sample, value.metric, tuple(rows)))
    return figures


def _figure(pair: str, sample: str, metric: str, rows: tuple[tuple[Cell, ...], ...]) -> Figure:
    words = {"pair": pair, "sample": sample.replace("_", " "), "metric": metric.replace("_", " ")}
    return Figure(
        id=f"pooled-{pair}-{sample}",
        kind=FigureKind.BARS,
        title=Message(
            id="figure.pooled", params=words, text="{metric} by {pair} ({sample}), partly pooled"
        ),
        takeaway=Message(
            id="figure.pooled_takeaway",
            text="Small cells are drawn towards the common rate, so that the order is not made by "
            "chance. The pooled rate orders and draws; it decides nothing.",
        ),
        columns=(
            Column(name="label", heading=plain(pair)),
            Column(
                name="value",
                heading=Message(id="figure.pooled_rate", text="Pooled rate"),
                unit="rate",
            ),
            Column(
                name="observed", heading=Message(id="figure.observed", text="Observed"), unit="rate"
            ),
            Column(name="n", heading=Message(id="figure.people", text="People"), unit="count"),
        ),
        rows=rows,
    )


intersections = Measure(
    name="intersections",
    payload=Intersections,
    margins=_margins,
    make=_make,
    needs=("y_pred", "sensitive_features"),
    figures=_figures,
    version=2,
)
