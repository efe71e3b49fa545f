"""What was judged: one finding for each planned question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from audit.criterion import Limit, Source
from audit.text import Message, Param
from audit.vocabulary import (
    LimitBasis,
    MayConclude,
    NeedStatus,
    Outcome,
    Right,
    Severity,
    Standing,
    Worse,
)

Interval = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The same group in the table of an earlier process, `[data] baseline`.

    `change` is the gap now less the gap then, with MOVER limits at the finding's `level`. It changes
    no outcome.
    """

    standing: Standing
    value: float | None = None
    difference: float | None = None
    difference_interval: Interval | None = None
    change: float | None = None
    change_interval: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """One group's figure and its comparison with the others.

    Rates are fractions in [0, 1]; intervals are simultaneous over the judged groups at the
    finding's `level`. `reference` is the rate of everyone else, or of the named reference group.
    """

    group: str
    n: float
    """People (or weight) in the metric's denominator."""
    events: float | None = None
    value: float | None = None
    interval: Interval | None = None
    reference: float | None = None
    difference: float | None = None
    difference_interval: Interval | None = None
    ratio: float | None = None
    ratio_interval: Interval | None = None
    within_difference: float | None = None
    """Difference held within strata (Mantel–Haenszel), where the check stratifies."""
    within_difference_interval: Interval | None = None
    within_ratio: float | None = None
    within_ratio_interval: Interval | None = None
    limit_at: float | None = None
    """The rate at which this group would stand exactly at the limit."""
    p_value: float | None = None
    p_adjusted: float | None = None
    outcome: Outcome | None = None
    judged: bool = False
    merged: int = 0
    """How many categories stand in this line because each is too small to be named; 0 for a named group."""
    mde: float | None = None
    """Smallest difference of rates this comparison would have shown with 80 % power."""
    n_to_pass: int | None = None
    """People needed in this group for 80 % power to pass if there is no gap; None if no number would do."""
    n_to_fail: int | None = None
    """People needed in this group for 80 % power to fail at twice the limit."""
    earlier: Earlier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Who was not judged."""

    groups: int = 0
    people: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A missing input."""

    input: str
    """The role, table or document, as the plan names it."""
    serves: str = ""
    """Title of the question it would settle."""
    status: NeedStatus = NeedStatus.NOT_REQUESTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody said to a finding.

    `evidence_hash` is the fingerprint of what the finding said then; empty where nobody recorded it.
    """

    text: str = ""
    by: str = ""
    on: str = ""
    evidence_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A decision by a named person that a finding shall not block, until a date."""

    finding: str
    reason: str
    by: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The answer to one planned question.

    `id` is `CHECK:part:sample:key`; it never holds a group and is stable across runs.
    """

    id: str
    check: str
    part: str
    sample: str
    key: str
    title: str
    outcome: Outcome
    may_conclude: MayConclude
    severity: Severity
    message: Message
    condition: str = ""
    """The English rendering of `message`."""
    lead: bool = False
    feature: str = ""
    rights: tuple[Right, ...] = ()
    sources: tuple[Source, ...] = ()
    metric: str = ""
    comparison: str = ""
    direction: Worse | None = None
    unit: str = "rate"
    """Of the estimates' values, references and differences, as in `audit.figure.Column`."""
    heading: Message | None = None
    """What the estimates' labels are, where they are not groups of people."""
    estimates: tuple[Estimate, ...] = ()
    overall: Estimate | None = None
    """Everyone together, with a 95 % interval of its own."""
    observed: float | None = None
    observed_unit: str = ""
    """Of `observed` and `interval`; empty is a ratio where there are estimates, else a plain number."""
    interval: Interval | None = None
    level: float | None = None
    limit: Limit | None = None
    limit_basis: LimitBasis = LimitBasis.CONVENTION
    limit_source: str = ""
    limit_set_by: str = ""
    limit_set_at: str = ""
    p_value: float | None = None
    p_adjusted: float | None = None
    mde: float | None = None
    n_needed: int | None = None
    gap_ruled_out: float | None = None
    """Largest difference, to the harm of a judged group, that the 95 % bounds rule out."""
    people_in_passing_groups: float | None = None
    """Share of the people counted here who are in groups that pass, a fraction in [0, 1]."""
    groups: tuple[str, ...] = ()
    """Only those the outcome is about, worst first."""
    set_aside: SetAside | None = None
    method: str = ""
    notes: tuple[Message, ...] = ()
    settle: Message | None = None
    """What would settle an open question."""
    associated_inputs: tuple[str, ...] = ()
    cause: str = ""
    effect: str = ""
    recommendation: str = ""
    response: Statement | None = None
    """View of the audited body."""
    invited_on: str = ""
    """Day on which the audited body was asked for its view."""
    invited_hash: str = ""
    """Fingerprint of what the finding said that day; empty where nobody recorded it."""
    auditor_conclusion: Statement | None = None
    needs: tuple[Need, ...] = ()
    evidence: tuple[str, ...] = ()
    waiver: Waiver | None = None
    params: Mapping[str, Param] = field(default_factory=dict)
