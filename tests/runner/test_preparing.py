"""Pooled columns, from the plan to the page."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit import plan_reader as plans
from audit.errors import PlanError
from audit.runner import audit_system, run
from audit.runner.suppressing import Suppression

NAMES = [
    "Afghanistan",
    "IRQ",
    "Syrian Arab Republic",
    "ng",
    "SOMALI",
    "France",
    "Stateless",
    "Bhutan",
]
SHARES = [0.25, 0.2, 0.2, 0.1, 0.1, 0.1, 0.049, 0.001]


@pytest.fixture
def nations(world):
    table = pq.read_table(world / "decisions.parquet")
    drawn = np.random.default_rng(17).choice(NAMES, table.num_rows, p=SHARES)
    pq.write_table(table.append_column("nationality", pa.array(drawn)), world / "decisions.parquet")
    return world


def load(world, features, columns):
    text = (world / "audit.toml").read_text(encoding="utf-8")
    text = text.replace('["region", "sex"]', features)
    return plans.parse(text + columns, base=str(world))


BESIDE = '\n[columns.origin]\nof = "nationality"\npool = "m49_subregion"\n'


@pytest.mark.parametrize("engine", ["polars", "pandas", "duckdb"])
def test_regions_are_counted_as_their_countries_are(nations, engine):
    plan = load(nations, '["nationality"]', '\n[columns.nationality]\npool = "m49_subregion"\n')
    record, _ = audit_system(plan, engine=engine)
    finding = next(f for f in record.findings if f.id == "FA101:main:all:nationality")
    table = pq.read_table(nations / "decisions.parquet").to_pandas()
    people = table["nationality"].value_counts()
    assert {e.group: e.n for e in finding.estimates} == {
        "Southern Asia": people["Afghanistan"] + people["Bhutan"],
        "Western Asia": people["IRQ"] + people["Syrian Arab Republic"],
        "Sub-Saharan Africa": people["ng"] + people["SOMALI"],
        "Western Europe": people["France"],
        "Stateless": people["Stateless"],
    }
    assert any(note.id == "finding.pooled" for note in finding.notes)


def test_the_finer_column_can_be_used_beside_and_is_not_crossed_with_its_pool(nations):
    plan = load(nations, '["nationality", "origin", "sex"]', BESIDE)
    record, _ = audit_system(plan)
    keys = {f.key for f in record.findings if f.check == "FA301"}
    assert keys == {"nationality × sex", "origin × sex"}


def test_a_small_country_does_not_come_back_from_its_region_s_total(nations):
    plan = load(nations, '["nationality", "origin"]', BESIDE)
    record, _ = audit_system(plan)
    finding = next(f for f in record.findings if f.id == "FA101:main:all:nationality")
    shown = {e.group for e in finding.estimates}
    assert "Bhutan" not in shown
    assert "Afghanistan" not in shown, "it would give Bhutan away: their region's total is printed"
    assert {"IRQ", "ng", "France", "Stateless"} <= shown


def test_what_protects_a_small_group_is_sought_in_its_own_region_first():
    nations = {"a": 500, "b": 6, "c": 90, "d": 80}
    region = {"a": "x", "b": "x", "c": "y", "d": "y"}
    totals = {"x": 506, "y": 170}
    cells = {(n, region[n]): people for n, people in nations.items()}
    margins = {"nation": nations, "region": totals}
    found = Suppression(margins, {("nation", "region"): cells}, 10, {}, [("nation", "region")])
    assert found.groups == {"nation": {"a", "b"}, "region": set()}


def test_the_page_and_the_record_say_which_countries_make_a_region(nations, tmp_path):
    run(load(nations, '["nationality", "origin"]', BESIDE), out=tmp_path / "out")
    for name in ("audit.json", "audit.html"):
        text = (tmp_path / "out" / name).read_text(encoding="utf-8")
        assert "Syrian Arab Republic" in text
        assert "Bhutan" not in text, "six people"
    page = (tmp_path / "out" / "audit.html").read_text(encoding="utf-8")
    assert "UN M49 sub-regions" in page
    assert "Pooling can hide a nationality" in page


def test_a_pool_over_a_map_pools_what_the_map_says(nations):
    columns = '\n[columns.nationality]\npool = "eu_member"\nmap = { SOMALI = "Italy" }\n'
    record, _ = audit_system(load(nations, '["nationality"]', columns))
    finding = next(f for f in record.findings if f.id == "FA101:main:all:nationality")
    table = pq.read_table(nations / "decisions.parquet").to_pandas()
    people = table["nationality"].value_counts()
    inside = next(e.n for e in finding.estimates if e.group == "EU member state")
    assert inside == people["France"] + people["SOMALI"]


@pytest.mark.parametrize(
    ("columns", "slug"),
    [
        ('\n[columns.nationality]\npool = "m49_subregions"\n', "unknown-pool"),
        ('\n[columns.origin]\nof = "nationality"\n', "wrong-value"),
        ('\n[columns.origin]\nof = "nation"\npool = "m49_region"\n', "unknown-column"),
        ('\n[columns.sex]\nof = "nationality"\npool = "m49_region"\n', "reserved-column"),
    ],
)
def test_a_pool_that_cannot_be_made_is_refused(nations, columns, slug):
    with pytest.raises(PlanError) as caught:
        audit_system(load(nations, '["nationality"]', columns))
    assert caught.value.slug == slug


def test_numbers_are_no_names_of_countries(nations):
    table = pq.read_table(nations / "decisions.parquet")
    table = table.append_column("m49", pa.array(np.arange(table.num_rows) % 4))
    pq.write_table(table, nations / "decisions.parquet")
    plan = load(nations, '["m49"]', '\n[columns.m49]\npool = "m49_region"\n')
    with pytest.raises(PlanError) as caught:
        audit_system(plan)
    assert caught.value.slug == "wrong-value"
