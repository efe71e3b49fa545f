"""Finding, writing and running case studies, and the commands over them."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from audit import cases
from audit.cli.case import command
from audit.errors import AuditError, PluginError, UsageError
from audit.inputs import Case

TOML = """
slug = "small"
title = "A small case"
summary = "s"
module = 1
tags = []
tables = ["people.csv"]
rows = 3
seed = 7
synthetic = true
licence = "l"
provenance = "p"
"""
MAKE = """
import pyarrow as pa
from audit.inputs import Case

def make(rows, seed, fair_twin):
    table = pa.table({"n": list(range(rows)), "seed": [seed] * rows, "fair": [fair_twin] * rows})
    return Case(tables={"people.parquet": table}, files={"extra.bin": b"x"}, latent_truth=table)
"""
PLAN = """
[data]
source = "people.parquet"
totals_source = "report"
coverage = "census"

# how many
[data.totals]
rows = { all = 3 }

[roles]
y_pred = "n"
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "cases"
    folder = place / "small"
    folder.mkdir(parents=True)
    for name, text in {
        "case.toml": TOML,
        "make_data.py": MAKE,
        "audit.toml": PLAN,
        "README.md": "# Worksheet\n",
        "key.yaml": "case: small\nrows: 3\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(cases, "folders", lambda group: (place,))
    return place


def call(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(command, list(arguments), catch_exceptions=True)
    if isinstance(result.exception, AuditError):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_shipped_cases_are_found_and_complete() -> None:
    studies = {study.slug: study for study in cases.find()}
    assert {"visa_triage", "refugee_appeals"} <= set(studies)
    for study in studies.values():
        for name in ("audit.toml", "README.md", "make_data.py", "key.yaml"):
            assert (study.folder / name).is_file()
        key = cases.key(study)
        assert key.case == study.slug
        assert key.rows == study.rows
        assert key.lead
        assert key.expect
        assert key.forbid
        assert study.licence
        assert study.provenance


def test_a_case_is_one_new_folder(place: Path) -> None:
    (study,) = cases.find()
    assert (study.slug, study.rows, study.seed) == ("small", 3, 7)
    case = cases.make(study)
    assert case.tables["people.parquet"].to_pydict()["seed"] == [7, 7, 7]
    other = cases.make(study, rows=2, seed=0, fair_twin=True).tables["people.parquet"].to_pydict()
    assert other == {"n": [0, 1], "seed": [0, 0], "fair": [True, True]}
    assert not (place / "small" / "__pycache__").exists()


def test_an_unknown_case_names_the_nearest(place: Path) -> None:
    with pytest.raises(UsageError) as problem:
        cases.get("smal")
    assert problem.value.slug == "unknown-case"
    assert "small" in problem.value.hint


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (TOML.replace('title = "A small case"', ""), "title"),
        (TOML + 'colour = "red"', "colour"),
        (TOML.replace("rows = 3", 'rows = "many"'), "rows"),
        (TOML.replace('"small"', '"large"'), "slug must be 'small'"),
        ("slug = ", "cannot be read"),
    ],
)
def test_broken_metadata_is_named(place: Path, text: str, says: str) -> None:
    (place / "small" / "case.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PluginError, match=says) as problem:
        cases.find()
    assert problem.value.slug == "case-metadata"


@pytest.mark.parametrize("text", ["import not_there_at_all", "def build(): pass", "def make(:"])
def test_a_broken_generator_is_named(place: Path, text: str) -> None:
    (place / "small" / "make_data.py").write_text(text, encoding="utf-8")
    with pytest.raises(PluginError, match=r"small/make_data\.py") as problem:
        cases.make(cases.get("small"))
    assert problem.value.slug == "plugin-broken"


def test_two_cases_of_one_name(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "folders", lambda group: (place, place))
    with pytest.raises(PluginError) as problem:
        cases.find()
    assert problem.value.slug == "plugin-duplicate"


def test_what_is_written(place: Path, tmp_path: Path) -> None:
    study = cases.get("small")
    plan = cases.write(cases.make(study), study, tmp_path / "out")
    assert plan == tmp_path / "out" / "audit.toml"
    names = sorted(p.name for p in (tmp_path / "out").iterdir())
    assert names == ["README.md", "audit.toml", "extra.bin", "made.json", "people.parquet"]
    assert plan.read_text(encoding="utf-8") == PLAN
    assert cases.made(tmp_path / "out") == {
        "case": "small",
        "rows": 3,
        "seed": 7,
        "fair_twin": False,
    }


def test_the_key_only_when_asked(place: Path, tmp_path: Path) -> None:
    study = cases.get("small")
    cases.write(cases.make(study), study, tmp_path / "out", key=True)
    assert sorted(p.name for p in (tmp_path / "out" / "key").iterdir()) == [
        "key.yaml",
        "latent_truth.parquet",
    ]


def test_published_totals_go_when_the_size_is_another(place: Path, tmp_path: Path) -> None:
    study = cases.get("small")
    plan = cases.write(cases.make(study, rows=5), study, tmp_path / "out").read_text("utf-8")
    assert "totals" not in plan
    assert 'coverage = "census"' in plan
    assert "[roles]" in plan


def test_a_folder_that_cannot_be_written(place: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    study = cases.get("small")
    with pytest.raises(UsageError) as problem:
        cases.write(cases.make(study), study, tmp_path / "file" / "out")
    assert problem.value.slug == "cannot-write"


def test_a_table_keeps_its_types(place: Path, tmp_path: Path) -> None:
    study = cases.get("small")
    table = pa.table({"id": ["007"], "nation": ["NA"], "x": pa.array([None], pa.bool_())})
    cases.write(Case(tables={"t.parquet": table}, files={}), study, tmp_path)
    assert pq.read_table(tmp_path / "t.parquet").equals(table)


def test_list(place: Path) -> None:
    code, out, _ = call("list")
    assert code == 0
    assert out == "small  module 1  A small case\n"
    assert json.loads(call("list", "--json")[1])[0]["slug"] == "small"


def test_show_prints_the_worksheet_and_the_leads_and_no_key(place: Path) -> None:
    (place / "small" / "key.yaml").write_text("case: SECRET\n", encoding="utf-8")
    code, out, _ = call("show", "small")
    assert code == 0
    assert "# Worksheet" in out
    assert "FA101 (main): Are groups selected equally often?" in out
    assert "SECRET" not in out
    assert json.loads(call("show", "small", "--json")[1])["worksheet"] == "# Worksheet\n"


def test_make(place: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    code, out, _ = call("make", "small", "--out", str(folder), "--rows", "4", "--seed", "2")
    assert code == 0
    assert out.strip() == f"audit run {folder / 'audit.toml'}"
    assert cases.made(folder) == {"case": "small", "rows": 4, "seed": 2, "fair_twin": False}
    made = call("make", "small", "--out", str(folder), "--fair-twin", "--json")[1]
    assert json.loads(made)["fair_twin"] is True


def test_made_of_an_empty_folder(tmp_path: Path) -> None:
    assert cases.made(tmp_path) == {}


@pytest.mark.parametrize("slug", ["visa_triage"])
@pytest.mark.slow
def test_grade_audits_first_and_then_reads_the_record(tmp_path: Path, slug: str) -> None:
    arguments = ("grade", slug, "--out", str(tmp_path), "--rows", "4000", "--seed", "5", "--json")
    _, out, _ = call(*arguments)
    first = json.loads(out)
    assert first["case"] == slug
    assert first["seed"] == 5
    assert set(first) == {
        "case", "seed", "found", "missed", "forbidden", "human", "points", "points_possible",
    }  # fmt: skip
    stamp = (tmp_path / "audit.json").stat().st_mtime_ns
    assert json.loads(call(*arguments)[1]) == first
    assert (tmp_path / "audit.json").stat().st_mtime_ns == stamp


@pytest.mark.slow
def test_the_demo_ends_with_the_path_of_the_report(tmp_path: Path) -> None:
    from audit.cli.demo import command as demo

    result = CliRunner().invoke(demo, ["--out", str(tmp_path / "demo")])
    assert result.exit_code == 0, result.output
    lines = result.stdout.strip().splitlines()
    assert lines[-1] == f"report: {tmp_path / 'demo' / 'audit.html'}"
    assert (tmp_path / "demo" / "audit.html").is_file()
    assert "Beyond the limit:" in lines
    assert any("FA201:stream:random_arm:region" in line for line in lines)
