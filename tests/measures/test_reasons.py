from __future__ import annotations

import pytest
from pydantic import TypeAdapter
from scipy.stats import entropy

from audit import serde
from audit.measures.reasons import REASONS, Reasons, make

PLAN = """
[roles]
reason = "why"
human_decision = "decision"
positive = ["refused"]
positive_is = "adverse"
"""
LONG = "She said that her brother Tesfaye waits for her in Gondar"
WHY = ["R1"] * 12 + ["R2"] * 4 + [LONG] * 11 + ["  R1 "] * 3 + [None] * 2 + ["GRANT"] * 8
DECISION = ["refused"] * 32 + ["granted"] * 8


def test_reasons_of_those_decided_against(opened):
    found = make(opened({"why": WHY, "decision": DECISION}, PLAN))
    assert found.decided_by == "human_decision"
    assert (found.recorded, found.without, found.distinct) == (30, 2, 3)
    assert [(r.rank, r.code, r.people) for r in found.top] == [
        (1, "R1", 15),
        (2, "", 11),
        (3, "", 4),
    ]
    assert found.share == 0.5
    assert found.entropy == pytest.approx(entropy([15, 11, 4], base=2))
    assert TypeAdapter(Reasons).validate_python(serde.plain(found)) == found


def test_where_the_positive_label_helps_the_others_are_counted(opened):
    plan = PLAN.replace("adverse", "favourable").replace("refused", "granted")
    assert make(opened({"why": WHY, "decision": DECISION}, plan)).recorded == 30


def test_unstated_stakes_count_everyone(opened):
    plan = PLAN.replace('positive_is = "adverse"', "")
    found = make(opened({"why": WHY, "decision": DECISION}, plan))
    assert (found.decided_by, found.recorded) == ("", 38)


def test_the_machine_decides_where_no_human_is_recorded(opened):
    plan = PLAN.replace("human_decision", "y_pred")
    assert make(opened({"why": WHY, "decision": DECISION}, plan)).decided_by == "y_pred"


def test_no_story_is_kept_or_drawn(opened, public):
    found = make(opened({"why": WHY, "decision": DECISION}, PLAN))
    (figure,) = REASONS.figures(found, public())
    assert [row[:2] for row in figure.rows] == [("R1", 15), ("reason 2", 11)]
    for face in (repr(found), repr(figure)):
        assert "Tesfaye" not in face


@pytest.mark.parametrize(("length", "kept"), [(20, True), (21, False)])
def test_a_code_has_at_most_twenty_characters(opened, length, kept):
    why = ["R" * length] * 10
    found = make(opened({"why": why, "decision": ["refused"] * 10}, PLAN))
    assert bool(found.top[0].code) is kept


@pytest.mark.parametrize(("people", "kept"), [(10, True), (9, False)])
def test_a_code_of_few_people_is_not_kept(opened, people, kept):
    found = make(opened({"why": ["R1"] * people, "decision": ["refused"] * people}, PLAN))
    assert bool(found.top[0].code) is kept


def test_no_reason_at_all(opened, public):
    found = make(opened({"why": [None, ""], "decision": ["refused"] * 2}, PLAN))
    assert (found.share, found.without, found.entropy) == (None, 2, 0.0)
    assert REASONS.figures(found, public()) == []
