from __future__ import annotations

from dataclasses import replace

import pytest

from audit.checks.data.da112_completeness import da112
from audit.measures.control_totals import ControlTotals, Numbering, Total


def _total(label, stated, counted, column="nation"):
    return Total(column=column, label=label, stated=stated, counted=counted)


def test_equal_totals(put):
    totals = (_total("all", 100, 100, "rows"), _total("A", 60, 60))
    said = put(da112, ControlTotals(rows=100, totals=totals))
    assert said.outcome == "pass"
    assert said.text == "2 stated totals agree with the file of 100 rows."


@pytest.mark.parametrize("counted", [99, 101])
def test_one_off_fails_with_both_numbers(put, counted):
    said = put(da112, ControlTotals(rows=counted, totals=(_total("all", 100, counted, "rows"),)))
    assert said.outcome == "fail"
    assert said.text == f"The stated total is 100 rows; the file holds {counted} rows."


def test_the_whole_comes_first_and_then_the_largest_difference(put):
    totals = (_total("A", 60, 59), _total("B", 4000, 20), _total("all", 100, 99, "rows"))
    said = put(da112, ControlTotals(rows=99, totals=totals))
    assert "100 rows" in said.text
    assert "For B in 'nation' the stated total is 4,000; the file holds 20." in said.notes[0]


def test_small_counts_are_not_printed(put):
    said = put(da112, ControlTotals(rows=9, totals=(_total("A", 30, 7),)))
    assert said.text == "For A in 'nation' the stated total is 30; the file holds fewer than 10."
    assert 7 not in said.answer.message.params.values()


def test_a_count_that_would_give_a_small_one_back_is_between_round_numbers(put):
    close = Total(column="nation", label="A", stated=41, counted=40, exact=False)
    none = Total(column="nation", label="B", stated=41, counted=0, exact=False)
    said = put(da112, ControlTotals(rows=90, totals=(close,)))
    assert said.text == (
        "For A in 'nation' the stated total is 41; the file holds another number, between 40 and 49."
    )
    other = put(da112, ControlTotals(rows=90, totals=(replace(close, counted=48),)))
    assert other.answer.message == said.answer.message
    assert put(da112, ControlTotals(rows=90, totals=(none,))).text.endswith("the file holds 0.")


def test_a_long_list_is_cut(put):
    totals = tuple(_total(str(i), 100, 50) for i in range(11))
    assert put(da112, ControlTotals(rows=1, totals=totals)).notes[-1] == "3 further totals differ."


def test_gaps_are_notes(put):
    found = ControlTotals(
        rows=5, totals=(_total("all", 5, 5, "rows"),),
        numbering=(Numbering(column="id", between=9, absent=4), Numbering(column="no", between=5, absent=0)),
        months=4, months_absent=("2020-12",),
    )  # fmt: skip
    said = put(da112, found, '[data]\ntotals_source = "Annual report 2021, table 3"\n')
    assert said.outcome == "pass"
    assert said.notes == (
        "Of 9 numbers in 'id' from the first to the last, 4 are absent.",
        "Of 4 months from the first row to the last, these have none: 2020-12.",
        "The stated totals come from Annual report 2021, table 3.",
    )


def test_no_total_stated(put, clean_wording):
    assert put(da112, ControlTotals(rows=5, totals=())).outcome == "not_assessed"
    clean_wording(da112)
