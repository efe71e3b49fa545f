"""The earlier process beside the present one: does the interval of the change of a gap hold?

Two tables of different people, two to ten groups of 30 to 5,000, rates from .03 to .5; the gap of one
group is the same in both, or wider now. A run counts if the interval of every group holds the change.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from audit.inference import proportions
from audit.inference.comparison import worth_of_others
from audit.inference.earlier import change_limits
from audit.inference.estimating import LEVEL
from audit.inference.multiplicity import sidak
from benchmarks._studies import Row

Array = np.ndarray[Any, Any]

RUNS = 2000
QUICK = 400

CELLS = tuple(
    (k, n, rate, wider)
    for k in (2, 4, 10)
    for n in (100, 500, 5000)
    for rate in (0.03, 0.12, 0.5)
    for wider in (0.0, 0.1)
)


def rates(k: int, rate: float, extra: float) -> Array:
    """Return true rates; the first group's is higher by a tenth of what is left, and `extra`."""
    found = np.full(k, rate)
    found[0] = rate + 0.1 * (1 - rate) * 0.5 + extra
    return found


def gaps(n: Array, p: Array) -> Array:
    """Return each group's true gap to everyone else."""
    return p - ((n * p).sum() - n * p) / (n.sum() - n)


def shown(n: Array, p: Array, runs: int, rng: np.random.Generator) -> tuple[Array, Array, Array]:
    """Draw a table many times; return gaps and their limits as findings show them."""
    k = len(n)
    x = rng.binomial(n.astype(int), p, (runs, k)).astype(float)
    people = np.broadcast_to(n, x.shape)
    x0, n0 = x.sum(1, keepdims=True) - x, people.sum(1, keepdims=True) - people
    worth = worth_of_others(x, people)
    alpha = sidak(1 - LEVEL, k if k > 2 else 1)
    low, high = proportions.difference_interval(x, people, x0 * worth, n0 * worth, alpha)
    return x / people - x0 / n0, low, high


def coverage(cell: tuple[int, int, float, float], runs: int, rng: np.random.Generator) -> float:
    """Return the share of runs in which all intervals of a cell hold."""
    k, size, rate, wider = cell
    now_n = np.round(np.geomspace(max(size / 3, 30), size, k))
    then_n = now_n[::-1].copy()
    now_p, then_p = rates(k, rate, wider), rates(k, rate, 0.0)
    true = gaps(now_n, now_p) - gaps(then_n, then_p)
    now, *now_at = shown(now_n, now_p, runs, rng)
    then, *then_at = shown(then_n, then_p, runs, rng)
    low, high = change_limits(now, (now_at[0], now_at[1]), then, (then_at[0], then_at[1]))
    return float(((low <= true) & (true <= high)).all(axis=1).mean())


def study(
    runs: int, seed: int, cells: tuple[tuple[int, int, float, float], ...] = CELLS
) -> list[Row]:
    """Return the coverage over the cells."""
    rng = np.random.default_rng(seed)
    found = np.array([coverage(cell, runs, rng) for cell in cells])
    total = runs * len(cells)
    return [
        Row(of="cells with coverage of at least 93 %", value=float((found >= 0.93).mean()), unit="%", at_least=0.95, runs=total),
        Row(of="lowest coverage of a cell", value=float(found.min()), unit="%", at_least=0.91, runs=total),
        Row(of="mean coverage", value=float(found.mean()), unit="%", runs=total),
    ]  # fmt: skip
