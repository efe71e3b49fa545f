"""How well the inputs tell which group a person belongs to: cross-validated AUC, one against rest.

An AUC of 0.5 is what guessing gives, 1 is certainty; it is the chance that of two people, one of
the group and one not, the inputs point to the right one (Hanley & McNeil 1982, Radiology 143:29).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.figure import Column, Figure, Line
from audit.measure import Measure, Public
from audit.measures import _rows
from audit.measures._bars import GROUP, PEOPLE, words
from audit.system import Part
from audit.vocabulary import FigureKind

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

SAMPLE = 4_000
FOLDS = 5
_TREES = 90
"""Trees a fold, shared out over the groups: many groups cost hardly more than few."""
_TELLING = 0.55
"""Below this AUC, which input reveals most is not asked: there is nothing to reveal."""
_MOST_CATEGORIES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAuc:
    """How well the inputs tell one group from everyone else."""

    group: str
    n: int
    """Rows of the group in the sample."""
    auc: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """What the inputs reveal of one sensitive feature.

    Attributes
    ----------
    auc : float or None
        Mean of the groups' AUC, weighted by their rows; None where fewer than two groups have
        enough rows.
    groups : tuple of GroupAuc
        Best told first.
    inputs : tuple of (str, float)
        Input, and by how much the weighted AUC drops when its values are shuffled among the
        people of the held-out fold; largest first.
    """

    rows: int
    auc: float | None
    groups: tuple[GroupAuc, ...]
    inputs: tuple[tuple[str, float], ...]

    def revealing(self, least: float = 0.01, most: int = 5) -> tuple[str, ...]:
        """Return the inputs without which the AUC drops by at least so much, largest first."""
        return tuple(name for name, drop in self.inputs if drop >= least)[:most]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxies:
    """What the inputs reveal of each sensitive feature."""

    features: Mapping[str, Proxy]


def make(part: Part) -> Proxies:
    """Draw rows and predict each sensitive feature from the inputs."""
    features = part.plan.roles.all("sensitive_features")
    inputs = [name for name in _rows.inputs_of(part) if name in part.frame.columns]
    keys = [_rows.KEY + feature for feature in features]
    table = part.frame.sample(SAMPLE, [*inputs, *keys], seed=part.audit.seed)
    return Proxies(
        features={feature: _proxy(table, feature, inputs, part.audit.seed) for feature in features}
    )


def _proxy(table: pa.Table, feature: str, inputs: Sequence[str], seed: int) -> Proxy:
    import numpy as np

    inputs = [name for name in inputs if name != feature]
    labels = _rows.groups(table, feature)
    names, sizes = np.unique(labels.astype(str), return_counts=True)
    large = [str(name) for name, n in zip(names, sizes, strict=True) if n >= _rows.JUDGED]
    if not inputs or not large or len(names) < 2:
        return Proxy(rows=table.num_rows, auc=None, groups=(), inputs=())
    # Groups too small to be told apart stay in, as part of everyone else.
    target = np.array([large.index(name) if name in large else len(large) for name in labels])
    matrix, categorical = _matrix(table, inputs)
    aucs, drops = _validated(matrix, categorical, target, len(large), seed)
    n = dict(zip(names.tolist(), sizes.tolist(), strict=True))
    told = [
        GroupAuc(group=name, n=n[name], auc=float(auc))
        for name, auc in zip(large, aucs, strict=True)
    ]
    weights = [group.n for group in told]
    return Proxy(
        rows=table.num_rows,
        auc=float(np.average(aucs, weights=weights)),
        groups=tuple(sorted(told, key=lambda g: (-g.auc, g.group))),
        inputs=tuple(
            sorted(
                (
                    (name, float(d))
                    for name, d in zip(inputs, drops @ weights / sum(weights), strict=True)
                ),
                key=lambda item: (-item[1], item[0]),
            )
        ),
    )


def _matrix(table: pa.Table, inputs: Sequence[str]) -> tuple[np.ndarray, list[bool]]:
    """Return the inputs as numbers: text as ranks of its categories by frequency."""
    import numpy as np
    import pyarrow as pa

    columns, categorical = [], []
    for name in inputs:
        column = table.column(name)
        if pa.types.is_temporal(column.type):
            column = column.cast(pa.timestamp("s"), safe=False).cast(pa.int64())
        text = not any(
            is_(column.type)
            for is_ in (pa.types.is_integer, pa.types.is_floating, pa.types.is_boolean)
        )
        categorical.append(text)
        if text:
            columns.append(_ranks(column.to_pylist()))
        else:
            columns.append(np.asarray(column.cast(pa.float64(), safe=False).to_numpy(), float))
    return np.column_stack(columns), categorical


def _ranks(values: Sequence[Any]) -> np.ndarray:
    from collections import Counter

    import numpy as np

    counts = Counter(v for v in values if v is not None)
    order = sorted(counts, key=lambda v: (-counts[v], str(v)))
    rank = {value: float(min(i, _MOST_CATEGORIES)) for i, value in enumerate(order)}
    return np.array([np.nan if v is None else rank[v] for v in values])


def _validated(
    matrix: np.ndarray, categorical: list[bool], target: np.ndarray, groups: int, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean AUC of each group over the folds, and its drop by input when shuffled.

    Returns
    -------
    aucs : ndarray, shape (n_groups,)
    drops : ndarray, shape (n_inputs, n_groups)
    """
    import warnings

    import numpy as np
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.model_selection import StratifiedKFold
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    rng = np.random.default_rng(seed)
    classes = len(np.unique(target))
    rounds = max(3, min(30, _TREES // (1 if classes == 2 else classes)))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed % 2**32)
    aucs = np.zeros((FOLDS, groups))
    drops = np.zeros((FOLDS, matrix.shape[1], groups))
    with (
        warnings.catch_warnings(),
        threadpool_limits(1),
    ):  # the order of additions must not depend on the machine
        # A pool of groups too small to be told apart may have fewer members than there are folds.
        warnings.simplefilter("ignore", UserWarning)
        for fold, (train, test) in enumerate(folds.split(matrix, target)):
            model = HistGradientBoostingClassifier(
                max_iter=rounds,
                learning_rate=0.15,
                max_leaf_nodes=12,
                min_samples_leaf=10,
                categorical_features=categorical,
                early_stopping=False,
                random_state=seed % 2**32,
            ).fit(matrix[train], target[train])
            aucs[fold] = _aucs(model, matrix[test], target[test], groups)
            if aucs[fold].mean() < _TELLING:
                continue
            for column in range(matrix.shape[1]):
                shuffled = matrix[test].copy()
                shuffled[:, column] = rng.permutation(shuffled[:, column])
                drops[fold, column] = aucs[fold] - _aucs(model, shuffled, target[test], groups)
    return aucs.mean(axis=0), drops.mean(axis=0)


def _aucs(model: Any, matrix: np.ndarray, target: np.ndarray, groups: int) -> np.ndarray:
    """Return each group's AUC against everyone else, from ranks with ties shared."""
    import numpy as np
    from scipy.stats import rankdata

    told = model.predict_proba(matrix)
    found = np.full(groups, 0.5)
    for group in range(groups):
        inside = target == group
        n, rest = int(inside.sum()), int((~inside).sum())
        if n and rest:
            ranks = rankdata(told[:, list(model.classes_).index(group)])
            found[group] = (ranks[inside].sum() - n * (n + 1) / 2) / (n * rest)
    return found


# ---------------------------------------------------------------------------------------------
# What may be shown


def figures(found: Proxies, public: Public) -> list[Figure]:
    """Draw the AUC of each group, one figure a sensitive feature."""
    return [
        figure
        for feature, proxy in found.features.items()
        for figure in _drawn(feature, proxy, public)
    ]


def _drawn(feature: str, proxy: Proxy, public: Public) -> list[Figure]:
    names = _rows.shown(feature, {g.group: g.n for g in proxy.groups}, public)
    shown = [group for group in proxy.groups if group.group in names]
    if not shown or proxy.auc is None:
        return []
    return [
        Figure(
            id="proxies-" + feature,
            kind=FigureKind.BARS,
            title=words("proxies_title", "How well the inputs tell {feature}", feature=feature),
            takeaway=words(
                "proxies_takeaway",
                "{group} is told best (AUC {auc:.2f}); 0.5 would be guessing.",
                group=names[shown[0].group],
                auc=shown[0].auc,
            ),
            columns=(
                Column(name="label", heading=GROUP),
                Column(name="n", heading=PEOPLE, unit="count"),
                Column(name="value", heading=words("heading_auc", "AUC"), unit="number"),
            ),
            rows=tuple((names[g.group], g.n, g.auc) for g in shown),
            lines=(Line(value=0.5, label=words("guessing", "guessing"), role="overall"),),
            note=words(
                "proxies_note",
                "Five-fold cross-validated, on {rows:count|row|rows} drawn at random; "
                "weighted mean {auc:.2f}.",
                rows=proxy.rows,
                auc=proxy.auc,
            ),
        )
    ]


def parameters(part: Part, found: Proxies) -> dict[str, Any]:
    """Return sample size, folds and seed."""
    rows = max((proxy.rows for proxy in found.features.values()), default=0)
    return {"rows": rows, "folds": FOLDS, "seed": part.audit.seed, "inputs": _rows.inputs_of(part)}


PROXIES = Measure(
    name="proxies",
    payload=Proxies,
    make=make,
    figures=figures,
    parameters=parameters,
    needs=("features", "sensitive_features"),
    tool="scikit-learn",
)
