"""Drawing rows without drawing lots: by a hash of the row number that every engine can compute."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    import numpy as np

PRIME = 2_147_483_629
"""Below 2**31, so that a product of two residues and a further addend fit in 63 bits."""


N = TypeVar("N")


@dataclass(frozen=True, slots=True)
class Hash:
    """Three rounds of squaring modulo a prime, with constants from the seed.

    Integer arithmetic alone, so that polars, pandas, DuckDB and any SQL give the same numbers. Not
    a cryptographic hash: it keeps a sample from following the order of the file, no more.
    """

    constants: tuple[tuple[int, int], ...]

    @classmethod
    def seeded(cls, seed: int) -> Hash:
        """Return the hash of a seed."""
        digest = hashlib.sha256(f"audit sample {seed}".encode()).digest()
        numbers = [int.from_bytes(digest[i : i + 4], "big") % PRIME for i in range(0, 32, 4)]
        return cls(tuple((numbers[i] | 1 << 20, numbers[i + 1]) for i in (0, 2, 4)))

    def steps(self) -> Iterator[Callable[[N], N]]:
        """Yield the functions to apply one after the other to row numbers.

        They take integers, arrays or an engine's expression. Each uses its argument twice, so an
        engine should keep the result of one before it computes the next.
        """
        for a, b in self.constants:
            yield partial(_step, a, b)


def _step(a: int, b: int, x: N) -> N:
    mixed: Any = (cast("Any", x) % PRIME * a + b) % PRIME
    return cast("N", mixed * mixed % PRIME)


def allocate(people: Sequence[int], size: int) -> list[int]:
    """Share a sample out over strata.

    Each stratum first gets half of an equal share (all of it if it is smaller), the rarest strata
    first; the rest is shared in proportion to the people not yet taken, by largest remainder.

    Parameters
    ----------
    people : sequence of int
        People in each stratum.
    size : int
        Most rows in total.

    Returns
    -------
    list of int
        Rows to take from each stratum, in the order given; the sum is min(size, all people).
    """
    size = min(size, sum(people))
    taken = [0] * len(people)
    if not size:
        return taken
    floor = -(-size // (2 * len(people)))
    left = size
    for i in sorted(range(len(people)), key=lambda i: (people[i], i)):
        taken[i] = min(people[i], floor, left)
        left -= taken[i]
    open_ = [n - t for n, t in zip(people, taken, strict=True)]
    rest = sum(open_)
    if not rest:
        return taken
    shares = [left * n // rest for n in open_]
    remainders = [left * n % rest for n in open_]
    spare = left - sum(shares)
    for i in sorted(range(len(people)), key=lambda i: (-remainders[i], i))[:spare]:
        shares[i] += 1
    return [t + s for t, s in zip(taken, shares, strict=True)]


def smallest(
    strata: np.ndarray, hashes: np.ndarray, rows: np.ndarray, quota: np.ndarray
) -> np.ndarray:
    """Return positions of the `quota[s]` smallest hashes in each stratum, in the order of rows."""
    import numpy as np

    order = np.lexsort((rows, hashes, strata))
    counts = np.bincount(strata, minlength=len(quota))
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    rank = np.arange(len(order)) - starts[strata[order]]
    chosen = order[rank < quota[strata[order]]]
    found: np.ndarray = chosen[np.argsort(rows[chosen], kind="stable")]
    return found
