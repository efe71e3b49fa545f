"""Rows out of databases: the same as in a file, and nothing of them or of a password in a message."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import sys
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit import plan_reader as plans
from audit.address import Address, address, has_password
from audit.errors import AuditError, InputError, PlanError, UsageError
from audit.inputs import Reader, Source
from audit.plan import ColumnSection
from audit.readers import fetch, read
from audit.readers.database import selecting
from audit.readers.parquet import reader as parquet
from audit.readers.postgresql import reader as postgres
from audit.readers.rows import METHOD, written
from audit.readers.sqlite import reader as sqlite
from audit.resources import installing
from audit.runner import audit_system
from audit.runner.recording import plan_without_paths
from tests.conftest import PLAN, small_table

from .conftest import PASSWORD, Server

READERS = (parquet, postgres, sqlite)
CANARY = "Aminata Sesay"


def got(url: str, query: str, folder: Path, **columns: ColumnSection) -> Source:
    return fetch(address(url, folder), query, columns, folder, READERS)


def frame(source: Source) -> pl.DataFrame:
    return pl.read_parquet(source.parquet)


def refused(url: str, query: str, folder: Path) -> AuditError:
    with pytest.raises(AuditError) as caught:
        got(url, query, folder)
    for secret in (CANARY, PASSWORD, "auditor"):
        assert secret not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None or caught.value.__suppress_context__
    return caught.value


@pytest.fixture
def cases(tmp_path: Path) -> str:
    """A database of SQLite; returns its address from the folder."""
    with sqlite3.connect(tmp_path / "cases & more.db") as made:
        made.execute("create table people (id integer, name text, x real, day date, mixed, late)")
        made.executemany(
            "insert into people values (?, ?, ?, ?, ?, ?)",
            [
                (i, CANARY if i == 7 else f"0{i}", i / 2, f"2024-01-{1 + i % 28:02d}",
                 i if i < 70_000 else "none", None if i < 70_000 else 2.5)
                for i in range(70_010)
            ],
        )  # fmt: skip
        made.execute("create table odd (photo blob)")
        made.execute("insert into odd values (x'00ff')")
    made.close()
    return "sqlite:///cases%20&%20more.db"


class TestSQLite:
    def test_every_column_has_the_one_type_that_fits(self, cases: str, tmp_path: Path) -> None:
        source = got(cases, "select * from people order by id -- all", tmp_path)
        table = frame(source)
        assert table.schema == {
            "id": pl.Int64, "name": pl.String, "x": pl.Float64, "day": pl.Date,
            "mixed": pl.String, "late": pl.Float64,
        }  # fmt: skip
        assert table.row(3) == (3, "03", 1.5, dt.date(2024, 1, 4), "3", None)
        assert table.row(-1)[4:] == ("none", 2.5)
        assert table["id"].to_list() == list(range(70_010))
        assert (source.rows, source.method, source.note) == (70_010, METHOD, "")
        assert source.shown == "cases & more.db"

    def test_the_name_of_a_table_is_a_query(self, cases: str, tmp_path: Path) -> None:
        source = got(cases, "people", tmp_path)
        assert source.rows == 70_010
        assert "ORDER BY" in source.note

    def test_the_plan_gives_types(self, cases: str, tmp_path: Path) -> None:
        query = "select name, day from people where id < 5 order by id"
        columns = {"name": ColumnSection(type="integer"), "day": ColumnSection(type="text")}
        table = frame(got(cases, query, tmp_path, **columns))
        assert table.rows() == [(i, f"2024-01-0{1 + i}") for i in range(5)]

    def test_text_that_looks_like_numbers_stays_text(self, cases: str, tmp_path: Path) -> None:
        table = frame(got(cases, "select name from people where id in (1, 2)", tmp_path))
        assert table["name"].to_list() == ["01", "02"]

    @pytest.mark.parametrize(
        ("query", "slug", "word"),
        [
            ("select from where", "query-failed", "grammar"),
            ("select * from people; drop table people", "query-failed", "grammar"),
            ("nobody", "query-failed", "table that is not there"),
            ("select nowhere from people", "query-failed", "column that is not there"),
            ("delete from people", "query-failed", "grammar"),
            ("select * from people where id < 0", "no-rows", "no row"),
            ("select * from odd", "unsupported-type", "'photo' (blob)"),
            ("  ", "query-missing", "cases & more.db"),
        ],
    )
    def test_what_cannot_be_read(
        self, cases: str, tmp_path: Path, query: str, slug: str, word: str
    ) -> None:
        problem = refused(cases, query, tmp_path)
        assert problem.slug == slug
        assert word in problem.message
        assert problem.hint

    def test_a_file_that_is_not_there_is_not_made(self, tmp_path: Path) -> None:
        assert refused("sqlite:///new.db", "people", tmp_path).slug == "no-such-file"
        assert not (tmp_path / "new.db").exists()

    def test_a_file_that_is_no_database(self, tmp_path: Path) -> None:
        (tmp_path / "note.db").write_text(CANARY * 500, encoding="utf-8")
        assert "not a database" in refused("sqlite:///note.db", "people", tmp_path).message

    def test_the_file_named_without_the_scheme(self, cases: str, tmp_path: Path) -> None:
        (tmp_path / "cases & more.db").rename(tmp_path / "people.csv")
        with pytest.raises(InputError) as caught:
            read(tmp_path / "people.csv", {}, tmp_path, [Reader(name="csv", suffixes=(".csv",),
                 read=parquet.read)])  # fmt: skip
        assert caught.value.slug == "not-a-table"
        assert "sqlite:///" in caught.value.hint

    def test_the_driver_is_optional(
        self, cases: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "adbc_driver_sqlite.dbapi", None)
        problem = refused(cases, "people", tmp_path)
        assert problem.slug == "extra-missing"
        assert problem.hint == installing("sqlite")


TYPES = """
drop table if exists kinds;
create table kinds as select * from (values
  (1::smallint, 2::bigint, 1.5::real, 0.1::numeric, true, 'a'::text, 'b'::char(4), '2024-02-03'::date,
   '2024-02-03 04:05:06.7'::timestamp, '2024-02-03 04:05:06+02'::timestamptz,
   '00112233-4455-6677-8899-aabbccddeeff'::uuid, '{"a": 1}'::jsonb),
  (null, null, null, 'NaN', null, null, null, 'infinity', '-infinity', 'infinity', null, null)
) as v (s, l, r, n, b, t, c, d, ts, tz, u, j);
grant select on kinds to auditor
"""


class TestPostgreSQL:
    def test_types(self, postgresql: Server, tmp_path: Path) -> None:
        postgresql.run(TYPES)
        source = got(postgresql.url, "select * from kinds order by s nulls last", tmp_path)
        first, second = frame(source).rows()
        assert first == (
            1, 2, 1.5, 0.1, True, "a", "b", dt.date(2024, 2, 3),
            dt.datetime(2024, 2, 3, 4, 5, 6, 700_000), dt.datetime(2024, 2, 3, 2, 5, 6),  # noqa: DTZ001
            "00112233-4455-6677-8899-aabbccddeeff", '{"a": 1}',
        )  # fmt: skip
        assert [value for value in second if value == value] == [None] * 11
        assert source.shown == f"postgresql://127.0.0.1:{postgresql.port}/asylum"

    def test_the_digest_is_of_the_rows(self, postgresql: Server, tmp_path: Path) -> None:
        many = "select i, 'g' || i % 7 as g from generate_series(1, {}) i order by i {}"
        one, same, fewer, turned = (
            got(postgresql.url, many.format(n, o), tmp_path).fingerprint
            for n, o in ((150_000, ""), (150_000, "asc"), (149_999, ""), (150_000, "desc"))
        )
        assert one == same
        assert len({one, fewer, turned}) == 3

    @pytest.mark.parametrize(
        ("query", "slug", "word"),
        [
            ("select from where", "query-failed", "grammar"),
            ("nobody", "query-failed", "table that is not there"),
            ("select nowhere from kinds", "query-failed", "column that is not there"),
            (f"select '{CANARY}'::integer", "query-failed", "cannot be converted"),
            (
                f"select (t || '{CANARY}')::integer from kinds",
                "query-failed",
                "while rows were read",
            ),
            ("create table mine (a int)", "query-failed", "would change data"),
            ("select * from pg_authid", "query-failed", "may not read"),
            ("select * from kinds where s > 1", "no-rows", "no row"),
            ("select s, s from kinds", "duplicate-columns", "'s'"),
            (
                "select array[1] a, '5'::money m, interval '1 day' i",
                "unsupported-type",
                "'m' (money)",
            ),
        ],
    )
    def test_what_cannot_be_read(
        self, postgresql: Server, tmp_path: Path, query: str, slug: str, word: str
    ) -> None:
        postgresql.run(TYPES)
        problem = refused(postgresql.url, query, tmp_path)
        assert problem.slug == slug
        assert word in problem.message

    def test_who_may_not_come_in(
        self, postgresql: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        elsewhere = postgresql.url.replace("/asylum", "/nothing")
        assert "no such database" in refused(elsewhere, "t", tmp_path).message
        monkeypatch.setenv("PGPASSWORD", "wrong")
        problem = refused(postgresql.url, "t", tmp_path)
        assert (problem.slug, problem.exit_code) == ("database-refused", 3)
        monkeypatch.delenv("PGPASSWORD")
        monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))
        assert "asks for a password" in refused(postgresql.url, "t", tmp_path).message

    def test_nobody_there(self, postgresql: Server, tmp_path: Path) -> None:
        problem = refused("postgresql://auditor@127.0.0.1:1/asylum", "t", tmp_path)
        assert (problem.slug, problem.exit_code) == ("database-unreachable", 3)
        assert "127.0.0.1:1/asylum" in problem.message

    def test_the_address_may_stand_in_the_environment(
        self, postgresql: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("PGPASSWORD")
        whole = postgresql.url.replace("@", f":{PASSWORD}@")
        monkeypatch.setenv("AUDIT_SOURCE", whole)
        source = got("env:AUDIT_SOURCE", "select 1 as x order by x", tmp_path)
        assert source.rows == 1
        assert PASSWORD not in repr(source)
        assert PASSWORD not in repr(address("env:AUDIT_SOURCE", tmp_path))
        monkeypatch.setenv("AUDIT_SOURCE", whole.replace("/asylum", "/nothing"))
        assert "nothing" in refused("env:AUDIT_SOURCE", "t", tmp_path).message


def _sql(table: pa.Table) -> tuple[list[str], list[tuple[str, ...]]]:
    return table.column_names, list(zip(*(c.to_pylist() for c in table.columns), strict=True))


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_findings_are_those_of_the_same_rows_in_a_file(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    table = small_table(3000)
    names, rows = _sql(table)
    columns = ", ".join(f'"{name}" text' for name in names)
    if kind == "sqlite":
        url = "sqlite:///decisions.db"
        with sqlite3.connect(tmp_path / "decisions.db") as made:
            made.execute(f"create table decisions ({columns})")
            made.executemany(f"insert into decisions values ({', '.join('?' * len(names))})", rows)
        made.close()
    else:
        server: Server = request.getfixturevalue("postgresql")
        url = server.url
        lines = "\n".join("\t".join(row) for row in rows)
        server.run(
            f"drop table if exists decisions; create table decisions ({columns});\n"
            "grant select on decisions to auditor;\n"
            f"copy decisions from stdin;\n{lines}\n\\.\n"
        )
    query = "select * from decisions order by 1"
    other = PLAN.replace('source = "decisions.parquet"', f'source = "{url}"\nquery = "{query}"')
    (tmp_path / "file.toml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "database.toml").write_text(other, encoding="utf-8")
    pq.write_table(table, tmp_path / "decisions.parquet")
    file, _ = audit_system(plans.load(tmp_path / "file.toml"))
    database, _ = audit_system(plans.load(tmp_path / "database.toml"))
    assert file.findings == database.findings
    (told,) = database.inputs
    assert told.method == METHOD
    assert told.query == query
    assert told.rows == 3000
    assert PASSWORD not in json.dumps(database, default=str)


class TestAddresses:
    @pytest.mark.parametrize(
        "source",
        [
            "postgresql://auditor:sesam-oeffne-dich@host/db",
            "postgresql://host/db?password=sesam-oeffne-dich",
            "postgresql://host/db?user=a&PASSWORD=sesam-oeffne-dich",
            "postgresql://:sesam-oeffne-dich@[/db",
            "postgresql://auditor:sesam-oeffne-dich/2@host/db",
            "postgresql://auditor:sesam-oeffne-dich#2@host/db",
            "postgresql://auditor:sesam-oeffne-dich?2@host/db",
            "sc://host:15002/;token=sesam-oeffne-dich;use_ssl=true",
        ],
    )
    def test_a_password_in_a_plan_is_refused(self, source: str) -> None:
        for text in (
            f'[data]\nsource = "{source}"',
            f'[data]\nbaseline = "{source}"',
            f'[data]\ntrain = "{source}"',
            f'[data]\nengine_url = "{source}"',
            f'[[parts]]\nname = "a"\n[parts.data]\nsource = "{source}"',
        ):
            with pytest.raises(PlanError) as caught:
                plans.parse(text)
            assert caught.value.slug == "password-in-plan"
            assert PASSWORD not in str(caught.value)

    @pytest.mark.parametrize(
        "source",
        ["postgresql://auditor@host/db", "decisions.csv", "sqlite:///a:b@c.db", "C:/a:b@c.csv",
         "postgresql://host/db?sslmode=require", "postgresql://host:5432/db?application_name=a@b",
         "postgresql://[::1]:5432/db", "sc://host:15002/;use_ssl=true", "env:AUDIT_SOURCE"],
    )  # fmt: skip
    def test_other_sources_are_not(self, source: str) -> None:
        assert not has_password(source)

    def test_no_folder_of_a_file_enters_the_record(self) -> None:
        plan = plans.parse('[data]\nsource = "sqlite:////home/somebody/cases.db"')
        (part,) = plan_without_paths(plan)["parts"]
        assert part["data"]["source"] == "sqlite:///cases.db"

    def test_what_is_shown(self) -> None:
        told = address("postgresql://auditor@host:5433/db?sslmode=require", Path())
        assert (told.shown, told.name) == ("postgresql://host:5433/db", "db")
        assert address("sqlite:////data/cases.db", Path("plan")).path == Path("/data/cases.db")

    @pytest.mark.parametrize(
        "marks", ["/2", "#2", "?2", "@2", "@2/3", ";token=2"],
    )  # fmt: skip
    def test_no_part_of_a_password_is_shown(self, marks: str) -> None:
        for url in (
            f"postgresql://a:{PASSWORD}{marks}@host/db",
            f"postgresql://a:x{marks}@host/db",
        ):
            told = Address(scheme="postgresql", url=url, base=Path("plan"))
            assert (told.shown, told.name) == ("postgresql://host/db", "db")

    @pytest.mark.parametrize("value", ["", "decisions.csv", PASSWORD])
    def test_the_environment_has_no_address(
        self, value: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("AUDIT_SOURCE", value)
        with pytest.raises(UsageError) as caught:
            address("env:AUDIT_SOURCE", Path())
        assert caught.value.slug == "environment-missing"
        assert PASSWORD not in str(caught.value)

    def test_a_scheme_without_a_reader(self, tmp_path: Path) -> None:
        problem = refused("mysql://auditor@host/db", "t", tmp_path)
        assert (problem.slug, problem.exit_code) == ("unknown-scheme", 2)
        assert "postgresql://" in problem.hint

    def test_an_address_where_a_file_was_expected(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError) as caught:
            read(Path(f"postgresql://auditor:{PASSWORD}@host/db"), {}, tmp_path, READERS)
        assert caught.value.slug == "not-a-file"
        assert PASSWORD not in str(caught.value)

    @pytest.mark.parametrize("name", ["decisions", "public.decisions", '"Decisions"'])
    def test_names_of_tables(self, name: str) -> None:
        assert selecting(f" {name}; ", address("sqlite:///a.db", Path())) == f"select * from {name}"


def test_the_digest_does_not_depend_on_the_batches(tmp_path: Path) -> None:
    table = pa.table(
        {
            "t": pa.array(["a", None, "", "é"] * 40_000),
            "i": pa.array([1, None, 0, -3] * 40_000),
            "f": pa.array([0.5, None, 0.0, -1.0] * 40_000),
            "b": pa.array([True, None, False, True] * 40_000),
            "d": pa.array([dt.date(2024, 1, 1), None, dt.date(1970, 1, 1), None] * 40_000),
        }
    )
    found = {
        written(table.to_batches(size), table.schema, tmp_path / f"{size}.parquet")
        for size in (999, 65_536, 200_000)
    }
    assert len(found) == 1
    assert pq.read_table(tmp_path / "999.parquet").equals(table)
    emptied = table.set_column(0, "t", pa.array(["a", None, None, "é"] * 40_000))
    assert written(emptied.to_batches(), table.schema, tmp_path / "e.parquet") not in found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("select * from t order by id", True),
        ("SELECT * FROM t\nORDER\n BY id", True),
        ("select * from t", False),
        ("select row_number() over (order by id) from t", False),
        ("select * from (select * from t order by (a + b)) u", False),
        ("select 'order by' from t -- order by id", False),
        ("select f(x) from t order by f(x)", True),
    ],
)
def test_only_an_order_of_the_whole_result_orders_it(query, expected):
    from audit.readers.database import ordered

    assert ordered(query) is expected
