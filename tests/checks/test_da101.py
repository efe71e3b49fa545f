from __future__ import annotations

import pytest

from audit.check import Measured
from audit.checks.data.da101_missing_values import da101
from audit.evidence import Rate
from audit.measures.missingness import ColumnMissing, Missingness
from audit.vocabulary import MayConclude, Worse


def _column(name, a, b, depends_on=""):
    rates = {"A": Rate(a, 1000), "B": Rate(b, 1000)}
    return ColumnMissing(
        column=name, overall=Rate(a + b, 2000), by={"region": rates}, depends_on=depends_on
    )


def test_the_column_with_the_widest_gap_is_judged(put):
    columns = (_column("income", 100, 150), _column("phone", 50, 450), _column("fax", 10, 200))
    said = put(da101, Missingness(rows=2000, columns=columns), key="region")
    assert isinstance(said.answer, Measured)
    assert said.answer.rates == {"A": Rate(50, 1000), "B": Rate(450, 1000)}
    assert said.answer.worse is Worse.HIGHER
    assert said.text == "have no value in the column 'phone'"
    assert said.notes == (
        "Columns in which groups also differ by more than 10.0 percentage points: fax.",
    )


@pytest.mark.parametrize(("b", "named"), [(200, False), (201, True)])
def test_others_are_named_beyond_the_limit_only(put, b, named):
    columns = (_column("phone", 0, 900), _column("fax", 100, b))
    said = put(da101, Missingness(rows=2000, columns=columns), key="region")
    assert bool(said.notes) is named


def test_what_is_not_compared_is_listed_apart(put):
    found = Missingness(
        rows=2000,
        columns=(),
        by_role=("outcome",),
        empty=("fax",),
        by_design={"spouse_age": "marital"},
    )
    said = put(da101, found, key="region")
    assert said.outcome == "pass"
    assert len(said.notes) == 3
    assert "'marital' says to whom they apply: spouse_age" in said.notes[1]


def test_a_column_that_applies_to_some_says_so(put):
    found = Missingness(rows=2000, columns=(_column("spouse_age", 0, 300, depends_on="marital"),))
    assert put(da101, found, key="region").notes == (
        "In 'spouse_age', only the rows are counted to which it applies, as 'marital' says.",
    )


def test_missing_values_of_the_feature_itself_are_not_compared_with_it(put):
    own = ColumnMissing(column="region", overall=Rate(5, 100), by={})
    assert put(da101, Missingness(rows=100, columns=(own,)), key="region").outcome == "pass"


def test_contract(clean_wording):
    assert da101.may_conclude is MayConclude.INDICATOR
    assert da101.criterion.limit.difference == 0.10
    assert da101.criterion.limit.ratio is None
    clean_wording(da101)


@pytest.mark.parametrize(("missing", "compared"), [(9, False), (10, True), (0, True)])
def test_few_people_without_a_group_do_not_come_back_by_another(put, missing, compared):
    """Whose religion is not recorded, by region: a cell of the table of both, where few lose their line."""
    faith = ColumnMissing(
        column="faith", overall=Rate(missing + 40, 2000),
        by={"region": {"A": Rate(missing, 1000), "B": Rate(40, 1000)}},
    )  # fmt: skip
    phone = ColumnMissing(
        column="phone", overall=Rate(5, 2000),
        by={"region": {"A": Rate(1, 1000), "B": Rate(4, 1000)}, "faith": {"x": Rate(5, 1950)}},
    )  # fmt: skip
    said = put(da101, Missingness(rows=2000, columns=(faith, phone)), key="region")
    assert isinstance(said.answer, Measured)
    assert said.text == f"have no value in the column '{'faith' if compared else 'phone'}'"
    assert (
        bool(said.notes and "fewer than 10 people lack it: faith" in said.notes[0]) is not compared
    )


def test_nothing_but_few_people_without_a_group(put):
    few = {"region": {"A": Rate(1, 1000), "B": Rate(4, 1000)}}
    columns = (
        ColumnMissing(column="faith", overall=Rate(5, 2000), by=few),
        ColumnMissing(column="region", overall=Rate(5, 2000), by={"faith": {"x": Rate(5, 1000)}}),
    )
    for key, column in (("region", "faith"), ("faith", "region")):
        said = put(da101, Missingness(rows=2000, columns=columns), key=key)
        assert said.outcome == "not_applicable"
        assert column in said.notes[0]
