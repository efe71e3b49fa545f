"""Counting a large table, against a bare `GROUP BY` of the same columns in DuckDB.

Ours counts people by two group columns, truth and decision, as the plan reads them; then by 20 bins of the
score as well. The bare query reads the same columns of the same Parquet file and adds nothing: no missing
values, no labels, no NaN. Its bins are floored as ours are: DuckDB's own cast to a whole number rounds.
`--runs` is the number of rows.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from audit import plan_reader as plans
from audit.engines.frame import Frame
from audit.inputs import Source
from audit.runner.opening import choose_engine
from audit.system import Margin
from benchmarks._studies import Row
from benchmarks._timing import paired, timed
from benchmarks.spark_standalone import PLAN, write

RUNS = 50_000_000
QUICK = 1_000_000
PAIRS = 5

KEYS = ("nationality", "sex", "y_true", "y_pred")
COLUMNS = "nationality, sex, fraud, flag"
BIN = "least(floor(score * 20), 19)::int"


def study(runs: int, seed: int) -> list[Row]:
    """Time both in turn on one file."""
    import duckdb

    with tempfile.TemporaryDirectory(prefix="audit-") as name:
        path = Path(name) / "decisions.parquet"
        write(path, runs, seed)
        connection = duckdb.connect()

        def bare(columns: str) -> float:
            query = f"select {columns}, count(*) from read_parquet('{path}') group by all"
            return timed(lambda: connection.sql(query).fetchall())

        rows = []
        for engine in ("duckdb", "polars"):
            least = engine == "duckdb"
            frame = opened(path, engine)
            size = f"{engine}, {runs / 1e6:g} M rows"
            rows += [
                _row(f"{size}: ours / bare, no score", frame, KEYS, lambda: bare(COLUMNS),
                     1.5 if least else None),
                _row(f"{size}: ours / bare, 20 score bins", frame, (*KEYS, "score_bin"),
                     lambda: bare(f"{COLUMNS}, {BIN}"), 3.0 if least else None),
                Row(of=f"{size}: opening and its checks", value=timed(lambda e=engine: opened(path, e)),
                    unit="s"),
            ]  # fmt: skip
    return rows


def opened(path: Path, engine: str) -> Frame:
    """Open the table as the runner does."""
    import pyarrow.parquet as pq

    told = pq.read_metadata(path)
    source = Source(
        parquet=path,
        rows=told.num_rows,
        columns=tuple(told.schema.to_arrow_schema().names),
        original_labels={},
        hxl={},
        fingerprint="",
    )
    frame = choose_engine(engine).open(source, plans.parse(PLAN).parts[0])
    assert isinstance(frame, Frame)
    return frame


def _row(of: str, frame: Frame, keys: tuple[str, ...], bare, most: float | None) -> Row:
    def ours() -> float:
        frame.cache.clear()  # a table once counted is kept
        return timed(lambda: frame.count([Margin(keys)]))

    found = paired(bare, ours, PAIRS)
    beside = {"ours": f"{found.peer:.2f} s", "peer": f"{found.ours:.2f} s"}
    return Row(of=of, value=found.ratio, unit="×", at_most=most, beside=beside)
