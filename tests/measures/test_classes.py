from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import confusion_matrix, recall_score

from audit.errors import PlanError
from audit.evidence import Evidence, Provenance
from audit.measures.classes import (
    ClassCounts,
    ClassQuestion,
    _margins,
    all_questions,
    asked,
    class_counts,
    class_questions,
    leads_class,
    stakes,
)
from audit.plan_reader import parse
from audit.serde import dump_evidence, load_evidence
from audit.vocabulary import PositiveIs

PLAN = """
[roles]
y_true = "was"
y_pred = "got"
classes = ["low", "medium", "high"]
sensitive_features = ["group"]
{}
"""
CLASSES = ["low", "medium", "high"]


def _table(n=600, seed=1):
    rng = np.random.default_rng(seed)
    was = rng.choice(CLASSES, n, p=[0.5, 0.3, 0.2])
    other = rng.choice(CLASSES, n)
    return {
        "was": was,
        "got": np.where(rng.random(n) < 0.7, was, other),
        "group": rng.choice(["a", "b", "c"], n),
    }


def _measured(part):
    return class_counts.make(part, part.frame.count(_margins(part)))


@pytest.mark.parametrize("engine", ["polars", "pandas", "duckdb"])
def test_each_class_has_the_recall_of_sklearn(opened, engine):
    table = _table()
    found = _measured(opened(table, PLAN.format(""), engine=engine))
    for group in "abc":
        inside = table["group"] == group
        was, got = table["was"][inside], table["got"][inside]
        recall = recall_score(was, got, labels=CLASSES, average=None)
        matrix = confusion_matrix(was, got, labels=CLASSES)
        for place, label in enumerate(CLASSES):
            missed = found.rates("group", "all", ClassQuestion(label, missed=True))[group]
            wrongly = found.rates("group", "all", ClassQuestion(label, missed=False))[group]
            assert missed.value == pytest.approx(1 - recall[place], abs=1e-12)
            assert missed.n == matrix[place].sum()
            assert wrongly.events == matrix[:, place].sum() - matrix[place, place]
            assert wrongly.n == matrix.sum() - matrix[place].sum()
    whole = confusion_matrix(table["was"], table["got"], labels=CLASSES)
    assert [[found.everyone["all"][t][d] for d in CLASSES] for t in CLASSES] == whole.tolist()


def test_a_column_may_be_called_like_the_role(opened):
    table = _table()
    renamed = {"y_true": table["was"], "y_pred": table["got"], "group": table["group"]}
    plan = PLAN.format("").replace('"was"', '"y_true"').replace('"got"', '"y_pred"')
    assert _measured(opened(renamed, plan)) == _measured(opened(table, PLAN.format("")))


def test_labels_may_be_numbers_and_may_be_mapped(opened):
    table = _table()
    codes = {"low": 0, "medium": 1, "high": 2}
    numbers = {
        "was": [codes[x] for x in table["was"]],
        "got": [codes[x] for x in table["got"]],
        "group": table["group"],
    }
    plan = PLAN.format("").replace('["low", "medium", "high"]', "[0, 1, 2]")
    found = _measured(opened(numbers, plan))
    named = _measured(opened(table, PLAN.format("")))
    question = ClassQuestion("2", missed=True)
    same = ClassQuestion("high", missed=True)
    assert found.rates("group", "all", question) == named.rates("group", "all", same)
    mapped = 'map = { "0" = "low", "1" = "medium", "2" = "high" }\n'
    plan = PLAN.format(f"[columns.was]\n{mapped}[columns.got]\n{mapped}")
    assert _measured(opened(numbers, plan)) == named


