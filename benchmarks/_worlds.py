"""Worlds whose truth is known: people by nationality, sex and age group, drawn and audited.

A world fixes each cell's share of people, base rate and error rates. A draw is a table of counts; the
questions, their answers and their verdicts are those of the product, from the plan on: only the engine,
which would count rows, is left out. `rows` unfolds a draw into the rows that it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]

PLAN = """
[system]
kind = "decisions"
[data]
source = "people.parquet"
[roles]
y_true = "y_true"
y_pred = "y_pred"
sensitive_features = {features}
positive = {{ y_true = [1], y_pred = [1] }}
positive_is = "{stakes}"
outcome_known = "everyone"
y_true_recorded_by = "nobody, it is simulated"
"""
UNSTATED = PLAN.replace('positive_is = "{stakes}"\n', "")

NATIONALITIES = (0.28, 0.20, 0.14, 0.10, 0.08, 0.06, 0.05, 0.04, 0.03, 0.02)
AGES = (0.35, 0.30, 0.22, 0.13)
SEXES = (0.6, 0.4)


@dataclass(frozen=True, kw_only=True)
class World:
    """Cells of people; all arrays have the shape (nationalities, sexes, ages).

    Attributes
    ----------
    share : ndarray
        Of all people, adding up to 1.
    base : ndarray
        Share with the condition.
    fpr, fnr : ndarray
        Error rates.
    """

    share: Array
    base: Array
    fpr: Array
    fnr: Array

    features = ("nationality", "sex", "age")

    def draw(self, rng: np.random.Generator, people: int) -> Array:
        """Return counts of (tp, fp, fn, tn) by cell, shape (..., 4)."""
        chances = np.stack(
            [
                self.base * (1 - self.fnr),
                (1 - self.base) * self.fpr,
                self.base * self.fnr,
                (1 - self.base) * (1 - self.fpr),
            ],
            axis=-1,
        )
        flat = (self.share[..., None] * chances).ravel()
        return rng.multinomial(people, flat / flat.sum()).reshape(chances.shape)


def world(
    *,
    nationalities: Sequence[float] = NATIONALITIES,
    base: float = 0.2,
    fpr: float = 0.12,
    fnr: float = 0.25,
) -> World:
    """Return a world in which everybody is treated alike."""
    share = np.multiply.outer(np.multiply.outer(nationalities, SEXES), AGES)
    share = share / share.sum()
    return World(
        share=share,
        base=np.full(share.shape, base),
        fpr=np.full(share.shape, fpr),
        fnr=np.full(share.shape, fnr),
    )


def by_nationality(values: Sequence[float], shape: tuple[int, ...]) -> Array:
    """Return one value a nationality, the same in all its cells."""
    return np.broadcast_to(np.asarray(values, float)[:, None, None], shape).copy()


def names(feature: str, size: int) -> list[str]:
    """Return the labels of a feature."""
    return [f"{feature[0]}{i:02d}" for i in range(size)]


def verdicts(
    counts: Array, *, stakes: str = "", features: Sequence[str] = World.features
) -> Mapping[str, Any]:
    """Return the verdicts of every leading question, intersections included, by question id.

    Parameters
    ----------
    stakes : str
        `adverse`, `favourable`, or empty where the plan does not say: then both error rates lead.
    """
    from audit.inference.verdict import decide
    from audit.runner import asking, findings

    plan, questions = planned(stakes, tuple(features))
    evidence = _evidence(counts, tuple(features))
    posed = []
    for question in questions:
        given = {name: evidence[payload] for name, payload in question.check.asks_for.items()}
        answer = asking.put(question, given)
        posed.append(findings.posed(question, answer, plan, {}))
    return decide(posed, ahead=False)


@cache
def planned(stakes: str, features: tuple[str, ...]) -> tuple[Any, tuple[Any, ...]]:
    """Return the plan, and its questions that can end beyond the limit on numbers."""
    from audit.check import Check
    from audit.kind import Kind
    from audit.plan_reader import parse
    from audit.registry import instances
    from audit.runner import planning

    plan = parse((PLAN if stakes else UNSTATED).format(features=list(features), stakes=stakes))
    questions = planning.questions(plan, instances(Check, "checks"), instances(Kind, "kinds"))
    return plan, tuple(q for q in questions if q.family and q.blocked is None)


def _evidence(counts: Array, features: tuple[str, ...]) -> Mapping[type, Any]:
    from audit.evidence import Evidence, Provenance
    from audit.measures.group_counts import GroupCounts
    from audit.measures.intersections import TIMES, Intersections

    single = {feature: {"all": dict(_groups(counts, (feature,)))} for feature in features}
    pairs = {
        a + TIMES + b: {"all": dict(_groups(counts, (a, b)))}
        for i, a in enumerate(features)
        for b in features[i + 1 :]
    }
    values = {
        GroupCounts: GroupCounts(features=single, rates={}),
        Intersections: Intersections(pairs=pairs, metric="false_positive_rate"),
    }
    return {
        payload: Evidence(
            id="simulated", part="all", value=value, provenance=Provenance(measure="", version=1)
        )
        for payload, value in values.items()
    }


def _groups(counts: Array, features: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    from audit.evidence import Confusion
    from audit.measures.intersections import TIMES

    axes = tuple(World.features.index(feature) for feature in features)
    others = tuple(i for i in range(len(World.features)) if i not in axes)
    table = counts.sum(axis=others)
    for cell in np.ndindex(*table.shape[:-1]):
        tp, fp, fn, tn = (float(v) for v in table[cell])
        labels = (names(f, s)[i] for f, s, i in zip(features, table.shape, cell, strict=False))
        yield TIMES.join(labels), Confusion(tp=tp, fp=fp, fn=fn, tn=tn)


def rows(counts: Array, features: Sequence[str] = World.features) -> Any:
    """Return the people of a draw, one a row, as an Arrow table."""
    import pyarrow as pa

    cells = np.array(list(np.ndindex(*counts.shape)))
    people = np.repeat(cells, counts.ravel(), axis=0)
    columns: dict[str, Any] = {
        feature: np.array(names(feature, counts.shape[World.features.index(feature)]))[
            people[:, World.features.index(feature)]
        ]
        for feature in features
    }
    outcome = people[:, -1]
    columns["y_true"] = np.isin(outcome, (0, 2)).astype("int8")
    columns["y_pred"] = np.isin(outcome, (0, 1)).astype("int8")
    return pa.table(columns)
