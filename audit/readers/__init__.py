"""One file per source format, and the ways in: a file's ending picks the reader, or an address's scheme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from audit.address import Address
from audit.errors import InputError, UsageError
from audit.inputs import Reader, Source
from audit.personal_data.masking import identifiers_in
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
        With slug `personal-column-name` if a column's name is an identifier of a person; `not-a-table` if it is a picture, a document or an archive, or if the content cannot be used; each reader's module names the slugs.
    """
    file = existing(path)
    suffix = split_sheet(path)[0].suffix.lower()
    known = {s: reader.read for reader in readers if reader.read for s in reader.suffixes}
    if suffix not in known:
        raise UsageError(
            f"{file.name}: no reader for files that end in '{suffix}'"
            if suffix
            else f"{file.name}: a file without an ending, so its format is unknown",
            slug="unknown-format",
            hint=f"formats that can be read: {', '.join(sorted(known))}",
        )
    check_content(file)
    return _without_people(known[suffix](path, columns, spool))


def fetch(
    place: Address,
    query: str,
    columns: Mapping[str, ColumnSection],
    spool: Path,
    readers: Iterable[Reader],
) -> Source:
    """Read the result of a query with the reader that claims the address's scheme.

    Raises
    ------
    UsageError
        With slug `unknown-scheme`.
    InputError
        As the reader raises it.
    """
    known = {s: reader.fetch for reader in readers if reader.fetch for s in reader.schemes}
    if place.scheme not in known:
        raise UsageError(
            f"no reader for addresses that begin with {place.scheme}://",
            slug="unknown-scheme",
            hint=f"addresses that can be read: {', '.join(f'{s}://' for s in sorted(known))}",
        )
    return _without_people(known[place.scheme](place, query, columns, spool))


def _without_people(source: Source) -> Source:
    """Refuse a table of which a column's name is itself personal data.

    Raises
    ------
    InputError
        With slug `personal-column-name`.
    """
    for place, sort in identifiers_in(source.columns).items():
        raise InputError(
            f"the name of column {place + 1} is itself personal data ({sort}), and names of columns "
            "stand on every page",
            slug="personal-column-name",
            hint="rename the column; if people stand in the columns, turn the table: one row a person",
        )
    return source


__all__ = ["fetch", "read"]
