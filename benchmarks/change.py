"""Change over time and between deciders: false alarms and false passes at the limit, and power

Counts are drawn from worlds whose truth is known and put to the functions that DA201, OV104, OV105 and
OV106 use, at their default limits. Of several worlds the one with the worst figure is printed. 4 % is the
level of a leading question, 5 % that of an indicator.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from audit.criterion import Limit
from audit.inference.change_points import drop, p_changed
from audit.inference.drift import moved, shift
from audit.inference.reviewers import spread
from audit.inference.trends import trend
from benchmarks._studies import SEED, Row

RUNS = 1000
QUICK = 60

LIMIT = Limit(ratio=2.0, difference=0.01)
LEAD, OWN = 0.04, 0.05

Hits = dict[str, Sequence[bool]]
"""World to whether it happened, run by run."""


def study(runs: int = RUNS, seed: int = SEED) -> list[Row]:
    """Return all rows."""
    rng = np.random.default_rng(seed)
    return [*options(rng, runs), *agreement(rng, runs), *reviewers(rng, runs), *drift(rng, runs)]


def row(of: str, hits: Hits, *, at_most: float | None = None, at_least: float | None = None) -> Row:
    """Return the row of the worst world."""
    shares = {world: float(np.mean(seen)) for world, seen in hits.items()}
    worst = (max if at_least is None else min)(shares, key=lambda world: shares[world])
    seen = hits[worst]
    return Row.share(
        of,
        events=int(np.sum(seen)),
        runs=len(seen),
        at_most=at_most,
        at_least=at_least,
        worst_of=len(hits),
        beside={"which is": worst},
    )


# -- OV105 ----------------------------------------------------------------------------------------

Counts = tuple[np.ndarray, np.ndarray]


def series(
    rng: np.random.Generator,
    months: int,
    people: int,
    share: float,
    after: float,
    scatter: float = 1.0,
    wander: tuple[float, float] = (0.0, 0.0),
) -> Counts:
    """Draw an option's decisions and all decisions of each month.

    They scatter `scatter` times as much as chance, or their log odds `wander`: correlation of one month
    with the next, and spread.
    """
    n = rng.poisson(people, months) + 1
    p = np.where(np.arange(months) < round(0.6 * months), share, share * after)
    if scatter > 1:
        strength = (people - 1) / (scatter - 1)
        p = rng.beta(np.maximum(p * strength, 1e-9), (1 - p) * strength)
    correlation, spread_of = wander
    if spread_of:
        steps = rng.normal(0, spread_of * np.sqrt(1 - correlation**2), months)
        steps[0] = rng.normal(0, spread_of)
        for t in range(1, months):
            steps[t] += correlation * steps[t - 1]
        p = 1 / (1 + (1 - p) / p * np.exp(-steps))
    return rng.binomial(n, p), n


WANDERING = [(24, 300, 0.2, (0.9, 0.5)), (60, 300, 0.1, (0.9, 0.5)), (60, 300, 0.1, (0.95, 0.7))]
"""Months, decisions of each, share, correlation of a month's log odds with the next and their spread."""


