"""What the page shows of checklists: what weighs most, in a room that does not grow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.checklist import (
    Answer,
    AnswerSpec,
    AnswerType,
    Applicability,
    Item,
    ItemState,
    Option,
)
from audit.checklist.scoring import Area, Point, Required, Score
from audit.report.checklists import FEWEST_ITEMS, MOST_CHARACTERS, MOST_ITEMS, UNBEGUN_ITEMS
from audit.report.locale import catalogue
from audit.report.view import view
from audit.vocabulary import Answered, Severity


def item(number: int, **more) -> Item:
    return Item(id=f"big.a.{number}", ref=("Art 1",), question=f"Is it {number}?", **more)


def entry(number: int, state: Answered = Answered.NOT_ASSESSED, *, given=None, **more) -> ItemState:
    return ItemState(
        item=item(number, **more), answer=Answer(item=f"big.a.{number}", state=state, **(given or {}))
    )  # fmt: skip


def shown(record, *entries: ItemState, copies: int = 1, **more):
    (state,) = record.checklists
    state = replace(state, sections=(("First", entries),), **more)
    lists = tuple(replace(state, slug=f"big{n}") for n in range(copies))
    changed = replace(record, checklists=lists)
    return view(changed, catalogue("en", changed)).checklists


def ids(checklist) -> list[str]:
    return [i.id for section in checklist.sections for i in section.items]


def test_all_questions_are_shown_while_there_is_room(record):
    (found,) = shown(record, *(entry(n) for n in range(MOST_ITEMS)))
    assert len(ids(found)) == MOST_ITEMS
    assert found.more == ""


def test_what_weighs_most_is_shown_first_where_there_is_not(record):
    light = [entry(n, severity=Severity.MINOR) for n in range(100)]
    refused = entry(200, Answered.NOT_MET, severity=Severity.MINOR)
    blocking = entry(201, blocks=True)
    (found,) = shown(record, *light, refused, blocking)
    assert len(ids(found)) == MOST_ITEMS
    assert ids(found)[-2:] == ["big.a.200", "big.a.201"]
    assert found.more.startswith("Shown are the questions that weigh most; 42 more stand in")


def test_a_dozen_checklists_share_the_room(record):
    begun = (entry(99, Answered.NOT_MET), *(entry(n) for n in range(50)))
    found = shown(record, *begun, copies=12)
    assert [len(ids(one)) for one in found] == [5] * 12
    many = shown(record, *begun, copies=30)
    assert {len(ids(one)) for one in many} == {FEWEST_ITEMS}


def test_a_checklist_nobody_began_takes_little_room_beside_others(record):
    carried = entry(99, Answered.NOT_MET, given={"shared_from": "other.a.1"})
    found = shown(record, carried, *(entry(n) for n in range(50)), copies=12)
    assert {len(ids(one)) for one in found} == {UNBEGUN_ITEMS}
    assert all("big.a.99" in ids(one) for one in found)


@pytest.mark.parametrize(
    ("state", "said"),
    [(None, "another government"), (Answered.NOT_MET, "another government (not met)")],
)
def test_a_choice_is_shown_in_its_words(record, state, said):
    option = Option(value="i3-1", label="another government", points=1, state=state)
    spec = AnswerSpec(type=AnswerType.SINGLE, options=(option,))
    (found,) = shown(
        record, entry(1, state or Answered.ANSWERED, given={"value": ("i3-1",)}, answer=spec)
    )
    assert found.sections[0].items[0].word == said


def test_a_long_answer_is_cut_and_a_shared_one_says_where_it_was_given(record):
    given = {"text": "x" * 2000, "by": "A", "on": "2026-10-01", "shared_from": "other.a.1"}
    (found,) = shown(record, entry(1, Answered.MET, given=given))
    (one,) = found.sections[0].items
    assert (len(one.text), one.text[-1]) == (MOST_CHARACTERS + 2, "…")
    assert one.by == "A, 2026-10-01 · answered as other.a.1"


def test_a_score_stands_with_its_version_its_sections_and_what_is_open(record):
    score = Score(
        method="points",
        values={"raw": 3.0, "final": 3.0, "level": 1.0},
        maxima={"raw": 9.0},
        title="Level I",
        result="1",
        areas=(
            Area(section="a", title="First", total="raw", points=3, maximum=9, answered=1, asked=2),
        ),
        open=("big.a.2",),
    )
    (found,) = shown(record, entry(1), score=score)
    version = found.facts[1].text
    assert found.score.statement.startswith("Not complete, 1 question that can change it is open.")
    assert f"On the answers so far: Level I by {version}" in found.score.statement
    assert [(a.title, a.points, a.answered) for a in found.score.areas] == [
        ("First", "3 of 9", "1 of 2")
    ]
    assert "big.a.2" in found.score.open
    whole = replace(score, open=(), requirements=(Required(title="Review", text="One expert."),))
    (found,) = shown(record, entry(1), score=whole)
    assert found.score.open == ""
    assert [(line.label, line.text) for line in found.score.lines] == [("Review", "One expert.")]


def test_a_class_is_what_answers_point_to(record):
    score = Score(
        method="class", result="high", title="high-risk", reason="It is.",
        points=(Point(step="s", id="7(b)", ref="Annex III 7(b)", reason="it assesses risk"),),
    )  # fmt: skip
    (found,) = shown(record, entry(1), score=score)
    assert found.score.statement == (
        "On these answers, points to: high-risk (Annex III 7(b)). It is. To be confirmed by a named person."
    )


@pytest.mark.parametrize(
    ("applies", "used", "more", "said", "needs"),
    [
        (True, True, {}, "applies; used", ()),
        (True, False, {}, "applies; not used", ()),
        (False, True, {}, "does not apply; used all the same", ()),
        (None, True, {}, "no law by itself; used", ()),
        (None, False, {"needs": ("a role",)}, "the plan does not settle whether it applies; not used", ("To tell: a role.",)),
        (None, True, {"would": "It would.", "needs": ("a class",)}, "would apply, depending on the class; used", ("To tell: a class.",)),
    ],
)  # fmt: skip
def test_which_frameworks_apply_is_said_even_of_those_not_used(
    record, applies, used, more, said, needs
):
    frame = Applicability(
        slug="x", title="X", applies=applies, used=used, why=("Because.",), **more
    )
    changed = replace(record, checklists=(), frameworks=(frame,))
    (found,) = view(changed, catalogue("en", changed)).frameworks
    assert (found.word, found.why, found.anchor) == (said, ("Because.", *needs), "")
