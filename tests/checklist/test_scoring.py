"""The methods on checklists small enough to work out by hand."""

from __future__ import annotations

import pytest

from audit.checklist import score
from audit.checklist.scoring import methods
from audit.checklist.shown import as_values, statement
from audit.errors import ChecklistError
from tests.checklist.lists import bare, checklist, item, section, sections


def options(*points):
    return ", ".join(f"{{value: o{n}, points: {p}}}" for n, p in enumerate(points))


def single(number, *points, more="", section="a"):
    return item(
        number, f"answer: {{type: single, options: [{options(*points)}]}}\n{more}".rstrip(), section=section
    )  # fmt: skip


def found(tmp_path, small, answers, facts=None):
    return score(bare(tmp_path, small, answers, facts).sheet(facts or {}))


def test_methods_are_found_in_their_folder():
    assert set(methods()) >= {"points", "class", "profile", "coverage"}


def test_without_a_method_there_is_no_score(tmp_path):
    for scoring in ("", "scoring: {method: none}\n"):
        small = checklist(tmp_path, scoring + sections(section(item(1))))
        assert found(tmp_path, small, "") is None


def test_coverage_counts_what_is_asked(tmp_path):
    hidden = item(3, "visible_if: {item: small.a.1, one_of: [met]}")
    small = checklist(
        tmp_path, "scoring: {method: coverage}\n" + sections(section(item(1), item(2), hidden))
    )
    result = found(tmp_path, small, "small.a.1: not_met")
    assert dict(result.values) == {"answered": 1, "asked": 2}
    assert result.open == ("small.a.2",)


# ---------------------------------------------------------------------------------------------
# Points

POINTS = """\
scoring:
  method: points
  totals:
    raw: {title: Raw, sections: [a], maximum: 12}
    less: {title: Less, sections: [b], maximum: 10, attainable: 5}
  final: raw
  deduction: {less: 0.5, when: less, reaches: 0.8}
  levels:
    - {level: 1, title: low, up_to: 5}
    - {level: 2, title: high, up_to: 12}
"""
TWO = sections(
    section(single(1, 9, 5), single(2, 3, 2)), section(single(1, 4, 3, 10, section="b"), id="b")
)


@pytest.mark.parametrize(
    ("answers", "final", "level"),
    [
        ("small.a.1: o1", 5, "1"),
        ("small.a.1: o1\nsmall.a.2: o1", 7, "2"),
        # 4 of the attainable 5 are exactly 80 %: half of 7 is 3.5, and half rounds up.
        ("small.a.1: o1\nsmall.a.2: o1\nsmall.b.1: o0", 4, "1"),
        ("small.a.1: o1\nsmall.a.2: o1\nsmall.b.1: o1", 7, "2"),
    ],
)
def test_points_at_the_limits(tmp_path, answers, final, level):
    small = checklist(tmp_path, POINTS + TWO)
    result = found(tmp_path, small, answers)
    assert (result.values["final"], result.result) == (final, level)
    assert result.maxima == {"raw": 12, "less": 5}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("maximum: 12", "maximum: 13", "add up to 12"),
        ("sections: [a]", "sections: [a, b]", "counts towards two totals"),
        ("sections: [b]", "sections: []", "counts towards no total"),
        ("sections: [a]", "sections: [a, c]", "names section 'c'"),
        ("final: raw", "final: net", "'net' is none of the totals"),
        ("when: less", "when: more", "'more' is none of the totals"),
        ("up_to: 5", "up_to: 12", "with bounds that rise"),
        ("up_to: 12}", "up_to: 11}", "must reach the maximum"),
        ("final: raw", 'final: raw\n  requirements: [{title: T, levels: {"1": x}}]', "for level 2"),
    ],
)
def test_points_that_do_not_add_up_are_refused(tmp_path, old, new, said):
    assert old in POINTS
    with pytest.raises(ChecklistError, match=said):
        checklist(tmp_path, POINTS.replace(old, new, 1) + TWO)


# ---------------------------------------------------------------------------------------------
# Class

