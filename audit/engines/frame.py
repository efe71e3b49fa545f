"""A part's table on any engine: what polars, pandas and DuckDB have in common, through narwhals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit import progress
from audit.engines import opening
from audit.engines.collected import collected
from audit.engines.crossing import (
    MOST_CELLS,
    MOST_KEPT,
    cross,
    factorised,
    holds,
    marginal,
    needed_keys,
)
from audit.engines.keys import ROW, Columns, Key
from audit.engines.normal import kind_of, prepared, without_infinities
from audit.engines.rows import part_rows
from audit.engines.sampling import drawn
from audit.engines.scored import Beside, Heard, Scoring, write_scores
from audit.engines.summing import Scale
from audit.errors import InputError, ModelError
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
        tables: list[Cells] = self.cache.setdefault("tables", [])
        answers: dict[int, Cells] = {}
        for i, margin in enumerate(margins):
            held = [table for table in tables if holds(table, margin)]
            large = self.cache.get("large")
            if large is not None and set(large.keys) == set(margin.keys) and holds(large, margin):
                held.append(large)
            if held:
                answers[i] = marginal(min(held, key=lambda table: len(table.n)), margin)
        open_ = [i for i in range(len(margins)) if i not in answers]
        asked = [margins[i] for i in open_]
        keys = {name: self.known.key(name) for m in asked for name in needed_keys(m)}
        # One table alone has nothing to be crossed with, so nothing need be known of its size.
        sizes = self._sizes(keys) if len(asked) > 1 else dict.fromkeys(keys, 1)
        for crossing in cross(asked, sizes):
            table = self._group({name: keys[name] for name in crossing.keys}, crossing.sums)
            if len(table.n) <= MOST_CELLS:
                tables.append(table)
            elif len(table.n) <= MOST_KEPT:
                self.cache["large"] = table  # the last one alone: two measures ask for it in turn
            for member in crossing.members:
                answers[open_[member]] = marginal(table, asked[member])
        return [answers[i] for i in range(len(margins))]

    def class_sizes(self, keys: Sequence[str]) -> dict[int, int]:
        """Return how many combinations of the keys are shared by how many people, counted in the engine.

        Unlike `count` it brings back no cell, so memory here does not grow with their number.
        """
        import narwhals.stable.v2 as nw

        known: dict[tuple[str, ...], dict[int, int]] = self.cache.setdefault("class_sizes", {})
        asked = tuple(sorted(keys))
        if asked not in known:
            columns = [self.known.key(key).expression.alias(f"k{i}") for i, key in enumerate(asked)]
            grouped = self.table.select(*columns).group_by([f"k{i}" for i in range(len(asked))])
            sizes = grouped.agg(nw.len().alias("n")).group_by("n").agg(nw.len().alias("classes"))
            found = self._scanned(sizes)
            people, classes = (found.column(name).to_pylist() for name in ("n", "classes"))
            pairs = zip(map(int, people), map(int, classes), strict=True)
            known[asked] = dict(sorted(pairs))
        return dict(known[asked])

    def _sizes(self, keys: Mapping[str, Key]) -> dict[str, int]:
        sizes = self.cache.setdefault("sizes", dict(self.known.sizes))
        unknown = [name for name, key in keys.items() if key.size is None and name not in sizes]
        if unknown:
            facts = self._facts(
                self.table, {name: opening.Distinct(keys[name].expression) for name in unknown}
            )
            sizes.update({name: max(facts.count(name), 1) for name in unknown})
        return {name: key.size or sizes[name] for name, key in keys.items()}

    def _group(self, keys: Mapping[str, Key], sums: Sequence[str]) -> Cells:
        import narwhals.stable.v2 as nw
        import numpy as np

        columns = [key.expression.alias(f"k{i}") for i, key in enumerate(keys.values())]
        scales = self._scales(sums)
        parts = {
            f"s{i}_{place}": part
            for i, (name, scale) in enumerate(zip(sums, scales, strict=True))
            for place, part in enumerate(_parts(self._summand(name), scale))
        }
        added = [part.alias(name) for name, part in parts.items()]
        totals = [nw.col(name).sum().alias(name) for name in parts]
        if keys:
            grouped = self.table.select(*columns, *added).group_by(
                [f"k{i}" for i in range(len(keys))]
            )
            found = self._scanned(grouped.agg(nw.len().alias("n"), *totals))
        else:
            alone = self.table.select(nw.col(ROW), *added)
            found = self._scanned(alone.select(nw.len().alias("n"), *totals))
        codes = np.empty((found.num_rows, len(keys)), dtype=np.int64)
        labels = []
        for i, key in enumerate(keys.values()):
            names, codes[:, i] = factorised(found.column(f"k{i}"), key)
            labels.append(names)
        return Cells(
            keys=tuple(keys),
            labels=tuple(labels),
            codes=codes,
            n=found.column("n").to_numpy().astype(np.int64),
            sums={
                name: np.array(_totals(found, f"s{i}", scale))
                for i, (name, scale) in enumerate(zip(sums, scales, strict=True))
            },
        )

    def _scales(self, sums: Sequence[str]) -> list[Scale | None]:
        """Return how the values of each sum are cut, so that the order of addition is nothing."""
        known = self.cache.setdefault("scales", {})
        if (score := self.known.part.roles.one("y_score")) is not None:
            low, high = self.known.score_range  # settled when the table was opened
            known.setdefault(score, Scale.of(max(abs(low), abs(high)), self.rows))
        unknown = [name for name in sums if name not in known]
        if unknown:
            facts = self._facts(self.table, {n: self._summand(n).abs().max() for n in unknown})
            known.update({n: Scale.of(float(facts.found[n] or 0), self.rows) for n in unknown})
        return [known[name] for name in sums]

    def _summand(self, name: str) -> nw.Expr:
        """Return a column, `1/p` or a product such as `w*1/p`, as a float."""
        factors = [name] if name in self.known.kinds else name.split("*")
        product = self._factor(factors[0].strip())
        for factor in factors[1:]:
            product = product * self._factor(factor.strip())
        return product

    def _factor(self, name: str) -> nw.Expr:
        import narwhals.stable.v2 as nw

        if name not in self.known.kinds and name.startswith("1/"):
            chance = self.known.value(name.removeprefix("1/")).cast(nw.Float64)
            return 1 / nw.when(chance > 0).then(chance)
        return self.known.value(name).cast(nw.Float64)

    def _scanned(self, table: nw.LazyFrame[Any]) -> pa.Table:
        found = collected(table)
        progress.worked(self.rows)
        return found

    def _facts(
        self, table: nw.LazyFrame[Any], wanted: Mapping[str, nw.Expr | opening.Distinct]
    ) -> opening.Facts:
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
        import narwhals.stable.v2 as nw

        if self.columns[column] not in ("integer", "number"):
            raise InputError(
                f"column '{column}' holds {self.columns[column]}, and numbers are needed",
                slug="not-a-number",
            )
        keys = {name: self.known.key(name) for name in by}
        value = nw.col("v")
        wanted = {
            "n": value.count(), "mean": value.mean(), "min": value.min(),
            "median": value.median(), "max": value.max(),
        }  # fmt: skip
        aggregates = [expression.alias(name) for name, expression in wanted.items()]
        table = self.sampled(sample).select(
            *(key.expression.alias(f"k{i}") for i, key in enumerate(keys.values())),
            self.known.value(column).cast(nw.Float64).alias("v"),
        )
        places = [f"k{i}" for i in range(len(keys))]
        grouped = table.group_by(places).agg(*aggregates) if keys else table.select(*aggregates)
        found = self._scanned(grouped)
        order = {}
        for i, (name, key) in enumerate(keys.items()):
            labels, codes = factorised(found.column(f"k{i}"), key)
            order[name] = [(int(code), labels[code]) for code in codes]
        numbers = [found.column(name).to_pylist() for name in wanted]
        rows = []
        for r in range(found.num_rows):
            said = dict(zip(wanted, (column[r] for column in numbers), strict=True))
            place = tuple(order[name][r][0] for name in keys)
            rows.append((place, {**{name: order[name][r][1] for name in keys}, **said}))
        rows.sort(key=lambda row: row[0])
        # Engines add in different orders: beyond ten digits a mean says which engine made it.
        return [{**row, "n": int(row["n"] or 0), "mean": _rounded(row["mean"])} for _, row in rows]

    def distinct(self, column: str) -> int:
        """Return how many different values a column has, missing not counted."""
        import narwhals.stable.v2 as nw

        counts = self.cache.setdefault("distinct", {})
        if column not in counts:
            value = self.known.value(column)
            facts = self._facts(
                self.table,
                {"all": opening.Distinct(value), "gaps": value.is_null().cast(nw.Int64).max()},
            )
            counts[column] = facts.count("all") - facts.count("gaps")
        return int(counts[column])

    def missing(self) -> Mapping[str, int]:
        """Return how many values are missing in each column."""
        if "missing" not in self.cache:
            values = {name: self.known.value(name).null_count() for name in self.columns}
            facts = self._facts(self.table, values)
            self.cache["missing"] = {name: facts.count(name) for name in values}
        found: dict[str, int] = self.cache["missing"]
        return dict(found)

    def infinite(self) -> Mapping[str, int]:
        """Return how many infinite values each column of numbers held before they became missing."""
        import narwhals.stable.v2 as nw

        numbers = [
            name for name, kind in self.columns.items()
            if kind == "number" and name not in self.injected
        ]  # fmt: skip
        if not numbers:
            return {}
        facts = self._facts(
            self.raw,
            {
                name: (~column.is_finite() & ~column.is_nan()).cast(nw.Int64).sum()
                for name, column in ((n, nw.col(self.known.place(n))) for n in numbers)
            },
        )
        return {name: facts.count(name) for name in numbers}

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
            found = self._scanned(self.table.select(k=key.expression).unique("k"))
            known[name] = withheld(key.label(value) for value in found.column("k").to_pylist())
        return known[name]

    def row_numbers(self) -> np.ndarray:
        """Return the numbers of the part's rows in the source, ascending."""
        import narwhals.stable.v2 as nw
        import numpy as np

        if not self.known.part.where:
            return np.arange(self.rows, dtype=np.int64)
        if "rows" not in self.cache:
            found = self._scanned(self.table.select(nw.col(ROW)))
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
        import numpy as np

        scoring = Scoring(predictor, name, decision, threshold)
        path = folder / f"scores-{len(self.besides)}.parquet"
        self.scorer(self, scoring, path, heard)
        besides = (*self.besides, Beside(path, scoring.kinds))
        kept = {n: kind for n, kind in self.known.kinds.items() if n not in self.injected}
        known = _with_role(replace(self.known, kinds={**kept, **scoring.kinds}), "y_score", name)
        if decision:
            known = _with_role(known, "y_pred", decision)
        table = self.beside([each.path for each in besides])
        raw = prepared(table.select(ROW, *(known.place(each) for each in known.kinds)), known)
        values = without_infinities(raw)
        known = replace(known, score_range=_span(values, known, name, predictor.output_space))
        cache = {k: v for k, v in self.cache.items() if k == "rows"}
        frame = replace(
            self, table=values, raw=raw, known=known, besides=besides, injected={}, cache=cache
        )
        for column, more in self.injected.items():
            whole = more.dtype.kind != "f"
            frame = frame.with_column(column, np.asarray(more if whole else more.filled(np.nan)))
        return frame

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
        import numpy as np
        import pyarrow as pa

        values = np.asarray(values)
        if values.shape != (self.rows,):
            raise ValueError(f"{values.shape} values for {self.rows} rows")
        whole = values.dtype.kind in "biu"
        values = values.astype(np.int64 if whole else np.float64)
        gaps = np.zeros(len(values), dtype=bool) if whole else ~np.isfinite(values)
        more = pa.table(
            {ROW: self.row_numbers(), name: pa.array(values, mask=gaps)},
        )
        kinds = {**self.known.kinds, name: "integer" if whole else "number"}
        known = replace(self.known, kinds=kinds)
        if role:
            known = _with_role(known, role, name)
        if role == "y_score" and not gaps.all():
            found = values[~gaps]
            outside = int(((found < 0) | (found > 1)).sum())
            extremes = float(found.min()), float(found.max())
            span = opening.score_range(known.part, extremes, outside, "the model's score")
            known = replace(known, score_range=span)
        order = [ROW, *(known.place(each) for each in kinds)]
        joined = self.table.drop([name], strict=False).join(self.attach(more), on=ROW)
        return replace(
            self,
            table=joined.select(order),
            known=known,
            injected={**self.injected, name: np.ma.masked_array(values, gaps)},
            cache={k: v for k, v in self.cache.items() if k == "rows"},
        )


