from __future__ import annotations

import json

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit import plan_reader as plans
from audit import serde
from audit.checks.fairness.fa205_base_rate import fa205
from audit.errors import PlanError
from audit.evidence import Rate
from audit.measures.base_rates import AtPrevalence, BaseRates
from audit.runner import audit_system, run
from audit.vocabulary import MayConclude, Outcome

PLAN = '[system]\nprevalence = {}\n[roles]\npositive_is = "{}"\n'


def _rates(sensitivity, wrong, value, low, high, prevalence=(0.01, 0.01, 0.01)):
    at = AtPrevalence(
        sensitivity=Rate(*sensitivity), false_positive=Rate(*wrong),
        base=Rate(sensitivity[1], sensitivity[1] + wrong[1]),
        precision=Rate(sensitivity[0], sensitivity[0] + wrong[0]), value=value, low=low, high=high,
    )  # fmt: skip
    return BaseRates(
        samples={"all": at}, features={}, prevalence=prevalence, unknown={"all": (1, 0)}
    )


def test_it_says_how_many_are_wrong_for_each_one_right(put):
    found = _rates((80, 100), (24, 100), 1 / 33, 0.02, 0.05)
    said = put(fa205, found, PLAN.format(0.01, "adverse"))
    assert said.outcome == "review"
    assert said.text.startswith(
        "Of 100 people flagged, about 3 have the condition: 32 are flagged wrongly for each one "
        "rightly (95 % interval 19 to 49)"
    )
    assert said.answer.observed == pytest.approx(1 / 33)
    text = " ".join(said.notes)
    assert "stated without a range" in text
    assert "The plan names no source for it." in text
    assert "In this table the condition is there for 50.0 %" in text


@pytest.mark.parametrize(
    ("value", "low", "high", "starts"),
    [
        (0.8, 0.6, 0.9, "Of 100 people flagged, about 80 have the condition: 4.0 are flagged rightly"),
        (0.5, 0.4, 0.6, "Of 100 people flagged, about 50 have the condition: 1.0 are flagged rightly"),
        (0.0101, 0.002, 0.05, "Of 100 people flagged, about 1 has the condition: 98 are"),
        (0.004, 0.001, 0.05, "Of 1,000 people flagged, about 4 have the condition: 250 are"),
        (1.0, 0.7, 1.0, "Nobody without the condition was flagged"),
        (0.0, 0.0, 0.2, "Nobody with the condition was flagged"),
        (None, 0.0, 1.0, "Nobody whose truth is known was flagged"),
    ],
)  # fmt: skip
def test_sentences_at_every_size(put, value, low, high, starts):
    found = _rates((80, 100), (24, 100), value, low, high)
    assert put(fa205, found, PLAN.format(0.01, "adverse")).text.startswith(starts)


def test_where_a_positive_decision_helps_nobody_is_flagged(put):
    found = _rates((80, 100), (24, 100), 1 / 33, 0.02, 0.05)
    text = put(fa205, found, PLAN.format(0.01, "favourable")).text
    assert "decided for" in text
    assert "flagged" not in text


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ('{cases = 12, people = 4000, source = "border survey 2024"}', "12 of 4,000"),
        (
            '{value = 0.01, low = 0.005, high = 0.02, source = "border survey 2024"}',
            "stated as between",
        ),
    ],
)
def test_the_prevalence_is_told_with_its_source(put, stated, words):
    found = _rates((80, 100), (24, 100), 1 / 33, 0.02, 0.05)
    text = " ".join(put(fa205, found, PLAN.format(stated, "adverse")).notes)
    assert words in text
    assert "Source: border survey 2024." in text


@pytest.mark.parametrize(("n", "outcome"), [(29, "inconclusive"), (30, "review")])
def test_thirty_on_each_side_are_needed(put, n, outcome):
    found = _rates((20, n), (24, 100), 0.2, 0.1, 0.3)
    assert put(fa205, found, PLAN.format(0.01, "adverse")).outcome == outcome
    found = _rates((20, 100), (10, n), 0.2, 0.1, 0.3)
    assert put(fa205, found, PLAN.format(0.01, "adverse")).outcome == outcome


def test_contract(clean_wording):
    assert fa205.may_conclude is MayConclude.INDICATOR
    clean_wording(fa205)


# ---------------------------------------------------------------------------------------------
# The plan


@pytest.mark.parametrize(
    "given",
    [
        "0.01", "{value = 0.01}", "{value = 0.01, low = 0.005, high = 0.02}",
        "{cases = 12, people = 4000}", '{cases = 12, people = 4000, source = "a survey"}',
    ],
)  # fmt: skip
def test_prevalence_has_these_forms(given):
    assert plans.parse(f"[system]\nprevalence = {given}\n").system.prevalence is not None


@pytest.mark.parametrize(
    "given",
    [
        "0", "1", "1.5", "-0.1", "true", '"1 %"', "[0.1]", "{}", "{value = 0.01, cases = 3, people = 9}",
        "{cases = 3}", "{people = 3}", "{cases = 0, people = 9}", "{cases = 9, people = 9}",
        "{value = 0.01, low = 0.02, high = 0.03}", "{value = 0.01, low = 0.001}",
        "{low = 0.1, high = 0.2}", "{value = 0.1, high = 1.0, low = 0.05}", "{valeu = 0.01}",
        "{value = nan}", "{cases = 1.5, people = 9}",
    ],
)  # fmt: skip
def test_other_forms_are_refused(given):
    with pytest.raises(PlanError) as caught:
        plans.parse(f"[system]\nprevalence = {given}\n")
    assert caught.value.slug in ("wrong-value", "unknown-key")


