"""Whether anybody says do not deploy, and whether answers agree with what was measured."""

from __future__ import annotations

from typing import Any

import pytest

from audit.check import Ask
from audit.checklist import (
    Answer,
    AnswerSet,
    AnswerSpec,
    AnswerType,
    Checklist,
    Condition,
    Confirmation,
    Framework,
    Item,
    Option,
    Section,
    evidence_hash,
    state,
)
from audit.checklist.scoring.classes import Class, Classes, Rule, Step
from audit.checks.rights.ri102_do_not_deploy import ri102
from audit.checks.rights.ri103_agreement import ri103
from audit.evidence import Evidence, Provenance
from audit.finding import Finding
from audit.plan_reader import parse
from audit.text import Catalogue, say
from audit.vocabulary import ALL, Answered, MayConclude, Outcome, Severity

FRAMEWORK = Framework(
    name="Some Act", legal_version="1", as_of="2026-10-15", status="in_force", binds=("EU",)
)
STOP = Item(id="s.a.1", ref=("1",), question="May it be used?", who="the head", zero_option=True)


def asked(check, items, answers=(), findings=(), *, scoring=None, **more: Any):
    checklist = Checklist(
        slug="s", version="1", title="S", framework=FRAMEWORK, scoring=scoring,
        sections=(Section(id="a", title="First", items=tuple(items)),),
    )  # fmt: skip
    plan = parse('[system]\njurisdictions = ["NL"]\n[checklists]\nuse = ["eu_fria"]')
    ask = Ask(
        check=check.id, key="s", sample=ALL, part=plan.parts[0], plan=plan, criterion=check.criterion
    )  # fmt: skip
    given = AnswerSet(checklist=checklist, answers={a.item: a for a in answers}, **more)
    evidence = Evidence(
        id="checklist-s", part="main", value=state(checklist, given, list(findings)),
        provenance=Provenance(measure="checklist", version=1),
    )  # fmt: skip
    return check.answer(evidence, ask)


def said(check, ruled) -> str:
    catalogue = Catalogue(check.texts())
    messages = (ruled.message, *ruled.notes, *([ruled.settle] if ruled.settle else []))
    return " ".join(catalogue.render(message) for message in messages)


def signed(item: str, word: Answered, **more: Any) -> Answer:
    whole = {"text": "because", "by": "A. Person", "on": "2026-10-01", **more}
    return Answer(item=item, state=word, **whole)


# ---------------------------------------------------------------------------------------------
# RI102


@pytest.mark.parametrize(
    ("answers", "outcome", "words"),
    [
        ((), Outcome.NOT_ASSESSED, "from: the head"),
        ((signed("s.a.1", Answered.NOT_MET),), Outcome.FAIL, "do not deploy (s.a.1)"),
        ((signed("s.a.1", Answered.MET),), Outcome.PASS, "is not judged here"),
        ((signed("s.a.1", Answered.MET, by=""),), Outcome.NOT_ASSESSED, "is not answered"),
        # A person who says no says it without a form: nobody waits for a signature to stop.
        ((signed("s.a.1", Answered.NOT_MET, by=""),), Outcome.FAIL, "do not deploy"),
    ],
)
def test_who_had_to_say_whether_it_may_be_used(answers, outcome, words):
    ruled = asked(ri102, [STOP], answers)
    assert ruled.outcome is outcome
    assert words in said(ri102, ruled)


def test_a_checklist_without_the_question_has_no_answer():
    ruled = asked(ri102, [Item(id="s.a.2", ref=("1",), question="Who?")])
    assert ruled.outcome is Outcome.NOT_APPLICABLE


YES = Option(value="yes")
RISK = Item(
    id="s.a.2", ref=("1",), question="Does it score people?",
    answer=AnswerSpec(type=AnswerType.YES_NO, options=(YES, Option(value="no"))),
)  # fmt: skip
FORBIDS = Classes(
    steps=(
        Step(
            id="forbidden",
            title="Forbidden",
            rules=(
                Rule(
                    id="5(1)(c)", ref="Act 5(1)(c)", reason="r",
                    when=Condition(item="s.a.2", one_of=("yes",)),
                ),
            ),
        ),
    ),
    classes=(
        Class(id="forbidden", title="forbidden", reason="r", stop=True, when=Condition(step="forbidden")),
        Class(id="outside", title="outside", reason="r"),
    ),
)  # fmt: skip


def test_answers_that_point_to_a_forbidden_use_are_for_a_person_to_confirm():
    answers = (signed("s.a.1", Answered.MET), signed("s.a.2", Answered.ANSWERED, value=("yes",)))
    ruled = asked(ri102, [STOP, RISK], answers, scoring=FORBIDS)
    assert ruled.outcome is Outcome.REVIEW
    assert "Act 5(1)(c). To be confirmed by a named person." in said(ri102, ruled)
    right = Confirmation(result="forbidden", by="B. Lawyer", on="2026-10-02")
    ruled = asked(ri102, [STOP, RISK], answers, scoring=FORBIDS, confirmed=right)
    assert ruled.outcome is Outcome.FAIL
    assert "Confirmed by B. Lawyer on 2026-10-02." in said(ri102, ruled)
    wrong = Confirmation(result="outside", by="B. Lawyer", on="2026-10-02")
    assert (
        asked(ri102, [STOP, RISK], answers, scoring=FORBIDS, confirmed=wrong).outcome
        is Outcome.REVIEW
    )


