"""Grouping cells anew, against numpy's own unique."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.measures import _cell_groups
from audit.measures._cell_groups import Grid, Grouped, combined, people
from audit.system import Cells


def same_groups(found: Grouped, codes: list[np.ndarray]) -> bool:
    """Whether rows are together exactly where all their codes are equal."""
    _, expected = np.unique(np.stack(codes, axis=1), axis=0, return_inverse=True)
    pairs = set(zip(found.places.tolist(), expected.ravel().tolist(), strict=True))
    return len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs})


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 4).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 5), min_size=columns, max_size=columns), min_size=1, max_size=60
        )
    ),
    st.sampled_from([6, 10_000, 2**20, 2**31]),
)
def test_rows_are_together_where_their_codes_are(rows: list[list[int]], size: int) -> None:
    table = np.array(rows, dtype=np.int32)
    codes = [table[:, k] for k in range(table.shape[1])]
    found = combined(codes, [size] * len(codes))
    assert same_groups(found, codes)
    assert int(found.places.max()) < found.bound


@pytest.mark.parametrize("rounds", [0, 1, 12])
def test_many_distinct_codes_of_a_wide_range(rounds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_cell_groups, "_ROUNDS", rounds)
    rng = np.random.default_rng(4)
    codes = [rng.integers(0, 40_000, 30_000).astype(np.int32) for _ in range(5)]
    codes = [np.concatenate([c, c[:5_000], c[:100]]) for c in codes]
    found = combined(codes, [40_000] * 5)  # their product is beyond 2**62
    assert same_groups(found, codes)
    total = people(found, None)
    assert sorted(total[total > 0].tolist()) == [1] * 25_000 + [2] * 4_900 + [3] * 100


def test_people_are_added_up() -> None:
    found = combined([np.array([0, 1, 0], np.int32)], [2])
    assert people(found, np.array([5, 7, 2**40])).tolist() == [2**40 + 5, 7]


def test_empty_cells_are_left_out() -> None:
    cells = Cells(("a",), (("x", "y"),), np.array([[0], [1]]), np.array([0, 3]))
    grid = Grid.of(cells)
    assert grid.n.tolist() == [3]
    assert [c.tolist() for c in grid.codes] == [[1]]
