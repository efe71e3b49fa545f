"""What a flag means where the condition is as common as the plan says: overall and by group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from audit.evidence import Confusion, Rate
from audit.figure import Cell, Column, Figure, Line
from audit.measure import Measure, Public
from audit.measures._bars import GROUP, HIGH, LOW, PEOPLE, words
from audit.measures._outcomes import confusions, outcome_margins
from audit.plan import Prevalence
from audit.system import Cells, Margin, Part
from audit.vocabulary import FigureKind

JUDGED = 30
"""Fewest people with, and without, the condition that a figure may rest on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtPrevalence:
    """Rates as they were counted, and how often a flag would be right at the stated prevalence.

    Attributes
    ----------
    sensitivity, false_positive : Rate
        Flagged, of those with and of those without the condition.
    value, low, high : float or None
        Share of flags that would be right, with limits; None where too few people are known.
    """

    sensitivity: Rate
    false_positive: Rate
    base: Rate
    precision: Rate
    value: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def enough(self) -> bool:
        """Whether there are people enough with and without the condition."""
        return min(self.sensitivity.n, self.false_positive.n) >= JUDGED


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRates:
    """Everyone and each group at the stated prevalence.

    Attributes
    ----------
    samples : mapping of str to AtPrevalence
        Everyone, with 95 % limits.
    features : mapping
        Feature to sample to group; limits hold together at 95 % over the groups with people enough.
    prevalence : tuple of float
        The figure and its 95 % limits.
    unknown : mapping of str to (float, float)
        Sample to people whose truth is recorded, and whose is not.
    """

    samples: Mapping[str, AtPrevalence]
    features: Mapping[str, Mapping[str, Mapping[str, AtPrevalence]]]
    prevalence: tuple[float, float, float]
    unknown: Mapping[str, tuple[float, float]]

    def recorded(self, key: str, sample: str) -> list[tuple[float, float]]:  # noqa: ARG002 - as other payloads
        """Return how many people have a recorded truth, and how many have none."""
        return [self.unknown[sample]]


def _margins(part: Part) -> list[Margin]:
    features = part.plan.roles.all("sensitive_features")
    return outcome_margins(part, [(), *((feature,) for feature in features)])


def _make(part: Part, tables: Sequence[Cells]) -> BaseRates:
    from audit.inference.predictive_value import prevalence_limits

    prevalence = part.audit.system.prevalence
    if prevalence is None:
        raise ValueError("the plan states no prevalence")
    each = iter(tables)
    samples, unknown = {}, {}
    for sample in part.samples:
        everyone = confusions(part, next(each), 0).get((), Confusion())
        samples[sample] = _at(everyone, prevalence, 1)
        unknown[sample] = (everyone.n - everyone.pp - everyone.pn, everyone.pp + everyone.pn)
    features: dict[str, dict[str, dict[str, AtPrevalence]]] = {}
    for feature in part.plan.roles.all("sensitive_features"):
        for sample in part.samples:
            groups = {str(k[0]): c for k, c in confusions(part, next(each), 1).items()}
            judged = sum(_at(group, prevalence, 1).enough for group in groups.values())
            features.setdefault(feature, {})[sample] = {
                name: _at(group, prevalence, judged) for name, group in groups.items()
            }
    return BaseRates(
        samples=samples,
        features=features,
        prevalence=prevalence_limits(prevalence),
        unknown=unknown,
    )


def _at(group: Confusion, prevalence: Prevalence, together: int) -> AtPrevalence:
    from audit.inference.multiplicity import sidak
    from audit.inference.predictive_value import LEVEL, predictive_value

    missed = group.false_negative
    sensitivity = Rate(missed.n - missed.events, missed.n, missed.effective_n, missed.clusters)
    found = predictive_value(
        sensitivity, group.false_positive, prevalence, sidak(1 - LEVEL, together)
    )
    return AtPrevalence(
        sensitivity=sensitivity,
        false_positive=group.false_positive,
        base=group.base,
        precision=group.precision,
        value=found.value if found else None,
        low=found.low if found else None,
        high=found.high if found else None,
    )


def _figures(value: BaseRates, public: Public) -> list[Figure]:
    """Draw how often a flag would be right in each group that may be named."""
    figures = []
    for feature, samples in value.features.items():
        sample = list(samples)[-1]
        shown = public.groups(feature, samples[sample])
        rows: list[tuple[Cell, ...]] = [
            (name, group.value, group.low, group.high, round(group.base.n))
            for name, group in samples[sample].items()
            if shown[name] == name and group.enough and group.value is not None
        ]
        if rows:
            overall = value.samples[sample].value
            figures.append(_figure(feature, sample, rows, value.prevalence[0], overall))
    return figures


def _figure(
    feature: str,
    sample: str,
    rows: Sequence[tuple[Cell, ...]],
    prevalence: float,
    overall: float | None,
) -> Figure:
    line = (
        ()
        if overall is None
        else (Line(value=overall, label=words("everyone", "everyone"), role="overall"),)
    )
    return Figure(
        id=f"prevalence-{feature}-{sample}",
        kind=FigureKind.INTERVAL,
        title=words(
            "prevalence_title",
            "How often a flag would be right at a prevalence of {value:pct}, by {feature} ({sample})",
            value=prevalence,
            feature=feature,
            sample=sample.replace("_", " "),
        ),
        takeaway=words(
            "prevalence_takeaway",
            "Each group at one and the same prevalence: what differs are the error rates.",
        ),
        columns=(
            Column(name="label", heading=GROUP),
            Column(name="value", heading=words("heading_right", "Flags right"), unit="rate"),
            Column(name="low", heading=LOW, unit="rate"),
            Column(name="high", heading=HIGH, unit="rate"),
            Column(name="n", heading=PEOPLE, unit="count"),
        ),
        rows=tuple(rows),
        lines=line,
    )


def _parameters(part: Part, value: BaseRates) -> dict[str, Any]:
    stated = part.audit.system.prevalence
    low, high = value.prevalence[1:]
    source = stated.source if stated else ""
    return {"prevalence": value.prevalence[0], "low": low, "high": high, "source": source}


base_rates = Measure(
    name="base_rates",
    payload=BaseRates,
    margins=_margins,
    make=_make,
    needs=("y_true", "y_pred"),
    figures=_figures,
    parameters=_parameters,
)
