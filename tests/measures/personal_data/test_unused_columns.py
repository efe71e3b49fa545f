"""Columns without a use, by what the plan says."""

from __future__ import annotations

import pytest

from audit.measures import unused_columns

TABLE = {
    name: [1, 2]
    for name in ("id", "age", "sex", "score", "gate", "pay", "opened", "of", "rate", "why")
}


@pytest.mark.parametrize(
    ("plan", "left", "audited"),
    [
        ("", " ".join(TABLE), ""),
        (
            '[roles]\nidentifiers = "id"\ny_score = "score"',
            "age sex gate pay opened of rate why",
            "id score",
        ),
        (
            "[roles.sensitive_features]\nsex = 'sex'",
            "id age score gate pay opened of rate why",
            "sex",
        ),
        ('[model]\nfeatures = ["age", "pay"]', "id sex score gate opened of rate why", ""),
        ('[roles]\nfeatures = ["age", "pay"]', "id sex score gate opened of rate why", ""),
        (
            '[columns.pay]\npurpose = "yearly statistics"',
            "id age sex score gate opened of rate why",
            "",
        ),
        ('[columns.pay]\npurpose = " "', " ".join(TABLE), ""),
        ('[columns.pay]\ntype = "integer"', " ".join(TABLE), ""),
        ('[data]\nretention_from = "opened"', "id age sex score gate pay of rate why", "opened"),
        ('[columns.rate]\nderived_by = "sex"', "id age score gate pay opened of rate why", "sex"),
        # What is kept for a purpose may play a part in the audit, too.
        (
            '[roles]\nidentifiers = "id"\n[columns.id]\npurpose = "letters, rule 3"',
            "age sex score gate pay opened of rate why",
            "",
        ),
    ],
)
def test_what_is_said_of_a_column(part, plan: str, left: str, audited: str) -> None:
    found = unused_columns.make(part(TABLE, plan))
    assert " ".join(found.columns) == left
    assert " ".join(found.audit_only) == audited
    said = found.inputs + found.stated
    assert len(found.columns) + len(found.audit_only) + said == found.columns_read == len(TABLE)


def test_roles_alone_state_no_use(part) -> None:
    names = ", ".join(f'"{name}"' for name in TABLE)
    found = unused_columns.make(part(TABLE, f"[roles]\nquasi_identifiers = [{names}]"))
    assert found.columns == ()
    assert found.audit_only == tuple(TABLE)


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
    assert found.audit_only == ("score", "gate")
