"""Every measure of privacy gives the same on every engine and from every database."""

from __future__ import annotations

import importlib.util
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.check import Check
from audit.measure import Measure
from audit.plan_reader import load
from audit.registry import instances
from audit.runner import open_system
from audit.system import Part

PLAN = """
[system]
jurisdictions = ["BD"]
kind = "register"
[data]
source = "{source}"
{query}
release = "shared"
retention = "2 years"
received_on = "2024-06-30"
[[data.recipients]]
name = "Ministry"
role = "authority"
country = "MM"
consent = true
[roles]
identifiers = "record"
quasi_identifiers = ["age", "block", "origin"]
confidential = ["illness", "income"]
text = "note"
time = "registered"
place = "block"
consent = "agreed"
shared_with = "given_to"
sensitive_features = {{ origin = {{ ground = "nationality" }} }}
[columns.age]
bins = [18, 30, 50]
[columns.registered]
type = "date"
[columns.illness]
purpose = "clinic"
[privacy]
text_sample = 40
"""
N = 240


def people() -> pa.Table:
    origins = ["MM", "Rohingya", "stateless", "SYR", None]
    return pa.table({
        "record": [f"R{i % 80:05d}" for i in range(N)],
        "age": [18 + (i * 7) % 45 for i in range(N)],
        "block": [f"B{i % 6}" for i in range(N)],
        "origin": [origins[i % 5] for i in range(N)],
        "illness": ["asthma" if i % 6 == 2 else f"x{i % 4}" for i in range(N)],
        "income": [100 * ((i * 13) % 17) for i in range(N)],
        "note": ["ring +44 7700 900123" if i % 30 == 0 else f"Nothing further, {i}." for i in range(N)],
        "registered": [f"20{20 + i % 5}-0{1 + i % 9}-11" for i in range(N)],
        "agreed": [("yes", "no", None)[i % 3] for i in range(N)],
        "given_to": ["Ministry" if i % 2 else "nobody" for i in range(N)],
        "e_mail": [f"p{i}@example.org" for i in range(N)],
        "spare": [i % 3 for i in range(N)],
    })  # fmt: skip


def measures() -> list[Measure]:
    """Return the measures that checks of privacy ask for."""
    asked = {
        payload
        for check in instances(Check, "checks")
        if check.id.startswith("PR")
        for payload in check.asks_for.values()
    }
    return [measure for measure in instances(Measure, "measures") if measure.payload in asked]


def evidence(part: Part) -> Iterator[tuple[str, object, list[int]]]:
    for measure in measures():
        if measure.margins is None:
            made = measure.make(part)
        else:
            made = measure.make(part, part.frame.count(measure.margins(part)))
        located = []
        if measure.locate is not None:
            keys = {"pii_scan": "note", "sensitive_values": "illness"}
            located = list(measure.locate(part, keys.get(measure.name, "")))
        yield measure.name, made, located


def measured(folder: Path, source: str, *, query: str = "", engine: str = "") -> list[object]:
    told = f'query = "{query}"' if query else ""
    (folder / "audit.toml").write_text(PLAN.format(source=source, query=told), encoding="utf-8")
    with open_system(load(folder / "audit.toml"), engine=engine) as system:
        return list(evidence(system.parts[0]))


@pytest.fixture
def expected(tmp_path: Path) -> list[object]:
    pq.write_table(people(), tmp_path / "people.parquet")
    return measured(tmp_path, "people.parquet", engine="polars")


def test_every_check_of_privacy_is_covered() -> None:
    assert {measure.name for measure in measures()} == {
        "column_types", "equivalence_classes", "key_sets", "pii_scan", "recipients", "record_ages",
        "sensitive_values", "special_categories", "traces", "unused_columns",
    }  # fmt: skip


@pytest.mark.parametrize("engine", ["pandas", "duckdb", "spark"])
def test_on_every_engine(
    engine: str, expected: list[object], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if engine == "spark":
        request.getfixturevalue("one_spark")
    elif importlib.util.find_spec(engine) is None:
        pytest.skip(f"no {engine}")
    found = measured(tmp_path, "people.parquet", engine=engine)
    for mine, theirs in zip(expected, found, strict=True):
        assert mine == theirs


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_from_every_database(
    database: str, expected: list[object], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    table = people()
    numbers = {"age", "income", "spare"}
    columns = ", ".join(f"{c} {'integer' if c in numbers else 'text'}" for c in table.column_names)
    rows = list(zip(*(table[c].to_pylist() for c in table.column_names), strict=True))
    if database == "sqlite":
        url = f"sqlite:///{(tmp_path / 'people.db').as_posix()}"
        with sqlite3.connect(tmp_path / "people.db") as made:
            made.execute(f"create table people (place integer, {columns})")
            marks = ", ".join("?" * (len(columns.split(",")) + 1))
            made.executemany(
                f"insert into people values ({marks})",
                [(i, *row) for i, row in enumerate(rows)],
            )
        made.close()
    else:
        server = request.getfixturevalue("postgresql")
        url = server.url
        lines = "\n".join(
            "\t".join("\\N" if v is None else str(v) for v in (i, *row))
            for i, row in enumerate(rows)
        )
        server.run(
            f"drop table if exists people; create table people (place integer, {columns});\n"
            "grant select on people to auditor;\n"
            f"copy people from stdin;\n{lines}\n\\.\n"
        )
    query = f"select {', '.join(table.column_names)} from people order by place"
    found = measured(tmp_path, url, query=query)
    for mine, theirs in zip(expected, found, strict=True):
        assert mine == theirs
