"""SQLite: one query, through ADBC, on a file that is opened to read only.

A column of SQLite may hold anything in any row, and the driver settles types by the first rows. So the
query runs twice: once to see what each column holds, once to read, with every column in one type.
Raises what `audit.readers.database.fetch` names, and what is wrong with the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from audit.address import Address
from audit.inputs import Reader, Source
from audit.plan import ColumnSection
from audit.readers import database
from audit.readers.files import existing, optional, unreadable

if TYPE_CHECKING:
    import pyarrow as pa

_REASONS: Mapping[str, str] = {
    "no such table": "it names a table that is not there",
    "no such column": "it names a column that is not there",
    "syntax error": "a mistake in its grammar",
    "incomplete input": "a mistake in its grammar",
    "no such function": "it uses a function that is not there",
    "readonly database": "it would change data, and the file is opened to read only",
    "file is not a database": "the file is not a database of SQLite",
    "database is locked": "another program is writing to the file",
}


def _driver(shown: str) -> ModuleType:
    return optional("adbc_driver_sqlite.dbapi", "sqlite", f"reading {shown}")


@contextmanager
def _connect(driver: ModuleType, place: Address) -> Iterator[Any]:
    file = existing(place.path).resolve()
    # Read only, so that a slip in the name makes no empty database; a posix path, for Windows too.
    path = file.as_posix()
    address = f"file:{'' if path.startswith('/') else '/'}{quote(path)}?mode=ro"
    try:
        connection = driver.connect(address)
    except Exception as problem:  # noqa: BLE001 - a damaged file may raise anything
        raise unreadable(file, "a database of SQLite", problem) from None
    with closing(connection):
        yield connection


def _why(problem: Exception) -> str:
    text = str(problem)
    return next((said for part, said in _REASONS.items() if part in text), "SQLite gave an error")


def _run(connection: Any, query: str, name: str) -> database.Rows:
    import pyarrow as pa

    with connection.cursor() as cursor:
        cursor.execute(f"select * from ({query}\n) limit 0")  # noqa: S608 - the auditor's own
        names = cursor.fetch_arrow_table().column_names
    quoted = ['"' + each.replace('"', '""') + '"' for each in names]
    kinds = _kinds(connection, query, quoted)
    strange = {each: "blob" for each, kind in zip(names, kinds, strict=True) if kind == "blob"}
    if strange:
        raise database.unsupported(name, strange)
    types = {"integer": pa.int64(), "real": pa.float64(), "text": pa.string()}
    schema = pa.schema([(n, types[kind]) for n, kind in zip(names, kinds, strict=True)])
    cursor = connection.cursor()
    cursor.execute(_typed(query, quoted, kinds))
    reader = cursor.fetch_record_batch()

    def batches() -> Iterator[pa.RecordBatch]:
        first = 1
        with closing(cursor):
            for batch in reader:
                own = batch.slice(first)
                first = 0
                yield pa.RecordBatch.from_arrays(own.columns, schema=schema)

    return database.Rows(schema, batches())


def _kinds(connection: Any, query: str, quoted: list[str]) -> list[str]:
    """Return the one type in which every value of a column fits."""
    wanted = ", ".join(
        f"max(typeof({column}) = '{kind}')"
        for column in quoted
        for kind in ("blob", "text", "real", "integer")
    )
    with connection.cursor() as cursor:
        cursor.execute(f"select {wanted} from ({query}\n)")  # noqa: S608 - the auditor's own
        (found,) = cursor.fetchall()
    kinds = []
    for at in range(0, len(found), 4):
        has = dict(zip(("blob", "text", "real", "integer"), found[at : at + 4], strict=True))
        kinds.append(next((kind for kind, some in has.items() if some), "text"))
    return kinds


def _typed(query: str, quoted: list[str], kinds: list[str]) -> str:
    """Return the query with one type a column: a row in front shows the driver which."""
    shown = {"integer": "0", "real": "0.0", "text": "''"}
    front = ", ".join(f"{shown[kind]} as {c}" for c, kind in zip(quoted, kinds, strict=True))
    cast = ", ".join(
        column if kind == "integer" else f"cast({column} as {kind})"
        for column, kind in zip(quoted, kinds, strict=True)
    )
    return f"select {front} union all select {cast} from ({query}\n)"  # noqa: S608 - the auditor's own


def _fetch(
    place: Address, query: str, columns: Mapping[str, ColumnSection], folder: Path
) -> Source:
    return database.fetch(_SQLITE, place, query, columns, folder)


_SQLITE = database.Database(driver=_driver, connect=_connect, run=_run, why=_why, dated=False)

reader = Reader(name="sqlite", schemes=("sqlite",), fetch=_fetch, extra="sqlite")
