"""What tests share: a small table, a plan for it, and real parts that may be absent."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest


def real_part(name: str, *, present: bool, reason: str) -> None:
    """Skip where a real part is absent, or fail if this run says it must be there."""
    if present:
        return
    required = os.environ.get("AUDIT_TEST_REQUIRE", "").replace(",", " ").split()
    if name in required:
        pytest.fail(f"{name} is required here: {reason}")
    pytest.skip(reason)


@pytest.fixture
def chromium() -> str:
    """Path of a Chromium to open pages with."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    real_part("chromium", present=bool(path), reason="no chromium on this machine")
    return path


FEW_AND_SMALL = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "OFF",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.autoBroadcastJoinThreshold": "-1",
}
"""For a table of a few rows, compiling a query takes longest."""


def _missing_for_spark() -> str:
    if importlib.util.find_spec("pyspark") is None:
        return "pyspark is not installed"
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home) / "bin") if home else None)
    return "" if java else "no Java on this machine"


@pytest.fixture(scope="session")
def one_spark() -> Iterator[None]:
    """A Spark session on this machine for all tests, which the engine finds."""
    missing = _missing_for_spark()
    real_part("spark", present=not missing, reason=missing)
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = SparkSession.builder.master("local[2]").config(map=FEW_AND_SMALL).getOrCreate()
    yield
    session.stop()


PLAN = """
[audit]
auditor = "An auditor"

[system]
name = "Small triage"
kind = "decisions"
jurisdictions = ["EU"]
decided_on = "2025"

[data]
source = "decisions.parquet"

[roles]
y_true = "fraud"
y_pred = "flag"
positive = { y_true = ["yes"], y_pred = ["red"] }
positive_is = "adverse"
outcome_known = "everyone"
y_true_recorded_by = "an outside panel"
sensitive_features = ["region", "sex"]
"""


def small_table(n: int = 6000, seed: int = 0, harmed: float = 0.30) -> pa.Table:
    """People of four regions; region D is flagged without cause at `harmed`, the others at 12 %."""
    rng = np.random.default_rng(seed)
    region = rng.choice(["A", "B", "C", "D"], n, p=[0.4, 0.3, 0.15, 0.15])
    sex = rng.choice(["f", "m"], n)
    truth = rng.random(n) < 0.1
    rate = np.where(truth, 0.7, np.where(region == "D", harmed, 0.12))
    flag = rng.random(n) < rate
    return pa.table(
        {
            "case": [f"{i:06d}" for i in range(n)],
            "region": region,
            "sex": sex,
            "fraud": np.where(truth, "yes", "no"),
            "flag": np.where(flag, "red", "green"),
        }
    )


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A folder with `decisions.parquet` and the plan `audit.toml` for it."""
    pq.write_table(small_table(), tmp_path / "decisions.parquet")
    (tmp_path / "audit.toml").write_text(PLAN, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="session")
def sample() -> ModuleType:
    """The module of the record made by hand, for tests of pages and formats."""
    # Tests are collected with importlib mode, in which a folder of tests is not on the path.
    name = "sample_record"
    if name not in sys.modules:
        path = Path(__file__).parent / "report" / f"{name}.py"
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture(scope="session")
def record(sample: ModuleType):
    """A rich record made by hand."""
    return sample.record()
