"""Group metrics with intervals and verdicts, against fairlearn.MetricFrame with none.

1,000,000 people in 20 groups, already in memory for both; five metrics for both. Ours counts,
compares each group with everyone else, decides together and plans the numbers needed; the cross-check
of the marginal table by fairlearn on the counted rows is included. What follows the scan is timed at
1,000,000 and at 100,000 rows, to show that it does not grow.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from audit.criterion import Limit
from audit.plan_reader import parse
from benchmarks._timing import pairs, timed

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


def table(rows: int, groups: int, seed: int = 0) -> pa.Table:
    """People whose groups, truths and decisions are drawn at random."""
    rng = np.random.default_rng(seed)
    return pa.table(
        {
            "group": np.array([f"g{i:02d}" for i in range(groups)])[rng.integers(0, groups, rows)],
            "y_true": (rng.random(rows) < 0.3).astype("int8"),
            "y_pred": (rng.random(rows) < 0.2).astype("int8"),
        }
    )


def opened(people: pa.Table, folder: Path):
    """Open a table as the runner does, read into memory once."""
    from audit.inputs import Reader
    from audit.readers import read
    from audit.registry import instances
    from audit.runner.opening import choose_engine
    from audit.system import Part

    pq.write_table(people, folder / "people.parquet")
    plan = parse(PLAN)
    source = read(folder / "people.parquet", {}, folder, instances(Reader, "readers"))
    frame = choose_engine("polars").open(source, plan.parts[0])
    return Part(plan=plan.parts[0], audit=plan, frame=frame)


def audit_groups(part) -> object:
    """Count, check against fairlearn's marginals, compare, decide."""
    from audit.measures.group_counts import group_counts

    counted = group_counts.make(part, part.frame.count(group_counts.margins(part)))
    return verdicts(counted.groups("group", "all"))


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


def run(rows: int = 1_000_000, groups: int = 20) -> None:
    """Print the ratio."""
    people = table(rows, groups)
    with tempfile.TemporaryDirectory() as name:
        part = opened(people, Path(name))
        in_memory = people.to_pandas()
        metric_frame(in_memory.head(1000))
        pairs(lambda: audit_groups(part), lambda: metric_frame(in_memory), runs=3)
        counts = {}
        for size in (100_000, rows):
            smaller = opened(table(size, groups), Path(name))
            from audit.measures.group_counts import group_counts

            cells = smaller.frame.count(group_counts.margins(smaller))
            counts[size] = timed(
                lambda c=cells, p=smaller: verdicts(group_counts.make(p, c).groups("group", "all"))
            )
        print("after the scan: " + ", ".join(f"{n:,} rows {s:.3f} s" for n, s in counts.items()))
