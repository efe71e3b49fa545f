"""Planned power: does a group as large as the audit asks for fail, or pass, as often as it says?

Two settings: 25 groups of one leading rate, all of a size, so 25 tests in the family (Holm at .04, limit
1.25 and one percentage point); or five groups and 20 tests elsewhere. One group has twice the rate of the
others. The people it needs are planned by `audit.inference.power`, for 90 % and for 80 %, and the
decisions are drawn at that size: its own verdict, and whether any other group is named. Under each rate
stands the smallest share of the two settings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from audit.criterion import Limit
from audit.inference.comparison import Comparison
from audit.inference.multiplicity import holm
from audit.inference.power import n_to_fail, n_to_pass
from audit.inference.verdict import FAMILIES
from audit.vocabulary import Worse
from benchmarks._studies import Row

Array = np.ndarray[Any, Any]

RUNS = 8000
QUICK = 200

LIMIT = Limit(ratio=1.25, difference=0.01)
TESTS = 25
RATES = (0.02, 0.04, 0.08, 0.12, 0.3)
GROUPS = (25, 5)
ALPHA = FAMILIES["lead"]


@dataclass(frozen=True)
class Realised:
    """Shares of runs at the planned size."""

    people: int
    found: int
    wrong: int


def many(x: Array, n: Array) -> Comparison:
    """Set each group of each run beside everyone else of the run; arrays of shape (runs, groups)."""
    flat = np.ravel
    x0, n0 = x.sum(1, keepdims=True) - x, n.sum(1, keepdims=True) - n
    return Comparison(
        groups=tuple(map(str, range(x.size))),
        people=flat(n),
        events=flat(x),
        clusters=np.full(x.size, np.inf),
        x=flat(x),
        n=flat(n),
        x0=flat(x0),
        n0=flat(n0),
        worse=Worse.HIGHER,
        limit=LIMIT,
        is_reference=np.zeros(x.size),
        alone=flat(n),
    )


def draw(rng: np.random.Generator, runs: int, n: Array, p: Array) -> tuple[Array, Array]:
    """Return events and people, shape (runs, groups)."""
    x = rng.binomial(n.astype(int), p, (runs, len(n))).astype(float)
    return x, np.broadcast_to(n, x.shape).astype(float)


def doubled(
    rate: float, groups: int, power: float, runs: int, rng: np.random.Generator
) -> Realised:
    """Plan for a doubled rate, and decide as often as asked at the planned size."""
    bar = many(np.ones((1, 2)), np.full((1, 2), 9.0)).bar
    size = float(n_to_fail(bar, rate, groups - 1.0, ALPHA / TESTS, power=power, gap=rate))
    n = np.full(groups, size)
    p = np.full(groups, rate)
    p[0] = 2 * rate
    x, people = draw(rng, runs, n, p)
    values = many(x, people).p_worse(lower=False).reshape(x.shape)
    padded = np.hstack([values, np.ones((runs, TESTS - groups))])
    rejected = np.array([holm(row) for row in padded]) <= ALPHA
    return Realised(int(size), int(rejected[:, 0].sum()), int(rejected[:, 1:].any(axis=1).sum()))


def passing(rate: float, groups: int, runs: int, rng: np.random.Generator) -> Realised:
    """Plan for a pass without any gap, and decide as often as asked at the planned size."""
    bar = many(np.ones((1, 2)), np.full((1, 2), 9.0)).bar
    size = float(n_to_pass(bar, rate, groups - 1.0))
    x, people = draw(rng, runs, np.full(groups, size), np.full(groups, rate))
    ratio, floor = many(x, people).inside(lower=False)
    inside = (ratio | floor).reshape(x.shape)
    return Realised(int(size), int(inside[:, 0].sum()), 0)


def study(runs: int, seed: int) -> list[Row]:
    """Return the realised shares, rate by rate."""
    rng = np.random.default_rng(seed)
    rows, wrong, eighty = [], 0, []
    for rate in RATES:
        found = [doubled(rate, k, 0.9, runs, rng) for k in GROUPS]
        eighty += [doubled(rate, k, 0.8, runs, rng) for k in GROUPS]
        wrong = max(wrong, *(f.wrong for f in found), *(f.wrong for f in eighty))
        sizes = " or ".join(f"{f.people:,}" for f in found)
        rows.append(
            Row.share(
                f"doubled from {rate:g}: found, in a group planned for 90 % ({sizes} people)",
                events=min(f.found for f in found),
                runs=runs,
                worst_of=len(found),
                at_least=0.85 if rate == 0.3 else 0.88,
            )
        )
    open_groups = [passing(rate, k, runs, rng) for rate in RATES for k in GROUPS]
    for words, each in (
        ("fail, planned for 80 %", eighty),
        ("pass, planned for 80 %", open_groups),
    ):
        low, high = min(f.found for f in each), max(f.found for f in each)
        of = {"runs": runs, "worst_of": len(each)}
        rows += [
            Row.share(f"{words}: lowest share", events=low, at_least=0.8, **of),
            Row.share(f"{words}: highest share", events=high, at_most=0.88, **of),
        ]
    settings = 2 * len(RATES) * len(GROUPS)
    rows.append(
        Row.share(
            "another group named, at most",
            events=wrong,
            runs=runs,
            at_most=0.01,
            worst_of=settings,
        )
    )
    return rows
