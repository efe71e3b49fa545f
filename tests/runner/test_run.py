"""An audit from plan to files: what is planned, what is found, what is written."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit import plan_reader as plans
from audit import serde
from audit.errors import InputError, PlanError, RecordError
from audit.runner import audit_system, judge, run
from audit.runner.recording import choose_formats
from audit.vocabulary import Outcome


def load(world, extra=""):
    path = world / "audit.toml"
    path.write_text(path.read_text(encoding="utf-8") + extra, encoding="utf-8")
    return plans.load(path)


def findings(record):
    return {f.id: f for f in record.findings}


def test_the_planted_gap_is_the_leading_finding(world):
    record, _ = audit_system(load(world))
    found = findings(record)["FA201:main:all:region"]
    assert found.outcome is Outcome.FAIL
    assert found.groups == ("D",)
    assert found.lead
    assert found.id in record.conclusion.blocking


def test_every_planned_question_has_exactly_one_finding(world):
    from audit.check import Check
    from audit.kind import Kind
    from audit.registry import instances
    from audit.runner import planning

    plan = load(world)
    record, _ = audit_system(plan)
    planned = planning.questions(plan, instances(Check, "checks"), instances(Kind, "kinds"))
    assert sorted(q.id for q in planned) == [f.id for f in record.findings]


def test_rates_in_the_record_are_those_of_fairlearn_on_the_people(world):
    from fairlearn.metrics import MetricFrame, false_positive_rate

    table = pq.read_table(world / "decisions.parquet").to_pandas()
    frame = MetricFrame(
        metrics=false_positive_rate,
        y_true=(table["fraud"] == "yes").astype(int),
        y_pred=(table["flag"] == "red").astype(int),
        sensitive_features=table["region"],
    )
    record, _ = audit_system(load(world))
    estimates = findings(record)["FA201:main:all:region"].estimates
    assert {e.group: e.value for e in estimates} == pytest.approx(
        frame.by_group.to_dict(), abs=1e-12
    )


def test_selecting_changes_what_is_shown_and_not_what_is_decided(world):
    plan = load(world)
    whole, _ = audit_system(plan)
    some, _ = audit_system(replace(plan, checks=replace(plan.checks, select=("FA201",))))
    assert {f.check for f in some.findings} == {"FA201"}
    assert some.family == whole.family
    assert findings(some)["FA201:main:all:region"] == findings(whole)["FA201:main:all:region"]


@pytest.mark.parametrize("engine", ["polars", "pandas", "duckdb"])
def test_engines_find_the_same(world, engine):
    plan = load(world)
    first, _ = audit_system(plan, engine="polars")
    other, _ = audit_system(plan, engine=engine)
    assert first.findings == other.findings


def test_the_same_inputs_give_the_same_bytes_timings_apart(world, tmp_path):
    plan = load(world)
    run(plan, out=tmp_path / "one")
    run(plan, out=tmp_path / "two")
    texts = []
    for name in ("one", "two"):
        document = json.loads((tmp_path / name / "audit.json").read_text(encoding="utf-8"))
        document.pop("timings")
        texts.append(json.dumps(document))
    assert texts[0] == texts[1]


def test_the_record_survives_json(world, tmp_path):
    record = run(load(world), out=tmp_path / "out")
    again = serde.load(tmp_path / "out")
    assert serde.dumps(again) == serde.dumps(record)


def test_the_record_follows_its_published_schema(world, tmp_path):
    from pydantic import TypeAdapter

    from audit.record import AuditRecord

    run(load(world), out=tmp_path / "out")
    document = json.loads((tmp_path / "out" / "audit.json").read_text(encoding="utf-8"))
    assert set(document) == set(serde.schema()["properties"])
    TypeAdapter(AuditRecord).validate_python(document)


def test_judging_again_with_a_wider_limit(world, tmp_path):
    record = run(load(world), out=tmp_path / "out")
    criteria = plans.parse(
        "[checks.FA201]\nlimit = {ratio = 4.0}\nreason = 'a test'\nset_by = 'me'\n"
    )
    again, _ = judge(record, criteria, tmp_path / "out" / "evidence")
    assert findings(record)["FA201:main:all:region"].outcome is Outcome.FAIL
    assert findings(again)["FA201:main:all:region"].outcome is Outcome.PASS
    assert [j.results_seen for j in again.judgements] == [False, True]
    assert len(again.family) == len(record.family)


def test_judging_again_without_a_change_finds_the_same(world, tmp_path):
    record = run(load(world), out=tmp_path / "out")
    again, _ = judge(record, plans.parse(""), tmp_path / "out" / "evidence")
    assert again.findings == record.findings


def test_judging_refuses_evidence_that_was_touched(world, tmp_path):
    record = run(load(world), out=tmp_path / "out")
    path = tmp_path / "out" / "evidence" / "group_counts-main.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"fp":', '"fp": 1'), encoding="utf-8")
    with pytest.raises(RecordError, match="evidence-changed"):
        judge(record, plans.parse(""), tmp_path / "out" / "evidence")


def test_judging_cannot_change_what_leads(world, tmp_path):
    record = run(load(world), out=tmp_path / "out")
    with pytest.raises(PlanError, match="family-fixed"):
        judge(record, plans.parse("[checks]\nlead = ['FA101']\n"), tmp_path / "out" / "evidence")


def test_a_truth_of_the_deciding_body_never_passes(world):
    text = (world / "audit.toml").read_text(encoding="utf-8")
    (world / "audit.toml").write_text(text.replace("an outside panel", "decider"), encoding="utf-8")
    record, _ = audit_system(plans.load(world / "audit.toml"))
    leading = [f for f in record.findings if f.check == "FA201"]
    assert Outcome.PASS not in {f.outcome for f in leading}
    assert findings(record)["FA201:main:all:region"].outcome is Outcome.FAIL


def test_a_truth_known_only_for_the_selected_is_not_computed(world):
    table = pq.read_table(world / "decisions.parquet")
    truth = [
        t if f == "red" else None
        for t, f in zip(table["fraud"].to_pylist(), table["flag"].to_pylist(), strict=True)
    ]
    pq.write_table(table.set_column(3, "fraud", pa.array(truth)), world / "decisions.parquet")
    record, _ = audit_system(load(world))
    found = findings(record)["FA201:main:all:region"]
    assert found.outcome is Outcome.NOT_ASSESSED
    assert [n.input for n in found.needs] == ["random_arm"]
    assert not found.estimates


def test_a_waiver_changes_the_exit_code_and_nothing_else(world):
    from audit.runner.concluding import exit_code

    waiver = "".join(
        f'[[waivers]]\nfinding = "{id}"\nreason = "r"\nby = "b"\nuntil = "2999-01-01"\n'
        for id in ("FA201:main:all:region", "FA301:main:all:region × sex")
    )
    bare, _ = audit_system(load(world))
    waived, _ = audit_system(load(world, waiver))
    assert (exit_code(bare.conclusion), exit_code(waived.conclusion)) == (1, 0)
    assert waived.conclusion.statement == bare.conclusion.statement
    assert findings(waived)["FA201:main:all:region"].outcome is Outcome.FAIL


def test_a_waiver_that_has_run_out_blocks_again(world):
    waiver = '[[waivers]]\nfinding = "FA201:main:all:region"\nreason = "r"\nby = "b"\nuntil = "2020-01-01"\n'
    record, _ = audit_system(load(world, waiver))
    assert "FA201:main:all:region" in record.conclusion.blocking


def test_a_check_that_breaks_is_an_outcome_and_the_others_run(world, monkeypatch):
    from audit.check import Check
    from audit.registry import instances

    def broken(counts, ask):
        raise ZeroDivisionError("Amira Haddad")

    check = next(c for c in instances(Check, "checks") if c.id == "FA101")
    monkeypatch.setattr(
        "audit.runner.auditing.instances", _swapping(check, replace(check, answer=broken))
    )
    record, _ = audit_system(load(world))
    found = findings(record)["FA101:main:all:region"]
    assert found.outcome is Outcome.ERROR
    assert "ZeroDivisionError" in found.condition
    assert "Amira" not in serde.dumps(record)
    assert findings(record)["FA201:main:all:region"].outcome is Outcome.FAIL
    assert found.id in record.conclusion.blocking


def _swapping(old, new):
    from audit import registry

    def instances(kind, group):
        return tuple(new if item is old else item for item in registry.instances(kind, group))

    return instances


def test_the_cache_gives_the_same_findings_and_is_for_the_owner_only(world):
    plan = load(world)
    first, _ = audit_system(plan, cache=True)
    second, _ = audit_system(plan, cache=True)
    assert first.findings == second.findings
    folder = world / ".audit_cache"
    assert list(folder.glob("*.json"))
    import sys

    if sys.platform != "win32":
        assert folder.stat().st_mode & 0o077 == 0


def test_the_cache_notices_other_data(world):
    from tests.conftest import small_table

    plan = load(world)
    first, _ = audit_system(plan, cache=True)
    pq.write_table(small_table(seed=7, harmed=0.12), world / "decisions.parquet")
    second, _ = audit_system(plan, cache=True)
    assert findings(first)["FA201:main:all:region"].outcome is Outcome.FAIL
    assert findings(second)["FA201:main:all:region"].outcome is not Outcome.FAIL


def test_the_cache_notices_who_may_be_named(world):
    plan = load(world)
    audit_system(plan, cache=True)
    kept = set((world / ".audit_cache").glob("*.json"))
    audit_system(replace(plan, report=replace(plan.report, min_cell=40)), cache=True)
    assert kept.isdisjoint(set((world / ".audit_cache").glob("*.json")) - kept)
    assert len(set((world / ".audit_cache").glob("*.json"))) == 2 * len(kept)


def test_small_categories_lose_their_name_in_everything_but_the_evidence(world, tmp_path):
    table = pq.read_table(world / "decisions.parquet")
    region = table["region"].to_pylist()
    region[:8] = ["Wxyzland"] * 8
    pq.write_table(table.set_column(1, "region", pa.array(region)), world / "decisions.parquet")
    out = tmp_path / "out"
    record = run(load(world), out=out)
    for path in [out / "audit.json", out / "audit.html"]:
        assert "Wxyzland" not in path.read_text(encoding="utf-8")
    merged = [e for e in findings(record)["FA201:main:all:region"].estimates if e.merged]
    assert merged[0].group.startswith("other groups (2 groups, ")
    assert "Wxyzland" in (out / "evidence" / "group_counts-main.json").read_text(encoding="utf-8")


def test_a_failing_group_that_protects_a_small_one_is_named_without_figures(world):
    """Region D is the smallest that may be named, and the one that is harmed."""
    table = pq.read_table(world / "decisions.parquet").to_pandas()
    rng = np.random.default_rng(1)
    table = table[(table["region"] != "D") | (rng.random(len(table)) < 0.7)]
    table.loc[table.index[:8], "region"] = "Wxyzland"
    pq.write_table(pa.Table.from_pandas(table), world / "decisions.parquet")
    record, _ = audit_system(load(world))
    found = findings(record)["FA201:main:all:region"]
    assert found.outcome is Outcome.FAIL
    assert found.groups == ("D",)
    assert found.message.id == "finding.fail_protects"
    assert found.id in record.conclusion.blocking
    assert "D" not in {e.group for e in found.estimates}
    assert (found.observed, found.interval, found.p_value) == (None, None, None)
    names = {test.group for test in record.family if test.finding == found.id}
    assert "D" not in names
    rates = [f for e in record.evidence if e.kind == "group_counts" for f in e.figures]
    rates = [f for f in rates if f.id == "rates-region-all"]
    assert len(rates) == 1
    assert "D" not in {row[0] for row in rates[0].rows}


def test_an_interrupted_run_leaves_the_previous_report_whole(world, tmp_path, monkeypatch):
    out = tmp_path / "out"
    run(load(world), out=out)
    before = {p.name: p.read_bytes() for p in out.glob("audit.*")}

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("audit.runner.deciding.decide", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(load(world), out=out)
    assert {p.name: p.read_bytes() for p in out.glob("audit.*")} == before


def test_repeated_identifiers_are_clusters_and_the_finding_says_so(world):
    """The same people ten times over are no more evidence than the people once."""
    path = world / "decisions.parquet"
    once = pq.read_table(path).slice(0, 900)
    pq.write_table(once, path)
    roles = ("sensitive_features = [", 'identifiers = ["case"]\nsensitive_features = [')
    plan = world / "audit.toml"
    plan.write_text(plan.read_text(encoding="utf-8").replace(*roles), encoding="utf-8")
    single, _ = audit_system(plans.load(plan))
    pq.write_table(pa.concat_tables([once] * 10), path)
    tenfold, _ = audit_system(plans.load(plan))
    key = "FA201:main:all:region"
    alone, copies = findings(single)[key], findings(tenfold)[key]
    assert copies.outcome is alone.outcome
    # Clusters are believed a little less than strangers: events that few of them hold widen limits.
    assert alone.p_value < copies.p_value < 3 * alone.p_value
    assert any(note.id == "finding.clustered" for note in copies.notes)
    assert not any(note.id == "finding.clustered" for note in alone.notes)


def test_weights_count_for_their_effective_people(world):
    path = world / "decisions.parquet"
    table = pq.read_table(path)
    weight = np.random.default_rng(0).lognormal(0, 1, table.num_rows)
    pq.write_table(table.append_column("w", pa.array(weight)), path)
    plan = world / "audit.toml"
    text = plan.read_text(encoding="utf-8").replace("[roles]", '[roles]\nsample_weight = "w"')
    plan.write_text(text, encoding="utf-8")
    record, _ = audit_system(plans.load(plan))
    frame = table.to_pandas().assign(w=weight)
    genuine = frame[frame["fraud"] == "no"]
    expected = {
        g: np.average(part["flag"] == "red", weights=part["w"])
        for g, part in genuine.groupby("region")
    }
    estimates = findings(record)["FA201:main:all:region"].estimates
    assert {e.group: e.value for e in estimates} == pytest.approx(expected)


def test_judging_refuses_sizes_that_were_made_larger(world, tmp_path):
    """Larger sizes would name groups that the audit withheld."""
    record = run(load(world), out=tmp_path / "out")
    (entry,) = [e for e in record.evidence if e.id == "disclosure-main"]
    path = tmp_path / "out" / "evidence" / "disclosure-main.json"
    text = path.read_text(encoding="utf-8")
    assert hashlib.sha256(text.encode()).hexdigest() == entry.sha256
    path.write_text(text.replace("}", ', "nowhere": 900}', 1), encoding="utf-8")
    with pytest.raises(RecordError, match="evidence-changed"):
        judge(record, plans.parse(""), tmp_path / "out" / "evidence")


@pytest.mark.parametrize("content", ["[]", "{", '{"region": 3}'])
def test_judging_refuses_sizes_that_the_audit_did_not_write(world, tmp_path, content):
    record = run(load(world), out=tmp_path / "out")
    path = tmp_path / "out" / "evidence" / "disclosure-main.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RecordError, match="evidence-changed"):
        judge(record, plans.parse(""), tmp_path / "out" / "evidence")


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("C:\\Users\\auditor\\cases.csv", "cases.csv"),
        ("/home/auditor/a:b.csv", "a:b.csv"),
        ("my.module:score", "my.module:score"),
        ("postgresql://host/db", "postgresql://host/db"),
    ],
)
def test_no_folder_of_the_auditors_machine_reaches_the_record(source, kept):
    from audit.runner.recording import _without_folder

    assert _without_folder(source) == kept


def test_evidence_is_for_the_owner_only(world, tmp_path):
    import sys

    run(load(world), out=tmp_path / "out")
    if sys.platform != "win32":
        for path in (tmp_path / "out" / "evidence").iterdir():
            assert path.stat().st_mode & 0o077 == 0


def test_a_page_that_cannot_be_made_leaves_the_previous_audit_whole(world, tmp_path, monkeypatch):
    out = tmp_path / "out"
    run(load(world), out=out)
    before = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}

    def broken(*_):
        raise OSError(28, "no space")

    record, html = choose_formats(["json", "html"])
    chosen = [record, replace(html, write=broken)]
    monkeypatch.setattr("audit.runner.recording.choose_formats", lambda _: chosen)
    with pytest.raises(InputError, match="cannot-write"):
        run(load(world), out=out)
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before


def test_evidence_of_an_earlier_audit_does_not_stay(world, tmp_path):
    out = tmp_path / "out"
    run(load(world), out=out)
    (out / "evidence" / "group_counts-earlier.json").write_text("{}", encoding="utf-8")
    run(load(world), out=out)
    left = {p.name for p in (out / "evidence").iterdir()}
    assert "group_counts-main.json" in left
    assert "group_counts-earlier.json" not in left
