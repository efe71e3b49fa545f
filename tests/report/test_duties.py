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
LIVE, DURING, COMING, NOBODY = "In force for", "In force from", "Not yet in", "Binds nobody here"


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
    ("duty", "before", "since"),
    [
        ("gdpr_dpia", "2018-05-24", "2018-05-25"),
        ("eu_aiact_class", "2025-02-01", "2025-02-02"),
        ("AI Act Art 4", "2025-02-01", "2025-02-02"),
        ("AI Act Art 50(1)", "2026-08-01", "2026-08-02"),
        ("eu_high_risk", "2027-12-01", "2027-12-02"),
    ],
)
def test_what_is_live_depends_on_the_day_of_decision(record, duty, before, since):
    earlier, later = found(record, ["EU"], before), found(record, ["EU"], since)
    assert duty in earlier[COMING]
    assert duty not in earlier.get(LIVE, ())
    assert duty in later[LIVE]
    assert {"coe_huderia", "us_m2521"} <= set(later[NOBODY])


def test_duties_stand_by_date_the_oldest_first(record):
    assert found(record, ["EU"], "2028")[LIVE][0] == "gdpr_dpia"


@pytest.mark.parametrize(
    ("period", "sort"),
    [("2026", DURING), ("2026-08", DURING), ("2026-07", COMING), ("2026-09", LIVE), ("", LIVE)],
)
def test_what_came_into_force_while_decisions_were_made_stands_apart(record, period, sort):
    assert "AI Act Art 50(1)" in found(record, ["EU"], period)[sort]


def test_law_of_another_place_binds_nobody_here(record):
    sorts = found(record, ["US"], "2026-05-01")
    assert sorts[LIVE] == ["us_m2521"]
    assert COMING not in sorts
    assert set(LISTS) - {"us_m2521"} <= set(sorts[NOBODY])
