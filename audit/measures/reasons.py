"""How individual the recorded reasons of adverse decisions are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audit.figure import Cell, Column, Figure, Line
from audit.measure import Measure, Public
from audit.measures._bars import PEOPLE, SHARE, words
from audit.system import Margin, Part
from audit.vocabulary import NOT_RECORDED, FigureKind, PositiveIs

KEPT = 10
ENOUGH = 10
"""People below whom not even a code is kept, whatever the plan says of small cells."""

CODE = re.compile(r"[\w .:/()§-]{1,20}")
"""What may be printed: a short code. A longer reason can hold a person's story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason, from the most frequent down.

    Attributes
    ----------
    code : str
        The reason itself if it is a short code given to enough people, else empty.
    """

    rank: int
    code: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """The reasons given to the people decided against.

    Attributes
    ----------
    decided_by : str
        Role whose decision counts as adverse: `human_decision` or `y_pred`; empty if the plan
        does not say which label hurts, and all recorded reasons are counted.
    recorded, without : int
        People decided against with a reason recorded, and without one.
    distinct : int
        Different reasons.
    entropy : float
        Shannon entropy of the reasons, in bits; 0 if everyone has the same.
    top : tuple of Reason
        The ten most frequent.
    low, high : float
        Exact 95 % limits of the share of the most frequent reason.
    """

    decided_by: str
    recorded: int
    without: int
    distinct: int
    entropy: float
    top: tuple[Reason, ...]
    low: float
    high: float

    @property
    def share(self) -> float | None:
        """Share of the most frequent reason among those recorded, a fraction in [0, 1]."""
        return self.top[0].people / self.recorded if self.recorded else None


def adverse(part: Part) -> tuple[str, int]:
    """Return the role whose decision is final here, and the value of it that hurts.

    The role is empty where nothing was decided, or the plan does not say which label hurts.
    """
    roles = part.plan.roles
    role = next((r for r in ("human_decision", "y_pred") if roles.one(r)), "")
    if roles.positive_is is PositiveIs.UNSTATED:
        return "", 1
    return role, 1 if roles.positive_is is PositiveIs.ADVERSE else 0


def make(part: Part) -> Reasons:
    """Count the reasons.

    They are counted by themselves and not crossed with other tables: free text has as many
    values as there are people.
    """
    from collections import Counter

    from audit.inference.proportions import clopper_pearson

    column = part.plan.roles.all("reason")[0]
    role, hurts = adverse(part)
    (cells,) = part.frame.count([Margin((column, role) if role else (column,))])
    people: Counter[str] = Counter()
    for values, n in cells.rows():
        if not role or values[1] == hurts:
            text = "" if values[0] in (None, NOT_RECORDED) else " ".join(str(values[0]).split())
            people[text] += n
    without = people.pop("", 0)
    recorded = sum(people.values())
    ordered = sorted(people.items(), key=lambda item: (-item[1], item[0]))
    most = ordered[0][1] if ordered else 0
    low, high = clopper_pearson(most, recorded, 0.05) if recorded else (0.0, 1.0)
    return Reasons(
        decided_by=role,
        recorded=recorded,
        without=without,
        distinct=len(people),
        entropy=_entropy([n for _, n in ordered]),
        top=tuple(
            Reason(rank=rank, code=_code(text, n), people=n)
            for rank, (text, n) in enumerate(ordered[:KEPT], 1)
        ),
        low=float(low),
        high=float(high),
    )


def _code(text: str, people: int) -> str:
    return text if people >= ENOUGH and CODE.fullmatch(text) else ""


def _entropy(counts: Sequence[int]) -> float:
    import math

    total = sum(counts)
    return max(0.0, -sum(n / total * math.log2(n / total) for n in counts if n)) if total else 0.0


def figures(found: Reasons, public: Public) -> Sequence[Figure]:
    """Draw the shares of the most frequent reasons, the rest added up."""
    shown = [reason for reason in found.top if reason.people >= public.min_cell]
    if not shown:
        return []
    rows: list[tuple[Cell, ...]] = [
        (reason.code or f"reason {reason.rank}", reason.people, reason.people / found.recorded)
        for reason in shown
    ]
    rest = found.recorded - sum(reason.people for reason in shown)
    if rest >= public.min_cell:
        others = found.distinct - len(shown)
        rows.append((f"{others} others", rest, rest / found.recorded))
    return [
        Figure(
            id="reasons",
            kind=FigureKind.BARS,
            title=words("reasons_title", "The most frequent reasons"),
            takeaway=words(
                "reasons_takeaway",
                "{distinct:count|different reason was|different reasons were} recorded for {recorded:people}.",
                distinct=found.distinct,
                recorded=found.recorded,
            ),
            columns=(
                Column(name="label", heading=words("heading_reason", "Reason")),
                Column(name="n", heading=PEOPLE, unit="count"),
                Column(name="value", heading=SHARE, unit="rate"),
            ),
            rows=tuple(rows),
            lines=(Line(value=0.5, label=words("half", "half of all"), role="overall"),),
            note=words(
                "reasons_note",
                "Only short codes are printed; longer reasons are numbered, because they can hold a person's story.",
            ),
        )
    ]


REASONS = Measure(name="reasons", payload=Reasons, make=make, figures=figures, needs=("reason",))
