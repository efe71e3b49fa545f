"""The study of change, small: no false alarm, and what is there is found."""

import numpy as np
import pytest

from benchmarks import change


@pytest.mark.slow
def test_each_world_of_the_study_in_small():
    rows = change.study(runs=24, seed=3)
    for row in rows:
        if "the limit itself" not in row.of and row.at_most is not None and "pass" not in row.of:
            # 24 runs say little about 4 %: three alarms would be far beyond it.
            assert row.value <= 0.125 or "said" in row.of or "chi-square" in row.of, row
        if row.at_least is not None and "2.5" not in row.of:
            assert row.value >= 0.75, row


@pytest.mark.parametrize("apart", [0.0, 0.1, 0.4])
def test_a_tilted_distribution_lies_where_it_says(apart):
    p, q = np.full(10, 0.1), change.tilted(10, apart)
    assert ((p - q) * np.log(p / q)).sum() == pytest.approx(apart, abs=1e-6)
    assert q.sum() == pytest.approx(1.0)


def test_the_worst_world_is_the_one_that_is_shown():
    hits = {"a": [True, False, False, False], "b": [True, True, False, False]}
    assert change.row("x", hits, at_most=0.4).value == 0.5
    assert change.row("x", hits, at_least=0.4).beside["which is"] == "a"