# ---------------------------------------------------------------------------------------------
# RI103


def finding(check: str, outcome: Outcome, *, observed: float = 0.1, key: str = "sex") -> Finding:
    return Finding(
        id=f"{check}:main:all:{key}", check=check, part="main", sample="all", key=key, title="?",
        outcome=outcome, may_conclude=MayConclude.LEAD, severity=Severity.SERIOUS,
        message=say("x", gap=observed), condition="x",
    )  # fmt: skip


BESIDE = Item(
    id="s.a.3", ref=("1",), question="Are all treated alike?", kind="hybrid", evidence=("FA201", "FA202"),
    against={"FA201": ("met",)},
)  # fmt: skip
CHOICE = Item(
    id="s.a.4", ref=("1",), question="Is origin an input?", kind="hybrid", evidence=("FA601",),
    against={"FA601": ("no",)},
    answer=AnswerSpec(type=AnswerType.YES_NO, options=(YES, Option(value="no"))),
)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "check", "found", "outcome"),
    [
        (Answered.MET, "FA201", Outcome.FAIL, Outcome.FAIL),
        (Answered.MET, "FA201", Outcome.REVIEW, Outcome.REVIEW),
        (Answered.MET, "FA201", Outcome.INCONCLUSIVE, Outcome.PASS),
        (Answered.MET, "FA201", Outcome.PASS, Outcome.PASS),
        (Answered.MET, "FA202", Outcome.FAIL, Outcome.PASS),  # beside it, not against it
        (Answered.NOT_MET, "FA201", Outcome.FAIL, Outcome.PASS),
        (Answered.MET, "FA999", Outcome.FAIL, Outcome.NOT_APPLICABLE),
    ],
)
def test_a_finding_speaks_against_the_answers_it_is_named_for(word, check, found, outcome):
    ruled = asked(ri103, [BESIDE], [signed("s.a.3", word)], [finding(check, found)])
    assert ruled.outcome is outcome


def test_a_choice_is_contradicted_by_its_value_and_named_in_words():
    answer = signed("s.a.4", Answered.ANSWERED, value=("no",))
    ruled = asked(ri103, [CHOICE], [answer], [finding("FA601", Outcome.FAIL)])
    assert ruled.outcome is Outcome.FAIL
    assert "s.a.4 is answered with “no”, against FA601:main:all:sex." in said(ri103, ruled)
    other = signed("s.a.4", Answered.ANSWERED, value=("yes",))
    assert asked(ri103, [CHOICE], [other], [finding("FA601", Outcome.FAIL)]).outcome is Outcome.PASS


def test_an_answer_given_on_other_findings_is_stale():
    then, now = finding("FA201", Outcome.PASS), finding("FA201", Outcome.PASS, observed=0.2)
    answer = signed("s.a.3", Answered.MET, evidence_hash=evidence_hash([then]))
    assert asked(ri103, [BESIDE], [answer], [then]).outcome is Outcome.PASS
    ruled = asked(ri103, [BESIDE], [answer], [now])
    assert ruled.outcome is Outcome.REVIEW
    assert "other findings than those that now stand beside them: s.a.3" in said(ri103, ruled)
    # A finding that is gone changed the grounds as well.
    assert asked(ri103, [BESIDE], [answer], []).outcome is Outcome.REVIEW


def test_an_answer_without_a_fingerprint_is_not_said_to_rest_on_these_findings():
    beside = Item(id="s.a.1", ref=("1",), question="Fair?", kind="hybrid", evidence=("FA201",))
    found = [finding("FA201", Outcome.PASS)]
    bare = asked(ri103, [beside], [signed("s.a.1", Answered.MET)], found)
    assert bare.outcome is Outcome.PASS
    assert "none is known to have been given on other findings" in said(ri103, bare)
    assert "cannot be told, because none was written down with them: s.a.1" in said(ri103, bare)
    marked = signed("s.a.1", Answered.MET, evidence_hash=evidence_hash(found))
    assert "cannot be told" not in said(ri103, asked(ri103, [beside], [marked], found))
    carried = signed("s.a.1", Answered.MET, shared_from="t.a.1")  # its own question names it
    assert "cannot be told" not in said(ri103, asked(ri103, [beside], [carried], found))


def test_the_fingerprint_is_of_what_was_found_and_not_of_its_wording():
    one = finding("FA201", Outcome.PASS)
    assert evidence_hash([one]) == evidence_hash([one])
    assert evidence_hash([one]) != evidence_hash([finding("FA201", Outcome.FAIL)])
    assert evidence_hash([one]) == evidence_hash(
        [finding("FA201", Outcome.PASS, observed=0.1 + 1e-12)]
    )
    two = [one, finding("FA201", Outcome.PASS, key="age")]
    assert evidence_hash(two) == evidence_hash(two[::-1])
    assert evidence_hash([]) == ""


def test_two_answers_to_one_question_are_for_review():
    answer = signed("s.a.3", Answered.MET)
    differs = {"s.a.3": ("other.a.1",)}
    ruled = asked(ri103, [BESIDE], [answer], [finding("FA201", Outcome.PASS)], differs=differs)
    assert ruled.outcome is Outcome.REVIEW
    assert "Answered differently" in said(ri103, ruled)


def test_open_questions_contradict_nothing():
    ruled = asked(ri103, [BESIDE], [], [finding("FA201", Outcome.FAIL)])
    assert ruled.outcome is Outcome.NOT_APPLICABLE
