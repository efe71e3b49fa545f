"""What people drawn with known chances are worth: against the formulas on rows, and by simulation."""

from __future__ import annotations

import numpy as np
import pytest

from audit.inference.selection import drawn_people
from audit.vocabulary import Outcome
from benchmarks import known_chances


def from_rows(y, w, stratum, inside):
    """Return the effective number from the linearised variance, summed over rows."""
    p = (w * y * inside).sum() / (w * inside).sum()
    z = w * inside * (y - p) / (w * inside).sum()
    variance = 0.0
    for s in np.unique(stratum):
        here = z[stratum == s]
        variance += len(here) / (len(here) - 1) * ((here - here.mean()) ** 2).sum()
    rows = inside.sum()
    return rows / (rows - 1) * p * (1 - p) / variance


def by_stratum(y, w, stratum, inside):
    size = int(stratum.max()) + 1

    def added(which, values):
        return np.bincount(stratum[which], weights=values[which], minlength=size)

    event, other = inside & (y == 1), inside & (y == 0)
    drawn = np.bincount(stratum, minlength=size).astype(float)
    return drawn_people(
        (added(event, w), added(event, w**2)),
        (added(other, w), added(other, w**2)),
        drawn,
        float(inside.sum()),
    )


def test_equal_chances_are_worth_their_rows():
    one = np.array([1.0])
    assert drawn_people((20 * one, 20 * one), (60 * one, 60 * one), 80 * one, 80) == pytest.approx(
        80
    )
    ten = drawn_people((200 * one, 2000 * one), (600 * one, 6000 * one), 80 * one, 80)
    assert ten == pytest.approx(80), "whatever the common weight"


def test_the_worth_is_that_of_the_variance_on_rows():
    rng = np.random.default_rng(1)
    stratum = rng.integers(0, 4, 400)
    w = np.array([1.0, 3.0, 8.0, 20.0])[stratum] * rng.uniform(0.8, 1.2, 400)
    y = (rng.random(400) < np.array([0.1, 0.2, 0.4, 0.5])[stratum]).astype(int)
    inside = rng.random(400) < 0.7
    found = by_stratum(y, w, stratum, inside)
    assert found == pytest.approx(from_rows(y, w, stratum, inside), rel=0.02)
    assert found < inside.sum()


def test_never_more_than_the_rows_and_nobody_is_worth_nothing():
    zero, one = np.zeros(2), np.ones(2)
    # Strata that tell the event apart wholly leave no scatter within: still no more than the rows.
    both = (
        (np.array([10.0, 0.0]), np.array([10.0, 0.0])),
        (np.array([0.0, 10.0]), np.array([0.0, 10.0])),
    )
    assert drawn_people(*both, 10 * one, 20) == 20
    assert drawn_people((zero, zero), (zero, zero), one, 0) == 0


def test_where_nobody_has_the_event_kish_counts():
    w = np.array([1.0, 9.0])
    found = drawn_people(
        (np.zeros(1), np.zeros(1)), (w[:1] + w[1:], w[:1] ** 2 + w[1:] ** 2), np.array([2.0]), 2
    )
    assert found == pytest.approx(100 / 82)


def test_an_unseen_person_drawn_one_in_a_hundred_would_move_the_rate_like_a_hundred():
    flagged, nobody, drawn = (np.array([36.0]),) * 2, (np.zeros(1),) * 2, np.array([90.0])
    assert drawn_people(flagged, nobody, drawn, 36) == 36
    assert drawn_people(flagged, nobody, drawn, 36, (1.0, 100.0)) == pytest.approx(0.36)
    assert drawn_people(nobody, flagged, drawn, 36, (100.0, 1.0)) == pytest.approx(0.36)
    assert drawn_people(flagged, nobody, drawn, 36, (100.0, 1.0)) == 36, "the side that is there"
    assert drawn_people(flagged, nobody, drawn, 36, (1.0, 0.5)) == 36, "never more than Kish's"


@pytest.mark.parametrize("design", [known_chances.rarely, known_chances.by_review_of_decisions])
def test_small_groups_without_a_heavy_person_are_never_failed(design):
    rng = np.random.default_rng(2)
    outcomes, bare = [], 0
    for _ in range(12):
        found = known_chances.rates(design(sum(known_chances.SMALL), rng), weighted=True)
        bare += any(rate.events == rate.n for rate in found.values())
        outcomes.append(known_chances.verdict(found).outcome)
    assert bare, "no run met the case"
    assert Outcome.FAIL not in outcomes


def test_a_stratum_of_one_makes_it_worth_less_and_not_more():
    pairs = (
        (np.array([3.0, 1.0]), np.array([3.0, 1.0])),
        (np.array([7.0, 0.0]), np.array([7.0, 0.0])),
    )
    assert 0 < drawn_people(*pairs, np.array([10.0, 1.0]), 11) < 11


def test_weighted_rates_are_right_where_naive_ones_are_not():
    rng = np.random.default_rng(5)
    world = known_chances.by_decision(20_000, rng)
    weighted = known_chances.rates(world, weighted=True)
    naive = known_chances.rates(world, weighted=False)
    events, people = (sum(getattr(r, x) for r in weighted.values()) for x in ("events", "n"))
    assert events / people == pytest.approx(known_chances.FPR, abs=0.01)
    events, people = (sum(getattr(r, x) for r in naive.values()) for x in ("events", "n"))
    assert events / people > 3 * known_chances.FPR


@pytest.mark.slow
def test_intervals_hold_and_nothing_fails_by_chance():
    assert [row.of for row in known_chances.study(60, 3) if row.value < 0.85 and row.at_least] == []
    assert all(row.events <= 2 for row in known_chances.study(60, 4) if row.at_most)
