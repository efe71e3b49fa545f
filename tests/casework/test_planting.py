from __future__ import annotations

import numpy as np
import pytest

from audit.casework.planting import apportion, exactly, shuffled, spread


def test_largest_remainders_are_rounded_up() -> None:
    assert apportion(10, [0.5, 0.3, 0.2]) == [5, 3, 2]
    assert apportion(7, [1, 1, 1]) == [3, 2, 2]
    assert apportion(100, [0.335, 0.333, 0.332]) == [34, 33, 33]


@pytest.mark.parametrize("total", [0, 1, 13, 999])
def test_parts_add_up(total: int) -> None:
    assert sum(apportion(total, [0.149, 0.25, 0.6, 0.001])) == total


def test_a_full_part_passes_its_share_on() -> None:
    assert spread(10, [1, 1], [2, 20]) == [2, 8]
    assert spread(10, [1, 1, 0], [2, 3, 20]) == [2, 3, 5]


def test_too_little_room_fills_everything() -> None:
    assert spread(10, [1, 1], [2, 3]) == [2, 3]


def test_exactly_takes_the_share_of_the_marked_rows() -> None:
    where = np.arange(200) % 2 == 0
    chosen = exactly(np.random.default_rng(0), where, 0.11)
    assert chosen.sum() == 11
    assert not chosen[~where].any()


def test_shuffled_holds_the_shares_in_random_order() -> None:
    labels = shuffled(np.random.default_rng(0), 1000, {"a": 0.7, "b": 0.3})
    assert (labels == "a").sum() == 700
    assert len(set(labels[:20].tolist())) == 2
