"""The plan: what is read, and how each mistake is answered."""

from __future__ import annotations

import pytest

from audit.errors import PlanError
from audit.plan import label
from audit.plan_reader import load, parse
from audit.vocabulary import Ground, PositiveIs


@pytest.mark.parametrize(
    ("text", "slug", "word"),
    [
        ("[audit]\nauditr = 'x'", "unknown-key", "did you mean 'auditor'"),
        ("[checks.FA201]\nlimit = { rato = 9.0 }", "unknown-key", "did you mean 'ratio'"),
        ("[audit]\nrole = 'boss'", "wrong-value", "independent"),
        ("[system]\npurpose = 3", "wrong-value", "text in quotes"),
        ("[system]\ncoercive = flase", "toml-syntax", "true and false"),
        ("columns = 3", "wrong-value", "table"),
        ("parts = 3", "wrong-value", "[[parts]]"),
        ("waivers = 3", "wrong-value", "[[waivers]]"),
        ("requests = 'x'", "wrong-value", "table"),
        ("x = " + "[" * 3000, "toml-syntax", "deeply"),
        ("[roles]\nsensitive_features = [1]", "wrong-value", "column names"),
        ("[roles]\npositive_is = 'harm'", "wrong-value", "adverse"),
        ("[columns.x]\ntype = 'int'", "wrong-value", "integer"),
        ("[columns.x]\nbins = [3, 1]", "wrong-value", "rise"),
        ("[report]\nmin_cell = 0", "wrong-value", "3 or more"),
        ("[report]\nmin_cell = 2", "wrong-value", "3 or more"),
        ("[[parts]]\nkind = 'decisions'", "missing-key", "name"),
        ("[[parts]]\nname = '/../x'", "wrong-value", "lower-case"),
        ("[[parts]]\nname = 'a'\n[[parts]]\nname = 'a'", "wrong-value", "two parts"),
        ("[checks]\nignore = ['FA101']", "wrong-value", "reason"),
        ("[checks]\nFA = 1", "unknown-key", "FA"),
        (
            "[[waivers]]\nfinding = 'a'\nreason = 'b'\nby = 'c'\nuntil = 'tomorrow'",
            "wrong-value",
            "2027-06-30",
        ),
        ("[[waivers]]\nfinding = 'a'", "missing-key", "reason"),
    ],
)
def test_each_mistake_is_named_with_what_to_type(text, slug, word):
    with pytest.raises(PlanError) as caught:
        parse(text)
    assert caught.value.slug == slug
    assert word in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_mistake_is_located_by_line():
    with pytest.raises(PlanError, match=r"audit\.toml:3"):
        parse("[audit]\nauditor = 'a'\nmandat = 'b'")


def test_three_in_a_cell_is_the_least():
    assert parse("[report]\nmin_cell = 3").report.min_cell == 3


def test_dates_need_no_quotes():
    plan = parse(
        "[audit]\nperiod = 2024-01-01\n"
        "[[waivers]]\nfinding = 'a'\nreason = 'b'\nby = 'c'\nuntil = 2027-01-01"
    )
    assert plan.audit.period == "2024-01-01"
    assert plan.waivers[0].until == "2027-01-01"


def test_one_name_stands_for_a_list_of_one():
    plan = parse("[checks]\nlead = 'FA201'\n[roles]\ny_true = 'a'\ntext = 'note'")
    assert plan.checks.lead == ("FA201",)
    assert plan.parts[0].roles.all("text") == ("note",)


@pytest.mark.parametrize(
    "text",
    [
        "sensitive_features = ['nationality']",
        "sensitive_features = { nationality = 'nationality' }",
        "sensitive_features = { nationality = { ground = 'nationality' } }",
    ],
)
def test_a_sensitive_feature_can_be_written_three_ways(text):
    feature = parse(f"[roles]\n{text}").parts[0].roles.sensitive[0]
    assert (feature.column, feature.ground) == ("nationality", Ground.NATIONALITY)


def test_positive_labels_by_role_or_for_all():
    roles = parse("[roles]\npositive = { y_pred = ['red', true, 1.0] }").parts[0].roles
    assert roles.positive_labels("y_pred") == ("red", "true", "1")
    assert roles.positive_labels("y_true") == ()
    roles = parse("[roles]\npositive = ['yes']\npositive_is = 'adverse'").parts[0].roles
    assert roles.positive_labels("y_true") == ("yes",)
    assert roles.positive_is is PositiveIs.ADVERSE


@pytest.mark.parametrize(
    ("value", "text"), [(True, "true"), (1, "1"), (1.0, "1"), (1.5, "1.5"), ("007", "007")]
)
def test_labels_follow_one_rule(value, text):
    assert label(value) == text


def test_parts_inherit_and_override():
    plan = parse(
        "[roles]\ny_pred = 'flag'\n[data]\nsource = 'a.csv'\n"
        "[[parts]]\nname = 'one'\n[[parts]]\nname = 'two'\nwhere = { gate = 'B' }\n"
        "roles = { y_pred = 'stop' }\ndata = { source = 'b.csv' }"
    )
    one, two = plan.parts
    assert (one.roles.one("y_pred"), one.data.source) == ("flag", "a.csv")
    assert (two.roles.one("y_pred"), two.data.source) == ("stop", "b.csv")
    assert two.where == {"gate": "B"}


def test_a_plan_from_a_windows_editor_may_carry_a_byte_order_mark(tmp_path):
    path = tmp_path / "audit.toml"
    path.write_bytes(b"\xef\xbb\xbf[audit]\nauditor = 'x'\n")
    assert load(path).audit.auditor == "x"


def test_a_plan_that_is_not_utf8(tmp_path):
    path = tmp_path / "audit.toml"
    path.write_bytes("[audit]\nauditor = 'José'".encode("latin-1"))
    with pytest.raises(PlanError, match="unreadable-plan"):
        load(path)
