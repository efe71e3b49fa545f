"""Postcodes and ZIP codes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.personal_data.family import Family, Kind, Nature

# United Kingdom, Canada, Netherlands: letters and digits in an order that other codes do not have.
_MIXED = re.compile(
    r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d|\d{4} [A-Z]{2}", re.IGNORECASE
)
_FEW = 10


def telling(values: Sequence[str]) -> float:
    """Return the share of values that only a postcode looks like, where there are enough of them."""
    share = sum(_MIXED.fullmatch(value.strip()) is not None for value in values) / max(
        len(values), 1
    )
    return share if len(values) >= _FEW and share >= 0.8 else 0.0


FAMILY = Family(
    name="postcodes",
    kinds=(Kind("POSTCODE", "postcodes", Nature.QUASI),),
    column=r"(^|_)(zip(_?code)?5?|post_?code|postal_?code|code_?postal|codigo_?postal|plz|postleitzahl|cap|pin_?code|الرمز_البريدي)$",
    form=r"(?=.*\d)[A-Z0-9][A-Z0-9 \-]{1,9}",
    telling=telling,
)
