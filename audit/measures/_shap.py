"""Which explainer, and how it asks the model: few large batches instead of many small ones."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.measures._rows import Codes
from audit.system import Predictor

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_HELD = 300_000
"""Rows of codes held in memory at a time."""
_CLOSE = 1e-4
"""How far a native explainer may miss the score the model gave before it is set aside."""


@dataclass(frozen=True, slots=True)
class Explained:
    """Attributions of rows.

    Attributes
    ----------
    values : ndarray, shape (n_rows, n_inputs)
    asked : int
        Rows the model was asked for.
    """

    values: np.ndarray
    explainer: str
    asked: int


def explain(predictor: Predictor, table: pa.Table, rows: int, seed: int) -> Explained:
    """Explain the first `rows` rows of a table against the rows that follow.

    A Tree or Linear explainer reads the model itself where that is possible and its attributions
    add up to what the model answered; else the Permutation explainer asks the model.
    """
    return _native(predictor, table, rows) or _permutation(predictor, table, rows, seed)


def _import() -> Any:
    """Import shap with its masking left as NumPy: compiling it takes seconds in every process."""
    if "shap" in sys.modules:
        return sys.modules["shap"]
    config: Any = importlib.import_module("numba").config
    before = config.DISABLE_JIT
    config.DISABLE_JIT = True
    try:
        return importlib.import_module("shap")
    finally:
        config.DISABLE_JIT = before


# ---------------------------------------------------------------------------------------------
# Reading the model


def _native(predictor: Predictor, table: pa.Table, rows: int) -> Explained | None:
    import numpy as np

    matrix = _numbers(table)
    model = None if matrix is None else predictor.native
    if model is None or matrix is None:
        return None
    shap = _import()
    scores = predictor.score(table.slice(0, rows))
    for name, build in (("Tree", _tree), ("Linear", _linear)):
        try:
            explainer = build(shap, model, matrix[rows:], predictor.output_space)
            values = np.asarray(explainer.shap_values(matrix[:rows]))
            base = np.atleast_1d(explainer.expected_value)
        except Exception:  # noqa: BLE001, S112 - shap raises a dozen types for models it cannot read
            continue
        for values_, base_ in _outputs(values, base):
            if np.allclose(values_.sum(axis=1) + base_, scores, rtol=_CLOSE, atol=_CLOSE):
                return Explained(values_, name, rows)
    return None


def _numbers(table: pa.Table) -> np.ndarray | None:
    import numpy as np
    import pyarrow as pa

    kinds = (pa.types.is_integer, pa.types.is_floating, pa.types.is_boolean)
    if not all(any(is_(field.type) for is_ in kinds) for field in table.schema):
        return None
    return np.column_stack(
        [c.cast(pa.float64(), safe=False).to_numpy().astype(float) for c in table.columns]
    )


def _tree(shap: Any, model: Any, background: np.ndarray, space: str) -> Any:
    return shap.TreeExplainer(
        model,
        background,
        feature_perturbation="interventional",
        model_output="probability" if space == "probability" else "raw",
    )


def _linear(shap: Any, model: Any, background: np.ndarray, _space: str) -> Any:
    masker = shap.maskers.Independent(background, max_samples=len(background))
    return shap.LinearExplainer(model, masker)


def _outputs(values: np.ndarray, base: np.ndarray) -> Iterator[tuple[np.ndarray, float]]:
    """Yield the attributions of each output; which one the score is, its values tell."""
    if values.ndim == 2:
        yield values, float(base[0])
        yield -values, -float(base[0])
    else:
        for position in range(values.shape[2]):
            yield values[:, :, position], float(base[position])


# ---------------------------------------------------------------------------------------------
# Asking the model


def _permutation(predictor: Predictor, table: pa.Table, rows: int, seed: int) -> Explained:
    """Explain with one permutation a row, forwards and backwards.

    shap asks about one row at a time. Which questions it asks does not depend on the answers, so a
    first pass notes them all, the model answers each different one once, in large batches, and a
    second pass with the same seed is given the answers.
    """
    import numpy as np

    shap = _import()
    codes = Codes(table, predictor.features)
    matrix, width = codes.matrix, len(predictor.features)
    background = matrix[rows:]
    masker = shap.maskers.Independent(background, max_samples=len(background))
    each = len(background) * (2 * width + 1)
    step = max(1, _HELD // max(each, 1))
    values, asked = [], 0
    for start in range(0, rows, step):
        chunk = matrix[start : min(start + step, rows)]

        def run(model: Any, chunk: np.ndarray = chunk, start: int = start) -> Any:
            with _seeded():
                explainer = shap.PermutationExplainer(model, masker, seed=(seed + start) % 2**32)
                return explainer(chunk, max_evals=2 * width + 1, silent=True).values

        questions = _Questions()
        run(questions)
        answers, different = questions.answered(predictor, codes)
        asked += different
        values.append(np.asarray(run(answers), dtype=float))
    return Explained(np.concatenate(values), "Permutation", asked)


@contextmanager
def _seeded() -> Iterator[None]:
    """Give NumPy's global generator back as it was: shap draws its permutations from it."""
    import numpy as np

    state = np.random.get_state()  # noqa: NPY002 - it is the one shap seeds
    try:
        yield
    finally:
        np.random.set_state(state)  # noqa: NPY002


class _Questions:
    """Stands in for the model and notes what it is asked."""

    def __init__(self) -> None:
        self._asked: list[np.ndarray] = []

    def __call__(self, matrix: np.ndarray) -> np.ndarray:
        import numpy as np

        self._asked.append(matrix.astype(np.int32))
        return np.zeros(len(matrix))

    def answered(self, predictor: Predictor, codes: Codes) -> tuple[_Answers, int]:
        """Ask the model everything at once; return the answers in order and how many differed."""
        import numpy as np

        asked = np.concatenate(self._asked)
        first, position = _distinct(asked)
        scores = predictor.score(codes.decode(asked[first]))
        return _Answers(scores[position]), len(first)


def _distinct(asked: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return where each different row first stands, and for every row which of them it is."""
    import numpy as np

    key = np.zeros(len(asked), dtype=np.int64)
    for column in asked.T:
        if key.max(initial=0) > 2**62 // (int(column.max()) + 1):
            key = np.unique(key, return_inverse=True)[1].astype(np.int64)
        key = key * (int(column.max()) + 1) + column
    _, first, position = np.unique(key, return_index=True, return_inverse=True)
    return first, position


class _Answers:
    """Stands in for the model and gives the answers in the order of the questions."""

    def __init__(self, scores: np.ndarray) -> None:
        self._scores = scores
        self._next = 0

    def __call__(self, matrix: np.ndarray) -> np.ndarray:
        start, self._next = self._next, self._next + len(matrix)
        return self._scores[start : self._next]
