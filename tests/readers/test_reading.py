"""Each reader on good and on bad files."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.errors import AuditError, InputError, UsageError
from audit.inputs import Source
from audit.plan import ColumnSection
from audit.readers import read
from audit.readers.csv import reader as csv
from audit.readers.jsonl import reader as jsonl
from audit.readers.parquet import reader as parquet
from audit.readers.spss import reader as spss
from audit.readers.stata import reader as stata
from audit.readers.xlsx import reader as xlsx
from audit.resources import installing

moment = dt.datetime
READERS = (csv, jsonl, parquet, spss, stata, xlsx)


class Desk:
    """A folder with files to read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def source(self, name: str, **columns: ColumnSection) -> Source:
        return read(self.folder / name, columns, self.folder / "spool", READERS)

    def table(self, name: str, content: str | bytes = "", **columns: ColumnSection) -> pl.DataFrame:
        if content:
            self.write(name, content)
        return pl.read_parquet(self.source(name, **columns).parquet)

    def error(self, name: str, content: str | bytes = "", **columns: ColumnSection) -> AuditError:
        if content:
            self.write(name, content)
        with pytest.raises(AuditError) as caught:
            self.source(name, **columns)
        return caught.value


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


class TestTyping:
    def test_namibia_is_no_gap_and_an_empty_field_is(self, desk: Desk) -> None:
        table = desk.table("a.csv", 'nation,x\nNA,1\n,2\n"",3\nnull,4\nNone,5\n')
        assert table["nation"].to_list() == ["NA", None, None, "null", "None"]

    def test_ids_keep_their_leading_zeros(self, desk: Desk) -> None:
        table = desk.table("a.csv", "id,x\n007,1\n100,2\n")
        assert table["id"].to_list() == ["007", "100"]

    @pytest.mark.parametrize(
        ("fields", "kind", "values"),
        [
            (["1", "-2", "0"], pl.Int64, [1, -2, 0]),
            (["1", "2.5", "1e3"], pl.Float64, [1.0, 2.5, 1000.0]),
            (["-0.5", ".5", "5."], pl.Float64, [-0.5, 0.5, 5.0]),
            (["1", "x"], pl.String, ["1", "x"]),
            (["+4930123", "+4930124"], pl.String, ["+4930123", "+4930124"]),
            (["1234567890123456789012", "1"], pl.String, ["1234567890123456789012", "1"]),
            (["true", "FALSE", "True"], pl.Boolean, [True, False, True]),
            (["true", "1"], pl.String, ["true", "1"]),
            (["nan", "inf"], pl.String, ["nan", "inf"]),
            (["2024-02-29"], pl.Date, [dt.date(2024, 2, 29)]),
            (["2023-02-29"], pl.String, ["2023-02-29"]),
            (["01/02/2023"], pl.String, ["01/02/2023"]),
        ],
    )
    def test_narrowest_type_that_all_fields_fit(
        self, desk: Desk, fields: list[str], kind: type[pl.DataType], values: list[object]
    ) -> None:
        table = desk.table("a.csv", "x,y\n" + "".join(f"{field},.\n" for field in fields))
        assert table.schema["x"] == kind
        assert table["x"].to_list() == values

    def test_nan_and_inf_are_numbers_among_numbers(self, desk: Desk) -> None:
        found = desk.table("a.csv", "s,y\n0.5,a\nNaN,a\n-inf,a\n")["s"]
        assert found.dtype == pl.Float64
        assert found[0] == 0.5
        assert found.is_nan().to_list() == [False, True, False]
        assert found.is_infinite().to_list() == [False, False, True]

    def test_times_come_as_utc(self, desk: Desk) -> None:
        text = "t,y\n2024-01-02,a\n2024-01-02 03:04,a\n2024-01-02T03:04:05.25Z,a\n2024-01-02T03:04:05-01:30,a\n"
        assert desk.table("a.csv", text)["t"].to_list() == [
            moment(2024, 1, 2),
            moment(2024, 1, 2, 3, 4),
            moment(2024, 1, 2, 3, 4, 5, 250_000),
            moment(2024, 1, 2, 4, 34, 5),
        ]

    def test_one_late_field_widens_the_column(self, desk: Desk) -> None:
        text = "a,b,c\n" + "1,true,2020-01-01\n" * 6000 + "2.5,maybe,never\n"
        table = desk.table("a.csv", text)
        assert table.dtypes == [pl.Float64, pl.String, pl.String]
        assert table.row(0) == (1.0, "true", "2020-01-01")

    def test_a_column_that_begins_empty_is_typed_by_what_follows(self, desk: Desk) -> None:
        table = desk.table("a.csv", "a,b\n" + ",1\n" * 6000 + "7,1\n")
        assert table["a"].dtype == pl.Int64

    def test_the_plan_types_and_its_missing_words_do_not_count(self, desk: Desk) -> None:
        table = desk.table(
            "a.csv",
            "id,n,d\n7,1,2020-01-01\n8,unknown,\n",
            id=ColumnSection(type="text"),
            n=ColumnSection(missing=("unknown",)),
            d=ColumnSection(type="date"),
        )
        assert table.rows() == [("7", 1, dt.date(2020, 1, 1)), ("8", None, None)]

    def test_a_missing_code_that_is_a_number_stays_for_the_model(self, desk: Desk) -> None:
        table = desk.table("a.csv", "n,y\n-1,a\n5,a\n", n=ColumnSection(missing=(-1,)))
        assert table["n"].to_list() == [-1, 5]

    @pytest.mark.parametrize(
        ("kind", "slug", "fields"),
        [
            ("date", "not-a-date", ["2020-01-01", "31.12.2020", "2020-02-30"]),
            ("number", "not-a-number", ["1.5", "qqq", "1,5"]),
            ("integer", "not-a-number", ["1", "1.5", "b"]),
            ("boolean", "not-a-boolean", ["yes", "perhaps", "2"]),
        ],
    )
    def test_a_declared_type_that_fails_names_rows_and_no_cell(
        self, desk: Desk, kind: str, slug: str, fields: list[str]
    ) -> None:
        text = "x;y\n" + "".join(f"{field};secret\n" for field in fields)
        problem = desk.error("a.csv", text, x=ColumnSection(type=kind))
        assert (problem.slug, problem.exit_code) == (slug, 3)
        assert "2 fields" in problem.message
        assert "rows 2, 3" in problem.message
        assert not any(field in str(problem) for field in (*fields[1:2], "secret"))

    def test_an_unknown_type_is_an_error_of_the_plan(self, desk: Desk) -> None:
        problem = desk.error("a.csv", "x,y\n1,2\n", x=ColumnSection(type="nmber"))
        assert (problem.slug, problem.exit_code) == ("wrong-value", 2)
        assert "number" in problem.hint


