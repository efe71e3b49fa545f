"""Has a share dropped, and since when: every split of a series of counts looked at, and none for free.

A series is events and people of successive periods. Two questions are kept apart: whether the share
changed at all (the exact null law of the largest likelihood ratio over all splits), and whether it
fell beyond a limit at some split (one-sided exact limits, Bonferroni over the splits looked at).

References
----------
Worsley 1983, Biometrika 70:455-464, section 2 (exact null distribution for binomial counts).
McCullagh & Nelder 1989, "Generalized Linear Models", section 4.5 (dispersion of counts).
Bayley & Hammersley 1946, Supplement to the JRSS 8:184-197 (what correlated observations are worth).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from audit.check import Hypothesis
from audit.criterion import Limit
from audit.inference import proportions
from audit.inference.comparison import Comparison
from audit.inference.multiplicity import holm, sidak
from audit.vocabulary import Worse

Array = np.ndarray[Any, Any]

LEVEL = 0.95

FEWEST_PERIODS = 4
LONGEST_EDGE = 3
"""Periods that a change must have lasted, and followed on: a sixth of the series, at most this many."""
FEWEST_PEOPLE = 30
_EVENTS_FOLLOWED = 100_000
"""Events beyond which the null law, by then a function of the shares of people, is found on fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """The deepest fall of a share.

    Attributes
    ----------
    split : int
        First period after it.
    before, after : (float, float)
        Events and people on both sides.
    worth : float
        What one person is worth beside the scatter between periods, at most 1.
    p_beyond : float
        One-sided, that the share fell beyond the limit at some split looked at.
    dispersion : float
        Scatter of the periods around the two shares that fit best, over that of chance, and more where neighbouring
        periods err to the same side; at least 1.
    inside : bool
        Whether at every split looked at the one-sided 95 % bound lies inside the limit.
    splits : int
        Splits looked at.
    """

    split: int
    before: tuple[float, float]
    after: tuple[float, float]
    worth: float
    p_beyond: float
    dispersion: float
    inside: bool
    splits: int


