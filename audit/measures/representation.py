"""Shares of groups among the people in the data, beside a reference population."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.errors import InputError, PlanError
from audit.evidence import Rate
from audit.figure import Column, Figure
from audit.measure import Measure, Public, Tables
from audit.measures._bars import GROUP, HIGH, LOW, PEOPLE, words
from audit.measures._outcomes import cluster_column, weights_of
from audit.plan import label
from audit.system import Cells, Margin, Part
from audit.vocabulary import ALL, NOT_RECORDED, FigureKind

if TYPE_CHECKING:
    import numpy as np

SUM_TOLERANCE = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One group's share of the people in the data.

    Attributes
    ----------
    group : str
    counted : Rate
        People of the group, of all people whose group is recorded; where rows are weighted, the people
        they stand for.
    reference : float or None
        Share of the reference population, a fraction; None where it has no such group.
    low, high : float
        Exact 95 % limits of the share in the data, simultaneous over the groups by Šidák.
    inner_low, inner_high : float
        Exact one-sided 95 % limits, each by itself: what "within the limits" is decided on.
    rows : int or None
        Rows of the group, where they are weighted.
    """

    group: str
    counted: Rate
    reference: float | None
    low: float
    high: float
    inner_low: float
    inner_high: float
    rows: int | None = None

    @property
    def seen(self) -> float:
        """People of the group who are in the data themselves."""
        return self.counted.events if self.rows is None else self.rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Representation:
    """Shares by sensitive feature, for the features the reference population is given for."""

    features: Mapping[str, tuple[Share, ...]]
    not_recorded: Mapping[str, int]
    """Feature to people whose group is not recorded; they are in no share."""


def margins(part: Part) -> Sequence[Margin]:
    """Ask for people, by group of each feature the reference is given for."""
    reference, cluster = read_reference(part), cluster_column(part)
    return [
        Margin((f, *((cluster,) if cluster else ())), sums=weights_of(part, ALL))
        for f in part.plan.roles.all("sensitive_features")
        if f in reference
    ]


def make(part: Part, tables: Tables) -> Representation:
    """Set the counted shares beside the reference."""
    reference = read_reference(part)
    features, not_recorded = {}, {}
    for cells in tables:
        feature = cells.keys[0]
        groups = [
            None if label in (None, NOT_RECORDED) else str(label) for label in cells.labels[0]
        ]
        lost = [groups[code] is None for code in cells.codes[:, 0].tolist()]
        not_recorded[feature] = int(cells.n[lost].sum())
        features[feature] = _shares(cells, groups, reference[feature])
    return Representation(features=features, not_recorded=not_recorded)


def _shares(
    cells: Cells, labels: Sequence[str | None], reference: Mapping[str, float]
) -> tuple[Share, ...]:
    import numpy as np

    from audit.inference.proportions import clopper_pearson

    kept = np.array([label is not None for label in labels])[cells.codes[:, 0]]
    names = [str(labels[code]) for code in cells.codes[kept, 0].tolist()]
    rows = cells.n[kept].astype(float)
    sums = [values[kept] for values in cells.sums.values()]
    weights, squares = sums or (rows, rows)
    if rows.sum() == 0 or weights.sum() <= 0:
        return ()
    groups = [*reference, *dict.fromkeys(name for name in names if name not in reference)]
    clusters = cells.codes[kept, 1] if len(cells.keys) > 1 else None
    counted, seen = [], []
    for group in groups:
        own = np.array([name == group for name in names], dtype=bool)
        counted.append(_rate(own, weights, squares, rows, clusters, weighted=bool(sums)))
        seen.append(int(rows[own].sum()))
    worth = np.array([c.n if c.effective_n is None else c.effective_n for c in counted], float)
    x = np.array([c.value or 0.0 for c in counted], float) * worth
    low, high = clopper_pearson(x, worth, 1 - 0.95 ** (1 / len(groups)))
    inner_low, inner_high = clopper_pearson(x, worth, 0.10)
    return tuple(
        Share(
            group=group,
            counted=counted[i],
            reference=reference.get(group),
            low=float(low[i]),
            high=float(high[i]),
            inner_low=float(inner_low[i]),
            inner_high=float(inner_high[i]),
            rows=seen[i] if sums else None,
        )
        for i, group in enumerate(groups)
    )


def _rate(
    own: np.ndarray,
    weights: np.ndarray,
    squares: np.ndarray,
    rows: np.ndarray,
    clusters: np.ndarray | None,
    *,
    weighted: bool,
) -> Rate:
    """Return the share of a group, with what it is worth where rows are weighted or belong together."""
    import numpy as np

    from audit.inference.clusters import effective_people, weighted_people

    events, people = float(weights[own].sum()), float(weights.sum())
    if clusters is not None:
        _, at = np.unique(clusters, return_inverse=True)
        by_cluster = np.bincount(at, np.where(own, weights, 0.0)), np.bincount(at, weights)
        return Rate(events, people, *effective_people(*by_cluster, float(rows.sum())))
    if not weighted:
        return Rate(int(events), int(people))
    others = (float(weights[~own].sum()), float(squares[~own].sum()))
    # Nobody of a group in the table: no weight of theirs is known, and everybody's stands for it.
    typical = float(squares.sum()) / people
    worth = weighted_people(
        (events, float(squares[own].sum())), others, float(rows.sum()), (typical, typical)
    )
    return Rate(events, people, worth)


