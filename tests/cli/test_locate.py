"""`audit locate`: row numbers for the data owner, on a terminal or nowhere."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from audit.cli import command as audit
from audit.cli.locate import show
from audit.errors import UsageError
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
    assert "900123" not in out + err


def test_a_limit_says_that_there_is_more(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    show("PR102:main:all:note", plan, limit=2, engine="polars", terminal=True)
    out, err = capsys.readouterr()
    assert out.split() == ["1", "11"]
    assert "and more" in err
    show("PR102:main:all:note", plan, limit=4, engine="", terminal=True)
    assert "and more" not in capsys.readouterr().err


def test_each_privacy_finding_has_rows(plan: str) -> None:
    assert list(rows_behind("PR201:main:all:-", plan)) == [11]
    assert list(rows_behind("PR101:main:all:-", plan)) == []


def test_not_a_terminal_nothing_is_shown(plan: str) -> None:
    result = CliRunner().invoke(audit, ["locate", "PR102:main:all:note", "--plan", plan])
    assert result.exit_code == 2
    assert "[terminal-only]" in result.output
    assert not any(line.isdigit() for line in result.output.splitlines())


@pytest.mark.parametrize(
    ("finding", "slug"),
    [
        ("PR102", "unknown-finding"),
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
