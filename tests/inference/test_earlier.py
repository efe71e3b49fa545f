"""The change of a gap between two tables."""

from __future__ import annotations

import math

import pytest

from audit.finding import Estimate
from audit.inference.earlier import change_limits, change_of_gap
from benchmarks import earlier_process


def gap(difference, low, high):
    return Estimate(group="D", n=100, difference=difference, difference_interval=(low, high))


def test_limits_combine_as_zou_and_donner_say():
    change, (low, high) = change_of_gap(gap(0.17, 0.13, 0.21), gap(0.09, 0.05, 0.14))
    assert change == pytest.approx(0.08)
    assert low == pytest.approx(0.08 - math.hypot(0.04, 0.05))
    assert high == pytest.approx(0.08 + math.hypot(0.04, 0.04))


def test_two_equal_gaps_change_by_nothing_and_the_limits_turn_round():
    assert change_of_gap(gap(0.1, 0, 0.2), gap(0.1, 0, 0.2))[0] == 0
    one, other = change_limits(0.2, (0.1, 0.3), 0.0, (-0.2, 0.1)), change_limits(0.0, (-0.2, 0.1), 0.2, (0.1, 0.3))  # fmt: skip
    assert one == pytest.approx(tuple(-x for x in reversed(other)))


@pytest.mark.parametrize("then", [gap(None, 0, 1), gap(0.1, None, 0.2), Estimate(group="D", n=3)])
def test_nothing_is_said_where_a_gap_or_its_limits_are_not_known(then):
    assert change_of_gap(gap(0.1, 0, 0.2), then) is None


def test_intervals_of_the_change_hold():
    cells = ((2, 500, 0.12, 0.0), (4, 100, 0.5, 0.1), (10, 500, 0.03, 0.1))
    rows = earlier_process.study(600, 11, cells)
    assert rows[1].value >= 0.91, "the lowest of three cells"
