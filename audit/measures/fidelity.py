"""Whether the supplied model is the one that made the log: its answers beside the recorded ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.measure import Measure
from audit.measures import _rows
from audit.system import Part

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

MOST = 200_000
"""Rows scored at most; beyond it, a seeded sample of this size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fidelity:
    """The model's answers compared with the log.

    Attributes
    ----------
    rows, scored : int
        Rows of the part, and those the model was asked about.
    scores_compared, scores_differ : int
        Rows with a logged score, and those whose score lies further off than `tolerance`.
    largest : float or None
        Largest difference of scores.
    decisions_compared, decisions_differ : int
        Rows with a logged decision, and those the threshold would decide otherwise.
    threshold : float or None
        Score at or above which the decision is taken as positive.
    threshold_stated : bool
        Whether the plan states it; else it is the one that differs from the fewest decisions.
    """

    rows: int
    scored: int
    tolerance: float
    scores_compared: int = 0
    scores_differ: int = 0
    largest: float | None = None
    decisions_compared: int = 0
    decisions_differ: int = 0
    threshold: float | None = None
    threshold_stated: bool = False


def make(part: Part) -> Fidelity:
    """Score the rows again and compare."""
    import numpy as np

    plan = _rows.said(part)
    score, decision = plan.roles.one("y_score"), plan.roles.one("y_pred")
    if part.predictor is None:
        raise ValueError("fidelity needs an open model")
    tolerance = plan.model.tolerance
    if score is None and decision is None:
        return Fidelity(rows=part.frame.rows, scored=0, tolerance=tolerance)
    found, logged, positive = [], [], []
    decided = _rows.KEY + "y_pred" if decision else None
    for batch in _batches(part, [c for c in (score, decided) if c]):
        found.append(part.predictor.score(batch))
        logged.append(_floats(batch, score))
        positive.append(_floats(batch, decided))
    if not found:
        return Fidelity(rows=part.frame.rows, scored=0, tolerance=tolerance)
    scores = np.concatenate(found)
    decides = part.predictor.output_space == "decision"
    return Fidelity(
        rows=part.frame.rows,
        scored=len(scores),
        tolerance=tolerance,
        # A model that answers with decisions cannot give back a logged score.
        **({} if decides else _scores(scores, np.concatenate(logged), tolerance)),
        **_decisions(scores, np.concatenate(positive), 0.5 if decides else plan.model.threshold),
    )


def _batches(part: Part, logged: list[str]) -> Iterator[pa.Table]:
    inputs = part.predictor.features if part.predictor else ()
    columns = list(dict.fromkeys((*inputs, *logged)))
    if part.frame.rows <= MOST:
        yield from part.frame.batches(columns)
    else:
        yield part.frame.sample(MOST, columns, seed=part.audit.seed)


def _floats(batch: pa.Table, column: str | None) -> np.ndarray:
    """Return a column as floats: NaN where nothing is logged, and where no column is named."""
    import numpy as np
    import pyarrow as pa

    if column is None:
        return np.full(batch.num_rows, np.nan)
    return np.asarray(batch.column(column).cast(pa.float64(), safe=False).to_numpy(), dtype=float)


def _scores(scores: np.ndarray, logged: np.ndarray, tolerance: float) -> dict[str, Any]:
    import numpy as np

    off = np.abs(scores - logged)[~np.isnan(logged)]
    if not len(off):
        return {}
    return {
        "scores_compared": len(off),
        "scores_differ": int(np.count_nonzero(off > tolerance)),
        "largest": float(off.max()),
    }


def _decisions(scores: np.ndarray, positive: np.ndarray, threshold: float | None) -> dict[str, Any]:
    import numpy as np

    known = ~np.isnan(positive)
    if not known.any():
        return {}
    scores, positive = scores[known], positive[known]
    stated = threshold is not None
    if threshold is None:
        threshold = best_threshold(scores, positive)
    return {
        "decisions_compared": len(scores),
        "decisions_differ": int(np.count_nonzero((scores >= threshold) != (positive == 1))),
        "threshold": float(threshold),
        "threshold_stated": stated,
    }


def best_threshold(scores: np.ndarray, positive: np.ndarray) -> float:
    """Return the score from which on everyone is decided positive, with the fewest exceptions.

    Parameters
    ----------
    scores : ndarray of float, shape (n_rows,)
    positive : ndarray of 0 and 1, shape (n_rows,)
        The logged decisions.

    Returns
    -------
    float
        One of the scores, or a number just above the highest where nobody should be positive.
    """
    import numpy as np

    cuts, position = np.unique(scores, return_inverse=True)
    yes = np.bincount(position, weights=positive, minlength=len(cuts))
    no = np.bincount(position, weights=1 - positive, minlength=len(cuts))
    # At cut k: positives below it are missed, negatives from it on are wrongly taken.
    missed = np.concatenate([[0], np.cumsum(yes)])
    taken = no.sum() - np.concatenate([[0], np.cumsum(no)])
    best = int(np.argmin(missed + taken))
    return float(cuts[best]) if best < len(cuts) else float(np.nextafter(cuts[-1], np.inf))


def parameters(part: Part, found: Fidelity) -> dict[str, Any]:
    """Return how many rows were scored again, and within which tolerance."""
    return {"rows": found.scored, "tolerance": found.tolerance, "seed": part.audit.seed}


FIDELITY = Measure(
    name="fidelity", payload=Fidelity, make=make, parameters=parameters, needs=("model",)
)
