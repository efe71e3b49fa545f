"""Names of columns, categories and files that are themselves personal data."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.errors import InputError
from audit.inputs import Reader
from audit.personal_data.masking import (
    identifiers_in,
    masked,
    may_identify,
    query_without_values,
    withheld,
)
from audit.plan_reader import load
from audit.readers import read
from audit.registry import instances
from audit.runner import open_system
from audit.system import Margin

PHONE = "+44 7700 900123"
OTHER = "+44 7700 900124"
MAIL = "anna.eriksson@example.org"


def test_only_confirmed_identifiers_are_masked() -> None:
    assert masked(f"cases of {MAIL}, 2024.csv") == "cases of [e-mail addresses], 2024.csv"
    for name in ("REF-2024-000001", "decision 12 of 2024-03-01", "Lyon", "v1.2.3", "12345678", ""):
        assert masked(name) == name
    assert identifiers_in(["age", PHONE, "region"]) == {1: "phone numbers"}


@pytest.mark.parametrize("label", ["Lyon", "", None, 7, "m", "12345"])
def test_most_labels_are_not_read(label: object) -> None:
    assert not may_identify([label])


def test_labels_stay_apart_and_in_order() -> None:
    shown = withheld([OTHER, "desk", PHONE, None])
    assert shown == {PHONE: "withheld 1 (phone numbers)", OTHER: "withheld 2 (phone numbers)"}
    assert withheld(["desk", PHONE, OTHER, PHONE]) == shown


def test_many_labels_are_withheld_unread() -> None:
    shown = withheld([f"+44 7700 9{i:05d}" for i in range(3000)] + ["desk"])
    assert len(shown) == len(set(shown.values())) == 3000
    assert not any("7700" in text for text in shown.values())


PLAN = """
[data]
source = "people.parquet"
[roles]
y_pred = "decision"
positive = ["refused"]
sensitive_features = ["contact"]
identifiers = ["file"]
"""


@pytest.mark.parametrize("engine", ["polars", "pandas", "duckdb", "spark"])
def test_labels_are_masked_where_they_are_counted(engine: str, tmp_path: Path) -> None:
    if engine in ("duckdb", "spark"):
        pytest.importorskip({"duckdb": "duckdb", "spark": "pyspark"}[engine])
    n = 60
    table = pa.table({
        "contact": [(PHONE, OTHER, "desk")[i % 3] for i in range(n)],
        "file": [f"+44 7700 900{i:03d}" for i in range(n)],
        "decision": ["refused" if i % 2 else "granted" for i in range(n)],
    })  # fmt: skip
    pq.write_table(table, tmp_path / "people.parquet")
    (tmp_path / "audit.toml").write_text(PLAN, encoding="utf-8")
    shown = ["desk", "withheld 1 (phone numbers)", "withheld 2 (phone numbers)"]
    with open_system(load(tmp_path / "audit.toml"), engine=engine) as system:
        frame = system.parts[0].frame
        cells = frame.count([Margin(("contact", "y_pred")), Margin(("file",))])
        assert sorted(cells[0].labels[0]) == shown
        assert cells[0].n.sum() == n
        # Numbers of files are counted and never named: reading a million of them would be slow.
        assert len(cells[1].labels[0]) == n
        (batch,) = frame.batches(["key:contact"])
        assert batch.column("key:contact").to_pylist()[:3] == [shown[1], shown[2], shown[0]]
        drawn = frame.sample(9, ["key:contact"], seed=1, by=("contact",))
        assert set(drawn.column("key:contact").to_pylist()) <= set(shown)


@pytest.mark.parametrize("name", [PHONE, MAIL])
@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_a_column_named_after_a_person_is_refused(name: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"people.{suffix}"
    if suffix == "csv":
        path.write_text(f"age,{name}\n30,yes\n", encoding="utf-8")
    else:
        pq.write_table(pa.table({"age": [30], name: ["yes"]}), path)
    with pytest.raises(InputError) as problem:
        read(path, {}, tmp_path, instances(Reader, "readers"))
    assert problem.value.slug == "personal-column-name"
    assert "column 2" in str(problem.value)
    assert name not in str(problem.value)


def test_init_refuses_a_file_named_after_a_person(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from audit.cli import command

    path = tmp_path / f"cases of {MAIL}.csv"
    path.write_text("age,decision\n30,yes\n", encoding="utf-8")
    result = CliRunner().invoke(
        command, ["init", str(path), "-o", str(tmp_path / "a.toml"), "--yes"]
    )
    assert result.exit_code == 2
    assert "[personal-file-name]" in result.output
    assert MAIL not in result.output
    assert not (tmp_path / "a.toml").exists()


def test_messages_are_masked_on_the_terminal(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from audit.cli import command

    plan = tmp_path / "audit.toml"
    plan.write_text(f'[data]\nsource = "{MAIL}.csv"\n[roles]\ny_pred = "d"\n', encoding="utf-8")
    result = CliRunner().invoke(command, ["run", str(plan), "--out", str(tmp_path / "out")])
    assert result.exit_code != 0
    assert "[no-such-file]" in result.output
    assert MAIL not in result.output


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("select * from t where name = 'Karim'", "select * from t where name = '…'"),
        (
            "select * from t where name = 'O''Hara' and k = 1",
            "select * from t where name = '…' and k = 1",
        ),
        ("select * from t where name = 'O\\'Hara'", "select * from t where name = '…'"),
        ('select "name" from t where name = "Karim"', 'select "…" from t where name = "…"'),
        ("select $$Karim$$, $x$Karim $$ $x$ from t", "select '…', '…' from t"),
        ("select 1 -- Karim's case\nfrom t /* Karim */", "select 1 \nfrom t"),
        (
            "select * from t where id in (123, 1234567, 12.5) limit 50",
            "select * from t where id in (…, …, …) limit 50",
        ),
        (
            "select a1234, t2.b from t2 where year >= 2024",
            "select a1234, t2.b from t2 where year >= 2024",
        ),
        ("select * from t where name = 'Karim", "select * from t where name = '…'"),
        ("select * from t where note like E'%Karim%'", "select * from t where note like E'…'"),
        ("", ""),
    ],
)
def test_a_query_is_shown_without_the_values_it_compares_with(query: str, shown: str) -> None:
    found = query_without_values(query)
    assert found == shown
    assert "Karim" not in found
