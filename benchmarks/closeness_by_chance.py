"""Combinations far from the whole (PR204): how often one is named by chance, and how often one that is there.

Worlds whose values are dealt out at random to combinations of given sizes, so that whatever is named is an error; and
worlds with one combination that leans, or many that lean a little. The limit is a distance of 0.2.
"""

from __future__ import annotations

import numpy as np

from audit.inference import closeness
from audit.measures._value_counts import ValueCounts
from audit.measures.sensitive_values import ALPHA
from benchmarks._studies import Row

RUNS = 200
QUICK = 20
T = 0.2
VALUES = {
    "two values": (0.7, 0.3),
    "three values": (0.5, 0.3, 0.2),
    "rare values": (0.95, 0.03, 0.02),
}


def counts(group: np.ndarray, value: np.ndarray) -> ValueCounts:
    """Return the counts of people by combination and value."""
    value = np.unique(value, return_inverse=True)[1]
    values = int(value.max()) + 1
    cells, n = np.unique(group * values + value, return_counts=True)
    return ValueCounts.of(cells // values, cells % values, n)


def ruled_out(found: ValueCounts) -> np.ndarray:
    """Return the combinations beyond the limit in which chance is ruled out."""
    n, distance = found.people, found.distance(ordered=False)
    mean = closeness.mean_at_most(found.overall, n, ordered=False)
    p = closeness.p_values(n, distance, mean, found.telling(), len(found.overall))
    named: np.ndarray = closeness.refuted(p, n, ALPHA) & (distance > T)
    return named


def too_many(found: ValueCounts, rng: np.random.Generator) -> bool:
    """Tell whether more people are beyond the limit than chance accounts for."""

    def drawn(n: int, draws: int) -> np.ndarray:
        return found.drawn(n, draws, ordered=False, rng=rng)

    sizes, groups = np.unique(found.people, return_counts=True)
    chance = closeness.beyond(sizes, groups, found.overall, drawn, np.array([T]), ordered=False)
    people = int(found.people[found.distance(ordered=False) > T + 1e-9].sum())
    return closeness.more_than_chance(people, chance.people[0], chance.variance[0], ALPHA)


def _sizes(kind: str, rng: np.random.Generator) -> np.ndarray:
    known = {"1 to 7 people": rng.integers(1, 8, 1000), "6 people": np.full(400, 6)}
    return known.get(kind, np.array([200, 300, 150, 40, 800]))


def _by_chance(values: str, kind: str, runs: int, rng: np.random.Generator) -> Row:
    named = 0
    for _ in range(runs):
        sizes = _sizes(kind, rng)
        group = np.repeat(np.arange(len(sizes)), sizes)
        found = counts(group, rng.choice(len(VALUES[values]), len(group), p=VALUES[values]))
        named += bool(ruled_out(found).any()) or too_many(found, rng)
    of = f"{values}, combinations of {kind}, dealt out at random: something is named"
    return Row.share(of, events=named, runs=runs, at_most=0.05 if runs >= RUNS else 0.2)


def _leaning(people: int, share: float, runs: int, rng: np.random.Generator) -> Row:
    named = 0
    for _ in range(runs):
        group = np.repeat(np.arange(300), people)
        rate = np.where(group == 0, share, 0.1)
        named += bool(ruled_out(counts(group, (rng.random(len(group)) < rate).astype(int)))[0])
    of = f"one of 300 combinations of {people} people, {share:.0%} of it with a value of 10 %: it is named"
    return Row.share(of, events=named, runs=runs)


def _many(scatter: float, runs: int, rng: np.random.Generator) -> Row:
    named = 0
    for _ in range(runs):
        group = np.repeat(np.arange(500), 6)
        rate = np.clip(rng.normal(0.3, scatter, 500), 0, 1)[group]
        named += too_many(counts(group, (rng.random(len(group)) < rate).astype(int)), rng)
    of = f"500 combinations of 6 people, shares of 30 ± {100 * scatter:.0f} %: more than by chance"
    return Row.share(of, events=named, runs=runs)


def study(runs: int = RUNS, seed: int = 0) -> list[Row]:
    rng = np.random.default_rng(seed)
    kinds = ("1 to 7 people", "6 people", "40 to 800 people")
    rows = [_by_chance(values, kind, runs, rng) for values in VALUES for kind in kinds]
    rows += [
        _leaning(people, share, runs, rng)
        for people in (5, 12, 20, 40)
        for share in (0.5, 0.9, 1.0)
    ]
    return [*rows, *(_many(scatter, runs, rng) for scatter in (0.1, 0.2))]
