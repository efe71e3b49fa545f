from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter

from audit import serde
from audit.errors import PlanError
from audit.measures.control_totals import ControlTotals, Numbering, Total, make, margins

PLAN = """
[roles]
identifiers = ["id", "code"]
time = "decided"
[data]
totals = { rows = { all = 5 }, nation = { A = 3, "7" = 1 } }
"""
COLUMNS = {
    "id": [1, 2, 4, 9, 9],
    "code": ["a", "b", "c", "d", "e"],
    "nation": ["A", "A", "A", "B", None],
    "decided": [date(2020, 11, 3), date(2020, 11, 5), date(2021, 2, 1), date(2021, 2, 1), None],
}


def test_totals_numbering_and_months(opened):
    part = opened(COLUMNS, PLAN)
    found = make(part, part.frame.count(margins(part)))
    assert found.totals == (
        Total(column="rows", label="all", stated=5, counted=5),
        Total(column="nation", label="A", stated=3, counted=3, exact=False),
        Total(column="nation", label="7", stated=1, counted=0, exact=False),
    )
    # 1 to 9 are nine numbers, four of them are there.
    assert found.numbering == (Numbering(column="id", between=9, absent=5),)
    assert (found.months, found.months_absent) == (4, ("2020-12", "2021-01"))
    assert TypeAdapter(ControlTotals).validate_python(serde.plain(found)) == found


LARGE = {"nation": ["A"] * 12 + ["B"] * 10, "sex": ["f", "m"] * 11}
STATED = "[data]\ntotals = { nation = { A = 12 } }\n"
ONE = '[roles]\nsensitive_features = ["nation"]\n'


@pytest.mark.parametrize(
    ("columns", "more", "exact"),
    [
        (LARGE, "", True),
        (LARGE, ONE, True),
        (LARGE, ONE.replace('"]', '", "sex"]'), False),
        (LARGE | {"nation": ["A"] * 13 + ["B"] * 9}, "", False),
    ],
)
def test_a_count_is_exact_where_no_other_group_comes_back(opened, columns, more, exact):
    part = opened(columns, STATED + more)
    (total,) = make(part, part.frame.count(margins(part))).totals
    assert total.exact is exact


def test_a_label_that_is_an_identifier_is_masked(opened):
    part = opened(LARGE, '[data]\ntotals = { nation = { "+44 7700 900417" = 12 } }\n')
    (total,) = make(part, part.frame.count(margins(part))).totals
    assert "900417" not in total.label


def test_a_total_of_a_column_that_is_not_there(opened):
    part = opened(COLUMNS, PLAN.replace("nation =", "natoin ="))
    with pytest.raises(PlanError) as caught:
        margins(part)
    assert caught.value.slug == "unknown-column"
    assert "nation" in caught.value.hint


def test_without_identifiers_or_time(opened):
    part = opened({"nation": ["A"]}, "[data]\ntotals = { rows = { all = 2 } }\n")
    found = make(part, [])
    assert found.totals == (Total(column="rows", label="all", stated=2, counted=1),)
    assert (found.numbering, found.months, found.months_absent) == ((), 0, ())
