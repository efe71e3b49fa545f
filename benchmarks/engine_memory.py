"""Peak memory of a whole audit at five times the rows, in processes of their own.

The default audit of a log of decisions without model and text, from Parquet, on each engine that need not
hold the table; `--runs` is the number of rows of the smaller one. The peak is what the system says of the
process when it has ended (`ru_maxrss`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks._studies import Row
from benchmarks.spark_standalone import PLAN, write

RUNS = 10_000_000
QUICK = 1_000_000
TIMES = 5
MOST = {"duckdb": 1.5, "polars": 2.5}

_AUDIT = """
import json, resource, sys, time
from audit import plan_reader as plans
from audit.runner import audit_system
start = time.perf_counter()
record, _ = audit_system(plans.load(sys.argv[1]), engine=sys.argv[2])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([peak / (1024 if sys.platform != "darwin" else 1024**2), len(record.findings),
                  time.perf_counter() - start]))
"""


def study(runs: int, seed: int) -> list[Row]:
    """Audit both sizes on both engines."""
    peaks: dict[tuple[str, int], tuple[float, float]] = {}
    for rows in (runs, TIMES * runs):
        with tempfile.TemporaryDirectory(prefix="audit-") as name:
            plan = Path(name) / "audit.toml"
            plan.write_text(PLAN, encoding="utf-8")
            write(Path(name) / "decisions.parquet", rows, seed)
            for engine in MOST:
                peaks[engine, rows] = _peak(plan, engine)
    return [
        Row(
            of=f"{engine}: peak at {TIMES * runs / 1e6:g} M / at {runs / 1e6:g} M rows",
            value=peaks[engine, TIMES * runs][0] / peaks[engine, runs][0],
            unit="×",
            at_most=most,
            beside={
                "smaller": f"{peaks[engine, runs][0]:,.0f} MB",
                "larger": f"{peaks[engine, TIMES * runs][0]:,.0f} MB",
                "seconds": f"{peaks[engine, TIMES * runs][1]:.0f} s",
            },
        )
        for engine, most in MOST.items()
    ]


def _peak(plan: Path, engine: str) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-c", _AUDIT, str(plan), engine],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    peak, findings, seconds = json.loads(done.stdout.splitlines()[-1])
    assert findings
    return peak, seconds
