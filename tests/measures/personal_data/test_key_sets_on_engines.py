"""Combinations, sets of columns and coarser columns: the same from every engine, parts included."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.engines import counting
from audit.evidence import Evidence, Provenance
from audit.measures import _cell_groups, equivalence_classes, key_sets
from audit.plan_reader import load
from audit.system import Margin

runner = pytest.importorskip("audit.runner")

PLAN = """
[data]
source = "people.parquet"
coverage = "sample"
population = 9000
[roles]
quasi_identifiers = ["age", "country", "arrived", "single", "score"]
y_pred = "decision"
positive = ["refused"]
positive_is = "adverse"
sensitive_features = { country = { ground = "nationality" } }
[columns.age]
bins = [30, 50]
[columns.single]
map = { "true" = "alone", "false" = "not alone" }
[[parts]]
name = "asked"
where = { kind = "asked" }
[[parts]]
name = "other"
where = { kind = "other" }
data = { population = 4000 }
"""


@pytest.fixture
def plan(tmp_path: Path):
    rng = np.random.default_rng(9)
    n = 900
    days = [date(2024, 1, 1 + int(d)) for d in rng.integers(0, 28, n)]
    table = pa.table({
        "age": pa.array([None if i % 50 == 0 else int(a) for i, a in enumerate(rng.integers(18, 80, n))]),
        "country": pa.array([None if i % 70 == 0 else str(c) for i, c in enumerate(
            rng.choice(["Syria", "Iraq", "Eritrea", "Mali", "NA"], n, p=[0.5, 0.3, 0.1, 0.06, 0.04]))]),
        "arrived": pa.array(days),
        "single": pa.array(rng.integers(0, 2, n).astype(bool)),
        "score": pa.array(np.where(rng.random(n) < 0.02, np.nan, rng.integers(0, 4, n) / 2)),
        "kind": ["asked" if i % 3 else "other" for i in range(n)],
        "decision": ["refused" if i % 2 else "granted" for i in range(n)],
    })  # fmt: skip
    pq.write_table(table, tmp_path / "people.parquet")
    (tmp_path / "audit.toml").write_text(PLAN, encoding="utf-8")
    return load(tmp_path / "audit.toml")


ENGINES = ("polars", "pandas", "duckdb")


def each(plan, measured):
    found = {}
    for engine in ENGINES:
        if engine == "duckdb":
            pytest.importorskip("duckdb")
        with runner.open_system(plan, engine=engine) as system:
            found[engine] = [measured(part) for part in system.parts]
    return found


def test_every_engine_gives_the_same(plan) -> None:
    measures = (equivalence_classes, key_sets)
    found = each(plan, lambda part: [[m.make(part), list(m.locate(part, ""))] for m in measures])
    assert found["polars"] == found["pandas"] == found["duckdb"]
    for (classes, small), (sets, alone) in found["polars"]:
        assert classes.people == sets.people == classes.population.rows
        assert len(small) == classes.below(5)
        assert set(alone) <= set(small)
        assert len(alone) == sets.special.people
        assert classes.options
        assert sets.special.people > 0
    asked, other = found["polars"]
    assert (asked[0][0].population.people, other[0][0].population.people) == (9000, 4000)
    assert not set(asked[0][1]) & set(other[0][1])


def test_sizes_counted_in_the_engine_are_those_of_the_cells(plan) -> None:
    def measured(part):
        names = part.plan.roles.all("quasi_identifiers")
        (cells,) = part.frame.count([Margin(keys=names)])
        sizes, classes = np.unique(cells.n, return_counts=True)
        told = part.frame.class_sizes(names)
        assert told == dict(zip(sizes.tolist(), classes.tolist(), strict=True))
        return told

    found = each(plan, measured)
    assert found["polars"] == found["pandas"] == found["duckdb"]


def test_beyond_the_limit_only_sizes_leave_the_engine(plan, monkeypatch) -> None:
    for module in (_cell_groups, equivalence_classes):
        monkeypatch.setattr(module, "MOST_CELLS", 50)
    found = each(plan, lambda part: [equivalence_classes.make(part), key_sets.make(part)])
    assert found["polars"] == found["pandas"] == found["duckdb"]
    classes, sets = found["polars"][0]
    assert not classes.searched
    assert {len(s.columns) for s in sets.sets} == {1, 2}


def test_a_large_table_is_counted_once_for_both(plan, monkeypatch) -> None:
    monkeypatch.setattr(counting, "MOST_CELLS", 10)
    with runner.open_system(plan) as system:
        part = system.parts[0]
        first, counted = equivalence_classes.make(part), []
        group = counting._group
        monkeypatch.setattr(counting, "_group", lambda *a: counted.append(a[1]) or group(*a))
        key_sets.make(part)
        assert equivalence_classes.make(part) == first
        assert counted == []
        part.frame.count([Margin(keys=("age", "country"))])
        assert len(counted) == 1


def test_evidence_survives_the_record(plan) -> None:
    from audit.serde import dump_evidence, load_evidence

    with runner.open_system(plan) as system:
        for module in (equivalence_classes, key_sets):
            measure = module.MEASURE
            made = Evidence(
                id=f"{measure.name}-asked",
                part="asked",
                value=measure.make(system.parts[0]),
                provenance=Provenance(measure=measure.name, version=1),
            )
            text = dump_evidence(made)
            read = load_evidence(text, measure.payload)
            assert read.value == made.value
            assert dump_evidence(read) == text
            assert "Eritrea" not in text
