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
        ("[data]\npopulation = 0", "wrong-value", "1 or more"),
        ("[data]\npopulation = 'many'", "wrong-value", "a whole number"),
        ("[data]\npopulation = 0.5", "wrong-value", "a whole number"),
        ("[data]\nretentoin = '5 years'", "unknown-key", "did you mean 'retention'"),
        ("[data]\nretention = 'long'", "wrong-value", '"5 years"'),
        ("[data]\nretention = 5", "wrong-value", "text in quotes"),
        ("[data]\nreceived_on = 2999-01-01", "wrong-value", "a day that has come"),
        (
            "[data]\nreceived_on = '02/30/2026'",
            "wrong-value",
            "audit.toml:2: data.received_on must be a date",
        ),
        ("[data]\nreceived_on = '2026-02-30'", "wrong-value", "a date: 2026-10-01"),
        ("[data]\nreceived_on = '12.03.2026'", "wrong-value", "a date: 2026-10-01"),
        (
            "[[waivers]]\nfinding = 'x'\nby = 'b'\nuntil = 2027-01-01\n",
            "missing-key",
            "audit.toml:1: waivers needs 'reason'",
        ),
        ("[data]\npopulation = true", "wrong-value", "a whole number"),
        ("[system]\ncapacity = true", "wrong-value", "a whole number"),
        ("[system]\ndecisions_per_year = true", "wrong-value", "a number"),
        ("[checks]\nignore = { FA103 = ' ' }", "wrong-value", "the reason why"),
        ("[checklists]\nignore = { eu_fria = '' }", "wrong-value", "the reason why"),
        ("[data]\nrecipients = 'WFP'", "wrong-value", "[[data.recipients]]"),
        ("[data]\nrecipients = ['WFP']", "wrong-value", "table"),
        ("[[data.recipients]]\nrole = 'authority'", "missing-key", "name"),
        ("[[data.recipients]]\nname = 'X'", "missing-key", "role"),
        ("[[data.recipients]]\nname = ' '\nrole = 'charity'", "wrong-value", "name of whoever"),
        ("[[data.recipients]]\nname = 'X'\nrole = 'autority'", "wrong-value", "'authority'"),
        (
            "[[data.recipients]]\nname = 'X'\nrole = 'charity'\nkontry = 'MM'",
            "unknown-key",
            "country",
        ),
        (
            "[[data.recipients]]\nname = 'X'\nrole = 'charity'\ncountry = 'Elbonia'",
            "wrong-value",
            "MM",
        ),
        (
            "[[data.recipients]]\nname = 'X'\nrole = 'charity'\nconsent = 'maybe'",
            "wrong-value",
            "true",
        ),
        (
            (
                "[[data.recipients]]\nname = 'X'\nrole = 'charity'\n"
                "[[data.recipients]]\nname = 'X'\nrole = 'company'"
            ),
            "wrong-value",
            "once",
        ),
        ("[columns.x]\npurpos = 'y'", "unknown-key", "'purpose'"),
        ("[columns.x]\norder = ['low']", "wrong-value", "two labels"),
        ("[columns.x]\norder = ['low', 'low']", "wrong-value", "each once"),
        ("[columns.x]\norder = 'low'", "wrong-value", "list"),
        ("[[parts]]\nname = 'a'\ndata = { retention = 'long' }", "wrong-value", "5 years"),
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


def test_who_is_given_the_data_and_how_long_it_is_kept():
    plan = parse(
        "[data]\nretention = '18 months'\nretention_from = 'closed'\n"
        "[[data.recipients]]\nname = 'WFP'\nrole = 'international'\nbasis = 'rations'\n"
        "[[data.recipients]]\nname = 'Police'\nrole = 'authority'\ncountry = 'MM'\nconsent = true\nlabels = 'PD'"
    )
    data = plan.parts[0].data
    assert (data.retention, data.retention_from) == ("18 months", "closed")
    wfp, police = data.recipients
    assert (wfp.role, wfp.country, wfp.consent, wfp.called) == (
        "international",
        "",
        False,
        ("WFP",),
    )
    assert (police.country, police.consent, police.called) == ("MM", True, ("PD",))


def test_nobody_is_not_the_same_as_nobody_said():
    assert parse("").parts[0].data.recipients is None
    assert parse("[data]\nrecipients = []").parts[0].data.recipients == ()


def test_a_part_can_have_recipients_of_its_own():
    plan = parse(
        "[data]\nretention = '1 year'\n[[data.recipients]]\nname = 'X'\nrole = 'company'\n"
        "[[parts]]\nname = 'one'\n[[parts]]\nname = 'two'\ndata = { recipients = [] }"
    )
    one, two = plan.parts
    assert (len(one.data.recipients), two.data.recipients) == (1, ())
    assert two.data.retention == "1 year"


def test_a_second_table_inherits_nothing_of_who_is_given_the_first():
    data = (
        parse(
            "[data]\nretention = '1 year'\nretention_from = 'd'\n[[data.recipients]]\nname = 'X'\nrole = 'company'"
        )
        .parts[0]
        .data
    )
    other = data.of_another("b.csv")
    assert (other.retention, other.retention_from, other.recipients) == ("", "", None)


def test_steps_of_a_column_in_order():
    section = (
        parse("[columns.risk]\norder = [1, 2, 'many']\npurpose = 'statistics'")
        .parts[0]
        .columns["risk"]
    )
    assert (section.order, section.purpose) == ((1, 2, "many"), "statistics")
