from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from audit.measures import special_categories
from audit.measures.special_categories import Seen, Use, by_name, by_values


@pytest.mark.parametrize(
    ("column", "category"),
    [
        ("religion", "RELIGION"),
        ("ethnic_group", "ETHNIC_ORIGIN"),
        ("race", "ETHNIC_ORIGIN"),
        ("skin_tone_mst", "ETHNIC_ORIGIN"),
        ("healthNeeds", "HEALTH"),
        ("has_disability", "HEALTH"),
        ("sexual_orientation", "SEXUAL_ORIENTATION"),
        ("political_opinion", "POLITICAL_OPINION"),
        ("trade_union_member", "UNION_MEMBERSHIP"),
        ("fingerprint_quality", "BIOMETRIC_DATA"),
        ("dna_match", "GENETIC_DATA"),
    ],
)
def test_names(column: str, category: str) -> None:
    assert by_name(column) == (category,)


@pytest.mark.parametrize(
    "column",
    [
        "nationality",
        "age",
        "sex",
        "language",
        "region",
        "trace_id",
        "grace_period",
        "third_party",
        "post",
    ],
)
def test_names_of_nothing_special(column: str) -> None:
    assert by_name(column) == ()


def test_codes_need_two_words_and_a_third() -> None:
    assert by_values(["Muslim", "Christian", "other", "none", "unknown", "n/a"]) == ("RELIGION",)
    assert by_values(["Muslim", "Christian", "a", "b", "c", "d", "e"]) == ()
    assert by_values(["Muslim", "other"]) == ()
    assert by_values(["green", "amber", "red"]) == ()


PLAN = """
[roles]
features = ["group_code", "income"]
text = "note"
[roles.sensitive_features]
region = { ground = "ethnic_origin" }
nationality = { ground = "nationality" }
"""
COLUMNS = {
    "group_code": ["Muslim", "Christian", "none"] * 20,
    "income": [1.0, 2.0, 3.0] * 20,
    "region": ["A", "B", "C"] * 20,
    "nationality": ["X", "Y", "Z"] * 20,
    "religion": ["1", "2", "3"] * 20,
    "note": ["nothing further", "says she is pregnant", "black car, white house"] * 20,
}


def test_what_is_seen_by_what_and_used_for_what(part) -> None:
    found = special_categories.make(part(COLUMNS, PLAN))
    assert {(c.column, c.category, c.seen, c.use) for c in found.columns} == {
        ("group_code", "RELIGION", Seen.VALUES, Use.INPUT),
        ("region", "ETHNIC_ORIGIN", Seen.PLAN, Use.AUDIT),
        ("religion", "RELIGION", Seen.NAME, Use.NONE),
        ("note", "HEALTH", Seen.NOTES, Use.NONE),
    }
    assert not any(c.basis for c in found.columns)


def test_the_basis_of_the_audit_does_not_reach_inputs(part) -> None:
    plan = '[audit]\nspecial_category_basis = "mandate of the ombudsman"\n' + PLAN
    found = {c.column: c.basis for c in special_categories.make(part(COLUMNS, plan)).columns}
    assert found == {"group_code": False, "region": True, "religion": True, "note": True}
    plan = PLAN + '[columns.group_code]\nlegal_basis = "asylum act, s. 3"\n'
    found = {c.column: c.basis for c in special_categories.make(part(COLUMNS, plan)).columns}
    assert found["group_code"]


def test_no_value_leaves_the_measure(part) -> None:
    payload = special_categories.make(part(COLUMNS, PLAN))
    said = json.dumps(asdict(payload), default=str)
    for word in ("Muslim", "Christian", "pregnant", "further"):
        assert word not in said
