"""Writing the Parquet copy that engines open."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from audit.inputs import Source
from audit.readers.files import header_only

if TYPE_CHECKING:
    import polars as pl


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Yield a name to write to that becomes `target` when all is well, and vanishes otherwise."""
    target.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    os.close(number)
    part = Path(name)
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def spool(
    file: Path,
    frame: pl.LazyFrame,
    folder: Path,
    *,
    fingerprint: str,
    hxl: Mapping[str, str] | None = None,
    original_labels: Mapping[str, str] | None = None,
    note: str = "",
) -> Source:
    """Write a typed table as Parquet, in one streamed pass.

    Raises
    ------
    InputError
        With slug `header-only` if there is no row.
    """
    import pyarrow.parquet as pq

    plain = re.sub(r"[^\w.-]", "_", file.stem)  # libraries read [ and * as patterns
    target = folder / f"{plain}-{fingerprint[:12]}.parquet"
    with beside(target) as part:
        frame.sink_parquet(part)
        rows = pq.read_metadata(part).num_rows
        if not rows:
            raise header_only(file)
    return Source(
        parquet=target,
        rows=rows,
        columns=tuple(frame.collect_schema().names()),
        original_labels=dict(original_labels or {}),
        hxl=dict(hxl or {}),
        fingerprint=fingerprint,
        note=note,
    )
