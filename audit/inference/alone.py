"""What estimates of the people alone in a population say, and which of them is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

SMALL_FRACTION = 0.1
"""Up to this sampling fraction the rule takes Pitman's estimate."""


class Method(StrEnum):
    """How the number of people alone in the population is estimated."""

    PITMAN = "pitman"
    ZAYATZ = "zayatz"
    SLIDE_NEGATIVE_BINOMIAL = "slide_negative_binomial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What one method says.

    Attributes
    ----------
    alone : float or None
        People alone in the population; None where the method finds no answer.
    trial : float or None
        Median over trials of estimate / truth, drawing the same fraction again from the sample, where
        the truth is known; None where a trial would draw too few rows.
    trial_low, trial_high : float or None
        Smallest and largest ratio seen.
    """

    method: Method
    alone: float | None
    trial: float | None = None
    trial_low: float | None = None
    trial_high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectMatch:
    """How likely it is that a match of somebody with a person alone in the sample is the right person.

    Attributes
    ----------
    theta : float
        In [0, 1].
    low, high : float
        95 % limits of the sampling error.
    """

    theta: float
    low: float
    high: float


def chosen(found: Sequence[Estimate], fraction: float) -> Estimate | None:
    """Return the estimate that the rule of Dankar et al. takes.

    Up to a sampling fraction of .1 Pitman's; above it the smaller of Zayatz's and the slide negative
    binomial's. Where the one is missing, the other.
    """
    known = {each.method: each for each in found if each.alone is not None}
    larger = [known[m] for m in (Method.ZAYATZ, Method.SLIDE_NEGATIVE_BINOMIAL) if m in known]
    if fraction <= SMALL_FRACTION and Method.PITMAN in known:
        return known[Method.PITMAN]
    if larger:
        return min(larger, key=lambda each: each.alone or 0.0)
    return known.get(Method.PITMAN)