def _with_role(known: Columns, role: str, name: str) -> Columns:
    roles = known.part.roles
    roles = replace(
        roles,
        columns={**roles.columns, role: (name,)},
        positive={**roles.positive, role: ("1",)},
    )
    positive = {**known.positive, role: ("1",)}
    return replace(known, part=replace(known.part, roles=roles), positive=positive)


def _span(table: nw.LazyFrame[Any], known: Columns, name: str, space: str) -> tuple[float, float]:
    """Return where the bins of a model's scores begin and end."""
    facts = opening.Facts.of(table, opening.score_facts(known.value(name)))
    found = float(facts.found["low"]), float(facts.found["high"])
    if space == "margin":
        return found
    try:
        return opening.score_range(known.part, found, facts.count("outside"), "the model's score")
    except InputError as problem:
        raise ModelError(problem.message, slug=problem.slug, hint=problem.hint) from None


def _parts(value: nw.Expr, scale: Scale | None) -> tuple[nw.Expr, ...]:
    return scale.parts(value) if scale is not None else (value,)


def _totals(found: pa.Table, name: str, scale: Scale | None) -> list[float]:
    high = found.column(f"{name}_0").to_pylist()
    if scale is None:
        return [float(x or 0) for x in high]
    low = found.column(f"{name}_1").to_pylist()
    return [scale.total(int(a or 0), int(b or 0)) for a, b in zip(high, low, strict=True)]


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.10g}")
