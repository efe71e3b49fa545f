"""Small versions of the studies of clusters, weights, strata and scores: coarse, but never blind."""

import numpy as np
import pytest

from benchmarks import sampling_designs, score_intervals
from benchmarks._studies import Row

pytestmark = pytest.mark.slow

ALLOWED = 0.03
"""What 400 runs may fall short of the requirement by chance: three standard errors at .95."""
RUNS = 400


def _met(row: Row) -> bool:
    return row.at_least is None or row.value >= row.at_least - ALLOWED


@pytest.mark.parametrize("clusters", [10, 50])
def test_clusters(clusters):
    assert _met(sampling_designs._clusters(clusters, RUNS, np.random.default_rng(1)))


def test_households_of_both_sexes():
    row = sampling_designs._households(100, RUNS, np.random.default_rng(2))
    assert _met(row)
    assert row.beside["highest"] <= 0.985


def test_weights():
    assert _met(sampling_designs._weights(100, RUNS, np.random.default_rng(3)))


@pytest.mark.parametrize("ratio", [False, True])
def test_strata_of_ten_clusters(ratio):
    rng = np.random.default_rng(4)
    assert _met(sampling_designs._strata(10, 100, rng, ratio=ratio))


def test_gap_at_equal_score():
    assert _met(score_intervals._equal_score(60, RUNS, np.random.default_rng(5)))


def test_auc_of_thirty_people():
    row = score_intervals._auc("n = 30", ((15, 15), (5, 25)), 150, np.random.default_rng(6))
    assert _met(row)


def test_lognormal_losses():
    row = score_intervals._lognormal(1.0, 30, 2000, np.random.default_rng(7), 0.92)
    assert _met(row)
    assert row.beside["Student's t"] < row.value - 0.02


def test_slopes():
    assert _met(score_intervals._lines(110, 60, np.random.default_rng(8)))
