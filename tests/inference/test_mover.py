"""Two estimates compared by their limits, and groups set beside everyone else."""

import math
from dataclasses import dataclass

import pytest
from scipy.stats import norm

from audit.inference.mover import (
    against_everyone_else,
    difference_interval,
    difference_lower,
    p_exceeds,
)
from audit.vocabulary import Worse


@dataclass(frozen=True)
class Normal:
    """An estimate with a normal error: then MOVER is the z-test."""

    value: float
    se: float
    enough: bool = True

    def lower(self, alpha: float) -> float:
        return self.value + float(norm.ppf(alpha)) * self.se

    def upper(self, alpha: float) -> float:
        return self.value - float(norm.ppf(alpha)) * self.se


def test_normal_estimates_give_the_z_interval_and_p():
    a, b = Normal(1.0, 0.3), Normal(0.2, 0.4)
    assert difference_interval(a, b) == pytest.approx((0.8 - 1.95996 * 0.5, 0.8 + 1.95996 * 0.5), abs=1e-4)  # fmt: skip
    assert p_exceeds(a, b, 0.1) == pytest.approx(float(norm.sf(0.7 / 0.5)), rel=1e-4)


def test_p_is_one_where_nothing_is_beyond_and_never_zero():
    assert p_exceeds(Normal(0.2, 0.1), Normal(0.2, 0.1), 0.0) == 1.0
    assert 0 < p_exceeds(Normal(9.0, 0.01), Normal(0.0, 0.01), 1.0) <= 1e-11


def test_the_p_value_is_the_level_of_the_bound_that_touches_the_limit():
    a, b = Normal(0.9, 0.2), Normal(0.1, 0.1)
    p = p_exceeds(a, b, 0.3)
    assert difference_lower(a, b, p) == pytest.approx(0.3, abs=1e-6)


def test_groups_beside_everyone_else():
    own = {"A": Normal(0.5, 0.01), "B": Normal(0.8, 0.01), "C": Normal(0.1, 1.0, enough=False)}
    others = {"A": Normal(0.8, 0.01), "B": Normal(0.5, 0.01), "C": Normal(0.6, 0.01)}
    people = {"A": 50.0, "B": 50.0, "C": 4.0, "D": 1.0}
    found = {
        h.label: h
        for h in against_everyone_else(own, others, people, worse=Worse.LOWER, limit=0.05)
    }
    assert found["A"].p_value < 1e-6
    assert not found["A"].inside
    assert found["B"].p_favour < 1e-6
    assert found["B"].inside
    assert found["B"].ruled_out == pytest.approx(-0.3 + 1.645 * math.hypot(0.01, 0.01), abs=1e-3)
    assert not found["C"].judged
    assert (found["D"].judged, found["D"].p_value, found["D"].value) == (False, None, None)


def test_two_groups_are_one_comparison_seen_from_both_sides():
    own = {"f": Normal(0.5, 0.1), "m": Normal(0.6, 0.1)}
    others = {"f": own["m"], "m": own["f"]}
    f, m = against_everyone_else(own, others, {"f": 50, "m": 50}, worse=Worse.HIGHER, limit=0.0)
    low, high = f.difference_interval
    assert m.difference_interval == pytest.approx((-high, -low))
    assert (low, high) == pytest.approx(difference_interval(own["f"], own["m"], 0.05))


@pytest.mark.parametrize(("gap", "inside"), [(0.05 - 1.6449 * 0.01, True), (0.05 - 1.6448 * 0.01, False)])  # fmt: skip
def test_inside_at_the_limit(gap, inside):
    own, others = {"A": Normal(0.2 + gap, 0.01)}, {"A": Normal(0.2, 0.0)}
    (found,) = against_everyone_else(own, others, {"A": 99}, worse=Worse.HIGHER, limit=0.05)
    assert found.inside is inside


def test_either_side_doubles_the_p_value():
    own, others = {"A": Normal(0.5, 0.1)}, {"A": Normal(0.2, 0.0)}
    (one,) = against_everyone_else(own, others, {"A": 99}, worse=Worse.HIGHER, limit=0.0)
    (both,) = against_everyone_else(own, others, {"A": 99}, worse=Worse.EITHER, limit=0.0)
    assert both.p_value == pytest.approx(2 * one.p_value)
    assert both.p_favour is None
