"""Partial pooling of many small rates: orders and draws them, never decides.

References
----------
Kleinman 1973, Journal of the American Statistical Association 68:46-54, section 2 (moments of the
beta-binomial).
"""

from __future__ import annotations

from collections.abc import Mapping

from audit.evidence import Rate


def pooled(rates: Mapping[str, Rate]) -> dict[str, float]:
    """Return each rate drawn towards the common one, the more so the fewer people it rests on.

    There is no interval: for the cell that is truly worse, an interval around the pooled value
    covers it hardly ever.

    Parameters
    ----------
    rates : mapping of str to Rate
        Those without anybody in the denominator are left out.
    """
    known = {name: rate for name, rate in rates.items() if rate.n > 0}
    people = sum(rate.n for rate in known.values())
    if not people:
        return {}
    mean = sum(rate.events for rate in known.values()) / people
    scatter = sum(rate.n * ((rate.value or 0.0) - mean) ** 2 for rate in known.values())
    spread = people - sum(rate.n**2 for rate in known.values()) / people
    between = 0.0
    if spread > 0:
        between = max((scatter - (len(known) - 1) * mean * (1 - mean)) / spread, 0.0)
    if between <= 0:
        return dict.fromkeys(known, mean)
    strength = max(mean * (1 - mean) / between - 1, 0.0)
    return {
        name: (rate.events + strength * mean) / (rate.n + strength) for name, rate in known.items()
    }
