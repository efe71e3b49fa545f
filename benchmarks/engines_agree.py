"""A 1,000,000-row Parquet gives the same findings on polars, pandas and DuckDB."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from audit import cases
from audit import plan_reader as plans
from audit.runner import audit_system
from benchmarks._timing import timed


def run(rows: int = 1_000_000) -> None:
    """Audit the visa triage case at this size on each engine, and compare all findings."""
    study = cases.get("visa_triage")
    with tempfile.TemporaryDirectory() as name:
        path = cases.write(cases.make(study, rows=rows, seed=1), study, Path(name))
        plan = plans.load(path)
        plan = replace(plan, privacy=replace(plan.privacy, text_sample=200))
        found, seconds = {}, {}
        for engine in ("polars", "pandas", "duckdb"):

            def work(engine: str = engine) -> None:
                found[engine] = audit_system(plan, engine=engine)[0].findings

            seconds[engine] = timed(work)
    for engine, findings in found.items():
        same = findings == found["polars"]
        print(
            f"{engine:<8} {len(findings)} findings, equal to polars: {same}, {seconds[engine]:.0f} s"
        )
