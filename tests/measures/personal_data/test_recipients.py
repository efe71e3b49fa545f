"""Who is given whose rows: origin, consent and what cannot be read, counted on made-up registers."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.measures import recipients
from audit.plan_reader import load, parse

HOME = '[system]\njurisdictions = ["BD"]\nkind = "register"\n'
MINISTRY = '[[data.recipients]]\nname = "Ministry"\nrole = "authority"\ncountry = "Myanmar"\nbasis = "a treaty"\n'
WFP = '[[data.recipients]]\nname = "WFP"\nrole = "international"\nbasis = "rations"\n'
ROLES = '[roles]\nshared_with = "to"\nconsent = "agreed"\n[roles.sensitive_features]\nnationality = "nationality"\n'
PLAN = HOME + MINISTRY + WFP + ROLES

TABLE = {
    "to": ["Ministry", "ministry ", "WFP", None, "", "Ministry", "police"],
    "agreed": ["yes", "no", "no", "yes", "no", None, "no"],
    "nationality": ["MMR", "Myanmar", "MM", "MM", "MM", "Bangladesh", "MM"],
}


@pytest.fixture
def counted(part):
    def counted(plan: str, **columns: list) -> recipients.Recipients:
        given = part({**TABLE, **columns}, plan)
        return recipients.make(given, given.frame.count(recipients.margins(given)))

    return counted


def test_each_row_goes_to_whom_it_names(counted) -> None:
    found = counted(PLAN)
    ministry, wfp = found.given
    assert (ministry.country, ministry.abroad, ministry.people, ministry.from_there) == (
        "MMR",
        True,
        3,
        2,
    )
    assert (wfp.country, wfp.abroad, wfp.people, wfp.from_there) == ("", False, 1, 0)
    assert (found.to_authority, found.to_others_there, found.unnamed, found.unnamed_recipients) == (
        2,
        0,
        1,
        1,
    )
    assert found.people == 7
    assert (found.refused, found.unasked) == (0, 0)  # neither rests on consent


def test_without_a_column_everybody_is_given_to_all(counted) -> None:
    found = counted(PLAN.replace('shared_with = "to"\n', ""))
    assert [given.people for given in found.given] == [7, 7]
    assert (found.to_authority, found.shared_with, found.unnamed) == (6, "", 0)


def test_consent_counts_where_the_sharing_rests_on_it(counted) -> None:
    found = counted(PLAN.replace('basis = "a treaty"', "consent = true"))
    ministry = found.given[0]
    assert (ministry.refused, ministry.unasked) == (1, 1)
    assert (found.refused, found.unasked) == (1, 1)


def test_the_plan_can_say_which_label_is_consent(counted) -> None:
    plan = PLAN.replace('basis = "a treaty"', "consent = true").replace(
        "[roles]\n", '[roles]\npositive = { consent = ["A"] }\n'
    )
    found = counted(plan, agreed=["A", "B", "A", "A", "A", "", None])
    # An empty text is what was recorded; only a missing one is nobody's answer.
    assert (found.refused, found.unasked) == (2, 0)
    unread = counted(PLAN.replace('basis = "a treaty"', "consent = true"), agreed=list("AAAAAAA"))
    assert (unread.refused, unread.unasked) == (0, 3)


@pytest.mark.parametrize(
    ("home", "abroad"),
    [('["BD"]', True), ('["MM"]', False), ('["MM-12"]', False), ("[]", True), ('["EU"]', True)],
)
def test_the_systems_own_state_is_no_other(counted, home: str, abroad: bool) -> None:  # noqa: FBT001 (a case)
    found = counted(PLAN.replace('["BD"]', home))
    assert found.given[0].abroad is abroad
    assert found.to_authority == (2 if abroad else 0)


@pytest.mark.parametrize("country", ["DE", "Germany", "DEU"])
def test_a_member_state_is_no_other_to_the_union(counted, country: str) -> None:
    found = counted(PLAN.replace('["BD"]', '["EU"]').replace("Myanmar", country))
    assert not found.given[0].abroad
    body = counted(PLAN.replace('["BD"]', '["EU-body"]').replace("Myanmar", country))
    assert not body.given[0].abroad


def test_the_united_kingdom_by_either_code(counted) -> None:
    for home in ("UK", "GB"):
        found = counted(PLAN.replace('["BD"]', f'["{home}"]').replace("Myanmar", "United Kingdom"))
        assert not found.given[0].abroad


def test_somebody_else_under_that_law_is_counted_apart(counted) -> None:
    found = counted(PLAN.replace('"authority"', '"company"'))
    assert (found.to_authority, found.to_others_there) == (0, 2)
    un = counted(PLAN.replace('"authority"', '"international"'))
    assert (un.to_authority, un.to_others_there) == (0, 0)


def test_origin_from_its_role_or_from_nationality() -> None:
    (part,) = parse(ROLES).parts
    assert recipients.origins(part) == ("nationality",)
    (part,) = parse(ROLES.replace("[roles]\n", '[roles]\norigin = ["fled"]\n')).parts
    assert recipients.origins(part) == ("fled",)
    pooled = ROLES + '[columns.nationality]\npool = "m49_region"\n'
    (part,) = parse(pooled).parts
    assert recipients.origins(part) == ()


def test_origins_that_are_no_country_are_told_apart_and_placed_nowhere(counted) -> None:
    found = counted(
        PLAN.replace('shared_with = "to"\n', ""),
        nationality=["Stateless", "XXA", "Rohingya", "Kurd", None, "unknown", "MM"],
    )
    assert (found.stateless, found.no_country, found.origin_unread) == (2, 2, 2)
    # Who is Rohingya need not have fled Myanmar: nothing is guessed.
    assert found.to_authority == 1


def test_only_those_given_to_somebody_under_another_law_are_asked_about(counted) -> None:
    found = counted(PLAN, nationality=["stateless", None, "x", "x", "x", "MM", "x"])
    assert (found.stateless, found.no_country, found.origin_unread) == (1, 0, 1)
    assert found.to_authority == 1


@pytest.mark.parametrize("engine", ["polars", "pandas", "duckdb"])
def test_the_plan_can_say_which_state_a_people_fled(tmp_path, engine: str) -> None:
    runner = pytest.importorskip("audit.runner")
    table = {**TABLE, "nationality": ["Rohingya", "Rohingya", "x", "x", "x", "MM", "x"]}
    pq.write_table(pa.table(table), tmp_path / "t.parquet")
    told = '[columns.nationality]\nmap = { Rohingya = "Myanmar" }\n'
    (tmp_path / "audit.toml").write_text(
        f'[data]\nsource = "t.parquet"\n{PLAN}{told}', encoding="utf-8"
    )
    with runner.open_system(load(tmp_path / "audit.toml"), engine=engine) as system:
        (part,) = system.parts
        found = recipients.make(part, part.frame.count(recipients.margins(part)))
        assert (found.no_country, found.to_authority) == (0, 3)
        assert list(recipients.locate(part, "")) == [0, 1, 5]


def test_a_column_of_the_country_fled_places_those_without_a_nationality(counted) -> None:
    plan = PLAN.replace("[roles]\n", '[roles]\norigin = ["nationality", "fled"]\n')
    found = counted(
        plan, nationality=["stateless"] * 7, fled=["MM", "Rakhine", "x", "x", "x", "MM", "x"]
    )
    assert (found.stateless, found.to_authority) == (1, 2)


def test_any_of_several_origins_counts_and_each_person_once(counted, part) -> None:
    plan = PLAN.replace("[roles]\n", '[roles]\norigin = ["nationality", "fled"]\n')
    found = counted(plan, nationality=["x"] * 7, fled=["MM", "BD", "MM", "MM", "MM", "MM", "MM"])
    assert found.to_authority == 2
    both = MINISTRY + MINISTRY.replace('"Ministry"', '"Embassy"')
    found = counted(HOME + both + ROLES.replace('shared_with = "to"\n', ""))
    assert [given.from_there for given in found.given] == [6, 6]
    assert found.to_authority == 6


def test_labels_stand_for_a_recipient(counted) -> None:
    plan = PLAN.replace('basis = "a treaty"', 'basis = "a treaty"\nlabels = ["police", "army"]')
    found = counted(plan)
    assert (found.given[0].people, found.to_authority, found.unnamed, found.unnamed_recipients) == (
        1,
        1,
        3,
        1,
    )


def test_a_recipient_named_by_an_address_is_not_printed(counted) -> None:
    found = counted(PLAN.replace('"Ministry"', '"anna.eriksson@example.org"'))
    assert found.given[0].recipient == "[e-mail addresses]"


@pytest.mark.parametrize(
    ("text", "receives"),
    [
        ("", False),
        ("[data]\nrecipients = []", True),
        ('[data]\nrecipients = []\nrelease = "shared"', False),
        ('[data]\nrelease = "shared"\n' + MINISTRY, True),
    ],
)
def test_whether_the_plan_says_who(text: str, receives: bool) -> None:  # noqa: FBT001 (a case)
    assert recipients.receives(parse(text).parts[0]) is receives


def test_rows_for_the_owner_and_the_same_on_every_engine(tmp_path) -> None:
    runner = pytest.importorskip("audit.runner")
    columns = {name: values * 9 for name, values in TABLE.items()}
    pq.write_table(pa.table(columns), tmp_path / "t.parquet")
    lists = (
        "recipients = [{name = 'Ministry', role = 'authority', country = 'MM', basis = 'b'}, "
        "{name = 'WFP', role = 'international', consent = true}]"
    )
    text = HOME + f'[data]\nsource = "t.parquet"\n{lists}\n' + ROLES
    (tmp_path / "audit.toml").write_text(text, encoding="utf-8")
    found = []
    for engine in ("polars", "pandas", "duckdb"):
        with runner.open_system(load(tmp_path / "audit.toml"), engine=engine) as system:
            (part,) = system.parts
            payload = recipients.make(part, part.frame.count(recipients.margins(part)))
            found.append((payload, list(recipients.locate(part, ""))))
    assert found[0] == found[1] == found[2]
    payload, rows = found[0]
    assert (payload.to_authority, payload.refused) == (18, 9)
    assert rows[:4] == [0, 1, 2, 7]

    from audit.evidence import Evidence, Provenance
    from audit.serde import dump_evidence, load_evidence

    made = Evidence(
        id="e", part="main", value=payload, provenance=Provenance(measure="m", version=1)
    )
    text = dump_evidence(made)
    assert load_evidence(text, recipients.Recipients).value == payload
    assert "police" not in text


def test_nothing_to_compare(tmp_path) -> None:
    runner = pytest.importorskip("audit.runner")
    pq.write_table(pa.table(TABLE), tmp_path / "t.parquet")
    said = "recipients = [{name = 'Ministry', role = 'authority', country = 'MM'}]"
    (tmp_path / "audit.toml").write_text(
        f'{HOME}[data]\nsource = "t.parquet"\n{said}\n', encoding="utf-8"
    )
    for engine in ("polars", "pandas", "duckdb"):
        with runner.open_system(load(tmp_path / "audit.toml"), engine=engine) as system:
            (part,) = system.parts
            found = recipients.make(part, part.frame.count(recipients.margins(part)))
        assert (found.people, found.origins, found.consent, found.shared_with) == (7, (), "", "")
        assert (found.given[0].people, found.given[0].basis) == (7, False)
        assert found.origin_unread == 7