CLASS = """\
scoring:
  method: class
  steps:
    - id: high
      title: High
      rules:
        - {id: 7(b), ref: Act 7(b), when: {item: small.a.1, one_of: [yes]}, reason: it assesses risk}
    - id: profiling
      title: Profiling
      rules:
        - {id: profiling, ref: Act 6(3), when: {item: small.a.2, one_of: [yes]}, reason: it profiles}
    - id: way_out
      title: Way out
      rules:
        - id: 6(3)(a)
          ref: Act 6(3)(a)
          when: {all: [{item: small.a.3, one_of: [yes]}, {none: [{step: profiling}]}]}
          reason: it is a narrow task
  classes:
    - {id: stop, title: forbidden, reason: r, stop: true, when: {fact: coercive, one_of: ["true"]}}
    - {id: exempt, title: exempt, reason: r, when: {all: [{step: high}, {step: way_out}]}}
    - {id: high, title: high-risk, reason: r, when: {step: high}}
    - {id: outside, title: outside, reason: r}
"""
YES_NO = sections(section(*(item(n, "answer: yes_no") for n in (1, 2, 3))))
MILD = {"coercive": frozenset({"false"})}


@pytest.mark.parametrize(
    ("answers", "result", "points"),
    [
        ("no no no", "outside", []),
        ("yes no no", "high", ["7(b)"]),
        ("yes no yes", "exempt", ["7(b)", "6(3)(a)"]),
        ("yes yes yes", "high", ["7(b)", "profiling"]),  # never exempt if it profiles
        ("no - -", "outside", []),
        ("yes yes -", "high", ["7(b)", "profiling"]),
    ],
)
def test_the_first_class_whose_condition_holds(tmp_path, answers, result, points):
    small = checklist(tmp_path, CLASS + YES_NO)
    lines = "\n".join(f"small.a.{n}: {w}" for n, w in enumerate(answers.split(), 1) if w != "-")
    given = found(tmp_path, small, lines, MILD)
    assert (given.result, [p.id for p in given.points]) == (result, points)
    assert "points to" in statement("v", given)
    assert "To be confirmed by a named person." in statement("v", given)


@pytest.mark.parametrize(
    ("answers", "possible", "open_"),
    [
        ("", ["exempt", "high", "outside"], ["small.a.1", "small.a.2", "small.a.3"]),
        ("small.a.1: yes", ["exempt", "high"], ["small.a.2", "small.a.3"]),
        ("small.a.1: yes\nsmall.a.3: yes", ["exempt", "high"], ["small.a.2"]),
    ],
)
def test_while_a_question_could_decide_otherwise_there_is_no_class(
    tmp_path, answers, possible, open_
):
    given = found(tmp_path, checklist(tmp_path, CLASS + YES_NO), answers, MILD)
    assert given.result == ""
    assert list(given.possible) == possible
    assert list(given.open) == open_
    assert "cannot be told yet" in statement("v", given)


def test_a_fact_that_the_plan_does_not_state_leaves_it_open(tmp_path):
    small = checklist(tmp_path, CLASS + YES_NO)
    given = found(tmp_path, small, "small.a.1: no\nsmall.a.2: no\nsmall.a.3: no")
    assert given.possible == ("stop", "outside")


def test_a_class_can_say_do_not_deploy(tmp_path):
    small = checklist(tmp_path, CLASS + YES_NO)
    given = found(tmp_path, small, "", {"coercive": frozenset({"true"})})
    assert (given.result, given.stop) == ("stop", True)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{none: [{step: profiling}]}", "{none: [{step: profile}]}", "no step 'profile' before it"),
        ("{none: [{step: profiling}]}", "{none: [{step: way_out}]}", "no step 'way_out' before it"),
        ("when: {step: high}}", "when: {step: high, one_of: [7(c)]}}", "has no rule"),
        ("- {id: outside, title: outside, reason: r}", "", "the last class has no condition"),
        (
            'reason: r, stop: true, when: {fact: coercive, one_of: ["true"]}',
            "reason: r",
            "is not the last",
        ),
        ("item: small.a.2", "item: small.a.9", "no item 'small.a.9'"),
        (
            "one_of: [yes]}, reason: it profiles",
            "one_of: [yep]}, reason: it profiles",
            "'yep' is no answer",
        ),
        ("- id: profiling", "- id: high", "are named once"),
    ],
)
def test_rules_that_cannot_hold_are_refused(tmp_path, old, new, said):
    assert old in CLASS
    with pytest.raises(ChecklistError) as caught:
        checklist(tmp_path, CLASS.replace(old, new, 1) + YES_NO)
    assert said in str(caught.value)


# ---------------------------------------------------------------------------------------------
# Profile

PROFILE = """\
scoring:
  method: profile
  variables: [scale, reversibility, probability]
  words: [minor, moderate, serious, critical]
  priority: [scale, reversibility]
  then: [probability]
  floors:
    - {grade: 4, rights: [liberty, child], reason: never below critical}
    - {grade: 2, when: {item: small.a.1, one_of: [o1]}, reason: at least moderate}
"""


