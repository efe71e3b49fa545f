"""One file per source format, and the one way in: `read` picks the reader by the file's ending."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from audit.errors import UsageError
from audit.inputs import Reader, Source
from audit.plan import ColumnSection
from audit.readers.files import check_content, existing, split_sheet


def read(
    path: Path, columns: Mapping[str, ColumnSection], spool: Path, readers: Iterable[Reader]
) -> Source:
    """Read a table with the reader that claims its file ending.

    Parameters
    ----------
    path : Path
        The file; a sheet of a workbook is named behind `#`, as in `cases.xlsx#Decisions`.
    columns : mapping of str to ColumnSection
        The plan's `[columns]`: types and missing values.
    spool : Path
        Folder for the Parquet copy.
    readers : iterable of Reader
        What the registry found.

    Returns
    -------
    Source

    Raises
    ------
    UsageError
        With slug `no-such-file`, `not-a-file` or `unknown-format`.
    InputError
        With slug `not-a-table` if it is a picture, a document or an archive, or if the content cannot be used; each reader's module names the slugs.
    """
    file = existing(path)
    suffix = split_sheet(path)[0].suffix.lower()
    known: dict[str, Reader] = {s: reader for reader in readers for s in reader.suffixes}
    if suffix not in known:
        raise UsageError(
            f"{file.name}: no reader for files that end in '{suffix}'"
            if suffix
            else f"{file.name}: a file without an ending, so its format is unknown",
            slug="unknown-format",
            hint=f"formats that can be read: {', '.join(sorted(known))}",
        )
    check_content(file)
    return known[suffix].read(path, columns, spool)


__all__ = ["read"]
