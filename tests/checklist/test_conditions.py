from __future__ import annotations

import pytest

from audit.checklist import Condition, Known


def on(**given) -> Condition:
    return Condition(**given)


A = on(item="a", one_of=("yes",))
B = on(item="b", one_of=("yes",))

TRUE, FALSE, OPEN = ("yes",), ("no",), None


def known(a, b, **more) -> Known:
    values = {name: value for name, value in (("a", a), ("b", b)) if value is not None}
    return Known(values=values, **more)


@pytest.mark.parametrize(
    ("a", "b", "all_", "any_", "none"),
    [
        (TRUE, TRUE, True, True, False),
        (TRUE, FALSE, False, True, False),
        (FALSE, FALSE, False, False, True),
        (TRUE, OPEN, None, True, False),
        (FALSE, OPEN, False, None, None),
        (OPEN, OPEN, None, None, None),
    ],
)
def test_what_is_open_stays_open_unless_the_rest_decides(a, b, all_, any_, none):
    # Kleene's strong logic of three values.
    k = known(a, b)
    assert k.holds(on(all=(A, B))) is all_
    assert k.holds(on(any=(A, B))) is any_
    assert k.holds(on(none=(A, B))) is none


def test_for_showing_a_question_an_open_item_is_no_and_an_open_fact_is_yes():
    k = known(None, None, open_item=False, open_fact=True)
    assert k.holds(A) is False
    assert k.holds(on(fact="coercive", one_of=("true",))) is True


@pytest.mark.parametrize(
    ("value", "low", "high", "holds"),
    [
        ("10", 10, None, True),
        ("9.999", 10, None, False),
        ("10", None, 10, True),
        ("10.001", None, 10, False),
        ("5", 0, 10, True),
        ("yes", 0, 10, False),
    ],
)
def test_bounds_are_inside(value, low, high, holds):
    k = known((value,), None)
    assert k.holds(on(item="a", at_least=low, at_most=high)) is holds


def test_one_of_several_answers_is_enough():
    assert known(("no", "yes"), None).holds(A) is True


def test_a_step_holds_if_one_of_its_rules_does():
    k = Known(steps={"high": {"7(a)": False, "7(b)": True}, "low": {"x": None}})
    assert k.holds(on(step="high")) is True
    assert k.holds(on(step="high", one_of=("7(a)",))) is False
    assert k.holds(on(step="low")) is None
    assert k.holds(on(step="absent")) is False


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (Condition(), "exactly one of"),
        (Condition(item="a", fact="b", one_of=("x",)), "exactly one of"),
        (Condition(item="a"), "needs one_of"),
        (Condition(item="a", one_of=("x",), at_least=1), "needs one_of"),
        (Condition(all=(A,), one_of=("x",)), "belong to an item"),
        (Condition(any=(A,), at_most=3), "belong to an item"),
    ],
)
def test_a_condition_that_says_nothing_or_too_much_is_wrong(condition, said):
    assert said in condition.wrong


def test_a_condition_that_is_right_says_nothing():
    assert A.wrong == ""
    assert Condition(step="high").wrong == ""
    assert Condition(all=(A, B)).items() == ("a", "b")