def graded(section, rights=""):
    names = ("scale", "reversibility", "probability")
    return [
        single(n, 1, 2, 3, 4, more=f"variable: {name}{rights}", section=section)
        for n, name in enumerate(names, 1)
    ]


HARMS = sections(
    section(*graded("a")), section(*graded("b"), id="b"), section(*graded("c", "\nrights: [liberty]"), id="c")
)  # fmt: skip


def test_the_largest_grade_counts_and_nothing_is_added(tmp_path):
    small = checklist(tmp_path, PROFILE + HARMS)
    given = found(
        tmp_path,
        small,
        "small.a.1: o2\nsmall.a.2: o0\nsmall.a.3: o3\nsmall.b.1: o0\nsmall.b.2: o2\nsmall.b.3: o0",
    )
    first, second = [p for p in given.profiles if p.grades]
    assert (first.section, dict(first.grades)) == (
        "a",
        {"scale": 3, "reversibility": 1, "probability": 4},
    )
    # Equal priority; the more probable harm stands first. Probability alone never makes one graver.
    assert (first.priority, second.priority) == (3, 3)
    assert (first.then, second.then) == (4, 1)
    assert (given.result, given.title) == ("3", "serious")


def test_a_floor_holds_a_priority_up(tmp_path):
    small = checklist(tmp_path, PROFILE + HARMS)
    given = found(tmp_path, small, "small.c.1: o0\nsmall.c.3: o0\nsmall.a.1: o1\nsmall.b.1: o2")
    rows = {p.section: p for p in given.profiles}
    assert (rows["c"].priority, rows["c"].floor) == (4, "never below critical")
    assert (rows["a"].priority, rows["a"].floor) == (2, "")
    # The second floor asks about harm a alone, and holds for every row where its condition does.
    assert rows["b"].priority == 3
    assert given.profiles[0].section == "c"


def test_a_floor_needs_something_graded(tmp_path):
    given = found(tmp_path, checklist(tmp_path, PROFILE + HARMS), "")
    assert [p.priority for p in given.profiles] == [0, 0, 0]
    assert given.result == ""
    assert len(given.open) == 9


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "priority: [scale, reversibility]",
            "priority: [scope]",
            "'scope' is none of the variables",
        ),
        ("grade: 4, rights", "grade: 5, rights", "none of the 4 grades"),
        (", rights: [liberty, child]", "", "needs rights or when"),
        (
            "[scale, reversibility, probability]",
            "[scale, reversibility, chance]",
            "none of the variables",
        ),
        (
            "words: [minor, moderate, serious, critical]",
            "words: [minor, grave, gravest]",
            "a floor of 4 is none of the 3 grades",
        ),
    ],
)
def test_grades_that_do_not_fit_are_refused(tmp_path, old, new, said):
    with pytest.raises(ChecklistError, match=said):
        checklist(
            tmp_path, PROFILE.replace(old, new, 1).replace("  then: [probability]\n", "") + HARMS
        )


# ---------------------------------------------------------------------------------------------
# What is printed


def test_every_method_has_a_sentence_and_plain_values(tmp_path):
    lists = {
        "points": (
            POINTS + TWO,
            "small.a.1: o0\nsmall.a.2: o0\nsmall.b.1: o0",
            "high by v: final score 6, from raw 12 of 12, less 4 of 5.",
        ),
        "class": (CLASS + YES_NO, "small.a.1: no", "points to: outside"),
        "profile": (PROFILE + HARMS, "small.a.1: o2", "First: Section a (serious)."),
        "coverage": (
            "scoring: {method: coverage}\n" + YES_NO,
            "small.a.1: no",
            "1 of 3 questions answered:",
        ),
    }
    for method, (body, answers, said) in lists.items():
        given = found(tmp_path, checklist(tmp_path, body), answers, MILD)
        assert said in statement("v", given)
        values = as_values(given)
        assert values["method"] == method
        assert all(not isinstance(v, float) or not v.is_integer() for v in values.values())


def test_a_confirmation_of_another_result_is_said(tmp_path):
    from audit.checklist import Confirmation

    given = found(tmp_path, checklist(tmp_path, CLASS + YES_NO), "small.a.1: no", MILD)
    right = Confirmation(result="outside", by="A. Person", on="2026-10-01")
    wrong = Confirmation(result="high", by="A. Person", on="2026-10-01")
    assert statement("v", given, right).endswith("Confirmed by A. Person on 2026-10-01.")
    assert "confirmed another result (high-risk)" in statement("v", given, wrong)