class TestCsv:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_delimiter_and_byte_order_mark(self, desk: Desk, delimiter: str, mark: str) -> None:
        rows = [["id", "note"], ["007", '"a, b; c"'], ["008", '"two\nlines"']]
        text = mark + "".join(delimiter.join(row) + "\r\n" for row in rows)
        table = desk.table("a.csv", text)
        assert table.columns == ["id", "note"]
        assert table["id"].to_list() == ["007", "008"]
        assert table["note"].to_list() == ["a, b; c", "two\nlines"]

    def test_one_column_is_a_table(self, desk: Desk) -> None:
        assert desk.table("a.csv", "age\n31\n32\n").to_dict(as_series=False) == {"age": [31, 32]}

    def test_the_source_says_what_was_read(self, desk: Desk) -> None:
        content = b"a,b\n1,2\n"
        path = desk.write("a.csv", content)
        source = desk.source(path.name)
        assert (source.rows, source.columns) == (1, ("a", "b"))
        assert source.fingerprint == hashlib.sha256(content).hexdigest()
        assert path.read_bytes() == content
        assert [p.name for p in (desk.folder / "spool").iterdir()] == [source.parquet.name]

    @pytest.mark.parametrize(
        ("content", "slug"),
        [
            (" \n\n", "empty-file"),
            ("a,b\n", "header-only"),
            ("a,b,a\n1,2,3\n", "duplicate-columns"),
            ("a,b\n1,2\n3,4,5\n", "ragged-rows"),
            ('a,b\n1,"x\n2,3\n', "unreadable-file"),
        ],
    )
    def test_a_file_that_cannot_be_used(self, desk: Desk, content: str, slug: str) -> None:
        problem = desk.error("a.csv", content)
        assert isinstance(problem, InputError)
        assert (problem.slug, problem.exit_code) == (slug, 3)
        assert problem.hint

    def test_duplicate_columns_are_named_and_ragged_rows_located(self, desk: Desk) -> None:
        assert "'a'" in desk.error("a.csv", "a,b,a\n1,2,3\n").message
        text = 'a,b\n1,"two\nlines"\n' + "1,2\n" * 40 + "3,4,5\n"
        assert "line 44 has 3 fields" in desk.error("b.csv", text).message

    @pytest.mark.parametrize("before", [0, 3, 200_000])
    def test_wrong_encoding_names_the_line(self, desk: Desk, before: int) -> None:
        content = b"name,n\n" + b"abcdefgh,1\n" * before + "Müller,2\n".encode("latin-1")
        problem = desk.error("a.csv", content)
        assert problem.slug == "wrong-encoding"
        assert f"line {before + 2} " in problem.message
        assert "iconv" in problem.hint

    def test_a_file_cut_inside_a_character_and_utf_16(self, desk: Desk) -> None:
        assert desk.error("a.csv", "a,b\n1,é".encode()[:-1]).slug == "wrong-encoding"
        assert desk.error("b.csv", "a,b\n1,2\n".encode("utf-16-le")).slug == "wrong-encoding"

    def test_a_name_with_glob_characters(self, desk: Desk) -> None:
        assert desk.table("a[1]*.csv" if os.name != "nt" else "a[1].csv", "a,b\n1,2\n").height == 1


