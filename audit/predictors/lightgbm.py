"""LightGBM's own model files, which are text."""

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


class LightgbmModel:
    """A booster."""

    def __init__(self, source: str, model: ModelSection) -> None:
        columns.ready()
        self._booster = _open(source)
        self._model = model
        own = self._booster.feature_name()
        if all(name == f"Column_{position}" for position, name in enumerate(own)):
            own = None
        self.features = columns.ordered(model, own, self._booster.num_feature())
        objective = _objective(source)
        self._margin = model.output == "margin"
        self.output_space = _space(objective, model)
        self.description = f"LightGBM, {objective}"

    def score(self, table: pa.Table) -> np.ndarray:
        """Return one number a row."""
        import numpy as np

        data: Any = columns.matrix(table, self.features) if self._plain(table) else None
        if data is None:
            data = columns.data_frame(table, self.features)
            for name in self.features:
                text = columns.has_text(table, [name])
                data[name] = data[name].astype("category") if text else columns.numbers(table, name)
        answer = np.asarray(self._booster.predict(data, raw_score=self._margin, num_threads=1))
        if answer.ndim == 2 and answer.shape[1] > 1:
            labels = list(range(answer.shape[1]))
            return np.asarray(answer[:, columns.class_column(self._model, labels, len(labels))])
        return answer

    def _plain(self, table: pa.Table) -> bool:
        categories = getattr(self._booster, "pandas_categorical", None)
        if columns.has_text(table, self.features):
            if not categories:
                name = next(n for n in self.features if columns.has_text(table, [n]))
                columns.numbers(table, name)  # says which column is text where numbers are wanted
            return False
        return not categories


def _objective(source: str) -> str:
    with Path(source).open(encoding="utf-8", errors="replace") as file:
        for _, line in zip(range(40), file, strict=False):
            if line.startswith("objective="):
                return line.removeprefix("objective=").split()[0]
    return "unknown"


def _space(objective: str, model: ModelSection) -> str:
    if model.output:
        if model.output not in columns.SPACES:
            raise Refusal("no-such-output", names=["probability", "margin"])
        return model.output
    bounded = ("binary", "multiclass", "multiclassova", "cross_entropy")
    return "probability" if objective in bounded else "margin"


def _open(source: str) -> Any:
    import lightgbm as lgb

    return lgb.Booster(model_file=source)


def _native(source: str, _model: ModelSection) -> Any:
    return _open(source)


def _load(source: str, model: ModelSection) -> LightgbmModel:
    return LightgbmModel(source, model)


lightgbm = ModelFormat(
    name="lightgbm",
    suffixes=(".txt",),
    recognises=lambda source, head: (
        Path(source).suffix.lower() in (".txt", ".lgb") and head.startswith(b"tree")
    ),
    load=_load,
    native=_native,
    extra="boosters",
)
