"""Unicity of traces from a sample of people: how often its interval holds what everybody's traces say.

People go to places of unequal use, some often; what a few points of their own single out is found once for
everybody, over many draws of points, and then from samples of people as an audit draws them. The interval of an
audit must cover the first. The table is also timed with 1,000,000 points. `--runs` is the number of audits in
each world.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from audit.measures import traces
from audit.plan_reader import parse
from audit.system import Part
from benchmarks._studies import Row

RUNS = 400
QUICK = 30
PEOPLE = 3_000
SAMPLE = 400
DRAWS = 20
POINTS = 1_000_000

PLAN = """
[data]
source = "points.parquet"
[roles]
identifiers = "who"
time = "at"
place = ["cell"]
"""


def table(points: int, people: int, cells: int, hours: int, seed: int) -> pa.Table:
    """Points of people who each have a few places of their own, of unequal use, and go elsewhere at times."""
    rng = np.random.default_rng(seed)
    use = 1 / np.arange(1, cells + 1) ** 0.7
    own = rng.choice(cells, (people, 4), p=use / use.sum())
    who = rng.integers(0, people, points)
    home = rng.random(points) < 0.8
    cell = np.where(
        home, own[who, rng.integers(0, 4, points)], rng.choice(cells, points, p=use / use.sum())
    )
    minutes = rng.integers(0, hours * 60, points).astype("timedelta64[m]")
    return pa.table(
        {
            "who": [f"p{i}" for i in who],
            "at": (np.datetime64("2024-01-01T00:00") + minutes).astype("datetime64[us]"),
            "cell": [f"c{i}" for i in cell],
        }
    )


def opened(points: pa.Table, folder: Path) -> Part:
    """Open a table as the runner does."""
    from audit.inputs import Reader
    from audit.readers import read
    from audit.registry import instances
    from audit.runner.opening import choose_engine

    pq.write_table(points, folder / "points.parquet")
    plan = parse(PLAN)
    source = read(folder / "points.parquet", {}, folder, instances(Reader, "readers"))
    frame = choose_engine("polars").open(source, plan.parts[0])
    return Part(plan=plan.parts[0], audit=plan, frame=frame)


def found(points: pl.DataFrame, seed: int, people: int) -> list[traces.Unicity]:
    """Return what an audit with this seed says of 1 to 4 points, `people` of them examined."""
    rng = np.random.default_rng([seed, PEOPLE])
    drawn = np.sort(rng.choice(PEOPLE, people, replace=False)).astype(np.uint32)
    return traces.singled_out(points, traces.told(points, "1h", 0), drawn, seed)[1]


def study(runs: int = RUNS, seed: int = 0) -> list[Row]:
    rows = []
    for of, cells, hours in (("few places and hours", 12, 24), ("more of them", 40, 48)):
        with tempfile.TemporaryDirectory() as name:
            part = opened(table(20 * PEOPLE, PEOPLE, cells, hours, seed), Path(name))
            points = traces.read_points(part, "who")
        draws = [found(points, 1_000_000 + i, PEOPLE) for i in range(DRAWS)]
        true = [float(np.mean([draw[n].share for draw in draws])) for n in range(traces.POINTS)]
        audits = [found(points, seed + i, SAMPLE) for i in range(runs)]
        for n in range(traces.POINTS):
            covered = sum(a[n].low <= true[n] <= a[n].high for a in audits)
            rows.append(
                Row.share(
                    f"{of}, {n + 1} point{'s' if n else ''}: intervals that hold it",
                    events=covered,
                    runs=runs,
                    at_least=0.93 if runs >= RUNS else 0.8,
                    beside={"singled out": true[n]},
                )
            )
    rows.append(_timed(POINTS if runs >= RUNS else 100_000, seed))
    return rows


def _timed(points: int, seed: int) -> Row:
    with tempfile.TemporaryDirectory() as name:
        part = opened(table(points, points // 40, 500, 24 * 90, seed), Path(name))
        start = time.perf_counter()
        made = traces.make(part)
        seconds = time.perf_counter() - start
    of = f"{points:,} points of {made.people:,} people, {made.examined:,} examined, {len(made.coarser)} resolutions"
    return Row(of=of, value=seconds, unit="s", at_most=15)
