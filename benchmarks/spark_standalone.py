"""One large table on Spark, a master and two workers on this machine, against DuckDB: the same findings.

The table is drawn from a seed and streamed to Parquet; `--runs` is its number of rows. The audit is the
default one of a log of decisions: every question that needs no model and no text.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import numpy as np

from audit import plan_reader as plans
from audit.record import AuditRecord
from audit.runner import audit_system
from benchmarks._studies import Row

RUNS = 50_000_000
QUICK = 1_000_000
WORKERS = 2
CHUNK = 1_000_000

PLAN = """
[system]
name = "A large triage"
kind = "decisions"
coercive = true
jurisdictions = ["EU"]
decided_on = "2025"
[data]
source = "decisions.parquet"
[roles]
y_true = "fraud"
y_pred = "flag"
y_score = "score"
positive = { y_true = ["yes"], y_pred = ["red"] }
positive_is = "adverse"
outcome_known = "everyone"
y_true_recorded_by = "an outside panel"
sensitive_features = ["nationality", "sex", "age"]
control_features = ["post"]
[columns.age]
bins = [18, 30, 45, 65]
"""


def study(runs: int, seed: int) -> list[Row]:
    """Audit `runs` rows on both engines."""
    with tempfile.TemporaryDirectory(prefix="audit-") as name:
        folder = Path(name)
        write(folder / "decisions.parquet", runs, seed)
        plan = plans.parse(PLAN, base=str(folder))
        one, duckdb = _audited(plan, "duckdb")
        with cluster(folder) as (url, executors):
            spread = plans.parse(
                PLAN.replace("[data]", f'[data]\nengine_url = "{url}"'), base=str(folder)
            )
            two, spark = _audited(spread, "spark")
            used = executors()
    size = f"{runs / 1e6:g} M rows"
    differ = len(two.findings) - sum(
        a == b for a, b in zip(one.findings, two.findings, strict=True)
    )
    return [
        Row(of=f"findings that differ from DuckDB's, {size}", value=differ, at_most=0),
        Row(of="findings", value=len(two.findings), beside={"DuckDB": len(one.findings)}),
        Row(of="workers that counted", value=used, at_least=WORKERS),
        Row(
            of="whole audit, Spark's start included",
            value=spark,
            unit="s",
            beside={"DuckDB": duckdb},
        ),
    ]


def _audited(plan: plans.Plan, engine: str) -> tuple[AuditRecord, float]:
    start = time.perf_counter()
    record = audit_system(plan, engine=engine)[0]
    return record, time.perf_counter() - start


def write(path: Path, rows: int, seed: int) -> None:
    """Stream a log of decisions to Parquet: 20 nationalities, one of them flagged too often."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    nations = pa.array([f"N{i:02d}" for i in range(20)])
    share = np.arange(20, 0, -1) / 210
    writer = None
    for start in range(0, rows, CHUNK):
        n = min(CHUNK, rows - start)
        rng = np.random.default_rng([seed, start])
        nation = rng.choice(20, n, p=share)
        fraud = rng.random(n) < 0.04
        score = np.clip(0.25 * rng.random(n) + 0.5 * fraud * rng.random(n), 0, 1)
        flag = score > np.where(nation == 7, 0.2, 0.23)
        pick = {
            "nationality": pa.DictionaryArray.from_arrays(nation.astype(np.int32), nations),
            "sex": pa.array(np.where(rng.random(n) < 0.5, "f", "m")),
            "age": pa.array(rng.integers(0, 90, n), pa.int16(), mask=rng.random(n) < 0.01),
            "post": pa.array(np.char.add("post ", rng.integers(1, 6, n).astype(str))),
            "fraud": pa.array(np.where(fraud, "yes", "no")),
            "score": pa.array(score),
            "flag": pa.array(np.where(flag, "red", "green")),
        }
        table = pa.table(pick)
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table)
    if writer is not None:
        writer.close()


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, object]]:
    """Start a master and workers of one core each; yield its address and what counts executors."""
    port, page = _free_port(), _free_port()
    url = f"spark://127.0.0.1:{port}"
    memory = "--conf spark.executor.memory=1800m --conf spark.driver.memory=2g pyspark-shell"
    here = {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_SUBMIT_ARGS": memory}
    running: list[subprocess.Popen[bytes]] = []
    with mock.patch.dict(os.environ, here):
        try:
            given = ("--host", "127.0.0.1", "--port", str(port), "--webui-port", str(page))
            running.append(_spark("master.Master", *given))
            _until(page, 0)
            for number in range(WORKERS):
                work = str(folder / f"worker-{number}")
                sized = ("--cores", "1", "--memory", "2g", "--webui-port", "0", "--work-dir", work)
                running.append(_spark("worker.Worker", "--host", "127.0.0.1", *sized, url))
            _until(page, WORKERS)
            yield url, lambda: sum(any(folder.glob(f"worker-{i}/app-*/*")) for i in range(WORKERS))
        finally:
            for process in reversed(running):
                process.terminate()
            for process in running:
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


def _spark(what: str, *given: str) -> subprocess.Popen[bytes]:
    from pyspark.find_spark_home import _find_spark_home

    script = "spark-class.cmd" if os.name == "nt" else "spark-class"
    command = [str(Path(_find_spark_home()) / "bin" / script), f"org.apache.spark.deploy.{what}"]
    silent = subprocess.DEVNULL
    return subprocess.Popen([*command, *given], stdout=silent, stderr=silent)


def _until(page: int, workers: int, seconds: float = 120) -> None:
    """Wait until the master's page tells of so many workers."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{page}/json/", timeout=5) as answer:
                if json.load(answer)["aliveworkers"] >= workers:
                    return
        except (OSError, ValueError):
            pass
        time.sleep(0.5)
    raise SystemExit(f"Spark's master had not {workers} workers within {seconds:g} seconds")


def _free_port() -> int:
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        return int(each.getsockname()[1])
