"""What reading rows and scoring need of an opened table: they stand below it, and it calls them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import numpy as np
    import pyarrow as pa

    from audit.engines.keys import Columns


class MoreColumns(Protocol):
    """Columns in Parquet beside the table, found by row number."""

    @property
    def kinds(self) -> Mapping[str, str]:
        """Column to type."""

    def reading(
        self, names: Sequence[str]
    ) -> AbstractContextManager[Callable[[np.ndarray], list[pa.Array]]]:
        """Open the files; the function gives the columns' values for ascending row numbers."""


class Readable(Protocol):
    """A part's table, opened."""

    @property
    def table(self) -> nw.LazyFrame[Any]:
        """The part's rows in the engine, normalised."""

    @property
    def known(self) -> Columns:
        """What the plan makes of the columns."""

    @property
    def columns(self) -> Mapping[str, str]:
        """Column to type."""

    @property
    def rows(self) -> int:
        """How many rows the part has."""

    @property
    def parquet(self) -> Path:
        """The file."""

    @property
    def besides(self) -> Sequence[MoreColumns]:
        """Columns in files of their own."""

    @property
    def injected(self) -> Mapping[str, np.ma.MaskedArray[Any, Any]]:
        """Columns in memory, one value a row of the part."""

    def withheld(self, name: str) -> Mapping[str, str]:
        """Return what stands in place of those labels of a key that identify a person."""

    def row_numbers(self) -> np.ndarray:
        """Return the numbers of the part's rows in the source, ascending."""

    def batches(self, columns: Sequence[str], size: int = 65_536) -> Iterator[pa.Table]:
        """Yield all rows in source order."""