class TestHxl:
    @pytest.mark.parametrize("suffix", ["csv", "xlsx"])
    def test_hashtags_under_the_names(self, desk: Desk, suffix: str) -> None:
        rows = [["Region", "People", ""], ["#adm1 +name", "#affected+f", ""], ["North", 3, "x"]]
        name = _written(desk, suffix, rows)
        source = desk.source(name)
        assert source.hxl == {"Region": "#adm1+name", "People": "#affected+f"}
        assert pl.read_parquet(source.parquet).rows() == [("North", 3, "x")]
        assert source.columns[2] == "column_3"

    def test_hashtags_above_the_names(self, desk: Desk) -> None:
        desk.write("a.csv", "#adm1,#affected\nRegion,People\nNorth,3\nSouth,4\n")
        source = desk.source("a.csv")
        assert (source.columns, source.rows) == (("Region", "People"), 2)
        assert source.hxl == {"Region": "#adm1", "People": "#affected"}

    def test_hashtags_instead_of_names(self, desk: Desk) -> None:
        desk.write("a.csv", "#adm1 +code,#affected\nN1,3\nN2,4\n")
        source = desk.source("a.csv")
        assert (source.columns, source.rows) == (("#adm1+code", "#affected"), 2)

    def test_a_post_with_a_hashtag_is_data(self, desk: Desk) -> None:
        desk.write("a.csv", "post,likes\n#refugees welcome,3\n#x,4\n")
        assert desk.source("a.csv").hxl == {}

    def test_hashtags_alone_are_no_data(self, desk: Desk) -> None:
        assert desk.error("a.csv", "region,n\n#adm1,#affected\n").slug == "header-only"


def _written(desk: Desk, suffix: str, rows: list[list[object]], sheets: int = 1) -> str:
    if suffix == "csv":
        desk.write("a.csv", "".join(",".join(map(str, row)) + "\n" for row in rows))
        return "a.csv"
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for number in range(sheets):
        sheet = book.active if number == 0 else book.create_sheet(f"Sheet{number + 1}")
        for row in rows:
            sheet.append([*row, number] if number else row)
    book.save(desk.folder / "a.xlsx")
    return "a.xlsx"


