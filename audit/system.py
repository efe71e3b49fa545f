"""What is under audit: parts of a system, each with its table and perhaps its model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from audit.errors import ModelError
from audit.plan import PartPlan, Plan
from audit.pooling import Pooling
from audit.vocabulary import ALL

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

ROW = "__row__"
"""Column of `Frame.sample` and `Frame.batches`: the row's number in the source, from 0."""

WEIGHT = "__weight__"
"""Column of `Frame.sample`: how many rows a row stands for. `row` and `weight` are names that files use."""


@dataclass(frozen=True, slots=True)
class Margin:
    """A table of counts that a measure asks for: people by the values of `keys`.

    `keys` are names of columns, or of the derived keys that every part has where its roles allow:
    `y_true`, `y_pred`, `human_decision` (1, 0 or None), `random_arm` (1 or 0), `score_bin` (0..19),
    `score_step` (0..999);
    `class_true`, `class_pred` (the labels) where the plan names classes; `time_period` (`2025-03`, or as
    `[columns.NAME] period` says) of the role `time`.
    """

    keys: tuple[str, ...]
    sample: str = ALL
    sums: tuple[str, ...] = ()
    """Numeric columns to add up in each cell, e.g. the weight `w`, `w*w`, or `1/p`."""


@dataclass(frozen=True)
class Cells:
    """Counts of people by the values of some keys, one row a non-empty cell.

    Attributes
    ----------
    labels : tuple of tuple, one per key
        The values each key takes, as text, or int for derived keys; None where missing.
    codes : ndarray of int, shape (n_cells, n_keys)
        Position in `labels`.
    n : ndarray of int, shape (n_cells,)
        People in the cell.
    sums : mapping of str to ndarray of float, shape (n_cells,)
    """

    keys: tuple[str, ...]
    labels: tuple[tuple[Any, ...], ...]
    codes: np.ndarray
    n: np.ndarray
    sums: Mapping[str, np.ndarray] = field(default_factory=dict)

    def rows(self) -> Iterator[tuple[tuple[Any, ...], int]]:
        """Yield the values of the keys with the count."""
        for code, n in zip(self.codes.tolist(), self.n.tolist(), strict=True):
            yield tuple(self.labels[k][c] for k, c in enumerate(code)), n


class Frame(Protocol):
    """A table on some engine. Row-level work stays behind this line."""

    @property
    def columns(self) -> Mapping[str, str]:
        """Column name to type: `text`, `integer`, `number`, `boolean`, `date`, in file order."""

    @property
    def rows(self) -> int:
        """Number of rows of the part."""

    @property
    def engine(self) -> str:
        """Name and version of the engine."""

    def count(self, margins: Sequence[Margin]) -> list[Cells]:
        """Answer many margins from few scans."""

    def class_sizes(self, keys: Sequence[str]) -> Mapping[int, int]:
        """Return how many combinations of keys are shared by one person, by two and so on."""

    def as_filed(self, names: Sequence[str] | None = None) -> Frame:
        """Return the same table, with labels as the file has them: no bins, map or pool of the plan.

        `names` are the columns that are so; all of them if it is not given.
        """

    def moments(
        self, column: str, by: Sequence[str] = (), sample: str = ALL
    ) -> list[dict[str, Any]]:
        """Return n, mean, min, median and max of a numeric column, by the values of keys."""

    def sample(
        self,
        size: int,
        columns: Sequence[str],
        *,
        seed: int,
        by: Sequence[str] = (),
        sample: str = ALL,
    ) -> pa.Table:
        """Draw rows by a hash of the row number, so that every engine draws the same.

        With `by`, at most `size` rows are shared out over the strata, rare ones first. The table has
        the columns asked for, `ROW` (number in the source, from 0) and `WEIGHT` (rows it stands for).
        Columns are as read; `key:NAME` gives the label or derived key that `count` would use.
        """

    def batches(self, columns: Sequence[str], size: int = 65_536) -> Iterator[pa.Table]:
        """Yield all rows in source order, with `ROW`; `key:NAME` as in `sample`."""

    def distinct(self, column: str) -> int:
        """Return how many different values a column has, missing not counted."""

    def missing(self) -> Mapping[str, int]:
        """Return how many values are missing in each column."""


class Predictor(Protocol):
    """A model that can be asked: batches of rows in, scores out."""

    @property
    def features(self) -> tuple[str, ...]:
        """Names of the inputs, in the model's order."""

    @property
    def description(self) -> str:
        """Format and type, e.g. `ONNX, ai.onnx.ml TreeEnsembleClassifier`."""

    @property
    def output_space(self) -> str:
        """What the number is: `probability`, `margin` or `decision`."""

    @property
    def native(self) -> Any | None:
        """The in-process model shap's Tree or Linear explainer can read, or None."""

    def score(self, table: pa.Table) -> np.ndarray:
        """Return one finite number a row, shape (n_rows,).

        Raises
        ------
        ModelError
            With slug `model-columns`, `model-raised`, `model-timeout`, `model-killed`, `model-shape`
            or `model-not-finite`.
        """

    def close(self) -> None:
        """End the worker, if any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file that went into the audit, as the record names it."""

    role: str
    source: str
    """File name without its folder."""
    method: str
    value: str
    query: str = ""
    """What was asked of a database, without the values it compares with; `value` is of what came back."""
    rows: int | None = None
    columns: int | None = None
    received_from: str = ""
    received_on: str = ""
    attested_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One question's data and model, opened."""

    plan: PartPlan
    audit: Plan
    frame: Frame
    predictor: Predictor | None = None
    model_problem: ModelError | None = None
    inputs: tuple[InputFile, ...] = ()
    samples: tuple[str, ...] = (ALL,)
    """Samples the part has: `all`, and `random_arm` where the plan names one."""
    baseline: Part | None = None
    """The table of an earlier process, opened as this part is."""
    train: Frame | None = None
    """The table that the model was trained on."""
    pooled: Mapping[str, Pooling] = field(default_factory=dict)
    """Columns whose countries were pooled into regions."""
    secret: str = ""
    """A digest of the table that is printed nowhere: only who holds the table can work it out."""

    @property
    def name(self) -> str:
        """Name of the part."""
        return self.plan.name


@dataclass(frozen=True, kw_only=True)
class System:
    """The AI system under audit."""

    name: str
    parts: tuple[Part, ...]
