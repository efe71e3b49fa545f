"""How far small groups lie from the whole by chance: against permutation, and with known truth."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binom

from audit.inference import closeness
from audit.measures._value_counts import ValueCounts

T = 0.2


def counts(group: np.ndarray, value: np.ndarray) -> ValueCounts:
    value = np.unique(value, return_inverse=True)[1]
    values = int(value.max()) + 1
    cells, n = np.unique(group * values + value, return_counts=True)
    return ValueCounts.of(cells // values, cells % values, n)


def expected(found: ValueCounts, *, ordered: bool, seed: int = 0) -> closeness.Beyond:
    rng = np.random.default_rng(seed)

    def drawn(n: int, draws: int) -> np.ndarray:
        return found.drawn(n, draws, ordered=ordered, rng=rng)

    sizes, groups = np.unique(found.people, return_counts=True)
    return closeness.beyond(sizes, groups, found.overall, drawn, np.array([T]), ordered=ordered)


def farther(found: ValueCounts, *, ordered: bool) -> int:
    return int(found.people[found.distance(ordered=ordered) > T + 1e-9].sum())


def ruled_out(found: ValueCounts, *, ordered: bool) -> np.ndarray:
    n, distance = found.people, found.distance(ordered=ordered)
    mean = closeness.mean_at_most(found.overall, n, ordered=ordered)
    p = closeness.p_values(n, distance, mean, found.telling(), len(found.overall))
    return closeness.refuted(p, n, 0.025)


@pytest.mark.parametrize("ordered", [False, True])
@pytest.mark.parametrize(
    "sizes", [np.arange(1, 60), np.repeat([2, 5, 9], 40), np.array([80, 120, 300])]
)
def test_what_chance_puts_beyond_is_what_dealing_the_values_out_puts_there(sizes, ordered) -> None:
    rng = np.random.default_rng(3)
    group = np.repeat(np.arange(len(sizes)), sizes)
    value = rng.choice(5, size=len(group), p=[0.5, 0.2, 0.15, 0.1, 0.05])
    dealt = [farther(counts(group, rng.permutation(value)), ordered=ordered) for _ in range(300)]
    found = expected(counts(group, value), ordered=ordered)
    scatter = np.std(dealt) / np.sqrt(300)
    assert found.people[0] == pytest.approx(
        np.mean(dealt), abs=4 * scatter + 0.02 * np.mean(dealt) + 0.5
    )
    if np.std(dealt) > 5:
        assert 0.85 * np.std(dealt) <= np.sqrt(found.variance[0]) <= 1.6 * np.std(dealt)


def test_of_two_values_and_one_size_it_is_the_binomial() -> None:
    group = np.repeat(np.arange(4000), 6)
    value = (np.arange(len(group)) % 10 < 3).astype(int)
    found = expected(counts(group, value), ordered=False)
    tail = binom.pmf([k for k in range(7) if abs(k / 6 - 0.3) > T], 6, 0.3).sum()
    assert found.groups[0] == pytest.approx(4000 * tail, rel=0.05)


def test_one_group_that_is_everybody_lies_nowhere() -> None:
    found = expected(counts(np.zeros(50, dtype=int), np.arange(50) % 2), ordered=False)
    assert found.people[0] == 0


@pytest.mark.parametrize(("share", "p"), [(0.3, 10), (0.05, 4), (0.5, 20)])
def test_the_bounds_are_bounds(share: float, p: int) -> None:
    """For each share that a group can have, no less than the exact tail of a random draw."""
    n = np.full(p + 1, p)
    cell = np.arange(p + 1)
    found = closeness.information(n, cell, np.full(p + 1, share))
    exact = binom.sf(cell - 1, p, share)
    more = cell / p > share
    assert (np.exp(-found[more]) >= exact[more] * (1 - 1e-9)).all()
    assert (found[~more] == 0).all()
    assert np.exp(-found[-1]) == pytest.approx(share**p)
    distance = np.abs(cell / p - share)
    mean = closeness.mean_at_most(np.array([share, 1 - share]), n, ordered=False)
    true_mean = (binom.pmf(cell, p, share) * distance).sum()
    assert mean[0] >= true_mean
    tail = np.array([binom.pmf(cell[distance >= d - 1e-12], p, share).sum() for d in distance])
    bound = closeness.p_values(n, distance, mean, np.zeros(p + 1), 2)
    assert (bound >= tail - 1e-9).all()


def test_in_worlds_dealt_out_at_random_hardly_anything_is_named() -> None:
    rng, named = np.random.default_rng(11), 0
    for _ in range(60):
        sizes = rng.integers(1, 12, 300)
        group = np.repeat(np.arange(300), sizes)
        found = counts(group, rng.choice(3, size=len(group), p=[0.6, 0.3, 0.1]))
        chance = expected(found, ordered=False)
        many = closeness.more_than_chance(
            farther(found, ordered=False), chance.people[0], chance.variance[0], 0.025
        )
        named += bool(ruled_out(found, ordered=False).any()) or many
    assert named <= 6  # P(more) < 4 % at an error of 5 %; one of a hundred is usual


def test_a_combination_that_was_made_is_named_and_no_other() -> None:
    rng, hit, others = np.random.default_rng(12), 0, 0
    for _ in range(30):
        group = np.repeat(np.arange(300), 12)
        value = (rng.random(len(group)) < 0.1).astype(int)
        value[:12] = 1
        found = ruled_out(counts(group, value), ordered=False)
        hit += bool(found[0])
        others += int(found[1:].sum())
    assert hit == 30
    assert others <= 2


def test_many_combinations_that_lean_a_little_are_seen_together() -> None:
    rng, seen = np.random.default_rng(13), 0
    for _ in range(10):
        group = np.repeat(np.arange(400), 6)
        leaning = np.clip(rng.normal(0.3, 0.25, 400), 0, 1)
        found = counts(group, (rng.random(len(group)) < leaning[group]).astype(int))
        chance = expected(found, ordered=False)
        seen += closeness.more_than_chance(
            farther(found, ordered=False), chance.people[0], chance.variance[0], 0.025
        )
        assert not ruled_out(found, ordered=False).any()
    assert seen == 10


def test_groups_of_one_rule_nothing_out() -> None:
    found = counts(np.arange(1000), np.r_[np.zeros(999, dtype=int), 1])
    assert not ruled_out(found, ordered=False).any()


@pytest.mark.parametrize(
    ("sizes", "values"),
    [
        # Groups so large that few of the draws, or none, lie as far as one in three hundred does.
        (np.repeat(600, 100), np.arange(60_000) % 107),
        # A share just below a fifth: 8 of 20 lie beyond the limit by a hair.
        (np.repeat(20, 1000), (np.arange(20_000) < 3_999).astype(int)),
        # What is in one half is not in the other: both lie far, or neither.
        (np.array([16, 16]), np.arange(32) % 2),
    ],
)
def test_dealt_out_at_random_seldom_more_lie_far_than_chance_accounts_for(sizes, values) -> None:
    rng, named = np.random.default_rng(7), 0
    group = np.repeat(np.arange(len(sizes)), sizes)
    for _ in range(60):
        found = counts(group, rng.permutation(values))
        chance = expected(found, ordered=False, seed=int(rng.integers(2**31)))
        named += closeness.more_than_chance(
            farther(found, ordered=False), chance.people[0], chance.variance[0], 0.025
        )
    assert named <= 5  # P(more) < 1 % at an error of 2.5 %


def test_two_halves_vary_as_one() -> None:
    rng = np.random.default_rng(8)
    group, value = np.repeat([0, 1], 6), np.arange(12) % 2
    dealt = [farther(counts(group, rng.permutation(value)), ordered=False) for _ in range(4000)]
    chance = expected(counts(group, value), ordered=False)
    assert chance.people[0] == pytest.approx(np.mean(dealt), abs=4 * np.std(dealt) / np.sqrt(4000))
    assert np.sqrt(chance.variance[0]) >= 0.95 * np.std(dealt)


def test_groups_are_drawn_of_different_people() -> None:
    found = counts(np.arange(12) // 4, np.arange(12))
    rng = np.random.default_rng(9)
    # Of twelve different values four different people always lie equally far.
    assert found.drawn(4, 50, ordered=False, rng=rng) == pytest.approx(np.full(50, 2 / 3))
    many = counts(np.arange(3000) // 30, np.arange(3000))
    assert many.drawn(30, 50, ordered=False, rng=rng) == pytest.approx(np.full(50, 0.99))
