"""People by group, true class and assigned class, where a system tells classes apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from audit.evidence import Confusion, Rate
from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public
from audit.measures._bars import words
from audit.measures._outcomes import cluster_column, confusions, outcome_margins
from audit.plan import PartPlan
from audit.system import Cells, Margin, Part
from audit.vocabulary import FigureKind, PositiveIs

CLASSES = ("class_true", "class_pred")
"""Derived keys: the labels of `y_true` and `y_pred` as the plan names them."""

_CLASS_KEYS = dict(zip(("y_true", "y_pred"), CLASSES, strict=True))


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
class ClassCounts:
    """Each class against the others, by feature, sample and group; and who was assigned to what.

    Attributes
    ----------
    classes : tuple of str
        In the order of the plan.
    features : mapping
        Feature to sample to group to class to `Confusion`: positive is the class, negative every
        other one.
    everyone : mapping
        Sample to true class to assigned class to people, or sums of weights.
    """

    classes: tuple[str, ...]
    features: Mapping[str, Mapping[str, Mapping[str, Mapping[str, Confusion]]]]
    everyone: Mapping[str, Mapping[str, Mapping[str, float]]]

    def rates(self, feature: str, sample: str, question: ClassQuestion) -> dict[str, Rate]:
        """Return how often the error was made in each group, of those on whom it could be."""
        groups = {g: c[question.label] for g, c in self.features[feature][sample].items()}
        return {
            group: one.false_negative if question.missed else one.false_positive
            for group, one in groups.items()
        }

    def recorded(self, feature: str, sample: str) -> list[tuple[float, float]]:
        """Return how many people of each group have a recorded truth, and how many have none."""
        any_class = self.classes[0]
        groups = [classes[any_class] for classes in self.features[feature][sample].values()]
        return [(one.n - one.pp - one.pn, one.pp + one.pn) for one in groups]


def _margins(part: Part) -> list[Margin]:
    asked_for = outcome_margins(part, [(f,) for f in part.plan.roles.all("sensitive_features")])
    return [
        replace(margin, keys=tuple(_CLASS_KEYS.get(key, key) for key in margin.keys))
        for margin in asked_for
    ]


def _make(part: Part, tables: Sequence[Cells]) -> ClassCounts:
    classes = part.plan.roles.classes
    features: dict[str, dict[str, dict[str, dict[str, Confusion]]]] = {}
    everyone: dict[str, dict[str, dict[str, float]]] = {}
    each = iter(tables)
    for feature in part.plan.roles.all("sensitive_features"):
        for sample in part.samples:
            cells = next(each)
            groups: dict[str, dict[str, Confusion]] = {}
            for label in classes:
                for key, confusion in confusions(part, _against_others(cells, label), 1).items():
                    groups.setdefault(str(key[0]), {})[label] = confusion
            features.setdefault(feature, {})[sample] = groups
            everyone.setdefault(sample, _crossed(cells))
    return ClassCounts(classes=classes, features=features, everyone=everyone)


def _against_others(cells: Cells, label: str) -> Cells:
    """Return the cells with truth and decision as 1 for the class and 0 for every other one."""
    roles = {derived: role for role, derived in _CLASS_KEYS.items()}
    keys = tuple(roles.get(key, key) for key in cells.keys)
    labels = tuple(
        tuple(None if name is None else int(name == label) for name in names)
        if key in roles
        else names
        for key, names in zip(cells.keys, cells.labels, strict=True)
    )
    return replace(cells, keys=keys, labels=labels)


def _crossed(cells: Cells) -> dict[str, dict[str, float]]:
    """Return people, or sums of weights, by true and by assigned class."""
    truth, decided = (cells.keys.index(key) for key in CLASSES)
    weights = next(iter(cells.sums.values()), cells.n)
    table: dict[str, dict[str, float]] = {}
    for code, n in zip(cells.codes.tolist(), weights.tolist(), strict=True):
        was, got = cells.labels[truth][code[truth]], cells.labels[decided][code[decided]]
        if was is not None and got is not None:
            row = table.setdefault(str(was), {})
            row[str(got)] = row.get(str(got), 0) + n
    return table


def _figures(value: ClassCounts, public: Public) -> list[Figure]:
    """Draw one matrix a sample: true class against assigned class, everyone together."""
    figures = []
    for sample, table in value.everyone.items():
        rows: list[tuple[Cell, ...]] = []
        for truth in value.classes:
            row = table.get(truth, {})
            if sum(row.values()) >= public.min_cell:
                share = {c: row.get(c, 0.0) / sum(row.values()) for c in value.classes}
                rows += [(truth, assigned, part) for assigned, part in share.items()]
        if rows:
            figures.append(_figure(sample, rows))
    return figures


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
