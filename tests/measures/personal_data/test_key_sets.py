"""Sets of columns and special uniques: by hand, by published examples and by brute force."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.errors import InputError
from audit.measures import _cell_groups, key_sets
from audit.measures._subsets import largest_size

NAMES = ("residence", "gender", "education", "labor")
GUIDE = [
    ("urban", "female", "secondary incomplete", "employed"),
    ("urban", "female", "secondary incomplete", "employed"),
    ("urban", "female", "primary incomplete", "non-LF"),
    ("urban", "male", "secondary complete", "employed"),
    ("rural", "female", "secondary complete", "unemployed"),
    ("urban", "male", "secondary complete", "employed"),
    ("urban", "female", "primary complete", "non-LF"),
    ("urban", "male", "post-secondary", "unemployed"),
    ("urban", "female", "secondary incomplete", "non-LF"),
    ("urban", "female", "secondary incomplete", "non-LF"),
]
"""Benschop, Machingauta & Welch, "Illustrating the calculation of SUDA and DIS-SUDA scores"."""


class Shown:
    min_cell = 10

    def groups(self, column, labels):
        return {label: label for label in labels}


def plan(names) -> str:
    return f"[roles]\nquasi_identifiers = {list(names)}\n".replace("'", '"')


def table(rows, names) -> dict:
    return {name: [row[k] for row in rows] for k, name in enumerate(names)}


def test_scores_of_the_practice_guide(part) -> None:
    found = key_sets.make(part(table(GUIDE, NAMES), plan(NAMES)))
    # Records 3, 5, 7 and 8 score 6, 12, 6 and 10; all others 0.
    assert found.special.scores == ((6.0, 2), (10.0, 1), (12.0, 1))
    assert found.special.by_size == (4, 0, 0)
    minimal = {s.columns: s.minimal for s in found.sets if s.minimal}
    assert minimal == {
        ("residence",): 1,
        ("education",): 3,
        ("residence", "labor"): 1,
        ("gender", "education"): 1,
        ("gender", "labor"): 2,
        ("education", "labor"): 1,
    }


def test_contributions_of_sdcmicro(part) -> None:
    # sdcMicro, tests/testthat/test_suda2.R, "suda2 simple example contribution".
    given = {"a": [2, 1, 1], "b": [0, 3, 0], "c": [0, 6, 0]}
    found = key_sets.make(part(given, plan("abc")))
    assert found.special.columns == (("a", 0.5), ("b", 0.375), ("c", 0.375))


def brute(rows: list[tuple[int, ...]], names: tuple[str, ...]):
    """Every set by a loop over people."""
    up_to = min(4, len(names))
    alone, sets = {}, {}
    for size in range(1, up_to + 1):
        for columns in combinations(range(len(names)), size):
            people = [tuple(row[c] for c in columns) for row in rows]
            seen = Counter(people)
            sizes = [seen[p] for p in people]
            alone[columns] = {i for i, n in enumerate(sizes) if n == 1}
            sets[tuple(names[c] for c in columns)] = (
                len(alone[columns]),
                sum(n < 5 for n in sizes),
                sum(n < 11 for n in sizes),
                min(sizes),
                len(seen),
                sum(
                    not any(i in alone[p] for p in combinations(columns, size - 1) if p)
                    for i in alone[columns]
                ),
            )
    largest, att = min(4, len(names) - 1), len(names)
    scores, smallest = Counter(), {}
    for columns, people in alone.items():
        if len(columns) > largest:
            continue
        for i in people:
            if not any(i in alone[p] for p in combinations(columns, len(columns) - 1) if p):
                scores[i] += prod(att - k for k in range(len(columns), largest + 1))
                smallest.setdefault(i, len(columns))
    return (
        sets,
        tuple(sorted(Counter(map(float, scores.values())).items())),
        Counter(smallest.values()),
    )


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 6).flatmap(
        lambda columns: st.lists(st.tuples(*[st.integers(0, 3)] * columns), min_size=1, max_size=40)
    )
)
def test_against_brute_force(part, rows) -> None:
    names = tuple("abcdef"[: len(rows[0])])
    found = key_sets.make(part(table(rows, names), plan(names)))
    sets, scores, smallest = brute(rows, names)
    assert {
        s.columns: (s.alone, s.below_5, s.below_11, s.smallest, s.groups, s.minimal)
        for s in found.sets
    } == sets
    assert found.special.scores == scores
    assert {i: n for i, n in enumerate(found.special.by_size, 1) if n} == smallest
    assert found.people == len(rows)


def test_many_people_alone_already_change_nothing(part) -> None:
    # Where most people are alone by one column, cells are picked before they are grouped.
    rng = np.random.default_rng(8)
    rows = [
        (i if i % 3 else 0, int(a), int(b)) for i, (a, b) in enumerate(rng.integers(0, 9, (300, 2)))
    ]
    found = key_sets.make(part(table(rows, "abc"), plan("abc")))
    sets, scores, _ = brute(rows, tuple("abc"))
    assert {s.columns: s.alone for s in found.sets} == {c: v[0] for c, v in sets.items()}
    assert found.special.scores == scores


def test_a_missing_value_is_a_value(part) -> None:
    found = key_sets.make(part({"a": ["x", None, "x"], "b": ["y", "y", "y"]}, plan("ab")))
    assert found.first == found.sets[0]
    assert (found.first.columns, found.first.alone) == (("a",), 1)


@pytest.mark.parametrize(
    ("columns", "largest"), [(1, 1), (3, 3), (10, 4), (15, 4), (16, 3), (22, 3), (23, 2), (2001, 1)]
)
def test_the_number_of_sets_is_bounded(columns: int, largest: int) -> None:
    assert largest_size(columns) == largest


def test_worst_and_first(part) -> None:
    found = key_sets.make(part(table(GUIDE, NAMES), plan(NAMES)))
    assert found.first.columns == ("education",)
    assert found.worst(1).alone == 3
    same = key_sets.make(part({"a": [1, 1], "b": [2, 2]}, plan("ab")))
    assert same.first is None
    assert same.special.people == 0


@pytest.mark.parametrize(
    ("by_size", "bands"),
    [
        ((12, 30, 9, 40), [(1, 1, 12), (2, 2, 30), (3, 4, 49)]),
        ((3, 4, 30, 2), [(1, 4, 39)]),
        ((10, 0, 0, 0), [(1, 1, 10)]),
        ((3, 4), []),
    ],
)
def test_sizes_are_joined_until_there_are_people_enough(by_size, bands) -> None:
    assert key_sets.bands(by_size, 10) == bands


def test_figures_list_no_set_with_few_people_and_no_label(part) -> None:
    rng = np.random.default_rng(5)
    given = {
        "town": [f"town {i}" if i < 12 else f"v{i % 5}" for i in range(400)],
        "faith": ["only one" if i == 99 else "many" for i in range(400)],
        "month": rng.integers(0, 60, 400).tolist(),
        "age": rng.integers(0, 80, 400).tolist(),
    }
    found = key_sets.make(part(given, plan(given)))
    drawn = {f.id: f for f in key_sets.figures(found, Shown())}
    assert list(drawn) == ["facts_needed", "worst_sets", "column_contributions"]
    worst = drawn["worst_sets"]
    assert "town" in worst.column("label")
    assert "faith" not in worst.column("label")
    assert all(n >= 10 for n in worst.column("value"))
    assert worst.note.params["few"] == sum(0 < s.alone < 10 for s in found.sets)
    assert sum(drawn["facts_needed"].column("value")) == found.special.people
    text = repr(drawn)
    assert "only one" not in text
    assert "town 3" not in text


def test_nothing_is_drawn_where_nobody_is_alone(part) -> None:
    found = key_sets.make(part({"a": [1] * 20, "b": [2] * 20}, plan("ab")))
    assert key_sets.figures(found, Shown()) == ()


def test_rows_of_people_alone_by_few_columns(part) -> None:
    given = part(table(GUIDE, NAMES), plan(NAMES))
    assert list(key_sets.locate(given, "")) == [2, 4, 6, 7]


def test_too_many_combinations_are_counted_in_the_engine(part, monkeypatch) -> None:
    given = part(table(GUIDE, NAMES), plan(NAMES))
    whole = key_sets.make(given)
    for module in (_cell_groups, key_sets):
        monkeypatch.setattr(module, "MOST_CELLS", 5)
    found = key_sets.make(given)
    assert found.special is None
    assert found.up_to == 2
    counts = [(s.columns, s.alone, s.below_5, s.below_11, s.smallest, s.groups) for s in found.sets]
    assert counts == [
        (s.columns, s.alone, s.below_5, s.below_11, s.smallest, s.groups)
        for s in whole.sets
        if len(s.columns) <= 2
    ]
    with pytest.raises(InputError, match="more than 5 combinations") as caught:
        list(key_sets.locate(given, ""))
    assert caught.value.slug == "too-many-combinations"
