"""A part's table on any engine: what polars, pandas and DuckDB have in common, through narwhals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit import progress
from audit.engines import adding, counting, describing, opening
from audit.engines.collected import collected
from audit.engines.keys import ROW, Columns
from audit.engines.normal import kind_of, prepared, without_infinities
from audit.engines.rows import part_rows
from audit.engines.sampling import drawn
from audit.engines.scored import Beside, Heard, Scoring, write_scores
from audit.errors import InputError
from audit.inputs import Source
from audit.personal_data.masking import withheld
from audit.plan import PartPlan
from audit.system import WEIGHT, Cells, Margin, Predictor
from audit.vocabulary import ALL, RANDOM_ARM

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import numpy as np
    import pyarrow as pa


def opened(
    table: nw.LazyFrame[Any],
    source: Source,
    part: PartPlan,
    *,
    engine: str,
    attach: Callable[[pa.Table], nw.LazyFrame[Any]],
    beside: Callable[[Sequence[Path]], nw.LazyFrame[Any]] | None = None,
    scorer: Callable[[Frame, Scoring, Path, Heard], None] = write_scores,
) -> Frame:
    """Check a table against the plan of a part and return it as a frame.

    Parameters
    ----------
    table : narwhals.LazyFrame
        All columns of the source as they are, in their order, and `ROW`. An engine that cannot use
        a column's name gives it another.
    attach : callable
        Brings a small Arrow table to the same engine, to be joined.
    beside : callable, optional
        Returns `table` again with the columns of Parquet files put beside it (a column of the same
        name is replaced). The files are those of `scorer`. Without it they are read and joined.
    scorer : callable
        `(frame, scoring, path, heard)`: lets the model answer and writes Parquet to `path`, a file or
        a folder of `.parquet` files, with `ROW` (ascending in each file) and the columns of `scoring`.
        The one for every engine writes one file with a row for every row of the source, in order.

    Raises
    ------
    PlanError
        With slug `unknown-column`, `needs-bins`, `label-not-found`, `positive-missing` or
        `wrong-value`.
    InputError
        With slug `no-rows`, `all-missing`, `score-range`, `not-a-number` or `unsupported-type`.
    """
    file = Path(part.data.source).name or source.parquet.name
    schema = table.collect_schema()
    places = [name for name in schema.names() if name != ROW]
    stored = dict(zip(source.columns, places, strict=True))
    kinds = {name: kind_of(schema[place]) for name, place in stored.items()}
    strange = [name for name, kind in kinds.items() if not kind]
    if strange:
        raise InputError(
            f"{file}: no rule for the type of column '{strange[0]}'", slug="unsupported-type"
        )
    opening.check_names(part, tuple(kinds), file)
    opening.check_kinds(part, kinds, file)
    columns = Columns(kinds, part, {}, stored={k: v for k, v in stored.items() if k != v})
    whole = without_infinities(prepared(table, replace(columns, part=replace(part, where={}))))
    raw = prepared(table, columns)
    values = without_infinities(raw)
    labels, wanted = opening.label_facts(columns), opening.value_facts(columns)
    if part.where:  # labels may occur in other parts of the table than this one
        told, found = opening.Facts.of(whole, labels), opening.Facts.of(values, wanted)
    else:
        told = found = opening.Facts.of(values, {**labels, **wanted})
    columns = replace(columns, positive=opening.positive(told, columns, file))
    rows, columns = opening.check_values(values, found, columns, file)
    return Frame(
        values,
        raw,
        columns,
        rows,
        engine,
        source.parquet,
        attach,
        beside or partial(_joined, table, attach),
        scorer,
    )


def _joined(
    table: nw.LazyFrame[Any],
    attach: Callable[[pa.Table], nw.LazyFrame[Any]],
    paths: Sequence[Path],
) -> nw.LazyFrame[Any]:
    import pyarrow.parquet as pq

    for path in paths:
        more = pq.read_table(path)
        kept = table.drop([n for n in more.column_names if n != ROW], strict=False)
        table = kept.join(attach(more), on=ROW, how="left")
    return table


@dataclass(frozen=True)
class Frame:
    """The `audit.system.Frame` of every engine that reads Parquet through narwhals.

    Attributes
    ----------
    table : narwhals.LazyFrame
        The part's rows, normalised, with `ROW`.
    raw : narwhals.LazyFrame
        The same before NaN and infinity became missing.
    known : Columns
        What the plan makes of the columns.
    besides : tuple of Beside
        Columns that a model added, in Parquet of their own.
    injected : mapping of str to ndarray
        Columns added later from memory, one value a row of the part.
    """

    table: nw.LazyFrame[Any]
    raw: nw.LazyFrame[Any]
    known: Columns
    rows: int
    engine: str
    parquet: Path
    attach: Callable[[pa.Table], nw.LazyFrame[Any]]
    beside: Callable[[Sequence[Path]], nw.LazyFrame[Any]]
    scorer: Callable[[Frame, Scoring, Path, Heard], None] = write_scores
    besides: tuple[Beside, ...] = ()
    injected: Mapping[str, np.ma.MaskedArray[Any, Any]] = field(default_factory=dict)
    cache: dict[str, Any] = field(default_factory=dict)

    @property
    def columns(self) -> Mapping[str, str]:
        """Column name to type, in file order."""
        return self.known.kinds

    # -- counts ---------------------------------------------------------------------------------

    def count(self, margins: Sequence[Margin]) -> list[Cells]:
        """Answer many margins from few scans: they are crossed while cells stay few.

        Crossed tables are kept, and a margin that one of them holds is added up from it.
        """
        return counting.count(self, margins)

    def class_sizes(self, keys: Sequence[str]) -> dict[int, int]:
        """Return how many combinations of the keys are shared by how many people.

        Unlike `count` it brings back no cell: columns of the file are counted by the codes it keeps them
        in, and what is not a column, or too long for that, in the engine.
        """
        return counting.class_sizes(self, keys)

    def as_filed(self, names: Sequence[str] | None = None) -> Frame:
        """Return the same table, with labels as the file has them: no bins, map or pool of the plan.

        Parameters
        ----------
        names : sequence of str, optional
            Columns that are so; all of them if it is not given.
        """
        sections = self.known.part.columns
        finer = sorted(
            name
            for name, each in sections.items()
            if (each.bins or each.map) and (names is None or name in names)
        )
        if not finer:
            return self
        # One for all who ask, so that what one of them counted is kept for the next.
        key = f"as_filed:{finer}"
        known: Frame = self.cache.setdefault(
            key, replace(self, known=self.known.as_filed(finer), cache={})
        )
        return known

    def scanned(self, table: nw.LazyFrame[Any]) -> pa.Table:
        """Compute a table made of this one, and say that its rows were read."""
        found = collected(table)
        progress.worked(self.rows)
        return found

    def facts(
        self, table: nw.LazyFrame[Any], wanted: Mapping[str, nw.Expr | opening.Distinct]
    ) -> opening.Facts:
        """Return single values of a table made of this one, and say that its rows were read."""
        facts = opening.Facts.of(table, wanted)
        progress.worked(self.rows)
        return facts

    def sampled(self, sample: str) -> nw.LazyFrame[Any]:
        """Return the rows of a sample."""
        if sample == ALL:
            return self.table
        return self.table.filter(self.known.key(RANDOM_ARM).expression == 1)

    # -- one column -----------------------------------------------------------------------------

    def moments(
        self, column: str, by: Sequence[str] = (), sample: str = ALL
    ) -> list[dict[str, Any]]:
        """Return n, mean, min, median and max of a numeric column, by the values of keys.

        Rows are in the order of the keys' labels; `n` counts values that are not missing.

        Raises
        ------
        InputError
            With slug `not-a-number`.
        """
        return describing.moments(self, column, by, sample)

    def distinct(self, column: str) -> int:
        """Return how many different values a column has, missing not counted."""
        return describing.distinct(self, column)

    def missing(self) -> Mapping[str, int]:
        """Return how many values are missing in each column."""
        return describing.missing(self)

    def infinite(self) -> Mapping[str, int]:
        """Return how many infinite values each column of numbers held before they became missing."""
        return describing.infinite(self)

    # -- rows -----------------------------------------------------------------------------------

    def sample(
        self,
        size: int,
        columns: Sequence[str],
        *,
        seed: int,
        by: Sequence[str] = (),
        sample: str = ALL,
    ) -> pa.Table:
        """Draw rows by a hash of the row number, the same on every engine.

        Parameters
        ----------
        size : int
            Most rows in total.
        columns : sequence of str
            Columns as they are in the source; `key:NAME` gives the label of a key instead.
        by : sequence of str
            Keys whose values are strata; see `audit.engines.drawing.allocate`.

        Returns
        -------
        pyarrow.Table
            The columns, `audit.system.ROW` and `WEIGHT`, in the order of rows.
        """
        import pyarrow as pa

        rows, weights = drawn(self, size, seed, by, sample)
        progress.worked(self.rows)
        table = pa.concat_tables(part_rows(self, columns, rows=rows))
        return table.append_column(WEIGHT, pa.array(weights, pa.float64()))

    def batches(self, columns: Sequence[str], size: int = 65_536) -> Iterator[pa.Table]:
        """Yield all rows in source order, with `audit.system.ROW`; columns as in `sample`."""
        for table in part_rows(self, columns, size=size):
            progress.worked(table.num_rows)
            yield table

    def withheld(self, name: str) -> Mapping[str, str]:
        """Return what stands in place of those labels of a key that identify a person."""
        known: dict[str, dict[str, str]] = self.cache.setdefault("withheld", {})
        if name not in known:
            key = self.known.key(name)
            found = self.scanned(self.table.select(k=key.expression).unique("k"))
            known[name] = withheld(key.label(value) for value in found.column("k").to_pylist())
        return known[name]

    def row_numbers(self) -> np.ndarray:
        """Return the numbers of the part's rows in the source, ascending."""
        import narwhals.stable.v2 as nw
        import numpy as np

        if not self.known.part.where:
            return np.arange(self.rows, dtype=np.int64)
        if "rows" not in self.cache:
            found = self.scanned(self.table.select(nw.col(ROW)))
            self.cache["rows"] = np.sort(found.column(ROW).to_numpy())
        numbers: np.ndarray = self.cache["rows"]
        return numbers

    def score(
        self,
        predictor: Predictor,
        name: str,
        *,
        folder: Path,
        decision: str = "",
        threshold: float = 0.5,
        heard: Heard = lambda _: None,
    ) -> Frame:
        """Let a model score every row, and return the frame with its scores in role `y_score`.

        The scores go to a Parquet file batch by batch, never into memory as a whole, and are put
        beside the table by row number.

        Parameters
        ----------
        name : str
            Column of the scores; a column of this name is replaced.
        folder : Path
            Where the file is written; it must last as long as the frame.
        decision : str, optional
            Column, in role `y_pred`, that is 1 where the score reaches `threshold`.
        heard : callable, optional
            Told how many rows were scored since the last time.

        Raises
        ------
        ModelError
            As the model raises it, or with slug `score-range` where it calls a number outside 0 to 1
            a probability.
        """
        return adding.score(
            self,
            predictor,
            name,
            folder=folder,
            decision=decision,
            threshold=threshold,
            heard=heard,
        )

    def with_column(self, name: str, values: np.ndarray, *, role: str = "") -> Frame:
        """Return the frame with one more column, such as a model's scores.

        Parameters
        ----------
        name : str
            A column of this name is replaced.
        values : ndarray, shape (rows,)
            In source order. Integers, booleans (as 0 and 1) or floats; NaN is missing.
        role : str, optional
            Role that the column fills from now on; for `y_true`, `y_pred` and the like, 1 is
            positive.

        Raises
        ------
        InputError
            With slug `score-range` if role `y_score` gets a score outside 0 to 1.
        """
        return adding.with_column(self, name, values, role=role)
