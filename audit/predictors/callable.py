"""A Python function, named `package.module:function`: the plan's folder is where it is looked for.

It is code, and runs with the rights of whoever runs the audit, in a process of its own.
"""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING, Any

from audit.inputs import ModelFormat
from audit.plan import ModelSection
from audit.predictors import columns
from audit.predictors.refusals import Refusal

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_NAME = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*:[A-Za-z_]\w*")


class FunctionModel:
    """A function from a pandas data frame of the inputs to one number a row.

    The function may carry its inputs as an attribute `features`; else the plan names them.
    """

    def __init__(self, source: str, model: ModelSection) -> None:
        columns.ready()
        module, _, name = source.partition(":")
        function = getattr(importlib.import_module(module), name, None)
        if not callable(function):
            raise Refusal("no-function")
        self._function: Any = function
        self.features = columns.ordered(model, getattr(function, "features", None), None)
        self.output_space = model.output if model.output in columns.SPACES else "probability"
        self.description = f"Python function {source}"

    def score(self, table: pa.Table) -> np.ndarray:
        """Return what the function returns."""
        import numpy as np

        frame = columns.data_frame(table, self.features)
        try:
            return np.asarray(self._function(frame))
        except Refusal:
            # Only our own side may refuse: what their code puts into a refusal is not to be believed.
            raise RuntimeError from None


def _load(source: str, model: ModelSection) -> FunctionModel:
    return FunctionModel(source, model)


function = ModelFormat(
    name="callable",
    suffixes=(),
    recognises=lambda source, _head: _NAME.fullmatch(source) is not None,
    load=_load,
    code=True,
)
