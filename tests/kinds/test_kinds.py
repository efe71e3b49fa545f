import re
from dataclasses import replace

import pytest

from audit.kind import Kind, Role
from audit.kinds import roles
from audit.kinds.decisions import DECISIONS
from audit.kinds.register import REGISTER
from audit.plan_reader import parse
from audit.registry import instances

ROLES = {r.name: r for r in DECISIONS.roles}


def fits(role: Role, column: str) -> bool:
    return bool(role.pattern and re.search(role.pattern, roles.normal(column)))


def leads(toml: str, kind: Kind = DECISIONS) -> tuple[str, ...]:
    plan = parse(toml)
    return kind.leads(plan.parts[0], plan)


def test_both_kinds_are_found_by_the_registry() -> None:
    assert {kind.name for kind in instances(Kind, "kinds")} >= {"decisions", "register"}


@pytest.mark.parametrize(
    ("stakes", "expected"),
    [
        ('y_true = "t"\npositive_is = "adverse"', ("FA201",)),
        ('y_true = "t"\npositive_is = "favourable"', ("FA202",)),
        ('y_true = "t"', ("FA201", "FA202")),
        ('y_pred = "p"\npositive_is = "adverse"', ("FA101",)),
        ('y_pred = "p"', ("FA101",)),
    ],
)
def test_the_stakes_decide_who_leads(stakes: str, expected: tuple[str, ...]) -> None:
    assert leads(f"[roles]\n{stakes}") == expected


def test_coercion_leads_with_wrong_flags_where_nobody_says_whom_the_label_hurts() -> None:
    assert leads('[system]\ncoercive = true\n[roles]\ny_true = "t"') == ("FA201",)


def test_a_label_that_helps_leads_with_missed_people_in_a_coercive_setting_too() -> None:
    # Release from detention: the person wrongly kept is the one who was missed.
    said = '[system]\ncoercive = true\n[roles]\ny_true = "t"\npositive_is = "favourable"'
    assert leads(said) == ("FA202",)


def test_a_register_has_no_leading_question() -> None:
    assert leads('[roles]\ny_true = "t"', REGISTER) == ()


def test_decisions_are_recognised_by_their_columns() -> None:
    fit, why = DECISIONS.recognise({"nationality": "text", "stream": "text"})
    assert fit > REGISTER.recognise({"nationality": "text", "stream": "text"})[0]
    assert "'stream'" in why


def test_a_table_without_decision_is_a_register() -> None:
    columns = {"hh_id": "text", "sex": "text", "age": "integer", "district": "text"}
    fit, why = REGISTER.recognise(columns)
    assert fit > DECISIONS.recognise(columns)[0]
    assert "'" in why


@pytest.mark.parametrize(
    ("role", "column"),
    [
        ("sensitive_features", "Nationality"),
        ("sensitive_features", "native-country"),
        ("sensitive_features", "AgeGroup"),
        ("sensitive_features", "Nationalité"),
        ("sensitive_features", "Staatsangehörigkeit"),
        ("y_true", "qa_genuine"),
        ("y_true", "rater"),
        ("random_arm", "qa_review"),
        ("reviewer", "officer_id"),
        ("seconds", "officer_seconds"),
        ("reason", "reason_code"),
        ("text", "case_note"),
        ("birth_date", "Date of birth"),
        ("identifiers", "application_id"),
        ("y_score", "risk_score"),
    ],
)
def test_names_are_known(role: str, column: str) -> None:
    assert fits(ROLES[role], column)


@pytest.mark.parametrize(
    "column", ["image_id", "wage", "village", "percentage", "stage", "message"]
)
def test_a_word_inside_a_word_is_no_age(column: str) -> None:
    assert not fits(roles.SENSITIVE_FEATURES, column)


def test_every_role_says_what_it_is_and_what_it_serves() -> None:
    for kind in (DECISIONS, REGISTER):
        for role in kind.roles:
            assert role.doc.endswith("."), role.name
            assert role.serves.endswith("?"), role.name
            assert re.compile(role.pattern)
            assert not role.legal_hook or role.legal_hook.rstrip("]").endswith(
                ("read", "read in summaries", "to be verified")
            ), role.name


def test_leads_do_not_depend_on_the_data() -> None:
    plan = parse('[data]\nsource = "a.csv"\n[roles]\ny_true = "t"\npositive_is = "adverse"')
    part = plan.parts[0]
    other = replace(part, data=replace(part.data, source="b.csv"))
    assert DECISIONS.leads(part, plan) == DECISIONS.leads(other, plan)
