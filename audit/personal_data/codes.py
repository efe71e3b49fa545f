"""Lists of codes: different values that tell what a column holds, whatever it is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

MOST_CODES = 300
"""Different values of a list of codes; a column with more is none."""
_BLANK = re.compile(
    r"(?:other|others|unknown|none|not (?:known|recorded|stated)|n/?a|-|\?|autre|inconnu|otro|desconocido"
    r"|sonstige|unbekannt|keine|أخرى|غير معروف)",
    re.IGNORECASE,
)


def code_list(pattern: str, *, least: float = 1 / 3) -> Callable[[Sequence[str]], float]:
    """Return a `telling` that knows the words of a list of codes.

    At least two different values must have one of the words, and they must be at least `least` of the
    different values that are not blank ("other", "unknown"); then the list tells for 1, else for 0.

    Parameters
    ----------
    pattern : str
        Regular expression searched in a value, between word boundaries, in any case.
    """
    words = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)

    def telling(values: Sequence[str]) -> float:
        codes = {value.strip() for value in values} - {""}
        if len(codes) > MOST_CODES:
            return 0.0
        matching = sum(words.search(code) is not None for code in codes)
        known = sum(_BLANK.fullmatch(code) is None for code in codes)
        return float(matching >= 2 and matching >= least * known)

    return telling
