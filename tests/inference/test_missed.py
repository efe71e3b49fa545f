"""How much can be there that was not seen: by hand, at the limits, and by simulation with known truth."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import beta, binom

from audit.inference.missed import (
    copied_share_at_most,
    count_at_most,
    recalls_at_least,
    rows_at_most,
    share_at_most,
)


def test_a_sample_bound_is_clopper_pearson_over_the_recall() -> None:
    assert share_at_most(0, 1000, 0.9, 0.025) == pytest.approx((1 - 0.025 ** (1 / 1000)) / 0.9)
    assert share_at_most(7, 400, 0.8, 0.025) == pytest.approx(beta.ppf(0.975, 8, 393) / 0.8)


@pytest.mark.parametrize(
    ("found", "read", "recall", "share"),
    [(0, 0, 0.9, 1.0), (3, 100, 0.0, 1.0), (99, 100, 0.5, 1.0), (100, 100, 1.0, 1.0)],
)
def test_a_share_is_never_more_than_all(found: int, read: int, recall: float, share: float) -> None:
    assert share_at_most(found, read, recall, 0.025) == share


@pytest.mark.parametrize("recall", [0.3, 0.9, 0.97])
@pytest.mark.parametrize("found", [0, 1, 12])
def test_the_largest_number_is_the_last_that_could_have_been_overlooked(
    found: int, recall: float
) -> None:
    most = count_at_most(found, 10_000, recall, 0.025)
    assert binom.cdf(found, most, recall) > 0.025 or most == found
    assert binom.cdf(found, most + 1, recall) <= 0.025


def test_none_seen_by_a_good_detector_leaves_next_to_none() -> None:
    # .1 ** 1 > .025 >= .1 ** 2: one note can be overlooked, two cannot.
    assert count_at_most(0, 500, 0.9, 0.025) == 1
    assert count_at_most(0, 500, 0.98, 0.025) == 0
    assert count_at_most(0, 500, 0.97, 0.025) == 1


def test_all_notes_are_the_most_there_can_be() -> None:
    assert count_at_most(0, 500, 0.0, 0.025) == 500
    assert count_at_most(0, 3, 0.001, 0.025) == 3
    assert count_at_most(5, 500, 1.0, 0.025) == 5


@pytest.mark.parametrize(("p", "recall"), [(0.002, 0.85), (0.05, 0.6), (0.3, 0.95)])
def test_the_limits_hold_as_often_as_they_say(p: float, recall: float) -> None:
    random = np.random.default_rng(11)
    n, runs = 1000, 1000
    held = random.binomial(n, p, runs)
    seen = random.binomial(held, recall)
    shares = np.array([share_at_most(int(x), n, recall, 0.05) for x in seen])
    counts = np.array([count_at_most(int(x), n, recall, 0.05) for x in seen])
    # Two standard errors of a share of .05 in so many runs.
    allowed = 0.05 + 2 * np.sqrt(0.05 * 0.95 / runs)
    assert np.mean(shares < p) <= allowed
    assert np.mean(counts < held) <= allowed


def test_a_recall_that_was_estimated_holds_with_its_limit() -> None:
    from audit.inference.proportions import exact_lower

    random = np.random.default_rng(5)
    recall, p, n, places, runs = 0.9, 0.02, 800, 200, 1500
    lower = exact_lower(random.binomial(places, recall, runs).astype(float), places, 0.025)
    seen = random.binomial(random.binomial(n, p, runs), recall)
    missed = [
        share_at_most(int(x), n, float(low), 0.025) < p for x, low in zip(seen, lower, strict=True)
    ]
    assert np.mean(missed) <= 0.05


def test_without_copies_nothing_changes() -> None:
    assert rows_at_most(3, 3, [1] * 400, 0.8, 0.025) == count_at_most(3, 403, 0.8, 0.025)
    assert copied_share_at_most(3, 3, [1] * 400, 0.8, 0.025) == share_at_most(3, 403, 0.8, 0.025)


def test_copies_are_overlooked_together_those_that_stand_most_often_first() -> None:
    # .1 ** 1 > .025 >= .1 ** 2, .02 ** 1 <= .025, .3 ** 3 > .025 >= .3 ** 4; and 1 - .99 ** 2 <= .025.
    copies = [7, 60, 1, 30]
    assert rows_at_most(0, 0, copies, 0.98, 0.025) == 0
    assert rows_at_most(0, 0, copies, 0.9, 0.025) == 60
    assert rows_at_most(0, 0, copies, 0.7, 0.025) == 97
    assert rows_at_most(0, 0, [], 0.9, 0.025) == 0
    assert rows_at_most(1, 500, copies, 0.99, 0.025) == 500


def test_a_sample_with_copies_is_bounded_by_what_it_can_hold() -> None:
    assert copied_share_at_most(0, 0, [], 0.9, 0.025) == 1.0
    assert copied_share_at_most(0, 0, [100], 0.9, 0.025) == 1.0
    # .05 > .0125: one note of the sample, here the one with two copies.
    assert copied_share_at_most(0, 0, [2, *[1] * 98], 0.95, 0.025) == pytest.approx(
        beta.ppf(0.9875, 3, 98)
    )


def test_the_limits_hold_where_a_note_is_missed_with_all_its_copies() -> None:
    random = np.random.default_rng(3)
    recall, runs = 0.85, 600
    wrong = wrong_share = naive = 0
    for _ in range(runs):
        # Twenty notes of 1 to 50 copies, each with the thing or not, each seen or not with all its copies.
        times = random.integers(1, 51, 20)
        holds = random.random(20) < 0.3
        seen = holds & (random.random(20) < recall)
        found, rows = int(seen.sum()), int(times[seen].sum())
        wrong += rows_at_most(found, rows, times[~seen].tolist(), recall, 0.05) < times[holds].sum()
        naive += count_at_most(rows, int(times.sum()), recall, 0.05) < times[holds].sum()
        drawn = random.multinomial(100, times / times.sum())
        some, rest = drawn[seen & (drawn > 0)], drawn[~seen & (drawn > 0)]
        share = copied_share_at_most(len(some), int(some.sum()), rest.tolist(), recall, 0.05)
        wrong_share += share < times[holds].sum() / times.sum()
    allowed = runs * (0.05 + 2 * np.sqrt(0.05 * 0.95 / runs))
    assert wrong <= allowed
    assert wrong_share <= allowed
    assert naive > 2 * allowed


def test_limits_of_all_recalls_hold_at_once() -> None:
    found = recalls_at_least([90, 16, 100], [100, 100, 100], 0.025)
    assert found == pytest.approx([beta.ppf(0.025 / 3, s, 101 - s) for s in (90, 16, 100)])
    rng = np.random.default_rng(3)
    recall, places = rng.uniform(0.05, 0.99, 30), rng.integers(60, 450, 30)
    missed = 0
    for _ in range(2000):
        lower = recalls_at_least(rng.binomial(places, recall).tolist(), places.tolist(), 0.025)
        missed += bool((np.array(lower) > recall).any())
    assert missed <= 0.025 * 2000 + 3 * np.sqrt(2000 * 0.025 * 0.975)


@pytest.mark.parametrize("recalls", [(0.52, 0.5, 0.48, 0.16), (0.97, 0.6, 0.55), (0.9,) * 8])
@pytest.mark.parametrize("held", [2, 6, 40])
def test_a_limit_of_the_kinds_that_were_picked_holds(recalls: tuple[float, ...], held: int) -> None:
    """Kinds are picked by what was counted of them; the notes hold the worst of those that were picked."""
    rng, true = np.random.default_rng(8), np.array(recalls)
    wrong = 0
    for _ in range(2000):
        seen = rng.binomial(150, true)
        lower = np.array(recalls_at_least(seen.tolist(), [150] * len(true), 0.025))
        picked = lower >= 0.5
        if not picked.any():
            continue
        found = rng.binomial(held, true[picked].min())
        wrong += held > count_at_most(int(found), 10_000, float(lower[picked].min()), 0.025)
    assert wrong <= 0.05 * 2000
