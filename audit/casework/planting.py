"""Planting an effect so that it holds in every seed, not only on average.

A harm that is drawn person by person comes out stronger in one seed and weaker in the next, and an
answer key would need tolerances so wide that it tests nothing. Here the *number* of people an
effect falls on is fixed; who they are is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np


def apportion(total: int, shares: Sequence[float]) -> list[int]:
    """Split a number of people by shares, with the largest remainders rounded up.

    Parameters
    ----------
    total : int
        People to split.
    shares : sequence of float, length k
        Parts of the whole; they need not add up to one.

    Returns
    -------
    list of int, length k
        Whole numbers that add up to `total`.
    """
    whole = sum(shares)
    exact = [total * share / whole for share in shares]
    counts = [int(x) for x in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (counts[i] - exact[i], i))
    for i in by_remainder[: total - sum(counts)]:
        counts[i] += 1
    return counts


def spread(total: int, wanted: Sequence[float], room: Sequence[int]) -> list[int]:
    """Split a number of people by shares where each part has room for only so many.

    Parameters
    ----------
    total : int
        People to place; if there is too little room, everywhere is filled.
    wanted : sequence of float, length k
        Shares.
    room : sequence of int, length k
        Most people each part can take.

    Returns
    -------
    list of int, length k
    """
    placed = [0] * len(wanted)
    left = min(total, sum(room))
    while left > 0:
        free = [i for i in range(len(room)) if placed[i] < room[i]]
        weights = [wanted[i] for i in free]
        parts = apportion(left, weights if sum(weights) > 0 else [1.0] * len(free))
        for i, part in zip(free, parts, strict=True):
            placed[i] += min(part, room[i] - placed[i])
        left = min(total, sum(room)) - sum(placed)
    return placed


def shuffled(rng: np.random.Generator, total: int, shares: Mapping[str, float]) -> np.ndarray:
    """Return `total` labels in exactly the given shares, in random order, shape (total,)."""
    import numpy as np

    counts = apportion(total, list(shares.values()))
    labels = np.repeat(np.array(list(shares), dtype=object), counts)
    rng.shuffle(labels)
    return labels


def exactly(rng: np.random.Generator, where: np.ndarray, share: float) -> np.ndarray:
    """Choose exactly a share of the marked rows at random.

    Parameters
    ----------
    where : ndarray of bool, shape (n,)
        Rows to choose from.
    share : float
        Fraction in [0, 1].

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    import numpy as np

    rows = np.flatnonzero(where)
    chosen = np.zeros(len(where), dtype=bool)
    chosen[rng.permutation(rows)[: round(share * len(rows))]] = True
    return chosen
