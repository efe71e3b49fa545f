"""Columns without a use, by what the plan says."""

from __future__ import annotations

import pytest

from audit.measures import unused_columns

TABLE = {
    name: [1, 2]
    for name in ("id", "age", "sex", "score", "gate", "pay", "opened", "of", "rate", "why")
}


@pytest.mark.parametrize(
    ("plan", "left"),
    [
        ("", tuple(TABLE)),
        ('[roles]\nidentifiers = "id"\ny_score = "score"', "age sex gate pay opened of rate why"),
        ("[roles.sensitive_features]\nsex = 'sex'", "id age score gate pay opened of rate why"),
        ('[model]\nfeatures = ["age", "pay"]', "id sex score gate opened of rate why"),
        (
            '[columns.pay]\npurpose = "yearly statistics"',
            "id age sex score gate opened of rate why",
        ),
        ('[columns.pay]\npurpose = " "', tuple(TABLE)),
        ('[columns.pay]\ntype = "integer"', tuple(TABLE)),
        ('[data]\nretention_from = "opened"', "id age sex score gate pay of rate why"),
        ('[columns.rate]\nderived_by = "sex"', "id age score gate pay opened of rate why"),
    ],
)
def test_what_a_column_can_be_used_for(part, plan: str, left: str | tuple[str, ...]) -> None:
    found = unused_columns.make(part(TABLE, plan))
    assert found.columns == (tuple(left.split()) if isinstance(left, str) else left)
    assert found.columns_read == len(TABLE)


def test_what_another_part_of_the_same_table_uses_is_used(part) -> None:
    plan = """
[data]
source = "a.csv"
[[parts]]
name = "one"
where = { gate = 1 }
[[parts]]
name = "two"
roles = { y_score = "score" }
[[parts]]
name = "other"
data = { source = "b.csv" }
roles = { y_score = "pay" }
"""
    found = unused_columns.make(part(TABLE, plan))
    assert found.columns == ("id", "age", "sex", "pay", "opened", "of", "rate", "why")
