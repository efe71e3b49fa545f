from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from audit.check import Ask
from audit.checklist import (
    Answer,
    AnswerSet,
    AnswerSpec,
    AnswerType,
    Attachment,
    Checklist,
    ChecklistState,
    Confirmation,
    Framework,
    Item,
    Option,
    Section,
    state,
)
from audit.checklist.scoring.classes import Class, Classes
from audit.checks.rights.ri101_answered import ri101
from audit.criterion import Criterion
from audit.evidence import Evidence, Provenance
from audit.plan import PartPlan, Plan
from audit.plan_reader import parse
from audit.text import Catalogue
from audit.vocabulary import ALL, Answered, LimitBasis, OperatorRole, Outcome

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
    use: str = "small",
    roles: str = "[]",
    apart: bool = False,
    scoring: Any = None,
    confirmed: Confirmation | None = None,
):
    checklist = Checklist(
        slug="small", version="1", title="Small", framework=framework,
        sections=tuple(
            Section(id=f"s{n}", title=f"S{n}", items=(one,)) for n, one in enumerate(items, 1)
        )
        if apart
        else (Section(id="a", title="First", items=items),), scoring=scoring,
    )  # fmt: skip
    plan: Plan = parse(
        f'[system]\njurisdictions = {jurisdictions}\ndecided_on = "{decided_on}"\n'
        f'operator_roles = {roles}\n[checklists]\nuse = ["{use}"]'
    )
    part: PartPlan = plan.parts[0]
    ask = Ask(
        check="RI101", key="small", sample=ALL, part=part, plan=plan,
        criterion=criterion or ri101.criterion,
    )  # fmt: skip
    value: ChecklistState = state(
        checklist,
        AnswerSet(checklist=checklist, answers={a.item: a for a in answers}, confirmed=confirmed),
        [],
    )
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
        "Of the 2 questions that only a person can answer, 1 stands open and 1 is answered"
    )


# --- a question that blocks is cleared by grounds, never by a key ------------------------------

FORBIDDEN = item(
    1,
    blocks=True,
    answer=AnswerSpec(
        type=AnswerType.YES_NO,
        options=(
            Option(value="yes", state=Answered.NOT_MET),
            Option(value="no", state=Answered.MET),
        ),
    ),
)


def chosen(value: str = "no", said: Answered = Answered.MET, **more: Any) -> Answer:
    signed = {"by": "A. Person", "on": "2026-10-01", **more}
    return Answer(item="small.a.1", state=said, value=(value,), **signed)


@pytest.mark.parametrize(
    ("grounds", "outcome"),
    [
        ({}, Outcome.FAIL),
        ({"text": "it is so"}, Outcome.FAIL),
        ({"text": "one two three four"}, Outcome.FAIL),
        ({"text": "one two three four five"}, Outcome.PASS),
        ({"attachments": (Attachment(file="annex.pdf"),)}, Outcome.PASS),
        ({"text": "one two three four five", "by": ""}, Outcome.FAIL),
        ({"text": "one two three four five", "on": ""}, Outcome.FAIL),
    ],
)
def test_one_key_clears_no_question_that_blocks(grounds, outcome):
    ruled = ask_about(chosen(**grounds), items=(FORBIDDEN,))
    assert ruled.outcome is outcome
    if outcome is Outcome.FAIL:
        assert any(s.startswith("Without a name") and "small.a.1" in s for s in sentences(ruled))


def test_an_admitted_failure_needs_no_grounds_to_count():
    ruled = ask_about(chosen("yes", Answered.NOT_MET), items=(FORBIDDEN,))
    assert (ruled.outcome, ruled.observed) == (Outcome.FAIL, 0.0)


def test_a_choice_that_does_not_block_stands_by_itself():
    assert ask_about(chosen(), items=(replace(FORBIDDEN, blocks=False),)).outcome is Outcome.PASS


# --- nobody was asked ------------------------------------------------------------------------


def test_a_framework_that_only_applies_and_that_nobody_began_is_no_failure():
    ruled = ask_about(use="auto")
    assert ruled.outcome is Outcome.NOT_ASSESSED
    assert sentences(ruled)[0].startswith("Nobody was asked yet")
    assert "Of its 2 questions" in sentences(ruled)[0]
    assert ruled.needs == ("checklists.small",)
    assert ask_about(use="small").outcome is Outcome.FAIL


