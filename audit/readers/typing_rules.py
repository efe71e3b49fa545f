"""How text becomes integers, numbers, booleans and dates: one rule for every format.

A column has the type that the plan gives it, or else the narrowest type that all its fields fit.
Only an empty field is missing: "NA" is Namibia, and an id with a leading zero is text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audit.errors import InputError, PlanError, did_you_mean
from audit.plan import ColumnSection, label

if TYPE_CHECKING:
    import polars as pl

TYPES = ("text", "integer", "number", "boolean", "date")

_INTEGER = r"^-?(0|[1-9]\d{0,17})$"
_DECIMAL = r"^-?((0|[1-9]\d{0,17})(\.\d*)?|\.\d+)([eE][-+]?\d+)?$"
_NOT_FINITE = ("NaN", "nan", "NAN", "inf", "-inf", "Inf", "-Inf", "Infinity", "-Infinity")
_DATE = r"^\d{4}-\d\d-\d\d$"
_TIME = r"^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s?(Z|[-+]\d\d:?\d\d)?$"
_BOOLEAN = ("true", "false")
_TRUE, _FALSE = ("true", "1", "yes", "1.0"), ("false", "0", "no", "0.0")
_HEAD = 5_000

_SLUGS = {
    "integer": ("not-a-number", "whole numbers"),
    "number": ("not-a-number", "numbers"),
    "boolean": ("not-a-boolean", "true or false"),
    "date": ("not-a-date", "dates written as YYYY-MM-DD"),
}
_WIDER = {"integer": "number", "number": "text", "boolean": "text", "date": "text"}


@dataclass(frozen=True, slots=True)
class _Column:
    """One column on its way from text to a type."""

    name: str
    type: str
    declared: bool
    sentinels: tuple[str, ...]

    def text(self) -> pl.Expr:
        """Return the field, null where it is empty."""
        import polars as pl

        field = pl.col(self.name)
        return pl.when(field != "").then(field)

    def value(self) -> pl.Expr:
        """Return the typed value, null where the field does not fit the type."""
        import polars as pl

        text = self.text()
        if self.type == "text":
            return text
        text = text.str.strip_chars()
        if self.type == "boolean":
            lower = text.str.to_lowercase()
            return pl.when(lower.is_in(_TRUE)).then(True).when(lower.is_in(_FALSE)).then(False)
        if self.type == "date":
            return pl.coalesce(
                text.str.to_datetime("%Y-%m-%d", strict=False, time_unit="us"), _moment(text)
            )
        number = text.cast(pl.Float64, strict=False)
        if self.type == "number":
            return number
        whole = number.round() == number
        near = number.abs() < 2.0**53
        return pl.coalesce(
            text.cast(pl.Int64, strict=False),
            pl.when(whole & near).then(number).cast(pl.Int64, strict=False),
        )

    def misfit(self) -> pl.Expr:
        """Return whether a field holds something that is not of the type."""
        import polars as pl

        text = self.text()
        held = text.is_not_null() & ~text.is_in(self.sentinels)
        if self.declared:
            return held & self.value().is_null()
        if self.type == "integer":
            return held & ~text.str.contains(_INTEGER)
        if self.type == "number":
            return held & ~(text.str.contains(_DECIMAL) | text.is_in(_NOT_FINITE))
        if self.type == "boolean":
            return held & ~text.str.to_lowercase().is_in(_BOOLEAN)
        if self.type == "date":
            return held & ~(
                (text.str.contains(_DATE) | text.str.contains(_TIME)) & self.value().is_not_null()
            )
        return pl.lit(False)

    def solid(self) -> pl.Expr:
        """Return whether a field settles a numeric type: `nan` alone makes no number."""
        text = self.text()
        held = text.is_not_null() & ~text.is_in(self.sentinels)
        return held & ~text.is_in(_NOT_FINITE)


def _moment(text: pl.Expr) -> pl.Expr:
    """Return date and time in UTC; a time without a zone is taken as it stands."""
    import polars as pl

    day, minute, second, fraction, zone = (text.str.extract(_TIME, i) for i in range(1, 6))
    moment = pl.concat_str(
        [day, pl.lit("T"), minute, pl.lit(":"), second.fill_null("00")]
    ).str.to_datetime("%Y-%m-%dT%H:%M:%S", strict=False, time_unit="us")
    micros = fraction.str.slice(0, 6).str.pad_end(6, "0").cast(pl.Int64).fill_null(0)
    signed = zone.str.replace_all(":", "").replace("Z", "+0000").fill_null("+0000")
    offset = (
        signed.str.slice(1, 2).cast(pl.Int64) * 60 + signed.str.slice(3, 2).cast(pl.Int64)
    ) * pl.when(signed.str.starts_with("-")).then(-1).otherwise(1)
    return moment + pl.duration(microseconds=micros) - pl.duration(minutes=offset)


def sentinels(section: ColumnSection) -> tuple[str, ...]:
    """Return what the plan says means missing, as text."""
    return tuple(label(value) for value in section.missing)


def declared_type(name: str, section: ColumnSection) -> str:
    """Return the type the plan gives a column, or the empty text.

    Raises
    ------
    PlanError
        With slug `wrong-value` if there is no such type.
    """
    if section.type and section.type not in TYPES:
        raise PlanError(
            f"columns.{name}.type must be one of {', '.join(TYPES)}",
            slug="wrong-value",
            hint=did_you_mean(section.type, TYPES),
        )
    return section.type


def guess(fields: Sequence[str]) -> str:
    """Return the narrowest type that some fields, none empty, fit; `text` for none."""
    import polars as pl

    if not fields:
        return "text"
    frame = pl.DataFrame({"x": fields}, schema={"x": pl.String})
    for kind in ("integer", "number", "boolean", "date"):
        column = _Column("x", kind, declared=False, sentinels=())
        told = frame.select(bad=column.misfit().any(), solid=column.solid().any()).row(0)
        if told == (False, True):
            return kind
    return "text"


def typed(
    file: Path,
    text: pl.LazyFrame,
    columns: Mapping[str, ColumnSection],
    given: Mapping[str, str] | None = None,
) -> pl.LazyFrame:
    """Give every column of a table of text its type.

    Parameters
    ----------
    file : Path
        Named in messages.
    text : polars.LazyFrame
        All columns `String`.
    columns : mapping of str to ColumnSection
        The plan's `[columns]`; a `type` here is law, and `missing` values do not count against it.
    given : mapping of str to str, optional
        Types the format itself states (JSON, Excel). Text stays text there, dates apart.

    Returns
    -------
    polars.LazyFrame
        Columns `String`, `Int64`, `Float64`, `Boolean`, `Date` or `Datetime`.

    Raises
    ------
    InputError
        With slug `not-a-number`, `not-a-boolean` or `not-a-date` where a declared type fails,
        giving the first rows (from 1, under the header) and how many there are.
    """
    names = text.collect_schema().names()
    plan = [
        _first_idea(name, text, columns.get(name, ColumnSection()), (given or {}).get(name, ""))
        for name in names
    ]
    settled: dict[str, _Column] = {c.name: c for c in plan if c.type == "text"}
    open_ = [c for c in plan if c.type != "text"]
    while open_:
        bad = text.select(c.misfit().sum().alias(c.name) for c in open_).collect().row(0)
        wider = []
        for column, count in zip(open_, bad, strict=True):
            if count and column.declared:
                raise _does_not_fit(file, text, column, count)
            if count:
                narrow = _WIDER[column.type]
                column = _Column(column.name, narrow, False, column.sentinels)  # noqa: PLW2901
            if count and column.type != "text":
                wider.append(column)
            else:
                settled[column.name] = column
        open_ = wider
    dates = [name for name in names if settled[name].type == "date"]
    days = _whole_days(text, [settled[name] for name in dates])
    return text.select(
        settled[name].value().dt.date().alias(name)
        if name in days
        else settled[name].value().alias(name)
        for name in names
    )


def _first_idea(name: str, text: pl.LazyFrame, section: ColumnSection, given: str) -> _Column:
    import polars as pl

    absent = sentinels(section)
    told = declared_type(name, section)
    if told:
        return _Column(name, told, told != "text", absent)
    if given and given != "text":
        return _Column(name, given, False, absent)
    field = pl.col(name)
    held = text.select(field.filter((field != "") & ~field.is_in(absent)).head(_HEAD))
    kind = guess(held.collect().to_series().to_list())
    if given == "text" and kind != "date":
        kind = "text"
    return _Column(name, kind, False, absent)


def _whole_days(text: pl.LazyFrame, dates: Sequence[_Column]) -> set[str]:
    """Return the date columns in which no field has a time of day."""
    if not dates:
        return set()
    timed = text.select(
        c.text().str.strip_chars().str.contains(_TIME).fill_null(False).any().alias(c.name)
        for c in dates
    ).collect()
    return {c.name for c, some in zip(dates, timed.row(0), strict=True) if not some}


def _does_not_fit(file: Path, text: pl.LazyFrame, column: _Column, count: int) -> InputError:
    import polars as pl

    slug, expected = _SLUGS[column.type]
    where = (
        text.select(bad=column.misfit())
        .with_row_index("row", offset=1)
        .filter(pl.col("bad"))
        .select("row")
        .head(5)
        .collect()
        .to_series()
        .to_list()
    )
    rows = ", ".join(map(str, where)) + (" …" if count > len(where) else "")
    return InputError(
        f"{file.name}: columns.{column.name}.type is '{column.type}', but {count:,} "
        f"{'field holds' if count == 1 else 'fields hold'} something other than {expected} "
        f"({'row' if count == 1 else 'rows'} {rows})",
        slug=slug,
        hint=(
            "rows are counted from 1 under the header; correct the file, list the fields that "
            f"mean 'missing'\nin columns.{column.name}.missing, or set the type to \"text\""
        ),
    )


def as_text(frame: pl.LazyFrame, name: str) -> pl.Expr:
    """Return a typed column as text by the rule for labels (`plan.label`)."""
    import polars as pl

    kind = frame.collect_schema()[name]
    column = pl.col(name)
    if kind.is_float() or kind.is_decimal():
        number = column.cast(pl.Float64)
        whole = (number.round() == number) & (number.abs() < 2.0**53)
        return (
            pl.when(whole)
            .then(pl.when(whole).then(number).cast(pl.Int64, strict=False).cast(pl.String))
            .otherwise(number.cast(pl.String))
        )
    if kind == pl.Boolean:
        return pl.when(column).then(pl.lit("true")).when(~column).then(pl.lit("false"))
    if isinstance(kind, pl.Datetime):
        return column.dt.to_string("%Y-%m-%dT%H:%M:%S%.6f")
    return column.cast(pl.String)


def retyped(
    file: Path, frame: pl.LazyFrame, columns: Mapping[str, ColumnSection]
) -> pl.LazyFrame | None:
    """Apply the plan's types to a table that has types of its own; None if nothing changes."""
    schema = frame.collect_schema()
    changed = [
        name
        for name, section in columns.items()
        if name in schema and declared_type(name, section) not in ("", type_of(schema[name]))
    ]
    if not changed:
        return None
    text = frame.select(as_text(frame, name).alias(name) for name in changed)
    new = typed(file, text, {name: columns[name] for name in changed})
    import polars as pl

    return pl.concat([frame.drop(changed), new], how="horizontal").select(schema.names())


def type_of(kind: pl.DataType) -> str:
    """Return our word for a polars type; the empty text for one that no engine of ours can count."""
    import polars as pl

    if kind in (pl.String, pl.Categorical, pl.Enum, pl.Null):
        return "text"
    if kind == pl.Boolean:
        return "boolean"
    if kind.is_integer():
        return "integer"
    if kind.is_float() or kind.is_decimal():
        return "number"
    return "date" if kind in (pl.Date, pl.Datetime) else ""
