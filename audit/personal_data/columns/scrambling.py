"""Other digits and letters in the places of those of a value: what chance would have written there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np


def other_signs(values: Sequence[str]) -> Iterator[list[str]]:
    """Yield the values in three ways: all digits drawn anew, those of the second half, digits and capitals.

    Drawn by a generator of their own that always begins alike, all signs at once.
    """
    import numpy as np

    drawn = np.random.default_rng(0)
    ends = np.cumsum([len(value) for value in values])
    signs = np.frombuffer("".join(values).encode("utf-32-le", "surrogatepass"), dtype="<u4")
    digits, capitals = _digits(signs), (signs >= ord("A")) & (signs <= ord("Z"))
    for places in (digits, _second_half(digits, ends), digits | capitals):
        other = signs.copy()
        here = places & digits
        other[here] = ord("0") + drawn.integers(0, 10, int(here.sum()))
        here = places & capitals
        other[here] = ord("A") + drawn.integers(0, 26, int(here.sum()))
        text = other.tobytes().decode("utf-32-le", "surrogatepass")
        starts = [0, *ends.tolist()]
        yield [text[a:b] for a, b in pairwise(starts)]


def _digits(signs: np.ndarray) -> np.ndarray:
    """Return where a digit stands, of whatever script."""
    import numpy as np

    different, place = np.unique(signs, return_inverse=True)
    found: np.ndarray = np.array([chr(sign).isdecimal() for sign in different], bool)[place]
    return found


def _second_half(digits: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Return where a digit of the second half of its value's digits stands."""
    import numpy as np

    total = np.concatenate([[0], np.cumsum(digits)])
    before = total[np.concatenate([[0], ends[:-1]])]
    many = total[ends] - before
    sizes = np.diff(ends, prepend=0)
    later = total[1:] - np.repeat(before + many // 2, sizes) > 0
    found: np.ndarray = digits & later
    return found
