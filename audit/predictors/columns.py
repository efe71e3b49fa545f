"""How columns of a batch become what a model takes; shared by the model formats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from audit.plan import ModelSection, label
from audit.predictors.refusals import Refusal

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    import pyarrow as pa

SPACES = ("probability", "margin", "decision")


def numbers(table: pa.Table, name: str) -> np.ndarray:
    """Return a column as floats, missing as NaN.

    Raises
    ------
    Refusal
        `text-column`.
    """
    import numpy as np
    import pyarrow as pa

    column = table.column(name)
    if _is_text(column.type) or pa.types.is_temporal(column.type):
        raise Refusal("text-column", column=name, type=str(column.type))
    values: np.ndarray = column.cast(pa.float64(), safe=False).to_numpy(zero_copy_only=False)
    return np.asarray(values, dtype=float)


def texts(table: pa.Table, name: str) -> np.ndarray:
    """Return a column as text by the one rule for labels, missing as the empty text."""
    import numpy as np

    values = table.column(name).to_pylist()
    return np.array(["" if value is None else label(value) for value in values], dtype=object)


def matrix(table: pa.Table, names: Sequence[str]) -> np.ndarray:
    """Return numeric columns side by side, shape (n_rows, n_columns)."""
    import numpy as np

    return np.column_stack([numbers(table, name) for name in names])


def data_frame(table: pa.Table, names: Sequence[str]) -> pd.DataFrame:
    """Return columns as pandas, text as `object` with missing as NaN, as most pipelines were fitted."""
    import numpy as np
    import pandas as pd

    data = {}
    for name in names:
        column = table.column(name)
        if _is_text(column.type):
            values = [np.nan if value is None else value for value in column.to_pylist()]
            data[name] = pd.Series(values, dtype=object)
        else:
            data[name] = column.to_pandas()
    return pd.DataFrame(data)


def ready() -> None:
    """Import pandas while the model is opened, which its time-out for a batch does not count."""
    import importlib

    importlib.import_module("pandas")


def has_text(table: pa.Table, names: Sequence[str]) -> bool:
    """Whether any of the columns is text."""
    return any(_is_text(table.schema.field(name).type) for name in names)


def _is_text(kind: Any) -> bool:
    import pyarrow as pa

    return bool(
        pa.types.is_string(kind)
        or pa.types.is_large_string(kind)
        or pa.types.is_string_view(kind)
        or (pa.types.is_dictionary(kind) and _is_text(kind.value_type))
    )


def ordered(model: ModelSection, own: Sequence[str] | None, wide: int | None) -> tuple[str, ...]:
    """Return the names of the inputs in order: the model's own, else those of the plan.

    Raises
    ------
    Refusal
        `inputs-unnamed`, `inputs-counted` if neither names them, `inputs-otherwise` if not as many
        as the model takes.
    """
    names = tuple(own or model.features)
    if not names:
        raise Refusal("inputs-counted", takes=int(wide)) if wide else Refusal("inputs-unnamed")
    if wide and len(names) != wide:
        raise Refusal("inputs-otherwise", takes=int(wide), named=len(names))
    return names


def class_column(model: ModelSection, labels: Sequence[Any], wide: int) -> int:
    """Return which column of the class probabilities is the positive class.

    Without `[model] positive_label`, the last of two classes.

    Raises
    ------
    Refusal
        `no-such-label` if the label is none of the model's, `many-classes` if there are more than
        two and none is named.
    """
    known = [label(item) for item in labels]
    if model.positive_label:
        if model.positive_label in known:
            return known.index(model.positive_label)
        raise Refusal("no-such-label", names=sorted(known))
    if wide > 2:
        raise Refusal("many-classes", classes=wide, names=sorted(known))
    return wide - 1


def is_positive(model: ModelSection, labels: Sequence[Any], decided: np.ndarray) -> np.ndarray:
    """Return 1.0 where the decided class is the positive one, else 0.0."""
    import numpy as np

    known = [label(item) for item in labels] or ["0", "1"]
    positive = known[class_column(model, known, len(known))]
    return np.array([float(label(item) == positive) for item in decided.tolist()])
