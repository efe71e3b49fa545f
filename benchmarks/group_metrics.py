"""Group metrics with intervals and verdicts, against peers that give none of either.

The same people are in memory for each; five rates for each group. Ours counts, compares each group
with everyone else, decides together and plans the numbers needed; the cross-check of its marginal table
by fairlearn on the counted rows is included. `fairlearn.MetricFrame` gives the rates; Aequitas and AIF360
give rates and differences, in an environment of their own, timed there without their import. `--runs` is
the number of people.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from audit.criterion import Limit
from audit.plan_reader import parse
from benchmarks._peers import ask
from benchmarks._studies import Row
from benchmarks._timing import paired, timed

RUNS = 1_000_000
QUICK = 100_000
PAIRS = 5
GROUPS = 20

PLAN = """
[system]
kind = "decisions"
[data]
source = "people.parquet"
[roles]
y_true = "y_true"
y_pred = "y_pred"
sensitive_features = ["group"]
positive = { y_true = [1], y_pred = [1] }
positive_is = "adverse"
outcome_known = "everyone"
y_true_recorded_by = "nobody, it is simulated"
"""


def table(rows: int, groups: int, seed: int = 0, more: int = 0) -> pa.Table:
    """People whose groups, truths and decisions are drawn at random; `more` gives a second feature."""
    rng = np.random.default_rng(seed)
    columns = {
        "group": np.array([f"g{i:02d}" for i in range(groups)])[rng.integers(0, groups, rows)],
        "y_true": (rng.random(rows) < 0.3).astype("int8"),
        "y_pred": (rng.random(rows) < 0.2).astype("int8"),
    }
    if more:
        columns["route"] = np.array([f"r{i:02d}" for i in range(more)])[rng.integers(0, more, rows)]
    return pa.table(columns)


def opened(people: pa.Table, folder: Path):
    """Open a table as the runner does, read into memory once."""
    from audit.inputs import Reader
    from audit.readers import read
    from audit.registry import instances
    from audit.runner.opening import choose_engine
    from audit.system import Part

    pq.write_table(people, folder / "people.parquet")
    features = [name for name in people.column_names if not name.startswith("y_")]
    plan = parse(PLAN.replace('["group"]', json.dumps(features)))
    source = read(folder / "people.parquet", {}, folder, instances(Reader, "readers"))
    frame = choose_engine("polars").open(source, plan.parts[0])
    return Part(plan=plan.parts[0], audit=plan, frame=frame)


def audit_groups(part) -> object:
    """Count, check against fairlearn's marginals, compare, decide."""
    from audit.measures.group_counts import group_counts

    part.frame.cache.clear()  # each time anew: a table once counted is kept
    counted = group_counts.make(part, part.frame.count(group_counts.margins(part)))
    return verdicts(counted.groups("group", "all"))


def audit_intersections(part) -> object:
    """The same for every combination of two features."""
    from audit.measures.intersections import intersections

    part.frame.cache.clear()
    counted = intersections.make(part, part.frame.count(intersections.margins(part)))
    return verdicts(counted.groups("group × route", "all"))


def verdicts(groups) -> object:
    """Decide the rates together: intervals, p-values, numbers needed."""
    from audit.check import Measured
    from audit.inference.verdict import Posed, decide
    from audit.text import say
    from audit.vocabulary import Worse

    rates = {
        "false_positive_rate": lambda c: c.false_positive,
        "false_negative_rate": lambda c: c.false_negative,
        "selection_rate": lambda c: c.selection,
        "precision": lambda c: c.precision,
        "base_rate": lambda c: c.base,
    }
    return decide(
        [
            Posed(
                id=name,
                measured=Measured(
                    metric=name,
                    rates={g: rate(c) for g, c in groups.items()},
                    worse=Worse.HIGHER,
                    phrase=say("fa201.adverse"),
                ),
                limit=Limit(ratio=1.25, difference=0.01),
                family="lead" if i < 2 else "",
            )
            for i, (name, rate) in enumerate(rates.items())
        ]
    )


def metric_frame(people) -> object:
    """Ask fairlearn for the same five rates by group, without any interval."""
    from fairlearn.metrics import (
        MetricFrame,
        false_negative_rate,
        false_positive_rate,
        mean_prediction,
        selection_rate,
    )
    from sklearn.metrics import precision_score

    frame = MetricFrame(
        metrics={
            "false_positive_rate": false_positive_rate,
            "false_negative_rate": false_negative_rate,
            "selection_rate": selection_rate,
            "precision": precision_score,
            "base_rate": lambda y_true, y_pred: mean_prediction(y_true, y_true),  # noqa: ARG005
        },
        y_true=people["y_true"],
        y_pred=people["y_pred"],
        sensitive_features=people["group"],
    )
    return frame.by_group


def study(runs: int, seed: int) -> list[Row]:
    """Time ours and each peer in turn."""
    people = table(runs, GROUPS, seed)
    size = f"{runs:,} people × {GROUPS} groups"
    with tempfile.TemporaryDirectory() as name:
        part = opened(people, Path(name))
        in_memory = people.to_pandas()
        metric_frame(in_memory.head(1000))

        def ours() -> float:
            return timed(lambda: audit_groups(part))

        def fairlearn() -> float:
            return timed(lambda: metric_frame(in_memory))

        rows = [_row(f"fairlearn.MetricFrame / ours, {size}", ours, fairlearn, 100)]
        for peer in ("aequitas", "aif360"):

            def theirs(peer: str = peer) -> float:
                return min(ask(f"benchmarks._peer_{peer}:groups", people).seconds)

            rows.append(_row(f"{peer} / ours, {size}", ours, theirs, 1))
        return [*rows, _after_the_scan(runs, seed, Path(name)), _crossed(runs, seed, Path(name))]


def _row(of: str, ours, peer, least: float) -> Row:
    found = paired(ours, peer, PAIRS)
    beside = {"ours": f"{found.ours:.3f} s", "peer": f"{found.peer:.3f} s"}
    return Row(of=of, value=found.ratio, unit="×", at_least=least, beside=beside)


def _after_the_scan(runs: int, seed: int, folder: Path) -> Row:
    """Verdicts from counts take the same time whatever was counted."""
    from audit.measures.group_counts import group_counts

    seconds = []
    for size in (runs, runs // 10):
        part = opened(table(size, GROUPS, seed), folder)
        cells = part.frame.count(group_counts.margins(part))

        def after(part=part, cells=cells) -> float:
            return timed(lambda: verdicts(group_counts.make(part, cells).groups("group", "all")))

        seconds.append(after)
    found = paired(*seconds, PAIRS)
    beside = {"ours": f"{found.ours:.3f} s", "peer": f"{found.peer:.3f} s"}
    return Row(
        of="after the scan: a tenth of the people / all", value=found.ratio, unit="×", beside=beside
    )


def _crossed(runs: int, seed: int, folder: Path) -> Row:
    part = opened(table(runs, 19, seed, more=30), folder)
    audit_intersections(part)
    seconds = min(timed(lambda: audit_intersections(part)) for _ in range(3))
    return Row(
        of=f"{runs:,} people × 570 intersectional groups, after import",
        value=seconds,
        unit="s",
        at_most=2,
    )
