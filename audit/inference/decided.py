"""What was decided on one question, before any name is withheld."""

from __future__ import annotations

from dataclasses import dataclass

from audit.finding import Estimate
from audit.vocabulary import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """One hypothesis of a family."""

    group: str
    p_value: float
    p_adjusted: float
    rejected: bool
    shown: str = ""
    """What the group may be called, where its check says what the labels are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was decided on one question, before any name is withheld."""

    outcome: Outcome
    estimates: tuple[Estimate, ...]
    groups: tuple[str, ...]
    """Those the outcome is about, worst first."""
    favoured: tuple[str, ...] = ()
    floor_saved: tuple[str, ...] = ()
    saturated: tuple[str, ...] = ()
    """Groups among whom nearly everybody has the event: no ratio beyond the limit could be reached."""
    undecided: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    settled_by_more: tuple[str, ...] = ()
    """Undecided groups that enough of the people who exist would settle."""
    near_limit: tuple[str, ...] = ()
    """Undecided groups that have people enough: their gap itself lies near the limit."""
    floorless: tuple[str, ...] = ()
    """Undecided groups inside the floor, which does not count because it is only a convention."""
    tests: tuple[Test, ...] = ()
    overall: Estimate | None = None
    p_value: float | None = None
    p_adjusted: float | None = None
    mde: float | None = None
    n_needed: int | None = None
    gap_ruled_out: float | None = None
    people_in_passing_groups: float | None = None
    withheld_pass: bool = False
    """Whether it would be a `pass` if the truth had been recorded by somebody else."""
