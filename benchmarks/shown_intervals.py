"""Shown intervals: do all of a question's 95 % intervals hold at once?

2 to 50 groups of 30 to 5,000 people (equal, from 30 to 5,000 in one question, or one that holds nine
tenths), rates from .02 to .98 (all equal, scattered, one doubled, or spread over the whole range). A
cell is one such world; a run counts if every interval of the question holds its true value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from audit.inference import proportions
from audit.inference.comparison import worth_of_others
from audit.inference.estimating import LEVEL
from audit.inference.multiplicity import sidak
from benchmarks._studies import Row

Array = np.ndarray[Any, Any]

RUNS = 2000
QUICK = 200

GROUPS = (2, 3, 5, 10, 20, 50)
SIZES = ("30", "100", "500", "2000", "5000", "30 to 5000", "one of nine tenths")
RATES = (0.02, 0.05, 0.12, 0.3, 0.5, 0.7, 0.88, 0.98)
WORLDS = ("equal", "scattered", "one doubled", "whole range")


@dataclass(frozen=True)
class Cell:
    """One world: people and rates by group."""

    n: Array
    p: Array

    @property
    def expected(self) -> float:
        """The smallest expected count of events or non-events."""
        return float(min((self.n * self.p).min(), (self.n * (1 - self.p)).min()))


@dataclass(frozen=True)
class Coverage:
    """Share of runs in which all intervals of a kind hold their truths."""

    difference: float
    ratio: float
    rate: float


def cells(groups: tuple[int, ...] = GROUPS) -> Iterator[Cell]:
    """Every world of the grid."""
    for k in groups:
        for size in SIZES:
            for rate in RATES:
                for kind in WORLDS:
                    yield Cell(_sizes(size, k), _rates(rate, k, kind))


def _sizes(size: str, k: int) -> Array:
    match size:
        case "30 to 5000":
            return np.round(np.geomspace(30, 5000, k))
        case "one of nine tenths":
            return np.array([30.0 * 9 * (k - 1), *[30.0] * (k - 1)]).clip(30, 5000)
        case _:
            return np.full(k, float(size))


def _rates(rate: float, k: int, kind: str) -> Array:
    order = np.random.default_rng(k).permutation(k)
    steps = np.linspace(-1, 1, k)[order]
    match kind:
        case "scattered":
            return 1 / (1 + np.exp(-(np.log(rate / (1 - rate)) + 0.5 * steps)))
        case "one doubled":
            rates = np.full(k, rate)
            rates[0] = min(2 * rate, (1 + rate) / 2)
            return rates
        case "whole range":
            return np.where(np.arange(k) == 0, rate, 0.5 + 0.48 * steps)
        case _:
            return np.full(k, rate)


def coverage(cell: Cell, runs: int, rng: np.random.Generator) -> Coverage:
    """Draw one world many times."""
    k = len(cell.n)
    x = rng.binomial(cell.n.astype(int), cell.p, (runs, k)).astype(float)
    n = np.broadcast_to(cell.n, x.shape)
    x0, n0 = x.sum(1, keepdims=True) - x, n.sum(1, keepdims=True) - n
    expected = cell.n * cell.p
    true0 = (expected.sum() - expected) / (cell.n.sum() - cell.n)
    alpha = sidak(1 - LEVEL, k if k > 2 else 1)
    of_rates = sidak(1 - LEVEL, k)
    p, own = x / n, _distinct(x, n, alpha)
    worth = worth_of_others(x, n)
    others = proportions.jeffreys(x0 * worth, n0 * worth, alpha)
    rates = own if of_rates == alpha else _distinct(x, n, of_rates)
    return Coverage(
        _share(proportions.mover_difference(p, *own, x0 / n0, *others), cell.p - true0),
        _share(proportions.mover_ratio(p, *own, x0 / n0, *others), cell.p / true0),
        _share(rates, cell.p),
    )


def _distinct(x: Array, n: Array, alpha: float) -> tuple[Array, Array]:
    """Compute the limits of a rate once for each count."""
    seen, where = np.unique(np.stack([x.ravel(), n.ravel()]), axis=1, return_inverse=True)
    low, high = proportions.jeffreys(*seen, alpha)
    return low[where.ravel()].reshape(x.shape), high[where.ravel()].reshape(x.shape)


def _share(limits: tuple[Array, Array], true: Array) -> float:
    low, high = limits
    return float(((low <= true + 1e-12) & (true <= high + 1e-12)).all(axis=1).mean())


def study(runs: int, seed: int, groups: tuple[int, ...] = GROUPS) -> list[Row]:
    """Return the distribution of coverage over the cells."""
    rng = np.random.default_rng(seed)
    grid = list(cells(groups))
    found = [coverage(cell, runs, rng) for cell in grid]
    enough = np.array([cell.expected >= 5 for cell in grid])

    def rows(of: str, name: Callable[[Array, Array], float], **required: float) -> list[Row]:
        return [
            Row(
                of=f"{kind}s: {of}",
                value=name(np.array([getattr(c, kind) for c in found]), enough),
                unit="%",
                runs=runs * len(grid),
                **required,
            )
            for kind in ("difference", "ratio", "rate")
        ]

    return [
        *rows(
            f"cells (of {len(grid):,}) with coverage of at least 93 %",
            lambda c, _: float((c >= 0.93).mean()),
            at_least=0.99,
        ),
        *rows("lowest coverage of a cell", lambda c, _: float(c.min()), at_least=0.91),
        *rows("median coverage", lambda c, _: float(np.median(c))),
        *rows(
            f"highest coverage where every expected count is at least 5 ({enough.sum():,} cells)",
            lambda c, e: float(c[e].max()),
            at_most=0.98,
        ),
    ]
