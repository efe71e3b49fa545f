"""`audit locate`: row numbers for the data owner, on a terminal or nowhere."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from audit.cli import command as audit
from audit.cli.locate import show
from audit.errors import UsageError
from audit.runner import row_keys
from audit.runner.locating import rows_behind

PLAN = """
[data]
source = "people.parquet"
[roles]
y_pred = "decision"
positive = ["refused"]
text = "note"
quasi_identifiers = ["region"]
sensitive_features = ["region"]
"""


@pytest.fixture
def plan(tmp_path: Path) -> str:
    n = 40
    table = pa.table({
        "region": ["C" if i == 11 else "AB"[i % 2] for i in range(n)],
        "decision": ["refused" if i % 3 else "granted" for i in range(n)],
        "note": ["ring +44 7700 900123" if i % 10 == 0 else "Nothing further." for i in range(n)],
    })  # fmt: skip
    pq.write_table(table, tmp_path / "people.parquet")
    path = tmp_path / "audit.toml"
    path.write_text(PLAN, encoding="utf-8")
    return str(path)


def test_rows_are_counted_from_one(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    show("PR102:main:all:note", plan, limit=100, engine="", terminal=True)
    out, err = capsys.readouterr()
    assert out.split() == ["1", "11", "21", "31"]
    assert "counted from 1" in err
    assert "confirmed: 4 rows" in err
    assert "candidates" not in err
    assert "900123" not in out + err


def test_a_limit_says_that_there_is_more(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    show("PR102:main:all:note", plan, limit=2, engine="polars", terminal=True)
    out, err = capsys.readouterr()
    assert out.split() == ["1", "11"]
    assert "confirmed: 4 rows" in err
    assert "and 2 more" in err
    show("PR102:main:all:note", plan, limit=4, engine="", terminal=True)
    assert "more" not in capsys.readouterr().err


def test_candidates_stand_apart_from_what_is_confirmed(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = pq.read_table(tmp_path / "people.parquet")
    told = {
        3: "He prays at the mosque and is a Muslim.",
        5: "Mr Ahmad Karimi called.",
        10: "ring +44 7700 900123. She is HIV positive.",
    }
    notes = [told.get(i, note) for i, note in enumerate(table["note"].to_pylist())]
    pq.write_table(table.set_column(2, "note", pa.array(notes)), tmp_path / "people.parquet")
    show(NOTES, plan, limit=3, engine="", terminal=True)
    out, err = capsys.readouterr()
    # What is confirmed in a note makes the note a fact, whatever else it may hold.
    assert out.split() == ["1", "11", "21", "4", "6"]
    assert err.splitlines()[1:] == [
        "confirmed: 4 rows", "and 1 more; --limit 3 stopped here", "candidates, for a person to look at: 2 rows",
    ]  # fmt: skip
    _, said = call("locate", NOTES, "--plan", plan, "--seal", tmp_path / "rows.json")
    assert said.splitlines()[:3] == [
        "confirmed: 4 rows", "candidates, for a person to look at: 2 rows", f"{NOTES}: 6 rows as hashes in {tmp_path / 'rows.json'}",
    ]  # fmt: skip


def test_columns_with_and_without_a_check_digit(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = pq.read_table(tmp_path / "people.parquet")
    phones = [f"+44 7700 9001{i:02d}" if i < 30 else None for i in range(40)]
    # A name that promises a passport, and values that are none.
    said = [f"see box {i}" if i >= 30 else None for i in range(40)]
    table = table.append_column("tel", pa.array(phones))
    table = table.append_column("passport_number", pa.array(said))
    pq.write_table(table, tmp_path / "people.parquet")
    show("PR101:main:all:-", plan, limit=1, engine="", terminal=True)
    out, err = capsys.readouterr()
    assert "confirmed: 30 rows" in err
    assert "candidates, for a person to look at: 10 rows" in err
    assert out.split() == ["1", "31"]


def test_the_beginning_of_an_id_will_do_where_one_finding_begins_so(plan: str) -> None:
    whole = list(rows_behind("PR102:main:all:note", plan))
    for short in ("PR102", "PR102:main", "PR102:main:all", "PR102:"):
        assert list(rows_behind(short, plan)) == whole
    path = Path(plan)
    two = path.read_text(encoding="utf-8").replace('text = "note"', 'text = ["note", "region"]')
    path.write_text(two, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        list(rows_behind("PR102", plan))
    assert caught.value.slug == "unknown-finding"
    assert caught.value.hint == "one of PR102:main:all:note, PR102:main:all:region"
    with pytest.raises(UsageError) as caught:
        list(rows_behind("PR102:mian", plan))
    assert "PR102:main:all:note" in caught.value.hint


def test_each_privacy_finding_has_rows(plan: str) -> None:
    assert list(rows_behind("PR201:main:all:-", plan)) == [11]
    assert list(rows_behind("PR202:main:all:-", plan)) == [11]
    assert list(rows_behind("PR101:main:all:-", plan)) == []


def test_not_a_terminal_nothing_is_shown(plan: str) -> None:
    result = CliRunner().invoke(audit, ["locate", "PR102:main:all:note", "--plan", plan])
    assert result.exit_code == 2
    assert "[terminal-only]" in result.output
    assert not any(line.isdigit() for line in result.output.splitlines())


@pytest.mark.parametrize(
    ("finding", "slug"),
    [
        ("PR102:note", "unknown-finding"),
        ("PR999:main:all:note", "unknown-check"),
        ("PR102:min:all:note", "unknown-part"),
        ("FA101:main:all:region", "nothing-to-locate"),
        ("PR102:main:all:nota", "unknown-column"),
    ],
)
def test_what_cannot_be_located(plan: str, finding: str, slug: str) -> None:
    with pytest.raises(UsageError) as problem:
        list(rows_behind(finding, plan))
    assert problem.value.slug == slug
    assert problem.value.exit_code == 2


def call(*args: object) -> tuple[int, str]:
    result = CliRunner().invoke(audit, [str(arg) for arg in args])
    return result.exit_code, result.output


NOTES = "PR102:main:all:note"


def test_rows_as_hashes_and_found_again(plan: str, tmp_path: Path) -> None:
    out = tmp_path / "rows.json"
    code, said = call("locate", NOTES, "--plan", plan, "--seal", out)
    assert code == 0
    assert "4 rows as hashes" in said
    text = out.read_text(encoding="utf-8")
    assert json.loads(text)["rows"] == 100
    assert len(json.loads(text)["keys"]) == 100
    assert call("locate", NOTES, "--plan", plan, "--compare", out)[1].splitlines() == [
        "found again: 4", "no longer found: 0", "found now and not then: 0",
    ]  # fmt: skip
    table = pq.read_table(tmp_path / "people.parquet")
    notes = ["Nothing." if i == 10 else "ring +44 7700 900124" if i == 11 else note
             for i, note in enumerate(table["note"].to_pylist())]  # fmt: skip
    pq.write_table(table.set_column(2, "note", pa.array(notes)), tmp_path / "people.parquet")
    assert call("locate", NOTES, "--plan", plan, "--compare", out)[1].splitlines() == [
        "found again: 3", "no longer found: 1", "found now and not then: 1",
    ]  # fmt: skip


def test_the_key_stays_with_the_auditor(plan: str, tmp_path: Path) -> None:
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    call("locate", NOTES, "--plan", plan, "--seal", first)
    key = tmp_path / ".audit_key"
    if os.name == "posix":
        assert key.stat().st_mode & 0o777 == 0o600
    assert key.read_text(encoding="utf-8").strip() not in first.read_text(encoding="utf-8")
    call("locate", NOTES, "--plan", plan, "--seal", second)
    # The same key serves all tables of a folder: two files must not say which rows are in both.
    sealed = [set(json.loads(p.read_text(encoding="utf-8"))["keys"]) for p in (first, second)]
    assert not sealed[0] & sealed[1]
    for each in (first, second):
        assert "found again: 4" in call("locate", NOTES, "--plan", plan, "--compare", each)[1]
    if os.name == "posix":
        key.chmod(0o644)
        call("locate", NOTES, "--plan", plan, "--compare", first)
        assert key.stat().st_mode & 0o777 == 0o600
    key.unlink()
    call("locate", NOTES, "--plan", plan, "--seal", second)
    keys = [set(json.loads(p.read_text(encoding="utf-8"))["keys"]) for p in (first, second)]
    assert not keys[0] & keys[1]


def test_rows_have_other_hashes_under_other_findings() -> None:
    key = bytes(32)
    assert row_keys.mark(key, "", "PR101:main:all:-", 3) != row_keys.mark(key, "", NOTES, 3)
    assert row_keys.mark(key, "ab", NOTES, 3) != row_keys.mark(key, "cd", NOTES, 3)
    block = bytes(64)  # RFC 2104, section 2: a key of fewer bytes than a block is filled with zeros
    inner = hashlib.sha256(bytes(b ^ 0x36 for b in block) + b"5a\na\n3").digest()
    outer = hashlib.sha256(bytes(b ^ 0x5C for b in block) + inner).hexdigest()
    assert row_keys.mark(key, "5a", "a", 3) == outer


@pytest.mark.parametrize(("rows", "said"), [(0, 100), (1, 100), (100, 100), (101, 200)])
def test_a_file_does_not_say_how_few_rows_there_were(rows: int, said: int) -> None:
    key = bytes(32)
    sealed = row_keys.seal(NOTES, range(rows), key)
    assert (sealed.rows, len(sealed.keys)) == (said, said)
    assert list(sealed.keys) == sorted(set(sealed.keys))
    none = row_keys.Compared(again=rows, gone=0, new=0)
    assert row_keys.compare(sealed, range(rows), key) == none
    more = row_keys.compare(sealed, range(1, rows + 2), key)
    assert more == row_keys.Compared(again=max(rows - 1, 0), gone=min(rows, 1), new=2 - (not rows))


def test_of_many_rows_a_sample_is_written_down() -> None:
    key = bytes(range(32))
    sealed = row_keys.seal(NOTES, range(1000), key, most=100)
    assert (sealed.rows, len(sealed.keys)) == (1000, 100)
    assert (
        list(sealed.keys)
        == sorted(row_keys.mark(key, sealed.salt, NOTES, row) for row in range(1000))[:100]
    )
    assert row_keys.compare(sealed, range(1000), key) == row_keys.Compared(again=100, gone=0, new=0)
    half = row_keys.compare(sealed, range(500), key)
    assert half.again + half.gone == 100
    assert 30 < half.again < 70
    assert row_keys.compare(sealed, range(2000), key).again == 100


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        ("{", "not-sealed-rows"),
        ("{}", "not-sealed-rows"),
        ("[]", "not-sealed-rows"),
        (None, "no-such-file"),
    ],
)
def test_what_cannot_be_compared(content: str | None, slug: str, plan: str, tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    code, said = call("locate", NOTES, "--plan", plan, "--compare", path)
    assert code == 2
    assert f"[{slug}]" in said


def test_rows_of_another_finding_and_both_options(plan: str, tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    call("locate", "PR101:main:all:-", "--plan", plan, "--seal", path)
    assert "[not-sealed-rows]" in call("locate", NOTES, "--plan", plan, "--compare", path)[1]
    both = call("locate", NOTES, "--plan", plan, "--compare", path, "--seal", path)
    assert both[0] == 2
    assert "[one-of-two]" in both[1]


def test_a_key_that_is_none(plan: str, tmp_path: Path) -> None:
    (tmp_path / ".audit_key").write_text("abc", encoding="utf-8")
    code, said = call("locate", NOTES, "--plan", plan, "--seal", tmp_path / "rows.json")
    assert code == 2
    assert "[row-key-unusable]" in said


def test_what_is_sealed_by_a_short_id_is_compared_by_the_whole_one(
    plan: str, tmp_path: Path
) -> None:
    call("locate", "PR102", "--plan", plan, "--seal", tmp_path / "rows.json")
    code, said = call("locate", NOTES, "--plan", plan, "--compare", tmp_path / "rows.json")
    assert (code, said.splitlines()[0]) == (0, "found again: 4")
