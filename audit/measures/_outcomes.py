"""From counted cells to `Confusion`s: by group, weighted or not, clustered or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from audit.evidence import Confusion
from audit.system import Cells, Margin, Part

if TYPE_CHECKING:
    import numpy as np

Key = tuple[Any, ...]

# Rate to the cells that are its events, and those that are its denominator.
_RATES = {
    "selection_rate": (("tp", "fp", "pp"), ("tp", "fp", "fn", "tn", "pp", "pn")),
    "base_rate": (("tp", "fn"), ("tp", "fp", "fn", "tn")),
    "false_positive_rate": (("fp",), ("fp", "tn")),
    "false_negative_rate": (("fn",), ("fn", "tp")),
    "precision": (("tp",), ("tp", "fp")),
}
_CELLS = ("tp", "fp", "fn", "tn", "pp", "pn")


def cluster_column(part: Part) -> str | None:
    """Return the column whose equal values belong together, if rows are not one a person.

    The role `cluster` where it is filled; else an identifier that repeats.
    """
    named = part.plan.roles.one("cluster")
    if named:
        return named
    identifier = part.plan.roles.one("identifiers")
    if identifier and part.frame.distinct(identifier) < part.frame.rows:
        return identifier
    return None


def outcome_margins(part: Part, keys: Sequence[Key]) -> list[Margin]:
    """Return a margin for each tuple of keys and each sample, with outcomes, weights and clusters."""
    roles = part.plan.roles
    outcomes = tuple(role for role in ("y_true", "y_pred") if roles.one(role))
    weight = roles.one("sample_weight")
    cluster = cluster_column(part)
    return [
        Margin(
            (*key, *((cluster,) if cluster else ()), *outcomes),
            sample=sample,
            sums=(weight, f"{weight}*{weight}") if weight else (),
        )
        for key in keys
        for sample in part.samples
    ]


def confusions(part: Part, cells: Cells, by: int) -> dict[Key, Confusion]:
    """Turn cells into `Confusion`s by their first `by` keys.

    Parameters
    ----------
    cells : Cells
        Of a margin that `outcome_margins` asked for.
    by : int
        Number of keys in front of cluster and outcomes.
    """
    import numpy as np

    clustered = cluster_column(part) is not None
    names = _cell_names(cells, by + clustered)
    weighted = bool(cells.sums)
    weights = next((cells.sums[s] for s in cells.sums if "*" not in s), cells.n)
    groups: dict[Key, list[int]] = {}
    for i, name in enumerate(names):
        if name is not None:
            key = tuple(cells.labels[k][cells.codes[i, k]] for k in range(by))
            groups.setdefault(key, []).append(i)
    found = {}
    for key, rows in sorted(groups.items(), key=lambda item: str(item[0])):
        here = np.array(rows)
        table = _table([str(names[i]) for i in rows], weights[here])
        effective: dict[str, tuple[float, int | None]] = {}
        if clustered:
            effective = dict(_clustered(cells, here, names, weights, by))
        elif weighted:
            effective = dict(_weighted(cells, here, names, weights))
        found[key] = Confusion(
            **{name: n if weighted else int(n) for name, n in table.items()}, effective=effective
        )
    return found


def _cell_names(cells: Cells, start: int) -> list[str | None]:
    outcomes = cells.keys[start:]
    names = []
    for code in cells.codes:
        known = {role: cells.labels[start + k][code[start + k]] for k, role in enumerate(outcomes)}
        names.append(_cell_name(known.get("y_true"), known.get("y_pred")))
    return names


def _cell_name(y_true: int | None, y_pred: int | None) -> str | None:
    if y_pred is None:
        return None
    if y_true is None:
        return "pp" if y_pred else "pn"
    return ("tp" if y_pred else "fn") if y_true else ("fp" if y_pred else "tn")


def _table(names: Sequence[str], weights: np.ndarray) -> dict[str, float]:
    table: dict[str, float] = {}
    for name, n in zip(names, weights.tolist(), strict=True):
        table[name] = table.get(name, 0) + n
    return table


def _by_cell(names: Sequence[str | None], here: np.ndarray, values: np.ndarray) -> dict[str, float]:
    sums = dict.fromkeys(_CELLS, 0.0)
    for i, value in zip(here.tolist(), values[here].tolist(), strict=True):
        sums[str(names[i])] += value
    return sums


def _weighted(
    cells: Cells, here: np.ndarray, names: Sequence[str | None], weights: np.ndarray
) -> Iterator[tuple[str, tuple[float, None]]]:
    """Yield each rate's effective people from sums of weights, of their squares, and rows."""
    from audit.inference.clusters import weighted_people

    squares = next(cells.sums[s] for s in cells.sums if "*" in s)
    w, w2, n = (_by_cell(names, here, values) for values in (weights, squares, cells.n))
    for rate, (events, people) in _RATES.items():
        others = [cell for cell in people if cell not in events]
        yield (
            rate,
            (
                weighted_people(
                    (sum(w[c] for c in events), sum(w2[c] for c in events)),
                    (sum(w[c] for c in others), sum(w2[c] for c in others)),
                    sum(n[c] for c in people),
                ),
                None,
            ),
        )


def _clustered(
    cells: Cells, here: np.ndarray, names: Sequence[str | None], weights: np.ndarray, by: int
) -> Iterator[tuple[str, tuple[float, int]]]:
    """Yield each rate's effective people and clusters; rows without a cluster are one together."""
    import numpy as np

    from audit.inference.clusters import effective_people

    _, position = np.unique(cells.codes[here, by], return_inverse=True)
    by_cell = {
        name: np.bincount(
            position, weights=np.where([names[i] == name for i in here], weights[here], 0.0)
        )
        for name in _CELLS
    }
    rows = _by_cell(names, here, cells.n)

    def added(wanted: Sequence[str]) -> np.ndarray:
        total: np.ndarray = np.sum([by_cell[name] for name in wanted], axis=0)
        return total

    for rate, (events, people) in _RATES.items():
        behind = sum(rows[c] for c in people)
        yield rate, effective_people(added(events), added(people), behind)
