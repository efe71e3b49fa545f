"""The privacy measures on real files and engines: the same evidence from each."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.evidence import Evidence, Provenance
from audit.measures import column_types, equivalence_classes, pii_scan, special_categories
from audit.personal_data.columns import Holds
from audit.plan_reader import load

runner = pytest.importorskip("audit.runner")
polars = pytest.importorskip("polars")

PLAN = """
[audit]
special_category_basis = "Ombudsman Act, section 4"
[system]
kind = "decisions"
[data]
source = "people.parquet"
[roles]
text = "note"
identifiers = "id"
quasi_identifiers = ["age", "region", "arrived"]
y_pred = "decision"
positive = ["refused"]
positive_is = "adverse"
sensitive_features = { region = { ground = "ethnic_origin" } }
[columns.age]
bins = [30, 50]
[privacy]
text_sample = 20
"""


@pytest.fixture
def plan(tmp_path: Path):
    from datetime import date

    n = 60
    notes = ["ring +44 7700 900123" if i % 20 == 0 else f"Nothing further, {i}." for i in range(n)]
    table = pa.table({
        "id": [f"{i:06d}" for i in range(n)],
        "age": [20 + i % 40 for i in range(n)],
        "region": [None if i == 7 else "AB"[i % 2] for i in range(n)],
        "arrived": [date(2024, 1, 1 + i % 2) for i in range(n)],
        "decision": ["refused" if i % 3 else "granted" for i in range(n)],
        "note": notes,
        "e_mail": [f"p{i}@example.org" for i in range(n)],
        "weight": [1.0] * n,
    })  # fmt: skip
    pq.write_table(table, tmp_path / "people.parquet")
    (tmp_path / "audit.toml").write_text(PLAN, encoding="utf-8")
    return load(tmp_path / "audit.toml")


def test_every_engine_gives_the_same(plan) -> None:
    found = []
    for engine in ("polars", "pandas", "duckdb"):
        if engine == "duckdb":
            pytest.importorskip("duckdb")
        with runner.open_system(plan, engine=engine) as system:
            (part,) = system.parts
            measures = (pii_scan, column_types, special_categories, equivalence_classes)
            evidence = [m.make(part) for m in measures]
            rows = [list(pii_scan.locate(part, "note")), list(equivalence_classes.locate(part, ""))]
            found.append((evidence, rows))
    assert found[0] == found[1] == found[2]
    (scan, types, special, classes), (noted, rare) = found[0]
    assert noted == [0, 20, 40]
    assert scan.text("note").confirmed_rows == 3
    assert [(h.column, h.entity_type) for h in types.of(Holds.DIRECT)] == [
        ("e_mail", "EMAIL_ADDRESS")
    ]
    assert [c.column for c in special.columns] == ["region"]
    assert classes.people == 60
    # By the ages of the file nearly everybody is alone, though the plan has three bins of them.
    assert rare == list(range(60))
    assert (classes.below(5), classes.unique) == (60, 22)
    assert classes.coarser == ("age",)
    assert classes.as_planned is not None
    assert (classes.as_planned.below(5), classes.as_planned.unique) == (1, 1)


def test_evidence_survives_the_record(plan) -> None:
    from audit.serde import dump_evidence, load_evidence

    with runner.open_system(plan) as system:
        for module in (pii_scan, column_types, special_categories, equivalence_classes):
            measure = module.MEASURE
            made = Evidence(
                id=f"{measure.name}-main",
                part="main",
                value=measure.make(system.parts[0]),
                provenance=Provenance(measure=measure.name, version=1),
            )
            text = dump_evidence(made)
            read = load_evidence(text, measure.payload)
            assert type(read.value) is measure.payload
            assert dump_evidence(read) == text
            assert "example.org" not in text
            assert "900123" not in text
