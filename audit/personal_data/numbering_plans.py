"""Whose line a telephone number is, by libphonenumber's tables of the numbering plans.

The tables are compiled into one expression for each country code and region: a number is decided in
a microsecond where parsing it takes fifty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache
from typing import Any

_LINES = ("fixed_line", "mobile", "voip", "personal_number", "pager")
_SERVICES = ("toll_free", "premium_rate", "shared_cost", "uan", "voicemail")
# Ranges set aside for fiction are in no numbering plan, and in every made-up data set.
_FICTIONAL = re.compile(
    r"(?:440?|0)7700900\d{3}|1?(?!8(?:00|33|44|55|66|77|88)|900)[2-9]\d{2}55501\d{2}|155501\d{2}"
    r"|(?:330?|0)(?:19900|26191|35301|46571|53649|63998)\d{4}"
)


class Line(Enum):
    """What answers at a number."""

    PERSON = "a line somebody has"
    SERVICE = "toll-free, premium, shared cost, a firm's number, voicemail"


def _patterns(plans: Iterable[Any], kinds: Iterable[str]) -> set[str]:
    return {
        desc.national_number_pattern
        for plan in plans
        for desc in (getattr(plan, kind) for kind in kinds)
        if desc is not None and desc.national_number_pattern
    }


def _expression(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in sorted(patterns)) or "(?!)")


class _Plan:
    """Lines and services of one or several regions, and what is dialled in front inside them."""

    def __init__(self, regions: tuple[str, ...]) -> None:
        from phonenumbers import PhoneMetadata

        plans = [PhoneMetadata.metadata_for_region(region) for region in regions]
        known = [plan for plan in plans if plan is not None]
        self.lines = _expression(_patterns(known, _LINES))
        self.services = _expression(_patterns(known, _SERVICES))
        self.worldwide = "001" in regions
        self.prefixes = {plan.national_prefix for plan in known if plan.national_prefix}

    def line(self, digits: str) -> Line | None:
        if self.worldwide:
            return Line.SERVICE
        shorter = (digits[len(p) :] for p in self.prefixes if digits.startswith(p))
        for number in (digits, *shorter):
            if self.services.fullmatch(number):
                return Line.SERVICE
            if self.lines.fullmatch(number):
                return Line.PERSON
        return None


@cache
def _of_code(code: str) -> _Plan | None:
    """Return the plan of a country code, None if it is none."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    regions = COUNTRY_CODE_TO_REGION_CODE.get(int(code or 0))
    return _Plan(regions) if regions else None


def international(digits: str) -> Line | None:
    """Return what answers at a number with its country code, or None if no plan has it."""
    if _FICTIONAL.fullmatch(digits):
        return Line.PERSON
    for length in (1, 2, 3):
        if (plan := _of_code(digits[:length])) is not None:
            return plan.line(digits[length:])
    return None


@cache
def _dialled(regions: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the services and the lines of all regions, as dialled there, in one expression each."""
    from phonenumbers import PhoneMetadata

    def expression(kinds: Iterable[str]) -> re.Pattern[str]:
        found = set()
        for region in regions:
            plan = PhoneMetadata.metadata_for_region(region)
            if plan is not None:
                prefix = f"(?:{plan.national_prefix})?" if plan.national_prefix else ""
                found |= {f"{prefix}(?:{each})" for each in _patterns([plan], kinds)}
        return _expression(found)

    return expression(_SERVICES), expression(_LINES)


def national(digits: str, regions: Iterable[str], *, lines_first: bool = False) -> Line | None:
    """Return what answers at a number as dialled inside some region; a service if it is one in any.

    Parameters
    ----------
    lines_first : bool
        Whether a line in any region counts before a service in another, as it does for short numbers:
        what is a service somewhere are most of them.
    """
    if _FICTIONAL.fullmatch(digits):
        return Line.PERSON
    services, lines = _dialled(tuple(regions))
    if services.fullmatch(digits) and not (lines_first and lines.fullmatch(digits)):
        return Line.SERVICE
    return Line.PERSON if lines.fullmatch(digits) else None
