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
    return {group.title.split(" ")[0]: [duty.anchor for duty in group.duties] for group in found}


@pytest.mark.parametrize(
    ("day", "live", "coming"),
    [
        ("2025-02-01", ["gdpr_dpia"], ["eu_aiact_class", "eu_high_risk"]),
        ("2025-02-02", ["gdpr_dpia", "eu_aiact_class"], ["eu_high_risk"]),
    ],
)
def test_what_is_live_depends_on_the_day_of_decision(record, day, live, coming):
    found = sorts(record, ["EU"], day)
    assert found["In"] == live, "by date, the oldest first"
    assert found["Not"] == coming
    assert set(found["Binds"]) == {"coe_huderia", "us_m2521"}


def test_law_of_another_place_binds_nobody_here(record):
    found = sorts(record, ["US"], "2026-05-01")
    assert found["In"] == ["us_m2521"]
    assert "Not" not in found
    assert set(found["Binds"]) == set(LISTS) - {"us_m2521"}
