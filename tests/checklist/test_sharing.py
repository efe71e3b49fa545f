from __future__ import annotations

import pytest

from audit.checklist import AnswerSet, disagreements, share
from audit.vocabulary import Answered
from tests.checklist.lists import bare, checklist, item, section, sections

YES_NO = "answer: {type: yes_no, met: yes}\nshared: told"
POINTS = """\
answer: {type: single, options: [{value: i1-2, points: 2, state: met}, {value: i2-0, state: not_met}, {value: i3-0}]}
shared: told"""
FACT = "answer: {type: single, options: [{value: i1, shared: yes}, {value: i2, shared: no}]}\nshared: told"
AMBIGUOUS = "answer: {type: single, options: [{value: a, state: met}, {value: b, state: met}, {value: c}]}\nshared: told"
STATE = "shared: told"


def pair(tmp_path, one, two):
    return {
        name: checklist(tmp_path, sections(section(item(1, more, name=name))), name=name)
        for name, more in (("one", one), ("two", two))
    }


def carried(tmp_path, one, two, answer, *, own=""):
    lists = pair(tmp_path, one, two)
    sets = {"one": bare(tmp_path, lists["one"], f"one.a.1: {answer}")}
    if own:
        sets["two"] = bare(tmp_path, lists["two"], f"two.a.1: {own}")
    return share(sets, lists, {})["two"].answers.get("two.a.1")


@pytest.mark.parametrize(
    ("one", "two", "answer", "state", "value"),
    [
        (YES_NO, STATE, "yes", Answered.MET, ()),
        (YES_NO, STATE, "no", Answered.NOT_MET, ()),
        (STATE, YES_NO, "not_met", Answered.NOT_MET, ("no",)),
        (STATE, POINTS, "{state: met, text: w}", Answered.MET, ("i1-2",)),
        (POINTS, YES_NO, "i2-0", Answered.NOT_MET, ("no",)),
        ("answer: yes_no\nshared: told", FACT, "no", Answered.ANSWERED, ("i2",)),
        ("answer: text\nshared: told", "answer: text\nshared: told", "so", Answered.ANSWERED, ()),
        (STATE, STATE, "{state: not_applicable, reason: r}", Answered.NOT_APPLICABLE, ()),
    ],
)
def test_an_answer_is_carried_in_the_words_both_have(tmp_path, one, two, answer, state, value):
    found = carried(tmp_path, one, two, answer)
    assert (found.state, found.value, found.shared_from) == (state, value, "one.a.1")


@pytest.mark.parametrize(
    ("one", "two", "answer"),
    [
        (POINTS, YES_NO, "i3-0"),  # no word for it there
        (STATE, AMBIGUOUS, "{state: met, text: w}"),  # two words for it there
        (STATE, POINTS, "{state: not_applicable, reason: r}"),  # scored
        (YES_NO, "min_words: 5\nshared: told", "yes"),  # too short there
        (YES_NO, "answer: text\nshared: told", "yes"),  # another type
        (YES_NO, "shared: heard", "yes"),  # another question
    ],
)
def test_an_answer_that_would_say_something_else_is_not_carried(tmp_path, one, two, answer):
    assert carried(tmp_path, one, two, answer) is None


def test_a_long_enough_answer_is_carried_with_who_gave_it_and_not_what_it_was_shown(tmp_path):
    said = "{state: met, text: one two three, by: A, on: 2026-10-01, evidence_hash: abc}"
    found = carried(tmp_path, STATE, "min_words: 3\nshared: told", said)
    assert (found.by, found.on, found.text) == ("A", "2026-10-01", "one two three")
    assert found.evidence_hash == ""


def test_an_own_answer_stands_and_a_difference_is_named(tmp_path):
    found = carried(tmp_path, YES_NO, YES_NO, "yes", own="no")
    assert (found.value, found.shared_from) == (("no",), "")
    lists = pair(tmp_path, YES_NO, YES_NO)
    sets = {
        "one": bare(tmp_path, lists["one"], "one.a.1: yes"),
        "two": bare(tmp_path, lists["two"], "two.a.1: no"),
    }
    assert [d.items for d in disagreements(sets)] == [("one.a.1", "two.a.1")]
    shared = share(sets, lists, {})
    assert dict(shared["one"].differs) == {"one.a.1": ("two.a.1",)}
    assert dict(shared["two"].differs) == {"two.a.1": ("one.a.1",)}


def test_the_same_answer_twice_is_no_difference(tmp_path):
    lists = pair(tmp_path, YES_NO, STATE)
    sets = {
        "one": bare(tmp_path, lists["one"], "one.a.1: yes"),
        "two": bare(tmp_path, lists["two"], "two.a.1: {state: met, text: w}"),
    }
    assert disagreements(sets) == ()


def test_one_answer_serves_every_checklist_that_asks_it(tmp_path):
    names = ("one", "two", "three", "four")
    lists = {
        n: checklist(tmp_path, sections(section(item(1, YES_NO, name=n))), name=n) for n in names
    }
    given = {"three": bare(tmp_path, lists["three"], "three.a.1: yes")}
    shared = share(given, lists, {})
    assert all(shared[n].answers[f"{n}.a.1"].value == ("yes",) for n in names)


def test_nothing_is_carried_to_a_question_that_is_not_asked(tmp_path):
    one = checklist(tmp_path, sections(section(item(1, YES_NO, name="one"))), name="one")
    gate = item(1, "answer: yes_no", name="two")
    hidden = item(2, YES_NO + "\nvisible_if: {item: two.a.1, one_of: [yes]}", name="two")
    two = checklist(tmp_path, sections(section(gate, hidden)), name="two")
    lists = {"one": one, "two": two}
    given = {"one": bare(tmp_path, one, "one.a.1: yes")}
    assert share(given, lists, {})["two"].answers == {}
    given["two"] = bare(tmp_path, two, "two.a.1: yes")
    assert set(share(given, lists, {})["two"].answers) == {"two.a.1", "two.a.2"}


def test_without_answers_there_is_nothing_to_share(tmp_path):
    lists = pair(tmp_path, YES_NO, STATE)
    assert all(s == AnswerSet(checklist=s.checklist) for s in share({}, lists, {}).values())
