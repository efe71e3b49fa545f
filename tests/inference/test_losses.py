"""Means of skewed losses: scipy's t where nothing is skewed, Hall's equation by hand, simulation."""

import numpy as np
import pytest
from scipy.stats import skew, ttest_1samp, ttest_ind

from audit.inference.losses import Losses, corrected, of_clusters, of_people, of_weighted
from audit.inference.mover import difference_interval


def _of(loss, highest=None):
    loss = np.asarray(loss, float)
    return of_people(len(loss), *(float((loss**p).sum()) for p in (1, 2, 3)), highest=highest)


def test_without_skewness_it_is_students_t():
    loss = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
    expected = ttest_1samp(loss, 0).confidence_interval(0.95)
    found = _of(loss)
    assert (found.lower(0.025), found.upper(0.025)) == pytest.approx(tuple(expected))


def test_moments_are_scipys():
    loss = np.random.default_rng(0).lognormal(0, 1, 50)
    found = _of(loss)
    assert found.variance == pytest.approx(loss.var(ddof=1))
    assert found.skewness == pytest.approx(skew(loss, bias=False))


@pytest.mark.parametrize("q", [-2.0, 0.0, 2.0])
@pytest.mark.parametrize("a", [-0.5, 0.3, 1.2])
def test_the_correction_solves_halls_cubic(q, a):
    t = corrected(q, a)
    assert t + a * t**2 / 3 + a**2 * t**3 / 27 + a / 6 == pytest.approx(q)


def test_a_skewed_mean_reaches_further_up_than_down():
    found = _of(np.random.default_rng(1).lognormal(0, 1, 30))
    assert found.upper(0.025) - found.mean > found.mean - found.lower(0.025)


def test_lognormal_losses_at_thirty():
    rng = np.random.default_rng(2)
    found = [_of(rng.lognormal(0, 1, 30)) for _ in range(2000)]
    truth = np.exp(0.5)
    covered = np.mean([f.lower(0.025) <= truth <= f.upper(0.025) for f in found])
    assert covered >= 0.91


def test_large_groups_differ_as_welch_says():
    rng = np.random.default_rng(3)
    a, b = rng.gamma(4, 1, 8000), rng.gamma(4, 1.2, 5000)
    expected = ttest_ind(a, b, equal_var=False).confidence_interval(0.95)
    assert difference_interval(_of(a), _of(b)) == pytest.approx(tuple(expected), abs=0.002)


def test_equal_weights_are_no_weights():
    loss = np.random.default_rng(4).lognormal(0, 1, 40)
    for w in (1.0, 7.0):
        weighted = of_weighted(
            40, (40 * w, 40 * w**2, 40 * w**3), (w * loss.sum(),),
            (w**2 * loss.sum(), w**2 * (loss**2).sum()),
            tuple(w**3 * (loss**p).sum() for p in (1, 2, 3)),
        )  # fmt: skip
        plain = _of(loss)
        assert weighted.mean == pytest.approx(plain.mean)
        assert weighted.variance == pytest.approx(plain.variance)
        assert weighted.skewness == pytest.approx(plain.skewness)


def test_clusters_of_one_are_people_and_copies_are_worth_one():
    loss = np.random.default_rng(5).lognormal(0, 1, 40)
    single = of_clusters(loss, np.ones(40), 40)
    assert single.variance == pytest.approx(_of(loss).variance)
    copies = of_clusters(loss * 6, np.full(40, 6.0), 240)
    assert (copies.units, copies.mean) == (40, pytest.approx(loss.mean()))
    assert copies.variance == pytest.approx(single.variance)


def test_people_who_are_all_alike_leave_room_for_those_not_seen():
    """As the exact limit of nobody in n: a share of 1 - alpha^(1/n) may be at the other end."""
    found = _of(np.zeros(30), highest=1.0)
    assert found.lower(0.025) == 0.0
    assert found.upper(0.025) == pytest.approx(1 - 0.025 ** (1 / 30))


def test_limits_stay_between_zero_and_the_highest():
    found = _of([0.0] * 29 + [1.0], highest=1.0)
    assert found.lower(0.001) == 0.0
    assert _of([0.0, 0.0, 1.0], highest=1.0).upper(0.001) == 1.0


@pytest.mark.parametrize(("people", "units", "enough"), [(30, 10, True), (29, 29, False), (90, 9, False)])  # fmt: skip
def test_enough(people, units, enough):
    found = Losses(people=people, units=units, mean=1.0, variance=1.0, skewness=0.0)
    assert found.enough is enough


def test_nobody_and_one_person_have_no_limits():
    assert of_people(1, 2.0, 4.0, 8.0) is None
    assert of_clusters(np.array([3.0]), np.array([2.0]), 2) is None
    assert of_weighted(1, (1, 1, 1), (1,), (1, 1), (1, 1, 1)) is None
