"""One key, several questions: ids that stay, and families that count them all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit import plan_reader as plans
from audit.check import Check
from audit.kind import Kind
from audit.measures.intersections import TIMES
from audit.registry import instances
from audit.runner import audit_system, planning
from audit.vocabulary import Outcome


def _planned(plan, check):
    planned = planning.questions(plan, instances(Check, "checks"), instances(Kind, "kinds"))
    return [question for question in planned if question.check.id == check]


def _load(world, lead, stakes="unstated"):
    path = world / "audit.toml"
    text = path.read_text(encoding="utf-8").replace('"adverse"', f'"{stakes}"')
    path.write_text(text + (f"\n[checks]\nlead = {lead}\n" if lead else ""), encoding="utf-8")
    return plans.load(path)


PAIR = "FA301:main:all:region × sex"


@pytest.mark.parametrize(
    ("lead", "ids"),
    [
        ("", {PAIR: "FA201", PAIR + " · FA202": "FA202"}),
        ('["FA201"]', {PAIR: "FA201"}),
        ('["FA202", "FA201"]', {PAIR: "FA202", PAIR + " · FA201": "FA201"}),
        (
            '["FA101", "FA202", "FA201"]',
            {PAIR: "FA202", PAIR + " · FA201": "FA201", PAIR + " · FA101": "FA101"},
        ),
        ('["FA101"]', {PAIR: "FA101"}),
        ('["OV102"]', {PAIR: "FA101"}),
    ],
)
def test_each_leading_question_is_crossed_and_the_first_keeps_its_id(world, lead, ids):
    asked = _planned(_load(world, lead), "FA301")
    assert {q.id: q.ask.about for q in asked} == ids
    assert {q.ask.key for q in asked} == {"region × sex"}
    assert {q.family for q in asked} == {"intersections"}
    assert all(q.uses_truth is (q.ask.about != "FA101") for q in asked)


def test_what_stakes_lead_to_is_one_question_as_before(world):
    (asked,) = _planned(_load(world, "", stakes="adverse"), "FA301")
    assert asked.id == PAIR


def test_ids_are_unique_and_never_hold_a_group(world):
    plan = _load(world, "")
    questions = planning.questions(plan, instances(Check, "checks"), instances(Kind, "kinds"))
    assert len({q.id for q in questions}) == len(questions)
    assert all(q.id == f"{q.check.id}:main:{q.ask.sample}:{q.name}" for q in questions)


def test_both_rates_of_the_pairs_are_judged_in_one_family(world):
    record, _ = audit_system(_load(world, ""))
    found = {f.id: f for f in record.findings}
    first, second = found[PAIR], found[PAIR + " · FA202"]
    assert first.metric == "false_positive_rate"
    assert second.metric == "false_negative_rate"
    assert first.feature == second.feature == "region" + TIMES + "sex"
    assert first.outcome is Outcome.FAIL
    family = [t for t in record.family if t.family == "intersections"]
    assert {t.finding for t in family} == {first.id, second.id}
    judged = [e for f in (first, second) for e in f.estimates if e.p_adjusted is not None]
    assert len(family) == len(judged)
    smallest = min(t.p_value for t in family)
    assert min(t.p_adjusted for t in family) == pytest.approx(min(len(family) * smallest, 1.0))


def test_a_waiver_may_name_the_second_question(world):
    plan = _load(world, "")
    path = world / "audit.toml"
    waiver = (
        '\n[[waivers]]\nfinding = "FA301:main:all:region × sex · FA202"\nreason = "a test"\n'
        'by = "me"\nuntil = "2999-01-01"\n'
    )
    path.write_text(path.read_text(encoding="utf-8") + waiver, encoding="utf-8")
    record, _ = audit_system(plans.load(path))
    (finding,) = [f for f in record.findings if f.waiver is not None]
    assert finding.key == "region × sex · FA202"
    assert plan.waivers == ()


def test_a_search_for_each_leading_question(world):
    asked = _planned(_load(world, ""), "FA302")
    assert {q.id: q.ask.about for q in asked} == {
        "FA302:main:all:-": "FA201", "FA302:main:all:FA202": "FA202",
    }  # fmt: skip
    assert {q.family for q in asked} == {""}


def test_scarce_help_leads_with_selection_given_need(world):
    plan = _load(world, "", stakes="favourable")
    (part,) = plan.parts
    roles = replace(part.roles, columns={**part.roles.columns, "y_score": ("score",)})
    scarce = replace(
        plan,
        parts=(replace(part, roles=roles),),
        system=replace(plan.system, capacity=100),
    )
    assert [q.family for q in _planned(scarce, "FA103")] == ["lead", "lead"]
    plenty = replace(scarce, system=replace(plan.system, capacity=None))
    assert {q.family for q in _planned(plenty, "FA103")} == {""}
    assert {q.family for q in _planned(plenty, "FA202")} == {"lead"}