def drop(x: Array, n: Array, limit: Limit) -> Drop | None:
    """Find the deepest fall of a share; None where no split has periods and people enough.

    Parameters
    ----------
    x, n : ndarray, shape (n_periods,)
        Events and people of each period, in order; periods without people may be among them.
    """
    x, n = np.asarray(x, float), np.asarray(n, float)
    places = _looked_at(n)
    if not places.size:
        return None
    before_x, before_n = np.cumsum(x)[:-1][places], np.cumsum(n)[:-1][places]
    after_x, after_n = x.sum() - before_x, n.sum() - before_n
    ratio = likelihood_ratio(before_x, before_n, after_x, after_n)
    falls = after_x / after_n <= before_x / before_n
    best = int(np.where(falls, ratio, -ratio).argmax())
    split = int(places[best]) + 1
    # Around the change that fits best, a rise or a fall: what a rise moves is not scatter.
    dispersion, df = _dispersion(x, n, int(places[ratio.argmax()]) + 1)
    worth = _worth(dispersion, df)
    # Splits of one series, each the comparison of what came after with what was before.
    comparison = Comparison(
        groups=tuple(str(place) for place in places),
        people=after_n,
        events=after_x,
        clusters=np.full(len(places), np.inf),
        x=after_x * worth,
        n=after_n * worth,
        x0=before_x * worth,
        n0=before_n * worth,
        worse=Worse.LOWER,
        limit=limit,
        is_reference=np.zeros(len(places)),
        alone=after_n * worth,
    )
    ratio_inside, floor_inside = comparison.inside(lower=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        no_drop = after_x / after_n * (limit.ratio or 1.0) >= before_x / before_n
    p = comparison.p_worse(lower=True)
    return Drop(
        split=split,
        before=(float(before_x[best]), float(before_n[best])),
        after=(float(after_x[best]), float(after_n[best])),
        worth=worth,
        p_beyond=float(min(p.min() * len(places), 1.0)),
        dispersion=max(dispersion, 1.0),
        inside=bool((ratio_inside | (floor_inside & no_drop)).all()),
        splits=len(places),
    )


def _looked_at(n: Array) -> Array:
    """Return the last periods before each split that leaves periods and people on both sides."""
    periods = len(n)
    if periods < FEWEST_PERIODS:
        return np.empty(0, int)
    edge = min(math.ceil(periods / 6), LONGEST_EDGE)
    people = np.cumsum(n)
    places = np.arange(edge - 1, periods - edge)
    enough = (people[places] >= FEWEST_PEOPLE) & (people[-1] - people[places] >= FEWEST_PEOPLE)
    found: Array = places[enough]
    return found


def likelihood_ratio(x1: Array, n1: Array, x0: Array, n0: Array) -> Array:
    """Return twice the log likelihood ratio of two shares against one, for each pair of counts."""
    from scipy.special import xlogy

    def fit(x: Array, n: Array) -> Any:
        return xlogy(x, x) + xlogy(n - x, n - x) - xlogy(n, n)

    ratio: Array = 2 * (fit(x1, n1) + fit(x0, n0) - fit(x1 + x0, n1 + n0))
    return np.maximum(ratio, 0.0)


def _dispersion(x: Array, n: Array, split: int) -> tuple[float, int]:
    """Return the dispersion of the periods around the shares before and after, and its df.

    Pearson's, times (1 + r)/(1 - r) where neighbouring periods err to the same side (r above 0): a share
    that wanders is known from fewer periods than there are.
    """
    residuals, beside = [], 0.0
    for part in (slice(0, split), slice(split, None)):
        people, events = n[part][n[part] > 0], x[part][n[part] > 0]
        share = events.sum() / people.sum()
        away = np.zeros(len(people))
        if 0 < share < 1:
            away = (events - people * share) / np.sqrt(people * share * (1 - share))
        beside += float((away[1:] * away[:-1]).sum())
        residuals.append(away)
    scatter = float((np.concatenate(residuals) ** 2).sum())
    df = max(sum(map(len, residuals)) - 2, 1)
    r = max(beside / scatter, 0.0) if scatter > 0 else 0.0
    return scatter / df * (1 + r) / (1 - r), df


def _worth(dispersion: float, df: int) -> float:
    from scipy.special import stdtrit

    if dispersion <= 1:
        return 1.0
    return float((1.96 / max(stdtrit(df, 0.975), 1.96)) ** 2 / dispersion)


def p_changed(x: Array, n: Array, *, dispersion: float = 1.0) -> float:
    """Return the exact p-value of the largest likelihood ratio over all splits, either way.

    Given all events together, the running sum of a share that never changed is a chain whose steps
    are known; the probability that it ever leaves the region of smaller ratios is added up period by
    period.

    Parameters
    ----------
    x, n : ndarray, shape (n_periods,)
    dispersion : float
        By which the observed ratio is divided, 1 or more.
    """
    x, n = np.asarray(x, float), np.asarray(n, float)
    x, n = x[n > 0], n[n > 0]
    if len(n) < 2 or x.sum() <= 0 or x.sum() >= n.sum():
        return 1.0
    sums, people = np.cumsum(x)[:-1], np.cumsum(n)[:-1]
    ratios = likelihood_ratio(sums, people, x.sum() - sums, n.sum() - people)
    observed = float(ratios.max()) / dispersion
    events = min(x.sum(), n.sum() - x.sum())
    shrink = max(events / _EVENTS_FOLLOWED, 1.0)
    return _crossing(np.maximum(np.rint(n / shrink), 1), round(events / shrink), observed)


def _crossing(n: Array, events: int, height: float) -> float:
    """Return the probability that the ratio reaches `height` at some split."""
    from scipy.stats import binom

    total = n.sum()
    share = events / total
    chain, first, crossed = np.ones(1), 0, 0.0
    people = np.cumsum(n)
    whole = float(binom.pmf(events, total, share))
    for t in range(len(n) - 1):
        low = max(int(binom.ppf(1e-13, n[t], share)) - 1, 0)
        high = int(binom.isf(1e-13, n[t], share)) + 1
        chain = np.convolve(chain, binom.pmf(np.arange(low, high + 1), n[t], share))
        first += low
        state = np.arange(first, first + len(chain), dtype=float)
        possible = (state <= events) & (events - state <= total - people[t])
        chain, state = chain[possible], state[possible]
        first = int(state[0])
        rest = total - people[t]
        ratio = likelihood_ratio(state, people[t], events - state, rest)
        out = ratio >= height - 1e-9
        home = binom.pmf(events - state[out], rest, share)
        crossed += float((chain[out] * home).sum())
        chain = np.where(out, 0.0, chain)
        kept = np.flatnonzero(chain > 1e-300)
        if not kept.size:
            break
        chain, first = chain[kept[0] : kept[-1] + 1], first + int(kept[0])
    return min(crossed / whole, 1.0)


def dropped_options(
    taken: Mapping[str, Sequence[int]],
    decisions: Sequence[int],
    periods: Sequence[str],
    limit: Limit,
) -> tuple[tuple[Hypothesis, ...], tuple[str, ...]]:
    """Test each option of a decision for a fall of its share.

    Parameters
    ----------
    taken : mapping of str to sequence of int
        Option to the decisions for it in each period.
    decisions : sequence of int
        All decisions of each period.

    Returns
    -------
    hypotheses : tuple of Hypothesis
        One an option. Limits hold together over all options and all moments looked at, so they also
        hold at the moment that was chosen for its depth.
    changed : tuple of str
        Options whose share changed at all, by Holm at 5 % over the options.
    """
    n = np.array(decisions, float)
    drops = {option: drop(np.array(x, float), n, limit) for option, x in taken.items()}
    hypotheses = tuple(
        _hypothesis(option, taken[option], n, periods, found, len(taken), limit)
        for option, found in drops.items()
    )
    known = {
        option: p_changed(np.array(taken[option], float), n, dispersion=found.dispersion)
        for option, found in drops.items()
        if found is not None
    }
    adjusted = holm(np.array(list(known.values())))
    changed = tuple(o for o, p in zip(known, adjusted, strict=True) if p <= 1 - LEVEL)
    return hypotheses, changed


def _hypothesis(
    option: str,
    taken: Sequence[int],
    n: Array,
    periods: Sequence[str],
    found: Drop | None,
    options: int,
    limit: Limit,
) -> Hypothesis:
    people = float(sum(taken))
    if found is None:
        return Hypothesis(
            label=option, n=float(n.sum()), people=people, p_value=None, judged=False,
            value=people / n.sum() if n.sum() else None,
        )  # fmt: skip
    (x0, n0), (x1, n1) = found.before, found.after
    alpha = sidak(1 - LEVEL, options * found.splits)
    w = found.worth
    after = _pair(proportions.jeffreys(x1 * w, n1 * w, alpha))
    difference = _pair(proportions.difference_interval(x1 * w, n1 * w, x0 * w, n0 * w, alpha))
    ratio = _pair(proportions.ratio_interval(x1 * w, n1 * w, x0 * w, n0 * w, alpha))
    return Hypothesis(
        label=option,
        n=n1,
        people=people,
        events=x1,
        value=x1 / n1,
        interval=after,
        reference=x0 / n0,
        difference=x1 / n1 - x0 / n0,
        difference_interval=difference,
        ratio=(x1 / n1) / (x0 / n0) if x0 else None,
        ratio_interval=ratio,
        limit_at=x0 / n0 / (limit.ratio or 1.0),
        p_value=found.p_beyond,
        inside=found.inside,
        params={
            "since": periods[found.split],
            "until": periods[found.split - 1],
            "events_after": round(x1),
            "n_after": round(n1),
        },
    )


def _pair(limits: tuple[Array, Array]) -> tuple[float | None, float | None]:
    low, high = (float(limit) if np.isfinite(limit) else None for limit in limits)
    return low, high