def test_an_answer_carried_over_is_no_beginning_and_one_of_its_own_is():
    carried = replace(given(2), shared_from="other.a.1")
    ruled = ask_about(carried, use="auto")
    assert ruled.outcome is Outcome.NOT_ASSESSED
    assert "1 is answered in other checklists" in sentences(ruled)[0]
    assert ask_about(given(2), use="auto").outcome is Outcome.FAIL


def test_a_failure_admitted_elsewhere_is_read_by_somebody():
    carried = replace(given(1, Answered.NOT_MET), shared_from="other.a.1")
    assert ask_about(carried, use="auto").outcome is Outcome.REVIEW
    assert ask_about(carried, use="small").outcome is Outcome.FAIL


# --- the day of a provision, and the class that nobody confirmed ---------------------------------


@pytest.mark.parametrize(
    ("day", "outcome"), [("2021-01-01", Outcome.FAIL), ("2021-01-02", Outcome.REVIEW)]
)
def test_a_provision_binds_from_its_own_day(day, outcome):
    items = (item(1, blocks=True, applies_from=day),)
    assert ask_about(items=items, decided_on="2021-01-01").outcome is outcome


def test_a_duty_of_somebody_else_is_no_breach_of_this_operator():
    items = (item(1, blocks=True, addressee=OperatorRole.PROVIDER), item(2))
    others = ask_about(given(2), items=items, roles='["deployer", "controller"]')
    assert others.outcome is Outcome.REVIEW
    assert any("duties of others than this operator (the provider)" in s for s in sentences(others))
    assert not any("in readiness" in sentence for sentence in sentences(others))
    assert ask_about(given(2), items=items, roles='["provider"]').outcome is Outcome.FAIL
    # Where the plan does not say what the operator is, nothing is taken off its shoulders.
    assert ask_about(given(2), items=items).outcome is Outcome.FAIL


def test_where_a_later_day_can_count_nobody_is_in_breach_before_a_person_says_so():
    later = replace(FRAMEWORK, transition="2 August 2030 where it was in use before")
    ruled = ask_about(given(2), framework=later)
    assert ruled.outcome is Outcome.REVIEW
    assert any("another day can count: 2 August 2030 where" in s for s in sentences(ruled))
    before = ask_about(given(2), framework=later, decided_on="2019")
    assert any("gap in readiness" in sentence for sentence in sentences(before))
    # A provision with a day of its own is not put off with the rest.
    own_day = (item(1, blocks=True, applies_from="2020-06-01"), item(2))
    assert ask_about(given(2), framework=later, items=own_day).outcome is Outcome.FAIL


def test_a_provision_can_be_live_before_the_rest_of_its_law():
    upcoming = replace(FRAMEWORK, status="upcoming", applies_from="2027-12-02")
    items = (item(1, blocks=True, applies_from="2020-08-02"), item(2, blocks=True))
    assert ask_about(given(2), items=items, framework=upcoming).outcome is Outcome.FAIL
    assert ask_about(given(1), items=items, framework=upcoming).outcome is Outcome.REVIEW


def test_a_class_that_nobody_confirmed_is_read_by_somebody():
    rule = Classes(steps=(), classes=(Class(id="high_risk", title="High-risk", reason="r"),))
    ruled = ask_about(given(1), given(2), scoring=rule)
    assert ruled.outcome is Outcome.REVIEW
    assert any("High-risk. Nobody has confirmed" in s for s in sentences(ruled))
    by = Confirmation(result="high_risk", by="A. Person", on="2026-10-01")
    assert ask_about(given(1), given(2), scoring=rule, confirmed=by).outcome is Outcome.PASS


@pytest.mark.parametrize(
    ("n", "said"), [(6, "under S1, S2, S3, S4, S5 and S6."), (7, "in 7 sections.")]
)
def test_of_many_sections_their_number_is_said(n, said):
    ruled = ask_about(items=tuple(item(k, blocks=True) for k in range(1, n + 1)), apart=True)
    assert sentences(ruled)[0].endswith(said)
