"""The published counts, read from the separately installed package, and nothing written."""

from __future__ import annotations

import io
import sys
import tarfile
from importlib import metadata
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from audit import cases
from audit.errors import AuditError
from audit.plan_reader import load
from audit.resources import installing
from audit.vocabulary import Outcome

STUDY = cases.get("refugee_appeals")


def installed() -> bool:
    try:
        metadata.distribution("pydataset")
    except metadata.PackageNotFoundError:
        return False
    return True


needs_data = pytest.mark.skipif(
    not installed(), reason="pydataset, which holds the data, is absent"
)


@pytest.fixture(scope="module")
def data() -> pd.DataFrame:
    return cases.make(STUDY).tables["appeals.parquet"].to_pandas()


@needs_data
def test_the_published_counts(data: pd.DataFrame) -> None:
    assert len(data) == 384
    assert (data["decision"] == "yes").sum() == 114
    without, with_merit = data[data["rater"] == "no"], data[data["rater"] == "yes"]
    assert round((without["decision"] == "yes").mean(), 4) == 0.2087
    assert round((with_merit["decision"] == "no").mean(), 4) == 0.5308
    assert data["nation"].nunique() == 17
    assert data["judge"].nunique() == 10
    assert data["case"].is_unique


@needs_data
def test_success_is_one_number_a_nation(data: pd.DataFrame) -> None:
    # So the plan calls it derived from past decisions, by nation.
    assert len(data[["nation", "success"]].drop_duplicates()) == 17


@needs_data
def test_no_nation_has_thirty_cases_with_merit(data: pd.DataFrame) -> None:
    assert data[data["rater"] == "yes"]["nation"].value_counts().max() == 27


@needs_data
def test_the_package_is_not_imported(data: pd.DataFrame) -> None:
    assert "pydataset" not in sys.modules


@needs_data
def test_every_role_names_a_column(data: pd.DataFrame) -> None:
    plan = load(STUDY.folder / "audit.toml")
    roles = plan.parts[0].roles
    named = {column for columns in roles.columns.values() for column in columns}
    assert named | set(roles.all("sensitive_features")) <= set(data.columns)
    assert {"judge"} == set(roles.all("reviewer"))


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> Any:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", absent)
    with pytest.raises(AuditError) as problem:
        cases.make(STUDY)
    assert problem.value.slug == "extra-missing"
    assert problem.value.hint == installing("appeals")


def archive(path: Path, name: str, content: bytes) -> None:
    with tarfile.open(path, "w:gz") as tar:
        info = tarfile.TarInfo(name)
        info.size = len(content)
        tar.addfile(info, io.BytesIO(content))


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("resources/rdata/csv/car/Greene.csv", 25_794),
        ("resources/rdata/csv/car/Greene.csv", 3),
        ("resources/rdata/csv/car/Other.csv", 25_794),
    ],
)
def test_an_archive_that_holds_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, size: int
) -> None:
    path = tmp_path / "resources.tar.gz"
    archive(path, name, b"x" * size)
    file = SimpleNamespace(name="resources.tar.gz", locate=lambda: path)
    found = SimpleNamespace(files=[file])
    monkeypatch.setattr(metadata, "distribution", lambda _: found)
    with pytest.raises(AuditError) as problem:
        cases.make(STUDY)
    assert problem.value.slug == "case-source"
    assert [p.name for p in tmp_path.iterdir()] == ["resources.tar.gz"]


def test_an_archive_that_is_none(appeals: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "resources.tar.gz"
    path.write_bytes(b"not an archive")
    with pytest.raises(AuditError) as problem:
        appeals.read(path)
    assert problem.value.slug == "case-source"


@pytest.mark.parametrize("asked", [{"rows": 10}, {"seed": 3}, {"fair_twin": True}])
def test_real_data_have_one_size(asked: dict[str, Any]) -> None:
    with pytest.raises(AuditError) as problem:
        cases.make(STUDY, **asked)
    assert problem.value.slug == "case-is-real"


@needs_data
@pytest.mark.slow
def test_the_published_figures_stand_in_the_record(tmp_path: Path) -> None:
    record = cases.run(STUDY, tmp_path)
    grade = cases.grade(record, cases.key(STUDY))
    assert not grade.missed
    assert not grade.forbidden
    (part,) = record.parts
    assert part.rows == 384
    assert part.leads[0] == "FA202"
    (nation,) = [f for f in record.findings if f.check == "FA202" and f.key == "nation"]
    assert nation.outcome is Outcome.INCONCLUSIVE
    assert nation.settle is not None
    assert Outcome.PASS not in {e.outcome for e in nation.estimates}
    page = (tmp_path / "audit.html").read_text(encoding="utf-8")
    judges = {
        "Desjardins",
        "Heald",
        "Hugessen",
        "Iacobucci",
        "MacGuigan",
        "Mahoney",
        "Marceau",
        "Pratte",
    }
    for path in (
        p for p in tmp_path.rglob("*") if p.is_file() and p.suffix in (".json", ".html", ".csv")
    ):
        if (tmp_path / "case") in path.parents:
            continue
        text = path.read_text(encoding="utf-8")
        assert not [judge for judge in judges if judge in text], path.name
    assert "nation" in page
