"""Timing in pairs: ours and the peer in turn, medians and the ratio pair by pair."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def pairs(ours: Callable[[], object], peer: Callable[[], object], runs: int) -> None:
    """Print the medians of both and of the ratio peer / ours over `runs` pairs, after a warm-up."""
    ours()
    rows = [(timed(ours), timed(peer)) for _ in range(runs)]
    ratios = [b / a for a, b in rows]
    print(f"ours   median {statistics.median(a for a, _ in rows):8.3f} s")
    print(f"peer   median {statistics.median(b for _, b in rows):8.3f} s")
    print(
        f"ratio  median {statistics.median(ratios):8.1f} x  "
        f"(min {min(ratios):.1f}, max {max(ratios):.1f}, {runs} pairs)"
    )


@dataclass(frozen=True, slots=True)
class Pairs:
    """Medians of both in seconds, and of the ratio peer / ours pair by pair."""

    ours: float
    peer: float
    ratio: float


def paired(ours: Callable[[], float], peer: Callable[[], float], runs: int) -> Pairs:
    """Time both in turn; each returns its own seconds, so that what is not meant can be left out."""
    ours()
    rows = [(ours(), peer()) for _ in range(runs)]
    return Pairs(
        statistics.median(a for a, _ in rows),
        statistics.median(b for _, b in rows),
        statistics.median(b / a for a, b in rows),
    )
