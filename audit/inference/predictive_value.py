"""How often a flag is right where the condition is as common as stated, by Bayes' rule.

The odds that a flag is right are prevalence odds × sensitivity ÷ false positive rate. On the log
scale that is a sum of three independent estimates, and limits of a sum come from the limits of its
terms (MOVER): nothing is linearised, and a term may have limits of any kind.

References
----------
Zou & Donner 2008, Statistics in Medicine 27:1693-1702, equations 3 and 4 (MOVER for a sum).
Altman & Bland 1994, BMJ 309:102 (predictive values and prevalence).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

from audit.evidence import Rate
from audit.inference.proportions import jeffreys
from audit.plan import Prevalence

LEVEL = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictiveValue:
    """How often a flag is right, with limits; fractions in [0, 1].

    Attributes
    ----------
    value : float or None
        None where nobody at all was flagged.
    """

    value: float | None
    low: float
    high: float


def prevalence_limits(
    prevalence: Prevalence, alpha: float = 1 - LEVEL
) -> tuple[float, float, float]:
    """Return the prevalence with its limits at level `1 - alpha`.

    Jeffreys limits of cases among people; a stated range as 95 % limits, drawn wider or narrower on
    the log odds; a bare figure is taken as certain.
    """
    if prevalence.value is None:
        cases, people = float(prevalence.cases or 0), float(prevalence.people or 1)
        limits = jeffreys(cases, people, alpha)
        return cases / people, float(limits[0]), float(limits[1])
    value = prevalence.value
    if prevalence.low is None or prevalence.high is None:
        return value, value, value
    normal = NormalDist()
    wider = normal.inv_cdf(1 - alpha / 2) / normal.inv_cdf((1 + LEVEL) / 2)
    middle = _logit(value)
    low, high = (
        _share(middle + wider * (_logit(edge) - middle))
        for edge in (prevalence.low, prevalence.high)
    )
    return value, low, high


def predictive_value(
    sensitivity: Rate, false_positive: Rate, prevalence: Prevalence, alpha: float = 1 - LEVEL
) -> PredictiveValue | None:
    """Return how often a flag is right at a prevalence.

    Parameters
    ----------
    sensitivity, false_positive : Rate
        Flagged, of those with the condition and of those without; independent.

    Returns
    -------
    PredictiveValue or None
        None where one of the denominators is empty.
    """
    if sensitivity.n <= 0 or false_positive.n <= 0:
        return None
    terms = [_log_limits(rate, alpha) for rate in (sensitivity, false_positive)]
    (s, s_low, s_high), (f, f_low, f_high) = terms
    q, q_low, q_high = (_logit(share) for share in prevalence_limits(prevalence, alpha))
    middle = q + s - f
    low = middle - math.hypot(q - q_low, s - s_low, f_high - f)
    high = middle + math.hypot(q_high - q, s_high - s, f - f_low)
    return PredictiveValue(
        value=_observed(sensitivity, false_positive, q), low=_share(low), high=_share(high)
    )


def _observed(sensitivity: Rate, false_positive: Rate, log_odds: float) -> float | None:
    hit = (sensitivity.value or 0.0) * _share(log_odds)
    wrong = (false_positive.value or 0.0) * (1 - _share(log_odds))
    return hit / (hit + wrong) if hit + wrong > 0 else None


def _log_limits(rate: Rate, alpha: float) -> tuple[float, float, float]:
    """Return the log of a rate and of its limits; half an event stands for none in the middle."""
    n = rate.n if rate.effective_n is None else rate.effective_n
    value = rate.value or 0.0
    low, high = jeffreys(value * n, n, alpha)
    middle = value if value > 0 else min(0.5 / (n + 1), float(high))
    return math.log(middle), _log(float(low)), _log(float(high))


def _log(value: float) -> float:
    return math.log(value) if value > 0 else -math.inf


def _logit(share: float) -> float:
    return math.log(share) - math.log1p(-share)


def _share(log_odds: float) -> float:
    if log_odds >= 0:
        return 1 / (1 + math.exp(-log_odds))
    return math.exp(log_odds) / (1 + math.exp(log_odds))
