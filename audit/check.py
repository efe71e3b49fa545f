"""A check: a question put to evidence. Pure: no input, no output, no third-party import.

A check is a function that takes `Evidence[...]` by annotation and an `Ask`, and returns what was
estimated (`Measured`), what it tested itself (`Tested`), or what is already ruled (`Ruled`). `decide`
judges all that was measured or tested together.
Its module's docstring is its page in the documentation.
"""

from __future__ import annotations

import inspect
import re
import sys
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from audit.criterion import Criterion, Limit
from audit.errors import PluginError
from audit.evidence import Evidence, Rate, Scatter
from audit.finding import Interval
from audit.plan import PartPlan, Plan
from audit.text import Message, Param, say
from audit.vocabulary import (
    ALL,
    LimitBasis,
    MayConclude,
    Outcome,
    Per,
    Right,
    Severity,
    Worse,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """The one question a check is asked: which key, on which sample, against which criterion."""

    check: str
    key: str
    """Sensitive feature, `a × b`, text column or checklist; empty for the part as a whole."""
    sample: str
    part: PartPlan
    plan: Plan
    criterion: Criterion
    about: str = ""
    """What is asked of the key where it has several questions: a class with its kind of error, or the
    leading question that is crossed."""
    leads: tuple[str, ...] = ()
    """Ids of the checks that lead for this part."""
    uses_truth: bool = False
    """Whether this question rests on `y_true`."""

    @property
    def limit(self) -> Limit:
        """The limit in force; empty if the check has none."""
        return self.criterion.limit or Limit()

    @property
    def value(self) -> float:
        """The single tolerated value of the limit."""
        if self.limit.value is None:
            raise ValueError(f"{self.check} has no limit value")
        return self.limit.value

    def say(self, name: str, /, **params: Any) -> Message:
        """Return a message of this check."""
        return say(f"{self.check.lower()}.{name}", **params)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stratum:
    """One layer of a comparison held constant: rates by group within it."""

    label: str
    rates: Mapping[str, Rate]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """Why a person must look where the rates alone would be within the limit, or stay open."""

    message: Message
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was estimated for each group, and which side is the harm.

    `strata` makes it a comparison within strata (Mantel–Haenszel) beside the raw one.
    """

    metric: str
    rates: Mapping[str, Rate]
    worse: Worse
    phrase: Message
    """What happened to the people counted: "were flagged although the condition was not there"."""
    reference: str = ""
    """Group to compare with; empty means everyone else."""
    uses_truth: bool = False
    strata: tuple[Stratum, ...] = ()
    strata_names: tuple[str, ...] = ()
    scatter: Mapping[str, Scatter] | None = None
    """By group, how far the gap within strata would vary; needed where rows are clustered or weighted."""
    judged_on: str = "raw"
    """`raw` rates, the gap `within` strata, or `either`."""
    reservation: Reservation | None = None
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What was found, where no inference over groups is needed.

    The runner caps the outcome at what the check may conclude.
    """

    outcome: Outcome
    message: Message
    observed: float | None = None
    interval: tuple[float | None, float | None] | None = None
    metric: str = ""
    direction: str = ""
    """Which way an imbalance runs, as a word: `towards_refusal`, `towards_grant`."""
    groups: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    associated_inputs: tuple[str, ...] = ()
    settle: Message | None = None
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """One hypothesis that a check tested by a method of its own.

    Attributes
    ----------
    label : str
        The group, option, input, period or reviewer it is about.
    n : float
        People behind it.
    people : float or None
        People who carry the label, where they are fewer than `n`: a label of too few is withheld.
    value, interval, reference, difference, difference_interval : float, and pairs of float
        In the unit of the answer; what is shown. The interval of the difference is at 95 %,
        simultaneous over the hypotheses of the answer.
    p_value : float or None
        One-sided p-value of harm beyond the limit; None where nothing could be tested.
    p_favour : float or None
        The same on the favoured side, which asks for judgement and is never a `fail`.
    inside : bool
        Whether its own one-sided 95 % bound lies inside the limit.
    judged : bool
        Whether there are people enough to judge it.
    ruled_out : float or None
        The largest difference to somebody's harm that the one-sided 95 % bound leaves open.
    params : mapping
        What the check's sentence says of this hypothesis beside the common fields.
    """

    label: str
    n: float
    p_value: float | None
    people: float | None = None
    value: float | None = None
    interval: Interval | None = None
    reference: float | None = None
    difference: float | None = None
    difference_interval: Interval | None = None
    ratio: float | None = None
    ratio_interval: Interval | None = None
    limit_at: float | None = None
    p_favour: float | None = None
    inside: bool = False
    judged: bool = True
    events: float | None = None
    mde: float | None = None
    n_to_pass: int | None = None
    ruled_out: float | None = None
    params: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A few hypotheses with their p-values, tested by the check; decided with all the others.

    The check says up to six sentences under fixed names, filled from the hypothesis the outcome is
    about: `beyond` (also as an indicator), `within`, `open`, `favoured`, `within_withheld` (the truth
    cannot clear anybody) and `none_judged`. `audit/runner/testing.py` lists their fields; a name the
    check does not have falls back to a common sentence.
    """

    metric: str
    hypotheses: tuple[Hypothesis, ...]
    method: str
    """In the record: which test, which interval."""
    worse: Worse = Worse.HIGHER
    unit: str = "rate"
    """Of the values: `rate`, `ratio`, `number`, `seconds` or `score`, as in `audit.figure.Column`."""
    labels: str = ""
    """Column whose values the labels are: a sensitive feature is withheld like everywhere, reviewers
    get pseudonyms. Empty means the key; labels of other columns are shown where `n` allows."""
    heading: Message | None = None
    """What the labels are, for the picture and the table: "Option". Empty means groups."""
    comparison: str = ""
    """What each value is compared with: "each group with everyone else"."""
    uses_truth: bool = False
    notes: tuple[Message, ...] = ()
    params: Mapping[str, Param] = field(default_factory=dict)
    """What the check's sentences say whichever hypothesis they are about."""
    sentences: Mapping[str, str] = field(default_factory=dict)
    """Where another of the check's sentences is said in place of a fixed name."""
    settle: Message | None = None
    """What would settle the question if it stays open."""


Answer = Measured | Tested | Ruled

_PARTS = ("Why it matters", "How it is judged", "What it cannot show", "What to do")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The documentation of a check, from its module's docstring."""

    title: str
    why: str
    how: str
    cannot_show: str
    to_do: str
    references: str = ""


def read_page(doc: str, *, where: str) -> Page:
    """Split a check's docstring into its fixed parts.

    Raises
    ------
    PluginError
        If a part is missing.
    """
    doc = inspect.cleandoc(doc)
    title, _, rest = doc.partition("\n")
    pieces = re.split(r"^([A-Z][^\n]+)\n-{3,}\n", rest, flags=re.MULTILINE)
    parts = {
        heading.strip(): " ".join(body.split()) if heading != "References" else body.strip()
        for heading, body in zip(pieces[1::2], pieces[2::2], strict=True)
    }
    missing = [part for part in _PARTS if not parts.get(part)]
    if missing or not title.strip().endswith("?"):
        wrong = f"lacks the part '{missing[0]}'" if missing else "must open with a question"
        raise PluginError(f"{where}: the docstring {wrong}", slug="check-docstring")
    return Page(
        title=title.strip(),
        why=parts["Why it matters"],
        how=parts["How it is judged"],
        cannot_show=parts["What it cannot show"],
        to_do=parts["What to do"],
        references=parts.get("References", ""),
    )


@dataclass(frozen=True, kw_only=True)
class Check:
    """A question with an id. Built by the `check` decorator, found by the registry."""

    id: str
    page: Page
    may_conclude: MayConclude
    per: Per
    kinds: tuple[str, ...]
    needs: tuple[str, ...]
    uses_truth: bool
    criterion: Criterion
    rights: tuple[Right, ...]
    says: Mapping[str, str]
    answer: Callable[..., Answer]
    asks_for: Mapping[str, Any] = field(default_factory=dict)
    """Parameter name to payload type."""
    about_model: bool = False
    """Whether it speaks about the supplied model, and so is at most `review` if DA113 failed."""
    after: bool = False
    """Whether it judges the findings of the others and so runs after `decide`."""
    truth_if_known: bool = False
    """Whether it relies on `y_true` where that is recorded for a sample of everybody, and else does
    without."""

    @property
    def title(self) -> str:
        """The neutral question."""
        return self.page.title

    @property
    def family(self) -> str:
        """Two letters."""
        return self.id[:2]

    def texts(self) -> dict[str, str]:
        """Return this check's message templates by full id."""
        return {f"{self.id.lower()}.{name}": text for name, text in self.says.items()}


def check(  # noqa: PLR0913 - one keyword a property of a check
    *,
    may_conclude: MayConclude,
    per: Per = Per.PART,
    needs: tuple[str, ...] = (),
    rights: tuple[Right, ...] = (),
    severity: Severity = Severity.MODERATE,
    limit: Limit | None = None,
    basis: LimitBasis = LimitBasis.CONVENTION,
    source: str = "",
    says: Mapping[str, str] | None = None,
    kinds: tuple[str, ...] = ("decisions",),
    uses_truth: bool = False,
    about_model: bool = False,
    after: bool = False,
    truth_if_known: bool = False,
) -> Callable[[Callable[..., Answer]], Check]:
    """Make a function into a check.

    Parameters
    ----------
    may_conclude : MayConclude
        How far it may go.
    per : Per
        What it is asked about; the plan expands this to keys before data are read.
    needs : tuple of str
        Roles, or `model`, `data.reference`, `data.totals`; where one is missing the outcome is
        `not_assessed` and names it.
    rights : tuple of Right
        What it is evidence about; ground, jurisdiction and date decide which instruments show.
    kinds : tuple of str
        Kinds of system that ask it; `*` for every kind.
    says : mapping of str to str
        Its own sentences by name, in English, with parameters.
    uses_truth : bool
        Whether it relies on `y_true`.
    truth_if_known : bool
        Whether it relies on `y_true` only where that is known for more than those selected.

    Raises
    ------
    PluginError
        If the file is not named after the id, or the docstring lacks a part.
    """

    def build(function: Callable[..., Answer]) -> Check:
        module = sys.modules[function.__module__]
        name = function.__module__.rpartition(".")[2]
        match = re.fullmatch(r"([a-z]{2}\d{3})_\w+", name)
        id = match.group(1).upper() if match else function.__name__.upper()
        if function.__name__.upper() != id:
            raise PluginError(
                f"{name}.py holds a check named {function.__name__}", slug="check-name"
            )
        hints = typing.get_type_hints(function)
        asks_for = {
            parameter: typing.get_args(hint)[0]
            for parameter, hint in hints.items()
            if typing.get_origin(hint) is Evidence
        }
        return Check(
            id=id,
            page=read_page(module.__doc__ or "", where=name),
            may_conclude=may_conclude,
            per=per,
            kinds=kinds,
            needs=needs,
            uses_truth=uses_truth,
            criterion=Criterion(limit=limit, severity=severity, basis=basis, source=source),
            rights=rights,
            says=dict(says or {}),
            answer=function,
            asks_for=asks_for,
            about_model=about_model,
            after=after,
            truth_if_known=truth_if_known,
        )

    return build


__all__ = [
    "ALL",
    "Answer",
    "Ask",
    "Check",
    "Hypothesis",
    "Measured",
    "Page",
    "Reservation",
    "Ruled",
    "Stratum",
    "Tested",
    "check",
    "read_page",
]
