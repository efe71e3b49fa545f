"""Lists of what is not a name: ordinary English words, countries, and other places.

`benchmarks/_name_words.py` makes the first three from packages the product depends on and says which; what it
cannot know (camps, routes, regions of origin) stands in `more_places.txt`.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

_PACKAGE = __name__


def _lines(name: str) -> frozenset[str]:
    text = resources.files(_PACKAGE).joinpath(name).read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def ordinary_english() -> frozenset[str]:
    """Return English lemmas that are no proper names, in small letters."""
    return _lines("ordinary_en.txt")


@cache
def places() -> frozenset[str]:
    """Return names of places, one to four words each, in small letters."""
    return _lines("places.txt") | well_known_places()


@cache
def well_known_places() -> frozenset[str]:
    """Return countries, and the places that case files are full of."""
    return _lines("countries.txt") | _lines("more_places.txt")
