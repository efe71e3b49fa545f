"""How many things there can be, given what a detector found that does not see everything.

A detector finds each thing with at least the probability `recall`, one independently of the other. What
it found of `n` things is then no more than what it found of as many by chance: the limits below are exact
(Clopper & Pearson 1934) for that worst case, and hold for any better detector.

Copies of one note are seen or overlooked together: `rows_at_most` and `copied_share_at_most` take
different notes as what is overlooked one independently of the other, and count every copy.

Where `recall` itself was estimated, give its lower limit at half the error, and the other half as `alpha`:
both hold together with probability `1 - 2 alpha` at least (Bonferroni). Where kinds are picked by how well they are
seen, `recalls_at_least` gives limits that hold for all kinds at once.

References
----------
Clopper, C. J. and Pearson, E. S. (1934). Biometrika 26, 404-413. Rogan, W. J. and Gladen, B. (1978).
American Journal of Epidemiology 107, 71-76 (a rate seen by an imperfect test, eq. 2, here with no false alarm
subtracted: a limit, not an estimate).
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from audit.inference.proportions import exact_lower, exact_upper


def recalls_at_least(seen: Sequence[int], places: Sequence[int], alpha: float) -> tuple[float, ...]:
    """Return lower limits of several recalls that hold all at once, with confidence `1 - alpha`.

    Each is exact (Clopper-Pearson, one-sided) at an equal part of the error (Bonferroni): kinds may then be
    picked by their limits, and the limits of those that were picked still hold.

    Parameters
    ----------
    seen, places : sequence of int
        Of each kind, how many places were found, of how many.
    """
    part = alpha / max(len(seen), 1)
    pairs = zip(seen, places, strict=True)
    return tuple(float(exact_lower(found, there, part)) for found, there in pairs)


def share_at_most(found: int, read: int, recall: float, alpha: float) -> float:
    """Return the largest share of all notes that can hold the thing, from a sample of them.

    Parameters
    ----------
    found, read : int
        Notes of the sample in which it was found, and notes of the sample.
    recall : float
        Least probability with which it is found where it stands.
    alpha : float
        One minus the confidence of the limit.

    Returns
    -------
    float
        Fraction in [0, 1]; 1 where nothing was read or the detector may see nothing.
    """
    if not read or recall <= 0:
        return 1.0
    return min(1.0, float(exact_upper(found, read, alpha)) / recall)


def count_at_most(found: int, read: int, recall: float, alpha: float) -> int:
    """Return the largest number of notes that can hold the thing, all of them having been read.

    Parameters
    ----------
    found, read : int
        Notes in which it was found, and all notes.
    recall, alpha : float
        As for `share_at_most`.

    Returns
    -------
    int
        The most `m` of which `found` or fewer are seen with probability over `alpha`; never above `read`.
    """
    from scipy.stats import binom

    if recall <= 0:
        return read
    if recall >= 1:
        return found
    low, high = found, read
    while low < high:
        middle = (low + high + 1) // 2
        if binom.cdf(found, middle, recall) > alpha:
            low = middle
        else:
            high = middle - 1
    return low


def rows_at_most(
    found: int, found_rows: int, copies: Sequence[int], recall: float, alpha: float
) -> int:
    """Return the largest number of notes that can hold the thing, where some are copies of others.

    Parameters
    ----------
    found, found_rows : int
        Different notes in which it was found, and with their copies.
    copies : sequence of int
        How often each different note stands there in which it was not found.
    recall, alpha : float
        As for `share_at_most`; of different notes.

    Returns
    -------
    int
        `found_rows`, and the copies of those notes that stand most often, as many of them as can have
        been overlooked (`count_at_most`). Without copies the same as `count_at_most`.
    """
    most = count_at_most(found, found + len(copies), recall, alpha)
    return found_rows + sum(nlargest(most - found, copies))


def copied_share_at_most(
    found: int, found_rows: int, copies: Sequence[int], recall: float, alpha: float
) -> float:
    """Return the largest share of all notes that can hold the thing, from a sample with copies.

    Half of `alpha` goes to what was overlooked in the sample, half to the sample (Bonferroni). A sample
    without copies is bounded by `share_at_most`, which is sharper.

    Parameters
    ----------
    found, found_rows, copies, recall, alpha
        As for `rows_at_most`, of the sample.

    Returns
    -------
    float
        Fraction in [0, 1]; 1 where nothing was read.
    """
    read = found_rows + sum(copies)
    if read == found + len(copies):
        return share_at_most(found, read, recall, alpha)
    held = rows_at_most(found, found_rows, copies, recall, alpha / 2)
    return float(exact_upper(held, read, alpha / 2))
