"""How far deciders differ beyond chance, once the cases they were given are held alike.

Whether chance accounts for it all: each reviewer's decisions are set against what the same cases would
have got at the rate of their stratum, with all totals held. How far they differ: each reviewer's log
odds at equal stratum, and the variance of these beyond what their own errors make.

References
----------
Gart & Zweifel 1967, Biometrika 54:181-187 (half an event on both sides of an empirical logit).
Landis, Heyman & Koch 1978, International Statistical Review 46:237-254, section 3 (test of association).
DerSimonian & Kacker 2007, Contemporary Clinical Trials 28:105-114, section 2 (Paule and Mandel's variance).
Viechtbauer 2007, Statistics in Medicine 26:37-52, section 2.6 (its limits by the Q-profile).
Larsen & Merlo 2005, American Journal of Epidemiology 161:81-88 (median odds ratio).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]

FEWEST_DECISIONS = 10
"""Decisions of a reviewer below which that reviewer is left out."""
FEWEST_REVIEWERS = 5
PASS_ALPHA = 0.05
FEWEST_EXPECTED = 1.0
"""Least variance, in decisions, that a reviewer's count must have to say anything."""
_ROUNDS = 40
_TOP = 25.0
"""Largest variance of log odds looked at: a median odds ratio above 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """One reviewer beside what chance allows.

    Attributes
    ----------
    rate : float
        Share of positive decisions, as it would be on the cases of everybody (indirectly standardised).
    low, high : float
        Where nineteen of twenty such rates would lie if it did not matter who decides.
    """

    name: str
    n: int
    rate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How far reviewers differ.

    Attributes
    ----------
    reviewers : tuple of Reviewer
    left_out, left_out_decisions : int
        Reviewers with too few decisions.
    n : int
        Decisions of the others.
    statistic, df, p_chance : float
        Chi-square test that it does not matter who decides.
    expected : (float, float)
        Range within which all rates would lie in nineteen of twenty such files, by chance alone.
    effects, weights : tuple of float
        Log odds of each reviewer at equal stratum, and the inverses of their variances.
    """

    reviewers: tuple[Reviewer, ...]
    left_out: int
    left_out_decisions: int
    n: int
    statistic: float
    df: int
    p_chance: float
    expected: tuple[float, float]
    effects: tuple[float, ...]
    weights: tuple[float, ...]

    @property
    def enough(self) -> bool:
        """Whether there are reviewers enough to speak of how far they differ."""
        return len(self.reviewers) >= FEWEST_REVIEWERS

    @property
    def odds_ratio(self) -> float:
        """Median odds ratio: how far the odds of one case differ between two reviewers drawn at random.

        Of the variance at which the scatter is what it should be (Paule and Mandel's).
        """
        return self._at(float(self.df))

    def profile(self, variance: float) -> float:
        """Return the weighted scatter of the effects if they varied by `variance`, a chi-square."""
        effects, weights = np.array(self.effects), np.array(self.weights)
        w = 1 / (1 / weights + variance)
        centre = float((w * effects).sum() / w.sum())
        return float((w * (effects - centre) ** 2).sum())

    def p_beyond(self, odds_ratio: float) -> float:
        """Return the one-sided p-value that the median odds ratio is above a limit."""
        from scipy.special import chdtrc

        return float(chdtrc(self.df, self.profile(_variance(odds_ratio))))

    def limit(self, alpha: float) -> float:
        """Return the one-sided lower limit of the median odds ratio, or with 1 - alpha the upper."""
        from scipy.special import chdtri

        return self._at(float(chdtri(self.df, alpha)))

    def _at(self, target: float) -> float:
        """Return the median odds ratio of the variance at which the scatter comes down to `target`."""
        if self.profile(0.0) <= target:
            return 1.0
        low, high = 0.0, _TOP
        for _ in range(80):
            middle = (low + high) / 2
            low, high = (middle, high) if self.profile(middle) > target else (low, middle)
        return median_odds_ratio(high)


def median_odds_ratio(variance: float) -> float:
    """Return the median odds ratio of a variance of log odds."""
    from scipy.special import ndtri

    return float(np.exp(np.sqrt(2 * variance) * ndtri(0.75)))


def _variance(odds_ratio: float) -> float:
    from scipy.special import ndtri

    return float((np.log(odds_ratio) / ndtri(0.75)) ** 2 / 2)