def test_weights_and_people_with_several_rows_count_for_less(opened):
    table = {**_table(), "w": np.where(np.arange(600) % 2, 5.0, 1.0), "id": np.arange(600) // 3}
    plain = _measured(opened(table, PLAN.format("")))
    question = ClassQuestion("low", missed=True)
    for extra in ('sample_weight = "w"', 'cluster = "id"'):
        found = _measured(opened(table, PLAN.format(extra)))
        rate = found.rates("group", "all", question)["a"]
        counted = plain.rates("group", "all", question)["a"]
        assert rate.effective_n is not None
        assert rate.effective_n < counted.n
    weighted = _measured(opened(table, PLAN.format('sample_weight = "w"')))
    inside = (table["group"] == "a") & (table["was"] == "low")
    assert weighted.rates("group", "all", question)["a"].n == pytest.approx(
        table["w"][inside].sum()
    )


def test_a_truth_that_is_not_recorded_is_counted(opened):
    table = _table()
    table["was"] = [None if i < 30 else x for i, x in enumerate(table["was"])]
    found = _measured(opened(table, PLAN.format("")))
    known = found.recorded("group", "all")
    assert sum(u for _, u in known) == 30
    assert sum(k + u for k, u in known) == 600


def test_of_two_classes_each_error_is_asked_once():
    part = parse(PLAN.format("").replace('"medium", ', "")).parts[0]
    assert class_questions(part) == ("low, missed", "high, missed")
    three = parse(PLAN.format("")).parts[0]
    assert len(class_questions(three)) == 6
    assert asked(three, "high, wrongly assigned") == ClassQuestion("high", missed=False)


@pytest.mark.parametrize(
    ("extra", "leading"),
    [
        ("", {(c, k) for c in CLASSES for k in (True, False)}),
        (
            'positive = ["high"]\npositive_is = "adverse"',
            {("high", False), ("low", True), ("medium", True)},
        ),
        (
            'positive = ["high"]\npositive_is = "favourable"',
            {("high", True), ("low", False), ("medium", False)},
        ),
    ],
)
def test_what_leads_follows_from_the_harm(extra, leading):
    part = parse(PLAN.format(extra)).parts[0]
    found = {(q.label, q.missed) for q in all_questions(part) if leads_class(part, q.about)}
    assert found == leading


def test_other_classes_are_the_opposite_of_the_positive_one():
    part = parse(PLAN.format('positive = ["high"]\npositive_is = "adverse"')).parts[0]
    assert stakes(part, "high") is PositiveIs.ADVERSE
    assert stakes(part, "low") is PositiveIs.FAVOURABLE
    plain = parse(PLAN.format("")).parts[0]
    assert stakes(plain, "high") is PositiveIs.UNSTATED


def test_the_payload_survives_json_and_the_picture_adds_up(opened, public):
    found = _measured(opened(_table(), PLAN.format("")))
    evidence = Evidence(
        id="classes-main", part="main", value=found,
        provenance=Provenance(measure="classes", version=1),
    )  # fmt: skip
    assert load_evidence(dump_evidence(evidence), ClassCounts).value == found
    (figure,) = class_counts.figures(found, public())
    shares = {}
    for row, _, share in figure.rows:
        shares[row] = shares.get(row, 0) + share
    assert list(shares.values()) == pytest.approx([1, 1, 1])


def test_a_class_of_few_people_has_no_row(opened, public):
    found = _measured(opened(_table(), PLAN.format("")))
    n = sum(found.everyone["all"]["high"].values())
    (figure,) = class_counts.figures(found, replace(public(), min_cell=int(n) + 1))
    assert "high" not in {row[0] for row in figure.rows}


# ---------------------------------------------------------------------------------------------
# What the plan and the table must agree on


def test_a_class_that_never_occurs_is_refused(opened):
    plan = PLAN.format("").replace('"high"]', '"high", "hihg"]')
    with pytest.raises(PlanError) as caught:
        opened(_table(), plan)
    assert caught.value.slug == "label-not-found"
    assert "hihg" in str(caught.value)


def test_a_label_that_is_no_class_is_refused_without_its_name(opened):
    with pytest.raises(PlanError) as caught:
        opened(_table(), PLAN.format("").replace('"medium", ', ""))
    assert caught.value.slug == "class-not-named"
    assert "1 label" in caught.value.message
    assert "medium" not in str(caught.value) + caught.value.hint


def test_a_label_that_stands_for_no_class_may_be_set_aside(opened):
    table = _table()
    table["got"] = np.where(np.arange(600) < 9, "withdrawn", table["got"])
    plan = PLAN.format('[columns.got]\nmissing = ["withdrawn"]')
    found = _measured(opened(table, plan))
    assert sum(sum(row.values()) for row in found.everyone["all"].values()) == 591


def test_more_than_two_labels_propose_classes_and_name_none(opened):
    plan = PLAN.format("").replace('classes = ["low", "medium", "high"]\n', "")
    with pytest.raises(PlanError) as caught:
        opened(_table(), plan)
    assert caught.value.slug == "positive-missing"
    said = caught.value.message + caught.value.hint
    assert "3 labels" in said
    assert "classes = [" in said
    assert not [label for label in CLASSES if label in said]


def test_two_labels_propose_no_classes(opened):
    plan = PLAN.format("").replace('classes = ["low", "medium", "high"]\n', "")
    table = {**_table(), "was": ["x", "y"] * 300, "got": ["x", "y"] * 300}
    with pytest.raises(PlanError) as caught:
        opened(table, plan)
    assert "classes" not in caught.value.message + caught.value.hint


@pytest.mark.parametrize(
    "given", ['"low"', '["low"]', '["low", "low"]', "[{}]", '["low", ""]', "3"]
)
def test_classes_must_be_labels(given):
    with pytest.raises(PlanError) as caught:
        parse(f"[roles]\nclasses = {given}\n")
    assert caught.value.slug == "wrong-value"