@pytest.mark.parametrize("given", ["0", "-3", "2.5", '"many"'])
def test_a_capacity_is_a_number_of_places(given):
    with pytest.raises(PlanError) as caught:
        plans.parse(f"[system]\ncapacity = {given}\n")
    assert caught.value.slug == "wrong-value"


# ---------------------------------------------------------------------------------------------
# The whole way


def _write(folder, extra=""):
    rng = np.random.default_rng(3)
    n = 4000
    truth = rng.random(n) < 0.3
    group = rng.choice(["a", "b", "c"], n)
    flag = rng.random(n) < np.where(truth, 0.8, np.where(group == "c", 0.2, 0.1))
    table = {"truth": truth.astype(int), "flag": flag.astype(int), "group": group}
    pq.write_table(pa.table(table), folder / "d.parquet")
    plan = f"""
[system]
prevalence = {{ cases = 12, people = 4000, source = "a survey at the border" }}
[data]
source = "d.parquet"
[roles]
y_true = "truth"
y_pred = "flag"
sensitive_features = ["group"]
positive_is = "adverse"
outcome_known = "everyone"
{extra}
"""
    return plans.parse(plan, base=str(folder)), table


def test_it_is_bayes_on_the_rows_and_every_group_has_a_picture(tmp_path):
    plan, table = _write(tmp_path)
    record = run(plan, out=tmp_path / "out")
    (finding,) = [f for f in record.findings if f.check == "FA205"]
    truth, flag = table["truth"] == 1, table["flag"] == 1
    hit, wrong = flag[truth].mean() * 0.003, flag[~truth].mean() * 0.997
    assert finding.outcome is Outcome.REVIEW
    assert finding.observed == pytest.approx(hit / (hit + wrong))
    assert finding.interval[0] < finding.observed < finding.interval[1]
    (entry,) = [e for e in record.evidence if e.kind == "base_rates"]
    (figure,) = entry.figures
    assert len(figure.rows) == 3
    for name, value, low, high, _ in figure.rows:
        inside = table["group"] == name
        hit = flag[truth & inside].mean() * 0.003
        own = hit / (hit + flag[~truth & inside].mean() * 0.997)
        assert value == pytest.approx(own)
        assert low < value < high
    again = serde.load(tmp_path / "out")
    assert again.plan["system"]["prevalence"]["cases"] == 12
    assert "a survey at the border" in (tmp_path / "out" / "audit.html").read_text(encoding="utf-8")
    json.loads((tmp_path / "out" / "audit.json").read_text(encoding="utf-8"))


def test_rates_known_for_those_selected_alone_are_not_used(tmp_path):
    plan, _ = _write(tmp_path)
    plan = plans.parse(
        (
            '[system]\nprevalence = 0.01\n[data]\nsource = "d.parquet"\n[roles]\ny_true = "truth"\n'
            'y_pred = "flag"\nsensitive_features = ["group"]\noutcome_known = "selected"\n'
        ),
        base=str(tmp_path),
    )
    (finding,) = [f for f in audit_system(plan)[0].findings if f.check == "FA205"]
    assert finding.outcome is Outcome.NOT_ASSESSED
    assert finding.needs


def test_without_a_prevalence_it_is_named_as_missing(tmp_path):
    plan, _ = _write(tmp_path)
    plan = plans.parse(
        '[data]\nsource = "d.parquet"\n[roles]\ny_true = "truth"\ny_pred = "flag"\n',
        base=str(tmp_path),
    )
    (finding,) = [f for f in audit_system(plan)[0].findings if f.check == "FA205"]
    assert finding.outcome is Outcome.NOT_ASSESSED
    assert [need.input for need in finding.needs] == ["system.prevalence"]


def test_a_truth_missing_for_many_is_not_used(tmp_path):
    plan, _ = _write(tmp_path)
    table = pq.read_table(tmp_path / "d.parquet").to_pandas()
    table["truth"] = table["truth"].where(table.index % 10 > 0)
    table.to_parquet(tmp_path / "d.parquet")
    (finding,) = [f for f in audit_system(plan)[0].findings if f.check == "FA205"]
    assert finding.message.id == "finding.truth_incomplete"


@pytest.mark.parametrize("extra", ['cluster = "who"', 'sample_weight = "w"'])
def test_clusters_and_weights_widen_it(tmp_path, extra):
    plan, _ = _write(tmp_path, extra)
    table = pq.read_table(tmp_path / "d.parquet").to_pandas()
    table["who"], table["w"] = table.index // 8, np.where(table.index % 2, 9.0, 1.0)
    table.to_parquet(tmp_path / "d.parquet")
    (finding,) = [f for f in audit_system(plan)[0].findings if f.check == "FA205"]
    plain, _ = _write(tmp_path)
    (other,) = [f for f in audit_system(plain)[0].findings if f.check == "FA205"]
    assert finding.interval != other.interval
