"""Does a share rise over time: a straight line through the shares of periods, with an honest error.

References
----------
Armitage 1955, Biometrics 11:375-386 (linear trend in proportions).
MacKinnon, Nielsen & Webb 2023, Journal of Econometrics 232:272-299, section 2 (jackknife over clusters).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from audit.finding import Interval

Array = np.ndarray[Any, Any]

FEWEST_PERIODS = 4
FEWEST_PEOPLE = 30
PASS_ALPHA = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A fitted line.

    Attributes
    ----------
    start, end : float
        Fitted shares in the first and the last period, held to [0, 1].
    change : float
        Of the line from the first to the last period.
    error : float
        Its standard error: the largest of those from chance alone, from the scatter between periods,
        and from the scatter between clusters (from two on).
    df : float
        Degrees of freedom of that error; infinite for chance alone.
    n : float
        People.
    enough : bool
        Whether there are four periods and 30 people.
    """

    start: float
    end: float
    change: float
    error: float
    df: float
    n: float
    enough: bool

    def p_above(self, limit: float, *, sign: float = 1.0) -> float:
        """Return the one-sided p-value that the change (times `sign`) is above `limit`."""
        from scipy.special import stdtr

        if self.error <= 0:
            return 1.0
        t = (sign * self.change - limit) / self.error
        return float(stdtr(self.df if np.isfinite(self.df) else 1e9, -t))

    def bound(self, alpha: float, *, sign: float = 1.0) -> float:
        """Return the one-sided upper bound of the change (times `sign`)."""
        from scipy.special import stdtrit

        t = stdtrit(self.df if np.isfinite(self.df) else 1e9, 1 - alpha)
        return sign * self.change + float(t) * self.error

    def interval(self, alpha: float) -> Interval:
        """Return two-sided limits of the change."""
        half = alpha / 2
        return max(-self.bound(half, sign=-1.0), -1.0), min(self.bound(half), 1.0)


def trend(
    period: Sequence[float], x: Sequence[float], n: Sequence[float], cluster: Sequence[str]
) -> Trend | None:
    """Fit a line to events among people; None where there are not two periods with people.

    Parameters
    ----------
    period : sequence of int, shape (n_cells,)
        Place of each cell in time.
    x, n : sequence of float, shape (n_cells,)
        Events and people of each cell.
    cluster : sequence of str, shape (n_cells,)
        Who stands behind a cell: cells of one cluster are not independent.
    """
    when, events, all_people = (np.asarray(v, float) for v in (period, x, n))
    held = all_people > 0
    when, events, all_people = when[held], events[held], all_people[held]
    names = [name for name, kept in zip(cluster, held, strict=True) if kept]
    times = np.unique(when)
    if len(times) < 2:
        return None
    people = float(all_people.sum())
    share, centre = float(events.sum()) / people, float((all_people * when).sum()) / people
    away = when - centre
    spread = float((all_people * away**2).sum())
    slope = float((away * (events - all_people * share)).sum()) / spread
    # Half an event on both sides, so that a share of 0 or 1 throughout does not look certain.
    chance = (events.sum() + 0.5) / (people + 1)
    errors = [(float(np.sqrt(chance * (1 - chance) / spread)), np.inf)]
    for who, lost in ((when, 2), (np.array(names), 1)):
        code = np.unique(who, return_inverse=True)[1]
        df = int(code.max()) + 1 - lost
        if df >= 1:
            errors.append((_left_out(away, events, all_people, code), float(df)))
    error, df_of = max(errors, key=lambda pair: pair[0] * _t(pair[1]))
    first, last = float(times[0]), float(times[-1])
    return Trend(
        start=min(max(share + slope * (first - centre), 0.0), 1.0),
        end=min(max(share + slope * (last - centre), 0.0), 1.0),
        change=slope * (last - first),
        error=error * (last - first),
        df=df_of,
        n=people,
        enough=len(times) >= FEWEST_PERIODS and people >= FEWEST_PEOPLE,
    )


def _left_out(when: Array, events: Array, people: Array, code: Array) -> float:
    """Return the jackknife's standard error of the slope: each cluster left out in turn.

    Among few clusters, or clusters that come and go, the residuals of a line that bends after them are too
    small; leaving one out shows what it did to the line. Where nobody is left at a second time, the
    slope is anybody's guess: as uncertain as a share can be.
    """
    parts = (people, people * when, people * when**2, events, events * when)
    without = [part.sum() - np.bincount(code, weights=part) for part in parts]
    n, t, tt, x, xt = without
    spread = n * tt - t**2
    if (spread <= 1e-9 * (parts[2].sum() * people.sum())).any():
        return 1 / float(np.ptp(when))
    groups = len(n)
    whole = float((when * events).sum()) / float(parts[2].sum())
    away = (n * xt - t * x) / spread - whole
    return float(np.sqrt((groups - 1) / groups * (away**2).sum()))


def _t(df: float) -> float:
    from scipy.special import stdtrit

    return 1.96 if not np.isfinite(df) else float(stdtrit(df, 0.975))
