"""Live duties stand apart from gaps in readiness, by date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.checklist import Answer, load, state
from audit.report.duties import duties
from audit.report.locale import catalogue
from audit.report.words import Words
from audit.resources import folder
from audit.vocabulary import Answered

LISTS = ("eu_aiact_class", "eu_high_risk", "gdpr_dpia", "coe_huderia", "us_m2521")
LIVE, DURING, COMING, NOBODY = "In force for", "In force from", "Not yet in", "No law here"
SINCE = "In force since"


def found(record, jurisdictions, decided_on):
    """Return the frameworks of each sort, those of single provisions by their first pinpoint."""
    states = tuple(state(load(folder("checklists") / f"{slug}.yaml"), {}, []) for slug in LISTS)
    system = {**record.system, "jurisdictions": jurisdictions, "decided_on": decided_on}
    record = replace(record, checklists=states, system=system)
    groups = duties(record, {slug: slug for slug in LISTS}, Words(catalogue("en", record)))
    return {
        " ".join(group.title.split(" ")[:3]): [
            duty.provisions.split(";")[0] or duty.anchor for duty in group.duties
        ]
        for group in groups
    }


@pytest.mark.parametrize(
    ("duty", "before", "since", "sort"),
    [
        ("gdpr_dpia", "2018-05-24", "2018-05-25", SINCE),
        ("eu_aiact_class", "2025-02-01", "2025-02-02", SINCE),
        ("AI Act Art 4", "2025-02-01", "2025-02-02", SINCE),
        ("AI Act Art 50(1)", "2026-08-01", "2026-08-02", SINCE),
        ("AI Act Art 5(1)(ba)", "2026-12-01", "2026-12-02", COMING),
        ("eu_high_risk", "2027-12-01", "2027-12-02", COMING),
    ],
)
def test_what_is_live_depends_on_the_day_of_decision(record, duty, before, since, sort):
    earlier, later = found(record, ["EU"], before), found(record, ["EU"], since)
    # What binds by now a system that is still in use is no gap in readiness, whenever it decided.
    assert duty in earlier[sort]
    assert duty not in earlier.get(LIVE, ())
    assert duty in later[LIVE]
    assert {"coe_huderia", "us_m2521"} <= set(later[NOBODY])


def test_duties_stand_by_date_the_oldest_first(record):
    assert found(record, ["EU"], "2028")[LIVE][0] == "gdpr_dpia"


@pytest.mark.parametrize(
    ("period", "sort"),
    [("2026", DURING), ("2026-08", DURING), ("2026-07", SINCE), ("2026-09", LIVE), ("", LIVE)],
)
def test_what_came_into_force_while_decisions_were_made_stands_apart(record, period, sort):
    assert "AI Act Art 50(1)" in found(record, ["EU"], period)[sort]


def test_law_of_another_place_binds_nobody_here(record):
    sorts = found(record, ["US"], "2026-05-01")
    assert sorts[LIVE] == ["us_m2521"]
    assert not {COMING, SINCE} & set(sorts)
    assert set(LISTS) - {"us_m2521"} <= set(sorts[NOBODY])


def test_an_agency_of_the_union_is_bound_as_its_members_are(record):
    sorts = found(record, ["EU-body"], "2026-10-01")
    assert {"gdpr_dpia", "eu_aiact_class", "AI Act Art 50(1)"} <= set(sorts[LIVE])
    assert "eu_high_risk" in sorts[COMING]


def the_duty(record, roles, **given):
    checklist = load(folder("checklists") / "eu_high_risk.yaml")
    answers = {
        id: Answer(item=id, state=Answered(word), by="A", on="2026-10-01", text="word " * 20)
        for id, word in given.items()
    }
    system = {
        **record.system,
        "jurisdictions": ["EU"],
        "decided_on": "2026-10-01",
        "operator_roles": roles,
    }
    record = replace(record, checklists=(state(checklist, answers, []),), system=system)
    groups = duties(record, {"eu_high_risk": "x"}, Words(catalogue("en", record)))
    return next(d for group in groups for d in group.duties if d.day == "2027-12-02")


def test_a_duty_of_the_provider_is_not_laid_at_the_deployers_door(record):
    checklist = load(folder("checklists") / "eu_high_risk.yaml")
    late = [item for item in checklist.items() if not item.applies_from]
    provider = sum(item.addressee == "provider" for item in late)
    deployer = sum(item.addressee == "deployer" for item in late)
    assert provider > deployer > 5
    said = the_duty(record, ["deployer", "controller"]).others
    assert said == f"{provider} of these on duties of the provider, not of this operator"
    assert the_duty(record, ["provider"]).others.startswith(f"{deployer} of these")
    assert the_duty(record, ["provider", "deployer"]).others == ""
    assert the_duty(record, []).others == ""  # the plan does not say what the operator is


def test_an_answered_duty_of_somebody_else_is_not_counted_among_the_open_ones(record):
    before = the_duty(record, ["deployer"]).others
    after = the_duty(record, ["deployer"], **{"eu_high_risk.r.1": "met"}).others
    unmet = the_duty(record, ["deployer"], **{"eu_high_risk.r.1": "not_met"}).others
    assert int(before.split()[0]) == int(after.split()[0]) + 1
    assert unmet == before


def test_the_later_day_for_systems_in_use_stands_beside_the_first(record):
    assert the_duty(record, ["deployer"]).transition.startswith("2 August 2030 where a public")
