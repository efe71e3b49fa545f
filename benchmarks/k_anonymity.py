"""k-anonymity of one set of columns against pyCANON, and all sets of up to four among ten.

People of a made-up register: nationality, town and language have long tails, age is a whole number, the
day of arrival one of 1,500. pyCANON is asked for k in an environment of its own, on as many rows as it does
in reasonable time; its time for all rows is that multiplied by the rows, which favours it where its time
grows faster. Ours reads the Parquet file each time anew, counts rows by the codes in which the file keeps
their values, and gives the sizes of all combinations, from which an audit judges k; missing values are settled as in
an audit. The row "by values" is the way of files that are too long for codes: a grouping in polars. What an audit
does besides is in the other rows, which are whole measures: where somebody is below k, and for sets of columns, the
combinations themselves are counted, too. `--runs` is the number of rows.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from unittest import mock

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from audit.engines import coded
from audit.measures import equivalence_classes, key_sets
from audit.measures._cell_groups import counted
from audit.plan_reader import parse
from audit.system import Part
from benchmarks._peers import ask
from benchmarks._studies import Row
from benchmarks._timing import paired, timed

RUNS = 1_000_000
QUICK = 100_000
PEER_ROWS = 20_000
PAIRS = 5

ONE_SET = ("nationality", "sex", "age", "education")
FINE_SET = ("nationality", "sex", "age", "town")


def people(rows: int, seed: int) -> pa.Table:
    """Draw a register: ten quasi-identifiers, together nearly always different."""
    draw = np.random.default_rng(seed)

    def category(name: str, labels: int, tail: float) -> np.ndarray:
        chance = 1 / np.arange(1, labels + 1) ** tail
        names = np.array([f"{name} {i:04d}" for i in range(labels)])
        return names[draw.choice(labels, rows, p=chance / chance.sum())]

    return pa.table({
        "nationality": category("nationality", 150, 1.2),
        "sex": category("sex", 2, 0.1),
        "age": np.clip(draw.gamma(8, 4, rows), 0, 99).astype(np.int64),
        "town": category("town", 1000, 1.0),
        "arrived": np.datetime64("2020-01-01", "D") + draw.integers(0, 1500, rows),
        "language": category("language", 40, 1.2),
        "religion": category("religion", 6, 1.0),
        "family": category("family", 4, 0.5),
        "education": category("education", 6, 0.5),
        "household": draw.poisson(2, rows) + 1,
    })  # fmt: skip


def opened(table: pa.Table, columns: tuple[str, ...], folder: Path) -> Part:
    """Open a table as the runner does."""
    from audit.inputs import Reader
    from audit.readers import read
    from audit.registry import instances
    from audit.runner.opening import choose_engine

    path = folder / f"people-{table.num_rows}-{'-'.join(columns)}.parquet"
    pq.write_table(table, path)
    plan = parse(f"[roles]\nquasi_identifiers = {json.dumps(columns)}\n")
    source = read(path, {}, folder, instances(Reader, "readers"))
    frame = choose_engine("polars").open(source, plan.parts[0])
    return Part(plan=plan.parts[0], audit=plan, frame=frame)


def smallest(part: Part) -> int:
    """Count how many people share each combination, in the engine, and return k."""
    part.frame.cache.clear()  # what was once counted is kept
    return int(min(part.frame.class_sizes(part.plan.roles.all("quasi_identifiers"))))


def study(runs: int, seed: int) -> list[Row]:
    """Time one set beside pyCANON, then everything that is asked of ten columns."""
    table = people(runs, seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [
            *_against_pycanon(table, ONE_SET, 50, folder),
            *_against_pycanon(table, FINE_SET, None, folder),
        ]
        return [*rows, *_all_sets(table, folder)]


def by_values(part: Part) -> int:
    """Return the same k by a grouping of values."""
    with mock.patch.object(coded, "MOST_ROWS", 0):
        return smallest(part)


def _against_pycanon(
    table: pa.Table, columns: tuple[str, ...], least: float | None, folder: Path
) -> list[Row]:
    table = table.select(columns)
    part, few = opened(table, columns, folder), table.slice(0, PEER_ROWS)
    times = table.num_rows / few.num_rows
    groups = len(counted(part).n)

    def theirs() -> float:
        return times * min(ask("benchmarks._peer_pycanon:k_anonymity", few, runs=3).seconds)

    agreed = ask("benchmarks._peer_pycanon:k_anonymity", few).value
    assert agreed == smallest(opened(few, columns, folder))
    assert smallest(part) == by_values(part)
    rows = []
    for ours, what, required in ((smallest, "", least), (by_values, " by values", None)):
        found = paired(lambda ours=ours: timed(lambda: ours(part)), theirs, PAIRS)
        rows.append(Row(
            of=f"pyCANON / ours{what}, k of {len(columns)} columns ({groups:,} combinations), {table.num_rows:,} rows",
            value=found.ratio,
            unit="×",
            at_least=required,
            beside={"ours": f"{found.ours:.3f} s", "pyCANON": f"{found.peer:.1f} s"},
        ))  # fmt: skip
    return rows


def _all_sets(table: pa.Table, folder: Path) -> list[Row]:
    part = opened(table, tuple(table.column_names), folder)

    def anew(measured) -> float:
        part.frame.cache.clear()
        return min(timed(lambda: (part.frame.cache.clear(), measured(part))) for _ in range(3))

    sets = key_sets.make(part)
    size = f"{table.num_rows:,} rows × {len(table.column_names)} columns"
    return [
        Row(
            of=f"all {len(sets.sets)} sets of up to {sets.up_to} columns and special uniques, {size}",
            value=anew(key_sets.make),
            unit="s",
            at_most=10,
        ),
        Row(
            of=f"k of all ten, and what coarser columns would give, {size}",
            value=anew(equivalence_classes.make),
            unit="s",
        ),
    ]
