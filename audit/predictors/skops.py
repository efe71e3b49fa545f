"""skops: scikit-learn estimators as data, opened only if every type in them is known to skops."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.inputs import ModelFormat
from audit.plan import ModelSection
from audit.predictors import columns
from audit.predictors.refusals import Refusal

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa


class SkopsModel:
    """A scikit-learn estimator or pipeline."""

    def __init__(self, source: str, model: ModelSection) -> None:
        columns.ready()
        self._estimator = _open(source)
        self._model = model
        own = getattr(self._estimator, "feature_names_in_", None)
        self._by_name = own is not None
        wide = getattr(self._estimator, "n_features_in_", None)
        self.features = columns.ordered(model, None if own is None else list(own), wide)
        self._method = _method(self._estimator, model)
        self.output_space = _space(self._estimator, self._method, model)
        inner = getattr(self._estimator, "steps", [("", self._estimator)])[-1][1]
        self.description = f"skops, scikit-learn {type(inner).__name__}"

    def score(self, table: pa.Table) -> np.ndarray:
        """Return one number a row."""
        import numpy as np

        data: Any = columns.data_frame(table, self.features)
        if not self._by_name and not columns.has_text(table, self.features):
            data = columns.matrix(table, self.features)
        answer = np.asarray(getattr(self._estimator, self._method)(data))
        labels = list(getattr(self._estimator, "classes_", []))
        if self._method == "predict":
            if not labels:
                return answer
            return columns.is_positive(self._model, labels, answer)
        if answer.ndim == 2 and answer.shape[1] > 1:
            return answer[:, columns.class_column(self._model, labels, answer.shape[1])]
        # Of two classes scikit-learn gives the margin of the last alone.
        last = columns.class_column(self._model, labels, len(labels)) == len(labels) - 1
        return answer if last else -answer


def _method(estimator: Any, model: ModelSection) -> str:
    wanted = {"probability": "predict_proba", "margin": "decision_function", "decision": "predict"}
    if model.output in wanted:
        name = wanted[model.output]
        if name == "decision_function" and not hasattr(estimator, name):
            name = "predict"
        if hasattr(estimator, name):
            return name
        raise Refusal("other-output")
    for name in ("predict_proba", "decision_function", "predict"):
        if hasattr(estimator, name):
            return name
    raise Refusal("predicts-nothing")


def _space(estimator: Any, method: str, model: ModelSection) -> str:
    if model.output in columns.SPACES:
        return model.output
    if method == "predict_proba":
        return "probability"
    return "decision" if method == "predict" and hasattr(estimator, "classes_") else "margin"


def _open(source: str) -> Any:
    from skops.io import get_untrusted_types, load

    untrusted = get_untrusted_types(file=source)
    if untrusted:
        raise Refusal("untrusted-types", types=list(untrusted))
    return load(source, trusted=[])


def _native(source: str, _model: ModelSection) -> Any:
    estimator = _open(source)
    return None if hasattr(estimator, "steps") else estimator


def _load(source: str, model: ModelSection) -> SkopsModel:
    return SkopsModel(source, model)


skops = ModelFormat(
    name="skops",
    suffixes=(".skops",),
    recognises=lambda source, _head: Path(source).suffix.lower() == ".skops",
    load=_load,
    native=_native,
    extra="skops",
)
