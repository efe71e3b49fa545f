from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit import plan_reader as plans
from audit.checks.fairness.fa206_classes import fa206
from audit.runner import audit_system
from audit.vocabulary import MayConclude, Outcome

PLAN = """
[data]
source = "d.parquet"
[roles]
y_true = "was"
y_pred = "got"
sensitive_features = ["group", "sex"]
outcome_known = "everyone"
y_true_recorded_by = "a panel from outside"
{}
"""
CLASSES = 'classes = ["low", "medium", "high"]'


def _write(tmp_path, plan, *, harm=0.0, n=9000, seed=0, labels=("low", "medium", "high")):
    rng = np.random.default_rng(seed)
    was = rng.choice(labels, n)
    group = rng.choice(["a", "b", "c"], n, p=[0.5, 0.3, 0.2])
    wrong = rng.random(n) < 0.15
    got = np.where(wrong, rng.choice(labels, n), was)
    pushed = (group == "c") & (was != labels[-1]) & (rng.random(n) < harm)
    table = pa.table(
        {
            "was": was, "got": np.where(pushed, labels[-1], got), "group": group,
            "sex": rng.choice(["f", "m"], n),
        }
    )  # fmt: skip
    pq.write_table(table, tmp_path / "d.parquet")
    return plans.parse(PLAN.format(plan), base=str(tmp_path))


def _found(record):
    return {f.id: f for f in record.findings}


def test_people_put_into_the_wrong_class_are_found_and_the_rest_is_not(tmp_path):
    record, _ = audit_system(_write(tmp_path, CLASSES, harm=0.2))
    found = _found(record)
    wrongly = found["FA206:main:all:group · high, wrongly assigned"]
    assert wrongly.outcome is Outcome.FAIL
    assert wrongly.groups == ("c",)
    assert wrongly.lead
    assert wrongly.feature == "group"
    assert wrongly.key == "group · high, wrongly assigned"
    assert "“high”" in wrongly.condition
    failed = {f.key for f in found.values() if f.outcome is Outcome.FAIL}
    assert failed <= {
        "group · high, wrongly assigned", "group · low, missed", "group · medium, missed",
    }  # fmt: skip
    notes = [note.id for note in wrongly.notes]
    assert "finding.classes" in notes
    assert "finding.counted" not in notes


def test_questions_of_a_single_positive_label_do_not_arise(tmp_path):
    record, _ = audit_system(_write(tmp_path, CLASSES))
    for check in ("FA101", "FA201", "FA202", "FA301"):
        mine = [f for f in record.findings if f.check == check]
        assert mine
        assert {f.outcome for f in mine} == {Outcome.NOT_APPLICABLE}
    assert record.conclusion.lead_judged


def test_every_class_and_kind_of_error_is_one_test_of_the_family(tmp_path):
    record, _ = audit_system(_write(tmp_path, CLASSES))
    asked = {t.finding for t in record.family}
    assert len(asked) == 2 * 3 * 2
    assert len({f.id for f in record.findings}) == len(record.findings)


def test_two_classes_equal_the_false_positive_and_the_false_negative_rate(tmp_path):
    labels = ("green", "red")
    stakes = 'positive = ["red"]\npositive_is = "adverse"\n'
    plan = _write(
        tmp_path, stakes + 'classes = ["green", "red"]\n[checks]\nlead = ["FA201", "FA206"]',
        harm=0.1, labels=labels,
    )  # fmt: skip
    found = _found(audit_system(plan)[0])
    pairs = {"green, missed": "FA201", "red, missed": "FA202"}
    for about, check in pairs.items():
        mine = found[f"FA206:main:all:group · {about}"]
        theirs = found[f"{check}:main:all:group"]
        assert mine.direction is theirs.direction
        assert mine.outcome is theirs.outcome
        assert mine.lead == theirs.lead
        for own, other in zip(mine.estimates, theirs.estimates, strict=True):
            assert (own.events, own.n, own.interval) == (other.events, other.n, other.interval)


def test_small_groups_stand_together_in_every_class(tmp_path):
    plan = _write(tmp_path, CLASSES, n=4000)
    table = pq.read_table(tmp_path / "d.parquet").to_pandas()
    table.loc[:3, "group"] = "tiny"
    table.to_parquet(tmp_path / "d.parquet")
    record, files = audit_system(plan)
    text = "\n".join(
        f.condition + " ".join(e.group for e in f.estimates) + " ".join(f.groups)
        for f in record.findings
    )
    assert "tiny" not in text
    mine = [f for f in record.findings if f.check == "FA206" and f.feature == "group"]
    assert len(mine) == 6
    assert all(any(e.merged for e in f.estimates) for f in mine)
    assert "group" in files["disclosure-main.json"]


def test_a_class_with_few_people_of_a_group_shows_no_events(tmp_path):
    plan = _write(tmp_path, CLASSES, n=4000)
    table = pq.read_table(tmp_path / "d.parquet").to_pandas()
    few = (table["group"] == "c") & (table["was"] == "high")
    table.loc[table[few].index[3:], "was"] = "low"
    table.to_parquet(tmp_path / "d.parquet")
    found = _found(audit_system(plan)[0])
    estimates = {e.group: e for e in found["FA206:main:all:group · high, missed"].estimates}
    assert estimates["c"].n == 3
    assert estimates["c"].events is None
    # A second line is withheld, so that the first does not come back by subtraction.
    assert sum(e.events is None for e in estimates.values()) == 2


def test_a_truth_missing_for_many_is_not_used(tmp_path):
    plan = _write(tmp_path, CLASSES)
    table = pq.read_table(tmp_path / "d.parquet").to_pandas()
    table["was"] = table["was"].where(table.index % 10 > 0)
    table.to_parquet(tmp_path / "d.parquet")
    mine = [f for f in audit_system(plan)[0].findings if f.check == "FA206"]
    assert {f.message.id for f in mine} == {"finding.truth_incomplete"}


def test_without_classes_it_does_not_arise(tmp_path):
    plan = _write(tmp_path, 'positive = ["high"]')
    (mine,) = [f for f in audit_system(plan)[0].findings if f.check == "FA206"]
    assert mine.outcome is Outcome.NOT_APPLICABLE
    assert mine.id == "FA206:main:all:-"


@pytest.mark.slow
def test_fair_worlds_hardly_ever_fail(tmp_path):
    failed = 0
    for seed in range(25):
        record, _ = audit_system(_write(tmp_path, CLASSES, seed=seed, n=3000))
        failed += any(f.outcome is Outcome.FAIL for f in record.findings)
    assert failed <= 1


def test_the_page_tells_the_classes_apart(tmp_path):
    from audit.report.locale import catalogue
    from audit.report.view import view

    record, _ = audit_system(_write(tmp_path, CLASSES, harm=0.2))
    shown = view(record, catalogue("en", record))
    (table,) = [t for t in shown.groups if t.title.startswith("group:")]
    heads = [name for name, _ in table.metrics]
    assert len(set(heads)) == len(heads) == 6
    pictures = [
        finding.picture.title
        for section in shown.outcomes
        for group in section.groups
        for finding in group.findings
        if finding.check == "FA206" and finding.picture is not None
    ]
    assert len(set(pictures)) == len(pictures) > 1


def test_contract(clean_wording):
    assert fa206.may_conclude is MayConclude.LEAD
    clean_wording(fa206)
