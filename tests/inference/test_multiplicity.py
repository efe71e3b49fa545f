import numpy as np
import pytest

from audit.inference.multiplicity import holm, sidak


def test_holm_worked_by_hand():
    # Four tests; steps 4 x .01, 3 x .02 , 2 x .03, 1 x .04, then never falling.
    assert holm(np.array([0.04, 0.01, 0.03, 0.02])) == pytest.approx([0.06, 0.04, 0.06, 0.06])


def test_holm_of_nothing_and_of_one():
    assert holm(np.array([])).size == 0
    assert holm(np.array([0.03])) == pytest.approx([0.03])


def test_holm_never_exceeds_one_and_keeps_order():
    p = np.random.default_rng(0).uniform(size=200)
    adjusted = holm(p)
    assert adjusted.max() <= 1
    assert (adjusted >= p).all()
    assert (np.diff(adjusted[np.argsort(p)]) >= 0).all()


def test_holm_keeps_the_error_rate_when_nothing_is_there():
    rng = np.random.default_rng(3)
    any_rejected = [(holm(rng.uniform(size=20)) <= 0.04).any() for _ in range(2000)]
    assert np.mean(any_rejected) <= 0.04 + 3 * np.sqrt(0.04 * 0.96 / 2000)


def test_sidak_of_one_comparison_is_the_level_itself():
    assert sidak(0.05, 1) == pytest.approx(0.05)
    assert 1 - (1 - sidak(0.05, 7)) ** 7 == pytest.approx(0.05)
