import numpy as np
import pytest

from audit.inference.clusters import effective_people, weighted_people
from audit.inference.proportions import jeffreys


def test_clusters_of_one_are_worth_their_people():
    events = np.random.default_rng(0).integers(0, 2, 4000).astype(float)
    effective, clusters = effective_people(events, np.ones(4000))
    assert clusters == 4000
    assert effective == pytest.approx(4000, rel=0.01)


def test_copies_of_a_person_are_worth_one_person():
    events = np.random.default_rng(1).integers(0, 2, 500) * 10.0
    effective, clusters = effective_people(events, np.full(500, 10.0))
    assert clusters == 500
    assert effective == pytest.approx(500, rel=0.02)


def test_never_more_than_the_people_there_are():
    # Every cluster has exactly half: the variance between clusters is zero.
    effective, _ = effective_people(np.full(50, 2.0), np.full(50, 4.0))
    assert effective <= 200


@pytest.mark.parametrize("events", [0.0, 4.0])
def test_nobody_or_everybody_leaves_one_a_cluster(events):
    assert effective_people(np.full(20, events), np.full(20, 4.0)) == (20.0, 20)


def test_one_cluster_is_worth_one():
    assert effective_people(np.array([3.0]), np.array([9.0])) == (1.0, 1)


@pytest.mark.parametrize("clusters", [10, 50])
def test_intervals_cover_with_few_clusters(clusters):
    rng = np.random.default_rng(clusters)
    runs, hits = 1500, 0
    for _ in range(runs):
        rates = rng.beta(3, 12, clusters)  # mean .2, intraclass correlation 1/16
        people = rng.integers(10, 40, clusters)
        events = rng.binomial(people, rates)
        worth, _ = effective_people(events.astype(float), people.astype(float))
        p = events.sum() / people.sum()
        low, high = jeffreys(p * worth, worth, 0.05)
        hits += low <= 0.2 <= high
    assert hits / runs >= (0.90 if clusters < 50 else 0.93)


def test_equal_weights_of_any_size_are_worth_the_rows():
    for w in (0.01, 1.0, 300.0):
        worth = weighted_people((20 * w, 20 * w * w), (80 * w, 80 * w * w), 100)
        assert worth == pytest.approx(100)


def test_nobody_with_the_event_leaves_kishs_number():
    weights = np.array([1.0, 2.0, 3.0])
    worth = weighted_people((0, 0), (weights.sum(), (weights**2).sum()), 3)
    assert worth == pytest.approx(weights.sum() ** 2 / (weights**2).sum())


def test_weighted_intervals_cover_where_weights_go_with_the_event():
    """Flagged people kept one in twenty and weighted back: the case that a Kish factor misses."""
    rng = np.random.default_rng(7)
    runs, hits = 1500, 0
    for _ in range(runs):
        event = rng.random(3000) < 0.2
        kept = ~event | (rng.random(3000) < 0.05)
        weight = np.where(event, 20.0, 1.0)[kept]
        with_event = event[kept]
        total = weight.sum()
        p = weight[with_event].sum() / total
        worth = weighted_people(
            (weight[with_event].sum(), (weight[with_event] ** 2).sum()),
            (weight[~with_event].sum(), (weight[~with_event] ** 2).sum()),
            len(weight),
        )
        low, high = jeffreys(p * worth, worth, 0.05)
        hits += low <= 0.2 <= high
    assert hits / runs >= 0.90
