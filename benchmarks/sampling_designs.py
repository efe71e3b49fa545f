"""Rows that belong together, rows that stand for several, and gaps within strata: coverage of 95 % intervals

Every line is the worst of its cells. Clusters: rates .05 to .5, intraclass correlation .02 to .3, clusters
of equal size, of households (1 to 6), of 5 to 59, and lognormal. Households: the difference between two
sexes that live together. Weights: equal, lognormal, and going with the event. Strata: four, base rates .1
to .4, a true difference of .05 or ratio of 1.25, groups mixed within clusters or a third of the clusters.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from audit.inference.clusters import effective_people, joint_factors, weighted_people
from audit.inference.proportions import difference_interval, jeffreys
from audit.inference.strata import Layers, Pooled, mantel_haenszel
from benchmarks._studies import Row

RUNS = 2000
QUICK = 150

Array = np.ndarray[Any, Any]
Random = np.random.Generator

SIZES: dict[str, Callable[[int, Random], Array]] = {
    "equal": lambda c, _: np.full(c, 20),
    "households": lambda c, rng: rng.integers(1, 7, c),
    "5 to 59": lambda c, rng: rng.integers(5, 60, c),
    "lognormal": lambda c, rng: np.maximum(rng.lognormal(2.5, 1, c).astype(int), 1),
}
RATES = ((0.05, 0.02), (0.05, 0.1), (0.05, 0.3), (0.1, 0.3), (0.2, 0.1), (0.2, 0.3), (0.5, 0.1))
BASE = np.array([0.1, 0.2, 0.3, 0.4])


def worst(of: str, cells: dict[str, int], runs: int, at_least: float | None) -> Row:
    """Return the cell covered least often as a row, with the mean and the highest beside it."""
    name = min(cells, key=lambda cell: cells[cell])
    shares = [hits / runs for hits in cells.values()]
    return Row.share(
        f"{of}: {name}",
        events=cells[name],
        runs=runs,
        at_least=at_least,
        worst_of=len(cells),
        beside={"mean of cells": float(np.mean(shares)), "highest": max(shares)},
    )


def _clusters(number: int, runs: int, rng: Random) -> Row:
    cells = {}
    for size, draw in SIZES.items():
        for rate, icc in RATES:
            a, b = rate * (1 - icc) / icc, (1 - rate) * (1 - icc) / icc
            found = np.empty((runs, 2))
            for r in range(runs):
                people = draw(number, rng)
                events = rng.binomial(people, rng.beta(a, b, number)).astype(float)
                worth, _ = effective_people(events, people.astype(float))
                found[r] = events.sum() / people.sum(), worth
            low, high = jeffreys(found[:, 0] * found[:, 1], found[:, 1])
            cells[f"rate {rate}, correlation {icc}, {size}"] = _inside(low, high, rate)
    return worst(f"{number} clusters", cells, runs, 0.90 if number < 50 else 0.93)


def _inside(low: Array, high: Array, truth: float) -> int:
    return int(((low <= truth) & (truth <= high)).sum())


def _households(number: int, runs: int, rng: Random) -> Row:
    """Two people of different sex a household, who share its luck, or of whom one is chosen."""
    cells = {}
    cluster, group = np.repeat(np.arange(number), 2), np.tile([0, 1], number)
    people = np.ones(2 * number)
    for name in ("share luck", "one or the other", "independent"):
        found = np.empty((runs, 5))
        for r in range(runs):
            if name == "one or the other":
                chosen = rng.random(number)
                pair = np.stack([chosen < 0.3, (chosen >= 0.3) & (chosen < 0.6)], 1)
                events = pair.ravel().astype(float)
            else:
                luck = np.where(rng.random(number) < 0.5, 0.55, 0.05)
                rate = luck if name == "share luck" else np.full(number, 0.3)
                events = (rng.random(2 * number) < rate[cluster]).astype(float)
            factor = joint_factors(cluster, group, events, people)[0]
            row: list[float] = []
            for g in (0, 1):
                own = group == g
                row += [events[own].mean(), effective_people(events[own], people[own])[0]]
            found[r] = *row, factor
        p1, n1, p0, n0, factor_ = found.T
        n1, n0 = n1 * factor_, n0 * factor_
        cells[name] = _inside(*difference_interval(p1 * n1, n1, p0 * n0, n0), 0.0)
    return worst(f"{number} households, both sexes", cells, runs, 0.93)


def _weights(rows: int, runs: int, rng: Random) -> Row:
    cells = {}
    for rate in (0.05, 0.2, 0.5):
        for name in ("equal", "lognormal", "with the event", "against the event"):
            found = np.empty((runs, 2))
            for r in range(runs):
                # A group in a file ten times as large, in which some people do have the event.
                everyone, weights = _weighted(name, rate, 10 * rows, rng)
                typical = [
                    (weights[some] ** 2).sum() / max(weights[some].sum(), 1e-9)
                    for some in (everyone, ~everyone)
                ]
                event, weight = everyone[:rows], weights[:rows]
                total = weight.sum()
                worth = weighted_people(
                    (weight[event].sum(), (weight[event] ** 2).sum()),
                    (weight[~event].sum(), (weight[~event] ** 2).sum()),
                    float(len(weight)),
                    (typical[0], typical[1]),
                )
                found[r] = weight[event].sum() / total, worth
            low, high = jeffreys(found[:, 0] * found[:, 1], found[:, 1])
            cells[f"rate {rate}, weights {name}"] = _inside(low, high, rate)
    return worst(f"a group of {rows} weighted rows", cells, runs, 0.92)


def _weighted(name: str, rate: float, rows: int, rng: Random) -> tuple[Array, Array]:
    """Return who has the event and the weights that make the sample stand for the population."""
    if name in ("equal", "lognormal"):
        weight = np.full(rows, 3.0) if name == "equal" else rng.lognormal(0, 0.8, rows)
        return rng.random(rows) < rate, weight
    # People with the event were kept four times as often as others, or a quarter as often.
    often = 4.0 if name == "against the event" else 0.25
    chance = often * rate / (often * rate + 1 - rate)
    event = rng.random(rows) < chance
    return event, np.where(event, 1 / often, 1.0)


def _strata(number: int | None, runs: int, rng: Random, *, ratio: bool) -> Row:
    """Clustered strata where a number of clusters is given; else rows one by one, weighted or not."""
    cells = {}
    shapes: Sequence[tuple[str, str, float]] = [
        (size, layout, icc)
        for size in (("equal",) if number is None else ("equal", "5 to 59", "lognormal"))
        for layout in (("mixed",) if number is None else ("mixed", "nested"))
        for icc in ((0.0,) if number is None else (0.1,))
    ]
    for size, layout, icc in shapes:
        for weighted in (False, True):
            hits = 0
            for _ in range(runs):
                pooled = _one(number, size, layout, icc, rng, weighted=weighted, ratio=ratio)
                hits += _covered(pooled, ratio=ratio)
            named = f"{size}, {layout}, correlation {icc}" if number else "rows one by one"
            cells[named + (", weighted" if weighted else "")] = hits
    what = "ratio" if ratio else "difference"
    at_least = 0.92 if number is None else (0.90 if number < 50 else 0.93)
    return worst(f"{what} within strata, {number or 'no'} clusters", cells, runs, at_least)


def _one(
    number: int | None, size: str, layout: str, icc: float, rng: Random,
    *, weighted: bool, ratio: bool,
) -> Pooled:  # fmt: skip
    clusters = number or 600
    people = SIZES[size](clusters, rng) if number else np.ones(clusters, int)
    cluster = np.repeat(np.arange(clusters), people)
    rows = len(cluster)
    stratum = rng.integers(0, 4, rows)
    mixed = (rng.random(rows) < 0.35).astype(int)
    group = mixed if layout == "mixed" else (np.arange(clusters) % 3 == 0).astype(int)[cluster]
    shift = np.clip(rng.normal(0, 0.3 * icc**0.5, clusters), -0.1, 0.1)[cluster]
    if ratio:
        rate = BASE[stratum] * (1 + shift / 0.4) * np.where(group == 1, 1.25, 1.0)
    else:
        rate = BASE[stratum] + shift + 0.05 * group
    event = rng.random(rows) < rate
    weight = rng.lognormal(0, 0.5, rows) if weighted else np.ones(rows)
    codes, at = np.unique(
        (cluster if number else 0) * 16 + stratum * 4 + group * 2 + event, return_inverse=True
    )
    cells = np.stack([codes // 16, codes // 4 % 4, codes // 2 % 2, codes % 2], 1)
    w, w2 = (np.bincount(at, weight**power) for power in (1, 2))
    hit = cells[:, 3] == 1
    layers = Layers(
        stratum=cells[:, 1],
        group=cells[:, 2],
        events=np.where(hit, w, 0.0),
        people=w,
        cluster=cells[:, 0] if number else None,
        event_squares=np.where(hit, w2, 0.0),
        other_squares=np.where(hit, 0.0, w2),
    )
    sides = [
        np.bincount(cells[:, 1], np.where(cells[:, 2] == g, values, 0.0), 4)
        for g in (1, 0)
        for values in (layers.events, layers.people)
    ]
    pooled = mantel_haenszel(*sides)
    found = layers.scatter(1) if number or weighted else None
    if found is None:
        return pooled
    return Pooled(
        pooled.ratio, found.log_ratio_se or np.nan, pooled.difference, found.difference_se,
        pooled.people, pooled.own, found.df or np.inf,
    )  # fmt: skip


def _covered(pooled: Pooled, *, ratio: bool) -> bool:
    z = pooled.quantile(0.975)
    if ratio and not 0 < pooled.ratio < np.inf:
        return False
    if ratio:
        return bool(abs(np.log(pooled.ratio / 1.25)) <= z * pooled.log_ratio_se)
    return bool(abs(pooled.difference - 0.05) <= z * pooled.difference_se)


def study(runs: int, seed: int) -> list[Row]:
    """Return the worst cell of each design."""
    rng = np.random.default_rng(seed)
    rows = [_clusters(number, runs, rng) for number in (10, 20, 50, 200, 500)]
    rows += [_households(number, runs, rng) for number in (50, 500)]
    rows += [_weights(people, runs, rng) for people in (100, 1000)]
    for ratio in (False, True):
        numbers: tuple[int | None, ...] = (None, 10, 20, 50, 200)
        rows += [_strata(number, runs, rng, ratio=ratio) for number in numbers]
    return rows
