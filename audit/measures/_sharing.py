"""From counted cells to arrays by group, stratum and cluster, for what cannot be told group by group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.evidence import Scatter
from audit.system import Cells, Part
from audit.vocabulary import NOT_RECORDED

if TYPE_CHECKING:
    import numpy as np

Key = tuple[Any, ...]

FEWEST_CLUSTERS = 10


def joint_factors(
    keys: Sequence[Key],
    cluster: np.ndarray,
    counted: Mapping[str, tuple[np.ndarray, ...]],
    reference: str = "",
) -> dict[Key, dict[str, float]]:
    """Return `Rate.joint` by key and rate.

    Parameters
    ----------
    keys : sequence of tuple, one a cell
        Group of the cell.
    cluster : ndarray of int, shape (n_cells,)
    counted : mapping of str to (ndarray, ndarray)
        Rate to events and people of each cell.
    reference : str
        Group that the plan compares with, if it names one.
    """
    import numpy as np

    from audit.inference import clusters

    names = sorted(set(keys), key=str)
    codes = {key: i for i, key in enumerate(names)}
    group = np.array([codes[key] for key in keys], dtype=np.int64)
    pairs, pair = np.unique(cluster * np.int64(len(names)) + group, return_inverse=True)
    found: dict[Key, dict[str, float]] = {key: {} for key in names}
    if len(np.unique(cluster)) < FEWEST_CLUSTERS:
        return found
    for rate, (events, people) in counted.items():
        factors = clusters.joint_factors(
            pairs // len(names),
            pairs % len(names),
            np.bincount(pair, events),
            np.bincount(pair, people),
            codes.get((reference,)),
        )
        for key, code in codes.items():
            found[key][rate] = float(factors[code])
    return found


@dataclass(frozen=True, kw_only=True)
class Counted:
    """Cells of one rate within strata.

    Attributes
    ----------
    stratum : ndarray of int, shape (n_cells,)
    group : sequence of str, one a cell
    event : ndarray of bool, shape (n_cells,)
        Whether people of the cell had the event; the others did not.
    weights, squares : ndarray of float, shape (n_cells,)
        Sums of weights and of their squares; both people where rows are not weighted.
    cluster : ndarray of int, shape (n_cells,), or None
    """

    stratum: np.ndarray
    group: Sequence[str]
    event: np.ndarray
    weights: np.ndarray
    squares: np.ndarray
    cluster: np.ndarray | None

    def scatter(self, reference: str) -> dict[str, Scatter]:
        """Return how far each group's gap within strata would vary.

        Parameters
        ----------
        reference : str
            Group to compare with; everyone else if no cell is of it.
        """
        import numpy as np

        from audit.inference.strata import Layers

        names = sorted(set(self.group))
        codes = {name: i for i, name in enumerate(names)}
        layers = Layers(
            stratum=self.stratum,
            group=np.array([codes[name] for name in self.group], dtype=np.int64),
            events=np.where(self.event, self.weights, 0.0),
            people=self.weights.astype(float),
            cluster=self.cluster,
            event_squares=np.where(self.event, self.squares, 0.0),
            other_squares=np.where(self.event, 0.0, self.squares),
        )
        found = {
            name: layers.scatter(code, codes.get(reference))
            for name, code in codes.items()
            if name != reference
        }
        return {name: scatter for name, scatter in found.items() if scatter is not None}


def counted(
    cells: Cells, by: int, *, clustered: bool, event: Mapping[tuple[int | None, int | None], bool]
) -> Counted:
    """Read cells of a margin whose first `by - 1` keys are the stratum and the next the group.

    Parameters
    ----------
    cells : Cells
        With the cluster, if any, behind those keys, and `y_true` and `y_pred` last.
    event : mapping
        (`y_true`, `y_pred`) to whether that is the event; people of other cells are left out.
    """
    import numpy as np

    outcomes = {role: cells.keys.index(role) for role in ("y_true", "y_pred") if role in cells.keys}
    of = {
        role: np.array([-1 if x is None else x for x in cells.labels[k]])[cells.codes[:, k]]
        for role, k in outcomes.items()
    }
    unknown = np.full(len(cells.n), -1)
    truth, decided = of.get("y_true", unknown), of.get("y_pred", unknown)
    hit, inside = np.zeros(len(cells.n), bool), np.zeros(len(cells.n), bool)
    for (true, pred), happened in event.items():
        here = (truth == (-1 if true is None else true)) & (
            decided == (-1 if pred is None else pred)
        )
        inside |= here
        hit |= here & happened
    stratum = np.zeros(len(cells.n), dtype=np.int64)
    if by > 1:
        stratum = np.unique(cells.codes[:, : by - 1], axis=0, return_inverse=True)[1].ravel()
    groups = cells.labels[by - 1]
    named = [NOT_RECORDED if name is None else str(name) for name in groups]
    sums = list(cells.sums.values())
    weights, squares = (sums[0], sums[1]) if sums else (cells.n, cells.n)
    return Counted(
        stratum=stratum[inside],
        group=[named[code] for code in cells.codes[inside, by - 1].tolist()],
        event=hit[inside],
        weights=np.asarray(weights, float)[inside],
        squares=np.asarray(squares, float)[inside],
        cluster=cells.codes[inside, by] if clustered else None,
    )


def reference_of(part: Part, feature: str) -> str:
    """Return the group that the plan compares with, empty for everyone else."""
    found = part.plan.roles.feature(feature)
    return found.reference if found else ""
