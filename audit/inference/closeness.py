"""How far groups lie from the whole by chance, and which lie farther than chance accounts for.

The supposition that is tested: whoever is in a group was drawn at random from everybody, whatever their
value. A group of few people is then far from the whole all the same; `beyond` says how many such people
there would be, `p_values` for which groups the supposition does not hold.

The p-values are bounds, valid for any size, drawn with or without replacement (Hoeffding 1963, section 6:
a convex function of a sum is no larger on average without). Two are taken together, for a value that a group
has too much of, and for its distance: P(share >= s) <= exp(-n KL(s, p)), and P(distance >= mean + u) <=
exp(-2 n u^2), because one person moves the distance by 1 / n at most.

References
----------
Hoeffding 1963, Journal of the American Statistical Association 58:13-30, theorem 1 and section 6.
McDiarmid 1989, Surveys in Combinatorics, pp. 148-188, lemma 1.2.
Delsarte & Levenshtein 1998, IEEE Transactions on Information Theory 44(6):2477-2504 (Johnson scheme).
Cantelli's inequality: P(X - mean >= x) <= V / (V + x^2).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from audit.inference.multiplicity import holm

Array = np.ndarray

DRAWS = 200, 20_000
"""Fewest and most groups of one size that are drawn."""
_PEOPLE = 100_000
"""People drawn for one size, as far as `DRAWS` allow."""
EACH = 50
"""Sizes up to this one are drawn each for itself; beyond, those within 5 % of one another together."""
_LARGEST = 1_000
"""Larger groups are not drawn: their distance is that of such a group, times the root of the sizes' ratio."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """What chance alone would put farther from the whole than each of some steps.

    Attributes
    ----------
    groups, people : ndarray of float, shape (n_steps,)
        Expected groups and people.
    variance : ndarray of float, shape (n_steps,)
        No less than that of the people there would be less `people`: groups share out the same values, and
        `people` is itself drawn.
    """

    groups: Array
    people: Array
    variance: Array


def mean_at_most(shares: Array, n: Array, *, ordered: bool) -> Array:
    """Return an upper bound of the mean distance of groups drawn at random, shape (n_groups,).

    Parameters
    ----------
    shares : ndarray, shape (n_values,)
        Of each value in the whole, in order.
    n : ndarray, shape (n_groups,)
    ordered : bool
        Whether values are as far apart as their places, or any two equally far.
    """
    if ordered:
        reached = np.cumsum(shares)[:-1]
        spread = np.sqrt(np.clip(reached * (1 - reached), 0, None)).sum() / max(len(shares) - 1, 1)
    else:
        spread = np.sqrt(shares * (1 - shares)).sum() / 2
    bound: Array = spread / np.sqrt(n)
    return bound


def p_values(n: Array, distance: Array, mean: Array, information: Array, values: int) -> Array:
    """Return a bound of the probability that a random draw is so far from the whole, shape (n_groups,).

    Parameters
    ----------
    n, distance, mean : ndarray, shape (n_groups,)
        People, distance from the whole, and `mean_at_most`.
    information : ndarray, shape (n_groups,)
        Largest `n KL(share, share in the whole)` of the values that the group has more of than the whole.
    values : int
        Different values there are.
    """
    by_value = np.log(max(values, 1)) - information
    by_distance = -2.0 * n * np.clip(distance - mean, 0.0, None) ** 2
    p: Array = np.minimum(1.0, 2.0 * np.exp(np.minimum(by_value, by_distance)))
    return p


def information(n: Array, cell: Array, share: Array) -> Array:
    """Return `n KL` for cells of groups, 0 where the group has less of the value than the whole.

    Parameters
    ----------
    n, cell : ndarray, shape (n_cells,)
        People of the cell's group, and of the cell.
    share : ndarray, shape (n_cells,)
        Share of the cell's value in the whole.
    """
    mine = cell / n
    rest = np.clip(1.0 - mine, 0.0, None)
    with np.errstate(divide="ignore", invalid="ignore"):
        other = np.where(rest > 0, rest * np.log(rest / (1.0 - share)), 0.0)
        divergence = mine * np.log(mine / share) + other
    found: Array = np.where(mine > share, n * divergence, 0.0)
    return found


def refuted(p: Array, n: Array, alpha: float) -> Array:
    """Return for which groups chance is ruled out, for all of two people or more together (Holm)."""
    found = np.zeros(len(p), bool)
    several = n >= 2
    found[several] = holm(p[several]) <= alpha
    return found


def beyond(
    sizes: Array,
    groups: Array,
    shares: Array,
    drawn: Callable[[int, int], Array],
    steps: Array,
    *,
    ordered: bool,
) -> Beyond:
    """Return what chance alone would put farther from the whole than each of some steps.

    Of two values it is counted (hypergeometric), of more it is drawn. Groups share out the values of one table:
    of what is a sum over their people, the variance is at most N / (N - n) times that of independent groups; of the
    rest two groups correlate by no more than the second canonical correlation of disjoint draws.

    Parameters
    ----------
    sizes, groups : ndarray of int, shape (n_sizes,)
        Different sizes of groups, and how many groups have each; together everybody.
    shares : ndarray, shape (n_values,)
        Of each value in the whole, in order.
    drawn : callable
        `(n, draws) -> distances` of as many groups of `n` people, each drawn without replacement.
    steps : ndarray, shape (n_steps,)
        Ascending.
    ordered : bool
        As for `mean_at_most`.
    """
    everybody = int(sizes @ groups)
    number, people, own, both, twice = (np.zeros(len(steps)) for _ in range(5))
    drawing: dict[int, Array] = {}
    known: dict[int, Array] = {}
    for size, many in zip(sizes.tolist(), groups.tolist(), strict=True):
        n = _drawn_as(size)
        if len(shares) == 2:
            share = likely = _of_two(size, shares, everybody, steps)
        else:
            if n not in known:
                known[n] = np.sort(drawn(n, draws(n)))
            shrunk = np.sqrt(n / size * max(everybody - size, 0) / max(everybody - n, 1))
            distances = known[n] * (1.0 if n == size else shrunk)
            share = 1.0 - np.searchsorted(distances, steps + 1e-9, side="right") / len(distances)
            likely = _likely(share, len(distances), size, steps, shares, ordered=ordered)
            spread = drawing.setdefault(n, np.zeros(len(steps)))
            spread += many * size * np.sqrt(likely * (1 - likely) / len(distances))
        scatter = size * np.sqrt(likely * (1 - likely))
        left = max(everybody - size, 1)
        alike = np.sqrt(size * (size - 1) / (left * max(left - 1, 1)))
        number += many * share
        people += many * size * share
        own += many * scatter**2 * everybody / left
        both += many * alike * scatter
        twice += many * (alike * scatter) ** 2
    error = sum((spread**2 for spread in drawing.values()), np.zeros(len(steps)))
    return Beyond(number, people, own + np.clip(both**2 - twice, 0, None) + error)


def _of_two(n: int, shares: Array, everybody: int, steps: Array) -> Array:
    """Return how likely a group of `n` lies farther than each step where there are two values."""
    from scipy.special import gammaln

    marked = round(float(shares[0]) * everybody)
    cell = np.arange(max(0, n - (everybody - marked)), min(n, marked) + 1)

    def ways(of: int, taken: Array | int) -> Array:
        found: Array = (
            gammaln(of + 1) - gammaln(np.asarray(taken) + 1) - gammaln(of - np.asarray(taken) + 1)
        )
        return found

    weight = np.exp(ways(marked, cell) + ways(everybody - marked, n - cell) - ways(everybody, n))
    distance = np.abs(cell / n - shares[0])
    order = np.argsort(distance)
    tail = np.append(np.cumsum(weight[order][::-1])[::-1], 0.0)
    share: Array = np.clip(
        tail[np.searchsorted(distance[order], steps + 1e-9, side="right")], 0.0, 1.0
    )
    return share


def _likely(
    share: Array, times: int, n: int, steps: Array, shares: Array, *, ordered: bool
) -> Array:
    """Return a share that was drawn as if one more draw of two had hit, within what `p_values` leaves possible."""
    mean = mean_at_most(shares, np.array([n]), ordered=ordered)
    most = np.exp(-2.0 * n * np.clip(steps - mean, 0.0, None) ** 2)
    found: Array = np.minimum((share * times + 1) / (times + 2), np.maximum(most, share))
    return found


def _drawn_as(size: int) -> int:
    """Return the size that stands for another when groups are drawn."""
    if size <= EACH:
        return size
    step = round(math.log(min(size, _LARGEST) / EACH) / math.log(1.05))
    return round(EACH * 1.05**step)


def draws(n: int) -> int:
    """Return how many groups of a size are drawn."""
    fewest, most = DRAWS
    return min(max(_PEOPLE // n, fewest), most)


def more_than_chance(people: int, expected: float, variance: float, alpha: float) -> bool:
    """Tell whether more people are far from the whole than chance accounts for (Cantelli)."""
    excess = people - expected
    return excess > 0 and variance <= alpha * (variance + excess**2)
