"""l-diversity and t-closeness, against pyCANON on the same people.

One column of labels and one of numbers, three quasi-identifiers. pyCANON answers in an environment of its
own and is timed there without its import; its largest distance must be ours, and its l as well. Ours is timed
from the file in memory to the evidence, with every form of l at once, and then on 1,000,000 people. `--runs` is
the number of people that both are asked about.
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from audit.measures import sensitive_values
from audit.measures.sensitive_values import ValueClasses
from audit.plan_reader import parse
from audit.system import Part
from benchmarks._peers import ask
from benchmarks._studies import Row
from benchmarks._timing import paired, timed

RUNS = 5_000
QUICK = 1_000
MANY = 1_000_000
PAIRS = 3
PEER = "benchmarks._peer_pycanon_values:values"
KNOWN = ("age", "town", "month")

PLAN = """
[data]
source = "people.parquet"
[roles]
quasi_identifiers = ["age", "town", "month"]
confidential = ["illness", "income"]
"""


def table(rows: int, seed: int) -> pa.Table:
    """People whose illness leans on the town and whose income on the age, as people's do."""
    rng = np.random.default_rng(seed)
    age, town, month = (rng.integers(0, n, rows) for n in (40, 12, 12))
    illness = (rng.geometric(0.35, rows) + town // 4) % 9
    income = 100 * ((rng.gamma(3, 2, rows) + age / 10).astype(int) % 40)
    return pa.table(
        {
            "age": age,
            "town": np.array([f"t{i}" for i in range(12)])[town],
            "month": month,
            "illness": np.array([f"i{i}" for i in range(9)])[illness],
            "income": income.astype(float),
        }
    )


def opened(people: pa.Table, folder: Path) -> Part:
    """Open a table as the runner does."""
    from audit.inputs import Reader
    from audit.readers import read
    from audit.registry import instances
    from audit.runner.opening import choose_engine

    pq.write_table(people, folder / "people.parquet")
    plan = parse(PLAN)
    source = read(folder / "people.parquet", {}, folder, instances(Reader, "readers"))
    frame = choose_engine("polars").open(source, plan.parts[0])
    return Part(plan=plan.parts[0], audit=plan, frame=frame)


def ours(part: Part) -> tuple[ValueClasses, ...]:
    """Count anew, and measure both columns."""
    part.frame.cache.clear()  # type: ignore[attr-defined]
    return sensitive_values.make(part, part.frame.count(sensitive_values.margins(part))).columns


def _peer_seconds(asked: pa.Table, column: str) -> float:
    return ask(PEER, asked, confidential=column).seconds[0]


def study(runs: int = RUNS, seed: int = 0) -> list[Row]:
    rows = []
    with tempfile.TemporaryDirectory() as name:
        people = table(runs, seed)
        part = opened(people, Path(name))
        for found in ours(part):
            asked = people.select([*KNOWN, found.column])
            theirs = ask(PEER, asked, confidential=found.column)
            l, entropy, t = theirs.value  # noqa: E741 (the field's letter)
            same = (found.distinct[0][0], found.entropy[0][0]) == (l, entropy)
            apart = abs(found.furthest - t)
            of = f"{found.column}, {runs:,} people in {found.combinations:,} combinations"
            rows.append(Row(of=f"{of}: largest distance, ours less pyCANON's", value=apart, at_most=1e-9,
                            beside={"l": "the same" if same else "another"}))  # fmt: skip
            peer_seconds = partial(_peer_seconds, asked, found.column)
            times = paired(lambda: timed(lambda: ours(part)), peer_seconds, PAIRS)
            rows.append(
                Row(
                    of=f"{of}: pyCANON / ours for both columns",
                    value=times.ratio,
                    unit="×",
                    at_least=50,
                )
            )
    with tempfile.TemporaryDirectory() as name:
        part = opened(table(MANY if runs >= RUNS else 100 * runs, seed), Path(name))
        seconds = min(timed(lambda: ours(part)) for _ in range(PAIRS))
        rows.append(
            Row(of=f"both columns, {part.frame.rows:,} people", value=seconds, unit="s", at_most=10)
        )
    return rows
