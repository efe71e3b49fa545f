"""ONNX: the graph is data, run by onnxruntime on one thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.inputs import ModelFormat
from audit.plan import ModelSection
from audit.predictors import columns
from audit.predictors.refusals import Refusal

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_NUMERIC = {
    "tensor(float)": "float32",
    "tensor(double)": "float64",
    "tensor(int64)": "int64",
    "tensor(int32)": "int32",
    "tensor(bool)": "bool",
}
_WHOLE = ("int64", "int32", "bool")


@dataclass(frozen=True, slots=True)
class _Graph:
    """What the file says beyond its inputs and outputs."""

    labels: tuple[Any, ...]
    operator: str
    bounded: bool
    """Whether the last step maps to [0, 1]."""


class OnnxModel:
    """A session with its inputs matched to columns and one output chosen.

    Parameters
    ----------
    source : str
        Path of the `.onnx` file.
    """

    def __init__(self, source: str, model: ModelSection) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        options.log_severity_level = 4
        self._session = onnxruntime.InferenceSession(
            source, options, providers=["CPUExecutionProvider"]
        )
        self._model = model
        self._graph = _read_graph(source)
        self._inputs = self._session.get_inputs()
        self._single = len(self._inputs) == 1 and self._width(self._inputs[0]) != 1
        self.features = self._named()
        self._output = _choose_output(self._session.get_outputs(), model)
        self.output_space = self._space()
        self.description = f"ONNX, {self._graph.operator}"

    def _width(self, node: Any) -> int | None:
        shape = node.shape
        if len(shape) < 2:
            return 1
        return shape[-1] if isinstance(shape[-1], int) else None

    def _named(self) -> tuple[str, ...]:
        for node in self._inputs:
            if node.type not in _NUMERIC and node.type != "tensor(string)":
                raise Refusal("input-type", names=[node.name], type=node.type)
        if self._single:
            return columns.ordered(self._model, None, self._width(self._inputs[0]))
        wide = [node.name for node in self._inputs if self._width(node) != 1]
        if wide:
            raise Refusal("inputs-wide", names=wide)
        return tuple(node.name for node in self._inputs)

    def _space(self) -> str:
        if self._model.output in columns.SPACES:
            return self._model.output
        kind = self._output.type
        if kind in ("tensor(int64)", "tensor(string)", "tensor(bool)"):
            return "decision"
        named = "prob" in self._output.name.lower()
        return "probability" if named or "map" in kind or self._graph.bounded else "margin"

    def score(self, table: pa.Table) -> np.ndarray:
        """Return one number a row."""
        if self._single:
            feed = {self._inputs[0].name: self._tensor(table)}
        else:
            feed = {node.name: self._column(table, node) for node in self._inputs}
        (answer,) = self._session.run([self._output.name], feed)
        return self._numbers(answer)

    def _tensor(self, table: pa.Table) -> Any:
        import numpy as np

        node = self._inputs[0]
        if node.type == "tensor(string)":
            return np.column_stack([columns.texts(table, name) for name in self.features])
        return np.column_stack([_cast(table, name, node.type) for name in self.features])

    def _column(self, table: pa.Table, node: Any) -> Any:
        if node.type == "tensor(string)":
            values = columns.texts(table, node.name)
        else:
            values = _cast(table, node.name, node.type)
        return values.reshape(-1, 1) if len(node.shape) > 1 else values

    def _numbers(self, answer: Any) -> np.ndarray:
        import numpy as np

        if isinstance(answer, list):  # ZipMap: one mapping of class to probability a row
            keys = sorted(answer[0])
            key = keys[columns.class_column(self._model, keys, len(keys))]
            return np.array([row[key] for row in answer], dtype=float)
        answer = np.asarray(answer)
        if self._output.type in ("tensor(int64)", "tensor(string)", "tensor(bool)"):
            return columns.is_positive(self._model, self._graph.labels, answer.reshape(-1))
        if answer.ndim == 2 and answer.shape[1] > 1:
            position = columns.class_column(self._model, self._graph.labels, answer.shape[1])
            return np.asarray(answer[:, position])
        return np.asarray(answer.reshape(len(answer), -1)[:, 0] if answer.size else answer)


def _cast(table: pa.Table, name: str, kind: str) -> np.ndarray:
    import numpy as np

    values = columns.numbers(table, name)
    wanted = _NUMERIC[kind]
    missing = int(np.count_nonzero(np.isnan(values)))
    if missing and wanted in _WHOLE:
        raise Refusal("missing-values", column=name, missing=missing, rows=len(values))
    return values.astype(wanted)


def _choose_output(outputs: list[Any], model: ModelSection) -> Any:
    by_name = {output.name: output for output in outputs}
    if model.output in by_name:
        return by_name[model.output]
    if model.output and model.output not in columns.SPACES:
        raise Refusal("no-such-output", names=[*by_name, *columns.SPACES])
    decided = [o for o in outputs if o.type in ("tensor(int64)", "tensor(string)", "tensor(bool)")]
    scored = [
        o for o in outputs if "map" in o.type or o.type in ("tensor(float)", "tensor(double)")
    ]
    scored.sort(key=lambda o: "prob" not in o.name.lower())
    preferred = [*decided, *scored] if model.output == "decision" else [*scored, *decided]
    if not preferred:
        raise Refusal("no-output")
    return preferred[0]


def _read_graph(source: str) -> _Graph:
    import onnx

    graph = onnx.load(source, load_external_data=False).graph
    labels: tuple[Any, ...] = ()
    operator, bounded = "neural network", False
    for node in graph.node:
        if node.domain == "ai.onnx.ml" and (
            "Classifier" in node.op_type or "Regressor" in node.op_type
        ):
            operator = f"ai.onnx.ml {node.op_type}"
        bounded = bounded or node.op_type in ("Sigmoid", "Softmax")
        for attribute in node.attribute:
            if attribute.name in ("classlabels_strings", "classlabels_int64s", "classlabels_ints"):
                found = [s.decode("utf-8", "replace") for s in attribute.strings] or attribute.ints
                labels = tuple(found) or labels
            if attribute.name == "post_transform":
                bounded = bounded or attribute.s in (b"LOGISTIC", b"SOFTMAX")
    return _Graph(labels, operator, bounded)


def _load(source: str, model: ModelSection) -> OnnxModel:
    return OnnxModel(source, model)


onnx = ModelFormat(
    name="onnx",
    suffixes=(".onnx",),
    recognises=lambda source, _head: Path(source).suffix.lower() == ".onnx",
    load=_load,
)
