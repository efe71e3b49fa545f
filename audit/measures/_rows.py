"""Sampled rows as numbers: group labels, inputs as codes, weighted gaps between groups.

Rows stay inside the measure that draws them; what leaves is aggregates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from audit.measure import Public
from audit.plan import PartPlan
from audit.system import Part
from audit.vocabulary import NOT_RECORDED

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

JUDGED = 30
"""Fewest people a group needs to be spoken of."""


def said(part: Part) -> PartPlan:
    """Return the part as the plan states it, without what the model was asked to fill in."""
    return next((p for p in part.audit.parts if p.name == part.name), part.plan)


def inputs_of(part: Part) -> tuple[str, ...]:
    """Return the inputs: the model's own if it is open, else those the plan names."""
    if part.predictor is not None:
        return part.predictor.features
    return part.plan.model.features or part.plan.roles.all("features")


KEY = "key:"
"""What a frame takes before a name to give a group's label instead of the column's value."""


def groups(table: pa.Table, feature: str) -> np.ndarray:
    """Return the group of each row as text, shape (n_rows,); a missing one is a group too."""
    import numpy as np

    values = table.column(KEY + feature).to_pylist()
    return np.array([NOT_RECORDED if v is None else v for v in values], dtype=object)


def gap(values: np.ndarray, weight: np.ndarray, inside: np.ndarray) -> Any:
    """Return the weighted mean inside a group less the weighted mean of everyone else.

    Parameters
    ----------
    values : ndarray, shape (n_rows,) or (n_rows, n_columns)
    weight : ndarray, shape (n_rows,)
    inside : ndarray of bool, shape (n_rows,)
    """
    import numpy as np

    return np.average(values[inside], axis=0, weights=weight[inside]) - np.average(
        values[~inside], axis=0, weights=weight[~inside]
    )


class Codes:
    """Columns as whole numbers and back: any distance between two codes is at least 1.

    Parameters
    ----------
    table : pyarrow.Table
        Rows whose values the codes stand for; only values of these rows can come back.
    names : sequence of str
        Columns, in order.
    """

    def __init__(self, table: pa.Table, names: Sequence[str]) -> None:
        import numpy as np
        import pyarrow as pa

        self.names = tuple(names)
        self._values: list[pa.Array] = []
        codes = []
        for name in names:
            column = table.column(name).combine_chunks()
            if isinstance(column, pa.ChunkedArray):
                column = column.chunk(0) if column.num_chunks else pa.array([], column.type)
            if pa.types.is_dictionary(column.type):
                column = column.dictionary_decode()
            encoded = column.dictionary_encode()
            # The last code stands for a missing value.
            self._values.append(
                pa.concat_arrays([encoded.dictionary, pa.nulls(1, encoded.dictionary.type)])
            )
            filled = encoded.indices.fill_null(len(encoded.dictionary))
            codes.append(np.asarray(filled.to_numpy(zero_copy_only=False), dtype=float))
        self.matrix = np.column_stack(codes)

    def decode(self, matrix: np.ndarray) -> pa.Table:
        """Return the rows that codes stand for."""
        import numpy as np
        import pyarrow as pa

        columns = [
            values.take(pa.array(matrix[:, position].astype(np.int32)))
            for position, values in enumerate(self._values)
        ]
        return pa.table(columns, names=list(self.names))


def shown(feature: str, sizes: Mapping[str, int], public: Public) -> dict[str, str]:
    """Return the printable name of each group that may be printed on its own."""
    names = public.groups(feature, sizes)
    return {g: g for g, n in sizes.items() if n >= public.min_cell and names[g] == g}
