from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from audit import serde
from audit.evidence import Rate
from audit.measures.missingness import MISSINGNESS, ColumnMissing, Missingness, make

PLAN = """
[roles]
sensitive_features = ["region"]
"""
ROLES = (
    PLAN
    + """
features = ["income", "marital", "spouse_age", "region"]
y_true = "reviewed"
reason = "why"
"""
)


@pytest.fixture(params=["polars", "pandas", "duckdb"])
def part(request, opened):
    pytest.importorskip(request.param)
    # 100 rows in A, 60 in B. Income lacks 10 in A and 30 in B. A spouse's age is asked of the
    # married alone: every other row; of those, 5 in B lack it.
    region = ["A"] * 100 + ["B"] * 60
    marital = ["single", "married"] * 80
    income = [None if i < 10 or 100 <= i < 130 else 1.0 for i in range(160)]
    spouse = [
        None if marital[i] == "single" or i in (101, 103, 105, 107, 109) else 30 for i in range(160)
    ]
    columns = {
        "region": region, "marital": marital, "income": income, "spouse_age": spouse,
        "reviewed": [1] * 20 + [None] * 140, "why": ["x"] + [None] * 159,
        "fax": [None] * 160, "whole": list(range(160)),
    }  # fmt: skip
    return opened(columns, ROLES, engine=request.param)


def test_shares_by_group_are_those_counted_by_hand(part):
    found = {column.column: column for column in make(part).columns}
    assert found["income"].overall == Rate(40, 160)
    assert found["income"].by == {"region": {"A": Rate(10, 100), "B": Rate(30, 60)}}
    assert found["income"].gap("region") == pytest.approx(0.4)


def test_rows_a_column_does_not_apply_to_are_not_counted(part):
    found = {column.column: column for column in make(part).columns}
    assert found["spouse_age"].depends_on == "marital"
    assert found["spouse_age"].by == {"region": {"A": Rate(0, 50), "B": Rate(5, 30)}}


def test_roles_filled_for_some_and_empty_columns_stand_apart(part):
    found = make(part)
    assert found.by_role == ("reviewed", "why")
    assert found.empty == ("fax",)
    assert {column.column for column in found.columns} == {"income", "spouse_age"}


def test_the_chance_and_the_stratum_of_a_draw_are_there_for_the_drawn_alone(opened):
    # 20 of 100 in A were drawn and 50 of 60 in B: that B lacks them less often is the design.
    drawn = [i < 20 or 100 <= i < 150 for i in range(160)]
    columns = {
        "region": ["A"] * 100 + ["B"] * 60,
        "checked": drawn,
        "chance": [(0.2 if i < 100 else 50 / 60) if d else None for i, d in enumerate(drawn)],
        "stratum": [1 + (i >= 100) if d else None for i, d in enumerate(drawn)],
    }
    roles = """random_arm = "checked"
selection_probability = "chance"
selection_stratum = "stratum"
"""
    found = make(opened(columns, PLAN + roles))
    assert found.columns == ()
    assert found.by_role == ("chance", "stratum")


def _spouses(opened, plan):
    marital = ["single", "married"] * 60
    spouse = [None if m == "single" else 30 for m in marital]
    columns = {"region": ["A", "B", "B", "A"] * 30, "marital": marital, "spouse_age": spouse}
    return make(opened(columns, plan))


def test_a_column_empty_at_one_level_alone_is_by_design(opened):
    found = _spouses(opened, PLAN + 'features = ["marital"]\n')
    assert found.by_design == {"spouse_age": "marital"}
    assert found.columns == ()


def test_a_column_that_the_plan_does_not_name_says_nothing_of_others(opened):
    (spouse,) = _spouses(opened, PLAN).columns
    assert spouse.depends_on == ""
    assert spouse.overall == Rate(60, 120)


@pytest.mark.parametrize(("people", "by_design"), [(30, True), (29, False)])
def test_a_level_of_few_people_explains_nothing(opened, people, by_design):
    marital = ["single"] * people + ["married"] * 100
    spouse = [None] * people + [30] * 100
    columns = {"region": ["A", "B"] * 50 + ["A"] * people, "marital": marital, "spouse_age": spouse}
    found = make(opened(columns, PLAN + 'features = ["marital"]\n'))
    assert bool(found.by_design) is by_design


def test_values_that_stand_for_missing_are_missing(opened):
    plan = (
        PLAN.replace('["region"]', '["age"]')
        + """
[columns.income]
missing = [-1]
[columns.age]
bins = [18]
"""
    )
    columns = {"age": [10, 17, 18, 40, None], "income": [-1, 5, -1, None, 7]}
    found = {column.column: column for column in make(opened(columns, plan)).columns}
    assert found["income"].by == {
        "age": {"under 18": Rate(1, 2), "18 and over": Rate(2, 2), "(not recorded)": Rate(0, 1)}
    }


def test_a_column_empty_for_one_group_is_not_by_design(opened):
    region = ["A"] * 80 + ["B"] * 40
    income = [None if r == "B" else 1.0 for r in region]
    part = opened({"region": region, "income": income}, PLAN)
    (income_missing,) = make(part).columns
    assert income_missing.depends_on == ""
    assert income_missing.gap("region") == 1.0


def test_a_missing_group_label_is_a_group(opened):
    part = opened({"region": ["A"] * 40 + [None] * 40, "income": [1.0] * 60 + [None] * 20}, PLAN)
    income = next(column for column in make(part).columns if column.column == "income")
    assert income.by["region"] == {"A": Rate(0, 40), "(not recorded)": Rate(20, 40)}


@pytest.mark.parametrize(("people", "gap"), [(29, 0.0), (30, 1.0)])
def test_groups_of_fewer_than_thirty_are_not_compared(people, gap):
    column = ColumnMissing(
        column="c", overall=Rate(0, 0), by={"f": {"A": Rate(0, 100), "B": Rate(people, people)}}
    )
    assert column.gap("f") == gap


def test_nothing_missing(opened):
    found = make(opened({"region": ["A", "B"]}, PLAN))
    assert found == Missingness(rows=2, columns=())


def test_payload_survives_json(part):
    found = make(part)
    assert TypeAdapter(Missingness).validate_python(serde.plain(found)) == found


def test_figure_merges_small_groups(part, public):
    (figure,) = MISSINGNESS.figures(make(part), public())
    assert ("income", "B", 60, 0.5) in figure.rows
    (merged,) = MISSINGNESS.figures(make(part), public(small=("A", "B")))
    assert ("income", "other groups", 160, 0.25) in merged.rows