def spread(strata: Sequence[Mapping[str, tuple[int, int]]]) -> Spread | None:
    """Compare reviewers within strata; None where fewer than two have decisions enough.

    Parameters
    ----------
    strata : sequence of mapping of str to (int, int)
        In each stratum, reviewer to positive decisions and all decisions.
    """
    decisions: dict[str, int] = {}
    for stratum in strata:
        for name, (_, many) in stratum.items():
            decisions[name] = decisions.get(name, 0) + many
    names = sorted(name for name, many in decisions.items() if many >= FEWEST_DECISIONS)
    observed, expected, covariance = _counts(strata, names)
    told = np.diag(covariance) >= FEWEST_EXPECTED
    names = [name for name, kept in zip(names, told, strict=True) if kept]
    observed, expected, covariance = _counts(strata, names)
    if len(names) < 2 or (np.diag(covariance) <= 0).any():
        return None
    variance = np.diag(covariance)
    gap = observed - expected
    # Rows and columns add up to 0: one reviewer follows from the others.
    statistic = float(gap[:-1] @ np.linalg.solve(covariance[:-1, :-1], gap[:-1]))
    df = len(names) - 1
    effects, weights = _log_odds(strata, names)
    n = np.array([decisions[name] for name in names], float)
    share = observed.sum() / n.sum()
    rates = share * observed / expected
    error = share * np.sqrt(variance) / expected
    left = [many for name, many in decisions.items() if name not in set(names)]
    return Spread(
        reviewers=tuple(
            Reviewer(
                name=name,
                n=decisions[name],
                rate=float(min(rate, 1.0)),
                low=float(max(share - 1.96 * e, 0.0)),
                high=float(min(share + 1.96 * e, 1.0)),
            )
            for name, rate, e in zip(names, rates, error, strict=True)
        ),
        left_out=len(left),
        left_out_decisions=sum(left),
        n=sum(decisions[name] for name in names),
        statistic=statistic,
        df=df,
        p_chance=_tail(statistic, df),
        expected=_range(share, error),
        effects=tuple(effects.tolist()),
        weights=tuple(weights.tolist()),
    )


def _counts(
    strata: Sequence[Mapping[str, tuple[int, int]]], names: Sequence[str]
) -> tuple[Array, Array, Array]:
    """Return positive decisions, what was to be expected, and the covariance by chance."""
    size = len(names)
    observed, expected = np.zeros(size), np.zeros(size)
    covariance = np.zeros((size, size))
    for stratum in strata:
        x = np.array([stratum.get(name, (0, 0))[0] for name in names], float)
        n = np.array([stratum.get(name, (0, 0))[1] for name in names], float)
        total, positive = n.sum(), x.sum()
        observed += x
        if total < 2:
            expected += x
            continue
        expected += n * positive / total
        scale = positive * (total - positive) / (total**2 * (total - 1))
        covariance += scale * (np.diag(n) * total - np.outer(n, n))
    return observed, expected, covariance


def _log_odds(
    strata: Sequence[Mapping[str, tuple[int, int]]], names: Sequence[str]
) -> tuple[Array, Array]:
    """Return each reviewer's log odds at equal stratum, and the inverse of its variance.

    A logistic model of reviewer and stratum, solved for one and the other in turn.
    """
    none = (0, 0)
    x = np.array([[s.get(name, none)[0] for s in strata] for name in names], float)
    n = np.array([[s.get(name, none)[1] for s in strata] for name in names], float)
    positive, people = x.sum(axis=0), n.sum(axis=0)
    told = (positive > 0) & (positive < people)
    x, n, positive, people = x[:, told], n[:, told], positive[told], people[told]
    of_stratum = np.log(positive / (people - positive))
    cases = np.maximum(n.sum(axis=1), 1.0)
    # Half an event and half a non-event, so that nobody's odds are 0 or infinite.
    more, events = (cases + 1) / cases, x.sum(axis=1) + 0.5
    effect = np.zeros(len(names))
    information = np.ones(len(names))
    for _ in range(_ROUNDS):
        p = _share(of_stratum + effect[:, None])
        information = np.maximum(more * (n * p * (1 - p)).sum(axis=1), 1e-9)
        step = (events - more * (n * p).sum(axis=1)) / information
        effect = np.clip(effect + np.clip(step, -1.0, 1.0), -8.0, 8.0)
        p = _share(of_stratum + effect[:, None])
        slope = np.maximum((n * p * (1 - p)).sum(axis=0), 1e-9)
        of_stratum = of_stratum + np.clip((positive - (n * p).sum(axis=0)) / slope, -1.0, 1.0)
    return effect, information


def _share(log_odds: Array) -> Array:
    from scipy.special import expit

    share: Array = expit(log_odds)
    return share


def _tail(statistic: float, df: int) -> float:
    from scipy.special import chdtrc

    return float(chdtrc(df, statistic))


def _range(share: float, error: Array) -> tuple[float, float]:
    """Return limits that all rates keep in nineteen of twenty files, by chance alone."""
    from scipy.special import ndtr

    low, high = 0.0, 10.0 * float(error.max())
    for _ in range(60):
        middle = (low + high) / 2
        held = float(np.prod(2 * ndtr(middle / error) - 1))
        low, high = (low, middle) if held >= 0.95 else (middle, high)
    return max(share - high, 0.0), min(share + high, 1.0)
