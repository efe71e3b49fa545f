"""What should be: limits, where they come from, and the sources of law behind a right."""

from __future__ import annotations

from dataclasses import dataclass

from audit.vocabulary import LimitBasis, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How far apart, or how high, is too far.

    For a comparison of groups a gap counts only beyond the `ratio` *and* the `difference`.
    """

    ratio: float | None = None
    """Largest tolerated ratio of the worse-off rate to the other, at least 1."""
    difference: float | None = None
    """Floor: smallest difference of rates that matters, a fraction in [0, 1]."""
    value: float | None = None
    """Largest (or smallest, as the check says) tolerated value of a single figure."""
    people_per_year: float | None = None
    """The floor stated in people affected a year; turned into `difference` by `[system] decisions_per_year`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A limit with its severity and its pedigree."""

    limit: Limit | None = None
    severity: Severity = Severity.MODERATE
    basis: LimitBasis = LimitBasis.CONVENTION
    source: str = ""
    """Title and pinpoint of the text the limit is taken from."""
    set_by: str = ""
    set_at: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An instrument and the place in it."""

    title: str
    locator: str
    """Pinpoint: article, section, page. Never empty."""
    url: str = ""
    binding: bool = False
    """Whether it binds this operator on the date of decision; otherwise it is context."""
    confidence: str = "unverified"
    as_of: str = ""
    verified_by: str = ""
    """Who read the statement against the text of the law; empty if nobody the plan names."""
    verified_on: str = ""
