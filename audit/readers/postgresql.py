"""PostgreSQL: one query, through ADBC, in a session that may only read.

The password is the environment's (PGPASSWORD, a .pgpass file) or stands in an address kept there.
Raises what `audit.readers.database.fetch` names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from audit.address import Address
from audit.errors import InputError
from audit.inputs import Reader, Source
from audit.plan import ColumnSection
from audit.readers import database
from audit.readers.files import optional

if TYPE_CHECKING:
    import pyarrow as pa

_SECONDS = 10
_TYPE = "POSTGRESQL:type"
_DAYS = (-719_162, 2_932_896)
_MICROSECONDS = (-62_135_596_800_000_000, 253_402_300_799_999_999)
"""From the first day of year 1 to the last of year 9999, counted from 1970."""
_REASONS: Mapping[str, str] = {
    "42601": "a mistake in its grammar",
    "42P01": "it names a table that is not there",
    "42703": "it names a column that is not there",
    "42702": "a column's name is ambiguous",
    "42883": "it uses a function that is not there, or with other types",
    "42501": "this user may not read what it names",
    "25006": "it would change data, and the session may only read",
    "57014": "it was cancelled or took longer than the server allows",
}


def _driver(shown: str) -> ModuleType:
    return optional("adbc_driver_postgresql.dbapi", "postgresql", f"reading {shown}")


@contextmanager
def _connect(driver: ModuleType, place: Address) -> Iterator[Any]:
    parts = urlsplit(place.url)
    options = {"connect_timeout": str(_SECONDS), **dict(parse_qsl(parts.query))}
    try:
        connection = driver.connect(parts._replace(query=urlencode(options)).geturl())
    except Exception as problem:  # noqa: BLE001 - whatever it is, its text has the user in it
        raise _refused(place, str(problem)) from None
    with closing(connection):
        try:
            with connection.cursor() as cursor:
                cursor.execute("set transaction isolation level repeatable read, read only")
            yield connection
        finally:
            with suppress(Exception):
                connection.rollback()


def _refused(place: Address, told: str) -> InputError:
    """Return the error for a connection that was not made; the server says FATAL where it answered."""
    if "no password supplied" in told:
        what = "it asks for a password, and there is none"
    elif "FATAL" in told:
        nowhere = 'database "' in told and "does not exist" in told
        what = "there is no such database" if nowhere else "the user or the password is refused"
    else:
        known = "translate host" not in told
        return database.unreachable(
            place, "no server answered" if known else "the host is not known"
        )
    return InputError(
        f"{place.shown}: the server did not let us in: {what}",
        slug="database-refused",
        hint="PGPASSWORD=… audit run, with a user who may only read; the user stands in the address",
    )


def _why(problem: Exception) -> str:
    state = str(getattr(problem, "sqlstate", None) or "")
    if state in _REASONS:
        return _REASONS[state]
    if state.startswith("22"):
        return "a value cannot be converted as it says"
    return f"SQLSTATE {state}" if state else "it ended with an error while rows were read"


def _run(connection: Any, query: str, name: str) -> database.Rows:
    import pyarrow as pa

    cursor = connection.cursor()
    cursor.execute(query)
    reader = cursor.fetch_record_batch()
    told = [_told(field) for field in reader.schema]
    plain = {
        field.name: _plain(field, kind) for field, kind in zip(reader.schema, told, strict=True)
    }
    strange = {
        field.name: kind
        for field, kind in zip(reader.schema, told, strict=True)
        if plain[field.name] is None
    }
    if strange:
        raise database.unsupported(name, strange)
    schema = pa.schema([(field.name, plain[field.name]) for field in reader.schema])

    def batches() -> Iterator[pa.RecordBatch]:
        with closing(cursor):
            for batch in reader:
                columns = [
                    _value(column, kind, field.type)
                    for column, kind, field in zip(batch.columns, told, schema, strict=True)
                ]
                yield pa.RecordBatch.from_arrays(columns, schema=schema)

    return database.Rows(schema, batches())


def _told(field: pa.Field) -> str:
    metadata = field.metadata or {}
    name = metadata.get(_TYPE.encode()) or metadata.get(b"ADBC:postgresql:typname") or b""
    return name.decode("utf-8", "replace") or str(field.type)


def _plain(field: pa.Field, kind: str) -> pa.DataType | None:
    """Return the plain type that a column is read as, None if there is none."""
    import pyarrow as pa

    if kind == "numeric":
        return pa.float64()
    if kind in ("uuid", "json", "jsonb"):
        return pa.string()
    if kind == "money":  # whole cents, without saying so
        return None
    if kind == "timestamptz":
        return pa.timestamp("us")
    types = pa.types
    if types.is_string(field.type) or types.is_boolean(field.type) or types.is_date32(field.type):
        return field.type
    if types.is_integer(field.type):
        return pa.int64()
    if types.is_floating(field.type):
        return pa.float64()
    return pa.timestamp("us") if types.is_timestamp(field.type) else None


def _value(column: pa.Array, kind: str, wanted: pa.DataType) -> pa.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    if isinstance(column, pa.ExtensionArray):
        column = column.storage
    if kind == "uuid":
        return _uuid(column)
    if kind == "bpchar":  # blanks at the end fill it up and mean nothing
        return pc.utf8_rtrim(column, " ")
    if pa.types.is_date32(wanted):
        return _within(column.cast(pa.int32()), _DAYS).cast(wanted)
    if pa.types.is_timestamp(wanted):
        # Of an instant with a zone the driver gives UTC.
        return _within(column.cast(pa.int64()), _MICROSECONDS).cast(wanted)
    return column.cast(wanted)


def _within(numbers: pa.Array, limits: tuple[int, int]) -> pa.Array:
    """Return numbers with those outside the years 1 to 9999 as missing, `infinity` among them."""
    import pyarrow as pa
    import pyarrow.compute as pc

    low, high = (pa.scalar(limit, numbers.type) for limit in limits)
    inside = pc.and_(pc.greater_equal(numbers, low), pc.less_equal(numbers, high))
    return pc.if_else(inside, numbers, pa.scalar(None, numbers.type))


def _uuid(column: pa.Array) -> pa.Array:
    import polars as pl
    import pyarrow as pa

    digits = pl.from_arrow(column.cast(pa.binary()))
    assert isinstance(digits, pl.Series)  # noqa: S101 - an array becomes a series
    text = digits.bin.encode("hex")
    pieces = [text.str.slice(at, size) for at, size in ((0, 8), (8, 4), (12, 4), (16, 4), (20, 12))]
    joined = pl.select(pl.concat_str(pieces, separator="-")).to_series()
    return joined.to_arrow().cast(pa.string())


def _fetch(
    place: Address, query: str, columns: Mapping[str, ColumnSection], folder: Path
) -> Source:
    return database.fetch(_POSTGRESQL, place, query, columns, folder)


_POSTGRESQL = database.Database(driver=_driver, connect=_connect, run=_run, why=_why, dated=True)

reader = Reader(
    name="postgresql", schemes=("postgresql", "postgres"), fetch=_fetch, extra="postgresql"
)
