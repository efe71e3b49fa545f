"""What a user can cause: a clear message, the exit code of the contract, nothing lost, no traceback."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from audit.cli import command
from audit.serde import load
from audit.vocabulary import Outcome

CSV = "region,flag,fraud\n" + "".join(
    f"{'ABCD'[i % 4]},{'red' if i % 5 == 0 else 'green'},{'yes' if i % 7 == 0 else 'no'}\n" for i in range(400)
)  # fmt: skip


def audit(*arguments: str):
    return CliRunner().invoke(command, list(arguments), catch_exceptions=False)


@pytest.fixture
def at(world: Path, monkeypatch) -> Path:
    monkeypatch.chdir(world)
    return world


def replan(world: Path, *pairs: tuple[str, str], extra: str = "") -> None:
    path = world / "audit.toml"
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text + extra, encoding="utf-8")


def csv(world: Path, content: bytes | str, name: str = "decisions.csv") -> None:
    data = content.encode() if isinstance(content, str) else content
    (world / name).write_bytes(data)
    replan(
        world,
        ("decisions.parquet", name),
        ('sensitive_features = ["region", "sex"]', 'sensitive_features = ["region"]'),
    )


def refused(result, code: int, slug: str, *words: str) -> None:
    assert result.exit_code == code, result.stderr
    assert f"[{slug}]" in result.stderr
    assert "Traceback" not in result.stderr
    for word in words:
        assert word in result.stderr


def test_missing_plan(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    refused(audit("run"), 2, "no-plan", "audit init")


def test_a_folder_where_the_plan_should_be(tmp_path):
    refused(audit("run", str(tmp_path)), 2, "not-a-file")


def test_missing_data(at):
    (at / "decisions.parquet").unlink()
    refused(audit("run"), 2, "no-such-file", "decisions.parquet")


def test_a_folder_where_the_data_should_be(at):
    (at / "decisions.parquet").unlink()
    (at / "decisions.parquet").mkdir()
    refused(audit("run"), 2, "not-a-file")


def test_unknown_key_in_the_plan(at):
    replan(at, ("[audit]", "[audit]\nauditr = 'x'"))
    refused(audit("run"), 2, "unknown-key", "audit.toml:3", "auditor")


def test_plan_that_is_not_toml(at):
    replan(at, ("[audit]", "[audit"))
    refused(audit("run"), 2, "toml-syntax", "line 2")


def test_misspelt_role(at):
    replan(at, ("y_pred =", "y_prd ="))
    refused(audit("run"), 2, "unknown-role", "did you mean 'y_pred'")


def test_misspelt_column(at):
    replan(at, ('["region", "sex"]', '["regoin", "sex"]'))
    refused(audit("run"), 2, "unknown-column", "did you mean 'region'", "decisions.parquet")


def test_label_that_is_not_there(at):
    replan(at, ('y_pred = ["red"]', 'y_pred = ["crimson"]'))
    result = audit("run")
    refused(result, 2, "label-not-found", "flag", "crimson")
    assert "green" not in result.stderr


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        ("", "empty-file"),
        ("region,flag,fraud\n", "header-only"),
        (CSV.replace("A,", "Á,").encode("latin-1"), "wrong-encoding"),
        (CSV.replace("region,flag,fraud", "region,flag,flag"), "duplicate-columns"),
    ],
)
def test_files_that_cannot_be_used(at, content, slug):
    csv(at, content)
    refused(audit("run"), 3, slug)
    assert not (at / "audit-out" / "audit.json").exists()


def test_missing_column(at):
    csv(at, CSV.replace("region,", "place,"))
    refused(audit("run"), 2, "unknown-column", "region")


def test_numeric_group_without_bins(at):
    table = pq.read_table(at / "decisions.parquet")
    age = pa.array(np.random.default_rng(0).integers(18, 80, table.num_rows))
    pq.write_table(table.append_column("age", age), at / "decisions.parquet")
    replan(at, ('["region", "sex"]', '["region", "age"]'))
    refused(audit("run"), 2, "needs-bins", "bins = [")


def test_scores_outside_zero_and_one(at):
    table = pq.read_table(at / "decisions.parquet")
    score = pa.array(np.linspace(-2, 3, table.num_rows))
    pq.write_table(table.append_column("score", score), at / "decisions.parquet")
    replan(at, ('y_pred = "flag"', 'y_pred = "flag"\ny_score = "score"'))
    refused(audit("run"), 3, "score-range")


def test_scores_that_are_not_numbers_are_missing_and_the_audit_goes_on(at):
    table = pq.read_table(at / "decisions.parquet")
    score = np.linspace(0, 1, table.num_rows)
    score[5], score[6] = np.nan, np.inf
    pq.write_table(table.append_column("score", pa.array(score)), at / "decisions.parquet")
    replan(at, ('y_pred = "flag"', 'y_pred = "flag"\ny_score = "score"'))
    assert audit("run", "--no-cache").exit_code == 1
    found = {f.id: f for f in load(at / "audit-out").findings}
    assert found["FA204:main:all:region"].outcome is not Outcome.ERROR


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.slice(0, 1),
        lambda t: t.set_column(1, "region", pa.array(["A"] * t.num_rows)),
        lambda t: t.set_column(1, "region", pa.array([None] * t.num_rows, pa.string())),
    ],
    ids=["one row", "one group", "no group recorded"],
)
def test_too_little_to_compare_is_open_and_not_a_pass(at, change):
    table = change(pq.read_table(at / "decisions.parquet"))
    pq.write_table(table, at / "decisions.parquet")
    replan(at, ('["region", "sex"]', '["region"]'))
    if table.num_rows == 1:
        flag, truth = table["flag"][0].as_py(), table["fraud"][0].as_py()
        replan(at, ('["red"]', f'["{flag}"]'), ('["yes"]', f'["{truth}"]'))
    result = audit("run", "--no-cache")
    assert result.exit_code in (0, 1, 3), result.stderr
    found = {f.id: f for f in load(at / "audit-out").findings}
    assert found["FA201:main:all:region"].outcome in (Outcome.INCONCLUSIVE, Outcome.NOT_ASSESSED)


def test_all_one_class_cannot_be_judged_and_says_so(at):
    table = pq.read_table(at / "decisions.parquet")
    truth = pa.array(["yes"] * table.num_rows)
    pq.write_table(table.set_column(3, "fraud", truth), at / "decisions.parquet")
    replan(at, ('["region", "sex"]', '["region"]'))
    result = audit("run", "--no-cache")
    assert result.exit_code == 3
    found = {f.id: f for f in load(at / "audit-out").findings}
    assert found["FA201:main:all:region"].outcome is not Outcome.PASS


def test_na_is_namibia_and_an_id_keeps_its_zeros(at):
    rows = "".join(
        f"{i:05d},{'NA' if i % 2 else 'ZA'},{'red' if i % 5 == 0 else 'green'},{'yes' if i % 7 == 0 else 'no'}\n"
        for i in range(800)
    )
    csv(at, "case,region,flag,fraud\n" + rows)
    audit("run", "--no-cache")
    found = {f.id: f for f in load(at / "audit-out").findings}
    assert [e.group for e in found["FA201:main:all:region"].estimates] == ["NA", "ZA"]


def test_pickle_is_refused_with_the_way_out(at):
    (at / "model.pkl").write_bytes(b"\x80\x04\x95\x00")
    replan(at, extra='\n[model]\nsource = "model.pkl"\n')
    refused(audit("run"), 2, "pickle-refused", "skops")
    refused(audit("run", "--trust-pickle"), 2, "pickle-refused")


def test_a_model_that_cannot_be_opened_is_a_finding_and_the_rest_is_audited(at):
    (at / "model.onnx").write_bytes(b"not a model")
    replan(at, extra='\n[model]\nsource = "model.onnx"\nfeatures = ["sex"]\n')
    result = audit("run", "--no-cache")
    assert result.exit_code == 1
    found = {f.id: f for f in load(at / "audit-out").findings}
    assert found["DA113:main:all:-"].outcome is Outcome.FAIL
    assert found["EX101:main:all:region"].outcome is Outcome.NOT_ASSESSED
    assert found["FA201:main:all:region"].outcome is Outcome.FAIL


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no mode on Windows")
def test_no_permission_to_write(at, monkeypatch):
    def denied(*_):
        raise PermissionError

    monkeypatch.setattr("audit.runner.recording.write_atomically", denied)
    refused(audit("run"), 3, "cannot-write", "--out")


def test_a_file_where_the_folder_should_be(at):
    (at / "audit-out").write_text("mine")
    refused(audit("run"), 2, "not-a-folder")
    assert (at / "audit-out").read_text() == "mine"


def test_ctrl_c_says_that_nothing_was_lost(at, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("audit.runner.auditing.audit_system", interrupted)
    result = audit("run")
    assert result.exit_code == 130
    assert "whole" in result.stderr


@pytest.mark.parametrize("name", ["--engine", "--format"])
def test_unknown_engine_or_format(at, name):
    result = audit("run", name, "polar" if name == "--engine" else "htm")
    assert result.exit_code == 2
    assert "did you mean" in result.stderr


def test_unknown_checklist(at):
    replan(at, extra='\n[checklists]\nuse = ["eu_frai"]\n')
    refused(audit("run"), 2, "unknown-checklist", "eu_fria")


def test_unknown_check_in_the_plan(at):
    replan(at, extra="\n[checks.FA299]\nlimit = { ratio = 2.0 }\n")
    result = audit("run")
    refused(result, 2, "unknown-check")
    line = (at / "audit.toml").read_text(encoding="utf-8").splitlines().index("[checks.FA299]") + 1
    assert f"audit.toml:{line}: checks.FA299 names FA299, which is no check" in result.stderr


@pytest.mark.parametrize("key", ["lead = ['FA299']", "ignore = { FA299 = 'r' }"])
def test_unknown_check_that_leads_or_is_left_out(at, key):
    replan(at, extra=f"\n[checks]\n{key}\n")
    result = audit("run")
    refused(result, 2, "unknown-check")
    line = (at / "audit.toml").read_text(encoding="utf-8").splitlines().index(key) + 1
    assert f"audit.toml:{line}: checks.{key.split()[0]} names FA299" in result.stderr


@pytest.mark.parametrize(
    ("value", "said", "fine"),
    [
        ("31/12/2024", "", False),
        ("in spring", "", False),
        ("2024-12-31", "", False),
        ("2024-12", "", True),
        ("2024-Q4", "", True),
        ("2024", "", True),
        ("in spring", "text", True),
    ],
)
def test_text_as_time_names_periods_or_is_said_to(at, value, said, fine):
    table = pq.read_table(at / "decisions.parquet")
    when = pa.array([value] * table.num_rows)
    pq.write_table(table.append_column("sent", when), at / "decisions.parquet")
    more = f'\n[columns.sent]\ntype = "{said}"\n' if said else ""
    replan(at, ("[roles]\n", '[roles]\ntime = "sent"\n'), extra=more)
    result = audit("run", "--select", "FA201")
    if fine:
        assert "[not-dates]" not in result.stderr
    else:
        refused(result, 2, "not-dates", "roles.time names 'sent'", 'type = "date"')


def test_an_indicator_cannot_lead(at):
    replan(at, extra='\n[checks]\nlead = ["FA203"]\n')
    refused(audit("run"), 2, "cannot-lead")


def test_a_record_that_is_none(tmp_path):
    (tmp_path / "audit.json").write_text("{}")
    refused(audit("report", str(tmp_path)), 3, "not-a-record")
    refused(audit("report", str(tmp_path / "nowhere.json")), 3, "no-record")


@pytest.mark.parametrize(
    ("limit", "word"),
    [
        ("{ ratio = 0.8 }", "did you mean ratio = 1.25"),
        ("{ ratio = 1.0 }", "above 1"),
        ("{ ratio = nan }", "above 1"),
        ("{ people_per_year = -1 }", "0 or more"),
        ("{ difference = 5 }", "fraction"),
        ("{ people_per_year = 10 }", "decisions_per_year"),
    ],
)
def test_a_limit_that_would_mean_nothing(at, limit, word):
    replan(at, extra=f"\n[checks.FA201]\nlimit = {limit}\n")
    refused(audit("run"), 2, "wrong-limit", word)


@pytest.mark.parametrize(("name", "word"), [("Germany", "'DE'"), ("Narnia", ""), ("ZZ", "")])
def test_a_jurisdiction_that_no_law_knows(at, name, word):
    replan(at, ('jurisdictions = ["EU"]', f"jurisdictions = ['{name}']"))
    refused(audit("run"), 2, "unknown-jurisdiction", word)


def test_a_selection_that_meets_nothing(at):
    refused(audit("run", "--select", "ZZ"), 2, "unknown-check")


def test_a_waiver_for_no_finding(at):
    waiver = '[[waivers]]\nfinding = "FA201:main:all:regoin"\nreason = "r"\nby = "b"\nuntil = 2999-01-01\n'
    replan(at, extra="\n" + waiver)
    refused(audit("run"), 2, "unknown-finding", "FA201:main:all:region")


@pytest.mark.parametrize("features", ['["region", "region"]', '["region", "flag"]'])
def test_one_column_in_two_parts(at, features):
    replan(at, ('["region", "sex"]', features))
    refused(audit("run"), 2, "column-twice")


def test_a_missing_reference_file(at):
    replan(at, ("[data]", '[data]\nreference = "population.csv"'))
    refused(audit("run"), 2, "no-such-file", "population.csv")


def test_columns_named_row_and_weight_are_no_trouble(at):
    header, *rows = CSV.splitlines()
    lines = [f"row,weight,{header}", *(f"{n},{1 + n % 3},{line}" for n, line in enumerate(rows))]
    csv(at, "\n".join(lines) + "\n")
    result = audit("run")
    assert result.exit_code in (0, 1, 3), result.stderr
    assert "reserved-column" not in result.stderr
    assert (at / "audit-out" / "audit.json").exists()


def test_a_positive_of_every_label(at):
    replan(at, ('y_pred = ["red"]', 'y_pred = ["red", "green"]'))
    refused(audit("run"), 2, "positive-all", "names every label of 'flag'")


def test_a_picture_under_the_name_of_a_table(at):
    csv(at, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    refused(audit("run"), 3, "not-a-table", "this is a picture (PNG), not a table")


def test_plan_errors_of_the_table_name_no_other_plan(at):
    (at / "audit.toml").rename(at / "second.toml")
    text = (at / "second.toml").read_text(encoding="utf-8")
    (at / "second.toml").write_text(text.replace('"region", "sex"', '"regoin"'), encoding="utf-8")
    result = audit("run", "second.toml")
    refused(result, 2, "unknown-column")
    assert "audit.toml" not in result.stderr


def test_a_language_there_is_no_page_in(at):
    refused(audit("run", "--lang", "xx"), 2, "unknown-language")


def test_the_last_line_names_what_was_written(at):
    assert audit("run").stdout.splitlines()[-1].endswith("audit.html")
    again = audit("run", "--format", "md", "--seed", "9")
    assert again.stdout.splitlines()[-1].endswith("audit.json")
    assert "earlier run" in again.stderr
