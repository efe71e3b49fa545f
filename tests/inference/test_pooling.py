import numpy as np
import pytest

from audit.evidence import Rate
from audit.inference.pooling import pooled


def test_equal_rates_are_drawn_to_the_common_one():
    drawn = pooled({"a": Rate(10, 100), "b": Rate(20, 200), "c": Rate(1, 10)})
    assert drawn == pytest.approx(dict.fromkeys("abc", 0.1))


def test_small_cells_move_more_than_large_ones():
    rates = {
        f"g{i}": Rate(n * p, n) for i, (n, p) in enumerate([(1000, 0.1), (1000, 0.3), (1000, 0.2)])
    }
    drawn = pooled({**rates, "small": Rate(5, 10), "large": Rate(500, 1000)})
    assert 0.5 - drawn["large"] < 0.5 - drawn["small"]


def test_nobody_is_left_out_and_nothing_gives_nothing():
    assert pooled({"a": Rate(0, 0)}) == {}
    assert set(pooled({"a": Rate(0, 0), "b": Rate(1, 2)})) == {"b"}


def test_pooling_is_nearer_the_truth_than_the_raw_rates():
    rng = np.random.default_rng(0)
    truth = rng.beta(12, 48, 60)
    people = rng.integers(5, 60, 60)
    events = rng.binomial(people, truth)
    drawn = pooled(
        {str(i): Rate(int(x), int(n)) for i, (x, n) in enumerate(zip(events, people, strict=True))}
    )
    raw = np.mean((events / people - truth) ** 2)
    ours = np.mean((np.array([drawn[str(i)] for i in range(60)]) - truth) ** 2)
    assert ours < 0.6 * raw
