"""From counted cells to `Confusion`s: by group, weighted or not, clustered or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from audit.evidence import Confusion
from audit.system import Cells, Margin, Part
from audit.vocabulary import RANDOM_ARM

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
    cluster = cluster_column(part)
    outcomes = _outcomes(part)
    return [
        Margin(
            (*key, *((cluster,) if cluster else strata_of(part, sample)), *outcomes),
            sample=sample,
            sums=weights_of(part, sample),
        )
        for key in keys
        for sample in part.samples
    ]


def _outcomes(part: Part) -> tuple[str, ...]:
    return tuple(role for role in ("y_true", "y_pred") if part.plan.roles.one(role))


def weights_of(part: Part, sample: str) -> tuple[str, ...]:
    """Return what to add up for a weighted count and for its variance; nothing where rows count one.

    In a sample drawn with known chances each row stands for 1/p.
    """
    roles = part.plan.roles
    chance = roles.one("selection_probability") if sample == RANDOM_ARM else None
    factors = [*roles.all("sample_weight")[:1], *([f"1/{chance}"] if chance else [])]
    return ("*".join(factors), "*".join(factors * 2)) if factors else ()


def strata_of(part: Part, sample: str) -> tuple[str, ...]:
    """Return the column of the strata that a sample with known chances was drawn in, if any."""
    roles = part.plan.roles
    drawn = sample == RANDOM_ARM and roles.one("selection_probability")
    return roles.all("selection_stratum")[:1] if drawn else ()


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
    stratified = len(cells.keys) - by - len(_outcomes(part)) - clustered > 0
    names = _cell_names(cells, by + clustered + stratified)
    weighted = bool(cells.sums)
    drawn = any("1/" in name for name in cells.sums)
    cells = replace(cells, sums={name: _steady(values) for name, values in cells.sums.items()})
    weights = next(iter(cells.sums.values()), cells.n)
    strata = _strata(cells, names, by if stratified else None)
    typical = _typical(cells, names) if weighted else {}
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
        elif drawn:
            effective = dict(_drawn(cells, here, names, strata, typical))
        elif weighted:
            effective = dict(_weighted(cells, here, names, weights, typical))
        people: dict[str, Any] = {k: n if weighted else int(n) for k, n in table.items()}
        counted = Confusion(**people)
        read = _rows(cells, here, names) if drawn else {}
        found[key] = replace(counted, effective=effective, rows=read)
    if clustered and set(cells.keys[:by]) <= set(part.plan.roles.all("sensitive_features")):
        return _sharing_clusters(part, found, cells, names, weights, by)
    return found


def _sharing_clusters(
    part: Part,
    found: dict[Key, Confusion],
    cells: Cells,
    names: Sequence[str | None],
    weights: np.ndarray,
    by: int,
) -> dict[Key, Confusion]:
    """Add what comparisons are worth where a cluster holds people of several groups."""
    import numpy as np

    from audit.measures._sharing import joint_factors, reference_of

    here = np.array([i for i, name in enumerate(names) if name is not None], dtype=np.int64)
    cell = np.array([str(names[i]) for i in here])
    keys = [tuple(cells.labels[k][cells.codes[i, k]] for k in range(by)) for i in here.tolist()]
    counted = {
        rate: tuple(
            np.where(np.isin(cell, wanted), weights[here], 0.0) for wanted in (events, people)
        )
        for rate, (events, people) in _RATES.items()
    }
    reference = reference_of(part, cells.keys[0]) if by == 1 else ""
    joint = joint_factors(keys, cells.codes[here, by], counted, reference)
    return {key: replace(c, joint=joint.get(key, {})) for key, c in found.items()}


def _steady(sums: np.ndarray) -> np.ndarray:
    """Return sums to twelve digits: engines add in different orders, and must find the same."""
    import numpy as np

    return np.array([float(f"{value:.12g}") for value in sums.tolist()])


def _rows(cells: Cells, here: np.ndarray, names: Sequence[str | None]) -> dict[str, float]:
    n = _by_cell(names, here, cells.n)
    return {rate: sum(n[c] for c in people) for rate, (_, people) in _RATES.items()}


def _typical(cells: Cells, names: Sequence[str | None]) -> dict[str, tuple[float, float]]:
    """Return the weight of people with and without the event of each rate, in the whole table.

    That of everybody in the table, where it holds nobody of a side.
    """
    import numpy as np

    everywhere = np.array([i for i, name in enumerate(names) if name is not None], dtype=np.int64)
    w, w2 = (_by_cell(names, everywhere, values) for values in list(cells.sums.values())[:2])

    def of(wanted: Sequence[str]) -> float:
        total = sum(w[c] for c in wanted)
        return sum(w2[c] for c in wanted) / total if total > 0 else 0.0

    return {
        rate: (
            of(events) or of(_CELLS),
            of([c for c in people if c not in events]) or of(_CELLS),
        )
        for rate, (events, people) in _RATES.items()
    }


def _strata(
    cells: Cells, names: Sequence[str | None], place: int | None
) -> tuple[np.ndarray, np.ndarray]:
    """Return the stratum of each cell, and the people drawn in each stratum over all groups."""
    import numpy as np

    codes = np.zeros(len(names), np.int64) if place is None else cells.codes[:, place]
    decided = np.array([name is not None for name in names], bool)
    return codes, np.bincount(codes[decided], weights=cells.n[decided])


def _drawn(
    cells: Cells,
    here: np.ndarray,
    names: Sequence[str | None],
    strata: tuple[np.ndarray, np.ndarray],
    typical: Mapping[str, tuple[float, float]],
) -> Iterator[tuple[str, tuple[float, None]]]:
    """Yield what each rate of people drawn with known chances is worth."""
    import numpy as np

    from audit.inference.selection import drawn_people

    codes, drawn = strata
    weights, squares = cells.sums.values()
    cell = np.array([str(names[i]) for i in here])

    def added(wanted: Sequence[str], values: np.ndarray) -> np.ndarray:
        inside = here[np.isin(cell, wanted)]
        return np.bincount(codes[inside], weights=values[inside], minlength=len(drawn))

    for rate, (events, people) in _RATES.items():
        others = [c for c in people if c not in events]
        worth = drawn_people(
            (added(events, weights), added(events, squares)),
            (added(others, weights), added(others, squares)),
            drawn,
            float(added(people, cells.n).sum()),
            typical[rate],
        )
        yield rate, (worth, None)


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
    cells: Cells,
    here: np.ndarray,
    names: Sequence[str | None],
    weights: np.ndarray,
    typical: Mapping[str, tuple[float, float]],
) -> Iterator[tuple[str, tuple[float, None]]]:
    """Yield each rate's effective people from sums of weights, of their squares, and rows."""
    from audit.inference.clusters import weighted_people

    squares = list(cells.sums.values())[1]
    w, w2, n = (_by_cell(names, here, values) for values in (weights, squares, cells.n))

    def added(values: dict[str, float], wanted: Sequence[str]) -> float:
        return sum(values[c] for c in wanted)

    for rate, (events, people) in _RATES.items():
        others = [cell for cell in people if cell not in events]
        worth = weighted_people(
            (added(w, events), added(w2, events)),
            (added(w, others), added(w2, others)),
            added(n, people),
            typical[rate],
        )
        yield rate, (worth, None)


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
