"""The Spark session that an audit counts with: found, or made and stopped again.

Settings here make Spark read a file as the other engines do, or end with an error: times are UTC,
names differ in capitals, a number too large for its type is not wrapped round.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.errors import InputError
from audit.resources import installing

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

JAVA = 17
"""Oldest Java that Spark 4 runs on."""

BATCH = 65_536
"""Rows a batch that a model in an executor is asked about."""

_READING: Mapping[str, str] = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "true",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.legacy.parquet.nanosAsLong": "true",
    "spark.sql.parquet.inferTimestampNTZ.enabled": "true",
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",
    "spark.sql.parquet.int96RebaseModeInRead": "CORRECTED",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(BATCH),
}
_STARTING: Mapping[str, str] = {
    "spark.app.name": "audit",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "OFF",
}
_ON_THIS_MACHINE: Mapping[str, str] = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "2g",
    "spark.sql.shuffle.partitions": str(os.cpu_count() or 1),
}

_made: list[SparkSession] = []
_folders: list[Path] = []
"""Of sessions that were made here: removed with them."""


def session(url: str = "") -> SparkSession:
    """Return a session in which a file is read as on every engine.

    A session that is active in this process is used, and its own settings stay as they are. Else one
    is made: at `url`, or where Spark's own configuration says (`SPARK_REMOTE`, `MASTER`,
    `PYSPARK_SUBMIT_ARGS`, `SPARK_CONF_DIR`, `SPARK_HOME`), or on this machine.

    Parameters
    ----------
    url : str, optional
        `local[4]`, `spark://host:7077`, `yarn`, `k8s://…`, or `sc://host:15002` for Spark Connect.

    Raises
    ------
    InputError
        With slug `extra-missing`, `java-missing` or `spark-failed`.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise InputError(
            "the engine spark needs the package pyspark, which is not installed",
            slug="extra-missing",
            hint=installing("spark"),
        ) from None
    found = SparkSession.getActiveSession()
    if found is None:
        with failures("Spark could not be started"):
            found = _start(url)
        _made.append(found)
    ours = found.newSession()
    for key, value in _READING.items():
        ours.conf.set(key, value)
    return ours


@contextmanager
def borrowed() -> Iterator[SparkSession]:
    """Yield a session for one task; if it was made for that, it is stopped afterwards."""
    before = len(_made)
    try:
        yield session()
    finally:
        if not before:
            close()


def close() -> None:
    """Stop the session if it was made here; one that was found goes on."""
    while _made:
        with suppress(Exception):  # an executor that is gone already has stopped
            _made.pop().stop()
    while _folders:
        shutil.rmtree(_folders.pop(), ignore_errors=True)


@contextmanager
def failures(what: str) -> Iterator[None]:
    """Turn Spark's own errors into one that quotes no value.

    Raises
    ------
    InputError
        With slug `spark-failed`, naming the class of error that Spark gave.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas")
            yield
    except (PySparkException, Py4JError) as problem:
        condition = getattr(problem, "getCondition", lambda: None)() or type(problem).__name__
        raise InputError(
            f"{what} ({condition})",
            slug="spark-failed",
            hint="on a cluster every worker must see the file's folder; --engine duckdb does without",
        ) from None


def located(path: Path) -> str:
    """Return a file's address: on this file system, and with no character taken for a pattern."""
    absolute = path.resolve().as_posix()
    escaped = "".join(f"\\{c}" if c in "*?[]{}" else c for c in absolute)
    return f"file://{escaped}" if escaped.startswith("/") else f"file:///{escaped}"


def _start(url: str) -> SparkSession:
    from pyspark import SparkConf, SparkContext
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    remote = url if url.startswith("sc://") else "" if url else os.environ.get("SPARK_REMOTE", "")
    if remote:
        return SparkSession.builder.remote(remote).getOrCreate()
    _check_java()
    conf = SparkConf(loadDefaults=False)
    settings = _settings(url)
    if settings.get("spark.driver.host"):
        # What Spark keeps of rows while it works is for the owner's eyes; it makes its own folders open.
        settings = {**settings, "spark.local.dir": tempfile.mkdtemp(prefix="audit-spark-")}
        _folders.append(Path(settings["spark.local.dir"]))
    for key, value in settings.items():
        conf.set(key, value)
    context = SparkContext(conf=conf, gateway=_gateway(conf))
    return SparkSession(context)


def _settings(url: str) -> Mapping[str, str]:
    configured = ("MASTER", "PYSPARK_SUBMIT_ARGS", "SPARK_CONF_DIR", "SPARK_HOME")
    if not url and any(os.environ.get(name) for name in configured):
        return _STARTING
    master = {"spark.master": url or "local[*]"}
    if url and not url.startswith("local"):
        return {**_STARTING, **master}
    return {**_STARTING, **master, **_ON_THIS_MACHINE}


def _gateway(conf: Any) -> Any:
    """Return a Java process that writes nothing into our output; None if Python has one already."""
    from pyspark import SparkContext
    from pyspark.java_gateway import launch_gateway

    if SparkContext._gateway is not None:  # noqa: SLF001 - pyspark keeps one a process and tells nobody
        return None
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return launch_gateway(conf, silent)  # type: ignore[no-untyped-call]


def _check_java() -> None:
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home) / "bin") if home else None)
    if java is None:
        raise InputError(
            f"the engine spark needs Java {JAVA} or newer, and there is no Java"
            + (" where JAVA_HOME points" if home else ""),
            slug="java-missing",
            hint="install a Java runtime, such as Debian's openjdk-17-jre-headless, or --engine duckdb",
        )
    asked = [java, "-version"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False).stderr  # noqa: S603 - fixed words
    version = re.search(r'version "(?:1\.)?(\d+)', told)
    if version is not None and int(version[1]) < JAVA:
        raise InputError(
            f"the engine spark needs Java {JAVA} or newer, and this one is Java {version[1]}",
            slug="java-missing",
            hint="install a newer one and let JAVA_HOME point to it, or --engine duckdb",
        )
