"""Tables: tidy, whole, unrounded, safe to open."""

from __future__ import annotations

import csv

import pytest

from audit.formats.tables import tables, to_csv


@pytest.fixture
def written(record, tmp_path):
    paths = tables.write(record, tmp_path, "")
    assert [path.name for path in paths] == [
        "findings.csv",
        "groups.csv",
        "family.csv",
        "checklists.csv",
    ]
    assert all(path.parent == tmp_path / "tables" for path in paths)
    read = {}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            read[path.stem] = list(csv.DictReader(file))
    return read


def test_one_row_a_finding(written, record):
    assert [row["id"] for row in written["findings"]] == [finding.id for finding in record.findings]
    first = written["findings"][0]
    assert first["outcome"] == "fail"
    assert float(first["limit_ratio"]) == 1.25
    assert first["groups"] == "Nigeria; Pakistan"


def test_every_group_of_every_finding_with_all_digits(written, record):
    assert len(written["groups"]) == sum(len(finding.estimates) for finding in record.findings)
    nigeria = written["groups"][0]
    estimate = record.findings[0].estimates[0]
    assert float(nigeria["value"]) == estimate.value
    assert float(nigeria["difference_low"]) == estimate.difference_interval[0]
    assert nigeria["judged"] == "true"
    merged = next(row for row in written["groups"] if row["merged"] == "14")
    assert merged["low"] == ""


def test_family_and_checklists(written, record):
    assert len(written["family"]) == len(record.family)
    assert [row["answer"] for row in written["checklists"]] == [
        "met",
        "not_met",
        "not_assessed",
        "not_applicable",
    ]


@pytest.mark.parametrize(
    "label",
    [
        "=1+1", "+A1", "-2", "@SUM(A1)", "\tx", "  =1+1", "\n=1", "\u00a0@A1", "\ufeff=1", "\u200b+A1",
        "＝1", "＋A1", "－2", "＠A1", "﹢A1",
    ],
)  # fmt: skip
def test_labels_that_look_like_formulas_are_not_run(label):
    assert next(iter(list(csv.reader(to_csv(("a",), [(label,)]).splitlines()))[1])).startswith("'")


def test_numbers_are_not_taken_for_formulas():
    assert to_csv(("a",), [(-0.25,), (None,), (True,)]) == 'a\n-0.25\n""\ntrue\n'


@pytest.mark.parametrize("label", ["=A1", " ＝A1"])
def test_headings_are_not_run_either(label):
    assert to_csv((label,), ()).startswith("'")


@pytest.mark.parametrize("label", ["Ghana", "25-34", "née = born", " x", ""])
def test_other_labels_stay_as_they_are(label):
    assert list(csv.reader(to_csv(("a", "b"), [(label, "x")]).splitlines()))[1] == [label, "x"]
