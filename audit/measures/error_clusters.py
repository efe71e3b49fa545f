"""Clusters of people who are alike in a few inputs and served worse, found without protected attributes.

The search sees one half of a sample, by a hash of the row number (of the person, where rows repeat);
the other half, which the search never saw, says what is there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from audit.evidence import Rate
from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public
from audit.measures import _rows, _rules
from audit.measures._bars import words
from audit.measures._outcomes import cluster_column
from audit.measures._recorded import recorded
from audit.plan import guess_ground
from audit.system import ROW, Part
from audit.text import plain
from audit.vocabulary import ALL, RANDOM_ARM, FigureKind, Ground, PositiveIs

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

SAMPLE = 40_000
"""Rows drawn at most."""
MOST = 5
"""Rules that are put to the other half."""

_TRUTH = ("FA201", "FA202")
_NO_INPUTS = (
    "y_true", "y_pred", "y_score", "rank", "pool", "human_decision", "reviewer", "seconds", "reason",
    "appeal", "random_arm", "sample_weight", "selection_probability", "text", "identifiers", "cluster",
    "birth_date", "time",
)  # fmt: skip
"""Roles whose columns are never searched."""

DRAWN = 1
"""Clusters of a search, worst first, whose groups are drawn; the finding lists them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """People for whom one rule holds.

    Attributes
    ----------
    searched : Rate
        Events in the half in which the rule was found.
    inside, outside : Rate
        Events in the other half: where the rule holds, and everywhere else.
    spread : mapping
        Sensitive feature to group to (rows inside, rows of the group in the sample).
    """

    rule: str
    searched: Rate
    inside: Rate
    outside: Rate
    spread: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One search: for one leading rate on one sample.

    Attributes
    ----------
    rows : int
        Rows drawn.
    searched, confirmed : float
        People on whom the error could be made, in each half.
    unknown : int
        Rows drawn that lack the truth the rate rests on.
    inputs : tuple of str
        Columns that a rule could have named.
    clusters : tuple of Cluster
        Rules with a higher rate in the half searched, furthest out first.
    """

    rows: int
    searched: float
    confirmed: float
    unknown: int
    inputs: tuple[str, ...]
    clusters: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorClusters:
    """What was found, by leading question and sample: `FA201/all`."""

    searches: Mapping[str, Search]

    def search(self, lead: str, sample: str) -> Search | None:
        """Return the search for a leading rate on a sample."""
        return self.searches.get(f"{lead}/{sample}")


def make(part: Part) -> ErrorClusters:
    """Draw rows, and search for each rate that can lead."""
    roles = part.plan.roles
    truth = bool(roles.one("y_true"))
    drawn = RANDOM_ARM if RANDOM_ARM in part.samples else ALL
    asked: dict[str, tuple[str, ...]] = {ALL: ("FA101",)}
    if truth:
        asked[drawn] = (*asked.get(drawn, ()), *_TRUTH)
    searches = {}
    for sample, leads in asked.items():
        rows = _Drawn.of(part, sample)
        for lead in leads:
            searches[f"{lead}/{sample}"] = rows.search(lead)
    return ErrorClusters(searches=searches)


def searchable(part: Part) -> tuple[str, ...]:
    """Return the inputs that may stand in a rule: none that is, or is named after, a protected one."""
    roles = part.plan.roles
    barred = {column for role in _NO_INPUTS for column in roles.all(role)}
    barred |= set(roles.all("sensitive_features"))
    grounds = {feature.ground for feature in roles.sensitive} - {Ground.OTHER}
    return tuple(
        name
        for name in dict.fromkeys((*part.plan.model.features, *roles.all("features")))
        if name in part.frame.columns
        and name not in barred
        and guess_ground(name) not in grounds
        and part.frame.columns[name] != "date"
    )


@dataclass(frozen=True)
class _Drawn:
    """Rows of one sample, ready for every search.

    Attributes
    ----------
    first : ndarray of bool, shape (n_rows,)
        Whether a row is in the half that is searched.
    person : ndarray of int, shape (n_rows,), optional
        Which rows belong together.
    """

    part: Part
    table: pa.Table
    inputs: _rules.Inputs
    named: tuple[str, ...]
    first: np.ndarray
    weight: np.ndarray
    weighted: bool
    person: np.ndarray | None

    @classmethod
    def of(cls, part: Part, sample: str) -> _Drawn:
        import numpy as np
        import pyarrow as pa

        roles = part.plan.roles
        names = searchable(part)
        cluster = cluster_column(part)
        weights = [name for name in (roles.one("sample_weight"),) if name]
        chance = roles.one("selection_probability") if sample == RANDOM_ARM else None
        outcomes = [f"key:{r}" for r in ("y_true", "y_pred") if roles.one(r)]
        groups = [_rows.KEY + feature for feature in roles.all("sensitive_features")]
        wanted = [*names, *weights, *([chance] if chance else []), *outcomes, *groups]
        wanted += [f"key:{cluster}"] if cluster else []
        table = part.frame.sample(
            SAMPLE, list(dict.fromkeys(wanted)), seed=part.audit.seed, sample=sample
        )
        known = pa.table({name: recorded(part, table, name) for name in names}) if names else table
        weight = np.ones(table.num_rows)
        for name in weights:
            weight = weight * _numbers(table, name)
        if chance:
            weight = weight / _numbers(table, chance)
        person = None
        units = [str(row) for row in table.column(ROW).to_pylist()]
        if cluster:
            units = [str(value) for value in table.column(f"key:{cluster}").to_pylist()]
            _, person = np.unique(units, return_inverse=True)
        return cls(
            part=part,
            table=table,
            inputs=_rules.inputs(known, names, max(_rules.FEWEST, part.audit.report.min_cell)),
            named=names,
            first=np.array([_half(unit, part.audit.seed) for unit in units], bool),
            weight=np.nan_to_num(weight, nan=0.0, posinf=0.0),
            weighted=bool(weights or chance),
            person=person,
        )

    def search(self, lead: str) -> Search:
        """Search one half for a leading rate, and count the other."""
        import numpy as np

        about, event, unknown = self._asked(lead)
        here, there = about & self.first, about & ~self.first
        rows = np.flatnonzero(here)
        within = _rules.Inputs(self.inputs.matrix[rows], self.inputs.names, self.inputs.gaps)
        found = _rules.search(
            within, event[rows].astype(float), self.weight[rows], self.part.audit.seed
        )
        ranked = sorted(
            (
                (-_excess(event[rows], self.weight[rows], inside), str(rule), rule)
                for rule, inside in found
            ),
            key=lambda item: item[:2],
        )
        clusters: list[Cluster] = []
        taken: list[np.ndarray] = []
        for excess, _, rule in ranked:
            inside = self.inputs.holds(rule)
            if -excess <= 0 or len(clusters) == MOST or _overlaps(inside & here, taken):
                continue
            taken.append(inside & here)
            clusters.append(self._cluster(rule, inside, event, here, there))
        return Search(
            rows=self.table.num_rows,
            searched=float(here.sum()),
            confirmed=float(there.sum()),
            unknown=unknown,
            inputs=self.named,
            clusters=tuple(clusters),
        )

    def _asked(self, lead: str) -> tuple[np.ndarray, np.ndarray, int]:
        """Return on whom the error could be made, who met it, and the rows without a truth."""
        decided, was = self._known("y_pred"), self._known("y_true")
        there = decided >= 0
        if lead == "FA201":
            return there & (was == 0), decided == 1, int((there & (was < 0)).sum())
        if lead == "FA202":
            return there & (was == 1), decided == 0, int((there & (was < 0)).sum())
        helps = self.part.plan.roles.positive_is is PositiveIs.FAVOURABLE
        return there, decided == (0 if helps else 1), 0

    def _known(self, role: str) -> np.ndarray:
        """Return 1, 0, or -1 where it is not recorded."""
        import numpy as np

        if not self.part.plan.roles.one(role):
            return np.full(self.table.num_rows, -1)
        column = self.table.column(f"key:{role}").fill_null(-1)
        return np.asarray(column.to_numpy(), int)

    def _cluster(
        self,
        rule: _rules.Rule,
        inside: np.ndarray,
        event: np.ndarray,
        here: np.ndarray,
        there: np.ndarray,
    ) -> Cluster:
        return Cluster(
            rule=str(rule),
            searched=self._rate(inside & here, event, here | there),
            inside=self._rate(inside & there, event, here | there),
            outside=self._rate(~inside & there, event, here | there),
            spread=self._spread(inside),
        )

    def _rate(self, which: np.ndarray, event: np.ndarray, about: np.ndarray) -> Rate:
        import numpy as np

        from audit.inference.clusters import effective_people, weighted_people

        weight, met = self.weight[which], event[which]
        events, n = float(weight[met].sum()), float(weight.sum())
        if self.person is not None:
            _, at = np.unique(self.person[which], return_inverse=True)
            most = int(at.max()) + 1 if len(at) else 0
            own = np.bincount(at, weights=weight * met, minlength=most)
            people = np.bincount(at, weights=weight, minlength=most)
            return Rate(events, n, *effective_people(own, people, float(which.sum())))
        if self.weighted:
            squares = weight**2
            worth = weighted_people(
                (events, float(squares[met].sum())),
                (n - events, float(squares[~met].sum())),
                float(which.sum()),
                (_typical(self.weight[about & event]), _typical(self.weight[about & ~event])),
            )
            return Rate(events, n, worth)
        return Rate(events, n)

    def _spread(self, inside: np.ndarray) -> dict[str, dict[str, tuple[int, int]]]:
        import numpy as np

        spread: dict[str, dict[str, tuple[int, int]]] = {}
        for feature in self.part.plan.roles.all("sensitive_features"):
            labels = _rows.groups(self.table, feature).astype(str)
            names, at = np.unique(labels, return_inverse=True)
            own = np.bincount(at, weights=inside, minlength=len(names))
            all_of = np.bincount(at, minlength=len(names))
            spread[feature] = {
                str(name): (int(a), int(n)) for name, a, n in zip(names, own, all_of, strict=True)
            }
        return spread


def _numbers(table: pa.Table, name: str) -> np.ndarray:
    import numpy as np

    values = table.column(name).cast("float64", safe=False)
    return np.asarray(values.to_numpy(), float)


def _typical(weight: np.ndarray) -> float:
    """Return the weight that the average unit of weight stands in; 0 where there is none."""
    total = float(weight.sum())
    return float((weight**2).sum()) / total if total > 0 else 0.0


def _half(unit: str, seed: int) -> bool:
    return hashlib.sha256(f"half {seed} {unit}".encode()).digest()[0] < 128


def _excess(event: np.ndarray, weight: np.ndarray, inside: np.ndarray) -> float:
    """Return how many standard errors the rate inside lies above that outside."""
    w1, w0 = weight[inside], weight[~inside]
    if not w1.sum() or not w0.sum():
        return 0.0
    p1, p0 = (
        float((w * e).sum() / w.sum()) for w, e in ((w1, event[inside]), (w0, event[~inside]))
    )
    n1, n0 = (float(w.sum() ** 2 / (w**2).sum()) for w in (w1, w0))
    spread = (p1 * (1 - p1) + 1 / n1) / n1 + (p0 * (1 - p0) + 1 / n0) / n0
    return float((p1 - p0) / spread**0.5)


def _overlaps(inside: np.ndarray, taken: Sequence[np.ndarray]) -> bool:
    """Return whether a cluster, or one that was taken, lies for more than half in the other."""
    return any(
        2 * int((inside & other).sum()) > min(int(inside.sum()), int(other.sum()))
        for other in taken
    )


# ---------------------------------------------------------------------------------------------
# What may be shown


def figures(found: ErrorClusters, public: Public) -> list[Figure]:
    """Draw how much of each group is in the worst clusters: told afterwards, never searched by."""
    drawn = []
    for name, search in found.searches.items():
        worst = sorted(enumerate(search.clusters, 1), key=lambda each: -_confirmed(each[1]))
        for number, cluster in worst[:DRAWN]:
            for feature, groups in cluster.spread.items():
                rows = _shares(feature, groups, public)
                if rows:
                    id = f"cluster-{name.replace('/', '-')}-{number}-{feature}"
                    drawn.append(_figure(id, cluster.rule, feature, rows))
    return drawn


def _confirmed(cluster: Cluster) -> float:
    """Return how much higher the rate is inside, on the half that confirms."""
    inside, outside = cluster.inside.value, cluster.outside.value
    return -1.0 if inside is None or outside is None else inside - outside


def _shares(
    feature: str, groups: Mapping[str, tuple[int, int]], public: Public
) -> tuple[tuple[Cell, ...], ...]:
    """Return the share of each group inside, without those whose few people would be told."""
    names = public.groups(feature, groups)
    fewest = public.min_cell
    shown = {
        g for g, (own, n) in groups.items() if names[g] == g and own >= fewest and n - own >= fewest
    }
    while shown:
        hidden = [groups[g] for g in groups if g not in shown]
        inside, outside = sum(own for own, _ in hidden), sum(n - own for own, n in hidden)
        if not hidden or (len(hidden) > 1 and min(inside, outside) >= fewest):
            break
        shown.remove(min(shown, key=lambda g: (groups[g][0], g)))
    if len(shown) < 2:
        return ()
    rows = [(g, groups[g][0] / groups[g][1]) for g in shown]
    return tuple(sorted(rows, key=lambda row: (-row[1], row[0])))


def _figure(id: str, rule: str, feature: str, rows: tuple[tuple[Cell, ...], ...]) -> Figure:
    return Figure(
        id=id,
        kind=FigureKind.BARS,
        title=words(
            "cluster_title",
            "How much of each group is in the cluster “{rule}”, by {feature}",
            rule=rule,
            feature=feature,
        ),
        takeaway=words(
            "cluster_takeaway",
            "The search saw no protected attribute; this is told afterwards and decides nothing.",
        ),
        columns=(
            Column(name="label", heading=plain(feature)),
            Column(
                name="value",
                heading=words("heading_in_cluster", "Share in the cluster"),
                unit="rate",
            ),
        ),
        rows=rows,
    )


def parameters(part: Part, found: ErrorClusters) -> dict[str, Any]:
    """Return sample size, halves, depth and the inputs searched."""
    return {
        "rows": max((search.rows for search in found.searches.values()), default=0),
        "of": part.frame.rows,
        "depth": _rules.DEPTH,
        "seed": part.audit.seed,
        "inputs": searchable(part),
    }


ERROR_CLUSTERS = Measure(
    name="error_clusters",
    payload=ErrorClusters,
    make=make,
    figures=figures,
    parameters=parameters,
    needs=("y_pred", "features"),
    tool="scikit-learn",
)
