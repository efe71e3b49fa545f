import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from audit.inference.crossing import crossing


def test_all_roots_at_once_are_scipys_one_by_one():
    roots = np.array([0.001, 0.3, 2.0, 9.99])

    def rising(x):
        return np.tanh(x - roots) + (x - roots) ** 3

    found = crossing(rising, np.zeros(4), np.full(4, 10.0), precision=1e-10)
    expected = [
        brentq(lambda x, r=r: np.tanh(x - r) + (x - r) ** 3, -1, 11, xtol=1e-12) for r in roots
    ]
    assert found == pytest.approx(expected, abs=1e-8)


def test_never_reached_is_nan_and_reached_at_once_is_the_low_end():
    found = crossing(lambda x: x - np.array([5.0, -5.0]), np.zeros(2), np.ones(2), precision=1e-9)
    assert np.isnan(found[0])
    assert found[1] == 0.0


@given(st.floats(1e-6, 1 - 1e-6), st.floats(0.1, 8))
def test_the_function_is_never_below_zero_at_what_is_returned(root, power):
    found = crossing(
        lambda x: np.sign(x - root) * np.abs(x - root) ** power,
        np.zeros(1), np.ones(1), precision=1e-7,
    )  # fmt: skip
    assert root <= found[0] <= root + 2e-7
