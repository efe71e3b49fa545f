from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from audit.check import Ask
from audit.checklist import (
    Answer,
    Attachment,
    Checklist,
    ChecklistState,
    Framework,
    Item,
    Section,
    state,
)
from audit.checks.rights.ri101_answered import ri101
from audit.criterion import Criterion
from audit.evidence import Evidence, Provenance
from audit.plan import PartPlan, Plan
from audit.plan_reader import parse
from audit.text import Catalogue
from audit.vocabulary import ALL, Answered, LimitBasis, Outcome

FRAMEWORK = Framework(
    name="Some Act", legal_version="1", as_of="2026-10-15", status="in_force",
    applies_from="2020-01-01", binds=("EU",),
)  # fmt: skip


def item(number: int, **given: Any) -> Item:
    return Item(id=f"small.a.{number}", ref=("Art 1",), question="Who?", who="the head", **given)


ITEMS = (item(1, blocks=True), item(2, kind="hybrid", evidence=("FA201",)), item(3, kind="auto"))


def given(number: int, said: Answered = Answered.MET, **more: str) -> Answer:
    whole = {"text": "as written in the rules", "by": "A. Person", "on": "2026-10-01", **more}
    return Answer(item=f"small.a.{number}", state=said, **whole)


def ask_about(
    *answers: Answer,
    framework: Framework = FRAMEWORK,
    jurisdictions: str = '["NL"]',
    decided_on: str = "2021",
    criterion: Criterion | None = None,
    items: tuple[Item, ...] = ITEMS,
):
    checklist = Checklist(
        slug="small", version="1", title="Small", framework=framework,
        sections=(Section(id="a", title="First", items=items),),
    )  # fmt: skip
    plan: Plan = parse(
        f'[system]\njurisdictions = {jurisdictions}\ndecided_on = "{decided_on}"\n'
        '[checklists]\nuse = ["small"]'
    )
    part: PartPlan = plan.parts[0]
    ask = Ask(
        check="RI101", key="small", sample=ALL, part=part, plan=plan,
        criterion=criterion or ri101.criterion,
    )  # fmt: skip
    value: ChecklistState = state(checklist, {a.item: a for a in answers}, [])
    evidence = Evidence(
        id="checklist-small", part="main", value=value,
        provenance=Provenance(measure="checklist", version=1),
    )  # fmt: skip
    return ri101.answer(evidence, ask)


def sentences(ruled) -> list[str]:
    catalogue = Catalogue(ri101.texts())
    said = (ruled.message, *ruled.notes, *([ruled.settle] if ruled.settle else []))
    return [catalogue.render(message) for message in said]


def test_all_answered_passes_and_says_what_it_does_not_judge():
    ruled = ask_about(given(1), given(2))
    assert ruled.outcome is Outcome.PASS
    assert ruled.observed == 0
    assert "not judged here" in sentences(ruled)[0]
    assert ruled.needs == ()


def test_an_open_item_that_does_not_block_is_for_review():
    ruled = ask_about(given(1))
    assert ruled.outcome is Outcome.REVIEW
    assert ruled.needs == ("checklists.small",)
    said = sentences(ruled)
    assert said[0] == "Open: 1 question of the 2 that only a person can answer, under First."
    assert said[-1].endswith("who can give it; first: the head.")


def test_a_blocking_item_open_fails_where_the_law_binds():
    ruled = ask_about(given(2))
    assert ruled.outcome is Outcome.FAIL
    assert any("small.a.1" in sentence for sentence in sentences(ruled))


def test_those_whose_answers_block_are_named_first():
    items = (*(replace(item(n), who=f"office {n}") for n in range(1, 7)), item(7, blocks=True))
    assert sentences(ask_about(items=items))[-1].endswith(
        "first: the head; office 1; office 2; office 3."
    )


def test_an_admitted_failure_is_no_better_than_a_missing_answer():
    assert ask_about(given(1, Answered.NOT_MET), given(2)).outcome is Outcome.FAIL
    soft = ask_about(given(1), given(2, Answered.NOT_MET))
    assert soft.outcome is Outcome.REVIEW
    assert soft.observed == 0
    assert "not met" in sentences(soft)[0]


@pytest.mark.parametrize(
    "changed",
    [
        {"jurisdictions": '["CA"]'},
        {"jurisdictions": "[]"},
        {"decided_on": "2019"},
        {"framework": replace(FRAMEWORK, status="guidance")},
        {"framework": replace(FRAMEWORK, binds=())},
        {"framework": replace(FRAMEWORK, status="upcoming", applies_from="2027-12-02")},
    ],
)
def test_what_does_not_bind_is_a_gap_in_readiness(changed):
    ruled = ask_about(**changed)
    assert ruled.outcome is Outcome.REVIEW
    assert any("not a breach" in sentence for sentence in sentences(ruled))


def test_an_auditor_may_adopt_the_checklist_with_a_reason():
    adopted = Criterion(basis=LimitBasis.AUDITOR, reason="the mandate covers readiness")
    assert ask_about(jurisdictions="[]", criterion=adopted).outcome is Outcome.FAIL
    bare = Criterion(basis=LimitBasis.AUDITOR)
    assert ask_about(jurisdictions="[]", criterion=bare).outcome is Outcome.REVIEW


@pytest.mark.parametrize("lacking", ["by", "on", "text"])
def test_an_answer_without_name_date_or_grounds_is_open(lacking):
    ruled = ask_about(given(1), given(2, **{lacking: ""}))
    assert ruled.outcome is Outcome.REVIEW
    assert ruled.observed == 1
    assert any(s.startswith("Without a name") and "small.a.2" in s for s in sentences(ruled))


def test_an_attachment_is_grounds_and_so_is_a_reason():
    attached = replace(given(1, text=""), attachments=(Attachment(file="annex.pdf"),))
    apart = given(2, Answered.NOT_APPLICABLE, text="", reason="no such people")
    assert ask_about(attached, apart).outcome is Outcome.PASS


def test_a_blocking_item_said_not_to_apply_is_read_by_somebody():
    apart = given(1, Answered.NOT_APPLICABLE, reason="nobody is removed")
    ruled = ask_about(apart, given(2))
    assert ruled.outcome is Outcome.REVIEW
    assert any(s.startswith("Said not to apply") and "small.a.1" in s for s in sentences(ruled))
    assert any(s.startswith("Said not to apply") for s in sentences(ask_about(apart)))


def test_figures_alone_are_nobody_s_answer():
    # The item that figures answer is not counted; without it, everything is answered.
    assert ask_about(given(1), given(2)).message.params["asked"] == 2


def test_do_not_deploy_is_said_first():
    items = (item(1, blocks=True, zero_option=True),)
    ruled = ask_about(given(1, Answered.NOT_MET), items=items)
    assert "do not deploy" in sentences(ruled)[1]
    assert ruled.settle is not None
    assert "head of the authority" in sentences(ruled)[-1]


def test_open_and_not_met_are_both_told():
    ruled = ask_about(given(2, Answered.NOT_MET))
    assert sentences(ruled)[0].startswith(
        "Of the 2 questions that only a person can answer, 1 stand open and 1 are answered"
    )
