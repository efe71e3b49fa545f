"""One audit of the visa case stands beside the questions of many frameworks, and one answer serves them all."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from audit import cases
from audit.plan_reader import load as load_plan
from audit.runner import run

pytestmark = pytest.mark.slow

USE = (
    "coe_huderia", "eu_aiact_class", "eu_fria", "eu_high_risk", "gdpr_dpia", "nl_iama", "ohchr_borders",
    "rights", "unesco_eia",
)  # fmt: skip
TOLD = ("coe_huderia", "eu_fria", "eu_high_risk", "gdpr_dpia", "nl_iama", "ohchr_borders")
"""Frameworks that ask whether people are told."""
STOP = ("eu_fria", "eu_high_risk", "rights")
MEASURED = ("fail", "review", "pass", "inconclusive")

ANSWERS = """\
checklist: gdpr_dpia
version: "2026.11"
answers:
  gdpr_dpia.b.6:
    state: not_met
    text: Applicants are not told that a stream was given to their file before anybody read it.
    by: Head of the visa section
    on: "2026-01-15"
---
checklist: rights
version: "2026.11"
answers:
  accountability.1:
    state: met
    text: The head of the visa section can switch the stream off today, and did so for two days last spring.
    by: Head of the visa section
    on: "2026-01-15"
"""


@pytest.fixture(scope="module")
def stood(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the items of each checklist of one audit, by checklist and id."""
    out = tmp_path_factory.mktemp("visa")
    study = cases.get("visa_triage")
    plan = cases.write(cases.make(study, rows=4000), study, out)
    text = plan.read_text(encoding="utf-8")
    names = ", ".join(f'"{name}"' for name in USE)
    text, changed = re.subn(
        r'use = \[.*?\]\nanswers = "answers.yaml"', f'use = [{names}]\nanswers = "given"', text
    )
    assert changed == 1
    plan.write_text(text, encoding="utf-8")
    given = Path(plan).parent / "given"
    given.mkdir()
    for part in ANSWERS.split("---\n"):
        (given / f"{part.split()[1]}.yaml").write_text(part, encoding="utf-8")
    # The slowest families, explanation and privacy, are left out: their findings take the same way.
    narrowed = load_plan(plan)
    narrowed = replace(
        narrowed, checks=replace(narrowed.checks, select=("DA", "FA1", "FA2", "OV", "RI"))
    )
    record = run(narrowed, out=out / "audit-out", formats=("json",))
    return {
        one.slug: {state.item.id: state for _, states in one.sections for state in states}
        for one in record.checklists
    }


def test_findings_stand_beside_the_questions_of_six_frameworks_and_more(stood):
    beside = {
        slug: [s for s in states.values() if any(e.outcome in MEASURED for e in s.evidence)]
        for slug, states in stood.items()
    }
    filled = {slug for slug, states in beside.items() if len(states) >= 3}
    assert len(filled) >= 6
    assert filled == set(USE) - {"eu_aiact_class"}, "a class is decided by answers alone"
    for states in beside.values():
        # What was measured answers nothing.
        assert {str(s.answer.state) for s in states} <= {"not_assessed"}


def test_one_answer_fills_the_same_question_everywhere(stood):
    found = {
        slug: [s for s in stood[slug].values() if s.item.shared == "people_told"] for slug in TOLD
    }
    for slug, (state,) in found.items():
        assert str(state.answer.state) == "not_met", slug
        assert state.answer.by == "Head of the visa section"
        assert state.answer.shared_from == ("" if slug == "gdpr_dpia" else "gdpr_dpia.b.6")


def test_an_answer_goes_as_far_as_the_question_is_the_same(stood):
    stops = {
        slug: str(state.answer.state)
        for slug, states in stood.items()
        for state in states.values()
        if state.item.shared == "can_be_stopped"
    }
    assert stops == dict.fromkeys(STOP, "met")
    answered = {
        state.item.shared
        for states in stood.values()
        for state in states.values()
        if str(state.answer.state) != "not_assessed"
    }
    assert answered == {"people_told", "can_be_stopped"}
