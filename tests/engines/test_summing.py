"""Sums: exact, and the same in any order, on any engine."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audit.engines.frame import Frame
from audit.engines.summing import Scale
from audit.system import Margin

from .conftest import OpenPart

VALUES = {
    "scores": np.random.default_rng(1).random(3_000),
    "weights": np.random.default_rng(2).lognormal(0, 4, 3_000),
    "both signs": np.random.default_rng(3).normal(0, 1e6, 3_000),
    "cents": np.round(np.random.default_rng(4).random(3_000) * 1e4, 2),
    "all alike": np.full(3_000, 0.1),
    "nothing": np.zeros(3_000),
    "large": np.random.default_rng(5).random(3_000) * 1e290,
    "small": np.random.default_rng(6).random(3_000) * 1e-290,
}


@pytest.mark.parametrize("name", VALUES)
def test_sums_are_exact(open_part: OpenPart, name: str) -> None:
    values = VALUES[name]
    frame = open_part(pa.table({"g": ["a", "b", "b"] * 1_000, "x": values}))
    cells = frame.count([Margin(("g",), sums=("x",))])[0]
    exact = [math.fsum(values[::3]), math.fsum(values[np.arange(3_000) % 3 > 0])]
    assert cells.sums["x"].tolist() == pytest.approx(exact, rel=1e-15, abs=1e-15)


def test_products_on_every_engine_and_in_any_order(
    open_everywhere: Callable[..., list[Frame]],
) -> None:
    rng = np.random.default_rng(7)
    table = pa.table({"g": rng.integers(0, 5, 4_000), "w": rng.lognormal(0, 1, 4_000)})
    mixed = table.take(rng.permutation(4_000))
    margin = Margin(("g",), sums=("w", "w*w"))
    found = [
        frame.count([margin])[0].sums for each in (table, mixed) for frame in open_everywhere(each)
    ]
    for sums in found:
        for name in ("w", "w*w"):
            assert sums[name].tolist() == found[0][name].tolist()


def test_products_too_large_to_cut(open_part: OpenPart) -> None:
    frame = open_part(pa.table({"x": [1e200, 2.0, None]}))
    assert frame.count([Margin((), sums=("x*x",))])[0].sums["x*x"].tolist() == [math.inf]
    assert frame.count([Margin((), sums=("x",))])[0].sums["x"].tolist() == [1e200 + 2.0]


@given(
    values=st.lists(st.floats(-1e300, 1e300, allow_subnormal=False), min_size=1, max_size=40),
    more=st.integers(0, 10**9),
)
@example(values=[-2.1534155273986316e-278], more=0)
def test_the_parts_add_up(values: list[float], more: int) -> None:
    largest = max(map(abs, values))
    scale = Scale.of(largest, len(values) + more)
    assert scale is not None
    high = low = 0
    for value in values:
        scaled = value * 2.0**scale.high
        whole = math.floor(scaled)
        high += whole
        low += math.floor((scaled - float(whole)) * 2.0**scale.low)
    assert max(abs(high), abs(low)) < 2**63
    exact = sum(map(Fraction, values), Fraction(0))
    error = abs(Fraction(scale.total(high, low)) - exact)
    assert error <= abs(exact) * Fraction(2) ** -52 + len(values) * Fraction(2) ** -(
        scale.high + min(scale.low, 52)
    )


@pytest.mark.parametrize("largest", [math.inf, math.nan])
def test_what_cannot_be_cut(largest: float) -> None:
    assert Scale.of(largest, 10) is None
