"""Applications for leave to appeal, read from where they are published; nothing is invented here.

The data frame `Greene` of the R package car is inside the Python package pydataset, as one member of
an archive. The package itself is not imported: importing it writes to the home folder. The one member
is read in memory, its size and its hash are compared with what is known, and no file is unpacked.
"""

from __future__ import annotations

import csv
import hashlib
import io
import tarfile
from importlib import metadata
from pathlib import Path

import pyarrow as pa

from audit.errors import InputError, UsageError
from audit.inputs import Case
from audit.resources import installing

PACKAGE = "pydataset"
ARCHIVE = "resources.tar.gz"
MEMBER = "resources/rdata/csv/car/Greene.csv"
BYTES = 25_794
SHA256 = "b2aaecc563de4e0d9e25cfef8125959c9f7ee96df9cdd3b7f795a176b73e6b88"
ROWS = 384
COLUMNS = ("judge", "nation", "rater", "decision", "language", "location", "success")


def make(rows: int, seed: int, fair_twin: bool) -> Case:  # noqa: FBT001 - the contract of every case
    """Read the case; it has one size, no seed and no twin.

    Raises
    ------
    UsageError
        With slug `case-is-real` if anything but the data as they are is asked for.
    InputError
        With slug `extra-missing` if pydataset is not installed, `case-source` if it does not hold
        the data this case was written for.
    """
    if rows != ROWS or seed != 0 or fair_twin:
        raise UsageError(
            f"refugee_appeals is real data: {ROWS} rows, no seed and no fair twin",
            slug="case-is-real",
            hint="audit case make refugee_appeals",
        )
    return Case(tables={"appeals.parquet": table(read(archive()))}, files={})


def archive() -> Path:
    """Return the archive inside the installed package, without importing the package."""
    try:
        files = metadata.distribution(PACKAGE).files or []
    except metadata.PackageNotFoundError:
        files = []
    for file in files:
        if file.name == ARCHIVE:
            return Path(str(file.locate()))
    raise InputError(
        f"refugee_appeals needs the package {PACKAGE}, which is not installed",
        slug="extra-missing",
        hint=installing("appeals"),
    )


def read(path: Path) -> bytes:
    """Return the one member, checked; nothing is written to disk."""
    try:
        with tarfile.open(path, "r:gz") as tar:
            member = next((item for item in tar if item.name == MEMBER), None)
            file = tar.extractfile(member) if member is not None and member.size == BYTES else None
            content = file.read(BYTES + 1) if file is not None else b""
    except (OSError, tarfile.TarError, EOFError) as problem:
        raise _wrong(f"cannot be read ({type(problem).__name__})") from None
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise _wrong("does not hold the data frame Greene as it was published")
    return content


def _wrong(what: str) -> InputError:
    return InputError(
        f"the archive of {PACKAGE} {what}",
        slug="case-source",
        hint=f"pip install --force-reinstall '{PACKAGE}==0.2.0'",
    )


def table(content: bytes) -> pa.Table:
    """Return the data frame; its unnamed first column is the number of the case."""
    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8"))))
    columns: dict[str, pa.Array] = {"case": pa.array([line[""] for line in lines], pa.string())}
    for name in COLUMNS[:-1]:
        columns[name] = pa.array([line[name] for line in lines], pa.string())
    columns["success"] = pa.array([float(line["success"]) for line in lines], pa.float64())
    return pa.table(columns)
