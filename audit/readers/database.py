"""What databases have in common: one query, read once, in Arrow batches, as rows of plain types.

Drivers' own messages are never shown: they quote cells, and some the address with its password.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from audit.address import Address
from audit.errors import InputError, UsageError
from audit.inputs import Source
from audit.plan import ColumnSection
from audit.readers.files import column_names
from audit.readers.rows import METHOD, written
from audit.readers.spool import spool
from audit.readers.typing_rules import retyped, typed

if TYPE_CHECKING:
    import pyarrow as pa

_TABLE = re.compile(r'"?[^\W\d][\w$]*"?(\."?[^\W\d][\w$]*"?)*')
_ORDERED = re.compile(r"\border\s+by\b", re.IGNORECASE)
_INSIDE = re.compile(r"\([^()]*\)")


def ordered(query: str) -> bool:
    """Whether a query orders its own rows; an order inside a window or a subquery orders nothing."""
    text = re.sub(r"'[^']*'|\"[^\"]*\"|--[^\n]*|/\*.*?\*/", " ", query, flags=re.DOTALL)
    while (outer := _INSIDE.sub(" ", text)) != text:
        text = outer
    return _ORDERED.search(text) is not None


@dataclass(frozen=True, slots=True)
class Rows:
    """The result of a query, not yet read."""

    schema: pa.Schema
    """Plain types only: text, whole numbers, floats, booleans, dates and times."""
    batches: Iterable[pa.RecordBatch]


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """One kind of database.

    Attributes
    ----------
    connect : callable
        `(driver, address) -> connection`, which may only read.
    run : callable
        `(connection, query, name) -> Rows`.
    why : callable
        From an exception to what may be said of it: no text of the driver's.
    dated : bool
        Whether the database has types for dates; else text that looks like dates becomes dates.
    """

    driver: Callable[[str], ModuleType]
    connect: Callable[[ModuleType, Address], AbstractContextManager[Any]]
    run: Callable[[Any, str, str], Rows]
    why: Callable[[Exception], str]
    dated: bool


def fetch(
    database: Database,
    place: Address,
    query: str,
    columns: Mapping[str, ColumnSection],
    folder: Path,
) -> Source:
    """Read the result of a query, type it by the plan, and leave it as Parquet.

    Raises
    ------
    UsageError
        With slug `query-missing`.
    InputError
        With slug `extra-missing`, `database-unreachable`, `database-refused`, `query-failed`,
        `no-rows`, `duplicate-columns` or `unsupported-type`, and what typing raises.
    """
    import polars as pl

    statement = selecting(query, place)
    driver = database.driver(place.shown)
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as scratch:
        path = Path(scratch) / "rows.parquet"
        with database.connect(driver, place) as connection:
            try:
                result = database.run(connection, statement, place.name)
                column_names(Path(place.name), result.schema.names)
                rows, digest = written(result.batches, result.schema, path)
            except InputError:
                raise
            except Exception as problem:  # noqa: BLE001 - drivers raise their own, Arrow's and OSError
                raise _failed(place, database.why(problem)) from None
        if not rows:
            raise InputError(
                f"{place.name}: the query returned no row",
                slug="no-rows",
                hint="check its conditions, and that this user may see the rows",
            )
        frame = pl.scan_parquet(path, glob=False)
        frame = frame if database.dated else _dates(Path(place.name), frame, columns)
        changed = retyped(Path(place.name), frame, columns)
        source = spool(
            Path(place.name),
            frame if changed is None else changed,
            folder,
            fingerprint=digest,
            note="" if ordered(statement) else _UNORDERED,
        )
    return replace(source, method=METHOD, shown=place.shown)


_UNORDERED = (
    "The query has no ORDER BY, so another reading may give the rows in another order: other samples, "
    "other row numbers. The numbers are those of the rows as they were read."
)


def selecting(query: str, place: Address) -> str:
    """Return the plan's query as one statement; the name of a table stands for all of it.

    Raises
    ------
    UsageError
        With slug `query-missing`.
    """
    text = query.strip().rstrip(";").strip()
    if not text:
        raise UsageError(
            f"[data] names the database {place.shown}, and not what to read from it",
            slug="query-missing",
            hint='[data]\nquery = "select * from decisions order by id"   # or the name of a table',
        )
    return f"select * from {text}" if _TABLE.fullmatch(text) else text  # noqa: S608 - the auditor's own


def unsupported(name: str, kinds: Mapping[str, str]) -> InputError:
    """Return the error for columns that hold no plain values."""
    named = ", ".join(f"'{column}' ({kind})" for column, kind in kinds.items())
    column = next(iter(kinds))
    return InputError(
        f"{name}: no rule for columns of this type: {named}",
        slug="unsupported-type",
        hint=f'leave them out of the query, or write what is meant: cast("{column}" as text)',
    )


def unreachable(place: Address, why: str) -> InputError:
    """Return the error for a database that does not answer."""
    return InputError(
        f"{place.shown} cannot be reached: {why}",
        slug="database-unreachable",
        hint="check the address and the port, and that the server takes connections from here",
    )


def _failed(place: Address, why: str) -> InputError:
    return InputError(
        f"{place.shown}: the database did not carry out the query: {why}",
        slug="query-failed",
        hint="run it in the database's own shell, which shows where it goes wrong",
    )


def _dates(file: Path, frame: Any, columns: Mapping[str, ColumnSection]) -> Any:
    """Return the table with text that is dates throughout as dates."""
    import polars as pl

    texts = [name for name, kind in frame.collect_schema().items() if kind == pl.String]
    own = {name: section for name, section in columns.items() if name in texts}
    if not texts:
        return frame
    new = typed(file, frame.select(texts), own, dict.fromkeys(texts, "text"))
    names: Sequence[str] = frame.collect_schema().names()
    return pl.concat([frame.drop(texts), new], how="horizontal").select(names)