def read_reference(part: Part) -> dict[str, dict[str, float]]:
    """Return the reference shares of the plan: feature to group to share.

    Raises
    ------
    InputError
        If the file cannot be read (`reference-unreadable`) or lacks a column (`reference-columns`).
    PlanError
        If shares are negative or do not add up to 1 (`reference-shares`).
    """
    given = part.plan.data.reference
    if isinstance(given, str):
        given = _from_file(part, given) if given else {}
    for feature, shares in given.items():
        total = sum(shares.values())
        if min(shares.values(), default=0) < 0 or round(abs(total - 1), 9) > SUM_TOLERANCE:
            raise PlanError(
                f"the reference shares of '{feature}' add up to {total:.4g}, and must be fractions that add up to 1",
                slug="reference-shares",
                hint="divide percentages by 100, and give every group of the population",
            )
    return {
        feature: {label(g): float(s) for g, s in shares.items()}
        for feature, shares in given.items()
    }


def _from_file(part: Part, name: str) -> dict[str, dict[str, float]]:
    path = part.audit.path(name)
    rows = _rows(path.suffix.lower(), str(path), path.name)
    found: dict[str, dict[str, float]] = {}
    for number, row in enumerate(rows, 1):
        try:
            share = float(row["share"])
        except (TypeError, ValueError):
            raise InputError(
                f"{path.name}: row {number} has no number in 'share'", slug="reference-shares"
            ) from None
        found.setdefault(label(row["feature"]), {})[label(row["group"])] = share
    return found


def _rows(suffix: str, path: str, name: str) -> list[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.csv as pa_csv
    import pyarrow.parquet as pq

    wanted = ("feature", "group", "share")
    try:
        if suffix in (".parquet", ".pq"):
            table = pq.read_table(path)
        else:
            # As text, so that Namibia's code stays "NA" and a code 007 keeps its zeros.
            types = {column: pa.string() for column in wanted}
            table = pa_csv.read_csv(path, convert_options=pa_csv.ConvertOptions(column_types=types))
    except (OSError, pa.ArrowInvalid) as problem:
        raise InputError(
            f"the reference population {name} cannot be read ({type(problem).__name__})",
            slug="reference-unreadable",
            hint="[data] reference takes a CSV or Parquet file with columns feature, group, share",
        ) from None
    lacking = [column for column in wanted if column not in table.column_names]
    if lacking:
        raise InputError(
            f"{name} has no column '{lacking[0]}'; a reference population has feature, group and share",
            slug="reference-columns",
        )
    rows: list[dict[str, Any]] = table.select(list(wanted)).to_pylist()
    return rows


def figures(found: Representation, public: Public) -> Sequence[Figure]:
    """Draw the counted share of each group with the reference as a tick."""
    return [_figure(f, shares, public) for f, shares in found.features.items() if shares]


def _figure(feature: str, shares: Sequence[Share], public: Public) -> Figure:
    # A group nobody in the data belongs to is named by the reference, not by a person.
    names = public.groups(feature, [s.group for s in shares if s.seen > 0])
    named = [s for s in shares if names.get(s.group, s.group) == s.group]
    shown = [s for s in named if s.seen == 0 or s.seen >= public.min_cell]
    return Figure(
        id=f"representation-{feature}",
        kind=FigureKind.INTERVAL,
        title=words(
            "representation_title",
            "Share of each group in the data and in the population, by {feature}",
            feature=feature,
        ),
        takeaway=words(
            "representation_takeaway",
            "The tick is the share in the reference population; groups too small to be named are left out.",
        ),
        columns=(
            Column(name="label", heading=GROUP),
            Column(name="n", heading=PEOPLE, unit="count"),
            Column(
                name="value", heading=words("heading_in_data", "Share in the data"), unit="rate"
            ),
            Column(name="low", heading=LOW, unit="rate"),
            Column(name="high", heading=HIGH, unit="rate"),
            Column(
                name="limit", heading=words("heading_reference", "Reference share"), unit="rate"
            ),
        ),
        rows=tuple(
            (s.group, round(s.seen), s.counted.value, s.low, s.high, s.reference) for s in shown
        ),
    )


REPRESENTATION = Measure(
    name="representation",
    payload=Representation,
    margins=margins,
    make=make,
    figures=figures,
    needs=("sensitive_features", "data.reference"),
    version=2,
)