class TestExcel:
    ROWS = (
        ["id", "age", "share", "ok", "on", "mixed"],
        ["007", 31, 0.5, True, dt.date(2024, 1, 2), 1],
        ["008", None, "#N/A", False, moment(2024, 1, 3), "x"],
        [None, None, None, None, None, None],
    )

    def test_cells_keep_their_types(self, desk: Desk) -> None:
        table = desk.table(_written(desk, "xlsx", [list(row) for row in self.ROWS]))
        assert table.rows() == [
            ("007", 31, 0.5, True, dt.date(2024, 1, 2), "1"),
            ("008", None, None, False, dt.date(2024, 1, 3), "x"),
        ]

    def test_a_sheet_by_name(self, desk: Desk) -> None:
        _written(desk, "xlsx", [["a", "b"], [1, 2]], sheets=2)
        assert desk.source("a.xlsx").columns == ("a", "b")
        # The second sheet's header row got the number 1 behind it.
        assert desk.source("a.xlsx#Sheet2").columns == ("a", "b", "1")
        problem = desk.error("a.xlsx#Shet2")
        assert (problem.slug, problem.exit_code) == ("unknown-sheet", 2)
        assert "'Sheet2'" in problem.hint

    def test_damaged_empty_and_header_only(self, desk: Desk) -> None:
        assert desk.error("b.xlsx", "no workbook").slug == "unreadable-file"
        assert desk.error(_written(desk, "xlsx", [])).slug == "empty-file"
        assert desk.error(_written(desk, "xlsx", [["a", "b"]])).slug == "header-only"
        assert desk.error(_written(desk, "xlsx", [["a", "a"], [1, 2]])).slug == "duplicate-columns"

    def test_a_missing_library_says_what_to_install(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk.write("a.xlsx", "x")
        monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
        problem = desk.error("a.xlsx")
        assert problem.slug == "extra-missing"
        assert problem.hint == installing("excel")


class TestJsonLines:
    def test_json_says_what_is_text(self, desk: Desk) -> None:
        rows = [
            {"id": "7", "age": 31, "score": 1, "ok": True, "on": "2024-01-02", "mixed": 1},
            {"age": None, "score": 0.5, "ok": False, "mixed": "x", "late": {"b": 1, "a": [2]}},
        ]
        table = desk.table("a.jsonl", "\n".join(map(json.dumps, rows)) + "\n\n")
        assert table.rows() == [
            ("7", 31, 1.0, True, dt.date(2024, 1, 2), "1", None),
            (None, None, 0.5, False, None, "x", '{"a": [2], "b": 1}'),
        ]
        assert [p.suffix for p in (desk.folder / "spool").iterdir()] == [".parquet"]

    @pytest.mark.parametrize("line", ["[1]", "{", "1", '{"a": 1} {"a": 2}'])
    def test_a_bad_line_is_named(self, desk: Desk, line: str) -> None:
        problem = desk.error("a.jsonl", '{"a": 1}\n' + line + "\n")
        assert problem.slug == "unreadable-file"
        assert "line 2" in problem.message

    def test_objects_without_a_key(self, desk: Desk) -> None:
        assert desk.error("a.jsonl", "{}\n").slug == "empty-file"


class TestParquet:
    def test_used_where_it_lies(self, desk: Desk) -> None:
        pq.write_table(pa.table({"a": [1, 2]}), desk.folder / "a.parquet")
        source = desk.source("a.parquet")
        assert source.parquet == desk.folder / "a.parquet"
        assert not (desk.folder / "spool").exists()

    def test_copied_if_the_plan_changes_a_type(self, desk: Desk) -> None:
        table = pa.table(
            {
                "id": [7, 8],
                "d": ["2024-01-02", None],
                "x": [1.0, 2.5],
                "b": [1, 0],
                "n": [1.0, None],
            }
        )
        pq.write_table(table, desk.folder / "a.parquet")
        types = {"id": "text", "d": "date", "x": "text", "b": "boolean", "n": "integer"}
        found = desk.table("a.parquet", **{k: ColumnSection(type=v) for k, v in types.items()})
        assert found.rows() == [
            ("7", dt.date(2024, 1, 2), "1", True, 1), ("8", None, "2.5", False, None),
        ]  # fmt: skip
        assert pq.read_table(desk.folder / "a.parquet").equals(table)

    def test_a_declared_type_that_fails(self, desk: Desk) -> None:
        pq.write_table(pa.table({"d": ["2024-01-02", "soon"]}), desk.folder / "a.parquet")
        problem = desk.error("a.parquet", d=ColumnSection(type="date"))
        assert problem.slug == "not-a-date"
        assert "row 2" in problem.message

    def test_damaged_header_only_and_strange(self, desk: Desk) -> None:
        assert desk.error("a.parquet", "PAR1 no").slug == "unreadable-file"
        pq.write_table(pa.table({"a": pa.array([], pa.int64())}), desk.folder / "b.parquet")
        assert desk.error("b.parquet").slug == "header-only"
        pq.write_table(pa.table({"a": [[1, 2]], "t": [b"x"]}), desk.folder / "c.parquet")
        problem = desk.error("c.parquet")
        assert problem.slug == "unsupported-type"
        assert "'a'" in problem.message
        assert "'t'" in problem.message
        two = pa.table([[1], [2]], names=["a", "a"])
        pq.write_table(two, desk.folder / "d.parquet")
        assert desk.error("d.parquet").slug == "duplicate-columns"

    def test_cut_short(self, desk: Desk) -> None:
        pq.write_table(pa.table({"a": list(range(1000))}), desk.folder / "a.parquet")
        whole = (desk.folder / "a.parquet").read_bytes()
        assert desk.error("a.parquet", whole[: len(whole) // 2]).slug == "unreadable-file"


@pytest.mark.parametrize("suffix", ["dta", "sav"])
class TestLabelled:
    def test_labels_dates_and_whole_numbers(self, desk: Desk, suffix: str) -> None:
        pyreadstat = pytest.importorskip("pyreadstat")
        pandas = pytest.importorskip("pandas")
        frame = pandas.DataFrame(
            {
                "nation": ["NA", "BE", ""],
                "decision": [1.0, 2.0, None],
                "age": [31.0, 32.0, 99.0],
                "share": [0.5, None, 1.0],
                "heard": [dt.date(2024, 1, 2), None, dt.date(2024, 1, 3)],
            }
        )
        getattr(pyreadstat, f"write_{suffix}")(
            frame,
            str(desk.folder / f"a.{suffix}"),
            column_labels={"nation": "Country of nationality"},
            variable_value_labels={
                "decision": {1: "granted", 2: "refused"},
                "age": {99: "refused"},
            },
        )
        source = desk.source(f"a.{suffix}")
        assert source.original_labels == {"nation": "Country of nationality"}
        assert pl.read_parquet(source.parquet).rows() == [
            ("NA", "granted", 31, 0.5, dt.date(2024, 1, 2)),
            ("BE", "refused", 32, None, None),
            (None, None, 99, 1.0, dt.date(2024, 1, 3)),
        ]

    def test_damaged_or_library_missing(
        self, desk: Desk, suffix: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pytest.importorskip("pyreadstat")
        assert desk.error(f"a.{suffix}", b"nothing of the kind" * 50).slug == "unreadable-file"
        monkeypatch.setitem(__import__("sys").modules, "pyreadstat", None)
        problem = desk.error(f"a.{suffix}")
        assert (problem.slug, problem.hint) == (
            "extra-missing", installing("stata"),
        )  # fmt: skip


class TestTheWayIn:
    def test_no_such_file(self, desk: Desk) -> None:
        desk.write("decisions.csv", "a\n1\n")
        problem = desk.error("decision.csv")
        assert isinstance(problem, UsageError)
        assert (problem.slug, problem.exit_code) == ("no-such-file", 2)
        assert "'decisions.csv'" in problem.hint

    def test_a_folder(self, desk: Desk) -> None:
        (desk.folder / "a.csv").mkdir()
        problem = desk.error("a.csv")
        assert (problem.slug, problem.exit_code) == ("not-a-file", 2)

    @pytest.mark.parametrize("name", ["a.docx", "a"])
    def test_an_unknown_format(self, desk: Desk, name: str) -> None:
        problem = desk.error(name, "x")
        assert (problem.slug, problem.exit_code) == ("unknown-format", 2)
        assert ".parquet" in problem.hint

    @pytest.mark.parametrize("suffix", sorted({s for r in READERS for s in r.suffixes}))
    def test_nothing_in_it(self, desk: Desk, suffix: str) -> None:
        (desk.folder / f"a{suffix}").touch()
        assert desk.error(f"a{suffix}").slug == "empty-file"

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() == 0, reason="no file is closed to this user"
    )
    def test_no_permission(self, desk: Desk) -> None:
        desk.write("a.csv", "a\n1\n").chmod(0)
        problem = desk.error("a.csv")
        assert (problem.slug, problem.exit_code) == ("not-readable", 3)

    def test_no_permission_as_the_system_reports_it(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refused(*_: object, **__: object) -> None:
            raise PermissionError

        desk.write("a.csv", "a\n1\n")
        monkeypatch.setattr(Path, "open", refused)
        assert desk.error("a.csv").slug == "not-readable"

    def test_a_failed_read_leaves_nothing_behind(self, desk: Desk) -> None:
        desk.error("a.csv", "a,b\n1,2\n3,4,5\n")
        assert list((desk.folder / "spool").glob("*")) == []
        desk.error("a.jsonl", '{"a": "x"}\n', a=ColumnSection(type="date"))
        assert [p for p in (desk.folder / "spool").glob("**/*") if p.is_file()] == []


@pytest.mark.parametrize(
    ("name", "first", "what"),
    [
        ("scan.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture (PNG)"),
        ("scan.tsv", b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)"),
        ("letter.csv", b"%PDF-1.7\n", "a document (PDF)"),
        ("all.csv", b"PK\x03\x04\x14\0\0\0", "an archive (ZIP)"),
        ("all.jsonl", b"\x1f\x8b\x08\0", "a compressed file (gzip)"),
        ("old.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
        ("scan.parquet", b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    ],
)
def test_what_is_no_table_is_named(desk: Desk, name: str, first: bytes, what: str) -> None:
    problem = desk.error(name, first)
    assert (problem.slug, problem.exit_code) == ("not-a-table", 3)
    assert problem.message.startswith(f"{name}: this is {what}")
    assert problem.hint


@pytest.mark.parametrize(
    ("asked", "there", "near"),
    [
        ("decisons.csv", "decisions.csv", True),
        ("decisions.csv", "decisions.xlsx", True),
        ("nothere.csv", "other.csv", False),
        ("nothere.csv", "decisions.csv", False),
        ("a.csv", "b.csv", False),
    ],
)
def test_only_a_similar_name_is_suggested(
    desk: Desk, asked: str, there: str, *, near: bool
) -> None:
    desk.write(there, "a\n1\n")
    problem = desk.error(asked)
    assert problem.slug == "no-such-file"
    assert problem.hint == (f"did you mean '{there}'?" if near else "check the name and the folder")


def _workbook(desk: Desk, **sheets: list[list[object]]) -> str:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
    book.save(desk.folder / "two.xlsx")
    return "two.xlsx"


CASES: list[list[object]] = [["a", "b"], [1, 2], [3, 4]]


def test_a_workbook_of_several_tables_says_which_is_read(desk: Desk) -> None:
    source = desk.source(_workbook(desk, Cases_2023=CASES, Cases_2024=CASES))
    assert source.note == (
        "two.xlsx has 2 sheets: Cases 2023, Cases 2024. Reading Cases 2023; "
        'for another write source = "two.xlsx#Cases 2024"'
    )
    assert not desk.source("two.xlsx#Cases 2024").note


def test_one_sheet_needs_no_word(desk: Desk) -> None:
    assert not desk.source(_workbook(desk, Cases=CASES)).note


@pytest.mark.parametrize(
    "first",
    [[], [["a", "b"]], [["Read me"], ["Made by the statistics unit"], ["One row a case"]]],
)
def test_a_first_sheet_without_a_table_is_not_guessed(
    desk: Desk, first: list[list[object]]
) -> None:
    problem = desk.error(_workbook(desk, README=first, Cases_2024=CASES))
    assert (problem.slug, problem.exit_code) == ("which-sheet", 3)
    assert "two.xlsx has 2 sheets: README, Cases 2024" in problem.message
    assert problem.hint == 'name the sheet: "two.xlsx#Cases 2024"'
    assert desk.table("two.xlsx#Cases 2024").shape == (2, 2)


def test_where_no_sheet_holds_a_table_the_first_is_read(desk: Desk) -> None:
    name = _workbook(desk, One=[["a"], [1], [2]], Two=[["b"]])
    assert desk.table(name).columns == ["a"]