def options(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """Shares of one option over months."""
    sizes = [
        (m, *s) for m in (12, 24, 60) for s in ((20, 0.3), (60, 0.05), (300, 0.01), (300, 0.2))
    ]
    enough = [(12, 100, 0.3), (24, 300, 0.1), (60, 300, 0.05)]

    few = max(runs // 2, 1)

    def drops(worlds: Sequence[tuple[int, int, float]], after: float, scatter: float = 1.0) -> dict:
        return {
            f"{m} months of {n}, option of {p:.0%}": [
                drop(*series(rng, m, n, p, after, scatter), LIMIT)
                for _ in range(runs if after == 0.5 else few)
            ]
            for m, n, p in worlds
        }

    def fails(found: dict) -> Hits:
        return {world: [d.p_beyond <= LEAD for d in seen] for world, seen in found.items()}

    still = drops(sizes, 1.0)
    half = drops(enough, 0.5)
    yield row("OV105, nothing changed: fail", fails(still), at_most=0.04)
    changed = {
        world: [_changed(series(rng, m, n, p, 1.0)) for _ in range(max(runs // 4, 1))]
        for world, (m, n, p) in zip(still, sizes, strict=True)
    }
    yield row("OV105, nothing changed: “some change” said", changed, at_most=0.065)
    wandering = {
        f"{m} months of {n}, option of {p:.0%}, correlation {how[0]}": [
            series(rng, m, n, p, 1.0, wander=how) for _ in range(few)
        ]
        for m, n, p, how in WANDERING
    }
    alarms = {w: [drop(*s, LIMIT).p_beyond <= LEAD for s in seen] for w, seen in wandering.items()}
    yield row("OV105, share that wanders around one level: fail", alarms, at_most=0.04)
    said = {w: [_changed(s) for s in seen[: runs // 10 or 1]] for w, seen in wandering.items()}
    yield row("OV105, share that wanders: “some change” said", said)
    scattered = drops(enough, 0.5, 4.0)
    yield row(
        "OV105, share halved, scatter four times chance: fail", fails(scattered), at_most=0.05
    )
    wide = {world: [d.inside for d in seen] for world, seen in scattered.items()}
    yield row("OV105, share halved, scatter four times chance: pass", wide, at_most=0.06)
    yield row("OV105, share halved, the limit itself: fail", fails(half), at_most=0.05)
    passes = {world: [d.inside for d in seen] for world, seen in half.items()}
    yield row("OV105, share halved: pass", passes, at_most=0.06)
    yield row("OV105, option vanished: fail", fails(drops(enough, 0.0)), at_least=0.9)


def _changed(counts: Counts) -> bool:
    x, n = counts
    found = drop(x, n, LIMIT)
    return p_changed(x, n, dispersion=found.dispersion if found else 1.0) <= OWN


# -- OV104 ----------------------------------------------------------------------------------------

OFFICES = {
    "20 officers, chance alone": (20, 12, 10, 0.0, 0.0),
    "5 officers": (5, 24, 30, 0.0, 0.0),
    "40 officers who drift apart": (40, 12, 20, 0.15, 0.0),
    "24 months that differ": (40, 24, 20, 0.0, 0.05),
    "2 officers who drift apart": (2, 12, 40, 0.1, 0.0),
}
"""Officers, months, files of each a month, spread of their own slopes, spread of months."""


STAFF = {
    "2 posts, half a year each": (2, 12, 6, 60),
    "3 posts, a third of a year each": (3, 12, 4, 40),
    "3 posts, a year each": (3, 12, 12, 40),
    "4 posts, 24 months, 8 months each": (4, 24, 8, 40),
    "10 posts, 24 months, a year each": (10, 24, 12, 40),
}
"""Posts, months, months a person stays, files of each a month; people differ in level by 12 points."""


def agreement(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """A line of agreement that rises by exactly the limit, or by three times as much."""

    def lines(rise: float, offices: dict) -> dict:
        return {
            world: [_line(rng, rise, *how) for _ in range(2 * runs)]
            for world, how in offices.items()
        }

    # Two who drift apart can show no rise of all; that they raise no false one is asked of them.
    settled = {world: how for world, how in OFFICES.items() if how[0] > 2}

    at = lines(0.05, OFFICES)
    reviews = {world: [found.p_above(0.05) <= OWN for found in seen] for world, seen in at.items()}
    passes = {world: [found.bound(0.05) <= 0.05 for found in seen] for world, seen in at.items()}
    yield row("OV104, rise of 5 points, the limit itself: review", reviews, at_most=0.06)
    yield row("OV104, rise of 5 points: pass", passes, at_most=0.06)
    for words, rise, review, cleared in (
        ("people come and go, no trend", 0.0, 0.05, None),
        ("people come and go, rise of 5 points", 0.05, 0.06, 0.06),
    ):
        staffed = {
            world: [_staffed(rng, rise, *how) for _ in range(2 * runs)]
            for world, how in STAFF.items()
        }
        rises = {w: [f.p_above(0.05) <= OWN for f in seen] for w, seen in staffed.items()}
        yield row(f"OV104, {words}: review", rises, at_most=review)
        if cleared is not None:
            passed = {w: [f.bound(0.05) <= 0.05 for f in seen] for w, seen in staffed.items()}
            yield row(f"OV104, {words}: pass", passed, at_most=cleared)
    higher = {w: [f.p_above(0.05) <= OWN for f in seen] for w, seen in lines(0.2, settled).items()}
    yield row("OV104, rise of 20 points: review", higher, at_least=0.9)


def _line(
    rng: np.random.Generator,
    rise: float,
    officers: int,
    months: int,
    each: int,
    own: float,
    shock: float,
):
    t = np.tile(np.arange(months), officers)
    who = np.repeat(np.arange(officers), months)
    along = t / (months - 1) - 0.5
    p = 0.75 + (rise + rng.normal(0, own, officers)[who]) * along + rng.normal(0, shock, months)[t]
    n = rng.poisson(each, len(t))
    return trend(t, rng.binomial(n, np.clip(p, 0, 1)), n, who.astype(str))


def _staffed(rng: np.random.Generator, rise: float, posts: int, months: int, stay: int, each: int):
    """Fit a line where posts pass from one person to the next, each with a level of their own."""
    t = np.tile(np.arange(months), posts)
    post = np.repeat(np.arange(posts), months)
    turn = (t + rng.integers(0, stay, posts)[post]) // stay
    person = np.unique(post * (months + 2) + turn, return_inverse=True)[1]
    level = np.clip(rng.normal(0.75, 0.12, person.max() + 1), 0.02, 0.98)[person]
    n = rng.poisson(each, len(t))
    p = np.clip(level + rise * (t / (months - 1) - 0.5), 0, 1)
    return trend(t, rng.binomial(n, p), n, person.astype(str))


# -- OV106 ----------------------------------------------------------------------------------------

TEAMS = ((10, 40, 1), (12, 30, 3), (40, 300, 20), (100, 60, 20))
"""Reviewers, decisions of each, strata."""


def reviewers(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """Reviewers whose odds vary by a known median odds ratio."""

    def teams(ratio: float) -> dict:
        return {
            f"{count} reviewers with {decisions} in {strata} strata": [
                spread(_team(rng, count, decisions, strata, ratio))
                for _ in range(max(runs // 2, 1))
            ]
            for count, decisions, strata in TEAMS
        }

    alike, at, wide = teams(1.0), teams(1.5), teams(2.5)

    def beyond(found: dict) -> Hits:
        return {world: [s.p_beyond(1.5) <= OWN for s in seen] for world, seen in found.items()}

    yield row("OV106, all alike: review", beyond(alike), at_most=0.05)
    chance = {world: [s.p_chance <= OWN for s in seen] for world, seen in alike.items()}
    yield row("OV106, all alike: chi-square at 5 %", chance, at_most=0.08)
    yield row("OV106, median odds ratio 1.5, the limit itself: review", beyond(at), at_most=0.06)
    passes = {world: [s.limit(0.95) <= 1.5 for s in seen] for world, seen in at.items()}
    yield row("OV106, median odds ratio 1.5: pass", passes, at_most=0.06)
    yield row("OV106, median odds ratio 2.5: review", beyond(wide), at_least=0.6)
    covered = {w: [s.limit(0.025) <= 2.5 <= s.limit(0.975) for s in x] for w, x in wide.items()}
    yield row("OV106, median odds ratio 2.5: 95 % limits hold it", covered, at_least=0.9)


def _team(rng: np.random.Generator, count: int, decisions: int, strata: int, ratio: float) -> list:
    own = rng.normal(0, np.log(ratio) / (0.6744897501960817 * np.sqrt(2)), count)
    levels = rng.normal(0, 1, strata) if strata > 1 else np.zeros(1)
    tables = []
    for level in levels:
        n = rng.poisson(decisions / strata, count)
        x = rng.binomial(n, 1 / (1 + np.exp(-(np.log(0.3 / 0.7) + level + own))))
        pairs = enumerate(zip(x.tolist(), n.tolist(), strict=True))
        tables.append({str(i): (a, b) for i, (a, b) in pairs if b})
    return tables


# -- DA201 ----------------------------------------------------------------------------------------

BINS = ((2, 1000, 300), (5, 300, 100), (10, 1000, 300), (10, 20_000, 5000), (20, 3000, 1000))
"""Bins, values before, values after."""


def drift(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """Distributions that stay, lie at the limit, or far beyond it."""

    def shifts(apart: float) -> dict:
        return {
            f"{k} bins, {n:,} against {m:,}": [
                shift(rng.multinomial(n, np.full(k, 1 / k)), rng.multinomial(m, tilted(k, apart)))
                for _ in range(runs)
            ]
            for k, n, m in BINS
        }

    at = shifts(0.1)
    reviews = {world: [s.p_beyond(0.1) <= OWN for s in seen] for world, seen in at.items()}
    passes = {world: [s.upper(0.05) <= 0.1 for s in seen] for world, seen in at.items()}
    yield row("DA201, index .1, the limit itself: review", reviews, at_most=0.06)
    yield row("DA201, index .1: pass", passes, at_most=0.06)
    few = max(runs // 8, 1)
    world = "15 inputs, 9 later months of 500"
    still = [min(_inputs(rng, 0.0)) <= OWN / 15 for _ in range(few)]
    yield row("DA201, nothing moved: review", {world: still}, at_most=0.05)
    one = [_inputs(rng, 0.4)[0] <= OWN / 15 for _ in range(few)]
    yield row(
        "DA201, one input at an index of .4 for three months: review", {world: one}, at_least=0.9
    )


def _inputs(rng: np.random.Generator, apart: float) -> list[float]:
    """Return the p-values of fifteen inputs, the first of which moves in the last three of nine months."""
    found = []
    for i in range(15):
        now = [tilted(10, apart if i == 0 and month > 5 else 0.0) for month in range(9)]
        counts = [rng.multinomial(500, q).tolist() for q in now]
        then = rng.multinomial(1500, tilted(10, 0.0)).tolist()
        found.append(moved("x", then, counts, [""] * 9, limit=0.1, together=15).p_value)
    return found


def tilted(bins: int, apart: float) -> np.ndarray:
    """Return a distribution over bins whose index from equal shares is `apart`."""
    p, slope = np.full(bins, 1 / bins), np.linspace(-1, 1, bins)
    low, high = 0.0, 5.0 if apart else 0.0
    for _ in range(60):
        middle = (low + high) / 2
        q = p * np.exp(middle * slope)
        q /= q.sum()
        low, high = (middle, high) if ((p - q) * np.log(p / q)).sum() < apart else (low, middle)
    return p * np.exp(low * slope) / (p * np.exp(low * slope)).sum()
