"""XGBoost's own model files, JSON or UBJSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.inputs import ModelFormat
from audit.plan import ModelSection
from audit.predictors import columns
from audit.predictors.refusals import Refusal

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_PROBABILITY = ("binary:logistic", "reg:logistic", "multi:softprob")
_DECISION = ("binary:hinge", "multi:softmax")


class XgboostModel:
    """A booster."""

    def __init__(self, source: str, model: ModelSection) -> None:
        columns.ready()
        self._booster = _open(source)
        self._model = model
        self.features = columns.ordered(
            model, self._booster.feature_names, self._booster.num_features()
        )
        config = json.loads(self._booster.save_config())
        objective = config["learner"]["objective"]["name"]
        self.output_space = _space(objective, model)
        self._margin = model.output == "margin"
        self._class = objective == "multi:softmax"
        self.description = f"XGBoost, {objective}"

    def score(self, table: pa.Table) -> np.ndarray:
        """Return one number a row."""
        import numpy as np

        answer = self._booster.predict(self._matrix(table), output_margin=self._margin)
        if answer.ndim == 2 and answer.shape[1] > 1:
            labels = list(range(answer.shape[1]))
            return np.asarray(answer[:, columns.class_column(self._model, labels, len(labels))])
        if self._class:
            labels = list(range(_classes(self._booster)))
            return columns.is_positive(self._model, labels, answer.astype(int))
        return np.asarray(answer)

    def _matrix(self, table: pa.Table) -> Any:
        import xgboost as xgb

        names = self._booster.feature_names
        if not columns.has_text(table, self.features):
            types = self._booster.feature_types
            if not types or "c" not in types:
                data = columns.matrix(table, self.features)
                return xgb.DMatrix(data, feature_names=names, feature_types=types)
        frame = columns.data_frame(table, self.features)
        for name, kind in zip(self.features, self._booster.feature_types or [], strict=False):
            if kind == "c":
                frame[name] = frame[name].astype("category")
            else:
                frame[name] = columns.numbers(table, name)
        return xgb.DMatrix(frame, enable_categorical=True)


def _classes(booster: Any) -> int:
    config = json.loads(booster.save_config())
    return int(config["learner"]["learner_model_param"]["num_class"])


def _space(objective: str, model: ModelSection) -> str:
    if model.output and model.output != "margin":
        if model.output not in columns.SPACES:
            raise Refusal("no-such-output", names=["probability", "margin"])
        return model.output
    if model.output == "margin":
        return "margin"
    if objective in _PROBABILITY:
        return "probability"
    return "decision" if objective in _DECISION else "margin"


def _open(source: str) -> Any:
    import xgboost as xgb

    return xgb.Booster(model_file=source)


def _native(source: str, _model: ModelSection) -> Any:
    return _open(source)


def _load(source: str, model: ModelSection) -> XgboostModel:
    return XgboostModel(source, model)


def _recognises(source: str, head: bytes) -> bool:
    suffix = Path(source).suffix.lower()
    if suffix == ".ubj":
        return True
    return suffix in (".json", ".xgb") and b"learner" in head


xgboost = ModelFormat(
    name="xgboost",
    suffixes=(".json", ".ubj"),
    recognises=_recognises,
    load=_load,
    native=_native,
    extra="boosters",
)
