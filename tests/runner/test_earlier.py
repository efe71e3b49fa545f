"""The earlier process beside the present one: shown, never an excuse, never a leak."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit import plan_reader as plans
from audit import serde
from audit.errors import PlanError
from audit.runner import audit_system, judge, run
from audit.vocabulary import Outcome, Standing

_SPEC = importlib.util.spec_from_file_location(
    "shared", Path(__file__).parent.parent / "conftest.py"
)
shared = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(shared)

FA201 = "FA201:main:all:region"


@pytest.fixture
def earlier(world):
    """The world's folder with `earlier.parquet`, in which region D was harmed less."""
    pq.write_table(shared.small_table(4000, seed=5, harmed=0.2), world / "earlier.parquet")
    return world


def load(world):
    text = (world / "audit.toml").read_text(encoding="utf-8")
    text = text.replace("[roles]", 'baseline = "earlier.parquet"\n\n[roles]')
    return plans.parse(text, base=str(world))


def finding(record, id=FA201):
    return next(f for f in record.findings if f.id == id)


def rate(table, group, others=False):
    frame = table.to_pandas()
    here = frame["region"] != group if others else frame["region"] == group
    return (frame[here & (frame["fraud"] == "no")]["flag"] == "red").mean()


def test_the_gap_then_is_that_of_the_earlier_rows(earlier):
    record, _ = audit_system(load(earlier))
    then = pq.read_table(earlier / "earlier.parquet")
    for estimate in finding(record).estimates:
        before = estimate.earlier
        expected = rate(then, estimate.group) - rate(then, estimate.group, others=True)
        assert before.difference == pytest.approx(expected)
        assert before.change == pytest.approx(estimate.difference - expected)
        low, high = before.change_interval
        assert low < before.change < high


def test_no_outcome_no_test_and_no_family_changes(earlier):
    plain, _ = audit_system(plans.load(earlier / "audit.toml"))
    beside, _ = audit_system(load(earlier))
    assert [(f.id, f.outcome) for f in plain.findings] == [
        (f.id, f.outcome) for f in beside.findings
    ]
    assert plain.family == beside.family
    assert finding(beside).outcome is Outcome.FAIL, "as bad before would be no excuse"


def test_intersections_have_their_earlier_gaps_too(earlier):
    record, _ = audit_system(load(earlier))
    cells = finding(record, "FA301:main:all:region × sex").estimates
    assert {e.earlier.standing for e in cells} == {Standing.SHOWN}


def test_a_group_that_was_not_there_then_is_marked(earlier):
    table = pq.read_table(earlier / "earlier.parquet").to_pandas()
    table = table[table["region"] != "C"]
    pq.write_table(pa.Table.from_pandas(table, preserve_index=False), earlier / "earlier.parquet")
    record, _ = audit_system(load(earlier))
    standing = {e.group: e.earlier.standing for e in finding(record).estimates}
    assert standing["C"] is Standing.ABSENT
    assert standing["D"] is Standing.SHOWN


def test_small_earlier_groups_are_withheld_with_one_that_protects_them(earlier):
    table = pq.read_table(earlier / "earlier.parquet").to_pandas()
    few = table[table["region"] == "C"].index[6:]
    table = table.drop(few)
    pq.write_table(pa.Table.from_pandas(table, preserve_index=False), earlier / "earlier.parquet")
    record, _files = audit_system(load(earlier))
    estimates = finding(record, "FA101:main:all:region").estimates
    hidden = [e.group for e in estimates if e.earlier.standing is Standing.WITHHELD]
    assert "C" in hidden
    assert len(hidden) >= 2, "else the one would come back by subtraction"
    assert all(
        e.earlier.value is None and e.earlier.change is None for e in estimates if e.group in hidden
    )
    entry = next(e for e in record.evidence if e.part == "main-baseline")
    assert entry.figures == (), "nothing of the earlier table is drawn on its own"


def test_the_record_says_which_file_stood_beside(earlier):
    record, _ = audit_system(load(earlier))
    assert ("baseline", "earlier.parquet") in {(f.role, f.source) for f in record.inputs}


def test_an_earlier_table_without_the_truth_answers_what_it_can(earlier):
    table = pq.read_table(earlier / "earlier.parquet").drop(["fraud"])
    pq.write_table(table, earlier / "earlier.parquet")
    record, _ = audit_system(load(earlier))
    assert all(e.earlier is None for e in finding(record).estimates)
    assert any(note.id == "finding.earlier_unknown" for note in finding(record).notes)
    assert finding(record, "FA101:main:all:region").estimates[0].earlier is not None


def test_an_earlier_table_without_decisions_is_refused(earlier):
    table = pq.read_table(earlier / "earlier.parquet").drop(["flag"])
    pq.write_table(table, earlier / "earlier.parquet")
    with pytest.raises(PlanError) as caught:
        audit_system(load(earlier))
    assert caught.value.slug == "baseline-no-decision"


def test_an_earlier_table_without_the_groups_is_named(earlier):
    table = pq.read_table(earlier / "earlier.parquet").drop(["region"])
    pq.write_table(table, earlier / "earlier.parquet")
    with pytest.raises(PlanError) as caught:
        audit_system(load(earlier))
    assert caught.value.slug == "unknown-column"
    assert "earlier.parquet" in caught.value.message


def test_judging_again_keeps_the_earlier_gaps(earlier, tmp_path):
    record = run(load(earlier), out=tmp_path / "out")
    criteria = plans.parse(
        "[checks.FA201]\nlimit = {ratio = 4.0}\nreason = 'a test'\nset_by = 'me'\n"
    )
    again, _ = judge(serde.load(tmp_path / "out"), criteria, tmp_path / "out" / "evidence")
    before = [e.earlier.change for e in finding(record).estimates]
    assert [e.earlier.change for e in finding(again).estimates] == pytest.approx(before)
    assert finding(again).outcome is not finding(record).outcome


def test_the_page_and_the_tables_show_it_in_neutral_words(earlier, tmp_path):
    run(load(earlier), out=tmp_path / "out", formats=("html", "tables", "md"))
    page = (tmp_path / "out" / "audit.html").read_text(encoding="utf-8")
    assert "Beside the earlier process" in page
    assert "It changes nothing in the answer" in page
    head, first, *_ = (
        (tmp_path / "out" / "tables" / "groups.csv").read_text(encoding="utf-8").splitlines()
    )
    assert head.split(",")[-6:] == [
        "earlier_standing", "earlier_value", "earlier_difference", "earlier_change",
        "earlier_change_low", "earlier_change_high",
    ]  # fmt: skip
    assert ",shown," in first


def test_the_earlier_table_has_its_own_provenance_and_no_training_table(earlier):
    text = (earlier / "audit.toml").read_text(encoding="utf-8")
    said = (
        'baseline = "earlier.parquet"\ntrain = "earlier.parquet"\nreceived_from = "the operator"\n'
    )
    text = text.replace("[roles]", said + "\n[roles]")
    record, _ = audit_system(plans.parse(text, base=str(earlier)))
    told = [(file.role, file.received_from) for file in record.inputs]
    assert told == [("data", "the operator"), ("train", ""), ("baseline", "")]


def test_equal_tables_change_by_nothing(world):
    pq.write_table(pq.read_table(world / "decisions.parquet"), world / "earlier.parquet")
    record, _ = audit_system(load(world))
    assert np.allclose([e.earlier.change for e in finding(record).estimates], 0)
