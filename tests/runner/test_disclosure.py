"""Nothing that is withheld may come back from what is printed."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.finding import Estimate
from audit.runner.disclosure import Disclosure
from audit.vocabulary import Outcome

MIN_CELL = 10


def of(tables, *, pairs=(), min_cell=MIN_CELL, references=None):
    return Disclosure(
        lambda column: tables.get(column, {}), min_cell, pairs=pairs, references=references or {}
    )


def tables_of(cube, names):
    """People by group of each feature and of each pair, empty cells left out."""
    tables = {}
    for i, name in enumerate(names):
        other = tuple(axis for axis in range(cube.ndim) if axis != i)
        tables[name] = {f"{name}{g}": int(n) for g, n in enumerate(cube.sum(axis=other)) if n}
    for i, j in combinations(range(cube.ndim), 2):
        other = tuple(axis for axis in range(cube.ndim) if axis not in (i, j))
        tables[f"{names[i]} × {names[j]}"] = {
            f"{names[i]}{g} × {names[j]}{h}": int(n)
            for (g, h), n in np.ndenumerate(cube.sum(axis=other))
            if n
        }
    return tables


def indicators(cube, names):
    """Which cells of the cube each printed label is made of."""
    found = {}
    for column, labels in tables_of(cube, names).items():
        for label in labels:
            mask = (cube > 0).astype(float)
            for word in label.split(" × "):
                keep = np.zeros_like(mask)
                index = [slice(None)] * cube.ndim
                index[names.index(word[0])] = int(word[1:])
                keep[tuple(index)] = 1
                mask = mask * keep
            found[column, label] = mask.ravel()
    return found


def derivable(cube, names, disclosure):
    """Return the labels of too few people whose events follow from all the printed ones."""
    known = indicators(cube, names)
    lines = [(cube > 0).astype(float).ravel()]
    for column, labels in tables_of(cube, names).items():
        estimates = [Estimate(group=g, n=100 * n, events=n) for g, n in labels.items()]
        shown = disclosure.estimates(column, estimates)
        merged = sum(known[column, g] for g in disclosure.hidden(column)) + 0 * lines[0]
        told = [line for line in shown if line.events is not None]
        lines += [merged if line.merged else known[column, line.group] for line in told]
    matrix = np.array(lines)
    rank = np.linalg.matrix_rank(matrix)
    return [
        (column, label)
        for column, labels in tables_of(cube, names).items()
        for label, n in labels.items()
        if n < disclosure.min_cell
        and np.linalg.matrix_rank(np.vstack([matrix, known[column, label]])) == rank
    ]


def protected(cube, names):
    pairs = tuple(combinations(names, 2))
    tables = tables_of(cube, names)
    disclosure = of(tables, pairs=pairs)
    # With fewer than two groups and `min_cell` people in all there is nothing to hide among.
    everyone = {column for column in names if disclosure.hidden(column) == set(tables[column])}
    return [
        (column, label)
        for column, label in derivable(cube, names, disclosure)
        if not everyone & {column}
    ], disclosure


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from([0, 0, 1, 3, 8, 9, 10, 12, 40, 200]), min_size=20, max_size=20))
def test_no_small_cell_of_two_features_follows_from_the_printed_ones(people):
    cube = np.array(people).reshape(5, 4)
    if cube.sum() >= 40:
        assert protected(cube, ["a", "b"])[0] == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([1, 1, 1, 4, 10, 30, 90]), min_size=24, max_size=24))
def test_nor_of_three_features(people):
    # No empty cell: that nobody is in three groups at once is never printed.
    cube = np.array(people).reshape(4, 3, 2)
    if cube.sum() >= 60:
        assert protected(cube, ["a", "b", "c"])[0] == []


def test_nested_features_do_not_give_each_other_away():
    """Nations within regions: a nation is its region less the other nations of it."""
    cube = np.array([[4, 0], [50, 0], [0, 12], [0, 60]])
    loose, disclosure = protected(cube, ["a", "b"])
    assert loose == []
    assert "a0" in disclosure.hidden("a")


def test_the_smallest_named_group_stands_with_a_single_small_one():
    disclosure = of({"nation": {"A": 400, "B": 90, "C": 30, "D": 8}})
    assert disclosure.groups("nation", "ABCD") == {
        "A": "A",
        "B": "B",
        "C": "other groups (2 groups, 38 people)",
        "D": "other groups (2 groups, 38 people)",
    }
    assert disclosure.merged("nation") == (2, 38)


@pytest.mark.parametrize(("small", "hidden"), [((5, 5), 2), ((5, 4), 3), ((9,), 2), ((10,), 0)])
def test_merging_goes_on_until_two_groups_and_enough_people(small, hidden):
    people = {"A": 400, "B": 90, **{f"s{i}": n for i, n in enumerate(small)}}
    assert len(of({"x": people}).hidden("x")) == hidden


def test_the_group_others_are_compared_with_is_withheld_last():
    people = {"A": 60, "B": 400, "C": 3}
    assert of({"x": people}).hidden("x") == {"A", "C"}
    assert of({"x": people}, references={"x": "A"}).hidden("x") == {"B", "C"}


def test_a_failing_group_that_protects_another_is_named_without_its_figures():
    disclosure = of({"sex": {"f": 40, "m": 60, "x": 3}})
    estimates = [
        Estimate(group="f", n=40, events=20, value=0.5, outcome=Outcome.FAIL, judged=True),
        Estimate(group="m", n=60, events=6, value=0.1, outcome=Outcome.PASS, judged=True),
        Estimate(group="x", n=3, events=1, value=1 / 3),
    ]
    shown = disclosure.estimates("sex", estimates)
    assert [(e.group, e.events) for e in shown] == [
        ("m", 6),
        ("other groups (2 groups, 43 people)", 21),
    ]
    assert shown[1].outcome is Outcome.FAIL
    assert disclosure.named("sex", "fmx") == {
        "f": "f",
        "m": "m",
        "x": "other groups (2 groups, 43 people)",
    }


def few(*rows, min_cell=MIN_CELL):
    people = {g: 100 for g, *_ in rows}
    estimates = [Estimate(group=g, n=n, events=1, value=1 / n, outcome=o) for g, n, o in rows]
    return {
        e.group: e.events for e in of({"x": people}, min_cell=min_cell).estimates("x", estimates)
    }


def test_a_denominator_of_too_few_is_withheld_with_one_that_protects_it():
    small = Outcome.INCONCLUSIVE
    assert few(("A", 90, small), ("B", 5, small), ("C", 60, small)) == {"A": 1, "B": 1, "C": 1}
    assert few(("A", 90, small), ("B", 4, small), ("C", 60, small)) == {
        "A": 1,
        "B": None,
        "C": None,
    }
    assert few(("A", 9, small), ("B", 4, small), min_cell=3) == {"A": 1, "B": 1}


def test_a_failing_group_is_shown_however_few_it_is_counted_on():
    shown = few(("A", 90, Outcome.PASS), ("B", 4, Outcome.FAIL), ("C", 3, None), ("D", 80, None))
    assert shown == {"A": 1, "B": 1, "C": None, "D": None}


def test_names_of_groups_may_hold_the_sign_of_a_pair():
    tables = {
        "a": {"x × y": 50, "z": 60},
        "b": {"f": 55, "m": 55},
        "a × b": {"x × y × f": 4, "x × y × m": 46, "z × f": 51, "z × m": 9},
    }
    disclosure = of(tables, pairs=(("a", "b"),))
    assert disclosure.hidden("a × b") == set(tables["a × b"])


@pytest.mark.parametrize(
    ("chosen", "people"),
    [
        (("X",), 10),  # of the line of F and X: 1 person would give back the other 595
        (("F", "X"), 596),
        (("M",), 604),
        (("M", "X"), 610),
        ((), 0),
    ],
)
def test_people_of_some_groups_in_the_line_of_others_are_rounded_up(
    chosen: tuple[str, ...], people: int
) -> None:
    sizes = {"M": 604, "F": 595, "X": 1}
    disclosure = Disclosure(sizes=lambda _: sizes, min_cell=10)
    assert disclosure.hidden("sex") == {"F", "X"}
    estimates = [Estimate(group=g, n=n, outcome=Outcome.INCONCLUSIVE) for g, n in sizes.items()]
    assert disclosure.people("sex", estimates, chosen) == people


@pytest.mark.parametrize(
    ("share", "told"), [(1199 / 1200, 0.99), (1.0, 1.0), (0.29, 0.29), (None, None)]
)
def test_the_share_of_people_in_passing_groups_is_no_count(
    share: float | None, told: float | None
) -> None:
    sizes = {"M": 604, "F": 595, "X": 1}
    assert Disclosure(sizes=lambda _: sizes, min_cell=10).share("sex", share) == told
    assert (
        Disclosure(sizes=lambda _: {"M": 604, "F": 596}, min_cell=10).share("sex", share) == share
    )
