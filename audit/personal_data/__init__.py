"""What the scanner of personal data can recognise, in texts and in columns.

A family of identifiers is a file in `identifiers/` (numbers, addresses, codes) or `circumstances/`
(what tells of a life): its words, how it is found in a text, what a column of it is called. Names of
people are found by `names/`. `scanning` reads whole columns of notes; nothing here returns a piece
of text, only where it stands and how sure that is.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from audit.personal_data.family import Certainty, Family, Kind, Nature, Span
from audit.registry import instances

PERSON = "PERSON"


@cache
def families() -> tuple[Family, ...]:
    """Return every family, ours and plug-ins', in the order of their modules' names."""
    return instances(Family, "personal_data")


@cache
def kinds() -> dict[str, Kind]:
    """Return every type of personal data by its name, in the order of the families."""
    return {kind.entity_type: kind for family in families() for kind in family.kinds}


def words(entity_types: Iterable[str]) -> tuple[str, ...]:
    """Return types in plain words, each once, in the order of the families; unknown ones last."""
    wanted, known = set(entity_types), kinds()
    ordered = [name for name in known if name in wanted]
    return (*(known[name].words for name in ordered), *sorted(wanted - known.keys()))


__all__ = ["PERSON", "Certainty", "Family", "Kind", "Nature", "Span", "families", "kinds", "words"]
