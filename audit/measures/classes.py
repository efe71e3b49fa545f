"""People by group, true class and assigned class, where a system tells classes apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.evidence import Rate
from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public
from audit.measures._bars import words
from audit.measures._outcomes import cluster_column
from audit.plan import PartPlan
from audit.system import Cells, Margin, Part
from audit.vocabulary import FigureKind, PositiveIs

if TYPE_CHECKING:
    import numpy as np

CLASSES = ("class_true", "class_pred")
"""Derived keys: the labels of `y_true` and `y_pred` as the plan names them."""


@dataclass(frozen=True, slots=True)
class ClassQuestion:
    """One kind of error on one class.

    Attributes
    ----------
    label : str
        The class.
    missed : bool
        Of the people of the class, those who were assigned to another; else, of the people of other
        classes, those who were assigned to this one.
    """

    label: str
    missed: bool

    @property
    def about(self) -> str:
        """How an id says it."""
        return f"{self.label}, {'missed' if self.missed else 'wrongly assigned'}"


def all_questions(part: PartPlan) -> tuple[ClassQuestion, ...]:
    """Return the kinds of error of each class, in the order of the plan.

    Of two classes, being missed in one is being wrongly assigned to the other: it is asked once.
    """
    classes = part.roles.classes
    kinds = (True,) if len(classes) == 2 else (True, False)
    return tuple(ClassQuestion(label, kind) for label in classes for kind in kinds)


def class_questions(part: PartPlan) -> tuple[str, ...]:
    """Return what is asked of each feature, as ids say it."""
    return tuple(question.about for question in all_questions(part))


def asked(part: PartPlan, about: str) -> ClassQuestion:
    """Return the question of that name."""
    return next(question for question in all_questions(part) if question.about == about)


def stakes(part: PartPlan, label: str) -> PositiveIs:
    """Return what being assigned to a class does to a person.

    A positive label is what `positive_is` says, and every other class the opposite of it.
    """
    roles = part.roles
    positive = roles.positive_labels("y_pred")
    if not positive or roles.positive_is is PositiveIs.UNSTATED:
        return PositiveIs.UNSTATED
    adverse = (roles.positive_is is PositiveIs.ADVERSE) is (label in positive)
    return PositiveIs.ADVERSE if adverse else PositiveIs.FAVOURABLE


def leads_class(part: PartPlan, about: str) -> bool:
    """Return whether a question may lead: by the harm, as for a single positive label.

    Into a class that hurts, being wrongly assigned; out of a class that helps, being missed; both
    where nobody has said.
    """
    question = asked(part, about)
    harm = stakes(part, question.label)
    return harm is PositiveIs.UNSTATED or question.missed is (harm is PositiveIs.FAVOURABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassTable:
    """The confusion of one group.

    Attributes
    ----------
    people : mapping
        True class to assigned class to people, or sums of weights.
    unknown : float
        People assigned to a class whose true class is not recorded.
    effective : mapping
        Where rows are weighted or clustered: question to effective people and clusters.
    """

    people: Mapping[str, Mapping[str, float]]
    unknown: float = 0
    effective: Mapping[str, tuple[float, int | None]] | None = None

    def rate(self, question: ClassQuestion) -> Rate:
        """Return how often the error was made, of those on whom it could be."""
        events = n = 0.0
        for truth, row in self.people.items():
            if (truth == question.label) is question.missed:
                n += sum(row.values())
                at = row.get(question.label, 0.0)
                events += sum(row.values()) - at if question.missed else at
        worth = (self.effective or {}).get(question.about)
        return Rate(events, n, *worth) if worth else Rate(events, n)

    @property
    def known(self) -> float:
        """People whose true class is recorded."""
        return sum(sum(row.values()) for row in self.people.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassCounts:
    """Confusions by feature, sample and group.

    Attributes
    ----------
    classes : tuple of str
        In the order of the plan.
    """

    classes: tuple[str, ...]
    features: Mapping[str, Mapping[str, Mapping[str, ClassTable]]]

    def groups(self, feature: str, sample: str) -> Mapping[str, ClassTable]:
        """Return the groups of a feature in a sample."""
        return self.features[feature][sample]

    def recorded(self, feature: str, sample: str) -> list[tuple[float, float]]:
        """Return how many people of each group have a recorded truth, and how many have none."""
        return [(group.known, group.unknown) for group in self.groups(feature, sample).values()]


def _margins(part: Part) -> list[Margin]:
    weight = part.plan.roles.one("sample_weight")
    cluster = cluster_column(part)
    return [
        Margin(
            (feature, *((cluster,) if cluster else ()), *CLASSES),
            sample=sample,
            sums=(weight, f"{weight}*{weight}") if weight else (),
        )
        for feature in part.plan.roles.all("sensitive_features")
        for sample in part.samples
    ]


def _make(part: Part, tables: Sequence[Cells]) -> ClassCounts:
    each = iter(tables)
    return ClassCounts(
        classes=part.plan.roles.classes,
        features={
            feature: {sample: _groups(part, next(each)) for sample in part.samples}
            for feature in part.plan.roles.all("sensitive_features")
        },
    )


def _groups(part: Part, cells: Cells) -> dict[str, ClassTable]:
    import numpy as np

    clustered = cluster_column(part) is not None
    weights = next((cells.sums[s] for s in cells.sums if "*" not in s), cells.n.astype(float))
    squares = next((cells.sums[s] for s in cells.sums if "*" in s), None)
    truth, decided = (
        np.array([cells.labels[k][c] for c in cells.codes[:, k]], dtype=object) for k in (-2, -1)
    )
    found = {}
    for place, group in enumerate(cells.labels[0]):
        here = (cells.codes[:, 0] == place) & np.array([d is not None for d in decided], bool)
        people: dict[str, dict[str, float]] = {}
        unknown = 0.0
        for t, d, n in zip(truth[here], decided[here], weights[here].tolist(), strict=True):
            if t is None:
                unknown += n
            else:
                row = people.setdefault(str(t), {})
                row[str(d)] = row.get(str(d), 0.0) + n
        effective = None
        if clustered or squares is not None:
            effective = {
                question.about: _worth(
                    question,
                    truth[here],
                    decided[here],
                    weights[here],
                    None if squares is None else squares[here],
                    cells.n[here],
                    cells.codes[here, 1] if clustered else None,
                )
                for question in all_questions(part.plan)
            }
        if here.any():
            found[str(group)] = ClassTable(people=people, unknown=unknown, effective=effective)
    return found


def _worth(
    question: ClassQuestion,
    truth: np.ndarray,
    decided: np.ndarray,
    weights: np.ndarray,
    squares: np.ndarray | None,
    rows: np.ndarray,
    clusters: np.ndarray | None,
) -> tuple[float, int | None]:
    """Return the effective people of one rate, and its clusters."""
    import numpy as np

    from audit.inference.clusters import effective_people, weighted_people

    known = np.array([t is not None for t in truth], bool)
    own = np.array([t == question.label for t in truth], bool)
    at = np.array([d == question.label for d in decided], bool)
    inside = known & (own if question.missed else ~own)
    event = inside & (~at if question.missed else at)
    behind = float(rows[inside].sum())
    if clusters is not None:
        _, position = np.unique(clusters, return_inverse=True)
        most = int(position.max()) + 1 if len(position) else 0
        events = np.bincount(position, weights=np.where(event, weights, 0.0), minlength=most)
        people = np.bincount(position, weights=np.where(inside, weights, 0.0), minlength=most)
        return effective_people(events, people, behind)
    if squares is None:
        return behind, None
    rest = inside & ~event
    return (
        weighted_people(
            (float(weights[event].sum()), float(squares[event].sum())),
            (float(weights[rest].sum()), float(squares[rest].sum())),
            behind,
        ),
        None,
    )


def _figures(value: ClassCounts, public: Public) -> list[Figure]:
    """Draw one matrix a part: true class against assigned class, everyone together."""
    figures = []
    feature = next(iter(value.features), "")
    for sample, groups in value.features.get(feature, {}).items():
        rows = list(_matrix(value.classes, groups, public.min_cell))
        if rows:
            figures.append(_figure(sample, rows))
    return figures


def _matrix(
    classes: Sequence[str], groups: Mapping[str, ClassTable], fewest: int
) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for truth in classes:
        row = {
            decided: sum(table.people.get(truth, {}).get(decided, 0.0) for table in groups.values())
            for decided in classes
        }
        total = sum(row.values())
        if total >= fewest:
            rows += [(truth, decided, n / total) for decided, n in row.items()]
    return rows


def _figure(sample: str, rows: Sequence[tuple[Cell, ...]]) -> Figure:
    return Figure(
        id=f"classes-{sample}",
        kind=FigureKind.MATRIX,
        title=words(
            "classes_title",
            "Of the people of each class, how many were assigned to which ({sample})",
            sample=sample.replace("_", " "),
        ),
        takeaway=words(
            "classes_takeaway", "Each row adds up to all people whose true class it is."
        ),
        columns=(
            Column(name="row", heading=words("heading_true_class", "True class")),
            Column(name="column", heading=words("heading_assigned", "Assigned to")),
            Column(name="value", heading=words("heading_share", "Share"), unit="rate"),
        ),
        rows=tuple(rows),
    )


def _parameters(part: Part, value: ClassCounts) -> dict[str, Any]:
    return {"classes": value.classes, "clustered_by": cluster_column(part) or "nothing"}


class_counts = Measure(
    name="classes",
    payload=ClassCounts,
    margins=_margins,
    make=_make,
    needs=("y_true", "y_pred", "sensitive_features"),
    figures=_figures,
    parameters=_parameters,
)
