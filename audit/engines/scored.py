"""A model's answers in a Parquet file of their own, beside the table that it was asked about.

They are written batch by batch and found again by row number, so that memory does not grow with rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.engines.keys import ROW
from audit.engines.rows import part_rows
from audit.system import ROW as NUMBER
from audit.system import Predictor

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from audit.engines.readable import Readable

GROUP = 524_288
"""Rows in a row group of the file."""


@dataclass(frozen=True, slots=True)
class Scoring:
    """What to ask of a model, and under which names its answers go.

    Attributes
    ----------
    score : str
        Column of the scores.
    decision : str
        Column of the decisions, 1 where the score reaches `threshold`; empty for none.
    """

    predictor: Predictor
    score: str
    decision: str = ""
    threshold: float = 0.5

    @property
    def kinds(self) -> dict[str, str]:
        """The new columns and their types."""
        return {self.score: "number"} | ({self.decision: "integer"} if self.decision else {})

    def columns(self, scores: np.ndarray) -> dict[str, np.ndarray]:
        """Return the new columns of some rows from their scores."""
        decided = {self.decision: (scores >= self.threshold).astype("int64")}
        return {self.score: scores.astype("float64")} | (decided if self.decision else {})


Heard = Callable[[int], None]
"""Told how many rows were worked through since the last time."""


def write_scores(
    frame: Readable, scoring: Scoring, path: Path, heard: Heard = lambda _: None
) -> None:
    """Let the model answer in this process's batches, and write a row for every row of the source.

    Rows that are not of the part are missing there. The file has the columns of `scoring` and `ROW`.

    Raises
    ------
    ModelError
        As `Predictor.score` raises it.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"number": pa.float64(), "integer": pa.int64()}
    kinds = scoring.kinds
    schema = pa.schema([(ROW, pa.int64()), *((name, types[kinds[name]]) for name in kinds)])
    with pq.ParquetFile(frame.parquet) as file:
        total = file.metadata.num_rows
    with pq.ParquetWriter(path, schema) as writer:
        block = _Block(schema, writer)
        for batch in part_rows(frame, list(scoring.predictor.features)):
            numbers = batch.column(NUMBER).to_numpy()
            if len(numbers):
                block.add(numbers, scoring.columns(scoring.predictor.score(batch)))
                heard(len(numbers))
        block.close(total)


class _Block:
    """Rows on their way to a row group: what no batch brings is missing."""

    def __init__(self, schema: pa.Schema, writer: Any) -> None:
        self._schema, self._writer = schema, writer
        self._at = 0
        self._waiting: list[pa.Table] = []

    def add(self, numbers: np.ndarray, values: Mapping[str, np.ndarray]) -> None:
        self._fill(int(numbers[0]))
        start, size = self._at, int(numbers[-1]) + 1 - self._at
        self._write(start, size, numbers - start, values)

    def close(self, total: int) -> None:
        self._fill(total)
        self._flush()

    def _fill(self, until: int) -> None:
        import numpy as np

        nobody = np.empty(0, dtype=np.int64)
        while self._at < until:
            self._write(self._at, min(until - self._at, GROUP), nobody, {})

    def _write(
        self, start: int, size: int, places: np.ndarray, values: Mapping[str, np.ndarray]
    ) -> None:
        import numpy as np
        import pyarrow as pa

        columns = [pa.array(np.arange(start, start + size, dtype=np.int64))]
        absent = np.ones(size, dtype=bool)
        absent[places] = False
        for field in list(self._schema)[1:]:
            full = np.zeros(size, dtype=field.type.to_pandas_dtype())
            if field.name in values:
                full[places] = values[field.name]
            columns.append(pa.array(full, mask=absent))
        self._waiting.append(pa.table(columns, schema=self._schema))
        self._at = start + size
        if sum(table.num_rows for table in self._waiting) >= GROUP:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        if self._waiting:
            self._writer.write_table(pa.concat_tables(self._waiting), row_group_size=2 * GROUP)
            self._waiting = []


@dataclass(frozen=True, slots=True)
class Beside:
    """Columns in Parquet beside the table: one file, or a folder of files, with `ROW` ascending.

    Attributes
    ----------
    kinds : mapping of str to str
        Column to type.
    """

    path: Path
    kinds: Mapping[str, str]

    @contextmanager
    def reading(self, names: Sequence[str]) -> Iterator[Callable[[np.ndarray], list[pa.Array]]]:
        """Yield a function from ascending row numbers to the columns' values, missing where no row is."""
        with ExitStack() as stack:
            yield _Lookup(self.path, tuple(names), stack).values


class _Lookup:
    """Row groups by their first and last row number; the last ones read stay at hand."""

    def __init__(self, path: Path, names: tuple[str, ...], stack: ExitStack) -> None:
        import pyarrow.parquet as pq

        self._names = names
        self._groups: list[tuple[int, int, Any, int]] = []
        self._held: dict[int, pa.Table] = {}
        for each in sorted(path.glob("**/*.parquet")) if path.is_dir() else [path]:
            file = stack.enter_context(pq.ParquetFile(each))
            place = file.schema_arrow.names.index(ROW)
            for group in range(file.num_row_groups):
                told = file.metadata.row_group(group).column(place).statistics
                if told is not None and told.has_min_max:
                    self._groups.append((told.min, told.max, file, group))
        self._groups.sort(key=lambda group: group[0])

    def values(self, numbers: np.ndarray) -> list[pa.Array]:
        import numpy as np
        import pyarrow as pa

        near = [
            i
            for i, (first, last, _, _) in enumerate(self._groups)
            if len(numbers) and first <= numbers[-1] and last >= numbers[0]
        ]
        self._held = {i: self._held.get(i) or self._read(i) for i in near}
        if not near:
            kinds = self._groups[0][2].schema_arrow if self._groups else None
            return [
                pa.nulls(len(numbers), kinds.field(n).type if kinds else None) for n in self._names
            ]
        table = pa.concat_tables(self._held.values()).combine_chunks()
        rows = table.column(ROW).to_numpy()
        at = np.minimum(np.searchsorted(rows, numbers), len(rows) - 1)
        places = pa.array(at, mask=rows[at] != numbers)
        return [table.column(name).take(places) for name in self._names]

    def _read(self, position: int) -> pa.Table:
        _, _, file, group = self._groups[position]
        return file.read_row_group(group, columns=[ROW, *self._names])
