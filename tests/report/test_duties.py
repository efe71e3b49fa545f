"""Live duties stand apart from gaps in readiness, by date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.checklist import load, state
from audit.report.duties import duties
from audit.report.locale import catalogue
from audit.report.words import Words
from audit.resources import folder

LISTS = ("eu_aiact_class", "eu_high_risk", "gdpr_dpia", "coe_huderia", "us_m2521")


def sorts(record, jurisdictions, decided_on):
    states = tuple(state(load(folder("checklists") / f"{slug}.yaml"), {}, []) for slug in LISTS)
    system = {**record.system, "jurisdictions": jurisdictions, "decided_on": decided_on}
    record = replace(record, checklists=states, system=system)
    words = Words(catalogue("en", record))
    found = duties(record, {slug: slug for slug in LISTS}, words)
    return {
        " ".join(group.title.split(" ")[:3]): [duty.anchor for duty in group.duties]
        for group in found
    }


@pytest.mark.parametrize(
    ("day", "live", "coming"),
    [
        ("2025-02-01", ["gdpr_dpia"], ["eu_aiact_class", "eu_high_risk", "eu_high_risk"]),
        ("2025-02-02", ["gdpr_dpia", "eu_aiact_class"], ["eu_high_risk", "eu_high_risk"]),
        ("2026-08-01", ["gdpr_dpia", "eu_aiact_class"], ["eu_high_risk", "eu_high_risk"]),
        ("2026-08-02", ["gdpr_dpia", "eu_aiact_class", "eu_high_risk"], ["eu_high_risk"]),
        ("2027-12-02", ["gdpr_dpia", "eu_aiact_class", "eu_high_risk", "eu_high_risk"], None),
    ],
)
def test_what_is_live_depends_on_the_day_of_decision(record, day, live, coming):
    found = sorts(record, ["EU"], day)
    assert found["In force for"] == live, "by date, the oldest first"
    assert found.get("Not yet in") == coming
    assert set(found["Binds nobody here"]) == {"coe_huderia", "us_m2521"}


@pytest.mark.parametrize(
    ("period", "during"),
    [
        ("2026", ["eu_high_risk"]),
        ("2026-08", ["eu_high_risk"]),
        ("2025", ["eu_aiact_class"]),
        ("2024", None),
    ],
)
def test_what_came_into_force_while_decisions_were_made_stands_apart(record, period, during):
    found = sorts(record, ["EU"], period)
    assert found.get("In force from") == during


def test_what_is_live_earlier_than_the_rest_is_named_by_its_pinpoint(record):
    states = (state(load(folder("checklists") / "eu_high_risk.yaml"), {}, []),)
    system = {**record.system, "jurisdictions": ["EU"], "decided_on": "2026-09-01"}
    record = replace(record, checklists=states, system=system)
    live, coming = duties(record, {"eu_high_risk": "x"}, Words(catalogue("en", record)))
    assert live.duties[0].provisions == "AI Act Art 50(1); AI Act Art 50(3)"
    assert live.duties[0].open.startswith("2 questions open")
    assert coming.duties[0].provisions == ""


def test_law_of_another_place_binds_nobody_here(record):
    found = sorts(record, ["US"], "2026-05-01")
    assert found["In force for"] == ["us_m2521"]
    assert "Not yet in" not in found
    assert set(found["Binds nobody here"]) == set(LISTS) - {"us_m2521"}
