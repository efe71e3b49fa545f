import numpy as np
import pytest

from audit.inference.clusters import effective_people, joint_factors, weighted_people
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


def test_unequal_clusters_without_events_are_worth_kishs_number():
    people = np.array([100.0, *([1.0] * 20)])
    worth, clusters = effective_people(np.zeros(21), people)
    assert clusters == 21
    assert worth == pytest.approx(120**2 / (100**2 + 20))


def test_a_few_clusters_with_most_events_are_worth_less_than_their_variance_says():
    spread = np.array([2.0] * 20 + [0.0] * 20)
    lumped = np.array([20.0, 20.0] + [0.0] * 38)
    people = np.full(40, 20.0)
    p = 0.05
    for events, skewed in ((spread, False), (lumped, True)):
        worth, _ = effective_people(events, people)
        moved = (events - p * people) / (800 - people)
        plain = p * (1 - p) / ((moved**2).sum() * 39 / 40) * (1.96 / 2.0227) ** 2
        assert bool(worth < 0.9 * plain) is skewed


def test_an_unseen_person_of_weight_four_counts_like_four():
    nobody = (0.0, 0.0), (100.0, 100.0), 100.0
    assert weighted_people(*nobody) == 100
    assert weighted_people(*nobody, (4.0, 1.0)) == 25
    assert weighted_people(*nobody, (0.5, 1.0)) == 100
    assert weighted_people((100.0, 100.0), (0.0, 0.0), 100.0, (1.0, 4.0)) == 25


def _pairs(n, seed, kind):
    rng = np.random.default_rng(seed)
    if kind == "rivals":
        chosen = rng.random(n)
        both = np.stack([chosen < 0.3, (chosen >= 0.3) & (chosen < 0.6)], 1)
    else:
        luck = np.where(rng.random(n) < 0.5, 0.55, 0.05) if kind == "luck" else np.full(n, 0.3)
        both = rng.random((n, 2)) < luck[:, None]
    return np.repeat(np.arange(n), 2), np.tile([0, 1], n), both.ravel().astype(float)


@pytest.mark.parametrize(("kind", "low", "high"), [("luck", 1.3, 1.6), ("rivals", 0.6, 0.8), ("alone", 0.95, 1.05)])  # fmt: skip
def test_households_of_both_sexes(kind, low, high):
    """The factor is 1 / (1 - correlation within a household)."""
    cluster, group, events = _pairs(6000, 1, kind)
    factors = joint_factors(cluster, group, events, np.ones(12_000))
    expected = 1 / (1 - np.corrcoef(events[::2], events[1::2])[0, 1])
    assert factors == pytest.approx([expected] * 2, rel=0.02)
    assert low < factors[0] < high


def test_clusters_of_one_group_each_change_nothing():
    rng = np.random.default_rng(2)
    events = rng.binomial(5, 0.3, 60).astype(float)
    group = np.arange(60) % 3
    assert joint_factors(np.arange(60), group, events, np.full(60, 5.0)) == pytest.approx(
        np.ones(3)
    )


def test_a_named_reference_is_what_a_group_is_compared_with():
    cluster, group, events = _pairs(500, 3, "luck")
    three = np.where(group == 1, np.where(cluster % 2 == 0, 1, 2), 0)
    factors = joint_factors(cluster, three, events, np.ones(1000), reference=1)
    assert factors[1] == 1.0
    assert factors[2] == pytest.approx(1.0)
    assert factors[0] > 1.05


def test_the_factor_stays_between_a_quarter_and_two():
    cluster, group, _ = _pairs(50, 4, "luck")
    same = np.repeat(np.random.default_rng(4).random(50) < 0.5, 2).astype(float)
    assert joint_factors(cluster, group, same, np.ones(100)) == pytest.approx([2.0, 2.0])
